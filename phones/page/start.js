import init from "./phones.js";
init().catch(() => {
  document.querySelector("main p").textContent =
    "This page could not be started. Load it again, or try another browser.";
});
