//! A lesson as a person meets it: from the shelf to the last page, with a mistake and its undoing, and nothing left of it afterwards.

use crate::household::Household;
use engawa::{
    app::Msg,
    config::Mode,
    content::NoReadings,
    page::{Control, Part},
    phone::{LessonKind, Pass, Skin, read, shipped},
    screens::{Danger, Place, Screen},
    words::{Tongue, Words},
};
use std::{collections::BTreeSet, time::Duration};

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

/// Where the drawn hand stands on the glass, in millimetres.
fn hand(house: &Household) -> Option<String> {
    house.page().walk().into_iter().find_map(|part| match part {
        Part::Canvas(canvas) => {
            let at = canvas.parts.iter().position(|part| part.id().is_some_and(|id| id == "phone/hand"))?;
            Some(format!("{:?}", canvas.at.get(at)))
        }
        _ => None,
    })
}

#[test]
fn the_hand_moves_a_few_times_and_rests() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Lesson("ugokasu-01".into())));
    house.press("lesson/begin");
    house.wait(0);
    for again in 0..2 {
        house.press("lesson/show");
        let (mut places, mut moves, mut waited) = (BTreeSet::new(), 0, Duration::ZERO);
        while waited < Duration::from_secs(20) {
            let due = house.model.due().saturating_sub(house.model.standing.running).max(Duration::from_millis(1));
            assert!(due >= Duration::from_millis(300) || moves == 0, "{due:?}: no more than three a second");
            let before = hand(&house);
            house.pass(due.min(Duration::from_secs(5)));
            waited += due;
            moves += usize::from(hand(&house) != before);
            places.extend(hand(&house));
        }
        assert!(places.len() == 2 && (3..=8).contains(&moves), "{again}: {moves} moves between {places:?}");
        let due = house.model.due().saturating_sub(house.model.standing.running);
        assert!(due > Duration::from_secs(1), "nothing is drawn while the hand rests: {due:?}");
    }
}

#[test]
fn in_a_shelter_practice_is_not_on_the_first_page_and_silent() {
    let mut house = Household::new();
    house.model.standing.mode = Mode::Shelter;
    house.tell(Msg::Go(Place::Home));
    let first: Vec<_> = house.page().controls().map(|control: &Control<Msg>| control.id.to_string()).collect();
    assert!(
        !first.iter().any(|id| id.contains("phone") || id.contains("practice") || id.contains("lesson")),
        "{first:?}"
    );
    house.tell(Msg::Go(Place::Shelf("phone".into())));
    house.press("row/lesson/denwa-01");
    house.press("lesson/begin");
    for item in ["nise/answer", "nise-one/name"] {
        house.press(&format!("on/{item}"));
    }
    house.press("lesson/undo");
    (0..20).for_each(|_| house.wait(1));
    assert!(house.voice.iter().all(|order| matches!(order, engawa::reading::Order::Hush)), "{:?}", house.voice);
}

#[test]
fn while_something_real_is_in_force_alarms_and_fraud_wait() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Lesson("denwa-01".into())));
    house.press("lesson/begin");
    house.press("on/nise/answer");
    let begun = house.page();
    house.model.standing.danger = Danger::InForce;
    let page = house.page();
    assert!(page.controls().all(|control| !control.id.starts_with("on/") && control.id != "lesson/begin"));
    assert!(text(&house).contains("ほんとうの 知らせが"), "{}", text(&house));
    house.model.standing.danger = Danger::None;
    assert_eq!(house.page(), begun, "nothing of it is lost");
    house.model.standing.danger = Danger::InForce;
    house.tell(Msg::Go(Place::Shelf("phone".into())));
    let (course, _) = read(&shipped(), &NoReadings);
    let waiting = course.lessons.iter().filter(|lesson| lesson.kind != LessonKind::Plain).count();
    assert_eq!(text(&house).matches("ほんとうの 知らせが").count(), waiting, "all of them say so: {}", text(&house));
    house.press("row/lesson/wifi-01");
    house.press("lesson/begin");
    assert!(house.page().control("on/home/settings").is_some(), "the others go on");
}

#[test]
fn emergency_calls_lead_to_the_staff_also_on_the_glass() {
    for (number, skin) in [("119", Skin::Iphone), ("110", Skin::Android)] {
        let mut house = Household::new();
        house.tell(Msg::Go(Place::Practice));
        house.press("on/home/telephone");
        house.press("on/telephone/keypad");
        for digit in number.chars() {
            house.press(&format!("on/telephone-keypad/key-{digit}"));
        }
        house.press("on/telephone-keypad/call");
        let said = text(&house);
        assert!(said.contains("ここから 電話は かかりません。近くの 職員へ。"), "{number} {skin:?}: {said}");
        assert!(said.contains("れんしゅう"), "{said}");
    }
}

#[test]
fn free_practice_is_put_back_as_it_was() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Practice));
    let fresh = house.page();
    for id in ["on/home/settings", "on/settings/airplane", "phone/home", "on/home/messages"] {
        house.press(id);
    }
    assert_ne!(house.page(), fresh);
    house.press("practice/restart");
    assert_eq!(house.page(), fresh, "はじめの じょうたいに もどす");
}

#[test]
fn the_phone_has_three_sizes_and_is_real_when_one_is_alone() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Lesson("osu-01".into())));
    house.press("lesson/begin");
    let width = |house: &Household| {
        house.page().walk().into_iter().find_map(|part| match part {
            Part::Canvas(canvas) => Some(canvas.size[0]),
            _ => None,
        })
    };
    let mut widths = BTreeSet::new();
    for _ in 0..3 {
        widths.insert(format!("{:.0}", width(&house).unwrap_or_default()));
        house.press("lesson/scale");
    }
    assert_eq!(widths.into_iter().collect::<Vec<_>>(), ["140", "70", "98"]);
    house.press("pass/alone");
    assert_eq!(width(&house), Some(70.0));
    for pass in Pass::ALL {
        house.press(&format!("pass/{}", pass.name()));
    }
    assert_eq!(width(&house), None, "beside one's own phone there is no other");
}

#[test]
fn a_lesson_that_is_not_in_ones_own_language_says_so_before_it_begins() {
    for tongue in Words::tongues() {
        let mut house = Household::in_tongue(&tongue);
        house.model.settings.tongue = tongue.clone();
        house.tell(Msg::Go(Place::Lesson("wifi-01".into())));
        let (own, read) = (["ja", "ja-simple", "en"].contains(&tongue.tag()), tongue == Tongue::JA);
        let words = house.model.standing.words.clone();
        let shown = text(&house);
        let elsewhere = words.lesson_other_tongue(Words::shipped(&Tongue::EN).name_of_tongue()).plain();
        assert_eq!(shown.contains(&elsewhere), !own, "{tongue}");
        assert_eq!(shown.contains(&words.guide_not_reviewed().plain()), !read, "{tongue}");
    }
}

#[test]
fn both_phones_differ_as_real_ones_do() {
    let told = |skin: &str| {
        let mut house = Household::new();
        house.tell(Msg::Go(Place::Lesson("wifi-01".into())));
        house.press(&format!("skin/{skin}"));
        house.press("lesson/begin");
        house.press("on/home/settings");
        let settings = text(&house);
        let bar: Vec<_> = ["phone/back", "phone/home", "phone/recent"]
            .into_iter()
            .filter(|id| house.page().control(id).is_some())
            .collect();
        (settings, bar)
    };
    let (iphone, android) = (told("iphone"), told("android"));
    for (of, word) in [(&iphone, "Bluetooth"), (&android, "ネットワークとインターネット"), (&android, "接続設定")]
    {
        assert!(of.0.contains(word), "{word}: {}", of.0);
    }
    assert!(!iphone.0.contains("ネットワークとインターネット") && !android.0.contains("Bluetooth"));
    assert_eq!((iphone.1.len(), android.1.len()), (3, 3), "back, home and the apps in use are a press on either");
}
