//! What a story is as a whole, and how it ends.

use super::desk::{Desk, Seen};
use super::fields::{Lines, choice, stepper, text};
use super::{Send, WORDS, ending};
use crate::ui::element::{Html, el};
use crate::ui::icon;
use crate::words::{ENGLISH as GAME, fill};
use crate::workbench::{Model, reading_minutes};
use document::Path;
use scenario::{Feedback, Outcome, Persona, SCENES, Stance};
use yew::html;

pub(super) fn seen(model: &Model) -> Seen {
    Seen::of(model)
}

/// The page.
pub(super) fn draw(seen: &Seen, send: &Send) -> Html {
    let desk = Desk::new(seen, send);
    let endings = Outcome::ALL.into_iter().map(|outcome| {
        el!("section", "class" = format!("card {}", outcome.name()))
            .with(el!("h3").put(icon::draw(icon::outcome(outcome))).text(GAME.verdict(outcome)))
            .put(ending::form(&desk, outcome))
            .build()
    });
    html! {
        <>
            { desk.refusal() }
            { whole(&desk) }
            { el!("section", "class" = "endings", "aria-labelledby" = "endings")
                .with(el!("h2", "id" = "endings").text(WORDS.endings))
                .with(el!("div", "class" = "pairs").each(endings))
                .build() }
        </>
    }
}

/// What the story is as a whole.
fn whole(desk: &Desk<'_>) -> Html {
    let root = Path::root;
    let field = |key: &str, label: &'static str, lines: Lines| text(desk, &root().key(key), label, "", lines);
    let scenes = std::iter::once((String::new(), WORDS.scene_hills.to_owned()))
        .chain(SCENES.into_iter().map(|name| (name.to_owned(), name.to_owned())));
    let feedback = [
        (String::new(), WORDS.feedback_end.to_owned()),
        (Feedback::AtOnce.name().to_owned(), WORDS.feedback_once.to_owned()),
    ];
    let minutes = root().key("minutes");
    let facts = &desk.seen.facts.steps;
    let reading = reading_minutes(desk.document, |id| facts.get(id).map_or(0, |known| known.report.often));
    let reading = (reading > 0.05).then(|| fill(WORDS.reading, &[("minutes", &format!("{reading:.1}"))]));
    el!("section", "class" = "card whole", "aria-labelledby" = "story")
        .with(el!("h2", "id" = "story").text(WORDS.story))
        .put(field("title", WORDS.story_title, Lines::One))
        .put(field("summary", WORDS.story_summary, Lines::Many))
        .put(field("role", WORDS.story_role, Lines::One))
        .with(
            el!("div", "class" = "row")
                .put(field("language", WORDS.story_language, Lines::One))
                .put(choice(desk, &root().key("scene"), WORDS.scene, scenes.collect()))
                .put(choice(desk, &root().key("start"), WORDS.story_start, desk.steps.clone()))
                .put(choice(desk, &root().key("feedback"), WORDS.story_feedback, feedback.into()))
                .with(
                    el!("div", "class" = "field-of")
                        .with(el!("span", "class" = "label").text(WORDS.story_minutes))
                        .put(stepper(desk, &minutes, WORDS.story_minutes, desk.document.read(&minutes).value(), "")),
                ),
        )
        .maybe(reading.map(|words| el!("p", "class" = "soft").text(words).build()))
        .with(el!("h3").text(WORDS.meters))
        .with(el!("div", "class" = "row").each(Stance::ALL.into_iter().map(|stance| meter(desk, stance))))
        .with(el!("h3").text(WORDS.expects))
        .with(el!("div", "class" = "row").each(Persona::ALL.into_iter().map(|persona| goal(desk, persona))))
        .put(field("id", WORDS.id_field, Lines::One))
        .build()
}

/// Where a meter starts, and how much of it is enough.
fn meter(desk: &Desk<'_>, stance: Stance) -> Html {
    let key = match stance {
        Stance::Leader => "leadership",
        Stance::Manager => "management",
    };
    let number = |field: &str, words: &'static str| {
        let path = Path::root().key("meters").key(key).key(field);
        let label = format!("{}: {words}", GAME.meter(stance));
        el!("div", "class" = "field-of")
            .with(el!("span", "class" = "label").text(words))
            .put(stepper(desk, &path, &label, desk.document.read(&path).value(), ""))
            .build()
    };
    el!("div", "class" = format!("meter {}", stance.name()))
        .with(el!("b").put(icon::draw(icon::instrument(stance))).text(GAME.meter(stance)))
        .put(number("start", WORDS.meter_start))
        .put(number("enough", WORDS.meter_enough))
        .build()
}

/// Where a player of habit is to end.
fn goal(desk: &Desk<'_>, persona: Persona) -> Html {
    let bench = &crate::workbench::ENGLISH;
    let label = match persona {
        Persona::AlwaysLeader => bench.always_leader,
        Persona::AlwaysManager => bench.always_manager,
        Persona::Alternating => bench.alternating,
        Persona::Balancing => bench.balancing,
    };
    let ends = Outcome::ALL.into_iter().map(|it| (it.name().to_owned(), GAME.verdict(it).to_owned()));
    let choices = std::iter::once((String::new(), bench.anywhere.to_owned())).chain(ends).collect();
    choice(desk, &Path::root().key("expect").key(persona.name()), label, choices)
}
