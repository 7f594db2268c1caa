//! Numbers in the forms that people write on notices: telephone numbers, dates, times, money, units, ranges.

use super::{Found, Rule, digit_by_digit};
use std::{collections::BTreeMap, sync::LazyLock};

pub(super) fn rules() -> Vec<Rule> {
    vec![
        // Digits in words that are names: the table of Latin words has them.
        Rule::new("00000JAPAN", |_| Some("ファイブゼロジャパン".to_owned())),
        Rule::new(r"\(?(0\d{1,4})(?:-|\)\s?-?|\s?\(|\s)(\d{1,4})(?:-|\)\s?-?|\s)(\d{3,4})", telephone),
        Rule::new(r"〒?\s?(\d{3})-(\d{4})", post_code),
        Rule::new(r"0\d{9,10}", digits_alone),
        Rule::new(r"(内線|電話|TEL|Tel|FAX|ファックス)([:：\s]*)(\d{2,4}(?:-\d{4})?)", extension),
        Rule::new(r"#(\d{4})", short_dial),
        Rule::new(r"(171|177|188|189|104|115|117|186|184)(番?)", service),
        Rule::new(r"(令和|平成|昭和|大正|明治|[RHSTM])\s?\.?(\d{1,2}|元)[./-](\d{1,2})[./-](\d{1,2})", era_date),
        Rule::new(r"([RHS])(\d{1,2}|元)年", era_year),
        Rule::new(r"((?:19|20)\d{2})([/.-])(\d{1,2})([/.-])(\d{1,2})", full_date),
        Rule::new(r"((?:19|20)\d{2})/(\d{1,2})", year_month),
        Rule::new(r"(\d{1,2}):(\d{2})(?::(\d{2}))?", time),
        Rule::new(r"(\d{1,2})/(\d{1,3})", day_or_fraction),
        Rule::new(r"(\d{1,2})・(\d{1,2})(日|月|階|号|番|年生)", two_of_a_kind),
        Rule::new(r"0(\d)(月|日|時|分|秒)", leading_zero),
        Rule::new(r"¥\s?(\d[\d,]*)([万億]?)", |f| Some(format!("{}{}円", f.get(1), f.get(2)))),
        Rule::new(r"\$\s?(\d[\d,.]*)", |f| Some(format!("{}ドル", f.get(1)))),
        Rule::new(&measures(), unit),
        Rule::new(r"(\d+)(?:[.](\d+)){2,}", |f| Some(f.get(0).replace('.', "テン"))),
        Rule::new(r"M(\d+(?:\.\d+)?)", magnitude),
        Rule::new("([0-9一二三四五六七八九十百]+)分の([0-9一二三四五六七八九十百]+)", |f| {
            Some(format!("{}ブンの{}", f.get(1), f.get(2)))
        }),
        Rule::new("-", hyphen),
    ]
}

fn post_code(found: &Found<'_, '_>) -> Option<String> {
    let name = if found.get(0).starts_with('〒') { "郵便番号、" } else { "" };
    (found.stands_alone() && found.after != Some('-'))
        .then(|| format!("{name}{}の{}", digit_by_digit(found.get(1)), digit_by_digit(found.get(2))))
}

/// Three groups that begin with 0 and make 9 to 11 digits; what is only like it is left alone.
fn telephone(found: &Found<'_, '_>) -> Option<String> {
    let groups = [found.get(1), found.get(2), found.get(3)];
    let length: usize = groups.iter().map(|digits| digits.len()).sum();
    ((9..=11).contains(&length) && found.stands_alone()).then(|| groups.map(digit_by_digit).join("、"))
}

fn digits_alone(found: &Found<'_, '_>) -> Option<String> {
    let unit = found.after.is_some_and(|c| "円人年月日".contains(c));
    (found.stands_alone() && !unit).then(|| digit_by_digit(found.get(0)))
}

/// 「内線123」 is dialled digit by digit.
fn extension(found: &Found<'_, '_>) -> Option<String> {
    let unit = found.after.is_some_and(|c| c.is_ascii_digit() || c == '-' || "番台人回件時円".contains(c));
    let name = match found.get(1) {
        "TEL" | "Tel" => "電話",
        "FAX" => "ファックス",
        other => other,
    };
    let groups: Vec<_> = found.get(3).split('-').map(digit_by_digit).collect();
    let emergency = matches!(found.get(3), "110" | "118" | "119");
    (!unit && !emergency).then(|| format!("{name}、{}", groups.join("、")))
}

/// 「#8000」 シャープハッセン, 「#7119」 シャープナナイチイチキュー.
fn short_dial(found: &Found<'_, '_>) -> Option<String> {
    let round = found.get(1).ends_with("000");
    let digits = if round { found.get(1).to_owned() } else { digit_by_digit(found.get(1)) };
    (!found.after.is_some_and(|c| c.is_ascii_digit())).then(|| format!("シャープ{digits}"))
}

/// Numbers of services, said digit by digit unless they count something.
fn service(found: &Found<'_, '_>) -> Option<String> {
    let counts = |c: char| c.is_alphanumeric() && !"番へにでをのはとがもやダか".contains(c) || c == '%';
    let named = found.has(2) && !found.get(2).is_empty();
    let alone = found.stands_alone() && (named || !found.after.is_some_and(counts));
    alone.then(|| format!("{}{}", digit_by_digit(found.get(1)), if named { "バン" } else { "" }))
}

fn era(letter: &str) -> &str {
    match letter {
        "R" => "令和",
        "H" => "平成",
        "S" => "昭和",
        "T" => "大正",
        "M" => "明治",
        other => other,
    }
}

fn era_date(found: &Found<'_, '_>) -> Option<String> {
    let date = date(found.number(3)?, found.number(4)?)?;
    (!found.before.is_some_and(|c| c.is_ascii_alphanumeric()))
        .then(|| format!("{}{}年{date}", era(found.get(1)), found.get(2)))
}

fn era_year(found: &Found<'_, '_>) -> Option<String> {
    (!found.before.is_some_and(|c| c.is_ascii_alphanumeric()))
        .then(|| format!("{}{}年", era(found.get(1)), found.get(2)))
}

fn full_date(found: &Found<'_, '_>) -> Option<String> {
    let same = found.get(2) == found.get(4);
    let date = date(found.number(3)?, found.number(5)?)?;
    (same && found.stands_alone()).then(|| format!("{}年{date}", found.get(1)))
}

fn year_month(found: &Found<'_, '_>) -> Option<String> {
    let month = found.number(2).filter(|month| (1..=12).contains(month))?;
    (found.stands_alone() && found.after != Some('/')).then(|| format!("{}年{month}月", found.get(1)))
}

fn date(month: u32, day: u32) -> Option<String> {
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| format!("{month}月{day}日"))
}

fn time(found: &Found<'_, '_>) -> Option<String> {
    let (hour, minute) = (found.number(1)?, found.number(2)?);
    let minutes = if minute == 0 { String::new() } else { format!("{minute}分") };
    let seconds = found.number(3).map_or(String::new(), |second| format!("{second}秒"));
    let inside = |c: char| c.is_ascii_digit() || ".,/:".contains(c);
    let alone = !found.before.is_some_and(inside) && !found.after.is_some_and(inside);
    (hour <= 29 && minute < 60 && alone).then(|| format!("{hour}時{minutes}{seconds}"))
}

/// 「11/21」 is a day, 「1/2」 a half; a weekday or a range after it makes it a day.
fn day_or_fraction(found: &Found<'_, '_>) -> Option<String> {
    let (first, second) = (found.number(1)?, found.number(2)?);
    if !found.stands_alone() || found.after == Some('/') {
        return None;
    }
    let dated = found.rest.starts_with(['(', '～', '、', '・'])
        || found.head.ends_with(['～', '、', '・'])
        || ["から", "まで", "に", "は", "の"].iter().any(|word| found.rest.starts_with(word));
    let fraction = first < second && (2..=10).contains(&second) && first < 10;
    match date(first, second) {
        Some(date) if dated || !fraction => Some(date),
        _ if fraction || second == 100 => Some(format!("{second}ブンの{first}")),
        _ => None,
    }
}

/// 「1・15日」 is 1日 and 15日.
fn two_of_a_kind(found: &Found<'_, '_>) -> Option<String> {
    found.stands_alone().then(|| format!("{0}{2}、{1}{2}", found.get(1), found.get(2), found.get(3)))
}

fn leading_zero(found: &Found<'_, '_>) -> Option<String> {
    let inside = found.before.is_some_and(|c| c.is_ascii_digit() || c == '.');
    (!inside && found.get(1) != "0").then(|| format!("{}{}", found.get(1), found.get(2)))
}

/// `unit⇥kana`.
const UNITS: &str = include_str!("units.tsv");

static NAMES: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    UNITS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect()
});

/// A number and any of the units; longer ones first, for the pattern takes the first that fits.
fn measures() -> String {
    let mut units: Vec<&str> = NAMES.keys().copied().collect();
    units.sort_by_key(|unit| std::cmp::Reverse(unit.len()));
    let units: Vec<String> = units.into_iter().map(regex::escape).collect();
    format!(r"(\d[\d,]*(?:\.\d+)?)\s?({})", units.join("|"))
}

fn unit(found: &Found<'_, '_>) -> Option<String> {
    let word =
        found.after.is_some_and(|c| c.is_ascii_alphanumeric()) || found.before.is_some_and(|c| c.is_ascii_alphabetic());
    let name = NAMES.get(found.get(2))?;
    (!word).then(|| format!("{}{name}", found.get(1)))
}

fn magnitude(found: &Found<'_, '_>) -> Option<String> {
    let word =
        found.before.is_some_and(|c| c.is_ascii_alphanumeric()) || found.after.is_some_and(|c| c.is_ascii_alphabetic());
    (!word).then(|| format!("マグニチュード{}", found.get(1)))
}

/// What makes 「10-20分」 a range and not an address.
const COUNTED: &str = "分時日月年人円回本枚個歳名週割%度杯台か";

/// Between numbers の (「3-1-2」), before one マイナス, から between times and before what is counted, elsewhere nothing.
fn hyphen(found: &Found<'_, '_>) -> Option<String> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let times = found.head.chars().rev().nth(2) == Some(':');
    let counted = found.rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(|c| COUNTED.contains(c));
    match (found.before, found.after) {
        (before, after) if digit(before) && digit(after) && (times || counted) => Some("から".to_owned()),
        (before, after) if digit(before) && digit(after) => Some("の".to_owned()),
        (before, after) if digit(after) && !word(before) => Some("マイナス".to_owned()),
        _ => None,
    }
}
