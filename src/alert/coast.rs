//! Which prefecture a stretch of coast belongs to, for towns whose own coasts are not set: better one warning too many than none.
//!
//! 津波予報区 are named after their prefecture, but for those below (気象庁 津波予報区, 66 areas).

/// JIS X 0401, in order.
const PREFECTURES: [&str; 47] = [
    "北海道",
    "青森県",
    "岩手県",
    "宮城県",
    "秋田県",
    "山形県",
    "福島県",
    "茨城県",
    "栃木県",
    "群馬県",
    "埼玉県",
    "千葉県",
    "東京都",
    "神奈川県",
    "新潟県",
    "富山県",
    "石川県",
    "福井県",
    "山梨県",
    "長野県",
    "岐阜県",
    "静岡県",
    "愛知県",
    "三重県",
    "滋賀県",
    "京都府",
    "大阪府",
    "兵庫県",
    "奈良県",
    "和歌山県",
    "鳥取県",
    "島根県",
    "岡山県",
    "広島県",
    "山口県",
    "徳島県",
    "香川県",
    "愛媛県",
    "高知県",
    "福岡県",
    "佐賀県",
    "長崎県",
    "熊本県",
    "大分県",
    "宮崎県",
    "鹿児島県",
    "沖縄県",
];

/// Stretches that do not begin with the name of their prefecture, and the prefectures they touch.
const OTHERS: &[(&str, &[&str])] = &[
    ("オホーツク海沿岸", &["01"]),
    ("陸奥湾", &["02"]),
    ("東京湾内湾", &["12", "13", "14"]),
    ("伊豆諸島", &["13"]),
    ("小笠原諸島", &["13"]),
    ("相模湾・三浦半島", &["14"]),
    ("佐渡", &["15"]),
    ("伊勢・三河湾", &["23", "24"]),
    ("淡路島南部", &["28"]),
    ("隠岐", &["32"]),
    ("有明・八代海", &["40", "41", "42", "43"]),
    ("壱岐・対馬", &["42"]),
    ("種子島・屋久島地方", &["46"]),
    ("奄美群島・トカラ列島", &["46"]),
    ("奄美諸島・トカラ列島", &["46"]),
    ("沖縄本島地方", &["47"]),
    ("大東島地方", &["47"]),
    ("宮古島・八重山地方", &["47"]),
];

/// Longer stretches, in which the heads of warnings speak (津波予報領域表現) where their bodies name each coast.
const WIDE: &[(&str, &[&str])] = &[
    ("北海道太平洋沿岸", &["01"]),
    ("北海道日本海沿岸", &["01"]),
    ("東北地方太平洋沿岸", &["02", "03", "04", "07"]),
    ("東北地方日本海沿岸", &["02", "05", "06"]),
    ("伊豆・小笠原諸島", &["13"]),
    ("薩南諸島", &["46"]),
];

/// Whether `name` is a longer stretch, or one that nobody knows: whoever knows the numbers of a town's own coasts does not find it by them.
pub(super) fn is_wide(name: &str) -> bool {
    let known = |table: &[(&str, &[&str])]| table.iter().any(|(coast, _)| *coast == name);
    let of_prefecture = PREFECTURES.iter().any(|prefecture| name.starts_with(prefecture));
    !name.is_empty() && (known(WIDE) || !known(OTHERS) && !of_prefecture)
}

/// Whether the coast `name` may be one of a town with the code `town`.
pub(super) fn may_touch(name: &str, town: &str) -> bool {
    let prefecture = town.get(..2).unwrap_or_default();
    if let Some((_, touched)) = OTHERS.iter().chain(WIDE).find(|(coast, _)| *coast == name) {
        return touched.contains(&prefecture);
    }
    let number = prefecture.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    // 「鹿児島県東部」 and 「愛媛県宇和海沿岸」 begin with it; a coast that nobody knows concerns everybody.
    let own = number.and_then(|number| PREFECTURES.get(number)).is_some_and(|prefecture| name.starts_with(prefecture));
    own || !PREFECTURES.iter().any(|prefecture| name.starts_with(prefecture))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_stretches_are_told_from_coasts_and_reach_their_prefectures() {
        let cases = [
            ("岩手県", false, "03202", true),
            ("東北地方太平洋沿岸", true, "03202", true),
            ("東北地方太平洋沿岸", true, "12229", false),
            ("北海道太平洋沿岸", true, "01206", true),
            ("北海道太平洋沿岸中部", false, "01206", true),
            ("東京湾内湾", false, "12229", true),
            ("どこかの沿岸", true, "12229", true),
        ];
        for (name, wide, town, touched) in cases {
            assert_eq!((is_wide(name), may_touch(name, town)), (wide, touched), "{name} {town}");
        }
    }
}
