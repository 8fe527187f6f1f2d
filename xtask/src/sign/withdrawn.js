// Nothing is kept here, and what an earlier worker kept is given up.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith(`two-hats ${registration.scope} `)) await caches.delete(name);
      await registration.unregister();
      for (const page of await clients.matchAll()) page.navigate(page.url);
    })(),
  ),
);
