//! The scenarios that were opened in the game on this device.

use crate::app::packed_text;
use scenario::sorted::sort_by;
use scenario::{Scenario, pack};

/// The scenarios that were opened in the game, as the browser keeps them; anybody may have put them there.
pub(super) fn scenarios(kept: &[(String, String)]) -> Vec<Scenario> {
    let packs = kept.iter().filter(|(key, _)| key.starts_with("scenario/"));
    let mut own: Vec<Scenario> =
        packs.filter_map(|(_, value)| pack::unpack_untrusted(&packed_text::bytes(value)?)).collect();
    sort_by(&mut own, |one, other| one.id().cmp(other.id()));
    own
}
