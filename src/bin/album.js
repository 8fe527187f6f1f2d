// The journal and the field guide on their page: looks for the place that the app leaves for them, tells the library what
// is kept, and shows its answer.
import init, { answer } from "./two-hats-album.js";

const KEPT = "two-hats:";
// Far more than a browser keeps for a page.
const LARGEST = 2e7;
const here = (name) => new URL(name, import.meta.url);
const host = () => document.getElementById("album");
const part = (css) => host()?.querySelector(css);

const MARKS = { "\\": "\\\\", "\t": "\\t", "\n": "\\n" };
const line = (...fields) => "\n" + fields.map((field) => String(field).replace(/[\\\t\n]/g, (mark) => MARKS[mark])).join("\t");
const plain = (field) => field.replace(/\\(.)/g, (_, mark) => ({ t: "\t", n: "\n" })[mark] ?? mark);

// Where the browser keeps nothing, reading the property itself throws.
const kept = () => {
  try {
    return Object.entries(localStorage).filter(([key]) => key.startsWith(KEPT)).map(([key, value]) => [key.slice(KEPT.length), value]);
  } catch {
    return null;
  }
};

const day = (key) => {
  const moment = key.match(/^(?:journal|self)\/(\d{1,15})$/)?.[1];
  return moment ? new Date(+moment).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }) : "";
};

// What came of the stories: lines for the library, and their packs as one row of bytes.
let stories, packs, page, anchor, drawn, file;
const ask = (what, more = "") => {
  const all = kept();
  const own = all ? all.map(([key, value]) => line("kept", key, value, day(key))).join("") : line("unkept");
  return answer(packs, what + line("now", Date.now()) + stories + own + more);
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

// The guide needs only what was played; the album shows what was not.
const wanted = (id) =>
  page === "journal" ||
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
  page = place.dataset.page;
  await load();
  if (place !== host()) return;
  // The library makes text of all that fills its templates.
  place.innerHTML = ask(page);
  place.removeAttribute("aria-busy");
  const { said } = history.state ?? {};
  if (said) {
    history.replaceState(null, "");
    const told = Object.assign(document.createElement("p"), { className: "flag", textContent: said, tabIndex: -1 });
    told.setAttribute("role", "status");
    place.prepend(told);
    told.focus();
  }
  jump();
}

// The app begins anew with what is kept now, and this page says what was done.
function again(said) {
  history.replaceState({ said }, "");
  location.reload();
}

// What is said of one act is not left standing after the next; it is heard when it comes after the page.
const said = (button, done) => {
  const output = button.closest("p").querySelector("output");
  host().querySelectorAll("output").forEach((other) => (other.value = ""));
  setTimeout(() => (output.value = done ? output.dataset.said : output.dataset.notSaid), 100);
};

const show = (id) => {
  for (const question of host().querySelectorAll("#erase-1, #erase-2")) question.hidden = question.id !== id;
  part(id ? `#${id} h3` : "[data-do=erase]").focus();
};

// All of it or nothing: what was kept before is put back.
function put(lines) {
  const before = [];
  try {
    for (const [key, value] of lines) {
      before.push([key, localStorage.getItem(KEPT + key)]);
      localStorage.setItem(KEPT + key, value);
    }
    return lines.length;
  } catch {
    for (const [key] of before) localStorage.removeItem(KEPT + key);
    for (const [key, value] of before) if (value !== null) localStorage.setItem(KEPT + key, value);
    return before.length - 1;
  }
}

// What a file holds, as lines for the library, which judges it.
async function read(picked) {
  if (picked.size > LARGEST) return line("file", "too-large");
  try {
    const { app, format, saved } = JSON.parse(await picked.text());
    if (app !== "two-hats") return line("file", "other");
    if (typeof format !== "number" || typeof saved !== "object" || !saved || Array.isArray(saved)) return line("file", "broken");
    const things = Object.entries(saved).map(([key, value]) => (typeof value === "string" ? line("came", key, value) : line("odd", key)));
    return line("file", app, format) + things.join("");
  } catch {
    return line("file", "broken");
  }
}

const acts = {
  print: () => window.print(),
  answers: () => {
    let done = true;
    try {
      localStorage.setItem(`${KEPT}self/${Date.now()}`, [0, 1, 2].map((at) => part("#r" + at).value).join(" "));
      part("#self-check").innerHTML = ask("self");
    } catch {
      done = false;
    }
    const button = part("[data-do=answers]");
    said(button, done);
    button.focus();
  },
  export: () => {
    const text = JSON.stringify({ format: 1, app: "two-hats", saved: Object.fromEntries(kept() ?? []) }, null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "two-hats-journal.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1e4);
    said(part("[data-do=export]"), true);
  },
  "import-no": () => {
    part("#import-said").replaceChildren();
    part("#import").focus();
  },
  "import-yes": (button) => {
    // What is kept may have changed since the question was put.
    const lines = ask("merge", file).split("\n").filter(Boolean).map((row) => row.split("\t").map(plain));
    const fitted = put(lines);
    if (fitted === lines.length) return again(button.dataset.done);
    part("#import-said h3").textContent = button.dataset.full.replace("%n", fitted).replace("%all", lines.length);
    part("#import-said h3").focus();
    button.remove();
  },
  erase: () => show("erase-1"),
  "erase-on": () => show("erase-2"),
  "erase-no": () => show(),
  "erase-yes": (button) => {
    for (const [key] of kept() ?? []) localStorage.removeItem(KEPT + key);
    again(button.dataset.done);
  },
};

addEventListener("click", ({ target }) => {
  const button = target.closest?.("#album [data-do]");
  if (button) acts[button.dataset.do](button);
  // A link to where the address is already changes nothing that the app could see.
  const link = target.closest?.("#album a");
  if (link && link.hash && link.hash === location.hash) jump();
});
addEventListener("change", async ({ target }) => {
  if (target.id !== "import" || !target.files[0]) return;
  file = await read(target.files[0]);
  target.value = "";
  part("#import-said").innerHTML = ask("preview", file);
  part("#import-said h3").focus();
});

const looks = document.createElement("link");
looks.rel = "stylesheet";
looks.href = here("album.css");
// A journal without its looks still works.
await Promise.all([init(), new Promise((go) => ((looks.onload = looks.onerror = go), document.head.append(looks)))]);
new MutationObserver(draw).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-source"] });
draw();
