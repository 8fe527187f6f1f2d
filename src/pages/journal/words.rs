//! The words of the journal, one struct a language.
//!
//! Words with a gap are templates, filled by [`crate::words::fill`]; the comments say what fills the gaps.

/// The words of one language.
#[expect(missing_docs, reason = "a word's key says where it stands; the words themselves are the documentation")]
pub struct Words {
    /// {counted}
    pub lead: &'static str,
    pub nothing_played: &'static str,
    pub not_kept: &'static str,
    pub no_list: &'static str,
    pub on_this_page: &'static str,
    /// The names of the parts in the list of them, with their anchors.
    pub jumps: [(&'static str, &'static str); 4],

    pub commitments: &'static str,
    pub did_you: &'static str,
    pub did_yes: &'static str,
    pub did_no: &'static str,
    pub did_later: &'static str,
    /// Done, and not done.
    pub did: [&'static str; 2],
    pub did_before: &'static str,
    pub noted: &'static str,
    pub not_noted: &'static str,
    pub runs: &'static str,
    pub choose: &'static str,
    /// {n}
    pub older: &'static str,
    pub open_now: &'static str,
    pub own_file: &'static str,
    pub broke: &'static str,
    /// {decisions}
    pub waits: &'static str,
    pub edited: &'static str,
    /// {decisions}
    pub edited_means: &'static str,
    pub gone: &'static str,
    /// {decisions}
    pub gone_means: &'static str,
    pub late: &'static str,
    /// {decisions}
    pub late_means: &'static str,
    pub see_debrief: &'static str,
    pub open_end: &'static str,
    pub go_on: &'static str,

    pub endings: &'static str,
    pub endings_mean: &'static str,
    pub you_found: &'static str,
    /// {n}, {all}
    pub found_all: &'static str,
    pub found_rest: &'static str,
    pub story_late: &'static str,
    /// {n}, {all}
    pub found: &'static str,
    pub not_found: &'static str,
    pub by_a_break: &'static str,

    /// {question}, {first}, {last}
    pub asked_twice: &'static str,
    pub chart_means: &'static str,
    pub chart_first: &'static str,
    pub chart_now: &'static str,
    pub chart_legend: &'static str,
    pub answers: &'static str,
    pub when: &'static str,
    pub played_before: &'static str,
    pub played: &'static str,
    pub since: &'static str,
    pub answer_again: &'static str,

    pub keep: &'static str,
    pub keep_means: &'static str,
    /// {sessions}
    pub left_out: &'static str,
    pub export: &'static str,
    pub import: &'static str,
    pub erase: &'static str,
    pub exported: &'static str,
    pub not_exported: &'static str,
    /// {things}
    pub erase_sure: &'static str,
    pub erase_means: &'static str,
    /// {folders}
    pub erase_beside: &'static str,
    /// {folder}
    pub beside: &'static str,
    pub another_folder: &'static str,
    pub take_over: &'static str,
    pub erase_on: &'static str,
    pub keep_all: &'static str,
    pub erase_surer: &'static str,
    pub erase_final: &'static str,
    pub erase_yes: &'static str,
    pub erased: &'static str,
    pub not_erased: &'static str,
    pub nothing_kept: &'static str,

    /// Why a file is refused: a title and a text, in the order of the reasons.
    pub refused: [(&'static str, &'static str); 4],
    /// {things}
    pub adds: &'static str,
    pub adds_nothing: &'static str,
    pub from_groups: &'static str,
    /// {things}
    pub here: &'static str,
    /// {things}
    pub stays: &'static str,
    /// {things}
    pub unread: &'static str,
    pub add: &'static str,
    pub leave: &'static str,
    pub close: &'static str,
    /// {things}
    pub added: &'static str,
    /// {n}, {all}
    pub no_room: &'static str,
}

/// English.
pub static ENGLISH: Words = Words {
    lead: "{counted} Everything here is on this device only.",
    nothing_played: "Nothing has been played to its end here yet. Each run you finish is written down on this page, with a way back into it.",
    not_kept: "This browser keeps nothing, so there is no journal: what you play is there until you close the page.",
    no_list: "The list of stories did not arrive, so how some runs ended cannot be told. Nothing is lost: reload the page to try again.",
    on_this_page: "On this page",
    jumps: [("runs", "Runs"), ("endings", "Endings"), ("self-check", "Self-check"), ("keep", "Save and erase")],

    commitments: "What you set out to do",
    did_you: "Did you?",
    did_yes: "Yes",
    did_no: "No",
    did_later: "You will be asked at your next visit.",
    did: ["Done.", "Not done."],
    did_before: "What you answered before",
    noted: "Noted.",
    not_noted: "Your browser did not keep this answer. Try once more.",
    runs: "Your runs",
    choose: "Choose a story",
    older: "Older runs: {n}",
    open_now: "Open now",
    own_file: "Your own file",
    broke: " It broke before the end.",
    waits: "Not finished: {decisions} so far, and this step waits.",
    edited: "This story has changed since",
    edited_means: "The run was played on another version of it ({decisions}), so how it ended cannot be told truly.",
    gone: "This story is no longer here",
    gone_means: "{decisions}. Open its file again, and the run can be read.",
    late: "This story did not arrive",
    late_means: "{decisions}. Reload the page, and the run can be read.",
    see_debrief: "See the debrief",
    open_end: "Open this end again",
    go_on: "Go on with it",

    endings: "Your album of endings",
    endings_mean: "Every story can end in many ways. ",
    you_found: "You have found ",
    found_all: "{n} of {all}",
    found_rest: " in all; the rest still wait in the dark.",
    story_late: "This story did not arrive, so its endings cannot be shown.",
    found: "{n} of {all} found",
    not_found: "Not found yet",
    by_a_break: ", by a break",

    asked_twice: "{question}: {first} at first, {last} now",
    chart_means: "The table says it for each day.",
    chart_first: "first",
    chart_now: "now",
    chart_legend: "0 is all managing, 10 is all leading, and no place is the right one. The broad bars are how often you wore the leader’s hat in the runs before.",
    answers: "Your answers, the newest first, beside how you played",
    when: "When",
    played_before: "Played before that",
    played: "Played",
    since: "Since then",
    answer_again: "0 is all managing, 10 is all leading. Answer once more after a run, and a line shows what moved.",

    keep: "Save it, bring it back, erase it",
    keep_means: "One file holds all of it: runs, answers, the scenarios you opened, the sessions of your groups, the text on the workbench, your settings. Take it to another device, or keep it safe. What is there already is never overwritten.",
    left_out: " Left out: {sessions} of another version of the game. What cannot be read here cannot be cleared of what a group said in confidence, so it stays on this device as it is.",
    export: "Save everything as a file",
    import: "Add from a file",
    erase: "Erase everything on this device",
    exported: "Saved: two-hats-journal.json.",
    not_exported: "The browser did not save the file. Try another browser; what is kept stays here.",
    erase_sure: "Erase {things}?",
    erase_means: "It all goes from this device: runs, answers, opened scenarios, group sessions, the text on the workbench, settings. Save it as a file first if you are not sure.",
    erase_beside: "What this host’s game in {folders} keeps on this device is its own, and stays.",
    beside: "The game is in another folder of this host, too: {folder}. What it keeps on this device it keeps apart from this one. If it is an older version, take over what you did there: a copy is added to what is here, nothing twice.",
    another_folder: "another folder",
    take_over: "Look what there is to take over",
    erase_on: "Go on to erase",
    keep_all: "Keep everything",
    erase_surer: "Really erase everything?",
    erase_final: "This cannot be undone, by us or by anybody.",
    erase_yes: "Yes, erase everything",
    erased: "Everything was erased from this device.",
    not_erased: "Your browser did not erase all of it. Erase this site's data in the browser's own settings.",
    nothing_kept: "This browser keeps nothing, so there is nothing to save or to erase.",

    refused: [
        ("This file cannot be read", "It is damaged, or it was never saved by this game. Nothing was changed."),
        (
            "This is another kind of file",
            "It was not saved on this page. A scenario file is opened on the home page. Nothing was changed.",
        ),
        (
            "This file is from a newer version",
            "Reload the page to get the newest game, then try again. Nothing was changed.",
        ),
        ("This file is too large", "It holds more than this game ever saves, so it was not read. Nothing was changed."),
    ],
    adds: "This adds {things}",
    adds_nothing: "There is nothing new in this file",
    from_groups: "From groups: ",
    here: "{things} here already.",
    stays: "{things} here in another form: yours stays as it is.",
    unread: "{things} cannot be read, and will be left out: ",
    add: "Add it",
    leave: "Leave it",
    close: "Close",
    added: "Added: {things}.",
    no_room: "There is no room for all of it: {n} of {all} parts fitted, and they were taken out again. Nothing was changed.",
};
