//! Where a row says it is: from whatever columns it has, put in order, and left out when it cannot be in Japan.

use super::{
    LatLon, clean,
    columns::Cell,
    coordinate,
    header::Field,
    json,
    row::{Reading, nothing},
};
use crate::reader::{Wording, both};

/// The position of the row; what was changed or cannot be used is told.
pub(super) fn of(reading: &mut Reading<'_>) -> Option<LatLon> {
    let (lat, lon) = (reading.cell(Field::Lat), reading.cell(Field::Lon));
    // 「34.34,134.05」 in the column of latitudes, and perhaps in both.
    let one = [lat, lon].into_iter().flatten().find(|cell| coordinate::pair(cell.text).is_some());
    let own = match (one, lat, lon) {
        (Some(cell), ..) => pair(reading, cell),
        (None, Some(lat), Some(lon)) => two(reading, lat, lon),
        _ => None,
    };
    let own = own.or_else(|| reading.cell(Field::LatLon).and_then(|cell| pair(reading, cell)));
    let own = own.or_else(|| reading.cell(Field::LonLat).and_then(|cell| turned(reading, cell)));
    if let (None, (Some(cell), None) | (None, Some(cell)), None) = (own, (lat, lon), one) {
        let why = both(
            "緯度か 経度の 片方しか ないので 使いません",
            "only one of latitude and longitude is there; it is not used",
        );
        reading.repair(cell, "", why);
    }
    own
}

fn two(reading: &mut Reading<'_>, lat: Cell<'_>, lon: Cell<'_>) -> Option<LatLon> {
    let read = (coordinate::degrees(lat.text), coordinate::degrees(lon.text));
    let (Some(north), Some(east)) = read else {
        for (cell, _) in [(lat, read.0), (lon, read.1)].into_iter().filter(|(_, read)| read.is_none()) {
            reading.repair(cell, "", unreadable(cell.text));
        }
        return None;
    };
    if let Some(at) = LatLon::new(north, east) {
        for (cell, degrees) in [(lat, at.lat), (lon, at.lon)] {
            if cell.text.trim().parse::<f64>() != Ok(degrees) {
                let why = both("度の 小数に しました", "it was written in decimal degrees");
                reading.repair(cell, degrees.to_string(), why);
            }
        }
        return Some(at);
    }
    let Some(at) = LatLon::new(east, north) else {
        reading.repair(lat, "", not_here(north, east));
        reading.repair(lon, "", not_here(north, east));
        return None;
    };
    reading.repair(lat, at.lat.to_string(), exchanged());
    reading.repair(lon, at.lon.to_string(), exchanged());
    Some(at)
}

fn pair(reading: &mut Reading<'_>, cell: Cell<'_>) -> Option<LatLon> {
    let Some((first, second)) = coordinate::pair(cell.text) else {
        reading.repair(cell, "", unreadable(cell.text));
        return None;
    };
    let (at, why) = match (LatLon::new(first, second), LatLon::new(second, first)) {
        (Some(at), _) => {
            (at, both("一つの ます目の 緯度と 経度を 分けました", "latitude and longitude in one cell were divided"))
        }
        (None, Some(at)) => (at, exchanged()),
        (None, None) => {
            reading.repair(cell, "", not_here(first, second));
            return None;
        }
    };
    reading.repair(cell, format!("{},{}", at.lat, at.lon), why);
    Some(at)
}

/// A point of GeoJSON, longitude first. Of an area the middle is taken; of a line there is none.
fn turned(reading: &mut Reading<'_>, cell: Cell<'_>) -> Option<LatLon> {
    let (words, area) =
        cell.text.split_once(json::MIDDLE).map_or((cell.text, None), |(kind, point)| (point, Some(kind)));
    let Some((lon, lat)) = coordinate::pair(words) else {
        let why = both("一つの 点（Point）では ないので 使いません", "not one point; it is not used");
        reading.repair(cell, "", why);
        return None;
    };
    if let Some(kind) = area
        && let Some(at) = LatLon::new(lat, lon)
    {
        let why = both(
            format!("点では なく 面（{kind}）なので、その まん中を 位置に しました"),
            format!("not a point but a {kind}; its middle stands for it"),
        );
        let kind = Cell { text: kind, ..cell };
        reading.repair(kind, words, why);
        return Some(at);
    }
    if let Some(at) = LatLon::new(lat, lon) {
        return Some(at);
    }
    let at = LatLon::new(lon, lat);
    match at {
        Some(at) => reading.repair(cell, format!("{},{}", at.lon, at.lat), exchanged()),
        None => reading.repair(cell, "", not_here(lat, lon)),
    }
    at
}

fn exchanged() -> Wording {
    both("緯度と 経度が 逆なので 入れかえました", "latitude and longitude were exchanged")
}

fn not_here(north: f64, east: f64) -> Wording {
    if north == 0.0 && east == 0.0 {
        return both("緯度・経度が 0なので 使いません", "a position of 0,0 is none; it is not used");
    }
    both("日本の 外なので 使いません", "outside Japan; it is not used")
}

fn unreadable(text: &str) -> Wording {
    if clean::says_nothing(text) {
        return nothing();
    }
    both("緯度・経度として 読めないので 使いません", "not a latitude or longitude; it is not used")
}
