//! The room's pages, by their addresses below `#/room`.

use crate::scenario::Id;

/// A page of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The console, or where no session is open the list of sessions.
    Console,
    /// The stage.
    Stage,
    /// A participant's handout of a scenario.
    Handout(Id),
    /// The facilitator's guide to a scenario.
    Guide(Id),
    /// The open session's debrief sheet.
    Sheet,
}

impl Page {
    /// The page of an address, `#` included; what leads nowhere leads to the console.
    pub fn of(address: &str) -> Self {
        let path = address.strip_prefix("#/room").unwrap_or_default().trim_matches('/');
        let of = |prefix: &str| path.strip_prefix(prefix).and_then(Id::new);
        match path {
            "stage" => Page::Stage,
            "sheet" => Page::Sheet,
            _ => of("handout/").map(Page::Handout).or_else(|| of("guide/").map(Page::Guide)).unwrap_or(Page::Console),
        }
    }

    /// Its address.
    pub fn address(&self) -> String {
        match self {
            Page::Console => "#/room".into(),
            Page::Stage => "#/room/stage".into(),
            Page::Sheet => "#/room/sheet".into(),
            Page::Handout(id) => format!("#/room/handout/{id}"),
            Page::Guide(id) => format!("#/room/guide/{id}"),
        }
    }

    /// The scenario that it is about by its address alone.
    pub fn scenario(&self) -> Option<&Id> {
        match self {
            Page::Handout(id) | Page::Guide(id) => Some(id),
            Page::Console | Page::Stage | Page::Sheet => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_an_address_that_leads_back_to_it() {
        let id = || Id::new("crisis").expect("an id");
        for page in [Page::Console, Page::Stage, Page::Sheet, Page::Handout(id()), Page::Guide(id())] {
            assert_eq!(Page::of(&page.address()), page);
        }
        assert_eq!(Page::of("#/room/"), Page::Console);
        assert_eq!(Page::of("#/room/handout/No Such"), Page::Console);
    }
}
