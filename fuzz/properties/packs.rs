//! Rows of bytes that come from a host, from a browser's storage, or out of a file that somebody sent: packs of
//! scenarios, the index, the answers of the bundles beside the page.

use super::scenario::{plays, told};
use analysis::analyse;
use delivery::Catalogue;
use library::Packed;
use play::longest_after;
use scenario::pack::{pack, unpack, unpack_untrusted, with_fresh_fingerprint};
use std::rc::Rc;
use two_hats::app::opened_file;
use two_hats::workbench::{Answer, Plan};

/// How many states are visited: enough for what a fuzzer makes up.
const STATES: usize = 2_000;

pub fn holds(bytes: &[u8]) {
    let packed = Packed(bytes.to_vec());
    assert_eq!(packed.to_text().parse(), Ok(packed));
    if let Some(index) = Catalogue::unpack(bytes) {
        assert_eq!(Catalogue::unpack(&index.pack()), Some(index));
    }
    let _ = (opened_file::from_answer(bytes, "a.json"), Plan::unpack(bytes));
    if let Some(answer) = Answer::unpack(bytes) {
        assert_eq!(Answer::unpack(&answer.pack()), Some(answer));
    }
    pack_holds(bytes);
    // Whoever makes up a pack can give it the right fingerprint as well.
    if let Some(made_up) = with_fresh_fingerprint(bytes) {
        pack_holds(&made_up);
    }
}

/// What is taken from somebody who sent it can be played and packed, like any scenario.
fn pack_holds(bytes: &[u8]) {
    let _ = unpack(bytes);
    let Some(scenario) = unpack_untrusted(bytes).map(Rc::new) else { return };
    let again = Rc::new(unpack(&pack(&scenario)).expect("its pack"));
    assert_eq!(told(&again), told(&scenario));
    plays(&scenario, &again, bytes);
    let entered = scenario.entries().count_ones() as usize + 1;
    assert!(longest_after(&scenario, scenario.start(), 0) < scenario.steps().len() * entered);
    let _ = analyse(&scenario, STATES);
}
