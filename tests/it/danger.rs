//! What endangers the town, from a telegram that another process brought to what is shown.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::alert::{L5, rain};
use crossbeam_channel::{Receiver, bounded};
use engawa::{
    alert::Telegram,
    clock::{Clock as _, SetClock},
    job::{Answer, Job, Look, Part, Report, Situation, StoreJob},
    reading::Order,
    store::{Received, Telegrams},
    work::{self, Desks, StoreDesk, VoiceDesk, Watching},
};
use std::{path::Path, sync::Arc, time::Duration};

struct Nobody;

impl StoreDesk for Nobody {
    fn answer(&mut self, job: &StoreJob) -> Answer {
        Answer::Trouble(job.clone())
    }
    fn troubles(&mut self) -> Vec<Part> {
        vec![]
    }
}

impl VoiceDesk for Nobody {
    fn order(&mut self, _: Order) {}
}

struct Post {
    desks: Desks,
    woken: Receiver<()>,
}

impl Post {
    fn at(home: &Path, clock: &Arc<SetClock>) -> Self {
        let (wake, woken) = bounded(100);
        let (store, voice) = (|| Box::new(Nobody) as Box<dyn StoreDesk>, |_| Box::new(Nobody) as Box<dyn VoiceDesk>);
        let desks = Desks::start(Box::new(store), Box::new(voice), Arc::new(move || wake.try_send(()).unwrap_or_default()));
        let watching = Watching { home: home.to_owned(), clock: Arc::clone(clock) as _ };
        Self { desks: desks.watching(watching), woken }
    }
    fn next(&self) -> Arc<Situation> {
        loop {
            self.woken.recv_timeout(Duration::from_mins(1)).unwrap();
            for report in self.desks.reports() {
                match report {
                    Report::Situation(found) => return found,
                    other => panic!("{other:?}"),
                }
            }
        }
    }
}

fn bring(home: &Path, clock: &SetClock, telegrams: &[Telegram]) {
    let received: Vec<_> =
        telegrams.iter().map(|telegram| Received { file: "a.xml", raw: b"<a/>", telegram }).collect();
    Telegrams::open(home).unwrap().keep(&received, clock.now()).unwrap();
}

#[test]
fn a_telegram_that_another_process_brings_is_told_at_once() {
    let home = tempfile::tempdir().unwrap();
    let clock = Arc::new(SetClock::new("2026-08-29T21:30:00Z".parse().unwrap(), true));
    let post = Post::at(home.path(), &clock);
    post.desks.give(Job::Look(Look::For(Some("092096".into()))));
    let first = post.next();
    assert!(first.facts.is_empty() && first.sources.iter().all(|source| source.last_heard.is_none()));

    bring(home.path(), &clock, &[rain("2026-08-30T06:20:00+09:00", &[L5])]);
    work::ring(home.path());
    let told = post.next();
    let levels: Vec<_> = told.facts.iter().map(|fact| fact.claim.level).collect();
    assert_eq!((told.town.as_deref(), levels), (Some("092096"), vec![Some(5)]));
    assert!(!told.sources[0].stale);

    // Nothing new: nothing is told, until it has grown old.
    work::ring(home.path());
    post.desks.give(Job::Look(Look::Minute));
    clock.advance(Duration::from_mins(40));
    post.desks.give(Job::Look(Look::Minute));
    assert!(post.next().sources[0].stale);

    post.desks.give(Job::Look(Look::For(None)));
    assert_eq!(*post.next(), Situation::default());
}
