//! What a town offers is found by those who type it: in the town of the kiosk, in no other, and nothing made up in a shelter.

#![expect(clippy::panic, reason = "a test may stop where it stands")]

use crate::household::Household;
use engawa::{
    app::Msg,
    config::Mode,
    job::HitKind,
    screens::{Place, Stroke},
    words::Tongue,
};

/// What is found in a kiosk of this town, in the order in which it stands.
fn found(house: &mut Household, town: &str, mode: Mode, words: &str) -> Vec<String> {
    house.model.standing.mode = Mode::Everyday;
    house.tell(Msg::Begin("setup/town".parse().unwrap_or_else(|no| panic!("{no}"))));
    house.press(&format!("town/{town}"));
    house.model.standing.mode = mode;
    house.tell(Msg::Go(Place::Search));
    words.chars().for_each(|sign| house.tell(Msg::Stroke(Stroke::Sign(sign))));
    if house.page().control("search/more").is_some() {
        house.press("search/more");
    }
    let page = house.page();
    page.controls().filter_map(|control| control.id.strip_prefix("hit/").map(str::to_owned)).collect()
}

#[test]
fn what_the_town_of_the_kiosk_offers_is_found_and_that_of_no_other() {
    let mut house = Household::new();
    for (town, words, first) in [
        ("nasukarasuyama", "スマホ教室", "town/nasukarasuyama/class"),
        ("nasukarasuyama", "スマホ教室 那須烏山", "town/nasukarasuyama/class"),
        ("nasukarasuyama", "すまほきょうしつ なすからすやま", "town/nasukarasuyama/class"),
        ("sakura", "スマホ さくら", "town/sakura/class"),
        ("ishioka", "川の カメラ", "town/ishioka/river"),
        ("demo-shi", "スマホ教室", "town/demo-shi/class"),
        // The plan is silent: the page of the town says so, and whom to ask.
        ("mooka", "スマホ教室 真岡", "town/mooka"),
    ] {
        let hits = found(&mut house, town, Mode::Everyday, words);
        assert!(hits.iter().take(3).any(|hit| hit == first), "{town} {words}: {hits:?}");
        let own = format!("town/{town}");
        assert!(hits.iter().all(|hit| !hit.starts_with("town/") || hit.starts_with(&own)), "{town} {words}: {hits:?}");
    }
    let english = found(&mut Household::in_tongue(&Tongue::EN), "nasukarasuyama", Mode::Everyday, "smartphone class");
    assert!(english.iter().any(|hit| hit == "town/nasukarasuyama/class"), "{english:?}");
    for (town, mode) in [("none", Mode::Everyday), ("demo-shi", Mode::Shelter)] {
        let hits = found(&mut house, town, mode, "スマホ教室");
        assert!(hits.iter().all(|hit| !hit.starts_with("town/")), "{town} {mode:?}: {hits:?}");
    }
}

#[test]
fn another_town_takes_the_place_of_the_one_before() {
    let mut house = Household::new();
    for (town, hit) in
        [("nasukarasuyama", Some("nasukarasuyama/class")), ("sakura", Some("sakura/class")), ("none", None)]
    {
        house.tell(Msg::Begin("setup/town".parse().unwrap_or_else(|no| panic!("{no}"))));
        house.press(&format!("town/{town}"));
        let hits = house.kept().search("スマホ教室", &Tongue::JA, 20).unwrap_or_else(|err| panic!("{err}"));
        let offers: Vec<_> =
            hits.iter().filter(|found| found.kind == HitKind::Offer).map(|found| found.id.as_str()).collect();
        assert_eq!(offers.first().copied(), hit, "{town}: {offers:?}");
        assert!(offers.iter().all(|id| id.starts_with(town)), "{town}: {offers:?}");
    }
}
