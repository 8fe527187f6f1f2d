// Keeps the game on this device once the page is idle; the server gives each page the newest version itself.
const keep = () => navigator.serviceWorker?.register(new URL("worker.js", import.meta.url)).catch(() => {});
document.readyState === "complete" ? keep() : addEventListener("load", keep);
