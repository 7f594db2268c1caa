//! Marks in a column of yes and no. Only what says yes plainly is a yes.

use unicode_normalization::UnicodeNormalization;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Flag {
    Yes,
    /// Empty, ×, 0: the data say no (対象外).
    No,
    /// △, 「2階以上」: yes with conditions, or something else.
    Other,
}

pub(super) fn flag(text: &str) -> Flag {
    let plain = |c: &char| !c.is_whitespace() && !matches!(c, '\u{fe0e}' | '\u{fe0f}' | '\u{20dd}');
    let folded: String = text.nfkc().filter(plain).flat_map(char::to_lowercase).collect();
    match folded.as_str() {
        "1" | "1.0" | "○" | "◯" | "〇" | "●" | "◎" | "⭕" | "✓" | "✔" | "✅" | "☑" | "⚪" | "⚫" | "丸" | "まる"
        | "レ" | "true" | "t" | "on" | "yes" | "y" | "有" | "有り" | "あり" | "対象" | "適" | "可" | "該当"
        | "はい" | "指定" | "指定済" | "指定あり" | "適用" | "対応" | "使用可" | "利用可" | "避難可" | "可能"
        | "使用可能" | "利用可能" | "避難可能" | "対象である" | "o" => Flag::Yes,
        "" | "0" | "0.0" | "×" | "✕" | "✖" | "☓" | "❌" | "✗" | "✘" | "╳" | "ⅹ" | "☐" | "x" | "-" | "‐" | "−" | "―"
        | "—" | "–" | "ー" | "─" | "false" | "f" | "off" | "no" | "n" | "無" | "無し" | "なし" | "対象外" | "否"
        | "不可" | "不適" | "使用不可" | "利用不可" | "避難不可" | "不可能" | "対象でない" | "指定無し" | "非対象"
        | "非該当" | "該当なし" | "該当無し" | "指定外" | "適用外" | "対象ではない" | "いいえ" | "指定なし"
        | "null" | "*" => Flag::No,
        _ => Flag::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_yes_is_a_yes() {
        for text in ["1", "１", "1.0", "○", "◯", "〇", "●", " ○ ", "○\u{fe0f}", "有", "あり", "TRUE", "✅", "対象"]
        {
            assert_eq!(flag(text), Flag::Yes, "{text}");
        }
        for text in ["", "　", "0", "×", "✕", "－", "ー", "無", "なし", "対象外", "該当なし", "False", "✗"]
        {
            assert_eq!(flag(text), Flag::No, "{text}");
        }
        for text in ["△", "▲", "○（2階以上）", "○*", "2", "要確認", "?"] {
            assert_eq!(flag(text), Flag::Other, "{text}");
        }
    }
}
