//! Somebody comes: who, and where they are. Whoever cannot or would not speak shows the glass instead (筆談): fixed words, or their own.

use super::{
    Event, View,
    keys::{self, Key, Keys, Side, Text},
};
use crate::{
    job::Typed,
    page::{Control, Kind, Level, Page, Part, Weight},
    words::{Line, Words},
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub step: Step,
    pub typed: Typed,
    pub keys: Keys,
    pub facing: Facing,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// Who comes, and what can be shown to them.
    #[default]
    Ask,
    Write,
    /// One of the fixed words, by its place in the list.
    Phrase(usize),
    /// What was typed, large.
    Own,
}

/// For whom the large words stand upright.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Facing {
    /// Whoever wrote them.
    #[default]
    Here,
    /// Somebody on the other side of the table.
    Opposite,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    Step(Step),
    Key(Key),
    Turn(Facing),
}

impl State {
    /// The page before within this screen.
    pub(super) const fn back(&self) -> Option<Msg> {
        match self.step {
            Step::Ask => None,
            Step::Write | Step::Phrase(_) => Some(Msg::Step(Step::Ask)),
            Step::Own => Some(Msg::Step(Step::Write)),
        }
    }

    pub fn new(view: &View<'_>) -> Self {
        Self { keys: Keys::new(view), ..Self::default() }
    }
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Turn(facing) => {
            state.facing = facing;
            vec![]
        }
        Msg::Step(step) => {
            (state.step, state.facing) = (step, Facing::Here);
            vec![Event::Anew]
        }
        Msg::Key(key) if state.step == Step::Write => {
            let before = state.typed.clone();
            match state.keys.press(&mut state.typed.0, key) {
                Text::Changed => vec![Event::Typed(before, state.typed.clone())],
                Text::Same => vec![],
            }
        }
        Msg::Key(_) => vec![],
    }
}

pub fn title(state: &State, view: &View<'_>) -> Line {
    match state.step {
        Step::Ask | Step::Phrase(_) | Step::Own => view.words().call_title(),
        Step::Write => view.words().call_write_title(),
    }
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let body = match state.step {
        Step::Ask => ask(view),
        Step::Write => write(state, view),
        Step::Phrase(n) => {
            let line = phrases(w).into_iter().nth(n).map(|(_, line)| line).unwrap_or_default();
            show(line, Step::Ask, state.facing, w)
        }
        Step::Own => show(Line::verbatim(&state.typed.0), Step::Write, state.facing, w),
    };
    let top = Part::group(Kind::Top, [Part::text(Level::Title, title(state, view))]);
    Page::new([top].into_iter().chain(body))
}

fn ask(view: &View<'_>) -> Vec<Part<Msg>> {
    let (w, call) = (view.words(), &view.standing.config.call);
    let who = call.who.as_ref().map_or_else(|| w.call_who_unknown(), |who| w.call_who(who));
    let mut out = vec![Part::text(Level::Hello, who)];
    out.extend(call.from.as_ref().map(|place| Part::text(Level::Lead, w.call_where(place))));
    out.extend(call.bell.as_ref().map(|bell| Part::text(Level::Lead, w.call_bell(bell))));
    out.extend(call.number.as_ref().map(|number| Part::text(Level::Body, w.call_number(number))));
    out.push(Part::text(Level::Body, w.call_show()));
    let phrase = |(n, (id, line)): (usize, (&str, Line))| {
        Part::from(Control::button(format!("phrase/{id}"), line, Msg::Step(Step::Phrase(n))))
    };
    let write =
        Control::button("call/write", w.call_write(), Msg::Step(Step::Write)).icon("pencil").weight(Weight::Primary);
    let phrases = phrases(w).into_iter().enumerate().map(phrase);
    out.push(Part::group(Kind::Row, [write.into()].into_iter().chain(phrases)));
    out
}

fn phrases(w: &Words) -> [(&'static str, Line); 10] {
    [
        ("help", w.phrase_help()),
        ("ill", w.phrase_ill()),
        ("hear", w.phrase_hear()),
        ("see", w.phrase_see()),
        ("toilet", w.phrase_toilet()),
        ("water", w.phrase_water()),
        ("medicine", w.phrase_medicine()),
        ("family", w.phrase_family()),
        ("tongue", w.phrase_tongue()),
        ("slow", w.phrase_slow()),
    ]
}

fn write(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let field = keys::field("call/field", w.call_write_field(), &state.typed);
    let show = (!state.typed.0.trim().is_empty()).then_some(Msg::Step(Step::Own));
    let show = Control::button("call/show", w.call_write_show(), show).icon("person").weight(Weight::Primary);
    let hint = Part::text(Level::Note, w.call_write_hint());
    let rest = |side| if side == Side::Tight { vec![show.into()] } else { vec![show.into(), hint] };
    keys::beside(state.keys, view, &Msg::Key, field, rest)
}

/// To be read across a table: the words as large as they come.
fn show(line: Line, back: Step, facing: Facing, w: &Words) -> Vec<Part<Msg>> {
    let again = if back == Step::Ask { w.call_other() } else { w.call_again() };
    let (level, turn, to) = match facing {
        Facing::Here => (Level::Digits, w.call_opposite(), Facing::Opposite),
        Facing::Opposite => (Level::Opposite, w.call_here(), Facing::Here),
    };
    let turn = Control::button("call/turn", turn, Msg::Turn(to)).icon("again").weight(Weight::Primary);
    vec![
        Part::text(level, line),
        Part::text(Level::Note, w.call_turn()),
        Part::group(
            Kind::Row,
            [turn.into(), Control::button("call/again", again, Msg::Step(back)).icon("pencil").into()],
        ),
    ]
}
