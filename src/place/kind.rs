//! The kinds of places and the hazards, with the names that laws and data give them.

use serde::{Deserialize, Serialize};

/// What a place is for. 指定緊急避難場所 and 指定避難所 are different things by law and never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// 指定緊急避難場所: where to run from a danger, each for certain hazards (災害対策基本法 49条の4).
    EmergencySite,
    /// 指定避難所: where to stay when home cannot be lived in (災害対策基本法 49条の7).
    Shelter,
    Aed,
    Wifi,
    Toilet,
    Medical,
    Care,
    Child,
    Facility,
    /// 給水: where drinking water is given out or stored, and wells lent in a disaster.
    Water,
}

impl Kind {
    pub const ALL: [Self; 10] = [
        Self::EmergencySite,
        Self::Shelter,
        Self::Aed,
        Self::Wifi,
        Self::Toilet,
        Self::Medical,
        Self::Care,
        Self::Child,
        Self::Facility,
        Self::Water,
    ];

    /// `emergency-site`: in JSON, in ids, on the command line and in the names of words on screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::EmergencySite => "emergency-site",
            Self::Shelter => "shelter",
            Self::Aed => "aed",
            Self::Wifi => "wifi",
            Self::Toilet => "toilet",
            Self::Medical => "medical",
            Self::Care => "care",
            Self::Child => "child",
            Self::Facility => "facility",
            Self::Water => "water",
        }
    }

    /// Its name in Japanese data.
    pub fn japanese(self) -> &'static str {
        match self {
            Self::EmergencySite => "指定緊急避難場所",
            Self::Shelter => "指定避難所",
            Self::Aed => "AED",
            Self::Wifi => "公衆Wi-Fi",
            Self::Toilet => "公衆トイレ",
            Self::Medical => "医療機関",
            Self::Care => "介護",
            Self::Child => "子育て",
            Self::Facility => "公共施設",
            Self::Water => "給水",
        }
    }

    /// By either name.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::ALL.into_iter().find(|kind| kind.name() == text || kind.japanese() == text)
    }
}

/// The eight kinds of disaster for which 指定緊急避難場所 are designated (災害対策基本法施行令 20条の4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hazard {
    Flood,
    Landslide,
    StormSurge,
    Earthquake,
    Tsunami,
    Fire,
    InlandFlood,
    Volcano,
}

impl Hazard {
    /// In the order of the law and of every data set.
    pub const ALL: [Self; 8] = [
        Self::Flood,
        Self::Landslide,
        Self::StormSurge,
        Self::Earthquake,
        Self::Tsunami,
        Self::Fire,
        Self::InlandFlood,
        Self::Volcano,
    ];

    /// `storm-surge`: in JSON, on the command line and in the names of words on screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Flood => "flood",
            Self::Landslide => "landslide",
            Self::StormSurge => "storm-surge",
            Self::Earthquake => "earthquake",
            Self::Tsunami => "tsunami",
            Self::Fire => "fire",
            Self::InlandFlood => "inland-flood",
            Self::Volcano => "volcano",
        }
    }

    /// Its name in Japanese data.
    pub fn japanese(self) -> &'static str {
        match self {
            Self::Flood => "洪水",
            Self::Landslide => "崖崩れ、土石流及び地滑り",
            Self::StormSurge => "高潮",
            Self::Earthquake => "地震",
            Self::Tsunami => "津波",
            Self::Fire => "大規模な火事",
            Self::InlandFlood => "内水氾濫",
            Self::Volcano => "火山現象",
        }
    }

    /// By either name.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::ALL.into_iter().find(|hazard| hazard.name() == text || hazard.japanese() == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_understood_again_and_is_that_of_the_json() {
        for kind in Kind::ALL {
            assert_eq!((Kind::parse(kind.name()), Kind::parse(kind.japanese())), (Some(kind), Some(kind)));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        }
        for hazard in Hazard::ALL {
            assert_eq!((Hazard::parse(hazard.name()), Hazard::parse(hazard.japanese())), (Some(hazard), Some(hazard)));
            assert_eq!(serde_json::to_value(hazard).unwrap(), hazard.name());
        }
        assert_eq!(Kind::parse("banana"), None);
    }
}
