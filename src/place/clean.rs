//! Texts without what no reader should stumble over: half-width kana, invisible signs, stray spaces and line ends.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// One line: a name, an address.
pub(super) fn line(text: &str) -> String {
    let text = visible(&bare(text));
    let words: Vec<&str> = text.split(['\n', '\r', '\t']).map(trim).filter(|part| !part.is_empty()).collect();
    words.join(" ")
}

/// Several lines: notes.
pub(super) fn lines(text: &str) -> String {
    trim(&visible(&bare(text))).to_owned()
}

/// Without the marks of web pages that some lists carry along: <br>, <b>…</b>, &amp;.
fn bare(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '&']) {
        return Cow::Borrowed(text);
    }
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        rest = if let Some((tag, rest)) = after.split_once('>').filter(|(tag, _)| is_tag && tag.is_ascii()) {
            out.push_str(if tag.starts_with("br") || tag.starts_with("BR") { "\n" } else { "" });
            rest
        } else {
            out.push('<');
            after
        };
    }
    out.push_str(rest);
    let signs = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    Cow::Owned(signs.into_iter().fold(out, |text, (sign, is)| text.replace(sign, is)))
}

fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{3000}')
}

/// Half-width kana become full-width, with their marks joined; what cannot be seen goes.
fn visible(text: &str) -> String {
    let hidden = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{ad}');
    let half = |c: char| matches!(c, '\u{ff61}'..='\u{ff9f}');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| half(c) || hidden(c)).unwrap_or(rest.len());
        let (before, after) = rest.split_at(end);
        out.push_str(before);
        let after = after.trim_start_matches(hidden);
        let end = after.find(|c: char| !half(c)).unwrap_or(after.len());
        let (kana, after) = after.split_at(end);
        out.extend(kana.nfkc());
        rest = after;
    }
    out
}

/// What stands for nothing: －, ―, なし, 不明, null.
pub(super) fn says_nothing(text: &str) -> bool {
    let folded: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    folded.chars().all(|c| matches!(c, '-' | '‐'..='―' | '−' | 'ー' | '─' | '*' | '・' | '.'))
        || is_fault(&folded)
        || ["null", "NULL", "NaN", "N/A", "なし", "無し", "無", "不明", "未定", "調査中"].contains(&folded.as_str())
}

/// What a spreadsheet writes where it could not reckon: #N/A, #REF!.
pub(super) fn is_fault(text: &str) -> bool {
    const FAULTS: [&str; 8] = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#####"];
    FAULTS.iter().any(|fault| text.trim().starts_with(fault))
}

/// A whole number of people: 480, ４８０人, 1,750名, 480.0. `None` for anything that says more.
pub(super) fn count(text: &str) -> Option<u32> {
    let folded: String = text.nfkc().filter(|c| !c.is_whitespace() && *c != ',' && *c != '、').collect();
    let folded = folded.strip_suffix(['人', '名']).unwrap_or(&folded);
    let folded = folded.strip_suffix(".0").unwrap_or(folded);
    (!folded.is_empty() && folded.chars().all(|c| c.is_ascii_digit())).then(|| folded.parse().ok())?
}

/// A height: 12.5, １２．５ｍ, 海抜3メートル, 1,024m.
pub(super) fn metres(text: &str) -> Option<f64> {
    let folded: String = text.nfkc().filter(|c| !c.is_whitespace() && *c != ',').collect();
    let number =
        ["標高", "海抜", "約"].into_iter().fold(folded.as_str(), |text, word| text.strip_prefix(word).unwrap_or(text));
    let number = ["メートル", "m", "M"].into_iter().find_map(|unit| number.strip_suffix(unit)).unwrap_or(number);
    number.replace('−', "-").parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cleaned() {
        for (text, wanted) in [
            ("　公民館　", "公民館"),
            ("在\n宅", "在 宅"),
            ("ﾌﾘｶﾞﾅ館", "フリガナ館"),
            ("ﾊﾟｰｸ ﾋﾞﾙ", "パーク ビル"),
            ("a\u{200b}b\u{feff}", "ab"),
            ("<b>東公園</b>&amp;<br/>西", "東公園& 西"),
            ("5<6 a<b", "5<6 a<b"),
            ("<公民館>", "<公民館>"),
            ("ＡＢＣ　１２", "ＡＢＣ　１２"),
            ("", ""),
        ] {
            assert_eq!(line(text), wanted);
        }
        assert_eq!(lines(" 一行\n二行 "), "一行\n二行");
    }

    #[test]
    fn only_one_plain_number_is_a_count() {
        for (text, wanted) in [
            ("480", Some(480)),
            ("４８０人", Some(480)),
            ("1,750", Some(1750)),
            ("1,750 名", Some(1750)),
            ("480.0", Some(480)),
            ("屋内480人／屋外3,350人(面積の1/2)", None),
            ("約500人", None),
            ("", None),
            ("-5", None),
            ("99999999999", None),
        ] {
            assert_eq!(count(text), wanted, "{text}");
        }
        for (text, wanted) in [
            ("12.5", Some(12.5)),
            ("１２．５ｍ", Some(12.5)),
            ("海抜3メートル", Some(3.0)),
            ("-1", Some(-1.0)),
            ("3階", None),
            ("", None),
        ] {
            assert_eq!(metres(text), wanted, "{text}");
        }
        for text in ["-", "―", "なし", "", "－－", "#N/A", "#REF!"] {
            assert!(says_nothing(text), "{text}");
        }
    }
}
