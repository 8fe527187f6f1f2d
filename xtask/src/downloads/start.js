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

  // Places and faces, which the app shows by their names.
  const drawn = document.createElement("div");
  drawn.hidden = true;
  drawn.className = "drawn";
  drawn.innerHTML = text("drawn.html");
  document.body.append(drawn);

  // All looks at once: a page knows its own.
  const looks = [...files.keys()].filter((name) => name.endsWith(".css")).map((name) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text(name));
    return sheet;
  });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...looks];

  const module = await compiling;
  const { glue } = window.twoHats;
  const bound = glue();

  // What the app asks for by an address, and by a worker's name.
  window.twoHats.file = (address) => {
    const name = address.replace(/\?.*$/, "");
    // An author's file says all that is played of it.
    const source = files.get(name.replace(/\.bin$/, ".json"));
    if (source && !files.has(name)) files.set(name, bound.packed(source));
    return files.get(name);
  };
  window.twoHats.worker = (name) => {
    const work = "bound.initSync({ module: await WebAssembly.compile(data) });";
    const source = `const bound = (${glue})();\nonmessage = async ({ data }) => {\nonmessage = null;\n${work}\n};`;
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = new Worker(address, { name });
    worker.postMessage(files.get("app.wasm"));
    setTimeout(() => URL.revokeObjectURL(address), 1e4);
    return worker;
  };

  document.documentElement.dataset.open = "";
  bound.initSync({ module });
};
