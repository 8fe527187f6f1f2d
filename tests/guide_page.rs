//! The field guide's page, as a reader has it before them.

use crate::support;

use delivery::album_line;
use play::{Record, play_as};
use scenario::{Concept, Persona, pack};
use support::guide::{page, told};
use support::{SMALL, scenario, shipped};
use two_hats::album_view::Told;
use two_hats::pages::guide::model::{Effect, Message, Model, PARTS};
use two_hats::words::guide::GUIDE;

#[test]
fn a_guide_on_its_way_is_busy_and_can_be_asked_for_again() {
    let mut model = Model::new(String::new());
    let waiting = page(&model);
    assert!(
        waiting.starts_with("<div id=\"album\" data-page=\"guide\" aria-busy=\"true\"><p role=\"status\">"),
        "{waiting}"
    );
    assert!(waiting.contains("<p class=\"late\">"), "{waiting}");
    assert_eq!(model.update(Message::Reload), Some(Effect::Reload));
    assert_eq!(model.update(Message::Loaded(Box::new(Told::read("guide")), Vec::new())), None);
    assert!(!page(&model).contains("aria-busy"));
    assert_eq!(model.update(Message::Print), Some(Effect::Print));
}

#[test]
fn the_idea_that_the_address_names_is_shown_once_it_is_there() {
    let mut model = Model::new("M2".into());
    assert_eq!(model.update(Message::Named("L3".into())), None, "it is on its way");
    let shown = |anchor: &str| Some(Effect::Show(anchor.into()));
    assert_eq!(model.update(Message::Loaded(Box::new(Told::read("guide")), Vec::new())), shown("L3"));
    assert_eq!(model.update(Message::Named("Q1".into())), shown("Q1"));
    assert_eq!(model.update(Message::Followed("Q1")), Some(Effect::ShowNamed("Q1")), "once more");
    assert_eq!(model.update(Message::Named(String::new())), None);
}

#[test]
fn every_part_can_be_gone_to_and_every_idea_has_the_focus_there() {
    let guide = page(&told("guide", &[]));
    for part in &PARTS {
        assert!(guide.contains(&format!("<a href=\"#/guide/{}\">", part.id())), "{}", part.id());
        assert!(guide.contains(&format!("aria-labelledby=\"part-{}\"", part.id())), "{}", part.id());
    }
    for concept in Concept::all() {
        let id = concept.id();
        let (_, after) = guide.split_once(&format!(" id=\"{id}\"")).expect("an idea");
        assert!(after.split('>').next().is_some_and(|rest| rest.contains("tabindex=\"-1\"")), "{id}");
        assert_eq!(guide.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn an_idea_says_where_it_is_practised_and_whether_it_was_met() {
    let small = scenario(SMALL);
    let run = play_as(Persona::Balancing, &small);
    let packed = pack::pack(&small);
    let shelf = format!("\nshelf\t{}\npack\tsmall\t{}", album_line(&small).trim_end(), packed.len());
    let crisis = format!("\nshelf\t{}", album_line(&shipped("crisis")).trim_end());
    let kept = format!("\nkept\tjournal/7\tsmall {}\ta day", Record::of(&run).to_line());
    let labels = &GUIDE.labels;
    let fresh = page(&told(&format!("guide{shelf}{crisis}"), &packed));
    assert!(fresh.contains("<bdi><a href=\"#/play/crisis\">Slack Water</a></bdi>"), "{fresh}");
    assert!(fresh.contains("every story</a>") && fresh.contains(labels.only_here), "{fresh}");
    assert!(!fresh.contains(labels.met) && fresh.contains(&format!("<em>{}</em>", labels.not_met)), "{fresh}");
    let played = page(&told(&format!("guide{shelf}{crisis}{kept}"), &packed));
    let met = format!("<em class=\"met\">{}</em>", labels.met);
    assert!(played.contains(&met), "{played}");
    assert_eq!(played.matches(&met).count() + played.matches(labels.not_met).count(), {
        let practised = Concept::all().filter(|concept| {
            [&small, &shipped("crisis")].into_iter().any(|story| delivery::practised(story).any(|it| it == *concept))
        });
        practised.count()
    });
    let unkept = page(&told(&format!("guide{shelf}{crisis}\nunkept"), &packed));
    assert!(!unkept.contains(labels.met) && !unkept.contains(labels.not_met), "nothing is known of what was met");
    assert!(!unkept.contains("class=\"found\"") && played.contains("class=\"found\""), "{unkept}");
}

#[test]
fn the_sheet_to_keep_ends_the_guide() {
    let guide = page(&told("guide", &[]));
    let (_, sheet) = guide.split_once("<section class=\"sheet\" aria-labelledby=\"sheet-title\">").expect("a sheet");
    assert!(sheet.contains(GUIDE.handout.page.title) && !sheet.contains("class=\"idea\""), "{sheet}");
    assert_eq!(sheet.matches("<li>").count(), 5 + 5 + 4 + GUIDE.handout.ask.len());
    assert_eq!(sheet.matches("<tr>").count(), 1 + GUIDE.contrasts.len());
}
