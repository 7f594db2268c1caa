//! What a town says about its kiosk: `kiosk-config/kiosk.toml`, read once. Whatever is wrong in it is told, and the built-in value stands in
//! its place: a kiosk starts with any file, or none.

mod read;

use crate::{content::City, words::Tongue};
use smol_str::SmolStr;

/// Everything that is set for one kiosk. The default is what is used where the file says nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// What the kiosk calls itself; `None` is the shipped name.
    pub name: Option<String>,
    /// The building it stands in, such as ○○小学校; the title in shelter mode.
    pub place: Option<String>,
    pub mode: Mode,
    /// The tongues that are offered, first the one every visit begins with. Empty: all that are shipped.
    pub tongues: Vec<Tongue>,
    pub screen: Screen,
    pub quiet: Quiet,
    pub call: Call,
    pub voice: Voice,
    /// Fills `{city.…}` in guides.
    pub city: City,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    #[default]
    Everyday,
    /// A class practises together.
    Class,
    Shelter,
}

/// The panel, measured with a ruler. Where nothing is said it is asked of the panel itself.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Screen {
    pub width_mm: Option<f32>,
    pub height_mm: Option<f32>,
}

/// When a visit ends by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// Without a press for this long the kiosk asks whether anybody is there.
    pub idle_s: u16,
    /// It counts down for this long before it forgets.
    pub warn_s: u16,
}

impl Default for Quiet {
    fn default() -> Self {
        Self { idle_s: 300, warn_s: 45 }
    }
}

/// Who comes when somebody presses 人を よぶ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Call {
    pub who: Option<String>,
    /// Where they are.
    pub from: Option<String>,
    /// A telephone number that people may call for what the kiosk does not know.
    pub number: Option<SmolStr>,
}

/// How the kiosk speaks before anybody has set it otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Percent of 5 morae a second, 50 to 200.
    pub pace: u8,
    /// 0 to 10.
    pub volume: u8,
}

impl Default for Voice {
    fn default() -> Self {
        Self { pace: 100, volume: 7 }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            name: None,
            place: None,
            mode: Mode::Everyday,
            tongues: vec![],
            screen: Screen::default(),
            quiet: Quiet::default(),
            call: Call::default(),
            voice: Voice::default(),
            city: City::default(),
        }
    }
}
