//! Places as they are asked for and answered: what the store keeps of a town's open data, with distance and direction from where the
//! kiosk stands.

use crate::{
    place::{self, Bearing, Hazard, Kind, LatLon, Open, Place, Room},
    words::Line,
};
use jiff::Timestamp;
use smol_str::SmolStr;
use std::{collections::HashMap, sync::Arc};

/// The source of the places of the fictional town. They are samples: marked wherever they are shown, and not shown in a shelter.
pub const SAMPLE: &str = "demo";

/// The source of what staff of this kiosk say of shelters.
pub const STAFF: &str = "staff";

/// What staff say of one shelter, as of when they said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The place, by its id.
    pub id: SmolStr,
    pub open: Open,
    pub room: Room,
    pub people: Option<u32>,
    /// Japan time, `2026-11-21T10:05`.
    pub as_of: String,
}

/// Whether a place is really there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A town's own data.
    #[default]
    Town,
    /// The fictional town.
    Sample,
}

impl Origin {
    pub fn of(source: &str) -> Self {
        if source == SAMPLE { Self::Sample } else { Self::Town }
    }
}

/// One place as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    pub place: Place,
    /// Its name with ruby.
    pub name: Line,
    /// The whole name in hiragana; where the data have none, as the Japanese front end reads it. Empty where neither is known.
    pub kana: String,
    /// Its other texts with ruby, as the Japanese front end reads them.
    pub lines: HashMap<String, Line>,
    /// The file it is from.
    pub source: SmolStr,
    /// The file that tells its status, where any does.
    pub status_from: Option<SmolStr>,
    /// When it was stored; `None` when the clock was not believed then.
    pub taken: Option<Timestamp>,
}

impl Spot {
    /// One of its texts, with ruby where it is known.
    pub fn line(&self, text: &str) -> Line {
        self.lines.get(text).cloned().unwrap_or_else(|| Line::verbatim(text))
    }

    pub fn origin(&self) -> Origin {
        Origin::of(&self.source)
    }
}

/// How one comes there: in a straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Way {
    /// Metres.
    pub distance: f64,
    pub bearing: Bearing,
}

impl Way {
    pub fn between(from: LatLon, to: LatLon) -> Self {
        Self { distance: place::distance_m(from, to), bearing: place::bearing(from, to) }
    }
}

/// A place, seen from where the kiosk stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    pub spot: Arc<Spot>,
    /// `None` where one of the two positions is not known.
    pub way: Option<Way>,
}

/// Which places are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Wanted {
    /// `None`: of every kind.
    pub kind: Option<Kind>,
    /// Only those designated for it.
    pub hazard: Option<Hazard>,
    /// Where one stands. `None`: in the order of their names.
    pub from: Option<LatLon>,
    /// So many at most.
    pub limit: usize,
}

/// What there is of what was wanted, nearest first; what has no position comes last.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearby {
    pub wanted: Wanted,
    pub found: Vec<Near>,
    /// How many there are, beyond the limit too.
    pub all: usize,
}

/// How many places of a kind are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stock {
    pub kind: Kind,
    pub count: usize,
    pub origin: Origin,
}
