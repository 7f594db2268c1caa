//! A kiosk without window and voice for the tests: the real model and the real store, whose answers come at once.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it stands")]

use crate::screens::{PACK, kiosk, kiosk_of};
use engawa::{
    app::{self, Model, Msg},
    clock::{Clock as _, Now, SetClock},
    content::{self, Extra, Item, NoReadings, Pack},
    job::{Job, Look, Parts, Print, Printers, Report, ShellJob, Visit},
    lay::{Measure, Panel},
    page::{Control, Page},
    phone, place, procedure,
    reading::Order,
    screens::Place,
    store::{PlaceFile, Store},
    words::{Tongue, Words},
    work::{Furnish, Keeper, Keeping, Stocking, StoreDesk as _},
};
use std::{
    collections::VecDeque,
    path::Path,
    sync::{Arc, LazyLock},
    time::Duration,
};

/// What the program carries: what is read, in three tongues, and what is practised. Each test furnishes a store of its own, and every tongue more
/// would add to each of them.
fn whole() -> Pack {
    static EXTRAS: LazyLock<Vec<Extra>> =
        LazyLock::new(|| phone::read(&phone::shipped(), &NoReadings).0.extras(&NoReadings).unwrap());
    static ITEMS: LazyLock<Vec<Item>> = LazyLock::new(|| {
        let tongues = [Tongue::JA, Tongue::JA_SIMPLE, Tongue::EN];
        PACK.items.iter().filter(|item| tongues.contains(&item.guide.tongue)).cloned().collect()
    });
    Pack { extras: EXTRAS.clone(), items: ITEMS.clone(), ..PACK.clone() }
}

/// What is asked of the town and at its counters, in Japanese: the navigators with their cards, and no more than a few guides.
fn counters() -> Pack {
    static COUNTERS: LazyLock<Pack> = LazyLock::new(|| {
        let navigators = procedure::read(&content::shipped(), &NoReadings).0;
        let extras = navigators.iter().flat_map(|one| one.extras(&NoReadings).unwrap());
        let items = PACK.items.iter().filter(|item| item.guide.tongue == Tongue::JA).take(20).cloned().collect();
        Pack { extras: extras.filter(|extra| extra.tongue == Tongue::JA).collect(), items, ..PACK.clone() }
    });
    COUNTERS.clone()
}

pub(crate) const FULL_HD: Panel = Panel { w: 344.0, h: 194.0 };

pub(crate) struct Household {
    pub(crate) model: Model,
    keeper: Keeper,
    clock: Arc<SetClock>,
    /// What the voice was told to say or to stop saying.
    pub(crate) voice: Vec<Order>,
    /// What the desk that watches over telegrams was asked.
    pub(crate) looks: Vec<Look>,
    /// What was to be printed.
    pub(crate) prints: Vec<(Visit, Print)>,
    /// How often the shell was asked to begin anew.
    pub(crate) ended: usize,
    /// Goes away with the kiosk.
    home: tempfile::TempDir,
}

impl Household {
    pub(crate) fn new() -> Self {
        Self::in_tongue(&Tongue::JA)
    }

    pub(crate) fn in_tongue(tongue: &Tongue) -> Self {
        let home = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::new("2026-11-21T01:05:00Z".parse().unwrap(), true));
        let keeper = Keeper::open(keeping(home.path(), &clock));
        let mut model = kiosk(tongue, FULL_HD);
        // Nothing hangs on its board yet.
        model.standing.wall = None;
        Self { model, keeper, clock, voice: vec![], looks: vec![], prints: vec![], ended: 0, home }
    }

    /// With what is asked at the counters of the town.
    pub(crate) fn of_counters() -> Self {
        let mut house = Self::new();
        let home = tempfile::tempdir().unwrap();
        let furnish = Furnish { recipe: Arc::new(|| b"the counters".to_vec()), build: Arc::new(|| Ok(counters())) };
        house.keeper = Keeper::open(Keeping { furnish, ..keeping(home.path(), &house.clock) });
        house.home = home;
        house
    }

    /// Gives staff a number to open their door with.
    pub(crate) fn with_pin(pin: &str) -> Self {
        let mut house = Self::new();
        let home = tempfile::tempdir().unwrap();
        let (mut store, _) = Store::open(home.path(), Arc::clone(&house.clock) as _).unwrap();
        store.set_pin(pin).unwrap();
        drop(store);
        house.keeper = Keeper::open(keeping(home.path(), &house.clock));
        house.home = home;
        house
    }

    /// The same kiosk after its power was cut.
    pub(crate) fn restarted(&self) -> Self {
        let home = tempfile::tempdir().unwrap();
        for file in std::fs::read_dir(self.home.path()).unwrap().map(Result::unwrap) {
            std::fs::copy(file.path(), home.path().join(file.file_name())).ok();
        }
        let (clock, keeper) = (Arc::clone(&self.clock), Keeper::open(keeping(home.path(), &self.clock)));
        let own = keeper.own().unwrap_or_default();
        let mut model = kiosk_of(own, &Tongue::JA, FULL_HD);
        model.standing.wall = None;
        Self { model, keeper, clock, voice: vec![], looks: vec![], prints: vec![], ended: 0, home }
    }

    /// What is on its disk.
    pub(crate) fn kept(&self) -> Store {
        Store::open_to_read(self.home.path(), Arc::clone(&self.clock) as _).unwrap()
    }

    /// Something is hung up by somebody else, before anybody comes to the kiosk.
    pub(crate) fn post(&mut self, post: engawa::job::Post) {
        let answer = self.keeper.answer(&engawa::job::StoreJob::Post(post));
        self.report(self.model.visit, answer);
    }

    /// A town brings a file of open data.
    pub(crate) fn bring(&self, source: &str, text: &str) {
        let places = place::import(source, text.as_bytes(), None, None).unwrap().places;
        let file = PlaceFile { source, made_from: text.as_bytes(), places: &places, read: None };
        Store::put_places_in(self.home.path(), &*self.clock, &file, &NoReadings).unwrap();
    }

    pub(crate) fn tell(&mut self, msg: Msg) {
        let mut jobs: VecDeque<Job> = app::update(&mut self.model, msg).into();
        while let Some(job) = jobs.pop_front() {
            match job {
                Job::Store { visit, job } => {
                    let answer = self.keeper.answer(&job);
                    jobs.extend(app::update(&mut self.model, Msg::Report(Report::Store { visit, answer })));
                }
                Job::Voice(order) => self.voice.push(order),
                Job::Shell(ShellJob::EndVisit) => self.ended += 1,
                Job::Look(look) => self.looks.push(look),
                Job::Print { visit, print } => self.prints.push((visit, *print)),
                Job::Shell(ShellJob::Card(_)) => {}
            }
        }
    }

    pub(crate) fn page(&self) -> Page<Msg> {
        app::page(&self.model)
    }

    pub(crate) fn press(&mut self, id: &str) {
        let page = self.page();
        let msg = page.control(id).and_then(|control: &Control<Msg>| control.msg.clone());
        let there = || page.controls().map(|control| control.id.to_string()).collect::<Vec<_>>().join(" ");
        self.tell(msg.unwrap_or_else(|| panic!("no `{id}` among {}", there())));
    }

    /// Presses kana on the glass.
    pub(crate) fn type_in(&mut self, text: &str) {
        for c in text.chars() {
            self.press(&match c {
                '゛' => "key/marks".to_owned(),
                '小' => "key/small".to_owned(),
                c => format!("key/{c}"),
            });
        }
    }

    pub(crate) fn wait(&mut self, seconds: u64) {
        self.pass(Duration::from_secs(seconds));
    }

    pub(crate) fn pass(&mut self, time: Duration) {
        self.clock.advance(time);
        let Now { at, trusted } = self.clock.now();
        self.tell(Msg::Tick { now: Now { at, trusted }, running: self.clock.running() });
    }

    pub(crate) fn here(&self) -> Place {
        self.model.walk.here()
    }

    /// Everything on the page, as it is read.
    pub(crate) fn text(&self) -> String {
        self.page().script().iter().map(|said| said.line.plain()).collect::<Vec<_>>().join("\n")
    }

    /// What the voice was told last.
    pub(crate) fn said(&self) -> Option<String> {
        match self.voice.last()? {
            Order::Say(said) => Some(said.line.plain()),
            Order::Hush => None,
        }
    }

    pub(crate) fn ticket(&self) -> u64 {
        match self.voice.last() {
            Some(Order::Say(said)) => said.ticket,
            other => panic!("{other:?}"),
        }
    }

    /// Each control of the page with the leaf it stands on.
    pub(crate) fn controls(&self, measure: &mut dyn Measure) -> Vec<(usize, Control<Msg>)> {
        let leaves = app::leaves(&self.model, &self.page(), measure);
        let on = |(n, leaf): (usize, &Page<Msg>)| leaf.controls().map(|c| (n, c.clone())).collect::<Vec<_>>();
        leaves.iter().enumerate().flat_map(on).filter(|(_, c)| !c.id.starts_with("turn/")).collect()
    }

    pub(crate) fn report(&mut self, visit: Visit, answer: engawa::job::Answer) {
        self.tell(Msg::Report(Report::Store { visit, answer }));
    }
}

pub(crate) fn keeping(home: &Path, clock: &Arc<SetClock>) -> Keeping {
    Keeping {
        home: home.to_owned(),
        clock: Arc::clone(clock) as _,
        boot: Some("since this morning".to_owned()),
        furnish: Furnish { recipe: Arc::new(|| b"the shipped content".to_vec()), build: Arc::new(|| Ok(whole())) },
        stocking: Stocking::default(),
        words: Arc::new(Words::shipped),
        templates: Arc::new(|| engawa::job::Wall::templates(&content::shipped()).0),
        printers: Arc::new(|| Printers::Known(vec!["Office-2".to_owned()])),
        parts: Arc::new(Parts::default),
    }
}
