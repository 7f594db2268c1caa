//! The screens about places in their moods, with names as long as towns really have them.

use super::{Sample, plain};
use crate::{
    config::Mode,
    job::{Near, Nearby, Origin, SAMPLE, Spot, Stock, Wanted, Way},
    place::{Bearing, Detail, Hazard, Kind, Open, Place, Room, Status},
    screens::{Loaded, Screen, near, places, shelters, spot},
    words::Line,
};
use std::sync::Arc;

pub(super) fn all() -> Vec<Sample> {
    let mut out = kinds();
    out.extend(lists());
    out.extend(spots());
    out
}

const fn in_shelter(name: &'static str, screen: Screen) -> Sample {
    Sample { name, mode: Mode::Shelter, screen, overlay: None }
}

fn kinds() -> Vec<Sample> {
    let places = |stocks| Screen::Places(places::State { stocks });
    let stock = |kinds: &[Kind], origin| {
        Loaded::Ready(kinds.iter().map(|kind| Stock { kind: *kind, count: 1_204, origin }).collect())
    };
    let few = &[Kind::EmergencySite, Kind::Aed];
    vec![
        plain("places-empty", places(Loaded::Ready(vec![]))),
        plain("places-waiting", places(Loaded::Waiting)),
        plain("places-gone", places(Loaded::Gone)),
        plain("places-few", places(stock(few, Origin::Town))),
        plain("places-longest", places(stock(&Kind::ALL, Origin::Sample))),
        in_shelter("places-shelter", places(stock(&Kind::ALL, Origin::Sample))),
    ]
}

fn lists() -> Vec<Sample> {
    let list =
        |kind, hazard, found| Screen::Near(near::State { kind, hazard, shown: near::Shown::List, from: None, found });
    let choosing = near::State {
        kind: Kind::EmergencySite,
        hazard: Some(Hazard::Flood),
        shown: near::Shown::Hazards,
        from: None,
        found: Loaded::Waiting,
    };
    let of = |kind, near: Vec<Near>, from| {
        let wanted = Wanted { kind: Some(kind), hazard: None, from, limit: 24 };
        Loaded::Ready(Arc::new(Nearby { wanted, all: near.len() + 1_180, found: near }))
    };
    let some = |kind, origin| of(kind, (0..3).map(|n| near(kind, n, origin)).collect(), None);
    let many: Vec<Near> = (0..24).map(|n| near(Kind::EmergencySite, n, Origin::Sample)).collect();
    vec![
        plain("near-empty", list(Kind::Care, None, of(Kind::Care, vec![], None))),
        plain("near-waiting", list(Kind::Toilet, None, Loaded::Waiting)),
        plain("near-gone", list(Kind::Wifi, None, Loaded::Gone)),
        plain("near-hazards", Screen::Near(choosing)),
        plain("near-shelter", list(Kind::Shelter, None, some(Kind::Shelter, Origin::Town))),
        plain(
            "near-longest",
            list(Kind::EmergencySite, Some(Hazard::InlandFlood), of(Kind::EmergencySite, many, None)),
        ),
        in_shelter("near-refused", list(Kind::Aed, None, some(Kind::Aed, Origin::Sample))),
    ]
}

/// How the shelters are, for staff.
pub(super) fn shelters() -> Vec<Sample> {
    let wanted = Wanted { kind: Some(Kind::Shelter), hazard: None, from: None, limit: 24 };
    let found: Vec<Near> = (0..3).map(|n| near(Kind::Shelter, n, Origin::Town)).collect();
    let some = Loaded::Ready(Arc::new(Nearby { wanted, all: found.len(), found }));
    let none = Loaded::Ready(Arc::new(Nearby { wanted, all: 0, found: vec![] }));
    let state = |found, chosen: Option<&str>| {
        let (chosen, people) = (chosen.map(Into::into), chosen.map(|_| 120));
        Screen::Shelters(shelters::State { kind: Kind::Shelter, from: None, found, chosen, people })
    };
    vec![
        plain("shelters-waiting", state(Loaded::Waiting, None)),
        plain("shelters-gone", state(Loaded::Gone, None)),
        plain("shelters-empty", state(none, None)),
        plain("shelters", state(some.clone(), None)),
        plain("shelters-longest", state(some, Some("shelter/1"))),
    ]
}

fn spots() -> Vec<Sample> {
    let spot = |near| Screen::Spot(spot::State { id: "longest".into(), from: None, near });
    vec![
        plain("spot-waiting", spot(Loaded::Waiting)),
        plain("spot-gone", spot(Loaded::Gone)),
        plain("spot-shelter", spot(Loaded::Ready(near(Kind::Shelter, 0, Origin::Town)))),
        plain("spot-longest", spot(Loaded::Ready(near(Kind::EmergencySite, 1, Origin::Sample)))),
        in_shelter("spot-refused", spot(Loaded::Ready(near(Kind::EmergencySite, 0, Origin::Sample)))),
    ]
}

/// Every second one in another direction, unread, and far away.
pub(in crate::screens) fn near(kind: Kind, number: u8, origin: Origin) -> Near {
    let odd = number % 2 == 1;
    let name = "県立総合防災教育研究中央体育館・若葉台コミュニティセンター（旧東小学校跡地）";
    let name = if odd { Line::verbatim(name) } else { Line::parse("中央公園《ちゅうおうこうえん》") };
    let place = Place { id: format!("{}/{number}", kind.name()), name: name.plain(), ..long(kind) };
    let kana = "けんりつそうごうぼうさいきょういくけんきゅうちゅうおうたいいくかん".to_owned();
    let source = if origin == Origin::Sample { SAMPLE } else { "222127_evacuation_space.csv" };
    let (status_from, taken) = (Some("opening.csv".into()), Some(jiff::Timestamp::UNIX_EPOCH));
    let spot = Spot { place, name, kana, lines: [].into(), source: source.into(), status_from, taken };
    let bearing = if odd { Bearing::SouthEast } else { Bearing::NorthEast };
    let distance = if odd { 12_340.0 } else { 350.0 };
    Near { spot: Arc::new(spot), way: Some(Way { distance, bearing }) }
}

fn long(kind: Kind) -> Place {
    let detail = |label: &str, text: &str| Detail { label: label.to_owned(), text: text.to_owned() };
    Place {
        id: String::new(),
        kind,
        name: String::new(),
        kana: String::new(),
        number: String::new(),
        name_en: String::new(),
        address: "見本県でもし大字若葉台字東山1234番地の56 若葉台総合庁舎".to_owned(),
        building: "第2体育館 地下1階".to_owned(),
        inside: "２階 正面入口 エレベーターの となり".to_owned(),
        at: None,
        altitude_m: Some(12.5),
        town: "000001".to_owned(),
        town_name: "見本県もし市".to_owned(),
        hazards: [Hazard::Flood, Hazard::Earthquake, Hazard::Fire].into(),
        not_for: [Hazard::Tsunami, Hazard::StormSurge, Hazard::Volcano].into(),
        partly: [(Hazard::Landslide, "△ 2階より 上だけ".to_owned())].into(),
        also_other: true,
        capacity: Some(12_340),
        for_whom: "若葉台一丁目から五丁目の 町会".to_owned(),
        phone: "000-000-0000".to_owned(),
        hours: "【開館時間】9:00～21:30 【休館日】12月29日から翌年１月３日まで".to_owned(),
        url: "https://www.example.jp/".to_owned(),
        details: vec![
            detail("行き方", "入口から 右へ 10歩。信号を わたって まっすぐ 200歩。赤い 屋根の 建物です。"),
            detail("車椅子使用者用トイレ有無", "有"),
        ],
        notes: vec!["屋内480人／屋外3,350人(面積の1/2)".to_owned()],
        status: Some(Status {
            open: Open::Open,
            people: Some(120),
            as_of: "2024-01-09T18:00".to_owned(),
            text: "開設中".to_owned(),
            room: Room::Nearly,
            since: "2026-11-21T06:30".to_owned(),
        }),
        row: 2,
    }
}
