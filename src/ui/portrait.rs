//! Faces of the cast, drawn from their ids.
//!
//! An id says nothing about a person, and neither does its face: colours are cut paper in amber, clay, plum, sage and slate. The
//! same id has the same face for ever.

use super::element::{Html, drawing};

const INK: &str = "#2b2130";

/// Ground, face, shade (ears, nose, neck), hair, coat, collar.
const COLOURS: [[&str; 6]; 10] = [
    ["#f6dfae", "#f4cd86", "#dca254", "#3b2a3a", "#2f7f7b", "#fbeedb"],
    ["#9dc4b8", "#e6efdc", "#b3ccb4", "#1f3a44", "#b4562e", "#fbeedb"],
    ["#f0cbb8", "#e39a7d", "#bd6a50", "#4a2236", "#23555a", "#f6d9a6"],
    ["#e4d6e6", "#b997bb", "#916b96", "#33183a", "#d98a2b", "#fbeedb"],
    ["#e6cf9e", "#fbf4e4", "#dcc8a2", "#7a3f57", "#3b2a3a", "#f3cf8f"],
    ["#bcd3d8", "#f6ead2", "#d8c19a", "#b4562e", "#33405a", "#f3cf8f"],
    ["#f3d0c4", "#b7c9d6", "#859fb2", "#22303f", "#7a3f57", "#fbeedb"],
    ["#e3e6c9", "#c3cf9d", "#95a86f", "#2f3a24", "#b4562e", "#fbeedb"],
    ["#d7b9a4", "#dca5a1", "#b57a7c", "#fbf6ea", "#5a3550", "#fbeedb"],
    ["#f0b766", "#fbeedb", "#dfc094", "#23494f", "#3b2a3a", "#e9b7a1"],
];

const SHAPES: [&str; 4] = [
    "M19 27c0-10 5-15 13-15s13 5 13 15-4 20-13 20-13-10-13-20Z",
    "M18 26c0-9 6-14 14-14s14 5 14 14v6c0 9-6 14-14 14s-14-5-14-14Z",
    "M19 25c0-8 5-13 13-13s13 5 13 13c0 7-1 11-4 15s-6 7-9 7-6-3-9-7-4-8-4-15Z",
    "M17.5 28c0-10 6-16 14.5-16s14.5 6 14.5 16-6 17.5-14.5 17.5S17.5 38 17.5 28Z",
];

/// Hair behind the face, and in front of it.
const HAIRS: [[&str; 2]; 12] = [
    ["", "M17 28C15 13 22 7 33 7s16 8 14 21c-2-2-3-6-4-9-7 1-15-1-19-5-1 6-4 10-7 14Z"],
    [
        "M14 46C10 20 18 7 32 7s22 13 18 39c-3 3-7 3-9 2H23c-2 1-6 1-9-2Z",
        "M18 30c0-10 5-15 8-17 4 6 12 9 20 10C46 12 40 9 32 9S16 15 18 30Z",
    ],
    [
        "",
        "M17 27c-6-7 0-14 4-14 1-7 10-8 13-5 5-3 12 1 12 6 5 2 5 9 1 13-1-4-3-7-6-7-2 2-6 2-8 0-3 2-7 2-9-1-4 0-6 4-7 8Z",
    ],
    ["M24 8a8 7 0 1 1 16 0 8 7 0 1 1-16 0Z", "M17 28C16 16 22 10 32 10s16 6 15 18c-3-6-5-11-15-12-10 1-12 6-15 12Z"],
    [
        "M13 38c-4-20 5-32 19-32s23 12 19 32c-3 3-6 1-8-1H21c-2 2-5 4-8 1Z",
        "M18 25c2-9 6-12 14-12s12 3 14 12C46 13 41 8 32 8S18 13 18 25Z",
    ],
    ["", "M18 26c-1-8 3-14 10-15l-2-4c5 0 9 1 11 4l2-3c6 4 8 10 7 18l-3-6-4 1-3-4-4 3-4-3-4 4-3-1Z"],
    ["", "M19 22c0-7 5-12 13-12s13 5 13 12c-4-4-8-5-13-5s-9 1-13 5Z"],
    [
        "M44 16c9 2 11 12 6 24-2 4-5 4-4-1 1-7 0-12-4-16Z",
        "M17 27C15 14 22 8 32 8s17 6 15 19c-2-7-6-10-10-11-8 4-15 4-20 11Z",
    ],
    ["", "M16 24c1-2 1-13 16-14s15 12 16 14c-6-3-26-3-32 0ZM22 11c3-5 17-5 20 0Z"],
    [
        "M15 30a7 7 0 0 1-1-12c0-6 5-8 8-8 4-6 16-6 20 0 4 0 8 3 8 8a7 7 0 0 1-1 12Z",
        "M19 24c1-7 6-9 13-9s12 2 13 9c1-9-4-15-13-15s-14 6-13 15Z",
    ],
    [
        "M15 50c-3-12 0-18 1-26 1-10 7-17 16-17s15 7 16 17c1 8 4 14 1 26-5 2-8-1-9-6H24c-1 5-4 8-9 6Z",
        "M18 28c0-8 5-13 13-17 2 8 8 11 15 15C47 14 41 8 32 8S16 15 18 28Z",
    ],
    ["", "M17 30V20c0-8 7-13 15-13s15 5 15 13v10l-3-9H20Z"],
];

/// A coat, and its collar.
const COATS: [[&str; 2]; 4] = [
    ["M8 64c1-11 9-15 24-15s23 4 24 15Z", "M24 50l8 9 8-9-3-1.5H27Z"],
    ["M7 64c1-10 8-14 25-14s24 4 25 14Z", "M24 46h16v7c-4 3-12 3-16 0Z"],
    ["M8 64c1-11 9-15 24-15s23 4 24 15Z", "M23 50l-4 8 8 1 5-6 5 6 8-1-4-8-9 3Z"],
    ["M7 64c2-11 10-14 25-14s23 3 25 14Z", "M22 50.5c3 8 17 8 20 0l-3-1c-2 5-12 5-14 0Z"],
];

const BROWS: [&str; 4] = [
    "M23.5 25c1-1 4-1 5 0M35.5 25c1-1 4-1 5 0",
    "M23 25.5l5.5-1.5M35.5 24l5.5 1.5",
    "M23.5 24.5h5M35.5 24.5h5",
    "M23.5 25c2-2 4-1.5 5-.5M35.5 23.5c2-1 4 0 5 1",
];

/// The last is a smile with teeth in it.
const MOUTHS: [&str; 4] = ["M28 39.5c2 2 6 2 8 0", "M28.5 40h7", "M28 39.5c3 1.5 5 1 8-1", "M27.5 38.5c2 4 7 4 9 0Z"];

const NOSES: [&str; 3] = ["M32 28v6.5h-2", "M31 29c0 3-2 5 .5 6", "M32.5 28c1 3 2.5 6-.5 6.5"];

/// Mostly none; round, square.
const GLASSES: [&str; 6] = [
    "",
    "",
    "",
    "",
    "M21 30a5 5 0 1 0 10 0 5 5 0 1 0-10 0M33 30a5 5 0 1 0 10 0 5 5 0 1 0-10 0M31 29.5h2",
    "M21 27h10v4c0 5-10 5-10 0ZM33 27h10v4c0 5-10 5-10 0ZM31 28h2",
];

/// A well-stirred number for a text: FNV-1a, then murmur3's finaliser, because short ids give numbers too alike.
fn lot(id: &str) -> u32 {
    let mut h = hash(id);
    h = (h ^ (h >> 16)).wrapping_mul(0x85eb_ca6b);
    h = (h ^ (h >> 13)).wrapping_mul(0xc2b2_ae35);
    h ^ (h >> 16)
}

/// FNV-1a over 32 bits.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |h, byte| (h ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Draws the face of a cast member.
pub(super) fn draw(id: &str) -> Html {
    let mut lot = lot(id);
    let mut pick = |count: usize| {
        let count = count as u32;
        let at = lot % count;
        lot /= count;
        at as usize
    };
    let [ground, face, shade, hair, coat, collar] = COLOURS[pick(COLOURS.len())];
    let [behind, front] = HAIRS[pick(HAIRS.len())];
    let shape = SHAPES[pick(SHAPES.len())];
    let [body, neck] = COATS[pick(COATS.len())];
    let brow = BROWS[pick(BROWS.len())];
    let mouth = pick(MOUTHS.len());
    let nose = NOSES[pick(NOSES.len())];
    let glasses = GLASSES[pick(GLASSES.len())];
    let teeth = if mouth == MOUTHS.len() - 1 { "#fffaf0" } else { "none" };
    // Each part's path, what it is filled with, and its line.
    let parts = [
        ["M0 0h64v64H0Z", ground, "none"],
        [behind, hair, "none"],
        ["M26 40h12v12c-3 3-9 3-12 0Z", shade, "none"],
        [body, coat, "none"],
        [neck, collar, "none"],
        ["M15.5 29a3 4 0 1 0 6 0 3 4 0 1 0-6 0M42.5 29a3 4 0 1 0 6 0 3 4 0 1 0-6 0", shade, "none"],
        [shape, face, "none"],
        [nose, "none", shade],
        ["M24.5 30a1.5 1.8 0 1 0 3 0 1.5 1.8 0 1 0-3 0M36.5 30a1.5 1.8 0 1 0 3 0 1.5 1.8 0 1 0-3 0", INK, "none"],
        [brow, "none", INK],
        [MOUTHS[mouth], teeth, INK],
        [front, hair, "none"],
        [glasses, "none", INK],
    ];
    let mut drawn = String::from(
        "<svg class=\"face\" viewBox=\"0 0 64 64\" aria-hidden=\"true\" stroke-width=\"1.5\" stroke-linecap=\"round\" \
        stroke-linejoin=\"round\">",
    );
    for [path, inside, line] in parts {
        for part in ["<path d=\"", path, "\" fill=\"", inside, "\" stroke=\"", line, "\"/>"] {
            drawn.push_str(part);
        }
    }
    drawing(drawn + "</svg>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn ids_spread_over_the_lots() {
        let ids: Vec<String> = (0..200).map(|at| format!("a{at}")).collect();
        let colours: HashSet<u32> = ids.iter().map(|id| lot(id) % COLOURS.len() as u32).collect();
        assert_eq!(colours.len(), COLOURS.len());
    }
}
