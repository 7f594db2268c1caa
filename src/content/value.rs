//! Reads what a town says, value by value, each in the shape that the schema asks for.

use super::{
    City, Office, Said, Value,
    schema::{Shape, Wanted, schema},
};
use crate::{
    reader::{Problem, Spanned, Table, both},
    words::Line,
};
use std::ops::Range;

/// Whether every value must say where it is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// The file of a town.
    Needed,
    /// What staff write for their own kiosk.
    Free,
}

impl City {
    /// Takes the values out of a `[city]` table. What is wrong is told and counts as not said.
    pub fn read(table: &mut Table<'_, '_, '_>, provenance: Provenance) -> Self {
        let mut city = Self::default();
        below(table, "", provenance, &mut city);
        city
    }
}

/// The values whose keys begin with `prefix`, which ends with a dot or is empty.
fn below(table: &mut Table<'_, '_, '_>, prefix: &str, provenance: Provenance, city: &mut City) {
    let mut done = vec![];
    for wanted in schema() {
        let Some(rest) = wanted.key.strip_prefix(prefix) else { continue };
        let (step, deeper) = rest.split_once('.').map_or((rest, false), |(step, _)| (step, true));
        if done.contains(&step) {
            continue;
        }
        done.push(step);
        if deeper {
            table.table(step, |table| below(table, &format!("{prefix}{step}."), provenance, city));
        } else if let Some(value) = one(table, wanted, step, provenance) {
            city.values.insert(wanted.key.as_str().into(), value);
        }
    }
}

fn one(
    table: &mut Table<'_, '_, '_>,
    wanted: &'static Wanted,
    key: &'static str,
    provenance: Provenance,
) -> Option<Value> {
    if table.is_table(key) {
        return table.table(key, |table| full(table, wanted, provenance)).flatten();
    }
    let said = bare(table, wanted, key)?;
    if provenance == Provenance::Needed {
        let message = both(
            format!("「{}」に、どこから 分かったか（from）が ありません", wanted.key),
            format!("`{}` does not say where it is from", wanted.key),
        );
        let right = format!("{key} = {}", wanted.sourced());
        let help = both(format!("例: {right}"), format!("for example: {right}"));
        table.problem(Problem::error(said.span, message).label(both("この 値", "this value")).help(help));
    }
    Some(Value { said: said.value, from: None })
}

/// A value that says where it is from.
fn full(table: &mut Table<'_, '_, '_>, wanted: &'static Wanted, provenance: Provenance) -> Option<Value> {
    let said = match wanted.shape {
        Shape::Office => office(table),
        _ if table.must("value", &wanted.example) => bare(table, wanted, "value").map(|said| said.value),
        _ => None,
    };
    let from = match provenance {
        Provenance::Needed => table.must_text("from"),
        Provenance::Free => table.text("from"),
    };
    Some(Value { said: said?, from: from.map(|from| Line::parse(from.value.trim())) })
}

fn office(table: &mut Table<'_, '_, '_>) -> Option<Said> {
    let line = |text: Option<Spanned<String>>| text.map(|text| Line::parse(text.value.trim()));
    let name = line(table.must_text("name"));
    let phone = table.text("phone").and_then(|text| phone(table, "phone", text));
    let office = Office {
        name: name.clone().unwrap_or_default(),
        floor: line(table.text("floor")),
        window: line(table.text("window")),
        phone: phone.map(|phone| phone.value),
        hours: line(table.text("hours")),
        reserve: line(table.text("reserve")),
    };
    name.map(|_| Said::Office(Box::new(office)))
}

/// A value alone. An empty text says nothing, and is no fault.
fn bare(table: &mut Table<'_, '_, '_>, wanted: &'static Wanted, key: &'static str) -> Option<Spanned<Said>> {
    let mut text = || table.text(key).filter(|text| !text.value.trim().is_empty());
    let line = |text: Spanned<String>| text.map(|text| Line::parse(text.trim()));
    match wanted.shape {
        Shape::Text => text().map(line).map(|line| line.map(Said::Text)),
        Shape::Office => {
            text().map(line).map(|line| line.map(|name| Said::Office(Box::new(Office { name, ..Office::default() }))))
        }
        Shape::Phone => {
            let text = text()?;
            phone(table, key, text).map(|phone| phone.map(Said::Phone))
        }
        Shape::Url => {
            let text = text()?;
            url(table, wanted, text).map(|url| url.map(Said::Url))
        }
        Shape::Period => {
            let text = text()?;
            period(table, wanted, text).map(|line| line.map(Said::Text))
        }
        Shape::Date => table.date(key).map(|date| date.map(Said::Date)),
        Shape::Yen => table.int(key, 0..=DEAREST).map(|yen| yen.map(Said::Yen)),
        Shape::Flag => table.flag(key).map(|flag| flag.map(Said::Flag)),
        Shape::List => {
            let list = table.texts(key);
            let span = list.first().map(|first| first.span.start..list.last().map_or(0, |last| last.span.end))?;
            let lines = list.into_iter().map(|text| Line::parse(text.value.trim())).filter(|line| !line.is_empty());
            Some(Spanned { value: Said::List(lines.collect()), span })
        }
    }
}

/// No town pays or asks more at a counter, in yen.
const DEAREST: i64 = 10_000_000;

fn wrong(table: &mut Table<'_, '_, '_>, at: Range<usize>, name: &str, wanted: (&str, &str), example: &str) {
    let message = both(format!("「{name}」は {}で 書きます", wanted.0), format!("`{name}` must be {}", wanted.1));
    let help = both(format!("例: {example}"), format!("for example: {example}"));
    table.problem(Problem::error(at, message).label(both("これは ちがいます", "this is not")).help(help));
}

/// A telephone number, in half-width digits and hyphens; anything else is told.
pub fn phone(table: &mut Table<'_, '_, '_>, key: &str, text: Spanned<String>) -> Option<Spanned<smol_str::SmolStr>> {
    let narrow = half_width(text.value.trim());
    let digits = narrow.chars().filter(char::is_ascii_digit).count();
    let known = narrow.chars().all(|c| c.is_ascii_digit() || "-#+".contains(c));
    if known && (3..=15).contains(&digits) && narrow == text.value.trim() {
        return Some(text.map(|text| text.trim().into()));
    }
    let example = if known && digits >= 3 { format!("\"{narrow}\"") } else { "\"000-000-0000\"".to_owned() };
    let what = ("電話番号（半角の 数字と -）だけ", "a telephone number only (digits and -)");
    wrong(table, text.span, key, what, &example);
    None
}

/// Digits, hyphens and the number sign as a keyboard without an input method writes them.
fn half_width(text: &str) -> String {
    let narrow = |c: char| match c {
        '０'..='９' | '＃' | '＋' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '－' | 'ー' | '‐' | '−' | '―' => '-',
        c => c,
    };
    text.chars().map(narrow).collect()
}

fn url(table: &mut Table<'_, '_, '_>, wanted: &Wanted, text: Spanned<String>) -> Option<Spanned<smol_str::SmolStr>> {
    let after = ["https://", "http://"].iter().find_map(|scheme| text.value.trim().strip_prefix(scheme));
    if after.is_some_and(|rest| rest.contains('.') && rest.chars().all(|c| c.is_ascii_graphic())) {
        return Some(text.map(|text| text.trim().into()));
    }
    let what = ("アドレス（https:// から はじまる）", "an address that begins with https://");
    wrong(table, text.span, &wanted.key, what, &wanted.example);
    None
}

/// Says how long, or until when: a number with its unit, or that there is no limit.
fn period(table: &mut Table<'_, '_, '_>, wanted: &Wanted, text: Spanned<String>) -> Option<Spanned<Line>> {
    let line = Line::parse(text.value.trim());
    let plain = half_width(&line.plain());
    let counts = |unit: &&str| {
        let numbered = |(at, _): (usize, &str)| {
            plain.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
        };
        plain.match_indices(*unit).any(numbered)
    };
    if UNITS.iter().any(counts) || plain.contains("期限は ありません") {
        return Some(Spanned { value: line, span: text.span });
    }
    let what = ("いつまでか（数と 日・か月・年など）", "how long, with a number and its unit");
    wrong(table, text.span, &wanted.key, what, &wanted.example);
    None
}

const UNITS: &[&str] = &["日", "週間", "か月", "ヶ月", "カ月", "月", "年", "時", "分", "歳"];
