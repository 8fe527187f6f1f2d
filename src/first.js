// Until the app is there: shows the page that the address asks for, as it was written out when the game was built, or that
// its story is on its way; carries out a first decision, by what was written out of what comes of it; and remembers what
// else is asked for. Where something is kept from before, the app alone knows what to show.
(() => {
  const app = document.getElementById("app");
  const root = document.documentElement;
  root.dataset.first = "";
  const still = document.createElement("div");
  still.id = "still";
  let asked, answered, pressed, at;
  let home = 0;

  const known = () => {
    try {
      return Object.keys(localStorage).some((key) => /^two-hats[:@]/.test(key));
    } catch {
      return false;
    }
  };
  const wayTo = (part) => (part === still ? [] : [...wayTo(part.parentNode), [...part.parentNode.children].indexOf(part)]);
  const follow = (way) => way?.reduce((part, at) => part?.children[at], app);
  const focus = (part) => part?.focus({ preventScroll: true });
  const waits = () => still.querySelector("[aria-busy]");

  const standing = (address) => [...document.querySelectorAll("template")].find((page) => page.dataset.at === address);

  const put = (page) => {
    asked = pressed = null;
    app.hidden = !!page;
    still.replaceChildren(page ? page.content.cloneNode(true) : "");
    if (page) document.title = page.title;
    // As in the app: what is read first is the heading, but for the first page of all.
    if (at) focus(still.querySelector("h1"));
  };
  const show = () => {
    at = location.hash.replace(/^#\/?$/, "");
    answered = null;
    // Under the start of a story's address stands that a story is on its way.
    put(!known() && (standing(at) ?? (/^#.(play|story|with)./.test(at) && standing("#/play/"))));
  };
  // Keeps a first decision as the app would, and shows what comes of it.
  const answer = (part) => {
    const page = standing(`${at} ${[...still.querySelectorAll(".response")].indexOf(part) + 1}`);
    if (!page) return;
    const way = wayTo(part);
    const { top } = part.getBoundingClientRect();
    try {
      // Where a folder of this host was opened before, the app alone knows by which name this one keeps.
      if (!localStorage["two-hats-home"])
        for (const [key, value] of Object.entries(JSON.parse(page.dataset.keeps))) localStorage.setItem("two-hats:" + key, value);
    } catch {}
    put(page);
    answered = way;
    // The response that was taken stays where it is on the screen, and what came of it comes into sight.
    document.documentElement.scrollTop += still.querySelector(".chosen").getBoundingClientRect().top - top;
    still.querySelector(".came").scrollIntoView({ block: "nearest" });
    return true;
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
    // Asks again for a story that does not come.
    if (waits()) return location.reload();
    if (answer(part)) return;
    if (part.type === "radio") {
      try {
        localStorage.setItem((root.dataset.kept ?? "two-hats:") + "settings", "text-1 system" + ["", " after", " challenge"][[...still.querySelectorAll("[type=radio]")].indexOf(part)]);
      } catch {}
      return;
    }
    still.querySelector("[data-asked]")?.removeAttribute("data-asked");
    part.dataset.asked = "";
    asked = wayTo(part);
  };
  const press = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || waits()) return;
    // A button that has the focus is clicked by the browser.
    if (event.key === "Enter" && answered && !event.target.closest("a, button")) still.querySelector(".go-on").click();
    if (!/^[1-6uh?]$/i.test(event.key)) return;
    pressed = event.key;
    still.querySelectorAll(".response")[pressed - 1]?.click();
  };

  // What the app has drawn takes the place of what stood there, before it is painted.
  const drawn = new MutationObserver(() => {
    const main = app.querySelector("main:not([aria-busy])");
    if (!main || (main.matches(".home") && !main.querySelector(".shelf li, [role=alert]"))) return;
    drawn.disconnect();
    // It may come late, and in another way than was thought.
    delete root.dataset.unloaded;
    removeEventListener("hashchange", go);
    removeEventListener("keydown", press);
    const waited = waits();
    const focused = still.contains(document.activeElement) && wayTo(document.activeElement);
    still.remove();
    app.hidden = false;
    // It has come in already.
    app.querySelector(".before")?.classList.remove("before");
    // Of a story that was on its way, the heading is new.
    if (waited) focus(app.querySelector("h1"));
    else if (focused) focus(follow(focused));
    const act = () => {
      if (asked) follow(asked)?.click();
      else if (pressed) dispatchEvent(new KeyboardEvent("keydown", { key: pressed }));
    };
    // The app began before the decision, or knows of none where nothing can be kept: it draws what comes of it first.
    if (answered && !app.querySelector(".after")) {
      follow(answered)?.click();
      setTimeout(act);
    } else act();
  });
  drawn.observe(app, { childList: true, subtree: true, attributes: true });

  const whole = ": whoever put the game there has to put all of it there, as it is.";
  // Why the app does not start. A host may answer anything for a file, so each is looked at.
  const cause = async (error) => {
    if (!self.WebAssembly) return "This browser has no WebAssembly, or was told to run none.";
    if (/policy|CSP|unsafe-eval/i.test(error)) return "The rules that this site sends with its pages forbid it (Content-Security-Policy): whoever runs the site has to allow 'wasm-unsafe-eval' and 'self'.";
    for (const { href } of document.querySelectorAll("link[rel$=preload]")) {
      const file = href.split("/").pop();
      let type;
      try {
        const answer = await fetch(href);
        if (!answer.ok) return `The host does not give the file ${file} (${answer.status})${whole}`;
        type = answer.headers.get("content-type");
        if (/m$/.test(file)) await WebAssembly.compile(await answer.arrayBuffer());
        else if (!/script/.test(type) || /^\s*</.test(await answer.text())) throw new WebAssembly.CompileError();
      } catch (fault) {
        if (fault.name === "CompileError") return `The file ${file} comes damaged, or as something else (${type})${whole}`;
        if (location.protocol === "file:") return "It was opened from a disk, and needs a host: two-hats.html, the game in one file, needs none.";
        return origin === "null" ? `The frame around it forbids it (sandbox without allow-same-origin). By itself it is at ${location.href}.` : `The file ${file} does not come. Is the network there?`;
      }
    }
    return "Its files do not fit together, or this browser is too old.";
  };
  const unloaded = async (error) => {
    if (app.firstChild || root.dataset.unloaded === "") return;
    // A host that gives the page of a folder without its slash: all that the page names lies elsewhere.
    const { pathname, search, hash } = location;
    if (!/\/$|\.[a-z]\w*$/i.test(pathname) && !performance.getEntriesByType("navigation")[0]?.redirectCount) return location.replace(`${pathname}/${search}${hash}`);
    root.dataset.unloaded = "";
    const says = document.querySelector(".unloaded span");
    says.textContent = "Looking for the reason.";
    says.textContent = await cause(error);
  };
  // The app fell, or did not come, or may not run; what else may be missing can be done without.
  const failed = ({ target, error, reason, message }) => {
    const fault = error ?? reason;
    if (fault?.name === "RuntimeError") root.dataset.fallen = "";
    else if (!target.src && !target.href) unloaded(`${fault ?? message}`);
  };
  addEventListener("error", failed, true);
  addEventListener("unhandledrejection", failed);
  // What a policy forbids of the game's own is told here alone; what an extension puts on the page may be forbidden.
  document.addEventListener("securitypolicyviolation", ({ blockedURI }) => blockedURI.startsWith(new URL("app", document.baseURI)) && unloaded("policy"));
  addEventListener("hashchange", go);
  addEventListener("keydown", press);
  app.after(still);
  show();
})();
