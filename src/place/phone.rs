//! Telephone numbers, written in one way: 054-628-3359.

use unicode_normalization::UnicodeNormalization;

/// The usual form; `None` when it stands so already, or when it is more than one number and stays in the words of the data.
pub(super) fn usual(text: &str) -> Option<String> {
    let folded: String = text.nfkc().filter(|c| !c.is_whitespace()).map(dash).collect();
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
        }
    }
}
