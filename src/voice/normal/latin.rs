//! Latin words: those in common use from a table, Japanese names in Roman letters by their sound, the rest letter by letter.

use super::{Found, Rule};
use std::{collections::BTreeMap, sync::LazyLock};

pub(super) fn rules() -> Vec<Rule> {
    vec![
        Rule::new(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", |f| Some(address(f.get(0)))),
        Rule::new(
            r"(?:https?://)?((?:[A-Za-z0-9-]+\.)+(?:jp|com|org|net|info|tokyo|app|io|tv)(?:/[A-Za-z0-9._~%/?#=&+-]*)?)",
            web,
        ),
        Rule::new(r"\d*[A-Za-zÀ-ÿ](?:[A-Za-zÀ-ÿ0-9'&+.-]*[A-Za-zÀ-ÿ0-9+])?", |f| Some(word(f.get(0)))),
    ]
}

/// `word⇥kana`, words in lower case without hyphens.
const TABLE: &str = include_str!("latin.tsv");

static WORDS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect()
});

fn known(text: &str) -> Option<String> {
    let key: String = text.chars().filter(|c| *c != '-' && *c != '.').flat_map(char::to_lowercase).collect();
    WORDS.get(key.as_str()).map(|kana| (*kana).to_owned())
}

/// A word as it stands: known as a whole, or part by part.
fn word(text: &str) -> String {
    if let Some(kana) = known(text) {
        return kana;
    }
    let joints = |c: char| "-.'+&".contains(c);
    if text.contains(joints) {
        let mut out = String::new();
        for part in text.split_inclusive(joints) {
            let bare = part.trim_end_matches(joints);
            if !bare.is_empty() {
                out.push_str(&word(bare));
            }
            out.push_str(match part.chars().last() {
                Some('+') => "プラス",
                Some('&') => "アンド",
                _ => "",
            });
        }
        return out;
    }
    parts(text).into_iter().map(part).collect()
}

/// Digits apart from letters, and `smartCity` as two words.
fn parts(text: &str) -> Vec<&str> {
    let mut out = vec![];
    let mut start = 0;
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    for pair in signs.windows(2) {
        let [(_, a), (n, b)] = *pair else { continue };
        let joint = a.is_ascii_digit() != b.is_ascii_digit() || (a.is_lowercase() && b.is_uppercase());
        if joint {
            out.extend(text.get(start..n));
            start = n;
        }
    }
    out.extend(text.get(start..));
    out
}

fn part(text: &str) -> String {
    if text.chars().all(|c| c.is_ascii_digit()) {
        return text.to_owned();
    }
    let shouted = text.chars().all(char::is_uppercase);
    known(text).or_else(|| (!shouted).then(|| roman(text)).flatten()).unwrap_or_else(|| letters(text))
}

fn letters(text: &str) -> String {
    text.chars().map(letter).collect()
}

fn letter(c: char) -> &'static str {
    match c.to_ascii_uppercase() {
        'A' => "エー",
        'B' => "ビー",
        'C' => "シー",
        'D' => "ディー",
        'E' => "イー",
        'F' => "エフ",
        'G' => "ジー",
        'H' => "エイチ",
        'I' => "アイ",
        'J' => "ジェー",
        'K' => "ケー",
        'L' => "エル",
        'M' => "エム",
        'N' => "エヌ",
        'O' => "オー",
        'P' => "ピー",
        'Q' => "キュー",
        'R' => "アール",
        'S' => "エス",
        'T' => "ティー",
        'U' => "ユー",
        'V' => "ブイ",
        'W' => "ダブリュー",
        'X' => "エックス",
        'Y' => "ワイ",
        'Z' => "ゼット",
        _ => "",
    }
}

fn address(text: &str) -> String {
    pieces(text)
}

/// The scheme and a last slash say nothing to the ear.
fn web(found: &Found<'_, '_>) -> Option<String> {
    let alone = !found.before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '@');
    alone.then(|| pieces(found.get(1).trim_end_matches('/')))
}

fn pieces(text: &str) -> String {
    let mut out = String::new();
    let mut run = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_ascii_alphanumeric() {
            run.push(c);
            continue;
        }
        out.extend(parts(&std::mem::take(&mut run)).into_iter().filter(|part| !part.is_empty()).map(|text| {
            if text.chars().all(|c| c.is_ascii_digit()) { super::digit_by_digit(text) } else { part(text) }
        }));
        out.push_str(match c {
            '.' => "、ドット、",
            '@' => "、アットマーク、",
            '/' => "、スラッシュ、",
            '-' => "、ハイフン、",
            '_' => "、アンダーバー、",
            '?' => "、クエスチョン、",
            '=' => "、イコール、",
            '#' => "、シャープ、",
            '&' => "、アンド、",
            '%' => "、パーセント、",
            '+' => "、プラス、",
            '~' | '～' => "、チルダ、",
            _ => "",
        });
    }
    out
}

/// ヘボン式 and 訓令式; `None` when it is not Japanese in Roman letters, or too short to be sure (`of`, `id`).
fn roman(text: &str) -> Option<String> {
    if text.len() < 4 || !text.is_ascii() {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let mut rest = lower.as_str();
    let mut out = String::new();
    while !rest.is_empty() {
        let next = rest.chars().next()?;
        let doubled = rest.len() > 2 && rest.chars().nth(1) == Some(next) && !"aiueon".contains(next);
        if doubled {
            out.push('ッ');
            rest = rest.get(1..)?;
            continue;
        }
        let (length, kana) = (1..=3).rev().find_map(|n| Some((n, SYLLABLES.get(rest.get(..n)?)?)))?;
        out.push_str(kana);
        rest = rest.get(length..)?;
    }
    Some(out)
}

static SYLLABLES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    const ROWS: &[(&str, &str)] = &[
        ("", "アイウエオ"),
        ("k", "カキクケコ"),
        ("s", "サシスセソ"),
        ("t", "タチツテト"),
        ("n", "ナニヌネノ"),
        ("h", "ハヒフヘホ"),
        ("m", "マミムメモ"),
        ("r", "ラリルレロ"),
        ("g", "ガギグゲゴ"),
        ("z", "ザジズゼゾ"),
        ("d", "ダヂヅデド"),
        ("b", "バビブベボ"),
        ("p", "パピプペポ"),
    ];
    const MORE: &[(&str, &str)] = &[
        ("ya", "ヤ"),
        ("yu", "ユ"),
        ("yo", "ヨ"),
        ("wa", "ワ"),
        ("wo", "オ"),
        ("n", "ン"),
        ("shi", "シ"),
        ("chi", "チ"),
        ("tsu", "ツ"),
        ("fu", "フ"),
        ("ji", "ジ"),
        ("sha", "シャ"),
        ("shu", "シュ"),
        ("sho", "ショ"),
        ("cha", "チャ"),
        ("chu", "チュ"),
        ("cho", "チョ"),
        ("ja", "ジャ"),
        ("ju", "ジュ"),
        ("jo", "ジョ"),
    ];
    let mut all = BTreeMap::new();
    for (consonant, kana) in ROWS {
        for (vowel, kana) in "aiueo".chars().zip(kana.chars()) {
            all.insert(format!("{consonant}{vowel}"), kana.to_string());
        }
        let i = kana.chars().nth(1).unwrap_or('イ');
        if !consonant.is_empty() && !matches!(*consonant, "d") {
            for (vowel, small) in "auo".chars().zip("ャュョ".chars()) {
                all.insert(format!("{consonant}y{vowel}"), format!("{i}{small}"));
            }
        }
    }
    all.extend(MORE.iter().map(|(roman, kana)| ((*roman).to_owned(), (*kana).to_owned())));
    all
});
