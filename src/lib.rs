//! Two Hats: a scenario game about leading and managing.
//!
//! # Where to start
//!
//! - To see what a scenario is: [`scenario`], and `scenarios/crisis.json` for one.
//! - To see what a player does to it: [`play`], whose [`play::Run`] is the whole of the rules.
//! - To see what the app does: [`app`], whose [`app::Model::update`] is the only door; then `src/ui/play.rs` for the
//!   page that a player looks at longest.
//! - To see what is kept on a device, and in which form: [`library`].
//! - To change the debrief, the journal or the field guide: their folders in `src/pages`.
//! - To change a word of the interface: `src/words/en.rs`. To change its look: `src/ui/style.css`.
//!
//! # The crates
//!
//! What does not depend on a browser is a crate under `crates/`, so that it cannot: each names in its manifest what it
//! knows of, and opens with an example.
//!
//! | Crate | What is in it | Knows of |
//! |---|---|---|
//! | [`scenario`] | what an author writes: JSON with places, read strictly into a valid [`scenario::Scenario`] by the one table of the format, [`scenario::schema`]; the same, packed for players | nothing else here |
//! | [`play`] | what a player does: a run, choose, undo, outcome; its record | `scenario` |
//! | [`analysis`] | what can be proved: exact counts, shares, ranges, witnesses; in [`analysis::debrief`] what a run can teach: each decision's worth, what else could have come, the hats worn | `scenario`, `play` |
//! | [`lint`] | what is wrong with a file, and what it will do that was hardly meant: one rule, one file; diagnostics, sibling renderers | `scenario`, `play`, `analysis` |
//! | [`author`] | what an author asks for beside checks: report, picture, a small one to start from, the schema | `scenario`, `play`, `analysis` |
//! | `two-hats-balance` | which numbers of a scenario to change so that it meets its author's aims: exact figures, a seeded search, proposals | `scenario`, `play`, `analysis` |
//! | `two-hats-import` | stories made with Twine as drafts: its files and the markup of its story formats read, a report of what was carried, changed or left out | `scenario` |
//! | `two-hats-archive` | a scenario and its pictures in one `.zip`: opened strictly, within the limits of both; written | `scenario` |
//! | `two-hats-document` | a scenario's file as a document: its text with the places of its values, edits that change their own place alone, undo and redo; which way may lead where | `scenario`, `lint` |
//! | [`session`] | what a facilitator runs: phases, hands, second votes, teams, plan, clock; its record | `scenario`, `play`, `analysis` |
//! | `two-hats-wire` | what phones and the room's console say to each other: keys, seats, rounds, the host, without a browser | nothing else here |
//! | [`delivery`] | how scenarios are handed on: the index beside them; the whole game in one HTML file, its gaps and how bytes stand in it | `scenario`, `analysis` |
//! | [`library`] | what is kept on a device and handed on in files: keys, records and their versions, the saved file, what an import adds, what a course takes over; what other folders of the host keep, and what a newer game wrote | `scenario`, `play`, `session`, `delivery` |
//! | `two-hats-cli` | the author's command-line tool `two-hats`: arguments, files, exit codes | `analysis`, `two-hats-archive`, `author`, `two-hats-balance`, `delivery`, `two-hats-import`, `lint`, `scenario` |
//!
//! # The map of the app
//!
//! | Place | What is in it | Knows of |
//! |---|---|---|
//! | [`pages`] | the pages that are components of their own, a folder each: a pure model, its view, the component that performs its effects | `analysis`, `play`, [`app`]'s names, [`share`], `words` |
//! | `components` | components that pages share | `words` |
//! | [`share`] | how something small leaves a screen: QR drawings | nothing else here |
//! | [`words`] | every word of the interface, one file a language; beside it the field guide's, which belong to its own chunk | `scenario`, `play`, `analysis` (their names) |
//! | [`app`] | the whole app as a pure machine: model, events, effects, views, addresses | all above |
//! | [`album_view`] | what is kept, looked through for the journal and the guide: the stories, the endings, the chart of the answers | `play`, [`library`] |
//! | `platform` | the browser's effects, one a file: storage, fetch, files, focus | nothing else here |
//! | [`ui`] | Yew: one page, one module; the style; written out as text, what stands in `index.html` before the app, which `src/first.js` shows; `src/once.js`, by which what acts does so once | all above |
//! | `workbench` | the authors' workbench as a pure machine: what is wrong with a text, what it does, play from a step; which numbers to change; stories made with Twine; the drafts in its windows; in `studio` the text as a document with edits, its map, its forms' changes | `document`, `lint`, `analysis`, `author`, `two-hats-balance`, `two-hats-import`, `play`, `library`, `words` |
//! | `workbench_ui` | its page; in `studio` the map and the forms | `workbench`, `document`, `ui`'s parts |
//! | [`room`] | the facilitator's windows as a pure machine: console, stage, exports; in [`room::phones`] the console as host of the phones | `session`, `library`, `two-hats-wire`, `app`'s views |
//! | `room_ui` | its pages and its paper | `room`, `ui`'s parts, `author`'s picture |
//! | `lazy` | the chunks of the app, each fetched when its page is opened, by `src/lazy.js`; with it comes `src/kept.js`, which says before the app starts under which name this folder of the host keeps, and keeps in the page what the browser refuses | the lazy pages |
//! | `src/main.rs` | the program: mounts the app; in a worker, which `src/background.js` starts, it reads, counts or checks beside the page | `ui`, `lazy` |
//! | `one_file` | what the game in one file does before it is mounted; what it would fetch, `platform::one_file` takes from its page | `app`, `library` |
//! | `unpacker` | what unpacks the game in one file, as wasm that needs nothing; `delivery` packs by the same steps | |
//! | `xtask` | the developer's chores: play, test, bench, fuzz, faults, dist; `xtask/src/wasm` compiles and splits the app, `xtask/src/minify` makes what was built smaller, `xtask/src/sign` makes it one version, kept whole offline | `app`, `scenario`, `words` |
//! | `fuzz` | what holds whatever the input is, the inputs that are kept, and a fuzzer that makes up more | all that reads what comes from outside |
//! | `tests` | fixtures, and the runners over them; `tests/journeys` goes through the built app in real browsers | |
//!
//! Nothing but [`ui`], the views and components of [`pages`] and the binary knows Yew; nothing but they and `platform` knows a
//! browser; nothing here knows a
//! clock or chance. `tests/house.rs` keeps these walls.

pub mod album_view;
pub mod app;
mod components;
#[cfg(target_arch = "wasm32")]
pub mod lazy;
#[cfg(all(target_arch = "wasm32", feature = "one-file"))]
pub mod one_file;
pub mod pages;
#[cfg(target_arch = "wasm32")]
pub mod platform;
pub mod room;
#[cfg(target_arch = "wasm32")]
pub mod room_ui;
pub mod shapes;
pub mod share;
pub mod ui;
pub mod words;
pub mod workbench;
pub mod workbench_ui;
