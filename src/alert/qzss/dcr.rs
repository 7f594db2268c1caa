//! DCR: messages of 気象庁, and what all of them have.

use super::{
    Unreadable, bits::Bits, great::Part, names, quake, table::Word, time::Time, tsunami, typhoon::Typhoon, volcano,
    weather,
};
use crate::clock::Now;
use serde::Serialize;

/// The only version of the format (Vn).
const VERSION: u8 = 1;

/// One message of 気象庁.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    pub version: u8,
    /// 最優先, 優先, 通常, 訓練/試験.
    pub report_classification: Word,
    pub disaster_category: Word,
    pub report_time: Time,
    /// 発表, 訂正, 取消.
    pub information_type: Word,
    #[serde(flatten)]
    pub about: About,
}

/// What it is about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type")]
pub enum About {
    EarthquakeEarlyWarning(quake::Forewarning),
    Hypocenter(quake::Source),
    SeismicIntensity(quake::Intensity),
    NankaiTroughEarthquake(Part),
    Tsunami(tsunami::Tsunami),
    NorthwestPacificTsunami(tsunami::Pacific),
    Volcano(volcano::Volcano),
    AshFall(volcano::Ash),
    Weather(weather::Weather),
    Flood(weather::Flood),
    Typhoon(Typhoon),
    Marine(weather::Marine),
}

pub(super) fn read(bits: &Bits, received: Now) -> Result<Report, Unreadable> {
    let version = bits.byte(214, 6);
    if version != VERSION {
        return Err(Unreadable::Version { version });
    }
    let category = bits.byte(17, 4);
    if !names::DISASTER_CATEGORY.knows(category.into()) {
        return Err(Unreadable::Category { category });
    }
    let report_time = Time::report(bits, 21, received)?;
    Ok(Report {
        version,
        report_classification: names::REPORT_CLASSIFICATION.word(bits.get(14, 3)),
        disaster_category: names::DISASTER_CATEGORY.word(category.into()),
        report_time,
        information_type: names::INFORMATION_TYPE.word(bits.get(41, 2)),
        about: about(bits, category, &report_time)?,
    })
}

fn about(bits: &Bits, category: u8, report: &Time) -> Result<About, Unreadable> {
    Ok(match category {
        1 => About::EarthquakeEarlyWarning(quake::forewarning(bits, report)),
        2 => About::Hypocenter(quake::source(bits, report)),
        3 => About::SeismicIntensity(quake::intensity(bits, report)),
        4 => About::NankaiTroughEarthquake(Part::read(bits)),
        5 => About::Tsunami(tsunami::tsunami(bits, report)),
        6 => About::NorthwestPacificTsunami(tsunami::pacific(bits, report)),
        8 => About::Volcano(volcano::volcano(bits, report)),
        9 => About::AshFall(volcano::ash(bits, report)),
        10 => About::Weather(weather::weather(bits)),
        11 => About::Flood(weather::flood(bits)),
        12 => About::Typhoon(Typhoon::read(bits, report)),
        14 => About::Marine(weather::marine(bits)),
        _ => return Err(Unreadable::Category { category }),
    })
}
