//! The record of what staff and the kiosk did (not visitors: of them nothing is recorded). Every entry is chained to the one before
//! by SHA-256, and the end is kept apart, so that any edit, removal or reordering shows at the first entry that does not
//! fit. Whoever may write to the disk can still make the whole chain anew; against that the head has to be signed or noted elsewhere.

use super::{Store, settings, trouble::StoreError};
use crate::{
    clock::Now,
    config::{Meant, Mode},
    place::{Open, Room},
};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
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
    /// Staff set something on this kiosk; `setting` is its name, not what it was set to.
    OwnChanged {
        setting: String,
    },
    /// Staff entered what the municipality ordered: the level of 避難情報, none when it was lifted, and where they saw it.
    Ordered {
        level: Option<u8>,
        seen: String,
        #[serde(skip_serializing_if = "Meant::is_real")]
        meant: Meant,
    },
    /// Staff put fixed words over the whole screen; none when they took them back.
    Appealed {
        appeal: Option<String>,
        #[serde(skip_serializing_if = "Meant::is_real")]
        meant: Meant,
    },
    /// Staff began a drill, with this exercise or none.
    DrillBegan {
        exercise: Option<String>,
    },
    /// By staff, by its time, or because something real came.
    DrillEnded,
    /// Staff said how a shelter is; `place` is its id in the town's data.
    ShelterTold {
        place: String,
        open: Open,
        room: Room,
        people: Option<u32>,
    },
    /// Staff told a value of the town, or took back what they had told. Of a disaster (`event.…`, flags and days) also what; of other values, which
    /// are text, only which.
    TownTold {
        key: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        said: Option<String>,
        role: Role,
    },
    /// An entry of the notice board: how (`put-up`, `taken-down`, `brought-back`, `erased`), of what, and its SHA-256; never what it says.
    Board {
        how: String,
        subject: String,
        version: u32,
        by: String,
        digest: String,
    },
    /// So many entries of the board of another kiosk were taken in.
    BoardMerged {
        entries: usize,
    },
    /// Staff said that the time shown is right.
    ClockTrusted,
    /// Staff brought the places of a file of this name.
    PlacesTaken {
        source: String,
        places: usize,
    },
}

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Whoever is behind the door.
    Staff,
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

impl Store {
    /// Adds to the record of what staff and the kiosk did.
    pub fn ledger_append(&mut self, event: &Event) -> Result<Head, StoreError> {
        append(&mut self.state, self.clock.now(), event)
    }

    /// Follows the record from its first entry to its head.
    pub fn ledger_verify(&self) -> Result<Head, Broken> {
        verify(&self.state)
    }

    /// The entries after number `seq`, oldest first.
    pub fn ledger_after(&self, seq: u64) -> Result<Vec<Record>, StoreError> {
        after(&self.state, seq)
    }
}

/// Adds `event` at the end.
pub(super) fn append(db: &mut Connection, now: Now, event: &Event) -> Result<Head, StoreError> {
    let to = StoreError::sql("writing the ledger");
    // Nobody else may write between reading the head and writing the entry.
    let all = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(to)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{STATE, database};
    use proptest::prelude::*;

    fn written(entries: u64) -> Connection {
        let mut db = database::in_memory(&STATE).unwrap();
        for n in 0..entries {
            let now = Now { at: jiff::Timestamp::from_second(1_795_000_000).unwrap(), trusted: n % 2 == 0 };
            append(&mut db, now, &Event::StaffDoorShut { seconds: 15 << n }).unwrap();
        }
        db
    }

    fn first_broken(db: &Connection) -> Option<u64> {
        match verify(db) {
            Ok(_) => None,
            Err(Broken::Missing { seq } | Broken::Changed { seq }) => Some(seq),
            Err(Broken::CutOff { seq }) => Some(seq + 1),
            Err(Broken::Store(err)) => panic!("{err}"),
        }
    }

    /// As somebody with the file in hand would: our own triggers do not stop them.
    fn tamper(db: &Connection, statements: &str) {
        let open = "DROP TRIGGER ledger_never_changes; DROP TRIGGER ledger_never_shrinks;";
        db.execute_batch(&format!("{open} {statements}")).unwrap();
    }

    #[test]
    fn an_entry_is_canonical_json_in_a_chain() {
        let db = written(2);
        let all = after(&db, 0).unwrap();
        assert_eq!(
            canonical(&all[0].value),
            r#"{"at":"2026-11-18T11:06:40Z","event":{"seconds":15,"what":"staff-door-shut"},"seq":1,"trusted":true}"#
        );
        assert_eq!(after(&db, 1).unwrap()[0].seq, 2);
        let first = chain(&[0; 32], &canonical(&all[0].value));
        assert_eq!(verify(&db).unwrap(), Head { seq: 2, hash: chain(&first, &canonical(&all[1].value)) });
        let odd: Value = serde_json::from_str(r#"{"b":[1,{"d":"\n\"é","c":null}],"a":true}"#).unwrap();
        assert_eq!(canonical(&odd), r#"{"a":true,"b":[1,{"c":null,"d":"\n\"é"}]}"#);
    }

    #[test]
    fn sqlite_itself_keeps_it_append_only() {
        let db = written(1);
        for statement in ["UPDATE ledger SET record = ''", "DELETE FROM ledger"] {
            assert!(db.execute_batch(statement).unwrap_err().to_string().contains("append-only"), "{statement}");
        }
        assert_eq!(first_broken(&db), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn whatever_is_done_to_an_entry_shows_there(entries in 1_u64..9, pick in 0_u64..9, other in 0_u64..9, how in 0..7) {
            let (at, with) = (pick % entries + 1, other % entries + 1);
            let swap = format!(
                "CREATE TABLE both AS SELECT * FROM ledger WHERE seq IN ({at}, {with});
                 UPDATE ledger SET (record, hash) = (SELECT record, hash FROM both WHERE seq = {with}) WHERE seq = {at};
                 UPDATE ledger SET (record, hash) = (SELECT record, hash FROM both WHERE seq = {at}) WHERE seq = {with};"
            );
            let (statements, wanted) = match how {
                0 => (format!("UPDATE ledger SET record = replace(record, 'true', 'false') || ' ' WHERE seq = {at}"), Some(at)),
                1 => (format!("UPDATE ledger SET hash = randomblob(32) WHERE seq = {at}"), Some(at)),
                2 => (format!("UPDATE ledger SET hash = x'00', record = '{{' WHERE seq = {at}"), Some(at)),
                3 => (format!("DELETE FROM ledger WHERE seq = {at}"), Some(at)),
                4 => (format!("DELETE FROM ledger WHERE seq >= {at}"), Some(at)),
                5 => (swap, (at != with).then_some(at.min(with))),
                _ => (format!("UPDATE ledger_head SET seq = {at} - 1, hash = zeroblob(32)"), Some(at)),
            };
            let db = written(entries);
            tamper(&db, &statements);
            prop_assert_eq!(first_broken(&db), wanted, "{}", statements);
        }
    }
}
