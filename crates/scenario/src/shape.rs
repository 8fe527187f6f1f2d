//! The shape of a scenario file: every field in the documented order, with what it may hold and what it is for.
//!
//! This is the one table of the format for whoever writes files or writes about them: the formatter takes the order
//! of the keys from it, the schema everything. A test holds it against what the reader accepts.

use super::{Dimension, Id, Limits, Outcome, Stance, WARNINGS};

/// What a field may hold.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A text that is not blank.
    Text,
    /// An id that this very field gives.
    Id,
    /// The id of a step, as a place to go to, or `end`.
    Way,
    /// The id of something that the file declares elsewhere.
    Name,
    /// The id of a concept.
    Concept,
    /// `true` or `false`.
    Truth,
    /// A whole number from the first to the second.
    Whole(i32, i32),
    /// Exactly this number.
    Exactly(i32),
    /// One of a few names.
    OneOf(fn() -> Vec<&'static str>),
    /// An object of a known shape.
    One(&'static Shape),
    /// A list; with the fewest and the most items it may have.
    Many(&'static Kind, usize, Option<usize>),
    /// An object whose keys the author chooses, all ids; with the fewest and the most it may have.
    Named(&'static Kind, usize, Option<usize>),
    /// An object whose keys are some of a few names.
    Keyed(&'static Kind, fn() -> Vec<&'static str>),
    /// One of several kinds.
    Either(&'static [Kind]),
}

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it may hold.
    pub kind: Kind,
    /// What it is for, in a sentence or two.
    pub about: &'static str,
}

/// An object with known fields.
#[derive(Debug)]
pub struct Shape {
    /// Its name, for links between shapes.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its fields, in the documented order.
    pub fields: &'static [Field],
    /// Whether it is better left on one line when only its last text is too long for that, as a line of speech is.
    pub hugs: bool,
}

const fn must(key: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { key, required: true, kind, about }
}

const fn may(key: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { key, required: false, kind, about }
}

const fn shape(name: &'static str, about: &'static str, fields: &'static [Field]) -> Shape {
    Shape { name, about, fields, hugs: false }
}

/// The longest that an id may be, and what one looks like, as a regular expression.
pub const ID: (usize, &str) = (Id::LONGEST, "^[a-z0-9]+([-_][a-z0-9]+)*$");

fn stances() -> Vec<&'static str> {
    Stance::ALL.map(Stance::name).to_vec()
}
fn dimensions() -> Vec<&'static str> {
    Dimension::ALL.map(Dimension::name).to_vec()
}
fn outcomes() -> Vec<&'static str> {
    Outcome::ALL.map(Outcome::name).to_vec()
}
fn warnings() -> Vec<&'static str> {
    WARNINGS.to_vec()
}

const METER_VALUE: Kind = Kind::Whole(-1000, 1000);
const MINUTES: Kind = Kind::Whole(1, 1000);
const CONCEPTS: Kind = Kind::Many(&Kind::Concept, 0, None);
const FLAGS: Kind = Kind::Many(&Kind::Name, 0, None);
const ALLOW: Kind = Kind::Keyed(&Kind::Text, warnings);
const TOLD: Kind = Kind::Many(&Kind::Either(&[Kind::Text, Kind::One(&LINE)]), 1, Some(Limits::FORMAT.lines));
const TOLD_AT_THE_END: Kind =
    Kind::Many(&Kind::Either(&[Kind::Text, Kind::One(&END_LINE)]), 1, Some(Limits::FORMAT.lines));
const VARIANTS: Kind = Kind::Many(&Kind::One(&VARIANT), 1, Some(Limits::FORMAT.variants));
const ENDS_AS: Kind = Kind::OneOf(outcomes);

/// A whole scenario: the file.
pub static SCENARIO: Shape = shape(
    "scenario",
    "A scenario of Two Hats: one story about leading and managing, in one file.",
    &[
        may("$schema", Kind::Text, "Where the description of the format is, for editors: `scenario.schema.json`."),
        must("format", Kind::Exactly(1), "The version of the format. Always 1."),
        must("id", Kind::Id, "The scenario's id: the name of its file without `.json`."),
        must("title", Kind::Text, "The title that players see."),
        must("summary", Kind::Text, "What it is about, in a sentence or two, for the list of scenarios."),
        must("role", Kind::Text, "Who the player is, such as `Head of the night shift`."),
        must("language", Kind::Text, "The language of the texts, as a tag such as `en` or `pt-BR`."),
        must("minutes", MINUTES, "How long a run takes, in minutes."),
        may("scene", Kind::Id, "The name of a built-in backdrop. Without one it is drawn from the id."),
        must("meters", Kind::One(&METERS), "Where the two meters start, and how much of each is enough at the end."),
        may("cast", Kind::Named(&Kind::One(&MEMBER), 0, None), "The people of the story, by their ids."),
        may(
            "flags",
            Kind::Named(&Kind::Text, 0, Some(Limits::FORMAT.flags)),
            "What a run can remember, by ids. Each is a sentence to the player: `You told the team what it would cost`.",
        ),
        must("start", Kind::Name, "The id of the first step."),
        must(
            "steps",
            Kind::Named(&Kind::One(&STEP), 1, Some(Limits::FORMAT.steps)),
            "The steps of the story, by their ids.",
        ),
        must("outcomes", Kind::One(&OUTCOMES), "How each of the four outcomes is told."),
        may("expect", Kind::One(&EXPECT), "Where you mean players of fixed habits to end. It is checked."),
        may("allow", ALLOW, "Warnings that are meant, for the scenario as a whole: the code, and the reason."),
    ],
);

static METERS: Shape = shape(
    "meters",
    "The two meters.",
    &[
        must("leadership", Kind::One(&METER), "The meter of leading: direction, trust, people who come along."),
        must("management", Kind::One(&METER), "The meter of managing: plans, order, things that work on the day."),
    ],
);

static METER: Shape = shape(
    "meter",
    "One meter.",
    &[
        must("start", Kind::Whole(1, 1000), "Where it starts. A run breaks when a meter falls to 0 or below."),
        must("enough", METER_VALUE, "From where on there is enough of it at the end."),
    ],
);

static MEMBER: Shape = shape(
    "member",
    "A member of the cast.",
    &[
        must("name", Kind::Text, "The name that players see."),
        must("role", Kind::Text, "Their role or trade, in a few words."),
    ],
);

static STEP: Shape = shape(
    "step",
    "A step: a situation that cannot wait, and two to six answers to it.",
    &[
        must("title", Kind::Text, "The step's title."),
        must(
            "dimension",
            Kind::OneOf(dimensions),
            "Which of the four things that leaders and managers do it is about.",
        ),
        may("concepts", CONCEPTS, "The concepts that the step practises, by their ids."),
        must("situation", TOLD, "What the player meets: a list of lines."),
        may("pressure", Kind::One(&EFFECT), "What the world takes or gives when a run comes to the step."),
        must(
            "responses",
            Kind::Named(&Kind::One(&RESPONSE), 2, Some(Limits::FORMAT.responses)),
            "Two to six answers by their ids, at least one of each stance without a `when`.",
        ),
        may("facilitator", Kind::One(&FACILITATOR), "For whoever runs the scenario with a room."),
        may("allow", ALLOW, "Warnings that are meant in this step: the code, and the reason."),
    ],
);

static RESPONSE: Shape = shape(
    "response",
    "One answer to a step.",
    &[
        must("stance", Kind::OneOf(stances), "Which hat it wears."),
        must("text", Kind::Text, "What the player would do, in up to 45 words."),
        may("when", Kind::One(&CONDITION), "When it is offered. Without one it always is."),
        may("effect", Kind::One(&EFFECT), "What it adds to the meters. +2 and -1 is usual."),
        may("sets", FLAGS, "The flags it sets, by their ids."),
        must("consequence", TOLD, "What happens next, told after the choice: a list of lines."),
        may("concepts", CONCEPTS, "The concepts that it practises, by their ids."),
        must(
            "next",
            Kind::Either(&[Kind::Way, Kind::Many(&Kind::One(&BRANCH), 1, Some(Limits::FORMAT.branches))]),
            "Where it leads: a step's id, `end`, or a list of branches of which the first that holds is taken.",
        ),
    ],
);

static BRANCH: Shape = shape(
    "branch",
    "One way on. The last of a list has no `when`.",
    &[
        may("when", Kind::One(&CONDITION), "When this way is taken, after the response's effect and flags."),
        must("to", Kind::Way, "The id of the step it leads to, or `end`."),
    ],
);

static LINE: Shape = Shape {
    name: "line",
    about: "A line: narration with `text`, or speech with `who` and `says`; either with a `when`.",
    fields: &[
        may("when", Kind::One(&CONDITION), "When the line is told. Without one it always is."),
        may("who", Kind::Name, "Who speaks, by their id in `cast`."),
        may("says", Kind::Text, "What they say."),
        may("text", Kind::Text, "Narration, where nobody speaks."),
    ],
    hugs: true,
};

static END_LINE: Shape = Shape {
    name: "end-line",
    about: "A line of an ending: narration with `text`, or speech with `who` and `says`; either with a `when`.",
    fields: &[
        may("when", Kind::One(&END_CONDITION), "When the line is told. Without one it always is."),
        may("who", Kind::Name, "Who speaks, by their id in `cast`."),
        may("says", Kind::Text, "What they say."),
        may("text", Kind::Text, "Narration, where nobody speaks."),
    ],
    hugs: true,
};

const HAS: Field = may("has", FLAGS, "Flags that must all be set.");
const LACKS: Field = may("lacks", FLAGS, "Flags of which none may be set.");
const LEADERSHIP: Field = may("leadership", Kind::One(&BOUNDS), "What the leadership meter must be.");
const MANAGEMENT: Field = may("management", Kind::One(&BOUNDS), "What the management meter must be.");

static CONDITION: Shape =
    shape("condition", "A condition. It holds when every part of it does.", &[HAS, LACKS, LEADERSHIP, MANAGEMENT]);

static END_CONDITION: Shape = shape(
    "end-condition",
    "A condition of an ending. It holds when every part of it does.",
    &[
        HAS,
        LACKS,
        LEADERSHIP,
        MANAGEMENT,
        may("broke", Kind::Truth, "Whether the run broke, a meter at or below 0, before the story's end."),
    ],
);

static BOUNDS: Shape = shape(
    "bounds",
    "What a meter must be, both ends included.",
    &[may("at_least", METER_VALUE, "The lowest it may be."), may("at_most", METER_VALUE, "The highest it may be.")],
);

static EFFECT: Shape = shape(
    "effect",
    "What is added to the meters. A meter that is not named stays as it is.",
    &[may("leadership", METER_VALUE, "Added to leadership."), may("management", METER_VALUE, "Added to management.")],
);

static FACILITATOR: Shape = shape(
    "facilitator",
    "For whoever runs the scenario with a room.",
    &[
        may("discuss", Kind::Many(&Kind::Text, 0, None), "Questions for the room."),
        may("notes", Kind::Text, "Notes for the facilitator alone."),
        may("minutes", MINUTES, "How long the step may take, in minutes."),
    ],
);

static OUTCOMES: Shape = shape(
    "outcomes",
    "The four outcomes. Each has one or more variants; the first that holds is told, and the last has no `when`.",
    &[
        must("balanced", VARIANTS, "Enough of both meters at the end."),
        must("under_led", VARIANTS, "Too little leadership: over-managed."),
        must("under_managed", VARIANTS, "Too little management: over-led."),
        must("adrift", VARIANTS, "Too little of both."),
    ],
);

static VARIANT: Shape = shape(
    "variant",
    "One way to tell an outcome.",
    &[
        may("when", Kind::One(&END_CONDITION), "When it is told, if none before it was."),
        must("title", Kind::Text, "The ending's title."),
        must("story", TOLD_AT_THE_END, "How it ends: a list of lines."),
        must("lesson", Kind::Text, "What to take from it, in one or two plain sentences."),
    ],
);

static EXPECT: Shape = shape(
    "expect",
    "Where players of fixed habits should end.",
    &[
        may("always_leader", ENDS_AS, "Takes the first leader response that is offered, always."),
        may("always_manager", ENDS_AS, "Takes the first manager response that is offered, always."),
        may("alternating", ENDS_AS, "Starts with leader and changes hats at every step."),
        may("balancing", ENDS_AS, "Takes the hat of the lower meter, leader when they are equal."),
    ],
);
