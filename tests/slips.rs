//! Slips of the hand in a long file: each is one error, on its own line, wherever it was made.

use scenario::{Limits, Positions, read};
use std::fmt::Write as _;
use std::fs;

/// How many places of each story a slip is made at.
const PLACES: usize = 80;

/// The seed of the lots.
const SEED: u64 = 0x0007_0A75;

/// Numbers by lot, the same on every run.
struct Lots(u64);

impl Lots {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ mixed >> 31) % end as u64) as usize
    }
}

/// A piece of a valid file.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Piece {
    /// A key, with its quotes.
    Key,
    /// Any other text, with its quotes.
    Text,
    Number,
    Opening,
    Closing,
    Comma,
    Colon,
}

/// The pieces of a valid file, each with its place in bytes.
fn pieces(text: &str) -> Vec<(Piece, usize, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let from = at;
        at += 1;
        let piece = match bytes[from] {
            b'"' => {
                while bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at += 1;
                if text[at..].trim_start().starts_with(':') { Piece::Key } else { Piece::Text }
            }
            b'-' | b'0'..=b'9' => {
                while bytes[at].is_ascii_digit() {
                    at += 1;
                }
                Piece::Number
            }
            b'{' | b'[' => Piece::Opening,
            b'}' | b']' => Piece::Closing,
            b',' => Piece::Comma,
            b':' => Piece::Colon,
            _ => continue,
        };
        found.push((piece, from, at));
    }
    found
}

/// Whether a piece is a text that players read, not an id.
fn is_prose(text: &str, (piece, from, to): (Piece, usize, usize)) -> bool {
    piece == Piece::Text && to - from > 24 && text[from..to].contains(' ')
}

/// A slip: its name, which pieces it can befall, and what it puts in a piece's place; told the piece and a lot.
struct Kind {
    name: &'static str,
    befalls: fn(&str, (Piece, usize, usize)) -> bool,
    puts: fn(&str, &mut Lots) -> String,
}

fn any_text(_: &str, piece: (Piece, usize, usize)) -> bool {
    matches!(piece.0, Piece::Text | Piece::Key)
}

/// A piece with something put in at a place of it by lot, which is inside of its quotes.
fn with_inside(piece: &str, put: &str, lots: &mut Lots) -> String {
    let places: Vec<usize> = piece.char_indices().map(|(at, _)| at).skip(1).collect();
    let at = places[lots.below(places.len())];
    format!("{}{put}{}", &piece[..at], &piece[at..])
}

/// A piece whose quotes are others.
fn between(open: &str, piece: &str, close: &str) -> String {
    format!("{open}{}{close}", &piece[1..piece.len() - 1])
}

const KINDS: [Kind; 20] = [
    Kind { name: "stray quote in prose", befalls: is_prose, puts: |piece, lots| with_inside(piece, "\"", lots) },
    Kind {
        name: "quoted word in prose",
        befalls: is_prose,
        puts: |piece, lots| {
            let words: Vec<&str> = piece[1..piece.len() - 1].split(' ').collect();
            let at = lots.below(words.len());
            let quoted = words.iter().enumerate();
            let quoted = quoted.map(|(number, word)| if number == at { format!("\"{word}\"") } else { (*word).into() });
            format!("\"{}\"", quoted.collect::<Vec<_>>().join(" "))
        },
    },
    Kind {
        name: "line break in prose",
        befalls: is_prose,
        puts: |piece, lots| {
            let spaces: Vec<usize> = piece.match_indices(' ').map(|(at, _)| at).collect();
            let at = spaces[lots.below(spaces.len())];
            format!("{}\n{}", &piece[..at], &piece[at + 1..])
        },
    },
    Kind { name: "curly quotes around one text", befalls: any_text, puts: |piece, _| between("“", piece, "”") },
    Kind {
        name: "wrong bracket",
        befalls: |_, piece| matches!(piece.0, Piece::Opening | Piece::Closing),
        puts: |piece, _| match piece {
            "{" => "[".into(),
            "[" => "{".into(),
            "}" => "]".into(),
            _ => "}".into(),
        },
    },
    Kind {
        name: "+2",
        befalls: |text, piece| piece.0 == Piece::Number && !text[piece.1..].starts_with('-'),
        puts: |piece, _| format!("+{piece}"),
    },
    Kind {
        name: "a minus of a word processor",
        befalls: |text, piece| piece.0 == Piece::Number && text[piece.1..].starts_with('-'),
        puts: |piece, _| piece.replacen('-', "−", 1),
    },
    Kind { name: "missing comma", befalls: |_, piece| piece.0 == Piece::Comma, puts: |_, _| String::new() },
    Kind { name: "extra comma", befalls: |_, piece| piece.0 == Piece::Comma, puts: |_, _| ",,".into() },
    Kind { name: "missing closing quote", befalls: any_text, puts: |piece, _| piece[..piece.len() - 1].into() },
    Kind { name: "missing colon", befalls: |_, piece| piece.0 == Piece::Colon, puts: |_, _| String::new() },
    Kind {
        name: "unquoted key",
        befalls: |_, piece| piece.0 == Piece::Key,
        puts: |piece, _| piece.trim_matches('"').into(),
    },
    Kind { name: "single-quoted text", befalls: any_text, puts: |piece, _| between("'", piece, "'") },
    Kind { name: "missing opening quote", befalls: any_text, puts: |piece, _| piece[1..].into() },
    Kind { name: "curly closing quote", befalls: any_text, puts: |piece, _| between("\"", piece, "”") },
    Kind { name: "low and high quotes", befalls: any_text, puts: |piece, _| between("„", piece, "“") },
    Kind {
        name: "semicolon for a comma",
        befalls: |_, piece| piece.0 == Piece::Comma,
        puts: |_, lots| ["; ", "，", "،"][lots.below(3)].into(),
    },
    Kind {
        name: "no-break space between pieces",
        befalls: |_, piece| matches!(piece.0, Piece::Comma | Piece::Colon | Piece::Opening),
        puts: |piece, lots| format!("{piece}{}", ["\u{a0}", "\u{200b}", "\u{feff}"][lots.below(3)]),
    },
    Kind {
        name: "round bracket",
        befalls: |_, piece| matches!(piece.0, Piece::Opening | Piece::Closing),
        puts: |piece, _| {
            if matches!(piece, "{" | "[") { "(".into() } else { ")".into() }
        },
    },
    Kind {
        name: "comment",
        befalls: |_, piece| piece.0 == Piece::Comma,
        puts: |_, lots| [", // \"a\": 1\n", ", /* { */", ", # it's\n"][lots.below(3)].into(),
    },
];

/// How many errors a file has, and whether the first names a line.
fn told(text: &str, line: u32) -> (usize, bool) {
    let positions = Positions::new(text.as_bytes());
    match read(text.as_bytes(), &Limits::default()) {
        Ok(_) => (0, false),
        Err(faults) => {
            let first = faults.iter().next().map(|fault| positions.at(fault.span.start).line);
            (faults.count(), first == Some(line))
        }
    }
}

/// The shipped stories: their names and texts.
fn stories() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");
    let files = fs::read_dir(folder).expect("the folder of scenarios").filter_map(|entry| entry.ok());
    let mut names: Vec<String> = files.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| name.ends_with(".json") && name != "scenario.schema.json");
    names.sort();
    names
        .into_iter()
        .map(|name| (name.clone(), fs::read_to_string(format!("{folder}/{name}")).expect("a story")))
        .collect()
}

#[test]
fn one_slip_is_one_error_on_its_line_in_every_shipped_story() {
    let stories = stories();
    assert!(stories.len() >= 6, "{} stories", stories.len());
    let mut wrong = Vec::new();
    for kind in &KINDS {
        let mut row = format!("{:<32}", kind.name);
        for (name, text) in &stories {
            let places: Vec<_> = pieces(text).into_iter().filter(|piece| (kind.befalls)(text, *piece)).collect();
            let mut lots = Lots(SEED);
            let mut counts = Vec::new();
            let mut on_line = 0;
            for _ in 0..PLACES {
                let (_, from, to) = places[lots.below(places.len())];
                let put = (kind.puts)(&text[from..to], &mut lots);
                let slipped = format!("{}{put}{}", &text[..from], &text[to..]);
                let line = Positions::new(text.as_bytes()).at(from as u32).line;
                let (count, named) = told(&slipped, line);
                counts.push(count);
                on_line += usize::from(named);
                if std::env::var_os("SHOW").is_some() && (count != 1 || !named) {
                    println!("{name}:{line}: {count} for {}: {put}", kind.name);
                }
            }
            counts.sort_unstable();
            let (median, most) = (counts[PLACES / 2], counts[PLACES - 1]);
            row += &format!(" {median}/{most} {:>3} %", on_line * 100 / PLACES);
            if median != 1 || on_line * 100 < PLACES * 95 {
                wrong.push(format!("{name}: {}: {median} errors, {on_line} of {PLACES} on the line", kind.name));
            }
        }
        println!("{row}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The small scenario, whose lines the tests below name.
const SMALL: &str = include_str!("fixtures/small.json");

/// What is said of a text: each error's place, message and help.
fn said(text: &str) -> Vec<(String, String, String)> {
    let positions = Positions::new(text.as_bytes());
    let faults = read(text.as_bytes(), &Limits::default()).err();
    let all = faults.iter().flat_map(|faults| faults.iter());
    all.map(|fault| {
        let place = positions.at(fault.span.start);
        (format!("{}:{}", place.line, place.column), fault.message.clone(), fault.help.clone())
    })
    .collect()
}

/// The small scenario with one piece of it replaced.
fn with(old: &str, new: &str) -> String {
    assert_eq!(SMALL.matches(old).count(), 1, "{old:?} must stand once in the small scenario");
    SMALL.replacen(old, new, 1)
}

/// One error, at a place, whose message holds some words.
fn is_one(text: &str, place: &str, words: &[&str]) {
    let all = said(text);
    assert!(all.len() == 1 && all[0].0 == place, "{place}: {all:#?}");
    assert!(words.iter().all(|word| all[0].1.contains(word)), "{words:?}: {all:#?}");
    assert!(!all[0].2.is_empty(), "{all:#?}");
}

#[test]
fn slips_as_authors_make_them_are_told_as_they_should_be() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/slips");
    let files = fs::read_dir(folder).expect("the folder of slips").filter_map(|entry| entry.ok()).map(|it| it.path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|name| name == "json")).collect();
    files.sort();
    let mut report = String::new();
    for file in &files {
        let text = fs::read_to_string(file).expect("a slip");
        writeln!(report, "{}", file.file_stem().unwrap_or_default().display()).expect("a string takes all");
        for (place, message, help) in said(&text) {
            writeln!(report, "  {place}: {message}\n      {help}").expect("a string takes all");
        }
    }
    let expected = format!("{folder}/expected.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&expected, &report).expect("the report is written");
    }
    assert!(files.len() >= 12 && report == fs::read_to_string(&expected).unwrap_or_default(), "{report}");
}

/// A sign's number, as messages write it.
fn number(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

#[test]
fn every_quotation_mark_is_named_once_where_it_is_once_and_where_it_is_everywhere() {
    let pairs = [
        ('“', '”'),
        ('”', '”'),
        ('„', '“'),
        ('„', '”'),
        ('‟', '”'),
        ('«', '»'),
        ('»', '«'),
        ('‹', '›'),
        ('‘', '’'),
        ('‚', '‘'),
        ('‛', '’'),
        ('′', '′'),
        ('″', '″'),
        ('＂', '＂'),
        ('＇', '＇'),
        ('「', '」'),
        ('『', '』'),
        ('〝', '〞'),
        ('❝', '❞'),
        ('´', '´'),
        ('`', '`'),
        ('\'', '\''),
        ('“', '"'),
    ];
    for (open, close) in pairs {
        let once = with("\"title\": \"A small one\"", &format!("\"title\": {open}A small one{close}"));
        let name = if open.is_ascii() { format!("`{open}`") } else { number(open) };
        is_one(&once, "4:12", &[&name]);
        let mut marks = [open, close].into_iter().cycle();
        let all: String = SMALL.chars().map(|c| if c == '"' { marks.next().unwrap_or(c) } else { c }).collect();
        is_one(&all, "2:3", &[&name, "The file has "]);
        let says = said(&all)[0].2.clone();
        assert!(says.starts_with("Replace all of them by `\"`"), "{says}");
    }
    for mark in ['”', '„', '»', '″', '＂', '」'] {
        is_one(&with("\"A small one\"", &format!("\"A small one{mark}")), "4:24", &[&number(mark)]);
    }
    let prose = with("A small one", "“A” ‘small’ «one» ‚x‛ „y‟ 「z」 ′″");
    assert_eq!(said(&prose), [], "in a text every mark may stand");
}

#[test]
fn every_dash_before_a_number_is_named() {
    for dash in ['−', '–', '—', '‐', '‑', '‒', '﹣', '－', '⁻'] {
        let all = said(&with("\"management\": -2 }", &format!("\"management\": {dash}2 }}")));
        assert_eq!(all.len(), 1, "{all:#?}");
        assert!(all[0].1.contains(&number(dash)) && all[0].2 == "Write `-2`.", "{all:#?}");
        is_one(&SMALL.replace(": -", &format!(": {dash}")), "26:54", &[&number(dash), "The file has "]);
    }
    for (written, help) in [
        ("+7", "7"),
        ("＋7", "7"),
        ("07", "7"),
        ("７", "7"),
        ("٧", "7"),
        ("7.", "7"),
        ("1_000", "1000"),
        ("1,000", "1000"),
        ("1 000", "1000"),
        ("0x10", "16"),
        ("l2", "12"),
    ] {
        let all = said(&with("\"minutes\": 2", &format!("\"minutes\": {written}")));
        assert!(all.len() == 1 && all[0].0 == "8:14", "{written}: {all:#?}");
        assert!(all[0].2.contains(&format!("rite `{help}`")), "{written}: {all:#?}");
    }
}

#[test]
fn every_sign_that_cannot_be_seen_is_named_wherever_it_is() {
    for sign in [
        '\u{a0}', '\u{200b}', '\u{200d}', '\u{feff}', '\u{200e}', '\u{202a}', '\u{ad}', '\u{2028}', '\u{3000}',
        '\u{2060}', '\u{2009}',
    ] {
        let name = number(sign);
        is_one(&with("\"minutes\": 2", &format!("\"minutes\":{sign} 2")), "8:13", &[&name]);
        let behind = if sign.is_whitespace() { "8:15" } else { "8:14" };
        is_one(&with("\"minutes\": 2", &format!("\"minutes\": 2{sign}")), behind, &[&name]);
        is_one(&with("\"minutes\": 2", &format!("\"min{sign}utes\": 2")), "8:3", &[&name]);
        is_one(&with("\"rush\": {", &format!("\"ru{sign}sh\": {{")), "41:5", &[&name]);
        is_one(&with("\"next\": \"rush\"", &format!("\"next\": \"rush{sign}\"")), "30:19", &[&name]);
        is_one(&with("\"execution\"", &format!("\"{sign}execution\"")), "19:20", &[&name]);
        let everywhere = SMALL.replace(": ", &format!(":{sign}"));
        is_one(&everywhere, "2:12", &[&name, "The file has "]);
        assert_eq!(said(&with("A small one", &format!("A{sign} small one"))), [], "in a text it may stand");
    }
}

#[test]
fn a_letter_of_another_script_is_named_with_the_latin_one_and_nothing_follows_from_it() {
    for (old, new, place, sign, meant) in [
        ("\"rush\": {", "\"ruѕh\": {", "41:5", 'ѕ', "`rush`"),
        ("\"next\": \"rush\"", "\"next\": \"ruѕh\"", "30:19", 'ѕ', "`rush`"),
        ("\"start\": \"oven\"", "\"start\": \"οven\"", "15:12", 'ο', "`oven`"),
        ("\"promised\": \"You", "\"рromised\": \"You", "14:14", 'р', "`promised`"),
        ("[\"promised\"],\n", "[\"promisеd\"],\n", "27:20", 'е', "`promised`"),
        ("\"ana\": {", "\"аna\": {", "13:13", 'а', "`ana`"),
        ("\"dimension\": \"network\"", "\"dimensiоn\": \"network\"", "43:7", 'о', "`dimension`"),
        ("\"execution\"", "\"exeсution\"", "19:20", 'с', "`execution`"),
        ("\"id\": \"small\"", "\"id\": \"smаll\"", "3:9", 'а', "`small`"),
        ("\"step-aside\": {", "\"step‑aside\": {", "47:9", '‑', "`step-aside`"),
        ("\"adrift\": [", "\"аdrift\": [", "79:5", 'а', "`adrift`"),
        ("[\"L3\"]", "[\"Ｌ3\"]", "29:24", 'Ｌ', "`L3`"),
    ] {
        let text = with(old, new);
        is_one(&text, place, &[&number(sign)]);
        let help = said(&text)[0].2.clone();
        assert!(help.contains(meant), "{new}: {help}");
    }
    assert_eq!(said(&with("A small one", "Маленькая история")), [], "texts may be in any script");
}
