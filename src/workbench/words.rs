//! Every word of the workbench; a player does not download them. A second language is a second table beside
//! [`ENGLISH`].

/// The words of one language, each under its key, and the English ones.
macro_rules! words {
    ($name:ident $english_name:ident $about:literal $($(#[doc = $gaps:literal])? $key:ident: $english:literal,)*) => {
        #[doc = $about]
        #[expect(missing_docs, reason = "a word's key says where it stands; the words themselves are the documentation")]
        pub struct $name {
            $($(#[doc = $gaps])? pub $key: &'static str,)*
        }

        /// The same in English.
        pub static $english_name: $name = $name { $($key: $english,)* };
    };
}
pub(super) use words;

words! {
    Words ENGLISH "The workbench's words in one language. The comments say what fills the gaps."

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
    blank_is: "Open a scenario file or a story made with Twine, drop one anywhere on this page, paste a scenario into the text, or start from a shipped one.",
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
    as_expected: "as the file expects",
    /// {outcome}, {away}
    expected_else: "The file expects {outcome}: {away}.",
    budgets: "What the meters live on",
    budgets_are: "Means over all runs of a player who picks among what is offered with equal chance.",
    budget: "Points",
    budget_start: "At the start",
    budget_gains: "Answers give",
    budget_costs: "Answers take",
    budget_pressure: "Steps give or take",
    budget_end: "At the end",
    budget_enough: "Enough is",
    budget_slack: "Left over",
    /// {after}, {other}
    standing: "After it {after} of runs end balanced; had the best other answer been given, {other}.",
    /// {best}, {tied}, {worse}
    standing_states: "Best in {best} states, as good as the best in {tied}, worse in {worse};",
    /// {ahead}, {behind}
    standing_far: "ahead by {ahead} at most, behind by {behind} at most.",

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
    /// {name}
    picture_came: "The picture {name} is kept with this draft. The field `image` of the scenario or of a step shows it, by its name.",
    /// {file}
    no_text: "{file}: {what} {help} The text here is as it was.",
    not_come: "That scenario did not arrive. Is the network there?",
    replaced: "The text was replaced; the one before is among your drafts.",
    bring_back: "Bring it back",
    applied: "The numbers are in the text. Taking back in the text undoes them all at once.",

    balance: "Balance",
    balance_line: "Say what should come of it, and let the numbers be searched that bring that about. Only numbers that stand in the text are changed.",
    wanted: "What you want",
    shares: "How often runs end so, in per cent",
    at_least: "at least",
    at_most: "at most",
    /// {outcome}
    at_least_this: "{outcome}: at least, in per cent",
    /// {outcome}
    at_most_this: "{outcome}: at most, in per cent",
    share_refused: "Write numbers from 0 to 100, the lower one first; an empty field is no limit.",
    anywhere: "anywhere",
    /// {persona}
    ends_here: "{persona} is to end in",
    most: "Points to change at most",
    most_is: "All changes added up.",
    most_refused: "Write a whole number, 0 or more.",
    choices: "No answer may be beaten by another whatever happens",
    locked: "What stays as it is",
    lock_meters: "Where the meters start, and how much is enough",
    as_in_file: "As the file has it",
    search: "Look for numbers",
    search_stop: "Stop",
    search_others: "Look for others",
    search_progress: "How much of the search is done",
    /// {percent}
    searching: "Searching: {percent} % done.",
    /// {missing}
    nearest: "The best so far misses {missing} in all, in per cent of runs and points.",
    nearest_met: "All that you want is met; now with fewer changes.",
    search_ending: "Working out what was found.",
    search_unreadable: "The text cannot be read yet: mend its errors first.",
    not_started: "The worker did not start. Is the network there? Try again.",
    fallen: "The worker stopped before it was done. Try again.",
    /// {most}
    found_none: "No change of at most {most} points came nearer. Keep less as it is, allow more points, or want less.",
    /// {most}
    found_near: "No change of at most {most} points was found that meets all you want. Here are the nearest, the nearest first; allow more points, keep less as it is, look for others, or want less.",
    /// {most}
    found_one: "One proposal meets all you want within {most} points.",
    /// {n}, {most}
    found_more: "{n} proposals meet all you want within {most} points.",
    found_met: "All that you want is met as it is.",
    found_stopped: "The search was stopped. ",
    of_earlier: "These are of the text as it was when the search began. To take one, take your changes back, or search again.",
    as_it_is: "Missed as it is",
    /// {n}
    proposal: "Proposal {n}",
    /// {points}, {numbers}
    proposal_facts: "{points} points in {numbers} numbers",
    meets_all: "Meets all you want.",
    change_alone: "Alone:",
    alone_nothing: "nothing that shows in these figures",
    before_after: "Before and after",
    figure: "Figure",
    before: "Before",
    after: "After",
    dominated: "Beaten whatever happens",
    nothing: "nothing",
    nowhere: "nowhere",
    still_missed: "Still missed",
    new_problems: "New among the problems",
    apply: "Put it into the text",
    /// {n}
    apply_this: "Put it into the text: proposal {n}",

    sheet: "Faces and places",
    sheet_line: "Any of the cast can have any face, and a story or a step any place: write its id. One button copies it.",
    faces: "Faces",
    moods: "Each in its four moods, in this order: calm, glad, worried, angry.",
    places: "Places",
    /// {id}
    copy: "Copy {id}",
    /// {id}
    copied: "{id} is copied.",
    /// {id}
    not_copied: "The browser did not copy {id}. Write it by hand.",

    /// {file}
    importing: "Reading {file} …",
    /// {file}
    not_imported: "{file} is not imported",
    /// {line}
    import_line: "Line {line}:",
    /// {story}, {format}
    imported: "{story}, made with Twine ({format})",
    imported_plain: "A story made with Twine",
    /// {passages}, {links}, {steps}, {responses}
    imported_counts: "{passages} passages and {links} links became {steps} steps and {responses} responses. What is still to be decided stands as to-do in the text.",
    /// {n}
    left_out: "Left out: {n}",
    /// {n}
    changed: "Changed: {n}",
    /// {n}
    carried: "Carried: {n}",
    whole_story: "The story as a whole",
    /// {passage}, {line}
    passage_line: "{passage}, line {line}",
    /// {n}
    times: "({n} times)",
    import_meters: "Two variables of the story can become the meters: name them, and import it once more.",
    import_leadership: "Leadership is the variable",
    import_management: "Management is the variable",
    import_story: "Which story of the archive",
    import_again: "Import once more",
    import_close: "Close the report",

    fell: "The check stopped before it was done. Change the text to check again.",
}
