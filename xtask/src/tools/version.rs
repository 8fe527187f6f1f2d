//! Versions: what a program says of itself, and what the project's files ask for.

/// The version in what a program says of itself: its first word that starts with a digit.
pub fn said(output: &str) -> Option<String> {
    let word = output.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
    Some(word.to_owned())
}

/// The number before a version's first dot.
pub fn major(version: &str) -> Option<u32> {
    version.split(|mark: char| !mark.is_ascii_digit()).next()?.parse().ok()
}

/// The version at which Cargo.lock holds a crate.
pub fn locked(lock: &str, name: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    let packages = lock.get("package")?.as_array()?;
    let package = packages.iter().find(|package| package.get("name").and_then(|name| name.as_str()) == Some(name))?;
    package.get("version")?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_says_its_version_in_many_ways() {
        for (says, version) in [
            ("trunk 0.21.14", "0.21.14"),
            ("wasm-opt version 132 (version_132)", "132"),
            ("geckodriver 0.36.0 (abc 2025-02-25 12:00 +0000)\n\nThe source code…", "0.36.0"),
            ("ChromeDriver 156.0.8078.79 (0123abc)", "156.0.8078.79"),
            ("Mozilla Firefox 153.7.0esr", "153.7.0esr"),
        ] {
            assert_eq!(said(says).as_deref(), Some(version), "{says}");
        }
        assert_eq!(said("no version at all"), None);
    }

    #[test]
    fn the_major_version_is_what_stands_before_the_dot() {
        assert_eq!(major("156.0.8078.79"), Some(156));
        assert_eq!(major("132"), Some(132));
        assert_eq!(major("esr"), None);
    }

    #[test]
    fn cargo_lock_is_asked_for_the_exact_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").as_deref(), Some("0.2.126"));
        assert_eq!(locked(lock, "yew"), None);
        assert_eq!(locked("not [ toml", "yew"), None);
    }
}
