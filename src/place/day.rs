//! Days and times as offices write them: 令和6年9月2日午後6時, R6.9.2, 元年, 2024/9/2, 9/2/2024, the serial numbers of spreadsheets.

use jiff::{
    ToSpan,
    civil::{Date, date},
};
use unicode_normalization::UnicodeNormalization;

/// ISO 8601: `2024-09-02T18:00`, or only the day when no time is written. `None` when the text is anything else or says more.
pub(super) fn iso(text: &str) -> Option<String> {
    let folded = folded(text);
    let folded = without_weekday(&folded);
    let folded =
        ["現在", "時点", "頃"].into_iter().fold(folded.as_str(), |text, end| text.strip_suffix(end).unwrap_or(text));
    let turned = turned(folded);
    let (year, rest) = year(turned.as_deref().unwrap_or(folded))?;
    let (month, rest) = part(rest, &["月", "/", ".", "-"])?;
    let (day, rest) = number(rest)?;
    let rest = rest.strip_prefix('日').unwrap_or(rest).trim_start();
    let day = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    match time(rest) {
        _ if rest.is_empty() => Some(day.to_string()),
        Some((hour, minute)) => Some(format!("{day}T{hour:02}:{minute:02}")),
        None => None,
    }
}

/// The time that a header tells: 人数_令和6年1月9日午後6時時点, 避難者数（2024/1/9 18:00現在）.
pub(super) fn in_header(header: &str) -> Option<String> {
    let mut starts = header.char_indices().filter(|(_, c)| c.is_numeric() || "令平昭RHSＲＨＳ".contains(*c));
    let ends = [')', '）', ']', '】', '」', ' ', '　'];
    starts.find_map(|(from, _)| iso(header.get(from..)?.trim_end_matches(ends)))
}

/// Days as spreadsheets write them where a column holds nothing else: serial numbers (1 is 1900-01-01, and 1900 has a 29 February that
/// never was; only from 1954 to 2119, where nothing else looks so) with the time as their fraction, and eight digits.
pub(super) fn serial(text: &str) -> Option<String> {
    let folded = folded(text);
    if let Ok(eight) = folded.parse::<u32>()
        && (18_000_000..22_000_000).contains(&eight)
        && folded.len() == 8
    {
        let (year, month, day) = (eight / 10_000, eight / 100 % 100, eight % 100);
        let day = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        return day.ok().map(|day| day.to_string());
    }
    let (days, fraction) = folded.split_once('.').unwrap_or((&folded, ""));
    let days: i32 = days.parse().ok().filter(|days| (20_000..80_000).contains(days))?;
    let day = date(1899, 12, 30).checked_add(days.days()).ok()?;
    if fraction.chars().all(|c| c == '0') {
        return Some(day.to_string());
    }
    let (hour, minute) = super::hours::of_fraction(&format!("0.{fraction}"))?;
    Some(format!("{day}T{hour:02}:{minute:02}"))
}

/// In plain characters, with a space only where it keeps two numbers apart: 2024/1/9 18:00.
fn folded(text: &str) -> String {
    let mut out = String::new();
    let mut apart = false;
    for c in text.nfkc() {
        if c.is_whitespace() {
            apart = true;
            continue;
        }
        if apart && c.is_ascii_digit() && out.ends_with(|c: char| c.is_ascii_digit()) {
            out.push(' ');
        }
        apart = false;
        out.push(c);
    }
    out
}

const ERAS: [(&str, &str, i16); 5] =
    [("令和", "R", 2018), ("平成", "H", 1988), ("昭和", "S", 1925), ("大正", "T", 1911), ("明治", "M", 1867)];

/// The year, and what follows it. Only years of eras and of four digits.
fn year(text: &str) -> Option<(i16, &str)> {
    let ends = &["年", "/", ".", "-"];
    for (name, letter, before) in ERAS {
        let small = letter.to_lowercase();
        let begins = [name, letter, &small].into_iter().find_map(|word| text.strip_prefix(word));
        let Some(rest) = begins else { continue };
        let (number, rest) = match rest.strip_prefix('元') {
            Some(rest) => (1, ends.iter().find_map(|end| rest.strip_prefix(end))?),
            None => part(rest, ends)?,
        };
        return Some((before.checked_add(i16::try_from(number).ok()?)?, rest));
    }
    let (number, rest) = part(text, ends).filter(|(number, _)| (1800..=2200).contains(number))?;
    Some((i16::try_from(number).ok()?, rest))
}

/// 9/2/2024 and 9/2/24 18:30 as spreadsheets write them, with the year first. Of two digits only where nothing else is meant: no zero in
/// front, and the first number a month; years from 30 on are of the last century, as spreadsheets have it.
fn turned(text: &str) -> Option<String> {
    let [month, day, rest] = text.split('/').collect::<Vec<_>>().try_into().ok()?;
    let (year, time) = rest.split_once(' ').unwrap_or((rest, ""));
    let plain = |text: &str| text.len() <= 2 && text.parse::<u32>().is_ok();
    if !plain(month) || !plain(day) {
        return None;
    }
    let year = match (year.len(), year.parse::<u32>().ok()?) {
        (4, year) => year,
        (2, year) if !month.starts_with('0') && !day.starts_with('0') && month.parse::<u32>().ok()? <= 12 => {
            if year < 30 { 2000 + year } else { 1900 + year }
        }
        _ => return None,
    };
    Some(format!("{year}/{month}/{day} {time}").trim_end().to_owned())
}

fn part<'t>(text: &'t str, ends: &[&str]) -> Option<(u32, &'t str)> {
    let (value, rest) = number(text)?;
    ends.iter().find_map(|end| rest.strip_prefix(end)).map(|rest| (value, rest))
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    Some((digits.parse().ok()?, rest))
}

/// 18:00, 18時, 18時30分, 午後6時, 午後6時半, T18:00:00.
pub(super) fn time(text: &str) -> Option<(u32, u32)> {
    let text = text.strip_prefix('T').unwrap_or(text);
    let (noon, text) = match (text.strip_prefix("午後"), text.strip_prefix("午前")) {
        (Some(rest), _) => (12, rest),
        (_, Some(rest)) => (0, rest),
        _ => (0, text),
    };
    let (hour, rest) = number(text)?;
    let (minute, rest) = match rest.strip_prefix([':', '時'])? {
        "" => (0, ""),
        "半" => (30, ""),
        rest => number(rest)?,
    };
    let rest = rest.strip_prefix('分').unwrap_or(rest);
    let seconds = rest.is_empty() || rest.strip_prefix(':').and_then(number).is_some();
    let hour = if noon == 12 && hour == 12 { 12 } else { hour + noon };
    (seconds && hour <= 24 && minute < 60).then_some((hour, minute))
}

/// 2024年9月2日(月)18時: the day of the week says nothing new.
fn without_weekday(text: &str) -> String {
    match (text.find('('), text.find(')')) {
        (Some(open), Some(close)) if open < close => {
            let inner = text.get(open + 1..close).unwrap_or_default();
            let weekday = inner.chars().count() <= 3 && inner.starts_with(['月', '火', '水', '木', '金', '土', '日']);
            let outer = [text.get(..open).unwrap_or_default(), text.get(close + 1..).unwrap_or_default()].concat();
            if weekday { outer } else { text.to_owned() }
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_every_form_are_read() {
        for (text, wanted) in [
            ("令和6年9月2日午後6時", Some("2024-09-02T18:00")),
            ("令和６年１月２９日　午前６時３０分", Some("2024-01-29T06:30")),
            ("令和6年1月9日午後6時時点", Some("2024-01-09T18:00")),
            ("R6.9.2", Some("2024-09-02")),
            ("Ｒ６．９．２", Some("2024-09-02")),
            ("令和元年5月1日", Some("2019-05-01")),
            ("H9.4.1", Some("1997-04-01")),
            ("昭和64年1月7日", Some("1989-01-07")),
            ("1947/4/1", Some("1947-04-01")),
            ("2024-09-02", Some("2024-09-02")),
            ("2024-09-02T18:00:00", Some("2024-09-02T18:00")),
            ("2024年9月2日(月)18時現在", Some("2024-09-02T18:00")),
            ("9/2/2024", Some("2024-09-02")),
            ("9/2/24", Some("2024-09-02")),
            ("12/31/99", Some("1999-12-31")),
            ("9/2/24 18:30", Some("2024-09-02T18:30")),
            ("2024/1/9 18:00", Some("2024-01-09T18:00")),
            ("2024/1/9　６:00", Some("2024-01-09T06:00")),
            ("05/04/01", None),
            ("24/9/2", None),
            ("19/12/31", None),
            ("2024年13月1日", None),
            ("9月2日", None),
            ("毎週水曜日", None),
            ("2024", None),
            ("", None),
        ] {
            assert_eq!(iso(text).as_deref(), wanted, "{text}");
        }
        for (text, wanted) in [
            ("45537", Some("2024-09-02")),
            ("45537.0", Some("2024-09-02")),
            ("45537.75", Some("2024-09-02T18:00")),
            ("４５５３７", Some("2024-09-02")),
            ("20240902", Some("2024-09-02")),
            ("20241302", None),
            ("12", None),
            ("x", None),
        ] {
            assert_eq!(serial(text).as_deref(), wanted, "{text}");
        }
        for (header, wanted) in [
            ("人数_令和6年1月9日午後6時時点", Some("2024-01-09T18:00")),
            ("避難者数（2024/1/9 18:00現在）", Some("2024-01-09T18:00")),
            ("開設状況(R6.1.9)", Some("2024-01-09")),
            ("人数2_令和6年1月9日", Some("2024-01-09")),
            ("人数", None),
            ("備考1", None),
        ] {
            assert_eq!(in_header(header).as_deref(), wanted, "{header}");
        }
    }
}
