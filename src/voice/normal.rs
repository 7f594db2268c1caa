//! Writes out what a dictionary cannot know: telephone numbers, times, dates, units, addresses of the web, Latin words, signs. The
//! result still has digits where the dictionary reads them best (三百六十五, ハツカ), and remembers where each piece came from.

mod fold;
mod latin;
mod number;
mod sign;

use fold::Folded;
use regex::{Captures, Regex};
use std::{ops::Range, sync::LazyLock};

/// A stretch of the source and how it is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Bytes of the source.
    pub(super) source: Range<usize>,
    pub(super) text: String,
}

/// One way of writing, and how it is said. The first that fits wins; `say` may decline.
struct Rule {
    pattern: Regex,
    say: fn(&Found<'_, '_>) -> Option<String>,
}

impl Rule {
    fn new(pattern: &str, say: fn(&Found<'_, '_>) -> Option<String>) -> Self {
        #[expect(clippy::expect_used, reason = "the patterns are constants, and every test compiles them all")]
        Self { pattern: Regex::new(pattern).expect("a pattern of this house"), say }
    }
}

static RULES: LazyLock<Vec<Rule>> =
    LazyLock::new(|| [number::rules(), latin::rules(), sign::rules()].into_iter().flatten().collect());

/// What a pattern found, and what stands around it.
struct Found<'a, 'h> {
    groups: &'a Captures<'h>,
    before: Option<char>,
    after: Option<char>,
    /// Everything after the match.
    rest: &'h str,
    /// Everything before the match.
    head: &'h str,
}

impl Found<'_, '_> {
    fn get(&self, group: usize) -> &str {
        self.groups.get(group).map_or("", |found| found.as_str())
    }
    fn number(&self, group: usize) -> Option<u32> {
        self.get(group).parse().ok()
    }
    fn has(&self, group: usize) -> bool {
        self.groups.get(group).is_some()
    }
    /// Neither a digit nor a sign that goes on with a number touches the match.
    fn stands_alone(&self) -> bool {
        let goes_on = |c: char| c.is_ascii_digit() || c == '.' || c == ',' || c == '-' || c == '/' || c == ':';
        !self.before.is_some_and(goes_on) && !self.after.is_some_and(|c| c.is_ascii_digit())
    }
}

/// Reads `text` into pieces that cover it from end to end.
pub(super) fn normal(text: &str) -> Vec<Piece> {
    let folded = Folded::new(text);
    let mut spans = vec![Span::Raw(0..folded.text().len())];
    for rule in RULES.iter() {
        spans = spans.into_iter().flat_map(|span| span.apply(rule, folded.text())).collect();
    }
    spans.into_iter().flat_map(|span| span.pieces(&folded)).collect()
}

/// A part of the folded text: as it is, or already said.
enum Span {
    Raw(Range<usize>),
    Said(Range<usize>, String),
}

impl Span {
    fn apply(self, rule: &Rule, text: &str) -> Vec<Self> {
        let Self::Raw(range) = self else { return vec![self] };
        let mut out = vec![];
        let mut from = range.start;
        let mut at = range.start;
        while let Some(groups) = rule.pattern.captures_at(text.get(..range.end).unwrap_or_default(), at) {
            let Some(all) = groups.get(0).filter(|all| !all.is_empty()) else { break };
            match (rule.say)(&found(&groups, all.range(), text)) {
                Some(said) => {
                    out.extend((from < all.start()).then(|| Self::Raw(from..all.start())));
                    out.push(Self::Said(all.range(), said));
                    from = all.end();
                    at = all.end();
                }
                // Try again one sign further on: the end of what did not fit may fit by itself.
                None => at = after_one(text, all.start()).unwrap_or(range.end),
            }
        }
        out.extend((from < range.end).then_some(Self::Raw(from..range.end)));
        out
    }

    fn pieces(self, folded: &Folded) -> Vec<Piece> {
        match self {
            Self::Said(range, text) => vec![Piece { source: folded.source(&range), text }],
            Self::Raw(range) => {
                let text = folded.text().get(range.clone()).unwrap_or_default();
                let signs = text.char_indices().map(|(n, c)| (range.start + n..range.start + n + c.len_utf8(), c));
                signs.map(|(at, c)| Piece { source: folded.source(&at), text: c.to_string() }).collect()
            }
        }
    }
}

/// One sign further on.
fn after_one(text: &str, at: usize) -> Option<usize> {
    text.get(at..)?.chars().next().map(|c| at + c.len_utf8())
}

fn found<'a, 'h>(groups: &'a Captures<'h>, at: Range<usize>, text: &'h str) -> Found<'a, 'h> {
    let (head, rest) = (text.get(..at.start).unwrap_or_default(), text.get(at.end..).unwrap_or_default());
    Found { groups, before: head.chars().last(), after: rest.chars().next(), rest, head }
}

/// Kana of digits one by one, with the length people give them on the telephone: ゼロニーハチゴー.
fn digit_by_digit(digits: &str) -> String {
    digits
        .chars()
        .filter_map(|c| {
            Some(
                ["ゼロ", "イチ", "ニー", "サン", "ヨン", "ゴー", "ロク", "ナナ", "ハチ", "キュー"]
                    .get(c.to_digit(10)? as usize)?
                    .to_string(),
            )
        })
        .collect()
}
