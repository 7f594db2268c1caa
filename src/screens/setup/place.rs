//! This place: what it is called, what kind of building it is, and how one walks from its entrance.

use super::{Asks, Msg, State, Text, View, pages};
use crate::{
    config::{Building, Change, Position},
    job::{Origin, Spot},
    page::{Control, Kind, Level, Part, Role},
    place::Kind as PlaceKind,
    screens::around,
    words::{Line, Words},
};
use std::sync::Arc;

const BUILDINGS: [Building; 7] = [
    Building::Shelter,
    Building::Hall,
    Building::School,
    Building::Office,
    Building::Library,
    Building::Care,
    Building::Other,
];

pub(super) fn name(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let here = view.standing.config.place.as_ref();
    let now = here.map(|place| Part::text(Level::Lead, w.setup_now(Line::parse(place))));
    let write = if here.is_some() { w.setup_name_rewrite() } else { w.setup_name_write() };
    let write = Control::button("name/write", write, Msg::Ask(Asks::Write(Text::Name))).icon("pencil");
    let hello = Part::text(Level::Hello, w.setup_name_hello());
    [hello]
        .into_iter()
        .chain(now)
        .chain(listed(state, view))
        .chain([Part::group(Kind::Row, [write.into()]), Part::text(Level::Note, w.setup_name_file())])
        .chain([pages::around(state, view)])
        .collect()
}

/// More buildings than a page of choices holds are found by writing.
const FEW: usize = 7;

/// The buildings of the town's data: all of a few; of many it says that they are found by writing.
fn listed(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let all = state.buildings.ready().map_or(0, |buildings| buildings.all);
    let found = known(state, view);
    if found.is_empty() {
        return vec![];
    }
    if all > FEW {
        return vec![Part::text(Level::Body, w.setup_name_many(all))];
    }
    let kind = |spot: &Arc<Spot>| around::kind(view.words(), spot.place.kind);
    let choices = found.iter().map(|spot| Part::from(choice(spot, view).detail(kind(spot))));
    vec![Part::text(Level::Body, w.setup_name_few()), Part::group(Kind::Row, choices)]
}

/// What may be offered as this place: made-up buildings only in the made-up town.
pub(super) fn known(state: &State, view: &View<'_>) -> Vec<Arc<Spot>> {
    let made_up = view.standing.config.town.as_ref().is_some_and(|town| town.is_sample());
    let found = state.buildings.ready().map(|buildings| buildings.found.as_slice()).unwrap_or_default();
    found.iter().filter(|spot| made_up || spot.origin() == Origin::Town).cloned().collect()
}

/// One of them.
pub(super) fn choice(spot: &Arc<Spot>, view: &View<'_>) -> Control<Msg> {
    let w = view.words();
    let on = view.standing.config.place.as_ref().is_some_and(|here| *here == spot.name.notation());
    let name = around::name(w, &spot.name, spot.origin());
    let stands = Msg::Stands(Arc::clone(spot));
    Control::new(Role::Choice, format!("site/{}", spot.place.id), name, stands).on(on)
}

/// What is known once somebody says that this is the building: its name, where it stands, and what kind it seems to be, which the next
/// page shows and asks.
pub(super) fn stands(spot: &Spot) -> Vec<Change> {
    let at = spot.place.at.map(|at| Position { lat: at.lat, lon: at.lon });
    let kind = building_of(spot).map(Change::Building);
    [Change::Place(Some(spot.name.notation())), Change::Position(at)].into_iter().chain(kind).collect()
}

/// Words that end or begin the names of such buildings all over the country.
const NAMED: [(&[&str], Building); 5] = [
    (&["学校", "学園", "高校", "大学"], Building::School),
    (&["図書館"], Building::Library),
    (&["公民館", "集会所", "会館", "コミュニティ", "交流センター"], Building::Hall),
    (&["市役所", "町役場", "村役場", "役所", "庁舎", "支所"], Building::Office),
    (&["福祉", "老人", "デイサービス"], Building::Care),
];

/// By what its name says; else by what the data say. What neither says is asked.
fn building_of(spot: &Spot) -> Option<Building> {
    let name = spot.name.plain();
    let named = NAMED.iter().find(|(words, _)| words.iter().any(|word| name.contains(word)));
    named.map(|(_, building)| *building).or(match spot.place.kind {
        PlaceKind::Shelter => Some(Building::Shelter),
        PlaceKind::Care => Some(Building::Care),
        _ => None,
    })
}

pub(super) fn building(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let here = view.standing.config.building;
    let choice = |building| {
        let (id, name) = building_name(building, w);
        let id = format!("building/{id}");
        Part::from(
            Control::new(Role::Choice, id, name, Msg::Settle(Change::Building(building))).on(here == Some(building)),
        )
    };
    vec![
        Part::text(Level::Hello, w.setup_building_hello()),
        Part::group(Kind::Row, BUILDINGS.map(choice)),
        pages::around(state, view),
    ]
}

pub(in crate::screens) fn building_name(building: Building, w: &Words) -> (&'static str, Line) {
    match building {
        Building::Shelter => ("shelter", w.building_shelter()),
        Building::Hall => ("hall", w.building_hall()),
        Building::School => ("school", w.building_school()),
        Building::Office => ("office", w.building_office()),
        Building::Library => ("library", w.building_library()),
        Building::Care => ("care", w.building_care()),
        Building::Other => ("other", w.building_other()),
    }
}

pub(super) fn entrance(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let here = view.standing.config.entrance.as_ref();
    let now = here.map(|way| Part::text(Level::Lead, w.setup_now(Line::parse(way))));
    let ready = [
        ("right", w.entrance_right()),
        ("left", w.entrance_left()),
        ("front", w.entrance_front()),
        ("upstairs", w.entrance_upstairs()),
    ];
    let choice = |(id, line): (&str, Line)| {
        let (way, id) = (line.notation(), format!("entrance/{id}"));
        let on = here == Some(&way);
        Part::from(Control::new(Role::Choice, id, line, Msg::Settle(Change::Entrance(Some(way)))).on(on))
    };
    let write = Control::button("entrance/write", w.setup_entrance_write(), Msg::Ask(Asks::Write(Text::Entrance)));
    let choices = ready.map(choice).into_iter().chain([write.icon("pencil").into()]);
    [Part::text(Level::Hello, w.setup_entrance_hello())]
        .into_iter()
        .chain(now)
        .chain([Part::group(Kind::Row, choices), pages::around(state, view)])
        .collect()
}
