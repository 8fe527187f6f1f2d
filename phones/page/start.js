import init from "./phones.js";
init().catch(() => {
  document.querySelector("main p").textContent =
    "This page could not be started. Load it again, or try another browser.";
});

// Whoever cannot scan types the short code: the program that serves this page gives the link for it.
addEventListener("click", async ({ target }) => {
  if (!target.closest?.("[data-code]")) return;
  const say = (words) => (document.querySelector("#status").textContent = words);
  const none = "No short code is known here. Scan the code on the screen.";
  try {
    const answer = await fetch("/code", { method: "POST", body: document.querySelector("#code").value });
    const words = await answer.text();
    if (!answer.headers.get("content-type")?.startsWith("text/plain")) return say(none);
    if (!answer.ok) return say(words);
    location.hash = words;
    location.reload();
  } catch {
    say(none);
  }
});
