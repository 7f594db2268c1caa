//! Whole packs in, whole packs out. A shipment is first written as a new generation that nobody sees, read back and verified;
//! one small transaction then makes it the one that is shown. Whenever the power goes, the old one or the new one is there.

use super::{
    band::Band,
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
    let mut documents: Vec<_> = shipment.documents.iter().zip(&rows).enumerate().collect();
    // The index is written as long as numbers grow, and put aside and begun anew when they do not.
    documents.sort_by_key(|(_, (_, (row, _)))| Band::of(&row.tongue));
    for (position, (document, (row, digest))) in documents {
        entry.execute(params![generation, position, keep(all, document, row, digest)?])?;
    }
    all.execute_batch(include_str!("sql/content/optimize.sql"))?;
    let mut synonym = all.prepare_cached(include_str!("sql/content/insert_synonym.sql"))?;
    for (team, words) in shipment.synonyms.iter().enumerate() {
        for (word, typed) in words {
            for key in [word].into_iter().chain(typed).map(|way| terms::kana(&terms::squeeze(&terms::fold(way)))) {
                synonym.execute(params![generation, team, terms::fold(word), key])?;
            }
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
    let id = Band::of(&row.tongue).next(all)?;
    all.prepare_cached(include_str!("sql/content/insert_document.sql"))?.execute(named_params! {
        ":id": id, ":digest": digest, ":kind": row.kind, ":name": row.name, ":tongue": row.tongue, ":listed": row.listed,
        ":also": row.also, ":read": row.read, ":sentences": row.sentences, ":body": row.body,
    })?;
    let Terms { title: [title, title_kana], also: [also, also_kana], text: [shown, read] } = Terms::of(document);
    let mut names = all.prepare_cached(include_str!("sql/content/insert_names.sql"))?;
    names.execute(params![id, title, title_kana, also, also_kana])?;
    all.prepare_cached(include_str!("sql/content/insert_texts.sql"))?.execute(params![id, shown, read])?;
    all.prepare_cached(include_str!("sql/content/insert_shelf.sql"))?.execute(params![id])?;
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
    // Looking costs the same however much is kept: this runs at every start.
    if !db.query_row(include_str!("sql/content/has_rest.sql"), [], |row| row.get::<_, bool>(0)).map_err(to)? {
        return Ok(());
    }
    let all = db.transaction().map_err(to)?;
    all.execute_batch(include_str!("sql/content/sweep.sql")).map_err(to)?;
    all.commit().map_err(to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        store::{CONTENT, database, document::Document, packs},
        words::{Line, Tongue},
    };
    use std::{
        fs,
        path::{Path, PathBuf},
        sync::{Arc, Mutex},
    };

    /// A pack of `count` documents, all of which say its number.
    fn shipment(number: u8, count: usize) -> Shipment {
        let documents = (0..count).map(|n| Document {
            kind: "guide".to_owned(),
            id: format!("d{n}"),
            tongue: Tongue::JA,
            title: Line::parse("水《みず》の 話《はなし》"),
            listed: "{}".to_owned(),
            also: vec![],
            text: vec![Line::parse(&format!("第{number}版《だい》の {n}。").repeat(40))],
            read: String::new(),
            body: format!("{number}/{n}").into_bytes(),
        });
        Shipment {
            channel: packs::CORE.to_owned(),
            revision: number.to_string(),
            digest: [number; 32],
            documents: documents.collect(),
            synonyms: vec![["水", "給水"].map(|word| (word.to_owned(), vec![])).to_vec()],
        }
    }

    /// Which pack is shown: its number and how many documents, all of one pack and all as they were.
    fn shown(db: &Connection) -> (u8, usize) {
        verify_shown(db).unwrap();
        let mut all = db
            .prepare("SELECT body FROM document JOIN entry ON document = document.id JOIN active USING (generation)")
            .unwrap();
        let bodies: Vec<Vec<u8>> = all.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        let number = digest_shown(db, packs::CORE).unwrap().map_or(0, |digest| digest[0]);
        let own = format!("{number}/");
        assert!(bodies.iter().all(|body| body.starts_with(own.as_bytes())), "mixed");
        (number, bodies.len())
    }

    fn rows(db: &Connection, table: &str) -> i64 {
        db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
    }

    /// The files as they are on the disk at this moment: what is left when the power goes now.
    fn photograph(from: &Path, album: &Path, number: usize) -> PathBuf {
        let to = album.join(format!("{number}.db"));
        for tail in ["", "-wal"] {
            let file = |path: &Path| PathBuf::from(format!("{}{tail}", path.display()));
            if file(from).exists() {
                fs::copy(file(from), file(&to)).unwrap();
            }
        }
        to
    }

    #[test]
    fn whenever_the_power_goes_the_old_or_the_new_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("content.db");
        let mut db = database::open(&path, &CONTENT).unwrap();
        install(&mut db, &shipment(1, 30)).unwrap();
        // A small cache makes SQLite write to the disk in the middle of a transaction, as a large pack would.
        db.execute_batch("PRAGMA cache_size = 4").unwrap();
        let pictures = Arc::new(Mutex::new(vec![]));
        let (camera, from, album) = (Arc::clone(&pictures), path.clone(), folder.path().to_owned());
        let click = move || {
            let mut pictures = camera.lock().unwrap();
            let picture = photograph(&from, &album, pictures.len());
            pictures.push(picture);
            false
        };
        db.progress_handler(400, Some(click)).unwrap();
        install(&mut db, &shipment(2, 40)).unwrap();
        db.progress_handler(0, None::<fn() -> bool>).unwrap();
        pictures.lock().unwrap().push(photograph(&path, folder.path(), 1_000_000));
        assert_eq!(shown(&db), (2, 40));
        let mut seen = vec![];
        for picture in pictures.lock().unwrap().iter() {
            let mut db = database::open(picture, &CONTENT).unwrap();
            assert!(database::is_sound(&db).unwrap());
            seen.push(shown(&db));
            sweep(&mut db).unwrap();
            assert_eq!(rows(&db, "document"), rows(&db, "texts"));
            install(&mut db, &shipment(2, 40)).unwrap();
            assert_eq!(shown(&db), (2, 40), "and it can be done again");
        }
        seen.dedup();
        assert_eq!(seen, [(1, 30), (2, 40)]);
    }

    #[test]
    fn what_stays_the_same_is_not_written_again() {
        let mut db = database::in_memory(&CONTENT).unwrap();
        install(&mut db, &shipment(1, 30)).unwrap();
        let mut next = shipment(1, 31);
        next.digest = [2; 32];
        install(&mut db, &next).unwrap();
        assert_eq!((rows(&db, "generation"), rows(&db, "document"), rows(&db, "texts")), (2, 31, 31));
        install(&mut db, &shipment(3, 5)).unwrap();
        install(&mut db, &shipment(4, 5)).unwrap();
        assert_eq!(
            (rows(&db, "generation"), rows(&db, "document"), rows(&db, "texts")),
            (2, 10, 10),
            "only what can be gone back to"
        );
    }

    #[test]
    fn a_full_disk_leaves_everything_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let mut db = database::open(&folder.path().join("content.db"), &CONTENT).unwrap();
        install(&mut db, &shipment(1, 30)).unwrap();
        let pages: i64 = db.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        db.execute_batch(&format!("PRAGMA max_page_count = {}", pages + 2)).unwrap();
        let refused = install(&mut db, &shipment(2, 400));
        assert!(matches!(refused, Err(StoreError::Full { .. })), "{refused:?}");
        assert_eq!(shown(&db), (1, 30));
        db.execute_batch("PRAGMA max_page_count = 100000").unwrap();
        install(&mut db, &shipment(2, 400)).unwrap();
        assert_eq!(shown(&db), (2, 400));
    }

    #[test]
    fn what_does_not_verify_is_never_shown() {
        let mut db = database::in_memory(&CONTENT).unwrap();
        install(&mut db, &shipment(1, 3)).unwrap();
        let staged = stage(&mut db, &shipment(2, 3)).unwrap();
        db.execute("UPDATE document SET body = x'00' WHERE name = 'd1'", []).unwrap();
        assert!(matches!(verify(&db, staged), Err(StoreError::Damaged { .. })));
        db.execute("DELETE FROM entry WHERE generation = ?1", [staged]).unwrap();
        assert!(verify(&db, staged).is_err());
    }
}
