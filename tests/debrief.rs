//! The debrief of a run, against a walk of all that could have come.

use crate::support;

use analysis::debrief::{Debrief, Kept, reachable};
use analysis::{Fraction, Prospects, STATE_LIMIT, Share, Shares, analyse};
use play::{Run, play_as};
use proptest::prelude::*;
use scenario::{Outcome, Persona, Scenario};
use std::rc::Rc;
use support::{made, scenario, shipped, shipped_ids};

/// A share of 1, which seven decisions among up to five responses divide without a rest.
const WHOLE: u128 = 60_u128.pow(9);

/// The outcome shares from a run on, by playing on in every way.
fn shares(run: &mut Run) -> [u128; 4] {
    if let Some(ending) = run.ending() {
        return Outcome::ALL.map(|outcome| if outcome == ending.outcome { WHOLE } else { 0 });
    }
    let offered: Vec<usize> = run.offered().map(|(response, _)| response).collect();
    let mut sum = [0; 4];
    for response in &offered {
        run.choose(*response).expect("it was offered");
        sum.iter_mut().zip(shares(run)).for_each(|(sum, share)| *sum += share / offered.len() as u128);
        run.undo();
    }
    sum
}

fn exact(shares: [u128; 4]) -> Shares {
    shares.map(|share| Share::new(share as u64, WHOLE as u64))
}

fn fraction(share: Share) -> Fraction {
    Fraction::new(share.part().into(), share.whole().into())
}

fn debrief(run: &Run) -> Debrief {
    Debrief::of(run, &Prospects::of(run.scenario(), STATE_LIMIT).expect("a small scenario"))
}

/// A run that takes responses by lots.
fn played(scenario: &Rc<Scenario>, lots: &[u8]) -> Run {
    let mut run = Run::start(Rc::clone(scenario));
    for lot in lots {
        let offered: Vec<usize> = run.offered().map(|(response, _)| response).collect();
        if let Some(response) = offered.get(usize::from(*lot) % offered.len().max(1)) {
            run.choose(*response).expect("it was offered");
        }
    }
    run
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn each_figure_agrees_with_playing_on_in_every_way(
        text in made::scenario_text(),
        lots in proptest::collection::vec(any::<u8>(), 0..9),
    ) {
        let run = played(&scenario(&text), &lots);
        let debrief = debrief(&run);
        let whole = analyse(run.scenario(), STATE_LIMIT).expect("a small scenario");
        let ends = whole.ends.iter().map(|end| (end.leadership, end.management, end.ending, end.share.clone()));
        let mut spots: Vec<_> = debrief.ends.iter().map(|spot| (spot.leadership, spot.management, spot.ending, fraction(spot.share))).collect();
        spots.sort_by_key(|(leadership, management, ending, _)| (*leadership, *management, ending.broke));
        prop_assert!(ends.eq(spots), "the heat map");
        prop_assert_eq!(&debrief.personas, &whole.personas);
        for (share, fate) in debrief.shares.iter().zip(&whole.outcomes) {
            prop_assert_eq!(&fraction(*share), &fate.share);
            prop_assert_eq!(share.is_none(), fate.witness.is_none(), "an outcome that can be reached has a share");
        }
        prop_assert_eq!(debrief.decisions.len(), run.turns().len());
        let mut last_chance = None;
        let mut no_return = None;
        for (at, decision) in debrief.decisions.iter().enumerate() {
            let mut before = run.clone();
            before.undo_to(at);
            let came = shares(&mut before);
            prop_assert_eq!(decision.before, exact(came));
            if came[0] > 0 {
                last_chance = Some(at);
            }
            let mut under = Vec::new();
            for other in &decision.what_if {
                let mut next = before.clone();
                next.choose(other.response).expect("it is offered");
                let after = shares(&mut next);
                prop_assert_eq!(other.shares, exact(after));
                under.push(after);
                if other.response == decision.response {
                    prop_assert_eq!(decision.after, exact(after));
                    let open = |shares: [u128; 4]| shares.iter().filter(|share| **share > 0).count() > 1;
                    if no_return.is_none() && open(came) && !open(after) {
                        no_return = Some(at);
                    }
                    let whole = run.ending().map_or(Kept::GoesOn, Kept::Ends);
                    prop_assert_eq!(other.kept, whole, "the run itself is kept as it was");
                }
            }
            prop_assert_eq!(decision.what_if.len(), before.offered().count());
            let apart = |one: &[u128; 4], two: &[u128; 4]| one.iter().zip(two).map(|(a, b)| a.abs_diff(*b)).sum::<u128>() / 2;
            let most = under.iter().flat_map(|one| under.iter().map(move |two| apart(one, two))).max().unwrap_or(0);
            prop_assert_eq!(decision.weight, Share::new(most as u64, WHOLE as u64));
        }
        prop_assert_eq!(debrief.last_chance, last_chance);
        prop_assert_eq!(debrief.point_of_no_return, no_return);
        prop_assert_eq!(debrief.hats.all.all(), run.turns().len());
    }
}

#[test]
fn one_hat_alone_passes_its_last_chance_in_every_shipped_scenario() {
    for id in shipped_ids() {
        let scenario = shipped(&id);
        for persona in [Persona::AlwaysLeader, Persona::AlwaysManager] {
            let run = play_as(persona, &scenario);
            let debrief = debrief(&run);
            let chance = debrief.last_chance.expect("balance can be reached from the start");
            let ended = run.ending().expect("a persona plays to the end").outcome;
            assert!(!reachable(&debrief.decisions[chance].after).any(|outcome| outcome == Outcome::Balanced), "{id}");
            let no_return = debrief.point_of_no_return.expect("more than one outcome is open at the start");
            assert!(reachable(&debrief.decisions[no_return].after).eq([ended]), "{id}");
            assert!(no_return >= chance, "{id}: what is settled holds no chance");
            let worn =
                if persona == Persona::AlwaysLeader { debrief.hats.all.leader } else { debrief.hats.all.manager };
            assert_eq!(worn, run.turns().len(), "{id}");
        }
    }
}

#[test]
fn a_decision_taken_otherwise_plays_on_as_far_as_the_rest_fits() {
    let scenario = scenario(support::SMALL);
    let run = played(&scenario, &[0, 0]);
    let debrief = debrief(&run);
    let other = debrief.decisions[0].what_if.iter().find(|other| other.response == 1).expect("two hats");
    assert!(matches!(other.kept, Kept::Ends(_)), "both ways lead to the same second step: {:?}", other.kept);
}
