//! 震度 and 長周期地震動階級: codes into the words in which they are spoken of. What is not measured stays so.

use super::Grade;
use unicode_normalization::UnicodeNormalization as _;

/// The intensities of 気象庁震度階級, weakest first, as telegrams write them and as people say them.
const INTENSITIES: &[(&str, &str)] = &[
    ("1", "震度１"),
    ("2", "震度２"),
    ("3", "震度３"),
    ("4", "震度４"),
    ("5-", "震度５弱"),
    ("5+", "震度５強"),
    ("6-", "震度６弱"),
    ("6+", "震度６強"),
    ("7", "震度７"),
];

/// 「5-」 → 「震度５弱」; anything else, 「震度５弱以上未入電」 among it, as it was received.
pub(super) fn intensity(code: &str) -> String {
    let known = exact(code).and_then(|at| INTENSITIES.get(at)).map(|(_, said)| (*said).to_owned());
    known.unwrap_or_else(|| if code.starts_with("震度") { code.to_owned() } else { format!("震度{code}") })
}

/// Where it stands among the intensities, 0 for 震度１; 「５弱以上未入電」 counts as the 5弱 that it is at least.
pub(super) fn rank(code: &str) -> Option<usize> {
    exact(code).or_else(|| (code.contains("５弱以上") || code.contains("5弱以上")).then_some(4))
}

/// Also where it is written as people write it: 「５弱」, 「震度6強」.
fn exact(code: &str) -> Option<usize> {
    let plain: String = code.trim_start_matches("震度").nfkc().collect();
    let plain = plain.replace('弱', "-").replace('強', "+");
    INTENSITIES.iter().position(|(written, _)| *written == plain)
}

/// 震度５弱 and more is where things fall; 6弱 and more is where people cannot stand.
pub(super) fn grade(code: &str) -> Grade {
    match rank(code) {
        Some(6..) => Grade::Emergency,
        Some(4..) => Grade::Danger,
        Some(3) => Grade::Warning,
        _ => Grade::Information,
    }
}

/// Digits as wide as the letters they stand among.
pub(super) fn wide(text: &str) -> String {
    text.chars()
        .map(|c| c.to_digit(10).and_then(|digit| char::from_u32(u32::from('０') + digit)).unwrap_or(c))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_intensity_that_nobody_measured_is_not_made_into_one() {
        let cases = [
            ("5-", "震度５弱", Some(4)),
            ("7", "震度７", Some(8)),
            ("５弱", "震度５弱", Some(4)),
            ("震度6強", "震度６強", Some(7)),
            ("震度５弱以上未入電", "震度５弱以上未入電", Some(4)),
            ("不明", "震度不明", None),
        ];
        for (code, said, place) in cases {
            assert_eq!((intensity(code).as_str(), rank(code)), (said, place), "{code}");
        }
    }
}
