//! The places of open data, kept by the file they came from, in a database of their own (`places.db`). A file is taken whole or not at
//! all, so that whatever goes wrong, the places from before are there.

mod buildings;
mod find;
mod near;
mod opening;
mod reading;
mod row;
mod staff;

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
    content::{NoReadings, Readings},
    job::{Near, Nearby, Origin, SAMPLE, Spot, Stock, Wanted},
    place::{Kind, LatLon, Place},
};
use jiff::Timestamp;
use row::Row;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, named_params, params};
use std::path::Path;

pub use opening::Joined;

pub(super) use find::find;

pub(super) const PLACES: Schema = Schema {
    part: Part::Places,
    file: "places.db",
    application: i32::from_be_bytes(*b"EgwP"),
    steps: &[include_str!("sql/places/0001.sql"), include_str!("sql/places/0002.sql")],
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
    /// When it was read where it is published; `None`: just now.
    pub read: Option<Timestamp>,
}

impl Store {
    /// Keeps the places of a file and reads them: [`Store::keep_places`], then [`Store::read_places`].
    ///
    /// # Errors
    /// [`StoreError::NoPlaces`] for a file without places; what was there before stays, whatever the error.
    pub fn put_places(&mut self, file: &PlaceFile<'_>, readings: &dyn Readings) -> Result<Vec<Joined>, StoreError> {
        let joined = self.keep_places(file)?;
        self.read_places(readings)?;
        Ok(joined)
    }

    /// Keeps the places of a file instead of those that a file of this name brought before. A place that other files told of under the
    /// same id is theirs no longer, and samples make way for a town's own places. All of it happens, or nothing. They are listed from
    /// then on, with the readings of their own data; [`Store::read_places`] does the rest.
    ///
    /// Of a table of opening status the rows come back that are about places which other files describe; these tell it from now on.
    ///
    /// # Errors
    /// As [`Store::put_places`].
    pub fn keep_places(&mut self, file: &PlaceFile<'_>) -> Result<Vec<Joined>, StoreError> {
        let joined = put(&mut self.places, self.clock.now(), file)?;
        if Origin::of(file.source) == Origin::Town {
            self.note(&Event::PlacesTaken { source: file.source.to_owned(), places: file.places.len() });
        }
        Ok(joined)
    }

    /// Reads the places that were kept and not read yet: ruby, and the index of the search. Where it is cut short it goes on the next
    /// time.
    ///
    /// # Errors
    /// What the database says; the places stay as they were kept.
    pub fn read_places(&mut self, readings: &dyn Readings) -> Result<(), StoreError> {
        reading::read_all(&mut self.places, readings).map_err(StoreError::sql("reading places"))
    }

    /// Whether there are places that nobody has read yet.
    pub fn has_unread_places(&self) -> Result<bool, StoreError> {
        let any = self.places.query_row("SELECT EXISTS (SELECT 1 FROM unread)", [], |row| row.get(0));
        any.map_err(StoreError::sql("reading the places"))
    }

    /// As [`Store::put_places`], from outside: also while a kiosk is running in `home`, which shows them at once.
    pub fn put_places_in(
        home: &Path,
        clock: &dyn Clock,
        file: &PlaceFile<'_>,
        readings: &dyn Readings,
    ) -> Result<Vec<Joined>, StoreError> {
        home::make(home).map_err(StoreError::io("making", home))?;
        let mut places = database::open(&home.join(PLACES.file), &PLACES)?;
        let joined = put(&mut places, clock.now(), file)?;
        let mut state = database::open(&home.join(super::STATE.file), &super::STATE)?;
        let event = Event::PlacesTaken { source: file.source.to_owned(), places: file.places.len() };
        ledger::append(&mut state, clock.now(), &event)?;
        reading::read_all(&mut places, readings).map_err(StoreError::sql("reading places"))?;
        Ok(joined)
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
        opening::settle(&all, source).map_err(to)?;
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

fn put(db: &mut Connection, now: Now, file: &PlaceFile<'_>) -> Result<Vec<Joined>, StoreError> {
    if file.places.is_empty() {
        return Err(StoreError::NoPlaces(file.source.to_owned()));
    }
    let to = StoreError::sql("keeping places");
    // Everything that takes long is done before anybody has to wait for the database.
    let described = file.places.iter().filter(|place| place.status.is_none());
    let rows = described.map(Row::of).collect::<Result<Vec<_>, _>>().map_err(to)?;
    let openings: Vec<&Place> = file.places.iter().filter(|place| place.status.is_some()).collect();
    let taken = file.read.or(now.trusted.then_some(now.at)).map(|at| at.to_string()).unwrap_or_default();
    let source = Source { name: file.source, digest: &packs::digest(file.made_from), taken: &taken };
    let all = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(to)?;
    let joined = write(&all, &source, &rows, &openings).map_err(to)?;
    all.commit().map_err(to)?;
    Ok(joined)
}

/// A file that places are from.
struct Source<'s> {
    name: &'s str,
    digest: &'s [u8; 32],
    /// RFC 3339; empty when the clock was not believed.
    taken: &'s str,
}

fn write(all: &Transaction<'_>, of: &Source<'_>, rows: &[Row], openings: &[&Place]) -> rusqlite::Result<Vec<Joined>> {
    if Origin::of(of.name) == Origin::Sample && all.query_row(TOWN_IS_THERE, [SAMPLE], |row| row.get(0))? {
        return Ok(vec![]);
    }
    forget_source(all, of.name)?;
    if Origin::of(of.name) == Origin::Town {
        forget_source(all, SAMPLE)?;
    }
    let source: i64 = all
        .prepare_cached(include_str!("sql/places/insert_source.sql"))?
        .query_row(params![of.name, of.digest, of.taken], |row| row.get(0))?;
    for row in rows {
        write_row(all, source, row)?;
    }
    let mut opening = all.prepare_cached("INSERT INTO opening (source, body) VALUES (?1, ?2)")?;
    for place in openings {
        let body =
            serde_json::to_string(place).map_err(|err| rusqlite::Error::ToSqlConversionFailure(Box::new(err)))?;
        opening.execute(params![source, body])?;
    }
    let joined = opening::settle(all, of.name)?;
    all.execute_batch(include_str!("sql/places/tally.sql"))?;
    Ok(joined)
}

/// One place, to be read later. One of the same id makes way.
fn write_row(all: &Transaction<'_>, source: i64, row: &Row) -> rusqlite::Result<()> {
    let mut known = all.prepare_cached("SELECT id FROM place WHERE key = ?1")?;
    if let Some(id) = known.query_row([&row.key], |row| row.get(0)).optional()? {
        forget(all, id)?;
    }
    all.prepare_cached(include_str!("sql/places/insert_place.sql"))?.execute(named_params! {
        ":source": source, ":key": row.key, ":kind": row.kind, ":hazards": row.hazards,
        ":lat": row.at.map(|at| at.lat), ":lon": row.at.map(|at| at.lon),
        ":sort": row.told.sort, ":name": row.told.name, ":kana": row.told.kana, ":body": row.body,
    })?;
    let id = all.last_insert_rowid();
    if let Some(at) = row.at {
        let mut place_box = all.prepare_cached(include_str!("sql/places/insert_box.sql"))?;
        place_box.execute(params![id, at.lat, at.lon, row.kind, row.hazards])?;
    }
    all.prepare_cached("INSERT INTO unread (place) VALUES (?1)")?.execute([id]).map(drop)
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
        let (rows, openings) = (row::kept(&old, &name), row::openings(&old, &name));
        let source = Source { name: &name, digest: &digest, taken: &taken };
        if let Ok(all) = fresh.transaction()
            && !(rows.is_empty() && openings.is_empty())
            && write(&all, &source, &rows, &openings.iter().collect::<Vec<_>>()).is_ok()
        {
            all.commit().ok();
        }
    }
    reading::read_all(fresh, &NoReadings).ok();
}
