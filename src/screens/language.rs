//! The tongues this kiosk speaks, each in its own name. Lies over the page it was asked for on.

use super::{Beside, Event, Setting, View};
use crate::{
    page::{Control, Kind, Level, Page, Part, Role},
    words::{Letters, Line, Offered, Review, Tongue},
};

/// Nothing is kept here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Choose(Tongue),
    Beside(Beside),
    Close,
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Choose(tongue) => vec![Event::Set(Setting::Tongue(tongue)), Event::Close],
        Msg::Beside(beside) => {
            let setting = Setting::Beside(beside);
            vec![Event::Set(setting.clone()), Event::Said(setting)]
        }
        Msg::Close => vec![Event::Close],
    }
}

pub fn title(view: &View<'_>) -> Line {
    view.words().language_title()
}

pub fn page(_: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let mut parts = vec![
        Part::group(Kind::Top, [Part::text(Level::Title, title(view))]),
        Part::text(Level::Lead, w.language_intro()),
        Part::group(Kind::Row, view.standing.offered().map(|offered| choice(offered, view))),
    ];
    parts.extend(unread(view).map(|line| Part::text(Level::Note, line)));
    if !view.settings.tongue.is_japanese() {
        parts.push(Part::text(Level::Body, w.language_beside()));
        let ways = [(Beside::Hidden, "off", w.beside_off()), (Beside::Japanese, "on", w.beside_on())];
        let way = |(beside, id, name)| {
            let id = format!("beside/{id}");
            Part::from(Control::new(Role::Choice, id, name, Msg::Beside(beside)).on(beside == view.settings.beside))
        };
        parts.push(Part::group(Kind::Row, ways.map(way)));
    }
    let close = Control::button("tongue/close", w.language_close(), Msg::Close).icon("check");
    parts.push(Part::group(Kind::Row, [close.into()]));
    Page::new(parts)
}

/// What nobody could read is not offered; that it is lacking is said.
fn choice(offered: &Offered, view: &View<'_>) -> Part<Msg> {
    let Offered { tongue, name, letters, .. } = offered;
    let shown = *letters == Letters::Shown;
    let msg = shown.then(|| Msg::Choose(tongue.clone()));
    let choice = Control::new(Role::Choice, format!("tongue/{tongue}"), name.clone(), msg);
    let choice = choice.on(*tongue == view.settings.tongue);
    if shown { choice.into() } else { choice.detail(view.words().language_no_letters()).into() }
}

/// Said where nobody who speaks the tongue has read its words yet.
pub(super) fn unread(view: &View<'_>) -> Option<Line> {
    let mut here = view.standing.offered().filter(|offered| offered.tongue == view.settings.tongue);
    here.next().filter(|offered| offered.review == Review::Missing).map(|_| view.words().guide_not_reviewed())
}
