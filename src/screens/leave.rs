//! The end of a visit: the farewell after 「おわる」, and the question whether anybody is still there.

use super::{Event, View};
use crate::{
    page::{Control, Kind, Level, Page, Part, Weight},
    words::Line,
};
use std::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Thanked, and gone at this moment.
    Farewell { until: Duration },
    /// Something was printed: asked whether it was taken; gone at this moment.
    Paper { until: Duration },
    /// Nobody has pressed anything for a while; gone at this moment.
    Quiet { until: Duration },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    Stay,
    /// The paper is taken.
    Taken,
    Leave,
}

impl State {
    /// When the visit ends, on the kiosk's own clock.
    pub const fn until(self) -> Duration {
        match self {
            Self::Farewell { until } | Self::Paper { until } | Self::Quiet { until } => until,
        }
    }

    /// Whole seconds that are left, at least 1 while there is time at all.
    pub fn left(self, running: Duration) -> u64 {
        self.until().saturating_sub(running).as_millis().div_ceil(1000).try_into().unwrap_or(u64::MAX)
    }
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Stay => vec![Event::Close],
        Msg::Taken => vec![Event::Farewell],
        Msg::Leave => vec![Event::EndVisit],
    }
}

pub fn title(state: &State, view: &View<'_>) -> Line {
    match state {
        State::Farewell { .. } => view.words().leave_title(),
        State::Paper { .. } => view.words().print_taken_title(),
        State::Quiet { .. } => view.words().idle_title(),
    }
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let top = Part::group(Kind::Top, [Part::text(Level::Title, title(state, view))]);
    let button = |id, name, icon, msg| Control::button(id, name, msg).icon(icon);
    match state {
        State::Farewell { .. } => Page::new([
            top,
            Part::group(
                Kind::Poster,
                [
                    Part::text(Level::Hello, w.leave_thanks()),
                    Part::text(Level::Lead, w.leave_forgets()),
                    Part::group(
                        Kind::Row,
                        [
                            button("leave/now", w.leave_now(), "home", Msg::Leave).weight(Weight::Primary).into(),
                            button("leave/stay", w.leave_stay(), "back", Msg::Stay).into(),
                        ],
                    ),
                ],
            ),
        ]),
        State::Paper { .. } => Page::new([
            top,
            Part::group(Kind::Alert, [Part::text(Level::Hello, w.print_taken())]),
            Part::text(Level::Lead, w.print_taken_why()),
            Part::group(
                Kind::Row,
                [
                    button("leave/taken", w.print_taken_yes(), "check", Msg::Taken).weight(Weight::Primary).into(),
                    button("leave/stay", w.leave_stay(), "back", Msg::Stay).into(),
                ],
            ),
        ]),
        State::Quiet { .. } => Page::new([
            top,
            Part::group(
                Kind::Poster,
                [
                    // The seconds stand outside, so that assistive technology is not interrupted by every one of them.
                    Part::group(Kind::Alert, [Part::text(Level::Lead, w.idle_asks())]),
                    Part::text(Level::Hello, w.idle_left(state.left(view.standing.running))),
                    Part::group(
                        Kind::Row,
                        [
                            button("leave/stay", w.idle_stay(), "check", Msg::Stay).weight(Weight::Primary).into(),
                            button("leave/now", w.idle_end(), "back", Msg::Leave).weight(Weight::Away).into(),
                        ],
                    ),
                ],
            ),
        ]),
    }
}
