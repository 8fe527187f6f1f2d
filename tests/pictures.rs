//! Pictures beside a scenario: read with it, each fault where it is named; packed, kept, and shown.

use crate::support;

use archive::{File, zip};
use library::{Opened, Packed};
use lint::{Folder, Options, Severity, check};
use proptest::prelude::*;
use scenario::{Beside, Code, Limits, Positions, Scenario, pack, read_beside, written};
use std::rc::Rc;
use support::{SMALL, reading, scenario};
use two_hats::app::read_file;

const DRAWING: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'/>";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// The small scenario with a picture of its own, and another in its first step.
fn text(own: &str, first: &str) -> String {
    let with = SMALL.replacen("\"minutes\": 2,", &format!("\"minutes\": 2,\n  \"image\": {own},"), 1);
    let title = "\"title\": \"The oven is cold\",";
    let with = with.replacen(title, &format!("{title}\n      \"image\": {first},"), 1);
    assert!(with.matches("image").count() == 2, "{with}");
    with
}

fn image(file: &str) -> String {
    format!("{{ \"file\": \"{file}\", \"alt\": \"What is to be seen.\" }}")
}

/// What lies beside the scenario in these tests.
fn beside(file: &str) -> Beside {
    let large = vec![b' '; Limits::FORMAT.picture - DRAWING.len()];
    match file {
        "oven.svg" => Beside::File(DRAWING.into()),
        "large.svg" => Beside::File([DRAWING, &large].concat().into()),
        "larger.svg" => Beside::File([DRAWING, &large, b" "].concat().into()),
        "huge.png" => Beside::TooLarge(70_000_000),
        "rush.png" => Beside::File(PNG.into()),
        "rush.webp" => Beside::File(PNG.into()),
        "page.svg" => Beside::File(b"<html><svg/></html>".as_slice().into()),
        "locked.png" => Beside::Unreadable("its disk is gone".into()),
        _ => Beside::Missing(("Oven.svg" == file).then(|| "oven.svg".into())),
    }
}

/// What reading says of a text with what lies beside it: `code line:column message`.
fn said(text: &str) -> Vec<String> {
    let positions = Positions::new(text.as_bytes());
    let errors = read_beside(text.as_bytes(), &Limits::default(), &mut |file| beside(file)).err();
    let told = errors.iter().flat_map(|errors| errors.iter()).map(|error| {
        let place = positions.at(error.span.start);
        format!("{} {}:{} {} {}", error.code.name(), place.line, place.column, error.message, error.help)
    });
    told.collect()
}

fn sound() -> Scenario {
    let text = text(&image("oven.svg"), &image("rush.png"));
    read_beside(text.as_bytes(), &Limits::default(), &mut |file| beside(file)).expect("a scenario")
}

#[test]
fn each_fault_is_said_once_where_it_is_named_and_all_at_once() {
    for (file, expected) in [
        ("missing.png", "missing-picture 9:22 The picture `missing.png` is not beside the scenario."),
        ("Oven.svg", "missing-picture 9:22 The picture `Oven.svg` is not beside the scenario. There is `oven.svg`"),
        ("locked.png", "missing-picture 9:22 The picture `locked.png` could not be read: its disk is gone."),
        ("rush.webp", "invalid-picture 9:22 The picture `rush.webp` is a PNG inside, not a WebP. Call it `rush.png`"),
        ("page.svg", "invalid-picture 9:22 The file `page.svg` is no picture that is known here."),
        ("larger.svg", "over-limit 9:22 The picture `larger.svg` has 301 KB, and at most 300 KB fit."),
        ("huge.png", "over-limit 9:22 The picture `huge.png` has 68360 KB, and at most 300 KB fit."),
        ("../oven.svg", "invalid-picture 9:22 `../oven.svg` cannot be the name of a picture beside the scenario."),
        ("oven.gif", "invalid-picture 9:22 `oven.gif` cannot be the name of a picture"),
        ("https://a/b.png", "invalid-picture 9:22 `https://a/b.png` cannot be the name of a picture"),
    ] {
        let all = said(&text(&image(file), &image("oven.svg")));
        assert!(all.len() == 1 && all[0].starts_with(expected), "{file}: {all:?}");
    }
    let both = said(&text(&image("missing.png"), &image("page.svg")));
    assert_eq!(both.len(), 2, "{both:?}");
    let twice = said(&text(&image("missing.png"), &image("missing.png")));
    assert_eq!(twice.len(), 1, "a picture that is named twice is said once: {twice:?}");
}

#[test]
fn what_a_picture_shows_must_be_said() {
    let all = said(&text("{ \"file\": \"oven.svg\" }", "{ \"file\": \"oven.svg\", \"alt\": \" \" }"));
    let codes: Vec<&str> = all.iter().filter_map(|it| it.split(' ').next()).collect();
    assert_eq!(codes, ["missing-field", "empty-text"], "{all:?}");
    for (bent, code) in [
        ("\"oven.svg\"", "wrong-type"),
        ("{ \"alt\": \"a\" }", "missing-field"),
        ("{ \"file\": 3, \"alt\": \"a\" }", "wrong-type"),
    ] {
        let all = said(&text(bent, &image("oven.svg")));
        assert!(all.len() == 1 && all[0].starts_with(code), "{bent}: {all:?}");
    }
}

#[test]
fn all_pictures_together_have_a_limit() {
    assert!(said(&text(&image("large.svg"), &image("oven.svg"))).is_empty(), "one of 300 KB fits");
    let large = |file: &str| match file {
        "oven.svg" => Beside::File(DRAWING.into()),
        _ => beside("large.svg"),
    };
    // Eleven of 300 KB: the steps of the small scenario, many times.
    let steps: String = (0..11)
        .map(|at| {
            let step = r#""extra-N": { "title": "T", "image": { "file": "p-N.svg", "alt": "A" }, "situation": ["S"], "responses": { "on": { "next": "end" } } },"#;
            step.replace('N', &at.to_string())
        })
        .collect();
    let text = SMALL.replacen("\"steps\": {", &format!("\"steps\": {{ {steps}"), 1);
    let errors = read_beside(text.as_bytes(), &Limits::default(), &mut |file| large(file)).expect_err("too much");
    let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["over-limit: With `p-10.svg` the pictures come to 3300 KB, and at most 3072 KB fit in all."]);
}

#[test]
fn without_a_folder_pictures_are_named_and_not_looked_for() {
    let named = scenario(&text(&image("missing.png"), &image("page.svg")));
    assert!(named.pictures().is_empty());
    assert_eq!(named.image().map(|image| &*image.file), Some("missing.png"));
    assert_eq!(named.image_of(&named.steps()[0]).map(|image| &*image.file), Some("page.svg"));
    assert_eq!(named.image_of(&named.steps()[1]).map(|image| &*image.file), Some("missing.png"));
    let placed = text(&image("a.png"), &image("b.png")).replacen(
        "\"title\": \"A queue",
        "\"scene\": \"street\", \"title\": \"A queue",
        1,
    );
    let placed = scenario(&placed);
    assert!(placed.image_of(&placed.steps()[1]).is_none(), "a step that names a place shows that");
}

#[test]
fn pictures_go_along_in_packs_and_come_back() {
    let sound = sound();
    assert_eq!(sound.pictures().iter().map(|it| &*it.file).collect::<Vec<_>>(), ["oven.svg", "rush.png"]);
    let packed = pack::pack(&sound);
    let again = pack::unpack_untrusted(&packed).expect("a pack");
    assert_eq!(again.pictures(), sound.pictures());
    assert_eq!((again.image(), again.fingerprint()), (sound.image(), sound.fingerprint()));
    assert!(reading(&written(&again)).expect("a file").image() == sound.image());
    let without = sound.without_pictures();
    assert!(pack::pack(&without).len() < packed.len() - DRAWING.len());
    assert_eq!(without.fingerprint(), sound.fingerprint(), "a run is one of the story, wherever its pictures lie");
    for cut in 0..packed.len() {
        assert!(pack::unpack(&packed[..cut]).is_none(), "cut at {cut}");
    }
    // What a browser keeps of an opened story is all of it.
    let text = Packed(packed).to_text();
    assert_eq!(Packed::scenario(&text).expect("a scenario").pictures(), sound.pictures());
    assert!(Opened::key(sound.id()).starts_with("scenario/"));
}

#[test]
fn a_story_without_pictures_keeps_its_bytes_and_its_fingerprint() {
    let (plain, shown) = (scenario(SMALL), sound());
    assert_ne!(plain.fingerprint(), shown.fingerprint());
    assert!(!pack::pack(&plain).windows(5).any(|part| part == b"image"));
}

/// Packs that somebody made up are held against the rules of pictures.
#[test]
fn a_pack_with_pictures_that_no_file_could_name_is_refused() {
    let packed = pack::pack(&sound());
    let bend = |from: &[u8], to: &[u8]| {
        assert_eq!(from.len(), to.len());
        let mut bytes = packed.clone();
        let mut at = 0;
        while let Some(found) = bytes[at..].windows(from.len()).position(|part| part == from) {
            bytes[at + found..at + found + to.len()].copy_from_slice(to);
            at += found + to.len();
        }
        pack::with_fresh_fingerprint(&bytes).and_then(|bytes| pack::unpack_untrusted(&bytes))
    };
    assert!(bend(b"oven.svg", b"oben.svg").is_some());
    assert!(bend(b"oven.svg", b"../x.svg").is_none());
    assert!(bend(b"oven.svg", b"oven.png").is_none(), "a drawing that is called otherwise");
    assert!(bend(b"oven.svg", b"rush.png").is_none(), "one picture twice");
    assert!(bend(b"<svg xmlns", b"<sv xmlnss").is_some(), "a drawing is shown as a picture alone, whatever it holds");
    assert!(bend(b"\x89PNG", b"\x89PNX").is_none(), "a photograph is what its name says");
    assert!(bend(b"What is to be seen.", b"                   ").is_none());
}

fn archived(text: &str, files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut all = vec![File { name: "small.json".into(), bytes: text.into() }];
    all.extend(files.iter().map(|(name, bytes)| File { name: (*name).into(), bytes: (*bytes).into() }));
    zip(&all).expect("an archive")
}

#[test]
fn an_archive_opens_wherever_its_file_does() {
    let text = text(&image("oven.svg"), &image("rush.png"));
    let bytes = archived(&text, &[("oven.svg", DRAWING), ("rush.png", PNG)]);
    let opened = read_file("small.zip".into(), &bytes).expect("a story");
    assert_eq!(pack::unpack(&opened).expect("a pack").pictures(), sound().pictures());
    // Without its pictures it is said what is missing, and where.
    let refused = read_file("small.json".into(), text.as_bytes()).expect_err("no pictures");
    let line = |name: &str| text[..text.find(name).expect("it is named")].matches('\n').count() as u32 + 1;
    assert_eq!(refused.faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [line("oven.svg"), line("rush.png")]);
    let refused =
        read_file("small.zip".into(), &archived(&text, &[("oven.svg", DRAWING)])).expect_err("one is missing");
    assert!(refused.faults.len() == 1 && refused.faults[0].message.contains("rush.png"), "{refused:?}");
    let cut = read_file("small.zip".into(), &bytes[..bytes.len() - 30]).expect_err("cut short");
    assert!(cut.faults[0].message.contains("not whole") && !cut.faults[0].help.is_empty(), "{cut:?}");
    // What it could be played without before it is still played without.
    assert!(read_file("small.json".into(), SMALL.as_bytes()).is_ok());
}

#[test]
fn a_hostile_drawing_is_warned_of_and_taken_as_a_picture() {
    let hostile: [&str; 6] = [
        "<svg><script>alert(1)</script></svg>",
        "<svg onload=\"alert(1)\"/>",
        "<svg><a href='javascript:alert(1)'/></svg>",
        "<svg><foreignObject><p/></foreignObject></svg>",
        "<svg><image href=\"https://elsewhere/a.png\"/></svg>",
        "<svg><g onclick = 'x()'/></svg>",
    ];
    let text = text(&image("oven.svg"), &image("oven.svg"));
    for drawing in hostile.iter().copied().chain(["<svg><path d=\"M0 0\" font=\"on='x'\"/></svg>", "<svg/>"]) {
        let look = |_: &str| Beside::File(drawing.as_bytes().into());
        let options = Options { folder: Some(Folder(&look)), file_stem: Some("small"), ..Options::default() };
        let checked = check(text.as_bytes(), &options);
        let warned = checked.diagnostics.iter().filter(|found| found.code == "script-in-picture").count();
        // It stands in two places.
        assert_eq!(warned, if hostile.contains(&drawing) { 2 } else { 0 }, "{drawing}");
        assert_eq!(checked.count(Severity::Error), 0, "{drawing}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever lies beside a scenario, reading returns: with pictures within the limits, or errors where they are named.
    #[test]
    fn whatever_lies_beside_reading_returns(
        names in prop::collection::vec(prop::sample::select(vec!["a.png", "b.svg", "c.webp", "d.jpg", "no", "../e.png"]), 2),
        starts in prop::collection::vec(prop::sample::select(vec![PNG, DRAWING, b"\xFF\xD8\xFF", b"RIFF....WEBP", b"GIF89a", b""]), 4),
        sizes in prop::collection::vec(0_usize..400_000, 4),
    ) {
        let text = text(&image(names[0]), &image(names[1]));
        let mut look = |file: &str| {
            let at = usize::from(file.as_bytes()[0] - b'a') % 4;
            let mut bytes = starts[at].to_vec();
            bytes.resize(bytes.len().max(sizes[at]), b' ');
            Beside::File(Rc::from(bytes))
        };
        match read_beside(text.as_bytes(), &Limits::default(), &mut look) {
            Ok(scenario) => {
                prop_assert!(scenario.pictures().iter().all(|picture| picture.bytes.len() <= Limits::FORMAT.picture));
                prop_assert!(pack::unpack_untrusted(&pack::pack(&scenario)).is_some());
            }
            Err(errors) => {
                let of_pictures = [Code::InvalidPicture, Code::MissingPicture, Code::OverLimit];
                prop_assert!(errors.iter().all(|error| of_pictures.contains(&error.code)));
            }
        }
    }
}
