//! This place: what it is called, what kind of building it is, and how one walks from its entrance.

use super::{Asks, Msg, State, Text, View, pages};
use crate::{
    config::{Building, Change},
    page::{Control, Kind, Level, Part, Role},
    words::{Line, Words},
};

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
        .chain([
            Part::group(Kind::Row, [write.into()]),
            Part::text(Level::Note, w.setup_name_file()),
            pages::around(state, view),
        ])
        .collect()
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
