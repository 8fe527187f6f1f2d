//! Keys by the names that a reader knows.

use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};

/// The strokes of `u`, `Escape` or `Shift+Tab`: all down in turn, all up again.
pub fn strokes(keys: &str) -> KeyActions {
    let keys: Vec<char> = if keys == "+" { vec!['+'] } else { keys.split('+').map(code).collect() };
    let down = keys.iter().map(|key| KeyAction::Down { value: *key });
    let up = keys.iter().rev().map(|key| KeyAction::Up { value: *key });
    down.chain(up).fold(KeyActions::new("keyboard".into()), |strokes, stroke| strokes.then(stroke))
}

fn code(name: &str) -> char {
    let key = match name {
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => return ' ',
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        _ => {
            let mut marks = name.chars();
            match (marks.next(), marks.next()) {
                (Some(mark), None) => return mark,
                _ => panic!("there is no key named {name:?}; see keys.rs for the names"),
            }
        }
    };
    key.into()
}
