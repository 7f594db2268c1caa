//! For those who use the kiosk by ear: what is asked when headphones are plugged in, and the page that stands on the glass while it is
//! covered, so that nobody reads over a shoulder. Covered, the kiosk goes on: it is heard, and keys, pads and switches do what they do.

use super::{Event, Mask, Setting, View};
use crate::{
    page::{Control, Kind, Level, Page, Part, Weight},
    words::Line,
};

/// The question; nothing in it changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    Cover,
    Leave,
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    let cover = (msg == Msg::Cover).then_some(Event::Set(Setting::Mask(Mask::On)));
    cover.into_iter().chain([Event::Close]).collect()
}

pub fn title(view: &View<'_>) -> Line {
    view.words().ear_title()
}

pub fn page(_: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let leave = Control::button("ear/leave", w.ear_leave(), Msg::Leave).icon("check").weight(Weight::Primary);
    let cover = Control::button("ear/cover", w.ear_cover(), Msg::Cover).icon("moon");
    Page::new([
        Part::group(Kind::Top, [Part::text(Level::Title, title(view))]),
        Part::group(
            Kind::Poster,
            [
                Part::text(Level::Lead, w.ear_only()),
                Part::text(Level::Body, w.ear_ask()),
                Part::group(Kind::Row, [leave, cover].map(Part::from)),
            ],
        ),
    ])
}

/// What stands on the covered glass: nothing about anybody, and one control to take it away.
pub fn cover<M>(view: &View<'_>, uncover: M) -> Page<M> {
    let w = view.words();
    let button = Control::button("cover/away", w.mask_away(), uncover).icon("sun").weight(Weight::Primary);
    Page::new([
        Part::group(Kind::Top, [Part::text(Level::Title, w.mask_title())]),
        Part::group(Kind::Poster, [Part::text(Level::Lead, w.mask_by_ear()), Part::group(Kind::Row, [button.into()])]),
    ])
}
