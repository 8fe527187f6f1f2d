//! Which version wrote a value, and what is left to a newer one.

/// The version of all that is kept here: what stands under each key is as [the list of records](crate#records) says.
pub const VERSION: &str = "1";

/// What a value of any later version begins with, before the number of its version and a space. Version 1 has no such
/// mark.
pub const MARK: &str = "two-hats/";

/// Whether a newer game wrote a value. It is left alone: never renamed, never written over, and erased only with
/// everything else.
pub fn is_newer(value: &str) -> bool {
    let version = value.strip_prefix(MARK).and_then(|rest| rest.split_once(' '));
    let is_number = |version: &str| !version.is_empty() && version.bytes().all(|digit| digit.is_ascii_digit());
    version.is_some_and(|(version, _)| is_number(version) && version != VERSION)
}

/// Whether something may be kept where this is kept, or nothing. Every write to a device asks.
pub fn may_replace(kept: Option<&str>) -> bool {
    !kept.is_some_and(is_newer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_later_version_is_newer() {
        for newer in ["two-hats/2 ", "two-hats/2 crisis 00 0", "two-hats/10 {}", "two-hats/99999999999 \n"] {
            assert!(is_newer(newer) && !may_replace(Some(newer)), "{newer}");
        }
        for other in ["", "two-hats/1 x", "two-hats/2", "two-hats/x y", "two-hats session 2\n", " two-hats/2 x"] {
            assert!(!is_newer(other) && may_replace(Some(other)), "{other}");
        }
        assert!(may_replace(None));
    }
}
