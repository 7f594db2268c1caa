//! What a town publishes: its news, shown word for word with their time, and its open data. Neither is ever taken for a warning.

use super::{
    Budget, Fault, Fetched, Luck, Mark, Parts, Transport, Wanted, after_fault, after_success, feeds::is_due, fetch,
};
use crate::{
    alert::Feed,
    clock::Clock,
    store::{FeedState, Notice, StoreError, Telegrams},
};
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// News of a town are not seconds old.
const NEWS_EVERY: Duration = Duration::from_mins(10);
/// Open data change with the seasons.
const DATA_EVERY: Duration = Duration::from_hours(24);
/// Bytes.
const NEWS: u64 = 4 << 20;
const DATA: u64 = 32 << 20;
/// So many entries of one feed are kept; a page that nobody reads to its end helps nobody.
const MOST: usize = 40;

/// With what a town is asked.
pub struct Asking<'a> {
    pub transport: &'a dyn Transport,
    pub parts: &'a Parts,
    pub clock: &'a dyn Clock,
    /// Bytes that may be fetched in a day.
    pub most: u64,
    pub luck: &'a mut dyn FnMut() -> Luck,
}

impl Asking<'_> {
    /// Fetches the town's news where their time has come. Returns why one could not be had.
    pub fn news(&mut self, url: &str, store: &mut Telegrams) -> Result<Option<Fault>, StoreError> {
        let Some(found) = self.ask(&format!("notice {url}"), url, NEWS, NEWS_EVERY, store)? else { return Ok(None) };
        let bytes = match found {
            Ok(bytes) => bytes,
            Err(fault) => return Ok(Some(fault)),
        };
        let heard = self.clock.now().at;
        match Feed::read(&bytes) {
            Ok(feed) => {
                let entries = feed.entries.into_iter().take(MOST);
                let notices: Vec<Notice> = entries
                    .map(|entry| Notice {
                        title: entry.title,
                        words: entry.words,
                        link: entry.link,
                        at: entry.updated,
                        heard,
                        source: url.to_owned(),
                    })
                    .collect();
                store.keep_notices(url, &notices).map(|()| None)
            }
            Err(why) => Ok(Some(Fault::Unusable { url: url.to_owned(), why: why.to_string() })),
        }
    }

    /// Fetches the town's open data into a file under `home`, from which the keeper of the store takes them in.
    pub fn data(&mut self, url: &str, home: &Path, store: &mut Telegrams) -> Result<Option<Fault>, StoreError> {
        let Some(found) = self.ask(&format!("places {url}"), url, DATA, DATA_EVERY, store)? else { return Ok(None) };
        Ok(found.and_then(|bytes| put(&published(home, url), &bytes, url)).err())
    }

    /// `None` when it was not asked, or nothing is new.
    fn ask(
        &mut self,
        key: &str,
        url: &str,
        most: u64,
        every: Duration,
        store: &mut Telegrams,
    ) -> Result<Option<Result<Vec<u8>, Fault>>, StoreError> {
        let now = self.clock.now();
        let mut state = store.feed(key)?.unwrap_or_default();
        if !is_due(&state, every, now.at) {
            return Ok(None);
        }
        let mut budget = Budget::today(now.jst().date(), self.most, store.traffic()?);
        let mark = Mark { etag: state.etag.clone(), modified: state.modified.clone() };
        let known = mark.is_known().then_some(&mark);
        let found = fetch(self.transport, Wanted { url, known, most }, self.parts, &mut budget);
        store.keep_traffic(budget.day, budget.spent)?;
        let pause = match &found {
            Ok(_) => after_success(every, (self.luck)()),
            Err(_) => after_fault(every.min(Duration::from_mins(10)), state.fails + 1, None, (self.luck)()),
        };
        state.next = now.at.saturating_add(pause).unwrap_or(now.at);
        let found = match found {
            Ok(found) => {
                state = FeedState { asked: now.at, heard: Some(now.at), fails: 0, why: None, ..state };
                if let Fetched::New { bytes, mark, .. } = found {
                    (state.etag, state.modified) = (mark.etag, mark.modified);
                    Some(Ok(bytes))
                } else {
                    None
                }
            }
            Err(fault) => {
                (state.fails, state.why) = (state.fails.saturating_add(1), Some(fault.to_string()));
                Some(Err(fault))
            }
        };
        store.keep_feed(key, &state).map(|()| found)
    }
}

/// Where open data from this address lie until the keeper of the store has taken them in, and after.
pub fn published(home: &Path, url: &str) -> PathBuf {
    let digest = Sha256::digest(url.as_bytes());
    let name = digest.iter().take(8).fold(0_u64, |name, byte| (name << 8) | u64::from(*byte));
    home.join("published").join(format!("{name:016x}"))
}

/// Whole or not at all.
fn put(path: &Path, bytes: &[u8], url: &str) -> Result<(), Fault> {
    let fresh = path.with_extension("new");
    let made = path.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(&fresh, bytes))
        .and_then(|()| fs::rename(&fresh, path))
        .map_err(|err| Fault::Disk { url: url.to_owned(), why: err.to_string() })
}
