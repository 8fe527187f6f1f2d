// The debrief on its page: looks for the place that the app leaves for it, asks the library, and shows its answer.
import init, { answer } from "./two-hats-debrief.js";

const KEPT = document.documentElement.dataset.kept ?? "two-hats:";
const here = (name) => new URL(name, import.meta.url);
const host = () => document.getElementById("debrief");

// Where the browser keeps nothing, reading the property itself throws.
const kept = () => {
  try {
    return Object.entries(localStorage).filter(([key]) => key.startsWith(KEPT)).map(([key, value]) => [key.slice(KEPT.length), value]);
  } catch {
    return [];
  }
};
const keep = (key, value) => {
  try {
    localStorage.setItem(KEPT + key, value);
    return true;
  } catch {
    return false;
  }
};

const day = (moment) =>
  new Date(+moment).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

// What is kept of past runs and answers, the newest first.
const past = () =>
  kept()
    .map(([key, value]) => [...key.split("/"), value])
    .filter(([kind, moment, value]) => /^(journal|self)$/.test(kind) && moment > 0 && value)
    .sort((one, other) => other[1] - one[1])
    .map(([kind, moment, value]) => `\n${kind}\t${day(moment)}\t${value}`)
    .join("");

// A shipped scenario's pack, or that of a file that was opened here; nothing where there is none, or where the key is
// more than an id, which could name any file of the host.
async function packed(key) {
  if (!/^(own\/)?[a-z\d]+([-_][a-z\d]+)*$/.test(key)) return new Uint8Array();
  const own = key.match(/^own\/(.*)/)?.[1];
  if (own) return Uint8Array.from(kept().find(([of]) => of === "scenario/" + own)?.[1] ?? "", (letter) => letter.charCodeAt());
  const came = await fetch(here(`scenarios/${key}.pack?${host()?.dataset.version ?? ""}`));
  if (came.status === 404) return new Uint8Array();
  return new Uint8Array(came.ok ? await came.arrayBuffer() : [0]);
}

// Where others open the page: not its query, which may hold a token, and nowhere where it is a file on a disk.
const base = /^http/.test(location.protocol) ? location.origin + location.pathname : "";

let pack, key, run, beside, drawn, picture, summary, counting;
const question = (what, how) => [what, key, base, run, beside, how].join("\t") + past();
const ask = (what, how) => answer(pack, question(what, how));

// All that is counted: by a worker, so that the page stays at hand, and can go on without. Where no worker starts it is
// counted here.
const count = () =>
  new Promise((counted) => {
    let worker, started;
    const end = (all) => {
      worker?.terminate();
      counted(all);
    };
    counting = { stop: () => worker?.terminate(), giveUp: () => end(ask("all", "plain")) };
    try {
      worker = new Worker("counter.js", { type: "module" });
    } catch {
      return end(ask("all"));
    }
    worker.onerror = () => end(ask("all", started && "plain"));
    worker.onmessage = ({ data }) => {
      if (data !== null) return end(data);
      started = true;
      worker.postMessage([pack, question("all")]);
    };
  });

// Draws all parts anew, unless something else is asked for meanwhile.
async function tell(place) {
  counting?.stop();
  const wait = setTimeout(() => {
    if (mine !== counting || place !== host()) return;
    place.innerHTML = ask("wait");
    place.removeAttribute("aria-busy");
  }, 1e3);
  const asked = count(), mine = counting;
  const all = await asked;
  clearTimeout(wait);
  if (mine !== counting || place !== host()) return false;
  // The library makes text of all that fills its templates.
  [place.innerHTML, picture, summary] = all.split("\0");
  return true;
}

// A region is heard when it changes some time after it has come.
const announce = (region, words) => {
  region.textContent = "";
  setTimeout(() => (region.textContent = words), 100);
};

// Draws the debrief of the run that the page names, unless it stands there already.
async function draw() {
  const place = host();
  if (!place || (place === drawn && place.dataset.run === run)) return;
  drawn = place;
  run = place.dataset.run;
  key = place.dataset.source;
  beside = "";
  const asked = run;
  pack = await packed(key).catch(() => new Uint8Array([0]));
  if (asked !== run || place !== host()) return;
  if (!(await tell(place))) return;
  place.removeAttribute("aria-busy");
  const came = place.querySelector("[data-came]");
  if (came) announce(came, came.dataset.came);
  // A run that was opened by its link is told from its heading on.
  if (!place.dataset.version) place.querySelector("h1")?.focus({ preventScroll: true });
}

// What came of an act: done, not done, or the name of what else is said. It is not left standing after the next act.
const said = (button, done) => {
  const output = button.closest("p").querySelector("output");
  host().querySelectorAll("output").forEach((other) => (other.value = ""));
  const word = done === true ? "said" : done || "notSaid";
  announce(output, button.dataset[word] ?? output.dataset[word]);
};

function save(name, part) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(part);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1e4);
}

// Few ask for the picture of a code, so another bundle draws it.
const album = () => import("./two-hats-album.js").then(async (album) => (await album.default(), album.answer));
const drawing = () => new Blob([picture], { type: "image/svg+xml" });
// Over plain http, or where permission is refused, there is only the older way: it copies what is selected.
const select = (text) => {
  const field = Object.assign(document.createElement("textarea"), { className: "link", readOnly: true, rows: 8, value: text });
  host().querySelector(".keep").append(field);
  field.focus();
  field.select();
  return field;
};
const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const { activeElement } = document;
    const field = select(text);
    const done = document.execCommand("copy");
    field.remove();
    activeElement?.focus();
    return done;
  }
};

const acts = {
  "copy-link": async () => {
    const done = await copy(host().querySelector("#link").value);
    host().querySelector("#link").select();
    return done;
  },
  "copy-text": async ({ textContent }) => {
    host().querySelector(".keep > textarea")?.remove();
    const done = await copy(summary);
    // What the page may not copy the reader can.
    if (!done) select(summary).ariaLabel = textContent;
    return done;
  },
  svg: () => (save("two-hats.svg", drawing()), true),
  png: async () => {
    const image = new Image(1200, 630);
    image.src = URL.createObjectURL(drawing());
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: 2400, height: 1260 });
    canvas.getContext("2d").drawImage(image, 0, 0, 2400, 1260);
    save("two-hats.png", await new Promise((go) => canvas.toBlob(go)));
    URL.revokeObjectURL(image.src);
    return true;
  },
  "give-up": () => {
    counting.giveUp();
    // What was pressed is gone.
    queueMicrotask(() => setTimeout(() => Object.assign(host().querySelector("h1, h2"), { tabIndex: -1 }).focus()));
  },
  print: () => window.print(),
  qr: async (button) => {
    try {
      const draw = await album();
      // Who scans it is led to the debrief, where there is an address that leads there.
      const told = [host().querySelector(".code").textContent, host().querySelector("#link")?.value ?? ""].join("\t");
      button.insertAdjacentHTML("afterend", draw(new Uint8Array(), "qr\ncode\t" + told));
      button.nextElementSibling.focus();
      button.remove();
    } catch {
      return false;
    }
  },
  answers: () => {
    const answers = [0, 1, 2].map((at) => host().querySelector("#r" + at).value).join(" ");
    const done = keep("self/" + Date.now(), answers);
    if (done) host().querySelector("#self-check").innerHTML = ask("self");
    said(host().querySelector("[data-do=answers]"), done);
    host().querySelector("[data-do=answers]").focus();
  },
};

addEventListener("click", async ({ target }) => {
  const button = target.closest?.("#debrief [data-do]");
  if (!button) return;
  const { do: act } = button.dataset;
  // A browser may refuse a file, and has no picture to give where it is short of memory.
  const done = await (async () => acts[act](button))().catch(() => "notSaved");
  if (done !== undefined) said(button, done);
});
addEventListener("change", async ({ target }) => {
  if (target.id !== "other" || !host()) return;
  beside = target.value;
  if (!(await tell(host()))) return;
  host().querySelector("#other").focus();
  const parted = host().querySelector(".beside [role=status]");
  if (parted) announce(parted, parted.textContent);
});
// On paper everything is open.
addEventListener("beforeprint", () => host()?.querySelectorAll("details").forEach((part) => (part.open = true)));

const looks = document.createElement("link");
looks.rel = "stylesheet";
looks.href = here("debrief.css");
// A debrief without its looks still works.
await Promise.all([init(), new Promise((go) => ((looks.onload = looks.onerror = go), document.head.append(looks)))]);
new MutationObserver(draw).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-run"] });
draw();
