//! The script beside the app, as one.

use base64::{Engine, engine::general_purpose::STANDARD};

/// The app's glue, as a function that gives it.
pub fn script(glue: &str) -> String {
    format!("window.twoHats = {{\nglue: () => {{\n{glue}\nreturn wasm_bindgen;\n}},\n}};\n")
}

/// Bytes as base64, for an address that holds what it names.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_stands_in_a_function_of_its_own() {
        let script = script("let wasm_bindgen = {};");
        assert_eq!(script, "window.twoHats = {\nglue: () => {\nlet wasm_bindgen = {};\nreturn wasm_bindgen;\n},\n};\n");
    }
}
