//! The table of headers (`headers.tsv`) and how it is asked: letter by letter, or by how a header ends.

use super::{Hazard, header::Field, header::key};
use std::{collections::HashMap, sync::LazyLock};

const TABLE: &str = include_str!("headers.tsv");

struct Names {
    exact: HashMap<String, Field>,
    endings: Vec<String>,
    others: Vec<String>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names { exact: HashMap::new(), endings: vec![], others: vec![] };
    for (what, headers) in lines() {
        let headers = headers.split(' ').map(key);
        match (what, named(what)) {
            ("name-ending", _) => names.endings.extend(headers),
            ("other-name", _) => names.others.extend(headers),
            (_, Some(field)) => names.exact.extend(headers.map(|header| (header, field))),
            (_, None) => {}
        }
    }
    names
});

fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// A header that is known letter by letter.
pub(super) fn exact(key: &str) -> Option<Field> {
    NAMES.exact.get(key).copied()
}

/// A header that is like many others: by how it ends, or by what is in it.
pub(super) fn like(key: &str) -> Option<Field> {
    let ends = |words: &[&str]| words.iter().any(|word| key.ends_with(word));
    if NAMES.others.iter().any(|word| key.contains(word)) {
        return None;
    }
    if ends(&["名カナ", "名称カナ", "名フリガナ", "名称フリガナ", "名ふりがな", "名称ふりがな", "名かな", "名称かな"])
    {
        return Some(Field::Kana);
    }
    if NAMES.endings.iter().any(|word| key.ends_with(word)) {
        return Some(Field::Name);
    }
    match (key.contains("緯度"), key.ends_with("経度"), key.ends_with("緯度")) {
        (true, true, _) => return Some(Field::LatLon),
        (false, true, _) => return Some(Field::Lon),
        (_, _, true) => return Some(Field::Lat),
        _ => {}
    }
    if key.ends_with("電話番号") {
        return Some(Field::Phone);
    }
    SHOWN.iter().any(|word| key.contains(word)).then_some(Field::Detail)
}

/// Worth showing under their own headers: data of toilets have thirty columns, and every town some of its own; and what is said of hazards
/// otherwise than by designation (洪水・内水, 津波浸水レベル).
const SHOWN: &[&str] = &[
    "トイレ",
    "便器",
    "便所",
    "restroom",
    "おむつ",
    "オムツ",
    "授乳",
    "オストメイト",
    "車椅子",
    "車いす",
    "洪水",
    "土砂",
    "津波",
    "高潮",
    "火山",
    "内水",
    "地震",
    "浸水",
    "風水害",
];

/// A field by its name in the table and in mapping files: `name`, `also-other`, `flood`.
pub(super) fn named(what: &str) -> Option<Field> {
    let hazard = || Hazard::ALL.into_iter().find(|hazard| hazard.name() == what).map(Field::Hazard);
    FIELDS.iter().find(|(name, _)| *name == what).map(|(_, field)| *field).or_else(hazard)
}

/// The name of a field, as mapping files write it.
pub(super) fn of(field: Field) -> &'static str {
    match field {
        Field::Hazard(hazard) => hazard.name(),
        field => FIELDS.iter().find(|(_, known)| *known == field).map_or("", |(name, _)| name),
    }
}

/// Every field but the hazards, with its name.
pub(super) const FIELDS: &[(&str, Field)] = &[
    ("town-code", Field::TownCode),
    ("code", Field::Code),
    ("prefecture-code", Field::PrefectureCode),
    ("national-id", Field::NationalId),
    ("id", Field::Id),
    ("no", Field::No),
    ("name", Field::Name),
    ("kana", Field::Kana),
    ("name-en", Field::NameEn),
    ("address", Field::Address),
    ("prefecture", Field::Prefecture),
    ("city", Field::City),
    ("town-name", Field::TownName),
    ("ward", Field::Ward),
    ("street", Field::Street),
    ("block", Field::Block),
    ("building", Field::Building),
    ("inside", Field::Inside),
    ("lat", Field::Lat),
    ("lon", Field::Lon),
    ("lat-lon", Field::LatLon),
    ("lon-lat", Field::LonLat),
    ("altitude", Field::Altitude),
    ("phone", Field::Phone),
    ("also-other", Field::AlsoOther),
    ("is-emergency-site", Field::IsEmergencySite),
    ("is-shelter", Field::IsShelter),
    ("capacity", Field::Capacity),
    ("for-whom", Field::ForWhom),
    ("days", Field::Days),
    ("opens", Field::Opens),
    ("closes", Field::Closes),
    ("hours-note", Field::HoursNote),
    ("hours", Field::Hours),
    ("url", Field::Url),
    ("notes", Field::Notes),
    ("opening", Field::Opening),
    ("people", Field::People),
    ("as-of", Field::AsOf),
    ("opened-at", Field::OpenedAt),
    ("closed-at", Field::ClosedAt),
    ("sort", Field::Sort),
    ("detail", Field::Detail),
    ("day", Field::Day),
    ("idle", Field::Idle),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_used_and_no_header_means_two_things() {
        let mut seen = HashMap::new();
        for (what, headers) in lines() {
            assert!(named(what).is_some() || ["name-ending", "other-name"].contains(&what), "{what}");
            for header in headers.split(' ').filter(|_| named(what).is_some()) {
                assert_eq!(seen.insert(key(header), what), None, "{header}");
            }
        }
    }
}
