//! The first page: what there is, in the words of a host. In a shelter it answers the questions of the first three days.

use super::{Event, Place, View};
use crate::{
    config::Mode,
    page::{Control, Kind, Level, Page, Part},
    words::{Line, Words},
};

/// Nothing is kept here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Open(Place),
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    let Msg::Open(place) = msg;
    vec![Event::Go(place)]
}

pub fn title(view: &View<'_>) -> Line {
    let w = view.words();
    let config = &view.standing.config;
    match (view.standing.mode, &config.place, &config.name) {
        (Mode::Shelter, Some(place), _) => w.shelter_title(Line::parse(place)),
        (Mode::Shelter, None, _) => w.shelter_title_nameless(),
        (Mode::Everyday | Mode::Class, _, Some(name)) => Line::verbatim(name),
        (Mode::Everyday | Mode::Class, _, None) => w.kiosk_name(),
    }
}

pub fn page(_: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let title = Part::text(Level::Title, title(view));
    let also = Part::group(Kind::Row, also(w));
    match view.standing.mode {
        Mode::Shelter => Page::new([
            Part::group(Kind::Top, [title]),
            Part::text(Level::Age, w.shelter_nothing_heard()),
            Part::group(Kind::Cards, shelter(w)),
            also,
        ]),
        Mode::Everyday | Mode::Class => Page::new([
            Part::group(Kind::Top, [title, Part::text(Level::Note, w.kiosk_subtitle())]),
            Part::text(Level::Hello, w.home_hello()),
            Part::text(Level::Body, w.home_safe()),
            Part::group(Kind::Cards, everyday(w)),
            also,
        ]),
    }
}

fn card(group: &str, name: Line, icon: &'static str) -> Control<Msg> {
    Control::card(format!("card/{group}"), name, Msg::Open(Place::Shelf(group.into()))).icon(icon)
}

fn everyday(w: &Words) -> [Part<Msg>; 5] {
    [
        card("phone", w.home_lessons(), "phone").detail(w.home_lessons_detail()),
        card("procedures", w.group_procedures(), "house").detail(w.home_office_detail()),
        card("prepare", w.group_prepare(), "shield"),
        Control::card("card/places", w.home_places(), Msg::Open(Place::Places)).icon("pin"),
        card("board", w.home_board(), "paper"),
    ]
    .map(Part::from)
}

fn shelter(w: &Words) -> [Part<Msg>; 6] {
    [
        card("danger", w.group_danger(), "warning"),
        card("supplies", w.group_supplies(), "drop"),
        card("family", w.group_family(), "family").detail(w.shelter_family_detail()),
        card("body", w.group_body(), "heart"),
        card("lifelines", w.group_lifelines(), "plug"),
        card("recovery", w.group_recovery(), "broken-house").detail(w.shelter_house_detail()),
    ]
    .map(Part::from)
}

fn also(w: &Words) -> [Part<Msg>; 3] {
    [
        ("also/search", w.home_search(), "search", Place::Search),
        ("also/settings", w.home_settings(), "gear", Place::Settings),
        ("also/help", w.home_help(), "help", Place::Help),
    ]
    .map(|(id, name, icon, place)| Control::button(id, name, Msg::Open(place)).icon(icon).into())
}
