//! Names of buildings are written in kanji, and the keyboard on the glass has kana only. The words that most such names are made of are a
//! small list; what is typed is offered with them in kanji, and staff choose what is right. What is typed on a real keyboard stays.

const WORDS: &str = include_str!("names.txt");

/// Ways to write what was typed in kana, the one with most kanji first, in the notation with ruby. None when no word is known.
pub(super) fn written(kana: &str) -> Vec<String> {
    let typed = kana.trim();
    let all = replaced(typed, 0);
    let last = last_word(typed).map(|at| replaced(typed, at));
    let mut out: Vec<String> = [Some(all), last].into_iter().flatten().filter(|name| name != typed).collect();
    out.dedup();
    out
}

/// The known words, with how they are written.
fn words() -> impl Iterator<Item = (&'static str, &'static str)> {
    WORDS.lines().filter_map(|line| line.split_once(' '))
}

/// Every known word from byte `from` on in kanji, the longest first.
fn replaced(typed: &str, from: usize) -> String {
    let (head, mut rest) = typed.split_at_checked(from).unwrap_or((typed, ""));
    let mut out = head.to_owned();
    while let Some(first) = rest.chars().next() {
        let known = words().filter(|(kana, _)| rest.starts_with(kana)).max_by_key(|(kana, _)| kana.len());
        let (sign, taken) = match known {
            Some((kana, word)) => (ruby(kana, word), kana.len()),
            None => (first.to_string(), first.len_utf8()),
        };
        out.push_str(&sign);
        rest = rest.get(taken..).unwrap_or_default();
    }
    out
}

/// Katakana needs no reading.
fn ruby(kana: &str, word: &str) -> String {
    if word.chars().any(crate::words::is_kanji) { format!("｜{word}《{kana}》") } else { word.to_owned() }
}

/// Where the known word begins that the name ends with.
fn last_word(typed: &str) -> Option<usize> {
    words()
        .filter(|(kana, _)| typed.ends_with(kana))
        .map(|(kana, _)| typed.len() - kana.len())
        .min()
        .filter(|at| *at > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Line;

    #[test]
    fn what_is_typed_in_kana_is_offered_in_kanji() {
        for (kana, offered) in [
            ("ちゅうおうしょうがっこう", &["中央小学校", "ちゅうおう小学校"][..]),
            ("きたのこうみんかん", &["北の公民館", "きたの公民館"]),
            ("こみゅにてぃせんたー", &["コミュニティセンター", "こみゅにてぃセンター"]),
            ("こうみんかん", &["公民館"]),
            ("あおば", &[]),
            ("", &[]),
        ] {
            let found: Vec<String> = written(kana).iter().map(|name| Line::parse(name).plain()).collect();
            assert_eq!(found, offered, "{kana}");
        }
        assert_eq!(Line::parse(&written("ちゅうおうしょうがっこう")[0]).spoken(), "ちゅうおうしょうがっこう");
    }
}
