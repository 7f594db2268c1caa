//! A press: what a person did, whichever way they did it. Touch, mouse, keys, pads and switches all end here, so that every one of them
//! can do everything, and the tests press without any device.

use crate::{
    config::{Scanning, Signal, Wiring},
    lay::walk::Dir,
    screens::trial::Does,
};
use egui::Key;

/// What a device reported: which key or button went down, if it has a name, and what that means.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Deed {
    pub(super) signal: Option<Signal>,
    pub(super) press: Press,
}

impl From<Press> for Deed {
    fn from(press: Press) -> Self {
        Self { signal: None, press }
    }
}

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Press {
    /// A finger or the mouse, in points of the window.
    Finger(Finger),
    /// Moves the focus.
    Go(Dir),
    /// Presses what has the focus; the second of two switches.
    Choose,
    /// The first of two switches; presses what has the focus when nobody scans.
    Step,
    /// Scanning with two switches, with one, or not at all.
    Switches,
    /// Back to where one came from, or out of what lies on top.
    Leave,
    /// Home, wherever one is.
    Home,
    /// Turns a leaf.
    Turn(Turn),
    /// Explains this page.
    Help,
    /// Says where one is.
    Where,
    /// Covers the glass, or takes that away.
    Cover,
    /// Says the last words again.
    Again,
    /// Reads the page, or stops.
    Read,
    Pace(Step),
    Volume(Step),
    /// Signs typed on a real keyboard.
    Type(String),
    /// Takes the last sign away.
    Erase,
    /// A key that writes: the sign it writes follows.
    Letter,
    /// A key that means nothing: somebody is there all the same, and hears the page.
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Back,
    Next,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Less,
    More,
}

/// A finger or the mouse on the glass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Finger {
    /// Which finger; 0 is the mouse.
    pub(super) id: u64,
    pub(super) phase: Phase,
    /// Points from the left and from the top.
    pub(super) at: [f32; 2],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Down,
    Move,
    Up,
    /// The device took it back: nothing was pressed.
    Cancel,
}

/// What a key means. Keys without a meaning of their own type a sign or do nothing; chords with Ctrl, Alt or the command key never mean
/// anything here, so that no combination leads out of the kiosk.
pub(super) fn key(key: Key, shift: bool) -> Press {
    match key {
        Key::Tab if shift => Press::Go(Dir::Back),
        Key::Tab => Press::Go(Dir::Next),
        Key::ArrowLeft => Press::Go(Dir::Left),
        Key::ArrowRight => Press::Go(Dir::Right),
        Key::ArrowUp => Press::Go(Dir::Up),
        Key::ArrowDown => Press::Go(Dir::Down),
        Key::Enter => Press::Choose,
        Key::Space => Press::Step,
        Key::Escape | Key::BrowserBack => Press::Leave,
        Key::Home => Press::Home,
        Key::PageUp => Press::Turn(Turn::Back),
        Key::PageDown => Press::Turn(Turn::Next),
        Key::F1 => Press::Help,
        Key::F2 => Press::Where,
        Key::F3 => Press::Again,
        Key::F5 => Press::Pace(Step::Less),
        Key::F6 => Press::Pace(Step::More),
        Key::F7 => Press::Volume(Step::Less),
        Key::F8 => Press::Volume(Step::More),
        Key::F9 => Press::Read,
        Key::F10 => Press::Switches,
        Key::F11 => Press::Cover,
        Key::Backspace | Key::Delete => Press::Erase,
        Key::F4 | Key::F12 | Key::Insert | Key::End => Press::Other,
        _ => Press::Letter,
    }
}

/// What a switch that was told apart means, while somebody scans.
pub(super) fn wired(signal: &Signal, scanning: Scanning, wiring: &Wiring) -> Option<Press> {
    let is = |switch: &Option<Signal>| scanning != Scanning::Off && switch.as_ref() == Some(signal);
    // Where there is only one switch it chooses: time steps.
    let choose = is(&wiring.choose).then_some(Press::Choose);
    choose.or_else(|| is(&wiring.step).then_some(Press::Step))
}

impl Press {
    /// What somebody who practises is told; nothing for fingers, and for keys whose sign follows.
    pub(super) fn does(&self) -> Option<Does> {
        Some(match self {
            Self::Finger(_) | Self::Letter => return None,
            Self::Go(Dir::Left) => Does::Left,
            Self::Go(Dir::Right) => Does::Right,
            Self::Go(Dir::Up) => Does::Up,
            Self::Go(Dir::Down) => Does::Down,
            Self::Go(Dir::Next) => Does::Next,
            Self::Go(Dir::Back) => Does::Before,
            Self::Choose => Does::Choose,
            Self::Step => Does::Step,
            Self::Switches => Does::Switches,
            Self::Cover => Does::Cover,
            Self::Leave => Does::Leave,
            Self::Home => Does::Home,
            Self::Turn(Turn::Back) => Does::LeafBack,
            Self::Turn(Turn::Next) => Does::LeafNext,
            Self::Help => Does::Help,
            Self::Where => Does::Where,
            Self::Again => Does::Again,
            Self::Read => Does::Read,
            Self::Pace(Step::Less) => Does::Slower,
            Self::Pace(Step::More) => Does::Faster,
            Self::Volume(Step::Less) => Does::Quieter,
            Self::Volume(Step::More) => Does::Louder,
            Self::Type(_) => Does::Write,
            Self::Erase => Does::Erase,
            Self::Other => Does::Nothing,
        })
    }
}
