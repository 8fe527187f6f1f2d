//! Faults of what the browser keeps.

use play::Run;
use serde_json::{Value, json};
use two_hats::words::ASIDE;

use super::visit::Visit;
use crate::by_hand;

/// Breaks the storage of a living page in a way (argument 0).
const BREAKS: &str = "
    window.truly ??= [Object.getOwnPropertyDescriptors(Storage.prototype), Object.getOwnPropertyDescriptor(window, 'localStorage')];
    const put = Storage.prototype.setItem;
    const forbid = () => { throw new DOMException('forbidden', 'SecurityError') };
    const full = () => { throw new DOMException('full', 'QuotaExceededError') };
    switch (arguments[0]) {
        case 'full': Storage.prototype.setItem = full; break;
        case 'reads': for (const name of ['getItem', 'setItem', 'removeItem', 'key']) Storage.prototype[name] = forbid; break;
        case 'all': Object.defineProperty(window, 'localStorage', { get: forbid, configurable: true }); break;
        case 'none': Object.defineProperty(window, 'localStorage', { value: null, configurable: true }); break;
        default:
            Storage.prototype.setItem = function (key, value) {
                put.call(this, key, key.startsWith('two-hats:run/') ? value.slice(0, value.length * arguments_0) : value);
            };
    }";
/// The storage of a living page is as it was.
const MENDS: &str = "
    Object.defineProperties(Storage.prototype, window.truly[0]);
    Object.defineProperty(window, 'localStorage', window.truly[1]);";
const WAYS: [&str; 4] = ["full", "reads", "all", "none"];

/// What an older, a newer or another program may have left.
const RUBBISH: [&str; 9] = [
    "",
    " ",
    "{\"version\":9,\"runs\":[]}",
    "\u{0}\u{ffff}",
    "undefined",
    "crisis 0123456789abcdef 9 one two",
    "crisis 0123456789abcdef 99999999999999999999 a",
    "own/own/own",
    "text-9 system",
];

/// The storage breaks while the story is played.
pub async fn breaks(visit: &mut Visit<'_>) {
    visit.arrives().await;
    let way = *visit.chance.pick(&WAYS);
    visit.tells(format!("the storage is broken: {way}"));
    visit.page.script(BREAKS, vec![json!(way)]).await;
    visit.decides().await;
    visit.page.sees(ASIDE.not_stored).await;
    visit.looks_around().await;
    if visit.chance.tosses() {
        visit.tells("the storage is whole again");
        visit.page.script(MENDS, vec![]).await;
        if visit.run.ending().is_none() {
            visit.decides().await;
            visit.keeps_all();
        }
    }
    visit.comes_back().await;
}

/// The app starts where storage is forbidden, and plays on from the start.
pub async fn starts_broken(visit: &mut Visit<'_>) {
    let way = *visit.chance.pick(&["reads", "all"]);
    visit.tells(format!("the app starts without storage: {way}"));
    by_hand::starts_forbidden(visit.page, way, &visit.address()[1..]).await;
    visit.page.sees(ASIDE.not_stored).await;
    visit.run = Run::start(visit.scenario.clone());
    visit.shows().await;
    visit.decides().await;
    visit.comes_back().await;
}

/// A write is cut short.
pub async fn cuts_a_write(visit: &mut Visit<'_>) {
    visit.arrives().await;
    let part = visit.chance.below(100) as f64 / 100.0;
    visit.tells(format!("of what is written, the first {part} is kept"));
    visit.page.script(&BREAKS.replace("arguments_0", &part.to_string()), vec![json!("cut")]).await;
    visit.decides().await;
    if visit.chance.tosses() && visit.run.ending().is_none() {
        visit.page.script(MENDS, vec![]).await;
        visit.decides().await;
        visit.keeps_all();
    } else {
        // What was cut cannot be had again; it is said, and the story begins anew, or where the last decision was cut.
        visit.page.reload().await;
        visit.page.has(".toast").await;
        if visit.page.text().await.contains(ASIDE.put_aside) {
            visit.run = Run::start(visit.scenario.clone());
        } else {
            visit.run.undo();
        }
        visit.shows().await;
        visit.decides().await;
        visit.keeps_all();
    }
    visit.comes_back().await;
}

/// Something else stands under some of the game's keys, on a device that may be full.
pub async fn holds_rubbish(visit: &mut Visit<'_>) {
    let other = if visit.id() == "crisis" { "product-launch" } else { "crisis" };
    let keys = [
        "settings".to_owned(),
        format!("run/{other}"),
        format!("reached/{}", visit.id()),
        "run/own/mine".into(),
        "scenario/mine".into(),
        "journal/1".into(),
        "self/1".into(),
        "room/session/1".into(),
        "author/text".into(),
        "unreadable/settings".into(),
        "a/b/c".into(),
        String::new(),
    ];
    let full = visit.chance.tosses();
    let rubbish: Vec<(String, &str)> = (0..1 + visit.chance.below(3))
        .map(|_| (visit.chance.pick(&keys).clone(), *visit.chance.pick(&RUBBISH)))
        .collect();
    let rubbish: std::collections::BTreeMap<String, &str> = rubbish.into_iter().collect();
    visit.tells(format!("there is rubbish: {rubbish:?}; the device is full: {full}"));
    let more: Vec<(&str, &str)> = rubbish.iter().map(|(key, value)| (&**key, *value)).collect();
    visit.is_left_at(&visit.address(), &more).await;
    if full {
        by_hand::starts_forbidden(visit.page, "full", &visit.address()[1..]).await;
        visit.page.sees(ASIDE.not_stored).await;
        visit.shows().await;
        visit.decides().await;
    } else {
        visit.arrives().await;
        visit.decides().await;
        visit.keeps_all();
    }
    // A list of outcomes without any grows when one is reached.
    let same = |key: &str| visit.run.ending().is_none() || !key.starts_with("reached/");
    let wanted: Vec<[&str; 2]> = more.iter().filter(|(key, _)| same(key)).map(|(key, value)| [*key, *value]).collect();
    let there = "
        const all = Object.entries(localStorage);
        return arguments[0].filter(([key, value]) => !all.some(([name, text]) => name.endsWith(key) && text === value));";
    visit.diary.borrow_mut().of_the_run = true;
    let lost = visit.page.script(there, vec![json!(wanted)]).await;
    assert_eq!(lost, Value::Array(vec![]), "what cannot be read is put aside, or stays where it is");
    visit.comes_back().await;
}

/// Another tab writes rubbish, forgets everything, or goes on with the run.
pub async fn shares_with_a_tab(visit: &mut Visit<'_>) {
    visit.arrives().await;
    let what = visit.chance.below(3);
    if what == 2 {
        let from_home = visit.chance.tosses();
        if from_home {
            visit.is_left_at("/", &[]).await;
            visit.page.reload().await;
            visit.page.has(".continue a").await;
        }
        visit.tells(format!("another tab goes on with the run; this one is on its first page: {from_home}"));
        let here = visit.page.open_in_new_tab(&visit.address()).await;
        visit.shows().await;
        visit.decides().await;
        visit.keeps_all();
        visit.page.closes_for_tab(here).await;
        if from_home {
            visit.page.script("location.hash = arguments[0]", vec![json!(visit.address()[1..])]).await;
        }
        visit.shows().await;
        if visit.chance.tosses() {
            visit.looks_around().await;
        }
    } else {
        let (words, script) = [
            ("another tab forgets everything", "localStorage.clear()"),
            (
                "another tab writes rubbish",
                "for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{]')",
            ),
        ][what];
        visit.tells(words);
        let here = visit.page.open_in_new_tab("/~harness/").await;
        visit.page.script(script, vec![]).await;
        visit.page.closes_for_tab(here).await;
        visit.kept = Run::start(visit.scenario.clone());
        if what == 0 {
            // What was erased is erased here, too: that is said, nothing of it is stored again, and the story begins anew.
            visit.page.sees(ASIDE.erased).await;
            visit
                .page
                .holds_that("no run is kept", "return !Object.keys(localStorage).some(key => key.includes('run/'))")
                .await;
            visit.run = visit.kept.clone();
            visit.page.script("location.hash = arguments[0]", vec![json!(visit.address()[1..])]).await;
        } else {
            visit.looks_around().await;
        }
    }
    visit.shows().await;
    if visit.chance.tosses() {
        visit.decides().await;
        visit.keeps_all();
    }
    visit.comes_back().await;
}
