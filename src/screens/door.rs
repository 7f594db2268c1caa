//! The door to the staff page: six digits. What is pressed is never shown, and waiting after wrong ones is said with the time it takes.

use super::{
    Event, Place, View,
    keys::{self, Key, Keys},
};
use crate::{
    job::{PinAnswer, StoreJob, Typed},
    page::{Control, Kind, Level, Page, Part, Role, Tone, Weight},
    words::{Line, Words},
};
use std::time::Duration;

const DIGITS: usize = 6;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    pub typed: Typed,
    pub said: Said,
}

/// What the door has to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Said {
    #[default]
    Nothing,
    Checking,
    Wrong {
        left: u32,
    },
    /// Closed until this moment on the kiosk's own clock.
    Closed {
        until: Duration,
    },
    Unset,
    Trouble,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    Key(Key),
    /// Nobody has a number: the kiosk can be set up.
    Setup,
}

impl State {
    /// What the store said; `running` is the time now.
    pub(super) fn answered(&mut self, answer: PinAnswer, running: Duration) -> Vec<Event> {
        self.typed = Typed::default();
        self.said = match answer {
            PinAnswer::Right => return vec![Event::Enter],
            PinAnswer::Wrong { left } => Said::Wrong { left },
            PinAnswer::Wait(wait) => Said::Closed { until: running + wait },
            PinAnswer::Unset => Said::Unset,
        };
        vec![]
    }

    pub(super) fn trouble(&mut self) {
        *self = Self { said: Said::Trouble, ..Self::default() };
    }

    /// The time it shows goes on by itself.
    pub(super) const fn counts(&self) -> bool {
        matches!(self.said, Said::Closed { .. })
    }

    /// Opens again when the time is over.
    pub(super) fn tick(&mut self, running: Duration) {
        if matches!(self.said, Said::Closed { until } if until <= running) {
            self.said = Said::Nothing;
        }
    }
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    let Msg::Key(key) = msg else { return vec![Event::Go(Place::Setup(None))] };
    let digit = match key {
        Key::Sign(c) => c.is_ascii_digit(),
        key => matches!(key, Key::Erase | Key::Clear),
    };
    if !digit || matches!(state.said, Said::Checking | Said::Closed { .. }) {
        return vec![];
    }
    Keys::default().press(&mut state.typed.0, key);
    if state.typed.0.len() < DIGITS {
        return vec![];
    }
    state.said = Said::Checking;
    vec![Event::Ask(StoreJob::Pin(std::mem::take(&mut state.typed)))]
}

/// In words; `running` is the time now.
pub(super) fn told(said: Said, running: Duration, w: &Words) -> Option<Line> {
    match said {
        Said::Nothing => None,
        Said::Checking => Some(w.door_checking()),
        Said::Wrong { left } => Some(w.door_wrong(left)),
        Said::Closed { until } => {
            let left = until.saturating_sub(running).as_millis().div_ceil(1000);
            Some(w.door_wait(u64::try_from(left).unwrap_or(u64::MAX)))
        }
        Said::Unset => Some(w.door_unset()),
        Said::Trouble => Some(w.door_trouble()),
    }
}

pub fn title(view: &View<'_>) -> Line {
    view.words().door_title()
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let typed = state.typed.0.chars().count();
    let field = Control::new(Role::Field, "door/field", w.door_field(), None);
    let field = field.value(Line::verbatim(&"●".repeat(typed))).detail(w.door_typed(typed));
    let said = told(state.said, view.standing.running, w);
    let said = said.map(|line| Part::group(Kind::Callout(Tone::Calm), [Part::text(Level::Body, line)]));
    let parts =
        [Part::group(Kind::Top, [Part::text(Level::Title, title(view))]), Part::text(Level::Lead, w.door_intro())];
    let setup = Control::button("door/setup", w.door_setup(), Msg::Setup).icon("gear").weight(Weight::Primary);
    let setup = (state.said == Said::Unset).then(|| Part::group(Kind::Row, [setup.into()]));
    let keys = keys::digits(view, w.door_keys(), &Msg::Key);
    Page::new(parts.into_iter().chain([field.into()]).chain(said).chain(setup).chain([keys]))
}
