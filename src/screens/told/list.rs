//! What there is to be told: in a disaster all of it, each with what holds now; of the town what is open, each with where it is shown, and below it what
//! staff told here.

use super::{About, Loaded, Msg, State, View, is_event, label, own, shown};
use crate::{
    content::{Need, Said, Shape, Wanted, schema},
    job::Uses,
    page::{Control, Kind, Level, Part, Role},
    screens::danger,
    words::{Line, Piece},
};
use jiff::civil::Date;

pub(super) fn parts(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    match (state.about, &state.uses) {
        (About::Event, _) => events(view),
        (About::Town, Loaded::Ready(uses)) => town(uses, view),
        (About::Town, other) => view.instead(other),
    }
}

fn events(view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let asked = schema().iter().filter(|wanted| is_event(wanted) && matches!(wanted.shape, Shape::Flag | Shape::Date));
    vec![
        Part::text(Level::Lead, w.told_event_lead()),
        Part::text(Level::Body, w.told_event_note()),
        Part::group(Kind::List, asked.map(|wanted| row(wanted, now(wanted, view), view))),
    ]
}

fn town(uses: &Uses, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let mine = |wanted: &&Wanted| own(wanted, view).is_some();
    let asked = |wanted: &&Wanted| uses.contains_key(wanted.key.as_str()) && !is_day(wanted);
    let mut open: Vec<_> = schema()
        .iter()
        .filter(asked)
        .filter(|wanted| view.city().get(&wanted.key).is_none() && !mine(wanted))
        .collect();
    open.sort_by_key(|wanted| wanted.need);
    let told: Vec<_> = schema().iter().filter(|wanted| !is_day(wanted)).filter(mine).collect();
    let lead = if open.is_empty() { w.told_town_none() } else { w.told_town_lead(open.len()) };
    let mut out = vec![Part::text(Level::Lead, lead), Part::text(Level::Body, w.told_town_note())];
    if !open.is_empty() {
        out.push(Part::group(Kind::List, open.into_iter().map(|wanted| row(wanted, places(wanted, uses, view), view))));
    }
    if !told.is_empty() {
        out.push(Part::text(Level::Heading, w.told_here()));
        out.push(Part::group(Kind::List, told.into_iter().map(|wanted| row(wanted, now(wanted, view), view))));
    }
    out
}

/// Told on the other page.
fn is_day(wanted: &Wanted) -> bool {
    is_event(wanted) && matches!(wanted.shape, Shape::Flag | Shape::Date)
}

fn row(wanted: &'static Wanted, detail: Line, view: &View<'_>) -> Part<Msg> {
    let icon = match wanted.shape {
        Shape::Flag => "check",
        Shape::Date | Shape::Period => "clock",
        Shape::Phone => "phone",
        Shape::Office => "person",
        Shape::Text | Shape::Url | Shape::Yen | Shape::List => "letters",
    };
    let open = Msg::Open(wanted, begin(wanted, view));
    Control::new(Role::Row, format!("told/{}", wanted.key), label(wanted, view), open).detail(detail).icon(icon).into()
}

/// The day from which another one is chosen: what is known, else today.
fn begin(wanted: &Wanted, view: &View<'_>) -> Date {
    let known = view.city().get(&wanted.key).map(|value| &value.said);
    match known {
        Some(Said::Date(day)) => *day,
        _ => view.standing.now.jst().date(),
    }
}

/// What holds now, and since when staff say so.
fn now(wanted: &Wanted, view: &View<'_>) -> Line {
    let w = view.words();
    let said = view.city().get(&wanted.key).map_or_else(|| w.told_open(), |value| shown(wanted, value, view));
    match own(wanted, view) {
        Some(told) => w.told_at(said, danger::time(told.at, view)),
        None => said,
    }
}

/// So many places are named.
const NAMED: usize = 2;

/// Where it is shown; first what a kiosk needs before anybody uses it.
fn places(wanted: &Wanted, uses: &Uses, view: &View<'_>) -> Line {
    let w = view.words();
    let all = uses.get(wanted.key.as_str()).map(Vec::as_slice).unwrap_or_default();
    let gap = w.list_gap().plain();
    let pieces = all.iter().take(NAMED).enumerate().flat_map(|(n, title)| {
        let before = (n > 0).then_some(Piece::Verbatim(&gap));
        before.into_iter().chain([Piece::Bits(title.bits())])
    });
    let named = Line::compose(pieces);
    let shows = match all.len().saturating_sub(NAMED) {
        0 => w.told_shows(named),
        more => w.told_shows_more(more, named),
    };
    if wanted.need == Need::FirstDay { w.told_first_day(shows) } else { shows }
}
