//! 台風.

use super::{bits::Bits, names, place::Position, table::Word, time::Time};
use serde::Serialize;

/// 台風解析・予報情報: where a typhoon is, or will be.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Typhoon {
    pub reference_time: Time,
    /// 実況, 推定, 予報.
    pub reference_time_type: Word,
    pub elapsed_time_from_reference_time: Word,
    pub typhoon_number: Word,
    pub typhoon_scale_category: Word,
    pub typhoon_intensity_category: Word,
    pub coordinates_of_typhoon: Position,
    pub central_pressure: Word,
    pub maximum_wind_speed: Word,
    pub maximum_gust_wind_speed: Word,
}

impl Typhoon {
    pub(super) fn read(bits: &Bits, report: &Time) -> Self {
        Self {
            reference_time: Time::near(bits, 53, report),
            reference_time_type: names::TYPHOON_REFERENCE_TIME_TYPE.word(bits.get(69, 3)),
            elapsed_time_from_reference_time: names::TYPHOON_ELAPSED_TIME_FROM_REFERENCE_TIME.word(bits.get(80, 7)),
            typhoon_number: names::TYPHOON_NUMBER.word(bits.get(87, 7)),
            typhoon_scale_category: names::TYPHOON_SCALE_CATEGORY.word(bits.get(94, 4)),
            typhoon_intensity_category: names::TYPHOON_INTENSITY_CATEGORY.word(bits.get(98, 4)),
            coordinates_of_typhoon: Position::read(bits, 102),
            central_pressure: names::TYPHOON_CENTRAL_PRESSURE.word(bits.get(143, 11)),
            maximum_wind_speed: names::TYPHOON_MAXIMUM_WIND_SPEED.word(bits.get(154, 7)),
            maximum_gust_wind_speed: names::TYPHOON_MAXIMUM_GUST_WIND_SPEED.word(bits.get(161, 7)),
        }
    }
}
