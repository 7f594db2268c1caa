//! The record of what staff and the kiosk did (not visitors: of them nothing is recorded). Every entry is chained to the one before
//! by SHA-256, and the end is kept apart, so that any edit, removal or reordering shows at the first entry that does not
//! fit. Whoever may write to the disk can still make the whole chain anew; against that the head has to be signed or noted elsewhere.

use super::{settings, trouble::StoreError};
use crate::{clock::Now, config::Mode};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::{Serialize, Serializer};
use serde_json::Value;
use sha2::{Digest, Sha256};
use thiserror::Error;

/// What can be recorded. A closed list without free text, so that nothing about a visitor can slip in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Event {
    /// Other content is shown from now on; `revision` in hexadecimal.
    ContentInstalled {
        revision: String,
    },
    /// The content before is shown again.
    ContentWentBack,
    /// A database was damaged and made anew; `kept` is the file name of the damaged one.
    SetAside {
        kept: String,
    },
    PinSet,
    /// The staff page was opened.
    StaffEntered,
    /// So many wrong PINs in a row that the door is shut for `seconds`.
    StaffDoorShut {
        seconds: u64,
    },
    ModeChanged {
        to: ModeName,
    },
    /// Staff said that the time shown is right.
    ClockTrusted,
}

/// A mode under the name by which it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModeName(pub Mode);

impl Serialize for ModeName {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(settings::mode_name(self.0))
    }
}

/// Where the ledger ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Number of entries; the last has this number.
    pub seq: u64,
    /// SHA-256 of the last entry and all before it; zeros when there is none.
    pub hash: [u8; 32],
}

/// One entry as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub seq: u64,
    /// `{at, event: {what, …}, seq, trusted}`.
    pub value: Value,
}

/// Why the ledger is not believed, and from where on.
#[derive(Debug, Error)]
pub enum Broken {
    #[error("entry {seq} is missing")]
    Missing { seq: u64 },
    #[error("entry {seq} is not what was written")]
    Changed { seq: u64 },
    #[error("the end was cut off after entry {seq}")]
    CutOff { seq: u64 },
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Adds `event` at the end.
pub(super) fn append(db: &mut Connection, now: Now, event: &Event) -> Result<Head, StoreError> {
    let to = StoreError::sql("writing the ledger");
    let all = db.transaction().map_err(to)?;
    let head = write(&all, now, event).map_err(to)?;
    all.commit().map_err(to)?;
    Ok(head)
}

/// As [`append`], within a transaction that does something else as well.
pub(super) fn write(all: &Transaction<'_>, now: Now, event: &Event) -> rusqlite::Result<Head> {
    let head = kept_head(all)?;
    let seq = head.seq + 1;
    let unreadable = |err: serde_json::Error| rusqlite::Error::ToSqlConversionFailure(Box::new(err));
    let entry = Entry { at: now.at.to_string(), event, seq, trusted: now.trusted };
    let record = canonical(&serde_json::to_value(entry).map_err(unreadable)?);
    let hash = chain(&head.hash, &record);
    all.prepare_cached(include_str!("sql/state/insert_ledger.sql"))?.execute(params![seq, record, hash])?;
    all.prepare_cached(include_str!("sql/state/set_head.sql"))?.execute(params![seq, hash])?;
    Ok(Head { seq, hash })
}

/// Follows the chain from the first entry to the head.
pub(super) fn verify(db: &Connection) -> Result<Head, Broken> {
    let to = StoreError::sql("reading the ledger");
    let kept = kept_head(db).map_err(to)?;
    let mut all = db.prepare_cached(include_str!("sql/state/ledger.sql")).map_err(to)?;
    let mut rows = all.query([0]).map_err(to)?;
    let mut head = Head::default();
    while let Some(row) = rows.next().map_err(to)? {
        let seq = head.seq + 1;
        let (found, record, hash) = entry(row).map_err(to)?;
        if found != seq {
            return Err(Broken::Missing { seq });
        }
        let fits = says(&record, seq) && hash == chain(&head.hash, &record);
        if !fits {
            return Err(Broken::Changed { seq });
        }
        head = Head { seq, hash };
    }
    match head == kept {
        true => Ok(head),
        false if head.seq < kept.seq => Err(Broken::CutOff { seq: head.seq }),
        false => Err(Broken::Changed { seq: head.seq.min(kept.seq + 1) }),
    }
}

/// The entries after number `seq`, oldest first.
pub(super) fn after(db: &Connection, seq: u64) -> Result<Vec<Record>, StoreError> {
    let to = StoreError::sql("reading the ledger");
    let mut all = db.prepare_cached(include_str!("sql/state/ledger.sql")).map_err(to)?;
    let read = |row: &rusqlite::Row<'_>| {
        let (seq, record, _) = entry(row)?;
        Ok(Record { seq, value: serde_json::from_str(&record).unwrap_or(Value::Null) })
    };
    all.query_map([seq], read).and_then(Iterator::collect).map_err(to)
}

#[derive(Serialize)]
struct Entry<'a> {
    at: String,
    event: &'a Event,
    seq: u64,
    trusted: bool,
}

fn entry(row: &rusqlite::Row<'_>) -> rusqlite::Result<(u64, String, [u8; 32])> {
    // What was tampered with may have any type and length: it is then no hash, which `verify` sees.
    let hash = row.get_ref("hash")?.as_blob().ok().and_then(|bytes| bytes.try_into().ok()).unwrap_or_default();
    let record = row.get_ref("record")?.as_bytes().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    Ok((row.get("seq")?, record.unwrap_or_default(), hash))
}

fn kept_head(db: &Connection) -> rusqlite::Result<Head> {
    let kept = db.prepare_cached("SELECT seq, hash FROM ledger_head")?.query_row([], |row| {
        let hash = row.get_ref("hash")?.as_blob().ok().and_then(|bytes| bytes.try_into().ok()).unwrap_or_default();
        Ok(Head { seq: row.get("seq")?, hash })
    });
    Ok(kept.optional()?.unwrap_or_default())
}

fn says(record: &str, seq: u64) -> bool {
    serde_json::from_str::<Value>(record).is_ok_and(|value| value.get("seq").and_then(Value::as_u64) == Some(seq))
}

fn chain(before: &[u8; 32], record: &str) -> [u8; 32] {
    Sha256::new().chain_update(before).chain_update(record).finalize().into()
}

/// JSON with sorted keys and no spaces. For what is written here (ASCII keys, whole numbers) this is RFC 8785.
fn canonical(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_by_key(|(key, _)| key.as_str());
            let parts =
                sorted.into_iter().map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), canonical(value)));
            format!("{{{}}}", parts.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.to_string(),
    }
}
