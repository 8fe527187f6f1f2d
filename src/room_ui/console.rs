//! The console: what happens now, the controls, the notes, the record.

use super::{HOUR, Send, WORDS, field, hour, notices, now, on, opening, phones, stage};
use crate::app::Route;
use crate::platform::{page, time};
use crate::room::console::{ConsoleView, Proposal, console};
use crate::room::{Event, Kind, Model, Page, Question};
use crate::ui::element::{el, list};
use crate::ui::icon;
use crate::words::{ENGLISH as GAME, fill};
use scenario::direction;
use session::{Act, Phase, State};
use yew::events::MouseEvent;
use yew::{Callback, Html};

/// The name of the stage's window.
const STAGE: &str = "two-hats-stage";

/// The console's page.
pub(super) fn page(model: &Model, state: &State, send: &Send) -> Html {
    let label = Some(state.label()).filter(|label| !label.is_empty());
    let language = state.scenario().language();
    let label = label.map(|label| el!("bdi").text(format!("– {label}")).build());
    el!("div", "class" = "console", "data-phase" = stage::name(state.phase()))
        .with(
            el!("header", "class" = "console-top")
                .with(
                    el!("div").with(el!("h1", "tabindex" = "-1").text(WORDS.phases[state.phase() as usize])).with(
                        el!("p", "class" = "soft")
                            .with(
                                el!("bdi", "lang" = language.to_owned(), "dir" = direction(language))
                                    .text(state.scenario().title().to_owned()),
                            )
                            .text(" ")
                            .maybe(label),
                    ),
                )
                .with(
                    el!("nav", "class" = "actions", "aria-label" = WORDS.console)
                        .with(
                            el!(
                                "a",
                                "class" = "button",
                                "href" = Page::Stage.address(),
                                "target" = STAGE,
                                "title" = WORDS.open_stage_is
                            )
                            .text(WORDS.open_stage)
                            .on_click(opens_stage(send)),
                        )
                        .with(el!("a", "class" = "button plain", "href" = Page::Stage.address()).text(WORDS.one_screen))
                        .put(field::button(
                            "button plain leave",
                            WORDS.leave,
                            on(send, Event::Ask(Some(Question::Leave))),
                        )),
                ),
        )
        .put(stage_part(model, false, send))
        .put(inside(model, state, false, send))
        .build()
}

/// Whether a stage is open, and how it looks. `here`: it is this window.
fn stage_part(model: &Model, here: bool, send: &Send) -> Html {
    let open = model.stage().filter(|_| !here).map(|stage| {
        let words = match stage {
            Some((at, of)) if of > 1 => {
                let page = fill(HOUR.page_last, &[("n", &at.to_string()), ("of", &of.to_string())]);
                format!("{} {page}.", HOUR.stage_open)
            }
            Some(_) => HOUR.stage_open.into(),
            None => HOUR.stage_shut.into(),
        };
        el!("span", "role" = "status").text(words).build()
    });
    let full = if here {
        field::button("button plain", HOUR.full_screen, on(send, Event::FullScreen))
    } else {
        el!("span", "class" = "soft").text(HOUR.full_screen_how).build()
    };
    let look = |dark: bool| {
        let pressed = if model.is_dark() == Some(dark) { "true" } else { "false" };
        el!("button", "class" = "button plain", "aria-pressed" = pressed)
            .text(if dark { HOUR.dark } else { HOUR.light })
            .on_click(on(send, Event::Darken(dark)))
            .build()
    };
    el!("div", "class" = "stage-part", "role" = "group", "aria-label" = WORDS.stage)
        .maybe(open)
        .put(full)
        .put(look(false))
        .put(look(true))
        .build()
}

/// Opens the stage, and tells whether it may: of a link that a browser does not follow no page hears.
fn opens_stage(send: &Send) -> Callback<MouseEvent> {
    let told = send.clone();
    Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.shift_key() || event.meta_key()) {
            event.prevent_default();
            told.send_message(Event::StageOpened(page::open(&Page::Stage.address(), STAGE)));
        }
    })
}

/// The console as a drawer over the stage.
pub(super) fn drawer(model: &Model, state: &State, send: &Send) -> Html {
    el!("div", "class" = "console", "data-phase" = stage::name(state.phase()))
        .with(
            el!("header", "class" = "console-top")
                .with(el!("h2", "tabindex" = "-1").text(WORDS.phases[state.phase() as usize]))
                .with(
                    el!("button", "class" = "button plain", "aria-label" = WORDS.close_drawer)
                        .put(icon::draw(icon::CLOSE))
                        .on_click(on(send, Event::Drawer(false))),
                ),
        )
        .put(stage_part(model, true, send))
        .put(inside(model, state, true, send))
        .build()
}

/// What both have. `seen`: the room sees it.
fn inside(model: &Model, state: &State, seen: bool, send: &Send) -> Html {
    if model.is_elsewhere() {
        return el!("div", "class" = "stands elsewhere", "role" = "alert")
            .put(icon::draw(icon::WARNING))
            .with(el!("p").with(el!("b").text(WORDS.elsewhere)).text(" ").text(WORDS.elsewhere_is))
            .put(field::button("button main", WORDS.take_over, on(send, Event::TakeOver)))
            .build();
    }
    let view = console(state, seen);
    list(vec![
        if seen { Html::default() } else { phones::private(model) },
        notices::all(model, send),
        asked(model, state, send),
        opening::rehearsing(model, send).unwrap_or_default(),
        hour::part(model, state, seen, send),
        phones::part(model, state, seen, send).unwrap_or_default(),
        el!("p", "class" = "hidden", "role" = "status").text(WORDS.phases[state.phase() as usize]).build(),
        el!("div", "class" = "columns")
            .with(
                el!("section", "class" = "now", "aria-label" = WORDS.now)
                    .maybe(view.proposal.map(|proposal| proposed(proposal, send)))
                    .put(now::part(model, state, &view, send)),
            )
            .put(notes(&view, state.scenario().language()))
            .maybe(seen.then(|| el!("p", "class" = "soft seen").text(WORDS.seen).build()))
            .build(),
        controls(model, state, &view, send),
        if model.is_rehearsal() { Html::default() } else { record(model, send) },
        keys(),
    ])
}

/// Words about the decision that was taken last: its number and its step.
fn about_last(words: &'static str, state: &State) -> String {
    let turns = state.run().turns();
    let step = turns.last().map(|turn| &*state.scenario().step(turn.step).title).unwrap_or_default();
    fill(words, &[("n", &state.run().decisions().count().to_string()), ("step", step)])
}

/// What is asked before it is done.
fn asked(model: &Model, state: &State, send: &Send) -> Html {
    let (words, yes, event) = match model.asking() {
        None => return Html::default(),
        Some(Question::Leave) => (WORDS.leave_sure.to_owned(), WORDS.leave_yes, Event::Leave),
        Some(Question::TakeBack) => {
            (about_last(WORDS.take_back_sure, state), WORDS.take_back_yes, Event::Take(Act::TakeBack))
        }
    };
    el!("div", "class" = "sure", "role" = "group", "aria-label" = words.clone())
        .with(el!("p").text(words))
        .put(field::button("button danger", yes, on(send, event)))
        .put(field::button("button stay", WORDS.stay, on(send, Event::Ask(None))))
        .build()
}

/// What is proposed.
fn proposed(proposal: Proposal, send: &Send) -> Html {
    let (words, act) = match proposal {
        Proposal::Talk(percent) => (
            fill(WORDS.propose_talk, &[("percent", &percent.to_string())]),
            Some(field::act("button main", WORDS.talk, Act::Talk, send)),
        ),
        Proposal::MustPick(false) => (WORDS.must_pick.into(), None),
        Proposal::MustPick(true) => (
            format!("{} {}", WORDS.must_pick, WORDS.must_pick_or_talk),
            Some(field::act("button", WORDS.talk, Act::Talk, send)),
        ),
    };
    let class = if matches!(proposal, Proposal::MustPick(_)) { "proposal must" } else { "proposal" };
    el!("div", "class" = class, "role" = "status").with(el!("p").text(words)).maybe(act).build()
}

/// Notes and questions: for the facilitator alone.
fn notes(view: &ConsoleView<'_>, language: &str) -> Html {
    let Some(step) = view.step else { return Html::default() };
    let told = &step.facilitator;
    // What is the author's says its language; the interface's own words stand in the page's.
    let (lang, dir) = (language.to_owned(), direction(language));
    let notes = match &*told.notes {
        "" => el!("p").text(WORDS.no_notes).build(),
        notes => el!("p", "lang" = lang.clone(), "dir" = dir).text(notes.to_owned()).build(),
    };
    let questions = (!told.discuss.is_empty()).then(|| {
        let questions = told.discuss.iter().map(|question| el!("li").text(question.to_string()).build());
        el!("div")
            .with(el!("h2").text(WORDS.discuss))
            .with(el!("ul", "class" = "questions", "lang" = lang, "dir" = dir).each(questions))
            .build()
    });
    el!("section", "class" = "notes-part").with(el!("h2").text(WORDS.notes)).put(notes).maybe(questions).build()
}

/// On and back, and what else can be done in any phase.
fn controls(model: &Model, state: &State, view: &ConsoleView<'_>, send: &Send) -> Html {
    let then = view.then.map(|then| {
        let words = fill(WORDS.then, &[("phase", WORDS.phases[then as usize])]);
        el!("small").text(words).build()
    });
    let blank = if state.is_blank() { WORDS.unblank } else { WORDS.blank };
    let session = model.session();
    let can_take_back = (state.phase().is_step() || state.phase() == Phase::Ending) && !state.run().turns().is_empty();
    let can_debrief = (state.phase().is_step() || state.phase() == Phase::Ending) && state.run().ending().is_none();
    let mut next = el!("button", "class" = "button main next");
    next.text(WORDS.next).put(icon::draw(icon::NEXT)).on_click(on(send, Event::Take(Act::Next)));
    el!("div", "class" = "controls", "role" = "group", "aria-label" = WORDS.keys)
        .with(
            el!("p", "class" = "go")
                .put(field::drawn("button back", icon::BACK, WORDS.back, on(send, Event::Take(Act::Back))))
                .with(&mut next)
                .maybe(then),
        )
        .put(now::people(model, state, send))
        .with(
            el!("p", "class" = "actions")
                .put(field::act("button plain", blank, Act::Blank(!state.is_blank()), send))
                .put(field::button("button plain", WORDS.scroll_down, on(send, Event::Scroll(true))))
                .put(field::button("button plain", WORDS.scroll_up, on(send, Event::Scroll(false))))
                .maybe(
                    session
                        .filter(|session| !session.acts().is_empty())
                        .map(|_| field::button("button plain", WORDS.undo, on(send, Event::Undo))),
                )
                .maybe(
                    session
                        .filter(|session| session.redoable() > 0)
                        .map(|_| field::button("button plain", WORDS.redo, on(send, Event::Redo))),
                )
                .maybe(can_take_back.then(|| {
                    el!("button", "class" = "button plain take-back")
                        .text(about_last(WORDS.take_back, state))
                        .on_click(on(send, Event::Ask(Some(Question::TakeBack))))
                        .build()
                }))
                .maybe(can_debrief.then(|| field::act("button plain", WORDS.begin_debrief, Act::ToDebrief, send))),
        )
        .build()
}

/// The record, at any moment.
fn record(model: &Model, send: &Send) -> Html {
    let ahead = model.session().map_or(0, |session| time::ahead(session.head().began));
    let save = |word: &'static str, kind: Kind| field::button("button", word, on(send, Event::Save(kind, ahead)));
    el!("section", "class" = "record", "aria-labelledby" = "record")
        .with(el!("h2", "id" = "record").text(WORDS.record))
        .with(
            el!("p", "class" = "actions")
                .put(save(WORDS.save_xlsx, Kind::Xlsx))
                .put(save(WORDS.save_csv, Kind::Csv))
                .put(save(WORDS.save_json, Kind::Json))
                .with(
                    el!("a", "class" = "button", "href" = Page::Sheet.address(), "target" = "_blank")
                        .text(WORDS.print_sheet),
                ),
        )
        .build()
}

fn keys() -> Html {
    let each = WORDS.key_names.iter().zip(WORDS.keys_do).flat_map(|(keys, does)| {
        let keys = keys.split(' ').filter(|key| !key.is_empty());
        let caps = keys.map(|key| match key {
            "–" | "+" => el!("span").text(key).build(),
            _ => el!("kbd").text(key).build(),
        });
        [el!("dt").each(caps).build(), el!("dd").text(does).build()]
    });
    el!("details", "class" = "keys-part")
        .with(el!("summary").text(WORDS.keys))
        .with(el!("dl", "class" = "keys").each(each))
        .with(
            el!("p", "class" = "soft")
                .with(el!("span").text(WORDS.keys_can_be_off))
                .text(" ")
                .with(el!("a", "href" = Route::Settings.to_string()).text(GAME.settings)),
        )
        .build()
}
