// Starts the game in one file, and gives the app what it would have fetched.
window.twoHats.start = async (files, compiling) => {
  // The app fell. WebKit does not tell a page on a disk what did, and all scripts here are the app's.
  const fallen = ({ error, reason, message }) => {
    if ((error ?? reason)?.name === "RuntimeError" || /^Script error/.test(message)) document.documentElement.dataset.fallen = "";
  };
  addEventListener("error", fallen);
  addEventListener("unhandledrejection", fallen);

  const text = (name) => new TextDecoder().decode(files.get(name));

  // What is played of a course is kept apart from what is played of others, and of the game itself.
  const course = files.has("course") ? text("course") : "";
  if (course) document.documentElement.dataset.kept = `two-hats-course:${course}:`;

  // The scenes, which the app shows by their names.
  const scenes = document.createElement("div");
  scenes.hidden = true;
  scenes.innerHTML = text("scenes.html");
  document.body.append(scenes);

  // All looks at once: a page knows its own.
  document.adoptedStyleSheets = [...files.keys()].filter((name) => name.endsWith(".css")).map((name) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text(name));
    return sheet;
  });

  const module = await compiling;
  const instance = () => {
    const bound = window.twoHats.glue();
    bound.initSync({ module });
    return bound;
  };

  const bound = instance();
  window.fetch = async (address) => {
    const name = String(address).replace(/\?.*$/, "").match(/scenarios\/[^/]*$/)?.[0];
    // An author's file says all that is played of it.
    const source = files.get(name?.replace(/\.pack$/, ".json"));
    if (source && !files.has(name)) files.set(name, bound.packed(source));
    return files.has(name) ? new Response(files.get(name)) : new Response("", { status: 404 });
  };

  // A worker is the same app again, in another role.
  const { Worker } = window;
  window.Worker = class extends Worker {
    constructor(name) {
      const role = name.replace(".js", "");
      const work = `bound.initSync({ module: await WebAssembly.compile(data) });\nbound.${role}();`;
      const source = `const bound = (${window.twoHats.glue})();\nonmessage = async ({ data }) => {\nonmessage = null;\n${work}\n};`;
      const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
      super(address);
      this.postMessage(files.get("app.wasm"));
      setTimeout(() => URL.revokeObjectURL(address), 1e4);
    }
  };

  // Windows of one file hear each other by what the browser keeps, for each may be a world of its own to it.
  const CHANNEL = "two-hats-words" + course;
  window.BroadcastChannel = class extends EventTarget {
    constructor() {
      super();
      localStorage.removeItem(CHANNEL);
      addEventListener("storage", ({ key, newValue }) => {
        if (key === CHANNEL && newValue) this.dispatchEvent(new MessageEvent("message", { data: newValue.replace(/^\S* /, "") }));
      });
    }
    postMessage(words) {
      localStorage.setItem(CHANNEL, `${Date.now()}${Math.random()} ${words}`);
      localStorage.removeItem(CHANNEL);
    }
  };

  // What the app draws a script for starts once.
  const guests = {
    "workbench.js": () => instance().workbench(),
    "room.js": () => instance().room(),
  };
  HTMLScriptElement.prototype.setAttribute = function (name, value) {
    if (name !== "src") return Element.prototype.setAttribute.call(this, name, value);
    const guest = guests[value];
    delete guests[value];
    if (guest) setTimeout(guest);
  };
  SVGUseElement.prototype.setAttribute = function (name, value) {
    Element.prototype.setAttribute.call(this, name, value.replace(/^scenes\/(.*)\.svg#scene$/, "#scene-$1"));
  };

  document.documentElement.dataset.open = "";
  bound.begin(files.get("scenarios/index.pack"));
  bound.app();
};
