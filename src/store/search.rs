//! Finding by what people type. Nothing typed is written anywhere: it takes part in queries as a bound value and is gone.

use super::{
    band::Band,
    course, places,
    query::{self, Round, Within, Word},
    sentences::{self, Found, Needle},
    shelves,
    trouble::StoreError,
};
use crate::{
    content::Entry,
    job::{HitKind, OFFER},
    phone, procedure,
    words::{Line, Tongue},
};
use rusqlite::{Connection, params};
use std::{collections::BTreeMap, ops::Range};

/// Something that was found, in the reader's best tongue.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub kind: HitKind,
    pub id: String,
    pub tongue: Tongue,
    pub title: Line,
    /// The sentence with the first place where it was found; its lead or its first sentence where that is only the title.
    pub snippet: Line,
    /// Bits of `snippet` in which it lies; empty when it lies elsewhere, such as in the title.
    pub marked: Range<usize>,
    /// Higher is better; falls from one hit to the next. The whole part says how it was found: 4 by its title, 3 by its tags or
    /// by the title of a related word, 2 in its text, 1 by a related word in its text, 0 by a part of what was typed,
    /// or in a tongue the reader does not read. A place has 3 by its name and 2 by its address or its kind.
    pub score: f64,
}

/// The kind under which words of the glossary are kept.
pub(super) const WORD: &str = "word";
/// So many rows are looked at for each hit wanted: the same item is there in two generations, and in several tongues where all are asked.
const ROWS_A_HIT: usize = 2;
const ROWS_A_HIT_OF_ALL: usize = 8;
/// More rows than this are not ranked.
const RANKED: usize = 200;
/// Related words at most, so that a badly made list of synonyms costs no time.
const RELATED: usize = 32;

/// What comes later stands so far below: found by its title, among what is found by its tags.
const LATER: f64 = 1.0;
/// With fewer than these, whatever fits a part of what was typed is looked for as well.
const ENOUGH: usize = 3;

/// At most `limit` items for what was typed, best first: what is told and what is nearby. Neither crowds out the other.
pub(super) fn everywhere(
    [content, nearby]: [&Connection; 2],
    typed: &str,
    tongue: &Tongue,
    limit: usize,
) -> Result<Vec<Hit>, StoreError> {
    let mut words = query::words(typed);
    for word in &mut words {
        word.related = related(content, word)?;
    }
    let mut told = search(content, &words, tongue, limit)?;
    let mut there = places::find(nearby, &words, limit)?;
    there.truncate((limit - told.len()).max(limit / 2));
    told.truncate(limit - there.len());
    told.extend(there);
    told.sort_by(|a, b| b.score.total_cmp(&a.score));
    Ok(told)
}

fn search(db: &Connection, words: &[Word], tongue: &Tongue, limit: usize) -> Result<Vec<Hit>, StoreError> {
    let mut found = Pile::default();
    let mut whole = query::whole(words);
    for one in whole.iter_mut().filter(|_| words.len() > 1) {
        one.related = related(db, one)?;
    }
    // 「でんき つかない」 is one thing to those who keep the list of synonyms.
    let one_thing = whole.as_slice().first().filter(|one| words.len() > 1 && !one.related.is_empty());
    let mut rounds = query::rounds(words);
    rounds.extend(one_thing.into_iter().flat_map(|one| query::rounds(std::slice::from_ref(one))));
    let (asking, bands) = (Asking { db, tongue, limit }, Band::chain(tongue));
    for round in &rounds {
        if found.best.len() < limit {
            found.add(asking.ask(round, &bands)?, round.grade);
        }
    }
    if found.best.len() < ENOUGH {
        // Somebody types 「water」 where Japanese is shown. Related words are of the reader's tongues.
        let typed: Vec<Word> = words.iter().map(Word::alone).collect();
        for round in query::rounds(&typed) {
            found.add(asking.ask_all(&round)?, round.grade);
        }
        let known = whole.as_ref().map_or(Ok(vec![]), |whole| known(db, &whole.key()))?;
        for round in query::last_rounds(words, &known) {
            if found.best.len() < ENOUGH {
                found.add(asking.ask(&round, &bands)?, round.grade);
            }
        }
    }
    let needles = query::needles(words);
    let mut ranked = found.ranked();
    ranked.truncate(limit);
    ranked.into_iter().map(|(row, score)| show(db, &row, score, tongue, &needles)).collect()
}

/// The teams of those synonyms that stand within what was typed; of two that lie in each other the longer.
fn known(db: &Connection, key: &str) -> Result<Vec<Vec<String>>, StoreError> {
    let to = StoreError::sql("looking up words within what was typed");
    let mut all = db.prepare_cached(include_str!("sql/content/known.sql")).map_err(to)?;
    let rows = all.query_map([key], |row| Ok((row.get::<_, String>("key")?, row.get::<_, String>("word")?)));
    let mut teams = BTreeMap::<String, Vec<String>>::new();
    for row in rows.map_err(to)? {
        let (key, word) = row.map_err(to)?;
        teams.entry(key).or_default().push(word);
    }
    let longer = |key: &String| teams.keys().any(|other| other != key && other.contains(key.as_str()));
    let all = teams.iter().filter(|(key, _)| !longer(key)).map(|(_, words)| words.clone());
    Ok(all.take(RELATED).collect())
}

/// Words of the same teams, folded.
fn related(db: &Connection, word: &Word) -> Result<Vec<String>, StoreError> {
    let to = StoreError::sql("looking up related words");
    let key = word.key();
    // A word is taken for a longer one only once two signs of it are there.
    let beyond = if key.chars().nth(1).is_some() { format!("{key}\u{10ffff}") } else { key.clone() };
    let mut all = db.prepare_cached(include_str!("sql/content/related.sql")).map_err(to)?;
    let found = all.query_map(params![key, beyond, RELATED], |row| row.get(0));
    found.and_then(Iterator::collect).map_err(to)
}

/// A row of the index that fits.
#[derive(Clone, Debug)]
struct Fit {
    document: i64,
    kind: String,
    name: String,
    /// Place of its tongue among those of the reader, from 1; 0 when it is not among them.
    chained: i64,
    position: i64,
    /// Grows with how well it fits.
    weight: f64,
}

/// Who asks the index, for how many.
#[derive(Clone, Copy)]
struct Asking<'a> {
    db: &'a Connection,
    tongue: &'a Tongue,
    limit: usize,
}

impl Asking<'_> {
    fn ask(self, round: &Round, bands: &[Band]) -> Result<Vec<Fit>, StoreError> {
        let mut fits = vec![];
        for band in bands {
            fits.extend(self.ask_in(round, *band).map_err(StoreError::sql("searching"))?);
        }
        Ok(fits)
    }

    /// In every tongue; in no order, because hardly anything fits.
    fn ask_all(self, round: &Round) -> Result<Vec<Fit>, StoreError> {
        let most = self.limit * ROWS_A_HIT_OF_ALL;
        self.rows(round, Band::ALL, most, ["0.0", ""]).map_err(StoreError::sql("searching"))
    }

    /// The rows that fit best. To rank a row costs far more than to find it: a question that fits half of everything is too wide for its
    /// order to matter, and is answered with the first that fit.
    fn ask_in(self, round: &Round, band: Band) -> rusqlite::Result<Vec<Fit>> {
        let found = if is_small(self.db)? { 1 } else { count(self.db, round, band)? };
        if found == 0 {
            return Ok(vec![]);
        }
        let ranked = if found <= RANKED { [weight(round), "ORDER BY weight"] } else { ["0.0", ""] };
        self.rows(round, band, self.limit * ROWS_A_HIT, ranked)
    }

    fn rows(self, round: &Round, band: Band, most: usize, [weight, order]: [&str; 2]) -> rusqlite::Result<Vec<Fit>> {
        let statement = include_str!("sql/content/search.sql").replace("{index}", index(round));
        let statement = statement.replace("{weight}", weight).replace("{order}", order);
        let mut all = self.db.prepare_cached(&statement)?;
        let chain = shelves::chain(self.tongue);
        let found = all.query_map(params![round.asked, most, chain, band.first, band.last], |row| {
            Ok(Fit {
                document: row.get(0)?,
                kind: row.get(1)?,
                name: row.get(2)?,
                chained: row.get(3)?,
                position: row.get(4)?,
                weight: -row.get::<_, f64>(5)?,
            })
        });
        found.and_then(Iterator::collect)
    }
}

/// The index in which a round looks.
fn index(round: &Round) -> &'static str {
    match round.within {
        Within::Names => "names",
        Within::Texts => "texts",
    }
}

/// How well a row of that index fits: a title weighs four times a tag.
fn weight(round: &Round) -> &'static str {
    match round.within {
        Within::Names => "bm25(names, 4.0, 4.0, 1.0, 1.0)",
        Within::Texts => "bm25(texts)",
    }
}

/// So little is kept that everything may be ranked.
fn is_small(db: &Connection) -> rusqlite::Result<bool> {
    let mut all = db.prepare_cached("SELECT coalesce(sum(documents), 0) FROM generation")?;
    all.query_row([], |row| row.get::<_, usize>(0)).map(|documents| documents <= RANKED)
}

/// How many rows fit, as far as it matters.
fn count(db: &Connection, round: &Round, band: Band) -> rusqlite::Result<usize> {
    let mut count = db.prepare_cached(&include_str!("sql/content/count.sql").replace("{index}", index(round)))?;
    count.query_row(params![round.asked, RANKED + 1, band.first, band.last], |row| row.get(0))
}

/// What was found so far: of each item its best row.
#[derive(Default)]
struct Pile {
    best: BTreeMap<(String, String), (Fit, f64)>,
}

impl Pile {
    fn add(&mut self, fits: Vec<Fit>, grade: f64) {
        for fit in fits {
            let score = score(&fit, grade);
            let key = (fit.kind.clone(), fit.name.clone());
            // What stands in two generations is there twice.
            let better = |(kept, best): &(Fit, f64)| {
                score > *best || (score >= *best && kept.document == fit.document && fit.position < kept.position)
            };
            if self.best.get(&key).is_none_or(better) {
                self.best.insert(key, (fit, score));
            }
        }
    }

    fn ranked(self) -> Vec<(Fit, f64)> {
        let mut out: Vec<_> = self.best.into_values().collect();
        out.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.position.cmp(&b.position)));
        out
    }
}

/// The whole part says how it was found, the rest (below 1) how well among what was found alike. What is to be done comes before what can be
/// applied for and practised, what a plan says that there is, and what words mean: those stand a grade lower, and there behind the others.
/// Where grades end, halves and fifths keep the order: what the reader cannot read stands below everything.
fn score(fit: &Fit, grade: f64) -> f64 {
    let later = [phone::LESSON, OFFER, procedure::NAVIGATOR, procedure::CARD, WORD].contains(&fit.kind.as_str());
    let part = fit.weight.max(0.0) / (1.0 + fit.weight.max(0.0));
    let (grade, part) = if later { (grade - LATER, part / 10.0) } else { (grade, part) };
    let score = if grade < 1.0 { grade.max(0.0) + part / 2.0 } else { grade + part };
    if fit.chained > 0 { score } else { score / 5.0 }
}

fn show(db: &Connection, fit: &Fit, score: f64, tongue: &Tongue, needles: &[Needle]) -> Result<Hit, StoreError> {
    let to = StoreError::sql("reading what was found");
    let mut one = db.prepare_cached(include_str!("sql/content/found.sql")).map_err(to)?;
    let mut rows = one.query(params![fit.document, shelves::chain(tongue)]).map_err(to)?;
    let row = rows.next().map_err(to)?.ok_or(rusqlite::Error::QueryReturnedNoRows).map_err(to)?;
    // Whole documents are looked through: they are not copied first.
    let text = |column| row.get_ref(column).and_then(|text| Ok(text.as_str()?)).map_err(to);
    let (listed, sentences) = (text(0)?, text(1)?);
    let unreadable = |err| to(rusqlite::Error::ToSqlConversionFailure(Box::new(err)));
    let lesson = fit.kind == phone::LESSON;
    let entry = if lesson { course::entry(listed, tongue) } else { serde_json::from_str(listed) };
    let entry: Entry = entry.map_err(unreadable)?;
    let instead = || {
        let first = || sentences::first(sentences).unwrap_or_default();
        let line = if entry.lead.is_empty() { first() } else { entry.lead.clone() };
        Found { line, marked: 0..0 }
    };
    let Found { line, marked } = sentences::find(sentences, needles).unwrap_or_else(instead);
    let Entry { kind, id, tongue, title, .. } = entry;
    let kind = match fit.kind.as_str() {
        phone::LESSON => HitKind::Lesson,
        OFFER => HitKind::Offer,
        _ => HitKind::Told(kind),
    };
    Ok(Hit { kind, id, tongue, title, snippet: line, marked, score })
}
