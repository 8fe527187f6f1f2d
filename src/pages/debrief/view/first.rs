//! The first screen: how both meters ended, the hats, what is typical, the decision that turned it, and what comes next.

use super::parts::{Dispatch, Language, by_hand, hat_tag, hats, notice};
use crate::components::element::{Element, Html, InputEvent, classes, el};
use crate::components::{button, field, icon, on_click};
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Copied, Course, Flag, Message, Next, Output, Report, Told, TurningRow, shown};
use crate::shapes::hat;
use crate::words::{CONCEPT_NAMES, fill};
use library::LONGEST_COMMITMENT;

/// All of it.
pub(super) fn first(told: &Told, language: &Language, dispatch: &Dispatch) -> Html {
    let report = &told.report;
    let mut run = el!("div", "class" = "ran");
    for course in report.courses() {
        run.put(meter(&course));
    }
    run.put(strip(report, language)).with(el!("p", "class" = "pattern").text(report.pattern().sentence()));
    match report.turning() {
        Some(turning) => run.put(turned(&turning, language)),
        None if report.figures.is_none() => run.with(el!("p").text(WORDS.not_counted)),
        None => &mut run,
    };
    el!("section", "id" = "first", "aria-labelledby" = "first-title")
        .with(el!("h2", "id" = "first-title").text(WORDS.first))
        .with(&mut run)
        .with(el!("div", "class" = "on").put(monday(told, dispatch)).put(next(told, dispatch)))
        .build()
}

/// A meter from its start to its end, in words.
fn meter(course: &Course) -> Html {
    let began = fill(WORDS.began, &[("n", &course.start.to_string())]);
    el!("p", "class" = classes("ended", Some(course.stance.name())))
        .put(icon(hat(course.stance)))
        .with(el!("b").text(course.ended()))
        .text(" ")
        .with(el!("span", "class" = "soft").text(began))
        .build()
}

/// The hats in their order, with the decision that turned the run ringed.
fn strip(report: &Report, language: &Language) -> Html {
    let decisions = report.decisions();
    let ringed = decisions.iter().position(|row| row.flags.contains(&Flag::Turned));
    let said = |at: usize| {
        let turned = (ringed == Some(at)).then(|| el!("span").text(WORDS.strip_turned).build());
        let row = decisions.get(at)?;
        Some(el!("span").text(", ").put(language.span(None, row.step)).maybe(turned).build())
    };
    let means = ringed.map(|_| el!("p", "class" = "soft").text(WORDS.ringed).build());
    el!("div").put(hats(WORDS.strip, &report.run, ringed, &said)).maybe(means).build()
}

/// The decision that turned the run: what was answered, the other way, and what would have come of it.
fn turned(turning: &TurningRow<'_>, language: &Language) -> Html {
    let row = &turning.decision;
    let at = fill(WORDS.turned_at, &[("n", &row.number.to_string())]);
    let answer = |class: &'static str, name: &'static str, stance, words: &str| {
        el!("p", "class" = class)
            .with(el!("b").text(name))
            .put(hat_tag(stance))
            .text(" ")
            .put(language.span(Some("said"), words))
            .build()
    };
    let mut then = el!("div", "class" = "then");
    then.with(el!("b").text(WORDS.then));
    for (who, words) in &turning.consequence {
        consequence(&mut then, *who, words, language);
    }
    let odds = [("taken", &*turning.taken_odds), ("other", &*turning.other_odds)];
    let mut again = el!("a", "class" = "button", "data-do" = "try-again", "href" = row.again.clone());
    el!("div", "class" = "turned")
        .with(el!("h3").text(at).put(language.span(None, row.step)))
        .put(answer("answer you", WORDS.you_said, row.stance, row.response))
        .put(answer("answer", WORDS.other_way, turning.stance, turning.other))
        .with(&mut then)
        .with(
            el!("div", "class" = "tail")
                .with(el!("p", "class" = "soft").text(fill(WORDS.turned_odds, &odds)))
                .with(el!("p", "class" = "actions").with(again.text(WORDS.try_again))),
        )
        .build()
}

fn consequence(then: &mut Element, who: Option<&str>, words: &str, language: &Language) {
    let mut line = el!("span", "lang" = language.lang.clone(), "dir" = language.dir, "class" = "said");
    if let Some(who) = who {
        line.with(el!("bdi").text(shown(who))).text(": ");
    }
    then.with(line.with(el!("span").text(shown(words)))).text(" ");
}

/// What to ask and what to do on Monday.
fn monday(told: &Told, dispatch: &Dispatch) -> Html {
    let monday = told.report.monday();
    let typed = dispatch.reform(|event: InputEvent| Message::MineTyped(field::value(&event).unwrap_or_default()));
    let kept = told.kept_mine.then_some("readonly");
    let most = LONGEST_COMMITMENT.to_string();
    let mut mine = el!("input", "id" = "mine", "class" = "link", "maxlength" = most, "readonly" = kept);
    mine.holds(told.mine.clone()).on_input(typed);
    let act = match told.kept_mine {
        true => button("button", "calendar", WORDS.calendar, on_click(dispatch, || Message::SaveCalendar)),
        false => button("button", "keep-mine", WORDS.keep_mine, on_click(dispatch, || Message::KeepMine)),
    };
    let mut row = el!("div", "class" = "tail mine");
    row.with(el!("label", "for" = "mine").text(WORDS.mine)).with(&mut mine);
    row.with(el!("span", "class" = "actions").put(act));
    el!("div", "class" = "monday")
        .with(el!("h3").text(WORDS.monday))
        .with(el!("p").with(el!("b").text(monday.question)).text(" ").with(el!("span").text(monday.act)))
        .with(&mut row)
        .put(notice(told, Output::Monday))
        .build()
}

/// The story that comes next and why, this one again, the link to it, and which of its endings this was.
fn next(told: &Told, dispatch: &Dispatch) -> Html {
    let report = &told.report;
    let mut place = el!("div", "class" = "next");
    if let Some(next) = &told.next {
        let mut story = el!("a", "href" = format!("#/play/{}", next.id));
        let mut line = el!("p");
        line.with(el!("b").text(WORDS.next)).with(story.text(shown(&next.title))).text(". ");
        place.with(line.with(el!("span").text(why(next))));
    }
    let mut endings = None;
    if !report.alone {
        let found = report.endings;
        let words = if found.new { WORDS.ending_new } else { WORDS.ending_known };
        let gaps = [("n", &*found.found.to_string()), ("all", &*found.all.to_string())];
        endings = Some(el!("p", "class" = "endings").text(fill(words, &gaps)).build());
    }
    let mut again = el!("a", "class" = "button", "data-do" = "again", "href" = report.again());
    let mut actions = el!("p", "class" = "actions");
    actions.with(again.text(WORDS.again)).text(" ");
    if report.has_link() {
        let share = on_click(dispatch, || Message::Share);
        actions.put(button("button", "share", WORDS.share, share)).text(" ").put(notice(told, Output::Share));
    }
    place
        .with(el!("div", "class" = "tail").maybe(endings).with(&mut actions))
        .maybe(by_hand(told, Copied::Shared, WORDS.share))
        .build()
}

fn why(next: &Next) -> String {
    let concept = next.trains.map(|concept| CONCEPT_NAMES[concept.place() as usize]);
    match (next.new, concept) {
        (true, Some(concept)) => fill(WORDS.next_both, &[("concept", concept)]),
        (true, None) => WORDS.next_new.into(),
        (false, Some(concept)) => fill(WORDS.next_trains, &[("concept", concept)]),
        (false, None) => WORDS.next_known.into(),
    }
}
