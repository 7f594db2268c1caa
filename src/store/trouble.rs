//! What can be wrong with the disk, in two kinds: a [`StoreError`] stops one deed, a [`Trouble`] is lived with and told to staff.

use std::path::{Path, PathBuf};
use thiserror::Error;

/// Which of the databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Everything that can be made again from a pack.
    Content,
    /// What only this kiosk knows.
    State,
    /// Places from open data.
    Places,
    /// Telegrams.
    Alerts,
}

/// Why one deed failed. Every message names the deed or the file, and what helps.
#[derive(Debug, Error)]
pub enum StoreError {
    #[error("{}: another Engawa is using this folder; close it, or give this one its own with --home", .0.display())]
    Busy(PathBuf),
    #[error("{}: written by a newer Engawa (form {found}; this one knows up to {newest}); update the program", .path.display())]
    TooNew { path: PathBuf, found: i32, newest: i32 },
    #[error("{}: written by an Engawa too old to be carried over (form {found}; the oldest known is {oldest})", .path.display())]
    TooOld { path: PathBuf, found: i32, oldest: i32 },
    #[error("{}: not a database of Engawa; move it away", .0.display())]
    Foreign(PathBuf),
    #[error("{doing}: the database is damaged; it is set aside and made anew at the next check")]
    Damaged { doing: &'static str, source: rusqlite::Error },
    #[error("{doing}: the disk is full; free some space")]
    Full { doing: &'static str, source: rusqlite::Error },
    #[error("{doing}: nothing can be written here; check the folder's owner and whether the disk is read-only")]
    NotWritable { doing: &'static str, source: rusqlite::Error },
    #[error("{doing}: {source}")]
    Sql { doing: &'static str, source: rusqlite::Error },
    #[error("{doing} {}: {source}", .path.display())]
    Io { doing: &'static str, path: PathBuf, source: std::io::Error },
    #[error("the pack is refused: {0}; what was there before stays")]
    Pack(String),
    #[error("{0}: there are no places in it; those from before stay")]
    NoPlaces(String),
    #[error("there is no earlier content to go back to")]
    NoEarlier,
    #[error("a PIN is six digits, none easily guessed (no 111, no 123); let the machine draw one")]
    WeakPin,
    #[error("the staff PIN cannot be read any more; draw a new one with `engawa pin new`")]
    PinLost,
    #[error("{doing}: the machine gave no random numbers ({why})")]
    Random { doing: &'static str, why: String },
    #[error("{doing}: {why}")]
    Hash { doing: &'static str, why: String },
}

impl StoreError {
    /// Sorts what SQLite says by what helps against it.
    pub(super) fn sql(doing: &'static str) -> impl Fn(rusqlite::Error) -> Self + Copy {
        use rusqlite::ErrorCode::{
            CannotOpen, DatabaseBusy, DatabaseCorrupt, DatabaseLocked, DiskFull, NotADatabase, PermissionDenied,
            ReadOnly,
        };
        move |source| match source.sqlite_error_code() {
            Some(DatabaseCorrupt | NotADatabase) => Self::Damaged { doing, source },
            Some(DiskFull) => Self::Full { doing, source },
            Some(ReadOnly | CannotOpen | PermissionDenied) => Self::NotWritable { doing, source },
            Some(DatabaseBusy | DatabaseLocked) => Self::Busy(PathBuf::from(doing)),
            _ => Self::Sql { doing, source },
        }
    }

    pub(super) fn io(doing: &'static str, path: &Path) -> impl Fn(std::io::Error) -> Self {
        move |source| Self::Io { doing, path: path.to_owned(), source }
    }
}

/// What the kiosk goes on with all the same. Staff see it in words, with what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Can be read, cannot be written: nothing new is kept.
    ReadOnly { part: Part, path: PathBuf, why: String },
    /// Kept in memory until the kiosk stops: the folder can be neither read nor written.
    InMemory { part: Part, path: PathBuf, why: String },
    /// Was damaged; renamed, and made anew.
    SetAside { part: Part, kept_as: PathBuf, why: String },
    /// Comes from another version of the program; left alone, or set aside where it can be made again.
    OtherVersion { part: Part, path: PathBuf, why: String },
    /// A pack kept for making the content anew cannot be used.
    PackUnusable { path: PathBuf, why: String },
    /// The record of what was done does not fit together from this entry on.
    LedgerBroken { at: u64 },
}
