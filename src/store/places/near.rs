//! What is near: a box round the kiosk, made wider until enough stands in it. However many places there are, only those in the last
//! box are measured.

use super::{opening::Told, row};
use crate::{
    job::{Near, Nearby, SAMPLE, Spot, Wanted, Way},
    place::{Kind, LatLon, Place, SAMPLE_HERE, distance_m},
    words::Line,
};
use rusqlite::{Connection, OptionalExtension, Row, params};
use smol_str::SmolStr;
use std::{collections::HashMap, sync::Arc};

/// Metres from the kiosk to the sides of the first box.
const FIRST: f64 = 300.0;
/// Beyond this there is nothing in Japan.
const LAST: f64 = 4_000_000.0;
/// Metres in a degree of latitude, rounded down so that a box is rather too large.
const DEGREE: f64 = 110_000.0;
/// Boxes are kept in single precision, which is right to a metre or two here.
const SLACK: f64 = 0.000_05;

pub(super) fn near(db: &Connection, wanted: &Wanted) -> rusqlite::Result<Nearby> {
    let wanted = &Wanted { from: here(db, wanted.from)?, ..*wanted };
    let filter = Filter::of(wanted);
    let mut ids = match wanted.from {
        Some(from) => nearest(db, &filter, from, wanted.limit)?,
        None => vec![],
    };
    if ids.len() < wanted.limit {
        ids.extend(by_name(db, &filter, wanted, wanted.limit - ids.len())?);
    }
    let found = ids.into_iter().map(|id| spot_of(db, id, wanted.from)).collect::<Result<_, _>>()?;
    let mut count = db.prepare_cached(include_str!("../sql/places/count.sql"))?;
    let all = count.query_row(params![filter.low, filter.high, filter.hazards], |row| row.get(0))?;
    Ok(Nearby { wanted: *wanted, found, all })
}

/// One place, by its id.
pub(super) fn spot(db: &Connection, id: &str, from: Option<LatLon>) -> rusqlite::Result<Option<Near>> {
    let from = here(db, from)?;
    let mut one = db.prepare_cached("SELECT id FROM place WHERE key = ?1")?;
    one.query_row([id], |row| row.get(0)).optional()?.map(|id| spot_of(db, id, from)).transpose()
}

/// Where one stands: as was said; among samples at the place of the kiosk of the fictional town.
fn here(db: &Connection, from: Option<LatLon>) -> rusqlite::Result<Option<LatLon>> {
    if from.is_some() {
        return Ok(from);
    }
    let mut samples = db.prepare_cached("SELECT EXISTS (SELECT 1 FROM source WHERE name = ?1)")?;
    samples.query_row([SAMPLE], |row| row.get(0)).map(|there: bool| there.then_some(SAMPLE_HERE))
}

/// Kinds from and to, and the bits of the hazards that a place must have.
struct Filter {
    low: usize,
    high: usize,
    hazards: i64,
}

impl Filter {
    fn of(wanted: &Wanted) -> Self {
        let kind = wanted.kind.map(row::number);
        let (low, high) = kind.map_or((0, Kind::ALL.len()), |kind| (kind, kind));
        Self { low, high, hazards: wanted.hazard.map_or(0, row::bit) }
    }
}

/// The nearest that have a position. The box is doubled until enough stands in it, and made smaller again when too much does. From far
/// away no box tells the places of a town apart; then all of them are measured.
fn nearest(db: &Connection, filter: &Filter, from: LatLon, limit: usize) -> rusqlite::Result<Vec<i64>> {
    let many = limit * 8 + 100;
    let (mut reach, mut too_small, mut too_large) = (FIRST, 0.0, None);
    for _ in 0..TRIES {
        let mut found = within(db, filter, from, reach, many + 1)?;
        if found.len() > many {
            if reach > FAR {
                break;
            }
            too_large = Some(reach);
            reach = f64::midpoint(too_small, reach);
            continue;
        }
        // What stands in a corner of the box may be farther away than what stands just outside.
        found.retain(|(_, distance)| *distance <= reach || reach >= LAST);
        if found.len() >= limit || reach >= LAST {
            return Ok(best(found, limit));
        }
        too_small = reach;
        reach = too_large.map_or(reach * 2.0, |large| f64::midpoint(reach, large));
    }
    everything(db, filter, from).map(|found| best(found, limit))
}

/// Boxes that are tried at most: enough to double to the ends of the country.
const TRIES: usize = 20;
/// Metres; from farther away a whole town comes into the box at once.
const FAR: f64 = 40_000.0;

/// Everything that has a position, with its distance.
fn everything(db: &Connection, filter: &Filter, from: LatLon) -> rusqlite::Result<Vec<(i64, f64)>> {
    let mut all = db.prepare_cached(include_str!("../sql/places/placed.sql"))?;
    let rows = all.query_map(params![filter.low, filter.high, filter.hazards], |row| {
        let at = LatLon { lat: row.get(1)?, lon: row.get(2)? };
        Ok((row.get(0)?, distance_m(from, at)))
    })?;
    rows.collect()
}

fn best(mut found: Vec<(i64, f64)>, limit: usize) -> Vec<i64> {
    found.sort_by(|(a, near), (b, far)| near.total_cmp(far).then(a.cmp(b)));
    found.truncate(limit);
    found.into_iter().map(|(id, _)| id).collect()
}

/// What stands in the box, with its distance.
fn within(
    db: &Connection,
    filter: &Filter,
    from: LatLon,
    reach: f64,
    most: usize,
) -> rusqlite::Result<Vec<(i64, f64)>> {
    let north = reach / DEGREE + SLACK;
    let east = reach / (DEGREE * from.lat.to_radians().cos()).max(1.0) + SLACK;
    let (south, north, west, east) = (from.lat - north, from.lat + north, from.lon - east, from.lon + east);
    let Filter { low, high, hazards } = filter;
    let mut all = db.prepare_cached(include_str!("../sql/places/within.sql"))?;
    let rows = all.query_map(params![south, north, west, east, low, high, hazards, most], |row| {
        let at = LatLon { lat: row.get(1)?, lon: row.get(2)? };
        Ok((row.get(0)?, distance_m(from, at)))
    })?;
    rows.collect()
}

/// In the order of their names: all, or beside a list by distance those without a position.
fn by_name(db: &Connection, filter: &Filter, wanted: &Wanted, limit: usize) -> rusqlite::Result<Vec<i64>> {
    let mut all = db.prepare_cached(include_str!("../sql/places/by_name.sql"))?;
    let rows = all
        .query_map(params![filter.low, filter.high, filter.hazards, wanted.from.is_some(), limit], |row| row.get(0))?;
    rows.collect()
}

/// One place, by the number of its row.
pub(super) fn kept_as(db: &Connection, id: i64) -> rusqlite::Result<Spot> {
    db.prepare_cached(include_str!("../sql/places/spot.sql"))?.query_row([id], kept)
}

fn spot_of(db: &Connection, id: i64, from: Option<LatLon>) -> rusqlite::Result<Near> {
    let spot = kept_as(db, id)?;
    let way = from.zip(spot.place.at).map(|(from, to)| Way::between(from, to));
    Ok(Near { spot: Arc::new(spot), way })
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Spot> {
    let mut place: Place = json(row, "body")?;
    let name: Line = json(row, "name")?;
    let source: SmolStr = row.get::<_, String>("source")?.into();
    let taken: String = row.get("taken")?;
    let lines: String = row.get("lines")?;
    let lines = if lines.is_empty() { HashMap::new() } else { json(row, "lines")? };
    let told: String = row.get("told")?;
    let mut status_from = place.status.is_some().then(|| source.clone());
    if !told.is_empty() {
        let Told { status, source } = json(row, "told")?;
        (place.status, status_from) = (Some(status), Some(source.into()));
    }
    Ok(Spot { place, name, kana: row.get("kana")?, lines, source, status_from, taken: taken.parse().ok() })
}

pub(super) fn json<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let place = row.as_ref().column_index(column)?;
    let value = row.get_ref(place)?;
    serde_json::from_slice(value.as_bytes()?)
        .map_err(|err| rusqlite::Error::FromSqlConversionFailure(place, value.data_type(), Box::new(err)))
}
