//! Staff put a notice up in a few presses: what, where, when, for how long, read back, out. Each press leads to the next question with all that
//! was picked so far; nothing is typed but in the template for free words. Also what stands, and how electricity and water are. Behind the
//! door: it has no address.

mod ask;
mod lines;
pub(super) mod samples;
mod sheets;
mod standing;
mod when;

pub use sheets::Paper;

use super::{
    Event, View,
    keys::{self, Key, Keys},
};
use crate::{
    board::{Area, Filled, Hope, Report, Seen, Supply, Template, Utility},
    job::{Post, StoreJob, Typed, Wall},
    page::{Control, Kind, Level, Page, Part, Sheet},
    words::Line,
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};

/// What staff came for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    Put,
    Standing,
    Lines,
    Paper(Paper),
}

#[derive(Clone, Debug, PartialEq)]
pub enum State {
    Put(Box<Draft>),
    /// What hangs, or one of it, by its id.
    Standing(Option<String>),
    /// Electricity and water, or one of them with what is known of it so far.
    Lines(Option<(Utility, Known)>),
    /// What is printed or read out.
    Paper(Paper),
}

/// A notice that is being made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    pub step: Step,
    /// The notice of which this is another version.
    pub notice: Option<String>,
    pub filled: Filled,
    pub until: Option<Timestamp>,
    pub typed: Typed,
    pub keys: Keys,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    #[default]
    What,
    Item,
    Words,
    Where,
    When,
    /// Any time, by large steps.
    Clock {
        day: Date,
        from: Time,
        minutes: i64,
    },
    Until,
    ReadBack,
    Done,
}

/// What stands beside how it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    pub area: Area,
    pub hope: Hope,
    pub seen: Seen,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The next question, with what was picked.
    Next(Box<Draft>),
    Key(Key),
    Post(Post),
    /// One of those that hang, or all.
    See(Option<String>),
    Line(Option<(Utility, Known)>),
    Say(Utility, Supply),
    /// The page, or this sheet.
    Print(Option<Box<Sheet>>),
    Open(Paper),
    /// Back to the page of staff.
    Leave,
}

impl State {
    pub fn new(door: Door, view: &View<'_>) -> Self {
        match door {
            Door::Put => Self::Put(Box::new(Draft { keys: Keys::new(view), ..Draft::default() })),
            Door::Standing => Self::Standing(None),
            Door::Lines => Self::Lines(None),
            Door::Paper(paper) => Self::Paper(paper),
        }
    }

    /// Whether keys write here.
    pub(super) fn types(&self) -> bool {
        matches!(self, Self::Put(draft) if draft.step == Step::Words)
    }

    /// What going back means while it stays here.
    pub(super) fn back(&self) -> Msg {
        match self {
            Self::Put(draft) if !matches!(draft.step, Step::What | Step::Done) => {
                let anew = Draft { keys: draft.keys, ..Draft::default() };
                Msg::Next(Box::new(anew))
            }
            Self::Paper(_) | Self::Standing(Some(_)) => Msg::See(None),
            Self::Lines(Some(_)) => Msg::Line(None),
            _ => Msg::Leave,
        }
    }
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    match (state, msg) {
        (_, Msg::Leave) => vec![Event::Enter],
        (_, Msg::Print(sheet)) => vec![Event::Print(sheet)],
        (state, Msg::Open(paper)) => {
            *state = State::Paper(paper);
            vec![Event::Anew]
        }
        (state, Msg::Next(draft)) => {
            *state = State::Put(draft);
            vec![Event::Anew]
        }
        (State::Put(draft), Msg::Key(key)) if draft.step == Step::Words => {
            let before = draft.typed.clone();
            match draft.keys.press(&mut draft.typed.0, key) {
                keys::Text::Changed => vec![Event::Typed(before, draft.typed.clone())],
                keys::Text::Same => vec![],
            }
        }
        (State::Put(draft), Msg::Post(post)) => {
            draft.step = Step::Done;
            vec![Event::Ask(StoreJob::Post(post)), Event::Anew]
        }
        (state @ State::Standing(_), Msg::Post(post)) => {
            *state = State::Standing(None);
            vec![Event::Ask(StoreJob::Post(post)), Event::Anew]
        }
        (state, Msg::See(id)) => {
            *state = State::Standing(id);
            vec![Event::Anew]
        }
        (State::Lines(chosen), Msg::Line(to)) => {
            // What is picked beside it turns nothing over.
            let same = chosen.map(|(utility, _)| utility) == to.map(|(utility, _)| utility);
            *chosen = to;
            if same { vec![] } else { vec![Event::Anew] }
        }
        (State::Lines(chosen), Msg::Say(utility, supply)) => {
            let Known { area, hope, seen } = chosen.map(|(_, known)| known).unwrap_or_default();
            *chosen = None;
            let report = Report { supply, area, hope, seen };
            vec![Event::Ask(StoreJob::Post(Post::Line(utility, report))), Event::Anew]
        }
        _ => vec![],
    }
}

pub fn title(state: &State, view: &View<'_>) -> Line {
    let w = view.words();
    match state {
        State::Put(_) => w.post_title(),
        State::Standing(_) => w.post_standing(),
        State::Lines(_) => w.post_lines(),
        State::Paper(paper) => sheets::title(*paper, view),
    }
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let top = Part::group(Kind::Top, [Part::text(Level::Title, title(state, view))]);
    let body = match (state, view.standing.wall.as_deref()) {
        // Without the time nobody could tell when it is over.
        _ if !view.standing.now.trusted => vec![Part::text(Level::Lead, w.shelters_clock())],
        (_, None) => vec![Part::text(Level::Lead, w.wait_loading())],
        (State::Put(draft), Some(wall)) => put(draft, wall, view),
        (State::Standing(id), Some(wall)) => standing::parts(id.as_deref(), wall, view),
        (State::Lines(chosen), Some(wall)) => lines::parts(*chosen, wall, view),
        (State::Paper(paper), Some(wall)) => sheets::parts(*paper, wall, view),
    };
    let leave = Control::button("post/leave", w.post_leave(), Msg::Leave).icon("back");
    Page::new([top].into_iter().chain(body).chain([Part::group(Kind::Row, [leave.into()])]))
}

fn put(draft: &Draft, wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let template = wall.templates.find(&draft.filled.template);
    match (draft.step, template) {
        (Step::What, _) | (_, None) => ask::what(draft, wall, view),
        (Step::Item, Some(template)) => ask::item(draft, template, view),
        (Step::Words, Some(template)) => ask::words(draft, template, view),
        (Step::Where, Some(_)) => ask::site(draft, wall, view),
        (Step::When, Some(template)) => when::parts(draft, template, view),
        (Step::Clock { day, from, minutes }, Some(_)) => when::clock(draft, (day, from, minutes), view),
        (Step::Until, Some(_)) => when::until(draft, view),
        (Step::ReadBack, Some(_)) => ask::read_back(draft, wall, view),
        (Step::Done, Some(_)) => ask::done(draft, wall, view),
    }
}

impl Draft {
    /// The same at the next question that this template has.
    fn next(&self, from: Step, template: &Template) -> Self {
        let order = [
            (Step::Item, !template.items.is_empty()),
            (Step::Words, template.worded),
            (Step::Where, template.placed),
            (Step::When, true),
        ];
        let passed = order.iter().position(|(step, _)| *step == from).map_or(0, |at| at + 1);
        let next = order.iter().skip(passed).find(|(_, asked)| *asked).map_or(Step::Until, |(step, _)| *step);
        Self { step: next, ..self.clone() }
    }

    fn to(self, step: Step) -> Msg {
        Msg::Next(Box::new(Self { step, ..self }))
    }
}
