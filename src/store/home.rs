//! The folder in which one kiosk keeps its memory: for its own eyes, one process at a time.

use super::trouble::StoreError;
use rusqlite::{Connection, OpenFlags, Row, ToSql, params_from_iter, types::Value};
use std::{
    fs::{DirBuilder, File, TryLockError},
    io,
    path::Path,
};

/// Gone with the process, however it ends.
pub(super) struct Lock(#[expect(dead_code, reason = "held, not read")] File);

/// Makes the folder where it is not there yet, for the eyes of its owner alone.
pub(super) fn make(home: &Path) -> io::Result<()> {
    let mut folder = DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    folder.create(home)
}

/// Makes the folder and takes its lock. `None` where nothing can be written: others then cannot write either.
pub(super) fn enter(home: &Path) -> Result<Option<Lock>, StoreError> {
    if make(home).is_err() {
        return Ok(None);
    }
    let Ok(file) = File::options().write(true).create(true).truncate(false).open(home.join("lock")) else {
        return Ok(None);
    };
    match file.try_lock() {
        Ok(()) => Ok(Some(Lock(file))),
        Err(TryLockError::WouldBlock) => Err(StoreError::Busy(home.to_owned())),
        // A file system without locks: SQLite's own still keep writers apart.
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

/// Carries the settings and the PIN of a damaged state over to the new one, as far as they can be read.
pub(super) fn salvage(damaged: &Path, fresh: &Connection) {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let Ok(old) = Connection::open_with_flags(damaged, flags) else { return };
    for (read, write) in SALVAGED {
        let Ok(mut rows) = old.prepare(read) else { continue };
        let found = rows.query_map([], values).into_iter().flatten();
        for row in found.map_while(Result::ok) {
            fresh.execute(write, params_from_iter(row.iter().map(|value| value as &dyn ToSql))).ok();
        }
    }
}

const SALVAGED: [(&str, &str); 2] = [
    ("SELECT name, value FROM setting", include_str!("sql/state/set_setting.sql")),
    (
        "SELECT hash, wrong, waiting_ms, since_ms, trusted FROM pin",
        "INSERT OR REPLACE INTO pin (one, hash, wrong, waiting_ms, since_ms, trusted) VALUES (1, ?1, ?2, ?3, ?4, ?5)",
    ),
];

fn values(row: &Row<'_>) -> rusqlite::Result<Vec<Value>> {
    (0..row.as_ref().column_count()).map(|n| row.get(n)).collect()
}
