//! Rounds over feeds with a world that is played: what is asked for when, what a town takes that another does not, and what a clock that
//! jumps does. How real servers behave is held by `tests/e2e/feeds.sh`.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use engawa::{
    alert::{Town, status},
    clock::{Clock, SetClock},
    store::Telegrams,
    sync::{Asking, Body, Fault, Have, Heard, Mark, Parts, Reply, Request, Round, Told, Transport, What, When},
};
use jiff::Timestamp;
use std::{cell::RefCell, collections::BTreeMap, fs, path::Path, time::Duration};

const BASE: &str = "https://example.jp/xml/feed/";
const MOST: u64 = 50 << 20;

/// Serves the files of `tests/cases/sync` under any address, and what a test puts over them; remembers what it was asked for.
#[derive(Default)]
struct World {
    instead: RefCell<BTreeMap<&'static str, Result<&'static str, u16>>>,
    asked: RefCell<Vec<String>>,
}

impl World {
    fn put(&self, name: &'static str, what: Result<&'static str, u16>) {
        self.instead.borrow_mut().insert(name, what);
    }
    /// The names of what was asked for since the last look.
    fn asked(&self) -> Vec<String> {
        self.asked.take()
    }
}

impl Transport for World {
    fn ask(&self, request: &Request<'_>) -> Result<Reply, Fault> {
        let url = request.url.to_owned();
        let name = url.rsplit('/').next().unwrap().to_owned();
        self.asked.borrow_mut().push(name.clone());
        let folder = if url.contains("/data/") { "data" } else { "feed" };
        let instead = self.instead.borrow().get(name.as_str()).copied();
        let bytes = match instead {
            Some(Err(status)) => return Err(Fault::Busy { url, status, after_s: None }),
            Some(Ok(text)) => text.as_bytes().to_vec(),
            None => match fs::read(Path::new("tests/cases/sync").join(folder).join(&name)) {
                Ok(bytes) => bytes,
                Err(_) => return Err(Fault::Absent { url, status: 404 }),
            },
        };
        let mark = Mark { etag: Some(format!("\"{}\"", bytes.len())), modified: None };
        let date = "2026-11-21T09:00:00Z".parse().ok();
        let what = match request.have {
            Have::Whole(known) if *known == mark => What::Same,
            _ => What::Whole(Body {
                len: Some(bytes.len() as u64),
                bytes: Box::new(std::io::Cursor::new(bytes)),
                page: false,
            }),
        };
        Ok(Reply { what, mark, date })
    }
}

struct Kiosk {
    world: World,
    clock: SetClock,
    home: tempfile::TempDir,
}

impl Kiosk {
    fn new(at: &str) -> Self {
        let clock = SetClock::new(at.parse().unwrap(), true);
        Self { world: World::default(), clock, home: tempfile::tempdir().unwrap() }
    }
    fn store(&self) -> Telegrams {
        Telegrams::open(self.home.path()).unwrap()
    }
    fn round(&self, town: &str, when: When) -> Told {
        let (parts, town, mut luck) = (Parts::of(self.home.path()), Town::parse(town).unwrap(), || 500);
        let (transport, clock) = (&self.world, &self.clock);
        let mut round = Round { transport, parts: &parts, town: &town, base: BASE, most: MOST, clock, luck: &mut luck };
        round.make(&mut self.store(), when).unwrap()
    }
    fn news(&self) -> Option<Fault> {
        let (parts, mut luck) = (Parts::of(self.home.path()), || 500);
        let (transport, clock) = (&self.world, &self.clock);
        let mut asking = Asking { transport, parts: &parts, clock, most: MOST, luck: &mut luck };
        asking.news("https://example.jp/rss.xml", &mut self.store()).unwrap()
    }
}

#[test]
fn every_feed_has_its_own_time_and_the_long_ones_are_for_coming_back() {
    let kiosk = Kiosk::new("2026-11-21T09:00:00Z");
    kiosk.round("09209", When::Due);
    let first = kiosk.world.asked();
    assert!(first.contains(&"extra_l.xml".to_owned()) && first.contains(&"other.xml".to_owned()), "{first:?}");
    assert!(kiosk.round("09209", When::Due).feeds.is_empty());
    assert_eq!(kiosk.world.asked(), [""; 0]);
    kiosk.clock.advance(Duration::from_secs(70));
    let told = kiosk.round("09209", When::Due);
    assert_eq!(kiosk.world.asked(), ["eqvol.xml", "extra.xml"]);
    assert!(told.feeds.iter().all(|feed| feed.state == Heard::Same));
    kiosk.clock.advance(Duration::from_hours(5));
    kiosk.round("09209", When::Due);
    assert_eq!(kiosk.world.asked().len(), 8, "away for hours: the long ones too");
}

#[test]
fn another_town_looks_at_everything_anew_and_fetches_what_it_lacks() {
    let kiosk = Kiosk::new("2026-11-21T09:00:00Z");
    assert_eq!(kiosk.round("09209", When::Due).new, 2);
    kiosk.world.asked();
    let told = kiosk.round("18201", When::Due);
    assert_eq!(told.fetched, ["20261121085600_0_VPWW55_180000.xml"], "the earthquake is here already");
    assert!(told.skipped.known > 0);
}

#[test]
fn a_server_that_fails_is_left_alone_for_longer_every_time_and_nothing_is_lost() {
    let kiosk = Kiosk::new("2026-11-21T09:00:00Z");
    kiosk.world.put("20261121085500_0_VPWW55_090000.xml", Err(503));
    let told = kiosk.round("09209", When::Due);
    assert_eq!((told.new, told.refused.len()), (1, 2), "by the short feed and by the long one");
    kiosk.world.asked();
    let mut waits = vec![];
    for _ in 0..4 {
        let mut waited = 0;
        while !kiosk.world.asked().contains(&"extra.xml".to_owned()) {
            kiosk.clock.advance(Duration::from_secs(30));
            kiosk.round("09209", When::Due);
            waited += 30;
        }
        waits.push(waited);
    }
    assert!(waits.is_sorted() && waits[3] >= 4 * waits[0], "{waits:?}");
    kiosk.world.instead.borrow_mut().clear();
    assert_eq!(kiosk.round("09209", When::Now).new, 1);
}

#[test]
fn a_clock_that_jumps_by_a_year_neither_stops_the_rounds_nor_makes_the_source_old() {
    let kiosk = Kiosk::new("2027-11-21T09:00:00Z");
    assert_eq!(kiosk.round("09209", When::Due).new, 2);
    let back = SetClock::new("2026-11-21T09:00:00Z".parse().unwrap(), false);
    let kiosk = Kiosk { clock: back, ..kiosk };
    kiosk.world.asked();
    assert_eq!(kiosk.round("09209", When::Due).new, 0);
    assert_eq!(kiosk.world.asked().len(), 8, "nobody waits a year");
    let heard = kiosk.store().heard().unwrap();
    let (town, at) = (Town::parse("09209").unwrap(), kiosk.clock.now().at);
    let told = status(&kiosk.store().all().unwrap(), &town, at).hearing(Some(at));
    assert!(!told.sources[0].stale && heard.is_some());
}

#[test]
fn a_sign_in_page_for_one_telegram_ends_the_round_and_is_never_kept() {
    let kiosk = Kiosk::new("2026-11-21T09:00:00Z");
    kiosk.world.put("20261121085500_0_VPWW55_090000.xml", Ok("<!DOCTYPE html><html>Wi-Fi</html>"));
    let told = kiosk.round("09209", When::Due);
    assert!(told.refused.iter().all(|one| one.why.contains("sign-in")), "{:?}", told.refused);
    kiosk.world.instead.borrow_mut().clear();
    assert_eq!(kiosk.round("09209", When::Now).new, 1);
}

#[test]
fn a_telegram_that_cannot_be_read_is_asked_for_three_times() {
    let kiosk = Kiosk::new("2026-11-21T09:00:00Z");
    kiosk.world.put("20261121085500_0_VPWW55_090000.xml", Ok("<Report><Control/></Report>"));
    let refused = ["09209", "09208", "09214"].map(|town| kiosk.round(town, When::Now).refused.len());
    assert_eq!(refused, [2, 1, 0], "by the short feed and the long one, and once more");
}

#[test]
fn news_of_a_town_are_kept_word_for_word_and_never_become_a_warning() {
    let kiosk = Kiosk::new("2026-11-21T09:00:00Z");
    let rss = "<rss><channel><title>市</title><item><title>避難指示（警戒レベル４）</title>\
               <description>西部地区</description><pubDate>Sat, 21 Nov 2026 17:00:00 +0900</pubDate></item></channel></rss>";
    kiosk.world.put("rss.xml", Ok(rss));
    assert_eq!(kiosk.news(), None);
    let notices = kiosk.store().notices().unwrap();
    assert_eq!((notices[0].title.as_str(), notices[0].words.as_str()), ("避難指示（警戒レベル４）", "西部地区"));
    assert_eq!(notices[0].at, "2026-11-21T08:00:00Z".parse::<Timestamp>().ok());
    let town = Town::parse("09209").unwrap();
    assert_eq!(status(&kiosk.store().all().unwrap(), &town, kiosk.clock.now().at).facts, []);
    kiosk.clock.advance(Duration::from_mins(20));
    kiosk.world.put("rss.xml", Ok("<html>"));
    assert!(kiosk.news().is_some());
    assert_eq!(kiosk.store().notices().unwrap(), notices, "what was there before stays");
    assert_eq!(kiosk.store().heard().unwrap(), None, "the town is not 気象庁");
}
