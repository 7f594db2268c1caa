//! What stands on the shelves: lists, and single guides, each in the best tongue there is for the reader.

use super::trouble::StoreError;
use crate::{
    content::{Credit, Entry, Guide},
    words::Tongue,
};
use rusqlite::{Connection, Row, named_params, params};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

/// The kind under which [`Credit`]s are kept; no tongue, not found by search.
pub(super) const CREDITS: &str = "credits";

/// What stands in `groups`: group by group, each in the order of its pack, everything once and in the reader's best tongue.
pub(super) fn shelf(db: &Connection, groups: &[impl AsRef<str>], tongue: &Tongue) -> Result<Vec<Entry>, StoreError> {
    let to = StoreError::sql("reading the shelves");
    let mut all = db.prepare_cached(include_str!("sql/content/shelf.sql")).map_err(to)?;
    let (mut seen, mut out) = (BTreeSet::new(), vec![]);
    for group in groups {
        let mut here = vec![];
        let mut rows = all.query(params![group.as_ref(), chain(tongue)]).map_err(to)?;
        while let Some(row) = rows.next().map_err(to)? {
            // Best tongue first: the first of each is the one.
            let key = (row.get::<_, String>("kind").map_err(to)?, row.get::<_, String>("name").map_err(to)?);
            if seen.insert(key) {
                here.push((row.get::<_, i64>("position").map_err(to)?, json::<Entry>(row, "listed").map_err(to)?));
            }
        }
        here.sort_by_key(|(position, _)| *position);
        out.extend(here.into_iter().map(|(_, entry)| entry));
    }
    Ok(out)
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

pub(super) fn json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let place = row.as_ref().column_index(column)?;
    let value = row.get_ref(place)?;
    serde_json::from_slice(value.as_bytes()?)
        .map_err(|err| rusqlite::Error::FromSqlConversionFailure(place, value.data_type(), Box::new(err)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_before_there_were_shelves_stands_on_them() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(include_str!("sql/content/0001.sql")).unwrap();
        let keep = |kind: &str, listed: &str| {
            db.execute(
                "INSERT INTO document VALUES (NULL, randomblob(32), ?1, 'a', 'ja', ?2, '', '', '', x'')",
                params![kind, listed],
            )
        };
        keep("guide", r#"{"groups":["family","body","family"]}"#).unwrap();
        keep("faq", r#"{"groups":[]}"#).unwrap();
        keep(CREDITS, "").unwrap();
        db.execute_batch(include_str!("sql/content/0002.sql")).unwrap();
        let all = "SELECT group_concat(name || document, ' ') FROM shelf";
        assert_eq!(db.query_row(all, [], |row| row.get::<_, String>(0)).unwrap(), "body1 family1");
    }
}
