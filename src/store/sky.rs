//! What the receiver of satellites hears, kept beside the telegrams: another process (`engawa doctor`, `engawa alert status`) is told the same
//! as the pages of the kiosk, and what was heard last outlives the end of a visit.

use super::{Telegrams, trouble::StoreError};
use crate::alert::Sky;
use jiff::Timestamp;
use rusqlite::{OptionalExtension as _, Row, params};

impl Telegrams {
    /// `None`: nobody ever listened here.
    pub fn sky(&self) -> Result<Option<Sky>, StoreError> {
        let read = |row: &Row<'_>| {
            Ok(Sky {
                port: row.get(0)?,
                satellites: row.get(1)?,
                seen: time(row, 2)?,
                heard: time(row, 3)?,
                told: time(row, 4)?.unwrap_or_default(),
            })
        };
        let sql = "SELECT port, satellites, seen, heard, told FROM sky";
        let found = self.db.prepare_cached(sql).and_then(|mut sky| sky.query_row([], read).optional());
        found.map_err(StoreError::sql("reading what satellites are heard"))
    }

    pub fn keep_sky(&self, sky: &Sky) -> Result<(), StoreError> {
        let seconds = |at: Option<Timestamp>| at.map(Timestamp::as_second);
        let row = params![sky.port, sky.satellites, seconds(sky.seen), seconds(sky.heard), sky.told.as_second()];
        let done = self.db.prepare_cached(include_str!("sql/alerts/set_sky.sql")).and_then(|mut set| set.execute(row));
        done.map(drop).map_err(StoreError::sql("keeping what satellites are heard"))
    }
}

fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Timestamp>> {
    Ok(row.get::<_, Option<i64>>(column)?.and_then(|seconds| Timestamp::from_second(seconds).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_heard_outlives_the_process() {
        let home = tempfile::tempdir().unwrap();
        let open = || Telegrams::open(home.path()).unwrap();
        assert_eq!(open().sky().unwrap(), None);
        let at = Timestamp::from_second(1_800_000_000).unwrap();
        let mut sky = Sky { port: Some("/dev/ttyACM0".to_owned()), seen: Some(at), told: at, ..Sky::default() };
        open().keep_sky(&sky).unwrap();
        assert_eq!(open().sky().unwrap().as_ref(), Some(&sky));
        (sky.satellites, sky.heard) = (Some(9), Some(at));
        open().keep_sky(&sky).unwrap();
        assert_eq!(Telegrams::open_to_read(home.path()).unwrap().sky().unwrap(), Some(sky));
    }
}
