//! 気象 (特別警報 and the like), 洪水, 海上.

use super::{bits::Bits, list::list, names, table::Word};
use serde::Serialize;

/// 特別警報, 土砂災害警戒情報, 記録的短時間大雨情報, 竜巻注意情報.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Weather {
    /// 発表 or 解除, of all that is named.
    pub weather_warning_state: Word,
    pub warnings: Vec<Warned>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Warned {
    pub weather_related_disaster_sub_category: Word,
    pub weather_forecast_region: Word,
}

/// 指定河川洪水予報.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Flood {
    pub rivers: Vec<River>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct River {
    pub flood_warning_level: Word,
    pub flood_forecast_region: Word,
}

/// 海上警報.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Marine {
    pub seas: Vec<Sea>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sea {
    pub marine_warning_code: Word,
    pub marine_forecast_region: Word,
}

pub(super) fn weather(bits: &Bits) -> Weather {
    let warned = |at| Warned {
        weather_related_disaster_sub_category: names::WEATHER_RELATED_DISASTER_SUB_CATEGORY.word(bits.get(at, 5)),
        weather_forecast_region: names::WEATHER_FORECAST_REGION.word(bits.get(at + 5, 19)),
    };
    Weather {
        weather_warning_state: names::WEATHER_WARNING_STATE.word(bits.get(53, 3)),
        warnings: list(bits, 56, 24, 6, warned),
    }
}

pub(super) fn flood(bits: &Bits) -> Flood {
    let river = |at| River {
        flood_warning_level: names::FLOOD_WARNING_LEVEL.word(bits.get(at, 4)),
        flood_forecast_region: names::FLOOD_FORECAST_REGION.word(bits.get(at + 4, 40)),
    };
    Flood { rivers: list(bits, 53, 44, 3, river) }
}

pub(super) fn marine(bits: &Bits) -> Marine {
    let sea = |at| Sea {
        marine_warning_code: names::MARINE_WARNING_CODE.word(bits.get(at, 5)),
        marine_forecast_region: names::MARINE_FORECAST_REGION.word(bits.get(at + 5, 14)),
    };
    Marine { seas: list(bits, 53, 19, 8, sea) }
}
