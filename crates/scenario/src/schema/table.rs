//! The table itself.

use super::parts::{CONDITION, EFFECT, END_LINE, EXPECT, FACILITATOR, LINE, OUTCOMES, PRESSURE, VARIANT};
use super::{Choices, Field, Kept, Keys, Kind, ListType, MapType, ObjectType};
use crate::{Dimension, Feedback, Limits, Mood, Outcome, Stance, WARNINGS};

pub(super) const fn required(key: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { key, required: true, in_decisions: true, kind, kept: Kept::InFingerprint, about }
}

pub(super) const fn optional(key: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { required: false, in_decisions: false, ..required(key, kind, about) }
}

/// What a decision needs and a passage does not.
const fn in_decisions(key: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { required: false, ..required(key, kind, about) }
}

impl Field {
    pub(super) const fn kept(self, kept: Kept) -> Self {
        Field { kept, ..self }
    }
}

/// What an object of a type is called and how one is written.
type Words = (&'static str, &'static str);

pub(super) const fn object(
    name: &'static str,
    words: Words,
    about: &'static str,
    fields: &'static [Field],
) -> ObjectType {
    ObjectType { name, called: words.0, example: words.1, about, fields, hugs: false }
}

const fn list(of: &'static str, item: Kind, least: usize, most: Option<usize>) -> ListType {
    ListType { of, item, least, most }
}

/// What a meter can be set to, moved by, and asked for.
pub const METER_VALUES: (i32, i32) = (-1000, 1000);
/// Where a meter can start.
pub const METER_STARTS: (i32, i32) = (1, METER_VALUES.1);
/// How often a run can be let into a step.
pub const VISITS: (i32, i32) = (1, 3);
/// How long a scenario or a step can take.
pub const MINUTES: (i32, i32) = (1, 1000);

pub(super) const fn whole(range: (i32, i32)) -> Kind {
    Kind::Whole(range.0, range.1)
}

static DIMENSIONS: Choices = Choices { called: "dimension", all: &Dimension::NAMES };
pub(super) static MOODS: Choices = Choices { called: "mood", all: &Mood::NAMES };
static FEEDBACK: Choices = Choices { called: "time for feedback", all: &Feedback::NAMES };
static STANCES: Choices = Choices { called: "stance", all: &Stance::NAMES };
pub static OUTCOME_NAMES: Choices = Choices { called: "outcome", all: &Outcome::NAMES };

pub static CONCEPTS: ListType = list("concept ids", Kind::Concept, 0, None);
pub static FLAGS: ListType = list("flags", Kind::Name, 0, None);
pub static QUESTIONS: ListType = list("questions", Kind::Text, 0, None);
pub static LINES: ListType =
    list("lines", Kind::Either(&[Kind::Text, Kind::Object(&LINE)]), 1, Some(Limits::FORMAT.lines));
pub static END_LINES: ListType =
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
    least: 1,
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
        optional("image", Kind::Object(&IMAGE), "A picture of your own, where the drawn place would be."),
        optional(
            "feedback",
            Kind::OneOf(&FEEDBACK),
            "When the coach's notes are told: `at-once`, under each consequence, or `at-end`, in the debrief alone, as usual.",
        ),
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
        optional("face", Kind::Id, "The name of a drawn face. Without one it goes by the id.").kept(Kept::InPack),
    ],
);

pub static IMAGE: ObjectType = object(
    "image",
    ("a picture", r#"{ "file": "press.webp", "alt": "…" }"#),
    "A picture of your own: a file beside the scenario, and words for whoever does not see it.",
    &[
        required(
            "file",
            Kind::File,
            "The name of the file beside the scenario: a PNG, JPEG, WebP or SVG of at most 300 KB, 3 MB in all.",
        ),
        required("alt", Kind::Text, "What the picture shows, in a sentence, for whoever does not see it."),
    ],
);

pub static STEP: ObjectType = object(
    "step",
    ("a step", r#"{ "title": …, "dimension": "agenda", … }"#),
    "A step: a situation that cannot wait, and two to six answers to it; or a passage, with one way on.",
    &[
        required("title", Kind::Text, "The step's title."),
        optional("moment", Kind::Text, "Where one is in the story, above the title: `Friday 15 May`."),
        optional("scene", Kind::Id, "The name of a drawn place. Without one it is the scenario's.").kept(Kept::InPack),
        optional("image", Kind::Object(&IMAGE), "A picture of your own, where the drawn place would be."),
        in_decisions(
            "dimension",
            Kind::OneOf(&DIMENSIONS),
            "Which of the four things that leaders and managers do it is about.",
        ),
        optional("concepts", Kind::List(&CONCEPTS), "The concepts that the step practises, by their ids.")
            .kept(Kept::InPack),
        required("situation", Kind::List(&LINES), "What the player meets: a list of lines."),
        optional("pressure", Kind::Object(&PRESSURE), "What the world takes or gives when a run comes to the step."),
        optional(
            "visits",
            whole(VISITS),
            "How often a run may come to the step at most, from 1 to 3. Then ways to it are closed.",
        ),
        required(
            "responses",
            Kind::Map(&RESPONSES),
            "Two to six answers by their ids, at least one of each stance without a `when`; or a passage: one without a stance.",
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
        in_decisions("stance", Kind::OneOf(&STANCES), "Which hat it wears. A passage has none."),
        in_decisions("text", Kind::Text, "What the player would do, in up to 45 words; of a passage, its button."),
        optional("when", Kind::Object(&CONDITION), "When it is offered. Without one it always is."),
        optional("effect", Kind::Object(&EFFECT), "What it adds to the meters. +2 and -1 is usual."),
        optional("sets", Kind::List(&FLAGS), "The flags it sets, by their ids."),
        in_decisions("consequence", Kind::List(&LINES), "What happens next, told after the choice: a list of lines."),
        optional("note", Kind::List(&LINES), "The coach's note on it: a list of lines, told when `feedback` says."),
        optional("concepts", Kind::List(&CONCEPTS), "The concepts that it practises, by their ids.").kept(Kept::InPack),
        required(
            "next",
            Kind::Either(&[Kind::StepOrEnd, Kind::List(&BRANCHES)]),
            "Where it leads: a step's id, `end`, an end of one outcome (`end:adrift`), or a list of branches of which the first \
             that holds and is open is taken.",
        ),
    ],
);

pub static BRANCH: ObjectType = object(
    "branch",
    ("a branch", r#"{ "to": "the-gap" }"#),
    "One way on. The last of a list has no `when`.",
    &[
        optional("when", Kind::Object(&CONDITION), "When this way is taken, after the response's effect and flags."),
        required("to", Kind::StepOrEnd, "The id of the step it leads to, or `end`, or `end:` and an outcome."),
    ],
);
