// What on the page cannot be read or heard: words that run together or are broken into pieces, text that is cut off, outside of the window, under other text, or hardly stands out from what is
// painted around it. The arguments: a picture of the window as it is now, or none, and the least contrast. Looks at what is in the window,
// then moves on, and says whether there is more; without a picture it looks at the whole page at once, and at no colours.
const [picture, least, done] = arguments;
// The numbers of an editor's lines move with its text.
const hidden = ".hidden, .skip:not(:focus), title, desc, noscript, script, style, template, option, textarea, .numbers";
const dialog = document.querySelector("dialog[open]");
const page = document.scrollingElement;
const stage = document.querySelector(".stage");
const scroller = [dialog, stage].find((it) => it && it.scrollHeight > it.clientHeight + 1) ?? page;
const found = new Set();
const round = (rect) => `${Math.round(rect.left)},${Math.round(rect.top)} ${Math.round(rect.width)}x${Math.round(rect.height)}`;

const stuck = (it) => {
  for (; it; it = it.parentElement) if (/sticky|fixed/.test(getComputedStyle(it).position)) return it;
  return null;
};

// Where an element's boxes can be seen, and whether what is beyond can be scrolled to, in each direction.
const cut = (element, rect) => {
  let wide = rect;
  for (let it = element; it && it !== document.documentElement; it = it.parentElement) {
    const style = getComputedStyle(it);
    if (style.clipPath.startsWith("inset(50%")) return "hidden";
    if (it instanceof SVGElement) continue;
    // What lies over the page is not cut by what it stands in.
    if (it.localName === "dialog") break;
    const box = it.getBoundingClientRect();
    if (/auto|scroll/.test(style.overflowX) && it.scrollWidth > it.clientWidth + 1) return null;
    if (/auto|scroll/.test(style.overflowY) && it.scrollHeight > it.clientHeight + 1 && it !== document.body) return null;
    if (/hidden|clip/.test(style.overflowX) && (wide.left < box.left - 2 || wide.right > box.right + 2)) return "cut off";
    if (/hidden|clip/.test(style.overflowY) && (wide.top < box.top - 3 || wide.bottom > box.bottom + 3)) return "cut off";
  }
  return wide.left < -1 || wide.right > page.clientWidth + 1 ? "outside of the window" : null;
};

const texts = [];
const walker = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const text = walker.currentNode;
  const element = text.parentElement;
  const words = text.textContent.trim();
  if (!words || element.closest(hidden)) continue;
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) continue;
  if (stage?.matches(".blank") && element.closest(".stage")) continue;
  const range = document.createRange();
  range.selectNodeContents(text);
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1);
  if (rects.length) texts.push({ element, node: text, words: words.slice(0, 40), rects, drawn: element.ownerSVGElement !== null });
}

// Cut off, or outside.
for (const text of texts) {
  for (const rect of text.rects) {
    const why = cut(text.element, rect);
    if (why === "hidden") text.rects = [];
    else if (why) found.add(`${why}: ${text.words} (${round(rect)})`);
  }
}

// Beyond the button that it names.
for (const text of texts) {
  const box = text.element.closest("button, .button")?.getBoundingClientRect();
  if (!box?.width) continue;
  for (const rect of text.rects) if (rect.left < box.left - 2 || rect.right > box.right + 2) found.add(`beyond its button: ${text.words} (${round(rect)})`);
}

// Broken into pieces: short words that go over lines.
for (const text of texts) {
  if (text.drawn || text.element.closest("code, pre, .code, kbd")) continue;
  for (const word of text.node.data.matchAll(/[\p{L}\p{M}\p{N}]{2,12}/gu)) {
    if (text.rects.length < 2) break;
    const range = document.createRange();
    range.setStart(text.node, word.index);
    range.setEnd(text.node, word.index + word[0].length);
    const tops = new Set([...range.getClientRects()].filter((rect) => rect.width > 0).map((rect) => Math.round(rect.top / 4)));
    if (tops.size > 1) found.add(`broken: ${word[0]} in ${text.words}`);
  }
}

// Under other text.
const boxes = texts.filter((text) => !text.drawn).flatMap((text) => text.rects.map((rect) => ({ rect, text })));
boxes.sort((one, other) => one.rect.top - other.rect.top);
for (const [at, one] of boxes.entries()) {
  for (const other of boxes.slice(at + 1)) {
    if (other.rect.top >= one.rect.bottom) break;
    const [a, b] = [one.rect, other.rect];
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    if (wide < 3 || high < 0.5 * Math.min(a.height, b.height)) continue;
    if (one.text === other.text || stuck(one.text.element) !== stuck(other.text.element)) continue;
    found.add(`one over the other: ${one.text.words} | ${other.text.words} (${round(a)}, ${round(b)})`);
  }
}

// Run together where it is heard: words of two parts of a line without a space between them.
const block = (it) => {
  while (it.parentElement && /^(inline|contents)$/.test(getComputedStyle(it).display)) it = it.parentElement;
  return it;
};
const heard = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT);
for (let last = null; heard.nextNode(); ) {
  const text = heard.currentNode;
  const element = text.parentElement;
  if (!text.data || element.closest("[aria-hidden=true], script, style, noscript, template, title, svg, option") || !element.checkVisibility()) continue;
  const together = last && /[\p{L}\p{N}]$/u.test(last.data) && /^[\p{L}\p{N}]/u.test(text.data);
  if (together && block(last.parentElement) === block(element)) found.add(`run together: ${last.data.slice(-20)}|${text.data.slice(0, 20)}`);
  last = text;
}

const bright = (r, g, b) => {
  const linear = (part) => ((part /= 255) <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
};

// How far what stands out most is from what there is most of.
const contrast = (pixels) => {
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const ground = [...counts].reduce((most, it) => (it[1] > most[1] ? it : most))[0];
  const of = (colour) => bright(colour >> 16, (colour >> 8) & 255, colour & 255);
  const under = of(ground);
  return Math.max(...[...counts.keys()].map((it) => (Math.max(of(it), under) + 0.05) / (Math.min(of(it), under) + 0.05)));
};

const look = async () => {
  if (!picture) return { found: [...found], more: false };
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt());
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  const scale = image.width / innerWidth;
  for (const text of texts) {
    for (const rect of text.rects) {
      // What is not wholly in the window is looked at when it is, or stands out of reach above.
      const area = [rect.left, rect.top, rect.width, rect.height].map((it) => Math.round(it * scale));
      if (rect.top < 0 || rect.bottom > innerHeight || rect.left < 0 || rect.right > innerWidth || area[2] < 2 || area[3] < 2) continue;
      // What is scrolled away under something that stays is seen before or after.
      const middle = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
      const over = middle && stuck(middle);
      if (over && !over.contains(text.element)) continue;
      if (!within(text.element, rect)) continue;
      const measured = contrast(context.getImageData(...area).data);
      // Small letters in a picture are all edges.
      if (measured < (text.drawn ? Math.min(least, 3) : least)) found.add(`${measured.toFixed(2)} to 1: ${text.words} (${round(rect)})`);
    }
  }
  const before = scroller.scrollTop;
  scroller.scrollTop = before + Math.max(40, (scroller === page ? innerHeight : scroller.clientHeight) - 160);
  const more = scroller.scrollTop > before + 1;
  if (!more) scroller.scrollTop = 0;
  return { found: [...found], more };
};

// Whether a box is not scrolled out of sight within what it stands in.
const within = (element, rect) => {
  for (let it = element; it && it !== document.body; it = it.parentElement) {
    if (it instanceof SVGElement || !/auto|scroll|hidden|clip/.test(getComputedStyle(it).overflow)) continue;
    const box = it.getBoundingClientRect();
    if (rect.top < box.top - 1 || rect.bottom > box.bottom + 1 || rect.left < box.left - 1 || rect.right > box.right + 1) return false;
  }
  return true;
};

look().then(done, (fault) => done({ found: [String(fault.stack ?? fault)], more: false }));
