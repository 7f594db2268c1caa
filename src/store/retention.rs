//! What of telegrams is kept how long: as they came for a month, as they were read for a year, and never more than a disk can bear. Age is
//! judged only by a clock that is believed: one that is wrong by a year must not throw a year away.

use super::{Telegrams, trouble::StoreError};
use crate::clock::Now;
use jiff::SignedDuration;
use rusqlite::params;

/// As it came: long enough to look into what went wrong.
const RAW: SignedDuration = SignedDuration::from_hours(30 * 24);
/// As it was read, and that a document was fetched.
const READ: SignedDuration = SignedDuration::from_hours(365 * 24);
/// Bytes of the database, below the 500 MB that are promised with room for its log.
const MOST: u64 = 400 << 20;
/// So many of the oldest go at once.
const AT_ONCE: u32 = 500;

/// What was thrown away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Telegrams whose bytes are gone.
    pub raw: usize,
    /// Telegrams that are gone.
    pub telegrams: usize,
}

impl Telegrams {
    /// Throws away what is too old, and the oldest where there is too much.
    pub fn sweep(&mut self, now: Now) -> Result<Swept, StoreError> {
        self.sweep_to(now, MOST)
    }

    fn sweep_to(&mut self, now: Now, most: u64) -> Result<Swept, StoreError> {
        let mut swept = if now.trusted { self.sweep_old(now)? } else { Swept::default() };
        while self.bytes()? > most {
            let raw = self.oldest(include_str!("sql/alerts/drop_oldest_raw.sql"))?;
            let gone = if raw == 0 { self.oldest(include_str!("sql/alerts/drop_oldest.sql"))? } else { 0 };
            swept.raw += raw;
            swept.telegrams += gone;
            if raw + gone == 0 {
                break;
            }
        }
        Ok(swept)
    }

    fn sweep_old(&mut self, now: Now) -> Result<Swept, StoreError> {
        let to = StoreError::sql("throwing away old telegrams");
        let before = |age| now.at.saturating_sub(age).map_or(i64::MIN, jiff::Timestamp::as_second);
        let write = self.db.transaction().map_err(to)?;
        let telegrams = write
            .execute("DELETE FROM telegram WHERE coalesce(received, sent) < ?1", params![before(READ)])
            .map_err(to)?;
        let raw = write
            .execute(
                "UPDATE telegram SET raw = NULL WHERE raw IS NOT NULL AND coalesce(received, sent) < ?1",
                params![before(RAW)],
            )
            .map_err(to)?;
        write.execute("DELETE FROM document WHERE at < ?1", params![before(READ)]).map_err(to)?;
        write.commit().map_err(to)?;
        Ok(Swept { raw, telegrams })
    }

    fn oldest(&self, sql: &str) -> Result<usize, StoreError> {
        self.db.execute(sql, [AT_ONCE]).map_err(StoreError::sql("making room for telegrams"))
    }

    /// What the telegrams take on the disk, without what is free to be written again.
    pub fn bytes(&self) -> Result<u64, StoreError> {
        let to = StoreError::sql("asking how much there is");
        let ask = |what: &str| self.db.query_row(what, [], |row| row.get::<_, u64>(0)).map_err(to);
        let (pages, free) = (ask("PRAGMA page_count")?, ask("PRAGMA freelist_count")?);
        Ok(pages.saturating_sub(free) * ask("PRAGMA page_size")?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{alert, store::Received};
    use jiff::Timestamp;

    const XML: &str = include_str!("../../tests/cases/sync/data/20261121085500_0_VPWW55_090000.xml");

    fn keep(store: &mut Telegrams, number: u32, now: Now) {
        let raw = format!("{XML}<!-- {number} -->");
        let telegram = alert::read("20261121085500_0_VPWW55_090000.xml", raw.as_bytes()).unwrap();
        store.keep(&[Received { file: "-", raw: raw.as_bytes(), telegram: &telegram }], now).unwrap();
    }

    fn day(day: i64, trusted: bool) -> Now {
        Now { at: Timestamp::from_second(1_795_000_000 + day * 86_400).unwrap(), trusted }
    }

    #[test]
    fn bytes_go_after_a_month_and_facts_after_a_year() {
        let home = tempfile::tempdir().unwrap();
        let mut store = Telegrams::open(home.path()).unwrap();
        (0..4).for_each(|n| keep(&mut store, n, day(i64::from(n) * 20, true)));
        let swept = |raw, telegrams| Swept { raw, telegrams };
        assert_eq!(store.sweep(day(29, true)).unwrap(), swept(0, 0));
        assert_eq!(store.sweep(day(51, true)).unwrap(), swept(2, 0));
        assert_eq!(store.all().unwrap().len(), 4, "what was read of them stays");
        assert_eq!(store.sweep(day(366, true)).unwrap(), swept(2, 1));
        assert_eq!(store.all().unwrap().len(), 3);
    }

    #[test]
    fn a_clock_that_is_not_believed_throws_nothing_away() {
        let home = tempfile::tempdir().unwrap();
        let mut store = Telegrams::open(home.path()).unwrap();
        keep(&mut store, 1, day(0, true));
        assert_eq!(store.sweep(day(4_000, false)).unwrap(), Swept::default());
        assert_eq!(store.all().unwrap().len(), 1);
    }

    #[test]
    fn there_is_never_more_than_the_disk_can_bear() {
        let home = tempfile::tempdir().unwrap();
        let mut store = Telegrams::open(home.path()).unwrap();
        (0..40).for_each(|n| keep(&mut store, n, day(0, false)));
        let full = store.bytes().unwrap();
        let swept = store.sweep_to(day(0, false), full - 1).unwrap();
        assert_eq!((swept.raw, swept.telegrams), (40, 0), "bytes go first");
        let swept = store.sweep_to(day(0, false), 1).unwrap();
        assert_eq!(swept.telegrams, 40, "and what was read last");
        assert!(store.bytes().unwrap() < full);
    }
}
