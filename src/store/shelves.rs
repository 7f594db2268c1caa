//! What stands on the shelves: lists, and single guides, each in the best tongue there is for the reader.

use super::trouble::StoreError;
use crate::{
    content::{Credit, Entry, Guide},
    words::Tongue,
};
use rusqlite::{Connection, Row, named_params};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// The kind under which [`Credit`]s are kept; no tongue, not found by search.
pub(super) const CREDITS: &str = "credits";

/// Everything that can be opened, each in the reader's best tongue, in the order of the pack.
pub(super) fn shelf(db: &Connection, tongue: &Tongue) -> Result<Vec<Entry>, StoreError> {
    let to = StoreError::sql("reading the shelves");
    let mut all = db.prepare_cached(include_str!("sql/content/shelf.sql")).map_err(to)?;
    let found = all
        .query_map([chain(tongue)], |row| Ok((row.get::<_, i64>("position")?, json::<Entry>(row, "listed")?)))
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(to)?;
    let mut best: BTreeMap<String, (i64, Entry)> = BTreeMap::new();
    for (position, entry) in found {
        // Best tongue first: the first of each is the one.
        best.entry(format!("{:?}/{}", entry.kind, entry.id)).or_insert((position, entry));
    }
    let mut out: Vec<_> = best.into_values().collect();
    out.sort_by_key(|(position, _)| *position);
    Ok(out.into_iter().map(|(_, entry)| entry).collect())
}

/// The guide or answer in the reader's best tongue.
pub(super) fn guide(db: &Connection, id: &str, tongue: &Tongue) -> Result<Option<Guide>, StoreError> {
    let to = StoreError::sql("reading a guide");
    let mut one = db.prepare_cached(include_str!("sql/content/item.sql")).map_err(to)?;
    let mut rows =
        one.query(named_params! { ":name": id, ":chain": chain(tongue), ":credits": CREDITS }).map_err(to)?;
    rows.next().and_then(|row| row.map(|row| json(row, "body")).transpose()).map_err(to)
}

/// Whom to thank.
pub(super) fn credits(db: &Connection) -> Result<Vec<Credit>, StoreError> {
    let to = StoreError::sql("reading the credits");
    let mut all = db.prepare_cached(include_str!("sql/content/kind.sql")).map_err(to)?;
    let lists = all.query_map([CREDITS], |row| json::<Vec<Credit>>(row, "body"));
    Ok(lists.and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(to)?.concat())
}

/// `/ja-simple/ja/`: the tongues in which somebody reads, best first, as the statements take them.
pub(super) fn chain(tongue: &Tongue) -> String {
    tongue.fallback().iter().fold("/".to_owned(), |chain, tongue| format!("{chain}{tongue}/"))
}

fn json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let place = row.as_ref().column_index(column)?;
    let value = row.get_ref(place)?;
    serde_json::from_slice(value.as_bytes()?)
        .map_err(|err| rusqlite::Error::FromSqlConversionFailure(place, value.data_type(), Box::new(err)))
}
