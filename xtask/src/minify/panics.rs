//! What a wasm would say while it falls. Nobody reads it: the page has its own words for that.
//!
//! A panic goes through functions that never return and end in a trap. Here they trap at once, and whoever looks at what is
//! called leaves out what they would have called, or read, to put a message together. So do those that write a value out
//! for developers: only a panic's message has such a value in it.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    ops::Range,
};

use anyhow::{Context, Result, ensure};
use wasm_encoder::{CustomSection, Encode, Module, RawSection};
use wasmparser::{
    BinaryReader, KnownCustom, Name, Operator, OperatorsReader, Parser, Payload, RelocAddendKind, RelocSectionReader,
    RelocationEntry, TypeRef,
};

/// An instruction that traps, and the one that ends a function.
const TRAP: u8 = 0x00;
const END: u8 = 0x0b;

/// Parts of the names of functions that never return.
const FALLS: [&str; 14] = [
    "::panicking::panic",
    "::panicking::assert_failed",
    "::cell::panic_already",
    "::local::panic_access_error",
    "::option::unwrap_failed",
    "::option::expect_failed",
    "::result::unwrap_failed",
    "::str::slice_error_fail",
    "::slice::index::slice_index_fail",
    "::raw_vec::handle_error",
    "::raw_vec::capacity_overflow",
    "::alloc::handle_alloc_error",
    "::__rust_end_short_backtrace",
    "console_error_panic_hook::hook",
];

/// Parts of the names of functions that write a value out for developers, or hand a message on.
const MESSAGES: [&str; 3] = ["fmt::Debug>::fmt", "::escape_debug_ext", "::PanicPayload>::"];

/// A wasm whose functions of a panic trap at once, each as long as it was, so that all that is told of the others' places in
/// the code stays true. That what stood in them, or is handed to them, is an address is not told any more. Fails where it
/// has none that are named.
pub fn out(wasm: &[u8]) -> Result<Vec<u8>> {
    without(wasm, |name| falls_by_name(name) || tells_by_name(name))
}

/// The same of a wasm that is yet to be split, but that of what writes a value out only that is silent which would lie in
/// the app itself, as it is split without this: in a chunk, a library's error may have such a value in what it tells people.
pub fn out_before(wasm: &[u8], split: impl FnOnce(&[u8]) -> Result<Vec<u8>>) -> Result<Vec<u8>> {
    let app = split(&without(wasm, falls_by_name)?)?;
    let in_app: HashSet<String> = names(&app)?.into_values().filter(|name| tells_by_name(name)).collect();
    without(wasm, |name| falls_by_name(name) || in_app.contains(name))
}

/// A wasm in which functions of some names trap.
fn without(wasm: &[u8], traps: impl Fn(&str) -> bool) -> Result<Vec<u8>> {
    let (first, falls) = trapped(wasm, traps).context("the wasm cannot be read")?;
    ensure!(!falls.is_empty(), "no function of the wasm has the name of a panic's");
    let (code, trapping) = trapping(wasm, first, &falls)?;
    let mut module = Module::new();
    let (mut sections, mut number) = (0, None);
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let Some((id, range)) = payload.as_section() else { continue };
        match &payload {
            Payload::CodeSectionStart { .. } => {
                number = Some(sections);
                module.section(&RawSection { id, data: &code });
            }
            Payload::CodeSectionEntry(_) => continue,
            Payload::CustomSection(section) if section.name().starts_with(RELOCATIONS) => {
                let told = RelocSectionReader::new(BinaryReader::new(section.data(), 0))?;
                if number == Some(told.section_index()) {
                    let traps = |index: u32| falls.contains(&index);
                    let is_left_out = |entry: &RelocationEntry| {
                        let at = u64::from(entry.offset);
                        trapping.iter().any(|range| range.contains(&at)) || is_handed_to(&code, entry, traps)
                    };
                    let data = Cow::Owned(told_of_the_rest(&told, is_left_out)?);
                    module.section(&CustomSection { name: section.name().into(), data });
                } else {
                    module.section(&super::raw(wasm, id, range));
                }
            }
            _ => {
                module.section(&super::raw(wasm, id, range));
            }
        }
        sections += 1;
    }
    Ok(module.finish())
}

/// The code of a wasm whose functions of some indices trap, and where in it their bodies are; `first` is the index of the
/// first that has a body.
fn trapping(wasm: &[u8], first: u32, falls: &HashSet<u32>) -> Result<(Vec<u8>, Vec<Range<u64>>)> {
    let (mut code, mut start, mut index) = (Vec::new(), 0, first);
    let mut trapping = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CodeSectionStart { range, .. } => {
                start = range.start;
                code = wasm[range.start as usize..range.end as usize].to_vec();
            }
            Payload::CodeSectionEntry(body) => {
                if falls.contains(&index) {
                    let within = body.range().start - start..body.range().end - start;
                    let body = &mut code[within.start as usize..within.end as usize];
                    // A function without places of its own, which traps and ends.
                    body.fill(TRAP);
                    body[within.end as usize - within.start as usize - 1] = END;
                    trapping.push(within);
                }
                index += 1;
            }
            _ => {}
        }
    }
    Ok((code, trapping))
}

/// What a section's name starts with that tells what of another one is an address.
const RELOCATIONS: &str = "reloc.";

/// Whether an address in the code is only there to be handed to a function that traps: what follows it are constants and
/// locals, and the call.
fn is_handed_to(code: &[u8], entry: &RelocationEntry, traps: impl Fn(u32) -> bool) -> bool {
    let rest = code.get(entry.offset.saturating_sub(1) as usize..).unwrap_or_default();
    let mut reader = OperatorsReader::new(BinaryReader::new(rest, 0));
    while let Ok(operator) = reader.read() {
        match operator {
            Operator::I32Const { .. } | Operator::LocalGet { .. } => {}
            Operator::Call { function_index } => return traps(function_index),
            _ => return false,
        }
    }
    false
}

/// What is told of a code but for what is left out.
fn told_of_the_rest(told: &RelocSectionReader<'_>, is_left_out: impl Fn(&RelocationEntry) -> bool) -> Result<Vec<u8>> {
    let (mut entries, mut count) = (Vec::new(), 0_u32);
    for entry in told.entries() {
        let entry = entry?;
        if is_left_out(&entry) {
            continue;
        }
        count += 1;
        entries.push(entry.ty as u8);
        entry.offset.encode(&mut entries);
        entry.index.encode(&mut entries);
        if entry.ty.addend_kind() != RelocAddendKind::None {
            entry.addend.encode(&mut entries);
        }
    }
    let mut section = Vec::new();
    told.section_index().encode(&mut section);
    count.encode(&mut section);
    section.extend(entries);
    Ok(section)
}

/// The index of the first function that is not lent to a wasm, and those of its functions that are to trap.
fn trapped(wasm: &[u8], traps: impl Fn(&str) -> bool) -> Result<(u32, HashSet<u32>)> {
    let mut lent = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::ImportSection(imports) = payload? else { continue };
        for import in imports.into_imports() {
            lent += u32::from(matches!(import?.ty, TypeRef::Func(_)));
        }
    }
    let names = names(wasm)?;
    let found = names.iter().filter(|(index, name)| **index >= lent && traps(name));
    Ok((lent, found.map(|(index, _)| *index).collect()))
}

/// The names of a wasm's functions, as the compiler writes them, by their indices.
fn names(wasm: &[u8]) -> Result<HashMap<u32, String>> {
    let mut found = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Name(names) = section.as_known() else { continue };
        for kind in names {
            let Name::Function(functions) = kind? else { continue };
            for function in functions {
                let function = function?;
                found.insert(function.index, function.name.to_owned());
            }
        }
    }
    Ok(found)
}

/// Whether a function of this name never returns. A function of a trait, which starts with `<`, returns, and so does the
/// count of panics.
fn falls_by_name(name: &str) -> bool {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    let returns = name.starts_with('<') || name.contains("::panic_count::");
    !returns && FALLS.iter().any(|part| name.contains(part))
}

/// Whether a function of this name writes a value out for developers, or hands a message on.
fn tells_by_name(name: &str) -> bool {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    MESSAGES.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, EntityType, Function, FunctionSection, ImportSection, IndirectNameMap, NameMap, NameSection,
        TypeSection,
    };

    /// A wasm of three functions, the first of which is lent to it.
    fn wasm(names: [&str; 3]) -> Vec<u8> {
        let mut module = Module::new();
        let (mut types, mut imports, mut functions) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        types.ty().function([], []);
        imports.import("a", "b", EntityType::Function(0));
        functions.function(0).function(0);
        let mut code = CodeSection::new();
        for _ in 0..2 {
            let mut body = Function::new([]);
            body.instructions().nop().nop().end();
            code.function(&body);
        }
        let (mut named, mut map) = (NameSection::new(), NameMap::new());
        for (index, name) in (0..).zip(names) {
            map.append(index, name);
        }
        named.functions(&map);
        named.locals(&IndirectNameMap::new());
        module.section(&types).section(&imports).section(&functions).section(&code).section(&named);
        module.finish()
    }

    /// The functions' bodies.
    fn bodies(wasm: &[u8]) -> Vec<&[u8]> {
        let all = Parser::new(0).parse_all(wasm).map(Result::unwrap);
        let body = |payload| match payload {
            Payload::CodeSectionEntry(body) => Some(body.as_bytes()),
            _ => None,
        };
        all.filter_map(body).collect()
    }

    /// The places of which a wasm tells that they are addresses, in its third section or another.
    fn told(wasm: &[u8], name: &str) -> Vec<(u32, u32, i64)> {
        let all = Parser::new(0).parse_all(wasm).map(Result::unwrap);
        let told = |payload| match payload {
            Payload::CustomSection(section) if section.name() == name => {
                let read = RelocSectionReader::new(BinaryReader::new(section.data(), 0)).unwrap();
                Some(read.entries().into_iter().map(Result::unwrap).collect::<Vec<_>>())
            }
            _ => None,
        };
        all.filter_map(told).flatten().map(|entry| (entry.offset, entry.index, entry.addend)).collect()
    }

    #[test]
    fn a_panic_traps_at_once_and_all_else_stays() {
        let before = wasm(["core::panicking::panic_fmt", "two_hats::go", "core[12ab]::panicking::panic_fmt"]);
        let after = out(&before).unwrap();
        assert_eq!(bodies(&before), [[0, 1, 1, END]; 2]);
        assert_eq!(bodies(&after), [[0, 1, 1, END], [0, TRAP, TRAP, END]], "what is lent has no body");
        assert_eq!(names(&after).unwrap(), names(&before).unwrap());
        wasmparser::validate(&after).unwrap();
    }

    #[test]
    fn what_a_panic_read_is_no_longer_told_of() {
        let mut before = wasm(["a", "two_hats::go", "core::panicking::panic_fmt"]);
        // A call, and an address with what is added to it, in each of the bodies, which start at 2 and at 7; then the same
        // places in another section.
        let entries = |section: u8| [section, 4, 0, 3, 9, 4, 4, 5, 0x7f, 0, 8, 9, 4, 9, 5, 8];
        for (name, section) in [("reloc.CODE", 3), ("reloc.DATA", 4)] {
            before.push(0);
            let mut content = vec![name.len() as u8];
            content.extend(name.as_bytes());
            content.extend(entries(section));
            before.push(content.len() as u8);
            before.extend(content);
        }
        let after = out(&before).unwrap();
        let all = [(3, 9, 0), (4, 5, -1), (8, 9, 0), (9, 5, 8)];
        assert_eq!(told(&before, "reloc.CODE"), all);
        assert_eq!(told(&after, "reloc.CODE"), all[..2]);
        assert_eq!(told(&after, "reloc.DATA"), all);
    }

    #[test]
    fn what_is_handed_to_a_panic_is_no_address_any_more() {
        // i32.const 4, i32.const 5, call 2, i32.const 6, drop, call 2
        let code = [0x41, 4, 0x41, 5, 0x10, 2, 0x41, 6, 0x1a, 0x10, 2];
        let is_handed = |offset, to: u32| {
            let entry = RelocationEntry { ty: wasmparser::RelocationType::MemoryAddrSleb, offset, index: 0, addend: 0 };
            is_handed_to(&code, &entry, |index| index == to)
        };
        assert!(is_handed(1, 2) && is_handed(3, 2));
        assert!(!is_handed(1, 3), "it is handed to another");
        assert!(!is_handed(7, 2), "it is not handed on");
        assert!(!is_handed(99, 2), "it is nowhere");
    }

    #[test]
    fn what_a_chunk_writes_out_is_left_to_it() {
        let (debug, panic) = ("<A as core::fmt::Debug>::fmt", "core::panicking::panic_fmt");
        let before = wasm(["lent", debug, panic]);
        let split = |name: &'static str| move |_: &[u8]| Ok(wasm(["lent", name, panic]));
        let in_app = out_before(&before, split(debug)).unwrap();
        assert_eq!(bodies(&in_app), [[0, TRAP, TRAP, END]; 2]);
        let in_chunk = out_before(&before, split("two_hats::go")).unwrap();
        assert_eq!(bodies(&in_chunk), [[0, 1, 1, END], [0, TRAP, TRAP, END]]);
    }

    #[test]
    fn a_wasm_in_which_nothing_falls_is_refused() {
        assert!(out(&wasm(["a", "b", "<core::panicking::panic as a::b>::get"])).is_err());
        assert!(out(&wasm(["a", "b", "std::panicking::panic_count::is_zero_slow_path"])).is_err());
        assert!(out(b"\0asm\x01\0\0\0\x09").is_err());
        let written_by_a_compiler = "_RNvNtCsgXGp5Oqx2Ny_4core9panicking9panic_fmt";
        assert!(out(&wasm(["a", "b", written_by_a_compiler])).is_ok());
        assert!(out(&wasm(["a", "b", "<core::ops::range::Range<usize> as core::fmt::Debug>::fmt"])).is_ok());
    }
}
