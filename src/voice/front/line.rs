//! Lines: ruby where the author gave none, and the author's ruby kept when the line is said.

use super::super::kana::{hiragana, katakana};
use super::{FrontEnd, Word, ruby};
use crate::words::{Bit, Line, Ruby, is_kanji};
use std::ops::Range;

/// Longer bases are divided where the dictionary divides them: a base is never broken at the end of a line.
const LONG: usize = 3;

/// A stretch of the text and the ruby that belongs on it.
#[derive(Clone, Debug)]
struct Mark {
    /// Bytes of the text.
    at: Range<usize>,
    ruby: String,
}

/// The line with ruby on every kanji that has none.
pub(super) fn with_ruby(front: &FrontEnd, line: &Line) -> Line {
    let (text, places) = said(front, line);
    let marks = marks(front, &text, &front.words(&text));
    let mut bits: Vec<Bit> = vec![];
    let mut end = 0;
    for (bit, place) in line.bits().iter().zip(&places) {
        if place.start < end {
            // Already under the ruby of the bits before.
            if let Some(last) = bits.last_mut() {
                last.base = format!("{}{}", last.base, bit.base).into();
            }
            continue;
        }
        let mark = bit.ruby.is_empty().then(|| marks.iter().find(|mark| mark.at.start == place.start)).flatten();
        match mark.filter(|mark| covers_whole_bits(mark, line, &places)) {
            Some(mark) => {
                end = mark.at.end;
                bits.push(Bit { ruby: mark.ruby.as_str().into(), by: Ruby::FrontEnd, ..bit.clone() });
            }
            None => bits.push(bit.clone()),
        }
    }
    Line::from_bits(bits)
}

/// The text to be read for a line: its own, with kana where the author's ruby says something else than the dictionary.
pub(super) fn heard(front: &FrontEnd, line: &Line) -> String {
    said(front, line).0
}

/// The text to be read and the bytes of each bit in it.
fn said(front: &FrontEnd, line: &Line) -> (String, Vec<Range<usize>>) {
    let (text, places) = written(line, |_, bit| bit.base.to_string());
    let by_author = |bit: &Bit| !bit.ruby.is_empty() && bit.by == Ruby::Author;
    if !line.bits().iter().any(by_author) {
        return (text, places);
    }
    let words = front.words(&text);
    let marks = parts(&words);
    written(line, |n, bit| {
        let agrees =
            places.get(n).is_some_and(|place| reading_of(place, &marks).as_deref() == Some(&hiragana(&bit.ruby)));
        if by_author(bit) && !agrees { katakana(&bit.ruby) } else { bit.base.to_string() }
    })
}

fn written(line: &Line, text_of: impl Fn(usize, &Bit) -> String) -> (String, Vec<Range<usize>>) {
    let (mut text, mut places) = (String::new(), vec![]);
    for (n, bit) in line.bits().iter().enumerate() {
        let start = text.len();
        text.push_str(&text_of(n, bit));
        places.push(start..text.len());
    }
    (text, places)
}

/// What the dictionary reads just here, if its parts end where the place does.
fn reading_of(place: &Range<usize>, marks: &[Mark]) -> Option<String> {
    let inside: Vec<&Mark> =
        marks.iter().filter(|mark| mark.at.start < place.end && mark.at.end > place.start).collect();
    let (first, last) = (inside.first()?, inside.last()?);
    (first.at.start == place.start && last.at.end == place.end)
        .then(|| inside.iter().map(|mark| mark.ruby.as_str()).collect())
}

/// All parts of all words with what they are read as, kana as themselves.
fn parts(words: &[Word]) -> Vec<Mark> {
    let mut out = vec![];
    for word in words {
        let Some(parts) = ruby::align(&word.surface, &word.reading) else {
            out.push(Mark { at: word.source.clone(), ruby: hiragana(&word.reading) });
            continue;
        };
        let mut at = word.source.start;
        let mut signs = word.surface.chars();
        for part in parts {
            let base: String = signs.by_ref().take(part.length).collect();
            let ruby = if part.ruby.is_empty() { hiragana(&base) } else { part.ruby };
            out.push(Mark { at: at..at + base.len(), ruby });
            at += base.len();
        }
    }
    out
}

/// What gets ruby: kanji, and numbers only together with a kanji that is read differently after them.
fn marks(front: &FrontEnd, text: &str, words: &[Word]) -> Vec<Mark> {
    // What was written out from signs (「(水・祝)」) has no place for ruby.
    let word = |base: &str| base.chars().any(is_kanji) && base.chars().all(char::is_alphanumeric);
    let read =
        parts(words).into_iter().filter(|mark| text.get(mark.at.clone()).is_some_and(word) && !mark.ruby.is_empty());
    read.flat_map(|mark| divided(front, text, mark)).collect()
}

/// 災害用《さいがいよう》 → 災害《さいがい》用《よう》, where the parts by themselves are read the same.
fn divided(front: &FrontEnd, text: &str, mark: Mark) -> Vec<Mark> {
    let base = text.get(mark.at.clone()).unwrap_or_default();
    let digits = base.len() - base.trim_start_matches(|c: char| c.is_numeric()).len();
    if digits > 0 {
        return vec![without_digits(front, base, digits, mark)];
    }
    let signs: Vec<(usize, char)> = base.char_indices().collect();
    if signs.len() <= LONG || !signs.iter().all(|(_, c)| is_kanji(*c)) {
        return vec![mark];
    }
    let cuts = signs.iter().skip(1).map(|(n, _)| *n);
    let fitting = cuts.filter_map(|cut| {
        let (left, right) = base.split_at(cut);
        let head = front.only_kana(left);
        let fits = !head.is_empty() && mark.ruby.strip_prefix(head.as_str()) == Some(front.only_kana(right).as_str());
        // Few words, and two signs each, as most words of Chinese origin have.
        let [left, right] = [left, right].map(|half| (front.words(half).len(), half.chars().count()));
        let alone = usize::from(left.1 == 1) + usize::from(right.1 == 1);
        fits.then(|| ((left.0 + right.0 + alone, left.1.abs_diff(2)), cut, head))
    });
    let Some((_, cut, head)) = fitting.min_by_key(|(cost, ..)| *cost) else { return vec![mark] };
    let middle = mark.at.start + cut;
    let tail = mark.ruby.get(head.len()..).unwrap_or_default().to_owned();
    let halves = [Mark { at: mark.at.start..middle, ruby: head }, Mark { at: middle..mark.at.end, ruby: tail }];
    halves.into_iter().flat_map(|half| divided(front, text, half)).collect()
}

/// 5月《ごがつ》 → 5 and 月《がつ》; 1人《ひとり》 stays whole, because the number is not read as itself.
fn without_digits(front: &FrontEnd, base: &str, digits: usize, mark: Mark) -> Mark {
    let number = front.only_kana(base.get(..digits).unwrap_or_default());
    match mark.ruby.strip_prefix(number.as_str()) {
        Some(rest) if !rest.is_empty() => Mark { at: mark.at.start + digits..mark.at.end, ruby: rest.to_owned() },
        _ => mark,
    }
}

/// A mark that begins or ends inside a bit, or runs into the author's ruby or another phrase, is not set.
fn covers_whole_bits(mark: &Mark, line: &Line, places: &[Range<usize>]) -> bool {
    let under: Vec<(&Bit, &Range<usize>)> = line
        .bits()
        .iter()
        .zip(places)
        .filter(|(_, place)| place.start < mark.at.end && place.end > mark.at.start)
        .collect();
    let ends = under.last().is_some_and(|(_, place)| place.end == mark.at.end);
    let phrase = under.first().map(|(bit, _)| bit.phrase);
    ends && under.iter().all(|(bit, _)| bit.ruby.is_empty() && Some(bit.phrase) == phrase)
}
