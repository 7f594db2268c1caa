//! Places as they are kept, found and shown: what is near, in which order, for which hazard, and what never mixes with what.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::store::clock;
use engawa::{
    content::NoReadings,
    job::{HitKind, Near, Nearby, Origin, SAMPLE, Wanted},
    place::{Bearing, Hazard, Kind, LatLon, Place},
    store::{PlaceFile, Store, StoreError},
    words::Tongue,
};
use std::collections::BTreeSet;

/// Where the kiosk of these tests stands.
fn here() -> LatLon {
    LatLon::new(36.0, 140.0).unwrap()
}

/// A place so many metres north and east of here; `None` where the data give no position.
pub(crate) fn place(id: &str, kind: Kind, name: &str, offset: Option<(f64, f64)>) -> Place {
    let degree = 111_195.0;
    let at = offset.map(|(north, east)| {
        let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
        let east = east / (degree * 36_f64.to_radians().cos());
        LatLon::new(round(36.0 + north / degree), round(140.0 + east)).unwrap()
    });
    Place {
        id: format!("{}/{id}", kind.name()),
        kind,
        name: name.to_owned(),
        kana: String::new(),
        number: String::new(),
        name_en: String::new(),
        address: "見本県でもし本町1-1".to_owned(),
        building: String::new(),
        inside: String::new(),
        at,
        altitude_m: None,
        town: String::new(),
        town_name: String::new(),
        hazards: BTreeSet::new(),
        not_for: BTreeSet::new(),
        partly: std::collections::BTreeMap::new(),
        also_other: false,
        capacity: None,
        for_whom: String::new(),
        phone: String::new(),
        hours: String::new(),
        url: String::new(),
        details: vec![],
        notes: vec![],
        status: None,
        row: 2,
    }
}

fn with_kana(place: Place, kana: &str) -> Place {
    Place { kana: kana.to_owned(), ..place }
}

fn for_hazards(place: Place, hazards: &[Hazard]) -> Place {
    Place { hazards: hazards.iter().copied().collect(), ..place }
}

fn town() -> Vec<Place> {
    use Kind::{Aed, EmergencySite, Shelter, Toilet};
    let far = |id, kind, name, kana, north, east| with_kana(place(id, kind, name, Some((north, east))), kana);
    vec![
        for_hazards(far("1", EmergencySite, "中央公園", "チュウオウコウエン", 0.0, 300.0), &[Hazard::Earthquake]),
        for_hazards(
            far("2", EmergencySite, "東山広場", "ヒガシヤマヒロバ", 2_000.0, 2_000.0),
            &[Hazard::Flood, Hazard::Earthquake],
        ),
        for_hazards(far("3", EmergencySite, "南の丘", "ミナミノオカ", -900.0, 0.0), &[Hazard::Flood]),
        far("1", Shelter, "東小学校", "ヒガシショウガッコウ", 100.0, 100.0),
        far("1", Aed, "市役所", "シヤクショ", 0.0, -50.0),
        far("1", Toilet, "駅前のトイレ", "エキマエノトイレ", 60_000.0, 0.0),
        with_kana(place("2", Toilet, "公園のトイレ", None), "コウエンノトイレ"),
    ]
}

pub(crate) fn file<'a>(source: &'a str, places: &'a [Place]) -> PlaceFile<'a> {
    PlaceFile { source, made_from: source.as_bytes(), places, read: None }
}

fn store() -> Store {
    let mut store = Store::in_memory(clock()).unwrap();
    store.put_places(&file("town.csv", &town()), &NoReadings).unwrap();
    store
}

fn near(store: &Store, wanted: Wanted) -> Nearby {
    store.near(&wanted).unwrap()
}

fn ids(found: &Nearby) -> Vec<&str> {
    found.found.iter().map(|near| near.spot.place.id.as_str()).collect()
}

fn all(kind: Option<Kind>, hazard: Option<Hazard>) -> Wanted {
    Wanted { kind, hazard, from: Some(here()), limit: 10 }
}

#[test]
fn the_nearest_come_first_and_what_has_no_position_last() {
    let store = store();
    let wanted =
        ["aed/1", "shelter/1", "emergency-site/1", "emergency-site/3", "emergency-site/2", "toilet/1", "toilet/2"];
    assert_eq!(ids(&near(&store, all(None, None))), wanted);
    for limit in 0..wanted.len() {
        let found = near(&store, Wanted { limit, ..all(None, None) });
        assert_eq!((ids(&found).as_slice(), found.all), (&wanted[..limit], wanted.len()));
    }
    for (kind, hazard, wanted) in [
        (Some(Kind::Toilet), None, &["toilet/1", "toilet/2"][..]),
        (Some(Kind::EmergencySite), Some(Hazard::Flood), &["emergency-site/3", "emergency-site/2"]),
        (None, Some(Hazard::Earthquake), &["emergency-site/1", "emergency-site/2"]),
        (Some(Kind::EmergencySite), Some(Hazard::Tsunami), &[]),
        (Some(Kind::Shelter), Some(Hazard::Flood), &[]),
        (Some(Kind::Water), None, &[]),
    ] {
        assert_eq!(ids(&near(&store, all(kind, hazard))), wanted, "{kind:?} {hazard:?}");
    }
}

#[test]
fn every_place_says_which_way_and_how_far() {
    let store = store();
    for (id, distance, bearing) in [
        ("aed/1", 50.0, Bearing::West),
        ("shelter/1", 141.0, Bearing::NorthEast),
        ("emergency-site/1", 300.0, Bearing::East),
        ("emergency-site/3", 900.0, Bearing::South),
        ("emergency-site/2", 2_828.0, Bearing::NorthEast),
        ("toilet/1", 60_000.0, Bearing::North),
    ] {
        let way = store.spot(id, Some(here())).unwrap().unwrap().way.unwrap();
        assert!((way.distance - distance).abs() < distance / 200.0 && way.bearing == bearing, "{id}: {way:?}");
    }
    assert_eq!(store.spot("toilet/2", Some(here())).unwrap().unwrap().way, None);
    assert_eq!(store.spot("aed/1", None).unwrap().unwrap().way, None);
    assert_eq!(store.spot("aed/9", None).unwrap(), None);
}

#[test]
fn without_a_position_they_come_by_name() {
    let store = store();
    let found = near(&store, Wanted { kind: Some(Kind::EmergencySite), from: None, ..all(None, None) });
    assert_eq!(ids(&found), ["emergency-site/1", "emergency-site/2", "emergency-site/3"]);
    let names: Vec<String> = found.found.iter().map(|near| near.spot.name.notation()).collect();
    assert_eq!(
        names,
        ["｜中央公園《ちゅうおうこうえん》", "｜東山広場《ひがしやまひろば》", "｜南《みなみ》の｜丘《おか》"]
    );
}

/// Against the slow way: every distance measured, all of them sorted.
#[test]
fn the_index_finds_what_measuring_everything_finds() {
    let mut seed = 7_u64;
    let mut dice = |most: f64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        #[expect(clippy::cast_precision_loss, reason = "dice")]
        let part = (seed >> 33) as f64 / f64::from(u32::MAX >> 1);
        (part - 0.5) * most
    };
    let places: Vec<Place> = (0..600)
        .map(|n| {
            let reach = if n % 10 == 0 { 400_000.0 } else { 8_000.0 };
            let kind = Kind::ALL[n % Kind::ALL.len()];
            let place = place(&n.to_string(), kind, "所", Some((dice(reach), dice(reach))));
            for_hazards(place, if n % 3 == 0 { &[Hazard::Flood] } else { &[] })
        })
        .collect();
    let mut store = Store::in_memory(clock()).unwrap();
    store.put_places(&file("many.csv", &places), &NoReadings).unwrap();
    for (kind, hazard) in [(None, None), (Some(Kind::Aed), None), (Some(Kind::Water), Some(Hazard::Flood))] {
        for from in [here(), LatLon::new(36.03, 140.05).unwrap(), LatLon::new(43.06, 141.35).unwrap()] {
            let is_wanted = |place: &&Place| {
                kind.is_none_or(|kind| place.kind == kind)
                    && hazard.is_none_or(|hazard| place.hazards.contains(&hazard))
            };
            let mut slow: Vec<_> = places.iter().filter(is_wanted).collect();
            slow.sort_by(|a, b| {
                let far = |place: &Place| engawa::place::distance_m(from, place.at.unwrap());
                far(a).total_cmp(&far(b))
            });
            let slow: Vec<&str> = slow.iter().take(25).map(|place| place.id.as_str()).collect();
            let found = near(&store, Wanted { kind, hazard, from: Some(from), limit: 25 });
            assert_eq!(ids(&found), slow, "{kind:?} {hazard:?} {from:?}");
        }
    }
}

#[test]
fn a_file_takes_the_place_of_the_one_before_whole_or_not_at_all() {
    let home = tempfile::tempdir().unwrap();
    let (mut store, troubles) = Store::open(home.path(), clock()).unwrap();
    assert_eq!(troubles, []);
    let count = |store: &Store| store.near(&Wanted { limit: 99, ..Wanted::default() }).unwrap().all;
    store.put_places(&file("town.csv", &town()), &NoReadings).unwrap();
    store.put_places(&file("more.csv", &[place("7", Kind::Water, "井戸", None)]), &NoReadings).unwrap();
    assert_eq!(count(&store), 8);
    assert!(matches!(store.put_places(&file("town.csv", &[]), &NoReadings), Err(StoreError::NoPlaces(_))));
    assert_eq!(count(&store), 8, "an empty file takes nothing away");
    store.put_places(&file("town.csv", &town()[..2]), &NoReadings).unwrap();
    assert_eq!(count(&store), 3);
    // The same place in younger data: known once.
    let moved = with_kana(place("7", Kind::Water, "新しい井戸", None), "アタラシイイド");
    store.put_places(&file("newer.csv", &[moved]), &NoReadings).unwrap();
    assert_eq!(count(&store), 3);
    assert_eq!(store.spot("water/7", None).unwrap().unwrap().spot.source, "newer.csv");
    drop(store);
    let (mut store, _) = Store::open(home.path(), clock()).unwrap();
    assert_eq!(count(&store), 3, "kept over a restart");
    assert_eq!(store.place_sources().unwrap(), ["more.csv", "newer.csv", "town.csv"]);
    store.forget_places("town.csv").unwrap();
    assert_eq!(count(&store), 1);
    assert!(store.search("ひがしやま", &Tongue::JA, 9).unwrap().is_empty(), "and not found any more");
}

#[test]
fn samples_make_way_for_a_town_and_never_the_other_way_round() {
    let mut store = Store::in_memory(clock()).unwrap();
    let sample = [place("s", Kind::Toilet, "見本のトイレ", None)];
    store.put_places(&file(SAMPLE, &sample), &NoReadings).unwrap();
    assert_eq!(store.stocks().unwrap()[0].origin, Origin::Sample);
    assert!(store.has_places(SAMPLE, SAMPLE.as_bytes()).unwrap() && !store.has_places(SAMPLE, b"other").unwrap());
    store.put_places(&file("town.csv", &town()), &NoReadings).unwrap();
    assert_eq!(store.place_sources().unwrap(), ["town.csv"]);
    store.put_places(&file(SAMPLE, &sample), &NoReadings).unwrap();
    assert_eq!(store.place_sources().unwrap(), ["town.csv"]);
    let stocks = store.stocks().unwrap();
    assert!(stocks.iter().all(|stock| stock.origin == Origin::Town));
    let counts: Vec<_> = stocks.iter().map(|stock| (stock.kind, stock.count)).collect();
    assert_eq!(counts, [(Kind::EmergencySite, 3), (Kind::Shelter, 1), (Kind::Aed, 1), (Kind::Toilet, 2)]);
}

#[test]
fn places_are_found_by_name_reading_address_and_kind() {
    let store = store();
    for (typed, wanted) in [
        ("中央公園", vec!["emergency-site/1"]),
        ("ちゅうおう", vec!["emergency-site/1"]),
        ("ひがし", vec!["shelter/1", "emergency-site/2"]),
        ("東", vec!["shelter/1", "emergency-site/2"]),
        ("おてあらい", vec!["toilet/1", "toilet/2"]),
        ("エーイーディー", vec!["aed/1"]),
        ("aed", vec!["aed/1"]),
        ("本町 トイレ", vec!["toilet/1", "toilet/2"]),
        ("火山", vec![]),
        ("\"*():^-", vec![]),
    ] {
        let hits = store.search(typed, &Tongue::JA, 10).unwrap();
        let mut found: Vec<&str> = hits.iter().map(|hit| hit.id.as_str()).collect();
        let mut wanted = wanted;
        found.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{typed}");
        assert!(hits.iter().all(|hit| hit.kind == HitKind::Place(Origin::Town) && !hit.snippet.is_empty()));
        assert!(hits.is_sorted_by(|a, b| a.score >= b.score), "{typed}");
    }
}

#[test]
fn guides_and_places_leave_each_other_room() {
    let mut store = Store::in_memory(clock()).unwrap();
    store.show_instead(&crate::screens::PACK).unwrap();
    let many: Vec<Place> =
        (0..300).map(|n| with_kana(place(&n.to_string(), Kind::Shelter, "避難所", None), "ヒナンジョ")).collect();
    store.put_places(&file("many.csv", &many), &NoReadings).unwrap();
    let hits = store.search("避難所", &Tongue::JA, 12).unwrap();
    let places = hits.iter().filter(|hit| matches!(hit.kind, HitKind::Place(_))).count();
    assert!(hits.len() == 12 && (4..=8).contains(&places), "{places} of {}", hits.len());
    assert!(matches!(hits[0].kind, HitKind::Told(_)), "what is called so comes before where it is");
}

#[test]
fn damaged_places_are_set_aside_and_what_can_be_read_is_kept() {
    const PAGE: usize = 4096;
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("places.db");
    let (mut store, _) = Store::open(home.path(), clock()).unwrap();
    let many: Vec<Place> = (0..60).map(|n| place(&n.to_string(), Kind::Shelter, "避難所", None)).collect();
    store.put_places(&file("town.csv", &many), &NoReadings).unwrap();
    drop(store);
    let sound = std::fs::read(&path).unwrap();
    let mut all_kept = 0;
    for page in 0..sound.len() / PAGE {
        let mut bytes = sound.clone();
        bytes[page * PAGE..(page + 1) * PAGE].fill(0xa5);
        std::fs::write(&path, &bytes).unwrap();
        let (mut store, mut troubles) = Store::open(home.path(), clock()).unwrap();
        troubles.extend(store.check().unwrap());
        let kept = store.near(&Wanted { limit: 1, ..Wanted::default() }).unwrap().all;
        all_kept += usize::from(kept == many.len() && !troubles.is_empty());
        assert!(kept == many.len() || !troubles.is_empty(), "page {page}: {kept} left, and nobody is told");
        store.put_places(&file("town.csv", &many), &NoReadings).unwrap();
        assert_eq!(store.check().unwrap(), [], "page {page}");
        drop(store);
        for file in std::fs::read_dir(home.path()).unwrap().map(|file| file.unwrap().path()) {
            if file.file_name().unwrap().to_string_lossy().starts_with("places.db") {
                std::fs::remove_file(file).unwrap();
            }
        }
    }
    assert!(all_kept > 5, "what the index lost is made again from the places: {all_kept}");
}

#[test]
fn what_is_kept_is_what_came() {
    let store = store();
    for place in town() {
        let Near { spot, .. } = store.spot(&place.id, None).unwrap().unwrap();
        assert_eq!(spot.place, place);
        assert_eq!((spot.source.as_str(), spot.origin(), spot.taken.is_some()), ("town.csv", Origin::Town, true));
    }
}
