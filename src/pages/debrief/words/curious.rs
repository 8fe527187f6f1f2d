//! The words of what stands under *For the curious*, which lies in a chunk of its own; and those of the drawing.

/// The words of one language.
#[expect(missing_docs, reason = "a word's key says where it stands; the words themselves are the documentation")]
pub struct Words {
    pub chance: &'static str,
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
    pub decisions_mean: &'static str,
    /// {worth}, {n}
    pub worth: &'static str,
    /// {before}, {after}
    pub odds_moved: &'static str,
    /// {after}
    pub odds_stayed: &'static str,
    /// How much hung on a decision, from how many thousandths on.
    pub weights: [(u32, &'static str); 9],
    pub weightless: &'static str,
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
    /// In the order of [`scenario::Persona::ALL`].
    pub personas: [&'static str; 4],
    /// On the picture: {title}
    pub picture_title: &'static str,
    /// On the picture: {leader}, {manager}
    pub picture_hats: &'static str,
}

/// English.
pub static ENGLISH: Words = Words {
    chance: "What comes by chance",
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
    decisions_mean: "A random way on is one that tosses a coin at every step. All ways to play this story are counted, none is guessed.",
    worth: "{worth}: with the two answers that lie furthest apart, the end is another one {n} times in 100. ",
    odds_moved: "Of 100 random ways on, {before} ended in balance before your answer, and {after} after it.",
    odds_stayed: "Of 100 random ways on, {after} ended in balance, before your answer and after it.",
    weights: [
        (850, "Almost everything hung on this one"),
        (700, "Three quarters hung on this one"),
        (580, "Two thirds hung on this one"),
        (420, "Half of it hung on this one"),
        (290, "A third of it hung on this one"),
        (220, "A quarter of it hung on this one"),
        (150, "A fifth of it hung on this one"),
        (70, "A tenth of it hung on this one"),
        (0, "Little hung on this one"),
    ],
    weightless: "Whatever you did here, the ends to come stayed the same. ",
    what_if: "Every what-if",
    comes_to: "Of 100 random ways on from there",
    you_did_this: "You did this.",
    at_best: "At best: {outcome}. ",
    ends_so: "With your later choices kept, it ends {outcome}.",
    breaks_so: "With your later choices kept, it breaks: {outcome}.",
    stops_so: "Your later choices fit up to decision {n}; what you did there is not to be had on this way.",
    play_on: "Play on from here",
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
    by_chance: "Of 100 random ways through the whole story",
    personas: [
        "Always the leader’s hat",
        "Always the manager’s hat",
        "The two in turn",
        "Always the hat that is short",
    ],
    picture_title: "Two Hats · \u{2068}{title}\u{2069}",
    picture_hats: "Leader: {leader} · Manager: {manager}",
};
