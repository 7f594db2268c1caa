//! One round over the feeds of 気象庁: which telegrams there are, which of them this town wants, and those alone are fetched, each once
//! for ever. What is wrong with one feed or one telegram leaves the others alone.

use super::{
    Budget, Fault, Fetched, Luck, Mark, Parts, Transport, Wanted, after_fault, after_success, fetch,
    take::{Taken, take},
};
use crate::{
    alert::{Entry, Feed, FileName, LARGEST, Town, Wants},
    clock::{Clock, Now},
    store::{FeedState, StoreError, Telegrams},
};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use std::{collections::BTreeSet, time::Duration};

/// The feeds of 気象庁, the most urgent first, and how often each is asked. They are made anew every minute (気象庁防災情報XML PULL型).
const FEEDS: [(&str, Duration); 4] = [
    ("eqvol", Duration::from_mins(1)),
    ("extra", Duration::from_mins(1)),
    ("regular", Duration::from_mins(5)),
    ("other", Duration::from_mins(5)),
];
/// The short feeds hold ten minutes at least; who was away for longer reads the long ones, which hold some days.
const AWAY: SignedDuration = SignedDuration::from_mins(9);
/// Long feeds are made anew every hour.
const LONG_EVERY: Duration = Duration::from_mins(20);
/// Nobody waits longer than this for the next round, whatever the clock did meanwhile.
const LONGEST: SignedDuration = SignedDuration::from_hours(2);
/// Bytes of a feed; the long ones have some millions.
const FEED: u64 = 16 << 20;
/// Telegrams that are written to disk together.
const AT_ONCE: usize = 32;

/// With what a round is made.
pub struct Round<'a> {
    pub transport: &'a dyn Transport,
    pub parts: &'a Parts,
    pub town: &'a Town,
    /// The folder of the feeds, with a `/` at its end. Telegrams lie in `../data/`.
    pub base: &'a str,
    /// Bytes that may be fetched in a day.
    pub most: u64,
    pub clock: &'a dyn Clock,
    pub luck: &'a mut dyn FnMut() -> Luck,
}

/// Which feeds are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Those whose time has come.
    Due,
    /// All, now: somebody asked for it.
    Now,
}

/// What a round brought.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Told {
    pub feeds: Vec<FeedTold>,
    /// Telegrams that were fetched and read.
    pub fetched: Vec<String>,
    /// Of them, those that were not known by another way.
    pub new: usize,
    pub skipped: Skipped,
    pub refused: Vec<Refused>,
    /// Bytes that were fetched today, and that may still be.
    pub today: u64,
    pub left: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FeedTold {
    pub feed: String,
    pub state: Heard,
    pub why: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Heard {
    New,
    Same,
    Failed,
}

/// Telegrams in the feeds that were not fetched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// They are here already.
    pub known: usize,
    pub other_place: usize,
    pub other_kind: usize,
    /// A later one of the same series says all that is in force.
    pub replaced: usize,
    /// Not telegrams at all.
    pub odd: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refused {
    pub file: String,
    pub why: String,
}

impl Told {
    fn refuse(&mut self, file: &str, why: &impl ToString) {
        self.refused.push(Refused { file: file.to_owned(), why: why.to_string() });
    }

    /// Every feed that was asked failed.
    pub fn all_failed(&self) -> bool {
        !self.feeds.is_empty() && self.feeds.iter().all(|feed| feed.state == Heard::Failed)
    }
}

impl Round<'_> {
    /// Makes the round. Only what the disk says ends it.
    pub fn make(&mut self, store: &mut Telegrams, when: When) -> Result<Told, StoreError> {
        let mut told = Told::default();
        let now = self.clock.now();
        let mut budget = Budget::today(now.jst().date(), self.most, store.traffic()?);
        for (name, every) in FEEDS {
            let short = format!("{}{name}.xml", self.base);
            let asked = store.feed(&self.key(&short))?.map(|state| state.asked);
            // Also when the clock jumped: then nobody knows how long it was.
            let away = asked.is_none_or(|asked| now.at.duration_since(asked).abs() > AWAY);
            self.feed(store, &short, every, when, &mut budget, &mut told)?;
            if away {
                let long = format!("{}{name}_l.xml", self.base);
                self.feed(store, &long, LONG_EVERY, when, &mut budget, &mut told)?;
            }
            store.keep_traffic(budget.day, budget.spent)?;
        }
        (told.today, told.left) = (budget.spent, budget.left());
        Ok(told)
    }

    /// How long until the first feed is to be asked again.
    pub fn rest(&self, store: &Telegrams) -> Result<Duration, StoreError> {
        let now = self.clock.now().at;
        let mut least = LONGEST;
        for (name, _) in FEEDS {
            let state = store.feed(&self.key(&format!("{}{name}.xml", self.base)))?;
            least = least.min(state.map_or(SignedDuration::ZERO, |state| wait(&state, now)));
        }
        Ok(Duration::try_from(least).unwrap_or_default())
    }

    /// What one town took from a feed another has not: chosen anew, everything is looked at again.
    fn key(&self, url: &str) -> String {
        format!("{url}#{}", self.town.code())
    }

    fn feed(
        &mut self,
        store: &mut Telegrams,
        url: &str,
        every: Duration,
        when: When,
        budget: &mut Budget,
        told: &mut Told,
    ) -> Result<(), StoreError> {
        let now = self.clock.now().at;
        let mut state = store.feed(&self.key(url))?.unwrap_or_default();
        if when == When::Due && !is_due(&state, every, now) {
            return Ok(());
        }
        let heard = self.ask(store, url, &mut state, budget, told)?;
        let every = if budget.is_low() { every * 10 } else { every };
        let (what, pause, why) = match heard {
            Ok(what) => {
                (state.asked, state.fails) = (now, 0);
                (what, after_success(every, (self.luck)()), None)
            }
            Err(fault) => {
                state.fails = state.fails.saturating_add(1);
                let asked =
                    if let Fault::Busy { after_s, .. } = fault { after_s.map(Duration::from_secs) } else { None };
                (Heard::Failed, after_fault(every, state.fails, asked, (self.luck)()), Some(fault.to_string()))
            }
        };
        state.next = now.saturating_add(pause).unwrap_or(now);
        state.why.clone_from(&why);
        store.keep_feed(&self.key(url), &state)?;
        told.feeds.push(FeedTold { feed: url.to_owned(), state: what, why });
        Ok(())
    }

    /// Asks a feed and fetches what it lists. Its version is remembered only when all of it is here, so that what is missing is seen again.
    fn ask(
        &self,
        store: &mut Telegrams,
        url: &str,
        state: &mut FeedState,
        budget: &mut Budget,
        told: &mut Told,
    ) -> Result<Result<Heard, Fault>, StoreError> {
        let mark = Mark { etag: state.etag.clone(), modified: state.modified.clone() };
        let known = mark.is_known().then_some(&mark);
        let now = self.clock.now().at;
        let (bytes, mark, date) = match fetch(self.transport, Wanted { url, known, most: FEED }, self.parts, budget) {
            Err(fault) => return Ok(Err(fault)),
            Ok(Fetched::Same { date }) => {
                state.heard = heard_at(now, date, state.updated).or(state.heard);
                return Ok(Ok(Heard::Same));
            }
            Ok(Fetched::New { bytes, mark, date }) => (bytes, mark, date),
        };
        let feed = match Feed::read(&bytes) {
            Ok(feed) => feed,
            Err(why) => return Ok(Err(Fault::Unusable { url: url.to_owned(), why: why.to_string() })),
        };
        let wanted = self.wanted(store, &feed.entries, told)?;
        let all_here = self.documents(store, url, &wanted, budget, told)?;
        state.updated = feed.updated.or(state.updated);
        state.heard = heard_at(now, date, feed.updated).or(state.heard);
        if all_here.is_ok() {
            (state.etag, state.modified) = (mark.etag, mark.modified);
        }
        Ok(all_here.map(|()| Heard::New))
    }

    /// The telegrams of a feed that are to be fetched, the newest first.
    fn wanted(&self, store: &Telegrams, entries: &[Entry], told: &mut Told) -> Result<Vec<String>, StoreError> {
        let mut links: Vec<&str> = entries.iter().map(|entry| entry.link.as_str()).collect();
        links.sort_by_key(|link| std::cmp::Reverse(FileName::parse(link).map(|name| name.sent)));
        let (mut series, mut out) = (BTreeSet::new(), vec![]);
        for link in links {
            match self.town.wants(link) {
                Wants::Yes => {}
                Wants::OtherPlace => told.skipped.other_place += 1,
                Wants::OtherKind => told.skipped.other_kind += 1,
                Wants::NoTelegram => told.skipped.odd += 1,
            }
            let Some(name) = FileName::parse(link).filter(|_| self.town.wants(link) == Wants::Yes) else { continue };
            if name.is_snapshot() && !series.insert((name.code, name.office)) {
                told.skipped.replaced += 1;
            } else if store.lacks(file(link))? {
                out.push(link.to_owned());
            } else {
                told.skipped.known += 1;
            }
        }
        Ok(out)
    }

    fn documents(
        &self,
        store: &mut Telegrams,
        feed: &str,
        links: &[String],
        budget: &mut Budget,
        told: &mut Told,
    ) -> Result<Result<(), Fault>, StoreError> {
        let (now, mut taken, mut missing) = (self.clock.now(), vec![], None);
        for link in links {
            match self.document(link, budget) {
                Ok(one) => taken.push(one),
                Err(trouble) => missing = put_off(store, link, trouble, told, now.at)?.or(missing),
            }
            if taken.len() >= AT_ONCE {
                keep(store, &mut taken, now, told)?;
                store.keep_traffic(budget.day, budget.spent)?;
            }
            if missing.as_ref().is_some_and(Fault::is_of_the_way) {
                break;
            }
        }
        keep(store, &mut taken, now, told)?;
        Ok(match missing {
            Some(fault) if fault.is_of_the_way() => Err(fault),
            Some(fault) => Err(Fault::Missing { url: feed.to_owned(), why: fault.to_string() }),
            None => Ok(()),
        })
    }

    fn document(&self, link: &str, budget: &mut Budget) -> Result<Taken, Trouble> {
        let url = self.address(link);
        let wanted = Wanted { url: &url, known: None, most: LARGEST as u64 };
        match fetch(self.transport, wanted, self.parts, budget).map_err(Trouble::NotHere)? {
            Fetched::New { bytes, .. } => take(file(link), bytes).map_err(|why| Trouble::Unreadable(why.to_string())),
            // Nothing was said to be known, so nothing can be the same.
            Fetched::Same { .. } => Err(Trouble::NotHere(Fault::Absent { url, status: 304 })),
        }
    }

    /// A telegram is fetched from where the feed came from: from the address in the feed where that is the same server, else from the folder
    /// beside the feeds, as a copy of them has it. Nobody is sent to a third server by a list.
    fn address(&self, link: &str) -> String {
        let host = |url: &str| {
            url.split_once("://")
                .map(|(scheme, rest)| (scheme.to_owned(), rest.split('/').next().unwrap_or_default().to_owned()))
        };
        if host(link).is_some() && host(link) == host(self.base) {
            return link.to_owned();
        }
        let folder = self.base.trim_end_matches('/');
        let above = folder.rsplit_once('/').map_or(folder, |(above, _)| above);
        format!("{above}/data/{}", file(link))
    }
}

enum Trouble {
    NotHere(Fault),
    Unreadable(String),
}

/// What could not be fetched is told, and asked for again as long as that may help.
fn put_off(
    store: &Telegrams,
    link: &str,
    trouble: Trouble,
    told: &mut Told,
    now: Timestamp,
) -> Result<Option<Fault>, StoreError> {
    let name = file(link);
    match trouble {
        Trouble::Unreadable(why) => {
            told.refuse(name, &why);
            store.was_refused(name, now).map(|()| None)
        }
        Trouble::NotHere(fault) => {
            told.refuse(name, &fault);
            if matches!(fault, Fault::Absent { .. } | Fault::TooLarge { .. }) {
                store.was_refused(name, now)?;
            }
            Ok(Some(fault))
        }
    }
}

fn keep(store: &mut Telegrams, taken: &mut Vec<Taken>, now: Now, told: &mut Told) -> Result<(), StoreError> {
    let all: Vec<_> = taken.iter().map(Taken::received).collect();
    told.new += store.keep(&all, now)?;
    for one in taken.drain(..) {
        store.has_now(&one.file, now.at)?;
        told.fetched.push(one.file);
    }
    Ok(())
}

fn file(link: &str) -> &str {
    link.rsplit('/').next().unwrap_or(link)
}

/// Whether its time has come; never asked, or a clock that was put back, means now.
pub(super) fn is_due(state: &FeedState, every: Duration, now: Timestamp) -> bool {
    let wait = wait(state, now);
    wait <= SignedDuration::ZERO
        || Duration::try_from(wait).is_ok_and(|wait| wait > every.saturating_mul(2).max(Duration::from_hours(2)))
}

/// A clock that was put back shall not make a feed wait for a year.
fn wait(state: &FeedState, now: Timestamp) -> SignedDuration {
    let wait = state.next.duration_since(now);
    if wait > LONGEST { SignedDuration::ZERO } else { wait }
}

/// How new what a feed told is, by this kiosk's clock. How old the feed is its own server tells, with two dates of one clock; so a kiosk whose
/// clock is wrong by a year still knows that it heard something just now, and a feed that stopped grows old though its server answers.
fn heard_at(now: Timestamp, date: Option<Timestamp>, updated: Option<Timestamp>) -> Option<Timestamp> {
    let age = match (date, updated) {
        (Some(date), Some(updated)) => date.duration_since(updated).max(SignedDuration::ZERO),
        _ => SignedDuration::ZERO,
    };
    now.saturating_sub(age).ok()
}
