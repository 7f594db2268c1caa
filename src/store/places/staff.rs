//! What staff of this kiosk say of a shelter: kept as one more table of opening status, so that it is put to its place as any other, and the
//! newest of all counts.

use super::{PlaceFile, near, put, row};
use crate::{
    job::{Origin, STAFF, Told},
    place::{Kind, Open, Place, Status},
    store::{Event, Store, StoreError},
};

/// Begins the id of a row.
const ROW: &str = "staff/";

impl Store {
    /// Keeps what staff say of a place, instead of what they said of it before. Of a sample, or of a place that is not there, nothing is kept.
    ///
    /// # Errors
    /// What the database says; what was there before stays.
    pub fn tell_shelter(&mut self, told: &Told) -> Result<(), StoreError> {
        let to = StoreError::sql("keeping how a shelter is");
        let found = near::spot(&self.places, &told.id, None).map_err(to)?;
        let Some(spot) = found.map(|near| near.spot).filter(|spot| spot.origin() == Origin::Town) else {
            return Ok(());
        };
        let before = spot.place.status.as_ref().filter(|before| before.open == told.open);
        let since =
            before.map_or(&told.as_of, |before| if before.since.is_empty() { &before.as_of } else { &before.since });
        let status = Status {
            open: told.open,
            people: told.people.filter(|_| told.open == Open::Open),
            as_of: told.as_of.clone(),
            text: String::new(),
            room: told.room,
            since: since.clone(),
        };
        let mut places = row::openings(&self.places, &STAFF);
        // A row of a table, not the place itself, which stays as its file describes it.
        let id = format!("{ROW}{}", spot.place.id.trim_start_matches(ROW));
        places.retain(|place| place.id != id);
        places.push(Place { id, kind: Kind::Shelter, status: Some(status), ..spot.place.clone() });
        let made_from = serde_json::to_vec(&places).map_err(|err| StoreError::Pack(err.to_string()))?;
        let file = PlaceFile { source: STAFF, made_from: &made_from, places: &places, read: None };
        put(&mut self.places, self.clock.now(), &file)?;
        self.note(&Event::ShelterTold {
            place: told.id.to_string(),
            open: told.open,
            room: told.room,
            people: told.people,
        });
        Ok(())
    }
}
