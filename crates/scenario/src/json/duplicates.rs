//! The same key twice in one object.

use super::super::code::Code;
use super::super::error::{ReadError, Related, Span};
use super::super::reader::{Log, shortened};
use super::entry::Entry;
use super::row::Rows;
use std::collections::HashMap;
use std::collections::hash_map::Entry as Place;

/// How many keys are compared with one another; a table pays for more.
const FEW: usize = 16;

impl Rows<'_> {
    /// Reports each key that came before, and keeps the first of them. The members are what was read last, from a
    /// place on.
    pub(super) fn drop_duplicates(&mut self, from: usize) {
        let again = self.duplicates(from);
        if again.is_empty() {
            return;
        }
        let mut again = again.into_iter().peekable();
        let all = self.pending.split_off(from);
        for (at, pair) in all.as_chunks().0.iter().enumerate() {
            let Some((_, first)) = again.next_if(|(place, _)| *place == at) else {
                self.pending.extend_from_slice(pair);
                continue;
            };
            let [key, _] = pair;
            let error = ReadError {
                code: Code::DuplicateKey,
                span: key.span(),
                message: format!("The key `{}` stands twice in this object.", shortened(self.tree.text_of(key))),
                help: "Rename one of them, or take one out.".into(),
                related: vec![Related { span: first, message: "It stands here first.".into() }],
            };
            if self.doubled.len() < Log::MOST {
                self.doubled.push(error);
            } else {
                self.uncounted += 1;
            }
        }
    }

    /// The members whose key came before: their number, and where the key stands first.
    fn duplicates(&self, from: usize) -> Vec<(usize, Span)> {
        let pairs: &[[Entry; 2]] = self.pending.get(from..).unwrap_or_default().as_chunks().0;
        let name = |pair: &[Entry; 2]| self.tree.bytes_of(&pair[0]);
        let mut again = Vec::new();
        if pairs.len() <= FEW {
            let mut seen = 0_u64;
            for (at, pair) in pairs.iter().enumerate() {
                let key = name(pair);
                let kind = 1 << likeness(key);
                if seen & kind != 0 {
                    let first = pairs.iter().take(at).find(|before| name(before) == key);
                    again.extend(first.map(|first| (at, first[0].span())));
                }
                seen |= kind;
            }
            return again;
        }
        let mut table: HashMap<&[u8], Span> = HashMap::with_capacity(pairs.len());
        for (at, pair) in pairs.iter().enumerate() {
            match table.entry(name(pair)) {
                Place::Occupied(first) => again.push((at, *first.get())),
                Place::Vacant(place) => {
                    place.insert(pair[0].span());
                }
            }
        }
        again
    }
}

/// A number below 64 that equal keys share and most others do not, so that hardly any need to be compared.
fn likeness(key: &[u8]) -> u32 {
    let letter = |at: Option<&u8>| at.copied().map_or(0, u32::from);
    (letter(key.first()) + 5 * letter(key.last()) + 11 * key.len() as u32) % 64
}

#[cfg(test)]
mod tests {
    use super::super::super::reader::Log;
    use super::super::{Value, parse};

    /// The keys that an object keeps, and how many errors it has.
    fn keys(text: &str) -> (Vec<String>, usize) {
        let mut log = Log::default();
        let tree = parse(text, 0, 9, &mut log);
        let Value::Object(object) = tree.root().value() else { panic!("{text} is no object") };
        let kept = object.members().map(|member| member.key.to_owned()).collect();
        (kept, log.into_errors().map_or(0, |errors| errors.count()))
    }

    #[test]
    fn of_equal_keys_the_first_is_kept_however_it_is_spelt_and_however_many_there_are() {
        assert_eq!(keys(r#"{"ab":1,"ba":2,"cb":3}"#), (vec!["ab".into(), "ba".into(), "cb".into()], 0));
        assert_eq!(keys(r#"{"ab":1,"\u0061b":2,"b":3}"#), (vec!["ab".into(), "b".into()], 1));
        for count in [2, 15, 16, 17, 40] {
            let names: Vec<String> = (0..count).map(|at| format!("key-{at}")).collect();
            let members: Vec<String> = names.iter().map(|name| format!("\"{name}\":1")).collect();
            assert_eq!(keys(&format!("{{{}}}", members.join(","))), (names.clone(), 0));
            assert_eq!(keys(&format!("{{{0},{0}}}", members.join(","))), (names, count));
        }
    }
}
