//! Where a line may end: 行頭禁則 and 行末禁則 of JIS X 4051, and the gaps of 分かち書き.

use super::{Bit, is_kanji};

/// How willingly a line ends between two bits: 0 never, 1 if it must, 2 gladly (between words).
pub fn willing(before: &Bit, after: &Bit) -> u8 {
    match (before.base.chars().last(), after.base.chars().next()) {
        (Some(b), Some(a)) if never_ends(b) || never_begins(a) || counts(b, a) => 0,
        (Some(' ' | '　' | '、' | '。' | '・' | '！' | '？'), _) => 2,
        _ => 1,
    }
}

/// A number and what it counts: 20回, 3つ.
fn counts(before: char, after: char) -> bool {
    (before.is_ascii_digit() || ('０'..='９').contains(&before)) && (is_kanji(after) || after == 'つ')
}

/// 行末禁則: signs that never end a line.
const fn never_ends(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '‘' | '“' | '〈' | '《' | '「' | '『' | '【' | '〔' | '〖' | '〘' | '〝')
        || matches!(c, '（' | '［' | '｛' | '｢')
        || matches!(c, '#' | '＃' | '￥' | '＄' | '〒' | '№')
}

/// 行頭禁則: signs that never begin a line; a space belongs to the line that ends. Asked of every two signs of every line, so it is a table
/// for the compiler and not a string to look through.
const fn never_begins(c: char) -> bool {
    matches!(c, ' ' | '!' | '%' | ')' | ',' | '.' | ':' | ';' | '?' | ']' | '}' | '°' | '℃' | '’')
        || matches!(c, '”' | '‐' | '–' | '—' | '‥' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '〜')
        || matches!(c, '　' | '、' | '。' | '々' | '〉' | '》' | '」' | '』' | '】' | '〕' | '〗' | '〙' | '〟' | '〻')
        || matches!(c, '・' | 'ー' | '！' | '％' | '）' | '，' | '．' | '：' | '；' | '？' | '］' | '｝' | '～' | '｡')
        || matches!(c, '｣' | '､' | 'ｰ')
        || matches!(c, 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' | 'ゕ' | 'ゖ' | 'ゝ' | 'ゞ')
        || matches!(c, 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' | 'ヵ' | 'ヶ' | 'ヽ' | 'ヾ')
        || matches!(c, 'ㇰ'..='ㇿ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Line;

    #[test]
    fn lines_end_between_words() {
        // 0 never, 1 if it must, 2 gladly: between every two bits.
        for (text, ends) in [
            ("あ「い」う", "1001"),
            ("すぐ にげて", "10211"),
            ("はい、いいえ。", "102110"),
            ("データー", "010"),
            ("きっと", "01"),
            ("20回、3つ", "0020"),
            ("6月1日に", "0101"),
            ("Wi-Fiは 〒100", "1020"),
        ] {
            let line = Line::parse(text);
            let found: String = line.bits().windows(2).map(|two| willing(&two[0], &two[1]).to_string()).collect();
            assert_eq!(found, ends, "{text}");
        }
    }
}
