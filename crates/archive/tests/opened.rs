//! What plain archives hold comes out as it went in, whoever made them.

mod support;

use archive::{Archive, File, inflate, is_zip, zip};
use miniz_oxide::deflate::compress_to_vec;
use proptest::prelude::*;
use scenario::{Beside, Limits};
use support::{deflated, made, made_with, stored};

const SMALL: &[u8] = include_bytes!("../../../tests/fixtures/small.json");
const DRAWING: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'/>";

fn file(bytes: &[u8]) -> Beside {
    Beside::File(bytes.into())
}

#[test]
fn the_scenario_and_the_pictures_beside_it_are_found_in_whatever_folder() {
    for folder in ["", "story/", "my course/one/"] {
        let name = |file: &str| format!("{folder}{file}");
        let bytes = made_with(
            &[
                stored(&name("sea.svg"), DRAWING),
                deflated(&name("small.json"), SMALL),
                deflated(&name("Rope.png"), b"\x89PNG\r\n\x1a\n"),
                stored("elsewhere/sea.svg", b"another"),
                stored(&name("notes.txt"), b"mine"),
                stored("__MACOSX/._small.json", b"its own"),
                stored(&name(".DS_Store"), b"its own"),
                stored(&name("scenario.schema.json"), b"{}"),
            ],
            b"Made by hand.",
        );
        assert!(is_zip(&bytes));
        let archive = Archive::open(&bytes, &Limits::default()).expect("an archive");
        assert_eq!(archive.name(), "small.json");
        assert!(archive.scenario().expect("a file") == SMALL);
        assert_eq!(archive.beside("sea.svg"), file(DRAWING));
        assert_eq!(archive.beside("rope.png"), Beside::Missing(Some("Rope.png".into())));
        assert_eq!(archive.beside("notes.txt"), Beside::Missing(None));
        assert_eq!(archive.pictures().len(), 2);
    }
}

#[test]
fn a_picture_that_is_damaged_is_said_where_it_is_asked_for() {
    let bad = support::Part { sum: 7, ..stored("sea.svg", DRAWING) };
    let bytes = made(&[stored("small.json", SMALL), bad]);
    let archive = Archive::open(&bytes, &Limits::default()).expect("an archive");
    assert!(matches!(archive.beside("sea.svg"), Beside::Unreadable(_)));
    assert!(archive.scenario().is_ok());
}

/// Archives of other tools: each holds `small.json`, deflated, and `sea.svg`.
#[test]
fn archives_of_other_tools_are_opened() {
    let made: [(&str, &[u8]); 5] = [
        ("Info-ZIP's zip", include_bytes!("fixtures/info-zip.zip")),
        ("Python's zipfile, a folder", include_bytes!("fixtures/python-folder.zip")),
        ("Python's zipfile, to a pipe", include_bytes!("fixtures/python-streamed.zip")),
        ("Java's jar", include_bytes!("fixtures/java.zip")),
        ("Info-ZIP's zip, to a pipe", include_bytes!("fixtures/info-zip-streamed.zip")),
    ];
    for (tool, bytes) in made {
        let archive = Archive::open(bytes, &Limits::default()).unwrap_or_else(|error| panic!("{tool}: {error}"));
        assert!(archive.scenario().expect(tool) == SMALL, "{tool}");
        assert_eq!(archive.beside("sea.svg"), file(DRAWING), "{tool}");
    }
}

#[test]
fn what_is_written_here_is_opened_here() {
    let files = [("small.json", SMALL), ("sea.svg", DRAWING)];
    let bytes = zip(&files.map(|(name, bytes)| File { name: name.into(), bytes: bytes.into() })).expect("an archive");
    let archive = Archive::open(&bytes, &Limits::default()).expect("an archive");
    assert!(archive.scenario().expect("a file") == SMALL);
    assert_eq!(archive.pictures(), [("sea.svg".to_owned(), DRAWING.into())]);
}

/// Bytes with repeats near and far, and without.
fn contents() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..400),
        (any::<u8>(), 0_usize..3000).prop_map(|(byte, count)| vec![byte; count]),
        prop::collection::vec(prop::sample::select(b"the hats ".to_vec()), 0..2000),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_deflated_comes_back(bytes in contents(), level in 0_u8..=10) {
        let packed = compress_to_vec(&bytes, level);
        prop_assert_eq!(inflate(&packed, bytes.len()), Some(bytes.clone()));
        prop_assert_eq!(inflate(&packed, bytes.len() + 1), None);
        if let Some(less) = bytes.len().checked_sub(1) {
            prop_assert_eq!(inflate(&packed, less), None);
        }
    }

    #[test]
    fn rubbish_is_refused_or_agreed_upon(bytes in prop::collection::vec(any::<u8>(), 0..300), size in 0_usize..2000) {
        let other = miniz_oxide::inflate::decompress_to_vec_with_limit(&bytes, 4000).ok();
        if let Some(found) = inflate(&bytes, size) {
            prop_assert_eq!(Some(found), other);
        }
    }

    #[test]
    fn bent_streams_are_refused_or_agreed_upon(
        bytes in contents(),
        level in 0_u8..=10,
        bends in prop::collection::vec((any::<prop::sample::Index>(), 0_u8..8), 1..4),
    ) {
        let mut packed = compress_to_vec(&bytes, level);
        for (at, bit) in bends {
            let at = at.index(packed.len());
            packed[at] ^= 1 << bit;
        }
        let other = miniz_oxide::inflate::decompress_to_vec_with_limit(&packed, 1 << 20).ok();
        let size = other.as_ref().map_or(bytes.len(), Vec::len);
        if let Some(found) = inflate(&packed, size) {
            prop_assert_eq!(Some(found), other);
        }
    }

    #[test]
    fn rubbish_is_no_archive(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let bytes = [b"PK\x03\x04".as_slice(), &bytes].concat();
        prop_assert!(Archive::open(&bytes, &Limits::default()).is_err());
    }
}
