//! What the game in other folders of the same host keeps on the same device.

use crate::{COURSE, FOLDER, HOME, Key, PREFIX};

/// What another folder's game keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The folder, from the host's first slash to its own last; empty where nothing says which it is.
    pub folder: String,
    /// Keys, without their prefix, and values.
    pub texts: Vec<(String, String)>,
}

/// What other folders' games keep of what a person did, of all that a device keeps for a host; `prefix` stands before the
/// keys of the game that asks. A course is none of a host's folders: it neither finds any nor is found.
pub fn beside(all: &[(String, String)], prefix: &str) -> Vec<Beside> {
    let mut found: Vec<Beside> = Vec::new();
    if prefix.starts_with(COURSE) {
        return found;
    }
    let home = all.iter().find(|(key, _)| key == HOME).map_or("", |(_, folder)| folder);
    for (key, value) in all {
        let (folder, key) = match (key.strip_prefix(PREFIX), key.strip_prefix(FOLDER)) {
            _ if key.starts_with(prefix) => continue,
            (Some(key), _) => (home, key),
            (None, Some(named)) => match named.find("/:") {
                Some(end) => (&named[..=end], &named[end + 2..]),
                None => continue,
            },
            (None, None) => continue,
        };
        let at = found.iter().position(|other| other.folder == folder).unwrap_or_else(|| {
            found.push(Beside { folder: folder.into(), texts: Vec::new() });
            found.len() - 1
        });
        found[at].texts.push((key.into(), value.clone()));
    }
    found.retain(|other| other.texts.iter().any(|(key, value)| is_done(key, value)));
    scenario::sorted::sort_by(&mut found, |one, other| one.folder.cmp(&other.folder));
    found
}

/// Whether somebody did something that is kept under a key, and did not only look.
fn is_done(key: &str, value: &str) -> bool {
    let looked =
        [Key::Settings, Key::Last, Key::Opening, Key::Newer, Key::Windows, Key::OpenSession, Key::Console, Key::Phones];
    key.parse().is_ok_and(|key: Key| match key {
        Key::Waiting(_) => false,
        Key::Run(_) => value.split(' ').nth(2) != Some("0"),
        other => !looked.contains(&other),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect()
    }

    #[test]
    fn each_folder_finds_what_the_others_keep_and_not_its_own() {
        let all = pairs(&[
            ("two-hats-home", "/old/"),
            ("two-hats:run/crisis", "1"),
            ("two-hats:settings", "text-1"),
            ("two-hats@/b/:journal/7", "2"),
            ("two-hats@/a:b/:self/1", "3"),
            ("two-hats@/looked/:settings", "text-1"),
            ("two-hats@/looked/:run/crisis", "crisis 0123456789abcdef 0"),
            ("two-hats@/looked/:waiting/crisis", "A step"),
            ("two-hats-course:Flour:run/small", "4"),
            ("portal", "5"),
            ("two-hats@odd", "6"),
        ]);
        let of = |folder: &str, texts: &[(&str, &str)]| Beside { folder: folder.into(), texts: pairs(texts) };
        let old = of("/old/", &[("run/crisis", "1"), ("settings", "text-1")]);
        let (a, b) = (of("/a:b/", &[("self/1", "3")]), of("/b/", &[("journal/7", "2")]));
        assert_eq!(beside(&all, "two-hats:"), [a.clone(), b.clone()]);
        assert_eq!(beside(&all, "two-hats@/b/:"), [a.clone(), old.clone()]);
        assert_eq!(beside(&all, "two-hats@/new/:"), [a, b, old]);
        assert_eq!(beside(&all, "two-hats-course:Flour:"), []);
        assert_eq!(beside(&all[1..2], "two-hats@/new/:"), [of("", &[("run/crisis", "1")])], "nobody says whose it is");
    }
}
