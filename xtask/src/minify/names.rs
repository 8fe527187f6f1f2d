//! Shorter names between a script and the wasm that a player waits for.
//!
//! wasm-bindgen names each function that a script lends to its wasm in full, with a hash of sixteen digits, on both
//! sides; no packer can make anything of those. They get names of a letter or two. What chunks of the app borrow from the
//! wasm keeps its name.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use wasm_encoder::{ElementSection, EntityType, ExportSection, ImportSection, Module};
use wasmparser::{ElementItems, ElementSectionReader, Operator, Parser, Payload};

/// The module by which a script lends.
const LENT: &str = "a";

/// A wasm without what neither its script nor a chunk calls, so that wasm-opt finds what nothing calls any more.
pub fn without_unused(script: &str, wasm: &[u8], borrowed: &BTreeSet<String>) -> Result<Vec<u8>> {
    let called = |name: &str| replaced(script, &format!("wasm.{name}"), "") != script;
    let keep = |name: &str| (borrowed.contains(name) || called(name)).then(|| name.to_owned());
    renamed(wasm, |module, name| (module.to_owned(), name.to_owned()), keep)
}

/// A script and its wasm with short names for what goes between them.
pub fn shorten(script: &str, wasm: &[u8], borrowed: &BTreeSet<String>) -> Result<(String, Vec<u8>)> {
    let (imports, exports) = named(wasm)?;
    let bound = imports.iter().find(|(_, name)| name.starts_with("__wb")).context("the script lends nothing")?;
    let lender = bound.0.clone();
    let lent: Vec<&String> = imports.iter().filter(|(module, _)| *module == lender).map(|(_, name)| name).collect();
    let given: Vec<&String> = exports.iter().filter(|name| !borrowed.contains(*name)).collect();
    let place = |all: &[&String], name: &str| all.iter().position(|other| *other == name).map(short);
    let bytes = renamed(
        wasm,
        |module, name| match place(&lent, name).filter(|_| module == lender) {
            Some(short) => (LENT.to_owned(), short),
            None => (module.to_owned(), name.to_owned()),
        },
        |name| Some(place(&given, name).unwrap_or_else(|| name.to_owned())),
    )?;
    let mut script = script.replace(&format!("\"{lender}\": "), &format!("{LENT}: "));
    for (at, name) in lent.iter().enumerate() {
        script = replaced(&script, &format!("{name}:"), &format!("{}:", short(at)));
    }
    for (at, name) in given.iter().enumerate() {
        script = replaced(&script, &format!("wasm.{name}"), &format!("wasm.{}", short(at)));
    }
    Ok((without_unlent(&script), bytes))
}

/// The name of a letter or two, or more, for what stands at a place.
fn short(at: usize) -> String {
    const FIRST: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let letter = char::from(FIRST[at % FIRST.len()]);
    match at / FIRST.len() {
        0 => letter.into(),
        more => format!("{}{letter}", short(more - 1)),
    }
}

/// The module and the name of what a wasm borrows.
type Borrowed = (String, String);

/// What a wasm borrows, and what it gives.
fn named(wasm: &[u8]) -> Result<(Vec<Borrowed>, Vec<String>)> {
    let (mut imports, mut exports) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("the wasm cannot be read")? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import?;
                    imports.push((import.module.to_owned(), import.name.to_owned()));
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    exports.push(export?.name.to_owned());
                }
            }
            _ => {}
        }
    }
    Ok((imports, exports))
}

/// A wasm with other names for what it borrows, and for what it gives; what has none is not given.
fn renamed(
    wasm: &[u8],
    borrowed: impl Fn(&str, &str) -> (String, String),
    given: impl Fn(&str) -> Option<String>,
) -> Result<Vec<u8>> {
    let mut out = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("the wasm cannot be read")?;
        match payload {
            Payload::ImportSection(section) => {
                let mut imports = ImportSection::new();
                for import in section.into_imports() {
                    let import = import?;
                    let (module, name) = borrowed(import.module, import.name);
                    imports.import(&module, &name, EntityType::try_from(import.ty)?);
                }
                out.section(&imports);
            }
            Payload::ExportSection(section) => {
                let mut exports = ExportSection::new();
                for export in section {
                    let export = export?;
                    if let Some(name) = given(export.name) {
                        exports.export(&name, export.kind.into(), export.index);
                    }
                }
                out.section(&exports);
            }
            Payload::ElementSection(section) => {
                out.section(&filled(wasm, section)?);
            }
            _ => {
                if let Some((id, range)) = payload.as_section() {
                    out.section(&super::raw(wasm, id, range));
                }
            }
        }
    }
    Ok(out.finish())
}

/// What a wasm puts into its table, without the places that it leaves to chunks: those are empty anyway.
fn filled(wasm: &[u8], section: ElementSectionReader<'_>) -> Result<ElementSection> {
    let mut kept = ElementSection::new();
    for element in section {
        let element = element?;
        if !is_empty(&element.items)? {
            kept.raw(&wasm[element.range.start as usize..element.range.end as usize]);
        }
    }
    Ok(kept)
}

/// Whether nothing but null stands in a part of a table.
fn is_empty(items: &ElementItems<'_>) -> Result<bool> {
    let ElementItems::Expressions(_, items) = items else { return Ok(false) };
    for item in items.clone() {
        if !matches!(item?.get_operators_reader().read()?, Operator::RefNull { .. }) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A script without the functions that it lends under their long names still: the wasm that they were for has lost them.
/// wasm-bindgen writes each from a line with its name to one with the brace that closes it.
fn without_unlent(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut unused = false;
    for line in script.split_inclusive('\n') {
        unused |= line.starts_with("        __wbg_") && line.contains(": function(");
        if !unused {
            kept.push_str(line);
        }
        unused &= !line.starts_with("        }");
    }
    kept
}

/// A text with a name replaced wherever it stands whole.
fn replaced(text: &str, long: &str, short: &str) -> String {
    let of_a_name = |mark: char| mark.is_alphanumeric() || mark == '_' || mark == '$';
    let mut left = text;
    let mut done = String::with_capacity(text.len());
    while let Some(at) = left.find(long) {
        let (before, rest) = (&left[..at], &left[at + long.len()..]);
        let whole = !before.ends_with(of_a_name) && (long.ends_with(':') || !rest.starts_with(of_a_name));
        done.push_str(before);
        done.push_str(if whole { short } else { long });
        left = rest;
    }
    done + left
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{ConstExpr, Elements, ExportKind, HeapType, RefType, TypeSection};

    /// A wasm that borrows functions, and gives them away again by other names.
    fn wasm(borrowed: &[(&str, &str)], given: &[&str]) -> Vec<u8> {
        let (mut types, mut imports, mut exports) = (TypeSection::new(), ImportSection::new(), ExportSection::new());
        types.ty().function([], []);
        for (module, name) in borrowed {
            imports.import(module, name, EntityType::Function(0));
        }
        for name in given {
            exports.export(name, ExportKind::Func, 0);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&exports);
        module.finish()
    }

    #[test]
    fn what_no_wasm_calls_is_not_lent() {
        let lent = |name: &str| format!("        {name}: function(a) {{\n            return a;\n        }},\n");
        let may_fail = "        __wbg_b_2: function() { return handleError(function (a) {\n            return a;\n        }, arguments); },\n";
        let script = format!("return {{\n{}{}{may_fail}{}    }};\n", lent("__wbg_a_1"), lent("a"), lent("c"));
        assert_eq!(without_unlent(&script), format!("return {{\n{}{}    }};\n", lent("a"), lent("c")));
    }

    #[test]
    fn both_sides_get_the_short_names_and_chunks_know_the_long_ones() {
        let script = "({ \"./a.js\": { __wbg_get_1a: f, __wbg_get_1a2: g } }); wasm.take(1); wasm.take_all(2); \
            wasm.memory; x.wasm.taken";
        let borrowed = [("./a.js", "__wbg_get_1a"), ("./lazy.js", "load"), ("./a.js", "__wbg_get_1a2")];
        let wasm = wasm(&borrowed, &["take", "memory", "unused", "take_all"]);
        let chunks = BTreeSet::from(["memory".to_owned()]);
        let used = without_unused(script, &wasm, &chunks).unwrap();
        assert_eq!(named(&used).unwrap().1, ["take", "memory", "take_all"]);
        let (script, bytes) = shorten(script, &used, &chunks).unwrap();
        assert_eq!(script, "({ a: { a: f, b: g } }); wasm.a(1); wasm.b(2); wasm.memory; x.wasm.taken");
        let (imports, exports) = named(&bytes).unwrap();
        let imports: Vec<_> = imports.iter().map(|(module, name)| (&**module, &**name)).collect();
        assert_eq!(imports, [("a", "a"), ("./lazy.js", "load"), ("a", "b")]);
        assert_eq!(exports, ["a", "memory", "b"]);
    }

    #[test]
    fn only_what_is_in_a_table_is_put_there() {
        let elements = |with_empty: bool| {
            let mut elements = ElementSection::new();
            elements.active(None, &ConstExpr::i32_const(1), Elements::Functions([0, 0].as_slice().into()));
            let null = || ConstExpr::ref_null(HeapType::FUNC);
            if with_empty {
                elements.active(None, &ConstExpr::i32_const(3), expressions(&[null(), null()]));
            }
            elements.active(None, &ConstExpr::i32_const(5), expressions(&[null(), ConstExpr::ref_func(0)]));
            let mut module = Module::new();
            module.section(&elements);
            module.finish()
        };
        let kept = renamed(&elements(true), |_, _| Default::default(), |_| None).unwrap();
        assert_eq!(kept, elements(false));
    }

    /// A part of a table that expressions make.
    fn expressions(all: &[ConstExpr]) -> Elements<'_> {
        Elements::Expressions(RefType::FUNCREF, all.into())
    }

    #[test]
    fn a_script_that_lends_nothing_is_refused() {
        assert!(shorten("go()", &wasm(&[("./a.js", "b")], &[]), &BTreeSet::new()).is_err());
    }

    #[test]
    fn short_names_are_each_their_own() {
        let names: BTreeSet<String> = (0..3000).map(short).collect();
        assert_eq!(names.len(), 3000);
        assert_eq!([0, 51, 52, 53].map(short), ["a", "Z", "aa", "ab"]);
    }
}
