// Opens the game in one file: unpacks what stands in the page, and gives the app what it would have fetched.
(() => {
  // A character of the page's encoding for each byte.
  const codes = new Uint8Array(65536);
  for (let byte = 0; byte < 256; byte++) codes[new TextDecoder("windows-1252").decode(new Uint8Array([byte])).charCodeAt()] = byte;

  // The bytes of an element, or an error where they are not those that were written.
  const bytesOf = (element) => {
    const text = element.textContent;
    const bytes = new Uint8Array(+element.dataset.length);
    let to = 0, one = 1, two = 0;
    for (let at = 0; at < text.length; at++) {
      let byte = codes[text.charCodeAt(at)];
      if (byte === 61) byte = codes[text.charCodeAt(++at)] ^ 64;
      bytes[to++] = byte;
      one = (one + byte) % 65521;
      two = (two + one) % 65521;
    }
    if (to !== bytes.length || two * 65536 + one !== +element.dataset.sum) throw new Error("a part is not whole");
    return bytes;
  };

  // What a host says of its encoding counts for more than what the page says: its bytes are read once more.
  const page = async () => {
    if (document.characterSet === "windows-1252") return document;
    const bytes = await (await fetch(location.href)).arrayBuffer();
    return new DOMParser().parseFromString(new TextDecoder("windows-1252").decode(bytes), "text/html");
  };

  const unpackInto = (files, parcel, { memory, room, unpacked }) => {
    const packed = bytesOf(parcel), size = +parcel.dataset.size;
    const place = room(packed.length);
    new Uint8Array(memory.buffer, place).set(packed);
    const from = unpacked(place, packed.length, size);
    if (!from) throw new Error("a parcel says nothing");
    const plain = new Uint8Array(memory.buffer.slice(from, from + size));
    const head = plain.findIndex((byte, at) => byte === 10 && plain[at + 1] === 10);
    let at = head + 2;
    for (const line of new TextDecoder().decode(plain.subarray(0, head)).split("\n")) {
      const [name, length] = line.split(" ");
      files.set(name, plain.subarray(at, (at += +length)));
    }
  };

  const start = async () => {
    const files = new Map();
    const parts = await page();
    const { exports: unpacker } = (await WebAssembly.instantiate(bytesOf(parts.querySelector(".unpacker")))).instance;
    const [app, scenarios] = parts.querySelectorAll(".parcel");
    unpackInto(files, app, unpacker);
    // The browser makes it ready beside the page, which goes on unpacking.
    const compiling = WebAssembly.compile(files.get("app.wasm"));
    unpackInto(files, scenarios, unpacker);
    const text = (name) => new TextDecoder().decode(files.get(name));

    // What is played of a course is kept apart from what is played of others, and of the game itself.
    const course = files.has("course") ? text("course") : "";
    if (course) document.documentElement.dataset.kept = `two-hats-course:${course}:`;

    // All looks at once: a page knows its own.
    document.adoptedStyleSheets = [...files.keys()].filter((name) => name.endsWith(".css")).map((name) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text(name));
      return sheet;
    });

    // The scripts beside the app: the page's policy knows their text.
    const script = document.createElement("script");
    script.textContent = text("parts.js");
    document.head.append(script);
    const module = await compiling;
    const instance = () => {
      const bound = window.twoHats.glue();
      bound.initSync({ module });
      return bound;
    };

    window.fetch = async (address) => {
      const name = String(address).replace(/\?.*$/, "").match(/scenarios\/[^/]*$/)?.[0];
      return files.has(name) ? new Response(files.get(name)) : new Response("", { status: 404 });
    };

    // A worker is the same app again, in another role.
    const { Worker } = window;
    window.Worker = class extends Worker {
      constructor(name) {
        const role = name.replace(".js", "");
        const serve = { counter: "onmessage = ({ data }) => postMessage(bound.debrief(...data));\npostMessage(null);" }[role];
        const work = `bound.initSync({ module: await WebAssembly.compile(data) });\n${serve ?? `bound.${role}();`}`;
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
    window.twoHats.pictures = () => instance().album;
    const guests = {
      "debrief.js": () => {
        const { debrief } = instance();
        window.twoHats.debrief(debrief);
      },
      "album.js": () => {
        const { album } = instance();
        window.twoHats.album(album);
      },
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
    const bound = instance();
    bound.begin(files.get("scenarios/index.pack"));
    bound.app();
  };

  // The app fell. WebKit does not tell a page on a disk what did, and all scripts here are the app's.
  const fallen = ({ error, reason, message }) => {
    if ((error ?? reason)?.name === "RuntimeError" || /^Script error/.test(message)) document.documentElement.dataset.fallen = "";
  };
  addEventListener("error", fallen);
  addEventListener("unhandledrejection", fallen);
  addEventListener("DOMContentLoaded", () =>
    start().catch((fault) => {
      console.error(fault);
      document.documentElement.dataset.unloaded = "";
    }),
  );
})();
