//! What staff change on this kiosk, one thing at a time: each is kept, and each has a name for the record.

use super::{
    Alerted, Appealed, Building, Drill, Dusk, Ordered, Position, Pulse, Reach, Said, Scanning, Setup, Told, Wiring,
};
use crate::words::Tongue;
use jiff::Timestamp;
use smol_str::SmolStr;

/// One thing that staff change.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    Tongue(Tongue),
    Town(Option<SmolStr>),
    Place(Option<String>),
    Building(Building),
    Entrance(Option<String>),
    Position(Option<Position>),
    Opened(Option<Timestamp>),
    Sound(Said),
    Volume(u8),
    Printer(Said),
    Scanning(Scanning),
    Pulse(Pulse),
    Wiring(Wiring),
    Reach(Reach),
    Dusk(Dusk),
    Alerted(Vec<Alerted>),
    Order(Ordered),
    Appeal(Appealed),
    /// `None`: it is over.
    Drill(Option<Drill>),
    /// What was put away in a drill.
    Rehearsed(Vec<Alerted>),
    Setup(Setup),
    /// A value of the town, or that it is not known.
    Told(Told),
    /// It is again as the file of the town says it.
    Untold(String),
}

impl Change {
    /// For the record of what staff did: what was changed, without its value.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Tongue(_) => "tongue",
            Self::Town(_) => "town",
            Self::Place(_) => "place",
            Self::Building(_) => "building",
            Self::Entrance(_) => "entrance",
            Self::Position(_) => "position",
            Self::Opened(_) => "opened",
            Self::Sound(_) => "sound",
            Self::Volume(_) => "volume",
            Self::Printer(_) => "printer",
            Self::Scanning(_) => "scanning",
            Self::Pulse(_) => "pulse",
            Self::Wiring(_) => "wiring",
            Self::Reach(_) => "reach",
            Self::Dusk(_) => "dusk",
            Self::Alerted(_) => "alerted",
            Self::Order(_) => "order",
            Self::Appeal(_) => "appeal",
            Self::Drill(_) => "drill",
            Self::Rehearsed(_) => "rehearsed",
            Self::Setup(_) => "setup",
            Self::Told(_) | Self::Untold(_) => "told",
        }
    }
}
