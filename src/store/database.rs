//! Opening one database file, whatever state it is in. SQLite runs in WAL with `synchronous=FULL`: measured with real power cuts,
//! it is the cheapest setting that loses no acknowledged commit.

use super::trouble::{Part, StoreError, Trouble};
use rusqlite::{Connection, OpenFlags, config::DbConfig};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The forms that a database has had.
pub(super) struct Schema {
    pub(super) part: Part,
    pub(super) file: &'static str,
    /// `PRAGMA application_id`: tells our files from everybody else's.
    pub(super) application: i32,
    /// Step `n` (from 0) makes form `n + 1` of form `n`. Never edited once released.
    pub(super) steps: &'static [&'static str],
    /// The oldest form that the steps can still carry over; 0 is an empty file.
    pub(super) oldest: i32,
}

impl Schema {
    fn newest(&self) -> i32 {
        i32::try_from(self.steps.len()).unwrap_or(i32::MAX)
    }
}

const PRAGMAS: &str = include_str!("sql/pragmas.sql");

/// Opens the database in `home` as well as the disk allows, and says what had to be given up. Only another running kiosk and a
/// broken SQLite library are errors.
pub(super) fn open_best(home: &Path, schema: &Schema) -> Result<(Connection, Vec<Trouble>), StoreError> {
    let path = home.join(schema.file);
    let part = schema.part;
    let first = match open(&path, schema) {
        Ok(db) => return Ok((db, vec![])),
        Err(err @ StoreError::Busy(_)) => return Err(err),
        Err(err) => err,
    };
    let why = first.to_string();
    let can_be_remade = part == Part::Content;
    match first {
        StoreError::Damaged { .. } | StoreError::Foreign(_) => renew(&path, schema, why),
        StoreError::TooNew { .. } | StoreError::TooOld { .. } if can_be_remade => renew(&path, schema, why),
        StoreError::TooNew { .. } | StoreError::TooOld { .. } => {
            Ok((in_memory(schema)?, vec![Trouble::OtherVersion { part, path, why }]))
        }
        _ => match open_to_read(&path, schema) {
            Ok(db) => Ok((db, vec![Trouble::ReadOnly { part, path, why }])),
            Err(_) => Ok((in_memory(schema)?, vec![Trouble::InMemory { part, path, why }])),
        },
    }
}

/// Sets the database aside and makes a new one; in memory where that cannot be done.
pub(super) fn renew(path: &Path, schema: &Schema, why: String) -> Result<(Connection, Vec<Trouble>), StoreError> {
    let part = schema.part;
    let fresh = set_aside(path).and_then(|kept_as| Ok((open(path, schema)?, kept_as)));
    match fresh {
        Ok((db, kept_as)) => Ok((db, vec![Trouble::SetAside { part, kept_as, why }])),
        Err(_) => Ok((in_memory(schema)?, vec![Trouble::InMemory { part, path: path.to_owned(), why }])),
    }
}

/// Opens for reading and writing; makes the file or carries it over to the newest form.
pub(super) fn open(path: &Path, schema: &Schema) -> Result<Connection, StoreError> {
    let to = StoreError::sql("opening the database");
    let mut db = Connection::open(path).map_err(to)?;
    settle(&db).map_err(to)?;
    db.execute_batch(PRAGMAS).map_err(to)?;
    if db.is_readonly(rusqlite::MAIN_DB).map_err(to)? {
        // SQLite opens what it may only read without a word; only the first write would tell.
        return Err(to(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_READONLY),
            None,
        )));
    }
    db.execute_batch("BEGIN IMMEDIATE; ROLLBACK").map_err(to)?;
    carry_over(&mut db, path, schema)?;
    Ok(db)
}

/// Opens without writing a byte; the file must have the newest form.
pub(super) fn open_to_read(path: &Path, schema: &Schema) -> Result<Connection, StoreError> {
    open_any_form(path, schema, schema.newest())
}

/// Opens without writing a byte; the file must have the form `least` or a newer one that is known. A closed database on a read-only disk has no log beside it, and
/// may then be taken as it is (`immutable`).
pub(super) fn open_any_form(path: &Path, schema: &Schema, least: i32) -> Result<Connection, StoreError> {
    let to = StoreError::sql("opening the database to read");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let plain = Connection::open_with_flags(path, flags).and_then(|db| form(&db).map(|form| (db, form)));
    let (db, found) = match plain {
        Ok(opened) => opened,
        Err(_) if !beside(path, "-wal").exists() && path.exists() => {
            let db = Connection::open_with_flags(immutable(path), flags).map_err(to)?;
            let form = form(&db).map_err(to)?;
            (db, form)
        }
        Err(err) => return Err(to(err)),
    };
    settle(&db).map_err(to)?;
    db.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA query_only = 1").map_err(to)?;
    judge(path, schema, &found)?;
    if found.version < least {
        return Err(StoreError::TooOld { path: path.to_owned(), found: found.version, oldest: least });
    }
    Ok(db)
}

/// A database that lives as long as the process.
pub(super) fn in_memory(schema: &Schema) -> Result<Connection, StoreError> {
    let to = StoreError::sql("making a database in memory");
    let mut db = Connection::open_in_memory().map_err(to)?;
    settle(&db).map_err(to)?;
    db.execute_batch(PRAGMAS).map_err(to)?;
    carry_over(&mut db, Path::new(":memory:"), schema)?;
    Ok(db)
}

/// Statements are planned once and kept. Without the planner's guarantee SQLite plans anew for every value bound, which took a
/// third of the time of a search.
fn settle(db: &Connection) -> rusqlite::Result<()> {
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map(drop)
}

/// More than there are.
const STATEMENTS: usize = 64;

/// Renames a database and what SQLite keeps beside it to the first free number.
pub(super) fn set_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let free = (1..10_000).map(|n| beside(path, &format!(".damaged-{n}"))).find(|name| !name.exists());
    let kept_as = free.unwrap_or_else(|| beside(path, ".damaged"));
    for tail in ["-wal", "-shm", ""] {
        let from = beside(path, tail);
        if from.exists() {
            fs::rename(&from, beside(&kept_as, tail)).map_err(StoreError::io("renaming", &from))?;
        }
    }
    Ok(kept_as)
}

/// True when a database of this name was set aside earlier: what it knew is not known to be absent.
pub(super) fn was_set_aside(path: &Path) -> bool {
    beside(path, ".damaged-1").exists()
}

/// SQLite's own check of every page.
pub(super) fn is_sound(db: &Connection) -> Result<bool, StoreError> {
    let said = db.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    match said.map_err(StoreError::sql("checking the database")) {
        Ok(said) => Ok(said == "ok"),
        Err(StoreError::Damaged { .. }) => Ok(false),
        Err(err) => Err(err),
    }
}

struct Form {
    application: i32,
    version: i32,
    tables: i64,
}

fn form(db: &Connection) -> rusqlite::Result<Form> {
    db.query_row(include_str!("sql/form.sql"), [], |row| {
        Ok(Form { application: row.get(0)?, version: row.get(1)?, tables: row.get(2)? })
    })
}

fn judge(path: &Path, schema: &Schema, found: &Form) -> Result<(), StoreError> {
    let path = path.to_owned();
    let empty = found.tables == 0 && found.application == 0 && found.version == 0;
    if !empty && found.application != schema.application {
        return Err(StoreError::Foreign(path));
    }
    if found.version > schema.newest() {
        return Err(StoreError::TooNew { path, found: found.version, newest: schema.newest() });
    }
    if !empty && found.version < schema.oldest {
        return Err(StoreError::TooOld { path, found: found.version, oldest: schema.oldest });
    }
    Ok(())
}

fn carry_over(db: &mut Connection, path: &Path, schema: &Schema) -> Result<(), StoreError> {
    let to = StoreError::sql("carrying the database over to the newest form");
    let found = form(db).map_err(to)?;
    judge(path, schema, &found)?;
    let done = usize::try_from(found.version).unwrap_or(0);
    if done == schema.steps.len() {
        return Ok(());
    }
    let all = db.transaction().map_err(to)?;
    for step in schema.steps.iter().skip(done) {
        all.execute_batch(step).map_err(to)?;
    }
    all.pragma_update(None, "application_id", schema.application).map_err(to)?;
    all.pragma_update(None, "user_version", schema.newest()).map_err(to)?;
    all.commit().map_err(to)
}

fn beside(path: &Path, tail: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(tail);
    name.into()
}

fn immutable(path: &Path) -> String {
    let escaped = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    format!("file:{escaped}?immutable=1")
}
