//! The debrief in English: its pages, and the words that fill their gaps.

pub(super) static VERDICT: &str = include_str!("verdict.html");
pub(super) static MAP_HEAD: &str = include_str!("map.html");
pub(super) static MAP: &str = include_str!("map.svg");
pub(super) static PAGE: &str = include_str!("page.html");
pub(crate) static SELF_CHECK: &str = include_str!("self_check.html");
pub(super) static KEEP: &str = include_str!("keep.html");
pub(super) static SUMMARY: &str = include_str!("summary.txt");
pub(super) static PICTURE: &str = include_str!("picture.svg");
pub(super) static SORRY: &str = include_str!("sorry.html");
/// What stands there while the ways are counted.
pub(super) static WAIT: &str = include_str!("wait.html");

pub(crate) static OUTCOMES: [&str; 4] =
    ["In balance", "Over-managed and under-led", "Over-led and under-managed", "Adrift"];
/// The same within a sentence.
pub(super) static OUTCOMES_WITHIN: [&str; 4] =
    ["in balance", "over-managed and under-led", "over-led and under-managed", "adrift"];
pub(super) static HATS: [&str; 2] = ["Leader", "Manager"];
pub(super) static HATS_WITHIN: [&str; 2] = ["leader’s", "manager’s"];
pub(super) static DIMENSIONS: [&str; 4] = ["Agenda", "People", "Execution", "Outcomes"];
pub(super) static PERSONAS: [&str; 4] =
    ["Always the leader’s hat", "Always the manager’s hat", "The two in turn", "Always the hat that is short"];
/// How much hung on a decision, from how many thousandths on.
pub(super) static WEIGHTS: [(u32, &str); 9] = [
    (850, "Almost everything hung on this one"),
    (700, "Three quarters hung on this one"),
    (580, "Two thirds hung on this one"),
    (420, "Half of it hung on this one"),
    (290, "A third of it hung on this one"),
    (220, "A quarter of it hung on this one"),
    (150, "A fifth of it hung on this one"),
    (70, "A tenth of it hung on this one"),
    (0, "This one moved the odds little"),
];
/// The same where nothing did.
pub(super) static WEIGHTLESS: &str = "Whatever you did here, the odds stayed as they were";
