//! What lies over a screen. One at a time; the stronger one wins, and none of them loses what is beneath.

use super::{Event, Msg, View, alert, ear, help, language, leave, rest};
use crate::{page::Page, words::Line};
use std::time::Duration;

/// From the weakest to the strongest.
#[derive(Clone, Debug, PartialEq)]
pub enum Overlay {
    /// Nobody is there.
    Rest(rest::State),
    Language(language::State),
    Help(help::State),
    /// Headphones were plugged in.
    Ear(ear::State),
    Leave(leave::State),
    /// What must be heard of at once.
    Alert(alert::State),
}

impl Overlay {
    /// `over`: the title of the page beneath.
    pub const fn help(over: Line) -> Self {
        Self::Help(help::State { over })
    }

    pub const fn language() -> Self {
        Self::Language(language::State)
    }

    /// The thanks after 「おわる」, until this moment on the kiosk's own clock.
    pub const fn farewell(until: Duration) -> Self {
        Self::Leave(leave::State::Farewell { until })
    }

    /// The question whether the paper was taken, until this moment.
    pub const fn paper(until: Duration) -> Self {
        Self::Leave(leave::State::Paper { until })
    }

    /// The question whether anybody is there, until this moment.
    pub const fn quiet(until: Duration) -> Self {
        Self::Leave(leave::State::Quiet { until })
    }

    const fn rank(&self) -> u8 {
        match self {
            Self::Rest(_) | Self::Language(_) => 0,
            Self::Help(_) | Self::Ear(_) => 1,
            Self::Leave(_) => 2,
            Self::Alert(_) => 3,
        }
    }

    /// Whether it may lie where `there` lies.
    pub fn covers(&self, there: Option<&Self>) -> bool {
        there.is_none_or(|there| there.rank() <= self.rank())
    }

    /// When the visit ends by itself, if it does.
    pub const fn until(&self) -> Option<Duration> {
        match self {
            Self::Leave(state) => Some(state.until()),
            Self::Rest(_) | Self::Language(_) | Self::Help(_) | Self::Ear(_) | Self::Alert(_) => None,
        }
    }

    /// When it goes away by itself without ending the visit.
    pub const fn goes(&self) -> Option<Duration> {
        match self {
            Self::Alert(state) => Some(state.until),
            Self::Rest(_) | Self::Language(_) | Self::Help(_) | Self::Ear(_) | Self::Leave(_) => None,
        }
    }

    /// Nobody is there: any touch and any key takes it away.
    pub const fn is_rest(&self) -> bool {
        matches!(self, Self::Rest(_))
    }

    pub const fn is_alert(&self) -> bool {
        matches!(self, Self::Alert(_))
    }

    /// The visit is about to end because somebody said so.
    pub const fn is_leaving(&self) -> bool {
        matches!(self, Self::Leave(leave::State::Farewell { .. } | leave::State::Paper { .. }))
    }

    /// Asks whether anybody is there: any press is an answer.
    pub const fn is_quiet(&self) -> bool {
        matches!(self, Self::Leave(leave::State::Quiet { .. }))
    }

    pub fn update(&mut self, msg: Msg) -> Vec<Event> {
        match (self, msg) {
            (Self::Language(state), Msg::Language(msg)) => language::update(state, msg),
            (Self::Help(state), Msg::Help(msg)) => help::update(state, msg),
            (Self::Ear(state), Msg::Ear(msg)) => ear::update(state, msg),
            (Self::Leave(state), Msg::Leave(msg)) => leave::update(state, msg),
            (Self::Alert(state), Msg::Alert(msg)) => alert::update(state, msg),
            (Self::Rest(state), Msg::Rest(msg)) => rest::update(state, msg),
            _ => vec![],
        }
    }

    pub fn title(&self, view: &View<'_>) -> Line {
        match self {
            Self::Language(_) => language::title(view),
            Self::Help(_) => help::title(view),
            Self::Ear(_) => ear::title(view),
            Self::Leave(state) => leave::title(state, view),
            Self::Alert(state) => alert::title(state, view),
            Self::Rest(_) => rest::title(view),
        }
    }

    pub fn page(&self, view: &View<'_>) -> Page<Msg> {
        match self {
            Self::Language(state) => language::page(state, view).map(Msg::Language),
            Self::Help(state) => help::page(state, view).map(Msg::Help),
            Self::Ear(state) => ear::page(state, view).map(Msg::Ear),
            Self::Leave(state) => leave::page(state, view).map(Msg::Leave),
            Self::Alert(state) => alert::page(state, view).map(Msg::Alert),
            Self::Rest(state) => rest::page(state, view).map(Msg::Rest),
        }
    }
}
