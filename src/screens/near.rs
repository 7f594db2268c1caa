//! The places of one kind, nearest first: which way, how far in a straight line, for which disasters. How safe the way is nobody
//! here knows, and it says so.

use super::{Event, Loaded, Place, View, around, danger, opened};
use crate::{
    job::{Near, Nearby, Origin, StoreJob, Wanted},
    page::{Control, Kind, Level, Page, Part, Role, Tone},
    place::{Hazard, Kind as PlaceKind, LatLon},
    words::{Line, Piece, Words},
};
use std::{collections::BTreeSet, sync::Arc};

/// So many are listed: farther ones are no help to somebody on foot.
const MOST: usize = 24;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub kind: PlaceKind,
    /// Only places for this hazard; all when nothing is chosen.
    pub hazard: Option<Hazard>,
    pub shown: Shown,
    /// Where the kiosk stands.
    pub from: Option<LatLon>,
    pub found: Loaded<Arc<Nearby>>,
}

/// What has the room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    #[default]
    List,
    /// Which disaster it is.
    Hazards,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Open(Place),
    /// Choose for which disaster.
    Choose,
    Only(Option<Hazard>),
}

impl State {
    pub fn new(kind: PlaceKind, view: &View<'_>) -> Self {
        // What is in force decides whereto one escapes. It is offered, told why, and can be taken away.
        let hazard = danger::escape_from(view).filter(|_| kind == PlaceKind::EmergencySite).map(|(hazard, _)| hazard);
        Self { kind, hazard, shown: Shown::List, from: view.standing.here(), found: Loaded::Waiting }
    }

    fn wanted(&self) -> Wanted {
        Wanted { kind: Some(self.kind), hazard: self.hazard, from: self.from, limit: MOST }
    }

    pub(super) fn needs(&self) -> StoreJob {
        StoreJob::Near(self.wanted())
    }

    /// Whether this is what was asked for last; the answer knows better where a sample kiosk stands.
    pub(super) fn waits_for(&self, wanted: &Wanted) -> bool {
        Wanted { from: self.from, ..*wanted } == self.wanted()
    }
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Open(place) => vec![Event::Go(place)],
        Msg::Choose => {
            state.shown = Shown::Hazards;
            vec![Event::Anew]
        }
        Msg::Only(hazard) => {
            (state.hazard, state.shown) = (hazard, Shown::List);
            vec![Event::Fetch, Event::Anew]
        }
    }
}

/// With the disaster that was chosen: it stands above every leaf of the list.
pub fn title(state: &State, view: &View<'_>) -> Line {
    let kind = around::kind(view.words(), state.kind);
    match state.hazard {
        Some(hazard) => kind.join(&Line::verbatim("：")).join(&around::hazard(view.words(), hazard)),
        None => kind,
    }
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let top = Part::group(Kind::Top, [Part::text(Level::Title, title(state, view))]);
    let body = match &state.found {
        _ if state.shown == Shown::Hazards => choices(state, view.words()),
        Loaded::Ready(nearby) => body(state, nearby, view),
        other => view.instead(other),
    };
    Page::new([top].into_iter().chain(body))
}

fn body(state: &State, nearby: &Nearby, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let origin = nearby.found.iter().map(|near| near.spot.origin()).max().unwrap_or_default();
    if around::is_refused(origin, view) {
        return around::refused(view);
    }
    let mut out: Vec<Part<Msg>> = around::mark_shortly(origin, w).into_iter().collect();
    let about = around::about(w, state.kind).map(|line| Part::text(Level::Note, line));
    let chooser = chooser(state, w);
    out.extend(why(state, view));
    if nearby.found.is_empty() {
        out.extend(about.into_iter().chain(chooser));
        let lines = [(Level::Lead, w.places_none_here()), (Level::Body, w.places_none_remedy())];
        out.extend(lines.map(|(level, line)| Part::text(level, line)));
        return out;
    }
    out.push(Part::text(Level::Note, w.places_straight()));
    let order = order(nearby, w).map(|line| Part::text(Level::Note, line));
    let (before, after) = if nearby.wanted.from.is_none() { (order, None) } else { (None, order) };
    out.extend(before);
    // The nearest comes first on the smallest glass too; what else can be done about the list stands below it.
    let mut rows = nearby.found.iter().map(|near| row(near, origin, view));
    let first: Vec<_> = rows.by_ref().take(if chooser.is_some() { 1 } else { MOST }).collect();
    out.push(Part::group(Kind::List, first));
    out.extend(chooser);
    let rest: Vec<_> = rows.collect();
    out.extend((!rest.is_empty()).then(|| Part::group(Kind::List, rest)));
    out.extend(after);
    // Where nobody knows how far they are none of them is near.
    let count = match nearby.wanted.from {
        Some(_) => w.places_nearest(nearby.found.len(), nearby.all),
        None => w.places_count(nearby.all),
    };
    out.push(Part::text(Level::Note, count));
    out.extend(about);
    out
}

/// Why only some are listed, where what is in force decided it; and the way to all of them.
fn why(state: &State, view: &View<'_>) -> Option<Part<Msg>> {
    let w = view.words();
    let (hazard, fact) = danger::escape_from(view).filter(|(hazard, _)| state.hazard == Some(*hazard))?;
    let said = w.danger_near_why(around::hazard(w, hazard), danger::name(&fact.claim, view));
    let all = Control::button("hazard/in-force", w.danger_near_all(), Msg::Only(None)).icon("list");
    Some(Part::group(Kind::Callout(Tone::Care), [Part::text(Level::Body, said), all.into()]))
}

/// Leads to the disasters, where it makes a difference which one it is.
fn chooser(state: &State, w: &Words) -> Option<Part<Msg>> {
    let name = match state.hazard {
        Some(hazard) => w.places_only(around::hazard(w, hazard)),
        None => w.places_pick(),
    };
    let button = || Control::button("hazard", name, Msg::Choose).icon("warning").into();
    (state.kind == PlaceKind::EmergencySite).then(button)
}

fn choices(state: &State, w: &Words) -> Vec<Part<Msg>> {
    let choice = |id: &str, name, hazard| {
        let control = Control::new(Role::Choice, format!("hazard/{id}"), name, Msg::Only(hazard));
        control.on(state.hazard == hazard).into()
    };
    let all = choice("all", w.places_all_hazards(), None);
    let each = around::HAZARDS.into_iter();
    let each = each.map(|hazard| choice(hazard.name(), around::hazard(w, hazard), Some(hazard)));
    let about = [Part::text(Level::Lead, w.places_which_hazard()), Part::text(Level::Body, w.places_pick_about())];
    about.into_iter().chain([Part::group(Kind::Row, [all].into_iter().chain(each))]).collect()
}

/// What the order of the list rests on.
fn order(nearby: &Nearby, w: &Words) -> Option<Line> {
    let unplaced = || nearby.found.iter().any(|near| near.way.is_none());
    match nearby.wanted.from {
        None => Some(w.places_by_name()),
        Some(_) => unplaced().then(|| w.places_no_position()),
    }
}

fn row(near: &Near, origin: Origin, view: &View<'_>) -> Part<Msg> {
    let place = Place::Spot(near.spot.place.id.as_str().into());
    let name = around::name(view.words(), &near.spot.name, origin);
    let arrow = around::arrow(near.way);
    Control::new(Role::Row, place.to_string(), name, Msg::Open(place)).icon(arrow).detail(detail(near, view)).into()
}

/// Which way, how far, whether it was open, for which disasters, which room. How one walks stands on the page of the place.
fn detail(near: &Near, view: &View<'_>) -> Line {
    let w = view.words();
    let (opened, room) = (opened::short(near, view), around::room(near));
    let first = [around::kana(near), Some(around::way(w, near.way)), opened].into_iter().flatten();
    let parts = first.chain(hazards(near, w)).chain(room);
    parts
        .reduce(|all, part| Line::compose([Piece::Bits(all.bits()), Piece::Verbatim("　"), Piece::Bits(part.bits())]))
        .unwrap_or_default()
}

/// 「○ 洪水・地震」「対象外 津波」, in words, as the data say it.
fn hazards(near: &Near, w: &Words) -> Vec<Line> {
    let place = &near.spot.place;
    if place.kind != PlaceKind::EmergencySite {
        return vec![];
    }
    let told = |which: &BTreeSet<Hazard>| {
        let names = around::HAZARDS.into_iter().filter(|hazard| which.contains(hazard));
        around::listed(names.map(|hazard| around::hazard(w, hazard)))
    };
    let covered = told(&place.hazards).map(|hazards| w.places_for(hazards));
    let not = told(&place.not_for).map(|hazards| w.places_not_for(hazards));
    covered.into_iter().chain(not).collect()
}
