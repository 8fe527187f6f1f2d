//! The words of phones in a room: on the console, on the stage, and what the phones are asked.

use super::words::words;

words! {
    texts {
        // How people answer
        means: "How people answer",
        means_is: "Hands always count. With phones people scan a code, and each answers in silence.",
        phones: "Phones",
        open: "Let phones join",
        engine: "What carries the answers",
        served: "The program two-hats host on this laptop carries the answers: no internet is needed.",
        engine_is: "Start the program two-hats host on this laptop, and use the page that it opens. Or name an MQTT engine with WebSocket. Its password stays on this device for a day at most.",
        far_engine: "Use an MQTT engine instead",
        trust: "Over plain http whoever is in the same network could change the page that phones load. Your laptop could tell which phone chose what; the record never does.",

        // Joining
        join: "Join by phone",
        scan: "Scan this with your phone’s camera",
        /// {address}
        or_open: "or open {address}",
        /// {code}
        and_type: "and type {code}",
        /// {here}, {people}
        here: "{here} of {people} here",
        no_address: "This laptop is in no network that phones can reach. Open a hotspot, and let the laptop and the phones join it.",
        link: "The room’s address",
        link_is: "For whoever comes late or from far away: copy it, and send it to them alone. It is a key to the room.",
        close_is: "Phones say that the room is over, and everything that only phones needed is forgotten. Show of hands goes on.",
        close: "End it for phones",
        closing: "Phones are being told that the room is over …",
        seats: "Phones",
        /// {here}, {all}
        are_in: "{here} of {all} people with a phone are connected",
        /// {n}
        down: "{n} are not connected now; their answers stay",
        waiting: "Waiting to be let in",
        admit: "Let in",
        admit_more: "Let in: one more person in the room",
        admit_all: "Let all in",
        /// {name}
        admit_of: "Let {name} in",
        /// {name}
        remove_of: "Remove {name}, by a new code",
        remove: "Remove",
        all_seats: "All phones",
        /// {n}
        shared: "{n} people",
        afar: "from afar",
        door_open: "New phones enter",
        door_is: "It closes by itself at the first vote. Then new phones wait for your tap.",
        new_code: "New code",
        new_code_is: "Phones that are in stay in. Whoever has only the old code does not.",
        /// {n}
        renewed: "Somebody tried wrong codes: the code was changed {n} times.",
        stream: "The stage is shared with people far away: no code on it",
        private: "Share the stage’s window, not this one: here stands what the room is not to see.",
        small: "Show votes of fewer than five, too: the room was told so",
        /// {phones}, {people}
        more: "Phones speak for {phones} people, and you said {people}. Is the number in the room right?",

        // Asking
        /// {said}, {people}
        voted: "{said} of {people} have answered by phone",
        count: "Close, and count",
        count_is: "Never wait for the last one: Next closes, too. What comes later counts for nothing.",
        /// {n}
        counted: "Closed: {n} answers of phones are in the counts.",
        again: "Ask the phones again",
        again_is: "Their answers are taken out of the counts, and the phones start empty.",
        /// {n}
        left_out: "{n} hands were left out: there are not so many people. Whoever has a phone raises no hand.",
        no_bars: "What phones chose is shown once it is closed.",
        locked: "Phones say: look up.",
        inbox: "Typed on phones",
        inbox_is: "Only you see these. Nothing reaches the stage before you show it.",
        inbox_none: "Nothing waits.",
        /// {text}
        pick: "Merge “{text}” with others",
        merge: "Show those that are ticked as one",
        merge_plus: "Those that are ticked as one: good",
        merge_delta: "Those that are ticked as one: different",
        show: "Show",
        show_plus: "Show as good",
        show_delta: "Show as different",
        hide: "Hide",
        /// {text}
        show_of: "Show “{text}”",
        /// {text}
        hide_of: "Hide “{text}”",
        /// {n}
        unhide: "Bring {n} hidden back",
        promise: "One thing that I will do: when …, I will …, by …",
        plus_delta: "Of this hour: what was good, or what should be different?",

        // Trouble
        /// {time}
        since: "Since {time}.",
        goes_on: "Go on with Next as always: hands count, and phones catch up by themselves.",
        not_undone: "What phones said is counted, and is not undone step by step. Use “Ask the phones again”, or take the decision back.",

        // The stage
        vote: "Vote on your phone",
        vote_both: "Vote on your phone, or raise a hand",
        vote_again: "Vote on your phone once more",
        vote_again_both: "Vote once more: on your phone, or by hand",
        /// {said}, {people}
        have_voted: "{said} of {people} have voted",
        rate: "Answer on your phone",
        hidden: "Fewer than five voted: how is not shown.",
        /// {from}, {to}, {n}
        moved: "{from} to {to}: {n}",
        moved_none: "Nobody changed their mind",
    }
    lists {
        /// As `Means` has them.
        all_means: 3 = ["Hands", "Phones", "Both"],
        /// As `EngineField` has them.
        engine_fields: 5 = [
            "Address (wss://…)", "Your user", "Your password", "The phones’ user (if they need one)", "The phones’ password",
        ],
        /// As `Trouble` has them.
        troubles: 8 = [
            "Nothing carries the answers yet. Start two-hats host on this laptop, or name an engine.",
            "The engine’s address begins with wss:// (or ws:// in your own network).",
            "This browser gives no random numbers, and without them there is no room for phones. Use another browser; hands count as always.",
            "The user or the password is wrong. If two-hats host was started anew, use the page that it opened then.",
            "Connecting …",
            "The connection to the phones is gone; it is tried again by itself.",
            "No phone is connected.",
            "What was kept of the phones’ room cannot be read: let phones join anew.",
        ],
    }
}
