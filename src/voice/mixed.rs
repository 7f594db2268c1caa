//! Lines of two tongues: a page that is not translated yet stands in Japanese under words of another language, and an official name keeps its Japanese beside its
//! translation (「shelter (避難所, hinanjo)」). What is Japanese is said by a Japanese voice, or not at all: any other reads a kanji as
//! "Chinese letter".

use crate::words::{Line, Script, Tongue};

/// Kana, with their marks; kanji.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Kana,
    Kanji,
    Other,
}

fn sign(c: char) -> Sign {
    match c {
        '\u{3041}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9d}' => Sign::Kana,
        '々' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Sign::Kanji,
        _ => Sign::Other,
    }
}

/// The tongue that a line of a page in `tongue` is really in: that one, or Japanese.
pub(super) fn really(line: &Line, tongue: &Tongue) -> Tongue {
    let text = line.plain();
    let count = |kind| text.chars().filter(|c| sign(*c) == kind).count();
    let (kana, kanji) = (count(Sign::Kana), count(Sign::Kanji));
    let japanese = match tongue.script() {
        Script::Japanese => return tongue.clone(),
        Script::Chinese => unquoted(&text).any(|c| sign(c) == Sign::Kana),
        Script::Korean | Script::Latin => {
            kana + kanji > text.chars().filter(|c| c.is_alphabetic() && sign(*c) == Sign::Other).count()
        }
    };
    if japanese { Tongue::JA } else { tongue.clone() }
}

/// What stands in no brackets: a Japanese word that is only named stands in some.
fn unquoted(text: &str) -> impl Iterator<Item = char> {
    let mut depth = 0_u8;
    text.chars().filter(move |c| {
        match c {
            '「' | '『' | '“' | '(' | '（' => depth = depth.saturating_add(1),
            '」' | '』' | '”' | ')' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })
}

/// What a voice of that tongue can say of a text.
#[cfg(any(feature = "system-voice", test))]
pub(super) fn without_japanese(text: &str, tongue: &Tongue) -> String {
    let says = |c: &char| match (tongue.script(), sign(*c)) {
        (Script::Japanese, _) | (_, Sign::Other) | (Script::Chinese, Sign::Kanji) => true,
        (_, Sign::Kana | Sign::Kanji) => false,
    };
    text.chars().filter(says).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_japanese_is_not_said_by_another_voice() {
        for (tongue, text, really_in, said) in [
            ("en", "Go to a shelter (避難所, hinanjo).", "en", "Go to a shelter (, hinanjo)."),
            ("en", "すぐに にげて ください。", "ja", ""),
            ("en", "119", "en", "119"),
            ("ko", "대피소(避難所)로 가세요.", "ko", "대피소()로 가세요."),
            ("ko", "避難所は 小学校です。", "ja", ""),
            ("vi", "Nơi sơ tán (避難所)", "vi", "Nơi sơ tán ()"),
            ("zh-Hans", "避难所是小学。", "zh-Hans", "避难所是小学。"),
            ("zh-Hans", "请按「はい」。", "zh-Hans", "请按「」。"),
            ("zh-Hans", "避難所は 小学校です。", "ja", ""),
            ("ja", "Wi-Fi", "ja", "Wi-Fi"),
        ] {
            let tongue = Tongue::parse(tongue).unwrap();
            let line = Line::verbatim(text);
            assert_eq!(really(&line, &tongue).tag(), really_in, "{text}");
            if really_in == tongue.tag() {
                assert_eq!(without_japanese(text, &tongue), said);
            }
        }
    }
}
