//! 津波 and 北西太平洋津波: coasts with the first wave and how high it comes.

use super::{
    bits::Bits,
    list::{list, notices},
    names,
    table::{Row, Word},
    time::Time,
};
use serde::Serialize;

/// 津波警報・注意報・予報.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tsunami {
    pub notifications_on_disaster_prevention: Vec<Word>,
    pub tsunami_warning_code: Word,
    pub forecasts: Vec<Coast>,
}

/// 北西太平洋津波情報. It is in English.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pacific {
    pub tsunamigenic_potential: Word,
    pub forecasts: Vec<Coast>,
}

/// What is expected at one coast.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Coast {
    pub arrival: Wave,
    pub height: Word,
    pub region: Word,
}

/// The first wave.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Wave {
    /// When it is expected; `at` is none where the field says something else.
    pub time: Time,
    /// What the field is.
    pub kind: Word,
}

/// Hour and minute: the wave is there, as far as is known.
const ARRIVED: (u64, u64) = (31, 63);
/// Day, hour and minute: no data.
const NO_DATA: (u64, u64, u64) = (0, 30, 62);

/// What the field says: a wave that has arrived, no data, what is no time, a time.
type Words = [Row; 4];

static OF_JAPAN: Words = [
    Row { ja: "津波到達中と推測", en: "Tsunami arrival expected" },
    Row { ja: "該当情報なし", en: "No data" },
    Row {
        ja: "津波到達予想時刻(コード番号：%d)", en: "Undefined Expected Tsunami Arrival Time (Code: %d)"
    },
    Row { ja: "津波の到達予想時刻", en: "Estimated initial tsunami arrival time" },
];
static OF_THE_PACIFIC: Words = [
    Row { ja: "", en: "Arrived or Unknown" },
    Row { ja: "", en: "Undefined Expected Tsunami Arrival Time (Code: %d)" },
    Row { ja: "", en: "Undefined Expected Tsunami Arrival Time (Code: %d)" },
    Row { ja: "", en: "Expected Tsunami Arrival Time" },
];

pub(super) fn tsunami(bits: &Bits, report: &Time) -> Tsunami {
    let coast = |at| Coast {
        arrival: wave(bits, at, report, &OF_JAPAN),
        height: names::TSUNAMI_HEIGHT.word(bits.get(at + 12, 4)),
        region: names::TSUNAMI_FORECAST_REGION.word(bits.get(at + 16, 10)),
    };
    Tsunami {
        notifications_on_disaster_prevention: notices(bits),
        tsunami_warning_code: names::TSUNAMI_WARNING_CODE.word(bits.get(80, 4)),
        forecasts: list(bits, 84, 26, 5, coast),
    }
}

pub(super) fn pacific(bits: &Bits, report: &Time) -> Pacific {
    let coast = |at| Coast {
        arrival: wave(bits, at, report, &OF_THE_PACIFIC),
        height: names::NORTHWEST_PACIFIC_TSUNAMI_HEIGHT.word(bits.get(at + 12, 9)),
        region: names::COASTAL_REGION.word(bits.get(at + 21, 7)),
    };
    Pacific {
        tsunamigenic_potential: names::TSUNAMIGENIC_POTENTIAL.word(bits.get(53, 3)),
        forecasts: list(bits, 56, 28, 5, coast),
    }
}

/// 12 bits.
fn wave(bits: &Bits, at: usize, report: &Time, [arrived, no_data, undefined, expected]: &'static Words) -> Wave {
    let time = Time::arrival(bits, at, report);
    let (day, hour, minute) = (bits.get(at, 1), bits.get(at + 1, 5), bits.get(at + 6, 6));
    let said = match (hour, minute) {
        ARRIVED => arrived,
        _ if (day, hour, minute) == NO_DATA => no_data,
        _ if time.jst().is_none() => undefined,
        _ => expected,
    };
    Wave { time, kind: Word::new(time.code, said) }
}
