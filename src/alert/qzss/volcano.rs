//! 火山 and 降灰.

use super::{bits::Bits, list::list, names, table::Word, time::Time};
use serde::Serialize;

/// 噴火警報 and what a volcano did.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Volcano {
    /// How exactly the time is known.
    pub ambiguity_of_activity_time: Word,
    pub activity_time: Time,
    pub volcanic_warning_code: Word,
    pub volcano_name: Word,
    pub local_governments: Vec<Word>,
}

/// 降灰予報.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ash {
    pub activity_time: Time,
    pub ash_fall_warning_type: Word,
    pub volcano_name: Word,
    pub forecasts: Vec<AshThere>,
}

/// How much falls where, and how long after.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AshThere {
    pub expected_ash_fall_time: Word,
    pub ash_fall_warning_code: Word,
    pub local_government: Word,
}

pub(super) fn volcano(bits: &Bits, report: &Time) -> Volcano {
    let ambiguity = bits.get(50, 3);
    Volcano {
        ambiguity_of_activity_time: names::AMBIGUITY_OF_ACTIVITY_TIME.word(ambiguity),
        activity_time: Time::before(bits, 53, ambiguity, report),
        volcanic_warning_code: names::VOLCANIC_WARNING_CODE.word(bits.get(69, 7)),
        volcano_name: names::VOLCANO_NAME.word(bits.get(76, 12)),
        local_governments: list(bits, 88, 23, 5, |at| names::LOCAL_GOVERNMENT.word(bits.get(at, 23))),
    }
}

pub(super) fn ash(bits: &Bits, report: &Time) -> Ash {
    let there = |at| AshThere {
        expected_ash_fall_time: names::EXPECTED_ASH_FALL_TIME.word(bits.get(at, 3)),
        ash_fall_warning_code: names::ASH_FALL_WARNING_CODE.word(bits.get(at + 3, 3)),
        local_government: names::LOCAL_GOVERNMENT.word(bits.get(at + 6, 23)),
    };
    Ash {
        activity_time: Time::near(bits, 53, report),
        ash_fall_warning_type: names::ASH_FALL_WARNING_TYPE.word(bits.get(69, 2)),
        volcano_name: names::VOLCANO_NAME.word(bits.get(71, 12)),
        forecasts: list(bits, 83, 29, 4, there),
    }
}
