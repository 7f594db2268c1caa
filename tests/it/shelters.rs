//! How the shelters are: said by staff or by a file, shown with its age, and the nearest open one for what is in force.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::{
    alert::rain,
    danger::{L3, L4, in_mooka, told},
    household::Household,
};
use engawa::{
    app::Msg,
    config::{Change, Mode, Position},
    place::{Open, Room, import},
    screens::{Place, Screen},
    words::Tongue,
};

const SITES: &str = "名称,住所,緯度,経度,災害種別_洪水,災害種別_内水氾濫,災害種別_地震
北公園,真岡市1,36.441,140.011,1,1,1
東小学校,真岡市2,36.445,140.015,1,1,1
西広場,真岡市3,36.4405,140.0105,,,1
";

/// A kiosk in 真岡市 with the town's places, where レベル３大雨警報 is in force.
fn rainy() -> Household {
    let mut house = in_mooka(&Tongue::JA);
    house.bring("避難場所.csv", SITES);
    house.tell(Msg::Go(Place::Home));
    let mut own = house.model.standing.own.clone();
    own.apply(Change::Position(Some(Position { lat: 36.44, lon: 140.01 })));
    house.model.standing.config = house.model.standing.file.with(&own).into();
    house.model.standing.own = own;
    rain_again(&mut house);
    house
}

/// It goes on.
fn rain_again(house: &mut Household) {
    let now = house.model.standing.now.at;
    let issued = now.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(9))).strftime("%Y-%m-%dT%H:%M:%S+09:00");
    told(house, &[rain(&issued.to_string(), &[L3])], &now.to_string());
}

/// Staff say it of the place of this name.
fn say(house: &mut Household, name: &str, presses: &[&str]) {
    house.model.overlay = None;
    house.model.screen = Screen::staff();
    house.press("staff/shelters");
    house.press("kind/emergency-site");
    let page = house.page();
    let row = page.controls().find(|control| control.name.plain() == name).unwrap().id.clone();
    for press in [row.as_str()].iter().chain(presses) {
        house.press(press);
    }
}

fn danger(house: &mut Household) -> String {
    house.tell(Msg::Go(Place::Danger));
    house.text()
}

#[test]
fn the_nearest_open_place_for_what_is_in_force_is_told_with_its_age() {
    let mut house = rainy();
    assert!(danger(&mut house).contains("まだ わかりません。市に 確認"), "{}", house.text());
    say(&mut house, "西広場", &["tell/open"]);
    assert!(danger(&mut house).contains("まだ わかりません。市に 確認"), "not designated for this");

    say(&mut house, "東小学校", &["tell/open"]);
    assert!(house.text().contains("開いて いました"), "the list says so at once: {}", house.text());
    assert!(house.model.screen.back().is_none());
    let text = danger(&mut house);
    for part in ["東小学校", "開いて いました", "いま 開いて いるか：不明", "職員が 入れました"]
    {
        assert!(text.contains(part), "{part} in:\n{text}");
    }
    say(&mut house, "北公園", &["people/more", "people/one", "tell/nearly"]);
    let text = danger(&mut house);
    for part in ["北公園", "満員に 近く なって いました", "11人が いました"] {
        assert!(text.contains(part), "{part} in:\n{text}");
    }
    assert!(!text.contains("東小学校") && !text.contains("安全"), "{text}");
    let event = house.kept().ledger_after(0).unwrap().last().unwrap().value.get("event").unwrap().clone();
    assert_eq!(
        (event["what"].as_str(), event["room"].as_str(), event["people"].as_u64()),
        (Some("shelter-told"), Some("nearly"), Some(11))
    );

    say(&mut house, "北公園", &["tell/full"]);
    assert!(danger(&mut house).contains("東小学校"), "who is full is not sent more people");
    say(&mut house, "東小学校", &["tell/closed"]);
    assert!(danger(&mut house).contains("市に 確認"), "{}", house.text());
}

#[test]
fn what_was_said_a_day_ago_is_not_known_any_more() {
    let mut house = rainy();
    say(&mut house, "北公園", &["tell/open"]);
    assert!(danger(&mut house).contains("北公園"));
    house.wait(25 * 3600);
    rain_again(&mut house);
    let text = danger(&mut house);
    assert!(!text.contains("北公園") && text.contains("市に 確認"), "{text}");
}

#[test]
fn a_file_says_the_same_and_the_newest_counts() {
    let mut house = rainy();
    let now = house.model.standing.now.jst();
    let at = |text: &str| format!("名称,開設状況,人数,時点\n北公園,{text},{}\n", now.strftime("80,%Y-%m-%dT%H:%M"));
    house.bring("開設状況.csv", &at("開設"));
    let text = danger(&mut house);
    assert!(text.contains("北公園") && text.contains("80人が いました"), "{text}");
    house.wait(600);
    say(&mut house, "北公園", &["tell/full"]);
    assert!(!danger(&mut house).contains("80人"), "{}", house.text());
}

#[test]
fn words_of_opening_are_read_as_they_are() {
    for (text, open, room) in [
        ("開設", Open::Open, Room::Unknown),
        ("開設（満員）", Open::Open, Room::Full),
        ("満員", Open::Open, Room::Full),
        ("やや混雑", Open::Open, Room::Nearly),
        ("常設", Open::Open, Room::Unknown),
        ("閉鎖", Open::Closed, Room::Unknown),
        ("未開設", Open::Closed, Room::Unknown),
        ("不明", Open::Unknown, Room::Unknown),
    ] {
        let table = format!("避難所名,開設状況,人数,時点\n北公民館,{text},3,2026-11-21T10:00\n");
        let status = import("開設.csv", table.as_bytes(), None, None).unwrap().places[0].status.clone().unwrap();
        assert_eq!((status.open, status.room), (open, room), "{text}");
    }
}

#[test]
fn nobody_says_anything_of_samples_or_by_a_clock_that_is_not_believed() {
    let mut house = Household::new();
    house.model.screen = Screen::staff();
    house.press("staff/shelters");
    assert!(house.text().contains("町の データが まだ ありません"), "{}", house.text());
    let mut house = rainy();
    house.model.standing.now.trusted = false;
    house.model.screen = Screen::staff();
    house.press("staff/shelters");
    assert!(house.text().contains("時計を 確かめてから"), "{}", house.text());
    let four = rain("2026-11-21T10:00:00+09:00", &[L4]);
    told(&mut house, &[four], "2026-11-21T01:05:00Z");
}

/// 避難所 of the town, one of them this one.
const SHELTERS: &str = "名称,住所,緯度,経度
中央小学校,真岡市1,36.4401,140.0101
東中学校,真岡市2,36.445,140.015
西公民館,真岡市3,36.46,140.03
";

/// A kiosk in 中央小学校, which is a shelter.
fn shelter() -> Household {
    let mut house = in_mooka(&Tongue::JA);
    house.bring("避難所.csv", SHELTERS);
    let mut own = house.model.standing.own.clone();
    own.apply(Change::Position(Some(Position { lat: 36.44, lon: 140.01 })));
    own.apply(Change::Place(Some("中央《ちゅうおう》小学校《しょうがっこう》".to_owned())));
    house.model.standing.config = house.model.standing.file.with(&own).into();
    house.model.standing.own = own;
    house.model.standing.mode = Mode::Shelter;
    house
}

fn home(house: &mut Household) -> String {
    house.tell(Msg::Home);
    house.text()
}

/// A table as offices keep it (EEI): no time of the whole, but since when each was open or closed.
fn eei(house: &mut Household, rows: &str) {
    house.bring("開設状況.csv", &format!("名称,開設状況,避難者数,開設日時,閉鎖日時,更新日時\n{rows}"));
}

#[test]
fn the_first_page_of_a_shelter_says_how_it_is_and_where_else_there_was_room() {
    let mut house = shelter();
    let text = home(&mut house);
    assert!(!text.contains("この 避難所：") && !text.contains("ほかの 避難所"), "nobody said anything: {text}");
    eei(&mut house, "中央小学校,開設,120,2026/11/21 6:30,,2026/11/21 10:00\n");
    let text = home(&mut house);
    for part in ["この 避難所：", "午前6時30分から 開いて いました", "120人が いました"] {
        assert!(text.contains(part), "{part} in:\n{text}");
    }
    assert!(!text.contains("ほかの 避難所") && !text.contains("安全"), "{text}");
    eei(
        &mut house,
        "中央小学校,開設,120,2026/11/21 6:30,,2026/11/21 10:00\n東中学校,開設,満員,2026/11/21 7:00,,2026/11/21 10:00\n\
         西公民館,開設,30,2026/11/21 7:00,,2026/11/21 10:00\n",
    );
    let text = home(&mut house);
    assert!(text.contains("ほかの 避難所：西公民館"), "who is full is not sent more people: {text}");
    let at = |part: &str| text.find(part).unwrap();
    assert!(at("いま あぶないか") < at("西公民館"), "the six questions come first: {text}");

    // Full: that is said first, and where else there was room beside it.
    house.wait(240);
    let now = house.model.standing.now.jst().strftime("%Y/%m/%d %H:%M").to_string();
    eei(&mut house, &format!("中央小学校,満員,200,2026/11/21 6:30,,{now}\n西公民館,開設,30,2026/11/21 7:00,,{now}\n"));
    let text = home(&mut house);
    let at = |part: &str| text.find(part).unwrap();
    assert!(at("満員でした") < at("いま あぶないか") && text.contains("西公民館"), "{text}");
    house.press("home/other-shelter");
    assert!(house.text().contains("西公民館"), "{}", house.text());
}

#[test]
fn the_first_page_learns_by_itself_and_forgets_what_is_old() {
    let mut house = shelter();
    home(&mut house);
    eei(&mut house, "中央小学校,開設,120,,,2026/11/21 10:00\n");
    house.wait(120);
    assert!(house.text().contains("120人が いました"), "nobody pressed anything: {}", house.text());
    house.model.standing.now.trusted = false;
    assert!(!house.text().contains("この 避難所："), "how old it is nobody knows");
    house.model.standing.now.trusted = true;
    house.wait(25 * 3600);
    assert!(!house.text().contains("この 避難所："), "{}", house.text());
    let mut house = shelter();
    house.model.standing.mode = Mode::Everyday;
    eei(&mut house, "中央小学校,開設,120,,,2026/11/21 10:00\n");
    assert!(!home(&mut house).contains("この 避難所："), "not a shelter today");
}

#[test]
fn times_of_opening_and_closing_are_read_as_they_are_written() {
    for (columns, row, open, since) in [
        ("開設状況,開設日時,閉鎖日時", "開設,令和6年9月2日午後6時,", Open::Open, "2024-09-02T18:00"),
        (
            "開設状況,開設日時,閉鎖日時",
            "閉鎖,2024-09-02T18:00:00,2024-09-03T09:05:00",
            Open::Closed,
            "2024-09-03T09:05",
        ),
        ("開設状況,開設日時,閉鎖日時", "不明,2024/9/2 18:00,", Open::Unknown, ""),
        ("人数,開設日時,閉鎖日時", "3,2024/9/2 18:00,", Open::Open, "2024-09-02T18:00"),
        ("人数,開設日時,閉鎖日時", "0,2024/9/2 18:00,2024/9/3 9:05", Open::Closed, "2024-09-03T09:05"),
        ("人数,開設日時,閉鎖日時", "0,2024/9/4 18:00,2024/9/3 9:05", Open::Open, "2024-09-04T18:00"),
        ("開設状況,開設日時", "開設,未定", Open::Open, ""),
        ("開設状況,開設日時", "開設,－", Open::Open, ""),
    ] {
        let table = format!("避難所名,{columns},時点\n北公民館,{row},2024-09-05T10:00\n");
        let status = import("開設.csv", table.as_bytes(), None, None).unwrap().places[0].status.clone().unwrap();
        assert_eq!((status.open, status.since.as_str()), (open, since), "{row}");
    }
}
