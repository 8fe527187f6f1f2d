// What acts and cannot be reached: it is covered when it has been scrolled to or has the focus, or it is too small to hit
// (WCAG 2.2, 2.4.11 and 2.5.8); and a page that is wider than its window.
const found = new Set();
const dialog = document.querySelector("dialog[open]");
const page = document.scrollingElement;
const named = (it) => `${it.localName}.${it.getAttribute("class") ?? ""} ${(it.getAttribute("aria-label") ?? it.textContent).trim().slice(0, 30)}`;
const round = (rect) => `${Math.round(rect.left)},${Math.round(rect.top)} ${Math.round(rect.width)}x${Math.round(rect.height)}`;

if (page.scrollWidth > page.clientWidth + 1) found.add(`wider than its window: ${page.scrollWidth} of ${page.clientWidth}`);

const acting = "a[href], button, input, select, textarea, summary, [role=button], [tabindex='0']";
// A field that is not drawn is hit by its label.
const hit = (it) => {
  const style = getComputedStyle(it);
  const drawn = style.opacity !== "0" && !style.clipPath.startsWith("inset(50%") && it.getBoundingClientRect().width > 2;
  return drawn ? it : it.closest("label") ?? (it.id && document.querySelector(`label[for="${it.id}"]`));
};
const all = [...(dialog ?? document.body).querySelectorAll(acting)].filter(
  (it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled && !it.closest(".hidden, .skip, [hidden], [inert]") && hit(it),
);
// The boxes of it, each on a line.
const boxes = (it) => [...hit(it).getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1);
const uncovered = (it) => {
  const target = hit(it);
  return boxes(it).some((rect) =>
    [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.2], [0.5, 0.8]].some(([x, y]) => {
      const at = document.elementFromPoint(rect.left + rect.width * x, rect.top + rect.height * y);
      return at && (target.contains(at) || at.contains(target) && at.matches("label") || at.closest("label")?.contains(it));
    }),
  );
};
const before = document.activeElement;
const top = page.scrollTop;
for (const it of all) {
  hit(it).scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  if (!uncovered(it)) found.add(`covered: ${named(it)} (${round(hit(it).getBoundingClientRect())})`);
  it.focus({ focusVisible: true });
  if (document.activeElement === it && !uncovered(it)) found.add(`covered with the focus: ${named(it)} (${round(hit(it).getBoundingClientRect())})`);
}
before?.focus?.({ preventScroll: true });
page.scrollTop = top;

// A link within a sentence is as high as its line; so is what stands in a drawing. Others have room of their own.
const within = (it) => {
  const inline = getComputedStyle(it).display === "inline";
  const beside = [...it.parentElement.childNodes].some((other) => other !== it && other.nodeType === Node.TEXT_NODE && /\p{L}{2}/u.test(other.data));
  return it.closest("svg, .code, .lines") || (inline && (beside || it.closest("p, li, td, th, dd, blockquote")?.matches("p, dd, blockquote")));
};
const centre = (rect) => [rect.left + rect.width / 2, rect.top + rect.height / 2];
for (const it of all) {
  const small = boxes(it).find((rect) => rect.width < 23.5 || rect.height < 23.5);
  if (!small || boxes(it).some((rect) => rect.width >= 23.5 && rect.height >= 23.5) || within(it)) continue;
  const [x, y] = centre(small);
  const near = all.some((other) => {
    if (other === it || hit(other) === hit(it) || hit(other).contains(hit(it)) || hit(it).contains(hit(other))) return false;
    return boxes(other).some((rect) => {
      const [wide, high] = [Math.max(rect.left - x, 0, x - rect.right), Math.max(rect.top - y, 0, y - rect.bottom)];
      return Math.hypot(wide, high) < 12;
    });
  });
  if (near) found.add(`too small to hit: ${named(it)} (${round(small)})`);
}
return [...found];
