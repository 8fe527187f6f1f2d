//! The studio under anything at all: whatever is done in its forms, on whatever text, all of it can be taken back.

use document::{Document, Name, Node, Path, Value};
use scenario::{Outcome, Stance};
use two_hats::workbench::{Event, Model, Move, Part, Pick, Studio, View, with_clauses};

const SMALL: &str = include_str!("fixtures/small.json");

/// Numbers that look like chance, and are the same every time.
struct Lot(u64);

impl Lot {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most.max(1)
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }
}

/// The paths of all values of a document.
fn places(document: &Document) -> Vec<Path> {
    let mut found = Vec::new();
    let mut waiting: Vec<Node<'_>> = vec![document.root()];
    while let Some(node) = waiting.pop() {
        found.push(node.path());
        waiting.extend(node.children());
    }
    found
}

fn some_change(model: &Model, lot: &mut Lot) -> Studio {
    let document = &model.editing.document;
    let all = places(document);
    let place = lot.one(&all).cloned().unwrap_or_default();
    let steps: Vec<String> =
        document.ids(&Path::root().key("steps")).into_iter().map(str::to_owned).chain(["gone".to_owned()]).collect();
    let step = lot.one(&steps).cloned().unwrap_or_default();
    let answers = document.ids(&Path::step(&step).key("responses"));
    let answer = Path::response(&step, lot.one(&answers).copied().unwrap_or("none"));
    let text = ["", "Ana: “No.”", "Two\nlines", "é 🎩 \u{200b}x", "You said so", "end", "<b>"][lot.below(7)].to_owned();
    let stance = Stance::ALL[lot.below(2)];
    match lot.below(26) {
        0..4 => Studio::Type(place, text),
        4 => Studio::Left,
        5 => Studio::Number(answer.key("effect").key("leadership"), lot.below(9).to_string()),
        6 => Studio::Nudge(answer.key("effect").key("management"), 1),
        7 => Studio::Choose(Path::step(&step).key("dimension"), "network".into()),
        8 => Studio::Speaker(Path::step(&step).key("situation").at(lot.below(3)), "ana".into()),
        9 => Studio::Toggle(answer.key("sets"), "promised".into()),
        10 => Studio::When(answer.key("when"), with_clauses([Part::AtLeast(stance, 3), Part::Has("promised".into())])),
        11 => Studio::Lead(answer.key("next"), lot.one(&steps).cloned().unwrap_or_default()),
        12 => Studio::Branch(answer.key("next")),
        13 => Studio::Push(Path::step(&step).key("situation"), Value::text(text)),
        14 => Studio::Remove(place),
        15 => Studio::Move(place, [Move::Up, Move::Down][lot.below(2)]),
        16 => Studio::Remember(answer, text),
        17 => Studio::NewStep,
        18 => Studio::Insert(answer.key("next")),
        19 => Studio::RemoveStep(step),
        20 => Studio::NewResponse(step, stance),
        21 => Studio::Rename(Name::Step(step), format!("step-{}", lot.below(6))),
        22 => Studio::NewPerson(text),
        23 => Studio::Undo,
        24 => Studio::Redo,
        _ => Studio::Pick(Some(Pick::Step(step))),
    }
}

/// Does so many things to a text, and takes all of them back.
fn is_taken_back(text: &str, count: usize, seed: u64) {
    let mut model = Model::default();
    model.update(Event::FileCame("story.json".into(), Some(text.into())));
    // The map is laid out anew at each change: what it adds is seen in some of them.
    model.update(Studio::View(if seed.is_multiple_of(4) { View::Map } else { View::Text }).into());
    let first = model.text.clone();
    let mut lot = Lot(seed);
    for _ in 0..count {
        let change = some_change(&model, &mut lot);
        model.update(change.into());
        assert_eq!(model.editing.document.text(), model.text);
        // From time to time somebody writes in the text itself.
        if lot.below(40) == 0 {
            let at = model.text.char_indices().nth(lot.below(model.text.len())).map_or(0, |(at, _)| at);
            let mut text = model.text.clone();
            text.insert(at, ' ');
            model.update(Event::Took(text));
        }
        if lot.below(60) == 0 {
            model.update(Event::Keep);
        }
    }
    model.update(Studio::Pick(Some(Pick::Ending(Outcome::Adrift))).into());
    while !model.editing.history.done().is_empty() {
        model.update(Studio::Undo.into());
    }
    assert_eq!(model.text, first, "seed {seed}");
}

#[test]
fn ten_thousand_changes_are_taken_back_to_the_byte() {
    for seed in 0..40 {
        is_taken_back(SMALL, 250, seed);
    }
}

#[test]
fn drafts_that_are_no_story_are_changed_and_taken_back_too() {
    let cut: String = SMALL.chars().take(SMALL.len() * 2 / 3).collect();
    for (seed, text) in ["", "{", "[1, 2", "{ \"steps\": { \"oven\": 3 } }", &cut].into_iter().enumerate() {
        is_taken_back(text, 120, 900 + seed as u64);
    }
}

/// An edit through a form changes only the line it must: of every shipped story, one text or number in 29.
#[test]
fn a_text_or_a_number_of_a_shipped_story_changes_its_own_line_alone() {
    let folder = format!("{}/scenarios", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(folder).expect("the folder of scenarios").map(|file| file.expect("a file").path());
    let is_story = |path: &std::path::PathBuf| {
        path.extension().is_some_and(|it| it == "json") && !path.ends_with("scenario.schema.json")
    };
    let mut stories = 0;
    for path in files.filter(is_story) {
        stories += 1;
        let text = std::fs::read_to_string(&path).expect("a story");
        let id = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut model = Model::default();
        model.update(Event::FileCame(format!("{id}.json"), Some(text.clone().into_bytes())));
        let document = Document::new(text.clone());
        for (number, place) in places(&document).into_iter().enumerate().filter(|(number, _)| number % 29 == 0) {
            let Some(node) = document.node(&place) else { continue };
            let is_id = node.parent().and_then(Node::key).is_some_and(|key| matches!(key, "sets" | "has" | "lacks"));
            let change = match (node.text(), node.whole_number()) {
                (Some(_), _) if !is_id => Studio::Type(place.clone(), format!("Another {number}.")),
                (None, Some(now)) => Studio::Nudge(place.clone(), if now == 1 { 1 } else { -1 }),
                _ => continue,
            };
            model.update(change.into());
            if model.editing.refused.is_none() && model.text != text {
                let (before, after): (Vec<&str>, Vec<&str>) = (text.lines().collect(), model.text.lines().collect());
                let others = before.iter().zip(&after).filter(|(a, b)| a != b).count();
                let removed = before.len() != after.len();
                assert!(others <= 1 || removed, "{id}: {place} changed {others} lines");
            }
            model.update(Studio::Left.into());
            while !model.editing.history.done().is_empty() {
                model.update(Studio::Undo.into());
            }
            assert_eq!(model.text, text, "{id}: {place}");
        }
    }
    assert!(stories > 3, "the stories lie elsewhere");
}
