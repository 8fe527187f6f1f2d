//! The words of what a run has no need of: home, start sheets, settings, dialogs, files, notices. A static of its own, so that
//! they lie in the chunk of those pages.

use analysis::Difficulty;

/// The words of the pages around a run. The comments say what fills the gaps.
#[expect(missing_docs, reason = "a word's key says where it stands; the words themselves are the documentation")]
pub struct AsideWords {
    pub line: &'static str,
    pub promise: &'static str,
    pub close: &'static str,
    pub continue_where: &'static str,
    /// {title}, {n}
    pub continue_at: &'static str,
    pub continue_run: &'static str,
    pub choose_story: &'static str,
    /// {n}
    pub minutes: &'static str,
    pub difficulty: &'static str,
    /// Not known, then in the order of [`Difficulty::ALL`].
    pub difficulties: [&'static str; 4],
    /// {outcome}
    pub best: &'static str,
    pub not_played: &'static str,
    pub not_opened: &'static str,
    pub start_here: &'static str,
    /// {title}, {n}
    pub start_with: &'static str,
    pub own: &'static str,
    /// {title}
    pub remove: &'static str,
    pub how_to_play: &'static str,
    /// A name and what it means, in the order of [`library::Mode`].
    pub modes: [[&'static str; 2]; 3],
    pub try_after: &'static str,
    /// A setting, and what it means.
    pub at_once: [&'static str; 2],
    pub begin: &'static str,
    pub invited: &'static str,
    pub invited_first: &'static str,
    pub invited_cut: &'static str,
    pub invited_other: &'static str,
    pub cast: &'static str,
    pub objectives: &'static str,
    pub how_it_works: &'static str,
    pub how: [&'static str; 3],
    pub bring_own: &'static str,
    pub open_file: &'static str,
    pub drop_here: &'static str,
    pub let_go: &'static str,
    pub shelf_waits: &'static str,
    pub shelf_failed: &'static str,
    pub shelf_signed_out: &'static str,
    pub faults: &'static str,
    /// {file}, {n}
    pub faults_many: &'static str,
    /// {file}
    pub faults_one: &'static str,
    /// {n}
    pub faults_more: &'static str,
    /// {line}, {column}
    pub fault_place: &'static str,
    pub open_another: &'static str,
    pub way_so_far: &'static str,
    pub no_way_yet: &'static str,
    pub back_to_here: &'static str,
    /// What a term of the game means.
    pub help: [[&'static str; 2]; 4],
    pub help_modes: &'static str,
    pub keys: &'static str,
    /// What each key does: digits, arrows, Enter, U, H, ?, Esc.
    pub keys_do: [&'static str; 8],
    pub text_size: &'static str,
    pub text_sizes: [&'static str; 3],
    pub light_or_dark: &'static str,
    pub themes: [&'static str; 3],
    pub while_you_play: &'static str,
    pub less_motion: &'static str,
    pub less_motion_is: &'static str,
    pub no_keys: &'static str,
    pub no_keys_is: &'static str,
    pub think_first: &'static str,
    pub own_words: [&'static str; 2],
    pub own_words_ask: &'static str,
    pub own_words_done: &'static str,
    pub sure: [&'static str; 2],
    pub sure_ask: &'static str,
    /// In the order of [`library::Sureness::ALL`].
    pub sureness: [&'static str; 3],
    pub no_haptics: [&'static str; 2],
    pub kept_here: &'static str,
    pub kept_here_is: &'static str,
    /// {folders}
    pub kept_beside: &'static str,
    pub another_folder: &'static str,
    pub about: &'static str,
    /// {version}
    pub version: &'static str,
    pub is_kept: &'static str,
    pub is_coming: &'static str,
    pub is_unkept: &'static str,
    pub is_file: &'static str,
    pub erase: &'static str,
    pub erase_sure: &'static str,
    pub erase_yes: &'static str,
    pub erase_no: &'static str,
    pub no_page: &'static str,
    pub no_page_is: &'static str,
    pub take: &'static str,
    /// {step}
    pub take_is: &'static str,
    pub take_yes: &'static str,
    pub take_no: &'static str,
    pub file_not_saved: &'static str,
    pub not_erased: &'static str,
    pub not_stored: &'static str,
    pub save_file: &'static str,
    pub put_aside: &'static str,
    /// {n}
    pub put_aside_many: &'static str,
    pub newer: &'static str,
    pub elsewhere: &'static str,
    pub edited: &'static str,
    /// {n}, {response}, {why}
    pub edited_stop: &'static str,
    /// {file}
    pub unreadable: &'static str,
    pub erased: &'static str,
}

impl AsideWords {
    /// A difficulty's name, or that it is not known.
    pub fn difficulty_of(&self, difficulty: Option<Difficulty>) -> &'static str {
        self.difficulties[difficulty.map_or(0, |difficulty| difficulty as usize + 1)]
    }
}

/// Those words in English.
pub static ASIDE: AsideWords = AsideWords {
    line: "One points the way, the other keeps the promise. A game about leading and managing, in ten-minute stories.",
    promise: "A dozen decisions, no right answer on its face, and at the end exactly what each of them did.",
    close: "Close",
    continue_where: "Continue where you were",
    continue_at: "{title}, decision {n}",
    continue_run: "Continue",
    choose_story: "Choose a story",
    minutes: "{n} minutes",
    difficulty: "Difficulty: ",
    difficulties: ["Not measured", "Gentle", "Fair", "Hard"],
    best: "Best so far: {outcome}",
    not_played: "Not finished yet",
    not_opened: "New",
    start_here: "Start here",
    start_with: "Start with “{title}”, {n} minutes",
    own: "Opened by you",
    remove: "Take “{title}” off this device",
    how_to_play: "How do you want to play?",
    modes: [
        ["Hats shown", "You see which hat each response wears, and after your answer what it did to your meters."],
        ["Hats after you answer", "You choose by the words alone, and then see the hat and what it did."],
        ["Challenge", "Hats and meters stay hidden until the end. You answer, and find out what you wore."],
    ],
    try_after: "You have finished a story. Try the next with the hats after you answer: then the words alone decide.",
    at_once: ["Start at once", "The next story begins at its first decision, without this page."],
    begin: "Begin",
    invited: "Somebody played this, in these hats, and asks how you would",
    invited_first: "Play it first. At the end both runs stand side by side.",
    invited_cut: "The link was cut short or changed on its way, so that their run is not in it. The story is whole.",
    invited_other: "Their run is of another version of this story, and cannot stand beside yours. The story is whole.",
    cast: "Whom you will meet",
    objectives: "After this story players can",
    how_it_works: "How it works",
    how: [
        "You meet a situation that cannot wait, and answer it as a leader or as a manager.",
        "Every answer moves your two meters. If either falls to zero, the story ends there.",
        "Reach the end with enough of both, and see the way you walked.",
    ],
    bring_own: "Bring your own",
    open_file: "Open a scenario",
    drop_here: "or drop a scenario file here. It stays on this device.",
    let_go: "Let go to open it.",
    shelf_waits: "The stories are on their way…",
    shelf_failed: "The list of stories did not arrive. Is the network there?",
    shelf_signed_out: "The site gives a page of its own instead of the list of stories: you may be signed out. Load this page again.",

    faults: "This file is not a scenario yet",
    faults_many: "{file} has {n} faults. Nothing was changed; mend them and open the file again.",
    faults_one: "{file} has one fault. Nothing was changed; mend it and open the file again.",
    faults_more: "… and {n} more.",
    fault_place: "line {line}, column {column}",
    open_another: "Open another file",

    way_so_far: "The way so far",
    no_way_yet: "You have not decided anything yet.",
    back_to_here: "Go back to here",
    help: [
        [
            "Your two meters",
            "Leadership and management. Every answer moves them, and at times the story does: a line says why. At 0 the story breaks; at its end you need as many of each as stands beside the meter.",
        ],
        [
            "The leader's hat",
            "Where to, and who comes along: set a direction and stand for it, win people, change what no longer serves.",
        ],
        [
            "The manager's hat",
            "How, by when and with what: plan, give each a task, keep order, make promises that hold.",
        ],
        [
            "Agenda, people, execution, outcomes",
            "What a decision is about: what is to be done; who does it, and with whom; what stands in its way; what is to come of it, an order or a change.",
        ],
    ],
    help_modes: "How you play is chosen where a story begins, and in the settings",
    keys: "Keys",
    keys_do: [
        "Give that response",
        "Go through the responses",
        "Give the response you are on; continue",
        "Take the last decision back",
        "Bring it back",
        "Open the history",
        "Open these keys",
        "Close what is open",
    ],
    text_size: "Size of the text",
    text_sizes: ["100 %", "125 %", "150 %"],
    light_or_dark: "Light or dark",
    themes: ["As the system", "Light", "Dark"],
    while_you_play: "While you play",
    less_motion: "Less motion",
    less_motion_is: "Nothing slides, grows or fades.",
    no_keys: "No letter keys",
    no_keys_is: "Letters, digits and signs do nothing, in stories and in group sessions: for whoever writes by speaking. Arrows, Enter and Esc work on.",
    think_first: "Before and after you answer",
    own_words: [
        "In your own words first",
        "At the two decisions that matter most you write what you would do, before you see the responses; in a story that you opened from a file, at each. The debrief shows it again, beside your answer.",
    ],
    own_words_ask: "In your own words: what would you do? You may leave it empty.",
    own_words_done: "Show the responses",
    sure: [
        "Say how sure you are",
        "Sure, likely or a guess, at each decision. The debrief shows how often your answer was the best one.",
    ],
    sure_ask: "Before you choose: how sure are you of the best response?",
    sureness: ["Sure", "Likely", "A guess"],
    no_haptics: ["No vibration", "A phone does not vibrate when you answer."],
    kept_here: "What is kept here",
    kept_here_is: "Your runs, answers and thoughts, the scenarios you opened, the sessions of your groups, the text on the workbench and these settings are on this device only. Erasing them cannot be undone.",
    kept_beside: "This host has the game in {folders}, too. What is kept there is kept apart: erasing here leaves it.",
    another_folder: "another folder",
    about: "This game",
    version: "Version {version}",
    is_kept: "It is kept on this device, and opens without the network.",
    is_coming: "It is being kept on this device, to open without the network.",
    is_unkept: "It is not kept on this device: without the network it will not open again. Keeping it takes https, some room, and a browser that allows it.",
    is_file: "It is this file, and needs no network.",
    erase: "Erase everything on this device",
    erase_sure: "Erase all runs, your journal and answers, opened scenarios, group sessions, the text on the workbench and settings?",
    erase_yes: "Yes, erase them",
    erase_no: "Keep them",

    no_page: "There is no page here",
    no_page_is: "The address may be old, or a letter short.",

    take: "You are in the middle of this story",
    take_is: "This address holds another run of it. Yours waits at “{step}”, and goes into your journal when you make a decision in the other one.",
    take_yes: "Open the other run",
    take_no: "Go on with mine",

    file_not_saved: "Your browser did not save the file. Allow this page to download, and try again.",
    not_erased: "Your browser did not erase all of it. Erase this site's data in the browser's own settings.",
    not_stored: "Your browser does not store the run: it is kept until you close this page.",
    save_file: "Save it as a file",
    put_aside: "Something kept here could not be read. It was put aside, and nothing else was touched.",
    put_aside_many: "{n} things kept here could not be read. They were put aside, and nothing else was touched.",
    newer: "A newer version of the game kept some things here. They are left as they are.",
    elsewhere: "You went on with this run in another window. This is where it stands now.",
    edited: "This story has been edited since you last played. Your run still fits.",
    edited_stop: "This story has been edited since you last played. Your run fits up to decision {n}; there, “{response}” {why}.",
    unreadable: "{file} could not be read. Is it still there, and are you allowed to open it?",
    erased: "Everything was erased from this device.",
};
