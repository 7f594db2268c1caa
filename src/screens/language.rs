//! The tongues this kiosk speaks, each in its own name. Lies over the page it was asked for on.

use super::{Event, Setting, View};
use crate::{
    page::{Control, Kind, Level, Page, Part, Role},
    words::{Line, Tongue},
};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Each tongue with its own name for itself.
    pub tongues: Vec<(Tongue, Line)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Choose(Tongue),
    Close,
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Choose(tongue) => vec![Event::Set(Setting::Tongue(tongue)), Event::Close],
        Msg::Close => vec![Event::Close],
    }
}

pub fn title(view: &View<'_>) -> Line {
    view.words().language_title()
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let choice = |(tongue, name): &(Tongue, Line)| {
        let id = format!("tongue/{tongue}");
        Part::from(
            Control::new(Role::Choice, id, name.clone(), Msg::Choose(tongue.clone()))
                .on(*tongue == view.settings.tongue),
        )
    };
    Page::new([
        Part::group(Kind::Top, [Part::text(Level::Title, title(view))]),
        Part::text(Level::Lead, w.language_intro()),
        Part::group(Kind::Row, state.tongues.iter().map(choice)),
        Part::group(Kind::Row, [Control::button("tongue/close", w.language_close(), Msg::Close).icon("check").into()]),
    ])
}
