//! The number of staff: drawn by the machine, shown once to be written on paper, typed once to be sure that it was. It counts only
//! then, and nothing of it stays here afterwards.

use super::{Asks, Msg, State, Step, View, keys, pages};
use crate::{
    job::{StoreJob, Typed},
    page::{Control, Kind, Level, Part, Role, Tone, Weight},
    screens::{
        Event,
        door::{self, Said},
    },
    words::Line,
};

const DIGITS: usize = 6;

/// How far one is with the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    Drawing,
    Shown,
    Confirm,
    /// What was typed is not what was shown.
    Differs,
    Keeping,
    Set,
    /// There is one already: whoever knows it may have another.
    Old(Said),
    Trouble,
}

impl State {
    pub(super) fn key(&mut self, key: keys::Key) -> Vec<Event> {
        match self.asks {
            Asks::Write(_) => {
                let before = self.typed.clone();
                match self.keys.press(&mut self.typed.0, key) {
                    keys::Text::Changed => vec![Event::Fetch, Event::Typed(before, self.typed.clone())],
                    keys::Text::Same => vec![],
                }
            }
            Asks::Number(Number::Confirm | Number::Differs) => self.confirm(key),
            Asks::Number(Number::Old(said)) if !matches!(said, Said::Checking | Said::Closed { .. }) => self.old(key),
            _ => vec![],
        }
    }

    /// All digits of a number, once they are there.
    fn digits(&mut self, key: keys::Key) -> Option<Typed> {
        let digit = match key {
            keys::Key::Sign(c) => c.is_ascii_digit(),
            key => matches!(key, keys::Key::Erase | keys::Key::Clear),
        };
        if digit {
            keys::Keys::default().press(&mut self.typed.0, key);
        }
        (self.typed.0.len() >= DIGITS).then(|| std::mem::take(&mut self.typed))
    }

    fn old(&mut self, key: keys::Key) -> Vec<Event> {
        let Some(typed) = self.digits(key) else { return vec![] };
        self.asks = Asks::Number(Number::Old(Said::Checking));
        vec![Event::Ask(StoreJob::Pin(typed))]
    }

    fn confirm(&mut self, key: keys::Key) -> Vec<Event> {
        let Some(typed) = self.digits(key) else { return vec![] };
        if typed != self.secret {
            self.asks = Asks::Number(Number::Differs);
            return vec![Event::Anew];
        }
        self.asks = Asks::Number(Number::Keeping);
        vec![Event::Ask(StoreJob::SetPin { pin: std::mem::take(&mut self.secret), hand: self.hand })]
    }
}

pub(super) fn page(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let Asks::Number(at) = state.asks else { return first(state, view) };
    match at {
        Number::Drawing | Number::Keeping => vec![Part::text(Level::Lead, w.wait_loading())],
        Number::Shown => shown(state, view),
        Number::Confirm | Number::Differs => confirm(state, at, view),
        Number::Set => closing(w.setup_number_set(), w.setup_number_set_keep(), state, view),
        Number::Old(said) => old(said, state, view),
        Number::Trouble => closing(w.wait_gone(), w.setup_number_trouble(), state, view),
    }
}

fn first(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let draw = Control::button("number/draw", w.setup_number_draw(), Msg::Draw).icon("key").weight(Weight::Primary);
    vec![
        Part::text(Level::Hello, w.setup_number_hello()),
        Part::text(Level::Body, w.setup_number_why()),
        Part::text(Level::Body, w.setup_number_care()),
        Part::group(Kind::Row, [draw.into()]),
        pages::aside(state, view),
    ]
}

fn shown(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let apart: Vec<String> = state.secret.0.chars().map(String::from).collect();
    let written = Control::button("number/written", w.setup_number_written(), Msg::Ask(Asks::Number(Number::Confirm)));
    let again = Control::button("number/draw", w.setup_number_again(), Msg::Draw).icon("again");
    vec![
        Part::text(Level::Hello, w.setup_number_write()),
        Part::text(Level::Digits, Line::verbatim(&apart.join(" "))),
        Part::text(Level::Body, w.setup_number_once()),
        Part::group(Kind::Row, [written.icon("check").weight(Weight::Primary).into(), again.into()]),
    ]
}

/// How many digits were pressed, never which.
fn field(state: &State, view: &View<'_>) -> Part<Msg> {
    let w = view.words();
    let typed = state.typed.0.chars().count();
    let field = Control::new(Role::Field, "number/field", w.door_field(), None);
    field.value(Line::verbatim(&"●".repeat(typed))).detail(w.door_typed(typed)).into()
}

/// There is a number: it is asked for, and can be left as it is.
fn old(said: Said, state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let said = door::told(said, view.standing.running, w);
    let said = said.map(|line| Part::group(Kind::Callout(Tone::Calm), [Part::text(Level::Body, line)]));
    let parts = [
        Part::text(Level::Lead, w.setup_number_taken()),
        Part::text(Level::Body, w.setup_number_taken_remedy()),
        field(state, view),
    ];
    let keys = keys::digits(view, w.door_keys(), &Msg::Key);
    let keep = Control::button("setup/next", w.setup_number_taken_keep(), Msg::Next).icon("next");
    parts.into_iter().chain(said).chain([keys, Part::group(Kind::Row, [keep.into()])]).collect()
}

fn confirm(state: &State, at: Number, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let said = Part::text(Level::Body, w.setup_number_differs());
    let said = (at == Number::Differs).then(|| Part::group(Kind::Callout(Tone::Calm), [said]));
    let look = Control::button("number/look", w.setup_number_look(), Msg::Ask(Asks::Number(Number::Shown)));
    let parts = [Part::text(Level::Lead, w.setup_number_confirm()), field(state, view)];
    let keys = keys::digits(view, w.door_keys(), &Msg::Key);
    parts.into_iter().chain(said).chain([keys, Part::group(Kind::Row, [look.icon("back").into()])]).collect()
}

fn closing(what: Line, more: Line, state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let next = pages::next(Step::Number, state, view).weight(Weight::Primary);
    vec![Part::text(Level::Hello, what), Part::text(Level::Body, more), Part::group(Kind::Row, [next.into()])]
}

impl State {
    /// Neither a number nor anything else that was typed.
    pub fn holds_nothing_secret(&self) -> bool {
        self.secret == Typed::default() && self.typed == Typed::default()
    }
}
