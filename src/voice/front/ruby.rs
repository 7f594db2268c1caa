//! Sets a word's reading on its kanji: 食べる/たべる is 食《た》べる. Kana in the word hold it in place.

use super::super::kana::{is_kana, to_hiragana};

/// A part of a word: some signs, and the ruby on them (empty for kana).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Signs (not bytes).
    pub(super) length: usize,
    pub(super) ruby: String,
}

/// The parts of a word; `None` when the reading does not fit its kana.
pub(super) fn align(surface: &str, reading: &str) -> Option<Vec<Part>> {
    let surface: Vec<char> = surface.chars().map(to_hiragana).collect();
    let reading: Vec<char> = reading.chars().map(to_hiragana).collect();
    fit(&surface, &reading)
}

fn fit(surface: &[char], reading: &[char]) -> Option<Vec<Part>> {
    let Some((first, rest)) = surface.split_first() else { return reading.is_empty().then(Vec::new) };
    if holds(*first) {
        let (sound, after) = reading.split_first()?;
        let mut parts = same(*first, *sound).then(|| fit(rest, after))??;
        parts.insert(0, Part { length: 1, ruby: String::new() });
        return Some(parts);
    }
    let length = surface.iter().take_while(|c| !holds(**c)).count();
    let tail = surface.get(length..)?;
    // A kanji is seldom read with less than one kana: try the shortest reading that is long enough, then longer, then shorter.
    let lengths = (length.min(reading.len())..=reading.len()).chain((1..length.min(reading.len())).rev());
    lengths.into_iter().find_map(|n| {
        let mut parts = fit(tail, reading.get(n..)?)?;
        parts.insert(0, Part { length, ruby: reading.get(..n)?.iter().collect() });
        Some(parts)
    })
}

/// Kana that are read as themselves; the small ヶ of 3ヶ月 and 袖ヶ浦 is not.
fn holds(c: char) -> bool {
    is_kana(c) && !matches!(c, 'ゖ' | 'ゕ')
}

fn same(written: char, sound: char) -> bool {
    written == sound
        || (written == 'ー' && "あいうえおー".contains(sound))
        || matches!((written, sound), ('ぢ', 'じ') | ('づ', 'ず') | ('を', 'お') | ('は', 'わ') | ('へ', 'え'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(surface: &str, reading: &str, notation: &str) {
        let mut signs = surface.chars();
        let parts = align(surface, reading).unwrap_or_else(|| panic!("{surface}/{reading}"));
        let written: String = parts
            .into_iter()
            .map(|part| {
                let base: String = signs.by_ref().take(part.length).collect();
                if part.ruby.is_empty() { base } else { format!("{base}《{}》", part.ruby) }
            })
            .collect();
        assert_eq!(written, notation);
    }

    #[test]
    fn okurigana_hold_the_reading_in_place() {
        check("食べる", "たべる", "食《た》べる");
        check("受け付け", "ウケツケ", "受《う》け付《つ》け");
        check("話し合い", "はなしあい", "話《はな》し合《あ》い");
        check("避難所", "ひなんじょ", "避難所《ひなんじょ》");
        check("サイバー攻撃", "さいばあこうげき", "サイバー攻撃《こうげき》");
        check("袖ヶ浦", "そでがうら", "袖ヶ浦《そでがうら》");
        check("お手元", "おてもと", "お手元《てもと》");
        check("1人", "ひとり", "1人《ひとり》");
    }

    #[test]
    fn a_reading_of_something_else_fits_nothing() {
        assert_eq!(align("食べる", "のむ"), None);
        assert_eq!(align("かな", "かん"), None);
    }
}
