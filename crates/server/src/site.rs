//! The files that are given away: those that were in a folder when the server started, by their names alone.

use bytes::Bytes;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::{fmt, fs, io};

/// The page of a folder.
const PAGE: &str = "index.html";

/// The compressed copies that may lie beside a file: how their names end, and what the encoding is called. The smaller
/// is asked for first.
const COPIES: [(&str, &str); 2] = [(".br", "br"), (".gz", "gzip")];

/// The most files that a folder may have, and how deep they may lie.
const FILES: usize = 20_000;
const DEPTH: usize = 16;

/// What is given away, by the path of its address.
#[derive(Debug, Default)]
pub struct Site {
    files: HashMap<String, File>,
}

#[derive(Debug)]
struct File {
    path: PathBuf,
    /// What it holds, for as long as somebody is being sent it.
    held: Mutex<Weak<Vec<u8>>>,
}

/// A file to be sent.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// Its media type.
    pub kind: &'static str,
    /// How it is compressed, if it is.
    pub encoding: Option<&'static str>,
    /// What it holds.
    pub body: Bytes,
}

/// Why a folder cannot be given away.
#[derive(Debug)]
pub enum SiteError {
    /// It cannot be read.
    Unreadable(PathBuf, io::Error),
    /// It holds no `index.html`.
    NoPage(PathBuf),
    /// It holds more than any game does.
    TooMuch(PathBuf),
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SiteError::Unreadable(path, error) => write!(f, "{} cannot be read: {error}", path.display()),
            SiteError::NoPage(path) => write!(f, "{} has no {PAGE}: it is not the game's folder", path.display()),
            SiteError::TooMuch(path) => write!(f, "{} holds more than any game does", path.display()),
        }
    }
}

impl std::error::Error for SiteError {}

/// Bytes that several connections are sent at once.
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Site {
    /// The files of a folder. Links are not followed, and what begins with `.` or `_` is for the host alone.
    ///
    /// # Errors
    /// Where the folder cannot be read, is no game's, or is far larger than one.
    pub fn of(folder: &Path) -> Result<Self, SiteError> {
        let mut site = Site::default();
        site.add(folder, "", 0)?;
        if site.files.contains_key(PAGE) { Ok(site) } else { Err(SiteError::NoPage(folder.to_owned())) }
    }

    fn add(&mut self, folder: &Path, below: &str, depth: usize) -> Result<(), SiteError> {
        let unreadable = |error| SiteError::Unreadable(folder.to_owned(), error);
        for entry in fs::read_dir(folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let (name, kind) = (entry.file_name(), entry.file_type().map_err(unreadable)?);
            // A name that is no text has no address.
            let Some(name) = name.to_str().filter(|name| !name.starts_with(['.', '_'])) else { continue };
            let (address, path) = (format!("{below}{name}"), entry.path());
            if kind.is_dir() && depth < DEPTH {
                self.add(&path, &format!("{address}/"), depth + 1)?;
            } else if kind.is_file() {
                if self.files.len() == FILES {
                    return Err(SiteError::TooMuch(folder.to_owned()));
                }
                self.files.insert(address, File { path, held: Mutex::default() });
            }
        }
        Ok(())
    }

    /// Whether there is something at the path of an address.
    pub fn has(&self, path: &str) -> bool {
        decode(path).is_some_and(|path| self.files.contains_key(&of_page(&path)))
    }

    /// The file at the path of an address, such as `/` or `/app/a%20b.js`; its compressed copy where there is one that
    /// the client takes. It is read from the disk, which may take a moment.
    pub fn find(&self, path: &str, takes: &str) -> Option<Found> {
        let path = of_page(&decode(path)?);
        let file = self.files.get(&path)?;
        let takes = |name: &str| {
            takes.split(',').any(|one| {
                let mut parts = one.split(';').map(str::trim);
                parts.next().is_some_and(|known| known.eq_ignore_ascii_case(name))
                    && parts.all(|part| !matches!(part.strip_prefix("q="), Some("0" | "0.0" | "0.00" | "0.000")))
            })
        };
        let copies = COPIES.iter().filter(|(_, encoding)| takes(encoding));
        let mut copies = copies.filter_map(|(ending, encoding)| {
            Some((Some(*encoding), self.files.get(&format!("{path}{ending}"))?.read()?))
        });
        let (encoding, body) = match copies.next() {
            Some(copy) => copy,
            None => (None, file.read()?),
        };
        Some(Found { kind: kind(&path), encoding, body })
    }
}

impl File {
    /// What it holds; nothing where it is no longer there.
    fn read(&self) -> Option<Bytes> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = match held.upgrade() {
            Some(bytes) => bytes,
            None => {
                // Something else may have taken the file's place since.
                let bytes = fs::symlink_metadata(&self.path).ok().filter(fs::Metadata::is_file);
                let bytes = Arc::new(bytes.and_then(|_| fs::read(&self.path).ok())?);
                *held = Arc::downgrade(&bytes);
                bytes
            }
        };
        Some(Bytes::from_owner(Shared(bytes)))
    }
}

/// The file of a path: a folder's page where it ends like one.
fn of_page(path: &str) -> String {
    match path.strip_prefix('/').unwrap_or(path) {
        "" => PAGE.to_owned(),
        path if path.ends_with('/') => format!("{path}{PAGE}"),
        path => path.to_owned(),
    }
}

/// The text of an address's path; none where a `%` is not followed by two hex digits or the bytes are no text.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                u8::try_from(digit(rest.next())? * 16 + digit(rest.next())?).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// The media type of drawings.
pub(crate) const DRAWING: &str = "image/svg+xml";

/// The media type of a file, by how its name ends.
fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => DRAWING,
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> (tempfile::TempDir, Site) {
        let house = tempfile::tempdir().expect("a folder");
        let game = house.path().join("game");
        fs::create_dir_all(game.join("join")).expect("a folder");
        for (name, text) in [
            ("index.html", "home"),
            ("index.html.gz", "gz"),
            ("index.html.br", "br"),
            ("a b.wasm", "wasm"),
            ("_headers", "h"),
            ("join/index.html", "join"),
        ] {
            fs::write(game.join(name), text).expect("a file");
        }
        fs::write(house.path().join("secret.txt"), "secret").expect("a file");
        #[cfg(unix)]
        std::os::unix::fs::symlink(house.path().join("secret.txt"), game.join("link.txt")).expect("a link");
        let site = Site::of(&game).expect("a site");
        (house, site)
    }

    fn get(site: &Site, path: &str, takes: &str) -> Option<(&'static str, Option<&'static str>, Bytes)> {
        site.find(path, takes).map(|found| (found.kind, found.encoding, found.body))
    }

    #[test]
    fn files_have_their_types_and_copies() {
        let (_house, site) = site();
        let (page, body) = ("text/html; charset=utf-8", Bytes::from_static);
        assert_eq!(get(&site, "/", ""), Some((page, None, body(b"home"))));
        assert_eq!(get(&site, "/index.html", "gzip, deflate"), Some((page, Some("gzip"), body(b"gz"))));
        assert_eq!(get(&site, "/", "gzip;q=1.0, BR;q=0.5"), Some((page, Some("br"), body(b"br"))));
        assert_eq!(get(&site, "/", "br;q=0, gzip"), Some((page, Some("gzip"), body(b"gz"))));
        assert_eq!(get(&site, "/a%20b.wasm", "gzip"), Some(("application/wasm", None, body(b"wasm"))));
        assert_eq!(get(&site, "/join/", ""), Some((page, None, body(b"join"))));
    }

    #[test]
    fn nothing_else_is_given_away() {
        let (_house, site) = site();
        let others = [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/join/../../secret.txt",
            "/..%5csecret.txt",
            "//etc/hosts",
            "/%2fetc/passwd",
            "/join",
            "/join/..",
            "/.",
            "/link.txt",
            "/_headers",
            "/index.html/",
            "/index.html%00",
            "/%",
            "/%zz",
            "/%ff",
            "\0",
            "/C:/secret.txt",
            "/./index.html",
        ];
        for path in others {
            assert_eq!(get(&site, path, "br, gzip"), None, "{path}");
            assert!(!site.has(path), "{path}");
        }
    }

    #[test]
    fn a_file_that_went_or_became_a_link_is_no_longer_there() {
        let (house, site) = site();
        let page = house.path().join("game/join/index.html");
        let held = get(&site, "/join/", "").expect("a file");
        fs::remove_file(&page).expect("it was there");
        assert_eq!(get(&site, "/join/", ""), Some(held));
        #[cfg(unix)]
        std::os::unix::fs::symlink(house.path().join("secret.txt"), &page).expect("a link");
        assert_eq!(get(&site, "/join/", ""), None);
    }

    #[test]
    fn what_is_no_games_folder_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let said = |path: &Path| Site::of(path).expect_err("no site").to_string();
        assert!(said(folder.path()).contains("has no index.html"));
        assert!(said(&folder.path().join("none")).contains("cannot be read"));
    }
}
