//! Every screen, one file each: its own state, what can be pressed on it, what that changes, and its page as a pure function. No screen
//! knows how it is drawn, heard or reached.

pub mod alert;
pub mod appeal;
mod around;
mod arrive;
mod attend;
pub mod board;
pub mod call;
pub mod danger;
pub mod door;
pub mod drill;
pub mod ear;
mod event;
pub mod glass;
pub mod guide;
pub mod help;
pub mod home;
mod icons;
pub mod keys;
pub mod language;
pub mod leave;
pub mod lesson;
pub mod lessons;
pub mod near;
mod opened;
pub mod order;
mod overlay;
mod pass;
mod place;
pub mod places;
pub mod post;
pub mod print;
pub mod procedure;
pub mod rest;
mod samples;
pub mod search;
pub mod settings;
pub mod setup;
pub mod shelf;
pub mod shelters;
pub mod sources;
pub mod spot;
pub mod staff;
pub mod told;
pub mod town;
pub mod trial;
mod view;
pub mod wire;

pub use attend::Attention;
pub use event::Event;
pub use overlay::Overlay;
pub use place::{NoSuchPlace, Place};
pub use samples::Sample;
pub use view::{
    Beside, Board, Contrast, Danger, Headphones, Loaded, Mask, RubyShown, ScreenReader, Setting, Settings, Standing,
    View,
};

use crate::{
    page::{Page, Sheet, Touched},
    words::{Line, Words},
};
use icons::icon;

/// The screen before the person, with only that screen's own state.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    Home(home::State),
    Shelf(shelf::State),
    Guide(guide::State),
    Search(search::State),
    Settings(settings::State),
    Call(call::State),
    Door(door::State),
    /// Behind the door.
    Staff(staff::State),
    Sources(sources::State),
    Places(places::State),
    Near(near::State),
    Spot(spot::State),
    Danger(danger::State),
    Lessons(lessons::State),
    Lesson(lesson::State),
    /// What staff set on this kiosk.
    Setup(setup::State),
    Town(town::State),
    /// Keys only say what they do.
    Trial(trial::State),
    /// Which switch is which.
    Switches(wire::State),
    /// What the municipality ordered; behind the door.
    Order(order::State),
    /// What staff themselves put over the whole screen; behind the door.
    Appeal(appeal::State),
    /// How the shelters are, as staff say; behind the door.
    Shelters(shelters::State),
    /// What staff tell of the town; behind the door.
    Told(told::State),
    /// 訓練; behind the door.
    Drill(drill::State),
    /// What hangs on the notice board.
    Board(board::State),
    /// What staff put on it; behind the door.
    Post(post::State),
    /// Questions, and the procedures that their answers lead to.
    Procedure(procedure::State),
}

/// What was pressed, on whichever screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    Home(home::Msg),
    Shelf(shelf::Msg),
    Guide(guide::Msg),
    Search(search::Msg),
    Settings(settings::Msg),
    Call(call::Msg),
    Door(door::Msg),
    Staff(staff::Msg),
    Sources(sources::Msg),
    Places(places::Msg),
    Near(near::Msg),
    Spot(spot::Msg),
    Danger(danger::Msg),
    Lessons(lessons::Msg),
    Lesson(lesson::Msg),
    Setup(setup::Msg),
    Town(town::Msg),
    Ear(ear::Msg),
    Trial(trial::Msg),
    Switches(wire::Msg),
    Order(order::Msg),
    Appeal(appeal::Msg),
    Drill(drill::Msg),
    Shelters(shelters::Msg),
    Told(told::Msg),
    Procedure(procedure::Msg),
    Board(board::Msg),
    Post(post::Msg),
    Language(language::Msg),
    Help(help::Msg),
    Leave(leave::Msg),
    Alert(alert::Msg),
    Rest(rest::Msg),
}

/// A key of a keyboard that is no part of the glass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    Sign(char),
    Erase,
}

impl Screen {
    pub const fn home() -> Self {
        Self::Home(home::State::empty())
    }

    /// Makes the screen of a place; `None` for what lies over a screen.
    pub fn open(place: &Place, view: &View<'_>) -> Option<Self> {
        match place {
            Place::Home => Some(Self::Home(home::State::new(view))),
            Place::Shelf(group) if group == lessons::GROUP => Some(Self::Lessons(lessons::State::default())),
            Place::Lesson(id) => Some(Self::Lesson(lesson::State::new(id.clone(), view))),
            Place::Practice => Some(Self::Lesson(lesson::State::new("".into(), view))),
            Place::Shelf(group) => Some(Self::Shelf(shelf::State::new(group.clone()))),
            Place::Guide(id) => Some(Self::Guide(guide::State::new(id.clone()))),
            Place::Search => Some(Self::Search(search::State::new(view))),
            Place::Settings => Some(Self::Settings(settings::State)),
            Place::Call => Some(Self::Call(call::State::new(view))),
            Place::Staff => Some(Self::Door(door::State::default())),
            Place::Sources => Some(Self::Sources(sources::State::default())),
            Place::Places => Some(Self::Places(places::State::default())),
            Place::Near(kind) => Some(Self::Near(near::State::new(*kind, view))),
            Place::Spot(id) => Some(Self::Spot(spot::State::new(id.clone(), view))),
            Place::Danger => Some(Self::Danger(danger::State::new(view))),
            Place::Setup(step) => Some(Self::Setup(setup::State::new(*step, view))),
            Place::Town { id, offer } => Some(Self::Town(town::State { town: id.clone(), offer: offer.clone() })),
            Place::Keys => Some(Self::Trial(trial::State::default())),
            Place::Switches => Some(Self::Switches(wire::State::default())),
            Place::Procedure(name) => Some(Self::Procedure(procedure::State::new(name, view))),
            Place::Board => Some(Self::Board(board::State::List)),
            Place::Notice(id) => Some(Self::Board(board::State::One(id.to_string()))),
            Place::Ticket => Some(Self::Board(board::State::Ticket(String::new()))),
            Place::Help | Place::Language => None,
        }
    }

    /// What is behind the door.
    pub fn staff() -> Self {
        Self::Staff(staff::State::default())
    }

    /// What is behind the door, to be looked at only: for a kiosk that cannot read its own settings.
    pub fn inspection() -> Self {
        Self::Staff(staff::State { reach: staff::Reach::Look, ..staff::State::default() })
    }

    /// Applies a press. One that belongs to another screen came too late and does nothing.
    pub fn update(&mut self, msg: Msg) -> Vec<Event> {
        match (self, msg) {
            (Self::Home(state), Msg::Home(msg)) => home::update(state, msg),
            (Self::Shelf(state), Msg::Shelf(msg)) => shelf::update(state, msg),
            (Self::Guide(state), Msg::Guide(msg)) => guide::update(state, msg),
            (Self::Search(state), Msg::Search(msg)) => search::update(state, msg),
            (Self::Settings(state), Msg::Settings(msg)) => settings::update(state, msg),
            (Self::Call(state), Msg::Call(msg)) => call::update(state, msg),
            (Self::Door(state), Msg::Door(msg)) => door::update(state, msg),
            (Self::Staff(state), Msg::Staff(msg)) => staff::update(state, msg),
            (Self::Places(state), Msg::Places(msg)) => places::update(state, msg),
            (Self::Near(state), Msg::Near(msg)) => near::update(state, msg),
            (Self::Danger(state), Msg::Danger(msg)) => danger::update(state, msg),
            (Self::Lessons(state), Msg::Lessons(msg)) => lessons::update(state, msg),
            (Self::Lesson(state), Msg::Lesson(msg)) => lesson::update(state, msg),
            (Self::Setup(state), Msg::Setup(msg)) => setup::update(state, msg),
            (Self::Town(state), Msg::Town(msg)) => town::update(state, msg),
            (Self::Trial(state), Msg::Trial(msg)) => trial::update(state, msg),
            (Self::Switches(state), Msg::Switches(msg)) => wire::update(state, msg),
            (Self::Order(state), Msg::Order(msg)) => order::update(state, msg),
            (Self::Appeal(state), Msg::Appeal(msg)) => appeal::update(state, msg),
            (Self::Drill(state), Msg::Drill(msg)) => drill::update(state, msg),
            (Self::Shelters(state), Msg::Shelters(msg)) => shelters::update(state, msg),
            (Self::Told(state), Msg::Told(msg)) => told::update(state, msg),
            (Self::Procedure(state), Msg::Procedure(msg)) => procedure::update(state, msg),
            (Self::Board(state), Msg::Board(msg)) => board::update(state, msg),
            (Self::Post(state), Msg::Post(msg)) => post::update(state, msg),
            _ => vec![],
        }
    }

    /// What a stroke on a keyboard means here; nothing where nothing is typed.
    pub fn stroke(&self, stroke: Stroke) -> Option<Msg> {
        let key = match stroke {
            Stroke::Sign(' ') => keys::Key::Space,
            Stroke::Sign(c) => keys::Key::Sign(c),
            Stroke::Erase => keys::Key::Erase,
        };
        match self {
            Self::Search(_) => Some(Msg::Search(search::Msg::Key(key))),
            Self::Call(state) if state.step == call::Step::Write => Some(Msg::Call(call::Msg::Key(key))),
            Self::Door(_) => Some(Msg::Door(door::Msg::Key(key))),
            Self::Lesson(state) if state.types() => Some(Msg::Lesson(lesson::Msg::Stroke(stroke))),
            Self::Board(state) if state.types() => Some(Msg::Board(board::Msg::Key(key))),
            Self::Post(state) if state.types() => Some(Msg::Post(post::Msg::Key(key))),
            Self::Setup(state) if state.types() => Some(Msg::Setup(setup::Msg::Key(key))),
            Self::Told(state) if state.types() => Some(Msg::Told(told::Msg::Key(key))),
            _ => None,
        }
    }

    /// What a gesture on a drawn phone means here.
    pub fn touched(&self, touched: Touched) -> Option<Msg> {
        matches!(self, Self::Lesson(_)).then_some(Msg::Lesson(lesson::Msg::Touched(touched)))
    }

    /// The kiosk speaks other words from now on.
    pub fn reword(&mut self, words: &Words) {
        if let Self::Lesson(state) = self {
            state.reword(words);
        }
    }

    pub fn title(&self, view: &View<'_>) -> Line {
        match self {
            Self::Home(_) => home::title(view),
            Self::Shelf(state) => shelf::title(state, view),
            Self::Guide(state) => guide::title(state, view),
            Self::Search(_) => search::title(view),
            Self::Settings(_) => settings::title(view),
            Self::Call(state) => call::title(state, view),
            Self::Door(_) => door::title(view),
            Self::Staff(_) => staff::title(view),
            Self::Sources(_) => sources::title(view),
            Self::Places(_) => places::title(view),
            Self::Near(state) => near::title(state, view),
            Self::Spot(state) => spot::title(state, view),
            Self::Danger(_) => danger::title(view),
            Self::Setup(state) => setup::title(state, view),
            Self::Town(state) => town::title(state, view),
            Self::Trial(_) => trial::title(view),
            Self::Switches(_) => wire::title(view),
            Self::Order(state) => order::title(state, view),
            Self::Appeal(state) => appeal::title(state, view),
            Self::Drill(_) => drill::title(view),
            Self::Shelters(_) => shelters::title(view),
            Self::Told(state) => told::title(state, view),
            Self::Procedure(state) => procedure::title(state, view),
            Self::Board(state) => board::title(state, view),
            Self::Post(state) => post::title(state, view),
            Self::Lessons(_) => lessons::title(view),
            Self::Lesson(state) => lesson::title(state, view),
        }
    }

    /// What is shown, heard and found; without the frame that the app puts round every page.
    pub fn page(&self, view: &View<'_>) -> Page<Msg> {
        match self {
            Self::Home(state) => home::page(state, view).map(Msg::Home),
            Self::Shelf(state) => shelf::page(state, view).map(Msg::Shelf),
            Self::Guide(state) => guide::page(state, view).map(Msg::Guide),
            Self::Search(state) => search::page(state, view).map(Msg::Search),
            Self::Settings(state) => settings::page(state, view).map(Msg::Settings),
            Self::Call(state) => call::page(state, view).map(Msg::Call),
            Self::Door(state) => door::page(state, view).map(Msg::Door),
            Self::Staff(state) => staff::page(state, view).map(Msg::Staff),
            Self::Sources(state) => sources::page(state, view).map(Msg::Sources),
            Self::Places(state) => places::page(state, view).map(Msg::Places),
            Self::Near(state) => near::page(state, view).map(Msg::Near),
            Self::Spot(state) => spot::page(state, view).map(Msg::Spot),
            Self::Danger(state) => danger::page(state, view).map(Msg::Danger),
            Self::Setup(state) => setup::page(state, view).map(Msg::Setup),
            Self::Town(state) => town::page(state, view).map(Msg::Town),
            Self::Trial(state) => trial::page(state, view).map(Msg::Trial),
            Self::Switches(state) => wire::page(state, view).map(Msg::Switches),
            Self::Order(state) => order::page(state, view).map(Msg::Order),
            Self::Appeal(state) => appeal::page(state, view).map(Msg::Appeal),
            Self::Drill(state) => drill::page(state, view).map(Msg::Drill),
            Self::Shelters(state) => shelters::page(state, view).map(Msg::Shelters),
            Self::Told(state) => told::page(state, view).map(Msg::Told),
            Self::Procedure(state) => procedure::page(state, view).map(Msg::Procedure),
            Self::Board(state) => board::page(state, view).map(Msg::Board),
            Self::Post(state) => post::page(state, view).map(Msg::Post),
            Self::Lessons(state) => lessons::page(state, view).map(Msg::Lessons),
            Self::Lesson(state) => lesson::page(state, view).map(Msg::Lesson),
        }
    }

    /// What is printed of it: mostly the page as it is shown.
    pub fn sheet(&self, view: &View<'_>) -> Sheet {
        let own = if let Self::Procedure(state) = self { procedure::sheet(state, view) } else { None };
        own.unwrap_or_else(|| Sheet::of(&self.page(view)))
    }

    /// What going back means while it stays on this screen; `None` when it leads to the place before.
    pub fn back(&self) -> Option<Msg> {
        match self {
            Self::Setup(state) => state.goes_back().then_some(Msg::Setup(setup::Msg::Back)),
            Self::Call(state) => state.back().map(Msg::Call),
            Self::Told(_) => Some(Msg::Told(told::Msg::Cancel)),
            Self::Post(state) => Some(Msg::Post(state.back())),
            Self::Procedure(state) => state.goes_back().then_some(Msg::Procedure(procedure::Msg::Back)),
            Self::Switches(state) if state.reach == wire::Reach::Place => Some(Msg::Switches(wire::Msg::Cancel)),
            _ => None,
        }
    }

    /// The first start, which one leaves by putting it off.
    pub fn is_first_start(&self) -> bool {
        matches!(self, Self::Setup(state) if state.way == setup::Way::First)
    }

    /// About death, violence, money or health.
    pub fn is_tender(&self) -> bool {
        match self {
            Self::Guide(state) => state.is_tender(),
            Self::Lesson(state) => state.is_tender(),
            Self::Procedure(state) => state.is_tender(),
            _ => false,
        }
    }

    /// What it says is read aloud only when that is asked for.
    pub fn is_hushed(&self) -> bool {
        matches!(self, Self::Procedure(state) if state.is_hushed())
    }
}
