//! The places that a wasm would name while it falls: file, line and column of each panic. Nobody reads them, and the files
//! are paths of the machine that built it, which are nobody's business.
//!
//! A place is four words in the wasm's data: where its file's name starts, how long that is, the line, and the column.
//! Blank bytes cost nothing to send.

use anyhow::{Context, Result, bail};
use wasm_encoder::{ConstExpr, DataSection, Module};
use wasmparser::{DataKind, Operator, Parser, Payload};

/// How many bytes a place takes, and at what multiples of bytes it starts.
const PLACE: usize = 16;
const WORD: usize = 4;

/// A wasm that names no place.
pub fn out(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("the wasm cannot be read")?;
        if let Payload::DataSection(data) = payload {
            let mut without = DataSection::new();
            for segment in data {
                let segment = segment?;
                let mut bytes = segment.data.to_vec();
                match segment.kind {
                    DataKind::Passive => without.passive(bytes),
                    DataKind::Active { memory_index, offset_expr } => {
                        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                            bail!("the wasm's data have no fixed place");
                        };
                        blank(&mut bytes, value.cast_unsigned() as usize);
                        without.active(memory_index, &ConstExpr::i32_const(value), bytes)
                    }
                };
            }
            module.section(&without);
        } else if let Some((id, range)) = payload.as_section() {
            module.section(&super::raw(wasm, id, range));
        }
    }
    Ok(module.finish())
}

/// Blanks all places in data that stand at an address, and their files' names.
fn blank(data: &mut [u8], address: usize) {
    let mut names = Vec::new();
    for at in (address.wrapping_neg() % WORD..data.len().saturating_sub(PLACE - 1)).step_by(WORD) {
        let word = |nth: usize| {
            let bytes = data[at + nth * WORD..][..WORD].try_into();
            u32::from_le_bytes(bytes.unwrap_or_default()) as usize
        };
        let (line, column) = (word(2), word(3));
        let Some(start) = word(0).checked_sub(address) else { continue };
        let name = start..start.saturating_add(word(1));
        let is_place = (1..100_000).contains(&line) && (1..1_000).contains(&column);
        if is_place && data.get(name.clone()).is_some_and(is_source) {
            data[at..at + PLACE].fill(0);
            names.push(name);
        }
    }
    for name in names {
        data[name].fill(0);
    }
}

/// Whether bytes are the name of a source file; it may end with a zero.
fn is_source(name: &[u8]) -> bool {
    let name = name.strip_suffix(&[0]).unwrap_or(name);
    name.ends_with(b".rs") && name.iter().all(u8::is_ascii_graphic)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{MemorySection, MemoryType};

    use super::*;

    const ADDRESS: u32 = 1_048_576;
    const NAME: &[u8] = b"/somewhere/a.rs";

    /// A place, as it stands in the data.
    fn place(name: u32, length: usize, line: u32, column: u32) -> Vec<u8> {
        let words = [name, u32::try_from(length).unwrap(), line, column];
        words.iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    /// What is left of a wasm's data.
    fn left(data: Vec<u8>) -> Vec<u8> {
        let (mut module, mut memories, mut section) = (Module::new(), MemorySection::new(), DataSection::new());
        let kind = MemoryType { minimum: 17, maximum: None, memory64: false, shared: false, page_size_log2: None };
        memories.memory(kind);
        section.active(0, &ConstExpr::i32_const(ADDRESS.cast_signed()), data);
        module.section(&memories).section(&section);
        let without = out(&module.finish()).unwrap();
        let mut all = Parser::new(0).parse_all(&without).map(Result::unwrap);
        let data = all.find_map(|payload| match payload {
            Payload::DataSection(data) => data.into_iter().next(),
            _ => None,
        });
        data.unwrap().unwrap().data.to_vec()
    }

    #[test]
    fn a_place_and_its_files_name_are_blank() {
        let name = [NAME, b"go on"].concat();
        let start = ADDRESS + 2 * 16;
        let data = [place(start, NAME.len(), 7, 9), place(start, NAME.len(), 80, 1), name].concat();
        let blank = [vec![0; 2 * 16 + NAME.len()], b"go on".to_vec()].concat();
        assert_eq!(left(data), blank);
    }

    #[test]
    fn words_that_are_no_place_stay() {
        let start = ADDRESS + 5 * 16;
        let words = [
            place(start, NAME.len(), 0, 9),
            place(start, NAME.len(), 7, 1_000_000),
            place(start, NAME.len() - 1, 7, 9),
            place(start, 4_000, 7, 9),
            place(3, NAME.len(), 7, 9),
            NAME.to_vec(),
        ]
        .concat();
        assert_eq!(left(words.clone()), words);
    }
}
