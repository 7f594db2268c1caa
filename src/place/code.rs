//! 全国地方公共団体コード: two digits of the prefecture, three of the town, one that checks them.
//!
//! Spreadsheets drop the zero in front, and old lists leave out the last digit. Which of both happened is proven by the check digit.

use unicode_normalization::UnicodeNormalization;

/// What a cell gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Code {
    /// Six digits, the last right.
    Right(String),
    /// Written otherwise, and no other reading fits the check digit.
    Mended(String),
    /// No code, or one whose check digit says that a digit is wrong.
    Wrong,
}

/// `around` is what the row says of its town; it decides where two readings fit (12106 is 012106 or 121061).
pub(super) fn read(text: &str, around: &str) -> Code {
    let folded: String = text.nfkc().filter(|c| !c.is_whitespace() && *c != '\'').collect();
    let digits = folded.strip_suffix(".0").unwrap_or(&folded);
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        return Code::Wrong;
    }
    let whole = |six: String| (six.get(..5).and_then(checked).as_ref() == Some(&six)).then_some(six);
    let mut readings: Vec<String> = match digits.len() {
        6 => whole(digits.to_owned()).into_iter().collect(),
        5 => [whole(format!("0{digits}")), checked(digits)].into_iter().flatten().collect(),
        4 => checked(&format!("0{digits}")).into_iter().collect(),
        _ => vec![],
    };
    if readings.len() > 1 {
        readings.retain(|code| prefecture(code).is_some_and(|name| around.contains(name)));
    }
    match &readings[..] {
        [one] if one == text => Code::Right(one.clone()),
        [one] => Code::Mended(one.clone()),
        _ => Code::Wrong,
    }
}

/// Of a list that keeps the two digits of the prefecture apart from the three of the town (09 and 209, or 2092 with the check digit);
/// `prefecture` is its number or its name. `None` where these are no such parts.
pub(super) fn of_parts(prefecture: &str, town: &str) -> Option<String> {
    let plain = |text: &str| text.nfkc().filter(|c| !c.is_whitespace() && *c != '\'').collect::<String>();
    let (prefecture, town) = (plain(prefecture), plain(town));
    let prefecture = prefecture.strip_suffix(".0").unwrap_or(&prefecture);
    let whole = |text: &str| text.parse::<usize>().ok();
    let named = || PREFECTURES.iter().position(|name| prefecture.starts_with(name)).map(|at| at + 1);
    let number = match whole(prefecture) {
        // 09, 9, or the code of the prefecture itself: 090000 and 090001.
        Some(number) if prefecture.len() <= 2 => number,
        Some(number) if (5..=6).contains(&prefecture.len()) && number % 10_000 < 10 => number / 10_000,
        Some(_) => return None,
        None => named()?,
    };
    let town = town.strip_suffix(".0").unwrap_or(&town);
    let six = town.get(..3).filter(|_| town.chars().all(|c| c.is_ascii_digit()));
    let six = six.and_then(|three| checked(&format!("{number:02}{three}")))?;
    match town.len() {
        3 => Some(six),
        // 9209 begins with its prefecture: that is the other way of writing a code short.
        4 => (six.ends_with(town) && !town.starts_with(&number.to_string())).then_some(six),
        _ => None,
    }
}

/// The six digits of five, when there is such a prefecture.
fn checked(five: &str) -> Option<String> {
    let prefecture: u32 = five.get(..2)?.parse().ok()?;
    let digits = five.chars().filter_map(|c| c.to_digit(10));
    let sum: u32 = digits.zip([6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
    let check = (11 - sum % 11) % 10;
    (five.len() == 5 && (1..=47).contains(&prefecture)).then(|| format!("{five}{check}"))
}

/// The prefecture of a code.
fn prefecture(code: &str) -> Option<&'static str> {
    let number: usize = code.get(..2)?.parse().ok()?;
    PREFECTURES.get(number.checked_sub(1)?).copied()
}

/// In the order of their numbers.
const PREFECTURES: [&str; 47] = [
    "北海道",
    "青森",
    "岩手",
    "宮城",
    "秋田",
    "山形",
    "福島",
    "茨城",
    "栃木",
    "群馬",
    "埼玉",
    "千葉",
    "東京",
    "神奈川",
    "新潟",
    "富山",
    "石川",
    "福井",
    "山梨",
    "長野",
    "岐阜",
    "静岡",
    "愛知",
    "三重",
    "滋賀",
    "京都",
    "大阪",
    "兵庫",
    "奈良",
    "和歌山",
    "鳥取",
    "島根",
    "岡山",
    "広島",
    "山口",
    "徳島",
    "香川",
    "愛媛",
    "高知",
    "福岡",
    "佐賀",
    "長崎",
    "熊本",
    "大分",
    "宮崎",
    "鹿児島",
    "沖縄",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_proven_by_their_check_digit() {
        let right = |code: &str| Code::Right(code.to_owned());
        let mended = |code: &str| Code::Mended(code.to_owned());
        for (text, wanted) in [
            // 真岡, 札幌, 焼津, 高松, 千代田, 七尾, 北海道 and 静岡県 themselves.
            ("092096", right("092096")),
            ("011002", right("011002")),
            ("222127", right("222127")),
            ("372013", right("372013")),
            ("131016", right("131016")),
            ("172022", right("172022")),
            ("010006", right("010006")),
            ("220001", right("220001")),
            ("92096", mended("092096")),
            ("92011", mended("092011")),
            ("37201", mended("372013")),
            ("22212", mended("222127")),
            ("9209", mended("092096")),
            ("222127.0", mended("222127")),
            ("２２２１２７", mended("222127")),
            ("222128", Code::Wrong),
            ("482127", Code::Wrong),
            ("", Code::Wrong),
            ("焼津市", Code::Wrong),
            ("1234567", Code::Wrong),
            ("12106", Code::Wrong),
        ] {
            assert_eq!(read(text, ""), wanted, "{text}");
        }
        for (prefecture, town, wanted) in [
            ("09", "209", Some("092096")),
            ("9", "209", Some("092096")),
            ("０９", "２０９", Some("092096")),
            ("9.0", "209.0", Some("092096")),
            ("09", "2096", Some("092096")),
            ("09", "2095", None),
            ("090000", "209", Some("092096")),
            ("栃木県", "209", Some("092096")),
            ("東京都", "101", Some("131016")),
            ("48", "209", None),
            ("09", "真岡", None),
            ("", "209", None),
            ("もし県", "209", None),
        ] {
            assert_eq!(of_parts(prefecture, town).as_deref(), wanted, "{prefecture} {town}");
        }
        assert_eq!(read("12106", "北海道岩見沢市"), mended("012106"));
        assert_eq!(read("12106", "千葉県千葉市緑区"), mended("121061"));
    }
}
