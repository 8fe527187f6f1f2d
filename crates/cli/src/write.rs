//! How the tool writes files: whole or not at all, and never over what is no file of its own kind.
//!
//! What is written stands under a random name beside its place until it is on the disk, and then takes the place in one
//! step: a full disk, a stop or a power cut leave what was there before.

use std::fs::{self, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// Writes a file that is not there yet; [`ErrorKind::AlreadyExists`] where anything is, a link that leads nowhere included.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let beside = beside(path, bytes, None)?;
    beside.persist_noclobber(path).map_err(|failed| failed.error)?;
    sync_folder(path);
    Ok(())
}

/// Writes a file in the place of one that [`replaceable`] found, or where nothing is; a link stays, and leads to what is
/// written.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let Some((path, there)) = replaceable(path)? else { return create(path, bytes) };
    let beside = beside(&path, bytes, Some(&there))?;
    beside.persist(&path).map_err(|failed| failed.error)?;
    sync_folder(&path);
    Ok(())
}

/// The file that writing to a path would replace, where links lead, and what is known of it; `None` where nothing is.
/// An error that says so where it may not be replaced: it is no regular file, or is protected from writing.
pub fn replaceable(path: &Path) -> io::Result<Option<(PathBuf, Metadata)>> {
    let is_gone = |error: &io::Error| error.kind() == ErrorKind::NotFound;
    match fs::symlink_metadata(path) {
        Err(error) if is_gone(&error) => return Ok(None),
        found => found?,
    };
    let place = fs::canonicalize(path).map_err(|error| match is_gone(&error) {
        true => io::Error::other("it is a link that leads nowhere"),
        false => error,
    })?;
    let there = fs::metadata(&place)?;
    if !there.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    if there.permissions().readonly() {
        return Err(io::Error::new(ErrorKind::PermissionDenied, "it is protected from writing"));
    }
    Ok(Some((place, there)))
}

/// A file under a random name beside a path, on the disk with all its bytes, and with the rights of the one it replaces.
fn beside(path: &Path, bytes: &[u8], replaced: Option<&Metadata>) -> io::Result<NamedTempFile> {
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(io::Error::other(format!("there is no folder {}; make it first", folder.display())));
    }
    let mut builder = Builder::new();
    builder.prefix(".two-hats-");
    // A new file has the rights that this user's new files have; nobody else sees what replaces one before it has that one's.
    #[cfg(unix)]
    if replaced.is_none() {
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Some(replaced) = replaced {
        keep_owner(file.path(), replaced);
        file.as_file().set_permissions(replaced.permissions())?;
    }
    file.as_file().sync_all()?;
    Ok(file)
}

/// Lets a file belong to whom another belongs, as far as this user may give it away.
fn keep_owner(path: &Path, like: &Metadata) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, chown};
        let _ = chown(path, Some(like.uid()), Some(like.gid()));
    }
    #[cfg(not(unix))]
    let _ = (path, like);
}

/// Puts a folder's list of names on the disk, too. Some systems know no such thing; the file is in its place all the same.
fn sync_folder(path: &Path) {
    let _ = fs::File::open(folder_of(path)).and_then(|folder| folder.sync_all());
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
