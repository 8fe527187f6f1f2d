//! Measures the memory that a page of the game has to itself, for `cargo xtask bench`: the most at any time from its first
//! visit until the game is kept on the device, and a while longer.
//!
//! It is what no other process shares of the renderer's memory, as Linux tells it; elsewhere there is no figure. Beside it
//! stands the same figure for an empty page.

use std::{fs, process::ExitCode, time::Duration};

use journeys::{Host, Page, journey};
use serde_json::Value;
use tokio::time::{Instant, sleep};

const VISITS: usize = 5;
const PAUSE: Duration = Duration::from_millis(100);

/// How long a page is watched after the game is kept.
const LONGER: Duration = Duration::from_secs(2);

/// What is visited: its name and its address.
const VISITED: [(&str, &str); 2] = [("home", "/"), ("play", "/#/play/product-launch")];

/// Whether the game is kept.
const KEPT: &str = "return navigator.serviceWorker.controller !== null";

fn main() -> ExitCode {
    eprintln!("an empty page on this machine: {:.1} MB", median(&|| visit(None)) / 1e6);
    for (name, path) in VISITED {
        println!("memory/{name}: {:.3} MB", median(&|| visit(Some(path))) / 1e6);
    }
    ExitCode::SUCCESS
}

fn median(visit: &dyn Fn() -> f64) -> f64 {
    let mut figures: Vec<f64> = (0..VISITS).map(|_| visit()).collect();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// The most that a visit takes, in bytes; where there is no address, of an empty page.
fn visit(path: Option<&str>) -> f64 {
    let mut most = 0.0;
    journey(async |page| {
        let profile = profile(page);
        if let Some(path) = path {
            Host::of(page).await.arrive(path).await;
        }
        let (started, mut kept) = (Instant::now(), path.is_none().then(Instant::now));
        while kept.is_none_or(|then| then.elapsed() < LONGER) {
            assert!(started.elapsed() < journeys::page::PATIENCE, "the game is not kept on the device");
            most = f64::max(most, of_renderer(&profile));
            if kept.is_none() && page.script(KEPT, vec![]).await == Value::Bool(true) {
                kept = Some(Instant::now());
            }
            sleep(PAUSE).await;
        }
    });
    assert!(most > 0.0, "this machine does not say how much memory a page has to itself");
    most
}

/// The folder that this browser keeps everything in, by which its processes are known.
fn profile(page: &Page) -> String {
    let folder = page.client().capabilities().and_then(|said| said.get("chrome")?.get("userDataDir")?.as_str());
    folder.map_or_else(|| panic!("the browser does not say where its profile is"), str::to_owned)
}

/// What the largest renderer with this profile has to itself now, in bytes; 0 where nothing is known of any.
fn of_renderer(profile: &str) -> f64 {
    let processes = fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let own = processes.filter_map(|process| {
        let command = fs::read(process.join("cmdline")).ok()?;
        let command = String::from_utf8_lossy(&command);
        if !command.contains("--type=renderer") || !command.contains(profile) {
            return None;
        }
        let pages = fs::read_to_string(process.join("smaps_rollup")).ok()?;
        let dirty = pages.lines().find_map(|line| line.strip_prefix("Private_Dirty:"))?;
        dirty.trim().strip_suffix("kB")?.trim().parse::<f64>().ok()
    });
    own.fold(0.0, f64::max) * 1024.0
}
