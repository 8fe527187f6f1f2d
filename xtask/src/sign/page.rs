//! What signing writes on the page: how it is encoded, and the version, in the address of the script that keeps the game and
//! nowhere else.

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

/// What says of a page, and before any header of its host's, that it is written in UTF-8.
const MARK: char = '\u{feff}';

/// The page with that mark at its start.
pub fn in_utf8(page: &str) -> String {
    format!("{MARK}{}", page.trim_start_matches(MARK))
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
    fn a_page_says_once_how_it_is_written() {
        let once = in_utf8("<!doctype html>");
        assert_eq!(once.as_bytes(), b"\xef\xbb\xbf<!doctype html>");
        assert_eq!(in_utf8(&once), once);
    }
}
