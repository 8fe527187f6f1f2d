// What can have the focus and shows nothing when it has, and what pictures tell by colours that cannot be told apart: in forced
// colours, where shadows and tints are gone.
const found = new Set();
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const colour = (name) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = name;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const bright = ([r, g, b]) => {
  const linear = (part) => ((part /= 255) <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
};
const apart = (one, other) => {
  const [a, b] = [bright(colour(one)), bright(colour(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};
const named = (it) => `${it.localName}.${it.getAttribute("class") ?? ""} ${it.textContent.trim().slice(0, 30)}`;
const ground = (it) => {
  for (; it; it = it.parentElement) {
    const own = getComputedStyle(it).backgroundColor;
    if (colour(own)[3] > 250) return own;
  }
  return "Canvas";
};

// The ring is on the element, or on what stands for it.
const ring = (it) => {
  for (const on of [it, it.querySelector(".box"), it.closest("label, .scenario, .field, .pick")]) {
    if (!on) continue;
    const style = getComputedStyle(on);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    if (outlined && apart(style.outlineColor, ground(on.parentElement)) >= 3) return true;
    if (on.matches(".box") && parseFloat(style.strokeWidth) >= 3) return true;
  }
  return false;
};
const before = document.activeElement;
const open = document.querySelector("dialog[open]") ?? document;
for (const it of open.querySelectorAll("a[href], button, input, select, textarea, summary, [role=button]")) {
  if (!it.checkVisibility({ visibilityProperty: true }) || it.disabled || it.closest(".hidden, [hidden]")) continue;
  it.focus({ preventScroll: true, focusVisible: true });
  if (document.activeElement === it && !ring(it)) found.add(`no ring: ${named(it)}`);
}
before?.focus?.({ preventScroll: true });

// A mark and its ground.
const marks = [
  [".gauge", ".fill", ".track"],
  [".gauge", ".enough", ".track"],
  [".bar", "rect:last-child", "rect:first-child:not(:last-child)"],
  [".share", "rect:last-child", "rect:first-child:not(:last-child)"],
  [".map, .big-map", ".trail", ".sea"],
  [".logo", ".bowler", null],
];
const painted = (it) => (getComputedStyle(it).fill === "none" ? getComputedStyle(it).stroke : getComputedStyle(it).fill);
for (const [picture, mark, under] of marks) {
  for (const drawn of document.querySelectorAll(picture)) {
    const [one, other] = [drawn.querySelector(mark), under && drawn.querySelector(under)];
    if (!one || (under && !other) || !drawn.checkVisibility()) continue;
    if (apart(painted(one), other ? painted(other) : ground(drawn.parentElement)) < 3) found.add(`not told apart: ${picture} ${mark}`);
  }
}

// What is chosen.
const looks = (it) => ["borderColor", "borderWidth", "outlineStyle", "outlineColor", "backgroundColor", "color"].map((name) => getComputedStyle(it)[name]).join();
for (const [chosen, other] of [
  [".choice:has(:checked)", ".choice:not(:has(:checked))"],
  [".button[aria-pressed=true]", ".button[aria-pressed=false]"],
  [".tabs [aria-current=true]", ".tabs :not([aria-current=true])"],
]) {
  const [one, two] = [document.querySelector(chosen), document.querySelector(other)];
  if (one?.checkVisibility() && two?.checkVisibility() && looks(one) === looks(two)) found.add(`not told apart: ${chosen}`);
}

// The hats, on whatever ground.
for (const hat of document.querySelectorAll(".hat .icon, .tag .icon, .stop")) {
  if (hat.checkVisibility() && apart(getComputedStyle(hat).color, ground(hat)) < 3) found.add(`not seen: ${named(hat.parentElement)}`);
}
return [...found];
