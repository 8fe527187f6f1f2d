//! The parts that stand inside steps and outcomes: lines, conditions, effects, endings.

use super::table::{
    END_LINES, FLAGS, METER_VALUES, MINUTES, MOODS, OUTCOME_NAMES, QUESTIONS, VARIANTS, VISITS, object, optional,
    required, whole,
};
use super::{Field, Kept, Kind, ObjectType};
use crate::{Outcome, Persona};

const WHO: Field = optional("who", Kind::Name, "Who speaks, by their id in `cast`.");
const SAYS: Field = optional("says", Kind::Text, "What they say.");
const MOOD: Field =
    optional("mood", Kind::OneOf(&MOODS), "How they look. Without it they are calm.").kept(Kept::InPack);
const TEXT: Field = optional("text", Kind::Text, "Narration, where nobody speaks.");
const TOLD_WHEN: &str = "When the line is told. Without one it always is.";

pub static LINE: ObjectType = ObjectType {
    hugs: true,
    ..object(
        "line",
        ("a line", r#"{ "who": "mara", "says": "…" }"#),
        "A line: narration with `text`, or speech with `who` and `says`; either with a `when`.",
        &[optional("when", Kind::Object(&CONDITION), TOLD_WHEN), WHO, SAYS, MOOD, TEXT],
    )
};

pub static END_LINE: ObjectType = ObjectType {
    hugs: true,
    ..object(
        "end-line",
        ("a line", r#"{ "who": "mara", "says": "…" }"#),
        "A line of an ending: narration with `text`, or speech with `who` and `says`; either with a `when`.",
        &[optional("when", Kind::Object(&END_CONDITION), TOLD_WHEN), WHO, SAYS, MOOD, TEXT],
    )
};

const HAS: Field = optional("has", Kind::List(&FLAGS), "Flags that must all be set.");
const LACKS: Field = optional("lacks", Kind::List(&FLAGS), "Flags of which none may be set.");
const LEADERSHIP: Field = optional("leadership", Kind::Object(&BOUNDS), "What the leadership meter must be.");
const MANAGEMENT: Field = optional("management", Kind::Object(&BOUNDS), "What the management meter must be.");

pub static CONDITION: ObjectType = object(
    "condition",
    ("a condition", r#"{ "has": ["told_them"] }` or `{ "leadership": { "at_least": 6 } }"#),
    "A condition. It holds when every part of it does.",
    &[
        HAS,
        LACKS,
        LEADERSHIP,
        MANAGEMENT,
        optional("visit", Kind::Object(&VISIT), "Which entry of its step this is, where the step has `visits`."),
    ],
);

pub static VISIT: ObjectType = object(
    "visit",
    ("a visit's condition", r#"{ "at_least": 2 }"#),
    "Which entry of the step this is, the first being 1, both ends included.",
    &[
        optional("at_least", whole(VISITS), "The first that it may be."),
        optional("at_most", whole(VISITS), "The last that it may be."),
    ],
);

pub static END_CONDITION: ObjectType = object(
    "end-condition",
    ("a condition", r#"{ "has": ["told_them"] }` or `{ "leadership": { "at_least": 6 } }"#),
    "A condition of an ending. It holds when every part of it does.",
    &[
        HAS,
        LACKS,
        LEADERSHIP,
        MANAGEMENT,
        optional("broke", Kind::Truth, "Whether the run broke, a meter at or below 0, before the story's end."),
    ],
);

pub static BOUNDS: ObjectType = object(
    "bounds",
    ("a meter's condition", r#"{ "at_least": 6 }"#),
    "What a meter must be, both ends included.",
    &[
        optional("at_least", whole(METER_VALUES), "The lowest it may be."),
        optional("at_most", whole(METER_VALUES), "The highest it may be."),
    ],
);

pub static EFFECT: ObjectType = object(
    "effect",
    ("an effect", r#"{ "leadership": 2, "management": -1 }"#),
    "What is added to the meters. A meter that is not named stays as it is.",
    &[
        optional("leadership", whole(METER_VALUES), "Added to leadership."),
        optional("management", whole(METER_VALUES), "Added to management."),
    ],
);

pub static PRESSURE: ObjectType = object(
    "pressure",
    ("a pressure", r#"{ "leadership": -1, "why": "Two weeks pass." }"#),
    "What is added to the meters on coming to a step, and why.",
    &[
        optional("leadership", whole(METER_VALUES), "Added to leadership."),
        optional("management", whole(METER_VALUES), "Added to management."),
        optional("why", Kind::Text, "Why, in one plain sentence. It is told where the change is told."),
    ],
);

pub static FACILITATOR: ObjectType = object(
    "facilitator",
    ("a facilitator's note", r#"{ "discuss": ["…"], "notes": "…", "minutes": 4 }"#),
    "For whoever runs the scenario with a room.",
    &[
        optional("discuss", Kind::List(&QUESTIONS), "Questions for the room."),
        optional("notes", Kind::Text, "Notes for the facilitator alone."),
        optional("minutes", whole(MINUTES), "How long the step may take, in minutes."),
    ],
);

pub static OUTCOMES: ObjectType = object(
    "outcomes",
    ("the four outcomes", r#"{ "balanced": [ … ], "under_led": [ … ], "under_managed": [ … ], "adrift": [ … ] }"#),
    "The four outcomes. Each has one or more variants; the first that holds is told, and the last has no `when`.",
    &[
        required(Outcome::Balanced.name(), Kind::List(&VARIANTS), "Enough of both meters at the end."),
        required(Outcome::UnderLed.name(), Kind::List(&VARIANTS), "Too little leadership: over-managed."),
        required(Outcome::UnderManaged.name(), Kind::List(&VARIANTS), "Too little management: over-led."),
        required(Outcome::Adrift.name(), Kind::List(&VARIANTS), "Too little of both."),
    ],
);

pub static VARIANT: ObjectType = object(
    "variant",
    ("a variant", r#"{ "title": …, "story": [ … ], "lesson": … }"#),
    "One way to tell an outcome.",
    &[
        optional("when", Kind::Object(&END_CONDITION), "When it is told, if none before it was."),
        required("title", Kind::Text, "The ending's title."),
        required("story", Kind::List(&END_LINES), "How it ends: a list of lines."),
        required("lesson", Kind::Text, "What to take from it, in one or two plain sentences."),
    ],
);

pub static EXPECT: ObjectType = object(
    "expect",
    ("an expectation", r#"{ "balancing": "balanced" }"#),
    "Where players of fixed habits should end.",
    &[
        optional(
            Persona::AlwaysLeader.name(),
            Kind::OneOf(&OUTCOME_NAMES),
            "Takes the first leader response that is offered, always.",
        ),
        optional(
            Persona::AlwaysManager.name(),
            Kind::OneOf(&OUTCOME_NAMES),
            "Takes the first manager response that is offered, always.",
        ),
        optional(
            Persona::Alternating.name(),
            Kind::OneOf(&OUTCOME_NAMES),
            "Starts with leader and changes hats at every step.",
        ),
        optional(
            Persona::Balancing.name(),
            Kind::OneOf(&OUTCOME_NAMES),
            "Takes the hat of the lower meter, leader when they are equal.",
        ),
    ],
);
