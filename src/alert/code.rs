//! Codes of warnings, as JMA's code tables give them. A code that is not here is shown by its name and taken as something to heed.
//!
//! Source: 気象庁防災情報XML コード表 (気象警報・注意報) with the codes of the system of May 2026; 津波: 警報等情報要素／津波警報・注意報・予報.

use super::{Grade, Hazard, area::narrow};

/// What a code of a weather warning stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    pub hazard: Hazard,
    pub grade: Grade,
    /// In telegrams of the system of 2026; the older copies use the same numbers without levels.
    pub level: Option<u8>,
}

const fn of(hazard: Hazard, grade: Grade, level: Option<u8>) -> Meaning {
    Meaning { hazard, grade, level }
}

/// The code of 気象警報・注意報. 暴風, 雷 and the like have no level, whatever their grade.
pub(super) fn weather(code: &str) -> Option<Meaning> {
    meaning(&narrow(code))
}

fn meaning(code: &str) -> Option<Meaning> {
    use Grade::{Advisory, Danger, Emergency, Warning};
    let meaning = match code {
        "02" => of(Hazard::Snowstorm, Warning, None),
        "03" => of(Hazard::HeavyRain, Warning, Some(3)),
        "04" => of(Hazard::Flood, Warning, None),
        "05" => of(Hazard::Storm, Warning, None),
        "06" => of(Hazard::HeavySnow, Warning, None),
        "07" => of(Hazard::HighWaves, Warning, None),
        "08" => of(Hazard::StormSurge, Warning, Some(3)),
        "09" => of(Hazard::Landslide, Warning, Some(3)),
        "10" => of(Hazard::HeavyRain, Advisory, Some(2)),
        "12" => of(Hazard::HeavySnow, Advisory, None),
        "13" => of(Hazard::Snowstorm, Advisory, None),
        "14" => of(Hazard::Thunder, Advisory, None),
        "15" => of(Hazard::Storm, Advisory, None),
        "16" => of(Hazard::HighWaves, Advisory, None),
        "17" => of(Hazard::Snowmelt, Advisory, None),
        "18" => of(Hazard::Flood, Advisory, None),
        "19" => of(Hazard::StormSurge, Advisory, Some(2)),
        "20" => of(Hazard::Fog, Advisory, None),
        "21" => of(Hazard::DryAir, Advisory, None),
        "22" => of(Hazard::Avalanche, Advisory, None),
        "23" => of(Hazard::LowTemperature, Advisory, None),
        "24" => of(Hazard::Frost, Advisory, None),
        "25" => of(Hazard::Icing, Advisory, None),
        "26" => of(Hazard::SnowAccretion, Advisory, None),
        "27" => of(Hazard::Other, Advisory, None),
        "29" => of(Hazard::Landslide, Advisory, Some(2)),
        "32" => of(Hazard::Snowstorm, Emergency, None),
        "33" => of(Hazard::HeavyRain, Emergency, Some(5)),
        "35" => of(Hazard::Storm, Emergency, None),
        "36" => of(Hazard::HeavySnow, Emergency, None),
        "37" => of(Hazard::HighWaves, Emergency, None),
        "38" => of(Hazard::StormSurge, Emergency, Some(5)),
        "39" => of(Hazard::Landslide, Emergency, Some(5)),
        "43" => of(Hazard::HeavyRain, Danger, Some(4)),
        "48" => of(Hazard::StormSurge, Danger, Some(4)),
        "49" => of(Hazard::Landslide, Danger, Some(4)),
        _ => return None,
    };
    Some(meaning)
}

/// What a name itself says, for codes that are not known.
pub(super) fn by_name(name: &str) -> (Hazard, Grade) {
    let hazards = [
        ("土砂", Hazard::Landslide),
        ("高潮", Hazard::StormSurge),
        ("氾濫", Hazard::Flood),
        ("洪水", Hazard::Flood),
        ("大雨", Hazard::HeavyRain),
        ("暴風雪", Hazard::Snowstorm),
        ("風雪", Hazard::Snowstorm),
        ("大雪", Hazard::HeavySnow),
        ("暴風", Hazard::Storm),
        ("強風", Hazard::Storm),
        ("波浪", Hazard::HighWaves),
        ("津波", Hazard::Tsunami),
        ("竜巻", Hazard::Tornado),
        ("雷", Hazard::Thunder),
    ];
    let hazard = hazards.iter().find(|(word, _)| name.contains(word)).map_or(Hazard::Other, |(_, hazard)| *hazard);
    (hazard, grade(name))
}

/// By the ending of a name. 特別警報 and 危険警報 end in 警報 too, so they are asked first.
pub(super) fn grade(name: &str) -> Grade {
    match name {
        _ if name.contains("特別警報") || name.contains("大津波警報") => Grade::Emergency,
        _ if name.contains("危険警報") || name.contains("津波警報") || name.contains("土砂災害警戒情報") => {
            Grade::Danger
        }
        _ if name.contains("警報") => Grade::Warning,
        _ if name.contains("注意報") => Grade::Advisory,
        _ => Grade::Information,
    }
}

/// The level that a name or a sentence states: 「レベル４…」, 「【警戒レベル２相当…」. The first one counts; none is made up.
pub(super) fn stated_level(text: &str) -> Option<u8> {
    let (_, after) = text.split_once("レベル")?;
    let digit = after.chars().next()?;
    let level = match digit {
        '１'..='５' => u32::from(digit) - u32::from('０'),
        '1'..='5' => digit.to_digit(10)?,
        _ => return None,
    };
    u8::try_from(level).ok()
}

/// 津波: grade by code; `None` for the codes by which a warning ends, and for those nobody knows yet.
pub(super) fn tsunami(code: &str) -> Option<Grade> {
    match code {
        "52" | "53" => Some(Grade::Emergency),
        "51" => Some(Grade::Danger),
        "62" => Some(Grade::Advisory),
        "71" | "72" | "73" => Some(Grade::Information),
        _ => None,
    }
}

/// 津波: no warning (any more).
pub(super) fn tsunami_ended(code: &str) -> bool {
    matches!(code, "00" | "50" | "60")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_read_where_it_stands_and_nowhere_else() {
        let cases = [
            ("レベル５大雨特別警報", Some(5)),
            ("【警戒レベル２相当情報［洪水］】○○川", Some(2)),
            ("レベル4氾濫危険警報", Some(4)),
            ("レベル８", None),
            ("大雨特別警報", None),
            ("レベル", None),
        ];
        for (text, level) in cases {
            assert_eq!(stated_level(text), level, "{text}");
        }
    }

    #[test]
    fn a_name_gives_its_grade_and_hazard_when_the_code_is_not_known() {
        let cases = [
            ("レベル５土砂災害特別警報", Hazard::Landslide, Grade::Emergency),
            ("レベル４高潮危険警報", Hazard::StormSurge, Grade::Danger),
            ("暴風雪警報", Hazard::Snowstorm, Grade::Warning),
            ("なだれ注意報", Hazard::Other, Grade::Advisory),
            ("大津波警報", Hazard::Tsunami, Grade::Emergency),
        ];
        for (name, hazard, grade) in cases {
            assert_eq!(by_name(name), (hazard, grade), "{name}");
        }
    }
}
