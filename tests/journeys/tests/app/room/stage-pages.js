// Leads a session from the stage by a clicker and counted hands, from its first phase to its last, and says what of it runs below the edge of the window, leaves
// a third of it empty though there is more to read, or has smaller letters than the least. The arguments: the digit of the response that all hands go to.
const [digit, done] = arguments;
const press = (key, code) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
const sleep = (time) => new Promise((wake) => setTimeout(wake, time));
const found = [];
let paged = 0;

const shown = () => {
  const stage = document.querySelector(".stage");
  const slide = stage.querySelector(".slide");
  return `${stage.dataset.phase} ${slide.innerText} ${stage.querySelector(".more")?.innerText ?? ""}`;
};

/** What is wrong with the page that is shown, and whether it is one of several. */
const look = () => {
  const wrong = [];
  const stage = document.querySelector(".stage");
  const slide = stage.querySelector(".slide");
  const more = stage.querySelector(".more");
  const name = `${stage.dataset.phase}${more ? `, ${more.innerText}` : ""}: ${slide.innerText.slice(0, 40).replaceAll("\n", " ")}`;
  const below = stage.scrollHeight - stage.clientHeight;
  if (below > 1) wrong.push(`${name}: ${below} pixels run below the edge`);
  const beside = stage.scrollWidth - stage.clientWidth;
  if (beside > 1) wrong.push(`${name}: ${beside} pixels run beside the edge`);
  const grown = Number(stage.style.getPropertyValue("--grow"));
  if (grown < 1) wrong.push(`${name}: letters of ${grown} times the least`);
  // Where letters could be larger, or there is another page, there is enough to fill this one.
  const goes_on = more?.querySelector(".icon");
  const enough = more ? goes_on : grown < 1.6;
  if (!enough || slide.matches(".welcome, .way, .rate")) return { wrong, more };
  const parts = [...slide.children].map((it) => it.getBoundingClientRect()).filter((it) => it.height > 1);
  const filled = (Math.max(...parts.map((it) => it.bottom)) - Math.min(...parts.map((it) => it.top))) / slide.clientHeight;
  if (filled < 2 / 3) wrong.push(`${name}: ${Math.round(filled * 100)} % filled, letters ${grown}`);
  return { wrong, more };
};

/** Looks until nothing is wrong: a page that is on its way to its fit is there a moment later. */
const lookPatiently = async () => {
  let seen = look();
  for (let wait = 0; seen.wrong.length && wait < 40; wait++) {
    await sleep(50);
    seen = look();
  }
  found.push(...seen.wrong);
  if (seen.more) paged += 1;
};

const lead = async () => {
  for (let at = 0; at < 400; at++) {
    await sleep(40);
    await lookPatiently();
    const phase = document.querySelector(".stage").dataset.phase;
    if (phase === "close") return { found, paged, at };
    if (/^vote/.test(phase)) for (let hand = 0; hand < 3; hand++) press(digit, `Digit${digit}`);
    const before = shown();
    press("PageDown", "PageDown");
    for (let wait = 0; shown() === before; wait++) {
      if (wait > 250) return { found: [...found, `${phase}: does not go on`], paged, at };
      await sleep(20);
    }
  }
  return { found: [...found, "never ends"], paged, at: 400 };
};

lead().then(done, (fault) => done({ found: [String(fault.stack ?? fault)], paged, at: 0 }));
