//! English.

use super::Words;

/// The interface in English.
pub static ENGLISH: Words = Words {
    tag: "en",

    name: "Two Hats",
    skip: "Skip to the page",
    home: "Home",
    retry: "Try again",
    settings: "Settings",
    guests: ["For authors", "Field guide", "Your journal", "A debrief", "Play with a group"],
    on_its_way: "On its way…",
    late: "It has not arrived yet. Is the network there, and are you signed in where the site asks for it?",

    leader: "Leader",
    manager: "Manager",
    leadership: "Leadership",
    management: "Management",
    meters: "Your two meters",
    breaks: "breaks at 0",
    enough: "needs {n}",
    low: "nearly gone",
    up: "up",
    down: "down",
    coach: [
        "Answer as you would. Each answer moves your meters; at the end you need enough of each.",
        "This is what came of it. The signs beside the meters say what it did to them.",
        "A story takes its share, too: where a meter moves by itself, a line says why.",
    ],
    fades: [
        [
            "Days pass, and where all this leads is hard to see.",
            "People have heard nothing, and stand further off.",
            "The work is long, and hearts get tired.",
            "The end is far away, and fewer believe in it.",
        ],
        [
            "Days pass, and the plan fits them less.",
            "Who does what is less clear than it was.",
            "Small things slip that nobody looks after.",
            "Costs and dates begin to drift.",
        ],
    ],
    grows: ["People have begun to believe in it.", "Things have settled into an order."],

    decision_of: "Decision {n} of about {of}",
    decision_last: "Decision {n}, the last one",
    history: "History",
    help: "Help",
    back_home: "Back to all stories",
    what_do_you_do: "What do you do?",
    you_answered: "You answered:",
    what_it_did: "What it did to your meters",
    go_on: "Continue",
    see_end: "See how it ends",
    story_over: "The story ends here.",
    take_back: "Take it back",
    bring_back: "Bring it back",
    what_came: ": what came of it",
    asked_again: ": asked once more",
    done: ["Answered.", "Taken back. You are asked once more: {step}.", "Brought back."],
    meter_now: "{meter} {value}.",
    meter_moved: "{meter} {change}, now {value}.",
    says: "{name} says:",
    dimensions: ["Agenda", "People", "Execution", "Outcomes"],

    verdicts: ["In balance", "Over-managed and under-led", "Over-led and under-managed", "Adrift"],
    verdicts_mean: [
        "The engine ran, and it ran in the right direction. You wore both hats, each when it was called for.",
        "Things ran to plan, and fewer and fewer people cared where to. What is only kept in order gets slower, quieter and, one day, out of date.",
        "People knew where you wanted to go, and too little was in place to get there. A direction that nobody carries out stays a picture.",
        "Neither a direction nor an order that held. People did what was next, until there was nothing next.",
    ],
    broke: [
        "Your leadership ran out before the end.",
        "Your management ran out before the end.",
        "Both your meters ran out before the end.",
    ],
    the_end: "The end, after {n} decisions",
    the_end_one: "The end, after one decision",
    take_along: "To take along",
    play_again: "Play again",

    loading: "Opening the story…",
    failed: "The story did not arrive",
    failed_is: "The connection broke on the way. Your run is safe on this device.",
    signed_out: "The site gives a page of its own instead: you may be signed out. Load this page again. Your run is safe on this device.",
    no_scenario: "There is no such story here",
    no_scenario_is: "The address may be old, or a letter short. An opened file is kept on the device it was opened on.",
    refused: ["comes after the end", "is no longer among the responses", "is no longer offered"],

    hidden: "Hats and meters stay hidden until the end. You answer, and find out what you wore.",
};
