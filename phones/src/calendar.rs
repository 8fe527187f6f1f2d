//! A promise as an entry of a calendar, a week from now.

/// An iCalendar file (RFC 5545) with a text for the whole day a week after `wall`, in milliseconds since 1970.
pub fn entry(text: &str, wall: u64) -> String {
    let day = 86_400_000;
    let (stamp, from, to) = (date(wall), date(wall + 7 * day), date(wall + 8 * day));
    let lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Two Hats//Promise//EN",
        "BEGIN:VEVENT",
        &["UID:", &wall.to_string(), "@two-hats"].concat(),
        &["DTSTAMP:", &stamp, "T000000Z"].concat(),
        &["DTSTART;VALUE=DATE:", &from].concat(),
        &["DTEND;VALUE=DATE:", &to].concat(),
        &["SUMMARY:", &escaped(text)].concat(),
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    lines.map(folded).join("\r\n")
}

/// The same as an address that can be followed.
pub fn address(text: &str, wall: u64) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::from("data:text/calendar;charset=utf-8,");
    for byte in entry(text, wall).bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            out.extend(['%', char::from(HEX[usize::from(byte >> 4)]), char::from(HEX[usize::from(byte & 15)])]);
        }
    }
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    out
}

/// A line of more than 75 bytes goes on behind a space.
fn folded(line: &str) -> String {
    let (mut out, mut length) = (String::with_capacity(line.len()), 0);
    for sign in line.chars() {
        if length + sign.len_utf8() > 73 {
            out.push_str("\r\n ");
            length = 1;
        }
        length += sign.len_utf8();
        out.push(sign);
    }
    out
}

/// A day as eight figures, after Howard Hinnant's reckoning of civil days.
fn date(wall: u64) -> String {
    let days = wall / 86_400_000 + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    ((era * 400 + year + later) * 10_000 + month * 100 + day).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        assert_eq!(date(0), "19700101");
        assert_eq!(date(951_782_400_000), "20000229");
        assert_eq!(date(1_735_689_599_999), "20241231");
        assert_eq!(date(1_750_000_000_000), "20250615");
    }

    #[test]
    fn a_promise_with_signs_of_its_own() {
        let text = "When it rains; I will, by \u{1F3A9}".to_owned() + &" walk".repeat(30) + "\nBEGIN:VEVENT";
        let entry = entry(&text, 1_750_000_000_000);
        assert!(entry.contains("SUMMARY:When it rains\\; I will\\, by \u{1F3A9}"));
        assert!(entry.contains("DTSTART;VALUE=DATE:20250622\r\n"));
        assert!(entry.split("\r\n").all(|line| line.len() <= 75), "{entry}");
        assert_eq!(entry.split("\r\n").filter(|line| *line == "BEGIN:VEVENT").count(), 1);
        assert!(address(&text, 0).bytes().all(|sign| sign.is_ascii_graphic() && sign != b'"' && sign != b'#'));
    }
}
