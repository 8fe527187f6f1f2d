//! The faces that are drawn.

use crate::Member;

/// The faces that a member of a cast can have, each a file beside the app, `faces/<name>.svg`, with a picture of every
/// [`crate::Mood`]. New ones are added at the end: a face that is drawn by lot stays what it is.
pub const FACES: [&str; 49] = [
    "alder", "aloe", "anise", "ash", "aspen", "basil", "birch", "bramble", "briar", "cedar", "clover", "cress", "dill",
    "fennel", "fern", "fig", "fir", "flax", "hazel", "ivy", "juniper", "larch", "laurel", "lilac", "linden", "mallow",
    "maple", "mint", "myrtle", "nettle", "oak", "olive", "pine", "poplar", "poppy", "quince", "reed", "rowan", "rye",
    "sedge", "sorrel", "sumac", "tansy", "teasel", "thyme", "vetch", "willow", "yarrow", "yew",
];

/// The face of a member of a cast: the one that is named, or one by the id, which is the same for ever. An id says nothing
/// about a person, and neither does that face.
pub fn face_of(member: &Member) -> &'static str {
    let named = FACES.into_iter().find(|face| member.face.as_ref().is_some_and(|named| named.as_str() == *face));
    named.unwrap_or_else(|| FACES[lot(member.id.as_str()) as usize % FACES.len()])
}

/// A well-stirred number for a text: FNV-1a, then murmur3's finaliser, because short ids give numbers too alike.
fn lot(id: &str) -> u32 {
    let mut h = id.bytes().fold(0x811c_9dc5_u32, |h, byte| (h ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    h = (h ^ (h >> 16)).wrapping_mul(0x85eb_ca6b);
    h = (h ^ (h >> 13)).wrapping_mul(0xc2b2_ae35);
    h ^ (h >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Id;
    use std::collections::HashSet;

    fn member(id: &str, face: Option<&str>) -> Member {
        Member { id: Id::new(id).expect("an id"), name: "N".into(), role: "R".into(), face: face.and_then(Id::new) }
    }

    #[test]
    fn a_face_is_the_named_one_or_one_by_the_id() {
        assert_eq!(face_of(&member("mara", Some("fig"))), "fig");
        let by_id = face_of(&member("mara", None));
        assert_eq!(face_of(&member("mara", Some("nobody"))), by_id);
        assert_eq!(face_of(&member("mara", None)), by_id);
    }

    #[test]
    fn ids_spread_over_the_faces() {
        let faces: HashSet<&str> = (0..600).map(|at| face_of(&member(&format!("a{at}"), None))).collect();
        assert_eq!(faces.len(), FACES.len());
    }
}
