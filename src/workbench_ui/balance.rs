//! Balance: what the author wants of the figures, and the search for numbers that bring it about.

use super::{Send, WORDS, on, proposals};
use crate::components::field::{changed, chosen};
use crate::ui::element::{Element, el, list};
use crate::ui::icon;
use crate::words::{ENGLISH as GAME, fill};
use crate::workbench::{Aim, Balance, Balancing, Event, Form, Model, Refused, Search, Trouble};
use scenario::{Outcome, Persona};
use yew::{Callback, Html};

/// What is shown: the helper, and whether the text is the one that was searched.
type Seen = (Balancing, bool);

pub(super) fn seen(model: &Model) -> Seen {
    (model.balancing.clone(), model.is_searched_text())
}

/// The panel.
pub(super) fn draw((balancing, is_searched): &Seen, send: &Send) -> Html {
    let inside = if balancing.steps.is_empty() {
        el!("p", "class" = "soft").text(WORDS.unknown).build()
    } else {
        el!("div", "class" = "helper")
            .with(el!("p", "class" = "soft").text(WORDS.balance_line))
            .put(form(balancing, send))
            .put(search(&balancing.search, send))
            .with(el!("p", "role" = "status").text(said(balancing)))
            .maybe(proposals::draw(&balancing.search, *is_searched, send))
            .build()
    };
    el!("section", "class" = "part balance", "aria-labelledby" = "balance")
        .with(el!("h2", "id" = "balance").text(WORDS.balance))
        .put(inside)
        .build()
}

/// A callback that sends what a field holds once it was changed.
fn typed(send: &Send, aim: impl Fn(String) -> Aim + 'static) -> Callback<yew::events::Event> {
    send.callback(move |event: yew::events::Event| {
        Event::Balance(Balance::Aim(aim(changed(&event).unwrap_or_default())))
    })
}

fn act<E: 'static>(send: &Send, act: Balance) -> Callback<E> {
    on(send, Event::Balance(act))
}

fn form(balancing: &Balancing, send: &Send) -> Html {
    let form = &balancing.form;
    let refused = form.refused();
    let shares = Outcome::ALL.into_iter().map(|outcome| share(form, outcome, refused, send));
    let personas = [WORDS.always_leader, WORDS.always_manager, WORDS.alternating, WORDS.balancing];
    let personas = Persona::ALL.into_iter().zip(personas).map(|(persona, name)| goal(form, persona, name, send));
    el!("details", "class" = "aims", "open" = "")
        // What the file wants takes the place of what was typed, too.
        .key(format!("aims-{}", balancing.filled))
        .with(el!("summary").text(WORDS.wanted))
        .with(el!("fieldset").with(el!("legend").text(WORDS.shares)).each(shares))
        .with(el!("fieldset").with(el!("legend").text(WORDS.personas)).each(personas))
        .put(most(form, refused, send))
        .put(tick(form.choices, act(send, Balance::Aim(Aim::Choices)), el!("span").text(WORDS.choices)))
        .put(locks(balancing, send))
        .with(el!("button", "class" = "button plain").text(WORDS.as_in_file).on_click(act(send, Balance::AsInFile)))
        .build()
}

/// The lowest and the highest share of an outcome.
fn share(form: &Form, outcome: Outcome, refused: Option<Refused>, send: &Send) -> Html {
    let name = GAME.verdict(outcome);
    let is_refused = refused == Some(Refused::Share(outcome));
    let about = format!("share-{}", outcome.name());
    let field = |words: &'static str, said: &'static str, value: &str, changed: Callback<yew::events::Event>| {
        let mut field = el!(
            "input",
            "type" = "number",
            "min" = "0",
            "max" = "100",
            "step" = "any",
            "autocomplete" = "off",
            "aria-label" = fill(said, &[("outcome", name)]),
            "aria-invalid" = is_refused.then_some("true"),
            "aria-describedby" = is_refused.then(|| about.clone()),
        );
        field.holds(value.to_owned()).on_change(changed);
        el!("label").with(el!("span", "aria-hidden" = "true").text(words)).with(&mut field).build()
    };
    let [low, high] = &form.shares[outcome as usize];
    el!("div", "class" = format!("share {}", outcome.name()))
        .with(el!("b").put(icon::draw(icon::outcome(outcome))).text(name))
        .put(field(WORDS.at_least, WORDS.at_least_this, low, typed(send, move |share| Aim::Low(outcome, share))))
        .put(field(WORDS.at_most, WORDS.at_most_this, high, typed(send, move |share| Aim::High(outcome, share))))
        .put(under(about.clone(), is_refused, WORDS.share_refused, ""))
        .build()
}

/// What stands under a field: why what it holds is refused, or a quiet line.
fn under(id: String, is_refused: bool, refused: &'static str, quiet: &'static str) -> Html {
    let (class, words) = if is_refused { ("refused", refused) } else { ("soft", quiet) };
    el!("p", "id" = id, "class" = class, "role" = "status").text(words).build()
}

/// Where a persona is to end.
fn goal(form: &Form, persona: Persona, name: &'static str, send: &Send) -> Html {
    let goal = form.personas[persona as usize];
    let picked = send.callback(move |event: yew::events::Event| {
        let goal = chosen(&event).and_then(|name| Outcome::from_name(&name));
        Event::Balance(Balance::Aim(Aim::Persona(persona, goal)))
    });
    let option = |outcome: Option<Outcome>| {
        let (value, words) = outcome.map_or(("", WORDS.anywhere), |outcome| (outcome.name(), GAME.verdict(outcome)));
        el!("option", "value" = value, "selected" = (outcome == goal).then_some("selected")).text(words).build()
    };
    let options = [None].into_iter().chain(Outcome::ALL.map(Some));
    el!("label", "class" = "goal")
        .with(el!("span").text(name))
        .with(
            el!("select", "autocomplete" = "off", "aria-label" = fill(WORDS.ends_here, &[("persona", name)]))
                .on_change(picked)
                .each(options.map(option)),
        )
        .build()
}

fn most(form: &Form, refused: Option<Refused>, send: &Send) -> Html {
    let is_refused = refused == Some(Refused::Most);
    let mut field = el!(
        "input",
        "type" = "number",
        "min" = "0",
        "step" = "1",
        "autocomplete" = "off",
        "aria-invalid" = is_refused.then_some("true"),
        "aria-describedby" = "most-points",
    );
    field.holds(form.most.clone()).on_change(typed(send, Aim::Most));
    el!("div", "class" = "most")
        .with(el!("label").with(el!("span").text(WORDS.most)).with(&mut field))
        .put(under("most-points".into(), is_refused, WORDS.most_refused, WORDS.most_is))
        .build()
}

fn tick(ticked: bool, changed: Callback<yew::events::Event>, words: &mut Element) -> Html {
    el!("label", "class" = "flag")
        .with(el!("input", "type" = "checkbox").checked(ticked).on_change(changed))
        .with(words)
        .build()
}

/// The meters and the steps, each of which can be kept as it is.
fn locks(balancing: &Balancing, send: &Send) -> Html {
    let form = &balancing.form;
    let step = |(id, title): &(String, String)| {
        let mut words = el!("span");
        words.with(el!("bdi").text(title.clone())).text(" ").with(el!("code", "translate" = "no").text(id.clone()));
        tick(form.steps.contains(id), act(send, Balance::Aim(Aim::Step(id.clone()))), &mut words)
    };
    let meters = tick(form.meters, act(send, Balance::Aim(Aim::Meters)), el!("span").text(WORDS.lock_meters));
    el!("details", "class" = "locks")
        .with(el!("summary").text(WORDS.locked))
        .with(el!("fieldset", "aria-label" = WORDS.locked).put(meters).each(balancing.steps.iter().map(step)))
        .build()
}

/// The search: one button that starts and stops it, so that the focus stays, and how far it is.
fn search(search: &Search, send: &Send) -> Html {
    let is_under_way = matches!(search, Search::Running { .. } | Search::Ending);
    let (words, path, event) = match is_under_way {
        true => (WORDS.search_stop, icon::CLOSE, Balance::Stop),
        false => (WORDS.search, icon::PLAY, Balance::Start),
    };
    let others = matches!(search, Search::Found(found) if !found.missed.is_empty());
    let others = others.then(|| {
        el!("button", "class" = "button plain").text(WORDS.search_others).on_click(act(send, Balance::Others)).build()
    });
    let how_far = match search {
        Search::Running { percent, missing, .. } => list(vec![
            el!("progress", "max" = "100", "value" = percent.to_string(), "aria-label" = WORDS.search_progress).build(),
            el!("p", "class" = "soft").text(nearest(*missing)).build(),
        ]),
        _ => Html::default(),
    };
    el!("div", "class" = "search")
        .with(
            el!("p", "class" = "actions")
                .with(
                    el!("button", "class" = "button main", "data-do" = "balance")
                        .put(icon::draw(path))
                        .with(el!("span").text(words))
                        .on_click(act(send, event)),
                )
                .maybe(others),
        )
        .put(how_far)
        .build()
}

/// How near the best so far comes.
fn nearest(missing: Option<f64>) -> String {
    match missing {
        // A sum of floats that is nearly nothing is nothing.
        Some(missing) if missing < 0.05 => WORDS.nearest_met.into(),
        Some(missing) if missing.is_finite() => fill(WORDS.nearest, &[("missing", &format!("{missing:.1}"))]),
        _ => String::new(),
    }
}

/// What is said of the search, to those who do not see it too; of its progress every few seconds at most.
fn said(balancing: &Balancing) -> String {
    match &balancing.search {
        Search::Idle => String::new(),
        Search::Running { .. } => fill(WORDS.searching, &[("percent", &balancing.said.to_string())]),
        Search::Ending => WORDS.search_ending.into(),
        Search::Found(found) => proposals::answer(found),
        Search::Unreadable => WORDS.search_unreadable.into(),
        Search::Refused(why) => why.clone(),
        Search::Failed(trouble) => failed(*trouble).into(),
    }
}

/// Why a helper tells nothing.
pub(super) fn failed(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::NotStarted => WORDS.not_started,
        Trouble::Fallen => WORDS.fallen,
    }
}
