//! Where a row says it is: from whatever columns it has, put in order, and left out when it cannot be in Japan.

use super::{LatLon, columns::Cell, coordinate, header::Field, row::Reading};
use crate::reader::{Wording, both};

/// The position of the row; what was changed or cannot be used is told.
pub(super) fn of(reading: &mut Reading<'_>) -> Option<LatLon> {
    let (lat, lon) = (reading.cell(Field::Lat), reading.cell(Field::Lon));
    if let (Some(lat), Some(lon)) = (lat, lon) {
        return two(reading, lat, lon);
    }
    // 「34.34,134.05」 in the column of latitudes.
    let one = [lat, lon].into_iter().flatten().find(|cell| coordinate::pair(cell.text).is_some());
    if let Some(cell) = one.or_else(|| reading.cell(Field::LatLon)) {
        return pair(reading, cell);
    }
    if let Some(cell) = reading.cell(Field::LonLat) {
        return turned(reading, cell);
    }
    if let Some(cell) = lat.or(lon) {
        reading.repair(
            cell,
            "",
            both(
                "緯度か 経度の 片方しか ないので 使いません",
                "only one of latitude and longitude is there; it is not used",
            ),
        );
    }
    None
}

fn two(reading: &mut Reading<'_>, lat: Cell<'_>, lon: Cell<'_>) -> Option<LatLon> {
    let read = (coordinate::degrees(lat.text), coordinate::degrees(lon.text));
    let (Some(north), Some(east)) = read else {
        for (cell, read) in [(lat, read.0), (lon, read.1)] {
            if read.is_none() {
                reading.repair(cell, "", unreadable());
            }
        }
        return None;
    };
    if let Some(at) = LatLon::new(north, east) {
        for (cell, degrees) in [(lat, at.lat), (lon, at.lon)] {
            if cell.text.trim().parse::<f64>().is_err() {
                reading.repair(
                    cell,
                    degrees.to_string(),
                    both("度の 小数に しました", "it was written in decimal degrees"),
                );
            }
        }
        return Some(at);
    }
    let Some(at) = LatLon::new(east, north) else {
        reading.repair(lat, "", outside());
        reading.repair(lon, "", outside());
        return None;
    };
    reading.repair(lat, at.lat.to_string(), exchanged());
    reading.repair(lon, at.lon.to_string(), exchanged());
    Some(at)
}

fn pair(reading: &mut Reading<'_>, cell: Cell<'_>) -> Option<LatLon> {
    let Some((first, second)) = coordinate::pair(cell.text) else {
        reading.repair(cell, "", unreadable());
        return None;
    };
    let (at, why) = match (LatLon::new(first, second), LatLon::new(second, first)) {
        (Some(at), _) => {
            (at, both("一つの ます目の 緯度と 経度を 分けました", "latitude and longitude in one cell were divided"))
        }
        (None, Some(at)) => (at, exchanged()),
        (None, None) => {
            reading.repair(cell, "", outside());
            return None;
        }
    };
    reading.repair(cell, format!("{},{}", at.lat, at.lon), why);
    Some(at)
}

/// A point of GeoJSON, longitude first.
fn turned(reading: &mut Reading<'_>, cell: Cell<'_>) -> Option<LatLon> {
    let Some((lon, lat)) = coordinate::pair(cell.text) else {
        let why = both("一つの 点（Point）では ないので 使いません", "not one point; it is not used");
        reading.repair(cell, "", why);
        return None;
    };
    if let Some(at) = LatLon::new(lat, lon) {
        return Some(at);
    }
    let at = LatLon::new(lon, lat);
    match at {
        Some(at) => reading.repair(cell, format!("{},{}", at.lon, at.lat), exchanged()),
        None => reading.repair(cell, "", outside()),
    }
    at
}

fn exchanged() -> Wording {
    both("緯度と 経度が 逆なので 入れかえました", "latitude and longitude were exchanged")
}

fn outside() -> Wording {
    both("日本の 外なので 使いません", "outside Japan; it is not used")
}

fn unreadable() -> Wording {
    both("緯度・経度として 読めないので 使いません", "not a latitude or longitude; it is not used")
}
