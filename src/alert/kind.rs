//! The types of JMA's telegrams. A telegram does not name its own type: the name of its file does (`20260830024006_0_VPWW55_180000.xml`),
//! and where that is lost, its title tells most of them apart.

use serde::{Deserialize, Serialize};

/// How a type is read and what replaces what. Source: 気象庁防災情報XMLフォーマット 電文解説資料, and research on real telegrams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// VPWW55–61: warnings of one hazard for one office, with levels (since May 2026).
    Warning,
    /// VPWW50, 53, 54: the older copies of all hazards in one; they do not state levels.
    OldWarning,
    /// VXWW50: 土砂災害警戒情報, an older copy.
    OldLandslide,
    /// VPOA50: 記録的短時間大雨情報, an older copy.
    OldRain,
    /// VPHW50, 51: 竜巻注意情報, with an end of its own.
    Tornado,
    /// VPNO50: calls attention to 特別警報; which hazard it is stands in its text only.
    Attention,
    /// VPBS50: 気象防災速報; nothing ever ends it, it grows old.
    Bulletin,
    /// VXKO: 指定河川洪水予報.
    River,
    /// VXSE51: intensities by area, before the place of the earthquake is known.
    QuakeFlash,
    /// VXSE52: the place of an earthquake, without intensities.
    QuakeSource,
    /// VXSE53: place and intensities by town.
    Quake,
    /// VXSE61: the place of an earthquake, corrected afterwards.
    QuakeUpdate,
    /// VXSE62: long-period ground motion.
    LongPeriod,
    /// VTSE41: all tsunami warnings in force.
    Tsunami,
    /// VTSE51: arrival times and observations; it repeats the warnings.
    TsunamiInfo,
    /// VTSE52: observations off the coast.
    TsunamiSea,
    /// VFVO50: 噴火警報・予報, by volcano.
    Volcano,
    /// VFVO52, VFVO56: an eruption was seen.
    Eruption,
    /// VYSE50–52, VYSE60: what large earthquakes may follow.
    GreatQuake,
    /// VPTW60–65: where a typhoon is and goes.
    Typhoon,
    /// VPFD60, VPFD61, VPFW60: 早期注意情報; VPWP50: when warnings may come.
    Outlook,
    /// VXSE42–45: 緊急地震速報. Seconds count, and this machine is minutes late: only ever shown as past.
    Forewarning,
    /// 災危通報 of the satellites, which have numbers instead of types: `QZ01` to `QZ14` by category, `QZJ`, `QZL`, `QZM`, `QZX` of DCX.
    Satellite,
    /// Everything else: shown as received.
    Other,
}

/// Beginnings of type codes, the longest first where one begins another.
const CODES: &[(&str, Kind)] = &[
    ("VPWW55", Kind::Warning),
    ("VPWW56", Kind::Warning),
    ("VPWW57", Kind::Warning),
    ("VPWW58", Kind::Warning),
    ("VPWW59", Kind::Warning),
    ("VPWW60", Kind::Warning),
    ("VPWW61", Kind::Warning),
    ("VPWW50", Kind::OldWarning),
    ("VPWW53", Kind::OldWarning),
    ("VPWW54", Kind::OldWarning),
    ("VXWW50", Kind::OldLandslide),
    ("VPOA50", Kind::OldRain),
    ("VPHW5", Kind::Tornado),
    ("VPNO50", Kind::Attention),
    ("VPBS50", Kind::Bulletin),
    ("VXKO", Kind::River),
    ("VXSE42", Kind::Forewarning),
    ("VXSE43", Kind::Forewarning),
    ("VXSE44", Kind::Forewarning),
    ("VXSE45", Kind::Forewarning),
    ("VXSE51", Kind::QuakeFlash),
    ("VXSE52", Kind::QuakeSource),
    ("VXSE53", Kind::Quake),
    ("VXSE61", Kind::QuakeUpdate),
    ("VXSE62", Kind::LongPeriod),
    ("VTSE41", Kind::Tsunami),
    ("VTSE51", Kind::TsunamiInfo),
    ("VTSE52", Kind::TsunamiSea),
    ("VFVO50", Kind::Volcano),
    ("VFVO52", Kind::Eruption),
    ("VFVO56", Kind::Eruption),
    ("VYSE5", Kind::GreatQuake),
    ("VYSE60", Kind::GreatQuake),
    ("VPTW6", Kind::Typhoon),
    ("VPFD60", Kind::Outlook),
    ("VPFD61", Kind::Outlook),
    ("VPFW60", Kind::Outlook),
    ("VPWP50", Kind::Outlook),
    ("QZ", Kind::Satellite),
];

/// Titles of `Control`, by their beginnings; the longest first where one begins another. Samples carry a letter at the end.
const TITLES: &[(&str, &str)] = &[
    ("気象警報・注意報（Ｒ０６）（大雨）", "VPWW55"),
    ("気象警報・注意報（Ｒ０６）（土砂", "VPWW56"),
    ("気象警報・注意報（Ｒ０６）（高潮）", "VPWW57"),
    ("気象警報・注意報（Ｒ０６）（暴風", "VPWW58"),
    ("気象警報・注意報（Ｒ０６）（波浪）", "VPWW59"),
    ("気象警報・注意報（Ｒ０６）（大雪）", "VPWW60"),
    ("気象警報・注意報（Ｒ０６）", "VPWW61"),
    ("気象警報・注意報時系列情報", "VPWP50"),
    ("気象警報・注意報（Ｈ２７）", "VPWW54"),
    ("気象特別警報・警報・注意報", "VPWW53"),
    ("気象警報・注意報", "VPWW50"),
    ("土砂災害警戒情報", "VXWW50"),
    ("記録的短時間大雨情報", "VPOA50"),
    ("竜巻注意情報（目撃情報付き）", "VPHW51"),
    ("竜巻注意情報", "VPHW50"),
    ("気象特別警報報知", "VPNO50"),
    ("府県気象防災速報", "VPBS50"),
    ("指定河川洪水予報", "VXKO"),
    ("緊急地震速報（警報）", "VXSE43"),
    ("緊急地震速報（予報）", "VXSE44"),
    ("緊急地震速報（地震動予報）", "VXSE45"),
    ("震度速報", "VXSE51"),
    ("震源に関する情報", "VXSE52"),
    ("震源・震度に関する情報", "VXSE53"),
    ("顕著な地震の震源要素更新のお知らせ", "VXSE61"),
    ("長周期地震動に関する観測情報", "VXSE62"),
    ("津波警報・注意報・予報", "VTSE41"),
    ("沖合の津波観測に関する情報", "VTSE52"),
    ("津波情報", "VTSE51"),
    ("噴火警報・予報", "VFVO50"),
    ("噴火に関する火山観測報", "VFVO52"),
    ("噴火速報", "VFVO56"),
    ("南海トラフ地震臨時情報", "VYSE50"),
    ("南海トラフ地震関連解説情報", "VYSE51"),
    ("北海道・三陸沖後発地震注意情報", "VYSE60"),
    ("台風解析・予報情報", "VPTW60"),
    ("早期注意情報", "VPFD61"),
];

impl Kind {
    /// Of a type code, whatever stands behind its beginning (`VXKO53` is a river like any other).
    pub fn of(code: &str) -> Self {
        CODES.iter().find(|(begins, _)| code.starts_with(begins)).map_or(Self::Other, |(_, kind)| *kind)
    }

    /// A copy in the form from before May 2026, shown only where the new form says nothing.
    pub const fn is_old_copy(self) -> bool {
        matches!(self, Self::OldWarning | Self::OldLandslide | Self::OldRain)
    }
}

/// The type code of a telegram: from its file's name, unless its title says that it is of another kind; empty when neither tells.
pub(super) fn code(file: &str, title: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let in_name = name.split(['_', '.', '-']).find(|part| is_code(part)).map(str::to_ascii_uppercase);
    let by_title = TITLES.iter().find(|(begins, _)| title.starts_with(begins)).map(|(_, code)| (*code).to_owned());
    match (in_name, by_title) {
        (Some(name), Some(title)) if Kind::of(&name) != Kind::of(&title) => title,
        (Some(name), _) => name,
        (None, title) => title.unwrap_or_default(),
    }
}

/// `VPWW55`, `VXKO53`; also `VXKOii`, as the samples call all rivers.
fn is_code(part: &str) -> bool {
    let bytes = part.as_bytes();
    let letters = bytes.iter().take(4).filter(|byte| byte.is_ascii_alphabetic()).count();
    let rest = bytes.get(4..).unwrap_or_default();
    bytes.len() == 6
        && letters == 4
        && bytes.first().is_some_and(|first| first.eq_ignore_ascii_case(&b'v'))
        && (rest.iter().all(u8::is_ascii_digit) || rest.eq_ignore_ascii_case(b"ii"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_found_in_the_name_of_the_file_or_else_in_the_title() {
        let cases = [
            ("20260830024006_0_VPWW55_180000.xml", "", "VPWW55", Kind::Warning),
            ("/a/b/38-39_02_04_250206_VTSE41.xml", "津波警報・注意報・予報a", "VTSE41", Kind::Tsunami),
            ("16_01_01_220728_VXKOii.xml", "指定河川洪水予報", "VXKOII", Kind::River),
            ("telegram.xml", "気象警報・注意報（Ｒ０６）（その他注意報）", "VPWW61", Kind::Warning),
            ("-", "気象警報・注意報（Ｈ２７）", "VPWW54", Kind::OldWarning),
            ("-", "津波情報a", "VTSE51", Kind::TsunamiInfo),
            ("20260830024006_0_VPWW55_180000.xml", "震源・震度に関する情報", "VXSE53", Kind::Quake),
            ("20260101000000_0_VZZZ99_010000.xml", "何か", "VZZZ99", Kind::Other),
            ("notes.xml", "何か", "", Kind::Other),
        ];
        for (file, title, wanted, kind) in cases {
            let code = code(file, title);
            assert_eq!((code.as_str(), Kind::of(&code)), (wanted, kind), "{file} {title}");
        }
    }
}
