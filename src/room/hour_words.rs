//! The words of the hour: what the room decides, how the time goes, and what is told of both.

use super::words::words;

words! {
    texts {
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

        // By habit
        told_tip: "Read the lines out, a sentence each. Then ask: is that what we would have done?",
        told_leader: "So far we have worn the leader’s hat more often. So nobody asked, and it went on like that:",
        told_manager: "So far we have worn the manager’s hat more often. So nobody asked, and it went on like that:",
        told_lower: "So far we have worn both hats equally often. So nobody asked, and the hat of the lower meter was worn:",
    }
    lists {
        /// From nothing to much.
        hangs: 4 = ["Nothing hangs on it", "Little hangs on it", "Some hangs on it", "Much hangs on it"],
    }
}
