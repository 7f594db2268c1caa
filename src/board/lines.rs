//! How electricity, water, gas, telephones, roads and transport are, as somebody said: closed lists, so that it takes two presses and is there in
//! every tongue. None of the words is 「もう 大丈夫」: what works works as far as whoever said so saw.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Utility {
    Power,
    Water,
    Gas,
    Phone,
    Road,
    Transport,
}

impl Utility {
    /// As the question of the first weeks asks for them.
    pub const ALL: [Self; 6] = [Self::Power, Self::Water, Self::Gas, Self::Phone, Self::Road, Self::Transport];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Power => "power",
            Self::Water => "water",
            Self::Gas => "gas",
            Self::Phone => "phone",
            Self::Road => "road",
            Self::Transport => "transport",
        }
    }
}

/// How it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Supply {
    Stopped,
    Partly,
    Works,
    Unknown,
}

impl Supply {
    pub const ALL: [Self; 4] = [Self::Stopped, Self::Partly, Self::Works, Self::Unknown];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::Partly => "partly",
            Self::Works => "works",
            Self::Unknown => "unknown",
        }
    }
}

/// How far around it is so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    #[default]
    Here,
    Around,
    Town,
}

impl Area {
    pub const ALL: [Self; 3] = [Self::Here, Self::Around, Self::Town];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Around => "around",
            Self::Town => "town",
        }
    }
}

/// When it is expected to work again, as whoever runs it said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hope {
    #[default]
    Unsaid,
    Today,
    Tomorrow,
    Days,
    Weeks,
}

impl Hope {
    pub const ALL: [Self; 5] = [Self::Unsaid, Self::Today, Self::Tomorrow, Self::Days, Self::Weeks];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Unsaid => "unsaid",
            Self::Today => "today",
            Self::Tomorrow => "tomorrow",
            Self::Days => "days",
            Self::Weeks => "weeks",
        }
    }
}

/// Where that is from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seen {
    /// Staff saw it here.
    #[default]
    Here,
    Town,
    Company,
    News,
}

impl Seen {
    pub const ALL: [Self; 4] = [Self::Here, Self::Town, Self::Company, Self::News];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Town => "town",
            Self::Company => "company",
            Self::News => "news",
        }
    }
}

/// What somebody said of one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Report {
    pub supply: Supply,
    pub area: Area,
    pub hope: Hope,
    pub seen: Seen,
}

impl Report {
    /// Hours after which nobody should take it for how things are now.
    pub const STALE_HOURS: i64 = 12;
}
