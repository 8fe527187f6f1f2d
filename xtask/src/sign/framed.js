// A page without an origin is shown no drawing that lies in a file: it fetches each, as it fetches all else of its host.
if (origin === "null" && location.protocol !== "file:") {
  const place = document.createElement("div");
  place.hidden = true;
  document.body.append(place);
  const files = {};
  const bring = async (file, name) => {
    const drawn = new DOMParser().parseFromString(await (await fetch(file)).text(), "image/svg+xml").documentElement;
    for (const symbol of drawn.querySelectorAll("symbol")) symbol.id = `${name}-${symbol.id}`;
    place.append(document.importNode(drawn, true));
  };
  const draw = async (use) => {
    const address = use.getAttribute("href");
    const [, file, name, symbol] = address.match(/^(.*\/(.*)\.svg)#(.*)$/);
    await (files[file] ??= bring(file, name).catch(() => {}));
    // It may show another by now.
    if (use.getAttribute("href") === address) use.setAttribute("href", `#${name}-${symbol}`);
  };
  const drawAll = () => document.querySelectorAll("use[href*='.svg#']").forEach(draw);
  new MutationObserver(drawAll).observe(document.body, { subtree: true, childList: true, attributeFilter: ["href"] });
  drawAll();
}
// In a frame. What the page around it may forbid without a word, files and prints, is shown another way, or said; to a page
// without an origin its host does the same. A file on a disk has none either.
if (self !== top || (origin === "null" && location.protocol !== "file:")) {
  // A frame as tall as its page does not scroll, so what is read next is shown by the page around it.
  const show = (part) => (part.closest(".came") ?? part).scrollIntoView({ block: "nearest" });
  addEventListener("focusin", ({ target }) => target.matches("h1, h2") && show(target));

  const look = new CSSStyleSheet();
  look.replaceSync(`
    .handed { position: sticky; bottom: .75rem; z-index: 4; }
    .handed p { flex-basis: 100%; overflow-wrap: anywhere; }
    .handed a { color: inherit; }
    .handed textarea { flex: 1 1 100%; height: 8rem; }
    .handed img { max-width: 100%; }
  `);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, look];
  const byItself = () => {
    const address = document.createElement("a");
    address.href = address.textContent = location.href.replace(/\?[^#]*/, "");
    address.target = "_blank";
    return address;
  };
  let shown;
  const tell = (words, ...more) => {
    shown?.remove();
    shown = document.createElement("div");
    shown.className = "toast handed";
    shown.setAttribute("role", "alert");
    const text = document.createElement("p");
    text.append(words, " ", byItself());
    const close = document.createElement("button");
    close.className = "button";
    close.textContent = "{close}";
    close.onclick = () => shown.remove();
    shown.append(text, ...more, close);
    document.body.append(shown);
    show(shown);
  };
  // A text to be copied, or a picture; of what is neither the address alone.
  const holds = async (blob) => {
    if (/^image.png/.test(blob.type)) {
      const picture = document.createElement("img");
      picture.src = URL.createObjectURL(blob);
      picture.alt = "{picture}";
      return picture;
    }
    if (!/^(text|application.json|image.svg)/.test(blob.type)) return "";
    const field = document.createElement("textarea");
    field.readOnly = true;
    field.value = await blob.text();
    field.setAttribute("aria-label", "{holds}");
    return field;
  };
  addEventListener(
    "click",
    async ({ target }) => {
      if (target.blob) tell("{file}", await holds(target.blob));
    },
    true,
  );
  // What may be printed says so before it is.
  let printed;
  addEventListener("beforeprint", () => (printed = true));
  addEventListener("askedtoprint", () =>
    setTimeout(() => {
      if (!printed) tell("{print}");
      printed = false;
    }, 500),
  );
}
