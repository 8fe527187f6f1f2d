// Keeps one version of the game on this device: all of its files but its icons or none, each known by its hash.
const VERSION = "{version}";
const FILES = new Map("{files}".split("|").map((file) => file.split(" ")));
const HOME = registration.scope, TOLD = {told};
// What a host said beside a file may be wrong, or meant for a day: what is kept is told by its name alone.
const TYPES = {types};
const HEADERS = {headers};
const type = (path) => TYPES[path.split(".").pop()] ?? TYPES.html;
const MINE = `two-hats ${HOME} `;
const OPTIONAL = /^marks\/|webmanifest$/;
const kept = () => caches.open(MINE + VERSION);

// The answer, if it is this version's file. Its bytes become a blob, which is not in the page's memory but in the browser's.
async function fitting(path, answer) {
  if (!answer?.ok) return undefined;
  const body = await answer.blob();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await body.arrayBuffer()), 0, TOLD);
  return btoa(String.fromCharCode(...hash)) === FILES.get(path) ? new Response(body, { headers: { ...HEADERS, "content-type": type(path) } }) : undefined;
}

// A file of this version, from what another version left or from the host; no other file is let in.
async function take(path) {
  const left = await fitting(path, await caches.match(HOME + path));
  const answer = left ?? (await fitting(path, await fetch(HOME + path, { cache: "no-cache", priority: "low" })));
  if (!answer) throw new Error(`${path} is of another version`);
  return answer;
}

// One after the other, so that a player's own requests need not wait. What came stays when the rest fails, for the next try.
addEventListener("install", (event) =>
  event.waitUntil(
    (async () => {
      const cache = await kept();
      for (const path of FILES.keys()) {
        if (await cache.match(HOME + path)) continue;
        // Some hosts give no file of an ending that they do not know: the game is whole without its icons.
        const file = await take(path).catch((fault) => { if (!OPTIONAL.test(path)) throw fault; });
        if (file) await cache.put(HOME + path, file);
      }
    })(),
  ),
);

// No page of another version is open any more. What the last one kept stays until the next: a browser may go over to this
// worker while the one before it is answering a page that is just being loaded again.
addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      const others = (await caches.keys()).filter((name) => name.startsWith(MINE) && name !== MINE + VERSION);
      for (const name of others.slice(0, -1)) await caches.delete(name);
    })(),
  ),
);

addEventListener("fetch", (event) => {
  const [url] = event.request.url.split(/[?#]/);
  if (event.request.method !== "GET" || !url.startsWith(HOME)) return;
  const path = url.slice(HOME.length).replace(/^index\.html$/, "");
  if (FILES.has(path)) event.respondWith(kept().then(async (cache) => (await fitting(path, await cache.match(HOME + path))) ?? take(path)));
});

addEventListener("message", async ({ data, source }) => {
  if (data === "use") return skipWaiting();
  // A page that came from the host before there was a worker: it is taken in if it is of this version, and alone.
  if (data !== VERSION) return source.postMessage("other");
  const pages = (await clients.matchAll({ includeUncontrolled: true })).filter(({ url }) => url.startsWith(HOME));
  if (pages.length < 2) clients.claim();
});
