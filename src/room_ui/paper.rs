//! Paper before a session: the participants' handout, and the facilitator's guide.

use super::{WORDS, field, numbered};
use crate::room::{STATES, titles};
use crate::ui::element::el;
use crate::ui::{icon, speech};
use crate::words::{ENGLISH as GAME, fill, signed};
use author::graph::{Layout, svg};
use scenario::{Goal, Scenario, Stance, Step, direction};
use session::{Length, Phase, Plan, Weights, step_seconds};
use std::collections::BTreeSet;
use yew::virtual_dom::VNode;
use yew::{AttrValue, Callback, Html};

/// For how many people a guide plans.
const USUAL: u32 = 20;

/// The button that prints.
pub(super) fn print() -> Html {
    let print = Callback::from(|_| crate::platform::page::print());
    el!("p", "class" = "actions").put(field::drawn("button main", icon::FILE, WORDS.print, print)).build()
}

/// A sentence for each decision that can come back so many times.
fn comes_back(scenario: &Scenario) -> impl Iterator<Item = Html> {
    let steps = scenario.steps().iter().filter(|step| !step.is_passage());
    steps.filter_map(|step| {
        let visits = step.visits().filter(|visits| *visits > 1)?;
        let words = fill(WORDS.comes_back, &[("step", &step.title), ("n", &visits.to_string())]);
        Some(el!("p", "class" = "soft").text(words).build())
    })
}

/// A participant's handout: a worksheet that gives nothing away.
pub(super) fn handout(scenario: &Scenario) -> Html {
    let head = |word: &'static str| el!("th", "scope" = "col").text(word).build();
    let rows = titles(scenario).into_iter().enumerate().map(|(at, title)| {
        let cell = || el!("td").build();
        let title = title.map(|title| {
            el!("span", "lang" = scenario.language().to_owned(), "dir" = direction(scenario.language()))
                .text(title.to_owned())
                .build()
        });
        el!("tr")
            .with(el!("th", "scope" = "row").text(format!("{}. ", at + 1)).maybe(title))
            .put(cell())
            .put(cell())
            .put(cell())
            .build()
    });
    let heads = [WORDS.h_decision, WORDS.my_answer, WORDS.room_answer, WORDS.why].into_iter().map(head);
    let scale = |at: usize| {
        let numbers = || {
            let numbers = (1..=5).map(|number: u32| el!("li").text(number.to_string()).build());
            el!("ol", "class" = "ring").each(numbers).build()
        };
        el!("div", "class" = "paper-scale")
            .with(el!("p").text(WORDS.low_ends[at]))
            .with(el!("div").with(el!("span", "class" = "soft").text(WORDS.rate_before)).put(numbers()))
            .with(el!("div").with(el!("span", "class" = "soft").text(WORDS.rate_after)).put(numbers()))
            .with(el!("p").text(WORDS.high_ends[at]))
            .build()
    };
    let asks = WORDS
        .handout_asks
        .iter()
        .map(|ask| el!("li").with(el!("p").text(*ask)).with(&mut el!("div", "class" = "rule")).build());
    el!("article", "class" = "paper handout")
        .put(print())
        .put(opening(scenario, WORDS.worksheet))
        .with(el!("p").text(WORDS.worksheet_is))
        .each(comes_back(scenario))
        .with(el!("div", "class" = "paper-scales").each((0..2).map(scale)))
        .with(
            el!("table", "class" = "sheet")
                .with(el!("thead").with(el!("tr").each(heads)))
                .with(el!("tbody").each(rows)),
        )
        .with(el!("ol", "class" = "asks").each(asks))
        .with(el!("h2").text(WORDS.my_commitment))
        .with(&mut el!("div", "class" = "rule"))
        .with(&mut el!("div", "class" = "rule"))
        .build()
}

/// What heads a paper about a story.
pub(super) fn opening(scenario: &Scenario, kind: &'static str) -> Html {
    let language = || scenario.language().to_owned();
    el!("header", "class" = "paper-head")
        .with(el!("p", "class" = "kicker").text(kind))
        .with(
            el!("h1", "tabindex" = "-1", "lang" = language(), "dir" = direction(scenario.language()))
                .text(scenario.title().to_owned()),
        )
        .with(
            el!("p", "class" = "line", "lang" = language(), "dir" = direction(scenario.language()))
                .text(scenario.summary().to_owned()),
        )
        .with(el!("p").text(WORDS.your_role).text(": ").with(
            el!("b", "lang" = language(), "dir" = direction(scenario.language())).text(scenario.role().to_owned()),
        ))
        .build()
}

/// The facilitator's guide: plan, map, and each step with its notes.
pub(super) fn guide(scenario: &Scenario) -> Html {
    let picture = svg(scenario, &Layout::new(scenario, None));
    el!("article", "class" = "paper guide")
        .put(print())
        .put(opening(scenario, WORDS.guide))
        .with(el!("h2").text(WORDS.plan))
        .put(plans(scenario))
        .with(el!("h2").text(WORDS.map_of_branches))
        // The picture is made here, of the scenario's own words, which are escaped where they are drawn.
        .with(el!("div", "class" = "picture").put(VNode::from_html_unchecked(AttrValue::from(picture))))
        .each(scenario.steps().iter().map(|it| step(scenario, it)))
        .build()
}

fn plans(scenario: &Scenario) -> Html {
    let weights = Weights::of(scenario, STATES);
    let plans = Length::ALL.map(|length| Plan::of(scenario, length, USUAL));
    let minutes = |seconds: u32| format!("{}′", (seconds + 30) / 60);
    let heads = Length::ALL.into_iter().map(|length| {
        el!("th", "scope" = "col").text(fill(WORDS.minutes, &[("n", &length.minutes().to_string())])).build()
    });
    let row = |word: &'static str, cell: &dyn Fn(&Plan) -> String| {
        el!("tr")
            .with(el!("th", "scope" = "row").text(word))
            .each(plans.iter().map(|plan| el!("td").text(cell(plan)).build()))
            .build()
    };
    let of = |phase: Phase| move |plan: &Plan| minutes(plan.seconds(phase, scenario, None));
    let decisions = |plan: &Plan| {
        let votes = Plan::most_votes(scenario, &weights.propose(scenario, plan));
        format!("{votes} / {}", plan.longest)
    };
    let mut rows = vec![
        row(WORDS.phases[Phase::Gather as usize], &of(Phase::Gather)),
        row(WORDS.phases[Phase::RateBefore as usize], &of(Phase::RateBefore)),
        row(WORDS.h_decision, &decisions),
    ];
    let debrief = Phase::ALL.into_iter().filter(|phase| phase.is_debrief());
    rows.extend(debrief.map(|phase| row(WORDS.phases[phase as usize], &of(phase))));
    el!("table", "class" = "sheet plans")
        .with(el!("thead").with(el!("tr").with(&mut el!("td")).each(heads)))
        .with(el!("tbody").each(rows.into_iter()))
        .build()
}

fn step(scenario: &Scenario, step: &Step) -> Html {
    let minutes = (step_seconds(scenario, step) + 30) / 60;
    let minutes = numbered(WORDS.step_minute, WORDS.step_minutes, minutes);
    let about = [
        step.dimension.map(|it| GAME.dimension(it).to_owned()),
        step.is_passage().then(|| WORDS.no_vote.to_owned()),
        Some(minutes),
        step.visits().map(|visits| numbered(WORDS.comes_once, WORDS.comes, visits)),
    ];
    let lines = step.situation.iter().map(|line| {
        let who = line.who.and_then(|who| scenario.cast().get(who as usize));
        let who = who.map(|who| el!("b", "dir" = "auto").text(format!("{}: ", who.name)).build());
        el!("p").maybe(who).text(line.text.to_string()).build()
    });
    let responses = step.responses.iter().map(|response| {
        let mut ways = BTreeSet::new();
        ways.extend(response.next.iter().map(|way| match way.to {
            Goal::Step(to) => fill(WORDS.leads_to, &[("step", &scenario.step(to).title)]),
            Goal::End => WORDS.phases[Phase::Ending as usize].to_ascii_lowercase(),
            Goal::Outcome(outcome) => fill(WORDS.ends_as, &[("outcome", GAME.verdict(outcome))]),
        }));
        let effect = response.effect;
        let about = format!(
            "{} {} · {} {} · {}",
            GAME.leadership,
            signed(effect.leadership),
            GAME.management,
            signed(effect.management),
            ways.into_iter().collect::<Vec<_>>().join("; ")
        );
        let hat = |hat| {
            el!("span", "class" = "tag", "lang" = "en", "dir" = "ltr")
                .put(icon::draw(icon::hat(hat)))
                .text(GAME.stance(hat))
                .build()
        };
        el!("li", "class" = response.stance.map_or("hatless", Stance::name))
            .maybe(response.stance.map(hat))
            .with(el!("p").text(response.text.to_string()))
            .with(el!("p", "class" = "soft", "lang" = "en", "dir" = "ltr").text(about))
            .build()
    });
    let told = &step.facilitator;
    let notes = (!told.notes.is_empty()).then(|| {
        el!("div")
            .with(el!("h4", "lang" = "en", "dir" = "ltr").text(WORDS.notes))
            .with(el!("p").text(told.notes.to_string()))
            .build()
    });
    let asks = (!told.discuss.is_empty()).then(|| {
        let asks = told.discuss.iter().map(|ask| el!("li").text(ask.to_string()).build());
        el!("div")
            .with(el!("h4", "lang" = "en", "dir" = "ltr").text(WORDS.discuss))
            .with(el!("ul", "class" = "questions").each(asks))
            .build()
    });
    el!(
        "section",
        "class" = "guide-step",
        "lang" = scenario.language().to_owned(),
        "dir" = direction(scenario.language())
    )
    .maybe(speech::beside("soft", &step.moment, scenario.language()))
    .with(el!("h3").text(step.title.to_string()))
    .with(
        el!("p", "class" = "soft", "lang" = "en", "dir" = "ltr")
            .text(about.into_iter().flatten().collect::<Vec<_>>().join(" · ")),
    )
    .maybe(speech::beside("soft", &step.why, scenario.language()))
    .with(el!("div", "class" = "told").each(lines))
    .with(el!("ol").each(responses))
    .with(el!("div", "class" = "two").maybe(notes).maybe(asks))
    .build()
}
