//! What an author balances a scenario by, as a part of the report and of its JSON: how each response stands beside the
//! others, what the meters live on, and how far personas are from where they should end.

use super::json::{percent, share};
use super::report::put;
use analysis::{Budget, Distance, Standing, Survey};
use play::play_as;
use scenario::layout::Piece;
use scenario::{Outcome, Persona, Scenario};
use std::rc::Rc;

/// How far the end of each persona is from where the author expects it.
pub(super) fn distances(scenario: &Rc<Scenario>) -> Vec<(Persona, Outcome, Distance)> {
    let of = |(persona, goal): &(Persona, Outcome)| {
        let end = play_as(*persona, scenario).now();
        (*persona, *goal, Distance::of(scenario, &end, *goal))
    };
    scenario.expect().iter().map(of).collect()
}

/// The budgets of both meters, and a table of the answers of each step.
pub(super) fn put_survey(scenario: &Scenario, survey: &Survey, out: &mut String) {
    out.push_str("\nWhat the meters live on, over all runs\n");
    out.push_str("  meter        start    gains    costs  pressure   at the end  enough    slack\n");
    for budget in &survey.budgets {
        let Budget { meter, start, gains, costs, pressure, end, enough, slack } = budget;
        let [gains, costs, pressure, slack] = [gains, costs, pressure, slack].map(|mean| mean.rounded());
        let (name, end) = (meter.name(), end.rounded());
        let end = end.trim_start_matches('+');
        put(
            out,
            format_args!("  {name:<11}{start:>7}{gains:>9}{costs:>9}{pressure:>10}{end:>13}{enough:>8}{slack:>9}\n"),
        );
    }
    let ids = scenario.steps().iter().flat_map(|step| &step.responses).map(|response| response.id.as_str().len());
    let wide = ids.max().unwrap_or(0).clamp(6, 40);
    out.push_str("\nHow the answers stand, for ending balanced\n");
    put(
        out,
        format_args!("    {:<wide$}    after   best other    best   tied  worse   ahead by  behind by\n", "answer"),
    );
    for (step, standings) in scenario.steps().iter().zip(&survey.standings) {
        if standings.iter().all(Option::is_none) {
            continue;
        }
        put(out, format_args!("  {}\n", step.id));
        for (response, standing) in step.responses.iter().zip(standings) {
            let Some(standing) = standing else { continue };
            put(out, format_args!("    {:<wide$}{}\n", response.id.as_str(), row(standing)));
        }
    }
    out.push_str(
        "  after: the share of runs that then end balanced, each answer as likely as another from there on; best other:\n  \
         that share, had the best of the other answers been taken each time; best, tied, worse: in how many states it is;\n  \
         ahead, behind: by how much, in the state where it is most.\n",
    );
}

fn row(standing: &Standing) -> String {
    let Standing { best, tied, worse, balanced, other, ahead, behind } = standing;
    let [after, other, ahead, behind] = [balanced, other, ahead, behind].map(|share| share.rounded());
    format!("{after:>9}{other:>13}{best:>8}{tied:>7}{worse:>7}{ahead:>11}{behind:>11}")
}

/// The budgets of both meters.
pub(super) fn budgets(survey: &Survey) -> Piece {
    Piece::object(survey.budgets.iter().map(|budget| {
        let Budget { meter, start, gains, costs, pressure, end, enough, slack } = budget;
        let mean = |mean: &analysis::Mean| Piece::text(&mean.to_string());
        let parts = [
            ("start", Piece::whole(*start)),
            ("gains", mean(gains)),
            ("costs", mean(costs)),
            ("pressure", mean(pressure)),
            ("end", mean(end)),
            ("enough", Piece::whole(*enough)),
            ("slack", mean(slack)),
        ];
        (meter.name(), Piece::object(parts))
    }))
}

/// How each response stands beside the others, by step and response.
pub(super) fn standings(scenario: &Scenario, survey: &Survey) -> Piece {
    let steps = scenario.steps().iter().zip(&survey.standings).map(|(step, standings)| {
        let responses = step.responses.iter().zip(standings);
        let known = responses.filter_map(|(response, standing)| Some((response, standing.as_ref()?)));
        (step.id.as_str(), Piece::object(known.map(|(response, standing)| (response.id.as_str(), object(standing)))))
    });
    Piece::object(steps)
}

fn object(standing: &Standing) -> Piece {
    let Standing { best, tied, worse, balanced, other, ahead, behind } = standing;
    Piece::object([
        ("balanced", share(balanced)),
        ("balanced_percent", percent(balanced)),
        ("best_other", share(other)),
        ("best_other_percent", percent(other)),
        ("best", Piece::whole(*best as u64)),
        ("tied", Piece::whole(*tied as u64)),
        ("worse", Piece::whole(*worse as u64)),
        ("ahead_by", share(ahead)),
        ("behind_by", share(behind)),
    ])
}

/// How far each persona is from where the author expects it.
pub(super) fn goals(scenario: &Rc<Scenario>) -> Piece {
    Piece::object(distances(scenario).into_iter().map(|(persona, goal, away)| {
        let parts = [
            ("goal", Piece::text(goal.name())),
            ("leadership", Piece::whole(away.leadership)),
            ("management", Piece::whole(away.management)),
            ("points", Piece::whole(away.points())),
        ];
        (persona.name(), Piece::object(parts))
    }))
}
