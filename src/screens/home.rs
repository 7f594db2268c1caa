//! The first page: what there is, in the words of a host. In a shelter it answers the questions of the first three days.

mod shelter;

use super::{Event, Loaded, Place, Setting, View, danger, language::unread};
use crate::{
    config::{Mode, Stretch},
    job::{Nearby, StoreJob, Wanted},
    page::{Control, Kind, Level, Page, Part},
    place::LatLon,
    words::{Letters, Line, Tongue, Words},
};
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Where the kiosk stands; only in a shelter, whose own ways are looked up.
    from: Option<LatLon>,
    /// This shelter, and those around.
    around: Loaded<Arc<Nearby>>,
}

impl State {
    pub const fn empty() -> Self {
        Self { from: None, around: Loaded::Waiting }
    }

    pub fn new(view: &View<'_>) -> Self {
        let from = view.standing.here().filter(|_| view.standing.mode == Mode::Shelter);
        Self { from, ..Self::empty() }
    }

    pub(super) fn needs(&self) -> Option<StoreJob> {
        self.from.map(|_| StoreJob::Near(shelter::wanted(self.from)))
    }

    pub(super) fn waits_for(&self, wanted: &Wanted) -> bool {
        *wanted == shelter::wanted(self.from)
    }

    pub(super) fn found(&mut self, nearby: Arc<Nearby>) {
        self.around = Loaded::Ready(nearby);
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Open(Place),
    Speak(Tongue),
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Open(place) => vec![Event::Go(place)],
        Msg::Speak(tongue) => vec![Event::Set(Setting::Tongue(tongue))],
    }
}

pub fn title(view: &View<'_>) -> Line {
    let w = view.words();
    let config = &view.standing.config;
    match (view.standing.mode, &config.place, &config.name) {
        (Mode::Shelter, Some(place), _) => w.shelter_title(Line::parse(place)),
        (Mode::Shelter, None, _) => w.shelter_title_nameless(),
        (Mode::Class, ..) => config.class.as_ref().map_or_else(|| w.class_title(), |class| Line::parse(class)),
        (Mode::Everyday, _, Some(name)) => Line::verbatim(name),
        (Mode::Everyday, _, None) => w.kiosk_name(),
    }
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let title = Part::text(Level::Title, title(view));
    let also = also(w).into_iter();
    let last = [Part::group(Kind::Row, tongues(view))]
        .into_iter()
        .chain(unread(view).map(|line| Part::text(Level::Note, line)));
    match view.standing.mode {
        Mode::Shelter => {
            let own = shelter::Own::of(state, view);
            let head = [
                Part::group(Kind::Top, [title]),
                Part::text(Level::Age, danger::heard(view.standing.situation.as_deref(), view)),
            ];
            // Where else to go, where water is given: found from here too, without a card of its own on small glass.
            let row = Part::group(Kind::Row, [nearby(w)].into_iter().chain(hanging(view)).chain(also));
            let cards = Part::group(Kind::Cards, shelter(view));
            Page::new(
                head.into_iter().chain(own.before(view)).chain([cards]).chain(own.after(view)).chain([row]).chain(last),
            )
        }
        Mode::Class => Page::new(
            [
                Part::group(Kind::Top, [title]),
                Part::text(Level::Hello, w.class_hello()),
                Part::group(Kind::Cards, [lessons(w).into()]),
                Part::group(Kind::Cards, others(w)),
                Part::group(Kind::Row, also),
            ]
            .into_iter()
            .chain(last),
        ),
        Mode::Everyday => Page::new(
            [
                Part::group(Kind::Top, [title, Part::text(Level::Note, w.kiosk_subtitle())]),
                Part::text(Level::Hello, w.home_hello()),
                Part::text(Level::Body, w.home_safe()),
                Part::group(
                    Kind::Cards,
                    called_for(view).into_iter().chain([lessons(w).into(), offices(w).into()]).chain(everyday(view)),
                ),
                Part::group(Kind::Row, also),
            ]
            .into_iter()
            .chain(last),
        ),
    }
}

fn card(group: &str, name: Line, icon: &'static str) -> Control<Msg> {
    Control::card(format!("card/{group}"), name, Msg::Open(Place::Shelf(group.into()))).icon(icon)
}

fn danger_card(view: &View<'_>) -> Control<Msg> {
    let card = Control::card("card/danger", view.words().group_danger(), Msg::Open(Place::Danger)).icon("warning");
    match danger::short(view) {
        Some(name) => card.detail(name),
        None => card,
    }
}

/// On other days than those of a shelter it comes first while something is in force, and is not there else.
fn called_for(view: &View<'_>) -> Option<Part<Msg>> {
    danger::is_called_for(view).then(|| danger_card(view).into())
}

fn lessons(w: &Words) -> Control<Msg> {
    card("phone", w.home_lessons(), "phone").detail(w.home_lessons_detail())
}

fn offices(w: &Words) -> Control<Msg> {
    card("procedures", w.group_procedures(), "house").detail(w.home_office_detail())
}

fn places(w: &Words) -> Control<Msg> {
    Control::card("card/places", w.home_places(), Msg::Open(Place::Places)).icon("pin")
}

fn everyday(view: &View<'_>) -> [Part<Msg>; 3] {
    let w = view.words();
    [card("prepare", w.group_prepare(), "shield"), places(w), board(view)].map(Part::from)
}

/// In a class, beside the lessons.
fn others(w: &Words) -> [Part<Msg>; 3] {
    [card("procedures", w.group_procedures(), "house"), card("prepare", w.group_prepare(), "shield"), places(w)]
        .map(Part::from)
}

/// How many are new is said in words.
fn board(view: &View<'_>) -> Control<Msg> {
    let w = view.words();
    let card = Control::card("card/board", w.home_board(), Msg::Open(Place::Board)).icon("paper");
    let now = view.standing.now;
    let new = view.standing.wall.iter().flat_map(|wall| wall.board.notices(now)).filter(|shown| shown.new).count();
    if new == 0 { card } else { card.icon("bell").detail(w.home_board_new(new)) }
}

/// Millimetres of a panel on which seven cards stand on one page.
const WIDE: f32 = 250.0;

/// What people ask changes while they stay: first whether they live, then how, then where.
fn shelter(view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let order = match view.standing.own.stretch(view.standing.now) {
        Stretch::Days => ["danger", "supplies", "family", "body", "lifelines", "recovery", "board"],
        Stretch::Weeks => ["supplies", "body", "recovery", "lifelines", "family", "danger", "board"],
        Stretch::Months => ["recovery", "body", "supplies", "lifelines", "board", "family", "danger"],
    };
    let named = |group: &str| match group {
        "danger" => danger_card(view),
        "supplies" => card(group, w.group_supplies(), "drop"),
        "family" => card(group, w.group_family(), "family").detail(w.shelter_family_detail()),
        "body" => card(group, w.group_body(), "heart"),
        "lifelines" => card(group, w.group_lifelines(), "plug"),
        "recovery" => card(group, w.group_recovery(), "broken-house").detail(w.shelter_house_detail()),
        _ => board(view),
    };
    // On small glass the six questions are what must stand on the first page.
    let board = view.standing.panel.w >= WIDE;
    order.into_iter().filter(|group| board || *group != "board").map(named).map(Part::from).collect()
}

fn also(w: &Words) -> [Part<Msg>; 3] {
    [
        ("also/search", w.home_search(), "search", Place::Search),
        ("also/settings", w.home_settings(), "gear", Place::Settings),
        ("also/help", w.home_help(), "help", Place::Help),
    ]
    .map(|(id, name, icon, place)| button(id, name, icon, place))
}

/// The other tongues, each in its own name, for whoever cannot read the one that is shown.
fn tongues<'v>(view: &'v View<'_>) -> impl Iterator<Item = Part<Msg>> + use<'v> {
    let others = view.standing.offered().filter(|other| other.tongue != view.settings.tongue);
    let shown = others.filter(|other| other.letters == Letters::Shown);
    shown.map(|other| {
        let (id, msg) = (format!("tongue/{}", other.tongue), Msg::Speak(other.tongue.clone()));
        Control::button(id, other.name.clone(), msg).into()
    })
}

/// Where there is no room for its card.
fn hanging(view: &View<'_>) -> Option<Part<Msg>> {
    let small = view.standing.panel.w < WIDE;
    small.then(|| button("also/board", view.words().home_board(), "paper", Place::Board))
}

fn nearby(w: &Words) -> Part<Msg> {
    button("also/places", w.home_places(), "pin", Place::Places)
}

fn button(id: &'static str, name: Line, icon: &'static str, place: Place) -> Part<Msg> {
    Control::button(id, name, Msg::Open(place)).icon(icon).into()
}
