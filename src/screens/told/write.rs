//! One value: chosen, counted to, or written, and then read back. What cannot be used is said with the reason, as `engawa check` says it.

use super::{Msg, State, Step, View, keys, label, own, shown};
use crate::{
    config::Told,
    content::{Shape, Wanted},
    page::{Control, Kind, Level, Part, Role, Tone, Weight},
    reader::Problem,
    words::Line,
};
use jiff::{Span, ToSpan, civil::Date};

pub(super) fn parts(wanted: &'static Wanted, step: &Step, state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    match step {
        Step::Flag => flag(wanted, view),
        Step::Day(day) => counted(wanted, *day, view),
        Step::Text => text(wanted, state, view),
        Step::Number => number(wanted, state, view),
        Step::Unit => unit(wanted, state, view),
        Step::Read(said) => read(wanted, said.as_deref(), view),
    }
}

fn head(wanted: &Wanted, view: &View<'_>) -> Part<Msg> {
    Part::text(Level::Heading, label(wanted, view))
}

/// Not known, and what the file of the town says where staff told something else.
fn rest(wanted: &Wanted, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let unknown = Control::new(Role::Row, "say/unknown", w.told_unknown(), Msg::Say(None)).icon("help");
    let untell = || Control::new(Role::Row, "say/file", w.told_file(), Msg::Untell).icon("again").into();
    [unknown.into()].into_iter().chain(own(wanted, view).map(|_| untell())).collect()
}

fn flag(wanted: &Wanted, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let way = |id: &'static str, name: Line, icon, said: &str| {
        Part::from(Control::new(Role::Row, id, name, Msg::Say(Some(said.to_owned()))).icon(icon))
    };
    let ways = [way("say/yes", w.told_yes(), "check", "true"), way("say/no", w.told_no(), "stop", "false")];
    vec![head(wanted, view), Part::group(Kind::List, ways.into_iter().chain(rest(wanted, view)))]
}

/// A day is counted to, not typed.
fn counted(wanted: &Wanted, day: Date, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let moved = |span: Span| day.checked_add(span).ok().map(Msg::Day);
    let button =
        |id: &'static str, name: Line, icon, msg: Option<Msg>| Part::from(Control::button(id, name, msg).icon(icon));
    let back = [
        button("day/month-back", w.told_month_back(), "minus", moved(-1.months())),
        button("day/week-back", w.told_week_back(), "minus", moved(-7.days())),
        button("day/back", w.told_day_back(), "minus", moved(-1.days())),
    ];
    let on = [
        button("day/on", w.told_day_on(), "plus", moved(1.days())),
        button("day/week-on", w.told_week_on(), "plus", moved(7.days())),
        button("day/month-on", w.told_month_on(), "plus", moved(1.months())),
    ];
    let last = button("day/end", w.told_month_end(), "next", Some(Msg::Day(day.last_of_month())));
    let take = Control::button("day/take", w.told_day_take(), Msg::Say(Some(day.to_string()))).icon("check");
    vec![
        head(wanted, view),
        Part::text(Level::Hello, w.date(day).join(&Line::verbatim("　")).join(&w.weekday(day))),
        Part::group(Kind::Row, back),
        Part::group(Kind::Row, on),
        Part::group(Kind::Row, [take.weight(Weight::Primary).into(), last]),
        Part::group(Kind::List, rest(wanted, view)),
    ]
}

fn text(wanted: &Wanted, state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let field = keys::field("write/field", label(wanted, view), &state.typed);
    let next = (!state.typed.0.trim().is_empty()).then_some(Msg::Next);
    let next = Control::button("told/next", w.told_next(), next).icon("next").weight(Weight::Primary);
    let hint = match wanted.shape {
        Shape::List => w.told_list_hint(),
        Shape::Office => w.told_office_hint(),
        _ => w.told_text_hint(),
    };
    let row = Part::group(Kind::Row, [next.into()]);
    let mut below = vec![Part::text(Level::Note, hint)];
    let mut aside = vec![row];
    if keys::side(state.keys, view) == keys::Side::Tight {
        // What is offered has no room beside the keys: on the next leaf it has all of it.
        below.splice(0..0, std::mem::take(&mut aside));
    } else {
        aside.append(&mut below);
    }
    let board = keys::beside(state.keys, view, &Msg::Key, field, |_| aside);
    board.into_iter().chain(below).chain([Part::group(Kind::List, rest(wanted, view))]).collect()
}

fn number(wanted: &Wanted, state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let name = if wanted.shape == Shape::Office { w.told_phone() } else { label(wanted, view) };
    // A counter has a name; whether it has a number is another matter.
    let empty = state.typed.0.is_empty();
    let (next, may) = match (wanted.shape, empty) {
        (Shape::Office, true) => (w.told_no_phone(), true),
        (_, empty) => (w.told_next(), !empty),
    };
    let next = Control::button("told/next", next, may.then_some(Msg::Next)).icon("next").weight(Weight::Primary);
    let hint = match wanted.shape {
        Shape::Period => Some(w.told_period_hint()),
        Shape::Yen => Some(w.told_yen_hint()),
        _ => None,
    };
    let keys = match wanted.shape {
        Shape::Yen | Shape::Period => keys::digits(view, w.door_keys(), &Msg::Key),
        _ => keys::telephone(view, w.door_keys(), &Msg::Key),
    };
    let hint = hint.map(|line| Part::text(Level::Body, line));
    let field = keys::field("write/field", name, &state.typed);
    let parts = hint.into_iter().chain([field, keys, Part::group(Kind::Row, [next.into()])]);
    parts.chain((wanted.shape != Shape::Office).then(|| Part::group(Kind::List, rest(wanted, view)))).collect()
}

fn unit(wanted: &Wanted, state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let count = state.typed.0.replace('-', "");
    let way = |id: &'static str, unit: &str, name: Line| {
        let said = crate::config::quoted(&format!("{count}{unit}"));
        Part::from(Control::new(Role::Row, id, name, Msg::Say(Some(said))).icon("clock"))
    };
    let ways = [
        way("unit/days", "日《にち》", w.told_days(&count)),
        way("unit/months", "か月《げつ》", w.told_months(&count)),
        way("unit/years", "年《ねん》", w.told_years(&count)),
    ];
    vec![head(wanted, view), Part::group(Kind::List, ways)]
}

/// What will stand, and whether it can.
fn read(wanted: &Wanted, said: Option<&str>, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let again = Control::button("told/again", w.told_again(), Msg::Again).icon("again");
    let said = match said.map(|said| Told::read(&wanted.key, said)) {
        None => w.told_unknown(),
        Some(Ok(value)) => shown(wanted, &value, view),
        Some(Err(problems)) => return wrong(wanted, &problems, again, view),
    };
    let put = Control::button("told/put", w.told_put(), Msg::Put).icon("check").weight(Weight::Primary);
    vec![
        head(wanted, view),
        Part::group(
            Kind::Callout(Tone::Care),
            [Part::text(Level::Lead, said), Part::text(Level::Body, w.told_right())],
        ),
        Part::text(Level::Note, w.order_recorded()),
        Part::group(Kind::Row, [put.into(), again.into()]),
    ]
}

fn wrong(wanted: &Wanted, problems: &[Problem], again: Control<Msg>, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let told = |problem: &Problem| {
        let said = if w.tongue().is_japanese() { &problem.message.ja } else { &problem.message.en };
        Part::text(Level::Body, Line::verbatim(said))
    };
    let lines = [Part::text(Level::Lead, w.told_wrong())].into_iter().chain(problems.iter().map(told));
    vec![
        head(wanted, view),
        Part::group(Kind::Callout(Tone::Care), lines),
        Part::group(Kind::Row, [again.weight(Weight::Primary).into()]),
    ]
}
