//! Degrees as people write them: with decimals, in degrees, minutes and seconds, in full width, two in one cell.

use unicode_normalization::UnicodeNormalization;

/// One angle in degrees. Plain numbers, 35°41′22.1″, 35度41分22秒, 北緯35.68, 35.41.22.1.
pub(super) fn degrees(text: &str) -> Option<f64> {
    let text: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    let text = text.strip_prefix(['N', 'E', 'n', 'e']).unwrap_or(&text);
    let text = ["北緯", "東経", "緯度", "経度"].into_iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let text = text.strip_prefix([':', '=']).unwrap_or(text).trim_end_matches(['N', 'E']);
    if let Ok(number) = text.parse::<f64>() {
        return number.is_finite().then(|| run_together(text, number).unwrap_or(number));
    }
    let parts = parts(text)?;
    let mut parts = parts.iter();
    let (whole, minutes) = (*parts.next()?, *parts.next().unwrap_or(&0.0));
    let seconds = *parts.next().unwrap_or(&0.0);
    let right = parts.next().is_none() && (0.0..60.0).contains(&minutes) && (0.0..60.0).contains(&seconds);
    // To a centimetre.
    right.then_some(((whole + minutes / 60.0 + seconds / 3600.0) * 1e7).round() / 1e7)
}

/// 352642.5 and 1393815: degrees, minutes and seconds without anything between them, of a latitude or a longitude of Japan.
fn run_together(text: &str, number: f64) -> Option<f64> {
    if !(200_000.0..460_000.0).contains(&number) && !(1_220_000.0..1_550_000.0).contains(&number) {
        return None;
    }
    let whole = text.split('.').next().filter(|whole| whole.chars().all(|c| c.is_ascii_digit()))?;
    let (degrees, rest) = whole.split_at_checked(whole.len().checked_sub(4)?)?;
    let (minutes, _) = rest.split_at_checked(2)?;
    let seconds = text.get(whole.len().checked_sub(2)?..)?;
    self::degrees(&format!("{degrees}:{minutes}:{seconds}"))
}

/// Degrees, minutes and seconds.
fn parts(text: &str) -> Option<Vec<f64>> {
    let dotted: Vec<&str> = text.split('.').collect();
    // 35.41.22 and 35.41.22.1: a second point makes it minutes and seconds.
    if let [degrees, minutes, seconds, rest @ ..] = &dotted[..]
        && rest.len() < 2
        && dotted.iter().all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
    {
        let seconds = [&[*seconds][..], rest].concat().join(".");
        return [*degrees, *minutes, &seconds].iter().map(|part| part.parse().ok()).collect();
    }
    let signs = ['°', '度', '゜', '˚', 'º', '′', '\'', '’', '‘', '分', '″', '"', '”', '“', '秒', ':'];
    let cut: Vec<&str> = text.split(signs).filter(|part| !part.is_empty()).collect();
    if cut.is_empty() || !text.contains(signs) {
        return None;
    }
    cut.iter().map(|part| part.parse().ok().filter(|number: &f64| *number >= 0.0)).collect()
}

/// Two angles in one cell, in the order they stand: 「34.34,134.05」, 「(34.34 134.05)」, 「北緯34.34 東経134.05」.
pub(super) fn pair(text: &str) -> Option<(f64, f64)> {
    // The text of a point in databases, longitude first: POINT(139.9 36.4).
    let point = text.trim().strip_prefix("POINT").map(|rest| rest.trim().trim_start_matches(['Z', ' ', '(']));
    if let Some(point) = point {
        let mut parts = point.trim_end_matches([')', ' ']).split_whitespace().map(str::parse::<f64>);
        let (lon, lat) = (parts.next()?.ok()?, parts.next()?.ok()?);
        return Some((lat, lon));
    }
    // The text of a point in GeoJSON, longitude first too.
    if let Some((_, point)) = text.split_once("\"coordinates\"").filter(|_| text.contains("\"Point\"")) {
        let mut parts = point
            .trim_matches([':', ' ', '[', ']', '}'])
            .split(',')
            .map(|part| part.trim().trim_end_matches(']').parse::<f64>());
        let (lon, lat) = (parts.next()?.ok()?, parts.next()?.ok()?);
        return Some((lat, lon));
    }
    let text: String = text.nfkc().map(|c| if matches!(c, '、' | ';' | '/' | '\n' | '\t') { ',' } else { c }).collect();
    let text = text.trim().trim_start_matches(['(', '[']).trim_end_matches([')', ']']).trim();
    let text = text.replace("東経", ",東経");
    let (a, b) = match text.split_once(',') {
        Some((a, b)) => (a, b.trim_start_matches(|c: char| c == ',' || c.is_whitespace())),
        None => text.split_once(char::is_whitespace)?,
    };
    Some((degrees(a)?, degrees(b)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn angles_are_read_in_every_form() {
        for (text, wanted) in [
            ("35.689444", Some(35.689_444)),
            (" 35.5 ", Some(35.5)),
            ("３５．５", Some(35.5)),
            ("35°41′22.0″", Some(35.689_444)),
            ("35度41分22秒", Some(35.689_444)),
            ("北緯35度41分22秒", Some(35.689_444)),
            ("35.41.22", Some(35.689_444)),
            ("35.41.22.0", Some(35.689_444)),
            ("35:41:22", Some(35.689_444)),
            ("354122", Some(35.689_444)),
            ("1393815.5", Some(139.637_639)),
            ("35°26'42\"", Some(35.445)),
            ("35度26分42秒", Some(35.445)),
            ("356122", Some(356_122.0)),
            ("N35.5", Some(35.5)),
            ("35°", Some(35.0)),
            ("35°61′", None),
            ("―", None),
            ("", None),
            ("nan", None),
            ("inf", None),
            ("東京", None),
        ] {
            let read = degrees(text);
            assert!(
                match (read, wanted) {
                    (Some(read), Some(wanted)) => (read - wanted).abs() < 1e-5,
                    (read, wanted) => read == wanted,
                },
                "{text}: {read:?}"
            );
        }
    }

    #[test]
    fn pairs_are_read_in_every_form() {
        for text in [
            "34.5,134.25",
            "34.5, 134.25",
            "34.5 134.25",
            "(34.5,134.25)",
            "３４．５，１３４．２５",
            "北緯34.5東経134.25",
            "34.5、134.25",
            "POINT(134.25 34.5)",
            "{\"type\":\"Point\",\"coordinates\":[134.25,34.5]}",
            "POINT Z (134.25 34.5 10)",
            "34°30'00\"N 134°15'00\"E",
        ] {
            assert_eq!(pair(text), Some((34.5, 134.25)), "{text}");
        }
        for text in ["34.5", "", "高松市", "34.5,", "1,2,3"] {
            assert_eq!(pair(text), None, "{text}");
        }
    }
}
