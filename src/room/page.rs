//! The room's pages, by their addresses below `#/room`.

use crate::app::{Source, bare};

/// A page of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The console, or where no session is open the list of sessions.
    Console,
    /// The stage.
    Stage,
    /// A participant's handout of a scenario.
    Handout(Source),
    /// The facilitator's guide to a scenario.
    Guide(Source),
    /// What whoever leads the room reads before it begins.
    Opening(Source),
    /// The open session's debrief sheet.
    Sheet,
}

impl Page {
    /// The page of an address, `#` included; what leads nowhere leads to the console.
    pub fn of(address: &str) -> Self {
        let path = bare(address.strip_prefix("#/room").unwrap_or_default().trim_matches('/'));
        let of = |prefix: &str| path.strip_prefix(prefix).and_then(Source::from_key);
        match path {
            "stage" => Page::Stage,
            "sheet" => Page::Sheet,
            _ => of("handout/")
                .map(Page::Handout)
                .or_else(|| of("guide/").map(Page::Guide))
                .or_else(|| of("before/").map(Page::Opening))
                .unwrap_or(Page::Console),
        }
    }

    /// The token by which the program that serves the page knows the facilitator, where the address has one.
    pub fn token(address: &str) -> Option<&str> {
        let token = address.strip_prefix("#/room/host/")?;
        (!token.is_empty() && token.bytes().all(|sign| sign.is_ascii_alphanumeric())).then_some(token)
    }

    /// Its address.
    pub fn address(&self) -> String {
        match self {
            Page::Console => "#/room".into(),
            Page::Stage => "#/room/stage".into(),
            Page::Sheet => "#/room/sheet".into(),
            Page::Handout(source) => format!("#/room/handout/{}", source.key()),
            Page::Opening(source) => format!("#/room/before/{}", source.key()),
            Page::Guide(source) => format!("#/room/guide/{}", source.key()),
        }
    }

    /// The scenario that it is about by its address alone.
    pub fn source(&self) -> Option<&Source> {
        match self {
            Page::Handout(source) | Page::Guide(source) | Page::Opening(source) => Some(source),
            Page::Console | Page::Stage | Page::Sheet => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_an_address_that_leads_back_to_it() {
        let source = |key: &str| Source::from_key(key).expect("a source");
        let papers = ["crisis", "own/crisis"].map(source).into_iter();
        let papers = papers
            .flat_map(|source| [Page::Handout(source.clone()), Page::Guide(source.clone()), Page::Opening(source)]);
        for page in [Page::Console, Page::Stage, Page::Sheet].into_iter().chain(papers) {
            assert_eq!(Page::of(&page.address()), page);
            assert_eq!(Page::of(&format!("{}?utm_source=mail).", page.address())), page);
        }
        assert_eq!(Page::of("#/room/"), Page::Console);
        assert_eq!(Page::of("#/room/host/0a1b"), Page::Console);
        assert_eq!(Page::token("#/room/host/0a1b"), Some("0a1b"));
        assert_eq!((Page::token("#/room/host/"), Page::token("#/room/host/a/b"), Page::token("#/room")), (None, None, None));
        assert_eq!(Page::of("#/room/handout/No Such"), Page::Console);
    }
}
