//! The questions of the first start.

use serde::{Deserialize, Serialize};

/// One question of the first start, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    #[default]
    Tongue,
    Town,
    Place,
    Screen,
    Clock,
    Sound,
    Print,
    Number,
}

impl Step {
    pub const ALL: [Self; 8] =
        [Self::Tongue, Self::Town, Self::Place, Self::Screen, Self::Clock, Self::Sound, Self::Print, Self::Number];

    /// From 0.
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or(0)
    }

    /// `None` after the last.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.index() + 1).copied()
    }

    /// `None` before the first.
    pub fn back(self) -> Option<Self> {
        Self::ALL.get(self.index().checked_sub(1)?).copied()
    }

    /// As in the address of the page (`setup/town`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tongue => "tongue",
            Self::Town => "town",
            Self::Place => "place",
            Self::Screen => "screen",
            Self::Clock => "clock",
            Self::Sound => "sound",
            Self::Print => "print",
            Self::Number => "number",
        }
    }
}
