// Fetches what `lazy.rs` names: the chunks of the app that a page or a worker needs, and the page's style.
import { initSync } from "./two-hats.js";

const compiled = {}, started = {}, styled = {};
const beside = (name) => new URL(name, import.meta.url);

// A host may say of a wasm that it is something else, so its bytes alone count. What did not come is fetched anew when it is
// asked for again; what has not come after a minute does not come.
const compile = (name) =>
  (compiled[name] ??= fetch(beside(name + ".wasm"), { signal: AbortSignal.timeout(60000) })
    .then((answer) => answer.arrayBuffer())
    .then((bytes) => WebAssembly.compile(bytes))
    .catch((error) => {
      delete compiled[name];
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

// The app is told that they are there, or that they are not.
const lazy = (look, ...names) => async (told, about) => {
  const app = initSync();
  let there = true;
  try {
    const [modules] = await Promise.all([Promise.all(names.map(compile)), look && style(look)]);
    modules.forEach((module, at) => (started[names[at]] ??= new WebAssembly.Instance(module, { __wasm_split: app })));
  } catch {
    there = false;
  }
  app.__indirect_function_table.get(told)(about, there);
};

