//! Finding places by what people type: by name as written and as read, by address, by what they are.

use super::{
    super::{
        query::{self, Within, Word},
        search::Hit,
        trouble::StoreError,
    },
    near,
};
use crate::{
    job::{HitKind, Origin},
    place::Place,
    words::{Line, Tongue},
};
use rusqlite::{Connection, Row, params};
use std::collections::BTreeSet;

/// More rows than this are not ranked: to rank costs far more than to find, and so wide a question has no best answer.
const RANKED: usize = 200;

/// At most `limit` places, best first. A place by its name stands where a guide by its tags stands, one by its address or kind where a
/// guide by its text does: who types a common word wants to know before he wants to go.
pub(in crate::store) fn find(db: &Connection, words: &[Word], limit: usize) -> Result<Vec<Hit>, StoreError> {
    let to = StoreError::sql("searching places");
    let (mut out, mut seen) = (vec![], BTreeSet::new());
    for round in query::rounds(words).iter().filter(|round| round.within == Within::Names) {
        if out.len() >= limit {
            break;
        }
        let rows = ask(db, &round.asked, limit + out.len()).map_err(to)?;
        for (id, part, hit) in rows {
            if seen.insert(id) {
                out.push(Hit { score: round.grade - 1.0 + part, ..hit });
            }
        }
    }
    out.truncate(limit);
    Ok(out)
}

fn ask(db: &Connection, asked: &str, limit: usize) -> rusqlite::Result<Vec<(i64, f64, Hit)>> {
    let mut count = db.prepare_cached(include_str!("../sql/places/count_names.sql"))?;
    let fits: usize = count.query_row(params![asked, RANKED + 1], |row| row.get(0))?;
    if fits == 0 {
        return Ok(vec![]);
    }
    let statement = if fits > RANKED {
        include_str!("../sql/places/search_unranked.sql")
    } else {
        include_str!("../sql/places/search.sql")
    };
    let mut all = db.prepare_cached(statement)?;
    let rows = all.query_map(params![asked, limit], |row| {
        let weight = -row.get::<_, f64>("weight")?;
        let part = weight.max(0.0) / (1.0 + weight.max(0.0));
        Ok((row.get("id")?, part, hit(row)?))
    })?;
    rows.collect()
}

fn hit(row: &Row<'_>) -> rusqlite::Result<Hit> {
    let place: Place = near::json(row, "body")?;
    let source: String = row.get("source")?;
    Ok(Hit {
        kind: HitKind::Place(Origin::of(&source)),
        id: row.get("key")?,
        tongue: Tongue::JA,
        title: near::json(row, "name")?,
        snippet: Line::verbatim(&format!("{} {}", place.kind.japanese(), place.address)),
        marked: 0..0,
        score: 0.0,
    })
}
