//! Faults of what comes from the host, and of the host itself.

use play::Run;
use scenario::pack::pack;
use serde_json::json;
use two_hats::words::{ASIDE, ENGLISH as WORDS};

use super::visit::Visit;
use crate::{kept, seen, story};

/// What a lazy page is, and one of the files without which it does not come.
const BUNDLES: [(&str, &str); 6] = [
    ("#/journal", "album.wasm"),
    ("#/guide", "album.wasm"),
    ("#/guide", "scenarios:album"),
    ("#/author", "workbench.wasm"),
    ("#/room", "room.wasm"),
    ("#/run/crisis/ABC", "debrief.wasm"),
];
const KINDS: [&str; 5] = ["404", "500", "stall", "cut", "page"];

/// From now on a file comes in a way (argument 0), or as these bytes (argument 1).
const ANSWERS: &str = "
    window.fetchTruly ??= window.fetch;
    const [how, bytes] = arguments;
    const half = async address => {
        const whole = await (await window.fetchTruly(address)).arrayBuffer();
        return new Response(whole.slice(0, whole.byteLength / 2));
    };
    const status = Number(how);
    window.fetch = address => {
        if (bytes) return Promise.resolve(new Response(new Uint8Array(bytes)));
        if (status) return Promise.resolve(new Response('', { status }));
        switch (how) {
            case 'half': return half(address);
            case 'never': return new Promise(() => {});
            case 'breaks': return Promise.resolve(new Response(new ReadableStream({ start: it => it.error(new TypeError('cut')) })));
            case 'page': return Promise.resolve(new Response('<!doctype html><title>Log in</title>'));
            default: dispatchEvent(new Event('offline')); return Promise.reject(new TypeError('offline'));
        }
    };";
const WELL: &str = "window.fetch = window.fetchTruly";

/// The story's file does not come as it should, and is asked for again.
pub async fn comes_amiss(visit: &mut Visit<'_>) {
    visit.is_left_at("/", &[]).await;
    visit.page.reload().await;
    visit.page.has(".shelf").await;
    let hows = ["offline", "404", "500", "half", "never", "breaks", "page", "another", "rubbish"];
    let how = *visit.chance.pick(&hows);
    let other = if visit.id() == "crisis" { "quiet-voice" } else { "crisis" };
    let bytes = match how {
        "another" => pack(&story::shipped_as(other)),
        "rubbish" => (0..visit.chance.below(3000)).map(|_| visit.chance.below(256) as u8).collect(),
        _ => vec![],
    };
    visit.tells(format!("the story comes amiss: {how}"));
    let bytes = if matches!(how, "another" | "rubbish") { json!(bytes) } else { json!(null) };
    visit.page.script(ANSWERS, vec![json!(how), bytes]).await;
    visit.page.click_on(&format!(".shelf a[href$='/{}']", visit.id())).await;
    let says = match how {
        "404" => WORDS.no_scenario,
        "never" => WORDS.loading,
        _ => WORDS.failed,
    };
    visit.page.sees(says).await;
    visit.page.script(WELL, vec![]).await;
    if says == WORDS.failed && visit.chance.tosses() {
        visit.tells("it is asked for again");
        visit.page.click(WORDS.retry).await;
        seen::leaves_sheet(visit.page).await;
        visit.shows().await;
        visit.decides().await;
        visit.keeps_all();
    } else if says == WORDS.loading {
        visit.page.back().await;
        visit.page.has("main.home .shelf").await;
    } else {
        visit.finds_home().await;
    }
    visit.comes_back().await;
}

/// The host has an edited story, in which the run no longer fits, and then the one before again.
pub async fn is_edited(visit: &mut Visit<'_>) {
    visit.is_left_at("/", &[]).await;
    visit.page.reload().await;
    visit.page.has(".shelf").await;
    let last = visit.run.turns().last().map(|turn| visit.run.response(turn).id.to_string()).unwrap_or_default();
    let text = story::text(visit.id());
    let edited = story::scenario(&text.replace(&format!("\"{last}\": {{"), "\"another-word\": {"));
    visit.tells(format!("the story comes without {last}"));
    visit.page.script(ANSWERS, vec![json!(""), json!(pack(&edited))]).await;
    visit.page.click_on(&format!(".shelf a[href$='/{}']", visit.id())).await;
    visit.page.sees(&format!("“{last}” {}", WORDS.refused[1])).await;
    visit.page.script(WELL, vec![]).await;
    visit.comes_back().await;
}

/// A scenario of the player's own cannot be read for a while.
pub async fn loses_an_own_file(visit: &mut Visit<'_>) {
    let small = story::small();
    let mut run = Run::start(small.clone());
    run.choose(0).unwrap_or_else(|refused| panic!("{refused:?}"));
    let line = play::Record::of(&run).to_line();
    visit.is_left_at("/#/play/own/small", &[("scenario/small", "\u{1}\u{2}"), ("run/own/small", &line)]).await;
    visit.tells("an opened story's file cannot be read");
    visit.page.reload().await;
    visit.page.sees(WORDS.no_scenario).await;
    visit.page.click(WORDS.home).await;
    visit.page.picks_file("small.json", story::SMALL.as_bytes()).await;
    visit.diary.borrow_mut().of_the_run = true;
    crate::seen::step(visit.page, &run, crate::seen::Mode::Practice).await;
    visit.comes_back().await;
}

/// A bundle's file does not come, and the page that waits for it can be left.
pub async fn lacks_a_bundle(visit: &mut Visit<'_>) {
    let (page, file) = *visit.chance.pick(&BUNDLES);
    let kind = *visit.chance.pick(&KINDS);
    visit.tells(format!("{file} comes amiss: {kind}; {page} is opened"));
    visit.page.open_with_fault(kind, file, "/").await;
    visit.page.has(".shelf").await;
    visit.page.script("location.hash = arguments[0]", vec![json!(page)]).await;
    if file != "scenarios:album" || kind == "stall" {
        visit.page.sees(WORDS.on_its_way).await;
        visit.page.has(".late button").await;
    }
    visit.page.script("location.hash = '#/'", vec![]).await;
    visit.page.has("main.home .shelf").await;
    visit.page.click_on(".continue a").await;
    visit.shows().await;
    visit.decides().await;
    visit.keeps_all();
    visit.comes_back().await;
}

/// The app's own files, the list or the story do not come from the host.
pub async fn lacks_the_app(visit: &mut Visit<'_>) {
    let kind = *visit.chance.pick(&["404", "500", "cut", "page"]);
    let story = format!("scenarios:{}.bin", visit.id());
    let file = *visit.chance.pick(&["two-hats", "scenarios:index", &story]);
    visit.tells(format!("{file} comes amiss: {kind}"));
    let session = visit.page.client().session_id().await.ok().flatten().unwrap_or_default();
    visit.page.arrive(&format!("/~{kind}@{file}@{session}{}", visit.address())).await;
    if file == "two-hats" {
        visit.page.has("html[data-unloaded]").await;
        visit.page.click_on(".unloaded a").await;
        visit.page.has("html[data-unloaded]").await;
    } else if file == "scenarios:index" {
        visit.shows().await;
        visit.decides().await;
        visit.keeps_all();
        visit.page.script("location.hash = '#/'", vec![]).await;
        visit.page.sees(if kind == "page" { ASIDE.shelf_signed_out } else { ASIDE.shelf_failed }).await;
    } else {
        visit.page.sees(if kind == "404" { WORDS.no_scenario } else { WORDS.failed }).await;
        visit.finds_home().await;
    }
    visit.comes_back().await;
}

/// The clock jumps, or stands still, while a run ends beside one that is in the journal.
pub async fn has_no_time(visit: &mut Visit<'_>) {
    let way = story::way_to(&visit.scenario, scenario::Outcome::Balanced);
    let before = format!("{} {}", visit.id(), play::Record::of(&way).to_line());
    visit.run = story::first(way.turns().len() - 1, &way);
    visit.kept = visit.run.clone();
    let times = ["0", "-1e13", "NaN", "Infinity", "1", "truly() - 1e12", "truly() + 1e12"];
    let time = *visit.chance.pick(&times);
    visit.is_left_at(&visit.address(), &[("journal/0", &before), ("journal/1", &before), ("journal/2", &before)]).await;
    visit.arrives().await;
    visit.tells(format!("it is {time}"));
    visit.page.script(&format!("const truly = Date.now.bind(Date); Date.now = () => {time};"), vec![]).await;
    visit.decides().await;
    visit.keeps_all();
    if visit.run.ending().is_some() {
        let count = "return Object.keys(localStorage).filter(key => key.startsWith('two-hats:journal/')).length";
        visit.diary.borrow_mut().of_the_run = true;
        visit.page.finds("both runs are in the journal", count, &json!(4)).await;
    }
    visit.comes_back().await;
}

/// The page is loaded again right after a click.
pub async fn is_torn_away(visit: &mut Visit<'_>) {
    visit.arrives().await;
    let next = visit.further();
    visit.gives(&next).await;
    visit.run = next;
    visit.keeps_all();
    visit.comes_back().await;
    let line = kept::get(visit.page, &format!("run/{}", visit.id())).await;
    assert_eq!(line, Some(play::Record::of(&visit.run).to_line()));
}
