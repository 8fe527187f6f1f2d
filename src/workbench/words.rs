//! Every word of the workbench; a player does not download them. A second language is a second table beside
//! [`ENGLISH`].

/// The words of one language, each under its key, and the English ones.
macro_rules! words {
    ($($(#[doc = $gaps:literal])? $key:ident: $english:literal,)*) => {
        /// The workbench's words in one language. The comments say what fills the gaps.
        #[expect(missing_docs, reason = "a word's key says where it stands; the words themselves are the documentation")]
        pub struct Words {
            $($(#[doc = $gaps])? pub $key: &'static str,)*
        }

        /// The workbench in English.
        pub static ENGLISH: Words = Words { $($key: $english,)* };
    };
}

words! {
    title: "Workbench",
    line: "Write a scenario, and see at each keystroke what is wrong with it and what it will do to players.",
    open: "Open a file",
    save: "Save to a file",
    start_from: "Start from",
    template: "A small story to change",
    /// {title}
    own_title: "{title} (opened by you; without a facilitator’s notes)",
    start: "Start",
    let_go: "Let go to open it here.",
    dismiss: "Close",

    parts: "Parts of the workbench",
    text: "Text",
    problems: "Problems",
    outcomes: "Outcomes",
    steps: "Steps",

    field: "The scenario's text, as JSON",
    concepts: "Concepts that can stand here",
    blank: "Nothing here yet",
    blank_is: "Open a scenario file, drop one anywhere on this page, paste one into the text, or start from a shipped one.",
    checking: "Checking…",
    clean: "No problems.",
    /// {n}
    errors: "{n} errors",
    error: "1 error",
    /// {n}
    warnings: "{n} warnings",
    warning: "1 warning",
    /// {n}
    notes: "{n} notes",
    note: "1 note",
    and: ", ",
    kind_error: "Error",
    kind_warning: "Warning",
    kind_note: "Note",
    /// {line}, {column}
    place: "line {line}, column {column}",
    help: "Help:",
    see: "See also",
    /// {n}
    more: "… and {n} more.",

    unknown: "What it does is not known until its text can be read.",
    stale: "This is what the text did when it could last be read.",
    undecided: "It has too many states to be decided here. The command line goes further.",
    /// {paths}, {states}
    paths: "{paths} ways through it in all, over {states} states. Shares are those of a player who picks among what is offered with equal chance.",
    /// {paths}
    ways: "{paths} ways",
    one_way: "1 way",
    /// {why}
    never: "Never: {why}.",
    personas: "Players of habit",
    always_leader: "Always the leader",
    always_manager: "Always the manager",
    alternating: "Changes hats each time",
    balancing: "Wears the hat of the lower meter",
    ends_in: "ends in",

    graph: "The steps in layers, from the first to the outcomes; a step can be opened.",
    sizes: "Size of the map",
    smaller: "Smaller",
    larger: "Larger",
    fit: "Fit",
    whole: "100 %",
    graph_key: "Wide lines are taken often. Solid and amber: a leader's response. Dashed and teal: a manager's.",
    judged: "The end: the meters are judged",
    close_step: "Close the step",
    to_text: "Show it in the text",
    in_step: "While it waits",
    /// {low}, {high}
    range: "{low} to {high}",
    visits: "Comes to it",
    weight: "Weight of the decision",
    unreached: "No run comes here.",
    sometimes: "Only when its condition holds",

    play_from: "Play from here",
    with: "With these meters",
    flags: "And this behind you",
    /// {low}, {high}
    playable: "{low} to {high} here",
    /// {low}, {high}
    unplayable: "No run has that here: choose from {low} to {high}.",
    play: "Play",
    play_again: "From there again",
    stop: "Leave it",
    trial: "Trying it",
    you: "You:",
    broke: "The run breaks here.",

    not_erased: "The browser did not erase it. Erase this site's data in the browser's own settings.",
    file_not_saved: "The browser did not save the file. Copy the text into an editor of your own, or try another browser.",
    /// {n}
    drafts: "Your drafts ({n})",
    drafts_line: "Kept in this browser, the newest first; thirty at most. Save to a file what must last.",
    /// {when}, {lines}
    draft_facts: "{when}, {lines}",
    /// {n}
    draft_lines: "{n} lines",
    draft_line: "1 line",
    draft_here: "Open here",
    draft_open: "Open",
    /// {name}
    draft_open_this: "Open {name}",
    draft_remove: "Remove",
    /// {name}
    draft_remove_this: "Remove {name}",
    elsewhere: "This draft is open in another tab, too. What is changed in both becomes two drafts.",
    changed_elsewhere: "This draft was changed in another tab.",
    show_newer: "Show it as it is there",
    gone: "This draft was erased in another tab, and is kept no more.",
    keep_after_all: "Keep what stands here",
    /// {name}
    taken_away: "{name} was removed.",
    /// {name}
    parted: "Another tab has changed this draft. What stands here is kept as a draft of its own: {name}.",

    not_stored: "This browser cannot keep the text (it has no room for it, or may not). Save it to a file before you leave.",
    /// {file}
    unreadable: "{file} could not be read.",
    /// {file}
    no_text: "{file}: {what} {help} The text here is as it was.",
    not_come: "That scenario did not arrive. Is the network there?",
    replaced: "The text was replaced; the one before is among your drafts.",
    bring_back: "Bring it back",
    fell: "The check stopped before it was done. Change the text to check again.",
}
