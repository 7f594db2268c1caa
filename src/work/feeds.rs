//! The desk that brings disaster information: it asks the feeds when their time has come, looks into the folder of a stick, and rings the bell
//! when something new is there. Between two rounds it sleeps; of what has not changed nobody is told.

use super::{
    bell,
    desk::Out,
    rounds::{self, Closing, Rounds, Sleep},
};
use crate::{
    alert::Town,
    clock::Clock,
    config::{Asked, Config},
    job::Part,
    store::{StoreError, Telegrams},
    sync::{self, Asking, Fault, Parts, Patience, Round, Told, Transport, Web, When},
};
use jiff::civil::Date;
use std::{path::PathBuf, sync::Arc, time::Duration};

/// The name of its thread, and of its word.
const NAME: &str = "desk-feeds";
/// A folder is looked at so often; a file that came is there at most this late.
const LOOK: Duration = Duration::from_secs(20);

/// Makes the one who asks the network, on the thread of the desk.
pub type MakeTransport = Arc<dyn Fn() -> Box<dyn Transport> + Send + Sync>;

/// How long the desk sleeps.
#[derive(Clone, Copy, Debug)]
pub struct Rests {
    /// Before anybody is asked: the first page stands by then.
    pub first: Duration,
    /// Between two rounds at least, whatever the clock does meanwhile.
    pub shortest: Duration,
    /// After a fault of the desk itself, and while nobody is to be asked.
    pub pause: Duration,
}

impl Default for Rests {
    fn default() -> Self {
        Self { first: Duration::from_secs(4), shortest: Duration::from_secs(2), pause: Duration::from_mins(1) }
    }
}

/// What the desk needs to know.
#[derive(Clone)]
pub struct Feeding {
    pub home: PathBuf,
    pub clock: Arc<dyn Clock>,
    /// The kiosk's file, with what staff set; asked before every round, since they may choose another town.
    pub config: Arc<dyn Fn() -> Config + Send + Sync>,
    pub transport: MakeTransport,
    pub rests: Rests,
}

impl Feeding {
    /// Over the network.
    pub fn over_the_web(home: PathBuf, clock: Arc<dyn Clock>, config: Arc<dyn Fn() -> Config + Send + Sync>) -> Self {
        let transport: MakeTransport = Arc::new(|| Box::new(Web::new(Patience::default())));
        Self { home, clock, config, transport, rests: Rests::default() }
    }
}

/// Sets up the desk on a thread of its own.
pub(super) fn open(out: &Out, feeding: Feeding) -> Closing {
    let sleep = Sleep { first: feeding.rests.first, fault: feeding.rests.pause };
    rounds::open(out, NAME, sleep, move || Seat::new(feeding.clone()))
}

struct Seat {
    feeding: Feeding,
    transport: Box<dyn Transport>,
    parts: Parts,
    /// Opened when it is first wanted.
    store: Option<Telegrams>,
    /// On which day what is old was thrown away.
    swept: Option<Date>,
    /// Why the feeds could not be heard in the last round in which any was asked.
    unheard: Option<String>,
    /// Why what the town publishes could not be had.
    missing: Option<String>,
}

impl Seat {
    fn new(feeding: Feeding) -> Self {
        let (transport, parts) = ((feeding.transport)(), Parts::of(&feeding.home));
        Self { feeding, transport, parts, store: None, swept: None, unheard: None, missing: None }
    }

    fn all(&mut self, config: &Config, store: &mut Telegrams) -> Result<Duration, StoreError> {
        let (mut pause, mut new) = (self.feeding.rests.pause, 0);
        let town = config.town.as_ref().and_then(|town| Town::parse(&town.code));
        if let Some(folder) = &config.feeds.folder {
            new += sync::look(folder, store, self.feeding.clock.now())?.new;
            pause = pause.min(LOOK);
        }
        if let Some(town) = town.filter(|_| config.feeds.asked == Asked::Yes) {
            let (told, rest) = self.feeds(config, &town, store)?;
            new += told.new;
            pause = pause.min(rest);
        }
        // What endangers people is on the page before anything else is asked for.
        if new > 0 {
            bell::ring(&self.feeding.home, bell::News::Telegrams);
        }
        self.town(config, store)?;
        self.sweep(store)?;
        Ok(pause.max(self.feeding.rests.shortest))
    }

    fn feeds(&mut self, config: &Config, town: &Town, store: &mut Telegrams) -> Result<(Told, Duration), StoreError> {
        let mut luck = sync::luck;
        let mut round = Round {
            transport: &*self.transport,
            parts: &self.parts,
            town,
            base: &config.feeds.base,
            most: config.feeds.day(),
            clock: &*self.feeding.clock,
            luck: &mut luck,
        };
        let told = round.make(store, When::Due)?;
        if !told.feeds.is_empty() {
            self.unheard = told.feeds.iter().find_map(|feed| feed.why.clone()).filter(|_| told.all_failed());
        }
        let rest = round.rest(store)?;
        Ok((told, rest))
    }

    /// The town's own news and data.
    fn town(&mut self, config: &Config, store: &mut Telegrams) -> Result<(), StoreError> {
        let mut luck = sync::luck;
        let mut asking = Asking {
            transport: &*self.transport,
            parts: &self.parts,
            clock: &*self.feeding.clock,
            most: config.feeds.day(),
            luck: &mut luck,
        };
        let mut wrong: Option<Fault> = None;
        for url in &config.feeds.notices {
            wrong = asking.news(url, store)?.or(wrong);
        }
        if let Some(url) = &config.places.url {
            wrong = asking.data(url, &self.feeding.home, store)?.or(wrong);
        }
        self.missing = wrong.map(|fault| fault.to_string());
        Ok(())
    }

    fn sweep(&mut self, store: &mut Telegrams) -> Result<(), StoreError> {
        let now = self.feeding.clock.now();
        let today = Some(now.jst().date());
        if self.swept != today {
            store.sweep(now)?;
            self.swept = today;
        }
        Ok(())
    }
}

impl Rounds for Seat {
    /// Asks whoever is to be asked now.
    fn round(&mut self) -> Result<Duration, StoreError> {
        let config = (self.feeding.config)();
        if !config.feeds.is_on() && config.places.url.is_none() {
            return Ok(self.feeding.rests.pause);
        }
        let mut store = match self.store.take() {
            Some(store) => store,
            None => Telegrams::open(&self.feeding.home)?,
        };
        let pause = self.all(&config, &mut store);
        self.store = Some(store);
        pause
    }

    fn trouble(&self) -> Option<Part> {
        let unheard = self.unheard.as_ref().map(|why| Part::degraded(NAME, "unheard", why.clone()));
        unheard.or_else(|| self.missing.as_ref().map(|why| Part::degraded(NAME, "town-unheard", why.clone())))
    }
}
