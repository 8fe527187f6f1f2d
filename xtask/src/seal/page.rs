//! What the seal writes on the page: the version, in the address of the script that keeps the game and nowhere else; and
//! the start of the app, in fewer words than Trunk's.

use super::PAGE_SCRIPT;

/// The page with a version in the place of the one that it has; an empty one leaves it without.
pub fn with_version(page: &str, version: &str) -> String {
    let Some((before, after)) = page.split_once(PAGE_SCRIPT) else { return page.to_owned() };
    let after = match after.strip_prefix('?') {
        Some(query) => query.trim_start_matches(|mark: char| mark.is_ascii_hexdigit()),
        None => after,
    };
    let mark = if version.is_empty() { "" } else { "?" };
    format!("{before}{PAGE_SCRIPT}{mark}{version}{after}")
}

/// The page without what Trunk's start of the app tells other scripts, for there are none that listen.
pub fn with_short_start(page: &str) -> String {
    let Some((before, after)) = page.split_once("window.wasmBindings = bindings;") else { return page.to_owned() };
    let Some((_, after)) = after.split_once("</script>") else { return page.to_owned() };
    let before = before.trim_end().replacen("import init, * as bindings from", "import init from", 1);
    format!("{}</script>{after}", before.replacen("const wasm = await init", "await init", 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_one_version_at_a_time() {
        let plain = "<script src=./offline.js type=module></script>";
        let first = with_version(plain, "01ab");
        assert_eq!(first, "<script src=./offline.js?01ab type=module></script>");
        assert_eq!(with_version(&first, "9"), "<script src=./offline.js?9 type=module></script>");
        assert_eq!(with_version(&first, ""), plain);
    }

    #[test]
    fn the_app_is_started_and_nobody_is_told() {
        let trunks = "<script>import init, * as bindings from './a.js';\nconst wasm = await init({ module_or_path: './a.wasm' });\n\n\n\
            window.wasmBindings = bindings;\n\n\ndispatchEvent(new CustomEvent(\"Started\"));</script><p>";
        let short = "<script>import init from './a.js';\nawait init({ module_or_path: './a.wasm' });</script><p>";
        assert_eq!(with_short_start(trunks), short);
        assert_eq!(with_short_start(short), short);
    }
}
