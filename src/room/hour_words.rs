//! The words of the hour: what the room decides, how the time goes, and what is told of both.

use super::words::words;

words! {
    texts {
        // Before it begins
        opening: "Before you begin",
        goes_head: "How the hour goes",
        hat_head: "What a hat is",
        hat_is: "Every answer wears one of two hats. With the leader’s hat you show where to go, and win people for it. With the manager’s hat you plan, order and check. Neither is the better one. The art is to see which one is needed now.",
        meters_head: "What the meters mean",
        /// {l}, {m}
        meters_are: "There are two meters, leadership and management. Each answer moves them, and time takes some away. A meter at 0 breaks the story. At the end both must have enough: {l} of leadership, {m} of management.",
        say_head: "What to say first",
        say_role: "“For this hour we are one person:”",
        check_head: "Check before you begin",
        rehearse: "Rehearse for two minutes",
        rehearse_is: "You play the first decision with made-up votes, on the console and on the stage. Nothing of it is kept.",
        rehearsing: "This is a rehearsal: go on with Next. Twelve made-up people vote. Nothing of it is kept.",
        rehearse_end: "End the rehearsal",
        rehearsal: "Rehearsal",

        // Setting up
        decides: "Which decisions does the room take?",
        decides_some: "Those that are ticked: the story comes to its end",
        decides_all: "All of them, by vote",
        habit_is: "The others go by the room’s habit: the hat that it has worn more often so far. Where it has worn both equally often, the hat of the lower meter. Each is told in a sentence, and the end is read out.",
        /// {n}, {longest}
        plan_votes: "The room takes {n} decisions at most, of about {longest}.",
        /// {needs}, {has}
        plan_fits: "The story and its end take about {needs} of {has} minutes.",
        /// {needs}, {has}
        plan_over: "The story and its end take about {needs} minutes; {has} are planned. Give fewer decisions to the room, or plan more time.",
        propose: "Tick what fits the time",
        /// {hangs}, {n}
        turns: "{hangs}: {n} of 10 endings turn here",

        // The bar
        hour: "The session’s time",
        /// {now}, {planned}
        hour_now: "{now} of {planned} are over",
        /// {time}
        debrief_at: "the debrief begins at about {time}",
        debrief_runs: "the debrief is on",
        /// {time}
        over_at: "all is over at about {time}",
        /// {time}
        runs_late: "As it goes, {time} too late. What can help:",
        /// {step}
        drop_one: "Leave “{step}” to habit",
        /// {n}, {of}
        shorten: "Debrief of {n} minutes, not {of}",
        end_here: "End here: the rest by habit",
        /// {time}
        saves: "saves {time}",

        // The stage
        /// {n}
        meter_is: "breaks at 0, needs {n}",
        votes_are_in: "The votes are in.",
        /// {n}, {of}
        page_of: "Page {n} of {of}: there is more",
        /// {n}, {of}
        page_last: "Page {n} of {of}",
        stage_open: "A stage is open.",
        stage_shut: "No stage is open.",
        full_screen: "Full screen",
        full_screen_how: "For full screen click on the stage, then press F.",
        dark: "Dark stage",
        light: "Light stage",

        // Odds
        /// {n}
        of_ten: "{n} of 10",
        never: "never",
        almost_never: "almost never",
        almost_always: "almost always",
        always: "always",

        // By habit
        told_tip: "Read the lines out, a sentence each. Then ask: is that what we would have done?",
        told_leader: "So far we have worn the leader’s hat more often. So nobody asked, and it went on like that:",
        told_manager: "So far we have worn the manager’s hat more often. So nobody asked, and it went on like that:",
        told_lower: "So far we have worn both hats equally often. So nobody asked, and the hat of the lower meter was worn:",
    }
    lists {
        goes: 5 = [
            "People come in, sit in twos or threes, and say by show of hands where they stand today.",
            "The room reads a situation, thinks for a minute in silence, and votes by show of hands. What most want is played.",
            "Where the room is split, pairs talk for two or three minutes, and all vote again.",
            "What is not put to the vote goes by the room’s habit. So the story comes to its end in time.",
            "The second half is for talk: what happened, what it means, what each of us will do next.",
        ],
        say: 4 = [
            "“Nobody here knows the right answers. Say what you would really do.”",
            "“First think alone. Then raise your hand. Then we talk about why.”",
            "“You may change your mind. That is not losing: it is what we came for.”",
            "“No names are written down, only how many hands were up.”",
        ],
        checks: 5 = [
            "The stage is open on the projector, on the whole screen (key F there).",
            "It can be read from the last row.",
            "Handouts and pens are on the tables.",
            "The number of people is right, and the story fits the time.",
            "The clicker goes on and back.",
        ],
        /// From nothing to much.
        hangs: 4 = ["Nothing hangs on it", "Little hangs on it", "Some hangs on it", "Much hangs on it"],
    }
}
