//! Signs: what is said, what is a breath, what is nothing.

use super::{Found, Rule};

pub(super) fn rules() -> Vec<Rule> {
    vec![
        Rule::new("[○〇◯]{2,}|△{2,}|□{2,}|×{2,}|☆{2,}", blanks),
        Rule::new(r"([月火水木金土日])～([月火水木金土日])", from_day_to_day),
        Rule::new(r"[月火水木金土日](?:・[月火水木金土日])+", days_of_the_week),
        Rule::new("～", wave),
        Rule::new("[①-⑳㉑-㉟㊱-㊿⓪❶-❿⓫-⓴]", circled),
        Rule::new("[Ⅰ-Ⅻⅰ-ⅻ]", roman),
        Rule::new(r"\(([月火水木金土日](?:[・、,][月火水木金土日祝])*)\)", weekday),
        Rule::new("[^ぁ-んァ-ヺー一-龥々〆〇ヶ0-9A-Za-z、。，．！？!?.,・「」『』 ]", sign),
        Rule::new("[.,]", point),
        Rule::new("[「」『』]", quiet),
        Rule::new("[、。！？!?]+[、,]", one_breath),
    ]
}

/// 「○○小学校」: a name to be filled in.
fn blanks(found: &Found<'_, '_>) -> Option<String> {
    let name = match found.get(0).chars().next()? {
        '△' => "サンカク",
        '□' => "シカク",
        '×' => "バツ",
        '☆' => "ホシ",
        _ => "マル",
    };
    Some(name.repeat(found.get(0).chars().count().min(2)))
}

/// 「月～金」, when neither is a part of another word.
fn from_day_to_day(found: &Found<'_, '_>) -> Option<String> {
    stands_between_words(found).then(|| format!("{}曜から{}曜", found.get(1), found.get(2)))
}

/// 「月・水・金」, with or without 曜日 after it.
fn days_of_the_week(found: &Found<'_, '_>) -> Option<String> {
    let days: Vec<String> = found.get(0).chars().filter(|c| *c != '・').map(|c| format!("{c}曜")).collect();
    let named = found.after == Some('曜');
    let days = days.join("、");
    (named || stands_between_words(found)).then(|| if named { days.trim_end_matches('曜').to_owned() } else { days })
}

fn stands_between_words(found: &Found<'_, '_>) -> bool {
    let kanji = |c: Option<char>| c.is_some_and(|c| crate::words::is_kanji(c) || c.is_ascii_digit());
    (found.before == Some('週') || !kanji(found.before)) && !kanji(found.after)
}

/// Between two ends から, at the end of a drawn-out word its vowel, around a title nothing.
#[expect(clippy::unnecessary_wraps, reason = "one of the rules")]
fn wave(found: &Found<'_, '_>) -> Option<String> {
    let ends = |c: char| c.is_ascii_digit() || "時分秒日月年歳人円階回度号番曜火水木金土頃ごろ%前後".contains(c);
    let before = found.head.trim_end().chars().last();
    let after = found.rest.trim_start().chars().next();
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    Some(
        match (before, after) {
            (Some(b), _) if ends(b) => "から",
            (b, Some(a)) if word(b) && a.is_ascii_digit() => "から",
            (Some('ぁ'..='ん' | 'ァ'..='ヺ'), a) if !word(a) => "ー",
            (b, Some(a)) if is_kanji_or_katakana(b) && is_kanji_or_katakana(Some(a)) => "から",
            _ => "、",
        }
        .to_owned(),
    )
}

fn is_kanji_or_katakana(c: Option<char>) -> bool {
    c.is_some_and(|c| crate::words::is_kanji(c) || super::super::kana::is_katakana(c))
}

fn circled(found: &Found<'_, '_>) -> Option<String> {
    let code = u32::from(found.get(0).chars().next()?);
    let number = [(0x2460, 1), (0x2776, 1), (0x24eb, 11), (0x3251, 21), (0x32b1, 36), (0x24ea, 0)]
        .into_iter()
        .filter(|(start, _)| *start <= code)
        .max()
        .map(|(start, first)| code - start + first)?;
    Some(format!("{number}、"))
}

fn roman(found: &Found<'_, '_>) -> Option<String> {
    let code = u32::from(found.get(0).chars().next()?);
    Some((code - if code < 0x2170 { 0x2160 } else { 0x2170 } + 1).to_string())
}

/// 「21日(土)」「29日(水・祝)」; elsewhere the sign in brackets is just read.
fn weekday(found: &Found<'_, '_>) -> Option<String> {
    let day = found.before.is_some_and(|c| c == '日' || c.is_ascii_digit());
    let names = found.get(1).chars().filter(|c| !"・、,".contains(*c));
    let names: Vec<String> = names.map(|c| if c == '祝' { "祝日".to_owned() } else { format!("{c}曜日") }).collect();
    day.then(|| format!("、{}、", names.join("、")))
}

fn sign(found: &Found<'_, '_>) -> Option<String> {
    let number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let both = number(found.before) && number(found.after);
    let said = match found.get(0).chars().next()? {
        '×' | '✕' if both => "カケル",
        '÷' if both => "ワル",
        '+' if both => "タス",
        '=' if both => "ワ",
        '+' => "プラス",
        '=' => "イコール",
        '×' | '✕' | '✖' => "バツ",
        '○' | '◯' => "マル",
        '△' => "サンカク",
        '◎' => "ニジューマル",
        '&' => "アンド",
        '@' => "アットマーク",
        '#' => "シャープ",
        '*' => "コメジルシ",
        '%' => "％",
        '‰' => "パーミル",
        '°' | '℃' | '℉' => "ド",
        '㈱' => "カブシキガイシャ",
        '㈲' => "ユーゲンガイシャ",
        '℡' | '☎' | '☏' => "デンワ",
        '〒' => "ユービンバンゴー",
        '№' => "ナンバー",
        '㍻' => "ヘイセイ",
        '㋿' => "レイワ",
        '¥' => "エン",
        '\n' | '\r' => "。",
        '々' | '仝' => return None,
        // Letters of other scripts and rare kanji: the dictionary's business.
        c if c.is_alphanumeric() => return None,
        ')' | '）' | ']' | '】' | '〉' | '》' if found.after.is_some_and(|c| matches!(c, 'ぁ'..='ん')) => "",
        '-' | '\'' | '"' | '“' | '”' | '_' | '^' | '`' => "",
        _ => "、",
    };
    Some(said.to_owned())
}

/// Inside a number it is the dictionary's; after a word in Latin letters a comma is a breath, a full stop an end.
fn point(found: &Found<'_, '_>) -> Option<String> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let inside = digit(found.before) && digit(found.after);
    (!inside).then(|| if found.get(0) == "," { "、" } else { "。" }.to_owned())
}

/// Brackets of speech: a breath is already where the writer put a comma.
#[expect(clippy::unnecessary_wraps, reason = "one of the rules")]
fn quiet(_: &Found<'_, '_>) -> Option<String> {
    Some(String::new())
}

/// 「。、」 is one breath.
fn one_breath(found: &Found<'_, '_>) -> Option<String> {
    found.get(0).chars().next().map(String::from)
}
