//! Telegrams on disk: as they came, and as they were read. Added to, never changed; the same telegram by two ways is one.

use super::{
    database::{self, Schema},
    home,
    trouble::{Part, StoreError},
};
use crate::{
    alert::{Telegram, qzss},
    clock::Now,
};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, TransactionBehavior, params};
use std::{collections::HashSet, io, path::Path};

const ALERTS: Schema = Schema {
    part: Part::Alerts,
    file: "alerts.db",
    application: i32::from_be_bytes(*b"EgwA"),
    steps: &[
        include_str!("sql/alerts/0001.sql"),
        include_str!("sql/alerts/0002.sql"),
        include_str!("sql/alerts/0003.sql"),
        include_str!("sql/alerts/0004.sql"),
    ],
    oldest: 1,
};

/// Fast, and a tenth of the size: telegrams say the same words again and again.
const LEVEL: i32 = 3;

/// Telegrams in which what stands is found: those of some months for one town, by count, so that a wrong date hides nothing.
const RECENT: u32 = 6_000;

/// A telegram with the bytes that it was read from.
#[derive(Clone, Copy, Debug)]
pub struct Received<'a> {
    /// The name under which it came.
    pub file: &'a str,
    pub raw: &'a [u8],
    pub telegram: &'a Telegram,
}

/// The telegrams of one kiosk.
pub struct Telegrams {
    pub(super) db: Connection,
}

impl Telegrams {
    /// Opens those in `home`, also while a kiosk is running there.
    ///
    /// # Errors
    /// [`StoreError`] names what the disk or another program does not allow.
    pub fn open(home: &Path) -> Result<Self, StoreError> {
        home::make(home).map_err(StoreError::io("making", home))?;
        Ok(Self { db: database::open(&home.join(ALERTS.file), &ALERTS)? })
    }

    /// Opens those in `home` without writing; none where there are none.
    pub fn open_to_read(home: &Path) -> Result<Self, StoreError> {
        let db = database::open_to_read(&home.join(ALERTS.file), &ALERTS).or_else(|_| database::in_memory(&ALERTS))?;
        Ok(Self { db })
    }

    /// Keeps them all, or none. Returns how many were new.
    pub fn keep(&mut self, all: &[Received<'_>], now: Now) -> Result<usize, StoreError> {
        let to = StoreError::sql("keeping telegrams");
        let packed = all.iter().map(Packed::of).collect::<io::Result<Vec<_>>>();
        let packed = packed.map_err(StoreError::io("packing telegrams", Path::new(ALERTS.file)))?;
        let received = now.trusted.then(|| now.at.as_second());
        let write = self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(to)?;
        let mut new = 0;
        for (one, packed) in all.iter().zip(&packed) {
            let telegram = one.telegram;
            let (issued, sent) = (telegram.issued.as_second(), telegram.sent.as_second());
            let row = params![telegram.id, one.file, telegram.code, issued, sent, received, packed.extract, packed.raw];
            let mut insert = write.prepare_cached(include_str!("sql/alerts/insert.sql")).map_err(to)?;
            new += insert.execute(row).map_err(to)?;
        }
        write.commit().map_err(to)?;
        Ok(new)
    }

    /// Those that are not among `known`, by their ids: what came since somebody last asked. Of a long time only the newest `RECENT` are
    /// looked at, and all 噴火警報, which may stand for years: what stands is found in them, and a kiosk with a year of telegrams
    /// knows as soon as one that is new.
    pub fn unknown(&self, known: &HashSet<String>) -> Result<Vec<Telegram>, StoreError> {
        let to = StoreError::sql("reading telegrams");
        let mut ids = self.db.prepare_cached(include_str!("sql/alerts/recent.sql")).map_err(to)?;
        let mut one = self.db.prepare_cached("SELECT extract, file, raw FROM telegram WHERE id = ?1").map_err(to)?;
        let mut telegrams = Vec::new();
        for id in ids.query_map([RECENT], |row| row.get::<_, String>(0)).map_err(to)? {
            let id = id.map_err(to)?;
            if known.contains(&id) {
                continue;
            }
            let stored = one.query_row([&id], stored).optional().map_err(to)?;
            telegrams.extend(stored.and_then(Stored::telegram));
        }
        Ok(telegrams)
    }

    /// All telegrams, in the order in which they were sent. One that an earlier program wrote in a form that this one cannot read is read
    /// anew from its bytes by the caller: it is returned by its name and bytes.
    pub fn all(&self) -> Result<Vec<Telegram>, StoreError> {
        let to = StoreError::sql("reading telegrams");
        let mut rows =
            self.db.prepare_cached("SELECT extract, file, raw FROM telegram ORDER BY sent, id").map_err(to)?;
        let mut telegrams = Vec::new();
        for row in rows.query_map([], stored).map_err(to)? {
            telegrams.extend(row.map_err(to)?.telegram());
        }
        Ok(telegrams)
    }
}

/// A row as it lies there.
struct Stored {
    extract: Vec<u8>,
    file: String,
    raw: Option<Vec<u8>>,
}

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored { extract: row.get(0)?, file: row.get(1)?, raw: row.get(2)? })
}

impl Stored {
    fn telegram(self) -> Option<Telegram> {
        unpack(&self.extract).or_else(|| again(&self.file, self.raw.as_deref()?))
    }
}

struct Packed {
    extract: Vec<u8>,
    raw: Vec<u8>,
}

impl Packed {
    fn of(one: &Received<'_>) -> io::Result<Self> {
        let extract = serde_json::to_vec(one.telegram)?;
        Ok(Self { extract: zstd::bulk::compress(&extract, LEVEL)?, raw: zstd::bulk::compress(one.raw, LEVEL)? })
    }
}

/// An extract is at most as large as the largest telegram, several times over.
const LARGEST: usize = crate::alert::LARGEST * 4;

fn unpack(extract: &[u8]) -> Option<Telegram> {
    let json = zstd::bulk::decompress(extract, LARGEST).ok()?;
    serde_json::from_slice(&json).ok()
}

/// From its own bytes: the form of extracts may change with the program, the telegram does not.
fn again(file: &str, raw: &[u8]) -> Option<Telegram> {
    let raw = zstd::bulk::decompress(raw, crate::alert::LARGEST).ok()?;
    crate::alert::read(file, &raw).ok().or_else(|| sentence(&raw))
}

/// A sentence of a satellite that was dated when it was kept; of one that was not, nobody knows the moment any more.
fn sentence(raw: &[u8]) -> Option<Telegram> {
    let line = std::str::from_utf8(raw).ok()?;
    let (message, received) = qzss::line(line, Now { at: Timestamp::UNIX_EPOCH, trusted: false }).ok()?;
    qzss::telegram(&message, received).filter(|_| received.trusted)
}
