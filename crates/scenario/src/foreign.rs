//! Files that are something else than a scenario, told by how they begin.

/// What a file is, and what to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Foreign {
    /// What it is, as a whole sentence.
    pub message: &'static str,
    /// What to do.
    pub help: &'static str,
}

const OWN: &str = "Open the scenario's own file: a text that ends with `.json`.";
const COPY: &str = "A scenario is plain text in JSON. Copy the text into a plain text editor, and save it as UTF-8 with a \
                    name that ends with `.json`.";
const UNPACK: &str = "Unpack it first, and open the `.json` file in it.";
const BEGIN: &str = "A scenario is one JSON object, from `{` to `}`. The workbench has one to start from, and so has \
                     `two-hats new`.";

const fn foreign(message: &'static str, help: &'static str) -> Option<Foreign> {
    Some(Foreign { message, help })
}

/// What begins with certain bytes: where they stand, what they are, what the file is, what to do.
const BYTES: [(usize, &[u8], Option<Foreign>); 45] = [
    (0, b"\x89PNG\r\n", foreign("This is a picture (PNG), not a scenario.", OWN)),
    (0, b"\xFF\xD8\xFF", foreign("This is a picture (JPEG), not a scenario.", OWN)),
    (0, b"GIF8", foreign("This is a picture (GIF), not a scenario.", OWN)),
    (8, b"WEBP", foreign("This is a picture (WebP), not a scenario.", OWN)),
    (0, b"II*\0", foreign("This is a picture (TIFF), not a scenario.", OWN)),
    (0, b"MM\0*", foreign("This is a picture (TIFF), not a scenario.", OWN)),
    (0, b"8BPS", foreign("This is a picture (Photoshop), not a scenario.", OWN)),
    (0, b"\0\0\x01\0", foreign("This is an icon, not a scenario.", OWN)),
    (4, b"ftypheic", foreign("This is a picture (HEIC), not a scenario.", OWN)),
    (4, b"ftypmif1", foreign("This is a picture (HEIC), not a scenario.", OWN)),
    (4, b"ftypavif", foreign("This is a picture (AVIF), not a scenario.", OWN)),
    (4, b"ftyp", foreign("This is a video, not a scenario.", OWN)),
    (0, b"\x1A\x45\xDF\xA3", foreign("This is a video, not a scenario.", OWN)),
    (8, b"AVI ", foreign("This is a video, not a scenario.", OWN)),
    (8, b"WAVE", foreign("This is a sound, not a scenario.", OWN)),
    (0, b"ID3", foreign("This is a sound, not a scenario.", OWN)),
    (0, b"\xFF\xFB", foreign("This is a sound, not a scenario.", OWN)),
    (0, b"OggS", foreign("This is a sound, not a scenario.", OWN)),
    (0, b"fLaC", foreign("This is a sound, not a scenario.", OWN)),
    (0, b"%PDF-", foreign("This is a PDF document, not a scenario.", COPY)),
    (0, b"%!PS", foreign("This is a PostScript document, not a scenario.", COPY)),
    (0, b"{\\rtf", foreign("This is a text of a word processor (RTF), not a scenario.", COPY)),
    (0, b"\xD0\xCF\x11\xE0", foreign("This is an older Word, Excel or PowerPoint file, not a scenario.", COPY)),
    (0, b"PK\x05\x06", foreign("This is an empty archive (ZIP), not a scenario.", OWN)),
    (0, b"\x1F\x8B", foreign("This is a compressed file (gzip), not a scenario.", UNPACK)),
    (0, b"BZh", foreign("This is a compressed file (bzip2), not a scenario.", UNPACK)),
    (0, b"\xFD7zXZ\0", foreign("This is a compressed file (XZ), not a scenario.", UNPACK)),
    (0, b"\x28\xB5\x2F\xFD", foreign("This is a compressed file (Zstandard), not a scenario.", UNPACK)),
    (0, b"7z\xBC\xAF\x27\x1C", foreign("This is an archive (7-Zip), not a scenario.", UNPACK)),
    (0, b"Rar!\x1A", foreign("This is an archive (RAR), not a scenario.", UNPACK)),
    (257, b"ustar", foreign("This is an archive (tar), not a scenario.", UNPACK)),
    (0, b"\x7FELF", foreign("This is a program, not a scenario.", OWN)),
    (0, b"MZ\x90\0", foreign("This is a program, not a scenario.", OWN)),
    (0, b"\xCF\xFA\xED\xFE", foreign("This is a program, not a scenario.", OWN)),
    (0, b"\xCA\xFE\xBA\xBE", foreign("This is a program, not a scenario.", OWN)),
    (0, b"\0asm", foreign("This is a program (WebAssembly), not a scenario.", OWN)),
    (0, b"SQLite format 3\0", foreign("This is a database, not a scenario.", OWN)),
    (0, b"wOF2", foreign("This is a font, not a scenario.", OWN)),
    (0, b"OTTO", foreign("This is a font, not a scenario.", OWN)),
    (0, b"\0\x01\0\0\0", foreign("This is a font, not a scenario.", OWN)),
    (0, b"bplist00", foreign("This is a settings file of a Mac, not a scenario.", OWN)),
    (
        0,
        b"\x4C\0\0\0\x01\x14\x02\0",
        foreign("This is a shortcut of Windows, not a scenario.", "Open the file that it leads to."),
    ),
    (0, b"#!", foreign("This is a script, not a scenario.", OWN)),
    (0, b"\xFF\xFE\0\0", foreign("This file is UTF-32, not UTF-8.", UTF_8)),
    (0, b"\0\0\xFE\xFF", foreign("This file is UTF-32, not UTF-8.", UTF_8)),
];

const UTF_8: &str = "Save it as UTF-8: in Notepad with File, Save as, Encoding; in Word as plain text. Nothing else in it needs \
                     to change.";

/// What lies in a ZIP archive that is more than one.
const ZIPPED: [(&[u8], Option<Foreign>); 7] = [
    (b"word/", foreign("This is a Word document, not a scenario.", COPY)),
    (b"xl/", foreign("This is an Excel workbook, not a scenario.", COPY)),
    (b"ppt/", foreign("This is a PowerPoint presentation, not a scenario.", COPY)),
    (b"opendocument.text", foreign("This is a document of LibreOffice, not a scenario.", COPY)),
    (b"opendocument", foreign("This is a file of LibreOffice, not a scenario.", COPY)),
    (b"epub+zip", foreign("This is an e-book (EPUB), not a scenario.", COPY)),
    (b"Index/Document.iwa", foreign("This is a document of Pages, Numbers or Keynote, not a scenario.", COPY)),
];

/// How far the names in an archive are looked for, in bytes.
const FAR: usize = 16_384;

/// Which document an archive is, by the names in it.
pub(super) fn of_archive(bytes: &[u8]) -> Option<Foreign> {
    let head = bytes.get(..FAR).unwrap_or(bytes);
    let holds = |name: &[u8]| head.windows(name.len()).any(|piece| piece == name);
    ZIPPED.iter().find(|(name, _)| holds(name)).and_then(|(_, what)| *what)
}

/// What a file is that is no plain text in UTF-8, as far as it can be told from its first bytes.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<Foreign> {
    let begins = |at: usize, with: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(with));
    // What stands further in may stand in a text as well, which holds no null.
    let is_text = || !bytes.get(..512).unwrap_or(bytes).contains(&0) && std::str::from_utf8(bytes).is_ok();
    let found = BYTES.iter().find(|(at, with, _)| begins(*at, with) && (*at == 0 || !is_text()));
    if let Some((.., what)) = found {
        return *what;
    }
    if begins(0, b"PK\x03\x04") {
        return of_archive(bytes).or(foreign("This is an archive (ZIP), not a scenario.", UNPACK));
    }
    if begins(0, b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return foreign("This is a picture (BMP), not a scenario.", OWN);
    }
    let utf_16 = begins(0, b"\xFF\xFE") || begins(0, b"\xFE\xFF");
    let alternates = |first: usize| {
        let head = bytes.get(..64).unwrap_or(bytes);
        let nulls = head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
        let others = head.iter().skip(1 - first).step_by(2).all(|byte| *byte != 0);
        head.len() >= 8 && others && nulls * 4 >= head.len() / 2 * 3
    };
    if utf_16 || alternates(0) || alternates(1) {
        return foreign("The file is UTF-16, not UTF-8.", UTF_8);
    }
    None
}

const TWINE: &str = "Open it in the authors' workbench (For authors, on the first page), or give it to `two-hats import`: each makes a draft of it.";

/// What a text is that does not begin as JSON does; `None` where it may well be a scenario with a slip.
pub(super) fn of_text(text: &str) -> Option<Foreign> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let mut end = text.len().min(FAR);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or_default();
    let small = head.to_ascii_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| small.starts_with(word));
    if small.contains("<tw-storydata") {
        return foreign("This is a story made with Twine, not a scenario.", TWINE);
    }
    if begins(&["<!doctype html", "<html", "<head", "<body"]) {
        let help = "If a browser saved it from a link, save the link's target itself: a file that ends with `.json`.";
        return foreign("This is a web page (HTML), not a scenario.", help);
    }
    if begins(&["<svg"]) || begins(&["<?xml"]) && small.contains("<svg") {
        return foreign("This is a picture (SVG), not a scenario.", OWN);
    }
    if begins(&["<?xml", "<!doctype"]) {
        return foreign("This is an XML file, not a scenario.", BEGIN);
    }
    if head.starts_with(":: ") || head.contains("\n:: ") && !head.starts_with(['{', '[', '"']) {
        return foreign("This is a story in Twee, as Twine writes it, not a scenario.", TWINE);
    }
    if is_table(head) {
        return foreign("This is a table (CSV), not a scenario.", BEGIN);
    }
    None
}

/// Whether a text is a table: lines that begin as no JSON does, with the same number of separators in each.
fn is_table(head: &str) -> bool {
    let mut lines = head.lines().take(5).filter(|line| !line.trim().is_empty());
    let Some(first) = lines.next() else { return false };
    let signs = [',', ';', '\t'];
    let counts = |line: &str| signs.map(|sign| line.matches(sign).count());
    let (first_counts, second) = (counts(first), lines.next().map(counts));
    let plain =
        !first.contains(['{', '[', ':']) && first.chars().next().is_some_and(|c| c == '"' || c.is_alphanumeric());
    plain && second.is_some_and(|second| (0..3).any(|at| first_counts[at] > 0 && first_counts[at] == second[at]))
}

/// What a text is that nothing is known of, but that it is no JSON.
pub(super) const PROSE: Foreign =
    Foreign { message: "This is a text, but no scenario: it does not begin with `{`.", help: BEGIN };

/// What a file is that is neither text in UTF-8 nor anything known, from its first byte on that is no UTF-8.
pub(super) fn no_text(bytes: &[u8], at: usize) -> (String, String) {
    let head = bytes.get(..FAR).unwrap_or(bytes);
    if head.contains(&0) {
        return ("This file holds no text, so it is no scenario.".into(), OWN.into());
    }
    let message = match bytes.get(at).copied().and_then(windows) {
        Some(c) => format!("This is not UTF-8 text: here stands a byte that older Windows programs write for `{c}`."),
        None => "This is not UTF-8 text.".into(),
    };
    (message, UTF_8.into())
}

/// The characters of Windows-1252 from 0x80 to 0x9F that texts have most often.
const WINDOWS: [(u8, char); 13] = [
    (0x80, '€'),
    (0x82, '‚'),
    (0x84, '„'),
    (0x85, '…'),
    (0x8A, 'Š'),
    (0x91, '‘'),
    (0x92, '’'),
    (0x93, '“'),
    (0x94, '”'),
    (0x95, '•'),
    (0x96, '–'),
    (0x97, '—'),
    (0x99, '™'),
];

fn windows(byte: u8) -> Option<char> {
    match byte {
        0xA1.. => Some(char::from(byte)),
        _ => WINDOWS.iter().find(|(known, _)| *known == byte).map(|(_, c)| *c),
    }
}

/// The text of a file in UTF-8, or in UTF-16 with its mark.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    let units = |of: fn([u8; 2]) -> u16| {
        let pairs: &[[u8; 2]] = bytes.get(2..)?.as_chunks().0;
        let whole = bytes.len().is_multiple_of(2);
        let units: Vec<u16> = pairs.iter().map(|pair| of(*pair)).collect();
        String::from_utf16(&units).ok().filter(|_| whole)
    };
    match bytes {
        [0xFF, 0xFE, ..] => units(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => units(u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).ok().map(|text| text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_the_mark_of_utf_16_is_decoded_and_rubbish_is_not() {
        let little: Vec<u8> = "\u{feff}{\"å\"}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}{\"å\"}".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [&little[..], &big, "\u{feff}{\"å\"}".as_bytes()] {
            assert_eq!(decoded(bytes).as_deref(), Some("{\"å\"}"));
        }
        for bytes in [&b"\xFF\xFE{"[..], b"\xFF\xFE\0\xD8", b"\x93a\x94"] {
            assert_eq!(decoded(bytes), None, "{bytes:x?}");
        }
    }
    #[test]
    fn an_archives_mark_in_a_text_is_a_part_of_a_word() {
        let text = format!("{}mustard\"]", "[\"".to_owned() + &" ".repeat(254));
        assert_eq!(text.find("ustar"), Some(257));
        assert_eq!(of_bytes(text.as_bytes()), None);
        let archive = [&[b'a'; 100][..], &[0; 157], b"ustar\x0000", &[0; 247]].concat();
        let said = of_bytes(&archive).expect("an archive").message;
        assert_eq!(said, "This is an archive (tar), not a scenario.");
    }
}
