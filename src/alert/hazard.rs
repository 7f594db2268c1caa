//! What endangers people, in the words of those who warn of it.

use serde::{Deserialize, Serialize};

/// What a piece of information is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hazard {
    Earthquake,
    LongPeriodMotion,
    Tsunami,
    Volcano,
    /// 大雨, since 2026 without landslides.
    HeavyRain,
    Landslide,
    /// 氾濫 of a river.
    Flood,
    StormSurge,
    Storm,
    Snowstorm,
    HeavySnow,
    HighWaves,
    Tornado,
    Thunder,
    Snowmelt,
    Fog,
    DryAir,
    Avalanche,
    LowTemperature,
    Frost,
    Icing,
    SnowAccretion,
    Typhoon,
    /// What large earthquakes may follow (南海トラフ, 北海道・三陸沖).
    GreatEarthquake,
    /// Weather of a kind that the telegram names in words only.
    Weather,
    /// Not known to us: shown as received.
    Other,
}

impl Hazard {
    /// Whether its warnings are steps of 警戒レベル (since May 2026).
    pub const fn has_levels(self) -> bool {
        matches!(self, Self::HeavyRain | Self::Landslide | Self::Flood | Self::StormSurge)
    }

    /// As in the JSON of the command line.
    pub fn id(self) -> String {
        serde_json::to_value(self).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

/// How grave an information is by its own name. It orders; it is no level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    Information,
    /// 注意報
    Advisory,
    /// 警報
    Warning,
    /// 危険警報, 土砂災害警戒情報, 津波警報
    Danger,
    /// 特別警報, 大津波警報
    Emergency,
}
