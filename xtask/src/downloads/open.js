// Opens the game in one file: unpacks what stands in the page, and gives the app what it would have fetched.
(() => {
  const CONTEXT = 4;

  // A character of the page's encoding for each byte.
  const codes = new Uint8Array(65536);
  for (let byte = 0; byte < 256; byte++) codes[new TextDecoder("windows-1252").decode(new Uint8Array([byte])).charCodeAt()] = byte;

  // The bytes of a parcel, or an error where they are not those that were written.
  const bytesOf = (parcel) => {
    const text = parcel.textContent;
    const bytes = new Uint8Array(+parcel.dataset.packed);
    let to = 0, one = 1, two = 0;
    for (let at = 0; at < text.length; at++) {
      let byte = codes[text.charCodeAt(at)];
      if (byte === 61) byte = codes[text.charCodeAt(++at)] ^ 64;
      bytes[to++] = byte;
      one = (one + byte) % 65521;
      two = (two + one) % 65521;
    }
    if (to !== bytes.length || two * 65536 + one !== +parcel.dataset.sum) throw new Error("a parcel is not whole");
    return bytes;
  };

  // LZMA without its header, for positions that do not matter: every byte is packed by the one before it.
  const unpacked = (from, size) => {
    const to = new Uint8Array(size);
    // Each model is a row of chances: that a match follows, that it repeats a distance and which, how far it is, how long.
    const MATCH = 0, REPEAT = 12, FIRST = 24, SECOND = 36, THIRD = 48, ONE = 60, SLOT = 72, SPECIAL = 328, ALIGN = 456;
    const LENGTH = 472, AGAIN = 1000, LITERAL = 1528;
    const chances = new Uint16Array(LITERAL + (768 << CONTEXT)).fill(1024);
    let at = 5;
    // What is left to be read of the number that all of it is: numbers of 32 bits that stay such are far quicker.
    const now = Uint32Array.of(0xffffffff, (from[1] << 24) | (from[2] << 16) | (from[3] << 8) | from[4]);
    const bit = (model) => {
      const chance = chances[model];
      const bound = Math.imul(now[0] >>> 11, chance) >>> 0;
      let found = 0;
      if (now[1] < bound) {
        now[0] = bound;
        chances[model] = chance + ((2048 - chance) >> 5);
      } else {
        now[0] -= bound;
        now[1] -= bound;
        chances[model] = chance - (chance >> 5);
        found = 1;
      }
      if (now[0] < 0x1000000) {
        now[0] <<= 8;
        now[1] = (now[1] << 8) | from[at++];
      }
      return found;
    };
    const tree = (model, bits) => {
      let node = 1;
      for (let left = bits; left > 0; left--) node = (node << 1) | bit(model + node);
      return node - (1 << bits);
    };
    const backwards = (model, bits) => {
      let node = 1, found = 0;
      for (let place = 0; place < bits; place++) {
        const next = bit(model + node);
        node = (node << 1) | next;
        found |= next << place;
      }
      return found;
    };
    const even = (bits) => {
      let found = 0;
      for (let left = bits; left > 0; left--) {
        now[0] >>>= 1;
        const next = now[1] >= now[0] ? 1 : 0;
        if (next) now[1] -= now[0];
        found = (found << 1) | next;
        if (now[0] < 0x1000000) {
          now[0] <<= 8;
          now[1] = (now[1] << 8) | from[at++];
        }
      }
      return found;
    };
    const lengthOf = (model) => {
      if (!bit(model)) return 2 + tree(model + 2, 3);
      if (!bit(model + 1)) return 10 + tree(model + 10, 3);
      return 18 + tree(model + 18, 8);
    };
    const distanceOf = (length) => {
      const slot = tree(SLOT + 64 * Math.min(length - 2, 3), 6);
      if (slot < 4) return slot;
      const bits = (slot >> 1) - 1;
      const base = ((2 | (slot & 1)) << bits) >>> 0;
      if (slot < 14) return base + backwards(SPECIAL + base - slot, bits);
      return base + even(bits - 4) * 16 + backwards(ALIGN, 4);
    };
    let done = 0, state = 0, near = 0, near2 = 0, near3 = 0, near4 = 0;
    while (done < size) {
      if (!bit(MATCH + state)) {
        const model = LITERAL + 768 * ((done ? to[done - 1] : 0) >> (8 - CONTEXT));
        let node = 1;
        if (state > 6) {
          let like = to[done - near - 1];
          while (node < 256) {
            const wanted = (like >> 7) & 1;
            like <<= 1;
            const next = bit(model + ((1 + wanted) << 8) + node);
            node = (node << 1) | next;
            if (next !== wanted) break;
          }
        }
        while (node < 256) node = (node << 1) | bit(model + node);
        to[done++] = node;
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
        continue;
      }
      let length;
      if (!bit(REPEAT + state)) {
        near4 = near3;
        near3 = near2;
        near2 = near;
        length = lengthOf(LENGTH);
        near = distanceOf(length);
        state = state < 7 ? 7 : 10;
      } else {
        if (!bit(FIRST + state)) {
          if (!bit(ONE + state)) {
            to[done] = to[done - near - 1];
            done++;
            state = state < 7 ? 9 : 11;
            continue;
          }
        } else {
          let far = near2;
          if (bit(SECOND + state)) {
            far = near3;
            if (bit(THIRD + state)) {
              far = near4;
              near4 = near3;
            }
            near3 = near2;
          }
          near2 = near;
          near = far;
        }
        length = lengthOf(AGAIN);
        state = state < 7 ? 8 : 11;
      }
      if (near >= done) throw new Error("a parcel says nothing");
      for (const end = Math.min(done + length, size); done < end; done++) to[done] = to[done - near - 1];
    }
    return to;
  };

  // What a host says of its encoding counts for more than what the page says: its bytes are read once more.
  const page = async () => {
    if (document.characterSet === "windows-1252") return document;
    const bytes = await (await fetch(location.href)).arrayBuffer();
    return new DOMParser().parseFromString(new TextDecoder("windows-1252").decode(bytes), "text/html");
  };

  const unpackInto = (files, parcel) => {
    const plain = unpacked(bytesOf(parcel), +parcel.dataset.size);
    const head = plain.findIndex((byte, at) => byte === 10 && plain[at + 1] === 10);
    let from = head + 2;
    for (const line of new TextDecoder().decode(plain.subarray(0, head)).split("\n")) {
      const [name, length] = line.split(" ");
      files.set(name, plain.subarray(from, (from += +length)));
    }
  };

  const start = async () => {
    const files = new Map();
    const [app, scenarios] = (await page()).querySelectorAll(".parcel");
    unpackInto(files, app);
    // The browser makes it ready beside the page, which goes on unpacking.
    const compiling = WebAssembly.compile(files.get("app.wasm"));
    unpackInto(files, scenarios);
    const text = (name) => new TextDecoder().decode(files.get(name));

    // All looks at once: a page knows its own.
    document.adoptedStyleSheets = [...files.keys()].filter((name) => name.endsWith(".css")).map((name) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text(name));
      return sheet;
    });

    // The scripts beside the app: the page's policy knows their text.
    const parts = document.createElement("script");
    parts.textContent = text("parts.js");
    document.head.append(parts);
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
        const work = `bound.initSync({ module: await WebAssembly.compile(data) });\nbound.${role}();`;
        const source = `const bound = (${window.twoHats.glue})();\nonmessage = async ({ data }) => {\nonmessage = null;\n${work}\n};`;
        const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
        super(address);
        this.postMessage(files.get("app.wasm"));
        setTimeout(() => URL.revokeObjectURL(address), 1e4);
      }
    };

    // Windows of one file hear each other by what the browser keeps, for each may be a world of its own to it.
    const CHANNEL = "two-hats-words";
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
    instance().app();
  };

  addEventListener("DOMContentLoaded", () =>
    start().catch((fault) => {
      console.error(fault);
      document.documentElement.dataset.unloaded = "";
    }),
  );
})();
