//! What is handed on as a file: the whole game in one HTML page, and the authors' tool that makes such pages of their own.
//!
//! The page is made of a *shell*, into which [`delivery::course`] puts scenarios; the tool carries the shell.

mod parts;
mod whole;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use delivery::course::{self, Story};
use sha2::{Digest, Sha256};

use crate::{app, minify::script::small, process, scenarios, sign, workspace};

/// The game in one file, with the shipped scenarios.
pub const GAME: &str = "two-hats.html";

/// What the shell's page says before the app is unpacked.
const PAGE: &str = include_str!("page.html");

/// What unpacks it.
const OPEN: &str = include_str!("open.js");

/// What starts it.
const START: &str =
    concat!(include_str!("../../../src/once.js"), include_str!("../../../src/kept.js"), include_str!("start.js"));

/// Where pictures lie that the app shows by their names.
const DRAWN: [&str; 2] = ["scenes/", "faces/"];

/// What the game in one file may weigh without a story, and what each adds. Its goal is 480 KB with all stories; each part that
/// is added to the game is weighed when it comes, and the limit stands close above.
const SHELL: usize = 611_000;
const STORY: usize = 12_000;

/// What the shipped game in one file may weigh.
///
/// # Errors
/// Where the shipped stories cannot be read.
pub fn budget() -> Result<usize> {
    Ok(SHELL + scenarios::shipped()?.len() * STORY)
}

/// Where the files lie that are tried.
pub fn tried() -> PathBuf {
    workspace::target().join("downloads/tried")
}

/// Makes the game, and by the tool two courses that have a scenario of the same id each, to be tried.
pub fn try_out() -> Result<PathBuf> {
    let folder = tried();
    let game = game(&folder)?;
    let tool = tool(Build::Plain)?;
    let courses = [("small", "Bread & <b>Böcker</b>", "course.html"), ("second/small", "Flour", "second.html")];
    for (scenario, title, file) in courses {
        let mut course = process::command(&tool);
        course.arg("pack").arg(workspace::root().join(format!("tests/fixtures/{scenario}.json")));
        course.args(["--title", title, "--output"]).arg(folder.join(file));
        process::run(&mut course, "the tool makes no course")?;
    }
    Ok(game)
}

/// How the tool is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// For handing on.
    Quick,
    /// For the tests, which wait for it.
    Plain,
}

/// The shell, made anew where what it is made of has changed.
pub fn shell() -> Result<PathBuf> {
    let folder = workspace::target().join("downloads");
    let (shell, stamp) = (folder.join("shell.html"), folder.join("shell.stamp"));
    app::build()?;
    let inputs = app::inputs_now()?;
    if shell.exists() && fs::read_to_string(&stamp).is_ok_and(|written| written == inputs) {
        return Ok(shell);
    }
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let (whole, unpacker) = (whole::build(&folder)?, whole::unpacker(&folder)?);
    let mut built = sign::built(&workspace::dist())?;
    built.retain(|file| !file.path.starts_with(&format!("{}/", sign::PHONES)));
    let icon = fs::read(workspace::root().join("art/logo.svg")).context("the icon cannot be read")?;
    fs::write(&shell, made(&whole, &unpacker, &built, &icon)?).context("the shell cannot be written")?;
    fs::write(&stamp, inputs).context("the shell's stamp cannot be written")?;
    Ok(shell)
}

/// The shell of a whole app, with the looks and the drawings of what was built.
fn made(whole: &whole::Whole, unpacker: &[u8], built: &[sign::File], icon: &[u8]) -> Result<Vec<u8>> {
    let parts = small(&(parts::script(&whole.glue) + START + &sign::framed()))?;
    let text = |file: &sign::File| String::from_utf8_lossy(&file.bytes).into_owned();
    // Each picture of a file has a name of its own there, and needs the file's name with it here.
    let drawn = built.iter().filter(|file| DRAWN.iter().any(|folder| file.path.starts_with(folder))).map(|file| {
        let name = file.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".svg");
        text(file).replace("<symbol id=\"", &format!("<symbol id=\"{name}-"))
    });
    let page = PAGE.replace("{icon}", &parts::base64(icon)).replace("{script}", &small(OPEN)?);
    let page = page.replace("{version}", &version(&[&whole.wasm, parts.as_bytes()]));
    let page = sign::allowing(&sign::policy_with_inline(&page), &parts);
    // The first style stands in the page that was built, for the first choice; here all of them are unpacked.
    let style = built.iter().find(|file| file.path == sign::PAGE).map(text).unwrap_or_default();
    let style = style.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).map(|(style, _)| style);
    let style = style.context("the built page has no style")?.as_bytes().to_vec();
    let mut files = vec![("app.wasm".to_owned(), whole.wasm.clone()), ("parts.js".to_owned(), parts.into_bytes())];
    files.push(("drawn.html".to_owned(), drawn.collect::<String>().into_bytes()));
    files.push(("style.css".to_owned(), style));
    let looks = built.iter().filter(|file| file.path.ends_with(".css"));
    // What comes later on the page counts for more: the app's own rest before its guests'.
    let (later, guests): (Vec<_>, Vec<_>) = looks.partition(|file| file.path.starts_with("later"));
    files.extend(later.into_iter().chain(guests).map(|file| (file.path.clone(), file.bytes.clone())));
    let (before, after) = page.split_once("{app}").context("the page has no place for the app")?;
    let (unpacker, app) = (course::parcel::unpacker(unpacker), course::parcel::element(&files));
    let app = app.context("the app cannot be taken apart")?;
    Ok([before.as_bytes(), &unpacker, &app, after.as_bytes()].concat())
}

/// The name of what some bytes are together.
fn version(parts: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    parts.iter().for_each(|part| digest.update(part));
    digest.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// The game in one file, written to a folder.
pub fn game(folder: &Path) -> Result<PathBuf> {
    let shell = fs::read(shell()?).context("the shell cannot be read")?;
    let stories: Vec<Story> = scenarios::shipped()?;
    let page = course::course(&shell, course::NAME, None, &stories).context("the shell is none")?;
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let file = folder.join(GAME);
    fs::write(&file, page).with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(file)
}

/// The authors' tool with the app inside.
pub fn tool(build: Build) -> Result<PathBuf> {
    let profile = match build {
        Build::Quick => "tool",
        Build::Plain => "dev",
    };
    let mut cargo = process::cargo("build");
    cargo.args(["--package", "two-hats-cli", "--features", "app-inside", "--profile", profile]);
    process::run(cargo.env("TWO_HATS_SHELL", shell()?), "the authors' tool does not build")?;
    let folder = if build == Build::Plain { "debug" } else { profile };
    Ok(workspace::target().join(folder).join(format!("two-hats{}", env::consts::EXE_SUFFIX)))
}
