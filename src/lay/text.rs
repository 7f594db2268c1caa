//! Breaks a line of text and sets it with its ruby. Lines end where `words::willing` lets them (行頭・行末禁則 of JIS X 4051), 、and 。
//! hang over the right margin, ruby reaches over kana beside it (jlreq) but never over other ruby.

use super::{Measure, Run, frame::Style};
use crate::words::{Bit, Line, willing};
use std::ops::Range;

/// Ruby stands at half the size of its base.
const RUBY: f32 = 0.5;
/// From one line to the next, in ems: with ruby and without.
const PITCH: (f32, f32) = (1.6, 1.45);
/// From the top of a line to its base text, in ems: with ruby and without.
const HEAD: (f32, f32) = (0.52, 0.2);

/// What hangs over the margin reaches no farther than the narrowest margin, that of a row, in millimetres.
const HANG: f32 = 2.8;

/// Text broken into lines, not yet placed.
pub(super) struct Broken {
    pieces: Vec<Piece>,
    lines: Vec<Range<usize>>,
    style: Style,
    has_ruby: bool,
    /// All of the text is in `lines`.
    pub complete: bool,
}

/// What is never broken further: a bit, or a sign of a bit that is wider than the line.
struct Piece {
    base: String,
    ruby: String,
    /// Which bit of the line it comes from, and whether it is its beginning.
    bit: usize,
    begins: bool,
    phrase: u16,
    bold: bool,
    base_w: f32,
    ruby_w: f32,
    /// How far its ruby may reach over the neighbours.
    reach: (f32, f32),
}

impl Piece {
    /// What it takes on the line when it stands first on it or not.
    fn w(&self, first: Place) -> f32 {
        let left = if first == Place::First { 0.0 } else { self.reach.0 };
        self.base_w.max(self.ruby_w - left - self.reach.1)
    }
    fn reach(&self, first: Place) -> (f32, f32) {
        let over = (self.ruby_w - self.w(first)).max(0.0);
        let (left, right) = (if first == Place::First { 0.0 } else { self.reach.0 }, self.reach.1);
        let share = if left + right > 0.0 { over / (left + right) } else { 0.0 };
        (left * share, right * share)
    }
    /// What hangs over the margin at the end of a line.
    fn hang(&self) -> f32 {
        if matches!(self.base.as_str(), "、" | "。") { (self.base_w / 2.0).min(HANG) } else { 0.0 }
    }
    fn is_space(&self) -> bool {
        matches!(self.base.as_str(), " " | "　")
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Later,
}

/// Breaks `line` to `width`; gives up after `most` lines, for callers who only ask whether it fits.
pub(super) fn breaks(line: &Line, style: Style, width: f32, most: usize, measure: &mut dyn Measure) -> Broken {
    let bits = line.bits();
    let has_ruby = style.ruby && bits.iter().any(|bit| !bit.ruby.is_empty());
    let mut breaker = Breaker { bits, style, has_ruby, width, measure, pieces: vec![], next: 0 };
    let mut lines = vec![];
    let mut start = 0;
    while lines.len() < most {
        let end = breaker.line(start);
        if end == start {
            break;
        }
        lines.push(start..end);
        start = end;
    }
    let complete = start == breaker.pieces.len() && breaker.next == bits.len();
    Broken { pieces: breaker.pieces, lines, style, has_ruby, complete }
}

struct Breaker<'a> {
    bits: &'a [Bit],
    style: Style,
    has_ruby: bool,
    width: f32,
    measure: &'a mut dyn Measure,
    pieces: Vec<Piece>,
    next: usize,
}

impl Breaker<'_> {
    /// Where the line that begins with piece `start` ends.
    fn line(&mut self, start: usize) -> usize {
        let (mut x, mut must, mut glad) = (0.0, None, None);
        let mut at = start;
        while self.has(at) {
            let willing = if at > start { self.willing(at) } else { 0 };
            must = if willing > 0 { Some(at) } else { must };
            glad = if willing > 1 { Some((at, x)) } else { glad };
            let place = if at == start { Place::First } else { Place::Later };
            let Some(piece) = self.pieces.get(at) else { break };
            let (w, reach) = (piece.w(place), piece.reach(place).1);
            if at > start && !piece.is_space() && x + w + reach > self.width + piece.hang() + 0.01 {
                let strands = must.is_some_and(|must| self.strands(must));
                let whole = |from: f32| strands && from > 0.2 * self.width && x + w - from < self.width - self.style.em;
                let pleasant = glad.filter(|(_, from)| *from > 0.45 * self.width || whole(*from)).map(|(at, _)| at);
                return pleasant.or(must).unwrap_or(at);
            }
            x += w;
            at += 1;
        }
        at
    }

    /// Only one or two signs of a word would stand on the next line, and nothing after them: 「あぶない」「か」.
    fn strands(&mut self, at: usize) -> bool {
        !(self.has(at + 1) && self.has(at + 2))
    }

    /// Whether there is a piece at `at`; measures on as far as needed.
    fn has(&mut self, at: usize) -> bool {
        while self.pieces.len() <= at {
            let Some(bit) = self.bits.get(self.next) else { return false };
            self.take(bit);
            self.next += 1;
        }
        true
    }

    fn take(&mut self, bit: &Bit) {
        let bold = self.style.bold || bit.strong;
        let base_w = self.measure.width(&bit.base, self.style.em, bold);
        let signs: Vec<char> = bit.base.chars().collect();
        if base_w <= self.width || signs.len() < 2 {
            return self.push(bit, bit.base.as_str(), bit.ruby.as_str(), base_w, 0);
        }
        // Wider than the line: broken anywhere, the ruby dealt out evenly.
        let ruby: Vec<char> = bit.ruby.chars().collect();
        for (n, sign) in signs.iter().enumerate() {
            let part = n * ruby.len() / signs.len()..(n + 1) * ruby.len() / signs.len();
            let above: String = ruby.get(part).unwrap_or_default().iter().collect();
            let base = sign.to_string();
            let base_w = self.measure.width(&base, self.style.em, bold);
            self.push(bit, &base, &above, base_w, n);
        }
    }

    /// `nth`: which sign of a bit that is broken; 0 for a whole bit.
    fn push(&mut self, bit: &Bit, base: &str, ruby: &str, base_w: f32, nth: usize) {
        let ruby = if self.has_ruby { ruby } else { "" };
        let bold = self.style.bold || bit.strong;
        let ruby_w = if ruby.is_empty() { 0.0 } else { self.measure.width(ruby, RUBY * self.style.em, bold) };
        let reach = if ruby_w > base_w {
            (self.lends(self.next.checked_sub(1)), self.lends(Some(self.next + 1)))
        } else {
            (0.0, 0.0)
        };
        let (base, ruby) = (base.to_owned(), ruby.to_owned());
        self.pieces.push(Piece {
            base,
            ruby,
            bit: self.next,
            begins: nth == 0,
            phrase: bit.phrase,
            bold,
            base_w,
            ruby_w,
            reach,
        });
    }

    /// How much room above itself the neighbour lends to ruby.
    fn lends(&mut self, neighbour: Option<usize>) -> f32 {
        let bit = neighbour.and_then(|n| self.bits.get(n)).filter(|bit| bit.ruby.is_empty());
        let Some(bit) = bit else { return 0.0 };
        let w = self.measure.width(&bit.base, self.style.em, self.style.bold || bit.strong);
        (w / 2.0).min(self.style.em / 4.0)
    }

    fn willing(&self, at: usize) -> u8 {
        let bit = |at: usize| self.pieces.get(at).and_then(|piece| self.bits.get(piece.bit));
        match (bit(at.saturating_sub(1)), bit(at), self.pieces.get(at)) {
            (Some(_), Some(_), Some(piece)) if !piece.begins => 1,
            (Some(before), Some(after), _) => willing(before, after),
            _ => 0,
        }
    }
}

impl Broken {
    pub(super) fn pitch(&self) -> f32 {
        let least = if self.style.close { 0.07 } else { 0.0 };
        self.style.em * (if self.has_ruby { PITCH.0 } else { PITCH.1 } - least)
    }

    pub(super) fn lines(&self) -> usize {
        self.lines.len()
    }

    pub(super) fn h(&self) -> f32 {
        self.lines.len() as f32 * self.pitch()
    }

    /// Gives all the room for ruby if one has some, so that they stand on one line side by side.
    pub(super) fn level<'a>(side_by_side: impl Iterator<Item = &'a mut Self>) {
        let mut all: Vec<_> = side_by_side.collect();
        let any = all.iter().any(|broken| broken.has_ruby);
        for broken in &mut all {
            broken.has_ruby = any;
        }
    }

    /// How far under the top the middle of the words is, where a picture beside them stands: on one line that of the base text, without
    /// its ruby.
    pub(super) fn middle(&self) -> f32 {
        let head = if self.has_ruby { HEAD.0 } else { HEAD.1 };
        if self.lines.len() == 1 { (head + 0.5) * self.style.em } else { self.h() / 2.0 }
    }

    /// Width of the widest line.
    pub(super) fn w(&self) -> f32 {
        self.lines.iter().map(|line| self.line_w(line)).fold(0.0, f32::max)
    }

    fn line_w(&self, line: &Range<usize>) -> f32 {
        let pieces = self.pieces.get(line.clone()).unwrap_or_default();
        let last = pieces.iter().rposition(|piece| !piece.is_space()).map_or(0, |n| n + 1);
        pieces.iter().take(last).enumerate().map(|(n, piece)| piece.w(place(n))).sum()
    }

    /// Which bit begins line `n`; `None` when the line begins inside a bit.
    pub(super) fn begins(&self, n: usize) -> Option<usize> {
        let piece = self.lines.get(n).and_then(|line| self.pieces.get(line.start))?;
        piece.begins.then_some(piece.bit)
    }

    /// Every line but the last ends between words.
    pub(super) fn ends_gladly(&self) -> bool {
        let mut ends = self.lines.iter().rev().skip(1).filter_map(|line| self.pieces.get(line.end.checked_sub(1)?));
        let glad = |piece: &Piece| piece.base.chars().last().is_some_and(|c| " 　、。・！？".contains(c));
        let mut opens = self.lines.iter().skip(1).filter_map(|line| self.pieces.get(line.start));
        ends.all(glad) || opens.all(|piece| piece.base.starts_with(['（', '(', '「']))
    }

    /// As [`Self::runs`], with another distance from line to line.
    pub(super) fn runs_close(&self, x: f32, y: f32, w: f32, pitch: f32) -> Vec<Run> {
        let mut out = vec![];
        for (n, line) in self.lines.iter().enumerate() {
            let left = x + (w - self.line_w(line)).max(0.0) / 2.0;
            self.line_runs(line, left, y + n as f32 * pitch - HEAD.1 * self.style.em, &mut out);
        }
        out
    }

    /// Height of the lines when they stand as close as ruby lets them.
    pub(super) fn close_h(&self) -> f32 {
        let (pitch, whole) = (self.close_pitch(), self.lines.len().saturating_sub(1) as f32);
        if self.lines.len() < 2 { self.h() } else { whole * pitch + (self.head() + 1.0) * self.style.em }
    }

    fn close_pitch(&self) -> f32 {
        (self.head() + 1.0) * self.style.em
    }

    fn head(&self) -> f32 {
        if self.has_ruby { HEAD.0 } else { HEAD.1 }
    }

    /// As [`Self::runs`], in the middle of `w`, for a height of [`Self::close_h`].
    pub(super) fn close_runs(&self, x: f32, y: f32, w: f32) -> Vec<Run> {
        let pitch = if self.lines.len() < 2 { self.pitch() } else { self.close_pitch() };
        let mut out = vec![];
        for (n, line) in self.lines.iter().enumerate() {
            let left = x + (w - self.line_w(line)).max(0.0) / 2.0;
            self.line_runs(line, left, y + n as f32 * pitch, &mut out);
        }
        out
    }

    /// The runs, from the top left corner (`x`, `y`); `align` 0 sets lines flush left, 0.5 centres them in `w`.
    pub(super) fn runs(&self, x: f32, y: f32, w: f32, align: f32) -> Vec<Run> {
        let mut out = vec![];
        for (n, line) in self.lines.iter().enumerate() {
            let left = x + (w - self.line_w(line)).max(0.0) * align;
            self.line_runs(line, left, y + n as f32 * self.pitch(), &mut out);
        }
        out
    }

    /// Each line by itself from its own top left corner: what it says, how wide it is, its runs.
    pub(super) fn by_line(&self) -> impl Iterator<Item = (String, f32, Vec<Run>)> + '_ {
        self.lines.iter().map(|line| {
            let mut runs = vec![];
            self.line_runs(line, 0.0, 0.0, &mut runs);
            let pieces = self.pieces.get(line.clone()).unwrap_or_default();
            (pieces.iter().map(|piece| piece.base.as_str()).collect(), self.line_w(line), runs)
        })
    }

    fn line_runs(&self, line: &Range<usize>, mut x: f32, y: f32, out: &mut Vec<Run>) {
        let em = self.style.em;
        let head = em * if self.has_ruby { HEAD.0 } else { HEAD.1 };
        let mut open = false;
        let pieces = self.pieces.get(line.clone()).unwrap_or_default();
        let last = pieces.iter().rposition(|piece| !piece.is_space()).map_or(0, |n| n + 1);
        for (n, piece) in pieces.iter().take(last).enumerate() {
            let (w, reach) = (piece.w(place(n)), piece.reach(place(n)));
            let plain = piece.ruby.is_empty();
            let joins = |run: &&mut Run| plain && open && run.phrase == piece.phrase && run.bold == piece.bold;
            if let Some(run) = out.last_mut().filter(joins) {
                run.text += &piece.base;
                run.w += w;
            } else {
                let space = (w - piece.base_w).max(0.0) / piece.base.chars().count().max(1) as f32;
                let at = (x + space / 2.0, y + head);
                out.push(Run::set(at, w - space / 2.0, em, space, piece, piece.base.clone()));
            }
            if !plain {
                let over = w + reach.0 + reach.1;
                let space = (over - piece.ruby_w).max(0.0) / piece.ruby.chars().count().max(1) as f32;
                let at = (x - reach.0 + space / 2.0, y);
                out.push(Run::set(at, over - space / 2.0, RUBY * em, space, piece, piece.ruby.clone()));
            }
            open = plain;
            x += w;
        }
    }
}

impl Run {
    fn set(at: (f32, f32), w: f32, em: f32, space: f32, piece: &Piece, text: String) -> Self {
        Self { x: at.0, y: at.1, w, em, bold: piece.bold, space, phrase: piece.phrase, text }
    }
}

const fn place(n: usize) -> Place {
    if n == 0 { Place::First } else { Place::Later }
}
