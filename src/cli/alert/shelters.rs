//! How the shelters of a town were when anybody last said: what files told and what staff of this kiosk entered, with its time and source.

use super::super::Common;
use crate::{
    alert::Town,
    job::{Near, Origin, Wanted},
    place::{Kind, Open, Room},
    store::{Store, StoreError},
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::{self, TimeZone},
};
use serde::Serialize;

/// More places of one kind are in no town.
const MOST: usize = 100_000;

/// One shelter of which something was said.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Shelter {
    pub(super) id: String,
    kind: Kind,
    pub(super) name: String,
    pub(super) status: Open,
    /// Whether there was room; null where nobody says.
    room: Option<Room>,
    pub(super) people: Option<u32>,
    /// Since when it was so, and when that was told; null where the data do not say.
    pub(super) since: Option<String>,
    pub(super) as_of: Option<String>,
    /// In the words of the data.
    text: String,
    /// `staff`, or the file that says so.
    source: String,
}

/// What was told by `at` of the places of `town`. What was told later of a place hides what was told of it before: only the newest is kept.
///
/// # Errors
/// What the database says.
pub(super) fn told(common: &Common, town: &Town, at: Timestamp) -> Result<Vec<Shelter>, StoreError> {
    let Some(store) = Store::open_to_read(&common.home(), common.clock()) else { return Ok(vec![]) };
    let mut all = vec![];
    for kind in [Kind::Shelter, Kind::EmergencySite] {
        let found = store.near(&Wanted { kind: Some(kind), hazard: None, from: None, limit: MOST })?.found;
        all.extend(found.iter().filter(|near| is_of(near, town)).filter_map(shelter));
    }
    all.retain(|shelter| shelter.as_of.as_deref().and_then(moment).is_none_or(|told| told <= at));
    Ok(all)
}

/// Places say in which town they are; a town's own file need not.
fn is_of(near: &Near, town: &Town) -> bool {
    let own = near.spot.place.town.get(..5);
    near.spot.origin() == Origin::Town && own.is_none_or(|own| own == town.code())
}

fn shelter(near: &Near) -> Option<Shelter> {
    let place = &near.spot.place;
    let status = place.status.as_ref()?;
    if status.open == Open::Unknown && status.people.is_none() && status.text.is_empty() {
        return None;
    }
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let source = near.spot.status_from.as_ref().unwrap_or(&near.spot.source);
    Some(Shelter {
        id: place.id.clone(),
        kind: place.kind,
        name: place.name.clone(),
        status: status.open,
        room: Some(status.room).filter(|room| *room != Room::Unknown),
        people: status.people,
        since: said(&status.since),
        as_of: said(&status.as_of),
        text: status.text.clone(),
        source: source.to_string(),
    })
}

/// A day counts from its beginning.
fn moment(text: &str) -> Option<Timestamp> {
    let time = text.parse::<DateTime>().ok().or_else(|| text.parse::<Date>().ok().map(DateTime::from))?;
    time.to_zoned(TimeZone::fixed(tz::offset(9))).ok().map(|time| time.timestamp())
}

impl Shelter {
    pub(super) fn line(&self) -> String {
        let people = self.people.map(|people| format!(" {people}人")).unwrap_or_default();
        let since = self.since.as_ref().map(|since| format!(" {since}から")).unwrap_or_default();
        let as_of = self.as_of.as_deref().unwrap_or("?");
        format!("{:?} {}{people}{since} ({} {as_of})", self.status, self.name, self.source)
    }
}
