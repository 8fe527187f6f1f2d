// Before the worker of a game that is played where it is built: while the server is there it has the word, for it may have
// been built anew, and what is kept is for when it is gone.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const [url] = event.request.url.split(/[?#]/);
  if (event.request.method !== "GET" || !url.startsWith(HOME)) return;
  event.stopImmediatePropagation();
  const path = url.slice(HOME.length).replace(/^index\.html$/, "");
  const answer = async () => {
    const came = await fetch(event.request).catch(() => Response.error());
    return came.ok ? came : ((await fitting(path, await (await kept()).match(HOME + path))) ?? came);
  };
  event.respondWith(answer());
});
