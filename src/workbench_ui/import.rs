//! A story made with Twine that was opened here: what became of each piece of it.

use super::{Send, WORDS, balance, on};
use crate::components::field::{changed, chosen};
use crate::ui::element::el;
use crate::ui::icon;
use crate::words::fill;
use crate::workbench::{Draft, Event, Import, ImportState, Piece, Pieces, Twine};
use yew::Html;

/// The import, until its report is dismissed.
pub(super) fn draw(twine: &Option<Twine>, send: &Send) -> Html {
    let Some(twine) = twine else { return el!("div").build() };
    let (title, inside) = match &twine.state {
        ImportState::Working => (fill(WORDS.importing, &[("file", &twine.name)]), Html::default()),
        ImportState::Done(draft) => (title(draft), report(draft)),
        ImportState::Failed(failure) => {
            let line = (failure.line > 0).then(|| fill(WORDS.import_line, &[("line", &failure.line.to_string())]));
            let message = [line.as_deref().unwrap_or_default(), &failure.message, &failure.help].join(" ");
            let message = el!("p", "class" = "aside").text(message.trim().to_owned()).build();
            (fill(WORDS.not_imported, &[("file", &twine.name)]), message)
        }
        ImportState::Fell(trouble) => {
            let message = el!("p", "class" = "aside").text(balance::failed(*trouble)).build();
            (fill(WORDS.not_imported, &[("file", &twine.name)]), message)
        }
    };
    let is_done = twine.state != ImportState::Working;
    el!("section", "class" = "import look", "aria-labelledby" = "import")
        .with(
            el!("header").with(el!("h2", "id" = "import", "tabindex" = "-1").text(title)).with(
                el!("button", "class" = "button plain", "aria-label" = WORDS.import_close)
                    .put(icon::draw(icon::CLOSE))
                    .on_click(on(send, Event::Import(Import::Dismiss))),
            ),
        )
        .put(inside)
        .maybe(is_done.then(|| again(twine, send)))
        .build()
}

fn title(draft: &Draft) -> String {
    if draft.story.is_empty() {
        return WORDS.imported_plain.into();
    }
    fill(WORDS.imported, &[("story", &draft.story), ("format", &draft.format)])
}

fn report(draft: &Draft) -> Html {
    let [passages, links, steps, responses] = draft.counts.map(|count| count.to_string());
    let counts = [("passages", &*passages), ("links", &links), ("steps", &steps), ("responses", &responses)];
    let fates = [WORDS.left_out, WORDS.changed, WORDS.carried];
    el!("div", "class" = "fated")
        .with(el!("p").text(fill(WORDS.imported_counts, &counts)))
        .each(fates.into_iter().zip(&draft.fates).map(|(words, it)| pieces(words, it)))
        .build()
}

/// The pieces of one fate, folded until they are wanted.
fn pieces(words: &'static str, pieces: &Pieces) -> Html {
    let title = fill(words, &[("n", &pieces.count.to_string())]);
    if pieces.count == 0 {
        return el!("p", "class" = "soft").text(title).build();
    }
    let more = pieces.count as usize - pieces.listed.len().min(pieces.count as usize);
    let more = (more > 0).then(|| el!("p").text(fill(WORDS.more, &[("n", &more.to_string())])).build());
    el!("details")
        .with(el!("summary").text(title))
        .with(el!("ul").each(pieces.listed.iter().map(piece)))
        .maybe(more)
        .build()
}

fn piece(piece: &Piece) -> Html {
    let place = match (&*piece.passage, piece.line) {
        ("", _) => WORDS.whole_story.to_owned(),
        (passage, 0) => passage.to_owned(),
        (passage, line) => fill(WORDS.passage_line, &[("passage", passage), ("line", &line.to_string())]),
    };
    let times = (piece.times > 1).then(|| fill(WORDS.times, &[("n", &piece.times.to_string())]));
    let what = (!piece.what.is_empty()).then(|| el!("code", "translate" = "no").text(piece.what.clone()).build());
    el!("li")
        .with(el!("b").with(el!("bdi").text(place)))
        .text(" ")
        .maybe(what)
        .text(" ")
        .with(el!("span", "class" = "soft").text(times))
        .with(el!("p").text(piece.why.clone()))
        .build()
}

/// How it is imported once more: with which variables, and which story of an archive.
fn again(twine: &Twine, send: &Send) -> Html {
    let variable = |words: &'static str, value: &str, named: fn(String) -> Import| {
        let typed =
            send.callback(move |event: yew::events::Event| Event::Import(named(changed(&event).unwrap_or_default())));
        let mut field =
            el!("input", "type" = "text", "autocomplete" = "off", "autocapitalize" = "off", "spellcheck" = "false");
        field.holds(value.to_owned()).on_change(typed);
        el!("label").with(el!("span").text(words)).with(&mut field).build()
    };
    let story = (!twine.stories.is_empty()).then(|| {
        let picked =
            send.callback(|event: yew::events::Event| Event::Import(Import::Story(chosen(&event).unwrap_or_default())));
        let option = |name: &String| {
            let selected = (*name == twine.story).then_some("selected");
            el!("option", "value" = name.clone(), "selected" = selected).text(name.clone()).build()
        };
        let options = twine.stories.iter().map(option);
        el!("label")
            .with(el!("span").text(WORDS.import_story))
            .with(el!("select", "autocomplete" = "off").on_change(picked).each(options))
            .build()
    });
    el!("div", "class" = "again")
        .with(el!("p", "class" = "soft").text(WORDS.import_meters))
        .maybe(story)
        .put(variable(WORDS.import_leadership, &twine.leadership, Import::Leadership))
        .put(variable(WORDS.import_management, &twine.management, Import::Management))
        .with(
            el!("button", "class" = "button").text(WORDS.import_again).on_click(on(send, Event::Import(Import::Again))),
        )
        .build()
}
