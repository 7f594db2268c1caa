//! What staff tell of the town on this kiosk: what holds in a disaster (laws that apply, days until which one may apply), and whatever the town has not
//! said yet although something shown asks for it. Chosen, or written with the keys; read back; kept with the time. Behind the door: it has no address.

mod list;
mod samples;
mod write;

pub(super) use samples::samples;

use super::{Event, Loaded, View, keys};
use crate::{
    config::{Change, EVENT, Told, quoted},
    content::{Shape, Wanted},
    job::{StoreJob, Typed, Uses},
    page::{Control, Kind, Level, Page, Part},
    words::{Line, Tongue},
};
use jiff::civil::Date;
use keys::{Key, Keys};
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub about: About,
    /// Where what is shown asks for each value.
    pub uses: Loaded<Arc<Uses>>,
    pub at: At,
    pub typed: Typed,
    pub keys: Keys,
    /// What is written with at first.
    letters: keys::Layer,
    /// The name of a counter, while its number is asked.
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// What holds in a disaster.
    Event,
    /// What the town has not said yet.
    Town,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum At {
    List,
    Value(&'static Wanted, Step),
}

/// How far one is with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Flag,
    Day(Date),
    /// With the keyboard.
    Text,
    /// With the digits.
    Number,
    /// Of a length of time.
    Unit,
    /// Read back; `None`: it is not known.
    Read(Option<String>),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// A value; where it is a day, from this one on.
    Open(&'static Wanted, Date),
    Day(Date),
    Key(Key),
    /// What is written is all.
    Next,
    /// To be read back.
    Say(Option<String>),
    Put,
    /// Write it once more.
    Again,
    /// As the file of the town says it.
    Untell,
    Cancel,
}

impl State {
    pub fn new(about: About, view: &View<'_>) -> Self {
        let (typed, keys) = (Typed::default(), Keys::new(view));
        Self { about, uses: Loaded::Waiting, at: At::List, typed, keys, letters: keys.layer, name: String::new() }
    }

    pub(super) fn needs(&self) -> Option<StoreJob> {
        (self.about == About::Town).then_some(StoreJob::Uses)
    }

    pub(super) const fn waits(&self) -> bool {
        matches!((self.about, &self.uses), (About::Town, Loaded::Waiting))
    }

    pub(super) const fn types(&self) -> bool {
        matches!(&self.at, At::Value(_, Step::Text | Step::Number))
    }

    fn step(&mut self, step: Step) -> Vec<Event> {
        if let At::Value(_, at) = &mut self.at {
            *at = step;
        }
        vec![Event::Anew]
    }

    fn open(&mut self, wanted: &'static Wanted, day: Date) -> Vec<Event> {
        let first = match wanted.shape {
            Shape::Flag => Step::Flag,
            Shape::Date => Step::Day(day),
            Shape::Phone | Shape::Yen | Shape::Period => Step::Number,
            Shape::Text | Shape::Url | Shape::Office | Shape::List => Step::Text,
        };
        (self.typed, self.name) = (Typed::default(), String::new());
        let layer = if wanted.shape == Shape::Url { keys::Layer::Latin } else { self.letters };
        (self.keys, self.at) = (Keys { layer, ..Keys::default() }, At::Value(wanted, first));
        vec![Event::Anew]
    }

    fn key(&mut self, key: Key) -> Vec<Event> {
        let digits = matches!(&self.at, At::Value(_, Step::Number));
        let allowed = match key {
            Key::Sign(c) => !digits || c.is_ascii_digit() || c == '-',
            key => !digits || matches!(key, Key::Erase | Key::Clear),
        };
        let before = self.typed.clone();
        if !allowed || self.keys.press(&mut self.typed.0, key) == keys::Text::Same {
            return vec![];
        }
        vec![Event::Typed(before, self.typed.clone())]
    }

    /// What is written is a whole value, or the first half of one.
    fn next(&mut self) -> Vec<Event> {
        let At::Value(wanted, step) = &self.at else { return vec![] };
        let typed = self.typed.0.trim().to_owned();
        let words = |text: &str| quoted(&Line::verbatim(text).notation());
        let said = match (wanted.shape, step) {
            (Shape::Period, Step::Number) => return self.step(Step::Unit),
            (Shape::Office, Step::Text) => {
                (self.name, self.typed) = (typed, Typed::default());
                return self.step(Step::Number);
            }
            (Shape::Office, _) => {
                let phone = if typed.is_empty() { typed } else { format!(", phone = {}", quoted(&typed)) };
                format!("{{ name = {}{phone} }}", words(&self.name))
            }
            (Shape::Yen, _) => typed.replace('-', ""),
            (Shape::List, _) => format!("[{}]", typed.split_whitespace().map(words).collect::<Vec<_>>().join(", ")),
            (Shape::Phone | Shape::Url, _) => quoted(&typed),
            _ => words(&typed),
        };
        self.step(Step::Read(Some(said)))
    }

    /// What was read back is right.
    fn put(&mut self) -> Vec<Event> {
        let At::Value(wanted, Step::Read(said)) = &self.at else { return vec![] };
        let told = Event::Told { key: wanted.key.clone(), said: said.clone() };
        self.close(told)
    }

    fn close(&mut self, event: Event) -> Vec<Event> {
        (self.at, self.typed, self.name) = (At::List, Typed::default(), String::new());
        vec![event, Event::Anew]
    }
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    match (msg, state.at.clone()) {
        (Msg::Open(wanted, day), _) => state.open(wanted, day),
        (Msg::Day(day), _) => {
            state.step(Step::Day(day));
            vec![]
        }
        (Msg::Key(key), _) => state.key(key),
        (Msg::Next, _) => state.next(),
        (Msg::Say(said), _) => state.step(Step::Read(said)),
        (Msg::Put, _) => state.put(),
        (Msg::Again, At::Value(wanted, Step::Read(said))) => {
            let day = said.and_then(|day| day.parse().ok()).unwrap_or_default();
            state.open(wanted, day)
        }
        (Msg::Untell, At::Value(wanted, _)) => state.close(Event::Keep(Change::Untold(wanted.key.clone()))),
        (Msg::Cancel, At::List) => vec![Event::Enter],
        (Msg::Cancel, At::Value(..)) => {
            (state.at, state.typed, state.name) = (At::List, Typed::default(), String::new());
            vec![Event::Anew]
        }
        (Msg::Again | Msg::Untell, _) => vec![],
    }
}

pub fn title(state: &State, view: &View<'_>) -> Line {
    match state.about {
        About::Event => view.words().told_event_title(),
        About::Town => view.words().told_town_title(),
    }
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let top = Part::group(Kind::Top, [Part::text(Level::Title, title(state, view))]);
    let body = match &state.at {
        At::List => list::parts(state, view),
        At::Value(wanted, step) => write::parts(wanted, step, state, view),
    };
    let cancel = Control::button("told/cancel", view.words().order_cancel(), Msg::Cancel).icon("back");
    Page::new([top].into_iter().chain(body).chain([Part::group(Kind::Row, [cancel.into()])]))
}

/// What a value is called; the list of values is in Japanese.
fn label(wanted: &Wanted, view: &View<'_>) -> Line {
    let line = Line::parse(&wanted.label);
    if view.words().tongue().is_japanese() { line } else { line.in_tongue(&Tongue::JA) }
}

fn is_event(wanted: &Wanted) -> bool {
    wanted.key.starts_with(EVENT)
}

/// What staff told of it here.
fn own<'v>(wanted: &Wanted, view: &View<'v>) -> Option<&'v Told> {
    view.standing.own.told.iter().find(|told| told.key == wanted.key)
}

/// As it is read back and listed.
fn shown(wanted: &Wanted, value: &crate::content::Value, view: &View<'_>) -> Line {
    let w = view.words();
    match value.said {
        crate::content::Said::Flag(true) if is_event(wanted) => w.told_yes(),
        crate::content::Said::Flag(false) if is_event(wanted) => w.told_no(),
        _ => value.line(w),
    }
}
