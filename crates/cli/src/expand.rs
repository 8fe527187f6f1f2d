//! File names with `*` and `?` in them, where the shell left them as they are: Windows' shells do.

use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The files that the arguments name, in their order; or the first pattern that no file has.
pub fn files(arguments: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for argument in arguments {
        if !is_pattern(argument.as_os_str()) || fs::symlink_metadata(argument).is_ok() {
            files.push(argument.clone());
            continue;
        }
        let found = matching(argument);
        if found.is_empty() {
            return Err(format!(
                "No file is called {}. Look at the folder's name, and at the pattern.",
                argument.display()
            ));
        }
        files.extend(found);
    }
    Ok(files)
}

fn is_pattern(name: &OsStr) -> bool {
    name.as_encoded_bytes().iter().any(|sign| matches!(sign, b'*' | b'?'))
}

/// The paths that a pattern stands for, in the order of their names.
fn matching(pattern: &Path) -> Vec<PathBuf> {
    let mut found = vec![PathBuf::new()];
    for part in pattern.components() {
        found = match part {
            Component::Normal(name) if is_pattern(name) => {
                found.iter().flat_map(|folder| named(folder, name)).collect()
            }
            part => found.into_iter().map(|path| path.join(part)).collect(),
        };
    }
    found.retain(|path| path.exists());
    found
}

/// What a folder has of a name with signs for others, as a shell would give it: without what is hidden.
fn named(folder: &Path, pattern: &OsStr) -> Vec<PathBuf> {
    let looked_at = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let pattern: Vec<char> = pattern.to_string_lossy().chars().collect();
    let fits = |name: &OsStr| {
        let name: Vec<char> = name.to_string_lossy().chars().collect();
        (name.first() != Some(&'.') || pattern.first() == Some(&'.')) && fits(&pattern, &name)
    };
    let entries = fs::read_dir(looked_at).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let mut names: Vec<_> = entries.filter(|name| fits(name)).collect();
    names.sort();
    names.into_iter().map(|name| folder.join(name)).collect()
}

/// Whether a name has a pattern: `*` stands for any signs, `?` for one.
fn fits(pattern: &[char], name: &[char]) -> bool {
    let (mut at, mut read) = (0, 0);
    // The last `*`, and how much of the name it has taken so far.
    let mut star: Option<(usize, usize)> = None;
    while read < name.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, read));
                at += 1;
            }
            Some(sign) if *sign == '?' || same(*sign, name[read]) => {
                at += 1;
                read += 1;
            }
            _ => {
                let Some((before, taken)) = star else { return false };
                star = Some((before, taken + 1));
                at = before + 1;
                read = taken + 1;
            }
        }
    }
    pattern[at..].iter().all(|sign| *sign == '*')
}

/// Windows takes a file's name in capitals and in small letters for the same.
fn same(one: char, other: char) -> bool {
    one == other || cfg!(windows) && one.to_lowercase().eq(other.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_signs_and_a_question_mark_for_one() {
        let signs = |text: &str| text.chars().collect::<Vec<_>>();
        let fits = |pattern: &str, name: &str| fits(&signs(pattern), &signs(name));
        for (pattern, name) in [("*.json", "a.json"), ("*", ""), ("a*b*c", "a-b-b-c"), ("?é.*", "xé.json"), ("**", "x")]
        {
            assert!(fits(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [("*.json", "a.jsonx"), ("?", ""), ("a*b", "ab-"), ("", "x"), ("??", "x")] {
            assert!(!fits(pattern, name), "{pattern} {name}");
        }
        let long = "a".repeat(20_000);
        assert!(!fits(&"*a".repeat(50), &format!("{long}b")), "in the time that it takes to read it");
    }

    #[test]
    fn a_pattern_is_the_files_that_have_it_in_order() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.json", "a.json", "a.txt", ".hidden.json", "in/c.json", "in/d.json", "on/e.json"] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let found = |pattern: &str| {
            let found = files(&[folder.path().join(pattern)])?;
            let inside = found.iter().map(|path| path.strip_prefix(folder.path()).unwrap());
            Ok::<_, String>(inside.map(|path| path.to_string_lossy().replace('\\', "/")).collect::<Vec<_>>())
        };
        assert_eq!(found("*.json").unwrap(), ["a.json", "b.json"]);
        assert_eq!(found("?n/*.json").unwrap(), ["in/c.json", "in/d.json", "on/e.json"]);
        assert_eq!(found("gone.json").unwrap(), ["gone.json"], "what is no pattern is somebody else's to read");
        assert!(found("*.yaml").is_err_and(|trouble| trouble.contains("*.yaml")));
        fs::write(folder.path().join("why?.json"), "").unwrap();
        assert_eq!(found("why?.json").unwrap(), ["why?.json"], "a file that is really called so");
    }
}
