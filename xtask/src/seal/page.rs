//! What the seal writes on the page: the version, in the address of the script that keeps the game and nowhere else.

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
}
