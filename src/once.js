// Whatever acts does so once, on every page: a key that is held acts no more, and neither does the second click of a
// double one where the first has changed what is under it.
(() => {
  const stop = (event) => (event.preventDefault(), event.stopImmediatePropagation());
  const held = (event) => {
    const fields = event.key === "Enter" ? "textarea" : "input, select, textarea";
    if (event.repeat && /^(Enter|\S)$/u.test(event.key) && !event.target.closest?.(fields)) stop(event);
  };
  let first = {}, stray;
  const down = (event) => {
    const { clientX: x, clientY: y, timeStamp: at } = event;
    const on = event.target.closest?.("a, button, input, label, select, summary, textarea");
    const says = [on, ...document.querySelectorAll("h1, h2")].map((part) => part?.textContent).join();
    stray = at - first.at < 500 && Math.hypot(x - first.x, y - first.y) < 30 && (on !== first.on || says !== first.says);
    first = stray ? { ...first, at } : { x, y, at, on, says };
    if (stray) stop(event);
  };
  addEventListener("keydown", held, true);
  addEventListener("mousedown", down, true);
  // A click without a press is one of the keyboard.
  addEventListener("click", (event) => stray && event.detail && stop(event), true);
})();
