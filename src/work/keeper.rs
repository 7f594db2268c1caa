//! The one who keeps the store: opens it, fills it with what the program carries, and answers from it. Whatever the disk is like,
//! something can be read.

use super::{Stocking, StoreDesk, town};
use crate::{
    board::{Role, Templates},
    clock::Clock,
    config::{Change, Mode, Own},
    content::{Pack, PackError},
    job::{Answer, HITS, Hand, Hit, Part, Parts, Printers, StoreJob, Typed, Wall},
    store::{self, Event, FirstPin, Store, StoreError, Trouble},
    words::{Tongue, Words},
};
use smol_str::SmolStr;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// What the keeper needs to know.
#[derive(Clone)]
pub struct Keeping {
    pub home: PathBuf,
    pub clock: Arc<dyn Clock>,
    /// Names the time since the machine was switched on; `None` where the system does not tell.
    pub boot: Option<String>,
    /// What the program carries.
    pub furnish: Furnish,
    /// Which places there are before anybody brings any.
    pub stocking: Stocking,
    /// The templates of notices.
    pub templates: Arc<dyn Fn() -> Templates + Send + Sync>,
    /// The words of the kiosk in a tongue, with what the town brings.
    pub words: Arc<dyn Fn(&Tongue) -> Words + Send + Sync>,
    /// Which printers the machine knows; may take seconds.
    pub printers: Arc<dyn Fn() -> Printers + Send + Sync>,
    /// What is known about the other parts, and what to put right in files.
    pub parts: Arc<dyn Fn() -> Parts + Send + Sync>,
}

impl Keeping {
    /// What the town of the kiosk offers is found from now on, in every tongue that the kiosk speaks.
    fn tell_of_town(&self, store: &mut Store) -> Result<(), StoreError> {
        let config = self.stocking.config.with(&store.own()?);
        let words = || Words::tongues().into_iter().map(|tongue| (self.words)(&tongue));
        let all: Vec<_> = config.town.iter().flat_map(|town| words().flat_map(|w| town::extras(town, &w))).collect();
        store.tell_of_town(&all)
    }
}

/// Builds the built-in content.
pub type Build = Arc<dyn Fn() -> Result<Pack, PackError> + Send + Sync>;

/// Names all that the built-in content is made of. Asked at every start, so it must not read what it names.
pub type Recipe = Arc<dyn Fn() -> Vec<u8> + Send + Sync>;

/// The built-in content: what it is made of, and how it is built when it is not there yet.
#[derive(Clone)]
pub struct Furnish {
    pub recipe: Recipe,
    pub build: Build,
}

/// The keeper at work.
pub struct Keeper {
    keeping: Keeping,
    store: Option<Store>,
    /// What has not been told yet.
    news: Vec<Part>,
    /// All that is the matter.
    troubles: Vec<Part>,
    /// Read when they are first asked for.
    templates: Option<Arc<Templates>>,
}

impl Keeper {
    /// Opens the store. Never fails: what cannot be kept on the disk is kept in memory, and says so.
    pub fn open(keeping: Keeping) -> Self {
        let (home, clock) = (keeping.home.clone(), Arc::clone(&keeping.clock));
        let mut keeper = Self { keeping, store: None, news: vec![], troubles: vec![], templates: None };
        keeper.store = match Store::open(&home, Arc::clone(&clock)) {
            Ok((store, troubles)) => {
                keeper.add(troubles.iter().map(trouble));
                Some(store)
            }
            Err(err) => {
                let key = if matches!(err, StoreError::Busy(_)) { "busy" } else { "in-memory" };
                keeper.add([Part::degraded("store", key, err.to_string())]);
                Store::in_memory(clock).ok()
            }
        };
        keeper.believe_the_clock();
        keeper.furnish();
        keeper.stock();
        keeper
    }

    /// As long as the machine was not without power, what staff said about the clock still holds.
    fn believe_the_clock(&self) {
        let Keeping { boot, clock, .. } = &self.keeping;
        let kept =
            |boot: &String| self.store.as_ref().is_some_and(|store| store.is_clock_trusted(boot).unwrap_or(false));
        if boot.as_ref().is_some_and(kept) {
            clock.trust();
        }
    }

    fn furnish(&mut self) {
        let Furnish { recipe, build } = self.keeping.furnish.clone();
        let Some(store) = &mut self.store else { return };
        match store.furnish(&recipe(), || build()) {
            Ok(troubles) => self.add(troubles.iter().map(trouble)),
            Err(err) => self.add([Part::degraded("content", "failed", err.to_string())]),
        }
    }

    fn stock(&mut self) {
        let Some(store) = &mut self.store else { return };
        if let Err(err) = self.keeping.stocking.samples(store) {
            self.add([Part::degraded("places", "failed", err.to_string())]);
        }
    }

    fn add(&mut self, parts: impl IntoIterator<Item = Part>) {
        for part in parts {
            if !self.troubles.contains(&part) {
                self.troubles.push(part.clone());
                self.news.push(part);
            }
        }
    }

    fn ask(&mut self, job: &StoreJob) -> Result<Answer, StoreError> {
        let Some(store) = &mut self.store else { return Ok(Answer::Trouble(job.clone())) };
        Ok(match job {
            StoreJob::Words(tongue) => Answer::Words((self.keeping.words)(tongue)),
            StoreJob::Shelf { groups, tongue } => {
                Answer::Shelf { groups: groups.clone(), entries: store.shelf(groups, tongue)?.into() }
            }
            StoreJob::Guide { id, tongue } => {
                Answer::Guide { id: id.clone(), guide: store.guide(id, tongue)?.map(Arc::new) }
            }
            StoreJob::Search { words, tongue } => {
                let hits = store.search(&words.0, tongue, HITS)?.into_iter().map(hit).collect();
                Answer::Found { words: words.clone(), hits }
            }
            StoreJob::Lessons => Answer::Lessons(store.lessons()?.into()),
            StoreJob::Lesson(id) => Answer::Lesson { id: id.clone(), course: store.course(id)?.map(Arc::new) },
            StoreJob::Navigator(id) => navigator(store, id)?,
            StoreJob::Sources(_) => Answer::Sources(store.credits()?.into()),
            StoreJob::Uses => Answer::Uses(Arc::new(store.uses()?)),
            StoreJob::Places => Answer::Places(store.stocks()?),
            StoreJob::Shelter(told) => store.tell_shelter(told).map(|()| Answer::Kept)?,
            StoreJob::Board => Answer::Board(self.wall()?),
            StoreJob::Post(post) => store.post(post, Role::Staff).and_then(|_| self.wall()).map(Answer::Board)?,
            StoreJob::Near(wanted) => Answer::Near(Arc::new(store.near(wanted)?)),
            StoreJob::Spot { id, from } => Answer::Spot { id: id.clone(), near: store.spot(id, *from)? },
            StoreJob::Pin(pin) => Answer::Pin(store.check_pin(&pin.0)?),
            StoreJob::Parts => Answer::Parts(self.parts()),
            StoreJob::Mode(mode) => {
                store.set_mode(*mode)?;
                Answer::Mode(*mode)
            }
            StoreJob::TrustClock => {
                self.keeping.clock.trust();
                match &self.keeping.boot {
                    Some(boot) => store.trust_clock(boot)?,
                    None => drop(store.ledger_append(&Event::ClockTrusted)?),
                }
                Answer::ClockTrusted
            }
            StoreJob::Keep { own, change } => {
                store.set_own(own, change)?;
                if matches!(change, Change::Town(_)) {
                    self.keeping.stocking.samples(store)?;
                    self.keeping.tell_of_town(store)?;
                }
                Answer::Kept
            }
            StoreJob::Density(px_per_mm) => {
                store.set_px_per_mm(*px_per_mm)?;
                Answer::Density(*px_per_mm)
            }
            StoreJob::Buildings(typed) => {
                let (found, all) = store.buildings(&typed.0, HITS)?;
                Answer::Buildings { typed: typed.clone(), found: found.into_iter().map(Arc::new).collect(), all }
            }
            StoreJob::Printers => Answer::Printers((self.keeping.printers)()),
            // Nobody should write a number on paper that will not count.
            StoreJob::DrawPin(Hand::First) if store.has_pin()? => Answer::PinTaken,
            StoreJob::DrawPin(_) => Answer::Drawn(Typed(Store::propose_pin()?)),
            StoreJob::SetPin { pin, hand } => set_pin(store, &pin.0, *hand)?,
        })
    }

    /// What hangs on the board, with the words for it.
    fn wall(&mut self) -> Result<Arc<Wall>, StoreError> {
        let make = &self.keeping.templates;
        let templates = Arc::clone(self.templates.get_or_insert_with(|| Arc::new(make())));
        let board = self.store.as_mut().map(Store::board).transpose()?.unwrap_or_default();
        Ok(Arc::new(Wall { board, templates }))
    }

    fn parts(&self) -> Parts {
        let mut found = (self.keeping.parts)();
        found.parts.retain(|part| !self.troubles.iter().any(|trouble| trouble.name == part.name));
        found.parts.extend(self.troubles.iter().cloned());
        found
    }
}

impl StoreDesk for Keeper {
    fn answer(&mut self, job: &StoreJob) -> Answer {
        self.ask(job).unwrap_or_else(|err| {
            self.add([Part::degraded("store", "failed", err.to_string())]);
            Answer::Trouble(job.clone())
        })
    }

    fn troubles(&mut self) -> Vec<Part> {
        std::mem::take(&mut self.news)
    }

    fn mode(&self) -> Option<Mode> {
        self.store.as_ref().and_then(|store| store.mode().ok().flatten())
    }

    fn own(&self) -> Option<Own> {
        self.store.as_ref().and_then(|store| store.own().ok())
    }

    fn board(&mut self) -> Option<Arc<Wall>> {
        self.wall().ok()
    }

    /// Looks at every page of the databases, and brings what is missing afterwards.
    fn rest(&mut self) {
        let Some(store) = &mut self.store else { return };
        match store.check() {
            Ok(troubles) => self.add(troubles.iter().map(trouble)),
            Err(err) => self.add([Part::degraded("store", "failed", err.to_string())]),
        }
        self.furnish();
        let refused = self.store.as_mut().map(|store| self.keeping.stocking.files(store)).unwrap_or_default();
        self.add(refused);
        let told = self.store.as_mut().map(|store| self.keeping.tell_of_town(store));
        if let Some(Err(err)) = told {
            self.add([Part::degraded("content", "failed", err.to_string())]);
        }
    }
}

fn navigator(store: &Store, id: &SmolStr) -> Result<Answer, StoreError> {
    Ok(Answer::Navigator { id: id.clone(), navigator: store.navigator(id)?.map(Arc::new) })
}

fn set_pin(store: &mut Store, pin: &str, hand: Hand) -> Result<Answer, StoreError> {
    let done = match hand {
        Hand::First => store.set_first_pin(pin)?,
        Hand::Staff => store.set_pin(pin).map(|()| FirstPin::Set)?,
    };
    Ok(match done {
        FirstPin::Set => Answer::PinSet,
        FirstPin::Taken => Answer::PinTaken,
    })
}

fn hit(hit: store::Hit) -> Hit {
    let store::Hit { kind, id, title, snippet, marked, .. } = hit;
    Hit { kind, id: id.into(), title, snippet: snippet.set_off(&marked) }
}

/// In the words of staff: the part, the key of what is the matter, and the file or the reason as they are.
fn trouble(trouble: &Trouble) -> Part {
    let part = |part: &store::Part| match part {
        store::Part::Content => "content",
        store::Part::State => "store",
        store::Part::Places => "places",
        store::Part::Alerts => "alerts",
    };
    let about = |path: &Path, why: &str| format!("{}: {why}", path.display());
    match trouble {
        Trouble::ReadOnly { part: of, path, why } => Part::degraded(part(of), "read-only", about(path, why)),
        Trouble::InMemory { part: of, path, why } => Part::degraded(part(of), "in-memory", about(path, why)),
        Trouble::SetAside { part: of, kept_as, why } => Part::degraded(part(of), "set-aside", about(kept_as, why)),
        Trouble::OtherVersion { part: of, path, why } => Part::degraded(part(of), "other-version", about(path, why)),
        Trouble::PackUnusable { path, why } => Part::degraded("content", "pack-unusable", about(path, why)),
        Trouble::LedgerBroken { at } => Part::degraded("store", "ledger-broken", at.to_string()),
    }
}
