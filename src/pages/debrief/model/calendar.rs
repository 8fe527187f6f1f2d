//! An appointment for Monday morning, as a calendar's file (RFC 5545).

/// The most bytes of a line, its end not counted.
const LINE: usize = 75;

/// Days, in seconds.
const DAY: i64 = 86_400;

/// An appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// What it is called.
    pub summary: String,
    /// What it is about.
    pub description: String,
}

impl Appointment {
    /// The file, for the Monday after a moment in seconds since 1970, where clocks are so many minutes ahead of universal
    /// time; a quarter of an hour from nine o'clock there.
    pub fn file(&self, now: u64, ahead: i32) -> String {
        let now = i64::try_from(now).unwrap_or(0);
        let today = (now + i64::from(ahead) * 60).div_euclid(DAY);
        // The first day of 1970 was a Thursday, three days after a Monday.
        let monday = today + 7 - (today + 3).rem_euclid(7);
        let second = now.rem_euclid(DAY);
        let stamp =
            format!("{}T{:02}{:02}{:02}Z", date(now.div_euclid(DAY)), second / 3600, second / 60 % 60, second % 60);
        let mut file = String::new();
        for (name, value) in [
            ("BEGIN", "VCALENDAR".to_owned()),
            ("VERSION", "2.0".into()),
            ("PRODID", "-//Two Hats//Two Hats//EN".into()),
            ("BEGIN", "VEVENT".into()),
            ("UID", format!("{now}@two-hats")),
            ("DTSTAMP", stamp),
            ("DTSTART", format!("{}T090000", date(monday))),
            ("DURATION", "PT15M".into()),
            ("SUMMARY", escaped(&self.summary)),
            ("DESCRIPTION", escaped(&self.description)),
            ("END", "VEVENT".into()),
            ("END", "VCALENDAR".into()),
        ] {
            fold(&format!("{name}:{value}"), &mut file);
        }
        file
    }
}

/// A text as the value of a property.
fn escaped(text: &str) -> String {
    let mut value = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\n' => value.push_str("\\n"),
            _ if letter.is_control() => {}
            _ => value.push(letter),
        }
    }
    value
}

/// A line, broken before it is too long; what goes on begins with a space.
fn fold(line: &str, file: &mut String) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LINE {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(letter);
        length += letter.len_utf8();
    }
    file.push_str("\r\n");
}

/// A day since 1970 as year, month and day. The years begin in March here, so that a leap day is the last of its year.
fn date(day: i64) -> String {
    let day = day + 719_468;
    let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    format!("{:04}{month:02}{of_month:02}", year + era * 400 + later)
}

// Properties are tried natively alone: their crate is not built for the browser.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn file(summary: &str, now: u64, ahead: i32) -> String {
        Appointment { summary: summary.into(), description: "Two Hats".into() }.file(now, ahead)
    }

    /// What a calendar reads of a property: lines joined, signs as they were.
    fn read(file: &str, name: &str) -> String {
        let whole = file.replace("\r\n ", "");
        let line = whole.split("\r\n").find_map(|line| line.strip_prefix(&format!("{name}:"))).expect("a property");
        let mut text = String::new();
        let mut letters = line.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => text.push(letters.next().map(|next| if next == 'n' { '\n' } else { next }).expect("a sign")),
                ';' | ',' => panic!("{letter} stands alone in {line}"),
                _ => text.push(letter),
            }
        }
        text
    }

    #[test]
    fn it_is_for_the_next_monday_where_the_player_is() {
        // 2026-11-29 was a Sunday, its last hour in Tokyo already a Monday.
        let sunday = 1_795_953_600;
        for (now, ahead, monday, stamp) in [
            (sunday, 0, "20261130T090000", "20261129T120000Z"),
            (sunday + 4 * 3600, 540, "20261207T090000", "20261129T160000Z"),
            (sunday + 86_400, 0, "20261207T090000", "20261130T120000Z"),
            (951_782_400, 0, "20000306T090000", "20000229T000000Z"),
        ] {
            let file = file("x", now, ahead);
            assert_eq!((read(&file, "DTSTART").as_str(), read(&file, "DTSTAMP").as_str()), (monday, stamp));
        }
    }

    #[test]
    fn it_begins_and_ends_as_a_calendar_does() {
        let file = file("a, b; c\\d\ne", 0, 0);
        assert!(
            file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && file.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n")
        );
        assert!(file.contains("\r\nSUMMARY:a\\, b\\; c\\\\d\\ne\r\n"), "{file}");
    }

    proptest! {
        #[test]
        fn any_words_are_read_as_they_were_and_no_line_is_too_long(words in "\\PC{0,300}", breaks in "[a-z\n\\\\,;]{0,40}") {
            let words = words + &breaks;
            let file = file(&words, 1_795_953_600, 60);
            prop_assert_eq!(read(&file, "SUMMARY"), words);
            prop_assert!(file.split("\r\n").all(|line| line.len() <= LINE));
            prop_assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
        }
    }
}
