//! Drawings of guides: SVG in `content/pictures`. They follow the contrast of the look and hold no words, because words in a drawing
//! are neither heard nor found nor translated.

use crate::reader::{Problem, Problems, Source, both, nearest};
use std::{collections::BTreeMap, ops::Range, sync::Arc};

/// Reads a drawing that stands alone; what is wrong with it is told, and a broken one is nothing.
pub fn read_drawing(source: &Source, problems: &mut Problems<'_>) -> Option<Arc<str>> {
    let mut one = Pictures::default();
    one.take("", source, problems);
    one.known.remove("")
}

/// All drawings by file name.
#[derive(Debug, Default)]
pub(super) struct Pictures<'f> {
    known: BTreeMap<&'f str, Arc<str>>,
}

/// Longest drawing, in bytes: a line drawing is far shorter.
const LONGEST: usize = 32 * 1024;

/// What a drawing may not hold, and why.
const NOT_DRAWN: &[(&str, &str, &str)] = &[
    ("<script", "プログラム", "a program"),
    ("<image", "写真", "a photograph"),
    ("<text", "文字", "words"),
    ("<foreignObject", "HTML", "HTML"),
    ("<!ENTITY", "ENTITY", "an entity"),
    ("href=\"http", "外への リンク", "a link to elsewhere"),
];

impl<'f> Pictures<'f> {
    /// Takes a drawing; what is wrong with it is told, and a broken one is left out.
    pub(super) fn take(&mut self, name: &'f str, source: &Source, problems: &mut Problems<'_>) {
        let text = source.text.as_str();
        if text.len() > LONGEST {
            let message = both("絵が 大きすぎます", "the drawing is too large");
            let help = both("線だけの 絵に してください（32 KBまで）", "keep it a line drawing (at most 32 KB)");
            problems.add(Problem::error(0..0, message).help(help));
        }
        if !text.contains("<svg") || !text.contains("</svg>") || !text.contains("viewBox") {
            let message = both("SVGの 絵では ありません", "this is not an SVG drawing with a viewBox");
            problems.add(Problem::error(0..0, message));
            return;
        }
        for (sign, ja, en) in NOT_DRAWN {
            if let Some(at) = text.find(sign) {
                let message = both(format!("絵に {ja}は 入れられません"), format!("a drawing can not hold {en}"));
                problems.add(Problem::error(at..at + sign.len(), message).label(both("ここ", "here")));
            }
        }
        if !text.contains("currentColor") {
            let message = both("絵の 色が きまっています", "the drawing has colours of its own");
            let help = both(
                "stroke=\"currentColor\" に すると、見えかたを かえても 見えます",
                "stroke=\"currentColor\" follows the contrast that people choose",
            );
            problems.add(Problem::warning(0..0, message).help(help));
        }
        if problems.errors() == 0 {
            self.known.insert(name, Arc::from(text));
        }
    }

    /// The drawing of this name; told when there is none.
    pub(super) fn find(&self, name: &str, span: &Range<usize>, problems: &mut Problems<'_>) -> Option<Arc<str>> {
        if let Some(svg) = self.known.get(name) {
            return Some(Arc::clone(svg));
        }
        let message = both(format!("絵「{name}」が ありません"), format!("there is no picture \"{name}\""));
        let help = match nearest(name, self.known.keys().copied()) {
            Some(near) => both(format!("「{near}」の ことですか？"), format!("did you mean \"{near}\"?")),
            None => both("content/pictures に 入れてください", "put it into content/pictures"),
        };
        problems.add(Problem::error(span.clone(), message).label(both("この 絵", "this picture")).help(help));
        None
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &'f str> {
        self.known.keys().copied()
    }
}
