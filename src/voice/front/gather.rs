//! Brings together what the dictionary found in the text as written (`raw`) and what became of it when numbers were written out
//! (`said`): 「20日」 is three words in the one and ハツカ in the other.

use super::{
    super::{
        kana::{hiragana, is_kana, morae, spelled},
        normal::Piece,
    },
    Word,
};
use jpreprocess_njd::NJDNode;
use std::ops::Range;

/// The words of `text`, each with its place.
pub(super) fn words(text: &str, pieces: &[Piece], raw: &[NJDNode], said: &[NJDNode]) -> Vec<Word> {
    let places = places(pieces, raw);
    let mut words: Vec<Word> = vec![];
    for (before, after) in blocks(raw, said) {
        let Some(source) = union(places.get(before).unwrap_or_default()) else { continue };
        let nodes = said.get(after.clone()).unwrap_or_default();
        let counted = after.start.checked_sub(1).and_then(|n| said.get(n)).is_some_and(|node| node.get_pos().is_kazu());
        let (reading, spoken) = sound(nodes, counted);
        match words.last_mut().filter(|last| last.source.end > source.start) {
            Some(last) => {
                last.source.end = last.source.end.max(source.end);
                last.reading.push_str(&reading);
                last.spoken.push_str(&spoken);
            }
            None => words.push(Word { source, surface: String::new(), reading, spoken }),
        }
    }
    for word in &mut words {
        text.get(word.source.clone()).unwrap_or_default().clone_into(&mut word.surface);
    }
    with_gaps(text, words)
}

/// What the dictionary passed over (spaces, signs that are nothing to the ear) is a word without a reading.
fn with_gaps(text: &str, words: Vec<Word>) -> Vec<Word> {
    let mut out = vec![];
    let mut at = 0;
    let gap = |range: Range<usize>| {
        let surface = text.get(range.clone()).unwrap_or_default().to_owned();
        Word { source: range, surface, reading: String::new(), spoken: String::new() }
    };
    for word in words {
        out.extend((at < word.source.start).then(|| gap(at..word.source.start)));
        at = word.source.end;
        out.push(word);
    }
    out.extend((at < text.len()).then(|| gap(at..text.len())));
    out
}

/// Where in the source each node stands. A node inside a longer piece has the whole piece.
fn places(pieces: &[Piece], raw: &[NJDNode]) -> Vec<Range<usize>> {
    let signs: Vec<&Range<usize>> = pieces.iter().flat_map(|piece| piece.text.chars().map(|_| &piece.source)).collect();
    let mut at = 0;
    raw.iter()
        .map(|node| {
            let length = node.get_string().chars().count();
            let own = signs.get(at..at + length).unwrap_or_default();
            at += length;
            let (first, last) = (own.first(), own.last());
            first.zip(last).map_or(0..0, |(first, last)| first.start..last.end)
        })
        .collect()
}

fn union(places: &[Range<usize>]) -> Option<Range<usize>> {
    let start = places.iter().filter(|place| !place.is_empty()).map(|place| place.start).min()?;
    let end = places.iter().map(|place| place.end).max()?;
    Some(start..end)
}

/// Pairs of ranges of `raw` and `said` that belong together: where both have the same word, one each; between, what is left.
fn blocks(raw: &[NJDNode], said: &[NJDNode]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut out = vec![];
    let (mut r, mut s) = (0, 0);
    for (a, b) in anchors(raw, said) {
        if r < a || s < b {
            out.push((r..a, s..b));
        }
        out.push((a..a + 1, b..b + 1));
        (r, s) = (a + 1, b + 1);
    }
    if r < raw.len() || s < said.len() {
        out.push((r..raw.len(), s..said.len()));
    }
    out
}

/// The longest common subsequence of words.
fn anchors(raw: &[NJDNode], said: &[NJDNode]) -> Vec<(usize, usize)> {
    let same = |a: usize, b: usize| matches!((raw.get(a), said.get(b)), (Some(x), Some(y)) if x.get_string() == y.get_string());
    let width = said.len() + 1;
    let mut best = vec![0_u16; (raw.len() + 1) * width];
    let at = |best: &[u16], a: usize, b: usize| best.get(a * width + b).copied().unwrap_or(0);
    for a in (0..raw.len()).rev() {
        for b in (0..said.len()).rev() {
            let value =
                if same(a, b) { at(&best, a + 1, b + 1) + 1 } else { at(&best, a + 1, b).max(at(&best, a, b + 1)) };
            if let Some(cell) = best.get_mut(a * width + b) {
                *cell = value;
            }
        }
    }
    let (mut a, mut b, mut out) = (0, 0, vec![]);
    while a < raw.len() && b < said.len() {
        if same(a, b) && at(&best, a, b) == at(&best, a + 1, b + 1) + 1 {
            out.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if at(&best, a + 1, b) >= at(&best, a, b + 1) {
            a += 1;
        } else {
            b += 1;
        }
    }
    out
}

/// Reading as written and as it sounds, both in hiragana. `counted`: a number stands before.
fn sound(nodes: &[NJDNode], mut counted: bool) -> (String, String) {
    let (mut reading, mut spoken) = (String::new(), String::new());
    for node in nodes {
        let sound = node.get_pron().to_pure_string().replace('’', "");
        let number = node.get_pos().is_kazu();
        let sign = node.get_pos().to_string().starts_with("記号") || sound.chars().all(|c| "、？".contains(c));
        if sign {
            let kept = node.get_string();
            reading.push_str(if matches!(kept, "、" | "。" | "！" | "？") { kept } else { "" });
        } else {
            let written = node.get_read().unwrap_or(&sound);
            reading.push_str(&hiragana(&match (number, counted) {
                (true, _) => spelled(&sound),
                (false, _) if node.get_string().chars().all(is_kana) => node.get_string().to_owned(),
                (false, true) => changed_by_number(written, &sound),
                _ => written.to_owned(),
            }));
            spoken.push_str(&hiragana(&sound));
        }
        counted = number;
    }
    (reading, spoken)
}

/// ホン after 六 is ポン: the first mora as it sounds, the rest as written.
fn changed_by_number(written: &str, sound: &str) -> String {
    let (a, b) = (morae(written), morae(sound));
    match (a.get(1..), b.first()) {
        (Some(rest), Some(first)) if a.len() == b.len() => format!("{first}{}", rest.concat()),
        _ => spelled(sound),
    }
}
