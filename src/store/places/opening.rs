//! What tables of opening status say, put to the shelters that other files describe. A table and a description come in any order and
//! from different offices; whichever comes, all of it is put together anew.

use super::{forget, row::Row, write_row};
use crate::place::{Kind, Place, Status, distance_m};
use rusqlite::{Transaction, params};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;

/// What is kept with a place that another file describes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Told {
    pub(super) status: Status,
    /// The file that says so.
    pub(super) source: String,
}

/// A row of a table, with the place it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The row of its file.
    pub row: usize,
    pub name: String,
    /// The place that another file describes.
    pub id: String,
}

/// Puts everything that is known about openings to the places there are. `of` is the file that was just taken: its rows that found
/// their place come back.
pub(super) fn settle(all: &Transaction<'_>, of: &str) -> rusqlite::Result<Vec<Joined>> {
    let mut openings = openings(all)?;
    if openings.is_empty() {
        all.execute("UPDATE place SET told = '' WHERE told <> ''", [])?;
        return Ok(vec![]);
    }
    all.execute("UPDATE place SET told = '' WHERE told <> ''", [])?;
    clear(all)?;
    let described = Described::load(all)?;
    // The newest first; of the same time the one that came last.
    openings.reverse();
    openings.sort_by(|a, b| as_of(&b.place).cmp(as_of(&a.place)));
    let (mut told, mut seen, mut joined) = (HashSet::new(), vec![], vec![]);
    for Opening { source, name, place } in openings {
        let found = described.of(&place);
        let shelter = found.iter().find(|(_, place)| place.kind == Kind::Shelter).map(|(_, place)| place.id.clone());
        for (id, _) in found.iter().filter(|(id, _)| told.insert(*id)) {
            all.prepare_cached("UPDATE place SET told = ?2 WHERE id = ?1")?
                .execute(params![id, told_json(&place, &name)?])?;
        }
        if let Some(id) = &shelter {
            joined.extend((name == of).then(|| Joined { row: place.row, name: place.name.clone(), id: id.clone() }));
            continue;
        }
        let site = found.first().map(|(_, site)| (*site).clone());
        if name == of
            && let Some(site) = &site
        {
            joined.push(Joined { row: place.row, name: place.name.clone(), id: site.id.clone() });
        }
        // Open, and in no list of shelters: it stands for itself, with what is known of it as a site.
        if !seen.iter().any(|other| is_same(other, &place)) {
            write_row(all, source, &Row::of(&completed(&place, site.as_ref()))?)?;
            seen.push(place);
        }
    }
    joined.sort_by_key(|joined| joined.row);
    Ok(joined)
}

struct Opening {
    source: i64,
    name: String,
    place: Place,
}

fn openings(all: &Transaction<'_>) -> rusqlite::Result<Vec<Opening>> {
    let mut rows = all.prepare_cached(include_str!("../sql/places/openings.sql"))?;
    let rows = rows.query_map([], |row| {
        Ok(Opening { source: row.get(0)?, place: super::near::json(row, "body")?, name: row.get(2)? })
    })?;
    rows.collect()
}

/// What stood here only because it was open.
fn clear(all: &Transaction<'_>) -> rusqlite::Result<()> {
    let mut ids = all.prepare_cached("SELECT id FROM place WHERE source IN (SELECT source FROM opening)")?;
    let ids = ids.query_map([], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    ids.into_iter().try_for_each(|id| forget(all, id))
}

fn as_of(place: &Place) -> &str {
    place.status.as_ref().map_or("", |status| &status.as_of)
}

fn told_json(place: &Place, source: &str) -> rusqlite::Result<String> {
    let Some(status) = place.status.clone() else { return Ok(String::new()) };
    serde_json::to_string(&Told { status, source: source.to_owned() })
        .map_err(|err| rusqlite::Error::ToSqlConversionFailure(Box::new(err)))
}

/// What the table leaves open is taken from the site of the same name; what it is designated for stays the site's.
fn completed(place: &Place, site: Option<&Place>) -> Place {
    let mut place = Place { hazards: [].into(), not_for: [].into(), partly: [].into(), ..place.clone() };
    let Some(site) = site else { return place };
    let fields: [fn(&mut Place) -> &mut String; 7] = [
        |p| &mut p.kana,
        |p| &mut p.name_en,
        |p| &mut p.address,
        |p| &mut p.building,
        |p| &mut p.phone,
        |p| &mut p.town,
        |p| &mut p.town_name,
    ];
    let mut from = site.clone();
    for field in fields {
        if field(&mut place).is_empty() {
            *field(&mut place) = std::mem::take(field(&mut from));
        }
    }
    place.at = place.at.or(site.at);
    place.capacity = place.capacity.or(site.capacity);
    place
}

/// Sites and shelters that files describe, by name and by number.
struct Described {
    places: Vec<(i64, Place)>,
    by_name: HashMap<String, Vec<usize>>,
    by_number: HashMap<String, Vec<usize>>,
}

impl Described {
    fn load(all: &Transaction<'_>) -> rusqlite::Result<Self> {
        let mut rows = all.prepare_cached(include_str!("../sql/places/described.sql"))?;
        let rows = rows.query_map([], |row| Ok((row.get(0)?, super::near::json(row, "body")?)))?;
        let places: Vec<(i64, Place)> = rows.collect::<Result<_, _>>()?;
        let (mut by_name, mut by_number) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        for (at, (_, place)) in places.iter().enumerate() {
            by_name.entry(plain(&place.name)).or_default().push(at);
            if !place.number.is_empty() {
                by_number.entry(plain(&place.number)).or_default().push(at);
            }
        }
        Ok(Self { places, by_name, by_number })
    }

    /// Those that are the place of a table.
    fn of(&self, place: &Place) -> Vec<(i64, &Place)> {
        let named = self.by_name.get(&plain(&place.name)).into_iter().flatten();
        let numbered = self.by_number.get(&plain(&place.number)).into_iter().flatten();
        let all: HashSet<usize> = named.chain(numbered).copied().collect();
        let mut all: Vec<usize> = all.into_iter().collect();
        if all.is_empty() {
            // 若葉小学校 is もし市立若葉小学校, where they stand at the same spot.
            let here = |(_, other): &(i64, Place)| within(place, other, 200.0) == Some(true);
            all = self.places.iter().enumerate().filter(|(_, other)| here(other)).map(|(at, _)| at).collect();
        }
        all.sort_unstable();
        let found = all.into_iter().filter_map(|at| self.places.get(at));
        found.filter(|(_, other)| is_same(other, place)).map(|(id, other)| (*id, other)).collect()
    }
}

/// Whether two rows of different files are about one place. A name alone is enough where nothing speaks against it; a number (which two
/// offices may give to two places) and a longer form of a name only at the same spot.
fn is_same(a: &Place, b: &Place) -> bool {
    if !a.town.is_empty() && !b.town.is_empty() && a.town != b.town {
        return false;
    }
    let (name, other) = (plain(&a.name), plain(&b.name));
    if name == other {
        return within(a, b, 1_000.0) != Some(false);
    }
    let alike = name.contains(&other) || other.contains(&name);
    let numbered = !a.number.is_empty() && plain(&a.number) == plain(&b.number);
    (alike || numbered) && within(a, b, 200.0) == Some(true)
}

/// Whether they stand so many metres apart at most; not known where one has no position.
fn within(a: &Place, b: &Place, metres: f64) -> Option<bool> {
    let (a, b) = (a.at?, b.at?);
    // A degree is never less than 50 kilometres here: most are ruled out without a sine.
    Some((a.lat - b.lat).abs() < 0.02 && (a.lon - b.lon).abs() < 0.02 && distance_m(a, b) <= metres)
}

/// For comparing: width and spaces make no difference.
fn plain(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
