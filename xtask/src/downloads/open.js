// Opens the game in one file: unpacks what stands in the page, and hands it to what starts it, `start.js`.
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
    // What is started of it: the page's policy knows the text.
    const script = document.createElement("script");
    script.textContent = new TextDecoder().decode(files.get("parts.js"));
    document.head.append(script);
    await window.twoHats.start(files, compiling);
  };

  addEventListener("DOMContentLoaded", () =>
    start().catch((fault) => {
      console.error(fault);
      document.documentElement.dataset.unloaded = "";
    }),
  );
})();
