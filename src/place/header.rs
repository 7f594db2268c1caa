//! What a column is, by its header: the families of headers, their look-alike characters and their synonyms.

use super::{Hazard, day, names};
use unicode_normalization::UnicodeNormalization;

/// What the cells of a column are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// 所在地_全国地方公共団体コード: the town it stands in.
    TownCode,
    /// The town (or prefecture) that publishes.
    Code,
    /// 都道府県コード in a column of its own; what stands as the code is that of the town alone.
    PrefectureCode,
    /// 共通ID: one number for the whole country.
    NationalId,
    Id,
    No,
    Name,
    Kana,
    NameEn,
    Address,
    /// 都道府県名, 市区町村名, both, or the ward: in this order they stand before an address.
    Prefecture,
    City,
    TownName,
    Ward,
    Street,
    Block,
    Building,
    Inside,
    Lat,
    Lon,
    LatLon,
    LonLat,
    Altitude,
    Phone,
    Hazard(Hazard),
    /// 指定避難所との重複, 指定緊急避難場所との住所同一.
    AlsoOther,
    /// A column of marks: it is a 指定緊急避難場所.
    IsEmergencySite,
    /// A column of marks: it is a 指定避難所.
    IsShelter,
    Capacity,
    ForWhom,
    Days,
    Opens,
    Closes,
    HoursNote,
    Hours,
    Url,
    Notes,
    Opening,
    People,
    AsOf,
    /// 開設日時, 閉鎖日時 (EEI): since when it is as it is.
    OpenedAt,
    ClosedAt,
    /// 種別, 区分: what it is, in the town's own words. Kept as a detail.
    Sort,
    /// Worth showing under its own header.
    Detail,
    /// A day, shown under its own header as ISO 8601.
    Day,
    /// Known, and of no use to people: numbers of companies, licences of pictures.
    Idle,
}

/// The form in which headers are compared: width, case, spaces, punctuation and dashes that look alike make no difference.
pub(super) fn key(header: &str) -> String {
    let mut out = String::new();
    for c in header.nfkc().flat_map(char::to_lowercase) {
        let kana = out.chars().last().is_some_and(|c| matches!(c, 'ァ'..='ヺ' | 'ぁ'..='ゖ'));
        match c {
            '-' | '‐'..='―' | '−' | '─' | '━' | 'ー' => out.push('ー'),
            // A kanji only where no kana stands before it: 都道府県コ一ド.
            '一' if kana => out.push('ー'),
            '(' | ')' => out.push(c),
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    out
}

/// What a header is, if anybody has ever called a column so.
pub(super) fn field(header: &str) -> Option<Field> {
    let key = key(header);
    let (plain, bare) = (without_brackets(&key), before_brackets(&key));
    let exact = |key: &str| names::exact(key).or_else(|| hazard(key));
    // Beside the degrees of today's survey some lists have those of the one before 2002, which are off by 400 metres.
    if ["日本測地系", "旧測地系", "東京測地系"].iter().any(|old| plain.contains(old)) {
        return Some(Field::Idle);
    }
    exact(&plain)
        .or_else(|| exact(&bare))
        .or_else(|| names::like(&plain))
        .or_else(|| names::like(&bare))
        .or_else(|| dated(&plain))
        // 2024/1/9 18:00: one column for each count.
        .or_else(|| day::in_header(header).filter(|_| day::iso(header).is_some()).map(|_| Field::People))
}

/// 人数令和6年1月9日午後6時時点: the time stands in the header.
fn dated(key: &str) -> Option<Field> {
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    let time = has(&["時点", "現在"]) || (key.contains('月') && key.contains('日'));
    match (time, has(&["人数", "避難者"]), has(&["開設", "状況"])) {
        (true, true, _) => Some(Field::People),
        (true, _, true) => Some(Field::Opening),
        _ => None,
    }
}

/// The letters alone: 料金(基本) is 料金基本.
fn without_brackets(key: &str) -> String {
    key.replace(['(', ')'], "")
}

/// What stands in brackets is left out: 緯度(世界測地系) is 緯度.
fn before_brackets(key: &str) -> String {
    let mut depth = 0_usize;
    let mut keep = |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    key.chars().filter(|c| keep(*c)).collect()
}

/// A column that says for which hazard a place is designated, whatever stands around the name of the hazard. Only words that cannot mean
/// anything else: 浸水レベル is the depth of a flood, not a designation.
fn hazard(key: &str) -> Option<Field> {
    let mut rest = key;
    loop {
        let before = BEFORE.iter().find_map(|word| rest.strip_prefix(word));
        let inner = before.or_else(|| AFTER.iter().find_map(|word| rest.strip_suffix(word)))?;
        if let Some(Field::Hazard(hazard)) = names::exact(inner) {
            return Some(Field::Hazard(hazard));
        }
        rest = inner;
    }
}

const BEFORE: &[&str] = &[
    "災害種別",
    "災害の種類",
    "災害の種別",
    "災害種類",
    "対象災害",
    "対応災害",
    "対象とする異常な現象の種類",
    "対象となる異常な現象の種類",
    "異常な現象の種類",
    "異常な現象",
    "対象",
    "指定緊急避難場所",
    "緊急避難場所",
    "避難場所",
    "適用災害",
];
const AFTER: &[&str] = &[
    "への対応",
    "に対応",
    "対応",
    "時の使用可否",
    "の可否",
    "可否",
    "の適否",
    "適否",
    "フラグ",
    "の指定",
    "指定",
    "時",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_every_family_are_known_whatever_their_characters() {
        for (header, wanted) in [
            ("名称", Some(Field::Name)),
            ("施設・場所名", Some(Field::Name)),
            ("公共施設　", None),
            ("施設名　", Some(Field::Name)),
            ("避難所名称", Some(Field::Name)),
            ("要配慮者利用施設名称", Some(Field::Name)),
            ("市区町村名", Some(Field::City)),
            ("名称_カナ", Some(Field::Kana)),
            ("名称（フリガナ）", Some(Field::Kana)),
            ("水防倉庫名カナ", Some(Field::Kana)),
            ("ﾌﾘｶﾞﾅ", Some(Field::Kana)),
            ("都道府県コ―ド又は市区町村コ―ド", Some(Field::Code)),
            ("都道府県コード又は市区町村コード", Some(Field::Code)),
            ("市区町村コ一ド", Some(Field::Code)),
            ("全国地方公共団体コード", Some(Field::Code)),
            ("所在地_全国地方公共団体コード", Some(Field::TownCode)),
            ("所在地_連結表記", Some(Field::Address)),
            ("住所（番地まで）", Some(Field::Address)),
            ("建物名等（方書）", Some(Field::Building)),
            ("緯度（世界測地系）", Some(Field::Lat)),
            ("Ｘ", Some(Field::Lon)),
            ("ＮＯ", Some(Field::No)),
            ("№", Some(Field::No)),
            ("No.", Some(Field::No)),
            ("災害種別_崖崩れ、土石流及び地滑り", Some(Field::Hazard(Hazard::Landslide))),
            ("災害種別＿洪水", Some(Field::Hazard(Hazard::Flood))),
            ("対象災害（大規模な火事）", Some(Field::Hazard(Hazard::Fire))),
            ("津波", Some(Field::Hazard(Hazard::Tsunami))),
            ("津波浸水レベル", Some(Field::Detail)),
            ("緯度（日本測地系）", Some(Field::Idle)),
            ("所在地座標（緯度）", Some(Field::Lat)),
            ("避難者数（令和6年1月9日 18時現在）", Some(Field::People)),
            ("disaster5", Some(Field::Hazard(Hazard::Tsunami))),
            ("地震時", Some(Field::Hazard(Hazard::Earthquake))),
            ("指定避難所との重複", Some(Field::AlsoOther)),
            ("指定緊急避難場所との住所同一", Some(Field::AlsoOther)),
            ("人数_令和6年1月9日午後6時時点", Some(Field::People)),
            ("想定収容人数", Some(Field::Capacity)),
            ("利用可能日時特記事項", Some(Field::HoursNote)),
            ("利用可能時間特記事項", Some(Field::HoursNote)),
            ("telephone　number", Some(Field::Phone)),
            ("#property", Some(Field::No)),
            ("男性トイレ数（小便器）", Some(Field::Detail)),
            ("ＳＳＩＤ", Some(Field::Detail)),
            ("総人口", None),
            ("都道府県コード", Some(Field::PrefectureCode)),
            ("2024/1/9 18:00", Some(Field::People)),
            ("令和6年1月9日 18時現在", Some(Field::People)),
            ("開設状況_令和6年1月9日午後6時時点", Some(Field::Opening)),
        ] {
            assert_eq!(field(header), wanted, "{header} = {}", key(header));
        }
    }
}
