//! What a town's file says in Japanese and, as far as somebody translated it, in other tongues: `en = { note = "…", reviewed = false }`
//! beside `note = "…"`.

use crate::{
    reader::{Problem, Table, both},
    words::{Line, Tongue},
};
use std::collections::BTreeMap;

/// The tongues that a town's file can be translated into: those that the kiosk has words in.
pub const TRANSLATED: [&str; 6] = ["ja-simple", "en", "zh-Hans", "ko", "vi", "pt-BR"];

/// One thing in as many tongues as it was said in; always in Japanese.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    ja: Line,
    translated: BTreeMap<Tongue, (Line, Reviewed)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reviewed {
    No,
    Yes,
}

impl Telling {
    pub(super) fn japanese(text: &str) -> Self {
        Self { ja: Line::parse(text.trim()), translated: BTreeMap::new() }
    }

    /// In this tongue; where nobody has translated it, in the next best.
    pub fn line(&self, tongue: &Tongue) -> &Line {
        let said = tongue.fallback().into_iter().find_map(|tongue| self.translated.get(&tongue));
        said.map_or(&self.ja, |(line, _)| line)
    }

    /// Somebody who knows the tongue has read it.
    pub fn is_reviewed(&self, tongue: &Tongue) -> bool {
        !matches!(self.translated.get(tongue), Some((_, Reviewed::No)))
    }

    /// In every tongue it was said in, Japanese first.
    pub fn all(&self) -> impl Iterator<Item = (Tongue, &Line)> {
        let translated = self.translated.iter().map(|(tongue, (line, _))| (tongue.clone(), line));
        [(Tongue::JA, &self.ja)].into_iter().chain(translated)
    }
}

/// Takes the translations of these values out of their table. One of something that is not said in Japanese is told.
pub(super) fn translate(table: &mut Table<'_, '_, '_>, said: &mut [(&'static str, &mut Option<Telling>)]) {
    for (tag, tongue) in TRANSLATED.iter().filter_map(|tag| Some((*tag, Tongue::parse(tag)?))) {
        table.table(tag, |table| one(table, &tongue, said));
    }
}

fn one(table: &mut Table<'_, '_, '_>, tongue: &Tongue, said: &mut [(&'static str, &mut Option<Telling>)]) {
    let reviewed = if table.must("reviewed", "false") { table.flag("reviewed") } else { None };
    let reviewed = if reviewed.is_some_and(|flag| flag.value) { Reviewed::Yes } else { Reviewed::No };
    for (key, telling) in said.iter_mut() {
        let Some(text) = table.text(key) else { continue };
        if let Some(telling) = telling {
            telling.translated.insert(tongue.clone(), (Line::parse(text.value.trim()), reviewed));
            continue;
        }
        let message = both(
            format!("「{key}」の 日本語が ありません"),
            format!("`{key}` is translated, and is not there in Japanese"),
        );
        table.problem(Problem::error(text.span, message).label(both("この 訳", "this translation")));
    }
}
