//! The words of the field guide: all ideas, in order, in plain words, on few bytes.

use lint::grade;
use scenario::Concept;
use two_hats::words::guide::GUIDE;

/// The bytes that the guide's words may take.
const MOST_BYTES: usize = 14 * 1024;

/// The highest grade of school that they may ask for.
const HIGHEST_GRADE: f64 = 9.0;

#[test]
fn every_concept_is_there_once_and_in_the_lists_order() {
    let ids: Vec<&str> = GUIDE.concepts.iter().map(|concept| concept.id).collect();
    let list: Vec<&str> = Concept::all().map(Concept::id).collect();
    assert_eq!(ids, list);
}

#[test]
fn a_name_is_short_and_nobody_elses() {
    for (at, concept) in GUIDE.concepts.iter().enumerate() {
        let words = concept.name.split_whitespace().count();
        assert!((2..=5).contains(&words), "{}: “{}” has {words} words", concept.id, concept.name);
        let others = &GUIDE.concepts[..at];
        assert!(others.iter().all(|other| other.name != concept.name), "{} is named as another one", concept.id);
    }
}

#[test]
fn the_sides_of_a_table_belong_to_their_concept() {
    let named = |id: &str| GUIDE.concept(id).map(|concept| concept.name);
    for (at, contrast) in (1..).zip(&GUIDE.contrasts) {
        assert_eq!(Some(contrast.aspect), named(&format!("C{at}")));
    }
    for (at, dimension) in (1..).zip(&GUIDE.dimensions) {
        assert_eq!(Some(dimension.name), named(&format!("D{at}")));
    }
    for (at, outcome) in (1..).zip(&GUIDE.outcomes) {
        assert_eq!(Some(outcome.name), named(&format!("O{at}")));
    }
}

#[test]
fn no_text_is_empty_or_hard_to_read() {
    for text in GUIDE.texts() {
        assert!(!text.trim().is_empty() && text.trim() == text, "“{text}”");
        if let Some(grade) = grade([text].into_iter()) {
            assert!(grade <= HIGHEST_GRADE, "grade {grade:.1}: {text}");
        }
    }
    let all = grade(GUIDE.texts().into_iter()).unwrap_or_default();
    assert!(all > 0.0 && all <= HIGHEST_GRADE, "the whole guide has grade {all:.1}");
}

#[test]
fn an_answer_has_two_to_four_sentences() {
    for question in &GUIDE.questions {
        let ends = question.answer.split_inclusive(['.', '?', '!']).filter(|piece| piece.trim().len() > 1).count();
        assert!((2..=5).contains(&ends), "{ends} sentences: {}", question.answer);
        assert!(question.question.ends_with('?'), "{}", question.question);
    }
}

#[test]
fn the_guide_is_small() {
    let bytes: usize = GUIDE.texts().iter().map(|text| text.len()).sum();
    assert!(bytes <= MOST_BYTES, "{bytes} bytes of at most {MOST_BYTES}");
}
