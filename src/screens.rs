//! Every screen, one file each: its own state, what can be pressed on it, what that changes, and its page as a pure function. No screen
//! knows how it is drawn, heard or reached.

pub mod guide;
pub mod help;
pub mod home;
mod icons;
pub mod language;
pub mod leave;
mod place;
pub mod shelf;
mod view;

pub use leave::State as Leave;
pub use place::{NoSuchPlace, Place};
pub use view::{Contrast, Loaded, RubyShown, Setting, Settings, Standing, View};

use crate::{
    job::{Answer, StoreJob},
    page::Page,
    words::{Line, Tongue, Words},
};
use icons::icon;

/// The screen before the person, with only that screen's own state.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    Home(home::State),
    Shelf(shelf::State),
    Guide(guide::State),
}

/// What lies over the screen. The stronger one wins: the greater in this order.
#[derive(Clone, Debug, PartialEq)]
pub enum Overlay {
    Language(language::State),
    Help(help::State),
    Leave(leave::State),
}

/// What was pressed, on whichever screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    Home(home::Msg),
    Shelf(shelf::Msg),
    Guide(guide::Msg),
    Language(language::Msg),
    Help(help::Msg),
    Leave(leave::Msg),
}

/// What a screen asks of the house.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Go(Place),
    /// Take away what lies over the screen.
    Close,
    Set(Setting),
    Ask(StoreJob),
    EndVisit,
}

impl Screen {
    pub const fn home() -> Self {
        Self::Home(home::State)
    }

    /// Makes the screen of a place; `None` for what lies over a screen.
    pub fn open(place: &Place) -> Option<Self> {
        match place {
            Place::Home => Some(Self::Home(home::State)),
            Place::Shelf(group) => Some(Self::Shelf(shelf::State::new(group.clone()))),
            Place::Guide(id) => Some(Self::Guide(guide::State::new(id.clone()))),
            _ => None,
        }
    }

    /// What has to be fetched for it; again when the tongue changes.
    pub fn needs(&self, tongue: &Tongue) -> Option<StoreJob> {
        match self {
            Self::Home(_) => None,
            Self::Shelf(_) => Some(shelf::State::needs(tongue)),
            Self::Guide(state) => Some(state.needs(tongue)),
        }
    }

    /// Applies a press. One that belongs to another screen came too late and does nothing.
    pub fn update(&mut self, msg: Msg) -> Vec<Event> {
        match (self, msg) {
            (Self::Home(state), Msg::Home(msg)) => home::update(state, msg),
            (Self::Shelf(state), Msg::Shelf(msg)) => shelf::update(state, msg),
            (Self::Guide(state), Msg::Guide(msg)) => guide::update(state, msg),
            _ => vec![],
        }
    }

    /// Takes in what a desk found, if it is what this screen waits for.
    pub fn answer(&mut self, answer: Answer) {
        match (self, answer) {
            (Self::Shelf(state), Answer::Shelf { entries, .. }) => state.entries = Loaded::Ready(entries),
            (Self::Guide(state), Answer::Guide { id, guide }) if state.id == id => {
                state.guide = guide.map_or(Loaded::Gone, Loaded::Ready);
            }
            (Self::Shelf(state), Answer::Trouble(StoreJob::Shelf(_))) => state.entries = Loaded::Gone,
            (Self::Guide(state), Answer::Trouble(StoreJob::Guide { .. })) => state.guide = Loaded::Gone,
            _ => {}
        }
    }

    pub fn title(&self, view: &View<'_>) -> Line {
        match self {
            Self::Home(_) => home::title(view),
            Self::Shelf(state) => shelf::title(state, view),
            Self::Guide(state) => guide::title(state, view),
        }
    }

    /// What is shown, heard and found; without the frame that the app puts round every page.
    pub fn page(&self, view: &View<'_>) -> Page<Msg> {
        match self {
            Self::Home(state) => home::page(state, view).map(Msg::Home),
            Self::Shelf(state) => shelf::page(state, view).map(Msg::Shelf),
            Self::Guide(state) => guide::page(state, view).map(Msg::Guide),
        }
    }

    /// About death, violence, money or health.
    pub fn is_tender(&self) -> bool {
        matches!(self, Self::Guide(state) if state.is_tender())
    }
}

impl Overlay {
    /// `over`: the title of the page beneath.
    pub const fn help(over: Line) -> Self {
        Self::Help(help::State { over })
    }

    pub fn language(tongues: &[Tongue]) -> Self {
        Self::Language(language::State {
            tongues: tongues.iter().map(|tongue| (tongue.clone(), own_name(tongue))).collect(),
        })
    }

    pub(crate) const fn rank(&self) -> u8 {
        match self {
            Self::Language(_) => 0,
            Self::Help(_) => 1,
            Self::Leave(_) => 2,
        }
    }

    pub fn update(&mut self, msg: Msg) -> Vec<Event> {
        match (self, msg) {
            (Self::Language(state), Msg::Language(msg)) => language::update(state, msg),
            (Self::Help(state), Msg::Help(msg)) => help::update(state, msg),
            (Self::Leave(state), Msg::Leave(msg)) => leave::update(state, msg),
            _ => vec![],
        }
    }

    pub fn page(&self, view: &View<'_>) -> Page<Msg> {
        match self {
            Self::Language(state) => language::page(state, view).map(Msg::Language),
            Self::Help(state) => help::page(state, view).map(Msg::Help),
            Self::Leave(state) => leave::page(state, view).map(Msg::Leave),
        }
    }
}

/// What a tongue calls itself.
fn own_name(tongue: &Tongue) -> Line {
    Words::shipped(tongue).name_of_tongue()
}
