//! The notice board on disk: entries by their digest. Each change and its line in the record are one transaction, so that neither is there without
//! the other.

use super::{Event, STATE, Store, database, home, ledger, pin, trouble::StoreError};
use crate::{
    board::{Act, Board, Body, Digest, Entry, Role, Subject},
    clock::{Clock, Now},
    job::Post,
};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use std::path::Path;

impl Store {
    /// Everything that hangs there. What notices said whose time is over is erased first, if the clock can be believed.
    pub fn board(&mut self) -> Result<Board, StoreError> {
        let (mut board, now) = (read(&self.state)?, self.clock.now());
        if !now.trusted || board.erase(now.at).is_empty() {
            return Ok(board);
        }
        change(&mut self.state, |state| {
            let mut board = read(state)?;
            let over = board.erase(now.at);
            let events = over.iter().map(|entry| told("erased", entry)).collect::<Vec<_>>();
            keep(state, now, &over, &events)?;
            Ok(board)
        })
    }

    /// As it is on the disk, for whoever only looks.
    pub fn board_to_read(&self) -> Result<Board, StoreError> {
        read(&self.state)
    }

    /// Puts something up, takes it down or brings it back, now. `None`: there is nothing to be done it to.
    pub fn post(&mut self, post: &Post, by: Role) -> Result<Option<Entry>, StoreError> {
        let now = self.clock.now();
        put(&mut self.state, now, post, by)
    }

    /// As [`Store::post`], from outside: also while a kiosk is running in `home`.
    pub fn post_in(home: &Path, clock: &dyn Clock, post: &Post, by: Role) -> Result<Option<Entry>, StoreError> {
        home::make(home).map_err(StoreError::io("making", home))?;
        let mut state = database::open(&home.join(STATE.file), &STATE)?;
        put(&mut state, clock.now(), post, by)
    }

    /// Takes in the board of another kiosk or of headquarters. How many entries were new here.
    pub fn merge_board(&mut self, other: &Board) -> Result<usize, StoreError> {
        let now = self.clock.now();
        merge(&mut self.state, now, other)
    }

    /// As [`Store::merge_board`], from outside: also while a kiosk is running in `home`.
    pub fn merge_board_in(home: &Path, clock: &dyn Clock, other: &Board) -> Result<usize, StoreError> {
        home::make(home).map_err(StoreError::io("making", home))?;
        let mut state = database::open(&home.join(STATE.file), &STATE)?;
        merge(&mut state, clock.now(), other)
    }
}

/// What is decided by what hangs there is kept before anybody else may change it: a command may write beside a running kiosk.
fn change<T>(
    state: &mut Connection,
    then: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let to = StoreError::sql("keeping the board");
    let all = state.transaction_with_behavior(TransactionBehavior::Immediate).map_err(to)?;
    let out = then(&all)?;
    all.commit().map_err(to)?;
    Ok(out)
}

fn merge(state: &mut Connection, now: Now, other: &Board) -> Result<usize, StoreError> {
    change(state, |state| {
        let mut board = read(state)?;
        let new: Vec<Entry> = other.entries().filter(|entry| board.add((*entry).clone())).cloned().collect();
        if !new.is_empty() {
            keep(state, now, &new, &[Event::BoardMerged { entries: new.len() }])?;
        }
        Ok(new.len())
    })
}

fn put(state: &mut Connection, now: Now, post: &Post, by: Role) -> Result<Option<Entry>, StoreError> {
    change(state, |state| {
        let Some(entry) = entry(&read(state)?, now, post, by)? else { return Ok(None) };
        let event = told(entry.act.name(), &entry);
        keep(state, now, std::slice::from_ref(&entry), &[event])?;
        Ok(Some(entry))
    })
}

/// The entry that a wish becomes on this board.
fn entry(board: &Board, now: Now, post: &Post, by: Role) -> Result<Option<Entry>, StoreError> {
    let by = (now.at, by);
    let next = |subject: Subject| {
        let version = board.next_version(&subject);
        (subject, version)
    };
    Ok(match post {
        Post::Put { notice, filled, until } => {
            let id = match notice {
                Some(id) => id.clone(),
                None => fresh()?,
            };
            let body = Some(Body::Notice(filled.clone()));
            Some(Entry::new(next(Subject::Notice(id)), by, Act::PutUp, Some(*until), body))
        }
        Post::TakeDown(id) => {
            let subject = Subject::Notice(id.clone());
            let stands = board.head(&subject).is_some_and(|head| head.act != Act::TakenDown);
            stands.then(|| Entry::new(next(subject), by, Act::TakenDown, None, None))
        }
        Post::BringBack(id) => {
            let subject = Subject::Notice(id.clone());
            let down = board.head(&subject).is_some_and(|head| head.act == Act::TakenDown);
            let before = board.history(&subject).into_iter().rev().find(|entry| entry.body.is_some());
            let brought = |before: &Entry| {
                Entry::new(next(subject.clone()), by, Act::BroughtBack, before.until, before.body.clone())
            };
            before.filter(|_| down).map(brought)
        }
        Post::Line(utility, report) => {
            let body = Some(Body::Line(*report));
            Some(Entry::new(next(Subject::Line(*utility)), by, Act::PutUp, None, body))
        }
    })
}

/// A name for a notice that no other kiosk draws.
fn fresh() -> Result<String, StoreError> {
    let mut bytes = [0_u8; 8];
    pin::random(&mut bytes, "naming a notice")?;
    Ok(format!("{:016x}", u64::from_be_bytes(bytes)))
}

/// For the record: which entry, by whom and how; never what it says.
fn told(how: &str, entry: &Entry) -> Event {
    Event::Board {
        how: how.to_owned(),
        subject: entry.subject.to_string(),
        version: entry.version,
        by: entry.by.name().to_owned(),
        digest: entry.digest.to_string(),
    }
}

fn read(state: &Connection) -> Result<Board, StoreError> {
    let to = StoreError::sql("reading the board");
    // What an earlier program left behind has none yet.
    let there =
        state.prepare_cached("SELECT 1 FROM sqlite_schema WHERE name = 'board'").map_err(to)?.exists([]).map_err(to)?;
    if !there {
        return Ok(Board::default());
    }
    let mut all = state.prepare_cached("SELECT entry FROM board").map_err(to)?;
    let rows = all.query_map([], |row| row.get::<_, String>(0)).map_err(to)?;
    let texts: Vec<String> = rows.collect::<Result<_, _>>().map_err(to)?;
    Ok(Board::of(texts.iter().filter_map(|text| serde_json::from_str(text).ok())))
}

fn keep(state: &Transaction<'_>, now: Now, entries: &[Entry], events: &[Event]) -> Result<(), StoreError> {
    let to = StoreError::sql("keeping the board");
    let unwritable = |err: serde_json::Error| to(rusqlite::Error::ToSqlConversionFailure(Box::new(err)));
    for entry in entries {
        let text = serde_json::to_string(entry).map_err(unwritable)?;
        let Digest(digest) = entry.digest;
        let mut one = state.prepare_cached(include_str!("sql/state/put_board.sql")).map_err(to)?;
        one.execute(params![digest, text]).map_err(to)?;
    }
    for event in events {
        ledger::write(state, now, event).map_err(to)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        board::{Area, Filled, Hope, Report, Seen, Supply, Utility},
        clock::SetClock,
    };
    use jiff::{SignedDuration, Timestamp};
    use std::{sync::Arc, time::Duration};

    fn start() -> Timestamp {
        Timestamp::from_second(1_795_000_000).unwrap()
    }

    fn store() -> (Store, Arc<SetClock>) {
        let clock = Arc::new(SetClock::new(start(), true));
        (Store::in_memory(Arc::clone(&clock) as Arc<dyn Clock>).unwrap(), clock)
    }

    fn meal(hours: i64) -> Post {
        let filled =
            Filled {
                template: "meal".to_owned(), words: Some("ひみつの ことば".to_owned()), ..Filled::default()
            };
        let until = start().checked_add(SignedDuration::from_hours(hours)).unwrap();
        Post::Put { notice: None, filled, until }
    }

    #[test]
    fn every_change_is_in_the_record_and_no_word_of_it() {
        let (mut store, clock) = store();
        let put = store.post(&meal(2), Role::Staff).unwrap().unwrap();
        let Subject::Notice(id) = put.subject.clone() else { panic!("a notice") };
        assert_eq!(store.post(&Post::BringBack(id.clone()), Role::Staff).unwrap(), None, "it stands");
        store.post(&Post::TakeDown(id.clone()), Role::Staff).unwrap().unwrap();
        assert_eq!(store.post(&Post::TakeDown(id.clone()), Role::Staff).unwrap(), None, "it is down");
        let back = store.post(&Post::BringBack(id), Role::Script).unwrap().unwrap();
        assert_eq!((back.version, back.body), (3, put.body));
        let report = Report { supply: Supply::Stopped, area: Area::Town, hope: Hope::Today, seen: Seen::Company };
        store.post(&Post::Line(Utility::Power, report), Role::Staff).unwrap().unwrap();
        assert_eq!(store.board().unwrap().line(Utility::Power).unwrap().report(), Some(&report));
        clock.advance(Duration::from_hours(2));
        assert!(store.board().unwrap().entries().all(|entry| entry.filled().is_none()), "erased");
        assert_eq!(store.board().unwrap(), store.board_to_read().unwrap());
        let how: Vec<_> = store.ledger_after(0).unwrap().into_iter().map(|one| one.value["event"].clone()).collect();
        let mut names: Vec<_> = how.iter().map(|event| event["how"].as_str().unwrap().to_owned()).collect();
        names.sort_unstable();
        assert_eq!(names, ["brought-back", "erased", "erased", "put-up", "put-up", "taken-down"]);
        assert!(!format!("{how:?}").contains("ひみつ"));
        assert_eq!(store.ledger_verify().unwrap().seq, 6);
    }

    #[test]
    fn two_kiosks_of_one_shelter_become_alike() {
        let ((mut here, _), (mut there, _)) = (store(), store());
        here.post(&meal(2), Role::Staff).unwrap();
        there.post(&meal(2), Role::Staff).unwrap();
        there.post(&meal(3), Role::Staff).unwrap();
        assert_eq!(here.merge_board(&there.board().unwrap()).unwrap(), 2);
        assert_eq!(there.merge_board(&here.board().unwrap()).unwrap(), 1);
        assert_eq!(there.merge_board(&here.board().unwrap()).unwrap(), 0);
        assert_eq!(here.board().unwrap(), there.board().unwrap());
        let now = Now { at: start(), trusted: true };
        assert_eq!(here.board().unwrap().entries().count(), 3);
        assert_eq!(here.board().unwrap().notices(now).len(), 1, "the same words hang once");
    }

    #[test]
    fn a_wrong_clock_erases_nothing() {
        let clock = Arc::new(SetClock::new(start(), false));
        let mut store = Store::in_memory(Arc::clone(&clock) as Arc<dyn Clock>).unwrap();
        store.post(&meal(1), Role::Staff).unwrap();
        clock.advance(Duration::from_hours(9));
        assert!(store.board().unwrap().entries().all(|entry| entry.filled().is_some()));
    }
}
