//! That the changes a player is shown are all that there are, and that each has its cause on the page.

use super::*;
use scenario::Effect as Points;

/// Numbers that look random and are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % count as u64) as usize
    }
}

/// A page of a run that has begun, with no browser around it.
fn begun(scenario: &scenario::Scenario) -> Model {
    let mut model = Model::default();
    let _ = model.update(Event::Started { hash: format!("#/play/{}", scenario.id()), stored: None });
    let index = Catalogue { entries: vec![Entry::of(scenario)], ..Catalogue::default() };
    let _ = model.update(Event::IndexCame(Ok(index.pack())));
    let source = model.playing.as_ref().expect("a story is asked for").0.clone();
    let _ = model.update(Event::ScenarioCame(source, Ok(pack::pack(scenario))));
    model
}

fn under_way(model: &Model) -> &two_hats::app::Playing {
    match &model.playing {
        Some((_, Loading::Ready(playing))) => playing,
        other => panic!("nothing is played: {other:?}"),
    }
}

/// Plays to the end by chance, and adds up what is shown on the way.
fn played(model: &mut Model, numbers: &mut Numbers) -> Points {
    let mut sum = Points::default();
    let mut add = |effect: Points| {
        sum.leadership += effect.leadership;
        sum.management += effect.management;
    };
    loop {
        let playing = under_way(model);
        let Some(page) = view::play(model, playing) else { return sum };
        if let Some(arrival) = &page.arrival {
            assert!(
                two_hats::words::ENGLISH.why(arrival.step).ends_with('.'),
                "{}: a change without its cause",
                page.heading
            );
            add(arrival.step.pressure);
        }
        match &page.chosen {
            Some(chosen) => {
                add(chosen.effect.expect("in practice it is told"));
                let _ = model.update(Event::GoOn);
            }
            None => {
                let moved = page.meters.each_ref().map(|meter| meter.change.unwrap_or_default());
                let arrival = page.arrival.as_ref().map_or(Points::default(), |arrival| arrival.step.pressure);
                assert_eq!(moved, [arrival.leadership, arrival.management], "{}", page.heading);
                let chosen = page.offers[numbers.below(page.offers.len())].response;
                let _ = model.update(Event::Chose(chosen));
            }
        }
    }
}

fn adds_up(scenario: &scenario::Scenario, runs: usize, numbers: &mut Numbers) -> usize {
    let mut broke = 0;
    let mut model = begun(scenario);
    for _ in 0..runs {
        let shown = played(&mut model, numbers);
        let playing = under_way(&model);
        let (start, now) = (scenario.meters(), playing.run.now());
        let ended = (start.leadership.start + shown.leadership, start.management.start + shown.management);
        assert_eq!(
            ended,
            (now.leadership, now.management),
            "{}: {}",
            scenario.id(),
            Record::of(&playing.run).to_line()
        );
        broke += usize::from(playing.run.broke_before().is_some());
        let _ = model.update(Event::PlayAgain);
    }
    broke
}

#[test]
fn what_is_shown_adds_up_to_the_end() {
    let mut numbers = Numbers(7);
    let stories: Vec<_> = shipped_ids().iter().map(|id| shipped(id)).collect();
    let runs = 10_000_usize.div_ceil(stories.len());
    for story in &stories {
        adds_up(story, runs, &mut numbers);
    }
    // A run can break on the way to a step that it never sees: that is told where it ends.
    let pressed = SMALL.replacen("\"pressure\": { \"management\": -1 }", "\"pressure\": { \"management\": -9 }", 1);
    assert!(adds_up(&scenario(&pressed), 20, &mut numbers) > 0);
}

#[test]
fn where_a_story_says_nothing_a_plain_sentence_says_why() {
    let words = &two_hats::words::ENGLISH;
    let mut step = scenario(SMALL).steps()[0].clone();
    assert_eq!(words.why(&step), "");
    let mut said = std::collections::BTreeSet::new();
    for dimension in scenario::Dimension::ALL {
        for (leadership, management) in [(-1, 0), (0, -2), (-1, -1), (1, 0), (0, 1), (1, -1)] {
            (step.dimension, step.pressure) = (Some(dimension), Points { leadership, management });
            let why = words.why(&step);
            assert!(why.ends_with('.') && why == why.trim(), "{why}");
            assert_eq!(why.matches('.').count(), usize::from(leadership != 0) + usize::from(management != 0), "{why}");
            said.insert(why);
        }
    }
    // A sentence for each dimension and meter, and one for each meter that rises.
    assert_eq!(said.len(), 4 * 4 + 2);
    step.why = "Nobody slept.".into();
    assert_eq!(words.why(&step), "Nobody slept.");
}
