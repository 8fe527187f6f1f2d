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

  // What a browser saved of a page that was open holds the game as it stood then: it begins anew.
  const root = document.documentElement;
  // Scripts may run here: what the page says where none may is not for now.
  root.dataset.first = "";
  const wasOpen = () => {
    if (!("open" in root.dataset)) return false;
    for (const name of Object.keys(root.dataset)) if (name !== "version" && name !== "first") delete root.dataset[name];
    for (const left of document.querySelectorAll("#app > *, .drawn")) left.remove();
    return true;
  };

  // The unpacker, and the page that it stands in. What a host says of the page's encoding counts for more than what the page
  // says: where no bytes stand in it, its own are read once more.
  const found = async (page) => {
    try {
      return [page, await WebAssembly.compile(bytesOf(page.querySelector(".unpacker")))];
    } catch (fault) {
      if (page !== document || document.characterSet === "windows-1252" || fault.name === "CompileError") throw fault;
      const bytes = await fetch(location.href).then((answer) => answer.arrayBuffer()).catch(() => {
        throw new Error(`its host says that it is written in ${document.characterSet}, and does not let it be read as it is. Sent without a charset, or opened from a disk, it is whole`);
      });
      return found(new DOMParser().parseFromString(new TextDecoder("windows-1252").decode(bytes), "text/html"));
    }
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
    const [parts, module] = await found(document);
    const { exports: unpacker } = await WebAssembly.instantiate(module);
    const [app, scenarios] = parts.querySelectorAll(".parcel");
    unpackInto(files, app, unpacker);
    // The browser makes it ready beside the page, which goes on unpacking.
    const compiling = WebAssembly.compile(files.get("app.wasm"));
    unpackInto(files, scenarios, unpacker);
    // What is started of it: the page's policy knows the text.
    const script = document.createElement("script");
    script.textContent = new TextDecoder().decode(files.get("parts.js"));
    document.head.append(script);
    // It has run, and is not to do so once more in a page that is saved.
    script.remove();
    await window.twoHats.start(files, compiling);
  };

  const cause = ({ message }, saved) => {
    if (!self.WebAssembly) return "this browser has no WebAssembly, or was told to run none";
    if (/policy|CSP|unsafe-eval/i.test(message)) return "the rules that its host sends with it forbid it (Content-Security-Policy without 'wasm-unsafe-eval'). Opened from a disk, it runs";
    if (/^its host/.test(message)) return message;
    if (saved) return "it is what a browser saved of the open page, which is not the file itself. Save what the link to it leads to";
  };

  addEventListener("DOMContentLoaded", () => {
    const saved = wasOpen();
    start().catch((fault) => {
      console.error(fault);
      root.dataset.unloaded = "";
      const known = cause(fault, saved);
      if (known) document.querySelector(".unloaded").textContent = `This file does not open: ${known}.`;
    });
  });
})();
