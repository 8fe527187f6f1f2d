// The field guide on its page: looks for the place that the app leaves for it, tells the library what is kept, and shows its
// answer.
import init, { answer } from "./two-hats-album.js";

const KEPT = document.documentElement.dataset.kept ?? "two-hats:";
const here = (name) => new URL(name, import.meta.url);
const host = () => document.querySelector("#album[data-page=guide]");
const part = (css) => host()?.querySelector(css);

const MARKS = { "\\": "\\\\", "\t": "\\t", "\n": "\\n" };
const line = (...fields) => "\n" + fields.map((field) => String(field).replace(/[\\\t\n]/g, (mark) => MARKS[mark])).join("\t");

// Where the browser keeps nothing, reading the property itself throws.
const kept = () => {
  try {
    return Object.entries(localStorage).filter(([key]) => key.startsWith(KEPT)).map(([key, value]) => [key.slice(KEPT.length), value]);
  } catch {
    return null;
  }
};

// What came of the stories: lines for the library, and their packs as one row of bytes.
let stories, packs, anchor, drawn;
const ask = (what) => {
  const all = kept();
  const own = all ? all.map(([key, value]) => line("kept", key, value, "")).join("") : line("unkept");
  return answer(packs, what + line("now", Date.now()) + stories + own);
};

async function fetched(name) {
  const came = await fetch(here(`scenarios/${name}`));
  if (!came.ok) throw new Error(name);
  return came;
}

// A host that answers everything with a page of its own has no list.
async function list() {
  const rows = (await (await fetched("album.txt")).text()).split("\n").filter(Boolean).map((row) => row.split("\t"));
  return rows.every((row) => row.length === 4 && /^[\w-]+$/.test(row[0])) ? rows : Promise.reject();
}

// The guide needs only what was played.
const wanted = (id) =>
  kept()?.some(([key, value]) => key === "run/" + id || (key.startsWith("journal/") && value.startsWith(id + " ")));

async function load() {
  const rows = await list().catch(() => null);
  const pack = ([id, version]) =>
    fetched(`${id}.pack?${version}`)
      .then((came) => came.arrayBuffer())
      .catch(() => new ArrayBuffer(0))
      .then((came) => [id, came]);
  const came = await Promise.all((rows ?? []).filter(([id]) => wanted(id)).map(pack));
  stories = rows ? rows.map((row) => "\nshelf\t" + row.join("\t")).join("") : line("no-shelf");
  stories += came.map(([id, { byteLength }]) => line("pack", id, byteLength)).join("");
  packs = new Uint8Array(await new Blob(came.map(([, pack]) => pack)).arrayBuffer());
}

// Shows the place on the page that the address names, once the app has done with the page's heading.
const jump = () =>
  setTimeout(() => {
    const place = anchor && part("#" + CSS.escape(anchor));
    if (!place) return;
    place.scrollIntoView();
    place.focus({ preventScroll: true });
  });

async function draw() {
  const place = host();
  if (!place) return;
  const moved = anchor !== place.dataset.source;
  anchor = place.dataset.source;
  if (place === drawn) return moved && jump();
  drawn = place;
  await load();
  if (place !== host()) return;
  // The library makes text of all that fills its templates.
  place.innerHTML = ask("guide");
  place.removeAttribute("aria-busy");
  jump();
}

addEventListener("click", ({ target }) => {
  if (target.closest?.("#album[data-page=guide] [data-do=print]")) window.print();
  // A link to where the address is already changes nothing that the app could see.
  const link = target.closest?.("#album[data-page=guide] a");
  if (link && link.hash && link.hash === location.hash) jump();
});
addEventListener("storage", ({ key }) => key === KEPT + "erased" && host() && location.reload());
const looks = document.createElement("link");
looks.rel = "stylesheet";
looks.href = here("album.css");
// A journal without its looks still works.
await Promise.all([init(), new Promise((go) => ((looks.onload = looks.onerror = go), document.head.append(looks)))]);
new MutationObserver(draw).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-source"] });
draw();
