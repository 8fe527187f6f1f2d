//! Random edits, undone, done again, kept and gone on with.

mod support;

use document::{Document, Edit, History};
use support::{Lots, assert_read_anew, edit, stories};

/// How many operations are tried on each story.
const OPERATIONS: usize = 10_000;

/// One operation by lot: an edit, a part of the last, an undo or a redo. How many bytes a text may grow to is bounded, so
/// that the test stays quick.
fn operate(document: &mut Document, history: &mut History, most: usize, lots: &mut Lots) -> bool {
    let chosen = lots.below(10);
    match chosen {
        _ if document.text().len() > most => history.undo(document).expect("its own history").is_some(),
        0..=2 => history.undo(document).expect("its own history").is_some(),
        3 => history.redo(document).expect("its own history").is_some(),
        _ => {
            let edit = edit(document, lots);
            let before = document.text().to_owned();
            let made = match chosen {
                4 => history.extend(document, &edit, "extended"),
                _ => history.apply(document, &edit, "edit"),
            };
            match &made {
                Ok(patch) => assert_eq!(patch.apply(&before).as_deref(), Ok(document.text()), "{edit:?}"),
                Err(error) => {
                    assert_eq!(document.text(), before, "{edit:?}");
                    assert!(!error.to_string().is_empty());
                }
            }
            made.is_ok()
        }
    }
}

#[test]
fn ten_thousand_operations_undone_give_the_first_bytes_again_and_done_again_the_last() {
    for (name, first) in stories() {
        let mut lots = Lots(first.len() as u64);
        let (mut document, mut history) = (Document::new(&*first), History::default());
        let mut made = 0;
        for number in 0..OPERATIONS {
            made += usize::from(operate(&mut document, &mut history, 3 * first.len(), &mut lots));
            if number % 97 == 0 {
                assert_read_anew(&document);
            }
        }
        assert!(made > OPERATIONS / 2, "{name}: only {made} operations fitted");
        while history.redo(&mut document).expect("its own history").is_some() {}
        let last = document.text().to_owned();
        for _ in 0..2 {
            while history.undo(&mut document).expect("its own history").is_some() {}
            assert_eq!(document.text(), first, "{name}");
            assert_read_anew(&document);
            while history.redo(&mut document).expect("its own history").is_some() {}
            assert_eq!(document.text(), last, "{name}");
        }
    }
}

#[test]
fn operations_that_go_on_after_a_reload_are_the_same() {
    for (name, first) in stories() {
        let mut lots = [Lots(9), Lots(9)];
        let mut straight = (Document::new(&*first), History::default());
        let mut reloaded = (Document::new(&*first), History::default());
        for number in 0..500 {
            operate(&mut straight.0, &mut straight.1, 3 * first.len(), &mut lots[0]);
            operate(&mut reloaded.0, &mut reloaded.1, 3 * first.len(), &mut lots[1]);
            let kept = (reloaded.0.text().to_owned(), reloaded.1.clone());
            reloaded = match number % 50 {
                0 => {
                    let json = serde_json::to_string(&kept).expect("JSON");
                    let (text, history): (String, History) = serde_json::from_str(&json).expect("the same");
                    (Document::new(text), history)
                }
                25 => {
                    let bytes = postcard::to_allocvec(&kept).expect("bytes");
                    let (text, history): (String, History) = postcard::from_bytes(&bytes).expect("the same");
                    (Document::new(text), history)
                }
                _ => reloaded,
            };
        }
        assert_eq!(straight, reloaded, "{name}");
        while reloaded.1.undo(&mut reloaded.0).expect("its own history").is_some() {}
        assert_eq!(reloaded.0.text(), first, "{name}");
    }
}

#[test]
fn the_inverse_of_an_edit_is_an_edit_and_its_own_inverse_is_the_first() {
    for (name, first) in stories() {
        let mut lots = Lots(77);
        let mut document = Document::new(&*first);
        let mut made = 0;
        for _ in 0..300 {
            let edit = edit(&document, &mut lots);
            let before = document.text().to_owned();
            let Ok(patch) = document.apply(&edit) else { continue };
            made += 1;
            let after = document.text().to_owned();
            let inverse = document.apply(&Edit::Patch(patch.inverse())).expect("the way back");
            assert_eq!(document.text(), before, "{name}: {edit:?}");
            assert_eq!(inverse, patch.inverse());
            let again = document.apply(&Edit::Patch(inverse.inverse())).expect("the way there");
            assert_eq!((document.text(), &again), (&*after, &patch), "{name}: {edit:?}");
            document.patch(&patch.inverse()).expect("the way back");
        }
        assert!(made > 150, "{name}: only {made} edits fitted");
    }
}

#[test]
fn an_edit_goes_to_a_worker_and_comes_back_the_same() {
    let document = Document::new(include_str!("../../../tests/fixtures/every-field.json"));
    let mut lots = Lots(3);
    for _ in 0..300 {
        let edit = edit(&document, &mut lots);
        let bytes = postcard::to_allocvec(&edit).expect("bytes");
        assert_eq!(postcard::from_bytes::<Edit>(&bytes), Ok(edit));
    }
}

#[test]
fn what_is_typed_is_one_change_and_what_another_text_has_is_left_alone() {
    let mut document = Document::new("{ \"title\": \"\" }");
    let mut history = History::default();
    let title = document::Path::root().key("title");
    for (number, text) in ["S", "Sl", "Sla", "Slack"].into_iter().enumerate() {
        let edit = Edit::set(title.clone(), text);
        let typed = if number == 0 {
            history.apply(&mut document, &edit, "Title")
        } else {
            history.extend(&mut document, &edit, "Title")
        };
        assert!(!typed.expect("it fits").is_empty());
    }
    assert_eq!((document.text(), history.done().len()), ("{ \"title\": \"Slack\" }", 1));
    let mut other = Document::new("{ \"title\": \"Other\" }");
    assert!(history.undo(&mut other).is_err());
    assert_eq!((other.text(), history.done().len()), ("{ \"title\": \"Other\" }", 1));
    history.undo(&mut document).expect("its own history");
    // After an undo, typing is a change of its own, and what was undone is forgotten.
    history.extend(&mut document, &Edit::set(title.clone(), "x"), "Title").expect("it fits");
    assert_eq!((history.done().len(), history.undone().len()), (1, 0));
    history.extend(&mut document, &Edit::set(title, ""), "Title").expect("it fits");
    assert!(history.done().is_empty(), "what comes to nothing is no change");
}
