//! What the app's pages are known by: the one place to change when their markup does.

/// A response to choose, of either hat.
pub const RESPONSE: &str = "main.play .responses button.response";
/// The button that goes on after a consequence.
pub const CONTINUE: &str = "main.play .actions .button.main";
/// What begins a story, on its start sheet.
pub const BEGIN: &str = "main.start .actions a.button.main";
/// A page at the end of a run.
pub const OUTCOME: &str = "main.outcome";
/// What starts a scenario, on the first page.
pub const START: &str = "main.home a.button.main, main.home a[href*='#/story/'], main.home a[href*='#/play/']";
/// What can be clicked by its name.
pub const CLICKABLE: &str = "a[href], button, summary, label, input[type=button], input[type=submit], [role=button], [role=tab], [role=menuitem]";

/// A response of a hat, where the hat is shown.
pub fn response_of(hat: &str) -> String {
    format!("{RESPONSE}.{hat}")
}
