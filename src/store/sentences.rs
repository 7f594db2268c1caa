//! The sentence shown with a hit. Sentences are kept beside a document in the form in which they are looked through (as shown, as
//! read), so that a hit costs one search through text and one short line to parse.

use super::terms;
use crate::words::{Bit, Line};
use std::ops::Range;

/// Between the three forms of a sentence, and between sentences: control characters that no text contains.
const UNIT: char = '\u{1f}';
const RECORD: char = '\u{1e}';

/// Something to look for, already folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Needle {
    Shown(String),
    Read(String),
}

/// A sentence with the place of what was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) line: Line,
    /// Bits of `line`; empty when nothing in it is to be marked.
    pub(super) marked: Range<usize>,
}

/// Cuts the lines into sentences and keeps each in three forms: itself, as shown, as read.
pub(super) fn write(lines: &[Line]) -> String {
    let clean = |text: String| text.replace([UNIT, RECORD], "");
    let mut out = String::new();
    for sentence in lines.iter().flat_map(cut) {
        let (shown, read) = forms(&sentence);
        let itself = serde_json::to_string(&sentence).unwrap_or_default();
        for (form, end) in [(itself, UNIT), (shown.text, UNIT), (read.text, RECORD)] {
            out.push_str(&clean(form));
            out.push(end);
        }
    }
    out
}

/// The first sentence with most of the needles, marked at the first of them; `None` when none is in any.
pub(super) fn find(written: &str, needles: &[Needle]) -> Option<Found> {
    let count = |sentence: &Record<'_>| needles.iter().filter(|needle| sentence.has(needle)).count();
    let mut best: Option<(usize, &str)> = None;
    for sentence in records(written) {
        let found = count(&sentence);
        if found > best.map_or(0, |(most, _)| most) {
            best = Some((found, sentence.itself));
        }
    }
    let line: Line = serde_json::from_str(best?.1).ok()?;
    let marked = mark(&line, needles).unwrap_or(0..0);
    Some(Found { line, marked })
}

/// The first sentence, for a hit that lies in the title only.
pub(super) fn first(written: &str) -> Option<Line> {
    records(written).find_map(|sentence| serde_json::from_str(sentence.itself).ok())
}

/// The bits of `line` in which the first needle lies that is there. To bring a line into searched form costs more than to search it.
fn mark(line: &Line, needles: &[Needle]) -> Option<Range<usize>> {
    let (shown, read) = forms(line);
    needles.iter().find_map(|needle| {
        let (form, wanted) = match needle {
            Needle::Shown(wanted) => (&shown, wanted),
            Needle::Read(wanted) => (&read, wanted),
        };
        let from = form.text.find(wanted.as_str())?;
        let first = form.bit_at(from)?;
        let last = form.bit_at(from + wanted.len() - 1)?;
        Some(first..last + 1)
    })
}

struct Record<'a> {
    itself: &'a str,
    shown: &'a str,
    read: &'a str,
}

impl Record<'_> {
    fn has(&self, needle: &Needle) -> bool {
        match needle {
            Needle::Shown(wanted) => self.shown.contains(wanted.as_str()),
            Needle::Read(wanted) => self.read.contains(wanted.as_str()),
        }
    }
}

fn records(written: &str) -> impl Iterator<Item = Record<'_>> {
    written.split_terminator(RECORD).filter_map(|record| {
        let (itself, rest) = record.split_once(UNIT)?;
        let (shown, read) = rest.split_once(UNIT)?;
        Some(Record { itself, shown, read })
    })
}

/// A line in searched form, with the bit that each piece came from.
struct Form {
    text: String,
    /// Where in `text` each bit begins.
    starts: Vec<(usize, usize)>,
}

impl Form {
    fn bit_at(&self, byte: usize) -> Option<usize> {
        self.starts.iter().rev().find(|(start, _)| *start <= byte).map(|(_, bit)| *bit)
    }

    fn push(&mut self, bit: usize, piece: &str) {
        self.starts.push((self.text.len(), bit));
        self.text.push_str(&terms::squeeze(piece));
    }
}

fn forms(line: &Line) -> (Form, Form) {
    let new = || Form { text: String::new(), starts: vec![] };
    let (mut shown, mut read) = (new(), new());
    for (n, bit) in line.bits().iter().enumerate() {
        let base = terms::fold(&bit.base);
        let heard = if bit.ruby.is_empty() { terms::kana(&base) } else { terms::kana(&terms::fold(&bit.ruby)) };
        shown.push(n, &base);
        read.push(n, &heard);
    }
    (shown, read)
}

/// Sentences end at 。！？ or a Latin full stop, with whatever closes behind them, and at the end of the line.
fn cut(line: &Line) -> Vec<Line> {
    let (mut out, mut start, mut ended) = (vec![], 0, false);
    for (n, bit) in line.bits().iter().enumerate() {
        if ended && !CLOSES.contains(bit.base.as_str()) {
            out.push(line.cut(n).0.cut(start).1);
            (start, ended) = (n, false);
        }
        let full_stop = || {
            let next = line.bits().get(n + 1);
            bit.base.ends_with(['.', '!', '?']) && next.is_none_or(|next| next.base == " ")
        };
        ended = ended || "。！？".contains(bit.base.as_str()) || full_stop();
    }
    out.push(line.cut(start).1);
    let is_blank = |bit: &&Bit| bit.base.trim().is_empty();
    let ends = |bits: &[Bit]| bits.len() - bits.iter().rev().take_while(is_blank).count();
    let trimmed = out.into_iter().map(|sentence| sentence.cut(ends(sentence.bits())).0);
    trimmed.filter(|sentence| !sentence.is_empty()).collect()
}

/// What still belongs to the sentence that has just ended.
const CLOSES: &str = "。！？」』）〕】》 　";

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, needles: &[Needle], wanted: Option<(&str, &str)>) {
        let found = find(&write(&[Line::parse(source)]), needles);
        let text = found.map(|found| {
            let marked = Line::from_bits(found.line.bits()[found.marked].to_vec()).plain();
            (found.line.notation(), marked)
        });
        assert_eq!(text.as_ref().map(|(line, marked)| (line.as_str(), marked.as_str())), wanted, "{source}");
    }

    fn shown(text: &str) -> Needle {
        Needle::Shown(terms::squeeze(&terms::fold(text)))
    }

    fn read(text: &str) -> Needle {
        Needle::Read(terms::kana(&terms::squeeze(&terms::fold(text))))
    }

    #[test]
    fn the_sentence_around_the_hit_keeps_its_ruby() {
        let guide = "市《し》に 聞《き》く。罹災《りさい》証明《しょうめい》を とる。「はい。」と 言《い》う。";
        let risai = "｜罹災《りさい》｜証明《しょうめい》を とる。";
        check(guide, &[read("りさいしょ")], Some((risai, "罹災証明")));
        check(guide, &[read("さい")], Some((risai, "罹災")));
        check(guide, &[shown("証明をとる")], Some((risai, "証明を とる")));
        check(guide, &[read("はい")], Some(("「はい。」", "はい")));
        check(guide, &[shown("火事")], None);
        check("", &[shown("火事")], None);
    }

    #[test]
    fn the_sentence_with_most_of_the_words_wins() {
        let guide = "水は ここ。水と 食べものは あそこ。";
        check(guide, &[shown("食べもの"), shown("水")], Some(("水と 食べものは あそこ。", "食べもの")));
        check(guide, &[shown("水")], Some(("水は ここ。", "水")));
    }

    #[test]
    fn latin_sentences_end_at_full_stops() {
        let guide = "Leave the house. Take WATER (1.5 l). Call 119!";
        check(guide, &[shown("water")], Some(("Take WATER (1.5 l).", "WATER")));
        check(guide, &[shown("119")], Some(("Call 119!", "119!")));
    }

    #[test]
    fn signs_of_our_own_in_a_text_do_no_harm() {
        check("あ\u{1e}い\u{1f}う。え。", &[shown("え")], Some(("え。", "え")));
    }
}
