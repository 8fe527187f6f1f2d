// Whatever acts does so once, on every page: a key that is held acts no more, and neither does the second click of a
// double one where the first has changed what is under it.
(() => {
  const stop = (event) => (event.preventDefault(), event.stopImmediatePropagation());
  const held = (event) => {
    const fields = event.key === "Enter" ? "textarea" : "input, select, textarea";
    // With these it is the browser's own, such as its zoom.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.repeat && /^(Enter|\S)$/u.test(event.key) && !event.target.closest?.(fields)) stop(event);
  };
  let first = {}, stray;
  const lies = (part) => part && Object.values(part.getBoundingClientRect().toJSON()).join();
  const down = (event) => {
    const { clientX: x, clientY: y, timeStamp: at } = event;
    const on = event.target.closest?.("a, button, input, label, select, summary, textarea");
    const says = on?.textContent, heads = [...document.querySelectorAll("h1, h2")].map((part) => part.textContent).join();
    const near = at - first.at < 500 && Math.hypot(x - first.x, y - first.y) < 30;
    // Another control beside the first, which stays where it was, is meant.
    const other = on === first.on ? says !== first.says : first.on && lies(first.on) !== first.lies;
    stray = near && (heads !== first.heads || !!other);
    if (stray) stop(event);
    else first = { x, y, at, on, says, heads, lies: lies(on) };
  };
  addEventListener("keydown", held, true);
  addEventListener("mousedown", down, true);
  // A click without a press is one of the keyboard.
  addEventListener("click", (event) => stray && event.detail && stop(event), true);
})();
