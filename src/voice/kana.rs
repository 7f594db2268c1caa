//! Kana: the two alphabets, morae, and how a long vowel is written.

/// Katakana to hiragana; everything else stays.
pub(super) fn hiragana(text: &str) -> String {
    text.chars().map(to_hiragana).collect()
}

/// Hiragana to katakana; everything else stays.
pub(super) fn katakana(text: &str) -> String {
    text.chars().map(to_katakana).collect()
}

pub(super) fn to_hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => shifted(c, -0x60),
        _ => c,
    }
}

pub(super) fn to_katakana(c: char) -> char {
    match c {
        'ぁ'..='ゖ' => shifted(c, 0x60),
        _ => c,
    }
}

fn shifted(c: char, by: i32) -> char {
    u32::try_from(i64::from(u32::from(c)) + i64::from(by)).ok().and_then(char::from_u32).unwrap_or(c)
}

/// Any kana, and the mark of a long vowel.
pub(super) fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー')
}

pub(super) fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

/// Small kana that share the mora of the kana before them.
fn is_small(c: char) -> bool {
    "ァィゥェォャュョヮ".contains(to_katakana(c))
}

/// The morae of a reading: きょう is きょ・う.
pub(super) fn morae(kana: &str) -> Vec<String> {
    let mut out: Vec<String> = vec![];
    for c in kana.chars() {
        match out.last_mut() {
            Some(mora) if is_small(c) => mora.push(c),
            _ => out.push(c.to_string()),
        }
    }
    out
}

/// Writes long vowels as 現代仮名遣い does in words of Chinese origin: キュー → キュウ, レー → レイ. Only for readings of numbers,
/// which the dictionary gives as they sound.
pub(super) fn spelled(sound: &str) -> String {
    let mut out = String::new();
    for c in sound.chars() {
        let vowel = match (c, out.chars().last()) {
            ('ー', Some(before)) if "ウクスツヌフムユルグズヅブプュオコソトノホモヨロゴゾドボポョ".contains(before) => {
                'ウ'
            }
            ('ー', Some(before)) if "エケセテネヘメレゲゼデベペェ".contains(before) => 'イ',
            _ => c,
        };
        out.push(vowel);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alphabets_change_into_each_other() {
        assert_eq!(hiragana("ヴァイオリン・ケーキ漢字A"), "ゔぁいおりん・けーき漢字A");
        assert_eq!(katakana("ゔぁいおりん"), "ヴァイオリン");
    }

    #[test]
    fn small_kana_belong_to_the_mora_before() {
        assert_eq!(morae("キョウッテ"), ["キョ", "ウ", "ッ", "テ"]);
        assert_eq!(morae("ァ"), ["ァ"]);
    }

    #[test]
    fn long_vowels_are_spelled_out() {
        assert_eq!(
            [spelled("キュー"), spelled("レー"), spelled("ニー"), spelled("ヒャク")],
            ["キュウ", "レイ", "ニー", "ヒャク"]
        );
    }
}
