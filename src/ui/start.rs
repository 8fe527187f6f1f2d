//! A story's start sheet: who one is, whom one meets, and how one wants to play.

use super::element::{Html, el};
use super::home::facts;
use super::objectives::{self, Place};
use super::{Send, frame, icon, on, portrait, scene};
use crate::app::{Event, Mode, Model, Route, Settings, Source, view};
use crate::shapes::hat;
use crate::words::{ASIDE, ENGLISH as WORDS};
use delivery::Entry;
use play::{Code, CodeError, Run};
use scenario::{Mood, Scenario, direction, face_of};
use std::rc::Rc;

/// The sheet of a scenario that the list holds.
pub(super) fn page(model: &Model, source: &Source, entry: &Entry, send: &Send) -> Html {
    let (language, direction) = (|| entry.language.clone(), direction(&entry.language));
    let invited = match (&model.route, model.run()) {
        (Route::Invited(_, code), Some(playing)) => Some(invited(code, playing.run.scenario())),
        _ => None,
    };
    let story = el!("div")
        .put(scene::draw(Some(&entry.scene)))
        .with(
            el!("header", "lang" = language(), "dir" = direction)
                .with(el!("h1", "tabindex" = "-1").text(entry.title.clone()))
                .put(facts(entry, matches!(source, Source::Own(_))))
                .with(el!("p").text(entry.summary.clone())),
        )
        .maybe(invited)
        .with(
            el!("p", "class" = "actions").with(
                el!("a", "class" = "button main", "href" = Route::Play(source.clone()).to_string())
                    .text(ASIDE.begin)
                    .put(icon::draw(icon::NEXT)),
            ),
        )
        .maybe(
            matches!(source, Source::Shipped(_))
                .then(|| objectives::draw(entry, Place::Sheet, view::course(model).is_some())),
        )
        .build();
    let at_once = on(send, Event::Set(at_once(model)));
    let how = el!("div")
        .maybe(model.run().map(|playing| cast(&playing.run)))
        .put(modes(model, send))
        .put(frame::choice("checkbox", "at-once", ASIDE.at_once, model.settings.at_once, at_once))
        .build();
    el!("main", "id" = "main", "class" = "page start").put(story).put(how).build()
}

/// Who asks the player to play it wore these hats, and met this first: nothing that is told, and nothing that was answered.
fn invited(code: &str, scenario: &Rc<Scenario>) -> Html {
    let mut invited = el!("section", "class" = "coach", "aria-labelledby" = "invited");
    invited.with(el!("h2", "id" = "invited").text(ASIDE.invited));
    let run = match Code::read(code, scenario) {
        Ok(run) => run,
        Err(error) => {
            let why = if error == CodeError::OtherVersion { ASIDE.invited_other } else { ASIDE.invited_cut };
            return invited.with(el!("p").text(why)).build();
        }
    };
    let worn = run.hats().map(|stance| {
        el!("span", "class" = stance.name())
            .put(icon::draw(hat(stance)))
            .with(el!("span", "class" = "hidden").text([WORDS.stance(stance), ", "].concat()))
            .build()
    });
    let asked = scenario.step(scenario.start()).situation.last().map(|line| line.text.to_string());
    let (language, direction) = (scenario.language().to_owned(), direction(scenario.language()));
    invited
        .with(el!("p", "class" = "kicker").each(worn))
        .maybe(asked.map(|asked| el!("p", "lang" = language, "dir" = direction).text(asked).build()))
        .with(el!("p").text(ASIDE.invited_first))
        .build()
}

/// The settings, with stories begun at once where they were not, or the other way round.
pub(super) fn at_once(model: &Model) -> Settings {
    Settings { at_once: !model.settings.at_once, ..model.settings }
}

/// The people of the story. Their names come with its texts, a moment after the sheet.
fn cast(run: &Run) -> Html {
    let scenario = run.scenario();
    let (language, direction) = (|| scenario.language().to_owned(), direction(scenario.language()));
    let member = |member| {
        el!("li")
            .put(portrait::draw(face_of(member), Mood::Calm))
            .with(el!("b").text(member.name.to_string()))
            .with(el!("small").text(member.role.to_string()))
            .build()
    };
    el!("section", "aria-labelledby" = "cast")
        .with(el!("h2", "id" = "cast").text(ASIDE.cast))
        .with(
            el!("ul", "class" = "cast", "lang" = language(), "dir" = direction)
                .each(scenario.cast().iter().map(member)),
        )
        .build()
}

/// When the hats are shown.
pub(super) fn modes(model: &Model, send: &Send) -> Html {
    let now = model.settings;
    let choices = [Mode::Shown, Mode::After, Mode::Challenge].into_iter().zip(ASIDE.modes).map(|(mode, words)| {
        frame::choice("radio", "mode", words, now.mode == mode, on(send, Event::Set(Settings { mode, ..now })))
    });
    // Who has finished a story knows the hats, and learns more where they are not told.
    let try_after = now.mode == Mode::Shown && !view::newcomer(model);
    el!("fieldset")
        .with(el!("legend").text(ASIDE.how_to_play))
        .maybe(try_after.then(|| el!("p", "class" = "soft").text(ASIDE.try_after).build()))
        .with(el!("div", "class" = "choices").each(choices))
        .build()
}
