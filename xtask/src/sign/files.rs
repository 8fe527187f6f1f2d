//! The files that were built.

use std::{fs, path::Path};

use anyhow::{Context, Result};

/// A built file.
#[derive(Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the folder, with slashes.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// All files of a folder and the folders in it, in the order of their paths.
pub fn built(folder: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    add(folder, "", &mut files)?;
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

fn add(folder: &Path, below: &str, files: &mut Vec<File>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be listed", folder.display()))? {
        let entry = entry?;
        let path = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            add(&entry.path(), &format!("{path}/"), files)?;
        } else {
            let bytes = fs::read(entry.path()).with_context(|| format!("{path} cannot be read"))?;
            files.push(File { path, bytes });
        }
    }
    Ok(())
}
