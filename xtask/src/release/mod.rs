//! `cargo xtask dist`: the folder for a host.
//!
//! It holds the built app, whose addresses are all relative to its page, and beside each file that gains by it a copy for
//! hosts that send compressed copies (`.br`, `.gz`), and what some hosts read their headers from. Nothing else is in it; the
//! headers in other hosts' languages lie in a folder beside it.

mod headers;
pub mod pack;

use std::{fs, path::Path};

use anyhow::{Context, Result};
use archive as zip;
use clap::Args;

use crate::{
    app,
    downloads::{self, Build},
    play, serve,
    sign::{self, File},
    stamp, workspace,
};

/// What `cargo xtask dist` can be told.
#[derive(Args)]
pub struct Options {
    /// Serve the folder on this machine, as a host would
    #[arg(long)]
    pub serve: bool,
    /// The port to serve on [default: the first free one from 8080]
    #[arg(long, requires = "serve")]
    pub port: Option<u16>,
}

/// Builds the app, makes the folder, and says what is in it.
pub fn run(options: &Options) -> Result<()> {
    let listener = options.serve.then(|| play::listen(options.port)).transpose()?;
    app::build()?;
    let folder = workspace::release();
    make(&workspace::dist(), &folder)?;
    println!("{}", listing(&sign::built(&folder)?));
    println!("Put everything in {} on a host of static files, in any folder of it.", folder.display());
    let recipes = workspace::hosting();
    fs::create_dir_all(&recipes).with_context(|| format!("{} cannot be made", recipes.display()))?;
    for (name, text) in headers::recipes() {
        let file = recipes.join(name);
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    println!(
        "What nginx, Apache and IIS are told beside it, and what takes a game down again, lies in {}.\n",
        recipes.display()
    );
    hand_on(&workspace::downloads(), &folder)?;
    match listener {
        Some(listener) => play::serve_to_browser(listener, serve::Site::of(folder), false),
        None => Ok(()),
    }
}

/// The whole folder in one archive, for whoever does not trust a packed page.
const ARCHIVE: &str = "two-hats.zip";

/// What lies beside the downloads: what each holds, in words.
const ABOUT: &str = "two-hats.html  The whole game in one page, to be opened from a disk: scripts, WebAssembly and stories, packed, with what\n               \
     unpacks them. It holds nothing else, asks no network for anything, and writes to nothing but what the browser keeps for\n               \
     it. A scanner may warn of it because it unpacks a program in a page: the archive holds the same, unpacked.\n\
     two-hats.zip   The folder that a host of static files gets, as it is.\n\
     two-hats       The authors' tool, which makes such pages of their own scenarios.\n";

/// Makes what is handed on as files, and says how large they are.
fn hand_on(folder: &Path, release: &Path) -> Result<()> {
    let game = downloads::game(folder)?;
    let tool = downloads::tool(Build::Quick)?;
    let copy = folder.join(tool.file_name().context("the tool has no name")?);
    fs::copy(&tool, &copy).with_context(|| format!("{} cannot be written", copy.display()))?;
    let archive = folder.join(ARCHIVE);
    fs::write(&archive, archived(release)?).with_context(|| format!("{} cannot be written", archive.display()))?;
    fs::write(folder.join("about.txt"), ABOUT).context("what the downloads are cannot be written")?;
    let files = [
        (game, "the whole game in one file"),
        (archive, "the folder for a host in one archive"),
        (copy, "the authors' tool, which makes such files"),
    ];
    for (file, what) in files {
        let size = fs::metadata(&file).with_context(|| format!("{} is gone", file.display()))?.len();
        println!("{size:>9}  {}: {what}", file.display());
    }
    Ok(())
}

/// All files of a folder as one archive, below a folder of the game's name.
fn archived(folder: &Path) -> Result<Vec<u8>> {
    let files = sign::built(folder)?.into_iter();
    let files: Vec<zip::File> =
        files.map(|File { path, bytes }| zip::File { name: format!("two-hats/{path}"), bytes }).collect();
    zip::zip(&files).context("the folder is more than an archive holds")
}

/// Makes the folder from the built app, unless it is there as it should be.
pub fn make(built: &Path, folder: &Path) -> Result<()> {
    let stamped = workspace::target().join("release.stamp");
    let stamp = || Some(format!("{} {}\n", stamp::of_folder(built)?, stamp::of_folder(folder)?));
    let told = fs::read_to_string(folder.join(headers::FILE)).is_ok_and(|told| told == headers::file());
    if told && fs::read_to_string(&stamped).ok().is_some_and(|written| stamp().as_ref() == Some(&written)) {
        return Ok(());
    }
    if folder.is_dir() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be made anew", folder.display()))?;
    }
    eprintln!("Compressing the files for a host.");
    let files = sign::built(built)?;
    let copies = pack::copies(&files)?;
    let headers = File { path: headers::FILE.into(), bytes: headers::file().into_bytes() };
    for File { path, bytes } in files.iter().chain(&copies).chain([&headers]) {
        let file = folder.join(path);
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(&file, bytes).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    fs::write(&stamped, stamp().unwrap_or_default()).context("the stamp of the folder cannot be written")
}

/// Every file with its sizes: as it is, and as a host may send it.
fn listing(files: &[File]) -> String {
    let size = |path: &str| files.iter().find(|file| file.path == path).map(|file| file.bytes.len());
    let cell = |size: Option<usize>| size.map_or_else(|| "-".into(), |size| size.to_string());
    let mut sums = [0; 3];
    let mut lines = vec![format!("{:>9} {:>9} {:>9}", "bytes", "gzip", "brotli")];
    for File { path, bytes } in files.iter().filter(|file| !pack::is_copy(&file.path)) {
        let [gzip, brotli] = pack::ENDINGS.map(|ending| size(&format!("{path}{ending}")));
        for (sum, size) in sums.iter_mut().zip([Some(bytes.len()), gzip, brotli]) {
            *sum += size.unwrap_or(bytes.len());
        }
        lines.push(format!("{:>9} {:>9} {:>9}  {path}", bytes.len(), cell(gzip), cell(brotli)));
    }
    lines.push(format!("{:>9} {:>9} {:>9}  all of it", sums[0], sums[1], sums[2]));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_archive_holds_the_folder_below_one_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("app")).unwrap();
        fs::write(folder.path().join("app/a.js"), "go()").unwrap();
        let archive = archived(folder.path()).unwrap();
        let holds = |part: &[u8]| archive.windows(part.len()).any(|window| window == part);
        assert!(archive.starts_with(b"PK\x03\x04") && holds(b"two-hats/app/a.jsgo()"));
    }

    #[test]
    fn every_file_is_listed_once_with_its_sizes() {
        let file = |path: &str, size: usize| File { path: path.into(), bytes: vec![0; size] };
        let files = [file("a.js", 900), file("a.js.br", 200), file("a.js.gz", 300), file("icons/b.png", 50)];
        let lines: Vec<String> =
            listing(&files).lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(lines, ["bytes gzip brotli", "900 300 200 a.js", "50 - - icons/b.png", "950 350 250 all of it"]);
    }
}
