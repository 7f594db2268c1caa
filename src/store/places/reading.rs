//! Reading places after they are kept: ruby on names, addresses and what staff wrote, and the words a search finds them by. Done in
//! pieces, so that nobody waits for the database, and taken up again wherever it was stopped.

use super::row::{self, KindTerms, Told};
use crate::{
    content::Readings,
    place::Place,
    words::{Line, Piece, is_kanji},
};
use rusqlite::{Connection, TransactionBehavior, params};
use std::collections::{BTreeMap, HashMap};

/// So many at once: the database is held for less than a tenth of a second.
const AT_ONCE: usize = 500;

/// Reads all that nobody has read yet. Without readings the names stand as their data read them.
pub(super) fn read_all(db: &mut Connection, readings: &dyn Readings) -> rusqlite::Result<()> {
    let mut desk = Desk { readings, kinds: KindTerms::new(), texts: HashMap::new() };
    let mut any = false;
    loop {
        let some = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let read = desk.some(&some)?;
        some.commit()?;
        if read == 0 {
            break;
        }
        any = true;
    }
    // One piece of index instead of many: half the time of a search.
    if any {
        db.execute("INSERT INTO names (names) VALUES ('optimize')", [])?;
    }
    Ok(())
}

struct Desk<'r> {
    readings: &'r dyn Readings,
    kinds: KindTerms,
    /// Texts that were met before: addresses share their streets, and many a note is the same everywhere.
    texts: HashMap<String, Line>,
}

/// A place that nobody has read.
type Unread = (i64, Line, String, Place);

impl Desk<'_> {
    fn some(&mut self, db: &Connection) -> rusqlite::Result<usize> {
        let mut unread = db.prepare_cached(include_str!("../sql/places/unread.sql"))?;
        let rows = unread.query_map([AT_ONCE], |row| {
            Ok((row.get(0)?, super::near::json(row, "name")?, row.get(2)?, super::near::json(row, "body")?))
        })?;
        let rows: Vec<Unread> = rows.collect::<Result<_, _>>()?;
        let mut keep = db.prepare_cached(include_str!("../sql/places/read.sql"))?;
        let mut names = db.prepare_cached(include_str!("../sql/places/insert_names.sql"))?;
        let mut done = db.prepare_cached("DELETE FROM unread WHERE place = ?1")?;
        for (id, name, kana, place) in &rows {
            let (name, kana) =
                if self.readings.are_known() { row::read(place, self.readings) } else { (name.clone(), kana.clone()) };
            let [title, title_kana, also, also_kana] = row::found_by(place, &name, &kana, &self.kinds);
            names.execute(params![id, title, title_kana, also, also_kana])?;
            if self.readings.are_known() {
                let told = Told::of(&name, kana)?;
                keep.execute(params![id, told.sort, told.name, told.kana, self.lines(place)?])?;
            }
            done.execute([id])?;
        }
        Ok(rows.len())
    }

    /// What is shown of a place beside its name, with ruby; texts without kanji are left out.
    fn lines(&mut self, place: &Place) -> rusqlite::Result<String> {
        let one = [&place.building, &place.inside, &place.hours, &place.for_whom];
        let details = place.details.iter().flat_map(|detail| [&detail.label, &detail.text]);
        let status = place.status.iter().map(|status| &status.text);
        let all = one.into_iter().chain(details).chain(&place.notes).chain(place.partly.values()).chain(status);
        let mut lines = BTreeMap::new();
        for text in all.filter(|text| text.chars().any(is_kanji)) {
            lines.insert(text.as_str(), self.text(text));
        }
        if place.address.chars().any(is_kanji) {
            lines.insert(place.address.as_str(), self.address(&place.address));
        }
        if lines.is_empty() {
            return Ok(String::new());
        }
        serde_json::to_string(&lines).map_err(|err| rusqlite::Error::ToSqlConversionFailure(Box::new(err)))
    }

    fn text(&mut self, text: &str) -> Line {
        if let Some(line) = self.texts.get(text) {
            return line.clone();
        }
        let line = self.readings.ruby(&Line::verbatim(text));
        self.texts.insert(text.to_owned(), line.clone());
        line
    }

    /// Street by street: what stands between the numbers is the same for all its houses, and is read once.
    fn address(&mut self, address: &str) -> Line {
        let mut out = Line::default();
        let mut rest = address;
        while let Some(first) = rest.chars().next() {
            let numeric = first.is_numeric() && !is_kanji(first);
            let end = rest.find(|c: char| (c.is_numeric() && !is_kanji(c)) != numeric).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            let part = if part.chars().any(is_kanji) { self.text(part) } else { Line::verbatim(part) };
            out = Line::compose([Piece::Bits(out.bits()), Piece::Bits(part.bits())]);
            rest = after;
        }
        out
    }
}
