//! Lazy chunks: what few players open lies in files of its own, each fetched when it is first asked for.
//!
//! With the feature `split`, every function here that says so is cut out of the app at build time, with all that it alone
//! needs; without it the app is one wasm, as the game in one file is, and nothing is fetched.

use crate::pages::debrief::{self, Below, Counting, Curious, Debrief, Exports};
use crate::pages::guide::{self, Guide};
use crate::pages::journal::{self, Journal};
use crate::platform::worker;
use crate::room_ui::Room;
use crate::ui::Aside;
use crate::workbench_ui::Workbench;
use crate::{app, workbench};
use yew::{Html, html};

pub use crate::platform::chunk::SplitLoaderError as NotLoaded;

/// Waits for the answer of a function that may lie in a chunk.
macro_rules! loaded {
    ($call:expr) => {{
        let answer = $call;
        #[cfg(feature = "split")]
        let answer = answer.await;
        answer
    }};
}

/// What a run has no need of.
///
/// # Errors
/// [`NotLoaded`] where its chunk does not arrive.
pub async fn aside() -> Result<Aside, NotLoaded> {
    loaded!(load_aside())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(aside, wasm_split_path = crate::platform::chunk, fallible))]
fn load_aside() -> Result<Aside, NotLoaded> {
    Ok(Aside::ALL)
}

/// The facilitator's room.
///
/// # Errors
/// [`NotLoaded`] where its chunk does not arrive.
pub async fn room() -> Result<Html, NotLoaded> {
    loaded!(room_page())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(room, wasm_split_path = crate::platform::chunk, fallible))]
fn room_page() -> Result<Html, NotLoaded> {
    Ok(html! { <Room /> })
}

/// The authors' workbench.
///
/// # Errors
/// [`NotLoaded`] where its chunk does not arrive.
pub async fn workbench() -> Result<Html, NotLoaded> {
    loaded!(workbench_page())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(workbench, wasm_split_path = crate::platform::chunk, fallible))]
fn workbench_page() -> Result<Html, NotLoaded> {
    Ok(html! { <Workbench /> })
}

/// In a worker: checks an author's text, question by question, from now on.
///
/// # Errors
/// [`NotLoaded`] where its chunk does not arrive.
pub async fn check() -> Result<(), NotLoaded> {
    loaded!(serve_checks())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(workbench, wasm_split_path = crate::platform::chunk, fallible))]
fn serve_checks() -> Result<(), NotLoaded> {
    worker::serve(workbench::answer_to);
    Ok(())
}

/// In a worker: reads authors' files from now on, so that a hostile one cannot hold the page up.
///
/// # Errors
/// [`NotLoaded`] where its chunk does not arrive.
pub async fn read() -> Result<(), NotLoaded> {
    loaded!(serve_reading())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(reader, wasm_split_path = crate::platform::chunk, fallible))]
fn serve_reading() -> Result<(), NotLoaded> {
    worker::serve(|file, tell| tell(app::opened_file::to_answer(file)));
    Ok(())
}

/// What reads an author's file on the page.
#[derive(Clone, Copy)]
pub struct Reading(pub fn(&[u8]) -> Vec<u8>);

/// On the page: reads authors' files, where there is no worker to be had.
///
/// # Errors
/// [`NotLoaded`] where its chunk does not arrive.
pub async fn reading() -> Result<Reading, NotLoaded> {
    loaded!(load_reading())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(reader, wasm_split_path = crate::platform::chunk, fallible))]
fn load_reading() -> Result<Reading, NotLoaded> {
    Ok(Reading(app::opened_file::to_answer))
}

/// The debrief of a run.
///
/// # Errors
/// [`NotLoaded`] where its chunk does not arrive.
pub async fn debrief(props: debrief::Props) -> Result<Html, NotLoaded> {
    loaded!(debrief_page(props))
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(debrief, wasm_split_path = crate::platform::chunk, fallible, preload(load_debrief)))]
fn debrief_page(props: debrief::Props) -> Result<Html, NotLoaded> {
    // The debrief of another run is another page.
    let key = format!("{} {} {}", props.source, props.run, props.alone);
    Ok(html! { <Debrief {key} ..props /> })
}

/// What stands below the first screen of a debrief.
///
/// # Errors
/// [`NotLoaded`] where its chunk does not arrive.
pub async fn below() -> Result<Below, NotLoaded> {
    loaded!(load_below())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(below, wasm_split_path = crate::platform::chunk, fallible))]
fn load_below() -> Result<Below, NotLoaded> {
    Ok(Below::ALL)
}

/// What a debrief becomes outside of its page.
///
/// # Errors
/// [`NotLoaded`] where its chunk does not arrive.
pub async fn exports() -> Result<Exports, NotLoaded> {
    loaded!(load_exports())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(exports, wasm_split_path = crate::platform::chunk, fallible))]
fn load_exports() -> Result<Exports, NotLoaded> {
    Ok(Exports::ALL)
}

/// What a debrief tells whoever is curious.
///
/// # Errors
/// [`NotLoaded`] where its chunk does not arrive.
pub async fn curious() -> Result<Curious, NotLoaded> {
    loaded!(load_curious())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(curious, wasm_split_path = crate::platform::chunk, fallible))]
fn load_curious() -> Result<Curious, NotLoaded> {
    Ok(Curious::ALL)
}

/// Fetches the chunk of [`exports`] before it is asked for: the network may be gone by then.
pub fn preload_exports() {
    #[cfg(feature = "split")]
    wasm_bindgen_futures::spawn_local(async {
        // Where it does not arrive, it is fetched once more when it is asked for.
        let _ = exports().await;
    });
}

/// Fetches the debrief's first chunk, and what counts for it, before they are asked for.
pub fn preload_debrief() {
    #[cfg(feature = "split")]
    wasm_bindgen_futures::spawn_local(async {
        // Where it does not arrive, it is fetched once more when it is asked for.
        let _ = load_debrief().await;
        let _ = counting().await;
    });
}

/// In a worker: counts the ways of a scenario from now on, so that the page stays at hand.
///
/// # Errors
/// [`NotLoaded`] where its chunk does not arrive.
pub async fn count() -> Result<(), NotLoaded> {
    loaded!(serve_counts())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(counts, wasm_split_path = crate::platform::chunk, fallible))]
fn serve_counts() -> Result<(), NotLoaded> {
    worker::serve(debrief::model::answer);
    Ok(())
}

/// On the page: counts the ways of a scenario.
///
/// # Errors
/// [`NotLoaded`] where its chunk does not arrive.
pub async fn counting() -> Result<Counting, NotLoaded> {
    loaded!(load_counting())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(counts, wasm_split_path = crate::platform::chunk, fallible))]
fn load_counting() -> Result<Counting, NotLoaded> {
    Ok(Counting::ALL)
}

/// The journal.
///
/// # Errors
/// [`NotLoaded`] where its chunk does not arrive.
pub async fn journal(props: journal::Props) -> Result<Html, NotLoaded> {
    loaded!(journal_page(props))
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(album, wasm_split_path = crate::platform::chunk, fallible))]
fn journal_page(props: journal::Props) -> Result<Html, NotLoaded> {
    Ok(html! { <Journal ..props /> })
}

/// The field guide.
///
/// # Errors
/// [`NotLoaded`] where its chunk does not arrive.
pub async fn guide(props: guide::Props) -> Result<Html, NotLoaded> {
    loaded!(guide_page(props))
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(album, wasm_split_path = crate::platform::chunk, fallible))]
fn guide_page(props: guide::Props) -> Result<Html, NotLoaded> {
    Ok(html! { <Guide ..props /> })
}
