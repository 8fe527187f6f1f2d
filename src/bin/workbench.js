// Starts the authors' workbench: on its page, after its style; or as its worker, which checks beside the page.
import init from "./two-hats-workbench.js";
if (self.document) {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("workbench.css", import.meta.url).href;
  // A workbench without its looks still works.
  await new Promise((go) => {
    style.onload = style.onerror = go;
    document.head.append(style);
  });
}
init();
