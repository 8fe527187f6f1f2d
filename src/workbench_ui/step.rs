//! A step that is looked at: its texts, what is proved of it, and where to play from.

use super::{Send, WORDS, on, trial};
use crate::ui::element::el;
use crate::ui::icon;
use crate::words::{ENGLISH as GAME, fill, signed};
use crate::workbench::{Event, Model, Plan, Setup, Standing, StepReport, Trial};
use scenario::{Condition, Effect, Goal, Line, Response, Scenario, Stance, Step, direction};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::{Html, TargetCast};

/// What is shown.
#[derive(Clone, PartialEq)]
pub(super) enum Seen {
    Nothing,
    /// A step, and what is picked to play from there.
    Step(Rc<Scenario>, usize, Rc<Plan>, From),
    Trial(Trial),
}

/// What is picked to play from, what can be, by hat, and the hat whose meter was given what cannot be.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct From {
    setup: Setup,
    ranges: [(Stance, (i32, i32)); 2],
    refused: Option<Stance>,
}

pub(super) fn seen(model: &Model) -> Seen {
    match (&model.trial, model.look, &model.scenario, &model.plan) {
        (Some(trial), ..) => Seen::Trial(trial.clone()),
        (None, Some(look), Some(scenario), Some(plan)) => {
            let ranges = Stance::ALL.map(|stance| (stance, model.choosable(stance)));
            let from = From { setup: model.setup, ranges, refused: model.refused };
            Seen::Step(Rc::clone(scenario), look.0 as usize, Rc::clone(plan), from)
        }
        _ => Seen::Nothing,
    }
}

/// The step, or the trial that began there.
pub(super) fn draw(seen: &Seen, send: &Send) -> Html {
    match seen {
        Seen::Trial(trial) => trial::draw(trial, send),
        Seen::Step(scenario, at, plan, from) => match (scenario.steps().get(*at), plan.steps.get(*at)) {
            (Some(step), Some(facts)) => {
                let standings = plan.survey.standings.get(*at).map(Vec::as_slice).unwrap_or_default();
                panel(scenario, step, (facts, standings), *from, send)
            }
            _ => Html::default(),
        },
        Seen::Nothing => Html::default(),
    }
}

/// The trial, or what to play from: beside the studio's map, where the card shows the rest.
pub(super) fn draw_from(seen: &Seen, send: &Send) -> Html {
    match seen {
        Seen::Trial(trial) => trial::draw(trial, send),
        Seen::Step(scenario, _, _, from) => el!("section", "class" = "card").put(setup(scenario, *from, send)).build(),
        Seen::Nothing => Html::default(),
    }
}

fn panel(
    scenario: &Scenario,
    step: &Step,
    (facts, standings): (&StepReport, &[Option<Standing>]),
    from: From,
    send: &Send,
) -> Html {
    let responses = step.responses.iter().enumerate();
    let responses = responses.map(|(at, it)| response(scenario, it, standings.get(at).and_then(Option::as_ref)));
    let language = scenario.language();
    el!("section", "class" = "look", "aria-labelledby" = "look")
        // A step of its own has fields of its own: what was typed at another is not shown here.
        .key(step.id.to_string())
        .with(
            el!("header")
                .with(
                    el!(
                        "h3",
                        "id" = "look",
                        "tabindex" = "-1",
                        "lang" = language.to_owned(),
                        "dir" = direction(language)
                    )
                    .text(step.title.to_string()),
                )
                .with(
                    el!("button", "class" = "button plain", "aria-label" = WORDS.close_step)
                        .put(icon::draw(icon::CLOSE))
                        .on_click(on(send, Event::Look(None))),
                ),
        )
        .with(
            el!("p", "class" = "kicker")
                .maybe(step.dimension.map(|it| icon::draw(icon::dimension(it))))
                .text(step.dimension.map_or("", |it| GAME.dimension(it)))
                .with(el!("code", "translate" = "no").text(step.id.to_string())),
        )
        .put(figures(facts))
        .with(
            el!("div", "class" = "told", "lang" = language.to_owned(), "dir" = direction(language))
                .each(step.situation.iter().map(|it| line(scenario, it))),
        )
        .with(el!("ul", "class" = "answers").each(responses))
        .with(
            el!("p", "class" = "actions").with(
                el!("button", "class" = "button")
                    .put(icon::draw(icon::FILE))
                    .text(WORDS.to_text)
                    .on_click(on(send, Event::Land(facts.spot))),
            ),
        )
        .put(setup(scenario, from, send))
        .build()
}

/// What is proved of the step.
fn figures(facts: &StepReport) -> Html {
    let Some([leadership, management]) = facts.ranges else {
        let words = if facts.visits.is_empty() { WORDS.undecided } else { WORDS.unreached };
        return el!("p", "class" = "aside").text(words).build();
    };
    let range = |(low, high): (i32, i32)| fill(WORDS.range, &[("low", &low.to_string()), ("high", &high.to_string())]);
    let figures = [
        (GAME.leadership, range(leadership)),
        (GAME.management, range(management)),
        (WORDS.visits, facts.visits.clone()),
        (WORDS.weight, facts.weight.clone()),
    ];
    let figure = |(name, value): (&'static str, String)| {
        el!("div").with(el!("dt").text(name)).with(el!("dd").text(value)).build()
    };
    el!("dl", "class" = "figures").each(figures.into_iter().map(figure)).build()
}

/// A line as it stands in the file, told or not.
fn line(scenario: &Scenario, line: &Line) -> Html {
    let who = line.who.and_then(|who| scenario.cast().get(who as usize)).map(|member| format!("{}: ", member.name));
    let mut told = el!("p");
    told.maybe(who.map(|who| el!("b", "dir" = "auto").text(who).build())).text(line.text.to_string());
    if line.when != Condition::ALWAYS {
        told.text(" ").with(el!("small", "lang" = "en", "dir" = "ltr").text(format!("({})", WORDS.sometimes)));
    }
    told.build()
}

fn response(scenario: &Scenario, response: &Response, standing: Option<&Standing>) -> Html {
    let goals = response.next.iter().map(|branch| match branch.to {
        Goal::Step(step) => scenario.step(step).title.to_string(),
        Goal::End => WORDS.judged.to_owned(),
        Goal::Outcome(outcome) => GAME.verdict(outcome).to_owned(),
    });
    let goals: Vec<String> = goals.collect();
    let only = (response.when != Condition::ALWAYS).then(|| format!(" · {}", WORDS.sometimes));
    el!("li", "class" = response.stance.map_or("hatless", Stance::name))
        .put(tag(response))
        .with(
            el!("p", "lang" = scenario.language().to_owned(), "dir" = direction(scenario.language()))
                .text(response.text.to_string()),
        )
        .with(el!("small").text("→ ").with(el!("bdi").text(goals.join(" / "))).text(only.unwrap_or_default()))
        .maybe(standing.map(|standing| el!("p", "class" = "soft standing").text(stands(standing)).build()))
        .build()
}

/// How a response stands beside the others.
fn stands(standing: &Standing) -> String {
    let [best, tied, worse] = standing.states.map(|count| count.to_string());
    let parts = [
        fill(WORDS.standing, &[("after", &standing.after), ("other", &standing.other)]),
        fill(WORDS.standing_states, &[("best", &best), ("tied", &tied), ("worse", &worse)]),
        fill(WORDS.standing_far, &[("ahead", &standing.ahead), ("behind", &standing.behind)]),
    ];
    parts.join(" ")
}

/// The hat of a response and what it does.
pub(super) fn tag(response: &Response) -> Html {
    el!("span", "class" = "tag")
        .maybe(response.stance.map(|hat| icon::draw(icon::hat(hat))))
        .text(match response.stance {
            Some(hat) => format!("{} · {}", GAME.stance(hat), effect(response.effect)),
            None => effect(response.effect),
        })
        .build()
}

fn effect(effect: Effect) -> String {
    let part = |name: &str, change: i32| format!("{name} {}", signed(change));
    format!("{}, {}", part(GAME.leadership, effect.leadership), part(GAME.management, effect.management))
}

/// The meters and flags to play from.
fn setup(scenario: &Scenario, from: From, send: &Send) -> Html {
    let flags = scenario.flags().iter().enumerate().map(|(at, flag)| {
        let set = from.setup.flags >> at & 1 == 1;
        el!("label", "class" = "flag")
            .with(el!("input", "type" = "checkbox").checked(set).on_change(on(send, Event::Flag(at))))
            .with(el!("bdi").text(flag.text.to_string()))
            .build()
    });
    let flags = (!scenario.flags().is_empty())
        .then(|| el!("fieldset").with(el!("legend").text(WORDS.flags)).each(flags).build());
    el!("div", "class" = "from")
        .with(el!("h4").text(WORDS.play_from))
        .with(
            el!("div", "class" = "pair")
                .each(from.ranges.into_iter().map(|(stance, range)| meter(from, stance, range, send))),
        )
        .maybe(flags)
        .with(
            el!("button", "class" = "button main")
                .put(icon::draw(icon::PLAY))
                .text(WORDS.play)
                .on_click(on(send, Event::Play)),
        )
        .build()
}

fn meter(from: From, stance: Stance, (low, high): (i32, i32), send: &Send) -> Html {
    let changed = send.callback(move |event: yew::events::Event| {
        let value = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
        Event::Meter(stance, value.unwrap_or_default())
    });
    let refused = from.refused == Some(stance);
    let words = if refused { WORDS.unplayable } else { WORDS.playable };
    let words = fill(words, &[("low", &low.to_string()), ("high", &high.to_string())]);
    let about = match stance {
        Stance::Leader => "from-leader",
        Stance::Manager => "from-manager",
    };
    let value = from.setup.meter(stance).to_string();
    let (low, high) = (low.to_string(), high.to_string());
    let mut field = if refused {
        el!("input", "type" = "number", "min" = low, "max" = high, "aria-describedby" = about, "aria-invalid" = "true")
    } else {
        el!("input", "type" = "number", "min" = low, "max" = high, "aria-describedby" = about, "value" = value)
    };
    el!("div", "class" = stance.name())
        .with(
            el!("label")
                .put(icon::draw(icon::instrument(stance)))
                .with(el!("span").text(GAME.meter(stance)))
                .with(field.on_change(changed)),
        )
        .with(el!("p", "id" = about, "class" = if refused { "refused" } else { "soft" }, "role" = "status").text(words))
        .build()
}
