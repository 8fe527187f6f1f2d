//! What is proposed: it keeps what it promises, and what it was told to keep.

mod spoil;

use balance::{AimError, Aims, Balance, BalanceError, Band, Figures, Lock, Miss, Options, balance, place, take_up};
use scenario::{Limits, MeterName, Number, Outcome, Persona, Scenario, SourceMap, StepIndex, read, with_numbers};
use spoil::spoiled;
use std::fs;

/// A draft whose author could not balance it by hand.
const DRAFT: &str = include_str!("fixtures/ward-merger.json");

fn scenario(text: &str) -> Scenario {
    read(text.as_bytes(), &Limits::default()).expect("a valid scenario")
}

fn map(text: &str) -> SourceMap<'_> {
    SourceMap::new(text.as_bytes(), &Limits::default())
}

/// What the draft's author wanted.
fn draft_aims(draft: &Scenario) -> Aims {
    let mut aims = Aims::of(draft);
    aims.share(Outcome::Balanced, Band { low: 15.0, high: 25.0 });
    aims
}

/// Searches a file, and holds every proposal to its promises.
fn found(text: &str, aims: &Aims, seed: u64) -> Balance {
    let (scenario, source_map) = (scenario(text), map(text));
    let written = |number: Number| source_map.has(&number.path());
    let options = Options { seed, ..Options::default() };
    let found = balance(&scenario, aims, written, options, &mut |_| true).expect("few enough states");
    assert!(!found.stopped && found.proposals.len() <= 3);
    for proposal in &found.proposals {
        let file = with_numbers(text.as_bytes(), &source_map, &proposal.numbers()).expect("they stand in the file");
        let changed = read(&file, &Limits::default()).expect("a valid scenario");
        let figures = Figures::of(&changed, analysis::STATE_LIMIT).expect("few enough states");
        assert_eq!(figures, proposal.after, "what is promised is what is read and analysed");
        assert_eq!(figures.missed(&changed, aims, &found.before), proposal.missed);
        assert!(!proposal.changes.is_empty() && proposal.points() <= aims.most);
        for change in &proposal.changes {
            assert_eq!(scenario.number(change.number), Some(change.from));
            assert_eq!(changed.number(change.number), Some(change.to));
            assert!(change.from != change.to && !aims.locked(change.number), "{}", place(&scenario, change.number));
            let alone =
                with_numbers(text.as_bytes(), &source_map, &[(change.number, change.to)]).expect("it stands there");
            let alone = read(&alone, &Limits::default()).expect("a valid scenario");
            assert_eq!(Figures::of(&alone, analysis::STATE_LIMIT).as_ref(), Ok(&change.alone));
        }
        // Every change matters: without it, more is missing.
        for change in &proposal.changes {
            let others: Vec<(Number, i32)> =
                proposal.numbers().into_iter().filter(|(number, _)| *number != change.number).collect();
            let without = balance::changed(&scenario, &others).expect("numbers of the scenario");
            let figures = Figures::of(&without, analysis::STATE_LIMIT).expect("few enough states");
            let missed = figures.missed(&without, aims, &found.before);
            assert!(!missed.is_empty(), "{} need not be changed", place(&scenario, change.number));
        }
    }
    found
}

#[test]
fn a_draft_that_no_hand_could_balance_meets_all_aims_from_nine_of_ten_seeds() {
    let draft = scenario(DRAFT);
    let aims = draft_aims(&draft);
    assert_eq!(aims.personas.len(), 4);
    let mut met = 0;
    for seed in 0..10 {
        let found = found(DRAFT, &aims, seed);
        assert!(found.missed.len() > 10, "it misses nearly all of them as it is");
        let best = &found.proposals[0];
        met += usize::from(best.missed.is_empty() && best.points() <= 20 && found.evaluations < 20_000);
    }
    assert!(met >= 9, "from {met} of 10 seeds");
}

#[test]
fn the_shipped_stories_come_back_when_ten_numbers_were_spoiled() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios");
    let mut tried = 0;
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let is_story = path.extension().is_some_and(|extension| extension == "json");
        if !is_story || path.ends_with("scenario.schema.json") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a story");
        let sound = scenario(&text);
        let source_map = map(&text);
        let worse = spoiled(&sound, |number| source_map.has(&number.path()), 10, 3);
        let numbers = worse.numbers().into_iter().filter(|number| worse.number(*number) != sound.number(*number));
        let numbers: Vec<(Number, i32)> =
            numbers.map(|number| (number, worse.number(number).expect("its own"))).collect();
        assert_eq!(numbers.len(), 10);
        let file = with_numbers(text.as_bytes(), &source_map, &numbers).expect("they stand in the file");
        let file = String::from_utf8(file).expect("a text");
        // Ten numbers were moved, by up to five points each.
        let aims = Aims { most: 30, ..Aims::of(&worse) };
        let found = found(&file, &aims, 3);
        assert!(found.missed.len() > 1, "{} is hardly worse", path.display());
        assert!(found.is_met(), "{} does not come back", path.display());
        tried += 1;
    }
    assert!(tried >= 6, "{tried} stories");
}

#[test]
fn what_is_locked_stays_and_no_more_points_are_changed_than_wanted() {
    let draft = scenario(DRAFT);
    let mut aims = draft_aims(&draft);
    aims.most = 16;
    for lock in ["meters", "the-letter", "moving-day/own-hands"] {
        aims.locks.push(Lock::of(&draft, lock).expect("a place of the draft"));
    }
    assert!(aims.locked(Number::Enough(MeterName::Leadership)) && aims.locked(Number::Start(MeterName::Management)));
    let letter = Number::Effect(StepIndex(0), 1, MeterName::Leadership);
    assert!(aims.locked(letter) && !aims.locked(Number::Effect(StepIndex(1), 1, MeterName::Leadership)));
    // That no proposal breaks a lock or the limit is held above.
    assert!(found(DRAFT, &aims, 1).is_met());
}

#[test]
fn a_seed_finds_the_same_again_and_another_finds_others() {
    let draft = scenario(DRAFT);
    let aims = draft_aims(&draft);
    let once = found(DRAFT, &aims, 4);
    assert_eq!(once, found(DRAFT, &aims, 4));
    assert_ne!(once.proposals, found(DRAFT, &aims, 5).proposals);
    for (at, one) in once.proposals.iter().enumerate() {
        for other in &once.proposals[at + 1..] {
            let both = one.numbers().iter().filter(|number| other.numbers().contains(number)).count();
            assert!(both * 2 <= one.changes.len() + other.changes.len() - both, "mostly the same numbers");
        }
    }
}

#[test]
fn a_search_stops_when_it_is_told_to_and_proposes_what_it_has() {
    let (draft, source_map) = (scenario(DRAFT), map(DRAFT));
    let aims = draft_aims(&draft);
    let written = |number: Number| source_map.has(&number.path());
    let mut asked = Vec::new();
    let mut go_on = |progress: balance::Progress| {
        asked.push(progress);
        asked.len() < 20
    };
    let found = balance(&draft, &aims, written, Options::default(), &mut go_on).expect("few enough states");
    assert!(found.stopped && asked.len() == 20 && found.proposals.len() == 1);
    assert!(asked.windows(2).all(|two| two[0].evaluations < two[1].evaluations && two[0].missing >= two[1].missing));
    assert!(asked.iter().all(|progress| progress.evaluations < progress.most));
}

#[test]
fn a_search_that_is_ended_from_outside_is_taken_up_from_its_last_progress() {
    let (draft, source_map) = (scenario(DRAFT), map(DRAFT));
    let aims = draft_aims(&draft);
    let written = |number: Number| source_map.has(&number.path());
    // In the first walk, and in a later one.
    for last in [20, 90] {
        let (mut asked, mut found) = (0, Vec::new());
        let mut go_on = |progress: balance::Progress| {
            (asked, found) = (asked + 1, progress.found);
            asked < last
        };
        let stopped = balance(&draft, &aims, written, Options::default(), &mut go_on).expect("few enough states");
        assert!(stopped.stopped && !found.is_empty());
        let taken_up = take_up(&draft, &aims, written, Options::default(), &found).expect("few enough states");
        assert_eq!(taken_up, Balance { evaluations: taken_up.evaluations, ..stopped });
    }
    // Numbers that no search finds are proposed to nobody.
    let wild = vec![vec![(Number::Effect(StepIndex(0), 0, MeterName::Leadership), 999)]];
    let none = take_up(&draft, &aims, written, Options::default(), &wild).expect("few enough states");
    assert!(none.proposals.is_empty());
}

#[test]
fn what_meets_its_aims_is_left_as_it_is() {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/product-launch.json"));
    let text = text.expect("a story");
    let story = scenario(&text);
    let aims = Aims::of(&story);
    let found = found(&text, &aims, 0);
    assert!(found.missed.is_empty() && found.proposals.is_empty() && found.is_met());
    assert!(balance::report(&story, &aims, &found, &[]).contains("All aims are met."));
}

#[test]
fn where_the_aims_cannot_be_met_it_says_how_near_it_came() {
    let draft = scenario(DRAFT);
    let mut aims = draft_aims(&draft);
    aims.most = 2;
    let found = found(DRAFT, &aims, 0);
    assert!(!found.is_met() && !found.proposals.is_empty());
    let text = balance::report(&draft, &aims, &found, &[vec!["a warning".into()]]);
    for part in ["No change of at most 2 points was found that meets all aims", "  missed: ", "  new: a warning"] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    let json = balance::json(&draft, &aims, &found, &[]);
    assert!(json.contains("\"met\": false") && json.contains("\"missed\": ["), "{json}");
    aims.most = 0;
    let nothing = self::found(DRAFT, &aims, 0);
    assert!(nothing.proposals.is_empty() && !nothing.is_met());
    assert!(balance::report(&draft, &aims, &nothing, &[]).contains("No change of at most 0 points came nearer."));
}

#[test]
fn a_proposal_is_told_with_the_words_beside_it() {
    let draft = scenario(DRAFT);
    let aims = draft_aims(&draft);
    let found = found(DRAFT, &aims, 8);
    let text = balance::report(&draft, &aims, &found, &[]);
    let json = balance::json(&draft, &aims, &found, &[]);
    let proposal = &found.proposals[0];
    assert!(text.contains(&format!("Proposal 1: {} points", proposal.points())), "{text}");
    for change in &proposal.changes {
        assert!(text.contains(&format!("  {}: ", place(&draft, change.number))), "{text}");
        if let Number::Effect(step, at, _) = change.number {
            let words = &draft.step(step).responses[at].text;
            assert!(text.contains(&**words) && json.contains(&**words), "{words}");
        }
    }
    assert!(json.contains(&format!("\"points\": {}", proposal.points())), "{json}");
    assert!(scenario::formatted(json.as_bytes(), &Limits::default()).is_ok(), "it is one JSON object");
}

#[test]
fn a_number_that_does_not_stand_in_the_file_is_no_number_to_change() {
    let draft = scenario(DRAFT);
    let aims = draft_aims(&draft);
    let only = Number::Enough(MeterName::Management);
    let written = |number: Number| number == only;
    let found = balance(&draft, &aims, written, Options::default(), &mut |_| true).expect("few enough states");
    let numbers: Vec<Number> =
        found.proposals.iter().flat_map(|one| &one.changes).map(|change| change.number).collect();
    assert_eq!(numbers, [only]);
}

#[test]
fn ranges_and_locks_are_read_or_it_is_said_how_they_are_written() {
    let band = |text: &str| text.parse::<Band>();
    assert_eq!(band("18..25"), Ok(Band { low: 18.0, high: 25.0 }));
    assert_eq!(band("2.."), Ok(Band { low: 2.0, high: 100.0 }));
    assert_eq!(band("..7.5"), Ok(Band { low: 0.0, high: 7.5 }));
    for wrong in ["", "18", "25..18", "-1..3", "2..101", "a..b", "NaN..3", "1..2..3"] {
        assert!(band(wrong).is_err_and(|error| error.to_string().contains("18..25")), "{wrong}");
    }
    let draft = scenario(DRAFT);
    assert_eq!(Lock::of(&draft, "the-wall"), Ok(Lock::Step(StepIndex(8))));
    let near = Lock::of(&draft, "the-wal/open-it").expect_err("no step");
    assert_eq!(near, AimError("There is no step `the-wal`. Did you mean the-wall?".into()));
    let near = Lock::of(&draft, "the-wall/open-itt").expect_err("no response");
    assert_eq!(near, AimError("There is no response of the-wall `open-itt`. Did you mean open-it?".into()));
}

#[test]
fn aims_that_contradict_each_other_are_told() {
    let draft = scenario(DRAFT);
    let refused = |change: &dyn Fn(&mut Aims)| {
        let mut aims = draft_aims(&draft);
        change(&mut aims);
        match balance(&draft, &aims, |_| true, Options::default(), &mut |_| true) {
            Err(BalanceError::Aims(error)) => error.0,
            _ => String::new(),
        }
    };
    let band = |low, high| Band { low, high };
    let over = refused(&|aims| {
        aims.share(Outcome::Adrift, band(80.0, 100.0));
        aims.share(Outcome::UnderLed, band(6.0, 9.0));
    });
    assert_eq!(over, "The shares of all outcomes are 100 % together, and these are 101 % at least.");
    let under = refused(&|aims| Outcome::ALL.into_iter().for_each(|outcome| aims.share(outcome, band(0.0, 20.0))));
    assert_eq!(under, "The shares of all outcomes are 100 % together, and these are 80 % at most.");
    let none = refused(&|aims| aims.share(Outcome::Adrift, band(0.0, 0.0)));
    assert_eq!(none, "alternating cannot end adrift where no run is to end so.");
}

#[test]
fn an_aim_of_none_lets_an_outcome_be_impossible() {
    let draft = scenario(DRAFT);
    let mut aims = Aims::of(&draft);
    aims.persona(Persona::Alternating, Outcome::Balanced);
    assert_eq!(aims.personas.len(), 4);
    aims.share(Outcome::Adrift, Band { low: 0.0, high: 0.0 });
    assert!(!aims.reached[Outcome::Adrift as usize] && aims.reached[Outcome::UnderLed as usize]);
    let before = Figures::of(&draft, analysis::STATE_LIMIT).expect("few enough states");
    let missed = before.missed(&draft, &aims, &before);
    assert!(missed.iter().any(|miss| matches!(miss, Miss::Share(Outcome::Adrift, ..))));
    assert!(!missed.iter().any(|miss| matches!(miss, Miss::Unreached(_))));
}
