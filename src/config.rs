//! What a town says about its kiosk: `kiosk-config/kiosk.toml`, read once. Whatever is wrong in it is told, and the built-in value stands in
//! its place: a kiosk starts with any file, or none. What staff set on the kiosk itself ([`Own`]) stands before the file.

mod change;
mod drill;
mod feeds;
mod offer;
mod own;
mod places;
mod printer;
mod read;
mod satellite;
mod sight;
mod step;
mod switches;
mod tell;
mod telling;
mod told;
mod town;
mod urgent;

pub use change::Change;
pub use drill::{Appeal, Appealed, Drill, Meant};
pub use feeds::{Asked, Feeds, JMA};
pub use offer::{About, Contact, OFFERS, Offer, State};
pub use own::{Own, Said, Setup, Stretch};
pub use printer::{Printer, Without};
pub use satellite::{Receiver, Satellite};
pub use sight::{Dusk, Reach};
pub use step::Step;
pub use switches::{Pulse, Scanning, Signal, Switches, Wiring};
pub use tell::ASKED;
pub use telling::{TRANSLATED, Telling};
pub use told::{EVENT, Told, quoted};
pub use town::{FileKind, Plan, Sort, Town, check_digit, town_files, towns};
pub use urgent::{Alerted, By, Order, Ordered};

use crate::{content::City, words::Tongue};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use std::{path::PathBuf, sync::Arc};

/// Everything that is set for one kiosk. The default is what is used where the file says nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// What the kiosk calls itself; `None` is the shipped name.
    pub name: Option<String>,
    /// The building it stands in, such as ○○小学校; the title in shelter mode. May hold ruby (`漢字《かんじ》`).
    pub place: Option<String>,
    /// What kind of building that is.
    pub building: Option<Building>,
    /// How one walks from its entrance.
    pub entrance: Option<String>,
    /// Where it stands.
    pub position: Option<Position>,
    /// What the class is called; the title in class mode.
    pub class: Option<String>,
    pub mode: Mode,
    /// The tongues that are offered, first the one every visit begins with. Empty: all that are shipped.
    pub tongues: Vec<Tongue>,
    pub screen: Screen,
    pub quiet: Quiet,
    pub call: Call,
    pub voice: Voice,
    /// How switches are used before anybody changes it for a visit.
    pub switches: Switches,
    /// The town's own places.
    pub places: Places,
    /// The printer beside it.
    pub printer: Printer,
    /// Where disaster information comes from.
    pub feeds: Feeds,
    /// The same, without any network.
    pub satellite: Satellite,
    /// The town whose file is used.
    pub town: Option<Arc<Town>>,
    /// What staff say for this kiosk alone; put over what the town says.
    pub own_city: City,
    /// Both together; fills `{city.…}` in guides.
    pub city: City,
    /// Towns whose files lie beside that of the kiosk.
    pub beside: Vec<Arc<Town>>,
}

impl Config {
    /// Every town that can be chosen: those beside the kiosk's own file, then those that come with the program.
    pub fn towns(&self) -> impl Iterator<Item = &Town> {
        let shipped = towns().iter().filter(|town| self.beside.iter().all(|own| own.id != town.id));
        self.beside.iter().map(AsRef::as_ref).chain(shipped)
    }

    /// The kiosk's file with what staff set on the kiosk itself, which counts more: they were there last.
    #[must_use]
    pub fn with(&self, own: &Own) -> Self {
        let config = self.clone();
        let mut config = if let Some(town) = &own.town { config.in_town(town) } else { config };
        if let Some(first) = &own.tongue {
            config.tongues.retain(|tongue| tongue != first);
            if !self.tongues.is_empty() {
                config.tongues.insert(0, first.clone());
            }
        }
        config.place = own.place.clone().or(config.place);
        config.building = own.building.or(config.building);
        config.entrance = own.entrance.clone().or(config.entrance);
        config.position = own.position.or(config.position);
        config.voice.volume = own.volume.unwrap_or(config.voice.volume);
        config.switches.way = own.scanning.unwrap_or(config.switches.way);
        config.switches.pulse = own.pulse.unwrap_or(config.switches.pulse);
        config.switches.wiring = own.wiring.clone().unwrap_or(config.switches.wiring);
        config.city = told::over(config.city, &own.told);
        config
    }

    /// The same kiosk in another town; a name that no town has leaves it without one.
    #[must_use]
    pub fn in_town(self, id: &str) -> Self {
        let town = self.towns().find(|town| town.id == id).cloned().map(Arc::new);
        let city = town.as_ref().map_or_else(City::default, |town| town.city.clone());
        let ask = self.call.number.clone().or(city.ask.clone());
        Self { city: City { ask, ..city.with(&self.own_city) }, town, ..self }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    #[default]
    Everyday,
    /// A class practises together.
    Class,
    Shelter,
}

/// What kind of building the kiosk stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Building {
    /// 避難所
    Shelter,
    /// 公民館・集会所
    Hall,
    School,
    /// 役所・役場
    Office,
    Library,
    /// 福祉の 施設
    Care,
    Other,
}

/// Degrees of latitude and longitude (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Position {
    pub lat: f64,
    pub lon: f64,
}

impl Position {
    pub fn is_on_earth(&self) -> bool {
        self.lat.abs() <= 90.0 && self.lon.abs() <= 180.0
    }
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
    /// Where a bell stands that they hear; the kiosk itself rings none.
    pub bell: Option<String>,
}

/// Where the town's own places come from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    /// Files of open data, taken into the kiosk when it starts and whenever they have changed.
    pub files: Vec<PathBuf>,
    /// Where the same data are published; http or https.
    pub url: Option<String>,
}

/// How the kiosk speaks before anybody has set it otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Percent of 5 morae a second, 50 to 200.
    pub pace: u8,
    /// 0 to 10.
    pub volume: u8,
    /// The same, for what must be said by night.
    pub night_volume: u8,
}

impl Default for Voice {
    fn default() -> Self {
        Self { pace: 100, volume: 7, night_volume: 6 }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            name: None,
            place: None,
            building: None,
            entrance: None,
            position: None,
            class: None,
            mode: Mode::Everyday,
            tongues: vec![],
            screen: Screen::default(),
            quiet: Quiet::default(),
            call: Call::default(),
            voice: Voice::default(),
            switches: Switches::default(),
            places: Places::default(),
            printer: Printer::default(),
            feeds: Feeds::default(),
            satellite: Satellite::default(),
            town: None,
            own_city: City::default(),
            city: City::default(),
            beside: vec![],
        }
    }
}
