//! Open data about places: a town's own file in, places out, with a report of everything that was mended or refused on the way.
//!
//! Pure: bytes in, values out. Towns publish under several families of headers (国土地理院, 推奨データセット, 自治体標準オープンデータセット,
//! their own), in several encodings, with every slip that spreadsheets make possible; what is read here is the same place whichever way it
//! was written. Nothing is dropped silently: every row of data is taken or refused by name, every changed value is reported.

mod clean;
mod code;
mod columns;
mod coordinate;
mod day;
mod decode;
mod flag;
mod geo;
mod guess;
mod header;
mod hours;
mod ids;
mod import;
mod json;
mod kind;
mod magic;
mod mapping;
mod names;
mod other;
mod phone;
mod position;
mod report;
mod row;
mod sample;
mod sheet;
mod status;
mod town;

pub use decode::LARGEST;
pub use geo::{Bearing, LatLon, bearing, distance_m};
pub use import::import;
pub use kind::{Hazard, Kind};
pub use mapping::Mapping;
pub use report::{Import, Named, Refusal, Refused, Repair, Repeated, Table, Used};
pub use sample::{SAMPLE_HERE, sample, sample_bytes};

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One place as its town describes it. Texts are empty when the data do not say; nothing is guessed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// `shelter/092096-12`: the same for the same data, whatever its encoding, form or headers; no two of one import are alike.
    pub id: String,
    pub kind: Kind,
    /// The number that the data give it: 共通ID or the town's own; empty when they give none.
    #[serde(default)]
    pub number: String,
    pub name: String,
    /// As the data write it, in katakana or hiragana.
    pub kana: String,
    pub name_en: String,
    /// In one line, as the data write it; joined from its parts when only these are given.
    pub address: String,
    /// 方書: the building and the floor.
    pub building: String,
    /// Where in the place the thing is: 「２階 正面入口」 of an AED, the floor that is a refuge.
    pub inside: String,
    pub at: Option<LatLon>,
    /// Metres above the sea.
    pub altitude_m: Option<f64>,
    /// 全国地方公共団体コード: six digits, the last a check digit.
    pub town: String,
    /// 都道府県名 and 市区町村名 and ward, joined.
    pub town_name: String,
    /// For which hazards it is designated.
    pub hazards: BTreeSet<Hazard>,
    /// For which the data say that it is not designated (対象外). A hazard in none of the three is one that the data do not speak of.
    pub not_for: BTreeSet<Hazard>,
    /// For which it is usable with conditions (△ …), in the words of the data. Not a designation.
    pub partly: BTreeMap<Hazard, String>,
    /// A 指定緊急避難場所 that is also 指定避難所, or the other way round.
    pub also_other: bool,
    /// People. Only when the data give one plain number; else it is among the notes.
    pub capacity: Option<u32>,
    /// Who it is meant for: 対象となる町会, 受入対象者.
    pub for_whom: String,
    pub phone: String,
    /// Days and times of opening, in the words of the data.
    pub hours: String,
    pub url: String,
    /// What else the data say, under the headers of the data: SSID, 診療科目, 車椅子使用者用トイレ有無, …
    pub details: Vec<Detail>,
    /// 備考, and values that say more than their column can hold.
    pub notes: Vec<String>,
    /// Only in tables of opening status.
    pub status: Option<Status>,
    /// The row of the file it comes from, as [`Repair::row`] counts.
    pub row: usize,
}

/// One more thing the data say about a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detail {
    /// The header of the column.
    pub label: String,
    pub text: String,
}

/// Whether a shelter was open, as of when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    pub open: Open,
    pub people: Option<u32>,
    /// ISO 8601, `2024-01-09T18:00` (Japan time) or only a day; empty when the data do not say.
    pub as_of: String,
    /// In the words of the data.
    pub text: String,
    /// How much room there was.
    #[serde(default, skip_serializing_if = "Room::is_unknown")]
    pub room: Room,
    /// Since when it was open, or closed, as `as_of`; empty when nobody says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub since: String,
}

impl Status {
    /// It was open, and nobody said that it was full.
    pub fn takes_people(&self) -> bool {
        self.open == Open::Open && self.room != Room::Full
    }
}

/// How much room there is in an open shelter; what nobody says is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Room {
    #[default]
    Unknown,
    /// 満員ちかい
    Nearly,
    /// 満員
    Full,
}

impl Room {
    pub const fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}

/// What the data say about opening; what they do not say is not known, never closed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Open {
    Open,
    Closed,
    #[default]
    Unknown,
}
