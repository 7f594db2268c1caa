//! Times of opening and closing, written in one way: 9:00. Spreadsheets make fractions of a day of them, or days of the year 1900.

use super::day;
use jiff::SignedDuration;
use unicode_normalization::UnicodeNormalization;

/// The usual form; `None` when it stands so already, or is no time and stays in the words of the data.
pub(super) fn usual(text: &str) -> Option<String> {
    let folded: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    let (hour, minute) = read(&folded)?;
    let usual = format!("{hour}:{minute:02}");
    // 09:00 and 9:00 are both usual.
    let stands = text == usual || text == format!("{hour:02}:{minute:02}");
    (!stands).then_some(usual)
}

/// A part of a day as a time: 0.375 is 9:00, and 0.7083333 is 17:00, for it is rounded to the second first.
pub(super) fn of_fraction(text: &str) -> Option<(u32, u32)> {
    let part = text.parse::<f64>().ok().filter(|part| (0.0..1.0).contains(part))?;
    let seconds = SignedDuration::try_from_secs_f64(part * 86_400.0 + 0.5).ok()?.as_secs();
    let minutes = u32::try_from(seconds / 60).ok()?;
    Some((minutes / 60, minutes % 60))
}

fn read(text: &str) -> Option<(u32, u32)> {
    if text.starts_with("0.") {
        return of_fraction(text);
    }
    // The first days of the count of spreadsheets, before a time without a day.
    for (day, hours) in [("1899/12/30", 0), ("1899-12-30", 0), ("1900/1/0", 0), ("1900/1/1", 24), ("1900-01-01", 24)] {
        if let Some(rest) = text.strip_prefix(day) {
            let (hour, minute) = day::time(rest)?;
            return (hour + hours <= 24).then_some((hour + hours, minute));
        }
    }
    let upper = text.to_uppercase();
    let half = |word: &str| upper.strip_suffix(word).or_else(|| upper.strip_prefix(word)).map(str::to_owned);
    if let Some(rest) = half("PM").or_else(|| half("P.M.")) {
        return day::time(&rest).map(|(hour, minute)| (if hour < 12 { hour + 12 } else { hour }, minute));
    }
    if let Some(rest) = half("AM").or_else(|| half("A.M.")) {
        return day::time(&rest).map(|(hour, minute)| (hour % 12, minute));
    }
    // 900, 0900, 1730.
    if (3..=4).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit()) {
        let number: u32 = text.parse().ok()?;
        return (number / 100 <= 24 && number % 100 < 60).then_some((number / 100, number % 100));
    }
    day::time(text)
}

/// 月火水木金 becomes 月・火・水・木・金: in a row they would be read as one word of another meaning. `None` for anything else.
pub(super) fn days(text: &str) -> Option<String> {
    let days: Vec<char> = text.chars().collect();
    if !days.iter().all(|day| "月火水木金土日祝".contains(*day)) {
        return None;
    }
    match days.as_slice() {
        [] => None,
        [day] => Some(format!("{day}{}", if *day == '祝' { "日" } else { "曜日" })),
        days => Some(days.iter().map(char::to_string).collect::<Vec<_>>().join("・")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_in_one_way() {
        for (text, wanted) in [
            ("0.375", Some("9:00")),
            ("0.708333333", Some("17:00")),
            ("0.7291666667", Some("17:30")),
            ("0.999988", Some("23:59")),
            ("0.0", Some("0:00")),
            ("9:00:00", Some("9:00")),
            ("９：００", Some("9:00")),
            ("9時", Some("9:00")),
            ("5時半", Some("5:30")),
            ("午前9時", Some("9:00")),
            ("午後5時30分", Some("17:30")),
            ("PM5:00", Some("17:00")),
            ("9:00AM", Some("9:00")),
            ("1900/1/0 17:00", Some("17:00")),
            ("1899-12-30 09:00:00", Some("9:00")),
            ("1900/1/1 0:00:00", Some("24:00")),
            ("0900", Some("9:00")),
            ("1730", Some("17:30")),
            ("9:00", None),
            ("09:00", None),
            ("17:30", None),
            ("24:00", None),
            ("0:00", None),
            ("9", None),
            ("1", None),
            ("2575", None),
            ("24時間", None),
            ("日没", None),
            ("9:00〜12:00", None),
            ("", None),
        ] {
            assert_eq!(usual(text).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn days_in_a_row_stand_one_by_one() {
        for (text, wanted) in [
            ("月火水木金", Some("月・火・水・木・金")),
            ("土日祝", Some("土・日・祝")),
            ("日", Some("日曜日")),
            ("毎日", None),
            ("月・火", None),
            ("", None),
        ] {
            assert_eq!(days(text).as_deref(), wanted, "{text}");
        }
    }
}
