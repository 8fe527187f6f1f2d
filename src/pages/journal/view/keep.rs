//! How all that is kept is saved, brought back and erased.

use super::parts::notice;
use super::preview::preview;
use crate::album_view::en;
use crate::components::element::{Callback, Event, Html, el};
use crate::components::{button, on_click};
use crate::pages::journal::WORDS;
use crate::pages::journal::model::{Asking, Message, Report, Shown};
use crate::words::fill;

/// The buttons that save, add and erase, and their questions.
pub(super) fn keep(shown: &Shown, dispatch: &Callback<Message>, picked: Callback<Event>) -> Html {
    let report = &shown.report;
    let mut section = el!("section", "id" = "keep", "tabindex" = "-1", "aria-labelledby" = "keep-title");
    section.with(el!("h2", "id" = "keep-title").text(WORDS.keep));
    let Some(things) = &report.kept else {
        return section.with(el!("p").text(WORDS.nothing_kept)).build();
    };
    let mut means = WORDS.keep_means.to_owned();
    if report.unread > 0 {
        let sessions = en::counted(report.unread, en::SESSIONS);
        means.push_str(&fill(WORDS.left_out, &[("sessions", &sessions)]));
    }
    let mut import = el!("input", "id" = "import", "type" = "file", "accept" = ".json,application/json");
    let mut actions = el!("p", "class" = "actions");
    actions
        .put(button("button", "export", WORDS.export, on_click(dispatch, || Message::Export)))
        .text(" ")
        .with(el!("label", "class" = "button pick").beside(WORDS.import).with(import.on_change(picked)))
        .text(" ")
        .put(button("button danger", "erase", WORDS.erase, on_click(dispatch, || Message::Erase)))
        .text(" ")
        .put(notice(shown, false));
    let said = shown.preview.as_ref().map(|file| preview(file, dispatch));
    section
        .with(el!("p").key(means.clone()).text(means))
        .with(&mut actions)
        .each(report.beside.iter().map(|folder| beside(folder, dispatch)))
        .with(el!("div", "id" = "import-said", "aria-live" = "polite").maybe(said))
        .put(sure(things, report, shown.asking, dispatch))
        .put(surer(shown.asking, dispatch))
        .build()
}

/// Another folder of the host that has the game, and the way to take over what it keeps.
fn beside(folder: &str, dispatch: &Callback<Message>) -> Html {
    let look = folder.to_owned();
    let take = dispatch.reform(move |_| Message::LookBeside(look.clone()));
    let mut actions = el!("p", "class" = "actions");
    el!("div", "class" = "beside")
        .with(el!("p").text(fill(WORDS.beside, &[("folder", named(folder))])))
        .with(actions.put(button("button", "take-over", WORDS.take_over, take)))
        .build()
}

/// A folder of the host, by a name.
fn named(folder: &str) -> &str {
    if folder.is_empty() { WORDS.another_folder } else { folder }
}

/// A question before all is erased: its heading, what it means, and a button to go on with where there is one.
fn question(id: &'static str, asked: bool, heading: String, means: String, go_on: Option<Html>, no: Html) -> Html {
    let hidden = (!asked).then_some("hidden");
    let mut actions = el!("p", "class" = "actions");
    if let Some(go_on) = go_on {
        actions.put(go_on).text(" ");
    }
    el!("div", "id" = id, "class" = "sure", "hidden" = hidden)
        .with(el!("h3", "tabindex" = "-1").key(heading.clone()).text(heading))
        .with(el!("p").text(means))
        .with(actions.put(no))
        .build()
}

fn sure(things: &str, report: &Report, asking: Asking, dispatch: &Callback<Message>) -> Html {
    let mut means = WORDS.erase_means.to_owned();
    if !report.beside.is_empty() {
        let folders: Vec<&str> = report.beside.iter().map(|folder| named(folder)).collect();
        means.push(' ');
        means.push_str(&fill(WORDS.erase_beside, &[("folders", &folders.join(", "))]));
    }
    let heading = fill(WORDS.erase_sure, &[("things", things)]);
    let go_on = button("button danger", "erase-on", WORDS.erase_on, on_click(dispatch, || Message::EraseOn));
    question("erase-1", asking == Asking::Sure, heading, means, Some(go_on), no(dispatch))
}

fn surer(asking: Asking, dispatch: &Callback<Message>) -> Html {
    let left = asking == Asking::Surer { left: true };
    let heading = if left { WORDS.not_erased } else { WORDS.erase_surer };
    let asked = matches!(asking, Asking::Surer { .. });
    let yes = || button("button danger", "erase-yes", WORDS.erase_yes, on_click(dispatch, || Message::EraseYes));
    question("erase-2", asked, heading.into(), WORDS.erase_final.into(), (!left).then(yes), no(dispatch))
}

fn no(dispatch: &Callback<Message>) -> Html {
    button("button main", "erase-no", WORDS.keep_all, on_click(dispatch, || Message::EraseNo))
}
