//! A lesson as a person meets it: from the shelf to the last page, with a mistake and its undoing, and nothing left of it afterwards.

use crate::household::Household;
use engawa::{
    app::Msg,
    screens::{Place, Screen},
};

/// The control of an item on the phone.
fn on(screen: &str, item: &str) -> String {
    format!("on/{screen}/{item}")
}

fn text(house: &Household) -> String {
    house.text().replace('\n', " ")
}

#[test]
fn somebody_learns_to_join_the_wifi_and_slips_once() {
    let mut house = Household::new();
    house.press("card/phone");
    house.press("row/lesson/wifi-01");
    assert_eq!(house.here(), Place::Lesson("wifi-01".into()));
    house.press("lesson/begin");
    house.press(&on("home", "telephone"));
    assert!(text(&house).contains("もどれます"), "a kind reply: {}", text(&house));
    house.press("lesson/undo");
    for (screen, item) in
        [("home", "settings"), ("settings", "wifi"), ("settings-wifi", "switch"), ("settings-wifi", "good")]
    {
        house.press(&on(screen, item));
    }
    house.wait(2);
    for (screen, item) in [("settings-portal", "agree"), ("settings-portal", "go")] {
        house.press(&on(screen, item));
    }
    assert!(text(&house).contains("できました"), "{}", text(&house));
    house.press("next/alone");
    assert!(house.page().control(&on("home", "settings")).is_some(), "{}", text(&house));
}

#[test]
fn hints_come_by_themselves_and_what_lies_over_a_lesson_keeps_it() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Lesson("wifi-01".into())));
    house.press("lesson/begin");
    house.wait(0);
    let due = house.model.due().saturating_sub(house.model.standing.running).as_secs();
    assert!((1..=30).contains(&due), "a hint is due in {due} s");
    (0..40).for_each(|_| house.wait(1));
    let ghost =
        |house: &Household| house.page().walk().iter().any(|part| part.id().is_some_and(|id| id == "phone/hand"));
    assert!(ghost(&house), "{}", text(&house));
    house.tell(Msg::Help);
    (0..20).for_each(|_| house.wait(1));
    house.tell(Msg::Back);
    assert!(ghost(&house), "it is as it was");
    house.press("bar/end");
    house.press("leave/now");
    assert!(matches!(house.model.screen, Screen::Home(_)));
}

#[test]
fn whoever_was_nearly_deceived_is_told_what_to_do() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Lesson("denwa-01".into())));
    assert!(text(&house).contains("はじめる まえに"), "{}", text(&house));
    house.press("lesson/begin");
    assert!(house.page().control("lesson/leave").is_some(), "it can be left at any moment");
    house.press("pass/own");
    for _ in 0..20 {
        if house.page().control("lesson/done").is_none() {
            break;
        }
        house.press("lesson/done");
    }
    let last = text(&house);
    for word in ["あなたの せいでは ありません", "#9110", "188", "銀行"] {
        assert!(last.contains(word), "{word}: {last}");
    }
}
