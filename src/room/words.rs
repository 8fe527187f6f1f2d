//! Every word of the facilitator's room; a player does not download them. A second language is a second table beside
//! [`ENGLISH`].

/// The words of one language, each under its key, and the English ones.
macro_rules! words {
    (texts { $($(#[doc = $gaps:literal])? $key:ident: $english:literal,)* }
     lists { $($(#[doc = $order:literal])? $list:ident: $count:literal = $all:expr,)* }) => {
        /// The room's words in one language. The comments say what fills the gaps, and a list's order.
        #[expect(missing_docs, reason = "a word's key says where it stands; the words themselves are the documentation")]
        pub struct Words {
            $($(#[doc = $gaps])? pub $key: &'static str,)*
            $($(#[doc = $order])? pub $list: [&'static str; $count],)*
        }

        /// The room in English.
        pub static ENGLISH: Words = Words { $($key: $english,)* $($list: $all,)* };
    };
}

pub(super) use words;

words! {
    texts {
        // The list of sessions
        title: "Facilitate",
        line: "Run a story with a room: people vote, talk in pairs, vote again, and the second half of the time is for what they make of it. One laptop and a projector are enough.",
        new_session: "New session",
        choose_story: "Which story?",
        begin: "Begin",
        handout: "Handout",
        guide: "Guide",
        /// {title}
        handout_of: "Handout for “{title}”",
        /// {title}
        guide_of: "Facilitator’s guide to “{title}”",
        sessions: "Sessions on this device",
        no_sessions: "None yet. What happens in a session is kept here, on this device, from its first minute on.",
        resume: "Take up",
        /// {name}
        resume_of: "Take up {name}",
        erase: "Erase",
        /// {name}
        erase_of: "Erase {name}",
        /// {name}
        erase_sure: "Erase {name} for good?",
        erase_yes: "Yes, erase it",
        erase_no: "Keep it",
        unreadable: "This session was saved by another version of the game. It is kept as it is, and can be saved to a file, which then holds all that was ever typed or counted in it.",
        save_as_is: "Save as it is",
        minute: "1 minute",
        minutes: "{n} minutes",
        loading: "A moment…",
        failed: "The stories did not arrive. Check the connection, then try again.",
        nowhere: "There is no such story here. It may have been opened on another device.",
        retry: "Try again",

        // The console
        console: "Console",
        stage: "Stage",
        open_stage: "Open the stage",
        open_stage_is: "Opens a second window: drag it to the projector and press F11.",
        one_screen: "Only one screen",
        leave: "All sessions",
        untitled: "Session without a name",
        own: "Opened by you",
        /// {title}
        own_title: "{title} (opened by you)",
        next: "Next",
        back: "Back",
        undo: "Undo",
        redo: "Redo",
        blank: "Blank the stage",
        unblank: "Show the stage again",
        is_blank: "The stage is blank.",
        scroll_down: "Stage down",
        scroll_up: "Stage up",
        talk: "Pair talk, then vote again",
        /// {n}
        take_back: "Take decision {n} back",
        /// {n}, {step}
        take_back_sure: "Take decision {n}, “{step}”, back and decide it again? What was counted stays in the record.",
        take_back_yes: "Yes, take it back",
        leave_sure: "Leave this session? The stage no longer shows it then. It is kept here, and can be taken up again at any time.",
        leave_yes: "Yes, leave it",
        stay: "Leave it as it is",
        seen: "The room sees this screen, so notes, hats and effects stay off it. The guide has them on paper.",
        begin_debrief: "Go to the debrief",
        extend: "+1 minute",
        pause: "Stop the clock",
        go: "Let the clock go on",
        timer: "Time left in this phase",
        /// {time}
        timer_over: "{time} over",
        /// {phase}
        then: "Then: {phase}",
        keys: "Keys and clicker",
        keys_can_be_off: "Letters and digits can be turned off where somebody dictates; PageDown, PageUp, the arrows and Esc still work then.",
        now: "Now",
        notes: "Notes for you",
        discuss: "To ask the room",
        no_notes: "This step has no notes.",
        /// {n}
        step_minutes: "about {n} minutes in a room",
        step_minute: "about 1 minute in a room",
        no_vote: "shown, not voted on",
        comes_once: "can come once",
        /// {n}
        comes: "can come up to {n} times",
        branches: "What comes next",
        /// {step}
        leads_to: "leads to “{step}”",
        /// {outcome}
        ends_as: "ends the story: {outcome}",
        votes: "Hands",
        second_votes: "Hands, second vote",
        /// {n}
        silent: "{n} not voting",
        /// {n}, {room}
        counted: "{n} of {room} hands",
        /// {response}
        one_more: "One more hand for {response}",
        /// {response}
        one_less: "One hand less for {response}",
        /// {response}
        hands_for: "Hands for {response}",
        count_tip: "What you type in a box counts at once; Enter leaves the box, and the keys 1 to 6 count hands again.",
        /// {typed}, {n}
        slip_whole: "“{typed}” is no whole number: {n} still counts.",
        /// {typed}, {n}
        slip_hands: "{typed} would be more hands than people: {n} still counts. If more are here, change the number of people below.",
        /// {typed}, {n}
        slip_people: "“{typed}”: from 1 to 500 people, please. {n} still counts.",
        /// {typed}, {n}
        slip_fewer: "More than {typed} hands are up: {n} still counts. Lower the hands first.",
        /// {percent}
        propose_talk: "The room is split: {percent} % are not with the majority. Two or three minutes in pairs, then vote again?",
        must_pick: "No majority. Choose what is played.",
        must_pick_or_talk: "Or let pairs talk, and vote again.",
        will_play: "Will be played",
        play_this: "Play this instead",
        back_to_votes: "Leave it to the votes",
        people: "People in the room",
        label: "Name of the session (optional)",
        length: "Time",
        mode: "Who plays",
        hats: "Show each response’s hat before the vote",
        hats_is: "Without them the room argues about what to do, not about labels.",
        gather_tip: "Let people settle in groups of two or three. Nobody needs a name, an account or a phone.",
        rate_tip: "Ask for a show of hands on each number, from 1 to 5. Fewer than five ratings are never shown.",
        think_tip: "A minute of silence. Everyone picks for themselves before they hear others.",
        read_tip: "Read it aloud, or let somebody read each voice.",
        reveal_tip: "Ask one voice from each side before you go on.",
        consequence_tip: "Let it stand for a moment. Did anybody expect it?",
        ending_tip: "Read it slowly. The lesson can wait for the debrief.",
        what_tip: "First only what happened. Next goes through the decisions one by one.",
        so_what_tip: "Which decision would you take again? Ask, then show what if.",
        now_what_tip: "One sentence each: what will you do differently, by when? Type them, or let people write on the handout.",
        plus_delta_tip: "Of this hour: what was good, what should be different?",
        teams_tip: "Each team plays on its own device and tells you the code from its last page.",
        close_tip: "Thank the room. The record can be saved below.",
        team_name: "Team",
        team_code: "Result code",
        add_team: "Add",
        /// {name}
        drop_team: "Take {name} out",
        /// {name}, {outcome}
        team_ended: "{name}: {outcome}",
        no_teams: "No team has reported yet.",
        debrief_team: "Look at",
        write_here: "Write it down",
        add: "Add",
        /// {text}
        strike: "Strike out “{text}”",
        decision_shown: "Show up to decision",
        record: "Record",
        save_json: "JSON",
        save_csv: "CSV",
        save_xlsx: "XLSX",
        print_sheet: "Debrief sheet",
        print: "Print",
        close_drawer: "Close the console",
        open_drawer: "Console",
        elsewhere: "Another window has taken the console over.",
        elsewhere_is: "Two consoles would count two different rooms, so this one rests.",
        take_over: "Use this one",

        // Notices
        not_saved: "This browser keeps nothing more: the session lives only in these windows. Save the record to a file.",
        not_told: "The other windows did not hear what you did last: the browser has no room for it. Erase what you no longer need, or use one screen.",
        too_large: "The record is more than a spreadsheet holds. Save it as CSV or JSON.",
        not_erased: "The browser did not erase it. Erase this site's data in the browser's own settings.",
        file_not_saved: "The browser did not save the file. Try another kind of file, or another browser; the session stays here.",
        /// {address}
        no_stage: "No second window opened: the browser, or the page that has the game in a frame, forbids it. Use “Only one screen”, or open the game in a tab of its own. {address}",
        /// {address}
        stage_apart: "The stage does not follow: the browser keeps its window apart from this one, as it does where another site has the game in a frame. Use “Only one screen”, or open the game in a tab of its own. {address}",
        no_channel: "This browser cannot link two windows at once: the stage follows with a short delay, or use one screen.",
        held: "A field holds something that does not count yet. Mend it or empty it, then go on.",
        edited: "The story has been edited since. The session still fits.",
        /// {n}
        edited_cut: "The story has been edited since: the last {n} entries of the session no longer fit. They are kept in a copy.",
        edited_cut_one: "The story has been edited since: the last entry of the session no longer fits. It is kept in a copy.",
        dismiss: "Close",

        // The stage
        /// {n}, {of}
        decision: "Decision {n} of about {of}",
        your_role: "You are",
        think: "Think for yourself. What would you do?",
        vote: "Hands up, please",
        talk_now: "Talk with your neighbour: what speaks for the other answer?",
        vote_again: "Hands up once more",
        first_vote: "First vote",
        second_vote: "Second vote",
        /// {n}
        moved: "At least {n} changed their minds",
        moved_one: "At least one person changed their mind",
        moved_none: "Each answer has as many hands as before",
        no_majority: "No majority",
        /// {changes}
        by_answer: "The answer: {changes}",
        /// {changes}
        by_situation: "The situation itself: {changes}",
        before: "before",
        after: "after",
        teams_play: "Play in your teams",
        teams_how: "When you are done, tell us the code from your last page.",
        reported: "Reported",
        what: "What happened?",
        so_what: "So what does it mean?",
        now_what: "Now what will you do?",
        start: "the start",
        /// {n}
        stop_of: "After decision {n}",
        map: "The balance map",
        /// {l}, {m}
        meters_now: "Leadership {l}, management {m}",
        still_open: "The story was not over: this could still have come.",
        /// {n}, {step}
        no_return: "After decision {n}, “{step}”, only this end was left.",
        no_return_start: "Only one end was ever open.",
        /// {n}, {step}
        last_chance: "The last chance for balance was decision {n}, “{step}”.",
        what_if: "What if",
        /// {n}, {step}
        what_if_at: "What if, at decision {n}, “{step}”, we had answered:",
        what_if_off: "No what if",
        /// {outcome}
        kept_ends: "With all later decisions as they were: {outcome}.",
        kept_stops: "The later decisions would no longer have fitted.",
        kept_goes_on: "The story would have gone on.",
        /// {outcome}
        best: "The best that could still come: {outcome}.",
        chance: "by chance",
        room: "the room",
        teams: "teams",
        teams_one: "team",
        shares: "How it could have ended",
        shares_is: "Of 10 ways through the story, if every answer were left to chance.",
        /// {n}, {step}
        parted: "The teams first parted at “{step}”.",
        never_parted: "All teams walked the same way.",
        wall: "One thing each of us will do",
        wall_blank: "Write yours on the handout.",
        plus: "Good",
        delta: "Different next time",
        rate_question: "Where are you today?",
        rate_again: "And now?",
        /// {before}, {after}
        shift: "{before} before, {after} after",
        no_shift: "Too few rated themselves to be shown.",
        thanks: "Thank you.",
        thanks_is: "Resources are managed, people are led. Go and wear both hats.",
        stage_waits: "The stage is ready. Begin or take up a session in the console.",

        // Prints
        worksheet: "Worksheet",
        worksheet_is: "For each decision: what would you do first, what did the room do, and what surprised you?",
        /// {step}, {n}
        comes_back: "“{step}” can come up to {n} times.",
        my_answer: "My answer",
        room_answer: "The room",
        why: "Why",
        my_commitment: "What I will do, and by when",
        rate_before: "Before",
        rate_after: "After",
        plan: "Plan",
        map_of_branches: "Map of the branches",
        responses: "Responses",
        sheet: "Debrief sheet",
        way: "The way",
        not_over: "not played to its end",
        /// {n}
        people_there: "{n} people",
        person_there: "1 person",
        not_answered: "not answered",
        the_situation: "The situation",
        the_answer: "The answer",
        come_to: "Come to",
        ends: "Endings",

        // Exports
        t_session: "Session", t_votes: "Votes", t_way: "Way", t_ratings: "Self-rating", t_teams: "Teams",
        t_shares: "Shares", t_notes: "Notes", t_times: "Times", h_field: "field", h_value: "value", h_began: "began",
        h_name: "name", h_story: "story", h_story_id: "story id", h_version: "story version", h_people: "people",
        h_minutes: "minutes planned", h_mode: "who plays", h_phase: "phase", h_outcome: "outcome",
        h_broke: "broke early", h_leadership: "leadership", h_management: "management",
        h_leadership_by_situation: "leadership by the situation",
        h_management_by_situation: "management by the situation", h_leadership_by_answer: "leadership by the answer",
        h_management_by_answer: "management by the answer", h_why: "why the situation did so", h_decision: "decision", h_step: "step",
        h_response: "response", h_hat: "hat", h_first: "first vote", h_second: "second vote",
        h_in_room: "in the room", h_in_room_again: "in the room, second vote", h_played: "played", h_taken_back: "taken back", h_scale: "scale", h_when: "when",
        h_hands: "hands", h_mean: "mean", h_team: "team", h_code: "code", h_share: "exact share by chance",
        h_percent: "per cent by chance", h_ended: "ended so", h_kind: "kind", h_text: "text", h_seconds: "seconds",
        yes: "yes",
        no: "no",
        too_few: "fewer than five, not shown",
        few_somewhere: "fewer than five at a value, not shown by value",
        /// {n}
        option: "response {n}",
    }
    lists {
        /// In the order of `Phase::ALL`.
        phases: 19 = [
            "Set up", "Gather", "Self-rating", "Read", "Think", "Vote", "Pair talk", "Second vote", "Reveal",
            "What came of it", "Meanwhile", "The end", "Teams play", "What?", "So what?", "Now what?", "Plus / delta",
            "Self-rating again", "Close",
        ],
        /// As `Mode` has them.
        modes: 2 = ["The whole room, by vote", "Teams, on their own devices"],
        /// As `How` has them.
        hows: 5 = [
            "by majority", "on a tie, by the facilitator", "without votes, by the facilitator",
            "by the facilitator, against the votes", "by the room’s habit",
        ],
        /// What is played, as `How` has them.
        played: 5 = [
            "We play this", "We play this: a tie, decided by the facilitator", "We play this: nobody voted, the facilitator chose",
            "We play this: the facilitator’s choice, against the votes", "We play this: the room’s habit",
        ],
        /// What was done, as `How` has them.
        we_did: 5 = [
            "We answered:", "On a tie, the facilitator decided:", "Nobody voted, the facilitator chose:",
            "Against the votes, the facilitator chose:", "By habit, we answered:",
        ],
        /// As `Note` has them.
        kinds: 3 = ["commitment", "plus", "delta"],
        /// Each scale's low end, then its high end.
        low_ends: 2 = ["My time goes into coordinating tasks", "I get things done by control"],
        high_ends: 2 = ["My time goes into where we are going", "I get things done by influence"],
        /// As `Refused` has them; a code's own reasons follow. The last two have a gap, {n}.
        refused: 15 = [
            "That has no place in this phase.",
            "That is not there.",
            "More hands than people: is the number in the room right?",
            "The votes are tied, or nobody voted: choose what is played first.",
            "No team has reported yet.",
            "A team of that name has reported already.",
            "That is not a code.",
            "Pairs talk once for each decision, after its first vote: press T in Vote or Reveal.",
            "A room has at least one person in it.",
            "A room has 500 people at most.",
            "The team has no name yet: type one beside its code.",
            "The team’s result code is missing: it stands on the last page of its game.",
            "There is nothing in the field yet: write something first.",
            "Too long: 280 characters are the most, so {n} have to go.",
            "There is room for {n}: take one out first.",
        ],
        /// As `CodeError` has them.
        not_this: 3 = [
            "This code has a slip in it. Please check it character by character.",
            "This code is of another story.",
            "This code is of another version of this story: the team’s page was loaded from elsewhere, or long ago.",
        ],
        keys_do: 10 = [
            "on", "back", "blank the stage, and show it again", "one more hand for that response", "one hand less",
            "pair talk, then vote again", "stop the clock, let it go on", "undo, redo", "the stage on the whole screen", "the console as a drawer, on one screen",
        ],
        key_names: 10 = ["PageDown →", "PageUp ←", "B .", "1 – 6", "Shift + 1 – 6", "T", "P", "Z Y", "F", "C Esc"],
        handout_asks: 3 = [
            "Am I more often busy coordinating tasks, or saying where we are going?",
            "Do I rely more on control, or on influence?",
            "Do I make sure that things are done right, or ask whether they are the right things?",
        ],
    }
}
