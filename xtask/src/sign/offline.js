// Keeps the game on this device once the page is idle, and says when another version of it waits.
const version = new URL(import.meta.url).search.slice(1);
// There are none where a page is not safe from changes on its way, and in some private windows; a page without an origin may
// not even ask.
const workers = (() => {
  try {
    return navigator.serviceWorker;
  } catch {}
})();
const script = new URL("worker.js", import.meta.url).href;
// A site may have a worker of its own, which keeps nothing of the game.
const own = (worker) => (worker?.scriptURL === script ? worker : null);
const controller = () => own(workers.controller);

const root = document.documentElement;
const place = document.createElement("div");
place.className = "news";
place.setAttribute("role", "status");

// Below the page, and in sight wherever nothing is to be chosen; never on a stage. A style of its own, for no one waits
// for this one.
const look = new CSSStyleSheet();
look.replaceSync(`
  .news { position: sticky; bottom: 0; z-index: 3; width: fit-content; margin: 0 auto; }
  .news:not(:empty) { padding-bottom: .75rem; }
  .news .toast { flex-wrap: wrap; }
  body:has(main.play) .news { position: static; }
  body:has(.stage, .paper) .news { display: none; }
  .news:has(.unkept) { position: static; }
  .unkept { display: none; font-size: .875rem; padding: 0 1rem; }
  body:has(main.home, main.room) .unkept { display: block; }
  [data-offline=kept] .if-kept, [data-offline=coming] .if-coming, [data-offline=unkept] .if-unkept { display: block; }
`);

const button = (word, act) => {
  const made = document.createElement("button");
  made.className = "button";
  made.textContent = word;
  made.onclick = act;
  return made;
};

function say(words, act) {
  const toast = document.createElement("div");
  toast.className = "toast";
  const text = document.createElement("p");
  text.textContent = words;
  toast.append(text, act, button("{later}", () => place.replaceChildren()));
  place.replaceChildren(toast);
}
const offer = (use) => say("{waits}", button("{use}", use));

// Whoever is new in this folder may have played in another of this host, which keeps its own.
function beside() {
  const kept = Object.keys(localStorage), own = root.dataset.kept ?? "two-hats:";
  if (kept.some((key) => key.startsWith(own)) || !kept.some((key) => /^two-hats(@.*\/)?:(run|journal)\//.test(key))) return;
  const journal = document.createElement("a");
  journal.className = "button";
  journal.href = "#/journal/keep";
  journal.textContent = "{journal}";
  say("{beside}", journal);
}

// Said where a game or a group is got ready; elsewhere it would come between a player and the story.
function unkept() {
  root.dataset.offline = "unkept";
  const text = document.createElement("p");
  text.className = "unkept";
  text.textContent = "{unkept}";
  place.prepend(text);
}

// All pages go over to another version together: each run is kept at every step.
let keeper = workers && controller();
const changed = () => {
  if (keeper) location.reload();
  keeper = controller();
};

function watch(registration) {
  const waits = (worker) => {
    if (worker?.state === "installed" && controller()) offer(() => worker.postMessage("use"));
  };
  waits(registration.waiting);
  registration.onupdatefound = () => {
    const coming = registration.installing;
    coming.onstatechange = () => waits(coming);
  };
}

// This page came from the host, and what is kept is of another version; the one that waits may be this page's own.
function anew({ waiting }) {
  waiting?.postMessage("use");
  location.reload();
}

async function keep() {
  workers.addEventListener("controllerchange", changed);
  const registration = await workers.register(script);
  watch(registration);
  const first = registration.active ? null : registration.installing;
  first?.addEventListener("statechange", () => first.state === "redundant" && unkept());
  workers.addEventListener("message", ({ data, source }) => data === "other" && own(source) && offer(() => anew(registration)));
  root.dataset.offline = "coming";
  const { active } = await workers.ready;
  root.dataset.offline = "kept";
  if (!controller()) active.postMessage(version);
}

// A device that keeps nothing, or a host that is away: the game plays on without, and says so.
async function start() {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, look];
  document.body.append(place);
  beside();
  if (!workers) unkept();
  else await keep().catch(() => controller() || unkept());
}
const begin = () => (self.requestIdleCallback ?? setTimeout)(start);

// A game that does not start here is not kept: it would not start again.
const app = document.getElementById("app");
const drawn = new MutationObserver(() => app.querySelector("main") && (drawn.disconnect(), begin()));
app.querySelector("main") ? begin() : drawn.observe(app, { childList: true, subtree: true });
