//! Packed scenarios: the same scenario in fewer bytes, and nothing else passes for one.

use crate::support;

use proptest::prelude::*;
use scenario::pack::{pack, unpack};
use support::{SMALL, made, scenario, shipped, shipped_ids};

#[test]
fn a_packed_scenario_plays_as_the_file_does() {
    for scenario in shipped_ids().iter().map(|id| shipped(id)).chain([scenario(SMALL)]) {
        let unpacked = unpack(&pack(&scenario)).expect("a pack");
        assert_eq!(unpacked.fingerprint(), scenario.fingerprint());
        let without_notes = |scenario: &scenario::Scenario| {
            let mut steps = scenario.steps().to_vec();
            for step in &mut steps {
                step.facilitator = Default::default();
                step.allow = Vec::new();
            }
            (
                steps,
                scenario.outcomes().clone(),
                *scenario.meters(),
                scenario.cast().to_vec(),
                scenario.flags().to_vec(),
            )
        };
        assert_eq!(without_notes(&unpacked), without_notes(&scenario), "{}", scenario.id());
        assert_eq!(
            (unpacked.id(), unpacked.title(), unpacked.minutes(), unpacked.scene(), unpacked.start()),
            (scenario.id(), scenario.title(), scenario.minutes(), scenario.scene(), scenario.start())
        );
    }
}

#[test]
fn a_pack_that_was_cut_is_refused() {
    let whole = pack(&scenario(SMALL));
    for cut in 0..whole.len() {
        assert!(unpack(&whole[..cut]).is_none(), "cut at {cut}");
    }
    assert!(unpack(&[&whole[..], b"x"].concat()).is_none(), "with something behind it");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_scenario_survives_packing(text in made::scenario_text()) {
        let scenario = scenario(&text);
        let unpacked = unpack(&pack(&scenario));
        prop_assert_eq!(unpacked.as_ref(), Some(&*scenario));
    }

    /// A changed byte is refused, unless it changes what the fingerprint leaves out: the minutes, the backdrop, the
    /// concepts. What is taken can be played.
    #[test]
    fn a_changed_pack_is_refused_or_sound(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = pack(&scenario(SMALL));
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Some(scenario) = unpack(&bytes) {
            prop_assert_eq!(scenario.fingerprint(), support::scenario(SMALL).fingerprint());
            let scenario = std::rc::Rc::new(scenario);
            let run = play::play_as(scenario::Persona::Balancing, &scenario);
            prop_assert!(run.ending().is_some());
        }
    }

    #[test]
    fn no_bytes_make_unpacking_fall(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(unpack(&bytes).is_none());
    }
}
