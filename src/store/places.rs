//! The places of open data, kept by the file they came from, in a database of their own (`places.db`). A file is taken whole or not at
//! all, so that whatever goes wrong, the places from before are there.

mod buildings;
mod find;
mod near;
mod row;

use super::{
    Store, database,
    database::Schema,
    home,
    ledger::{self, Event},
    packs,
    trouble::{Part, StoreError, Trouble},
};
use crate::{
    clock::{Clock, Now},
    content::Readings,
    job::{Near, Nearby, Origin, SAMPLE, Spot, Stock, Wanted},
    place::{Kind, LatLon, Place},
};
use row::{KindTerms, Row};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, named_params, params};
use std::path::Path;

pub(super) use find::find;

pub(super) const PLACES: Schema = Schema {
    part: Part::Places,
    file: "places.db",
    application: i32::from_be_bytes(*b"EgwP"),
    steps: &[include_str!("sql/places/0001.sql")],
    oldest: 1,
};

/// The places of one file.
#[derive(Clone, Copy, Debug)]
pub struct PlaceFile<'a> {
    /// What it is called; a file of the same name takes the place of the one before.
    pub source: &'a str,
    /// All that the places were made from: the same bytes need not be taken twice.
    pub made_from: &'a [u8],
    pub places: &'a [Place],
}

impl Store {
    /// Keeps the places of a file instead of those that a file of this name brought before. A place that other files told of under the
    /// same id is theirs no longer, and samples make way for a town's own places. All of it happens, or nothing.
    ///
    /// # Errors
    /// [`StoreError::NoPlaces`] for a file without places; what was there before stays, whatever the error.
    pub fn put_places(&mut self, file: &PlaceFile<'_>, readings: &dyn Readings) -> Result<(), StoreError> {
        put(&mut self.places, self.clock.now(), file, readings)?;
        if Origin::of(file.source) == Origin::Town {
            self.note(&Event::PlacesTaken { source: file.source.to_owned(), places: file.places.len() });
        }
        Ok(())
    }

    /// As [`Store::put_places`], from outside: also while a kiosk is running in `home`, which shows them at once.
    pub fn put_places_in(
        home: &Path,
        clock: &dyn Clock,
        file: &PlaceFile<'_>,
        readings: &dyn Readings,
    ) -> Result<(), StoreError> {
        home::make(home).map_err(StoreError::io("making", home))?;
        let mut places = database::open(&home.join(PLACES.file), &PLACES)?;
        put(&mut places, clock.now(), file, readings)?;
        let mut state = database::open(&home.join(super::STATE.file), &super::STATE)?;
        let event = Event::PlacesTaken { source: file.source.to_owned(), places: file.places.len() };
        ledger::append(&mut state, clock.now(), &event).map(drop)
    }

    /// True when the places of this source are there and were made from the same bytes.
    pub fn has_places(&self, source: &str, made_from: &[u8]) -> Result<bool, StoreError> {
        let digest = self
            .places
            .query_row("SELECT digest FROM source WHERE name = ?1", [source], |row| row.get::<_, [u8; 32]>(0))
            .optional();
        Ok(digest.map_err(StoreError::sql("reading the places"))? == Some(packs::digest(made_from)))
    }

    /// The files that places came from, by name.
    pub fn place_sources(&self) -> Result<Vec<String>, StoreError> {
        let to = StoreError::sql("reading the places");
        let mut all = self.places.prepare_cached("SELECT name FROM source ORDER BY name").map_err(to)?;
        all.query_map([], |row| row.get(0)).and_then(Iterator::collect).map_err(to)
    }

    /// Forgets the places of one source; nothing happens where there are none.
    pub fn forget_places(&mut self, source: &str) -> Result<(), StoreError> {
        let to = StoreError::sql("forgetting places");
        let all = self.places.transaction_with_behavior(TransactionBehavior::Immediate).map_err(to)?;
        forget_source(&all, source).map_err(to)?;
        all.execute_batch(include_str!("sql/places/tally.sql")).map_err(to)?;
        all.commit().map_err(to)
    }

    /// Of which kinds there are places, and how many; in the order of [`Kind::ALL`].
    pub fn stocks(&self) -> Result<Vec<Stock>, StoreError> {
        let to = StoreError::sql("counting places");
        let mut all = self.places.prepare_cached(include_str!("sql/places/kinds.sql")).map_err(to)?;
        let rows = all.query_map([], |row| Ok((row.get::<_, usize>(0)?, row.get(1)?, row.get::<_, bool>(2)?)));
        let rows = rows.and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(to)?;
        let stock = |(kind, count, sample): (usize, usize, bool)| {
            let origin = if sample { Origin::Sample } else { Origin::Town };
            Kind::ALL.get(kind).map(|kind| Stock { kind: *kind, count, origin })
        };
        Ok(rows.into_iter().filter_map(stock).collect())
    }

    /// The places wanted, nearest first.
    pub fn near(&self, wanted: &Wanted) -> Result<Nearby, StoreError> {
        near::near(&self.places, wanted).map_err(StoreError::sql("looking for places nearby"))
    }

    /// Buildings in which a kiosk may stand, each name once: at most `limit` of those that answer to what was typed, or the first by name;
    /// and how many there are in all.
    pub fn buildings(&self, typed: &str, limit: usize) -> Result<(Vec<Spot>, usize), StoreError> {
        buildings::buildings(&self.places, typed, limit)
    }

    /// The place with this id, seen from where one stands.
    pub fn spot(&self, id: &str, from: Option<LatLon>) -> Result<Option<Near>, StoreError> {
        near::spot(&self.places, id, from).map_err(StoreError::sql("reading a place"))
    }

    /// Looks at every page of the places; what is damaged is set aside, and what can still be read of it is kept.
    pub(super) fn check_places(&mut self, troubles: &mut Vec<Trouble>) -> Result<(), StoreError> {
        let Some(home) = self.home.clone() else { return Ok(()) };
        if database::is_sound(&self.places)? {
            return Ok(());
        }
        // Closes the damaged one, so that nothing writes to it while it is renamed.
        self.places = database::in_memory(&PLACES)?;
        let (places, more) = database::renew(&home.join(PLACES.file), &PLACES, "a check found it damaged".to_owned())?;
        self.places = places;
        salvage(&mut self.places, &more);
        troubles.extend(more);
        Ok(())
    }
}

/// Opens the places in `home` as well as the disk allows.
pub(super) fn open_best(home: &Path) -> Result<(Connection, Vec<Trouble>), StoreError> {
    let (mut places, troubles) = database::open_best(home, &PLACES)?;
    salvage(&mut places, &troubles);
    Ok((places, troubles))
}

/// Beside a running kiosk. A folder from before there were places has none; that is no reason not to read the rest.
pub(super) fn open_to_read(home: &Path) -> Option<Connection> {
    database::open_to_read(&home.join(PLACES.file), &PLACES).or_else(|_| database::in_memory(&PLACES)).ok()
}

fn put(db: &mut Connection, now: Now, file: &PlaceFile<'_>, readings: &dyn Readings) -> Result<(), StoreError> {
    if file.places.is_empty() {
        return Err(StoreError::NoPlaces(file.source.to_owned()));
    }
    let to = StoreError::sql("keeping places");
    // Everything that takes long is done before anybody has to wait for the database.
    let kinds = KindTerms::new();
    let rows = file.places.iter().map(|place| Row::of(place, readings, &kinds));
    let rows = rows.collect::<Result<Vec<_>, _>>().map_err(to)?;
    let taken = if now.trusted { now.at.to_string() } else { String::new() };
    let all = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(to)?;
    write(&all, file.source, &packs::digest(file.made_from), &taken, &rows).map_err(to)?;
    all.commit().map_err(to)
}

fn write(all: &Transaction<'_>, source: &str, digest: &[u8; 32], taken: &str, rows: &[Row]) -> rusqlite::Result<()> {
    if Origin::of(source) == Origin::Sample && all.query_row(TOWN_IS_THERE, [SAMPLE], |row| row.get(0))? {
        return Ok(());
    }
    forget_source(all, source)?;
    if Origin::of(source) == Origin::Town {
        forget_source(all, SAMPLE)?;
    }
    let source: i64 = all
        .prepare_cached(include_str!("sql/places/insert_source.sql"))?
        .query_row(params![source, digest, taken], |row| row.get(0))?;
    let mut known = all.prepare_cached("SELECT id FROM place WHERE key = ?1")?;
    let mut place = all.prepare_cached(include_str!("sql/places/insert_place.sql"))?;
    let mut place_box = all.prepare_cached(include_str!("sql/places/insert_box.sql"))?;
    let mut names = all.prepare_cached(include_str!("sql/places/insert_names.sql"))?;
    for row in rows {
        if let Some(id) = known.query_row([&row.key], |row| row.get(0)).optional()? {
            forget(all, id)?;
        }
        place.execute(named_params! {
            ":source": source, ":key": row.key, ":kind": row.kind, ":hazards": row.hazards,
            ":lat": row.at.map(|at| at.lat), ":lon": row.at.map(|at| at.lon),
            ":sort": row.sort, ":name": row.name, ":kana": row.kana, ":body": row.body,
        })?;
        let id = all.last_insert_rowid();
        if let Some(at) = row.at {
            place_box.execute(params![id, at.lat, at.lon, row.kind, row.hazards])?;
        }
        let [title, title_kana, also, also_kana] = &row.terms;
        names.execute(params![id, title, title_kana, also, also_kana])?;
    }
    // One piece of index instead of many: half the time of a search.
    all.execute("INSERT INTO names (names) VALUES ('optimize')", [])?;
    all.execute_batch(include_str!("sql/places/tally.sql"))
}

const TOWN_IS_THERE: &str = "SELECT EXISTS (SELECT 1 FROM source WHERE name <> ?1)";

fn forget_source(all: &Transaction<'_>, source: &str) -> rusqlite::Result<()> {
    let mut ids = all.prepare_cached(include_str!("sql/places/ids_of_source.sql"))?;
    let ids = ids.query_map([source], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    ids.into_iter().try_for_each(|id| forget(all, id))?;
    all.execute("DELETE FROM source WHERE name = ?1", [source]).map(drop)
}

fn forget(all: &Transaction<'_>, id: i64) -> rusqlite::Result<()> {
    for statement in
        ["DELETE FROM names WHERE rowid = ?1", "DELETE FROM box WHERE id = ?1", "DELETE FROM place WHERE id = ?1"]
    {
        all.prepare_cached(statement)?.execute([id])?;
    }
    Ok(())
}

/// Carries over what can still be read of a damaged database that was set aside.
fn salvage(fresh: &mut Connection, troubles: &[Trouble]) {
    let kept = troubles.iter().find_map(|trouble| match trouble {
        Trouble::SetAside { part: Part::Places, kept_as, .. } => Some(kept_as),
        _ => None,
    });
    let Some(Ok(old)) = kept.map(|path| database::open_to_read(path, &PLACES)) else { return };
    for (name, digest, taken) in row::sources(&old) {
        let rows = row::kept(&old, &name);
        if let Ok(all) = fresh.transaction()
            && !rows.is_empty()
            && write(&all, &name, &digest, &taken, &rows).is_ok()
        {
            all.commit().ok();
        }
    }
}
