//! Reads `kiosk-config/kiosk.toml`, value by value.

use super::{
    Building, Call, Config, Mode, Position, Pulse, Quiet, Scanning, Screen, Switches, Town, Voice, Wiring,
    feeds::feeds, places::places, printer::printer, satellite::satellite,
};
use crate::{
    content::{City, Provenance},
    reader::{self, Problem, Problems, Source, Spanned, Table, both},
    words::Tongue,
};
use std::sync::Arc;

impl Config {
    /// Reads the text of the file. What is wrong is told, and the built-in value stands in its place.
    pub fn read(source: &Source) -> (Self, Vec<Problem>) {
        Self::read_among(source, vec![])
    }

    /// As [`Config::read`], with the towns whose files lie beside it.
    pub fn read_among(source: &Source, beside: Vec<Town>) -> (Self, Vec<Problem>) {
        let mut problems = Problems::new(source);
        let beside = beside.into_iter().map(Arc::new).collect();
        let config = reader::toml(&source.text, 0, &mut problems, |table| config(table, beside));
        (config, problems.finish())
    }
}

fn config(table: &mut Table<'_, '_, '_>, beside: Vec<Arc<Town>>) -> Config {
    let built_in = Config::default();
    let town = table.text("town");
    let config = Config {
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
        switches: table.table("switches", switches).unwrap_or_default(),
        places: table.table("places", places).unwrap_or_default(),
        printer: table.table("printer", printer).unwrap_or_default(),
        feeds: table.table("feeds", feeds).unwrap_or_default(),
        satellite: table.table("satellite", satellite).unwrap_or_default(),
        own_city: table.table("city", |table| City::read(table, Provenance::Free)).unwrap_or_default(),
        town: None,
        city: City::default(),
        beside,
    };
    let Some(town) = town.filter(|town| !town.value.is_empty()) else { return config.in_town("") };
    let config = config.in_town(&town.value);
    if config.town.is_none() {
        let known: Vec<_> = config.towns().map(|town| town.id.as_str()).collect();
        table.unknown("town", &town, &known);
    }
    config
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
    let night_volume = small(table.int("night_volume", 1..=10), built_in.night_volume);
    Voice { pace, volume, night_volume }
}

const WAYS: &[(&str, Scanning)] =
    &[("off", Scanning::Off), ("two", Scanning::TwoSwitches), ("one", Scanning::OneSwitch)];

fn switches(table: &mut Table<'_, '_, '_>) -> Switches {
    let way = table.one_of("way", WAYS).map(|way| way.value).unwrap_or_default();
    let pulse = table.float("pulse_s", 0.5..=5.0).map(|seconds| Pulse::near(seconds.value)).unwrap_or_default();
    Switches { way, pulse, wiring: Wiring::default() }
}
