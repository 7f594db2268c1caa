//! Reading aloud: what is being said, phrase by phrase. A pure state machine; the voice itself is an engine behind [`Order`] and [`Heard`].

use crate::words::{Line, Tongue};

/// One thing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utterance {
    /// Comes back in every [`Heard`]; what comes late is known by it.
    pub ticket: u64,
    pub line: Line,
    pub tongue: Tongue,
    pub pace: Pace,
    pub volume: Volume,
}

/// How fast, in percent of 5 morae a second: seven steps from 50 to 200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pace(pub u8);

/// How loud: 0 (silent) to 10 (full), in steps of dB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Volume(pub u8);

/// What the voice is asked to do. A new `Say` silences what is being said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    Say(Utterance),
    Hush,
}

/// What the voice reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    Began {
        ticket: u64,
    },
    /// This phrase of the line is being heard now.
    Phrase {
        ticket: u64,
        phrase: u16,
    },
    Ended {
        ticket: u64,
    },
    Failed {
        ticket: u64,
    },
    /// Sound came or went.
    Sound(Sound),
}

/// Whether anything can be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sound {
    Works,
    /// No device: the page is shown with a badge and the phrases still move.
    NoDevice,
    /// No voice for this tongue.
    NoVoice,
}
