//! The journal, the album of endings, the field guide, and what an exported file adds to what is kept.

use crate::support;

use delivery::album_line;
use play::{Code, Record, Run, play_as};
use proptest::prelude::*;
use scenario::{Concept, Outcome, Persona, Scenario, pack};
use session::{Act, Session};
use std::collections::BTreeMap;
use std::rc::Rc;
use support::{SMALL, guide, journal, scenario, shipped, shipped_ids};
use two_hats::album_view::{Told, to_add};
use two_hats::app::{Event, Model, Notice};
use two_hats::words::guide::GUIDE;

type Kept = BTreeMap<String, String>;

/// A day in the autumn of 2026.
const NOW: u64 = 1_795_000_000_000;

fn escape(field: &str) -> String {
    field.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n")
}

/// What is told of what is kept.
fn told(kept: &Kept) -> String {
    kept.iter()
        .map(|(key, value)| format!("\nkept\t{}\t{}\tday of {}", escape(key), escape(value), escape(key)))
        .collect()
}

/// The journal, with all shipped scenarios at hand.
fn page(kept: &Kept) -> String {
    let (ask, packs) = asked("journal", kept);
    journal::page(&journal::told(&ask, &packs))
}

/// What is told of all shipped scenarios and of what is kept, and the packs beside it.
fn asked(what: &str, kept: &Kept) -> (String, Vec<u8>) {
    let scenarios: Vec<Rc<Scenario>> = shipped_ids().iter().map(|id| shipped(id)).collect();
    let mut ask = what.to_owned();
    let mut packs = Vec::new();
    for scenario in &scenarios {
        let bytes = pack::pack(scenario);
        ask.push_str(&format!(
            "\nshelf\t{}\npack\t{}\t{}",
            album_line(scenario).trim_end(),
            scenario.id(),
            bytes.len()
        ));
        packs.extend(bytes);
    }
    (ask + &told(kept), packs)
}

/// The field guide, with all shipped scenarios at hand.
fn guide_page(kept: &Kept) -> String {
    let (ask, packs) = asked("guide", kept);
    guide::page(&guide::told(&ask, &packs))
}

/// The journal of some lines alone.
fn journal_of(lines: &str) -> String {
    journal::page(&journal::told(lines, &[]))
}

/// The page that says what a picked file would add.
fn preview_of(lines: &str) -> String {
    journal::page(&journal::picked(lines))
}

fn kept<const N: usize>(things: [(&str, String); N]) -> Kept {
    things.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn entry(key: &str, run: &Run) -> String {
    format!("{key} {}", Record::of(run).to_line())
}

/// A pack as the browser keeps it.
fn packed(scenario: &Scenario) -> String {
    pack::pack(scenario).into_iter().map(char::from).collect()
}

fn has(page: &str, part: &str) {
    assert!(page.contains(part), "“{part}” is not in\n{page}");
}

fn has_not(page: &str, part: &str) {
    assert!(!page.contains(part), "“{part}” is in\n{page}");
}

/// What a page makes of a text.
fn written(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn a_run_in_the_journal_says_how_it_ended_and_leads_to_its_debrief() {
    let run = play_as(Persona::Balancing, &shipped("crisis"));
    let page = page(&kept([("journal/7", entry("crisis", &run))]));
    has(&page, &format!("href=\"#/run/crisis/{}\"", Code::of(&run).expect("it has ended")));
    has(&page, &written(&run.variant().expect("it has ended").title));
    has(&page, "day of journal/7");
    has(&page, "1 run of 1 story");
}

#[test]
fn runs_that_cannot_be_told_say_why() {
    let run = play_as(Persona::Balancing, &shipped("crisis"));
    let line = Record::of(&run).to_line();
    let fingerprint = run.scenario().fingerprint().to_string();
    let edited = format!("crisis {}", line.replace(&fingerprint, "0123456789abcdef"));
    has(&page(&kept([("journal/7", edited)])), "This story has changed since");
    let gone = "own/nowhere nowhere 0123456789abcdef 1 a".to_owned();
    has(&page(&kept([("journal/7", gone)])), "This story is no longer here");
    // Neither the list nor the packs came.
    let late = journal_of(&format!("journal\nno-shelf{}", told(&kept([("journal/7", entry("crisis", &run))]))));
    has(&late, "The list of stories did not arrive");
    has(&late, "This story did not arrive");
    has(&journal_of("journal\nunkept"), "This browser keeps nothing, so there is no journal");
    has(&page(&Kept::new()), "Nothing has been played to its end here yet");
}

#[test]
fn an_unfinished_run_can_be_gone_on_with() {
    let mut run = Run::start(shipped("crisis"));
    run.choose(0).expect("it is offered");
    let step = written(&run.step().expect("it goes on").title);
    let aside = page(&kept([("journal/7", entry("crisis", &run))]));
    has(&aside, &format!("href=\"#/take/crisis+{}\"", Record::of(&run).to_line().replace(' ', "+")));
    has(&aside, &step);
    // Taken up again it is the open one, and stands there once.
    let open = page(&kept([("journal/7", entry("crisis", &run)), ("run/crisis", Record::of(&run).to_line())]));
    has(&open, "Open now");
    has(&open, "<a class=\"button main\" href=\"#/play/crisis\">Go on with it");
    has_not(&open, "#/take/");
    // A run that was only entered is nothing to write down.
    run.undo();
    has_not(&page(&kept([("run/crisis", Record::of(&run).to_line())])), "Open now");
}

#[test]
fn an_end_of_a_file_of_ones_own_is_opened_in_place() {
    let small = scenario(SMALL);
    let run = play_as(Persona::AlwaysLeader, &small);
    let page = page(&kept([("journal/7", entry("own/small", &run)), ("scenario/small", packed(&small))]));
    has(&page, &format!("href=\"#/take/own/small+{}\"", Record::of(&run).to_line().replace(' ', "+")));
    has(&page, "Your own file");
    has_not(&page, "#/run/own");
}

#[test]
fn the_album_counts_what_was_found_and_nothing_else() {
    let endings =
        |scenario: &Scenario| Outcome::ALL.iter().map(|outcome| scenario.outcomes().of(*outcome).len()).sum::<usize>();
    let all: usize = shipped_ids().iter().map(|id| endings(&shipped(id))).sum();
    let crisis = shipped("crisis");
    let runs = Persona::ALL.map(|persona| play_as(persona, &crisis));
    let mut titles: Vec<&str> = runs.iter().map(|run| &*run.variant().expect("it has ended").title).collect();
    titles.sort_unstable();
    titles.dedup();
    let mut keeps: Kept =
        runs.iter().enumerate().map(|(at, run)| (format!("journal/{}", at + 1), entry("crisis", run))).collect();
    // What was played on another version, or not to its end, found nothing.
    let mut open = Run::start(shipped("remote-team"));
    open.choose(0).expect("it is offered");
    keeps.insert("journal/90".into(), entry("remote-team", &open));
    keeps.insert("journal/91".into(), "remote-team remote-team 0123456789abcdef 1 a".into());
    let page = page(&keeps);
    has(&page, &format!("<b>{} of {all}</b>", titles.len()));
    has(&page, &format!("<b>{} of {} found</b>", titles.len(), endings(&crisis)));
    has(&page, &format!("<b>0 of {} found</b>", endings(&shipped("remote-team"))));
    assert_eq!(page.matches("Not found yet").count(), all - titles.len());
    for variant in Outcome::ALL.iter().flat_map(|outcome| crisis.outcomes().of(*outcome)) {
        let stands = page.contains(&written(&variant.title));
        assert_eq!(stands, titles.contains(&&*variant.title), "“{}” is found, or not told", variant.title);
        let last = variant.story.last().expect("an ending tells something");
        assert_eq!(page.contains(&written(&last.text)), stands, "“{}” is told once it is found", last.text);
    }
    assert_eq!(page.matches("<details><summary><b>0 of ").count(), shipped_ids().len() - 2, "the two that were played");
}

#[test]
fn answers_stand_beside_how_the_runs_between_were_played() {
    let led = play_as(Persona::AlwaysLeader, &shipped("crisis"));
    let managed = play_as(Persona::AlwaysManager, &shipped("crisis"));
    let page = page(&kept([
        ("self/10", "5 5 5".into()),
        ("journal/20", entry("crisis", &led)),
        ("self/30", "8 2 6".into()),
        ("journal/40", entry("crisis", &managed)),
    ]));
    has(&page, "1 run, leader’s hat 100 %");
    has(&page, "1 run, leader’s hat 0 %");
    has(&page, "no run");
    has(&page, "Your time: 5 at first, 8 now");
    has(&page, "value=\"8\"");
}

#[test]
fn the_guide_has_every_idea_where_an_address_can_find_it() {
    let run = play_as(Persona::Balancing, &shipped("crisis"));
    let fresh = guide_page(&Kept::new());
    for concept in Concept::all() {
        has(&fresh, &format!("id=\"{}\"", concept.id()));
    }
    // A question stands under its own words, not under its short name.
    let unsaid: Vec<&str> =
        GUIDE.concepts.iter().filter(|it| it.id.starts_with(['Q', 'R'])).map(|it| it.name).collect();
    for text in GUIDE.texts() {
        // The page's own heading is the app's.
        if text != GUIDE.page.title && !text.contains('{') && text != GUIDE.labels.met && !unsaid.contains(&text) {
            has(&fresh, &written(text));
        }
    }
    has_not(&fresh, GUIDE.labels.met);
    has(&fresh, "<a href=\"#/play/crisis\">Slack Water</a>");
    has(&guide_page(&kept([("journal/7", entry("crisis", &run))])), GUIDE.labels.met);
    let alone = guide::page(&guide::told("guide\nno-shelf\nunkept", &[]));
    has(&alone, "The list of stories did not arrive");
    has_not(&alone, GUIDE.labels.not_met);
    has_not(&alone, GUIDE.labels.only_here);
}

#[test]
fn hostile_texts_stay_texts_on_every_page() {
    const HOSTILE: &str = "<img src=x onerror=\"a()\"><script>a()</script>'&{title}{#runs}";
    let text = SMALL.replace("A small one", &HOSTILE.replace('"', "\\\""));
    let small = scenario(&text);
    let run = play_as(Persona::AlwaysLeader, &small);
    let keeps = kept([
        ("journal/7", entry("own/small", &run)),
        ("scenario/small", packed(&small)),
        ("waiting/own/small", HOSTILE.into()),
        ("self/8", "1 2 3".into()),
        ("self/9", "1 2 3".into()),
    ]);
    let days = told(&keeps).replace("day of", HOSTILE);
    let plan = format!("\nfile\ttwo-hats\t1\nodd\t{HOSTILE}\ncame\t{HOSTILE}\t{HOSTILE}");
    let lines = format!("\n{days}{plan}");
    for page in [journal_of(&lines), preview_of(&lines), guide::page(&guide::told(&lines, &[]))] {
        for element in ["<img", "<script"] {
            has_not(&page, element);
        }
        let mut tags = page.split('<').skip(1).filter_map(|part| part.split_once('>'));
        assert!(tags.all(|(tag, _)| !tag.contains("onerror=\"")), "a text became an attribute: {page}");
    }
    has(&journal_of(&days), "&lt;img src=x onerror=\"a()\"&gt;");
}

/// What a file adds to what is kept, a key and a value each.
fn merged(here: &Kept, came: &Kept) -> Vec<(String, String)> {
    let file: String = came.iter().map(|(key, value)| format!("\ncame\t{}\t{}", escape(key), escape(value))).collect();
    to_add(&Told::read(&format!("merge\nnow\t{NOW}{}\nfile\ttwo-hats\t1{file}", told(here))))
}

#[test]
fn only_what_the_app_can_read_is_taken_from_a_file() {
    let small = packed(&scenario(SMALL));
    let session = Session::begin("a1".into(), shipped("crisis"), 1000).record();
    let line = "crisis 0123456789abcdef 2 one two";
    let entry = format!("crisis {line}");
    let own = format!("own/{entry}");
    let long = format!("unreadable/{}", "x".repeat(400));
    let table: &[(&str, &str, bool)] = &[
        ("run/crisis", line, true),
        ("run/own/crisis", line, true),
        ("run/other", line, false),
        ("run/crisis", "crisis 0123456789abcdef 3 one two", false),
        ("run/../crisis", line, false),
        ("run/", line, false),
        ("run", line, false),
        ("waiting/crisis", "Any text\nat all", true),
        ("waiting/<b>", "", false),
        ("reached/crisis", "balanced adrift", true),
        ("reached/crisis", "", true),
        ("reached/crisis", "won", false),
        ("journal/1700000000000", &entry, true),
        ("journal/1700000000000", &own, true),
        ("journal/1700000000000", line, false),
        ("journal/1700000000000", "", false),
        ("journal/0", &entry, false),
        ("journal/01", &entry, false),
        ("journal/-1", &entry, false),
        ("journal/1e3", &entry, false),
        ("journal/9999999999999999999999", &entry, false),
        ("journal/18446744073709551615", &entry, false),
        ("self/1700000000000", "0 5 10", true),
        ("self/1700000000000", "0 5 11", false),
        ("self/soon", "0 5 10", false),
        ("scenario/small", &small, true),
        ("scenario/other", &small, false),
        ("scenario/small", &small[1..], false),
        ("scenario/small", "\u{1F600}", false),
        ("settings", "text-2 dark still", true),
        ("settings", "<script>", false),
        ("settings/more", "text-2 dark", false),
        ("last", "own/crisis", true),
        ("last", "a/b/c", false),
        ("author", "{", true),
        ("author/text", "{", true),
        // Which session is open in which window is another device's own affair.
        ("room/open", "anything", false),
        ("room/console", "w1", false),
        ("author/windows", "w1", false),
        ("room/session/a1", &session, true),
        ("room/session/b2", &session, false),
        ("room/session/a1", "made up", false),
        ("room/copy/a1", &session, true),
        ("room/copy/a1", "", false),
        ("unreadable/run/x", "rubbish", true),
        (&long, "", false),
        ("unreadable/\u{0}", "", false),
        ("__proto__", "x", false),
        ("", "", false),
        ("opening", "own/small 1", false),
        ("newer", "1", false),
        // What a newer version keeps is carried along.
        ("team/a", "anything at all", true),
        ("high-scores", "", true),
        ("room/plan/a1", "anything", true),
        ("run/crisis", "two-hats/2 crisis", true),
        ("settings", "two-hats/2 {}", true),
        ("journal/1700000000000", "two-hats/2 crisis", true),
        ("journal/0", "two-hats/2 crisis", false),
        ("run/../crisis", "two-hats/2 crisis", false),
        ("Team/a", "anything", false),
    ];
    for (key, value, taken) in table {
        let came = kept([(key, (*value).to_owned())]);
        let puts = merged(&Kept::new(), &came);
        assert_eq!(puts.len(), usize::from(*taken), "{key} = {value}");
        if *taken {
            assert_eq!(puts, [((*key).to_owned(), (*value).to_owned())]);
            let started = Event::Started { hash: "#/".into(), stored: Some(puts) };
            let mut model = Model::default();
            model.update(started);
            assert!(!matches!(model.notice, Some(Notice::PutAside(_))), "the app reads {key} = {value}");
        }
    }
}

#[test]
fn what_a_newer_version_keeps_is_saved_and_taken_and_never_replaced() {
    let newer = |kind: &str| format!("two-hats/2 another {kind}");
    let all = kept([
        ("run/crisis", newer("run")),
        ("waiting/crisis", "A step".into()),
        ("reached/crisis", newer("ending")),
        ("journal/7", newer("entry")),
        ("self/7", newer("answer")),
        ("settings", newer("setting")),
        ("team/a", "a kind that is not known here".into()),
    ]);
    let saved = library::exported(Told::read(&format!("keep{}", told(&all))).all());
    assert_eq!(saved.into_iter().collect::<Kept>(), all);
    assert_eq!(merged(&Kept::new(), &all).into_iter().collect::<Kept>(), all);
    assert_eq!(merged(&all, &all), []);
    // What is known here, under the same keys.
    let line = "crisis 0123456789abcdef 1 one";
    let known = kept([
        ("run/crisis", line.into()),
        ("waiting/crisis", "Another step".into()),
        ("reached/crisis", "balanced".into()),
        ("journal/7", format!("crisis {line} two").replace(" 1 ", " 2 ")),
        ("self/7", "1 2 3".into()),
        ("settings", "text-1 dark".into()),
        ("team/a", "another".into()),
    ]);
    let beside = |(key, value): (String, String)| (key.starts_with("journal/") || key == "self/8").then_some(value);
    for (here, came) in [(&all, &known), (&known, &all)] {
        let puts = merged(here, came);
        assert!(puts.iter().all(|(key, _)| !here.contains_key(key)), "{puts:?}");
        assert!(puts.into_iter().all(|put| beside(put).is_some()), "what has a moment stands beside");
    }
    has(&page(&all), "Erase 6 other things?");
}

#[test]
fn a_file_that_is_no_journal_is_refused_with_a_reason_and_changes_nothing() {
    let refused = [
        ("broken", "This file cannot be read"),
        ("", "This is another kind of file"),
        ("other", "This is another kind of file"),
        ("another-game\t1", "This is another kind of file"),
        ("two-hats", "This file cannot be read"),
        ("two-hats\t0", "This file cannot be read"),
        ("two-hats\t1.5", "This file cannot be read"),
        ("two-hats\tNaN", "This file cannot be read"),
        ("two-hats\t2", "This file is from a newer version"),
        ("too-large", "This file is too large"),
    ];
    for (file, sentence) in refused {
        let ask = format!("\nfile\t{file}\ncame\tself/1\t1 2 3");
        has(&preview_of(&ask), sentence);
        assert_eq!(to_add(&Told::read(&ask)), [], "{file}");
    }
    let many: String = (1..6000).map(|at| format!("\ncame\tself/{at}\t1 2 3")).collect();
    let many = format!("\nfile\ttwo-hats\t1{many}");
    has(&preview_of(&many), "This file is too large");
    assert_eq!(to_add(&Told::read(&many)), []);
}

#[test]
fn a_preview_counts_what_is_new_what_is_here_and_what_cannot_be_read() {
    let run = play_as(Persona::Balancing, &shipped("crisis"));
    let here = kept([("self/5", "1 2 3".into()), ("settings", "text-1 dark".into())]);
    let came = kept([
        ("journal/7", entry("crisis", &run)),
        ("run/crisis", Record::of(&run).to_line()),
        ("scenario/small", packed(&scenario(SMALL))),
        ("self/5", "1 2 3".into()),
        ("self/6", "3 2 1".into()),
        ("settings", "text-1 light".into()),
        ("Nonsense", "nonsense".into()),
        ("team/a", "a newer version's".into()),
    ]);
    let file: String = came.iter().map(|(key, value)| format!("\ncame\t{key}\t{}", escape(value))).collect();
    let preview = preview_of(&format!("preview{}\nfile\ttwo-hats\t1{file}\nodd\tmore", told(&here)));
    has(&preview, "This adds 1 run, 1 scenario, 1 answer and 1 other thing<");
    has(&preview, "1 thing is here already");
    has(&preview, "1 thing is here in another form");
    has(&preview, "2 things cannot be read");
    has(&preview, "Nonsense, more");
}

#[test]
fn a_preview_names_the_sessions_that_a_file_holds() {
    let crisis = shipped("crisis");
    let session = |at: usize| {
        let mut session = Session::begin(format!("x{at}"), Rc::clone(&crisis), 1000);
        session.take(Act::Label(format!("Group <{at}>")), 1001).expect("it fits");
        (format!("room/session/x{at}"), session.record())
    };
    let file = |count: usize| {
        let came = (0..count).map(session).map(|(key, record)| format!("\ncame\t{key}\t{}", escape(&record)));
        format!("preview\nfile\ttwo-hats\t1{}\ncame\tauthor/text\t{{", came.collect::<String>())
    };
    let preview = preview_of(&file(2));
    has(&preview, "This adds 2 group sessions and 1 text on the workbench<");
    has(&preview, "Group &lt;0&gt;, Group &lt;1&gt;<");
    has(&preview_of(&file(4_000)), "This adds 4000 group sessions and 1 text on the workbench<");
    has(&preview_of(&file(4_000)), "Group &lt;4&gt;, …<");
}

#[test]
fn what_is_to_be_erased_is_named() {
    let session = Session::begin("a1".into(), shipped("crisis"), 1000).record();
    let all = kept([
        ("room/session/a1", session),
        ("room/open", "a1".into()),
        ("author/text", "{".into()),
        ("author/file", "mine".into()),
    ]);
    has(&page(&all), "Erase 1 group session and 1 text on the workbench?");
    has(&page(&kept([("settings", "text-1 dark".into())])), "Erase 1 other thing?");
    has(&page(&all), "opened scenarios, group sessions, the text on the workbench, settings");
}

#[test]
fn a_pack_that_somebody_made_up_is_no_story_of_the_journal() {
    let looped = kept([("scenario/small", library::Packed(support::looped()).to_text())]);
    has_not(&page(&looped), "#/play/own/small");
    has(&page(&kept([("scenario/small", packed(&scenario(SMALL)))])), "#/play/own/small");
}

/// Things as the app keeps them, few enough to be in each other's way.
fn store() -> impl Strategy<Value = Kept> {
    let source = prop_oneof![Just("a"), Just("own/a"), Just("b")];
    let responses = prop_oneof![Just("0"), Just("1 x"), Just("1 y"), Just("2 x z")];
    let run = |key: &str, responses: &str| {
        let id = key.trim_start_matches("own/");
        format!("{id} 0123456789abcdef {responses}")
    };
    let outcome = prop_oneof![Just(""), Just("balanced"), Just("adrift balanced")];
    let text = prop_oneof![Just("A step"), Just(""), Just("tab\tline\nback\\slash")];
    let thing = prop_oneof![
        (source.clone(), responses.clone()).prop_map(move |(key, r)| (format!("run/{key}"), run(key, r))),
        (1..4u64, source.clone(), responses)
            .prop_map(move |(at, key, r)| (format!("journal/{at}"), format!("{key} {}", run(key, r)))),
        (source.clone(), outcome).prop_map(|(key, all)| (format!("reached/{key}"), all.into())),
        (source, text.clone()).prop_map(|(key, text)| (format!("waiting/{key}"), text.into())),
        (1..4u64, 0..11u8).prop_map(|(at, one)| (format!("self/{at}"), format!("{one} 5 5"))),
        text.prop_map(|text| ("author".into(), text.into())),
        Just(("settings".into(), "text-1 dark".into())),
    ];
    proptest::collection::btree_map(any::<u16>(), thing, 0..12).prop_map(|things| things.into_values().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn what_was_saved_comes_back_whole(all in store()) {
        let back: Kept = merged(&Kept::new(), &all).into_iter().collect();
        prop_assert_eq!(&back, &all);
        prop_assert_eq!(merged(&all, &all), []);
    }

    #[test]
    fn nothing_that_is_here_is_lost_and_nothing_comes_twice(here in store(), came in store()) {
        let puts = merged(&here, &came);
        let mut after = here.clone();
        after.extend(puts.iter().cloned());
        for (key, value) in &here {
            let now = &after[key];
            let untouched = |run: &str| here.get(run).is_none_or(|line| line.ends_with(" 0"));
            match key.split_once('/') {
                Some(("reached", _)) => {
                    prop_assert!(value.split(' ').all(|outcome| now.contains(outcome)));
                }
                Some(("run", _)) if untouched(key) => {}
                Some(("waiting", of)) if untouched(&format!("run/{of}")) => {}
                _ => prop_assert_eq!(now, value, "{} stays", key),
            }
        }
        let has = |kind: &str, wanted: &str| after.iter().any(|(key, value)| key.starts_with(kind) && value == wanted);
        for (key, value) in &came {
            match key.split_once('/') {
                Some(("journal" | "self", _)) => prop_assert!(has(key.split('/').next().unwrap_or_default(), value), "{}", key),
                Some(("run", of)) if !value.ends_with(" 0") => {
                    prop_assert!(after.get(key) == Some(value) || has("journal/", &format!("{of} {value}")), "{}", key);
                }
                Some(("reached", _)) => {
                    prop_assert!(value.split(' ').all(|outcome| after[key].contains(outcome)));
                }
                _ => {}
            }
        }
        let again = merged(&after, &came);
        prop_assert_eq!(again, [], "a second time it adds nothing");
    }
}
