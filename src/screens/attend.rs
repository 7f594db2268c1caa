//! What a key, a button of a pad or a switch is on a screen: almost everywhere it acts, where it is practised it only tells what it does, and
//! where switches are told apart it is one of them.

use super::{Msg, Screen, View, trial, wire};
use crate::words::Line;

/// What a key, a button of a pad or a switch does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attention {
    /// What it is for.
    Acts,
    /// It only tells what it is for.
    Tells,
    /// It is looked at as a switch.
    Wires,
}

impl Screen {
    /// What a key is here.
    pub fn attention(&self) -> Attention {
        match self {
            Self::Trial(_) => Attention::Tells,
            Self::Switches(state) if state.listens() => Attention::Wires,
            _ => Attention::Acts,
        }
    }

    /// What a key means where it does not act.
    pub fn key(&self, key: trial::KeyDown) -> Option<Msg> {
        match self {
            Self::Trial(_) => Some(Msg::Trial(trial::Msg::Key(key))),
            Self::Switches(_) => key.signal.map(|signal| Msg::Switches(wire::Msg::Signal(signal))),
            _ => None,
        }
    }

    /// What it says of the last key.
    pub fn explains(&self, view: &View<'_>) -> Option<Line> {
        match self {
            Self::Trial(state) => trial::said(state, view),
            Self::Switches(state) => Some(wire::said(state, view)),
            _ => None,
        }
    }
}
