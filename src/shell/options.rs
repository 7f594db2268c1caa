//! What the kiosk is opened with, and how its window stands.

use super::restart::Begun;
use crate::{
    app::{self, Msg},
    clock::Clock,
    config::{Config, Mode, Own},
    job::Part,
    screens::Place,
    words::Words,
    work::{Desks, Wake},
};
use egui::{IconData, ViewportBuilder, vec2};
use std::sync::Arc;

/// Everything that was read before the window opens.
pub struct Options {
    pub config: Arc<Config>,
    /// What staff set on the kiosk itself.
    pub own: Own,
    pub words: Words,
    pub mode: Mode,
    /// Pixels in a millimetre, if staff measured them with a card.
    pub card: Option<f32>,
    pub clock: Arc<dyn Clock>,
    /// Parts that are already known not to work as they should.
    pub troubles: Vec<Part>,
    pub view: View,
    /// Where to begin instead of at home, after a real start: the next visit begins at home.
    pub open: Option<Place>,
    pub until: Until,
    /// Whether to begin with what is wrong in the kiosk's own settings. Only after a real start: whoever closes that page is not
    /// shown it again by the next visit.
    pub inspect: Inspect,
    /// Whether to begin with the first start.
    pub setup: FirstStart,
    /// Sets up the desks; what it is given wakes the window.
    pub desks: Box<dyn FnOnce(Wake) -> Desks>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inspect {
    No,
    Yes,
}

/// Whether the kiosk asks to be set up before anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstStart {
    No,
    /// When a person or the machine starts the kiosk, not when a visit ends.
    AtStart,
    /// Somebody has begun with it: until it is done or put off.
    Always,
}

/// How long the kiosk stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    Closed,
    /// The first page stands whole: for whoever measures a start.
    Page,
    /// The panel was measured, or the person has gone on.
    Measured,
    /// It may close.
    Done,
}

/// How the window stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum View {
    /// Over the whole screen, and nothing closes it.
    #[default]
    Full,
    /// For whoever works on it: so many points wide and high, standing for a panel of this width in millimetres.
    Window { size: [f32; 2], width_mm: Option<f32> },
}

/// Why the window did not stay.
#[derive(Debug, thiserror::Error)]
pub enum ShellError {
    #[error("no window could be opened: {0}")]
    Display(String),
    #[error("it stumbled again and again, and could not even show a plain page")]
    Stumbled,
}

impl std::str::FromStr for View {
    type Err = NoView;

    /// `WIDTHxHEIGHT` in points, and `@MM` for the width that the window stands for.
    fn from_str(text: &str) -> Result<Self, NoView> {
        let odd = || NoView(text.to_owned());
        let (size, mm) = text.split_once('@').map_or((text, None), |(size, mm)| (size, Some(mm)));
        let (w, h) = size.split_once('x').ok_or_else(odd)?;
        let between = |text: &str, least: f32, most: f32| {
            text.parse::<f32>().ok().filter(|n| (least..=most).contains(n)).ok_or_else(odd)
        };
        let size = [between(w, 200.0, 16384.0)?, between(h, 200.0, 16384.0)?];
        Ok(Self::Window { size, width_mm: mm.map(|mm| between(mm, 50.0, 2000.0)).transpose()? })
    }
}

/// A text that describes no window.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no window; write 1280x800, or 1280x800@344 to stand for a panel 344 mm wide")]
pub struct NoView(String);

impl Options {
    /// What to begin with instead of home. The visit after this one begins at home: what was opened first has been left. Only a first start
    /// that somebody is at goes on.
    pub(super) fn first(&self, begun: Begun) -> Option<Msg> {
        let setup = || Msg::Begin(Place::Setup(None));
        match (begun, self.inspect, &self.open, self.setup) {
            (Begun::Anew, Inspect::Yes, ..) => Some(Msg::Inspect),
            (Begun::Anew, Inspect::No, Some(open), _) => Some(Msg::Begin(open.clone())),
            (Begun::Anew, Inspect::No, None, FirstStart::AtStart) | (_, _, None, FirstStart::Always) => Some(setup()),
            _ => None,
        }
    }

    pub(super) fn native(&self) -> eframe::NativeOptions {
        let title = self.config.name.clone().unwrap_or_else(|| self.words.kiosk_name().plain());
        match self.view {
            View::Full => full(title),
            View::Window { size: [w, h], .. } => native(title, |window| window.with_inner_size(vec2(w, h))),
        }
    }

    pub(super) fn start(&self, panel: crate::lay::Panel) -> app::Start {
        app::Start {
            config: Arc::clone(&self.config),
            own: self.own.clone(),
            words: self.words.clone(),
            mode: self.mode,
            now: self.clock.now(),
            panel,
            troubles: self.troubles.clone(),
        }
    }
}

/// A window over the whole screen.
pub(super) fn full(title: String) -> eframe::NativeOptions {
    native(title, |window| window.with_fullscreen(true).with_decorations(false))
}

fn native(title: String, stands: impl FnOnce(ViewportBuilder) -> ViewportBuilder) -> eframe::NativeOptions {
    let window = ViewportBuilder::default().with_title(title).with_app_id("engawa").with_icon(IconData::default());
    eframe::NativeOptions {
        viewport: stands(window),
        system_font_fallback: false,
        clipboard_shortcuts: false,
        persist_window: false,
        // Flat colours need none, and the tests look at pixels.
        dithering: false,
        ..eframe::NativeOptions::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_described_in_one_word() {
        let window = |size, width_mm| Ok(View::Window { size, width_mm });
        assert_eq!("1280x800".parse::<View>(), window([1280.0, 800.0], None));
        assert_eq!("1280x720@344".parse::<View>(), window([1280.0, 720.0], Some(344.0)));
        for odd in ["", "1280", "x", "1280x", "0x0", "1280x800@", "1280x800@0", "NaNxNaN", "1e9x3", "1280x800@inf"] {
            assert_eq!(odd.parse::<View>(), Err(NoView(odd.to_owned())));
        }
    }
}
