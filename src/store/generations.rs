//! Whole packs in, whole packs out. A shipment is first written as a new generation that nobody sees, read back and verified;
//! one small transaction then makes it the one that is shown. Whenever the power goes, the old one or the new one is there.

use super::{
    document::{Document, Hash, Row, Shipment, Terms},
    terms,
    trouble::StoreError,
};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Transaction, named_params, params};
use sha2::{Digest, Sha256};

/// What an installation did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Installed {
    /// This very pack is already the one that is shown.
    Already,
    /// Shown from now on.
    New,
}

/// Makes `shipment` the content of its channel.
pub(super) fn install(db: &mut Connection, shipment: &Shipment) -> Result<Installed, StoreError> {
    if digest_shown(db, &shipment.channel)? == Some(shipment.digest) {
        return Ok(Installed::Already);
    }
    let generation = stage(db, shipment)?;
    verify(db, generation)?;
    flip(db, &shipment.channel, generation)?;
    sweep(db)?;
    Ok(Installed::New)
}

/// Shows the generation before again. Doing so twice comes back.
pub(super) fn go_back(db: &Connection, channel: &str) -> Result<(), StoreError> {
    let to = StoreError::sql("going back to the earlier content");
    match db.execute(include_str!("sql/content/go_back.sql"), params![channel]).map_err(to)? {
        0 => Err(StoreError::NoEarlier),
        _ => Ok(()),
    }
}

/// The digest of the pack that is shown in `channel`.
pub(super) fn digest_shown(db: &Connection, channel: &str) -> Result<Option<Hash>, StoreError> {
    let read = |row: &rusqlite::Row<'_>| row.get::<_, Hash>("digest");
    let found = db.prepare_cached(include_str!("sql/content/shown.sql"));
    found.and_then(|mut found| found.query_row([channel], read).optional()).map_err(StoreError::sql("reading content"))
}

/// The revision that is shown in `channel`.
pub(super) fn revision_shown(db: &Connection, channel: &str) -> Result<Option<String>, StoreError> {
    let read = |row: &rusqlite::Row<'_>| row.get("revision");
    let found = db.prepare_cached(include_str!("sql/content/shown.sql"));
    found.and_then(|mut found| found.query_row([channel], read).optional()).map_err(StoreError::sql("reading content"))
}

/// The digests of the packs that are needed: first of the one shown, then of the one before.
pub(super) fn digests_kept(db: &Connection, channel: &str) -> Result<Vec<Hash>, StoreError> {
    let to = StoreError::sql("reading content");
    let mut all = db.prepare_cached(include_str!("sql/content/digests_kept.sql")).map_err(to)?;
    all.query_map([channel], |row| row.get(0)).and_then(Iterator::collect).map_err(to)
}

/// Reads back every document that is shown and compares it with its digest.
pub(super) fn verify_shown(db: &Connection) -> Result<(), StoreError> {
    let to = StoreError::sql("verifying the content");
    let mut all = db.prepare_cached("SELECT generation FROM active ORDER BY channel").map_err(to)?;
    let generations = all.query_map([], |row| row.get(0)).map_err(to)?.collect::<Result<Vec<i64>, _>>().map_err(to)?;
    generations.into_iter().try_for_each(|generation| verify(db, generation))
}

/// Writes everything, seen by nobody yet.
fn stage(db: &mut Connection, shipment: &Shipment) -> Result<i64, StoreError> {
    let to = StoreError::sql("installing content");
    let all = db.transaction().map_err(to)?;
    let generation = write(&all, shipment).map_err(to)?;
    all.commit().map_err(to)?;
    Ok(generation)
}

fn write(all: &Transaction<'_>, shipment: &Shipment) -> rusqlite::Result<i64> {
    let rows: Vec<(Row, Hash)> = shipment.documents.iter().map(Row::of).map(digest_of).collect();
    let checksum = checksum(rows.iter().map(|(_, digest)| *digest));
    all.execute(
        include_str!("sql/content/insert_generation.sql"),
        params![shipment.channel, shipment.revision, shipment.digest, rows.len(), checksum],
    )?;
    let generation = all.last_insert_rowid();
    let mut entry = all.prepare_cached(include_str!("sql/content/insert_entry.sql"))?;
    for (position, (document, (row, digest))) in shipment.documents.iter().zip(&rows).enumerate() {
        entry.execute(params![generation, position, keep(all, document, row, digest)?])?;
    }
    let mut synonym = all.prepare_cached(include_str!("sql/content/insert_synonym.sql"))?;
    for (team, words) in shipment.synonyms.iter().enumerate() {
        for word in words.iter().map(|word| terms::fold(word)) {
            synonym.execute(params![generation, team, word, terms::kana(&terms::squeeze(&word))])?;
        }
    }
    Ok(generation)
}

fn digest_of(row: Row) -> (Row, Hash) {
    let digest = row.digest();
    (row, digest)
}

/// The id of the document that says exactly this; writes and indexes it when there is none yet.
fn keep(all: &Transaction<'_>, document: &Document, row: &Row, digest: &Hash) -> rusqlite::Result<i64> {
    let known = all
        .prepare_cached(include_str!("sql/content/document_by_digest.sql"))?
        .query_row([digest], |found| found.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    all.prepare_cached(include_str!("sql/content/insert_document.sql"))?.execute(named_params! {
        ":digest": digest, ":kind": row.kind, ":name": row.name, ":tongue": row.tongue, ":listed": row.listed,
        ":also": row.also, ":read": row.read, ":sentences": row.sentences, ":body": row.body,
    })?;
    let id = all.last_insert_rowid();
    let terms = Terms::of(document);
    all.prepare_cached(include_str!("sql/content/insert_words.sql"))?.execute(named_params! {
        ":id": id, ":title": terms.title, ":also": terms.also, ":body": terms.body,
        ":title_kana": terms.title_kana, ":also_kana": terms.also_kana, ":body_kana": terms.body_kana,
    })?;
    Ok(id)
}

/// Every document of a generation says what it said when it was packed, and none is missing.
fn verify(db: &Connection, generation: i64) -> Result<(), StoreError> {
    let to = StoreError::sql("verifying the content");
    let damaged = || {
        let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
        to(rusqlite::Error::SqliteFailure(code, Some("a document is not what it was".to_owned())))
    };
    let wanted = db
        .query_row(include_str!("sql/content/generation.sql"), [generation], |row| {
            Ok((row.get::<_, usize>(0)?, row.get::<_, Hash>(1)?))
        })
        .map_err(to)?;
    let mut rows: CachedStatement<'_> = db.prepare_cached(include_str!("sql/content/documents.sql")).map_err(to)?;
    let digests = rows
        .query_map([generation], |row| Ok((read_row(row)?.digest(), row.get::<_, Hash>("digest")?)))
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(to)?;
    let unchanged = digests.iter().all(|(now, then)| now == then);
    let got = (digests.len(), checksum(digests.into_iter().map(|(now, _)| now)));
    if unchanged && got == wanted { Ok(()) } else { Err(damaged()) }
}

fn read_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok(Row {
        kind: row.get("kind")?,
        name: row.get("name")?,
        tongue: row.get("tongue")?,
        listed: row.get("listed")?,
        also: row.get("also")?,
        read: row.get("read")?,
        sentences: row.get("sentences")?,
        body: row.get("body")?,
    })
}

fn checksum(digests: impl Iterator<Item = Hash>) -> Hash {
    let mut all = Sha256::new();
    digests.for_each(|digest| all.update(digest));
    all.finalize().into()
}

/// The moment at which the new content is the content.
fn flip(db: &Connection, channel: &str, generation: i64) -> Result<(), StoreError> {
    let done = db.execute(include_str!("sql/content/flip.sql"), params![channel, generation]);
    done.map(drop).map_err(StoreError::sql("showing the new content"))
}

/// Forgets what neither is shown nor can be gone back to, such as what an interrupted installation left.
pub(super) fn sweep(db: &mut Connection) -> Result<(), StoreError> {
    let to = StoreError::sql("clearing away old content");
    let all = db.transaction().map_err(to)?;
    all.execute_batch(include_str!("sql/content/sweep.sql")).map_err(to)?;
    all.commit().map_err(to)
}
