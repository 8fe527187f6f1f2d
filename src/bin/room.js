// Starts the facilitator's room on its page, after its style.
import init from "./two-hats-room.js";
const style = document.createElement("link");
style.rel = "stylesheet";
style.href = new URL("room.css", import.meta.url).href;
// A room without its looks still works.
await new Promise((go) => {
  style.onload = style.onerror = go;
  document.head.append(style);
});
init();
