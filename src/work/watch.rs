//! The desk that watches over telegrams: it reads those that are new, finds what stands for the town of this kiosk, and says so when that
//! has changed. A room of its own for its thread, so that nobody waits for a shelf while a year of telegrams is read; asked again when
//! telegrams come (by the bell, which another process may ring) and every minute, because what is told grows old by itself.

use super::desk::Desk;
use crate::{
    alert::{self, Sky, Telegram, Town},
    clock::Clock,
    job::{Look, News, Overheard, Part, Report, Situation},
    store::{Notice, StoreError, Telegrams},
};
use jiff::Timestamp;
use smol_str::SmolStr;
use std::{
    cmp::Reverse,
    collections::HashSet,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

/// Seconds: how finely it is told when a feed was heard of last.
const STEP: i64 = 300;
/// So many pieces of news of the town are shown: older ones help nobody in a disaster.
const MOST_NEWS: usize = 8;

/// Where telegrams lie, and what time it is.
#[derive(Clone)]
pub struct Watching {
    pub home: PathBuf,
    pub clock: Arc<dyn Clock>,
}

/// For which town, outliving a desk that failed.
#[derive(Clone, Default)]
pub(super) struct Asked(Arc<Mutex<Option<SmolStr>>>);

impl Asked {
    fn set(&self, town: Option<SmolStr>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = town;
    }
    fn get(&self) -> Option<SmolStr> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

pub(super) struct Watch {
    watching: Watching,
    asked: Asked,
    /// Opened when they are first wanted.
    store: Option<Telegrams>,
    heard: Vec<Telegram>,
    known: HashSet<String>,
    told: Option<Arc<Situation>>,
}

impl Watch {
    pub(super) fn new(watching: Watching, asked: Asked) -> Self {
        Self { watching, asked, store: None, heard: vec![], known: HashSet::new(), told: None }
    }

    fn read(&mut self) -> Result<(), StoreError> {
        let store = match &mut self.store {
            Some(store) => store,
            none => none.insert(Telegrams::open(&self.watching.home)?),
        };
        let new = store.unknown(&self.known)?;
        self.known.extend(new.iter().map(|telegram| telegram.id.clone()));
        self.heard.extend(new);
        Ok(())
    }

    fn look(&mut self) -> Result<Situation, StoreError> {
        let asked = self.asked.get().and_then(|code| Some((Town::parse(&code)?, code)));
        let mut found = match asked {
            Some((town, code)) => self.situation(&town, code)?,
            None => Situation::default(),
        };
        found.news = self.news()?;
        Ok(found)
    }

    fn situation(&mut self, town: &Town, code: SmolStr) -> Result<Situation, StoreError> {
        self.read()?;
        let now = self.watching.clock.now();
        let at = alert::moment(&self.heard, now);
        let neighbours = alert::neighbours(&self.heard, town, at);
        let mut found = Situation::of(code, alert::status(&self.heard, town, at), neighbours);
        // The feeds are heard of also while they have nothing to say.
        let heard = self.store.as_ref().map(Telegrams::heard).transpose()?.flatten().map(step);
        let sky = self.store.as_ref().map(Telegrams::sky).transpose()?.flatten();
        found.sky = sky.as_ref().map(|sky| Overheard { seen: sky.seen.map(step), ..Overheard::of(sky, now.at) });
        let sky = sky.map(|sky| Sky { heard: sky.heard.map(step), ..sky });
        alert::overhear(&mut found.sources, sky.as_ref(), at);
        for source in &mut found.sources {
            source.hear(heard, at);
            // How long ago that was, nobody can say by a clock that is not believed.
            source.stale |= !now.trusted;
        }
        Ok(found)
    }

    /// What the town published, the newest first.
    fn news(&self) -> Result<Vec<News>, StoreError> {
        let notices = self.store.as_ref().map(Telegrams::notices).transpose()?.unwrap_or_default();
        let news = notices.into_iter().map(|Notice { title, words, at, heard, source, .. }| News {
            title,
            words,
            at: at.unwrap_or_else(|| step(heard)),
            source,
        });
        let mut news: Vec<News> = news.collect();
        news.sort_by_key(|one| Reverse(one.at));
        news.truncate(MOST_NEWS);
        Ok(news)
    }
}

/// In steps, so that a quiet night changes no page every minute.
fn step(heard: Timestamp) -> Timestamp {
    Timestamp::from_second(heard.as_second() / STEP * STEP).unwrap_or(heard)
}

impl Desk for Watch {
    type Job = Look;

    const NAME: &'static str = "desk-alerts";

    fn gather(waiting: &mut Vec<Look>) {
        // One look answers all who ask; only for which town must not be lost.
        let town = waiting.iter().rev().find(|look| matches!(look, Look::For(_))).cloned();
        let last = waiting.pop();
        *waiting = town.or(last).into_iter().collect();
    }

    fn work(&mut self, look: &Look) -> Vec<Report> {
        if let Look::For(town) = look {
            self.asked.set(town.clone());
            self.told = None;
        }
        match self.look() {
            Ok(found) if self.told.as_deref() == Some(&found) => vec![],
            Ok(found) => {
                let found = Arc::new(found);
                self.told = Some(Arc::clone(&found));
                vec![Report::Situation(found)]
            }
            // What stood before stands on; the part says what is wrong.
            Err(err) => vec![Report::Part(Part::degraded("alerts", "failed", err.to_string()))],
        }
    }

    fn failed(_: Look) -> Option<Report> {
        None
    }

    /// Set up again after a fault, it tells at once what stands, without waiting for the next minute.
    fn first(&mut self) -> Vec<Report> {
        if self.asked.get().is_some() { self.work(&Look::Minute) } else { vec![] }
    }
}
