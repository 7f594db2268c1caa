//! How the shelters are, as staff say it: which one, how many people if they know, and one press. The time is that of the press. Behind the
//! door: it has no address.

use super::{Event, Loaded, View, around, opened};
use crate::{
    job::{Near, Nearby, Origin, StoreJob, Wanted},
    page::{Control, Kind, Level, Page, Part, Role},
    place::{Kind as PlaceKind, LatLon, Open, Room},
    words::Line,
};
use smol_str::SmolStr;
use std::sync::Arc;

/// So many are listed, the nearest first: staff know of those around.
const MOST: usize = 24;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub kind: PlaceKind,
    pub from: Option<LatLon>,
    pub found: Loaded<Arc<Nearby>>,
    pub chosen: Option<SmolStr>,
    pub people: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Kind(PlaceKind),
    Choose(SmolStr),
    People(Option<u32>),
    Tell { id: SmolStr, open: Open, room: Room },
    Cancel,
}

impl State {
    pub fn new(view: &View<'_>) -> Self {
        let from = view.standing.here();
        Self { kind: PlaceKind::Shelter, from, found: Loaded::Waiting, chosen: None, people: None }
    }

    fn wanted(&self) -> Wanted {
        Wanted { kind: Some(self.kind), hazard: None, from: self.from, limit: MOST }
    }

    pub(super) fn needs(&self) -> StoreJob {
        StoreJob::Near(self.wanted())
    }

    pub(super) fn waits_for(&self, wanted: &Wanted) -> bool {
        let own = self.wanted();
        (wanted.kind, wanted.hazard, wanted.limit) == (own.kind, own.hazard, own.limit)
    }
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Kind(kind) => {
            (state.kind, state.found) = (kind, Loaded::Waiting);
            vec![Event::Fetch, Event::Anew]
        }
        Msg::Choose(id) => {
            (state.chosen, state.people) = (Some(id), None);
            vec![Event::Anew]
        }
        Msg::People(people) => {
            state.people = people;
            vec![]
        }
        Msg::Tell { id, open, room } => {
            state.chosen = None;
            let people = state.people.take();
            vec![Event::Shelter { id, open, room, people }, Event::Fetch, Event::Anew]
        }
        Msg::Cancel if state.chosen.is_some() => {
            state.chosen = None;
            vec![Event::Anew]
        }
        Msg::Cancel => vec![Event::Enter],
    }
}

pub fn title(view: &View<'_>) -> Line {
    view.words().shelters_title()
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let mut parts = vec![Part::group(Kind::Top, [Part::text(Level::Title, title(view))])];
    let found = state.found.ready().map(|nearby| nearby.found.as_slice()).unwrap_or_default();
    let found: Vec<&Near> = found.iter().filter(|near| near.spot.origin() == Origin::Town).collect();
    let chosen = found.iter().find(|near| Some(near.spot.place.id.as_str()) == state.chosen.as_deref());
    match (chosen, &state.found) {
        // Without the time of the saying nobody could tell how old it is.
        _ if !view.standing.now.trusted => parts.push(Part::text(Level::Lead, w.shelters_clock())),
        (Some(near), _) => parts.extend(tell(near, state, view)),
        (None, Loaded::Ready(_)) => parts.extend(list(&found, state, view)),
        (None, other) => parts.extend(view.instead(other)),
    }
    let cancel = Control::button("shelters/cancel", w.order_cancel(), Msg::Cancel).icon("back");
    parts.push(Part::group(Kind::Row, [cancel.into()]));
    Page::new(parts)
}

fn list(found: &[&Near], state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let kind = |kind: PlaceKind| {
        let control =
            Control::new(Role::Choice, format!("kind/{}", kind.name()), around::kind(w, kind), Msg::Kind(kind));
        Part::from(control.on(kind == state.kind))
    };
    let kinds = Part::group(Kind::Row, [PlaceKind::Shelter, PlaceKind::EmergencySite].map(kind));
    if found.is_empty() {
        return vec![
            kinds,
            Part::text(Level::Lead, w.shelters_none()),
            Part::text(Level::Body, w.places_none_remedy()),
        ];
    }
    let row = |near: &&Near| {
        let id = near.spot.place.id.as_str();
        let row = Control::new(Role::Row, format!("shelter/{id}"), near.spot.name.clone(), Msg::Choose(id.into()));
        let row = row.icon(around::icon(state.kind));
        Part::from(match opened::short(near, view) {
            Some(how) => row.detail(how),
            None => row,
        })
    };
    vec![kinds, Part::text(Level::Lead, w.shelters_which()), Part::group(Kind::List, found.iter().map(row))]
}

fn tell(near: &Near, state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let id: SmolStr = near.spot.place.id.as_str().into();
    let way = |key: &'static str, name: Line, icon: &'static str, open: Open, room: Room| {
        let msg = Msg::Tell { id: id.clone(), open, room };
        Part::from(Control::new(Role::Row, format!("tell/{key}"), name, msg).icon(icon))
    };
    let ways = [
        way("open", w.shelters_open(), "circle", Open::Open, Room::Unknown),
        way("nearly", w.shelters_nearly(), "family", Open::Open, Room::Nearly),
        way("full", w.shelters_full(), "stop", Open::Open, Room::Full),
        way("closed", w.shelters_closed(), "lock", Open::Closed, Room::Unknown),
    ];
    let said = state.people.map_or_else(|| w.shelters_people_unsaid(), |people| w.shelters_people(people.to_string()));
    let count = state.people.unwrap_or_default();
    let step = |id: &'static str, name: Line, icon: &'static str, people: Option<u32>| {
        Part::from(Control::button(id, name, Msg::People(people)).icon(icon))
    };
    let steps = [
        step("people/fewer", w.shelters_fewer(10), "minus", count.checked_sub(10).filter(|people| *people > 0)),
        step("people/more", w.shelters_more(10), "plus", Some((count + 10).min(MANY))),
        step("people/one", w.shelters_more(1), "plus", Some((count + 1).min(MANY))),
    ];
    vec![
        Part::text(Level::Lead, near.spot.name.clone()),
        Part::text(Level::Body, w.shelters_how()),
        Part::group(Kind::List, ways),
        Part::text(Level::Body, said),
        Part::group(Kind::Row, steps),
        Part::text(Level::Note, w.order_recorded()),
    ]
}

/// More people are in no shelter.
const MANY: u32 = 9_999;
