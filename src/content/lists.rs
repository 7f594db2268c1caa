//! The two lists beside the guides: words that mean the same to somebody who searches, and whom to thank.

use super::{Credit, Readings, front};
use crate::{
    reader::{self, Problem, Problems, Source, Spanned, Table, both},
    words::{Line, is_kanji},
};
use std::collections::{BTreeMap, BTreeSet};

/// `content/synonyms.toml`: `same = [["避難所", "ひなんじょ"], …]`.
pub(super) fn synonyms(source: &Source, problems: &mut Problems<'_>) -> Vec<Vec<String>> {
    reader::toml(&source.text, 0, problems, |table| {
        front::format(table);
        let mut out = vec![];
        for words in table.lists("same") {
            if words.value.len() < 2 {
                let message = both("ことばが 1つしか ありません", "there is only one word");
                let help = both(
                    "同じ いみの ことばを 2つ より 多く 書いてください",
                    "write two words or more that mean the same",
                );
                table.problem(Problem::error(words.span, message).help(help));
                continue;
            }
            let empty = words.value.iter().filter(|word| word.value.trim().is_empty());
            for word in empty {
                table.problem(Problem::error(word.span.clone(), both("ことばが からです", "this word is empty")));
            }
            let mut seen = BTreeSet::new();
            let again = words.value.iter().filter(|word| !seen.insert(&word.value));
            for Spanned { value, span } in again {
                let message = both(format!("「{value}」が 2回 あります"), format!("\"{value}\" is there twice"));
                table.problem(Problem::warning(span.clone(), message));
            }
            out.push(words.value.into_iter().map(|word| word.value).filter(|word| !word.trim().is_empty()).collect());
        }
        out
    })
}

/// How else synonyms are typed: 「電気がつかない」 as でんきがつかない, 電気つかない and でんきつかない.
pub(super) fn typed(synonyms: &[Vec<String>], readings: &dyn Readings) -> BTreeMap<String, Vec<String>> {
    let ways = |word: &String| {
        let short: String = without_particle(word);
        let all = [readings.kana(word), readings.kana(&short), short];
        let other: BTreeSet<_> = all.into_iter().filter(|way| way != word).collect();
        (word.clone(), other.into_iter().collect::<Vec<_>>())
    };
    let known = synonyms.iter().flatten().filter(|word| word.chars().any(is_kanji));
    known.map(ways).filter(|(_, ways)| !ways.is_empty()).collect()
}

/// What a hurried person types: without が and を after kanji.
fn without_particle(word: &str) -> String {
    let mut out = String::new();
    for (at, c) in word.char_indices() {
        let inside = at + c.len_utf8() < word.len();
        if !(inside && matches!(c, 'が' | 'を') && out.chars().next_back().is_some_and(is_kanji)) {
            out.push(c);
        }
    }
    out
}

/// `content/sources.toml`: one `[[source]]` for each thing made by others.
pub(super) fn credits(source: &Source, problems: &mut Problems<'_>) -> Vec<Credit> {
    reader::toml(&source.text, 0, problems, |table| {
        front::format(table);
        table.tables("source", credit).into_iter().flatten().collect()
    })
}

fn credit(table: &mut Table<'_, '_, '_>) -> Option<Credit> {
    let line = |text: Spanned<String>| Line::parse(&text.value);
    let (name, by) = (table.must_text("name"), table.must_text("by"));
    let (what, licence) = (table.must_text("what"), table.must_text("licence"));
    let url = table.text("url").map(|url| url.value);
    Some(Credit { name: line(name?), by: line(by?), what: line(what?), licence: line(licence?), url })
}
