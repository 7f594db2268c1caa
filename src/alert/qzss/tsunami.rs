//! 津波 and 北西太平洋津波: coasts with the first wave and how high it comes.

use super::{
    bits::Bits,
    list::{list, notices},
    names,
    table::Word,
    time::Time,
};
use serde::Serialize;
use std::borrow::Cow;

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

pub(super) fn tsunami(bits: &Bits, report: &Time) -> Tsunami {
    let coast = |at| Coast {
        arrival: wave(
            bits,
            at,
            report,
            [
                ["津波到達中と推測", "Tsunami arrival expected"],
                ["該当情報なし", "No data"],
                ["津波到達予想時刻(コード番号：", "Undefined Expected Tsunami Arrival Time (Code: "],
                ["津波の到達予想時刻", "Estimated initial tsunami arrival time"],
            ],
        ),
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
    let undefined = "Undefined Expected Tsunami Arrival Time (Code: ";
    let coast = |at| Coast {
        arrival: wave(
            bits,
            at,
            report,
            [["", "Arrived or Unknown"], ["", undefined], ["", undefined], ["", "Expected Tsunami Arrival Time"]],
        ),
        height: names::NORTHWEST_PACIFIC_TSUNAMI_HEIGHT.word(bits.get(at + 12, 9)),
        region: names::COASTAL_REGION.word(bits.get(at + 21, 7)),
    };
    Pacific {
        tsunamigenic_potential: names::TSUNAMIGENIC_POTENTIAL.word(bits.get(53, 3)),
        forecasts: list(bits, 56, 28, 5, coast),
    }
}

/// 12 bits; `words` are for a wave that has arrived, for no data, for what is no time, and for a time.
fn wave(bits: &Bits, at: usize, report: &Time, words: [[&'static str; 2]; 4]) -> Wave {
    let time = Time::arrival(bits, at, report);
    let (day, hour, minute) = (bits.get(at, 1), bits.get(at + 1, 5), bits.get(at + 6, 6));
    let [arrived, no_data, undefined, expected] = words;
    let said = match (hour, minute) {
        ARRIVED => arrived,
        _ if (day, hour, minute) == NO_DATA => no_data,
        _ if time.jst().is_none() => undefined,
        _ => expected,
    };
    let [ja, en] = said.map(|said| match said {
        open if open.ends_with('：') || open.ends_with(": ") => Cow::from(format!("{open}{})", time.code)),
        whole => whole.into(),
    });
    Wave { time, kind: Word { code: time.code, ja, en } }
}
