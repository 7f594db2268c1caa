//! A volunteer's half hour: a notice in at most eight presses, electricity in two, what hangs for everybody, the number on paper, an empty hall.

use crate::household::Household;
use engawa::{
    app::Msg,
    config::Mode,
    job::Report,
    screens::{Overlay, Place, Screen},
};

/// In a shelter at five past ten, with staff behind the door.
fn shelter() -> Household {
    let mut house = Household::new();
    house.tell(Msg::Report(Report::Mode(Mode::Shelter)));
    house.tell(Msg::Report(Report::Board));
    house
}

/// Presses from the page of staff on; how many they were.
fn staff(house: &mut Household, presses: &[&str]) -> usize {
    house.model.overlay = None;
    house.model.screen = Screen::staff();
    for id in presses {
        house.press(id);
    }
    presses.len()
}

const MEAL: [&str; 6] = ["staff/post", "what/meal", "where/gym", "when/2026-11-21-1200", "until/end", "post/put"];

#[test]
fn a_notice_is_out_in_eight_presses_and_hangs_in_every_tongue() {
    let mut house = shelter();
    assert!(staff(&mut house, &MEAL) <= 8);
    assert!(house.text().contains("出しました"), "{}", house.text());
    house.tell(Msg::Go(Place::Board));
    let text = house.text();
    for part in ["【新しい】炊き出し", "きょう", "午後0時", "体育館", "きょうの あさから かわった こと"]
    {
        assert!(text.contains(part), "{part} in:\n{text}");
    }
    house.tell(Msg::Go(Place::Language));
    house.press("tongue/en");
    house.tell(Msg::Go(Place::Board));
    assert!(house.text().contains("Hot meals") && house.text().contains("the gym"), "{}", house.text());
    // The one that stands, taken down and brought back.
    let id = house.page().controls().find(|control| control.id.starts_with("notice/")).unwrap().id.clone();
    let row = id.replace("notice/", "hangs/");
    staff(&mut house, &["staff/standing", &row, "post/down"]);
    house.tell(Msg::Go(Place::Board));
    assert!(house.page().control(&id).is_none());
    staff(&mut house, &["staff/standing", &id.replace("notice/", "down/")]);
    house.tell(Msg::Go(Place::Board));
    assert!(house.page().control(&id).is_some());
    let how: Vec<String> = house
        .kept()
        .ledger_after(0)
        .unwrap()
        .iter()
        .filter_map(|record| record.value["event"]["how"].as_str().map(str::to_owned))
        .collect();
    assert_eq!(how, ["put-up", "taken-down", "brought-back"]);
}

#[test]
fn electricity_is_told_in_two_presses_and_never_that_all_is_well() {
    let mut house = shelter();
    staff(&mut house, &["staff/lines", "line/power", "is/stopped"]);
    house.tell(Msg::Go(Place::Shelf("lifelines".into())));
    let text = house.text();
    for part in ["電気：止まって います", "職員が 見ました", "まだ 聞いて いません：水道"]
    {
        assert!(text.contains(part), "{part} in:\n{text}");
    }
    assert!(!text.contains("古い 話です"));
    house.wait(13 * 3600);
    house.model.overlay = None;
    house.tell(Msg::Go(Place::Shelf("lifelines".into())));
    assert!(house.text().contains("古い 話です"), "{}", house.text());
}

#[test]
fn a_paper_is_judged_by_its_number() {
    let mut house = shelter();
    staff(&mut house, &MEAL);
    let wall = house.model.standing.wall.clone().unwrap();
    let digest = wall.board.entries().next().unwrap().digest;
    let number = engawa::board::Ticket::of(&digest).to_string().replace('-', "");
    house.tell(Msg::Go(Place::Ticket));
    number.chars().for_each(|c| house.press(&format!("key/{c}")));
    assert!(house.text().contains("いまも 有効です：炊き出し"), "{}", house.text());
    house.press("ticket/open");
    assert!(house.text().contains("だれでも もらえます"), "{}", house.text());
}

#[test]
fn an_empty_hall_sees_what_hangs_and_any_touch_wakes_it() {
    let mut house = shelter();
    house.wait(120);
    assert_eq!(house.model.overlay, None, "nothing hangs: the first page stands");
    let mut house = shelter();
    let filled = engawa::board::Filled { template: "water".to_owned(), ..Default::default() };
    let until = house.model.standing.now.at.checked_add(jiff::SignedDuration::from_hours(2)).unwrap();
    let post = engawa::job::Post::Put { notice: None, filled, until };
    house.post(post);
    house.wait(59);
    assert_eq!(house.model.overlay, None);
    house.wait(1);
    assert!(house.model.overlay.as_ref().is_some_and(Overlay::is_rest));
    let due = house.model.due().checked_sub(house.model.standing.running);
    assert_eq!(due, Some(std::time::Duration::from_secs(12)));
    house.tell(Msg::Wake);
    assert_eq!(house.model.overlay, None);
    assert!(house.page().control("bar/end").is_some());
}
