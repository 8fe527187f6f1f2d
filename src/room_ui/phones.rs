//! Phones on the console: how people answer, what carries the answers, who has joined.

use super::{PHONES, Send, board, field, on, phones_asked};
use crate::platform::time;
use crate::room::phones::{Ask, EngineField, Means, Phones, Trouble, can_join};
use crate::room::{Event, Model, hours};
use crate::ui::element::{el, list};
use crate::ui::icon;
use crate::words::fill;
use session::{Mode, Phase, State};
use wire::host::SeatView;
use wire::{Way, given_words};
use yew::events::InputEvent;
use yew::{Callback, Html, TargetCast};

/// A callback that sends what the facilitator asks of phones.
pub(super) fn asks<E: 'static>(send: &Send, ask: Ask) -> Callback<E> {
    on(send, Event::Phones(ask))
}

pub(super) fn button(class: &'static str, word: &'static str, ask: Ask, send: &Send) -> Html {
    field::button(class, word, asks(send, ask))
}

/// A button that is told apart from others like it by what it is about.
pub(super) fn about(class: &'static str, (word, whole): (&'static str, String), ask: Ask, send: &Send) -> Html {
    el!("button", "class" = class, "aria-label" = whole).text(word).on_click(asks(send, ask)).build()
}

pub(super) fn ticked(word: &'static str, checked: bool, ask: Ask, send: &Send) -> Html {
    el!("label", "class" = "choice")
        .with(el!("input", "type" = "checkbox").checked(checked).on_change(asks(send, ask)))
        .with(el!("b").text(word))
        .build()
}

fn said(words: &'static str, gaps: &[(&str, u32)]) -> String {
    let gaps: Vec<(&str, String)> = gaps.iter().map(|(gap, number)| (*gap, number.to_string())).collect();
    let gaps: Vec<(&str, &str)> = gaps.iter().map(|(gap, number)| (*gap, number.as_str())).collect();
    fill(words, &gaps)
}

/// While a session is set up: how people answer, and what carries the answers.
pub(super) fn set_up(model: &Model, state: &State, send: &Send) -> Option<Html> {
    if state.mode() != Mode::Room || model.is_rehearsal() || !can_join() {
        return None;
    }
    let phones = model.phones();
    let carries = (phones.means() != Means::Hands && !phones.is_open()).then(|| carried(phones, send));
    Some(list(vec![means(phones, send), carries.unwrap_or_default()]))
}

/// Hands, phones, or both.
fn means(phones: &Phones, send: &Send) -> Html {
    let each = Means::ALL.into_iter().map(|means| {
        el!("label", "class" = "choice")
            .with(
                el!("input", "type" = "radio", "name" = "means")
                    .checked(phones.means() == means)
                    .on_change(asks(send, Ask::Means(means))),
            )
            .with(el!("b").text(PHONES.all_means[means as usize]))
            .build()
    });
    el!("fieldset", "class" = "means")
        .with(el!("legend").text(PHONES.means))
        .with(el!("div", "class" = "choices").each(each))
        .with(el!("p", "class" = "soft").text(PHONES.means_is))
        .build()
}

fn carried(phones: &Phones, send: &Send) -> Html {
    let fields = EngineField::ALL.into_iter().map(|which| {
        let told = send.clone();
        let is_secret = matches!(which, EngineField::Password | EngineField::SeatPassword);
        let mut input = el!(
            "input",
            "type" = if is_secret { "password" } else { "text" },
            "autocomplete" = "off",
            "spellcheck" = "false"
        );
        input.holds(phones.engine().field(which).to_owned()).on_input(Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                told.send_message(Event::Phones(Ask::Engine(which, input.value())));
            }
        }));
        el!("label", "class" = "label")
            .with(el!("span").text(PHONES.engine_fields[which as usize]))
            .with(&mut input)
            .build()
    });
    let fields = el!("div", "class" = "engine").each(fields).build();
    let fields = if phones.is_served() {
        list(vec![
            el!("p").text(PHONES.served).build(),
            el!("details").with(el!("summary").text(PHONES.far_engine)).put(fields).build(),
        ])
    } else {
        list(vec![el!("p").text(PHONES.engine_is).build(), fields])
    };
    el!("fieldset", "class" = "carries")
        .with(el!("legend").text(PHONES.engine))
        .put(fields)
        .with(el!("p", "class" = "soft").text(PHONES.trust))
        .maybe(trouble(phones))
        .put(button("button main", PHONES.open, Ask::Open, send))
        .build()
}

/// What is wrong, and since when; what is done then.
fn trouble(phones: &Phones) -> Option<Html> {
    let (trouble, since) = phones.trouble()?;
    let since = since.filter(|_| trouble != Trouble::Connecting).map(|since| {
        let date = hours::date(since, time::ahead(since));
        let time = date.split(' ').next_back().unwrap_or_default().to_owned();
        fill(PHONES.since, &[("time", &time)])
    });
    let goes_on = matches!(trouble, Trouble::Down | Trouble::NoPhone | Trouble::Refused).then_some(PHONES.goes_on);
    let words = [Some(PHONES.troubles[trouble as usize]), since.as_deref(), goes_on];
    let words = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Some(el!("p", "class" = "stands").put(icon::draw(icon::WARNING)).text(words).build())
}

/// Phones while they can join: what is asked, what was typed, who is in.
pub(super) fn part(model: &Model, state: &State, seen: bool, send: &Send) -> Option<Html> {
    let phones = model.phones();
    if phones.is_closing() {
        return Some(el!("p", "class" = "soft", "role" = "status").text(PHONES.closing).build());
    }
    if !phones.is_open() || model.is_rehearsal() {
        return None;
    }
    // To let people in, and at the end to let their phones forget.
    let unfolded = state.phase() <= Phase::Gather || state.phase() == Phase::Close;
    let change = (state.phase() != Phase::SetUp).then(|| means(phones, send));
    Some(
        el!("section", "class" = "phones-part", "aria-labelledby" = "phones")
            .with(el!("h2", "id" = "phones").text(PHONES.phones))
            .with(el!("div", "role" = "status").maybe(trouble(phones)).maybe(counts(model, state)))
            .maybe(phones_asked::part(phones, state, send))
            // What people typed is read by whoever leads, before anybody else sees it.
            .maybe(phones_asked::inbox(phones, state, send).filter(|_| !seen))
            .maybe(waiting(phones, state, send))
            .with(
                el!("details", "class" = "joining", "open" = unfolded.then_some("open"))
                    .with(el!("summary").text(PHONES.join))
                    .put(joining(model, seen, send))
                    .maybe(change),
            )
            .build(),
    )
}

/// What stands over a console whose room is shared with people far away.
pub(super) fn private(model: &Model) -> Html {
    if !model.phones().is_stream() {
        return Html::default();
    }
    el!("p", "class" = "stands private").put(icon::draw(icon::WARNING)).text(PHONES.private).build()
}

/// How many are in, and whether there are more than people.
fn counts(model: &Model, state: &State) -> Option<Html> {
    let (all, here) = model.phones().people();
    if all == 0 {
        return None;
    }
    let [all, here] = [all, here].map(u32::from);
    let mut words = said(PHONES.are_in, &[("here", here), ("all", all)]);
    if here < all {
        words = format!("{words} · {}", said(PHONES.down, &[("n", all - here)]));
    }
    let more = all > state.people();
    let more = more.then(|| said(PHONES.more, &[("phones", all), ("people", state.people())]));
    let more = more.map(|words| el!("p", "class" = "stands").put(icon::draw(icon::WARNING)).text(words).build());
    Some(el!("div").with(el!("p").text(words)).maybe(more).build())
}

/// What a phone is called, with how somebody takes part by it.
fn name(seat: &SeatView) -> String {
    let [colour, thing] = given_words(seat.words);
    let way = match seat.way {
        Way::Here => None,
        Way::Afar => Some(PHONES.afar.to_owned()),
        Way::Shared(people) => Some(said(PHONES.shared, &[("n", u32::from(people))])),
    };
    way.map_or_else(|| format!("{colour} {thing}"), |way| format!("{colour} {thing} ({way})"))
}

/// The phones that wait to be let in.
fn waiting(phones: &Phones, state: &State, send: &Send) -> Option<Html> {
    let (all, _) = phones.people();
    let seats: Vec<SeatView> = phones.seats().into_iter().filter(|seat| !seat.admitted).collect();
    let each = seats.iter().map(|seat| {
        let fits = u32::from(all) + u32::from(seat.way.people()) <= state.people();
        let word = if fits { PHONES.admit } else { PHONES.admit_more };
        let whole = fill(PHONES.admit_of, &[("name", &name(seat))]);
        el!("li")
            .with(el!("span").text(name(seat)))
            .put(about("button", (word, format!("{word}: {whole}")), Ask::Admit(seat.number), send))
            .build()
    });
    let all_in = (seats.len() > 1).then(|| button("button", PHONES.admit_all, Ask::AdmitAll, send));
    (!seats.is_empty()).then(|| {
        el!("div", "class" = "waiting")
            .with(el!("h3").text(PHONES.waiting))
            .with(el!("ul", "class" = "seats").each(each))
            .maybe(all_in)
            .build()
    })
}

/// The code, the door, and all that changes who is in. `seen`: the room sees it.
fn joining(model: &Model, seen: bool, send: &Send) -> Html {
    let phones = model.phones();
    let shown = model.board().map(board::code);
    let renewed = phones.served().map(|served| served.renewed).filter(|renewed| *renewed > 0);
    let renewed = renewed.map(|renewed| el!("p").text(said(PHONES.renewed, &[("n", renewed)])).build());
    let in_room = phones.seats().into_iter().filter(|seat| seat.admitted);
    let seats = in_room.map(|seat| {
        let whole = fill(PHONES.remove_of, &[("name", &name(&seat))]);
        el!("li", "class" = if seat.here { "here" } else { "away soft" })
            .with(el!("span").text(name(&seat)))
            .put(about("button plain", (PHONES.remove, whole), Ask::Remove(seat.number), send))
            .build()
    });
    let seats: Vec<Html> = seats.collect();
    let seats = (!seats.is_empty()).then(|| {
        el!("details")
            .with(el!("summary").text(PHONES.all_seats))
            .with(el!("ul", "class" = "seats").each(seats.into_iter()))
            .build()
    });
    let door = phones.is_door_open();
    // It is a key, and is folded away where nobody but the facilitator looks, too.
    let invitation = model.invitation().filter(|_| !seen).map(|link| {
        let mut field =
            el!("input", "class" = "invitation", "readonly" = "", "aria-label" = PHONES.link, "dir" = "ltr");
        field.holds(link);
        el!("details")
            .with(el!("summary").text(PHONES.link))
            .with(&mut field)
            .with(el!("p", "class" = "soft").text(PHONES.link_is))
            .build()
    });
    el!("div")
        .maybe(shown)
        .maybe(invitation)
        .maybe(renewed)
        .put(ticked(PHONES.door_open, door, Ask::Door(!door), send))
        .with(el!("p", "class" = "soft").text(PHONES.door_is))
        .put(ticked(PHONES.stream, phones.is_stream(), Ask::Stream(!phones.is_stream()), send))
        .put(ticked(PHONES.small, phones.is_small(), Ask::Small(!phones.is_small()), send))
        .maybe(seats)
        .with(
            el!("p", "class" = "actions")
                .put(button("button", PHONES.new_code, Ask::NewCode, send))
                .with(el!("span", "class" = "soft").text(PHONES.new_code_is)),
        )
        .with(
            el!("p", "class" = "actions")
                .put(button("button danger", PHONES.close, Ask::Close, send))
                .with(el!("span", "class" = "soft").text(PHONES.close_is)),
        )
        .build()
}
