//! What is not used in a guide, and how its author is told.

use super::{KINDS, Reader};
use crate::reader::{Problem, Wording, both, nearest};
use pulldown_cmark::{Event, Tag};
use std::ops::Range;

impl Reader<'_, '_, '_> {
    pub(super) fn unknown_kind(&mut self, word: &str, span: Range<usize>) {
        let message = both(format!("「[!{word}]」は ありません"), format!("there is no callout [!{word}]"));
        let near = nearest(word, KINDS.iter().map(|(known, _)| *known)).unwrap_or("hint");
        let help = both(
            format!("「[!{near}]」の ことですか？（hint・care・danger）"),
            format!("did you mean [!{near}]? (hint, care, danger)"),
        );
        self.problems.add(Problem::error(span, message).help(help));
    }

    /// Refuses what comes next, a block where only text may stand.
    pub(super) fn refuse_next(&mut self) {
        match self.next() {
            Some((Event::Start(tag), span)) => self.refuse(&tag, span),
            Some((Event::Html(_), span)) => self.not_here(span, &both("HTML", "HTML")),
            Some((_, span)) => self.not_here(span, &both("線（---）", "a rule (---)")),
            None => {}
        }
    }

    /// Tells that something is not used here, and skips what is in it.
    pub(super) fn refuse(&mut self, tag: &Tag<'_>, span: Range<usize>) {
        let what = match tag {
            Tag::CodeBlock(_) => both("行の はじめの 空白（4つ）や 「```」", "a block of code (4 spaces or ```)"),
            Tag::HtmlBlock => both("HTML", "HTML"),
            Tag::List(_) => both("この 中の 番号や ならび", "a list in here"),
            Tag::BlockQuote(_) => both("この 中の 「>」", "a callout in here"),
            _ => both("この 書きかた", "this"),
        };
        self.not_here(span, &what);
        let mut open = 1_u32;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }

    pub(super) fn refuse_inline(&mut self, tag: &Tag<'_>, span: Range<usize>) {
        match tag {
            Tag::Link { .. } => {
                let message = both("リンクは ここでは 使えません", "links are not used here");
                let help = both(
                    "もとの ページは +++ の 中の source に 書きます",
                    "where it is from stands as `source` between the +++",
                );
                self.problems.add(Problem::error(span, message).label(both("リンク", "a link")).help(help));
            }
            _ => self.not_here(span, &both("「*」1つの 強調", "emphasis with one *")),
        }
    }

    pub(super) fn not_here(&mut self, span: Range<usize>, what: &Wording) {
        let message = both(format!("{}は ここでは 使えません", what.ja), format!("{} is not used here", what.en));
        let help = both(
            "使えるもの: ## 見出し、文、1. 手順、- ならび、**強調**、![せつめい](絵.svg)、> [!hint]",
            "allowed: ## heading, text, 1. step, - list, **strong**, ![words](picture.svg), > [!hint]",
        );
        self.problems.add(Problem::error(span, message).label(both("ここ", "here")).help(help));
    }
}
