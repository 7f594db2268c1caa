//! A line of text that is shown, heard, found and printed from one value.
//!
//! Ruby is written as Japanese readers know it from Aozora Bunko: `罹災《りさい》証明《しょうめい》`. It stands on the kanji just
//! before it; `｜` marks an odd start (`｜お手元《てもと》`).

use super::Tongue;
use smol_str::SmolStr;
use std::{fmt, ops::Range, sync::Arc};

/// The smallest piece that is never broken: one sign, one Latin word, or one word with its ruby.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bit {
    /// What stands on the line.
    pub base: SmolStr,
    /// The reading above it; empty when there is none.
    pub ruby: SmolStr,
    /// Who gave the reading. [`Ruby::Author`] when there is no ruby.
    pub by: Ruby,
    /// Counts from 0 within the line the bit was parsed in; this is what is lit while it is spoken.
    pub phrase: u16,
    /// Set off by weight.
    pub strong: bool,
}

/// Who gave a reading. An author's always counts; the front end's may be overruled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ruby {
    #[default]
    Author,
    /// Added by the Japanese front end when the pack was built.
    FrontEnd,
}

/// A piece of text with its readings. Cloning and cutting share the bits.
#[derive(Clone, Default)]
pub struct Line {
    bits: Arc<[Bit]>,
    range: Range<usize>,
    tongue: Option<Tongue>,
}

impl Line {
    /// Reads the ruby notation. Never fails: a mark without its partner is text.
    pub fn parse(source: &str) -> Self {
        Self::compose([Piece::Notation(source)])
    }

    /// As [`Line::parse`], set off by weight.
    pub fn parse_strong(source: &str) -> Self {
        Self::compose([Piece::Strong(source)])
    }

    /// Text in which `《` and `｜` mean nothing: what a person typed, a name from a file.
    pub fn verbatim(text: &str) -> Self {
        Self::compose([Piece::Verbatim(text)])
    }

    /// One line from pieces of different kinds, as if it had been written in one go: phrases run on over the seams.
    pub fn compose<'a>(pieces: impl IntoIterator<Item = Piece<'a>>) -> Self {
        let mut reader = Reader::default();
        for piece in pieces {
            if matches!(piece, Piece::Verbatim(_) | Piece::Bits(_)) {
                reader.floor = usize::MAX;
            } else if reader.floor == usize::MAX {
                reader.floor = reader.bits.len();
            }
            match piece {
                Piece::Notation(source) => reader.read(source, false),
                Piece::Strong(source) => reader.read(source, true),
                Piece::Verbatim(text) => text.chars().for_each(|c| reader.sign(c, false)),
                Piece::Bits(bits) => bits.iter().for_each(|bit| reader.bit(bit)),
            }
        }
        Self::from_bits(reader.bits)
    }

    pub fn from_bits(bits: Vec<Bit>) -> Self {
        let range = 0..bits.len();
        Self { bits: bits.into(), range, tongue: None }
    }

    /// The same line, which is in this tongue whatever page it stands on: a voice of that tongue says it.
    #[must_use]
    pub fn in_tongue(&self, tongue: &Tongue) -> Self {
        Self { tongue: Some(tongue.clone()), ..self.clone() }
    }

    /// The tongue it is in, where that is not the page's.
    pub const fn tongue(&self) -> Option<&Tongue> {
        self.tongue.as_ref()
    }

    pub fn bits(&self) -> &[Bit] {
        self.bits.get(self.range.clone()).unwrap_or_default()
    }

    pub fn is_empty(&self) -> bool {
        self.range.is_empty()
    }

    /// As shown, without ruby: also the accessible name and the text on paper.
    pub fn plain(&self) -> String {
        self.bits().iter().map(|bit| bit.base.as_str()).collect()
    }

    /// As heard: a reading wins over what it stands on.
    pub fn spoken(&self) -> String {
        let heard = |bit: &Bit| if bit.ruby.is_empty() { bit.base.clone() } else { bit.ruby.clone() };
        self.bits().iter().map(heard).collect::<Vec<_>>().concat()
    }

    /// Back into the notation that [`Line::parse`] reads. Weight is not written.
    pub fn notation(&self) -> String {
        let mut out = String::new();
        for bit in self.bits() {
            if bit.ruby.is_empty() {
                out.push_str(&bit.base);
            } else {
                out.extend(["｜", &bit.base, "《", &bit.ruby, "》"]);
            }
        }
        out
    }

    /// Both halves of the line, cut before bit `at`.
    pub fn cut(&self, at: usize) -> (Self, Self) {
        let middle = (self.range.start + at).min(self.range.end);
        let half = |range| Self { bits: Arc::clone(&self.bits), range, tongue: self.tongue.clone() };
        (half(self.range.start..middle), half(middle..self.range.end))
    }

    /// The same line with these bits set off by weight.
    #[must_use]
    pub fn set_off(&self, bits: &Range<usize>) -> Self {
        let weighed = |(n, bit): (usize, &Bit)| Bit { strong: bit.strong || bits.contains(&n), ..bit.clone() };
        let line = Self::from_bits(self.bits().iter().enumerate().map(weighed).collect());
        Self { tongue: self.tongue.clone(), ..line }
    }

    /// One line after the other; the phrases of the second count on.
    #[must_use]
    pub fn join(&self, next: &Self) -> Self {
        let offset = self.bits().last().map_or(0, |bit| bit.phrase + 1);
        let moved = next.bits().iter().map(|bit| Bit { phrase: bit.phrase + offset, ..bit.clone() });
        let line = Self::from_bits(self.bits().iter().cloned().chain(moved).collect());
        Self { tongue: self.tongue.clone(), ..line }
    }

    /// The pieces that are lit one after the other, as ranges of bits.
    pub fn phrases(&self) -> Vec<(u16, Range<usize>)> {
        let mut out: Vec<(u16, Range<usize>)> = vec![];
        for (n, bit) in self.bits().iter().enumerate() {
            match out.last_mut() {
                Some((phrase, range)) if *phrase == bit.phrase => range.end = n + 1,
                _ => out.push((bit.phrase, n..n + 1)),
            }
        }
        out
    }
}

impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        let same = Arc::ptr_eq(&self.bits, &other.bits) && self.range == other.range;
        self.tongue == other.tongue && (same || self.bits() == other.bits())
    }
}
impl Eq for Line {}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.notation())
    }
}

impl From<&str> for Line {
    fn from(source: &str) -> Self {
        Self::parse(source)
    }
}

/// What [`Line::compose`] puts together.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'a> {
    /// Text in the ruby notation.
    Notation(&'a str),
    /// The same, set off by weight.
    Strong(&'a str),
    /// Text in which no sign means anything.
    Verbatim(&'a str),
    /// Part of another line.
    Bits(&'a [Bit]),
}

#[derive(Default)]
struct Reader {
    bits: Vec<Bit>,
    phrase: u16,
    ended: bool,
    mark: Option<usize>,
    /// Ruby reaches back no further than this: never into what was put in. `usize::MAX` while something is being put in.
    floor: usize,
}

impl Reader {
    fn read(&mut self, source: &str, strong: bool) {
        let mut rest = source;
        while let Some(c) = rest.chars().next() {
            let after = &rest[c.len_utf8()..];
            match (c, after.split_once('》')) {
                ('｜', Some((before, _))) if before.contains('《') => self.mark = Some(self.bits.len()),
                ('《', Some((ruby, tail))) if self.can_carry_ruby() && !ruby.is_empty() => {
                    self.ruby(ruby);
                    rest = tail;
                    continue;
                }
                _ => self.sign(c, strong),
            }
            rest = after;
        }
        self.mark = None;
    }

    /// Takes a bit that was read before: its reading, its weight and who gave the reading stay.
    fn bit(&mut self, bit: &Bit) {
        if bit.ruby.is_empty() {
            bit.base.chars().for_each(|c| self.sign(c, bit.strong));
        } else {
            self.breathe(bit.base.chars().next());
            self.bits.push(Bit { phrase: self.phrase, ..bit.clone() });
            self.ended |= bit.base.ends_with(|c| ENDS.contains(c));
        }
    }

    fn base_start(&self) -> usize {
        let is_base = |bit: &Bit| bit.ruby.is_empty() && bit.base.chars().all(is_kanji);
        let start = self.mark.unwrap_or_else(|| self.bits.iter().rposition(|bit| !is_base(bit)).map_or(0, |n| n + 1));
        start.max(self.floor)
    }

    fn can_carry_ruby(&self) -> bool {
        self.base_start() < self.bits.len()
    }

    fn ruby(&mut self, ruby: &str) {
        let start = self.base_start();
        self.mark = None;
        let taken = self.bits.split_off(start);
        let (phrase, strong) = taken.first().map_or((self.phrase, false), |bit| (bit.phrase, bit.strong));
        let base = taken.iter().map(|bit| bit.base.as_str()).collect();
        self.bits.push(Bit { base, ruby: ruby.into(), by: Ruby::Author, phrase, strong });
    }

    /// Begins a new phrase when the last one has ended and this sign does not belong to it any more.
    fn breathe(&mut self, next: Option<char>) {
        if self.ended && !next.is_some_and(|c| CLOSES.contains(c)) {
            self.phrase = self.phrase.saturating_add(1);
            self.ended = false;
        }
    }

    fn sign(&mut self, c: char, strong: bool) {
        self.ended |= c == ' ' && self.bits.last().is_some_and(ends_latin);
        self.breathe(Some(c));
        let joins = |bit: &&mut Bit| in_word(c) && bit.ruby.is_empty() && bit.base.chars().all(in_word);
        let joined = self.bits.len() > self.mark.unwrap_or(0);
        match self.bits.last_mut().filter(joins) {
            Some(word) if joined && word.strong == strong => word.base = format!("{}{c}", word.base).into(),
            _ => self.bits.push(Bit { base: c.to_string().into(), phrase: self.phrase, strong, ..Bit::default() }),
        }
        self.ended |= ENDS.contains(c);
    }
}

/// A phrase ends here: where a voice takes breath.
const ENDS: &str = "。！？、";
/// In Latin text a word that ends so, followed by a space, ends the phrase.
fn ends_latin(bit: &Bit) -> bool {
    let word = bit.base.trim_end_matches(['"', '\'', '’', '”', ')', ']']);
    word.len() > 1 && word.ends_with(['.', ',', '!', '?', ';', ':'])
}

/// Signs that still belong to the phrase that has just ended.
const CLOSES: &str = "。！？、」』）〕】》 　";
/// Signs that hold together as a word: Latin with all its marks, digits, and the signs written among them.
fn in_word(c: char) -> bool {
    c.is_ascii_graphic()
        || matches!(c, '\u{300}'..='\u{36f}' | '’')
        || (c.is_alphanumeric() && c < '\u{1100}')
        || is_hangul(c)
        || matches!(c, '\u{1e00}'..='\u{1eff}')
}

/// Korean lines end between words, as Latin ones do.
const fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{ac00}'..='\u{d7a3}')
}

/// Kanji, for ruby and for readings.
pub fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '〆' | '〇' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, plain: &str, spoken: &str) {
        let line = Line::parse(source);
        assert_eq!((line.plain().as_str(), line.spoken().as_str()), (plain, spoken), "{source}");
        assert_eq!(Line::parse(&line.notation()), line, "{source}");
    }

    #[test]
    fn ruby_stands_on_the_kanji_before_it() {
        check("罹災《りさい》証明《しょうめい》を とる。", "罹災証明を とる。", "りさいしょうめいを とる。");
        check("｜お手元《おてもと》の", "お手元の", "おてもとの");
        check("人々《ひとびと》", "人々", "ひとびと");
        check("｜119《いちいちきゅう》番", "119番", "いちいちきゅう番");
    }

    #[test]
    fn a_mark_without_its_partner_is_text() {
        for odd in ["《だれ》", "漢字《かんじ", "｜縦", "》", "漢字《》", "あ《い》"] {
            assert_eq!(Line::parse(odd).plain(), odd);
        }
        assert_eq!(Line::verbatim("漢字《かんじ》").plain(), "漢字《かんじ》");
    }

    #[test]
    fn phrases_end_where_a_voice_takes_breath() {
        let line = Line::parse("「はい。」と 言って、待《ま》つ。");
        let phrases: Vec<_> =
            line.phrases().into_iter().map(|(_, r)| Line::from_bits(line.bits()[r].to_vec()).plain()).collect();
        assert_eq!(phrases, ["「はい。」", "と 言って、", "待つ。"]);
    }

    #[test]
    fn latin_phrases_end_at_punctuation_before_a_space() {
        let line = Line::parse("Call 119. (It is free, day and night.) Say: fire! No. 3.5 km");
        let phrases: Vec<_> =
            line.phrases().into_iter().map(|(_, r)| Line::from_bits(line.bits()[r].to_vec()).plain()).collect();
        assert_eq!(phrases, ["Call 119. ", "(It is free, ", "day and night.) ", "Say: ", "fire! ", "No. ", "3.5 km"]);
    }

    #[test]
    fn latin_words_are_one_bit() {
        let line = Line::parse("Wi-Fiと web171");
        assert_eq!(line.bits().iter().map(|b| b.base.as_str()).collect::<Vec<_>>(), ["Wi-Fi", "と", " ", "web171"]);
        let line = Line::parse("대피소(避難所)입니다. 물 3개");
        let bits: Vec<_> = line.bits().iter().map(|b| b.base.as_str()).collect();
        assert_eq!(bits, ["대피소(", "避", "難", "所", ")입니다.", " ", "물", " ", "3개"]);
        let line = Line::parse("Số điện thoại");
        assert_eq!(line.bits().iter().map(|b| b.base.as_str()).collect::<Vec<_>>(), ["Số", " ", "điện", " ", "thoại"]);
    }

    #[test]
    fn halves_are_the_whole() {
        let line = Line::parse("足《あし》を うごかす。水《みず》を のむ。");
        for at in 0..=line.bits().len() {
            let (head, tail) = line.cut(at);
            assert_eq!(head.plain() + &tail.plain(), line.plain());
            assert_eq!(tail.cut(1).0.bits().len(), tail.bits().len().min(1));
        }
    }
}
