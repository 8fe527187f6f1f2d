//! A whole run in a dozen characters, to be typed, said aloud, or put into a link.
//!
//! The decisions are one number: at each step, which of the offered responses was taken. After it stand two characters
//! for the scenario, two for its version and three that check all the others (a Reed-Solomon code over the 32
//! characters): any one to three wrong characters are noticed, and of anything else all but one in 32,768.

use super::{Run, most_after};
use scenario::{Scenario, StepIndex};
use std::error::Error;
use std::fmt;
use std::rc::Rc;

/// The characters of a code, by their values. I, L, O and U are left out, because they are read as others or spell.
const CHARACTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many characters tell the scenario, its version and the check.
const TAGS: usize = 7;

/// In how many parts people write a code, at most, where other words stand beside it.
const MOST_PARTS: usize = 6;

/// A finished run, as its code: 8 to 12 characters for a scenario of the usual length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code(Box<str>);

/// Why a text is not the code of a run of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// It is mistyped or cut short.
    Mistyped,
    /// It is of another scenario.
    OtherScenario,
    /// It is of this scenario, but of another version of it.
    OtherVersion,
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            CodeError::Mistyped => "the code is mistyped or cut short",
            CodeError::OtherScenario => "the code is of a run of another scenario",
            CodeError::OtherVersion => "the code is of another version of the scenario",
        })
    }
}

impl Error for CodeError {}

impl Code {
    /// How many characters are typed without trouble.
    pub const USUAL: usize = 12;

    /// How many characters the code of any run has at most; conditions are left aside, so it may be fewer.
    pub fn longest(scenario: &Scenario) -> usize {
        // Among so many responses a decision says so many bits, each character five; counted in small parts of a bit.
        const BIT: f64 = 65_536.0;
        let says = |step: StepIndex| ((scenario.step(step).responses.len() as f64).log2() * BIT).ceil() as u32;
        let start = scenario.start();
        let entered = scenario.step(start).entry_after(0);
        let most = most_after(scenario, start, entered, says).saturating_add(says(start));
        TAGS + (f64::from(most) / (5.0 * BIT)).ceil() as usize
    }

    /// The code of a finished run; `None` while the run goes on.
    pub fn of(run: &Run) -> Option<Self> {
        run.ending()?;
        let mut digits = Vec::new();
        // The last decision first, so that the first one is the first to be taken out again.
        for turn in run.turns().iter().rev() {
            let mut offered = turn.before.offered(run.scenario());
            let place = offered.position(|(response, _)| response == turn.response)?;
            let count = turn.before.offered(run.scenario()).count();
            push(&mut digits, count, place);
        }
        // A leading zero would say nothing.
        digits.reverse();
        digits.extend(tags(run.scenario()));
        digits.extend(check(&digits));
        Some(Code(digits.into_iter().map(|digit| char::from(CHARACTERS[usize::from(digit)])).collect()))
    }

    /// The run of a text as it was typed or pasted: in either case, with any spaces and hyphens, within quotation marks,
    /// or as a whole link. What is no character of a code is passed over; the check characters tell which part of the
    /// text is one.
    ///
    /// # Errors
    /// Why no part of it is the code of a run of this scenario.
    pub fn read(text: &str, scenario: &Rc<Scenario>) -> Result<Run, CodeError> {
        let first = match read_part(text, scenario) {
            Ok(run) => return Ok(run),
            Err(not_this) => not_this,
        };
        let is_part = |part: &&str| !part.is_empty();
        let parts: Vec<&str> = text.split(|mark: char| !mark.is_ascii_alphanumeric()).filter(is_part).collect();
        let mut found = first;
        for start in 0..parts.len() {
            for end in start..parts.len().min(start + MOST_PARTS) {
                match read_part(&parts[start..=end].concat(), scenario) {
                    Ok(run) => return Ok(run),
                    // Whose code it is says more than that something beside it is none.
                    Err(CodeError::Mistyped) => {}
                    Err(other) => found = other,
                }
            }
        }
        Err(found)
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The run of a text whose every letter and digit belongs to the code.
fn read_part(text: &str, scenario: &Rc<Scenario>) -> Result<Run, CodeError> {
    let signs = text.bytes().filter(u8::is_ascii_alphanumeric);
    let digits: Vec<u8> = signs.map(digit).collect::<Option<_>>().ok_or(CodeError::Mistyped)?;
    let decisions = digits.len().checked_sub(TAGS).ok_or(CodeError::Mistyped)?;
    if check(&digits[..digits.len() - 3]) != digits[digits.len() - 3..] {
        return Err(CodeError::Mistyped);
    }
    let [own, version] = [&digits[decisions..decisions + 2], &digits[decisions + 2..decisions + 4]];
    let [here, now @ ..] = [&tags(scenario)[..2], &tags(scenario)[2..]];
    if own != here {
        return Err(CodeError::OtherScenario);
    }
    if [version] != now {
        return Err(CodeError::OtherVersion);
    }
    let mut number: Vec<u8> = digits[..decisions].to_vec();
    number.reverse();
    let mut run = Run::start(Rc::clone(scenario));
    while run.ending().is_none() {
        let offered: Vec<usize> = run.offered().map(|(response, _)| response).collect();
        let place = pop(&mut number, offered.len());
        let taken = offered.get(place).is_some_and(|response| run.choose(*response).is_ok());
        if !taken {
            return Err(CodeError::Mistyped);
        }
    }
    // What is left over was never written by a run of this scenario.
    if number.is_empty() { Ok(run) } else { Err(CodeError::Mistyped) }
}

/// The value of a character; O is read as 0, and I and L as 1.
fn digit(character: u8) -> Option<u8> {
    let character = match character.to_ascii_uppercase() {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    };
    CHARACTERS.iter().position(|known| *known == character).map(|at| at as u8)
}

/// Makes a number, its lowest digit first, `count` times as large, and adds `place`.
fn push(digits: &mut Vec<u8>, count: usize, place: usize) {
    let mut carry = place;
    for digit in digits.iter_mut() {
        carry += usize::from(*digit) * count;
        *digit = (carry % 32) as u8;
        carry /= 32;
    }
    while carry > 0 {
        digits.push((carry % 32) as u8);
        carry /= 32;
    }
}

/// Divides a number, its lowest digit first, by `count`, and gives the rest.
fn pop(digits: &mut Vec<u8>, count: usize) -> usize {
    let mut rest = 0;
    for digit in digits.iter_mut().rev() {
        rest = rest * 32 + usize::from(*digit);
        *digit = (rest / count.max(1)) as u8;
        rest %= count.max(1);
    }
    while digits.last() == Some(&0) {
        digits.pop();
    }
    rest
}

/// Two characters for the scenario and two for its version.
fn tags(scenario: &Scenario) -> [u8; 4] {
    // The id's hash, as FNV does it: equal ids are one scenario, whatever became of its texts.
    let hash = |bytes: &[u8]| {
        bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
    };
    let id = hash(scenario.id().as_str().as_bytes());
    let version = hash(scenario.fingerprint().to_string().as_bytes());
    let digit = |hash: u32, shift: u32| ((hash ^ (hash >> 16)) >> shift & 31) as u8;
    [digit(id, 5), digit(id, 0), digit(version, 5), digit(version, 0)]
}

/// The three characters that check all others: the rest of their polynomial, divided by (x-a)(x-a²)(x-a³).
fn check(digits: &[u8]) -> [u8; 3] {
    let root = |power: u32| (0..power).fold(1, |root, _| times(root, 2));
    let (a, b, c) = (root(1), root(2), root(3));
    // Subtraction is addition here, and both are exclusive or.
    let divisor = [a ^ b ^ c, times(a, b) ^ times(a, c) ^ times(b, c), times(times(a, b), c)];
    // Begun with the length, so that zeros at either end count.
    let mut rest = [(digits.len() % 32) as u8, 1, 0];
    for digit in digits.iter().chain(&[0; 3]) {
        let [first, second, third] = rest;
        let next = [second, third, *digit];
        rest = [0, 1, 2].map(|at| next[at] ^ times(first, divisor[at]));
    }
    rest
}

/// The product of two of the 32 characters' values, as polynomials modulo x⁵+x²+1.
fn times(one: u8, other: u8) -> u8 {
    let mut product = 0;
    for bit in (0..5).rev() {
        product <<= 1;
        if product & 32 != 0 {
            product ^= 0b10_0101;
        }
        if other >> bit & 1 == 1 {
            product ^= one;
        }
    }
    product
}
