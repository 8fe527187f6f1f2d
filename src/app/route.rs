//! Addresses: what stands after the `#`.

use crate::scenario::Id;
use std::fmt;

/// Where a scenario comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// It came with the game.
    Shipped(Id),
    /// The player opened a file; it is kept in the browser.
    Own(Id),
}

impl Source {
    /// The scenario's id.
    pub fn id(&self) -> &Id {
        match self {
            Source::Shipped(id) | Source::Own(id) => id,
        }
    }

    /// The name under which its run is kept: `crisis`, or `own/crisis` for an opened file.
    pub fn key(&self) -> String {
        match self {
            Source::Shipped(id) => id.to_string(),
            Source::Own(id) => format!("own/{id}"),
        }
    }

    /// The source of a [`Source::key`].
    pub fn from_key(key: &str) -> Option<Self> {
        match key.strip_prefix("own/") {
            Some(id) => Id::new(id).map(Source::Own),
            None => Id::new(key).map(Source::Shipped),
        }
    }
}

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The scenarios to choose from.
    Home,
    /// A scenario: its run, or its outcome once that is reached.
    Play(Source),
    /// How the game looks and plays.
    Settings,
    /// What the two hats are.
    About,
    /// The workbench of those who write scenarios: a bundle of its own.
    Author,
    /// No page of the game.
    Unknown,
}

impl Route {
    /// The page of what stands after the `#`, with or without it.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        match path {
            "" => Route::Home,
            "settings" => Route::Settings,
            "about" => Route::About,
            "author" => Route::Author,
            _ => path.strip_prefix("play/").and_then(Source::from_key).map_or(Route::Unknown, Route::Play),
        }
    }
}

/// The address, `#` included.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Route::Home | Route::Unknown => f.write_str("#/"),
            Route::Play(source) => write!(f, "#/play/{}", source.key()),
            Route::Settings => f.write_str("#/settings"),
            Route::About => f.write_str("#/about"),
            Route::Author => f.write_str("#/author"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_an_address_that_leads_back_to_it() {
        let crisis = || Id::new("crisis").expect("an id");
        let play = [Source::Shipped(crisis()), Source::Own(crisis())].map(Route::Play);
        for route in [Route::Home, Route::Settings, Route::About, Route::Author].into_iter().chain(play) {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn addresses_are_read_kindly_but_never_guessed() {
        assert_eq!(Route::parse(""), Route::Home);
        assert_eq!(Route::parse("#"), Route::Home);
        assert_eq!(Route::parse("#/about/"), Route::About);
        for unknown in ["#/nowhere", "#/play/", "#/play/No Such", "#/play/a/b", "#/play/<b>"] {
            assert_eq!(Route::parse(unknown), Route::Unknown, "{unknown}");
        }
    }
}
