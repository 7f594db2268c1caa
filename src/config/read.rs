//! Reads `kiosk-config/kiosk.toml`, value by value.

use super::{Building, Call, Config, Mode, Position, Quiet, Screen, Voice};
use crate::{
    content::{CITY_VALUES, City},
    reader::{self, Problem, Problems, Source, Spanned, Table, both, nearest},
    words::{Line, Tongue},
};

impl Config {
    /// Reads the text of the file. What is wrong is told, and the built-in value stands in its place.
    pub fn read(source: &Source) -> (Self, Vec<Problem>) {
        let mut problems = Problems::new(source);
        let config = reader::toml(&source.text, 0, &mut problems, config);
        (config, problems.finish())
    }
}

fn config(table: &mut Table<'_, '_, '_>) -> Config {
    let built_in = Config::default();
    Config {
        name: text(table, "name"),
        place: text(table, "place"),
        building: table.one_of("building", BUILDINGS).map(|building| building.value),
        entrance: text(table, "entrance"),
        position: table.table("position", position).flatten(),
        class: text(table, "class"),
        mode: table.one_of("mode", MODES).map_or(built_in.mode, |mode| mode.value),
        tongues: tongues(table),
        screen: table.table("screen", screen).unwrap_or_default(),
        quiet: table.table("quiet", quiet).unwrap_or_default(),
        call: table.table("call", call).unwrap_or_default(),
        voice: table.table("voice", voice).unwrap_or_default(),
        city: table.table("city", city).unwrap_or_default(),
    }
}

const MODES: &[(&str, Mode)] = &[("everyday", Mode::Everyday), ("class", Mode::Class), ("shelter", Mode::Shelter)];

const BUILDINGS: &[(&str, Building)] = &[
    ("shelter", Building::Shelter),
    ("hall", Building::Hall),
    ("school", Building::School),
    ("office", Building::Office),
    ("library", Building::Library),
    ("care", Building::Care),
    ("other", Building::Other),
];

/// Both or neither.
fn position(table: &mut Table<'_, '_, '_>) -> Option<Position> {
    let (lat, lon) = (table.float("lat", -90.0..=90.0), table.float("lon", -180.0..=180.0));
    Some(Position { lat: lat?.value, lon: lon?.value })
}

/// A text that says something.
fn text(table: &mut Table<'_, '_, '_>, key: &'static str) -> Option<String> {
    table.text(key).map(|text| text.value.trim().to_owned()).filter(|text| !text.is_empty())
}

fn tongues(table: &mut Table<'_, '_, '_>) -> Vec<Tongue> {
    let mut out = vec![];
    for tag in table.texts("tongues") {
        match Tongue::parse(&tag.value) {
            Some(tongue) if !out.contains(&tongue) => out.push(tongue),
            Some(_) => table.problem(Problem::warning(
                tag.span,
                both("同じ ことばが 2回 あります", "this language is there twice"),
            )),
            None => {
                let message = both(
                    format!("「{}」は ことばの しるしでは ありません", tag.value),
                    format!("\"{}\" is not a language tag", tag.value),
                );
                let help = both("例: ja, ja-simple, en, vi, zh-Hans", "for example: ja, ja-simple, en, vi, zh-Hans");
                table.problem(Problem::error(tag.span, message).help(help));
            }
        }
    }
    out
}

/// Panels of this size exist, in millimetres; anything else is a slip of the finger.
const WIDTHS_MM: std::ops::RangeInclusive<f64> = 150.0..=2000.0;
const HEIGHTS_MM: std::ops::RangeInclusive<f64> = 90.0..=1300.0;

#[expect(clippy::cast_possible_truncation, reason = "within a panel's size, far inside f32")]
fn screen(table: &mut Table<'_, '_, '_>) -> Screen {
    let mm = |value: Option<Spanned<f64>>| value.map(|value| value.value as f32);
    Screen { width_mm: mm(table.float("width_mm", WIDTHS_MM)), height_mm: mm(table.float("height_mm", HEIGHTS_MM)) }
}

fn quiet(table: &mut Table<'_, '_, '_>) -> Quiet {
    let built_in = Quiet::default();
    let seconds =
        |value: Option<Spanned<i64>>, or| value.and_then(|value| u16::try_from(value.value).ok()).unwrap_or(or);
    let idle_s = seconds(table.int("idle_s", 30..=3600), built_in.idle_s);
    let warn_s = seconds(table.int("warn_s", 10..=300), built_in.warn_s);
    Quiet { idle_s, warn_s }
}

fn call(table: &mut Table<'_, '_, '_>) -> Call {
    let (who, from, bell) = (text(table, "who"), text(table, "from"), text(table, "bell"));
    Call { who, from, number: text(table, "number").map(Into::into), bell }
}

fn voice(table: &mut Table<'_, '_, '_>) -> Voice {
    let built_in = Voice::default();
    let small = |value: Option<Spanned<i64>>, or| value.and_then(|value| u8::try_from(value.value).ok()).unwrap_or(or);
    let pace = small(table.int("pace", 50..=200), built_in.pace);
    let volume = small(table.int("volume", 0..=10), built_in.volume);
    Voice { pace, volume }
}

fn city(table: &mut Table<'_, '_, '_>) -> City {
    let mut city = City::default();
    for (key, value) in table.pairs() {
        let known: Vec<_> = CITY_VALUES.iter().map(|(known, _)| *known).collect();
        if !known.contains(&key.value.as_str()) {
            let message = both(
                format!("「city.{}」を 使う 案内は ありません", key.value),
                format!("no guide asks for city.{}", key.value),
            );
            let help = match nearest(&key.value, known.iter().copied()) {
                Some(near) => both(format!("「{near}」の ことですか？"), format!("did you mean `{near}`?")),
                None => both(format!("使える もの: {}", known.join(", ")), format!("known: {}", known.join(", "))),
            };
            table.problem(Problem::warning(key.span, message).label(both("知らない 名前", "not known")).help(help));
        }
        if !value.value.trim().is_empty() {
            city.values.insert(key.value.into(), Line::parse(value.value.trim()));
        }
    }
    city
}
