//! `engawa place near`: which places of a kiosk are near a point, as the kiosk would list them.

use super::{
    super::{Common, Given, Outcome, Stop, options::Answer},
    kind,
};
use crate::{
    config::{Config, Mode, Sort},
    job::{Near, Origin, SAMPLE, Wanted},
    place::{self, Bearing, Hazard, Kind, LatLon, Open},
    reader::Source,
    store::{PlaceFile, Store, StoreError},
};
use serde::Serialize;

/// As many as the kiosk lists.
const MOST: usize = 24;

/// The answer, as docs/CLI.md describes it.
#[derive(Serialize)]
struct Told<'n> {
    places: Vec<One<'n>>,
}

#[derive(Serialize)]
struct One<'n> {
    id: &'n str,
    kind: Kind,
    name: &'n str,
    kana: &'n str,
    /// In a straight line; null where the data give no position.
    distance_m: Option<f64>,
    bearing: Option<Bearing>,
    hazards: Vec<Hazard>,
    status: Open,
    /// As of when that was so, and how many people there were, where the data say.
    as_of: Option<&'n str>,
    people: Option<u32>,
    /// True for the places of the fictional town.
    sample: bool,
}

pub(super) fn run(common: &Common, given: &Given) -> Outcome {
    let wanted = wanted(given)?;
    let store = store(common)?;
    let nearby = store.near(&wanted).map_err(failed)?;
    match common.answer {
        Answer::Json => common.print_json(&Told { places: nearby.found.iter().map(one).collect() }),
        Answer::Text if nearby.found.is_empty() => common.note("ありません。", "there are none"),
        Answer::Text => {
            common.print(&nearby.found.iter().map(listed).collect::<Vec<_>>().join("\n"));
            common.note(
                "直線の きょりです。道の 安全は わかりません。",
                "distances are in a straight line; whether the way is safe is not known",
            );
        }
    }
    Ok(())
}

fn wanted(given: &Given) -> Result<Wanted, Stop> {
    let words = given.words();
    let point = words.get(1).map(String::as_str).unwrap_or_default();
    let from = LatLon::parse(point).ok_or_else(|| {
        Stop::usage(
            format!("{point}: 日本の 中の 位置を 36.44,139.99 の ように（緯度,経度）書いて ください。"),
            format!("{point}: write a point in Japan like 36.44,139.99 (latitude,longitude)"),
        )
    })?;
    let limit = given.text("limit").map_or(Ok(MOST), |text| limit(&text))?;
    Ok(Wanted {
        kind: given.text("kind").map(|text| kind(&text)).transpose()?,
        hazard: given.text("hazard").map(|text| hazard(&text)).transpose()?,
        from: Some(from),
        limit,
    })
}

fn limit(text: &str) -> Result<usize, Stop> {
    text.parse().ok().filter(|limit| (1..=100_000).contains(limit)).ok_or_else(|| {
        Stop::usage(
            format!("--limit {text}: 1から 100000 までの 数を 書いて ください。"),
            format!("--limit {text}: it must be a number from 1 to 100000"),
        )
    })
}

fn hazard(text: &str) -> Result<Hazard, Stop> {
    Hazard::parse(text).ok_or_else(|| {
        let known = Hazard::ALL.map(|hazard| format!("{}（{}）", hazard.name(), hazard.japanese())).join(" ");
        let names = Hazard::ALL.map(Hazard::name).join(", ");
        Stop::usage(
            format!("--hazard {text}: 使える ことば: {known}"),
            format!("--hazard {text}: it must be one of {names}"),
        )
    })
}

/// Beside a running kiosk. Where no places have been brought yet it is as on the glass: the samples, unless the kiosk is in a real town or
/// in a shelter.
fn store(common: &Common) -> Result<Store, Stop> {
    let kept = Store::open_to_read(&common.home(), common.clock());
    let mut store = kept.map_or_else(|| Store::in_memory(common.clock()), Ok).map_err(failed)?;
    let sources = store.place_sources().map_err(failed)?;
    if sources.iter().any(|source| source != SAMPLE) {
        return Ok(store);
    }
    let config = config(common).with(&store.own().map_err(failed)?);
    let shelter = store.mode().map_err(failed)?.unwrap_or(config.mode) == Mode::Shelter;
    let is_sample = config.town.as_ref().is_none_or(|town| town.sort == Sort::Sample);
    match (is_sample && !shelter, sources.is_empty()) {
        (true, false) | (false, true) => {}
        (true, true) => {
            store = Store::in_memory(common.clock()).map_err(failed)?;
            let (made_from, places) = (place::sample_bytes(), place::sample());
            let file = PlaceFile { source: SAMPLE, made_from: &made_from, places: &places, read: None };
            store.keep_places(&file).map_err(failed)?;
        }
        (false, false) => store = Store::in_memory(common.clock()).map_err(failed)?,
    }
    Ok(store)
}

/// What is wrong in the file is told by `engawa check`.
fn config(common: &Common) -> Config {
    let read = |path: std::path::PathBuf| {
        let bytes = super::super::files::bytes(&path).ok()?;
        let (source, _) = Source::read(path.display().to_string(), &bytes);
        Some(Config::read_among(&source, super::super::files::towns_beside(&path).0).0)
    };
    common.config().and_then(read).unwrap_or_default()
}

fn one(near: &Near) -> One<'_> {
    let place = &near.spot.place;
    One {
        id: &place.id,
        kind: place.kind,
        name: &place.name,
        kana: &near.spot.kana,
        distance_m: near.way.map(|way| (way.distance * 10.0).round() / 10.0),
        bearing: near.way.map(|way| way.bearing),
        hazards: place.hazards.iter().copied().collect(),
        status: place.status.as_ref().map_or(Open::Unknown, |status| status.open),
        as_of: place.status.as_ref().map(|status| status.as_of.as_str()).filter(|as_of| !as_of.is_empty()),
        people: place.status.as_ref().and_then(|status| status.people),
        sample: near.spot.origin() == Origin::Sample,
    }
}

fn listed(near: &Near) -> String {
    let place = &near.spot.place;
    let way =
        near.way.map_or_else(|| "     －".to_owned(), |way| format!("{:>6.0} m {}", way.distance, way.bearing.name()));
    let mark = if near.spot.origin() == Origin::Sample { "【見本】" } else { "" };
    let hazards: Vec<_> = place.hazards.iter().map(|hazard| hazard.japanese()).collect();
    format!("{way}  {mark}{}（{}）  {}", place.name, place.kind.japanese(), hazards.join("・")).trim_end().to_owned()
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn failed(err: StoreError) -> Stop {
    let why = err.to_string();
    Stop::machine(format!("さがせません: {why}"), format!("cannot look for places: {why}"))
}
