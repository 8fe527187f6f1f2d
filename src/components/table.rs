//! Parts of tables.

use super::{Html, el};

/// The head of a table; with the roles of its parts where the style makes something else of them.
pub(crate) fn table_head(heads: &[&'static str], roles: bool) -> Html {
    let role = |role| roles.then_some(role);
    let mut row = el!("tr", "role" = role("row"));
    for head in heads {
        row.with(el!("th", "scope" = "col", "role" = role("columnheader")).text(*head));
    }
    el!("thead", "role" = role("rowgroup")).with(&mut row).build()
}
