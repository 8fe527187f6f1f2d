//! The words of the debrief, one struct a language.
//!
//! Words with a gap are templates, filled by [`crate::words::fill`]; the comments say what fills the gaps.

/// The words of one language.
#[expect(missing_docs, reason = "a word's key says where it stands; the words themselves are the documentation")]
pub struct Words {
    /// While the ways are counted.
    pub counting: &'static str,
    pub give_up: &'static str,
    /// The titles and the texts of the errors, in the order of [`super::model::Error`].
    pub errors: [(&'static str, &'static str); 4],
    pub home: &'static str,

    pub lesson: &'static str,
    pub arrived: &'static str,

    pub map: &'static str,
    /// {l0}, {m0}, {l}, {m}, {n}, {le}, {me}
    pub map_means: &'static str,
    pub over_managed: [&'static str; 2],
    pub balanced: &'static str,
    pub adrift: &'static str,
    pub over_led: [&'static str; 2],
    /// Across, then up.
    pub axes: [&'static str; 2],
    pub caption: &'static str,
    pub caption_counted: &'static str,
    pub caption_other: &'static str,
    pub not_counted: &'static str,

    pub decisions: &'static str,
    pub decisions_mean: &'static str,
    pub never_balanced: &'static str,
    /// {n}
    pub visit: &'static str,
    /// {leadership}, {management}
    pub moved: &'static str,
    /// {worth}, {weight}
    pub worth: &'static str,
    /// {before}, {after}
    pub odds_moved: &'static str,
    /// {after}
    pub odds_stayed: &'static str,
    /// How much hung on a decision, from how many thousandths on.
    pub weights: [(u32, &'static str); 9],
    pub weightless: &'static str,
    pub last_chance: &'static str,
    pub chance_lost: &'static str,
    pub chance_taken: &'static str,
    pub no_return: &'static str,
    /// {outcome}
    pub no_return_means: &'static str,

    pub what_if: &'static str,
    pub comes_to: &'static str,
    pub you_did_this: &'static str,
    /// {outcome}
    pub at_best: &'static str,
    /// {outcome}
    pub ends_so: &'static str,
    /// {outcome}
    pub breaks_so: &'static str,
    /// {n}
    pub stops_so: &'static str,
    pub play_on: &'static str,
    pub decide_again: &'static str,

    pub hats_worn: &'static str,
    /// {hat}, {n}, {all}
    pub hat_worn: &'static str,
    /// {n}, {all}
    pub hat_answered: &'static str,
    pub by_dimension: &'static str,
    pub about: &'static str,
    pub more_tallies: &'static str,
    pub by_concept: &'static str,
    pub concept: &'static str,
    pub beside_others: &'static str,
    pub who: &'static str,
    pub ends: &'static str,
    pub you: &'static str,
    pub by_chance: &'static str,

    pub beside: &'static str,
    pub no_others: &'static str,
    pub choose_other: &'static str,
    /// {n}
    pub parted: &'static str,
    pub not_parted: &'static str,
    pub decision: &'static str,
    pub this_run: &'static str,
    pub other_run: &'static str,
    pub the_end: &'static str,
    /// {leadership}, {management}
    pub meters: &'static str,

    pub self_check: &'static str,
    pub self_check_means: &'static str,
    /// Each with what its two ends are.
    pub sliders: [(&'static str, [&'static str; 2]); 3],
    /// Before the name of an end.
    pub slider_ends: [&'static str; 2],
    pub keep_answers: &'static str,
    pub answers_kept: &'static str,
    pub answers_not_kept: &'static str,
    /// {saw}, {played}
    pub mirror: &'static str,
    pub history: &'static str,
    pub history_heads: [&'static str; 4],
    pub history_means: &'static str,

    pub keep: &'static str,
    pub link_means: &'static str,
    pub link: &'static str,
    pub copy_link: &'static str,
    pub copy_text: &'static str,
    pub picture_svg: &'static str,
    pub picture_png: &'static str,
    pub print: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub svg_saved: &'static str,
    pub png_saved: &'static str,
    pub not_saved: &'static str,
    pub code: &'static str,
    pub code_means: &'static str,
    pub show_qr: &'static str,
    pub no_qr: &'static str,
    /// {code}
    pub qr: &'static str,
    pub play_this: &'static str,

    /// In the order of [`scenario::Outcome::ALL`].
    pub outcomes: [&'static str; 4],
    /// The same within a sentence.
    pub outcomes_within: [&'static str; 4],
    /// The leader's, then the manager's.
    pub hats: [&'static str; 2],
    pub hats_within: [&'static str; 2],
    /// In the order of [`scenario::Dimension::ALL`].
    pub dimensions: [&'static str; 4],
    /// In the order of [`scenario::Persona::ALL`].
    pub personas: [&'static str; 4],

    /// Of the run as a text: {leadership}, {management}
    pub summary_meters: &'static str,
    pub summary_chance: &'static str,
    pub summary_no_return: &'static str,
    /// {code}
    pub summary_code: &'static str,
    /// On the picture: {title}
    pub picture_title: &'static str,
    /// On the picture: {leader}, {manager}
    pub picture_hats: &'static str,
}

/// English.
pub static ENGLISH: Words = Words {
    counting: "Every way that this story could have gone is being counted.",
    give_up: "Show it without the figures",
    errors: [
        (
            "There is no such story here",
            "The link names a story that this place does not have. It may come from somebody’s own file: ask them for it.",
        ),
        (
            "The debrief did not arrive",
            "The connection broke on the way. Your run is safe: reload the page to try again.",
        ),
        (
            "This story has changed since",
            "The run was played on another version of the story, so what it was cannot be shown truly.",
        ),
        (
            "This link does not hold a whole run",
            "It was cut short on the way, or a letter was changed. Ask for it once more, or copy it whole.",
        ),
    ],
    home: "Home",

    lesson: "To take along",
    arrived: "What each decision was worth stands below the story now.",

    map: "Your way on the map",
    map_means: "From leadership {l0} and management {m0} to leadership {l} and management {m} in {n} decisions. Enough is {le} of leadership and {me} of management. The list of decisions tells every stop, and a table how often chance comes to each outcome.",
    over_managed: ["Over-managed,", "under-led"],
    balanced: "In balance",
    adrift: "Adrift",
    over_led: ["Over-led,", "under-managed"],
    axes: ["Leadership →", "Management →"],
    caption: "Round stops: the leader’s hat. Square stops: the manager’s. The ring is where you began. Past both solid lines is balance; on a dashed line a run breaks.",
    caption_counted: " The dots behind are all the places where this story can end: the larger a dot, the more often chance alone ends there.",
    caption_other: " The thin line is the run that stands beside this one.",
    not_counted: "This story can go so many ways that they cannot be counted out here. What else could have come is not decided.",

    decisions: "Decision by decision",
    decisions_mean: "What each one weighed, and what else it could have led to. All ways to play this story are counted, none is guessed.",
    never_balanced: "Balance was never within reach in this run.",
    visit: "Visit {n}",
    moved: "Leadership {leadership}, management {management}",
    worth: "{worth} ({weight}). ",
    odds_moved: "Odds of balance: {before} before, {after} after.",
    odds_stayed: "Odds of balance: {after}, before and after.",
    weights: [
        (850, "Almost everything hung on this one"),
        (700, "Three quarters hung on this one"),
        (580, "Two thirds hung on this one"),
        (420, "Half of it hung on this one"),
        (290, "A third of it hung on this one"),
        (220, "A quarter of it hung on this one"),
        (150, "A fifth of it hung on this one"),
        (70, "A tenth of it hung on this one"),
        (0, "This one moved the odds little"),
    ],
    weightless: "Whatever you did here, the odds stayed as they were",
    last_chance: "Last chance",
    chance_lost: " Here balance was within reach for the last time. Whatever you did later, it was gone.",
    chance_taken: " Balance was within reach to the very end, and here you took it.",
    no_return: "Point of no return",
    no_return_means: " After this, every way led to the same end: {outcome}.",

    what_if: "What if? ",
    comes_to: "From there, chance comes to",
    you_did_this: "You did this.",
    at_best: "At best: {outcome}. ",
    ends_so: "With your later choices kept, it ends {outcome}.",
    breaks_so: "With your later choices kept, it breaks: {outcome}.",
    stops_so: "Your later choices fit up to decision {n}; what you did there is not to be had on this way.",
    play_on: "Play on from here",
    decide_again: "Decide this one again",

    hats_worn: "Your two hats",
    hat_worn: "You wore the {hat} hat in {n} of {all} decisions. ",
    hat_answered: "When one meter was lower, you reached for its hat {n} times out of {all}.",
    by_dimension: "By what the step was about",
    about: "About",
    more_tallies: "By concept, and by where the two differ",
    by_concept: "By concept",
    concept: "Concept",
    beside_others: "Beside others",
    who: "Who",
    ends: "Ends",
    you: "You",
    by_chance: "Someone who tosses a coin at every step",

    beside: "Two runs side by side",
    no_others: "Play this story once more, another way: then both runs can stand here side by side.",
    choose_other: "Set this run beside",
    parted: "The two part at decision {n}.",
    not_parted: "Both runs are the same.",
    decision: "Decision",
    this_run: "This run",
    other_run: "The other run",
    the_end: "The end",
    meters: "Leadership {leadership}, management {management}",

    self_check: "And how do you see yourself?",
    self_check_means: "Three sliders, and neither end is the right one. Set them before a story and after it, and watch what moves.",
    sliders: [
        ("Where does your time go?", ["Keeping tasks in step", "Showing where to go"]),
        ("What do you rely on?", ["Control", "Influence"]),
        ("What do you ask first?", ["Is it done right?", "Is it the right thing?"]),
    ],
    slider_ends: ["0: ", "10: "],
    keep_answers: "Keep these answers",
    answers_kept: "Kept on this device.",
    answers_not_kept: "This browser keeps nothing, so these answers are not kept.",
    mirror: "Your sliders stand {saw} % towards leading. In this run you wore the leader’s hat {played} % of the time.",
    history: "Your answers over time",
    history_heads: ["When", "Time", "Rely on", "Ask first"],
    history_means: "0 is all managing, 10 is all leading.",

    keep: "Keep it, or show it",
    link_means: "The link holds the whole run. Whoever opens it sees this debrief; nothing is sent anywhere.",
    link: "Link to this debrief",
    copy_link: "Copy the link",
    copy_text: "Copy as text",
    picture_svg: "Picture (SVG)",
    picture_png: "Picture (PNG)",
    print: "Print",
    copied: "Copied.",
    not_copied: "Your browser does not let this page copy. Select the text and copy it yourself.",
    svg_saved: "Saved: two-hats.svg.",
    png_saved: "Saved: two-hats.png.",
    not_saved: "The picture could not be saved. Try the other kind, print the page, or copy it as text.",
    code: "Result code ",
    code_means: "For a room that plays in teams: read it out, or type it in.",
    show_qr: "Show it as a QR code",
    no_qr: "The QR code did not arrive. Is the network there?",
    qr: "QR code of {code}",
    play_this: "Play this story",

    outcomes: ["In balance", "Over-managed and under-led", "Over-led and under-managed", "Adrift"],
    outcomes_within: ["in balance", "over-managed and under-led", "over-led and under-managed", "adrift"],
    hats: ["Leader", "Manager"],
    hats_within: ["leader’s", "manager’s"],
    dimensions: ["Agenda", "People", "Execution", "Outcomes"],
    personas: [
        "Always the leader’s hat",
        "Always the manager’s hat",
        "The two in turn",
        "Always the hat that is short",
    ],

    summary_meters: "Leadership {leadership}, management {management}",
    summary_chance: "(last chance)",
    summary_no_return: "(point of no return)",
    summary_code: "Result code {code}",
    picture_title: "Two Hats · \u{2068}{title}\u{2069}",
    picture_hats: "Leader: {leader} · Manager: {manager}",
};
