//! Whether it takes reading to end in balance, and how long balance stays within reach.

use super::walk::{lower_meter, walk};
use super::{AT_LEAST, AT_MOST, Figure, Story, looks_at_meters, percent};
use analysis::{Difficulty, Fraction, StepFacts};
use play::{Moment, variant};
use scenario::{Outcome, Scenario, Stance, Step};
use std::collections::HashMap;

pub fn figures(story: &Story) -> Vec<Figure> {
    let Story { scenario, analysis, runs } = story;
    let steps = scenario.steps().iter().zip(&analysis.steps);
    let leads = steps.filter(|(step, facts)| leader_is_better(step, facts));
    let leads: Vec<String> = leads.map(|(step, _)| step.id.to_string()).collect();
    let by_rule = walk(scenario, lower_meter).share(ends_in(Outcome::Balanced));
    let most_by_rule = match story.difficulty() {
        Difficulty::Gentle => 90.0,
        Difficulty::Fair => 65.0,
        Difficulty::Hard => 40.0,
    };
    let unreached = Outcome::ALL.into_iter().filter(|outcome| analysis.outcome(*outcome).witness.is_none());
    let near = |end: &Moment| is_near_miss(scenario, end);
    let missed = runs.share(near);
    let is_told = |end: &Moment| near(end) && variant(scenario, end).is_some_and(|(_, it)| looks_at_meters(&it.when));
    let told = runs.share(is_told);
    let near_misses = |outcome: Outcome| {
        let share = |holds: &dyn Fn(&Moment) -> bool| runs.share(|end| ends_in(outcome)(end) && holds(end)) * 100.0;
        let (missed, told) = (share(&near), share(&is_told));
        (missed > 0.0).then(|| format!("{}: {missed:.1} % of all runs, told {told:.1} %", outcome.name()))
    };
    vec![
        Figure::new(
            "steps at which the leader's response leads to balance, %",
            percent(leads.len() as f64, scenario.steps().len() as f64),
            (40.0, 60.0),
            leads,
        ),
        Figure::new("the lower meter's hat ends in balance, %", by_rule * 100.0, (AT_MOST, most_by_rule), vec![]),
        Figure::new(
            "chance ends in balance, %",
            analysis.outcome(Outcome::Balanced).share.percent(),
            (10.0, 35.0),
            vec![],
        ),
        Figure::new(
            "balance out of reach for 3 decisions or more, %",
            lost_early(story) * 100.0,
            (AT_MOST, 20.0),
            vec![],
        ),
        Figure::none("outcomes out of reach", unreached.map(|outcome| outcome.name().to_owned()).collect()),
        // Where no run is a near miss, none needs an ending of its own.
        Figure::new(
            "near misses told as such, %",
            if missed > 0.0 { percent(told, missed) } else { 100.0 },
            (50.0, AT_LEAST),
            Outcome::ALL.map(near_misses).into_iter().flatten().collect(),
        ),
    ]
}

fn ends_in(outcome: Outcome) -> impl Fn(&Moment) -> bool {
    move |end| end.ending().is_some_and(|ending| ending.outcome == outcome)
}

/// Whether the best leader response of a step leaves a larger share of balanced ends than its best manager response, over
/// the states in which the uniform player takes them.
fn leader_is_better(step: &Step, facts: &StepFacts) -> bool {
    let best = |stance: Stance| {
        let of_stance =
            step.responses.iter().zip(&facts.responses).filter(|(response, _)| response.stance == Some(stance));
        let shares = of_stance.map(|(_, facts)| &facts.shares[Outcome::Balanced as usize]);
        shares.fold(Fraction::zero(), |most, share| if share.is_over(&most) { share.clone() } else { most })
    };
    best(Stance::Leader).is_over(&best(Stance::Manager))
}

/// Whether a run came to its end, and one or two points more of one meter would have made it end better.
fn is_near_miss(scenario: &Scenario, end: &Moment) -> bool {
    let meters = scenario.meters();
    let short = [meters.leadership.enough - end.leadership, meters.management.enough - end.management];
    end.ending().is_some_and(|ending| !ending.broke) && short.iter().any(|short| (1..=2).contains(short))
}

/// The share of the uniform player's runs that take three or more decisions when balance is out of reach already.
fn lost_early(story: &Story) -> f64 {
    let Story { scenario, runs, .. } = story;
    let mut known = HashMap::new();
    let first = Moment::first(scenario);
    if !can_balance(scenario, &first, &mut known) {
        return lasts(scenario, &first, 3);
    }
    // A run loses balance once: from a moment from which it can be reached to one from which it cannot.
    let mut lost = 0.0;
    for (moment, share) in &runs.waiting {
        if !can_balance(scenario, moment, &mut known) {
            continue;
        }
        let offered = moment.offered(scenario).count() as f64;
        for next in nexts(scenario, moment) {
            if !can_balance(scenario, &next, &mut known) {
                lost += share / offered * lasts(scenario, &next, 3);
            }
        }
    }
    lost
}

/// The moments that a moment's offered responses lead to.
fn nexts(scenario: &Scenario, moment: &Moment) -> Vec<Moment> {
    moment.offered(scenario).map(|(_, response)| moment.after(response).onward(scenario, response)).collect()
}

fn can_balance(scenario: &Scenario, moment: &Moment, known: &mut HashMap<Moment, bool>) -> bool {
    if let Some(ending) = moment.ending() {
        return ending.outcome == Outcome::Balanced;
    }
    if let Some(can) = known.get(moment) {
        return *can;
    }
    let can = nexts(scenario, moment).iter().any(|next| can_balance(scenario, next, known));
    known.insert(*moment, can);
    can
}

/// The share of the uniform player's runs from a moment that take so many more decisions.
fn lasts(scenario: &Scenario, moment: &Moment, decisions: usize) -> f64 {
    if decisions == 0 || moment.ending().is_some() {
        return if decisions == 0 { 1.0 } else { 0.0 };
    }
    let nexts = nexts(scenario, moment);
    nexts.iter().map(|next| lasts(scenario, next, decisions - 1)).sum::<f64>() / nexts.len() as f64
}

#[cfg(test)]
mod tests {
    use super::super::tiny::{Answer, LEAD, MANAGE, story, told, value};
    use super::*;

    /// Each of so many steps asks for both meters' last point, or for nothing; the first may be lost by its manager.
    fn chain(steps: usize, lost: i32) -> Story {
        let to = ["s1", "s2", "s3", "s4"];
        let to = |at: usize| if at + 1 < steps { to[at] } else { "end" };
        let answers: Vec<[Answer<'_>; 2]> = (0..steps)
            .map(|at| {
                let (gain, loss) = if at == 0 { (0, lost) } else { (1, 0) };
                [
                    Answer { effect: (gain, gain), to: to(at), ..LEAD },
                    Answer { effect: (loss, 0), to: to(at), ..MANAGE },
                ]
            })
            .collect();
        story(&answers.iter().map(|answers| (r#"["Go?"]"#, &answers[..])).collect::<Vec<_>>())
    }

    #[test]
    fn the_rule_of_the_lower_meter_wins_where_the_situation_says_nothing() {
        let [up, count] = [Answer { effect: (1, 0), ..LEAD }, Answer { effect: (0, 1), ..MANAGE }];
        let first = [Answer { to: "s1", ..up }, Answer { to: "s1", ..count }];
        let found = figures(&story(&[(r#"["Go?"]"#, &first), (r#"["Go?"]"#, &[up, count])]));
        assert!((value(&found, "lower meter") - 100.0).abs() < 1e-9);
        assert_eq!(value(&found, "chance"), 50.0);
        assert_eq!(value(&found, "leader's response leads"), 0.0, "no hat is better in either step");
        assert!(!found.iter().any(|figure| figure.name.contains("lower meter") && figure.is_met()), "90 is the most");
        // Where the leader's response gains both points, whoever picks by chance takes it every second time.
        let found = figures(&story(&[(r#"["Go?"]"#, &[Answer { effect: (1, 1), ..LEAD }, MANAGE])]));
        assert!((value(&found, "lower meter") - 50.0).abs() < 1e-9);
        assert_eq!(value(&found, "leader's response leads"), 100.0);
    }

    #[test]
    fn balance_is_lost_early_with_three_decisions_to_come_and_not_with_two() {
        // The manager's first response leaves leadership at 1, and three steps give three points.
        assert!((lost_early(&chain(4, -4)) - 0.5).abs() < 1e-9);
        assert_eq!(lost_early(&chain(3, -4)), 0.0);
        assert_eq!(lost_early(&chain(4, -2)), 0.0, "three points are just enough");
        assert_eq!(lost_early(&chain(4, -5)), 0.0, "a run that breaks has no decisions to come");
        let hopeless = [LEAD, MANAGE].map(|answer| Answer { to: "s1", ..answer });
        let more = [LEAD, MANAGE].map(|answer| Answer { to: "s2", ..answer });
        let steps: [(&str, &[Answer<'_>]); 3] =
            [(r#"["Go?"]"#, &hopeless), (r#"["Go?"]"#, &more), (r#"["Go?"]"#, &[LEAD, MANAGE])];
        assert_eq!(lost_early(&story(&steps)), 1.0, "balance was never within reach");
    }

    #[test]
    fn a_near_miss_is_one_or_two_points_short_and_told_by_a_look_at_the_meters() {
        // Ends with leadership at 5, 4 and 3 of 6, management at 6; and broken.
        let answers = [0, -1, -2, -5].map(|by| Answer { effect: (by, 1), ..LEAD });
        let answers = [answers[0], answers[1], answers[2], answers[3], Answer { effect: (1, 1), ..MANAGE }];
        let steps: [(&str, &[Answer<'_>]); 1] = [(r#"["Go?"]"#, &answers)];
        let ending = |when: &str| format!(r#"{{ {when} "title": "T", "story": ["Over."], "lesson": "L" }}"#);
        let told = |when: &str| {
            let story = told(&steps, &format!("[{}, {}]", ending(when), ending("")));
            (story.runs.share(|end| is_near_miss(&story.scenario, end)), value(&figures(&story), "near misses told"))
        };
        let (missed, all) = told(r#""when": { "leadership": { "at_least": 4 } },"#);
        assert!((missed - 0.4).abs() < 1e-9 && (all - 100.0).abs() < 1e-9, "{missed} {all}");
        assert!((told(r#""when": { "leadership": { "at_least": 5 } },"#).1 - 50.0).abs() < 1e-9);
        assert_eq!(told(r#""when": { "broke": true },"#).1, 0.0);
    }

    #[test]
    fn an_outcome_out_of_reach_is_named() {
        let found = figures(&story(&[(r#"["Go?"]"#, &[LEAD, Answer { effect: (1, 0), ..MANAGE }])]));
        let unreached = found.into_iter().find(|figure| figure.name == "outcomes out of reach").expect("a figure");
        assert_eq!(unreached.places, ["balanced", "under_led"]);
    }
}
