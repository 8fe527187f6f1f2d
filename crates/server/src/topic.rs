//! The topics of rooms, and no others.

use std::fmt;

/// A room or a seat, by its name.
///
/// 16 signs of the digits and the letters of base32 in either case; it is the first 80 bits of a hash.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Name([u8; Name::LENGTH]);

impl Name {
    /// How many signs a name has.
    pub const LENGTH: usize = 16;

    /// The name of a text; none where it has another length or other signs.
    pub fn parse(text: &str) -> Option<Self> {
        let signs: [u8; Name::LENGTH] = text.as_bytes().try_into().ok()?;
        signs.iter().all(u8::is_ascii_alphanumeric).then_some(Name(signs))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|sign| fmt::Write::write_char(f, char::from(*sign)))
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Where a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// `th/<room>/s`: what the facilitator says to the whole room.
    State(Name),
    /// `th/<room>/v/<seat>`: what a seat says to the facilitator.
    Vote(Name, Name),
    /// `th/<room>/a/<seat>`: what the facilitator answers one seat.
    Answer(Name, Name),
}

impl Topic {
    /// The topic of a text, to the last sign.
    pub fn parse(text: &str) -> Option<Self> {
        let mut levels = text.split('/');
        let ("th", room) = (levels.next()?, Name::parse(levels.next()?)?) else { return None };
        let topic = match (levels.next()?, levels.next()) {
            ("s", None) => Topic::State(room),
            ("v", Some(seat)) => Topic::Vote(room, Name::parse(seat)?),
            ("a", Some(seat)) => Topic::Answer(room, Name::parse(seat)?),
            _ => return None,
        };
        levels.next().is_none().then_some(topic)
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Topic::State(room) => write!(f, "th/{room}/s"),
            Topic::Vote(room, seat) => write!(f, "th/{room}/v/{seat}"),
            Topic::Answer(room, seat) => write!(f, "th/{room}/a/{seat}"),
        }
    }
}

/// What can be subscribed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Filter {
    /// One topic.
    One(Topic),
    /// `th/<room>/v/+`: what all seats of a room say.
    Votes(Name),
}

impl Filter {
    /// The filter of a text; the one wildcard is that of [`Filter::Votes`].
    pub fn parse(text: &str) -> Option<Self> {
        match text.strip_prefix("th/").and_then(|rest| rest.strip_suffix("/v/+")) {
            Some(room) => Name::parse(room).map(Filter::Votes),
            None => Topic::parse(text).map(Filter::One),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: &str = "abcdefghij234567";
    const SEAT: &str = "QRSTUVWXYZ765432";

    #[test]
    fn topics_of_rooms_are_written_as_they_are_read() {
        for text in [format!("th/{ROOM}/s"), format!("th/{ROOM}/v/{SEAT}"), format!("th/{ROOM}/a/{SEAT}")] {
            assert_eq!(Topic::parse(&text).expect("a topic").to_string(), text);
            assert!(matches!(Filter::parse(&text), Some(Filter::One(_))));
        }
        assert_eq!(Filter::parse(&format!("th/{ROOM}/v/+")), Name::parse(ROOM).map(Filter::Votes));
    }

    #[test]
    fn nothing_else_is_a_topic_or_a_filter() {
        let others = [
            "".into(),
            "#".into(),
            "th".into(),
            "th/".into(),
            "th/#".into(),
            "th/+/s".into(),
            "$SYS/#".into(),
            "$SYS/broker/clients".into(),
            "th/+/v/+".into(),
            format!("th/{ROOM}"),
            format!("th/{ROOM}/s/"),
            format!("/th/{ROOM}/s"),
            format!("th/{ROOM}/v"),
            format!("th/{ROOM}/v/"),
            format!("th/{ROOM}/v/{SEAT}/x"),
            format!("th/{ROOM}/a/+"),
            format!("th/{ROOM}/+"),
            format!("th/{ROOM}/#"),
            format!("th/{ROOM}/x/{SEAT}"),
            format!("th/{ROOM}\0/s"),
            format!("th/{}/s", "é".repeat(8)),
            format!("th/{ROOM}{ROOM}/s"),
            "x/".repeat(30_000),
        ];
        for text in others {
            assert_eq!((Topic::parse(&text), Filter::parse(&text)), (None, None), "{}", &text[..text.len().min(40)]);
        }
    }
}
