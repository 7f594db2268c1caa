//! Where a kiosk may stand: the buildings that a town's data name. Whoever sets it up chooses one instead of writing its name.

use super::{
    super::{query, trouble::StoreError},
    find::find,
    near,
};
use crate::{job::Spot, place::Kind};
use rusqlite::{Connection, params};

/// So many hits are looked at for each building wanted: one building is there as several kinds.
const ROWS_A_BUILDING: usize = 8;

pub(super) fn buildings(db: &Connection, typed: &str, limit: usize) -> Result<(Vec<Spot>, usize), StoreError> {
    let to = StoreError::sql("looking for buildings");
    let all = db
        .prepare_cached(include_str!("../sql/places/count_buildings.sql"))
        .and_then(|mut count| count.query_row([], |row| row.get(0)))
        .map_err(to)?;
    let found = if typed.trim().is_empty() { first(db, limit).map_err(to)? } else { named(db, typed, limit)? };
    Ok((found, all))
}

/// In the order of their names.
fn first(db: &Connection, limit: usize) -> rusqlite::Result<Vec<Spot>> {
    let mut all = db.prepare_cached(include_str!("../sql/places/buildings.sql"))?;
    let ids = all.query_map(params![limit], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    ids.into_iter().map(|id| near::kept_as(db, id)).collect()
}

/// Best first, as the search finds places.
fn named(db: &Connection, typed: &str, limit: usize) -> Result<Vec<Spot>, StoreError> {
    let to = StoreError::sql("looking for buildings");
    let mut out: Vec<Spot> = vec![];
    for hit in find(db, &query::words(typed), limit * ROWS_A_BUILDING)? {
        let Some(near) = near::spot(db, &hit.id, None).map_err(to)? else { continue };
        let spot = (*near.spot).clone();
        if !may_hold_a_kiosk(spot.place.kind) {
            continue;
        }
        match out.iter_mut().find(|known| known.name == spot.name) {
            Some(known) if rank(known.place.kind) > rank(spot.place.kind) => *known = spot,
            Some(_) => {}
            None => out.push(spot),
        }
    }
    out.truncate(limit);
    Ok(out)
}

/// As in `buildings.sql`.
const fn rank(kind: Kind) -> usize {
    match kind {
        Kind::Shelter => 0,
        Kind::Facility => 1,
        Kind::Care => 2,
        Kind::Child => 3,
        Kind::Medical => 4,
        _ => 5,
    }
}

const fn may_hold_a_kiosk(kind: Kind) -> bool {
    !matches!(kind, Kind::Aed | Kind::Wifi | Kind::Toilet | Kind::Water)
}
