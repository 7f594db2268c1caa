//! One place: where it is, how one gets there, what it is for and what it is not for, whether it is open as far as anybody has said, and
//! how old all that is.

use super::{Loaded, View, around, opened};
use crate::{
    clock::Now,
    job::{Near, StoreJob},
    page::{Kind, Level, Page, Part, Tone},
    place::{Hazard, Kind as PlaceKind, LatLon, Place},
    words::{Line, Words},
};
use smol_str::SmolStr;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub id: SmolStr,
    /// Where the kiosk stands.
    pub from: Option<LatLon>,
    pub near: Loaded<Near>,
}

/// There is nothing to press here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {}

impl State {
    pub fn new(id: SmolStr, view: &View<'_>) -> Self {
        Self { id, from: view.standing.here(), near: Loaded::Waiting }
    }

    pub(super) fn needs(&self) -> StoreJob {
        StoreJob::Spot { id: self.id.clone(), from: self.from }
    }
}

pub fn title(state: &State, view: &View<'_>) -> Line {
    let w = view.words();
    state.near.ready().map_or_else(|| w.places_title(), |near| around::kind(w, near.spot.place.kind))
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let top = Part::group(Kind::Top, [Part::text(Level::Title, title(state, view))]);
    let body = match &state.near {
        Loaded::Ready(near) if around::is_refused(near.spot.origin(), view) => around::refused(view),
        Loaded::Ready(near) => body(near, view),
        other => view.instead(other),
    };
    Page::new([top].into_iter().chain(body))
}

fn body(near: &Near, view: &View<'_>) -> Vec<Part<Msg>> {
    let (w, spot) = (view.words(), &near.spot);
    let (place, origin) = (&spot.place, spot.origin());
    let mut out: Vec<Part<Msg>> = around::mark(origin, w).into_iter().collect();
    out.push(Part::text(Level::Heading, around::name(w, &near.spot.name, origin)));
    out.extend(around::kana(near).map(|line| Part::text(Level::Note, line)));
    out.push(Part::text(Level::Lead, around::way(w, near.way)));
    out.push(Part::text(Level::Note, w.places_straight()));
    let walk = around::walk(near).map(|line| Part::text(Level::Body, w.places_walk(line)));
    out.extend(walk.map(|line| Part::group(Kind::Callout(Tone::Hint), [line])));
    out.extend(opened::parts(near, view));
    out.extend(facts(near, w).into_iter().map(|line| Part::text(Level::Body, line)));
    out.extend(around::about(w, place.kind).map(|line| Part::text(Level::Body, line)));
    out.extend(other(place, w).map(|line| Part::text(Level::Body, line)));
    out.extend(hazards(near, w));
    let told = place.details.iter().filter(|detail| !around::is_walk(&detail.label));
    out.extend(
        told.map(|detail| Part::text(Level::Body, w.places_note(spot.line(&detail.label), spot.line(&detail.text)))),
    );
    out.extend(place.notes.iter().map(|note| Part::text(Level::Body, spot.line(note))));
    out.push(Part::text(Level::Note, w.places_from(near.spot.source.as_str())));
    let date = |at| {
        let at = Now { at, trusted: true }.jst().date();
        w.places_taken(w.date(at))
    };
    out.extend(near.spot.taken.map(|at| Part::text(Level::Age, date(at))));
    out
}

fn facts(near: &Near, w: &Words) -> Vec<Line> {
    let (place, spot) = (&near.spot.place, &near.spot);
    let told = |text: &str, line: &dyn Fn(Line) -> Line| (!text.trim().is_empty()).then(|| line(spot.line(text)));
    let capacity = place.capacity.map(|people| w.places_capacity(w.places_how_many(people.to_string())));
    [
        around::room(near).map(|room| w.places_room(room)),
        told(&place.address, &|text| w.places_address(text)),
        told(&place.phone, &|text| w.places_phone(text)),
        told(&place.hours, &|text| w.places_hours(text)),
        capacity,
        told(&place.for_whom, &|text| w.places_for_whom(text)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// That it is the other of the two as well.
fn other(place: &Place, w: &Words) -> Option<Line> {
    match place.kind {
        PlaceKind::EmergencySite if place.also_other => Some(w.places_also_shelter()),
        PlaceKind::Shelter if place.also_other => Some(w.places_also_emergency_site()),
        _ => None,
    }
}

/// For which disasters, one by one.
fn hazards(near: &Near, w: &Words) -> Vec<Part<Msg>> {
    let place = &near.spot.place;
    let told = !(place.hazards.is_empty() && place.not_for.is_empty() && place.partly.is_empty());
    if place.kind != PlaceKind::EmergencySite && !told {
        return vec![];
    }
    let one = |hazard: Hazard| {
        let name = around::hazard_in_full(w, hazard);
        match place.partly.get(&hazard) {
            _ if place.hazards.contains(&hazard) => w.places_covers(name),
            Some(text) => w.places_covers_partly(name, near.spot.line(text)),
            None if place.not_for.contains(&hazard) => w.places_covers_not(name),
            None => w.places_covers_unsaid(name),
        }
    };
    let heading = Part::text(Level::Heading, w.places_hazards());
    let lines = around::HAZARDS.into_iter().map(|hazard| Part::text(Level::Body, one(hazard)));
    [heading].into_iter().chain(lines).collect()
}
