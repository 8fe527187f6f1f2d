//! Pages as they are heard and laid out: names once, words apart, and every text in its language's direction.

use crate::support;

use delivery::{Catalogue, Entry};
use scenario::{Limits, Scenario, pack, read};
use std::rc::Rc;
use support::{SMALL, debrief, shipped};
use two_hats::app::{Event, Model};
use two_hats::ui::still;
use two_hats::words::ASIDE;

/// A story that is written from right to left.
fn layl() -> Scenario {
    read(include_bytes!("fixtures/layl.json"), &Limits::default()).expect("a scenario")
}

/// What the app shows at an address, with some scenarios on the host.
fn shown(hash: &str, scenarios: &[&Scenario]) -> String {
    let mut model = Model::default();
    let _ = model.update(Event::Started { hash: hash.into(), stored: None });
    let index =
        Catalogue { entries: scenarios.iter().map(|scenario| Entry::of(scenario)).collect(), ..Catalogue::default() };
    let _ = model.update(Event::IndexCame(Ok(index.pack())));
    if let Some((source, _)) = &model.playing {
        let source = source.clone();
        let _ = model.update(Event::ScenarioCame(source, Ok(pack::pack(scenarios[0]))));
    }
    still(&model)
}

/// A page's text as it is heard: what is between tags, with a line's parts as they stand.
fn heard(page: &str) -> String {
    page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

#[test]
fn a_card_says_its_facts_apart_and_begins_no_line_with_a_dot() {
    let crisis = shipped("crisis");
    let page = shown("", &[&crisis]);
    let facts = heard(page.split_once("facts\">").expect("a card with facts").1.split_once("</p>").expect("an end").0);
    let minutes = ASIDE.minutes.replace("{n}", &crisis.minutes().to_string());
    assert_eq!(facts, format!("{} {minutes} {}{}", crisis.role(), ASIDE.difficulty, ASIDE.difficulty_of(None)));
    assert!(!page.contains(">·<"), "a dot of its own may begin a line");
}

#[test]
fn a_file_is_opened_by_one_thing_of_that_name() {
    let page = shown("", &[&shipped("crisis")]);
    assert_eq!(page.matches(ASIDE.open_file).count(), 1, "the field behind the button has no name and no place");
    assert!(page.contains("id=\"file\" hidden=\"\""), "nothing is told of the field");
}

#[test]
fn a_story_is_laid_out_the_way_it_is_written() {
    let layl = layl();
    let card = shown("", &[&layl]);
    assert!(card.contains("class=\"scenario\" lang=\"ar\" dir=\"rtl\""), "{card}");
    assert!(card.contains("<span lang=\"en\" dir=\"ltr\">4 minutes</span>"), "the interface's words stay as they are");
    let step = shown("#/play/layl", &[&layl]);
    assert!(step.contains("<b lang=\"ar\" dir=\"rtl\">قطار الليل</b>"), "{step}");
    assert!(step.contains("class=\"step before\" lang=\"ar\" dir=\"rtl\""), "{step}");
    assert!(
        step.contains("<b dir=\"auto\">بترا</b><span>, </span><bdi>"),
        "names and roles stand by themselves: {step}"
    );
    assert!(step.contains("aria-label=\"\u{2068}بترا\u{2069} says:\""), "what is said of a name is not moved by it");
}

#[test]
fn a_debrief_is_laid_out_the_way_its_story_is_written() {
    let layl = Rc::new(layl());
    let run = play::play_as(scenario::Persona::Balancing, &layl);
    let model = debrief::told(&run);
    let page = debrief::page(&model);
    assert!(page.matches(" lang=\"ar\" dir=\"rtl\"").count() >= 2 * run.turns().len(), "{page}");
    assert_eq!(page.matches(" lang=\"").count(), page.matches("\" dir=\"").count());
    assert!(debrief::report(&model).picture(None).contains("direction=\"rtl\" text-anchor=\"end\""));
    let small = support::scenario(SMALL);
    let run = play::play_as(scenario::Persona::Balancing, &small);
    let english = debrief::report(&debrief::told(&run)).picture(None);
    assert!(english.starts_with("<svg") && !english.contains("direction="));
}

#[test]
fn a_slider_says_what_its_ends_are() {
    let layl = Rc::new(layl());
    let run = play::play_as(scenario::Persona::Balancing, &layl);
    let page = debrief::page(&debrief::told(&run));
    let sliders: Vec<&str> = page.split("type=\"range\"").skip(1).collect();
    assert_eq!(sliders.len(), 3);
    for slider in sliders {
        let described = slider.split_once("aria-describedby=\"").expect("its ends are said").1.split('"').next();
        for end in described.unwrap_or_default().split(' ') {
            let told = page.split_once(&format!("id=\"{end}\">")).expect("what says an end is there").1;
            assert!(heard(&told[..80]).contains(": "), "{end} says its number and its word");
        }
    }
}
