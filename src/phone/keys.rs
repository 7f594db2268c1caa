//! The keyboard on the glass of the phone: twelve keys, pressed again for the next sign (ケータイ入力), as most people of the age know it. A sign is
//! never finished by waiting: 「→」 does that, or another key.

use super::{Dir, FaceItem, Gesture, Item, ItemKind, Keyboard, KeyboardKind, operate::KEY, state::Writing};
use crate::words::Line;

pub(super) const DONE: &str = "完了";
const DELETE: &str = "消す";
const NEXT: &str = "→";
const SPACE: &str = "空白";
const MODE: &str = "あA1";
const SMALL: &str = "゛゜小";
const CASE: &str = "aA";
const WORD: &str = "word-";

const KANA: &[&[&str]] = &[
    &["あ", "か", "さ", DELETE],
    &["た", "な", "は", NEXT],
    &["ま", "や", "ら", SPACE],
    &[MODE, SMALL, "わ", "、。", DONE],
];
const LATIN: &[&[&str]] = &[
    &["@.-", "abc", "def", DELETE],
    &["ghi", "jkl", "mno", NEXT],
    &["pqrs", "tuv", "wxyz", SPACE],
    &[MODE, CASE, "0-9", DONE],
];
const NUMBER: &[&[&str]] =
    &[&["1", "2", "3", DELETE], &["4", "5", "6", NEXT], &["7", "8", "9", "-"], &[MODE, "0", DONE]];

/// Keys whose signs are not those of their name.
const TURNS: &[(&str, &str)] = &[
    ("あ", "あいうえお"),
    ("か", "かきくけこ"),
    ("さ", "さしすせそ"),
    ("た", "たちつてと"),
    ("な", "なにぬねの"),
    ("は", "はひふへほ"),
    ("ま", "まみむめも"),
    ("や", "やゆよ"),
    ("ら", "らりるれろ"),
    ("わ", "わをんー"),
    ("、。", "、。？！"),
    ("@.-", "@.-_/"),
    ("0-9", "0123456789"),
];

/// Keys whose signs lie elsewhere when a finger moves.
const FLICKS: &[(&str, &str)] = &[("や", "や「ゆ」よ")];

/// What ゛゜小 makes of a sign, round and round.
const CHANGES: &[&str] = &[
    "かが",
    "きぎ",
    "くぐ",
    "けげ",
    "こご",
    "さざ",
    "しじ",
    "すず",
    "せぜ",
    "そぞ",
    "ただ",
    "ちぢ",
    "つっづ",
    "てで",
    "とど",
    "はばぱ",
    "ひびぴ",
    "ふぶぷ",
    "へべぺ",
    "ほぼぽ",
    "あぁ",
    "いぃ",
    "うぅゔ",
    "えぇ",
    "おぉ",
    "やゃ",
    "ゆゅ",
    "よょ",
    "わゎ",
];

/// What a key does.
pub(super) enum Pressed {
    Done,
    /// The field holds this now.
    Write {
        text: String,
        writing: Writing,
    },
}

fn rows(kind: KeyboardKind) -> &'static [&'static [&'static str]] {
    match kind {
        KeyboardKind::Kana | KeyboardKind::Flick => KANA,
        KeyboardKind::Latin => LATIN,
        KeyboardKind::Number => NUMBER,
    }
}

/// Presses the key `name` while the field holds `held`. `None`: there is no such key.
pub(super) fn press(writing: &Writing, held: &str, name: &str, field: &Item) -> Option<Pressed> {
    let still = |text: String| Pressed::Write { text, writing: Writing { turning: None, ..writing.clone() } };
    if let Some(at) = name.strip_prefix(WORD) {
        let (reading, word) = offered(held, field).into_iter().nth(at.parse().ok()?)?;
        return Some(still(format!("{}{word}", held.strip_suffix(reading.as_str()).unwrap_or(held))));
    }
    if !keys(writing.kind, field).iter().flatten().any(|key| *key == name) {
        return None;
    }
    let without_last = || {
        let mut text = held.to_owned();
        text.pop();
        text
    };
    Some(match name {
        DONE => Pressed::Done,
        DELETE => still(without_last()),
        NEXT => still(held.to_owned()),
        SPACE => still(format!("{held}　")),
        SMALL | CASE => still(changed(held)),
        MODE => {
            let kind = match writing.kind {
                KeyboardKind::Kana | KeyboardKind::Flick => KeyboardKind::Latin,
                KeyboardKind::Latin => KeyboardKind::Number,
                KeyboardKind::Number if field.keyboard == KeyboardKind::Flick => KeyboardKind::Flick,
                KeyboardKind::Number => KeyboardKind::Kana,
            };
            Pressed::Write { text: held.to_owned(), writing: Writing { kind, turning: None, ..writing.clone() } }
        }
        _ => {
            let signs: Vec<char> =
                TURNS.iter().find(|(key, _)| *key == name).map_or(name, |(_, signs)| signs).chars().collect();
            // Where a finger moves for the other signs, pressing again writes the same one again.
            let turns = writing.kind != KeyboardKind::Flick && signs.len() > 1;
            let before = writing.turning.as_ref().filter(|(key, _)| key == name && turns);
            let (text, at) = match before {
                Some((_, at)) => (without_last(), (at + 1) % signs.len()),
                None => (held.to_owned(), 0),
            };
            let text = format!("{text}{}", signs.get(at)?);
            Pressed::Write { text, writing: Writing { turning: Some((name.to_owned(), at)), ..writing.clone() } }
        }
    })
}

/// A finger that moves from a key writes another sign of it: left, up, right, down, in the order that all phones here have.
pub(super) fn flick(writing: &Writing, held: &str, name: &str, dir: Dir) -> Option<Pressed> {
    let at = match dir {
        Dir::Left => 1,
        Dir::Up => 2,
        Dir::Right => 3,
        Dir::Down => 4,
    };
    let signs = FLICKS.iter().chain(TURNS).find(|(key, _)| *key == name)?.1;
    let sign = signs.chars().nth(at).filter(|_| writing.kind == KeyboardKind::Flick)?;
    let writing = Writing { turning: Some((name.to_owned(), at)), ..writing.clone() };
    Some(Pressed::Write { text: format!("{held}{sign}"), writing })
}

/// The text with its last sign made small, voiced or large.
fn changed(held: &str) -> String {
    let mut text = held.to_owned();
    let Some(last) = text.pop() else { return text };
    let turned = CHANGES.iter().find_map(|round| {
        let signs: Vec<char> = round.chars().collect();
        let at = signs.iter().position(|sign| *sign == last)?;
        signs.get((at + 1) % signs.len()).copied()
    });
    let other = if last.is_ascii_lowercase() { last.to_ascii_uppercase() } else { last.to_ascii_lowercase() };
    text.push(turned.unwrap_or(other));
    text
}

/// Readings and words for the end of what was typed.
fn offered(held: &str, field: &Item) -> Vec<(String, String)> {
    field.words.iter().filter(|(reading, _)| held.ends_with(reading.as_str())).cloned().collect()
}

/// The keys that a field has: a secret of digits has digits only.
fn keys(kind: KeyboardKind, field: &Item) -> Vec<Vec<&'static str>> {
    let fits = |key: &&&str| field.secret.is_none() || **key != MODE;
    rows(kind).iter().map(|row| row.iter().filter(fits).copied().collect()).collect()
}

/// What a finger can do with a key.
fn gestures(kind: KeyboardKind, name: &str) -> Vec<Gesture> {
    let signs = FLICKS.iter().chain(TURNS).find(|(key, _)| *key == name).filter(|_| kind == KeyboardKind::Flick);
    let count = signs.map_or(0, |(_, signs)| signs.chars().count().saturating_sub(1));
    let moves = [Dir::Left, Dir::Up, Dir::Right, Dir::Down].into_iter().take(count).map(Gesture::Swipe);
    [Gesture::Tap].into_iter().chain(moves).collect()
}

/// The keyboard as it is shown.
pub(super) fn face(writing: &Writing, held: &str, field: &Item) -> Keyboard {
    let key = |name: &str, label: &str| FaceItem {
        on: writing.turning.as_ref().is_some_and(|(key, _)| key == name),
        ..FaceItem::bare(format!("{KEY}{name}"), ItemKind::Key, Line::verbatim(label), gestures(writing.kind, name))
    };
    let rows = keys(writing.kind, field).into_iter().map(|row| row.into_iter().map(|name| key(name, name)).collect());
    let words = offered(held, field).into_iter().enumerate().map(|(n, (_, word))| key(&format!("{WORD}{n}"), &word));
    Keyboard { kind: writing.kind, rows: rows.collect(), words: words.collect() }
}

/// Every name of a key that there can be, for checking what authors write.
pub(super) fn is_key(name: &str) -> bool {
    let all = [KANA, LATIN, NUMBER];
    all.into_iter().flatten().copied().flatten().any(|key| *key == name)
        || name.strip_prefix(WORD).is_some_and(|n| n.parse::<u8>().is_ok())
}
