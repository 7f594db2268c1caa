//! What this is, how it is used by hand, keys, pad or switches, and where one is. Lies over the page it was asked for on.

use super::{Event, Place, View, trial};
use crate::{
    page::{Control, Kind, Level, Page, Part, Weight},
    words::Line,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The title of the page beneath.
    pub over: Line,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Close,
    Open(Place),
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Close => vec![Event::Close],
        Msg::Open(place) => vec![Event::Go(place)],
    }
}

pub fn title(view: &View<'_>) -> Line {
    view.words().help_title()
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let ways = [w.help_touch(), w.help_switch(), w.help_voice()];
    let doors = [
        ("help/keys", w.trial_title(), "keyboard", Place::Keys),
        ("help/settings", w.home_settings(), "gear", Place::Settings),
        ("help/sources", w.help_sources(), "book", Place::Sources),
        ("help/staff", w.help_staff(), "key", Place::Staff),
    ];
    let close = Control::button("help/close", w.help_close(), Msg::Close).icon("check").weight(Weight::Primary);
    let doors = doors.map(|(id, name, icon, place)| Control::button(id, name, Msg::Open(place)).icon(icon));
    let mut parts = vec![Part::group(Kind::Top, [Part::text(Level::Title, title(view))])];
    parts
        .extend([w.help_where(&state.over), w.help_what(), w.help_forgets()].map(|line| Part::text(Level::Body, line)));
    parts.push(Part::group(Kind::Row, [close].into_iter().chain(doors).map(Part::from)));
    parts.extend(ways.map(|line| Part::text(Level::Body, line)));
    parts.extend(trial::card(w));
    Page::new(parts)
}
