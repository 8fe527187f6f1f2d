//! The table itself.

use super::{Choices, Field, Kept, Keys, Kind, ListType, MapType, ObjectType};
use crate::{Dimension, Limits, Outcome, Persona, Stance, WARNINGS};

const fn required(key: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { key, required: true, kind, kept: Kept::InFingerprint, about }
}

const fn optional(key: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { required: false, ..required(key, kind, about) }
}

impl Field {
    const fn kept(self, kept: Kept) -> Self {
        Field { kept, ..self }
    }
}

/// What an object of a type is called and how one is written.
type Words = (&'static str, &'static str);

const fn object(name: &'static str, words: Words, about: &'static str, fields: &'static [Field]) -> ObjectType {
    ObjectType { name, called: words.0, example: words.1, about, fields, hugs: false }
}

const fn list(of: &'static str, item: Kind, least: usize, most: Option<usize>) -> ListType {
    ListType { of, item, least, most }
}

/// What a meter can be set to, moved by, and asked for.
pub const METER_VALUES: (i32, i32) = (-1000, 1000);
/// Where a meter can start.
pub const METER_STARTS: (i32, i32) = (1, METER_VALUES.1);
/// How long a scenario or a step can take.
pub const MINUTES: (i32, i32) = (1, 1000);

const fn whole(range: (i32, i32)) -> Kind {
    Kind::Whole(range.0, range.1)
}

static DIMENSIONS: Choices = Choices { called: "dimension", all: &Dimension::NAMES };
static STANCES: Choices = Choices { called: "stance", all: &Stance::NAMES };
static OUTCOME_NAMES: Choices = Choices { called: "outcome", all: &Outcome::NAMES };

pub static CONCEPTS: ListType = list("concept ids", Kind::Concept, 0, None);
pub static FLAGS: ListType = list("flags", Kind::Name, 0, None);
pub static QUESTIONS: ListType = list("questions", Kind::Text, 0, None);
pub static LINES: ListType =
    list("lines", Kind::Either(&[Kind::Text, Kind::Object(&LINE)]), 1, Some(Limits::FORMAT.lines));
static END_LINES: ListType =
    list("lines", Kind::Either(&[Kind::Text, Kind::Object(&END_LINE)]), 1, Some(Limits::FORMAT.lines));
static BRANCHES: ListType = list("branches", Kind::Object(&BRANCH), 1, Some(Limits::FORMAT.branches));
pub static VARIANTS: ListType = list("variants", Kind::Object(&VARIANT), 1, Some(Limits::FORMAT.variants));

pub static CAST: MapType = MapType {
    called: "the cast by their ids",
    example: r#"{ "mara": { "name": "Mara", "role": "Baker" } }"#,
    keys: Keys::Ids,
    value: Kind::Object(&MEMBER),
    least: 0,
    most: None,
};
pub static FLAG_TEXTS: MapType = MapType {
    called: "flags by their ids",
    example: r#"{ "told_them": "You told them what it costs" }"#,
    keys: Keys::Ids,
    value: Kind::Text,
    least: 0,
    most: Some(Limits::FORMAT.flags),
};
pub static STEPS: MapType = MapType {
    called: "steps by their ids",
    example: r#"{ "the-gap": { "title": …, … } }"#,
    keys: Keys::Ids,
    value: Kind::Object(&STEP),
    least: 1,
    most: Some(Limits::FORMAT.steps),
};
pub static RESPONSES: MapType = MapType {
    called: "responses by their ids",
    example: r#"{ "ask-mara": { "stance": "leader", … }, … }"#,
    keys: Keys::Ids,
    value: Kind::Object(&RESPONSE),
    least: 2,
    most: Some(Limits::FORMAT.responses),
};
pub static ALLOW: MapType = MapType {
    called: "a warning's code and the reason why it is meant",
    example: r#"{ "unused-flag": "why it is meant" }"#,
    keys: Keys::OneOf(&WARNINGS),
    value: Kind::Text,
    least: 0,
    most: None,
};

/// A whole scenario: the file.
pub static SCENARIO: ObjectType = object(
    "scenario",
    ("a scenario", r#"{ "format": 1, "id": …, … }"#),
    "A scenario of Two Hats: one story about leading and managing, in one file.",
    &[
        optional("$schema", Kind::Text, "Where the description of the format is, for editors: `scenario.schema.json`.")
            .kept(Kept::InFile),
        required("format", Kind::Exactly(1), "The version of the format. Always 1.").kept(Kept::InFile),
        required("id", Kind::Id, "The scenario's id: the name of its file without `.json`."),
        required("title", Kind::Text, "The title that players see."),
        required("summary", Kind::Text, "What it is about, in a sentence or two, for the list of scenarios."),
        required("role", Kind::Text, "Who the player is, such as `Head of the night shift`."),
        required("language", Kind::Text, "The language of the texts, as a tag such as `en` or `pt-BR`."),
        required("minutes", whole(MINUTES), "How long a run takes, in minutes.").kept(Kept::InPack),
        optional("scene", Kind::Id, "The name of a drawn place. Without one it is hills.").kept(Kept::InPack),
        required(
            "meters",
            Kind::Object(&METERS),
            "Where the two meters start, and how much of each is enough at the end.",
        ),
        optional("cast", Kind::Map(&CAST), "The people of the story, by their ids."),
        optional(
            "flags",
            Kind::Map(&FLAG_TEXTS),
            "What a run can remember, by ids. Each is a sentence to the player: `You told the team what it would cost`.",
        ),
        required("start", Kind::Name, "The id of the first step."),
        required("steps", Kind::Map(&STEPS), "The steps of the story, by their ids."),
        required("outcomes", Kind::Object(&OUTCOMES), "How each of the four outcomes is told."),
        optional("expect", Kind::Object(&EXPECT), "Where you mean players of fixed habits to end. It is checked.")
            .kept(Kept::InFile),
        optional(
            "allow",
            Kind::Map(&ALLOW),
            "Warnings that are meant, for the scenario as a whole: the code, and the reason.",
        )
        .kept(Kept::InFile),
    ],
);

pub static METERS: ObjectType = object(
    "meters",
    ("the meters", r#"{ "leadership": { "start": 4, "enough": 9 }, "management": { "start": 4, "enough": 9 } }"#),
    "The two meters.",
    &[
        required("leadership", Kind::Object(&METER), "The meter of leading: direction, trust, people who come along."),
        required(
            "management",
            Kind::Object(&METER),
            "The meter of managing: plans, order, things that work on the day.",
        ),
    ],
);

pub static METER: ObjectType = object(
    "meter",
    ("a meter", r#"{ "start": 4, "enough": 9 }"#),
    "One meter.",
    &[
        required("start", whole(METER_STARTS), "Where it starts. A run breaks when a meter falls to 0 or below."),
        required("enough", whole(METER_VALUES), "From where on there is enough of it at the end."),
    ],
);

pub static MEMBER: ObjectType = object(
    "member",
    ("a cast member", r#"{ "name": "Mara", "role": "Baker" }"#),
    "A member of the cast.",
    &[
        required("name", Kind::Text, "The name that players see."),
        required("role", Kind::Text, "Their role or trade, in a few words."),
    ],
);

pub static STEP: ObjectType = object(
    "step",
    ("a step", r#"{ "title": …, "dimension": "agenda", … }"#),
    "A step: a situation that cannot wait, and two to six answers to it.",
    &[
        required("title", Kind::Text, "The step's title."),
        required(
            "dimension",
            Kind::OneOf(&DIMENSIONS),
            "Which of the four things that leaders and managers do it is about.",
        ),
        optional("concepts", Kind::List(&CONCEPTS), "The concepts that the step practises, by their ids.")
            .kept(Kept::InPack),
        required("situation", Kind::List(&LINES), "What the player meets: a list of lines."),
        optional("pressure", Kind::Object(&EFFECT), "What the world takes or gives when a run comes to the step."),
        required(
            "responses",
            Kind::Map(&RESPONSES),
            "Two to six answers by their ids, at least one of each stance without a `when`.",
        ),
        optional("facilitator", Kind::Object(&FACILITATOR), "For whoever runs the scenario with a room.")
            .kept(Kept::InFile),
        optional("allow", Kind::Map(&ALLOW), "Warnings that are meant in this step: the code, and the reason.")
            .kept(Kept::InFile),
    ],
);

pub static RESPONSE: ObjectType = object(
    "response",
    ("a response", r#"{ "stance": "leader", "text": …, … }"#),
    "One answer to a step.",
    &[
        required("stance", Kind::OneOf(&STANCES), "Which hat it wears."),
        required("text", Kind::Text, "What the player would do, in up to 45 words."),
        optional("when", Kind::Object(&CONDITION), "When it is offered. Without one it always is."),
        optional("effect", Kind::Object(&EFFECT), "What it adds to the meters. +2 and -1 is usual."),
        optional("sets", Kind::List(&FLAGS), "The flags it sets, by their ids."),
        required("consequence", Kind::List(&LINES), "What happens next, told after the choice: a list of lines."),
        optional("concepts", Kind::List(&CONCEPTS), "The concepts that it practises, by their ids.").kept(Kept::InPack),
        required(
            "next",
            Kind::Either(&[Kind::StepOrEnd, Kind::List(&BRANCHES)]),
            "Where it leads: a step's id, `end`, or a list of branches of which the first that holds is taken.",
        ),
    ],
);

pub static BRANCH: ObjectType = object(
    "branch",
    ("a branch", r#"{ "to": "the-gap" }"#),
    "One way on. The last of a list has no `when`.",
    &[
        optional("when", Kind::Object(&CONDITION), "When this way is taken, after the response's effect and flags."),
        required("to", Kind::StepOrEnd, "The id of the step it leads to, or `end`."),
    ],
);

const WHO: Field = optional("who", Kind::Name, "Who speaks, by their id in `cast`.");
const SAYS: Field = optional("says", Kind::Text, "What they say.");
const TEXT: Field = optional("text", Kind::Text, "Narration, where nobody speaks.");
const TOLD_WHEN: &str = "When the line is told. Without one it always is.";

pub static LINE: ObjectType = ObjectType {
    hugs: true,
    ..object(
        "line",
        ("a line", r#"{ "who": "mara", "says": "…" }"#),
        "A line: narration with `text`, or speech with `who` and `says`; either with a `when`.",
        &[optional("when", Kind::Object(&CONDITION), TOLD_WHEN), WHO, SAYS, TEXT],
    )
};

pub static END_LINE: ObjectType = ObjectType {
    hugs: true,
    ..object(
        "end-line",
        ("a line", r#"{ "who": "mara", "says": "…" }"#),
        "A line of an ending: narration with `text`, or speech with `who` and `says`; either with a `when`.",
        &[optional("when", Kind::Object(&END_CONDITION), TOLD_WHEN), WHO, SAYS, TEXT],
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
    &[HAS, LACKS, LEADERSHIP, MANAGEMENT],
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
