//! How far the story answers to what a player does.

use super::{AT_LEAST, Figure, Story, looks_at_meters, percent};
use scenario::{Condition, Stance, Step};

pub fn figures(story: &Story) -> Vec<Figure> {
    let steps = story.scenario.steps();
    let mut lines = Vec::new();
    let mut gated = Vec::new();
    for step in steps {
        let told = step.situation.iter().chain(step.responses.iter().flat_map(|response| &response.consequence));
        lines.extend(told.filter(|line| looks_at_meters(&line.when)).map(|_| step.id.to_string()));
        let open = step.responses.iter().filter(|response| looks_at_meters(&response.when));
        gated.extend(open.map(|response| format!("{}/{}", step.id, response.id)));
    }
    let two_of_one = steps.iter().filter(|step| {
        let leaders = step.responses.iter().filter(|response| response.stance == Some(Stance::Leader)).count();
        leaders >= 2 || step.responses.len() - leaders >= 2
    });
    let open_to_all = |step: &&Step| step.responses.iter().filter(|it| it.when == Condition::ALWAYS).count() >= 3;
    let thirds = steps.iter().filter(open_to_all).count();
    vec![
        Figure::new("steps with two responses of one hat", two_of_one.count() as f64, (5.0, AT_LEAST), vec![]),
        Figure::new(
            "steps with a third response open to all, %",
            percent(thirds as f64, steps.len() as f64),
            (33.0, AT_LEAST),
            vec![],
        ),
        Figure::new("lines that look at the meters", lines.len() as f64, (3.0, AT_LEAST), lines),
        Figure::new("responses that the meters open", gated.len() as f64, (2.0, AT_LEAST), gated),
        Figure::new("steps that differ between two runs, %", apart(story), (40.0, AT_LEAST), vec![]),
    ]
}

/// Of the steps that the uniform player meets in a run, the share that he does not meet in another run: the expected
/// numbers, one by the other. A step of two independent runs is met in both with the square of its chance.
fn apart(story: &Story) -> f64 {
    let visits = story.analysis.steps.iter().map(|facts| facts.visits.percent() / 100.0);
    let (met, both) = visits.fold((0.0, 0.0), |(met, both), visits| (met + visits, both + visits * visits));
    percent(met - both, met)
}

#[cfg(test)]
mod tests {
    use super::super::tiny::{Answer, LEAD, MANAGE, story, value};
    use super::*;

    #[test]
    fn two_runs_differ_where_a_choice_leads_to_another_step() {
        let last: &[Answer<'_>] = &[LEAD, MANAGE];
        let to = |leader, manager| [Answer { to: leader, ..LEAD }, Answer { to: manager, ..MANAGE }];
        let corridor = story(&[(r#"["Go?"]"#, &to("s1", "s1")), (r#"["Go?"]"#, last)]);
        assert!(apart(&corridor).abs() < 1e-9);
        // Each run meets two steps; both meet the first, and every second time the other.
        let fork = story(&[(r#"["Go?"]"#, &to("s1", "s2")), (r#"["Go?"]"#, last), (r#"["Go?"]"#, last)]);
        assert!((apart(&fork) - 25.0).abs() < 1e-9);
    }

    #[test]
    fn only_a_condition_on_the_meters_is_a_look_at_them() {
        let line = |when: &str| format!(r#"["Go?", {{ "when": {when}, "text": "Now." }}]"#);
        let open = Answer { when: r#"{ "leadership": { "at_least": 5 } }"#, text: "Tell them.", ..LEAD };
        let counts = |when: &str, answers: &[Answer<'_>]| {
            let found = figures(&story(&[(&line(when), answers)]));
            ["lines", "meters open", "one hat", "third"].map(|name| value(&found, name))
        };
        assert_eq!(counts(r#"{ "management": { "at_most": 9 } }"#, &[LEAD, MANAGE, open]), [1.0, 1.0, 1.0, 0.0]);
        assert_eq!(counts("{}", &[LEAD, MANAGE]), [0.0; 4]);
        assert_eq!(counts("{}", &[LEAD, MANAGE, Answer { when: "", ..open }]), [0.0, 0.0, 1.0, 100.0]);
    }
}
