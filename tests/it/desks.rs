//! Desks that fail in the middle of their work are set up again, say so, and lose nothing of what is in force.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands; desks here fail on purpose")]

use crate::alert::{L5, rain};
use crossbeam_channel::{Receiver, bounded};
use engawa::{
    alert::{State, Town},
    clock::{Clock, Now, SetClock},
    config::Config,
    job::{Job, Look, Part, PartState, Report},
    reader::Source,
    store::{Received, Telegrams},
    sync::{Body, Fault, Mark, Reply, Request, Transport, What},
    work::{Desks, Feeding, MakeTransport, Rests, StoreDesk, VoiceDesk, Watching},
};
use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

struct Nobody;

impl StoreDesk for Nobody {
    fn answer(&mut self, job: &engawa::job::StoreJob) -> engawa::job::Answer {
        engawa::job::Answer::Trouble(job.clone())
    }
    fn troubles(&mut self) -> Vec<Part> {
        vec![]
    }
}

impl VoiceDesk for Nobody {
    fn order(&mut self, _: engawa::reading::Order) {}
}

/// Desks, and what they report one after the other.
pub(crate) struct Room {
    pub(crate) desks: Desks,
    woken: Receiver<()>,
}

impl Room {
    pub(crate) fn open(with: impl FnOnce(Desks) -> Desks) -> Self {
        let (wake, woken) = bounded(100);
        let (store, voice) = (|| Box::new(Nobody) as Box<dyn StoreDesk>, |_| Box::new(Nobody) as Box<dyn VoiceDesk>);
        let wake = Arc::new(move || wake.try_send(()).unwrap_or_default());
        Self { desks: with(Desks::start(Box::new(store), Box::new(voice), wake)), woken }
    }

    /// All that is reported until one report is the wanted one, that one among it.
    pub(crate) fn until(&self, wanted: impl Fn(&Report) -> bool) -> Vec<Report> {
        let mut told = vec![];
        while !told.iter().any(&wanted) {
            self.woken.recv_timeout(Duration::from_mins(1)).unwrap();
            told.extend(self.desks.reports());
        }
        told
    }
}

fn is_restarted(report: &Report, desk: &str) -> bool {
    let told = |part: &Part| part.name == desk && part.state == PartState::Degraded && part.trouble == "restarted";
    matches!(report, Report::Part(part) if told(part))
}

fn is_level_5(report: &Report) -> bool {
    matches!(report, Report::Situation(found) if found.facts.iter().any(|fact| fact.claim.level == Some(5)))
}

/// Does what it does until it is asked for the time once too often.
struct Stumbling {
    clock: SetClock,
    left: AtomicU32,
}

impl Clock for Stumbling {
    fn now(&self) -> Now {
        assert!(self.left.fetch_sub(1, Ordering::SeqCst) != 1, "a clock that fails once, on purpose");
        self.clock.now()
    }
    fn running(&self) -> Duration {
        self.clock.running()
    }
    fn trust(&self) {
        self.clock.trust();
    }
}

#[test]
fn the_desk_that_watches_over_telegrams_comes_back_with_what_is_in_force() {
    let home = tempfile::tempdir().unwrap();
    let clock = SetClock::new("2026-08-29T21:30:00Z".parse().unwrap(), true);
    let five = rain("2026-08-30T06:20:00+09:00", &[L5]);
    let received = [Received { file: "a.xml", raw: b"<a/>", telegram: &five }];
    Telegrams::open(home.path()).unwrap().keep(&received, clock.now()).unwrap();
    let clock = Arc::new(Stumbling { clock, left: AtomicU32::new(1) });
    let watching = Watching { home: home.path().to_owned(), clock: Arc::clone(&clock) as _ };
    let room = Room::open(|desks| desks.watching(watching));

    room.desks.give(Job::Look(Look::For(Some("092096".into()))));
    let told = room.until(|report| is_restarted(report, "desk-alerts"));
    assert!(told.iter().any(is_level_5), "it does not wait until it is asked again: {told:?}");

    // In the middle of its life: what was told stands, and what comes then is told.
    clock.left.store(1, Ordering::SeqCst);
    room.desks.give(Job::Look(Look::Telegrams));
    let told = room.until(|report| is_restarted(report, "desk-alerts"));
    assert!(told.iter().any(is_level_5), "{told:?}");
}

#[test]
fn a_kiosk_that_starts_for_the_first_time_hears_at_once_what_comes() {
    let place = tempfile::tempdir().unwrap();
    let home = place.path().join("not/yet/there");
    let clock = Arc::new(SetClock::new("2026-08-29T21:30:00Z".parse().unwrap(), true));
    let watching = Watching { home: home.clone(), clock: Arc::clone(&clock) as _ };
    let room = Room::open(|desks| desks.watching(watching));
    room.desks.give(Job::Look(Look::For(Some("092096".into()))));
    room.until(|report| matches!(report, Report::Situation(_)));
    let five = rain("2026-08-30T06:20:00+09:00", &[L5]);
    let received = [Received { file: "a.xml", raw: b"<a/>", telegram: &five }];
    Telegrams::open(&home).unwrap().keep(&received, clock.now()).unwrap();
    engawa::work::ring(&home, engawa::work::News::Telegrams);
    room.until(is_level_5);
}

#[test]
fn a_warning_is_in_force_however_far_behind_a_clock_that_is_not_believed_stands() {
    for (trusted, far) in [(false, true), (true, false)] {
        let home = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::new("2026-08-01T00:00:00Z".parse().unwrap(), trusted));
        let five = rain("2026-08-30T06:20:00+09:00", &[L5]);
        let received = [Received { file: "a.xml", raw: b"<a/>", telegram: &five }];
        Telegrams::open(home.path()).unwrap().keep(&received, clock.now()).unwrap();
        let room = Room::open(|desks| desks.watching(Watching { home: home.path().to_owned(), clock }));
        room.desks.give(Job::Look(Look::For(Some("092096".into()))));
        let told = room.until(|report| matches!(report, Report::Situation(_)));
        let found =
            told.iter().find_map(|report| if let Report::Situation(found) = report { Some(found) } else { None });
        let found = found.unwrap();
        let in_force = found.facts.iter().any(|fact| fact.claim.level == Some(5) && fact.claim.state == State::Active);
        assert_eq!(in_force, far, "believed: {trusted}");
        assert!(found.sources.iter().all(|source| source.stale), "nobody knows what came since: {found:?}");
    }
}

/// Serves the files of `tests/cases/sync`, and fails when asked for the first time.
struct Web(Arc<AtomicU32>);

impl Transport for Web {
    fn ask(&self, request: &Request<'_>) -> Result<Reply, Fault> {
        assert!(self.0.fetch_add(1, Ordering::SeqCst) > 0, "a network that fails once, on purpose");
        let url = request.url.to_owned();
        let folder = if url.contains("/data/") { "data" } else { "feed" };
        let name = url.rsplit('/').next().unwrap();
        let bytes = fs::read(Path::new("tests/cases/sync").join(folder).join(name));
        let Ok(bytes) = bytes else { return Err(Fault::Absent { url, status: 404 }) };
        let body = Body { len: None, bytes: Box::new(std::io::Cursor::new(bytes)), page: false };
        Ok(Reply { what: What::Whole(body), mark: Mark::default(), date: None })
    }
}

#[test]
fn the_desk_that_asks_for_telegrams_comes_back_and_brings_them() {
    let home = tempfile::tempdir().unwrap();
    let clock: Arc<dyn Clock> = Arc::new(SetClock::new("2026-11-21T09:00:00Z".parse().unwrap(), true));
    let text = b"town = \"mooka\"\n[feeds]\njma = true\nfrom = \"https://example.jp/xml/feed\"\n";
    let config = Config::read(&Source::read("kiosk.toml", text).0).0;
    assert!(Town::parse(&config.town.as_ref().unwrap().code).is_some(), "a town of which telegrams can be had");
    let (asked, moment) = (Arc::new(AtomicU32::new(0)), Duration::from_millis(1));
    let transport: MakeTransport = {
        let asked = Arc::clone(&asked);
        Arc::new(move || Box::new(Web(Arc::clone(&asked))))
    };
    let feeding = Feeding {
        home: home.path().to_owned(),
        clock: Arc::clone(&clock),
        config: Arc::new(move || config.clone()),
        transport,
        rests: Rests { first: moment, shortest: Duration::from_mins(1), pause: moment },
    };
    let watching = Watching { home: home.path().to_owned(), clock };
    let room = Room::open(|desks| desks.watching(watching).feeding(feeding));
    room.desks.give(Job::Look(Look::For(Some("092096".into()))));

    let rain = |report: &Report| matches!(report, Report::Situation(found) if found.facts.iter().any(|fact| fact.claim.name == "レベル３大雨警報"));
    let told = room.until(rain);
    assert!(told.iter().any(|report| is_restarted(report, "desk-feeds")), "{told:?}");
    assert!(asked.load(Ordering::SeqCst) > 4);
}
