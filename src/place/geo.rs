//! Where something is, how far away and in which direction: all in a straight line, because nobody here knows the roads.

use serde::{Deserialize, Serialize};

/// A point on the earth in degrees (WGS 84 and JGD2011 are the same for people who walk). Made only by [`LatLon::new`], so it is in Japan.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LatLon {
    pub lat: f64,
    pub lon: f64,
}

/// The mean radius of the earth in metres (IUGG).
const EARTH_M: f64 = 6_371_008.8;

impl LatLon {
    /// `None` when it is not within Japan: from 20° to 46° north, from 122° to 154° east.
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        ((20.0..=46.0).contains(&lat) && (122.0..=154.0).contains(&lon)).then_some(Self { lat, lon })
    }

    /// `36.4, 139.9` as people and command lines write it.
    pub fn parse(text: &str) -> Option<Self> {
        let (lat, lon) = text.split_once(',')?;
        Self::new(lat.trim().parse().ok()?, lon.trim().parse().ok()?)
    }
}

/// Along the great circle, in metres. Within a town that is right to a few metres.
pub fn distance_m(a: LatLon, b: LatLon) -> f64 {
    let (lat_a, lat_b) = (a.lat.to_radians(), b.lat.to_radians());
    let (north, east) = ((lat_b - lat_a) / 2.0, (b.lon - a.lon).to_radians() / 2.0);
    let h = north.sin().powi(2) + lat_a.cos() * lat_b.cos() * east.sin().powi(2);
    2.0 * EARTH_M * h.clamp(0.0, 1.0).sqrt().asin()
}

/// One of the eight directions that people name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bearing {
    North,
    NorthEast,
    East,
    SouthEast,
    South,
    SouthWest,
    West,
    NorthWest,
}

impl Bearing {
    /// Clockwise from north.
    pub const ALL: [Self; 8] = [
        Self::North,
        Self::NorthEast,
        Self::East,
        Self::SouthEast,
        Self::South,
        Self::SouthWest,
        Self::West,
        Self::NorthWest,
    ];

    /// `north-east`: as in JSON and in the names of words on screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::North => "north",
            Self::NorthEast => "north-east",
            Self::East => "east",
            Self::SouthEast => "south-east",
            Self::South => "south",
            Self::SouthWest => "south-west",
            Self::West => "west",
            Self::NorthWest => "north-west",
        }
    }
}

/// In which direction `to` lies, seen from `from`. At the very same point that is north.
pub fn bearing(from: LatLon, to: LatLon) -> Bearing {
    let (lat_a, lat_b, east) = (from.lat.to_radians(), to.lat.to_radians(), (to.lon - from.lon).to_radians());
    let y = east.sin() * lat_b.cos();
    let x = lat_a.cos() * lat_b.sin() - lat_a.sin() * lat_b.cos() * east.cos();
    let degrees = (y.atan2(x).to_degrees() + 360.0) % 360.0;
    let edges = [22.5, 67.5, 112.5, 157.5, 202.5, 247.5, 292.5, 337.5];
    let passed = edges.iter().filter(|edge| degrees >= **edge).count();
    Bearing::ALL.into_iter().cycle().nth(passed).unwrap_or(Bearing::North)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, lon: f64) -> LatLon {
        LatLon::new(lat, lon).unwrap()
    }

    #[test]
    fn distances_are_those_of_the_survey() {
        // Tokyo Station to Shin-Osaka Station and a hundred metres of a parallel, computed with the sphere's formula by hand.
        let (tokyo, osaka) = (at(35.681_236, 139.767_125), at(34.733_465, 135.500_255));
        assert!((distance_m(tokyo, osaka) - 402_500.0).abs() < 2_500.0, "{}", distance_m(tokyo, osaka));
        assert!((distance_m(at(36.0, 140.0), at(36.0009, 140.0)) - 100.08).abs() < 0.1);
        assert!(distance_m(tokyo, tokyo) < f64::EPSILON);
    }

    #[test]
    fn all_eight_directions_are_told() {
        let here = at(36.0, 140.0);
        let step = 0.01;
        let there = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)];
        for (direction, (north, east)) in Bearing::ALL.into_iter().zip(there) {
            let to = at(36.0 + f64::from(north) * step, 140.0 + f64::from(east) * step * 1.236);
            assert_eq!(bearing(here, to), direction);
            assert_eq!(serde_json::to_value(direction).unwrap(), direction.name());
        }
        assert_eq!(bearing(here, at(36.01, 139.9999)), Bearing::North);
    }

    #[test]
    fn what_is_not_in_japan_is_no_place() {
        for (text, there) in [
            ("36.4,139.9", true),
            (" 36.4 , 139.9 ", true),
            ("139.9,36.4", false),
            ("0,0", false),
            ("NaN,139", false),
            ("36.4", false),
        ] {
            assert_eq!(LatLon::parse(text).is_some(), there, "{text}");
        }
    }
}
