//! The words of the debrief, one struct a language.
//!
//! Words with a gap are templates, filled by [`crate::words::fill`]; the comments say what fills the gaps.

pub mod below;
pub mod curious;

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
    pub not_counted: &'static str,
    pub first: &'static str,
    /// Leadership, then management.
    pub meter_names: [&'static str; 2],
    /// {meter}, {end}, {enough}, {how}
    pub meter_ended: &'static str,
    pub ran_out: &'static str,
    pub just: &'static str,
    /// {n}
    pub over: &'static str,
    /// {n}
    pub short: &'static str,
    /// {n}
    pub began: &'static str,
    pub strip: &'static str,
    pub strip_turned: &'static str,
    pub ringed: &'static str,
    pub patterns: Patterns,
    /// {n}
    pub turned_at: &'static str,
    pub you_said: &'static str,
    pub other_way: &'static str,
    pub then: &'static str,
    /// {taken}, {other}
    pub turned_odds: &'static str,
    pub try_again: &'static str,
    pub monday: &'static str,
    /// In the order of [`scenario::Outcome::ALL`].
    pub questions: [&'static str; 4],
    /// What whoever was short of leading does: without a concept, then for L1 to L5.
    pub leaders_acts: [&'static str; 6],
    /// What whoever was short of managing does: without a concept, then for M1 to M5.
    pub managers_acts: [&'static str; 6],
    pub mine: &'static str,
    pub keep_mine: &'static str,
    pub mine_kept: &'static str,
    pub mine_not_kept: &'static str,
    pub calendar: &'static str,
    pub calendar_saved: &'static str,
    pub calendar_not_saved: &'static str,
    pub next: &'static str,
    pub next_new: &'static str,
    /// {concept}
    pub next_trains: &'static str,
    /// {concept}
    pub next_both: &'static str,
    pub next_known: &'static str,
    /// {n}, {all}
    pub ending_new: &'static str,
    /// {n}, {all}
    pub ending_known: &'static str,
    pub again: &'static str,
    pub share: &'static str,
    pub shared: &'static str,
    pub sent: &'static str,
    /// What is said of a number of a hundred that is not quite 0, and of one that is not quite all.
    pub under_one: &'static str,
    pub over_99: &'static str,

    pub part_failed: &'static str,
    pub fetch_again: &'static str,

    pub answers_kept: &'static str,
    pub answers_not_kept: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub svg_saved: &'static str,
    pub png_saved: &'static str,
    pub not_saved: &'static str,
    pub not_all: &'static str,
    pub no_qr: &'static str,
    /// In the order of [`scenario::Outcome::ALL`].
    pub outcomes: [&'static str; 4],
    /// The same within a sentence.
    pub outcomes_within: [&'static str; 4],
    /// The leader's, then the manager's.
    pub hats: [&'static str; 2],
    pub hats_within: [&'static str; 2],
    /// In the order of [`scenario::Dimension::ALL`].
    pub dimensions: [&'static str; 4],
    /// The same within a sentence.
    pub dimensions_within: [&'static str; 4],
}

/// The sentences of [`super::model::Pattern`]: {hat}; {meter}; {n}, {all} and other numbers; {a} and {b}, what is compared.
#[expect(missing_docs, reason = "each is named as its pattern, which says when it holds")]
pub struct Patterns {
    pub one_hat: &'static str,
    pub last_blow: &'static str,
    pub story_took: &'static str,
    pub went_here: &'static str,
    pub never_answered: &'static str,
    pub always_answered: &'static str,
    pub left_alone: &'static str,
    pub in_turn: &'static str,
    pub row: &'static str,
    pub split: &'static str,
    pub one_sided: &'static str,
    pub cost: &'static str,
    pub brought_back: &'static str,
    pub changed: &'static str,
    pub even: &'static str,
    pub mostly: &'static str,
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
    arrived: "Your run in short stands below the story now.",
    not_counted: "This story can go so many ways that they cannot be counted out here. What else could have come is not decided.",
    first: "Your run in short",
    meter_names: ["Leadership", "Management"],
    meter_ended: "{meter} {end} of {enough}: {how}",
    ran_out: "it ran out",
    just: "just",
    over: "{n} over",
    short: "{n} short",
    began: "began at {n}",
    strip: "The hats you wore, in order",
    strip_turned: ": it turned the run",
    ringed: "Round: leader. Square: manager. Ring: it turned here.",
    patterns: Patterns {
        one_hat: "You wore the {hat} hat every time: {n} of {n}. The other one stayed on its hook.",
        last_blow: "{meter} stood at {v}, and your last answer took {k}. That was the end.",
        story_took: "{meter} was down to {v} when the story took {k} more. You had nothing left to give.",
        went_here: "{meter} ended {short} short. Your answer to decision {n} alone cost {k}.",
        never_answered: "{n} times one meter was lower. You never reached for its hat.",
        always_answered: "{n} times one meter was lower. Each time you reached for its hat.",
        left_alone: "From decision {n} on, {meter} was the lower one. You wore the other hat to the end.",
        in_turn: "You wore one hat and then the other, in turn, for {n} decisions.",
        row: "From decision {a} to decision {b} you kept one hat on: the {hat}.",
        split: "About {a} you always led. About {b} you always managed.",
        one_sided: "{n} times it was about {a}. Each time you wore the {hat} hat.",
        cost: "{meter} ended short. Your own answers cost {k} in all.",
        brought_back: "{meter} was down to {v} before decision {n}. You brought it back.",
        changed: "In the first {first} decisions you led {a} times, in the last {second} you led {b} times.",
        even: "You led {a} times and managed {b} times: both hats were in use.",
        mostly: "You wore the {hat} hat in {n} of {all} decisions.",
    },
    turned_at: "It turned at decision {n}: ",
    you_said: "You: ",
    other_way: "The other way: ",
    then: "Then, in the story: ",
    turned_odds: "From there, {other} of 100 random ways end in balance. From yours, {taken}.",
    try_again: "Try that one again",
    monday: "On Monday",
    questions: [
        "Which hat will you need this week, and when?",
        "Who waits to hear from you where this goes?",
        "Which of your promises has no date and no name yet?",
        "What is the one thing that must hold this week?",
    ],
    leaders_acts: [
        "Tell one person why the work matters.",
        "Say in one sentence where you are going, to one person.",
        "Ask one person what they hope for, and listen to the end.",
        "Give one task away, with the right to decide it.",
        "Try one new thing, small enough to stop on Friday.",
        "Do one thing first that you ask of others.",
    ],
    managers_acts: [
        "Finish one thing that has been open too long.",
        "Write down one number that says whether it goes well.",
        "Write a name beside each open task.",
        "Put a date and a cost on one plan.",
        "Look at one figure together, and agree when you look again.",
        "Check one thing that must be right before it leaves.",
    ],
    mine: "Mine is …",
    keep_mine: "Keep",
    mine_kept: "Kept in your journal, which asks you later whether you did.",
    mine_not_kept: "This browser keeps nothing. Write it down elsewhere.",
    calendar: "Calendar file",
    calendar_saved: "Saved: two-hats-monday.ics. Open it, and your calendar takes it.",
    calendar_not_saved: "The file could not be saved. Is the network there? Try once more.",
    next: "Next: ",
    next_new: "You have not played it yet.",
    next_trains: "It trains “{concept}”, which you used least.",
    next_both: "It is new to you, and it trains “{concept}”.",
    next_known: "It can end in other ways than you know.",
    ending_new: "New ending, {n} of {all}.",
    ending_known: "You know this ending. Found: {n} of {all}.",
    again: "Again",
    share: "Share",
    shared: "Copied, or handed on: your hats, a question and where to play it. None of your answers.",
    sent: "The run of whoever asked you",
    under_one: "fewer than 1",
    over_99: "more than 99",

    part_failed: "This part did not arrive. Is the network there? All the rest of the page is whole.",
    fetch_again: "Try again",

    answers_kept: "Kept on this device.",
    answers_not_kept: "This browser keeps nothing, so these answers are not kept.",
    copied: "Copied.",
    not_copied: "Your browser does not let this page copy. Select the text and copy it yourself.",
    svg_saved: "Saved: two-hats.svg.",
    png_saved: "Saved: two-hats.png.",
    not_saved: "The picture could not be saved. Try the other kind, print the page, or copy it as text.",
    not_all: "Not all of it arrived, so nothing was printed. Is the network there? Try once more.",
    no_qr: "The QR code did not arrive. Is the network there?",
    outcomes: ["In balance", "Over-managed and under-led", "Over-led and under-managed", "Adrift"],
    outcomes_within: ["in balance", "over-managed and under-led", "over-led and under-managed", "adrift"],
    hats: ["Leader", "Manager"],
    hats_within: ["leader’s", "manager’s"],
    dimensions: ["Agenda", "People", "Execution", "Outcomes"],
    dimensions_within: ["where to go", "people", "getting it done", "results"],
};
