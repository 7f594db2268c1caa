//! The places of the fictional town `demo-shi`: a town's open data as towns really write it, so that a kiosk that no town has filled yet
//! shows what it will be like. Whoever shows them marks them.

use super::{LatLon, Place, import};

/// Where the kiosk of the fictional town stands; nobody lives there.
pub const SAMPLE_HERE: LatLon = LatLon { lat: 36.98, lon: 139.46 };

/// Name and text of each file.
const FILES: [(&str, &[u8]); 8] = [
    ("evacuation_space.csv", include_bytes!("../../kiosk-config/demo-shi/evacuation_space.csv")),
    ("shelter.csv", include_bytes!("../../kiosk-config/demo-shi/shelter.csv")),
    ("aed.csv", include_bytes!("../../kiosk-config/demo-shi/aed.csv")),
    ("public_wireless_lan.csv", include_bytes!("../../kiosk-config/demo-shi/public_wireless_lan.csv")),
    ("public_toilet.csv", include_bytes!("../../kiosk-config/demo-shi/public_toilet.csv")),
    ("hospital.csv", include_bytes!("../../kiosk-config/demo-shi/hospital.csv")),
    ("public_facility.csv", include_bytes!("../../kiosk-config/demo-shi/public_facility.csv")),
    ("drinking_water.csv", include_bytes!("../../kiosk-config/demo-shi/drinking_water.csv")),
];

/// Everything that [`sample`] is made of.
pub fn sample_bytes() -> Vec<u8> {
    FILES.iter().flat_map(|(_, bytes)| bytes.iter().copied()).collect()
}

/// All places of the fictional town. A file that could not be read would be left out; a test holds that none is.
pub fn sample() -> Vec<Place> {
    let read = |(name, bytes): &(&str, &[u8])| import(name, bytes, None, None).ok().map(|import| import.places);
    FILES.iter().filter_map(read).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::{
        Kind::{Aed, EmergencySite, Facility, Medical, Shelter, Toilet, Water, Wifi},
        distance_m,
    };

    #[test]
    fn every_row_of_the_fictional_town_is_a_place_and_nothing_had_to_be_mended() {
        let mut kinds = vec![];
        for (name, bytes) in FILES {
            let import = import(name, bytes, None, None).unwrap();
            assert_eq!((import.taken, import.refused.len(), &import.unused), (8, 0, &vec![]), "{name}");
            assert!(import.repaired.is_empty(), "{name}: {:?}", import.repaired);
            kinds.push(import.kind);
        }
        assert_eq!(kinds, [EmergencySite, Shelter, Aed, Wifi, Toilet, Medical, Facility, Water]);
    }

    #[test]
    fn the_fictional_town_is_a_town_one_can_walk_through() {
        let all = sample();
        assert_eq!(all.len(), 64);
        for place in &all {
            let far = distance_m(SAMPLE_HERE, place.at.unwrap());
            assert!(far < 3_000.0 && !place.kana.is_empty(), "{place:?}");
            assert!(place.phone.is_empty() || place.phone == "000-000-0000", "{}", place.phone);
        }
        assert!(all.iter().any(|place| place.details.iter().any(|detail| detail.label == "行き方")));
    }
}
