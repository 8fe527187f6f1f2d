//! Texts of others as a terminal or a build server may have them: what would be obeyed there, or would set words in another
//! order than they stand in, is shown instead.

/// What a build server obeys wherever it stands in a line.
const ORDERS: [&str; 3] = ["##[", "##vso[", "##teamcity["];

/// A text on one line, such as a file's name or a message.
pub fn shown(text: &str) -> String {
    shown_lines(text).replace('\n', "␊").replace('\r', "␍")
}

/// A text in lines, such as a report; none of them is an order to a build server.
pub fn shown_lines(text: &str) -> String {
    visible(text).split_inclusive('\n').map(unordered).collect()
}

/// A text in lines, such as a piece of a file, each of which stands behind something else.
pub(super) fn visible(text: &str) -> String {
    let sign = |(at, sign): (usize, char)| match sign {
        '\n' | '\t' => sign,
        '\r' if text[at..].starts_with("\r\n") => sign,
        // Each has a picture of its own.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(sign)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        _ if is_unseen(sign) => '\u{fffd}',
        '#' if ORDERS.iter().any(|order| text[at..].starts_with(order)) => '\u{ff03}',
        _ => sign,
    };
    text.char_indices().map(sign).collect()
}

/// Whether a sign is not seen and yet does something: a terminal's own, one that ends a line, one that turns the direction.
pub(super) fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A line that no build server takes for one of its `::orders`, which stand first in theirs.
fn unordered(line: &str) -> String {
    let said = line.trim_start();
    let before = &line[..line.len() - said.len()];
    said.strip_prefix("::").map_or_else(|| line.to_owned(), |rest| format!("{before}\u{2236}:{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_seen_instead() {
        assert_eq!(shown("a\u{1b}]0;b\u{7}\u{9b}31m\u{7f}\r\nc\td"), "a␛]0;b␇\u{fffd}31m␡␍␊c\td");
        assert_eq!(
            shown("\u{202e}gnp.exe\u{2066} \u{200f}\u{2028}\u{85}"),
            "\u{fffd}gnp.exe\u{fffd} \u{fffd}\u{fffd}\u{fffd}"
        );
        let arabic = "ليل – نافذة";
        assert_eq!(shown(arabic), arabic);
    }

    #[test]
    fn no_line_is_an_order_to_a_build_server() {
        assert_eq!(shown_lines("a\n ::error::b\r\nc::d\n::stop"), "a\n \u{2236}:error::b\r\nc::d\n\u{2236}:stop");
        for order in ORDERS {
            let shown = shown(&format!("a {order}x]"));
            assert!(!shown.contains(order) && shown.contains("x]"), "{shown}");
        }
        assert_eq!(shown("## [1] #["), "## [1] #[");
    }
}
