//! What is no plain archive of one scenario is refused, each with a plain error.

mod support;

use archive::{Archive, ArchiveError};
use scenario::{Beside, Limits};
use support::{Part, deflated, made, made_with, stored};

const SMALL: &[u8] = include_bytes!("../../../tests/fixtures/small.json");
const DRAWING: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'/>";

fn small() -> Part {
    deflated("small.json", SMALL)
}

/// Why an archive is not opened, or its scenario is not to be had.
fn refused(bytes: &[u8]) -> ArchiveError {
    let opened = Archive::open(bytes, &Limits::default()).and_then(|archive| archive.scenario());
    let error = opened.expect_err("it is opened");
    assert!(error.to_string().ends_with('.') && error.help().ends_with(['.', '?']), "{error}");
    error
}

#[test]
fn names_that_lead_elsewhere_are_refused_wherever_they_stand() {
    for name in [
        "../small.svg",
        "a/../../b.svg",
        "/etc/passwd",
        "\\\\host\\a.svg",
        "pictures\\a.svg",
        "C:a.svg",
        "a//b.svg",
        "./a.svg",
        "..",
        "a\0.svg",
        "a\n.svg",
        "",
    ] {
        let error = refused(&made(&[small(), stored(name, DRAWING)]));
        assert!(matches!(error, ArchiveError::UnsafeName(_)), "{name:?}: {error}");
    }
}

#[test]
fn the_same_name_twice_is_refused_and_capitals_do_not_tell_names_apart() {
    for other in ["sea.svg", "Sea.SVG"] {
        let error = refused(&made(&[small(), stored("sea.svg", DRAWING), stored(other, DRAWING)]));
        assert_eq!(error, ArchiveError::Duplicate("sea.svg".into()));
    }
    assert_eq!(refused(&made(&[small(), small()])), ArchiveError::Duplicate("small.json".into()));
}

#[test]
fn one_scenario_is_wanted_and_no_other() {
    let other = deflated("more/other.json", SMALL);
    let error = ArchiveError::TwoScenarios("small.json".into(), "more/other.json".into());
    assert_eq!(refused(&made(&[small(), other])), error);
    assert_eq!(refused(&made(&[stored("sea.svg", DRAWING)])), ArchiveError::NoScenario);
    assert_eq!(refused(&made(&[stored("scenario.schema.json", b"{}")])), ArchiveError::NoScenario);
    assert_eq!(refused(&made(&[])), ArchiveError::NoScenario);
}

#[test]
fn passwords_parts_and_large_kinds_are_refused() {
    let hidden = Part { flags: 1, ..stored("sea.svg", DRAWING) };
    assert_eq!(refused(&made(&[small(), hidden])), ArchiveError::Encrypted("sea.svg".into()));
    let lzma = Part { method: 14, ..small() };
    assert_eq!(refused(&made(&[lzma])), ArchiveError::UnknownMethod("small.json".into()));
    let large = Part { size: u32::MAX, ..small() };
    assert_eq!(refused(&made(&[large])), ArchiveError::Zip64);
    let mut many = made(&[small()]);
    let end = many.len() - 22;
    many[end + 8..end + 12].fill(0xff);
    assert_eq!(refused(&many), ArchiveError::Zip64);
    let mut located = made(&[small()]);
    let end = located.len() - 22;
    located.splice(end..end, [b"PK\x06\x07".as_slice(), &[0; 16]].concat());
    assert_eq!(refused(&located), ArchiveError::Zip64);
    let mut part = made(&[small()]);
    let end = part.len() - 22;
    part[end + 4] = 1;
    assert_eq!(refused(&part), ArchiveError::Split);
}

#[test]
fn what_is_cut_short_or_damaged_anywhere_is_refused() {
    let whole = made(&[small(), stored("sea.svg", DRAWING)]);
    for length in 0..whole.len() {
        let error = refused(&whole[..length]);
        assert!(matches!(error, ArchiveError::CutShort | ArchiveError::Damaged(_)), "{length}: {error}");
    }
    // A bit of it turned: it is refused, or what comes out is what went in.
    for at in 0..whole.len() {
        let mut bent = whole.clone();
        bent[at] ^= 1 << (at % 8);
        if let Ok(archive) = Archive::open(&bent, &Limits::default())
            && let Ok(file) = archive.scenario()
        {
            assert!(file == SMALL, "{at}");
        }
    }
    let wrong_sum = Part { sum: 1, ..small() };
    assert_eq!(refused(&made(&[wrong_sum])), ArchiveError::Damaged("small.json".into()));
    let wrong_size = Part { size: SMALL.len() as u32 - 1, ..small() };
    assert_eq!(refused(&made(&[wrong_size])), ArchiveError::Damaged("small.json".into()));
    let renamed = Part { other_name: Some("other.json".into()), ..small() };
    assert_eq!(refused(&made(&[renamed])), ArchiveError::Damaged("small.json".into()));
}

#[test]
fn bombs_stay_small() {
    // 64 MB of blanks in 64 KB, and one that says that it is small.
    let blanks = vec![b' '; 64 << 20];
    let bomb = deflated("small.json", &blanks);
    assert!(bomb.packed.len() < 100_000);
    let most = Limits::default().bytes;
    let error = ArchiveError::TooLargeInside("small.json".into(), 64 << 20, most);
    assert_eq!(refused(&made(std::slice::from_ref(&bomb))), error);
    let lies = Part { size: 1000, ..bomb.clone() };
    assert_eq!(refused(&made(&[lies])), ArchiveError::Damaged("small.json".into()));
    // A picture is not unpacked at all.
    let bytes = made(&[small(), Part { name: "sea.png".into(), ..bomb }]);
    let archive = Archive::open(&bytes, &Limits::default()).expect("an archive");
    assert_eq!(archive.beside("sea.png"), Beside::TooLarge(64 << 20));
    assert!(archive.pictures().is_empty());
}

#[test]
fn files_that_share_bytes_are_refused() {
    let twice = Part { name: "b.svg".into(), start: Some(0), ..stored("a.svg", DRAWING) };
    assert_eq!(refused(&made(&[stored("a.svg", DRAWING), twice, small()])), ArchiveError::Damaged(String::new()));
}

#[test]
fn an_archive_is_no_larger_than_what_fits_into_it() {
    let noise: Vec<u8> = (0..7_u32 << 20).map(|at| (at.wrapping_mul(0x9e37_79b9) >> 24) as u8).collect();
    let error = refused(&made(&[small(), stored("notes.bin", &noise)]));
    assert!(matches!(error, ArchiveError::TooLarge(..)), "{error}");
    let many: Vec<Part> = (0..1001).map(|at| stored(&format!("{at}.txt"), b"")).chain([small()]).collect();
    assert_eq!(refused(&made(&many)), ArchiveError::TooMany(1002, 1000));
}

#[test]
fn what_is_refused_has_a_name_without_signs_of_control() {
    let error = refused(&made(&[small(), stored(&format!("../\u{1b}[31m{}", "a".repeat(500)), b"")]));
    let told = error.to_string();
    assert!(!told.chars().any(char::is_control) && told.len() < 300, "{told}");
}

#[test]
fn a_remark_that_looks_like_an_end_misleads_nobody() {
    let inner = made(&[stored("other.json", b"{}")]);
    let bytes = made_with(&[small()], &inner[inner.len() - 22..]);
    // Either end fits; what is read from it is whole, or nothing is.
    match Archive::open(&bytes, &Limits::default()).and_then(|archive| archive.scenario()) {
        Ok(file) => assert!(file == SMALL),
        Err(error) => assert!(matches!(error, ArchiveError::Damaged(_)), "{error}"),
    }
}

#[test]
fn a_document_is_named_even_where_it_is_cut_short() {
    let parts = [stored("[Content_Types].xml", b"<Types/>"), stored("word/document.xml", b"<w:document/>")];
    let whole = made(&parts);
    for bytes in [&whole[..], &whole[..whole.len() / 2]] {
        assert_eq!(refused(bytes).to_string(), "This is a Word document, not a scenario.");
    }
    // A scenario's archive may have a folder of such a name.
    let scenario = made(&[deflated("word/small.json", SMALL)]);
    assert!(Archive::open(&scenario, &Limits::default()).is_ok());
}
