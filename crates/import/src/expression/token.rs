//! The words and signs of an expression.

use super::Comparison;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Variable(String),
    Number(f64),
    Truth(bool),
    Text,
    It,
    To,
    Into,
    Add,
    Subtract,
    AddTo,
    SubtractFrom,
    Increase,
    Decrease,
    Compare(Comparison),
    And,
    Or,
    Not,
    Open,
    Close,
    /// `,` or `;`.
    Next,
    /// Anything else, such as a call.
    Other,
}

/// Signs, the longest first.
const SIGNS: [(&str, Token); 26] = [
    ("!==", Token::Compare(Comparison::IsNot)),
    ("===", Token::Compare(Comparison::Is)),
    ("!=", Token::Compare(Comparison::IsNot)),
    ("<>", Token::Compare(Comparison::IsNot)),
    ("==", Token::Compare(Comparison::Is)),
    (">=", Token::Compare(Comparison::AtLeast)),
    ("<=", Token::Compare(Comparison::AtMost)),
    ("&&", Token::And),
    ("||", Token::Or),
    ("+=", Token::AddTo),
    ("-=", Token::SubtractFrom),
    ("++", Token::Increase),
    ("--", Token::Decrease),
    (">", Token::Compare(Comparison::Greater)),
    ("<", Token::Compare(Comparison::Less)),
    ("=", Token::To),
    (":", Token::To),
    ("!", Token::Not),
    ("(", Token::Open),
    (")", Token::Close),
    ("+", Token::Add),
    ("-", Token::Subtract),
    (",", Token::Next),
    (";", Token::Next),
    ("≥", Token::Compare(Comparison::AtLeast)),
    ("≤", Token::Compare(Comparison::AtMost)),
];

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = token(rest, first);
        // Two words make one: `is not`.
        match (tokens.last(), &token) {
            (Some(Token::Compare(Comparison::Is)), Token::Not) => {
                tokens.pop();
                tokens.push(Token::Compare(Comparison::IsNot));
            }
            _ => tokens.push(token),
        }
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    tokens
}

fn token(rest: &str, first: char) -> (Token, usize) {
    match first {
        '"' | '\'' | '`' => (Token::Text, quoted(rest, first)),
        '0'..='9' => number(rest),
        '.' if rest.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) => number(rest),
        '$' | '_' => word(rest),
        _ if first.is_alphabetic() => word(rest),
        _ => {
            let sign = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign));
            sign.map_or((Token::Other, first.len_utf8()), |(sign, token)| (token.clone(), sign.len()))
        }
    }
}

/// How long a text in quotes is, its quotes included.
fn quoted(rest: &str, quote: char) -> usize {
    let mut signs = rest.char_indices().skip(1);
    while let Some((at, sign)) = signs.next() {
        match sign {
            '\\' => {
                signs.next();
            }
            _ if sign == quote => return at + quote.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

fn number(rest: &str) -> (Token, usize) {
    let length = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let number = rest.get(..length).and_then(|digits| digits.parse().ok());
    (number.map_or(Token::Other, Token::Number), length)
}

fn word(rest: &str) -> (Token, usize) {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '$');
    let length = rest.find(|c: char| !inside(c)).unwrap_or(rest.len());
    let (word, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
    let next = after.trim_start();
    let token = match word.to_ascii_lowercase().as_str() {
        "is" | "eq" => Token::Compare(Comparison::Is),
        "isnot" | "neq" | "ne" => Token::Compare(Comparison::IsNot),
        "gt" => Token::Compare(Comparison::Greater),
        "gte" => Token::Compare(Comparison::AtLeast),
        "lt" => Token::Compare(Comparison::Less),
        "lte" => Token::Compare(Comparison::AtMost),
        "and" => Token::And,
        "or" => Token::Or,
        "not" => Token::Not,
        "to" => Token::To,
        "into" => Token::Into,
        "true" => Token::Truth(true),
        "false" => Token::Truth(false),
        "it" => Token::It,
        // A call, an item of a list, or a variable's property by its name.
        _ if next.starts_with(['[', '\'', '(']) => Token::Other,
        _ => Token::Variable(word.strip_prefix('$').unwrap_or(word).trim_end_matches('.').to_owned()),
    };
    (token, length)
}
