// What on the stage is smaller than 28 pixels, or stands out from its ground by less than seven to one.
const bright = ([r, g, b]) => {
  const linear = (part) => ((part /= 255) <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
};
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const colour = (name) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = name;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const found = new Set();
const texts = document.createTreeWalker(document.querySelector(".stage"), NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const [text, element] = [texts.currentNode, texts.currentNode.parentElement];
  const words = text.textContent.trim();
  if (!words || element.closest(".hidden, title, desc")) continue;
  const style = getComputedStyle(element);
  const picture = element.closest("svg");
  const scale = picture?.viewBox.baseVal.width ? picture.getBoundingClientRect().width / picture.viewBox.baseVal.width : 1;
  const size = parseFloat(style.fontSize) * scale;
  if (size < 27.9) found.add(`${size.toFixed(1)} px: ${words}`);
  // A number on the map stands on its mark, all else on the ground of the nearest element that has one.
  const mark = picture && element.previousElementSibling?.classList.contains("at") ? element.previousElementSibling : null;
  let ground = mark ? colour(getComputedStyle(mark).fill) : null;
  for (let under = element; under && !ground; under = under.parentElement) {
    const own = colour(getComputedStyle(under).backgroundColor);
    if (own[3] > 250) ground = own;
  }
  const [one, other] = [bright(colour(picture ? style.fill : style.color)), bright(ground ?? [255, 255, 255])];
  const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  if (contrast < 7) found.add(`${contrast.toFixed(2)} to 1: ${words}`);
}
return [...found];
