// Until the app is there: shows the page that the address asks for, as it was written out when the game was built, and
// keeps what is asked for meanwhile. Where something is kept from before, the app alone knows what to show.
(() => {
  const app = document.getElementById("app");
  const still = document.createElement("div");
  still.id = "still";
  const PREFIX = "two-hats:";
  let asked, pressed, at;
  let home = 0;

  const known = () => {
    try {
      return Object.keys(localStorage).some((key) => key.startsWith(PREFIX));
    } catch {
      return false;
    }
  };
  const wayTo = (part) => (part === still ? [] : [...wayTo(part.parentNode), [...part.parentNode.children].indexOf(part)]);
  const follow = (way) => way?.reduce((part, at) => part?.children[at], app);
  const focus = (part) => part?.focus({ preventScroll: true });

  const show = () => {
    at = location.hash.replace(/^#\/?$/, "");
    const page = !known() && [...document.querySelectorAll("template")].find((page) => page.dataset.at === at);
    asked = pressed = null;
    app.hidden = !!page;
    still.replaceChildren(page ? page.content.cloneNode(true) : "");
    if (page) document.title = page.title;
    // As in the app: what is read first is the heading, but for the first page of all.
    if (at) focus(still.querySelector("h1"));
  };
  // A new page is shown from its top, and the home page from where it was left.
  const go = () => {
    const page = document.documentElement;
    if (!at) home = page.scrollTop;
    show();
    page.scrollTop = at ? 0 : home;
  };

  still.onclick = (event) => {
    const part = event.target.closest(".skip, button, input");
    if (!part) return;
    if (part.matches(".skip")) {
      event.preventDefault();
      return focus(still.querySelector("h1"));
    }
    if (part.type === "radio") {
      try {
        localStorage.setItem(PREFIX + "settings", "text-1 system" + (part.matches("label ~ label input") ? " challenge" : ""));
      } catch {}
      return;
    }
    still.querySelector("[data-asked]")?.removeAttribute("data-asked");
    part.dataset.asked = "";
    asked = wayTo(part);
  };
  const press = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-6uh?]$/i.test(event.key)) return;
    pressed = event.key;
    still.querySelectorAll(".response")[pressed - 1]?.click();
  };

  // What the app has drawn takes the place of what stood there, before it is painted.
  const drawn = new MutationObserver(() => {
    const main = app.querySelector("main:not([aria-busy])");
    if (!main || (main.matches(".home") && !main.querySelector(".shelf li, [role=alert]"))) return;
    drawn.disconnect();
    removeEventListener("hashchange", go);
    removeEventListener("keydown", press);
    const focused = still.contains(document.activeElement) && wayTo(document.activeElement);
    still.remove();
    app.hidden = false;
    // It has come in already.
    app.querySelector(".before")?.classList.remove("before");
    if (focused) focus(follow(focused));
    if (asked) follow(asked)?.click();
    else if (pressed) dispatchEvent(new KeyboardEvent("keydown", { key: pressed }));
  });
  drawn.observe(app, { childList: true, subtree: true, attributes: true });

  // The app fell, or did not come, or this browser cannot run it; what else may be missing can be done without.
  const failed = ({ target, error, reason }) => {
    const mark = (name) => document.documentElement.setAttribute(name, "");
    if ((error ?? reason)?.name === "RuntimeError") mark("data-fallen");
    else if (!target.src && !target.href && !app.firstChild) mark("data-unloaded");
  };
  addEventListener("error", failed, true);
  addEventListener("unhandledrejection", failed);
  addEventListener("hashchange", go);
  addEventListener("keydown", press);
  app.after(still);
  show();
})();
