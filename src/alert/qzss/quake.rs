//! 緊急地震速報, 震源, 震度.

use super::{
    bits::Bits,
    list::{list, notices},
    names,
    place::Position,
    table::{Table, Word},
    time::Time,
};
use serde::Serialize;

/// 緊急地震速報（警報）.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Forewarning {
    /// `None`: no data.
    pub long_period_ground_motion_lower_limit: Option<Word>,
    pub long_period_ground_motion_upper_limit: Option<Word>,
    pub notifications_on_disaster_prevention: Vec<Word>,
    pub occurrence_time_of_earthquake: Time,
    pub depth_of_hypocenter: Word,
    pub magnitude: Word,
    /// 仮定震源要素: depth and magnitude are assumed, not measured.
    pub assumptive: bool,
    pub seismic_epicenter: Word,
    pub seismic_intensity_lower_limit: Word,
    pub seismic_intensity_upper_limit: Word,
    pub eew_forecast_regions: Vec<Word>,
}

/// 震源.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Source {
    pub notifications_on_disaster_prevention: Vec<Word>,
    pub occurrence_time_of_earthquake: Time,
    pub depth_of_hypocenter: Word,
    pub magnitude: Word,
    pub seismic_epicenter: Word,
    pub coordinates_of_hypocenter: Position,
}

/// 震度, by prefecture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Intensity {
    pub occurrence_time_of_earthquake: Time,
    /// The intensity, and the prefecture.
    pub seismic_intensities: Vec<(Word, Word)>,
}

/// 10 km and magnitude 1.0 stand for what is not known yet.
const ASSUMED: (u64, u64) = (10, 10);

pub(super) fn forewarning(bits: &Bits, report: &Time) -> Forewarning {
    let class =
        |at: usize, table: &'static Table| Some(bits.get(at, 3)).filter(|code| *code != 0).map(|code| table.word(code));
    let (depth, magnitude) = (bits.get(96, 9), bits.get(105, 7));
    Forewarning {
        long_period_ground_motion_lower_limit: class(47, &names::LONG_PERIOD_GROUND_MOTION_LOWER_LIMIT),
        long_period_ground_motion_upper_limit: class(50, &names::LONG_PERIOD_GROUND_MOTION_UPPER_LIMIT),
        notifications_on_disaster_prevention: notices(bits),
        occurrence_time_of_earthquake: Time::near(bits, 80, report),
        depth_of_hypocenter: names::DEPTH_OF_HYPOCENTER.word(depth),
        magnitude: names::EEW_MAGNITUDE.word(magnitude),
        assumptive: (depth, magnitude) == ASSUMED,
        seismic_epicenter: names::EPICENTER_AND_HYPOCENTER.word(bits.get(112, 10)),
        seismic_intensity_lower_limit: names::SEISMIC_INTENSITY_LOWER_LIMIT.word(bits.get(122, 4)),
        seismic_intensity_upper_limit: names::SEISMIC_INTENSITY_UPPER_LIMIT.word(bits.get(126, 4)),
        eew_forecast_regions: (1..=80_u64)
            .zip(130..)
            .filter(|(_, at)| bits.is_set(*at))
            .map(|(region, _)| names::EEW_FORECAST_REGION.word(region))
            .collect(),
    }
}

pub(super) fn source(bits: &Bits, report: &Time) -> Source {
    Source {
        notifications_on_disaster_prevention: notices(bits),
        occurrence_time_of_earthquake: Time::near(bits, 80, report),
        depth_of_hypocenter: names::DEPTH_OF_HYPOCENTER.word(bits.get(96, 9)),
        magnitude: names::HYPOCENTER_MAGNITUDE.word(bits.get(105, 7)),
        seismic_epicenter: names::EPICENTER_AND_HYPOCENTER.word(bits.get(112, 10)),
        coordinates_of_hypocenter: Position::read(bits, 122),
    }
}

pub(super) fn intensity(bits: &Bits, report: &Time) -> Intensity {
    let of = |at| (names::SEISMIC_INTENSITY.word(bits.get(at, 3)), names::PREFECTURE.word(bits.get(at + 3, 6)));
    Intensity {
        occurrence_time_of_earthquake: Time::near(bits, 53, report),
        seismic_intensities: list(bits, 69, 9, 16, of),
    }
}
