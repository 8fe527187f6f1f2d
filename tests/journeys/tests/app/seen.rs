//! What a page of a run must show, as the rules say it, and the page compared with it.

use journeys::{Page, selectors};
use play::{Run, Told};
use scenario::{Effect, Scenario, Stance};
use serde_json::{Value, json};
use two_hats::words::{ASIDE, ENGLISH as WORDS, fill, signed};

use crate::story;

/// Whether the hats are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// They are, before a response is chosen.
    Practice,
    /// Each once its response was chosen.
    After,
    /// They stay hidden until the outcome, and so do the meters.
    Challenge,
}

/// A step's page, or a consequence's, in one look.
const STEP: &str = "
    const all = (css, within) => [...(within ?? document).querySelectorAll(css)];
    const text = (css, within) => (within ?? document).querySelector(css)?.textContent ?? null;
    const hat = it => ['leader', 'manager'].find(name => it.classList.contains(name)) ?? null;
    const meter = name => {
        const it = document.querySelector(`.meter.${name}`);
        return [Number(text('b', it)), it.querySelector('.chip')?.lastChild.textContent ?? null];
    };
    const main = document.querySelector('main.play');
    if (!main) return null;
    const chosen = main.querySelector('.chosen');
    return {
        heading: text('h1 > span:not(.hidden)', main) ?? text('h1', main),
        added: chosen && text('h1 > .hidden', main),
        decision: Number(text('.topbar .where span').match(/[0-9]+/)[0]),
        meters: main.querySelector('.meter') && [meter('leader'), meter('manager')],
        told: all(chosen ? '.came .story > *' : '.story > *', main).map(it => [text('figcaption b', it), text('blockquote', it) ?? it.textContent]),
        chosen: chosen && [hat(chosen), text('.words', chosen)],
        offered: all('.response', main).map(it => [hat(it), text('.hat', it), text('.words', it), text('kbd', it)]),
    };";

/// An outcome's page in one look.
const OUTCOME: &str = "
    const all = (css, within) => [...within.querySelectorAll(css)];
    const text = (css, within) => within.querySelector(css)?.textContent ?? null;
    const main = document.querySelector('main.outcome');
    if (!main) return null;
    // What the curious ask for comes when it is opened.
    main.querySelector('[data-do=curious][aria-expanded=false]')?.click();
    const number = it => parseInt(text('.stop', it));
    const decisions = all('.timeline li', main).sort((one, other) => number(one) - number(other));
    return {
        outcome: main.dataset.outcome,
        verdict: text('.verdict p', main),
        heading: text('h1', main),
        told: all('.story > *', main).map(it => [text('figcaption b', it), text('blockquote', it) ?? it.textContent]),
        lesson: text('.lesson p', main),
        map: text('#map-text', main),
        decisions: decisions.map(it => [text('h3', it), text('.said', it), text('.tags', it).trim()]),
    };";

/// Chooses a story on the home page, and begins it.
pub async fn begins(page: &Page, title: &str) {
    page.click(title).await;
    page.has(selectors::BEGIN).await;
    page.click(ASIDE.begin).await;
}

/// Goes on from a start sheet, where a story has not begun.
pub async fn leaves_sheet(page: &Page) {
    page.has("main:not(.home, [role=alert], [aria-busy])").await;
    if page.holds(selectors::BEGIN).await {
        page.click_on(selectors::BEGIN).await;
    }
}

/// The page shows the step that waits in a run.
pub async fn step(page: &Page, run: &Run, mode: Mode) {
    let scenario = run.scenario();
    let now = run.now();
    let Some(step) = run.step() else { panic!("the run has ended") };
    let hat = |stance: Option<Stance>| stance.filter(|_| mode == Mode::Practice);
    let offered = run.offered().enumerate().map(|(at, (_, offered))| {
        let hat = hat(offered.stance);
        json!([hat.map(Stance::name), hat.map(|hat| WORDS.stance(hat)), offered.text, (at + 1).to_string()])
    });
    let [leadership, management] = changes(step.pressure, mode);
    let wanted = json!({
        "heading": step.title,
        "added": null,
        "decision": run.turns().len() + 1,
        "meters": meters([(now.leadership, leadership), (now.management, management)], mode),
        "told": run.situation().map(|told| lines(scenario, told)),
        "chosen": null,
        "offered": offered.collect::<Vec<_>>(),
    });
    let what = format!("{} shows decision {}", scenario.id(), run.turns().len() + 1);
    page.finds(&what, STEP, &wanted).await;
}

/// The page shows the consequence of a run's last decision.
pub async fn consequence(page: &Page, run: &Run, mode: Mode) {
    let scenario = run.scenario();
    let Some(turn) = run.turns().last() else { panic!("nothing was decided") };
    let response = run.response(turn);
    let [leadership, management] = changes(response.effect, mode);
    let hat = response.stance.filter(|_| mode != Mode::Challenge).map(Stance::name);
    let chosen = format!("{} {}", WORDS.you_answered, response.text);
    let wanted = json!({
        "heading": scenario.step(turn.step).title,
        "added": WORDS.what_came,
        "decision": run.turns().len(),
        "meters": meters([(turn.after.leadership, leadership), (turn.after.management, management)], mode),
        "told": lines(scenario, run.consequence(turn)),
        "chosen": [hat, chosen],
        "offered": [],
    });
    let what = format!("{} shows the consequence of decision {}", scenario.id(), run.turns().len());
    page.finds(&what, STEP, &wanted).await;
}

/// The page shows how a run ended. Nothing is hidden any more, in either mode.
pub async fn outcome(page: &Page, run: &Run) {
    let scenario = run.scenario();
    let (Some(ending), Some(variant)) = (run.ending(), run.variant()) else { panic!("the run goes on") };
    let decisions = run.turns().iter().enumerate().map(|(at, turn)| {
        let response = run.response(turn);
        let step = format!("{}. {}", at + 1, scenario.step(turn.step).title);
        let tags = format!("{} {}", response.stance.map_or("", |hat| WORDS.stance(hat)), effect(response.effect));
        json!([step, response.text, tags])
    });
    let wanted = json!({
        "outcome": ending.outcome.name(),
        "verdict": WORDS.verdict(ending.outcome),
        "heading": variant.title,
        "told": lines(scenario, Told { lines: &variant.story, at: run.now() }),
        "lesson": variant.lesson,
        "map": map(run),
        "decisions": decisions.collect::<Vec<_>>(),
    });
    page.finds(&format!("{} shows its outcome", scenario.id()), OUTCOME, &wanted).await;
}

/// The page shows where a run is: the step that waits, or the outcome.
pub async fn now(page: &Page, run: &Run, mode: Mode) {
    if run.ending().is_some() {
        outcome(page, run).await;
    } else {
        step(page, run, mode).await;
    }
}

/// Plays a way by clicks from the first step, which is on the page, and compares every page with what the rules say.
pub async fn played(page: &Page, way: &Run, mode: Mode) {
    for (at, turn) in way.turns().iter().enumerate() {
        step(page, &story::first(at, way), mode).await;
        page.choose_number(story::number(way.scenario(), turn)).await;
        consequence(page, &story::first(at + 1, way), mode).await;
        page.goes_on().await;
    }
    now(page, way, mode).await;
}

/// What was added to both meters, as it is shown.
fn changes(effect: Effect, mode: Mode) -> [Option<String>; 2] {
    let shown = |change: i32| (mode != Mode::Challenge && change != 0).then(|| signed(change));
    [shown(effect.leadership), shown(effect.management)]
}

/// The meters as they are read: each value, and what was added; `null` where they are hidden.
fn meters(both: [(i32, Option<String>); 2], mode: Mode) -> Value {
    if mode == Mode::Challenge { Value::Null } else { json!(both) }
}

fn effect(effect: Effect) -> String {
    format!("Leadership {}, management {}", signed(effect.leadership), signed(effect.management))
}

fn lines(scenario: &Scenario, told: Told<'_>) -> Vec<Value> {
    let who = |who: u32| &scenario.cast()[who as usize].name;
    told.iter().map(|line| json!([line.who.map(who), line.text])).collect()
}

/// The balance map in a sentence: from the start's meters to those at the end.
fn map(run: &Run) -> String {
    let (meters, now) = (run.scenario().meters(), run.now());
    let numbers = [
        ("l0", meters.leadership.start),
        ("m0", meters.management.start),
        ("l", now.leadership),
        ("m", now.management),
        ("n", i32::try_from(run.turns().len()).unwrap_or(i32::MAX)),
        ("le", meters.leadership.enough),
        ("me", meters.management.enough),
    ]
    .map(|(gap, number)| (gap, number.to_string()));
    fill(
        "From leadership {l0} and management {m0} to leadership {l} and management {m} in {n} decisions. Enough is {le} of leadership and {me} of management. The list of decisions tells every stop, and a table how often chance comes to each outcome.",
        &numbers.each_ref().map(|(gap, number)| (*gap, &**number)),
    )
}
