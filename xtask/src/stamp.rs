//! A stamp of what the app is built from, so that a build that would change nothing is skipped.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

/// The files and folders that every build reads; what index.html names is added to them.
const INPUTS: [&str; 12] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    ".cargo/config.toml",
    "rust-toolchain.toml",
    "index.html",
    "crates",
    "phones",
    "scenarios",
    "src",
    "unpacker",
    "xtask/src",
];

/// Every file and folder below `root` that the app is built from.
pub fn inputs(root: &Path) -> io::Result<Vec<PathBuf>> {
    let index = fs::read_to_string(root.join("index.html"))?;
    Ok(INPUTS.into_iter().chain(assets(&index)).map(PathBuf::from).collect())
}

/// The stamp of the app's inputs below `root`, and of the tools' versions.
pub fn of_inputs(root: &Path, tools: &[String]) -> io::Result<String> {
    let mut digest = Digests::default();
    for tool in tools {
        digest.add("tool", tool.as_bytes());
    }
    for path in inputs(root)? {
        digest.add_path(root, &path)?;
    }
    Ok(digest.finish())
}

/// The stamp of everything in a folder; none when there is no such folder.
pub fn of_folder(folder: &Path) -> Option<String> {
    if !folder.is_dir() {
        return None;
    }
    let mut digest = Digests::default();
    digest.add_path(folder, Path::new("")).ok()?;
    Some(digest.finish())
}

/// What the index asks Trunk to bundle: the `href` or `src` of each tag marked `data-trunk`.
fn assets(index: &str) -> impl Iterator<Item = &str> {
    index.split('<').filter(|tag| tag.contains("data-trunk")).flat_map(|tag| {
        let tag = tag.split('>').next().unwrap_or(tag);
        ["href=\"", "src=\""].into_iter().filter_map(|name| tag.split_once(name)?.1.split('"').next())
    })
}

#[derive(Default)]
struct Digests(Sha256);

impl Digests {
    fn add(&mut self, name: &str, bytes: &[u8]) {
        // Lengths keep a text that moves from one file to the next from going unseen.
        for part in [name.as_bytes(), bytes] {
            self.0.update(part.len().to_le_bytes());
            self.0.update(part);
        }
    }

    fn add_path(&mut self, root: &Path, path: &Path) -> io::Result<()> {
        let whole = root.join(path);
        if whole.is_dir() {
            let mut names: Vec<_> =
                fs::read_dir(&whole)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<_>>()?;
            names.sort();
            names.iter().try_for_each(|name| self.add_path(root, &path.join(name)))
        } else if whole.is_file() {
            self.add(&path.to_string_lossy(), &fs::read(&whole)?);
            Ok(())
        } else {
            self.add(&path.to_string_lossy(), b"absent");
            Ok(())
        }
    }

    fn finish(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace() -> tempfile::TempDir {
        let workspace = tempfile::tempdir().unwrap();
        fs::create_dir_all(workspace.path().join("src/ui")).unwrap();
        fs::write(workspace.path().join("src/ui/page.rs"), "page").unwrap();
        fs::write(workspace.path().join("look.css"), "amber").unwrap();
        fs::write(
            workspace.path().join("index.html"),
            r#"<link data-trunk rel="css" href="look.css"><a href="no.txt">"#,
        )
        .unwrap();
        workspace
    }

    #[test]
    fn the_stamp_stays_while_nothing_changes() {
        let workspace = workspace();
        let stamp = || of_inputs(workspace.path(), &["trunk 1".into()]).unwrap();
        let first = stamp();
        fs::write(workspace.path().join("no.txt"), "not an input").unwrap();
        fs::write(workspace.path().join("README.md"), "not an input either").unwrap();
        assert_eq!(first, stamp());
    }

    #[test]
    fn the_stamp_changes_with_any_input_and_any_tool() {
        let workspace = workspace();
        let stamp = || of_inputs(workspace.path(), &["trunk 1".into()]).unwrap();
        let mut seen = vec![stamp(), of_inputs(workspace.path(), &["trunk 2".into()]).unwrap()];
        for (file, text) in
            [("src/ui/page.rs", "pagf"), ("src/new.rs", ""), ("look.css", "teal"), ("Trunk.toml", "[build]")]
        {
            fs::write(workspace.path().join(file), text).unwrap();
            assert!(!seen.contains(&stamp()), "{file}");
            seen.push(stamp());
        }
    }

    #[test]
    fn a_folder_that_is_gone_has_no_stamp() {
        assert_eq!(of_folder(Path::new("no-such-folder")), None);
    }
}
