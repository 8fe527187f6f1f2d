//! The answer of the reader, which works beside the page, as a row of bytes.

use super::{FaultyFile, PlacedFault, read_file};
use scenario::pack::{Packer, Unpacker};

/// Reads a file, and writes down what came of it.
pub fn to_answer(bytes: &[u8]) -> Vec<u8> {
    let mut to = Packer::default();
    match read_file(String::new(), bytes) {
        Ok(pack) => {
            to.number(0);
            to.row(&pack);
        }
        Err(file) => {
            to.flags(file.count as u64);
            to.each(&file.faults, |to, fault| {
                to.number(fault.line);
                to.number(fault.column);
                to.text(&fault.message);
                to.text(&fault.help);
            });
        }
    }
    to.bytes()
}

/// What an answer says of the file of that name; `None` where it is no answer.
pub fn from_answer(answer: &[u8], name: &str) -> Option<Result<Vec<u8>, FaultyFile>> {
    let mut from = Unpacker::new(answer);
    let count = from.flags() as usize;
    let read = if count == 0 {
        Ok(from.row().to_vec())
    } else {
        let fault = |from: &mut Unpacker<'_>| {
            let (line, column) = (from.number(), from.number());
            Some(PlacedFault { line, column, message: from.text().into(), help: from.text().into() })
        };
        Err(FaultyFile { name: name.into(), faults: from.each(fault)?, count })
    };
    from.is_done().then_some(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_says_what_reading_said() {
        let small = include_bytes!("../../tests/fixtures/small.json");
        let there_and_back = |bytes: &[u8]| from_answer(&to_answer(bytes), "a.json");
        assert_eq!(there_and_back(small), Some(read_file("a.json".into(), small)));
        assert_eq!(there_and_back(b"{}"), Some(read_file("a.json".into(), b"{}")));
        assert!(matches!(there_and_back(b"{}"), Some(Err(file)) if file.count > 1 && file.name == "a.json"));
        assert_eq!(from_answer(b"", "a.json"), None);
    }
}
