// Fetches what `lazy.rs` names: the chunks of the app that a page or a worker needs, and the page's style.
import { initSync } from "./two-hats.js";

const fetched = {}, started = {}, styled = {};
const beside = (name) => new URL(name, import.meta.url);

// A file holds all chunks of its page, each as a section with the number of the chunk. A host may say of it that it is
// something else, so its bytes alone count. What did not come is fetched anew when it is asked for again; what has not come
// after a minute does not come.
const fetchChunks = (page) =>
  (fetched[page] ??= fetch(beside(page + ".wasm"), { signal: AbortSignal.timeout(60000) })
    .then((answer) => answer.arrayBuffer())
    .then(WebAssembly.compile)
    .catch((error) => {
      delete fetched[page];
      throw error;
    }));

// A page without its style still works, and a worker has none.
const style = (name) =>
  self.document &&
  (styled[name] ??= new Promise((there) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = beside(name + ".css");
    link.onload = link.onerror = there;
    document.head.append(link);
  }));

// A page whose chunks lie in part in the file of another one waits for that one's, too. The app is told that they are there,
// or that they are not.
const starts = {};
const lazy = (page, look, after, ...chunks) => {
  const start = (starts[page] = async () => {
    const app = initSync();
    const [file] = await Promise.all([fetchChunks(page), look && style(page), after && starts[after]()]);
    const compile = (chunk) => started[chunk] ?? WebAssembly.compile(WebAssembly.Module.customSections(file, chunk)[0]);
    const modules = await Promise.all(chunks.map(compile));
    modules.forEach((module, at) => {
      const chunk = chunks[at];
      if (started[chunk]) return;
      new WebAssembly.Instance(module, { __wasm_split: app });
      started[chunk] = module;
    });
  });
  return async (told, about) => {
    const there = await start().then(
      () => true,
      () => false,
    );
    initSync().__indirect_function_table.get(told)(about, there);
  };
};
