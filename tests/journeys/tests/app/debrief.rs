//! The debrief: what it says of a run, what else could have been, and how it is kept and shown.

use std::rc::Rc;

use analysis::debrief::{Debrief, reachable};
use analysis::{Prospects, STATE_LIMIT, Share};
use journeys::{Page, journey};
use play::{Code, Record, Run, play_as};
use scenario::{Outcome, Persona};
use serde_json::{Value, json};
use two_hats::words::{ASIDE, ENGLISH as WORDS};

use crate::{kept, seen, story};

/// What the page says of each decision: how much hung on it, the odds of balance, what is marked on it, and the shares
/// under each of its responses. What the curious ask for is opened first.
const DECISIONS: &str = "
    const all = (css, within) => [...within.querySelectorAll(css)];
    document.querySelector('[data-do=curious][aria-expanded=false]')?.click();
    const number = it => parseInt(it.querySelector('.stop').textContent);
    const counted = /(fewer than 1|more than 99|[0-9]+)(?= times in 100| ended in balance| after it)/g;
    const stops = all('.timeline li', document).sort((one, other) => number(one) - number(other));
    return all('.what-if > ol > li', document).map((it, at) => ({
        odds: [...it.querySelector('.worth').textContent.matchAll(counted)].map(found => found[0]),
        flags: all('.flag b', stops[at]).map(flag => flag.textContent),
        shares: all('tbody tr', it).map(row => all('td', row).map(cell => cell.textContent)),
    }));";

fn of_hundred(share: Share) -> String {
    let thousandths = share.part() as f64 / share.whole() as f64 * 1000.0;
    match share.part() {
        0 => "0".into(),
        part if part == share.whole() => "100".into(),
        _ if thousandths.round() < 5.0 => "fewer than 1".into(),
        _ if thousandths.round() >= 995.0 => "more than 99".into(),
        _ => (thousandths.round() / 10.0 + 1e-9).round().to_string(),
    }
}

fn debrief(run: &Run) -> Debrief {
    let prospects = Prospects::of(run.scenario(), STATE_LIMIT).unwrap_or_else(|fault| panic!("{fault}"));
    Debrief::of(run, &prospects)
}

/// What the page must say of each decision of a run.
fn decisions(run: &Run) -> Value {
    let debrief = debrief(run);
    let told = debrief.decisions.iter().enumerate().map(|(at, decision)| {
        let balanced = Outcome::Balanced as usize;
        let [before, after] = [&decision.before, &decision.after].map(|shares| of_hundred(shares[balanced]));
        let mut odds: Vec<String> =
            (decision.weight.part() > 0).then(|| of_hundred(decision.weight)).into_iter().collect();
        if before != after {
            odds.push(before);
        }
        odds.push(after);
        let mut flags = Vec::new();
        if debrief.turning_point.is_some_and(|turning| turning.decision == at) {
            flags.push("This one turned the run");
        }
        // Nothing was lost in a run that ended in balance.
        let lost = run.ending().is_some_and(|ending| ending.outcome != Outcome::Balanced);
        if lost && debrief.last_chance == Some(at) {
            flags.push("Last chance");
        }
        if lost && debrief.point_of_no_return == Some(at) {
            flags.push("Point of no return");
        }
        let shares: Vec<Vec<String>> =
            decision.what_if.iter().map(|other| other.shares.map(of_hundred).to_vec()).collect();
        json!({ "odds": odds, "flags": flags, "shares": shares })
    });
    Value::Array(told.collect())
}

/// Puts a run into the browser, as if it had been played there, and opens it.
async fn opens(page: &Page, run: &Run) {
    page.open("/").await;
    keeps(page, run, 1).await;
    page.reload().await;
    page.open(&format!("/#/play/{}", run.scenario().id())).await;
    page.has(".timeline").await;
}

/// Keeps a run as the scenario's own and in the journal.
async fn keeps(page: &Page, run: &Run, moment: u32) {
    let (id, line) = (run.scenario().id(), Record::of(run).to_line());
    kept::set(page, &format!("run/{id}"), &line).await;
    kept::set(page, &format!("waiting/{id}"), "").await;
    kept::set(page, &format!("journal/{moment}"), &format!("{id} {line}")).await;
}

#[test]
fn every_decision_is_told_with_its_worth_and_what_else_could_have_come() {
    journey(async |page| {
        for scenario in story::shipped() {
            for persona in [Persona::AlwaysLeader, Persona::Balancing] {
                let run = play_as(persona, &scenario);
                opens(page, &run).await;
                page.finds(&format!("{} is told decision by decision", scenario.id()), DECISIONS, &decisions(&run))
                    .await;
            }
        }
        seen::outcome(page, &play_as(Persona::Balancing, story::shipped().last().unwrap_or(&story::crisis()))).await;
    });
}

#[test]
fn charts_are_for_everyone_on_every_screen() {
    journey(async |page| {
        for persona in [Persona::AlwaysManager, Persona::Balancing] {
            opens(page, &play_as(persona, &story::crisis())).await;
            page.click_on("[data-do=curious]").await;
            page.has("#curious .map").await;
            page.script("document.querySelectorAll('#debrief details').forEach(part => part.open = true)", vec![])
                .await;
            page.axe().await;
        }
        page.open_at_width(360, "/#/play/crisis").await;
        page.reload().await;
        page.has(".timeline").await;
        page.click_on("[data-do=curious]").await;
        page.has("#curious .map").await;
        page.script("document.querySelectorAll('#debrief details').forEach(part => part.open = true)", vec![]).await;
        page.fits_its_width().await;
        page.axe().await;
    });
}

#[test]
fn on_paper_is_what_is_open_and_everything_where_that_is_asked_for() {
    journey(async |page| {
        opens(page, &play_as(Persona::AlwaysManager, &story::crisis())).await;
        page.script("window.printed = 0; window.print = () => void (printed += 1)", vec![]).await;
        page.click_on(".keep summary").await;
        page.click("Print what is open").await;
        page.holds_that("it is printed", "return printed === 1").await;
        page.has("#debrief details:not([open])").await;
        page.has("#curious:empty").await;
        page.click("Print everything").await;
        page.holds_that("all of it is printed", "return printed === 2").await;
        page.has_no("#debrief details:not([open])").await;
        page.has("#curious .map").await;
    });
}

#[test]
fn what_the_curious_ask_for_and_does_not_come_can_be_asked_for_again() {
    journey(async |page| {
        let run = play_as(Persona::AlwaysManager, &story::crisis());
        page.open("/").await;
        keeps(page, &run, 1).await;
        page.open_with_fault("500", "curious.wasm", "/#/play/crisis").await;
        page.has("#first .strip").await;
        page.click_on("[data-do=curious]").await;
        page.has("#curious [role=alert]").await;
        page.sees("This part did not arrive.").await;
        page.axe().await;
        page.click_on("[data-do=curious-again]").await;
        page.has("#curious [role=alert]").await;
    });
}

#[test]
fn what_stands_below_the_first_screen_and_does_not_come_can_be_asked_for_again() {
    journey(async |page| {
        let run = play_as(Persona::AlwaysManager, &story::crisis());
        page.open("/").await;
        keeps(page, &run, 1).await;
        page.open_with_fault("500", "below.wasm", "/#/play/crisis").await;
        page.has("#first .turned").await;
        page.has("#debrief .below [role=alert]").await;
        page.has_no(".timeline").await;
        page.axe().await;
        page.click_on("[data-do=below-again]").await;
        page.focuses_on("#debrief [data-do=below-again]").await;
    });
}

#[test]
fn what_no_worker_counts_the_page_counts() {
    journey(async |page| {
        let run = play_as(Persona::AlwaysLeader, &story::crisis());
        page.open("/").await;
        keeps(page, &run, 1).await;
        page.open_with_fault("500", "background.js", "/#/play/crisis").await;
        page.finds("every decision is told as if a worker had counted", DECISIONS, &decisions(&run)).await;
    });
}

/// Every shipped ending's first screen is in sight at once in a window of a size, and all of it fills so many of them at
/// most at first.
fn first_screens(width: u32, height: u32, most: f32) {
    journey(async |page| {
        let stories = story::shipped();
        let mut ways: Vec<Vec<Run>> = Outcome::ALL
            .map(|outcome| stories.iter().map(|scenario| story::way_to(scenario, outcome)).collect())
            .into();
        // In a story of a few decisions no meter runs out.
        ways.push(stories.iter().filter_map(|scenario| story::find_way(scenario, |ending| ending.broke)).collect());
        for runs in ways {
            page.open("/").await;
            for (moment, run) in (1..).zip(&runs) {
                keeps(page, run, moment).await;
            }
            page.reload().await;
            for run in &runs {
                // Each comes from another page, so that nothing of the debrief before it is looked at.
                page.open("/#/").await;
                page.has(".scenario").await;
                let id = run.scenario().id();
                page.open_at_size(width, height, &format!("/#/play/{id}")).await;
                page.has("#first .strip").await;
                page.has("#first .next a").await;
                let title = run.variant().map(|variant| variant.title.to_string()).unwrap_or_default();
                let what = format!("{id}, {title}: one screen of {width} by {height}");
                let fits = format!(
                    "const first = document.querySelector('#first');
                    first.scrollIntoView({{ behavior: 'instant' }});
                    return first.getBoundingClientRect().height <= {height} && first.scrollWidth <= first.clientWidth"
                );
                page.holds_that(&what, &fits).await;
                page.has(".timeline").await;
                let open = format!("return document.querySelector('#debrief').offsetHeight <= {most} * {height}");
                page.holds_that(&format!("{what}; {most} of them at first"), &open).await;
            }
        }
    });
}

#[test]
fn every_first_screen_is_in_sight_at_once_on_a_phone() {
    first_screens(390, 844, 3.0);
}

#[test]
fn every_first_screen_is_in_sight_at_once_on_a_laptop() {
    first_screens(1280, 720, 1.5);
}

#[test]
fn another_response_is_played_on_from_and_the_run_that_was_is_kept() {
    journey(async |page| {
        let run = play_as(Persona::AlwaysLeader, &story::crisis());
        opens(page, &run).await;
        page.click_on("[data-do=curious]").await;
        let third = ".what-if > ol > li:nth-child(3)";
        page.click_on(&format!("{third} summary")).await;
        page.click_on(&format!("{third} tbody a")).await;
        let mut other = story::first(2, &run);
        let taken = run.turns()[2].response;
        let another = other.offered().map(|(response, _)| response).find(|response| *response != taken);
        other.choose(another.unwrap_or_default()).unwrap_or_else(|refused| panic!("{refused:?}"));
        seen::now(page, &other, seen::Mode::Practice).await;
        page.focuses_on("main h1").await;
        let ended = kept::get(page, "run/crisis").await;
        assert_eq!(ended, Some(Record::of(&run).to_line()), "a look replaces nothing");
        page.choose_number(1).await;
        page.is_at("#/play/crisis").await;
        page.goes_on().await;
        let first = other.offered().next().map(|(response, _)| response);
        other.choose(first.unwrap_or_default()).unwrap_or_else(|refused| panic!("{refused:?}"));
        let journal = kept::get(page, "journal/1").await;
        assert_eq!(journal, Some(format!("crisis {}", Record::of(&run).to_line())), "the run that was is kept");

        // A run that has not ended is not lost either when another takes its place.
        page.open(&format!("/#/take/crisis+{}", Record::of(&story::first(1, &run)).to_line().replace(' ', "+"))).await;
        page.sees(ASIDE.take).await;
        page.focuses_on("main h1").await;
        page.axe().await;
        page.click(ASIDE.take_no).await;
        seen::now(page, &other, seen::Mode::Practice).await;
        page.back().await;
        page.click(ASIDE.take_yes).await;
        seen::now(page, &story::first(1, &run), seen::Mode::Practice).await;
        page.choose_number(1).await;
        page.goes_on().await;
        let open = format!("crisis {}", Record::of(&other).to_line());
        let kept = "return Object.entries(localStorage).some(([key, value]) => key.startsWith('two-hats:journal/') && value === arguments[0])";
        page.until("the open run is in the journal", async || {
            page.script(kept, vec![json!(open)]).await == json!(true)
        })
        .await;
    });
}

#[test]
fn a_run_that_ends_is_written_into_the_journal_once() {
    journey(async |page| {
        let small = story::way(&story::crisis(), |ending| ending.broke);
        page.open("/#/play/crisis").await;
        seen::played(page, &small, seen::Mode::Practice).await;
        page.reload().await;
        page.has(".timeline").await;
        let journal = "return Object.entries(localStorage).filter(([key]) => key.startsWith('two-hats:journal/')).map(([, value]) => value)";
        let line = format!("crisis {}", Record::of(&small).to_line());
        page.finds("one line stands in the journal", journal, &json!([line])).await;
    });
}

#[test]
fn a_link_holds_the_whole_run_and_says_so_when_it_was_cut() {
    journey(async |page| {
        let run = play_as(Persona::Alternating, &story::crisis());
        opens(page, &run).await;
        let code = Code::of(&run).unwrap_or_else(|| panic!("a persona plays to the end")).to_string();
        let link = page.script("return document.querySelector('#link').value", vec![]).await;
        let link = link.as_str().unwrap_or_default();
        assert!(link.ends_with(&format!("/#/run/crisis/{code}")), "{link}");
        page.script("localStorage.clear()", vec![]).await;

        let path = format!("/#/run/crisis/{code}");
        page.open(&path).await;
        page.reload().await;
        page.finds("the link tells the same", DECISIONS, &decisions(&run)).await;
        page.focuses_on("#debrief h1").await;
        let title = &run.variant().unwrap_or_else(|| panic!("it has ended")).title;
        page.sees(title).await;
        page.axe().await;

        for cut in [&path[..path.len() - 1], "/#/run/crisis", "/#/run/crisis/", &format!("{path}7")] {
            page.open("/").await;
            page.open(cut).await;
            page.has("#debrief [role=alert] h1").await;
            page.sees("does not hold a whole run").await;
        }
        page.axe().await;
        page.open("/#/run/no-such-story/ABCDEFGH").await;
        page.sees("There is no such story here").await;
        page.open("/#/run/product-launch/").await;
        page.sees("does not hold a whole run").await;
    });
}

#[test]
fn the_result_code_is_a_picture_too_when_that_is_asked_for() {
    journey(async |page| {
        let run = play_as(Persona::Balancing, &story::crisis());
        let code = Code::of(&run).unwrap_or_else(|| panic!("a persona plays to the end")).to_string();
        opens(page, &run).await;
        page.has_no(".qr").await;
        page.click_on(".keep summary").await;
        page.click("Show it as a QR code").await;
        page.focuses_on(&format!("svg.qr[role=img][aria-label='QR code of {code}']")).await;
        page.sees(&code).await;
        page.script("document.documentElement.dataset.theme = 'dark'", vec![]).await;
        let fills = "return [...document.querySelectorAll('.qr > *')].map(it => getComputedStyle(it).fill)";
        page.finds("it is black on white in the dark, too", fills, &json!(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]))
            .await;
        page.axe().await;

        // Once the debrief is there, so is all that draws the code.
        page.reload().await;
        page.has("[data-do=qr]").await;
        page.script("window.fetch = () => Promise.reject(new TypeError('offline'))", vec![]).await;
        page.click_on(".keep summary").await;
        page.click("Show it as a QR code").await;
        page.focuses_on("svg.qr").await;
    });
}

#[test]
fn two_runs_stand_side_by_side() {
    journey(async |page| {
        let (one, two) =
            (play_as(Persona::AlwaysLeader, &story::crisis()), play_as(Persona::Balancing, &story::crisis()));
        opens(page, &two).await;
        page.sees("Play this story once more").await;
        keeps(page, &one, 2).await;
        keeps(page, &two, 3).await;
        page.reload().await;
        page.has("#other option:nth-child(2)").await;
        page.has_no("#other option:nth-child(3)").await;
        let pick = "const list = document.querySelector('#other'); list.value = '0'; list.dispatchEvent(new Event('change', { bubbles: true }))";
        page.script(pick, vec![]).await;
        let differs = |at: &usize| {
            one.turns().get(*at).map(|turn| turn.response) != two.turns().get(*at).map(|turn| turn.response)
        };
        let parted = (0..).find(differs).unwrap_or_default() + 1;
        page.sees(&format!("The two part at decision {parted}.")).await;
        page.focuses_on("#other").await;
        page.click_on("[data-do=curious]").await;
        page.has(".trail.other").await;
        page.axe().await;
    });
}

#[test]
fn answers_to_the_self_check_are_kept_and_set_beside_the_run() {
    journey(async |page| {
        let run = play_as(Persona::AlwaysLeader, &story::crisis());
        opens(page, &run).await;
        let set = "const slider = document.querySelector('#r1'); slider.value = 9; slider.dispatchEvent(new Event('input', { bubbles: true }))";
        page.script(set, vec![]).await;
        page.click_on("#self-check summary").await;
        page.click("Keep these answers").await;
        page.sees("Kept on this device.").await;
        page.sees("Your sliders stand 63 % towards leading. In this run you wore the leader’s hat 100 % of the time.")
            .await;
        page.focuses("Keep these answers").await;
        page.reload().await;
        page.finds("the answers are still there", "return document.querySelector('#r1')?.value", &json!("9")).await;
    });
}

#[test]
fn the_run_can_be_taken_along_as_a_text_and_as_a_picture() {
    journey(async |page| {
        let run = play_as(Persona::AlwaysLeader, &story::crisis());
        opens(page, &run).await;
        // A headless browser saves no files: what would be saved is looked at on its way.
        let catch = "window.saved = []; URL.createObjectURL = part => (part.text().then(text => saved.push(text)), 'data:,');
            HTMLAnchorElement.prototype.click = function () { saved.push(this.download) };
            Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => void (window.copied = text) } })";
        page.script(catch, vec![]).await;
        page.click_on(".keep summary").await;
        page.click("Picture (SVG)").await;
        page.holds_that(
            "a picture is saved",
            "return saved.includes('two-hats.svg') && saved.some(text => text.startsWith('<svg'))",
        )
        .await;
        // What the page's own parser reads is held to the page's policy, which knows no style of a picture.
        let sound = r"const picture = saved.find(text => text.startsWith('<svg')).replace(/<style>[^<&]*<\/style>/, '');
            return new DOMParser().parseFromString(picture, 'image/svg+xml').querySelector('parsererror') === null";
        page.holds_that("the picture is sound", sound).await;
        page.click("Copy as text").await;
        page.sees("Copied.").await;
        let last = debrief(&run).decisions.last().map(|last| reachable(&last.after).next());
        assert_eq!(last.flatten(), run.ending().map(|ending| ending.outcome), "the last decision settles the outcome");
        page.holds_that(
            "the text names the scenario",
            &format!("return copied.startsWith({:?})", run.scenario().title()),
        )
        .await;
        page.holds_that("the text marks the point of no return", "return copied.includes('(point of no return)')")
            .await;
    });
}

#[test]
fn counting_stands_beside_the_page_and_can_be_given_up() {
    /// From now on a worker starts, and never has done.
    const HELD: &str = "
        const Real = Worker;
        window.Worker = function (...how) {
            const worker = new Real(...how);
            worker.postMessage = () => {};
            return worker;
        };
        location.hash = '#/play/crisis'";
    journey(async |page| {
        let run = Rc::new(play_as(Persona::AlwaysLeader, &story::crisis()));
        page.open("/").await;
        keeps(page, &run, 1).await;
        page.reload().await;
        page.sees(story::crisis().title()).await;
        page.script(HELD, vec![]).await;
        page.sees(&run.variant().unwrap_or_else(|| panic!("it has ended")).title).await;
        page.sees("is being counted").await;
        page.axe().await;
        page.click("Show it without the figures").await;
        page.sees("cannot be counted out here").await;
        page.has(".timeline > ol > li").await;
        page.sees_not("random ways").await;
        page.focuses_on("#debrief h2").await;
    });
}

#[test]
fn what_a_worker_that_never_starts_had_to_count_is_counted_on_the_page() {
    journey(async |page| {
        let run = Rc::new(play_as(Persona::AlwaysLeader, &story::crisis()));
        page.open("/").await;
        keeps(page, &run, 1).await;
        page.open_with_fault("stall", "background.js", "/#/play/crisis").await;
        page.sees("is being counted").await;
        page.has("#first .strip").await;
        page.sees_not("cannot be counted out here").await;
    });
}

#[test]
fn a_debrief_that_does_not_come_says_so_and_the_story_is_told() {
    journey(async |page| {
        let run = Rc::new(play_as(Persona::AlwaysLeader, &story::crisis()));
        page.open("/").await;
        keeps(page, &run, 1).await;
        page.open_with_fault("500", "debrief.wasm", "/#/play/crisis").await;
        page.sees(&run.variant().unwrap_or_else(|| panic!("it has ended")).title).await;
        page.sees(WORDS.on_its_way).await;
        page.until("it is said that it is late", async || {
            page.script("return getComputedStyle(document.querySelector('#debrief .late')).visibility", vec![]).await
                == json!("visible")
        })
        .await;
    });
}

#[test]
fn what_is_set_out_to_do_is_kept_goes_into_a_calendar_and_is_asked_about_later() {
    journey(async |page| {
        opens(page, &play_as(Persona::AlwaysLeader, &story::crisis())).await;
        let catch =
            "window.saved = []; URL.createObjectURL = part => (part.text().then(text => saved.push(text)), 'data:,');
            HTMLAnchorElement.prototype.click = function () { saved.push(this.download) }";
        page.script(catch, vec![]).await;
        page.click_on("[data-do=keep-mine]").await;
        page.focuses_on("#mine").await;
        let set = "const field = document.querySelector('#mine'); field.value = 'Call Mara, and say why'; field.dispatchEvent(new Event('input', { bubbles: true }))";
        page.script(set, vec![]).await;
        page.click_on("[data-do=keep-mine]").await;
        page.sees("Kept in your journal").await;
        page.focuses_on("[data-do=calendar]").await;
        page.axe().await;
        page.click_on("[data-do=calendar]").await;
        page.holds_that(
            "an appointment is saved",
            r"return saved.includes('two-hats-monday.ics') && saved.some(text => text.includes('\r\nSUMMARY:Call Mara\\, and say why\r\n'))",
        )
        .await;
        page.open("/#/journal").await;
        page.sees("You will be asked at your next visit.").await;
        page.sees_not("Did you?").await;

        page.open("/").await;
        kept::set(page, "commitment/1700000000000", "crisis open Write a name beside each task").await;
        page.reload().await;
        page.open("/#/journal").await;
        page.sees("Did you?").await;
        page.axe().await;
        page.click_on("[data-do=did]").await;
        page.sees("Noted.").await;
        page.focuses_on("#commitments").await;
        let answered = kept::get(page, "commitment/1700000000000").await;
        assert_eq!(answered, Some("crisis done Write a name beside each task".to_owned()));
    });
}
