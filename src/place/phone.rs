//! Telephone numbers, written in one way: 054-628-3359.

use unicode_normalization::UnicodeNormalization;

/// The usual form; `None` when it stands so already, or when it is more than one number and stays in the words of the data.
pub(super) fn usual(text: &str) -> Option<String> {
    let folded: String = text.nfkc().filter(|c| !c.is_whitespace()).map(dash).collect();
    let folded = in_powers(&folded).and_then(Result::ok).unwrap_or(folded);
    let folded = ["TEL:", "TEL.", "TEL", "Tel:", "tel:", "電話番号", "電話:", "電話"]
        .into_iter()
        .find_map(|word| folded.strip_prefix(word))
        .unwrap_or(&folded);
    let folded = folded.strip_prefix("+81").map_or_else(
        || folded.to_owned(),
        |rest| format!("0{}", rest.trim_start_matches('-').trim_start_matches("(0)").trim_start_matches('0')),
    );
    if !folded.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '(' | ')')) {
        return narrow(text);
    }
    let parts: Vec<&str> = folded.split(['-', '(', ')']).filter(|part| !part.is_empty()).collect();
    let digits: usize = parts.iter().map(|part| part.len()).sum();
    let number = parts.join("-");
    // Spreadsheets drop the zero in front; without it a number of the country has nine digits.
    let zero = if digits == 9 && !number.starts_with('0') { "0" } else { "" };
    let number = format!("{zero}{number}");
    (number != text && !number.is_empty()).then_some(number)
}

/// Whether a spreadsheet took the number for one to reckon with and wrote it in powers of ten, so that digits are lost.
pub(super) fn is_lost(text: &str) -> bool {
    matches!(in_powers(&text.nfkc().collect::<String>()), Some(Err(Lost)))
}

/// 2.86822151E+08, with all its digits, is 286822151.
fn in_powers(text: &str) -> Option<Result<String, Lost>> {
    let (digits, power) = text.trim().split_once(['E', 'e'])?;
    let power: usize = power.strip_prefix('+')?.parse().ok()?;
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = whole.len() == 1 && [whole, rest].concat().chars().all(|c| c.is_ascii_digit());
    plain.then(|| if rest.len() == power { Ok([whole, rest].concat()) } else { Err(Lost) })
}

/// Digits that are not in the file any more.
struct Lost;

/// More than one number, or words too: they stay, in digits that can be typed.
fn narrow(text: &str) -> Option<String> {
    let wide = |c: char| matches!(c, '０'..='９');
    let mut narrow = String::with_capacity(text.len());
    for c in text.chars() {
        let digit = narrow.ends_with(|c: char| c.is_ascii_digit());
        match c {
            c if wide(c) => narrow.extend(c.nfkc()),
            // Between digits it is no long vowel.
            c if digit && dash(c) == '-' && !matches!(c, '~') => narrow.push('-'),
            c => narrow.push(c),
        }
    }
    (narrow != text && text.contains(wide)).then_some(narrow)
}

fn dash(c: char) -> char {
    if matches!(c, '‐'..='―' | '−' | '－' | 'ー' | '─' | '~') { '-' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_one_way() {
        for (text, wanted) in [
            ("(054)628-3359", Some("054-628-3359")),
            ("（０５４）６２８－３３５９", Some("054-628-3359")),
            ("054(628)3359", Some("054-628-3359")),
            ("054-628-3359", None),
            ("054ー628ー3359", Some("054-628-3359")),
            ("TEL 054-628-3359", Some("054-628-3359")),
            ("0546283359", None),
            ("546283359", Some("0546283359")),
            ("54-628-3359", Some("054-628-3359")),
            ("+81-54-628-3359", Some("054-628-3359")),
            ("5.46283359E+08", Some("0546283359")),
            ("5.46E+08", None),
            ("628-3359", None),
            ("119", None),
            ("054-628-3359（代表）", None),
            ("０５４―６２８―３３５９／054-628-3360", Some("054-628-3359／054-628-3360")),
            ("０５４－６２８－３３５９ 内線１２", Some("054-628-3359 内線12")),
            ("054-628-3359 内線12", None),
            ("054-628-3359 054-628-3360 夜間", None),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(usual(text).as_deref(), wanted, "{text}");
            assert_eq!(is_lost(text), text == "5.46E+08", "{text}");
        }
    }
}
