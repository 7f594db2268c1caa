//! The kiosk without window, disk and voice: the app's own model, with the shipped content answered at once.

use crate::stage::Set;
use engawa::app::{self, Model, Msg};
use engawa::clock::{Clock as _, SetClock};
use engawa::config::{Config, Mode, Own};
use engawa::content::{self, NoReadings, Pack, Readings};
use engawa::job::{Answer, Hit, Job, Printers, Report, SAMPLE, StoreJob, Typed};
use engawa::phone::{self, Course};
use engawa::place;
use engawa::procedure;
use engawa::screens::{Place, RubyShown, Screen};
use engawa::store::{self, PlaceFile, Store};
use engawa::voice::FrontEnd;
use engawa::words::{Tongue, Words};
use std::error::Error;
use std::path::PathBuf;
use std::sync::Arc;

type Fault = Box<dyn Error>;

/// What is to be opened, and how.
pub(crate) struct Visit<'a> {
    pub(crate) place: &'a Place,
    pub(crate) set: &'a Set,
    /// Which of the sizes of the panel, from 0.
    pub(crate) size: usize,
    pub(crate) mode: Mode,
    /// The town of the kiosk; empty for none.
    pub(crate) town: &'a str,
    /// Files of open data to be looked at instead of the sample.
    pub(crate) data: &'a [PathBuf],
}

/// A morning in autumn, so that two pictures of one page are equal.
const NOW: &str = "2026-11-21T10:05:00+09:00";

/// A kiosk with what it knows.
pub(crate) struct House {
    pub(crate) model: Model,
    store: Store,
}

pub(crate) fn open(visit: &Visit<'_>) -> Result<House, Fault> {
    let clock = Arc::new(SetClock::new(NOW.parse()?, true));
    let (files, spoken) = (content::shipped(), readings());
    let (mut pack, _) = content::build(&files, spoken.as_ref());
    let (navigators, _) = procedure::read(&files, spoken.as_ref());
    pack.extras.extend(navigators.iter().filter_map(|one| one.extras(spoken.as_ref())).flatten());
    let mut store = Store::in_memory(Arc::clone(&clock) as _)?;
    store.show_instead(&pack)?;
    let (made_from, places) = (place::sample_bytes(), place::sample());
    store.put_places(
        &PlaceFile { source: SAMPLE, made_from: &made_from, places: &places, read: None },
        readings().as_ref(),
    )?;
    for path in visit.data {
        let (name, bytes) = (path.display().to_string(), std::fs::read(path)?);
        let import = place::import(&name, &bytes, None, None).map_err(|refusal| refusal.why.en)?;
        let file = PlaceFile { source: &name, made_from: &bytes, places: &import.places, read: None };
        store.put_places(&file, readings().as_ref())?;
    }
    let set = visit.set;
    let start = app::Start {
        config: Arc::new(Config::default().in_town(visit.town)),
        own: Own::default(),
        words: Words::shipped(&set.tongue),
        mode: visit.mode,
        now: clock.now(),
        panel: set.panel(),
        troubles: vec![],
    };
    let mut model = Model::new(start);
    model.settings.size = visit.size;
    model.settings.ruby = if set.ruby { RubyShown::Yes } else { RubyShown::No };
    tell(&mut model, &store, Msg::Begin(visit.place.clone()))?;
    Ok(House { model, store })
}

impl House {
    /// Shows a screen in one of its moods.
    pub(crate) fn show(&mut self, name: &str) -> Result<(), Fault> {
        let all = Screen::all(&Pack::default(), &self.model.view());
        let names = all.iter().map(|sample| sample.name).collect::<Vec<_>>().join(", ");
        let sample = all.into_iter().find(|sample| sample.name == name);
        let sample = sample.ok_or_else(|| format!("no sample {name}; there are {names}"))?;
        self.model.standing.wall = Some(Screen::sample_wall(&self.model.view()));
        (self.model.standing.mode, self.model.screen, self.model.overlay) =
            (sample.mode, sample.screen, sample.overlay);
        Ok(())
    }

    /// Presses a control of what is shown.
    pub(crate) fn press(&mut self, id: &str) -> Result<(), Fault> {
        let page = app::page(&self.model);
        let names = || page.controls().map(|control| control.id.to_string()).collect::<Vec<_>>().join(", ");
        let control = page.control(id).ok_or_else(|| format!("no {id} on this page; there are {}", names()))?;
        let msg = control.msg.clone().ok_or("it cannot be pressed now")?;
        tell(&mut self.model, &self.store, msg)
    }
}

/// The Japanese front end where `script/voice` has made its dictionary, so that every kanji has its reading; else what authors wrote.
fn readings() -> Box<dyn Readings> {
    let folder = std::env::var_os("ENGAWA_VOICE").unwrap_or_else(|| "target/voice".into());
    match FrontEnd::load(folder.as_ref()) {
        Ok(front) => Box::new(front),
        Err(_) => Box::new(NoReadings),
    }
}

/// Applies a message, and everything that follows from it.
fn tell(model: &mut Model, store: &Store, msg: Msg) -> Result<(), Fault> {
    let mut jobs = app::update(model, msg);
    while let Some(job) = jobs.pop() {
        if let Job::Store { visit, job } = job {
            let answer = answer(store, job)?;
            jobs.extend(app::update(model, Msg::Report(Report::Store { visit, answer })));
        }
    }
    Ok(())
}

fn answer(store: &Store, job: StoreJob) -> Result<Answer, Fault> {
    Ok(match job {
        StoreJob::Words(tongue) => Answer::Words(Words::shipped(&tongue)),
        StoreJob::Shelf { groups, tongue } => {
            let entries = store.shelf(&groups, &tongue)?.into();
            Answer::Shelf { groups, entries }
        }
        StoreJob::Guide { id, tongue } => {
            let guide = store.guide(&id, &tongue)?.map(Arc::new);
            Answer::Guide { id, guide }
        }
        StoreJob::Search { words, tongue } => {
            let hits = found(store, &words.0, &tongue)?;
            Answer::Found { words, hits }
        }
        StoreJob::Sources(_) => Answer::Sources(store.credits()?.into()),
        StoreJob::Places => Answer::Places(store.stocks()?),
        StoreJob::Near(wanted) => Answer::Near(Arc::new(store.near(&wanted)?)),
        StoreJob::Spot { id, from } => {
            let near = store.spot(&id, from)?;
            Answer::Spot { id, near }
        }
        StoreJob::Navigator(id) => {
            let navigator = store.navigator(&id)?.map(Arc::new);
            Answer::Navigator { id, navigator }
        }
        StoreJob::Lessons => Answer::Lessons(course().listed().into()),
        StoreJob::Lesson(id) => {
            let Course { world, lessons } = course();
            let lessons: Vec<_> = lessons.into_iter().filter(|lesson| lesson.id == id).collect();
            let course = Some(Arc::new(Course { world, lessons }));
            Answer::Lesson { id, course }
        }
        StoreJob::Buildings(typed) => {
            let (found, all) = store.buildings(&typed.0, 12)?;
            Answer::Buildings { typed, found: found.into_iter().map(Arc::new).collect(), all }
        }
        StoreJob::Printers => Answer::Printers(Printers::Known(vec![])),
        StoreJob::Keep { .. } => Answer::Kept,
        StoreJob::DrawPin(_) => Answer::Drawn(Typed("402857".to_owned())),
        StoreJob::SetPin { .. } => Answer::PinSet,
        job => Answer::Trouble(job),
    })
}

/// The practice phone with its lessons.
fn course() -> Course {
    phone::read(&phone::shipped(), readings().as_ref()).0
}

fn found(store: &Store, words: &str, tongue: &Tongue) -> Result<Vec<Hit>, Fault> {
    let hits = store.search(words, tongue, 20)?.into_iter();
    Ok(hits.map(hit).collect())
}

fn hit(hit: store::Hit) -> Hit {
    Hit { kind: hit.kind, id: hit.id.into(), title: hit.title, snippet: hit.snippet.set_off(&hit.marked) }
}
