//! The first start: eight questions, one a page, that turn a machine out of its box into the kiosk of a place. Each can be put off, each can be
//! gone back to, what was answered holds at once, and how far one has come is kept. Staff open the same pages one by one later.

mod answer;
mod card;
mod name;
mod number;
mod pages;
mod place;
pub(super) mod samples;
mod town;
mod write;

pub use card::{CARD, Grow, Outline};
pub use number::Number;
pub(super) use pages::name as step_name;
pub(super) use place::building_name;

use super::{Event, Loaded, Place, Setting, View, keys};
use crate::{
    config::{Change, Said, Setup, Step},
    job::{Hand, Printers, Spot, StoreJob, Typed},
    page::Page,
    reading::Volume,
    words::{Line, Offered, Tongue},
};
use keys::{Key, Keys};
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub at: At,
    pub way: Way,
    pub asks: Asks,
    pub typed: Typed,
    pub keys: Keys,
    pub card: Outline,
    /// A staff number that was drawn and is not confirmed yet.
    pub secret: Typed,
    /// On whose word a number is set.
    pub hand: Hand,
    /// Buildings of the town's data, of which this may be one.
    pub buildings: Loaded<Buildings>,
    pub printers: Loaded<Printers>,
    /// Every tongue by its own name.
    tongues: Vec<(Tongue, Line)>,
}

/// What the town's data know of buildings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Buildings {
    /// The first of those that answer to what was typed.
    pub found: Vec<Arc<Spot>>,
    /// How many there are, whatever was typed.
    pub all: usize,
}

/// Which question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Step(Step),
    /// All were asked.
    Done,
}

/// How one came here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By itself: one question after the other.
    First,
    /// From the staff page: one question, and back there.
    Staff,
    /// By its address: one question, and home.
    Alone,
}

/// What is asked within a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asks {
    #[default]
    First,
    /// What kind of building.
    Building,
    /// The way from the entrance.
    Entrance,
    /// With the keyboard.
    Write(Text),
    /// How to set the clock of the machine.
    Clock,
    /// What to look at when nothing is heard.
    Silence,
    Number(Number),
}

/// What is written with the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    Town,
    Name,
    Entrance,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// On to the next question, with nothing said.
    Next,
    Back,
    Ask(Asks),
    Keep(Change),
    /// Keeps it and goes on.
    Settle(Change),
    Key(Key),
    Grow(Grow),
    /// The outline is as large as the card.
    Fits,
    TrustClock,
    /// Say a sentence.
    Sample,
    Volume(Volume),
    /// It was heard, so loud.
    Heard(Volume),
    Draw,
    /// It is called so, and is none of the buildings of the town's data.
    Named(String),
    /// It is one of the buildings of the town's data.
    Stands(Arc<Spot>),
    /// Look for printers once more.
    Look,
    /// Puts all of it off and opens the kiosk.
    Later,
    /// All is done.
    Finish,
}

impl State {
    /// `step`: one question alone; none begins where it was left.
    pub fn new(step: Option<Step>, view: &View<'_>) -> Self {
        let left = view.standing.own.setup.step().unwrap_or_default();
        let way = if step.is_some() { Way::Alone } else { Way::First };
        Self::at(step.unwrap_or(left), way, view)
    }

    /// One question, for staff.
    pub fn staff(step: Step, view: &View<'_>) -> Self {
        Self::at(step, Way::Staff, view)
    }

    fn at(step: Step, way: Way, view: &View<'_>) -> Self {
        let own_name = |offered: &Offered| (offered.tongue.clone(), offered.name.clone());
        Self {
            at: At::Step(step),
            way,
            asks: Asks::First,
            typed: Typed::default(),
            keys: Keys::new(view),
            card: Outline::default(),
            secret: Typed::default(),
            hand: Hand::default(),
            buildings: Loaded::Waiting,
            printers: Loaded::Waiting,
            tongues: view.standing.offered().map(own_name).collect(),
        }
    }

    /// Nothing of the page before is left, least of all a number.
    fn ask(&mut self, asks: Asks) -> Vec<Event> {
        (self.asks, self.card) = (asks, Outline::default());
        self.typed = Typed::default();
        self.keys.row = None;
        if !matches!(asks, Asks::Number(_)) {
            self.secret = Typed::default();
        }
        vec![Event::Anew, Event::Fetch]
    }

    fn open(&mut self, at: At) -> Vec<Event> {
        (self.at, self.hand) = (at, Hand::default());
        let setup = match at {
            At::Step(step) => Setup::At(step),
            At::Done => Setup::Done,
        };
        let mut events = self.ask(Asks::First);
        if self.way == Way::First {
            events.push(Event::Keep(Change::Setup(setup)));
        }
        events
    }

    /// A place is a name, a kind and a way; the other questions are one page.
    fn next(&mut self) -> Vec<Event> {
        let At::Step(step) = self.at else { return vec![] };
        match (step, self.asks) {
            (Step::Place, Asks::First | Asks::Write(Text::Name)) => self.ask(Asks::Building),
            (Step::Place, Asks::Building) => self.ask(Asks::Entrance),
            _ => match self.way {
                Way::First => self.open(step.next().map_or(At::Done, At::Step)),
                Way::Staff => vec![Event::Enter],
                Way::Alone => vec![Event::Go(Place::Home)],
            },
        }
    }

    fn back(&mut self) -> Vec<Event> {
        match (self.at, self.asks, self.way) {
            (_, Asks::Write(Text::Entrance), _) => self.ask(Asks::Entrance),
            (_, Asks::Entrance, _) => self.ask(Asks::Building),
            (At::Step(step), Asks::First, Way::First) => match step.back() {
                Some(before) => self.open(At::Step(before)),
                None => vec![],
            },
            (_, Asks::First, Way::Staff) => vec![Event::Enter],
            (_, Asks::First, Way::Alone) => vec![Event::Go(Place::Home)],
            (At::Done, ..) => self.open(At::Step(Step::Number)),
            _ => self.ask(Asks::First),
        }
    }

    /// Whether going back stays on this screen or goes to the staff page.
    pub fn goes_back(&self) -> bool {
        self.way == Way::Staff
            || self.asks != Asks::First
            || self.at != At::Step(Step::Tongue) && self.way == Way::First
    }

    pub(super) const fn waits(&self) -> bool {
        matches!(self.asks, Asks::Number(Number::Drawing))
    }

    /// A number is asked of whoever shows that they know the one there is.
    fn draw(&mut self) -> Vec<Event> {
        let hand = if self.way == Way::Staff { Hand::Staff } else { self.hand };
        self.hand = hand;
        let asked = self.ask(Asks::Number(Number::Drawing));
        with(Event::Ask(StoreJob::DrawPin(hand)), asked)
    }

    pub(super) fn types(&self) -> bool {
        matches!(self.asks, Asks::Write(_) | Asks::Number(Number::Confirm | Number::Differs | Number::Old(_)))
    }
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Next => state.next(),
        Msg::Back => state.back(),
        Msg::Ask(Asks::Number(Number::Shown)) => {
            // Once more: what was typed is wrong or not written down.
            state.typed = Typed::default();
            state.asks = Asks::Number(Number::Shown);
            vec![Event::Anew]
        }
        Msg::Ask(asks) => state.ask(asks),
        Msg::Keep(change) => vec![Event::Keep(change)],
        Msg::Settle(change) => with(Event::Keep(change), state.next()),
        Msg::Key(key) => state.key(key),
        Msg::Grow(grow) => {
            state.card.grow(grow);
            vec![]
        }
        Msg::Fits => with(Event::Measured(state.card.ratio()), state.next()),
        Msg::TrustClock => with(Event::Ask(StoreJob::TrustClock), state.next()),
        Msg::Sample => vec![Event::Sample],
        Msg::Volume(volume) => vec![Event::Set(Setting::Volume(volume)), Event::Said(Setting::Volume(volume))],
        Msg::Heard(volume) => {
            let kept = [Change::Volume(volume.0), Change::Sound(Said::Yes)].map(Event::Keep);
            kept.into_iter().chain(state.next()).collect()
        }
        Msg::Draw => state.draw(),
        Msg::Named(name) => {
            // Where another building stands says nothing about this one.
            let kept = [Change::Place(Some(name)), Change::Position(None)].map(Event::Keep);
            kept.into_iter().chain(state.next()).collect()
        }
        Msg::Stands(spot) => {
            let stands = place::stands(&spot).into_iter().map(Event::Keep);
            stands.chain(state.next()).collect()
        }
        Msg::Look => {
            state.printers = Loaded::Waiting;
            vec![Event::Fetch]
        }
        Msg::Later => vec![Event::Go(Place::Home)],
        Msg::Finish => vec![Event::EndVisit],
    }
}

fn with(first: Event, more: Vec<Event>) -> Vec<Event> {
    [first].into_iter().chain(more).collect()
}

pub fn title(state: &State, view: &View<'_>) -> Line {
    let w = view.words();
    match (state.at, state.way) {
        (At::Done, _) => w.setup_done_title(),
        (At::Step(step), Way::First) => w.setup_title(pages::name(step, w), step.index() + 1, Step::ALL.len()),
        (At::Step(step), Way::Staff | Way::Alone) => pages::name(step, w),
    }
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    pages::page(state, view)
}
