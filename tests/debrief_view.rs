//! The debrief's page, as a text.

mod support;

use play::{Code, Record, Run, play_as};
use proptest::prelude::*;
use scenario::{Persona, Scenario, Stance, pack};
use support::{SMALL, looped, made, scenario, shipped, shipped_ids};
use two_hats::debrief_view::answer;
use two_hats::words::percent_of;

fn ask(what: &str, scenario: &Scenario, run: &str, kept: &str) -> String {
    let key = scenario.id();
    answer(&pack::pack(scenario), &format!("{what}\t{key}\thttps://example.org/\t{run}\t{kept}"))
}

fn page(run: &Run) -> String {
    ask("page", run.scenario(), &Record::of(run).to_line(), "")
}

/// Every gap of the templates is filled, every tag closed, every id there once.
fn is_sound(page: &str) {
    let page = page.replace("<br>", "");
    let mut open: Vec<&str> = Vec::new();
    let mut ids: Vec<&str> = Vec::new();
    let mut rest = &*page;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').expect("a tag ends");
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default();
        if let Some((_, id)) = tag.split_once(" id=\"") {
            ids.push(id.split('"').next().unwrap_or_default());
        }
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{tag} closes what was opened");
        } else if !tag.ends_with('/') && name != "input" {
            open.push(name);
        }
        rest = after;
    }
    assert!(open.is_empty(), "{open:?} stay open");
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id stands twice");
}

#[test]
fn all_parts_come_at_once_and_uncounted_where_that_is_asked() {
    let run = play_as(Persona::Balancing, &scenario(SMALL));
    let line = Record::of(&run).to_line();
    let ask = |what: &str, rest: &str| ask(what, run.scenario(), &format!("{line}\t{rest}"), "");
    let all = ask("all", "\t");
    let parts: Vec<&str> = all.split('\0').collect();
    assert_eq!(parts, [ask("page", "\t"), ask("svg", "\t"), ask("text", "\t")]);
    assert!(parts[0].contains("Odds of balance"));
    let plain = ask("all", "\tplain");
    assert!(!plain.contains("Odds of balance") && plain.contains("cannot be counted out here"));
    let [page, picture, _] = plain.split('\0').collect::<Vec<_>>().try_into().expect("three parts");
    is_sound(page);
    is_sound(picture);
    is_sound(&ask("wait", ""));
    assert!(ask("wait", "").contains("data-do=\"give-up\""));
}

#[test]
fn the_page_of_every_scenario_and_persona_is_sound_and_has_no_empty_gap() {
    for id in shipped_ids() {
        let scenario = shipped(&id);
        for persona in Persona::ALL {
            let run = play_as(persona, &scenario);
            let page = page(&run);
            is_sound(&page);
            for empty in ["\"\"", "></b>", "<h3 lang=\"en\" dir=\"ltr\"></h3>", "()", "  ("] {
                assert!(!page.replace("value=\"\"", "").contains(empty), "{id}: {empty} in the page");
            }
            assert_eq!(page.matches("<details>").count(), run.turns().len() + 1, "{id}: a what-if for each decision");
            let picture = ask("svg", &scenario, &Record::of(&run).to_line(), "");
            is_sound(&picture);
            assert!(!picture.contains("NaN") && picture.starts_with("<svg"), "{id}");
            let text = ask("text", &scenario, &Record::of(&run).to_line(), "");
            assert!(text.starts_with(scenario.title()) && text.lines().count() > run.turns().len(), "{id}: {text}");
        }
    }
}

#[test]
fn a_link_is_short_enough_to_be_sent_by_hand() {
    for id in shipped_ids() {
        let scenario = shipped(&id);
        for persona in Persona::ALL {
            let run = play_as(persona, &scenario);
            let page = page(&run);
            let (_, link) = page.split_once("readonly value=\"https://example.org/#").expect("a link");
            let link = link.split('"').next().unwrap_or_default();
            assert!(link.len() <= 64, "{link}");
            let code = link.rsplit('/').next().unwrap_or_default();
            assert_eq!(Code::read(code, &scenario).expect("its own code"), run);
            assert!(ask("page", &scenario, code, "").contains("<h1"), "a linked run is told from its beginning");
        }
    }
}

#[test]
fn what_is_kept_but_does_not_fit_is_left_aside() {
    let scenario = shipped("crisis");
    let [run, other] = [Persona::AlwaysLeader, Persona::Balancing].map(|persona| play_as(persona, &scenario));
    let line = Record::of(&other).to_line();
    let kept = format!(
        "\njournal\ttoday\tcrisis {line}\njournal\ttoday\town/crisis {line}\njournal\ttoday\tcrisis {}\njournal\t\tnonsense\njournal\nself\tnow\t1 2 3\nself\tnow\t1 2 99\nself\tthen\t4 4 4",
        Record::of(&run).to_line()
    );
    let page = ask("page", &scenario, &Record::of(&run).to_line(), &kept);
    is_sound(&page);
    assert_eq!(page.matches("<option").count(), 2, "one other run, and none");
    assert!(page.contains("id=\"r0\" min=\"0\" max=\"10\" value=\"1\""), "the newest answers");
}

#[test]
fn what_cannot_be_told_is_said() {
    let scenario = shipped("crisis");
    let run = play_as(Persona::Balancing, &scenario);
    let said = |packed: &[u8], ask: &str| answer(packed, ask);
    let packed = pack::pack(&scenario);
    let line = Record::of(&run).to_line();
    assert!(said(&[], "page\tcrisis\t\tABC\t").contains("no such story"));
    assert!(said(&packed[..packed.len() / 2], "page\tcrisis\t\tABC\t").contains("did not arrive"));
    assert!(said(&packed, "page\tcrisis\t\tABC\t").contains("does not hold a whole run"));
    assert!(said(&packed, "").contains("no such story"));
    assert!(
        said(&packed, &format!("page\tcrisis\t\t{}\t", line.rsplit_once(' ').expect("words").0))
            .contains("does not hold a whole run")
    );
    let open = Record { responses: Record::of(&run).responses[..2].to_vec(), ..Record::of(&run) };
    assert!(said(&packed, &format!("page\tcrisis\t\t{}\t", open.to_line())).contains("has changed"));
}

#[test]
fn only_the_pack_of_the_story_that_was_asked_for_is_told_and_only_where_it_keeps_the_rules() {
    let small = scenario(SMALL);
    let code = Code::of(&play_as(Persona::Balancing, &small)).expect("it ended");
    let packed = pack::pack(&small);
    let said = |packed: &[u8], key: &str| answer(packed, &format!("page\t{key}\t\t{code}\t"));
    assert!(said(&packed, "small").contains("<h1"), "its own key");
    for key in ["..\\uploads\\evil.bin?", "../small", "small.pack?", "own/../small", "Small", "%2e%2e"] {
        assert!(said(&packed, key).contains("no such story"), "{key}");
    }
    assert!(said(&packed, "crisis").contains("did not arrive"), "another story's pack");
    assert!(said(&looped(), "small").contains("did not arrive"), "a pack that somebody made up");
}

#[test]
fn a_link_is_where_others_can_open_it() {
    let scenario = shipped("crisis");
    let run = play_as(Persona::Balancing, &scenario);
    let (line, code) = (Record::of(&run).to_line(), Code::of(&run).expect("it ended"));
    let told = |base: &str, what: &str| answer(&pack::pack(&scenario), &format!("{what}\tcrisis\t{base}\t{line}\t"));
    assert!(
        told("https://example.org/game/", "text").contains(&format!("https://example.org/game/#/run/crisis/{code}"))
    );
    let (text, page) = (told("", "text"), told("", "page"));
    assert!(text.contains(&code.to_string()) && !text.contains("#/run/"), "{text}");
    assert!(!page.contains("id=\"link\"") && page.contains(&code.to_string()), "the code alone");
}

#[test]
fn an_authors_words_stay_words() {
    let hostile = "<img src=x onerror=alert(1)>\\\" & {title} {#decisions}";
    let text = SMALL.replace("Forty people.", hostile).replace("\"title\": \"", &format!("\"title\": \"{hostile}"));
    let scenario = scenario(&text);
    let run = play_as(Persona::Balancing, &scenario);
    for what in ["page", "svg"] {
        let page = ask(what, &scenario, &Record::of(&run).to_line(), "");
        is_sound(&page);
        assert!(!page.contains("<img") && page.contains("&lt;img src=x onerror=alert(1)&gt;"), "{what}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_scenario_and_any_question_has_an_answer(text in made::scenario_text(), asked in ".{0,60}", cut in 0_usize..400) {
        let scenario = scenario(&text);
        let run = play_as(Persona::Alternating, &scenario);
        if run.ending().is_some() {
            is_sound(&page(&run));
        }
        let packed = pack::pack(&scenario);
        let _ = answer(&packed, &asked);
        let _ = answer(&packed[..cut.min(packed.len())], &asked);
        let line = Record::of(&run).to_line();
        let cut = line.char_indices().map(|(at, _)| at).nth(cut).unwrap_or(line.len());
        let _ = ask("page", &scenario, &line[..cut], &asked);
    }
}

/// Runs that chance plays, the same ones each time.
fn by_chance(scenario: &std::rc::Rc<Scenario>) -> impl Iterator<Item = Run> {
    let mut lots: u64 = 7;
    (0..12).map(move |_| {
        let mut run = Run::start(std::rc::Rc::clone(scenario));
        while run.ending().is_none() {
            lots = lots.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let offered: Vec<usize> = run.offered().map(|(response, _)| response).collect();
            run.choose(offered[(lots >> 33) as usize % offered.len()]).expect("it is offered");
        }
        run
    })
}

/// Runs of all kinds through all shipped scenarios.
fn runs() -> Vec<Run> {
    let mut runs = Vec::new();
    for scenario in shipped_ids().into_iter().map(|id| shipped(&id)) {
        runs.extend(Persona::ALL.map(|persona| play_as(persona, &scenario)));
        runs.extend(by_chance(&scenario));
    }
    runs
}

#[test]
fn no_chance_is_told_of_after_the_point_of_no_return() {
    let mut settled_early = 0;
    for run in runs() {
        let page = page(&run);
        let [chance, settled] = ["<b>Last chance</b>", "<b>Point of no return</b>"].map(|flag| page.find(flag));
        assert!(chance.is_none_or(|chance| settled.is_some_and(|settled| chance < settled)), "{}", run.scenario().id());
        settled_early += usize::from(chance.is_none() && settled.is_some());
        let text = ask("text", run.scenario(), &Record::of(&run).to_line(), "");
        assert_eq!(text.contains("(last chance)"), chance.is_some(), "the text says what the page says");
    }
    assert!(settled_early > 0, "some run is in balance before its last decision");
}

#[test]
fn what_moved_the_meters_is_not_said_to_have_moved_little() {
    let mut weightless = 0;
    for run in runs() {
        let page = page(&run);
        assert!(!page.contains("moved little") && !page.contains("little (0 %)"), "{}", run.scenario().id());
        weightless += page.matches("Whatever you did here, the odds stayed as they were (0 %)").count();
        assert_eq!(page.matches("stayed as they were").count(), page.matches(" (0 %)").count());
    }
    assert!(weightless > 0, "some decision moved nothing but the meters");
}

#[test]
fn the_leaders_hat_has_the_same_share_in_the_debrief_and_in_the_journal() {
    let mut rounded_up = 0;
    for run in runs() {
        let led = run.turns().iter().filter(|turn| run.response(turn).stance == Stance::Leader).count();
        let all = run.turns().len();
        // What the journal says; its own test holds it to the same function.
        let wanted = format!("the leader’s hat {} % of the time", percent_of(led, all));
        let page = ask("self", run.scenario(), &Record::of(&run).to_line(), "\nself\tToday\t5 5 5");
        assert!(page.contains(&wanted), "{wanted}: {page}");
        rounded_up += usize::from(percent_of(led, all) != led * 100 / all);
    }
    assert!(rounded_up > 0);
}
