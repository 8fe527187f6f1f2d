//! Addresses: what stands after the `#`.

use library::{Source, run_of};
use play::Record;
use std::fmt;

/// A page whose chunk is fetched when it is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guest {
    /// The workbench of those who write scenarios.
    Author,
    /// The field guide.
    Guide,
    /// What is kept of runs and answers.
    Journal,
    /// The debrief of a run that was opened by its link.
    Linked,
    /// The room of those who play with a group.
    Room,
}

impl Guest {
    /// All of them.
    pub const ALL: [Guest; 5] = [Guest::Author, Guest::Guide, Guest::Journal, Guest::Linked, Guest::Room];

    /// The first part of its address.
    pub fn name(self) -> &'static str {
        match self {
            Guest::Author => "author",
            Guest::Guide => "guide",
            Guest::Journal => "journal",
            Guest::Linked => "run",
            Guest::Room => "room",
        }
    }

    /// The id of the place that it is given, and the name of its style.
    pub fn place(self) -> &'static str {
        match self {
            Guest::Author => "workbench",
            Guest::Guide | Guest::Journal => "album",
            Guest::Linked => "debrief",
            Guest::Room => "room",
        }
    }
}

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The scenarios to choose from.
    Home,
    /// A scenario's start sheet.
    Start(Source),
    /// The same, with the run of whoever asks the player to play it: its code as it came, which may be cut short.
    Invited(Source, String),
    /// A scenario: its run, or its outcome once that is reached.
    Play(Source),
    /// How the game looks and plays.
    Settings,
    /// A page whose chunk is fetched when it is opened, and the rest of its address.
    Guest(Guest, String),
    /// A run to be gone on with, as it was written down: it becomes the scenario's run.
    Take(Source, Record),
    /// No page of the game.
    Unknown,
}

impl Route {
    /// The page of what stands after the `#`, with or without it.
    pub fn parse(hash: &str) -> Self {
        let path = bare(hash.trim_start_matches('#').trim_matches('/'));
        match path {
            "" => Route::Home,
            "settings" => Route::Settings,
            // The field guide took the place of a page of this name.
            "about" => Route::Guest(Guest::Guide, String::new()),
            _ => Self::of_parts(path).unwrap_or(Route::Unknown),
        }
    }

    fn of_parts(path: &str) -> Option<Self> {
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        match first {
            "story" => Source::from_key(rest).map(Route::Start),
            "play" => Source::from_key(rest).map(Route::Play),
            "with" => {
                let (key, code) = rest.split_once('/').unwrap_or((rest, ""));
                Source::from_key(key).map(|source| Route::Invited(source, code.into()))
            }
            "take" => {
                let line = rest.replace('+', " ");
                let (key, line) = line.split_once(' ')?;
                let source = Source::from_key(key)?;
                run_of(&source, line).map(|record| Route::Take(source, record))
            }
            _ => {
                Guest::ALL.into_iter().find(|guest| guest.name() == first).map(|guest| Route::Guest(guest, rest.into()))
            }
        }
    }
}

/// An address without what people and mail programs put behind it: a full stop, a bracket, `?utm_source=…`. The debrief
/// reads a run's address as it is, and finds the code in it.
pub(crate) fn bare(path: &str) -> &str {
    if path.starts_with("run/") {
        return path;
    }
    let end = path.find(['?', '&', '%', '#']).unwrap_or(path.len());
    path[..end].trim_end_matches(|mark: char| !mark.is_ascii_alphanumeric())
}

/// The address, `#` included.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [page, rest, more] = match self {
            Route::Home | Route::Unknown => return f.write_str("#/"),
            Route::Start(source) => ["story/", &source.key(), ""].map(String::from),
            Route::Play(source) => ["play/", &source.key(), ""].map(String::from),
            Route::Invited(source, code) => ["with/".into(), source.key(), ["/", code].concat()],
            Route::Settings => ["settings", "", ""].map(String::from),
            Route::Guest(guest, rest) if rest.is_empty() => [guest.name(), "", ""].map(String::from),
            Route::Guest(guest, rest) => [guest.name(), "/", rest].map(String::from),
            Route::Take(source, record) => {
                ["take/".into(), source.key(), ["+", &record.to_line().replace(' ', "+")].concat()]
            }
        };
        f.write_str(&["#/", &page, &rest, &more].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scenario::Id;

    #[test]
    fn every_page_has_an_address_that_leads_back_to_it() {
        let crisis = || Id::new("crisis").expect("an id");
        let both = || [Source::Shipped(crisis()), Source::Own(crisis())];
        let play = both().map(Route::Play).into_iter().chain(both().map(Route::Start));
        let guests = Guest::ALL.map(|guest| Route::Guest(guest, String::new()));
        let record = || Record::from_line("crisis 0123456789abcdef 2 one two").expect("a record");
        let take = [Source::Shipped(crisis()), Source::Own(crisis())].map(|source| Route::Take(source, record()));
        let linked = Route::Guest(Guest::Linked, "crisis/ABC".into());
        let invited = Route::Invited(Source::Shipped(crisis()), "ABC".into());
        for route in [Route::Home, Route::Settings, linked, invited].into_iter().chain(play).chain(guests).chain(take) {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn what_is_pasted_behind_an_address_is_passed_over() {
        let addresses = [
            "#/play/crisis",
            "#/play/own/crisis",
            "#/story/crisis",
            "#/with/crisis/ABC",
            "#/settings",
            "#/guide",
            "#/room/stage",
            "#/take/crisis+crisis+0123456789abcdef+1+one",
            "#/",
        ];
        for address in addresses {
            let route = Route::parse(address);
            assert_ne!(route, Route::Unknown, "{address}");
            for behind in [".", ")", "/", "),", "?utm_source=mail&utm_medium=x", "%E2%80%9D", "\u{201d}", "&fbclid=7"] {
                assert_eq!(Route::parse(&format!("{address}{behind}")), route, "{address}{behind}");
            }
        }
        let linked = Route::Guest(Guest::Linked, "crisis/ABC?utm_source=mail".into());
        assert_eq!(Route::parse("#/run/crisis/ABC?utm_source=mail"), linked, "the debrief finds the code");
    }

    #[test]
    fn addresses_are_read_kindly_but_never_guessed() {
        assert_eq!(Route::parse(""), Route::Home);
        assert_eq!(Route::parse("#"), Route::Home);
        assert_eq!(Route::parse("#/about/"), Route::Guest(Guest::Guide, String::new()));
        let cut = [
            "#/take/",
            "#/take/crisis",
            "#/take/crisis+crisis+0123456789abcdef+2+one",
            "#/take/a+crisis+0123456789abcdef+0",
        ];
        for unknown in ["#/nowhere", "#/play/", "#/play/No Such", "#/play/a/b", "#/play/<b>"].into_iter().chain(cut) {
            assert_eq!(Route::parse(unknown), Route::Unknown, "{unknown}");
        }
    }
}
