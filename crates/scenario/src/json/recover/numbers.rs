//! Numbers as people write them, and JSON does not.

use super::super::super::signs::{self, Meant};
use super::super::plain::number_of;
use super::slips::Group;

/// What is wrong with a number.
pub(super) struct Written {
    /// The group of its slip, where others of the file may have the same.
    pub group: Option<Group>,
    pub message: String,
    pub help: String,
}

/// What is wrong with a number that is not written as JSON writes it; `None` where it is no number at all.
pub(super) fn number_meant(written: &str) -> Option<Written> {
    let mut plain = String::new();
    let mut odd: Option<(char, &'static str, Meant)> = None;
    for c in written.chars() {
        let Some(sign) = signs::sign(c) else {
            plain.push(c);
            continue;
        };
        odd = odd.or(Some((c, sign.name, sign.meant)));
        match sign.meant {
            Meant::Minus => plain.push('-'),
            Meant::Plus => plain.push('+'),
            Meant::Point => plain.push('.'),
            Meant::Comma => plain.push(','),
            Meant::Space => {}
            Meant::Single => plain.push('\''),
            Meant::Plain(c) => plain.push(c),
            _ => return None,
        }
    }
    let begins = plain.trim_start_matches(['+', '-', '.', ' ']);
    if !begins.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'O' | 'o' | 'l' | 'I'))
        || !begins.contains(|c: char| c.is_ascii_digit())
        || plain.len() > 80
    {
        return None;
    }
    let unsigned = plain.strip_prefix('+').unwrap_or(&plain);
    if let Some((c, name, meant)) = odd.filter(|_| number_of(unsigned).is_some()) {
        return Some(look_alike(c, name, meant, unsigned));
    }
    Some(told(&plain))
}

/// A sign of a number that looks like another.
fn look_alike(c: char, name: &str, meant: Meant, plain: &str) -> Written {
    let (group, instead) = match meant {
        Meant::Minus => (Group::Minus, "JSON has `-` before a number"),
        Meant::Plus => (Group::Plus, "JSON has no plus sign before a number"),
        Meant::Space => (Group::Blank, "a number stands by itself"),
        _ => (Group::Digit, "JSON has the digits 0 to 9"),
    };
    let named = signs::named(c, name);
    let message =
        if meant == Meant::Plus { format!("{named}, and {instead}.") } else { format!("{named}; {instead}.") };
    Written { group: Some(group), message, help: format!("Write `{plain}`.") }
}

fn told(plain: &str) -> Written {
    let alone = |message: &str, help: String| Written { group: None, message: message.into(), help };
    let write = |number: &str| format!("Write `{number}`.");
    let negative = plain.starts_with('-');
    let bare = plain.trim_start_matches(['+', '-', ' ']);
    let signed = |digits: &str| {
        let digits = digits.trim_start_matches('0');
        let digits = if digits.is_empty() { "0" } else { digits };
        if negative && digits != "0" { format!("-{digits}") } else { digits.to_owned() }
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits(bare) {
        let number = signed(bare);
        if plain.starts_with('+') && !plain.contains('-') {
            let message = "JSON has no plus sign before a number.".into();
            return Written {
                group: Some(Group::Plus),
                message,
                help: format!("Write `{number}`: a number without a sign is added."),
            };
        }
        if plain.starts_with(['+', '-']) && !bare.starts_with('0') {
            return alone("A number has one sign, right before its first digit.", write(&number));
        }
        return alone("A number does not begin with a 0.", write(&number));
    }
    let whole = "The numbers of a scenario are whole";
    if let Some((before, after)) = bare.split_once(['.', ',']) {
        let comma = bare.contains(',');
        if comma && after.len() == 3 && digits(before) && digits(after) {
            return alone("A number has no comma between its digits.", write(&signed(&format!("{before}{after}"))));
        }
        if (before.is_empty() || digits(before)) && (after.is_empty() || digits(after)) {
            let message = match (before, after) {
                (_, "") => "A number does not end with a point.",
                ("", _) => "A number does not begin with a point.",
                _ if comma => "JSON has no decimal comma, and a scenario has no fractions.",
                _ => "This is not a number as JSON writes it.",
            };
            return alone(message, format!("{whole}: write `{}`.", signed(before)));
        }
    }
    let joined: String = bare.chars().filter(|c| !matches!(c, '_' | '\'' | ' ' | ',' | '.')).collect();
    if digits(&joined) {
        return alone("A number has nothing between its digits.", write(&signed(&joined)));
    }
    if let Some(number) =
        bare.strip_prefix("0x").or(bare.strip_prefix("0X")).and_then(|hex| u32::from_str_radix(hex, 16).ok())
    {
        return alone("JSON has decimal numbers only.", write(&signed(&number.to_string())));
    }
    let letters = |c: char| match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        c => c,
    };
    let meant: String = bare.chars().map(letters).collect();
    if digits(&meant) {
        return alone("A letter stands among the digits of this number.", write(&signed(&meant)));
    }
    let number: String = bare.chars().take_while(char::is_ascii_digit).collect();
    let help = format!("{whole}, without a unit or a sum: write `{}`.", signed(&number));
    alone("This is not a number as JSON writes it.", help)
}
