//! Names by which places are known from one import to the next, so that what staff write about a place stays with it.

use super::{Place, Repair, Repeated, columns::Columns, header::Field, sheet::Row};
use crate::reader::both;
use sha2::{Digest, Sha256};
use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
};
use unicode_normalization::UnicodeNormalization;

/// The number that the data give (the national one, or the town's own with the town), else one made of name and place. A running number
/// (NO) is not used: it changes whenever a row is put in.
pub(super) fn give(columns: &Columns, found: Vec<(&Row, Place)>, repaired: &mut Vec<Repair>) -> Vec<Place> {
    let mut taken = HashSet::new();
    let mut out = Vec::with_capacity(found.len());
    for (row, mut place) in found {
        let own = number(columns, row, &place);
        let base = format!("{}/{}", place.kind.name(), own.clone().unwrap_or_else(|| made(&place)));
        let mut id = base.clone();
        for again in 2.. {
            if taken.insert(id.clone()) {
                break;
            }
            id = format!("{base}-{again}");
        }
        let column = columns.header(Field::NationalId).or(columns.header(Field::Id));
        if let (Some(was), Some(column), true) = (own, column, id != base) {
            let why = both(
                "ほかの 行と 同じ 番号なので、番号を たしました",
                "another row has this number, so it got one more",
            );
            let now = id.rsplit('/').next().unwrap_or_default().to_owned();
            repaired.push(Repair { row: row.number, column: column.to_owned(), was, now, why });
        }
        place.id = id;
        out.push(place);
    }
    out
}

fn number(columns: &Columns, row: &Row, place: &Place) -> Option<String> {
    let plain = |field| {
        columns.cell(row, field).map(|cell| cell.text.nfkc().filter(char::is_ascii_alphanumeric).collect::<String>())
    };
    let national = plain(Field::NationalId).filter(|id| id.len() >= 6);
    let own = || plain(Field::Id).filter(|id| !id.is_empty() && !place.town.is_empty());
    national.or_else(|| Some(format!("{}-{}", place.town, own()?)))
}

/// Twelve hexadecimal digits of name and place.
fn made(place: &Place) -> String {
    let hash = Sha256::digest(whereabouts(place));
    hash.iter().take(6).fold(String::new(), |mut out, byte| {
        write!(out, "{byte:02x}").ok();
        out
    })
}

/// Name and place, whatever their width and spaces.
fn whereabouts(place: &Place) -> String {
    let texts = [&place.name, &place.address, &place.building, &place.inside];
    texts.map(|text| text.nfkc().filter(|c| !c.is_whitespace()).collect::<String>()).join("\n")
}

/// Rows with the name and the place of an earlier one.
pub(super) fn repeated(found: &[(&Row, Place)]) -> Vec<Repeated> {
    let mut seen = HashMap::new();
    let again = |(row, place): &(&Row, Place)| {
        let of = *seen.entry((place.kind, whereabouts(place))).or_insert(row.number);
        (of != row.number).then(|| Repeated { row: row.number, of, name: place.name.clone() })
    };
    found.iter().filter_map(again).collect()
}
