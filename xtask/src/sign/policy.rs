//! The page's policy: which of its own scripts and styles may run, and that nothing else may.
//!
//! The policy stands in `index.html`. What Trunk writes between the page's own tags is known by its hash only, which is
//! added here, so that no `unsafe-inline` is needed.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// The page with the hashes of its inline scripts and styles in its policy.
pub fn with_inline(page: &str) -> String {
    let Some((before, policy, after)) = split(page) else { return page.to_owned() };
    let directives = policy.split(';').map(|directive| {
        let own = directive.split_whitespace().filter(|source| !source.starts_with("'sha256-")).map(str::to_owned);
        let tag = match directive.split_whitespace().next() {
            Some("script-src") => Some("script"),
            Some("style-src") => Some("style"),
            _ => None,
        };
        let hashes = tag.into_iter().flat_map(|tag| inline(page, tag)).map(hash);
        own.chain(hashes).collect::<Vec<_>>().join(" ")
    });
    format!("{before}{}{after}", directives.collect::<Vec<_>>().join("; "))
}

/// The page with the hash of a script in its policy, which is put there while it is open.
pub fn allowing(page: &str, script: &str) -> String {
    page.replacen("script-src ", &format!("script-src {} ", hash(script)), 1)
}

/// The page without its policy.
pub fn without(page: &str) -> String {
    let Some((before, _, after)) = split(page) else { return page.to_owned() };
    let (Some(start), Some(end)) = (before.rfind("<meta"), after.find('>')) else { return page.to_owned() };
    format!("{}{}", &before[..start], &after[end + 1..])
}

/// The policy that a page has.
pub fn of_page(page: &str) -> Option<&str> {
    split(page).map(|(_, policy, _)| policy)
}

/// What stands before the policy, the policy, and what stands behind it.
fn split(page: &str) -> Option<(&str, &str, &str)> {
    // A tag is written once, with its attributes in any order.
    let named = page.find("Content-Security-Policy")?;
    let start = page[..named].rfind("<meta")?;
    let content = start + page[start..].find("content=\"")? + "content=\"".len();
    let end = content + page[content..].find('"')?;
    Some((&page[..content], &page[content..end], &page[end..]))
}

/// What stands inside the elements of a name that have no address.
fn inline<'a>(page: &'a str, tag: &'a str) -> impl Iterator<Item = &'a str> {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut rest = page;
    std::iter::from_fn(move || {
        let (_, after) = rest.split_once(open.as_str())?;
        let (attributes, after) = after.split_once('>')?;
        let (inside, after) = after.split_once(close.as_str())?;
        rest = after;
        Some((attributes, inside))
    })
    .filter(|(attributes, inside)| !attributes.contains("src=") && !inside.is_empty())
    .map(|(_, inside)| inside)
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta content=\"default-src 'none'; script-src 'self'; style-src 'self'\" http-equiv=Content-Security-Policy>\
        <script src=a.js></script><script type=module>go()</script><style>p{}</style></head>";

    #[test]
    fn what_stands_on_the_page_is_allowed_by_its_hash_once() {
        let once = with_inline(PAGE);
        let policy = of_page(&once).unwrap();
        // printf 'go()' | openssl dgst -sha256 -binary | base64
        assert_eq!(
            policy,
            "default-src 'none'; script-src 'self' 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='; style-src 'self' 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='"
        );
        assert_eq!(with_inline(&once), once);
    }

    #[test]
    fn a_policy_can_be_taken_away() {
        assert_eq!(
            without(PAGE),
            "<head><script src=a.js></script><script type=module>go()</script><style>p{}</style></head>"
        );
        assert_eq!(without("<p>none"), "<p>none");
    }
}
