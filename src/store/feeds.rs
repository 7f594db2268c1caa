//! What the kiosk remembers of the feeds it asks: their versions, how they answered, which documents it has, and what was fetched today. So
//! a restart asks for nothing twice.

use super::{Telegrams, trouble::StoreError};
use jiff::{Timestamp, civil::Date};
use rusqlite::{OptionalExtension, Row, params};

/// How one feed is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeedState {
    pub etag: Option<String>,
    pub modified: Option<String>,
    /// By the clock of whoever makes it.
    pub updated: Option<Timestamp>,
    /// How new what it told was, by this kiosk's clock.
    pub heard: Option<Timestamp>,
    /// When it answered last, by this kiosk's clock.
    pub asked: Timestamp,
    /// Failures in a row.
    pub fails: u32,
    /// Not to be asked before.
    pub next: Timestamp,
    /// Of the last failure.
    pub why: Option<String>,
}

/// What the town published, word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub title: String,
    pub words: String,
    pub link: String,
    /// As the town gives it.
    pub at: Option<Timestamp>,
    /// When it was last there, by this kiosk's clock.
    pub heard: Timestamp,
    /// The address of the feed.
    pub source: String,
}

/// A document that cannot be read is asked for so often.
const TRIES: u32 = 3;

impl Telegrams {
    pub fn feed(&self, url: &str) -> Result<Option<FeedState>, StoreError> {
        let read = |row: &Row<'_>| {
            Ok(FeedState {
                etag: row.get(0)?,
                modified: row.get(1)?,
                updated: time(row, 2)?,
                heard: time(row, 3)?,
                asked: time(row, 4)?.unwrap_or_default(),
                fails: row.get(5)?,
                next: time(row, 6)?.unwrap_or_default(),
                why: row.get(7)?,
            })
        };
        let sql = "SELECT etag, modified, updated, heard, asked, fails, next, why FROM feed WHERE url = ?1";
        let found = self.db.prepare_cached(sql).and_then(|mut feed| feed.query_row([url], read).optional());
        found.map_err(StoreError::sql("reading how a feed is"))
    }

    pub fn keep_feed(&self, url: &str, state: &FeedState) -> Result<(), StoreError> {
        let seconds = |at: Option<Timestamp>| at.map(Timestamp::as_second);
        let row = params![
            url,
            state.etag,
            state.modified,
            seconds(state.updated),
            seconds(state.heard),
            state.asked.as_second(),
            state.fails,
            state.next.as_second(),
            state.why
        ];
        let sql = include_str!("sql/alerts/set_feed.sql");
        let done = self.db.prepare_cached(sql).and_then(|mut set| set.execute(row));
        done.map(drop).map_err(StoreError::sql("keeping how a feed is"))
    }

    /// How new the newest is that any feed told, by this kiosk's clock. `None` when none was ever heard.
    pub fn heard(&self) -> Result<Option<Timestamp>, StoreError> {
        // What else is asked for has a word and a space before its address.
        let sql = "SELECT max(heard) FROM feed WHERE url NOT LIKE '% %'";
        let newest = self.db.query_row(sql, [], |row| time(row, 0));
        newest.map_err(StoreError::sql("reading when a feed was heard"))
    }

    /// Whether a document of this name is to be fetched: it is not here, and was not refused too often.
    pub fn lacks(&self, name: &str) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM document WHERE name = ?1 AND (done = 1 OR tries >= ?2)";
        let known = self.db.prepare_cached(sql).and_then(|mut known| known.exists(params![name, TRIES]));
        known.map(|known| !known).map_err(StoreError::sql("looking for a document"))
    }

    /// A document was fetched.
    pub fn has_now(&self, name: &str, at: Timestamp) -> Result<(), StoreError> {
        self.note_document(name, at, 1)
    }

    /// A document was fetched, and could not be read.
    pub fn was_refused(&self, name: &str, at: Timestamp) -> Result<(), StoreError> {
        self.note_document(name, at, 0)
    }

    fn note_document(&self, name: &str, at: Timestamp, done: u32) -> Result<(), StoreError> {
        let sql = include_str!("sql/alerts/set_document.sql");
        let kept = self.db.prepare_cached(sql).and_then(|mut set| set.execute(params![name, at.as_second(), done]));
        kept.map(drop).map_err(StoreError::sql("keeping that a document is here"))
    }

    /// The day on which something was fetched last, and how many bytes.
    pub fn traffic(&self) -> Result<Option<(Date, u64)>, StoreError> {
        let read = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get(1)?));
        let found = self.db.query_row("SELECT day, bytes FROM traffic", [], read).optional();
        let found = found.map_err(StoreError::sql("reading what was fetched today"))?;
        Ok(found.and_then(|(day, bytes)| Some((day.parse().ok()?, bytes))))
    }

    pub fn keep_traffic(&self, day: Date, bytes: u64) -> Result<(), StoreError> {
        let sql = "INSERT INTO traffic (one, day, bytes) VALUES (1, ?1, ?2)
                   ON CONFLICT (one) DO UPDATE SET day = excluded.day, bytes = excluded.bytes";
        let done = self.db.execute(sql, params![day.to_string(), bytes]);
        done.map(drop).map_err(StoreError::sql("keeping what was fetched today"))
    }

    /// Puts what a town publishes now in the place of what it published before.
    pub fn keep_notices(&mut self, source: &str, notices: &[Notice]) -> Result<(), StoreError> {
        let to = StoreError::sql("keeping what the town publishes");
        let write = self.db.transaction().map_err(to)?;
        write.execute("DELETE FROM notice WHERE source = ?1", [source]).map_err(to)?;
        let sql =
            "INSERT INTO notice (source, place, title, words, link, at, heard) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        for (place, one) in (0_u32..).zip(notices) {
            let at = one.at.map(Timestamp::as_second);
            let row = params![source, place, one.title, one.words, one.link, at, one.heard.as_second()];
            write.execute(sql, row).map_err(to)?;
        }
        write.commit().map_err(to)
    }

    /// What the town publishes, feed by feed, each in its own order.
    pub fn notices(&self) -> Result<Vec<Notice>, StoreError> {
        let to = StoreError::sql("reading what the town publishes");
        let read = |row: &Row<'_>| {
            Ok(Notice {
                title: row.get(0)?,
                words: row.get(1)?,
                link: row.get(2)?,
                at: time(row, 3)?,
                heard: time(row, 4)?.unwrap_or_default(),
                source: row.get(5)?,
            })
        };
        let sql = "SELECT title, words, link, at, heard, source FROM notice ORDER BY source, place";
        let mut all = self.db.prepare(sql).map_err(to)?;
        let found = all.query_map([], read).map_err(to)?;
        found.collect::<Result<_, _>>().map_err(to)
    }
}

fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Timestamp>> {
    Ok(row.get::<_, Option<i64>>(column)?.and_then(|seconds| Timestamp::from_second(seconds).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_feeds_outlives_the_process() {
        let home = tempfile::tempdir().unwrap();
        let at: Timestamp = "2026-11-21T09:00:00Z".parse().unwrap();
        let state = FeedState {
            etag: Some("\"1\"".to_owned()),
            updated: Some(at),
            heard: Some(at),
            asked: at,
            fails: 2,
            next: at,
            why: Some("silent".to_owned()),
            ..FeedState::default()
        };
        let open = || Telegrams::open(home.path()).unwrap();
        open().keep_feed("https://a.jp/extra.xml", &state).unwrap();
        assert_eq!(open().feed("https://a.jp/extra.xml").unwrap(), Some(state));
        assert_eq!(open().feed("https://a.jp/other.xml").unwrap(), None);
        assert_eq!(open().heard().unwrap(), Some(at));
        let day = "2026-11-21".parse().unwrap();
        open().keep_traffic(day, 7).unwrap();
        open().keep_traffic(day, 9).unwrap();
        assert_eq!(open().traffic().unwrap(), Some((day, 9)));
    }

    #[test]
    fn a_document_is_fetched_once_and_a_bad_one_three_times() {
        let home = tempfile::tempdir().unwrap();
        let store = Telegrams::open(home.path()).unwrap();
        let at = Timestamp::UNIX_EPOCH;
        assert!(store.lacks("a.xml").unwrap());
        store.has_now("a.xml", at).unwrap();
        assert!(!store.lacks("a.xml").unwrap());
        for _ in 0..3 {
            assert!(store.lacks("b.xml").unwrap());
            store.was_refused("b.xml", at).unwrap();
        }
        assert!(!store.lacks("b.xml").unwrap());
    }

    #[test]
    fn notices_of_a_town_are_replaced_feed_by_feed() {
        let home = tempfile::tempdir().unwrap();
        let mut store = Telegrams::open(home.path()).unwrap();
        let notice = |source: &str, title: &str| Notice {
            title: title.to_owned(),
            words: "言葉".to_owned(),
            link: String::new(),
            at: None,
            heard: Timestamp::UNIX_EPOCH,
            source: source.to_owned(),
        };
        store.keep_notices("a", &[notice("a", "1"), notice("a", "2")]).unwrap();
        store.keep_notices("b", &[notice("b", "3")]).unwrap();
        store.keep_notices("a", &[notice("a", "4")]).unwrap();
        assert_eq!(store.notices().unwrap(), [notice("a", "4"), notice("b", "3")]);
    }
}
