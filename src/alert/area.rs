//! Where something is said of. Codes stay texts: leading zeros count, and the same digits name different places in different schemes.

use super::{coast, volcano};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

/// Which list of areas a code is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scheme {
    /// 市町村等, 7 digits: the 5 of the municipality and two more (`00` unless it is split).
    City,
    /// 府県予報区・一次細分区域・市町村等をまとめた地域, 6 digits.
    Region,
    /// 都道府県等 of intensities, 2 digits.
    Prefecture,
    /// 細分区域 of intensities, 3 digits.
    Seismic,
    /// 津波予報区, 3 digits.
    Coast,
    /// 予報区域 and 河川 of 指定河川洪水予報.
    River,
    Volcano,
    /// Named, without a code that is known.
    Named,
}

/// One area of a telegram.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Area {
    pub scheme: Scheme,
    pub code: String,
    pub name: String,
}

impl Area {
    pub(super) fn new(scheme: Scheme, code: &str, name: &str) -> Self {
        Self { scheme, code: narrow(code), name: name.to_owned() }
    }

    /// Weather areas of a list without a name: by the length of the code.
    pub(super) fn weather(code: &str, name: &str) -> Self {
        let code = narrow(code);
        let scheme = match code.len() {
            7 => Scheme::City,
            6 => Scheme::Region,
            _ => Scheme::Named,
        };
        Self::new(scheme, &code, name)
    }

    /// Of a list of municipalities: also by the 5 digits of others than 気象庁, and by those with the check digit.
    pub(super) fn municipality(code: &str, name: &str) -> Self {
        let code = narrow(code);
        let five = code.get(..5).unwrap_or_default();
        match code.len() {
            5 => Self::new(Scheme::City, &format!("{five}00"), name),
            6 if check_digit(five) == code.chars().nth(5) => Self::new(Scheme::City, &format!("{five}00"), name),
            _ => Self::weather(&code, name),
        }
    }

    /// For nobody in particular, and so for everybody.
    pub(super) fn everywhere() -> Self {
        Self::new(Scheme::Named, "", "")
    }

    /// Whether a town can find itself by it.
    pub(super) fn can_be_found(&self) -> bool {
        !matches!(self.scheme, Scheme::River | Scheme::Named) && !self.code.is_empty()
    }
}

/// Codes are digits, however wide they were written.
pub(super) fn narrow(code: &str) -> String {
    if code.is_ascii() { code.to_owned() } else { code.nfkc().collect() }
}

/// 政令指定都市: their wards have codes of their own, and lists name now the city, now the wards (総務省 全国地方公共団体コード, 2026).
const DESIGNATED: &[&str] = &[
    "01100", "04100", "11100", "12100", "14100", "14130", "14150", "15100", "22100", "22130", "23100", "26100",
    "27100", "27140", "28100", "33100", "34100", "40100", "40130", "43100",
];

/// The city of a ward; every other municipality is its own.
fn city_of(code: &str) -> &str {
    let wards = code.get(2..3) == Some("1") && !code.starts_with("13");
    let city = DESIGNATED.iter().rev().find(|city| wards && city.get(..2) == code.get(..2) && **city <= code);
    city.copied().unwrap_or(code)
}

/// Municipalities whose areas are known, with where that is from.
const TABLE: &str = include_str!("areas.tsv");

/// Every 一次細分区域 and 市町村等をまとめた地域 of Japan, by `script/areas` from the area.json of October 2021; those in telegrams of 2026 that were seen
/// (153) are all among them.
const REGIONS: &str = include_str!("regions.txt");

/// A region that is known lies elsewhere when the town does not name it. A code that came later may be the town's: it is shown for the prefecture.
fn is_region(code: &str) -> bool {
    REGIONS.lines().any(|known| known == code)
}

/// For whom we ask: a town by its 5 digits, or one of the parts into which JMA splits some towns; and the areas it is known to lie in.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Town {
    /// 5 digits of the municipality.
    code: String,
    /// 7 digits, when one part of a split town is meant.
    part: Option<String>,
    pub name: String,
    /// 一次細分区域 and 市町村等をまとめた地域; empty when not known.
    pub regions: Vec<String>,
    /// 細分区域 of intensities.
    pub seismic: Option<String>,
    /// 津波予報区 of its coasts: none for a town inland; `None` when not known.
    pub coasts: Option<Vec<String>>,
}

/// How an area lies to a town.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lies {
    /// The same prefecture: it may hold the town.
    Prefecture,
    /// It holds the town, with others.
    Around,
    /// It is the town, or a part of it.
    Town,
}

impl Town {
    /// From 5 digits, from 6 (with the check digit of 総務省's codes), or from JMA's 7. `None` for anything else, a wrong check
    /// digit among it: another town would be asked for.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim();
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let code = digits.get(..5)?.to_owned();
        let part = match digits.len() {
            5 => None,
            6 if check_digit(&code) == digits.chars().nth(5) => None,
            7 => (!digits.ends_with("00")).then(|| digits.to_owned()),
            _ => return None,
        };
        let known = TABLE.lines().find_map(|line| line.strip_prefix(code.as_str())?.strip_prefix('\t'));
        let mut town = known.map(Self::of_row).unwrap_or_default();
        (town.code, town.part) = (code, part);
        Some(town)
    }

    /// The columns behind the code: name, regions, seismic area, coasts. `?` is not known, `-` is none.
    fn of_row(row: &str) -> Self {
        let mut columns = row.split('\t');
        let mut next = || columns.next().unwrap_or("?").trim();
        let (name, regions, seismic, coasts) = (next(), next(), next(), next());
        let list = |text: &str| text.split_whitespace().filter(|code| *code != "-").map(str::to_owned).collect();
        Self {
            name: name.to_owned(),
            regions: list(regions),
            seismic: (seismic != "?").then(|| seismic.to_owned()),
            coasts: (coasts != "?").then(|| list(coasts)),
            ..Self::default()
        }
    }

    /// 5 digits.
    pub fn code(&self) -> &str {
        &self.code
    }

    pub(super) fn lies(&self, area: &Area) -> Option<Lies> {
        match area.scheme {
            Scheme::City => self.is(&area.code).then_some(Lies::Town),
            Scheme::Region if self.regions.contains(&area.code) => Some(Lies::Around),
            Scheme::Region if !self.regions.is_empty() && is_region(&area.code) => None,
            Scheme::Region | Scheme::Prefecture => {
                (area.code.get(..2) == self.code.get(..2)).then_some(Lies::Prefecture)
            }
            Scheme::Seismic => (self.seismic.as_ref() == Some(&area.code)).then_some(Lies::Around),
            Scheme::Coast => match &self.coasts {
                Some(coasts) if coasts.contains(&area.code) => Some(Lies::Around),
                // A coast without a number is known by its name alone, a longer stretch by the prefectures it touches.
                Some(coasts) if coasts.is_empty() || area.name.is_empty() => None,
                Some(_) if !area.code.is_empty() && !coast::is_wide(&area.name) => None,
                _ => coast::may_touch(&area.name, &self.code).then_some(Lies::Prefecture),
            },
            Scheme::Volcano => volcano::may_concern(&area.name, &self.code).then_some(Lies::Prefecture),
            Scheme::River | Scheme::Named => None,
        }
    }

    /// Whether an area of the list of municipalities is this town: itself, its part, its city or one of its wards.
    fn is(&self, area: &str) -> bool {
        let Some(municipality) = area.get(..5) else { return false };
        if municipality == self.code {
            let whole = area.ends_with("00");
            return whole || self.part.as_ref().is_none_or(|part| part == area);
        }
        municipality == city_of(&self.code) || city_of(municipality) == self.code
    }
}

/// The check digit of a municipality's code (総務省 全国地方公共団体コード, 検査数字).
fn check_digit(code: &str) -> Option<char> {
    let sum: u32 =
        code.chars().zip([6, 5, 4, 3, 2]).map(|(digit, weight)| digit.to_digit(10).unwrap_or(0) * weight).sum();
    let digit = if sum < 11 { 11 - sum } else { 11 - sum % 11 };
    char::from_digit(digit % 10, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_is_asked_for_by_any_of_its_codes_and_a_wrong_check_digit_is_refused() {
        let cases = [
            ("09209", Some("09209")),
            ("092096", Some("09209")),
            ("092095", None),
            ("0920900", Some("09209")),
            ("0120601", Some("01206")),
            ("9209", None),
            ("０９２０９", None),
            ("真岡市", None),
        ];
        for (text, wanted) in cases {
            assert_eq!(Town::parse(text).as_ref().map(Town::code), wanted, "{text}");
        }
    }

    #[test]
    fn an_area_is_the_town_holds_it_or_is_elsewhere() {
        let cases = [
            ("09209", Scheme::City, "0920900", Some(Lies::Town)),
            ("09209", Scheme::City, "0920800", None),
            ("01206", Scheme::City, "0120602", Some(Lies::Town)),
            ("0120601", Scheme::City, "0120602", None),
            ("0120601", Scheme::City, "0120600", Some(Lies::Town)),
            ("40106", Scheme::City, "4010000", Some(Lies::Town)),
            ("40100", Scheme::City, "4010600", Some(Lies::Town)),
            ("40106", Scheme::City, "4010100", None),
            ("40135", Scheme::City, "4010000", None),
            ("13104", Scheme::City, "1310100", None),
            ("27145", Scheme::City, "2714000", Some(Lies::Town)),
            ("27145", Scheme::City, "2710000", None),
            ("09209", Scheme::Region, "090000", Some(Lies::Prefecture)),
            ("09209", Scheme::Prefecture, "09", Some(Lies::Prefecture)),
            ("09209", Scheme::Prefecture, "10", None),
            ("09209", Scheme::Region, "090020", None),
            // A code that was given after the table was made.
            ("09209", Scheme::Region, "090019", Some(Lies::Prefecture)),
            ("09209", Scheme::Region, "100019", None),
            ("09209", Scheme::Seismic, "301", None),
            ("09209", Scheme::Seismic, "311", Some(Lies::Around)),
            ("09209", Scheme::Coast, "300", None),
            ("12229", Scheme::Coast, "312", Some(Lies::Around)),
            ("12229", Scheme::Coast, "", None),
            ("01206", Scheme::Region, "014020", Some(Lies::Around)),
            ("01206", Scheme::Region, "016010", None),
            ("01206", Scheme::Coast, "100", Some(Lies::Around)),
        ];
        for (town, scheme, code, wanted) in cases {
            let area = Area::new(scheme, code, "");
            assert_eq!(Town::parse(town).unwrap().lies(&area), wanted, "{town} {code}");
        }
    }
}
