//! Work: what takes time happens at desks, each on a named thread of its own. Orders go in and reports come out through bounded
//! channels; a frame never waits for either. A desk that fails is set up again and says so.

mod bell;
mod desk;
mod feeds;
mod keeper;
mod press;
mod receiver;
mod rounds;
mod stock;
mod town;
mod watch;

pub use bell::{News, ring};
pub use feeds::{Feeding, MakeTransport, Rests};
pub use keeper::{Build, Furnish, Keeper, Keeping, Recipe};
pub use press::Pressing;
pub use receiver::{Line, Listening, Paces, Ports, SerialPorts};
pub use stock::{Brought, NotTaken, Stocking};
pub use watch::Watching;

use crate::{
    config::{Mode, Own},
    job::{Answer, Job, Look, Part, Print, PrintTrouble, Report, ShellJob, StoreJob, Visit, Wall},
    reading::{Heard, Order},
};
use crossbeam_channel::{Receiver, Sender, TryIter, bounded};
use desk::{Desk, Out};
use press::Press;
use std::sync::Arc;
use watch::{Asked, Watch};

/// Called from a desk when a report waits: makes the window look.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// How a desk says what it hears of its own speech.
pub type Ear = Arc<dyn Fn(Heard) + Send + Sync>;

/// Who keeps the store. Made on its own thread, and made again after it failed.
pub trait StoreDesk {
    fn answer(&mut self, job: &StoreJob) -> Answer;
    /// What has become of the parts it keeps since it was last asked.
    fn troubles(&mut self) -> Vec<Part>;
    /// What staff chose last; `None` when they never did.
    fn mode(&self) -> Option<Mode> {
        None
    }
    /// What staff set; `None` when it cannot be read.
    fn own(&self) -> Option<Own> {
        None
    }
    /// What hangs on the notice board; `None` when it cannot be read.
    fn board(&mut self) -> Option<Arc<Wall>> {
        None
    }
    /// Once, when nothing has been asked for a while: time for what takes long.
    fn rest(&mut self) {}
}

/// Who speaks. An order never waits for the end of what is being said.
pub trait VoiceDesk {
    fn order(&mut self, order: Order);
}

/// Makes the one who keeps the store.
pub type MakeStore = Box<dyn Fn() -> Box<dyn StoreDesk> + Send>;
/// Makes the one who speaks; what it hears goes to the ear, from whatever thread.
pub type MakeVoice = Box<dyn Fn(Ear) -> Box<dyn VoiceDesk> + Send>;

/// Jobs that wait at one desk at most; a person cannot press faster than this for long.
const WAITING: usize = 64;
/// Reports that wait for the window at most; a desk then waits.
const REPORTS: usize = 256;

/// All desks.
pub struct Desks {
    store: Sender<(Visit, StoreJob)>,
    voice: Sender<Order>,
    /// `None`: nobody watches over telegrams.
    alerts: Option<Sender<Look>>,
    /// `None`: nobody prints.
    press: Option<Sender<(Visit, Box<Print>)>>,
    /// Held as long as somebody is to be asked for telegrams.
    #[expect(dead_code, reason = "held, not read")]
    feeds: Option<rounds::Closing>,
    /// The same for the satellites.
    #[expect(dead_code, reason = "held, not read")]
    sky: Option<rounds::Closing>,
    out: Out,
    reports: Receiver<Report>,
}

impl Desks {
    pub fn start(store: MakeStore, voice: MakeVoice, wake: Wake) -> Self {
        let (sender, reports) = bounded(REPORTS);
        let out = Out::new(sender, wake);
        let ear = out.ear();
        Self {
            store: desk::open(&out, move || Clerk(store())),
            voice: desk::open(&out, move || Speech(voice(Arc::clone(&ear)))),
            alerts: None,
            press: None,
            feeds: None,
            sky: None,
            out,
            reports,
        }
    }

    /// With a desk that watches over the telegrams in a folder, and a bell there.
    #[must_use]
    pub fn watching(self, watching: Watching) -> Self {
        let (home, asked) = (watching.home.clone(), Asked::default());
        let alerts = desk::open(&self.out, move || Watch::new(watching.clone(), asked.clone()));
        if let Err(err) = bell::hang(&home, alerts.clone(), self.out.clone()) {
            log::warn!("nobody hears the bell: {err}");
        }
        Self { alerts: Some(alerts), ..self }
    }

    /// With a desk that asks for telegrams.
    #[must_use]
    pub fn feeding(self, feeding: Feeding) -> Self {
        let feeds = feeds::open(&self.out, feeding);
        Self { feeds: Some(feeds), ..self }
    }

    /// With a desk that prints.
    #[must_use]
    pub fn pressing(self, pressing: Pressing) -> Self {
        let press = desk::open(&self.out, move || Press(pressing.clone()));
        Self { press: Some(press), ..self }
    }

    /// With a desk that listens to the satellites, unless the kiosk's file wants none.
    #[must_use]
    pub fn listening(self, listening: Listening) -> Self {
        let sky = listening.is_on().then(|| receiver::open(&self.out, listening));
        Self { sky, ..self }
    }

    /// Gives a job to the desk that does it, without waiting. What only the shell can do comes back.
    pub fn give(&self, job: Job) -> Option<ShellJob> {
        match job {
            Job::Shell(job) => return Some(job),
            Job::Store { visit, job } => {
                if let Err(full) = self.store.try_send((visit, job)) {
                    let (visit, job) = full.into_inner();
                    self.out.try_tell(Report::Store { visit, answer: Answer::Trouble(job) });
                }
            }
            Job::Look(look) => {
                // Where this queue is full, one of those that wait looks at what came since, too.
                self.alerts.as_ref().and_then(|alerts| alerts.try_send(look).ok());
            }
            Job::Print { visit, print } => {
                if self.press.as_ref().is_none_or(|press| press.try_send((visit, print)).is_err()) {
                    self.out.try_tell(Report::Printed { visit, printed: Err(PrintTrouble::NoPrinter) });
                }
            }
            Job::Voice(order) => {
                // Where even this queue is full the voice hangs, and has said so or will; a later order overtakes this one.
                self.voice.try_send(order).ok();
            }
        }
        None
    }

    /// What has come in since the last look.
    pub fn reports(&self) -> TryIter<'_, Report> {
        self.reports.try_iter()
    }
}

/// The store's desk.
struct Clerk(Box<dyn StoreDesk>);

impl Desk for Clerk {
    type Job = (Visit, StoreJob);

    const NAME: &'static str = "desk-store";

    fn gather(waiting: &mut Vec<Self::Job>) {
        // Only the newest search is of interest, and nothing of a visit that is over.
        let newest = waiting.iter().map(|(visit, _)| *visit).max().unwrap_or_default();
        let last = waiting.iter().rposition(|(_, job)| is_search(job));
        let mut at = 0;
        waiting.retain(|(visit, job)| {
            at += 1;
            *visit == newest && (!is_search(job) || Some(at - 1) == last)
        });
    }

    fn work(&mut self, (visit, job): &Self::Job) -> Vec<Report> {
        let answer = self.0.answer(job);
        let troubles = self.0.troubles().into_iter().map(Report::Part);
        [Report::Store { visit: *visit, answer }].into_iter().chain(troubles).collect()
    }

    fn failed((visit, job): Self::Job) -> Option<Report> {
        Some(Report::Store { visit, answer: Answer::Trouble(job) })
    }

    fn first(&mut self) -> Vec<Report> {
        let mode = self.0.mode().map(Report::Mode);
        let own = self.0.own().map(|own| Report::Own(Box::new(own)));
        let wall = self.0.board().map(Report::Wall);
        self.0.troubles().into_iter().map(Report::Part).chain(mode).chain(own).chain(wall).collect()
    }

    fn rest(&mut self) -> Vec<Report> {
        self.0.rest();
        self.0.troubles().into_iter().map(Report::Part).collect()
    }
}

const fn is_search(job: &StoreJob) -> bool {
    matches!(job, StoreJob::Search { .. })
}

/// The voice's desk.
struct Speech(Box<dyn VoiceDesk>);

impl Desk for Speech {
    type Job = Order;

    const NAME: &'static str = "desk-voice";

    fn gather(waiting: &mut Vec<Order>) {
        // A new order silences what was said before it.
        waiting.drain(..waiting.len().saturating_sub(1));
    }

    fn work(&mut self, order: &Order) -> Vec<Report> {
        self.0.order(order.clone());
        vec![]
    }

    fn failed(order: Order) -> Option<Report> {
        match order {
            Order::Say(said) => Some(Report::Voice(Heard::Failed { ticket: said.ticket })),
            Order::Hush => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        job::{PartState, Typed},
        reading::{Pace, Utterance, Volume},
        words::{Line, Tongue},
    };
    use std::{
        sync::atomic::{AtomicU32, Ordering},
        time::Duration,
    };

    /// Fails when asked for staff's number; waits at the gate before every answer.
    struct Fake {
        gate: Receiver<()>,
    }

    impl StoreDesk for Fake {
        fn answer(&mut self, job: &StoreJob) -> Answer {
            self.gate.recv().ok();
            match job {
                StoreJob::Search { words, .. } => Answer::Found { words: words.clone(), hits: vec![] },
                StoreJob::Pin(_) => panic!("a desk that fails, on purpose"),
                _ => Answer::ClockTrusted,
            }
        }
        fn troubles(&mut self) -> Vec<Part> {
            vec![]
        }
    }

    struct Mute(Ear);

    impl VoiceDesk for Mute {
        fn order(&mut self, order: Order) {
            if let Order::Say(said) = order {
                (self.0)(Heard::Began { ticket: said.ticket });
            }
        }
    }

    struct Room {
        desks: Desks,
        gate: Sender<()>,
        woken: Arc<AtomicU32>,
    }

    fn room() -> Room {
        let ((gate, guard), woken) = (bounded(100), Arc::new(AtomicU32::new(0)));
        let count = Arc::clone(&woken);
        let store: MakeStore = Box::new(move || Box::new(Fake { gate: guard.clone() }));
        let voice: MakeVoice = Box::new(|ear| Box::new(Mute(ear)));
        let wake: Wake = Arc::new(move || {
            count.fetch_add(1, Ordering::SeqCst);
        });
        Room { desks: Desks::start(store, voice, wake), gate, woken }
    }

    impl Room {
        fn ask(&self, job: StoreJob) {
            assert_eq!(self.desks.give(Job::Store { visit: Visit(1), job }), None);
        }
        fn open(&self, times: usize) {
            (0..times).for_each(|_| self.gate.send(()).unwrap());
        }
        fn next(&self) -> Report {
            self.desks.reports.recv_timeout(Duration::from_mins(1)).unwrap()
        }
    }

    fn search(words: &str) -> StoreJob {
        StoreJob::Search { words: Typed(words.to_owned()), tongue: Tongue::JA }
    }

    #[test]
    fn a_desk_that_fails_says_so_and_goes_on() {
        let room = room();
        room.open(2);
        room.ask(StoreJob::Pin(Typed("123456".to_owned())));
        let failed = room.next();
        assert!(
            matches!(failed, Report::Store { visit: Visit(1), answer: Answer::Trouble(StoreJob::Pin(_)) }),
            "{failed:?}"
        );
        let Report::Part(part) = room.next() else { panic!("says that it was set up again") };
        assert_eq!(
            (part.name.as_str(), part.state, part.trouble.as_str()),
            ("desk-store", PartState::Degraded, "restarted")
        );
        room.ask(StoreJob::TrustClock);
        assert!(matches!(room.next(), Report::Store { answer: Answer::ClockTrusted, .. }));
        assert!(room.woken.load(Ordering::SeqCst) >= 3, "the window is woken by every report");
    }

    #[test]
    fn a_newer_search_takes_the_place_of_one_that_waits() {
        let room = room();
        room.ask(StoreJob::TrustClock);
        for words in ["み", "みず", "みずの"] {
            room.ask(search(words));
        }
        room.ask(StoreJob::TrustClock);
        // The first may have been taken already; of those that wait only the last search is done.
        room.open(5);
        let mut found = vec![];
        let mut trusted = 0;
        while trusted < 2 {
            match room.next() {
                Report::Store { answer: Answer::Found { words, .. }, .. } => found.push(words.0),
                Report::Store { answer: Answer::ClockTrusted, .. } => trusted += 1,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(found.last().map(String::as_str), Some("みずの"));
    }

    #[test]
    fn of_the_searches_that_wait_the_newest_is_kept() {
        let job = |visit, job| (Visit(visit), job);
        let mut waiting =
            vec![job(1, search("か")), job(2, search("み")), job(2, StoreJob::Parts), job(2, search("みず"))];
        Clerk::gather(&mut waiting);
        assert_eq!(waiting, [job(2, StoreJob::Parts), job(2, search("みず"))]);
    }

    #[test]
    fn a_desk_that_hangs_never_holds_up_the_window() {
        let room = room();
        (0..=WAITING + 1).for_each(|_| room.ask(StoreJob::Parts));
        let refused = room.next();
        assert!(matches!(refused, Report::Store { answer: Answer::Trouble(StoreJob::Parts), .. }), "{refused:?}");
    }

    #[test]
    fn the_voice_is_heard() {
        let room = room();
        let (line, tongue) = (Line::verbatim("はい"), Tongue::JA);
        let said = Utterance { ticket: 7, line, tongue, pace: Pace(100), volume: Volume(7) };
        assert_eq!(room.desks.give(Job::Voice(Order::Say(said))), None);
        assert!(matches!(room.next(), Report::Voice(Heard::Began { ticket: 7 })));
        assert_eq!(room.desks.give(Job::Shell(ShellJob::EndVisit)), Some(ShellJob::EndVisit));
    }
}
