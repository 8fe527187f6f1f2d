//! What a wasm would say while it falls. Nobody reads it: the page has its own words for that.
//!
//! A panic goes through functions that never return and end in a trap. Here they trap at once, and wasm-opt leaves out
//! what they would have called to put a message together. So do those that write a value out for developers: only a
//! panic's message has such a value in it.

use std::collections::HashSet;

use anyhow::{Context, Result, ensure};
use wasm_encoder::{CodeSection, Function, Module};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

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

/// A wasm whose functions of a panic trap at once. Fails where it has none that are named.
pub fn out(wasm: &[u8]) -> Result<Vec<u8>> {
    let (first, falls) = falling(wasm).context("the wasm cannot be read")?;
    ensure!(!falls.is_empty(), "no function of the wasm has the name of a panic's");
    let mut module = Module::new();
    let (mut bodies, mut left, mut index) = (CodeSection::new(), 0, first);
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        match &payload {
            Payload::CodeSectionStart { count, .. } => left = *count,
            Payload::CodeSectionEntry(body) => {
                if falls.contains(&index) {
                    let mut trap = Function::new([]);
                    trap.instructions().unreachable().end();
                    bodies.function(&trap);
                } else {
                    bodies.raw(body.as_bytes());
                }
                index += 1;
                left -= 1;
                if left == 0 {
                    module.section(&bodies);
                }
            }
            _ => {
                if let Some((id, range)) = payload.as_section() {
                    module.section(&super::raw(wasm, id, range));
                }
            }
        }
    }
    Ok(module.finish())
}

/// The index of the first function that is not lent to a wasm, and those of its functions that never return.
fn falling(wasm: &[u8]) -> Result<(u32, HashSet<u32>), wasmparser::BinaryReaderError> {
    let (mut lent, mut falls) = (0, HashSet::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    lent += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(names) = section.as_known() else { continue };
                for kind in names {
                    let Name::Function(functions) = kind? else { continue };
                    for function in functions {
                        let function = function?;
                        if falls_by_name(function.name) {
                            falls.insert(function.index);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    falls.retain(|index| *index >= lent);
    Ok((lent, falls))
}

/// Whether a function of this name never returns, or is for a panic's message alone. Any other function of a trait, which
/// starts with `<`, returns, and so does the count of panics.
fn falls_by_name(name: &str) -> bool {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    let returns = name.starts_with('<') || name.contains("::panic_count::");
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    has(&MESSAGES) || !returns && has(&FALLS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, EntityType, FunctionSection, ImportSection, IndirectNameMap, NameMap, NameSection, TypeSection,
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

    /// How long the functions' bodies are.
    fn bodies(wasm: &[u8]) -> Vec<usize> {
        let all = Parser::new(0).parse_all(wasm).map(Result::unwrap);
        let body = |payload| match payload {
            Payload::CodeSectionEntry(body) => Some(body.as_bytes().len()),
            _ => None,
        };
        all.filter_map(body).collect()
    }

    #[test]
    fn a_panic_traps_at_once_and_all_else_stays() {
        let before = wasm(["core::panicking::panic_fmt", "two_hats::go", "core[12ab]::panicking::panic_fmt"]);
        let after = out(&before).unwrap();
        assert_eq!(bodies(&before), [4, 4]);
        assert_eq!(bodies(&after), [4, 3], "what is lent has no body");
        assert_eq!(falling(&after).unwrap(), (1, HashSet::from([2])), "the names stay what they were");
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
