//! Times in figures.

/// Seconds as `4:05`, or as `1:04:05` from an hour on; without a sign.
pub fn clock(seconds: i64) -> String {
    let seconds = seconds.unsigned_abs();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{rest:02}") } else { format!("{minutes}:{rest:02}") }
}

/// Seconds since 1970 as `2026-11-22 09:41`, on clocks that are so many minutes ahead of universal time.
pub fn date(seconds: u64, ahead: i32) -> String {
    let seconds = seconds.saturating_add_signed(i64::from(ahead) * 60);
    // A year begins in March here, so that a leap day is its last.
    let days = seconds / 86_400 + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02}", seconds / 3600 % 24, seconds / 60 % 60)
}

/// What clocks that are so many minutes ahead of universal time are known by: `UTC`, `UTC+1`, `UTC-3:30`.
pub fn zone(ahead: i32) -> String {
    let (hours, minutes) = (ahead.unsigned_abs() / 60, ahead.unsigned_abs() % 60);
    let sign = if ahead < 0 { '-' } else { '+' };
    match (hours, minutes) {
        (0, 0) => "UTC".into(),
        (_, 0) => format!("UTC{sign}{hours}"),
        _ => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_told_as_on_a_clock() {
        assert_eq!([clock(0), clock(65), clock(-7), clock(3600)], ["0:00", "1:05", "0:07", "1:00:00"]);
    }

    #[test]
    fn days_are_told_as_in_a_calendar() {
        assert_eq!(date(0, 0), "1970-01-01 00:00");
        assert_eq!(date(951_782_400, 0), "2000-02-29 00:00");
        assert_eq!(date(1_795_340_460, 0), "2026-11-22 09:41");
        assert_eq!(date(4_107_542_399, 0), "2100-02-28 23:59");
    }

    #[test]
    fn a_day_is_the_one_that_is_lived_in_and_its_zone_is_said() {
        assert_eq!((date(1_795_340_460, 60), zone(60)), ("2026-11-22 10:41".into(), "UTC+1".into()));
        assert_eq!((date(1_795_340_460, -600), zone(-600)), ("2026-11-21 23:41".into(), "UTC-10".into()));
        assert_eq!([zone(0), zone(330), zone(-210)], ["UTC", "UTC+5:30", "UTC-3:30"]);
        assert_eq!(date(0, -60), "1970-01-01 00:00", "no clock is before the first");
    }
}
