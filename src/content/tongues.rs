//! Translations: a file beside the original, in which the Japanese text stands at the left and what it is in the other tongue at the right. A text that
//! was changed in the original is told, so that no translation silently says something old.

use super::{Readings, check_line, check_numbers, read_format};
use crate::{
    reader::{Problem, Problems, Source, Wording, both, nearest, toml},
    words::{Line, Tongue},
};
use std::collections::BTreeMap;

/// What one file of a translation says.
#[derive(Debug, Default)]
pub struct Translation {
    pub reviewed: bool,
    /// Japanese without ruby → the translation.
    words: BTreeMap<String, Line>,
}

impl Translation {
    /// What a Japanese text is in the other tongue.
    pub fn find(&self, line: &Line) -> Option<Line> {
        self.words.get(&line.plain()).cloned()
    }
}

/// Whether a text that is not translated is told: of a lesson it is, of an app it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    All,
    Some,
}

/// Reads a translation of `originals`.
pub fn read_translation(
    source: &Source,
    tongue: &Tongue,
    originals: &[String],
    needed: Needed,
    readings: &dyn Readings,
    problems: &mut Problems<'_>,
) -> Translation {
    let mut out = Translation::default();
    let mut said = vec![];
    toml(&source.text, 0, problems, |table| {
        read_format(table);
        table.must("reviewed", "false");
        out.reviewed = table.flag("reviewed").is_some_and(|reviewed| reviewed.value);
        table.must("words", "{ … }（[words]）");
        let mut pairs = vec![];
        table.table("words", |table| pairs = table.pairs());
        for (key, text) in pairs {
            let plain = Line::parse(&key.value).plain();
            if !originals.contains(&plain) {
                let message = both("もとの ファイルに この 文は ありません", "the original has no such text");
                table.problem(Problem::error(key.span, message).help(meant(&plain, originals)));
                continue;
            }
            let line = Line::parse(&text.value);
            said.push((plain.clone(), line.clone(), text.span));
            out.words.insert(plain, line);
        }
    });
    for (original, line, span) in &said {
        check_line(line, span, tongue, readings, problems);
        check_numbers(original, line, span, problems);
    }
    let missing: Vec<_> = originals.iter().filter(|text| !out.words.contains_key(*text)).collect();
    if let (Some(first), Needed::All) = (missing.first(), needed) {
        let count = missing.len();
        let message = both(format!("訳して いない 文が {count} あります"), format!("{count} texts are not translated"));
        let help = both(format!("はじめの もの: 「{first}」"), format!("the first: \"{first}\""));
        problems.add(Problem::warning(0..0, message).help(help));
    }
    out
}

fn meant(text: &str, originals: &[String]) -> Wording {
    match nearest(text, originals.iter().map(String::as_str)) {
        Some(near) => both(format!("「{near}」の ことですか？"), format!("did you mean \"{near}\"?")),
        None => both("もとの 文が かわって いないか、見て ください", "see whether the original was changed"),
    }
}
