//! The glossary: words of offices and loan words, in plain ones. Each becomes a page of its own, and whatever uses the word leads there.

use super::{
    Guide, Item, Kind, Pack, Phase, Readings, SourceFile, Term,
    build::item,
    front::{self, Facts},
    is_short_id, rubric,
};
use crate::{
    reader::{self, Problem, Problems, Source, Spanned, Table, both},
    words::{Line, Tongue},
};
use std::{collections::BTreeSet, ops::Range};

/// The shelf on which all words stand.
const SHELF: &str = "words";
/// A page offers at most so many meanings: those of its first words.
const MOST: usize = 6;

/// One file of words: those of one tongue.
struct Words {
    tongue: Tongue,
    facts: Option<Facts>,
    reviewed: bool,
    entries: Vec<Entry>,
    /// Loan words that need no explanation.
    everyday: Vec<String>,
}

struct Entry {
    id: Spanned<String>,
    word: Line,
    /// Other forms in which it stands in texts.
    also: Vec<String>,
    means: Vec<Line>,
}

/// Reads `words/<tongue>.toml` of every tongue, puts the words into the pack and marks them wherever they stand.
pub(super) fn add(pack: &mut Pack, files: &[&SourceFile], readings: &dyn Readings, said: &mut Vec<Problem>) {
    let mut all: Vec<Words> = vec![];
    let tongue = |file: &SourceFile| {
        let name = file.path.strip_prefix("words/")?.strip_suffix(".toml")?;
        Tongue::parse(name)
    };
    let mut found: Vec<_> = files.iter().filter_map(|file| Some((tongue(file)?, *file))).collect();
    // The Japanese file comes first: the others say the same in their tongue.
    found.sort_by_key(|(tongue, _)| (*tongue != Tongue::JA, tongue.to_string()));
    for (tongue, file) in found {
        let originals = all.first().map(|words| words.entries.iter().map(|entry| entry.id.value.clone()).collect());
        let read = |source: &Source, problems: &mut Problems<'_>| {
            read(source, &tongue, originals.as_ref(), readings, problems)
        };
        all.push(file.read(said, read).1);
    }
    let Some(facts) = all.first().and_then(|words| words.facts.clone()) else { return };
    for words in &all {
        mark(pack, words);
    }
    for words in &all {
        pack.items.extend(
            words.entries.iter().zip(0_u16..).map(|(entry, order)| item(page(entry, words, &facts, order), readings)),
        );
    }
    loans(pack, &all, files, said);
}

fn read(
    source: &Source,
    tongue: &Tongue,
    originals: Option<&BTreeSet<String>>,
    readings: &dyn Readings,
    problems: &mut Problems<'_>,
) -> Words {
    let mut lines: Vec<(Line, Range<usize>)> = vec![];
    let words = reader::toml(&source.text, 0, problems, |table| {
        front::format(table);
        let facts = if *tongue == Tongue::JA { front::read_facts(table) } else { None };
        let reviewed = *tongue == Tongue::JA || {
            table.must("reviewed", "false");
            table.flag("reviewed").is_some_and(|reviewed| reviewed.value)
        };
        let everyday = table.texts("everyday").into_iter().map(|word| word.value).collect();
        let entries: Vec<Entry> =
            table.tables("word", |table| entry(table, &mut lines)).into_iter().flatten().collect();
        let mut seen = BTreeSet::new();
        for Entry { id, .. } in &entries {
            let unknown = originals.is_some_and(|originals| !originals.contains(&id.value));
            let message = match (seen.insert(id.value.clone()), unknown) {
                (false, _) => {
                    both(format!("「{}」が 2つ あります", id.value), format!("there are two called \"{}\"", id.value))
                }
                (true, true) => {
                    both(format!("ja.tomlに 「{}」は ありません", id.value), format!("ja.toml has no \"{}\"", id.value))
                }
                (true, false) => continue,
            };
            table.problem(Problem::error(id.span.clone(), message));
        }
        Words { tongue: tongue.clone(), facts, reviewed, entries, everyday }
    });
    for (line, span) in &lines {
        rubric::check_line(line, span, tongue, readings, problems);
    }
    words
}

fn entry(table: &mut Table<'_, '_, '_>, lines: &mut Vec<(Line, Range<usize>)>) -> Option<Entry> {
    let (id, word) = (table.must_text("id"), table.must_text("word"));
    let also = table.texts("also").into_iter().map(|form| form.value).collect();
    table.must("means", "[\"…。\"]");
    let means: Vec<_> = table.texts("means").into_iter().map(|line| line.map(|text| Line::parse(&text))).collect();
    let (id, word) = (id?, word?.map(|text| Line::parse(&text)));
    if !is_short_id(&id.value) {
        let message = both(format!("「{}」は 名前に 使えません", id.value), format!("\"{}\" is not a name", id.value));
        let help = both("a-z、0-9、- だけを 使ってください", "use only a-z, 0-9 and -");
        table.problem(Problem::error(id.span.clone(), message).help(help));
        return None;
    }
    lines.extend([&word].into_iter().chain(&means).map(|line| (line.value.clone(), line.span.clone())));
    Some(Entry { id, word: word.value, also, means: means.into_iter().map(|line| line.value).collect() })
}

/// Where a word is looked up: no guide has such a name.
fn name(entry: &Entry) -> String {
    format!("word-{}", entry.id.value)
}

fn page(entry: &Entry, words: &Words, facts: &Facts, order: u16) -> Guide {
    Guide {
        kind: Kind::Word,
        id: name(entry),
        tongue: words.tongue.clone(),
        groups: vec![SHELF.to_owned()],
        order,
        phase: Phase::Always,
        icon: "letters".to_owned(),
        title: entry.word.clone(),
        lead: Line::default(),
        blocks: entry.means.iter().cloned().map(super::Block::Text).collect(),
        tags: entry.also.clone(),
        source: facts.source.clone(),
        evidence: facts.evidence.clone(),
        checked: facts.checked,
        recheck: facts.recheck,
        reviewed: words.reviewed,
        tender: false,
        ask: Line::default(),
        see: vec![],
        words: vec![],
    }
}

/// Tells every guide and answer of that tongue which of the words stand in it.
fn mark(pack: &mut Pack, words: &Words) {
    let mut forms: Vec<(String, &Entry)> = words
        .entries
        .iter()
        .flat_map(|entry| {
            let all = [entry.word.plain()].into_iter().chain(entry.also.iter().cloned());
            all.map(move |form| (folded(&form, &words.tongue), entry))
        })
        .collect();
    // Of two words that lie in each other the longer is meant.
    forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
    let own = |item: &&mut Item| item.guide.tongue == words.tongue && item.guide.kind != Kind::Word;
    for item in pack.items.iter_mut().filter(own) {
        let said: Vec<_> = item.guide.lines().iter().map(|line| line.plain()).collect();
        let mut text = folded(&said.join("\n"), &words.tongue);
        let mut there: Vec<(usize, &Entry)> = vec![];
        for (form, entry) in &forms {
            while let Some(at) = find(&text, form, &words.tongue) {
                there.push((at, entry));
                let gone = "\0".repeat(form.len());
                text.replace_range(at..at + form.len(), &gone);
            }
        }
        there.sort_by_key(|(at, _)| *at);
        let mut seen = BTreeSet::new();
        there.retain(|(_, entry)| seen.insert(entry.id.value.clone()));
        item.guide.words =
            there.iter().take(MOST).map(|(_, entry)| Term { id: name(entry), word: entry.word.clone() }).collect();
    }
}

/// Words as they are compared: Japanese without the spaces that make it easier to read, others without large letters.
fn folded(text: &str, tongue: &Tongue) -> String {
    if tongue.is_japanese() { text.replace(' ', "") } else { text.to_lowercase() }
}

/// Where a form stands; among words with spaces between them as a word of its own.
fn find(text: &str, form: &str, tongue: &Tongue) -> Option<usize> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let own = |at: usize| {
        tongue.is_japanese()
            || !letter(text.get(..at).and_then(|before| before.chars().next_back()))
                && !letter(text.get(at + form.len()..).and_then(|after| after.chars().next()))
    };
    text.match_indices(form).map(|(at, _)| at).find(|at| !form.is_empty() && own(*at))
}

/// Signs of a loan word from which on it is looked for: shorter ones are everyday words.
const LOAN: usize = 4;

/// Loan words that neither the glossary nor the sentence explains: 「地図（ハザードマップ）」 and 「ハザードマップ（地図）」 do.
fn loans(pack: &Pack, all: &[Words], files: &[&SourceFile], said: &mut Vec<Problem>) {
    let Some(words) = all.first() else { return };
    let known: Vec<String> = words
        .entries
        .iter()
        .flat_map(|entry| [entry.word.plain()].into_iter().chain(entry.also.iter().cloned()))
        .chain(words.everyday.iter().cloned())
        .collect();
    for item in pack.items.iter().filter(|item| item.guide.tongue.is_japanese() && item.guide.kind != Kind::Word) {
        let guide = &item.guide;
        let text = guide.lines().iter().map(|line| line.plain()).collect::<Vec<_>>().join("\n");
        let unexplained: BTreeSet<_> = loan_words(&text)
            .into_iter()
            .filter(|loan| !known.iter().any(|word| covers(word, loan)) && !is_explained(&text, loan))
            .collect();
        if unexplained.is_empty() {
            continue;
        }
        let list = unexplained.into_iter().collect::<Vec<_>>().join("、");
        let message =
            both(format!("説明の ない カタカナの ことば: {list}"), format!("loan words that nothing explains: {list}"));
        let help = both(
            "やさしい ことばに するか、（ ）で 説明するか、words/ja.toml に 足してください（だれでも 知って いれば everyday に）",
            "use a plain word, explain it in brackets, or add it to words/ja.toml (to `everyday` when everybody knows it)",
        );
        let path = super::path(guide);
        let name = files.iter().find(|file| file.path == path).map_or(&path, |file| &file.name);
        said.push(Problem::warning(0..0, message).help(help).about(name));
    }
}

/// A known word explains a loan word that lies in it, or that is made of known ones only.
fn covers(word: &str, loan: &str) -> bool {
    word == loan || word.contains(loan)
}

fn is_explained(text: &str, loan: &str) -> bool {
    [format!("（{loan}）"), format!("{loan}（"), format!("「{loan}」（"), format!("（「{loan}」")]
        .iter()
        .any(|form| text.contains(form))
}

/// The runs of katakana in a text that are long enough to be words of their own.
fn loan_words(text: &str) -> BTreeSet<&str> {
    let runs = text.split(|c: char| !matches!(c, 'ァ'..='ヺ' | 'ー'));
    runs.filter(|run| run.chars().count() >= LOAN).collect()
}
