//! 訓練 and what staff put over the whole screen: marked wherever it is shown or heard, never beside what is real, and gone when that comes.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::{
    alert::{BLANK, Sheet, rain},
    danger::{L3, L4, NOW, covered, in_mooka, told},
    household::{FULL_HD, Household},
    screens::kiosk,
};
use engawa::{
    alert::exercises,
    app::{self, Msg},
    config::{Appeal, Appealed, Change, Drill, Meant, Order, Own},
    job::Report,
    lay::{self, Ems, Panel, Turning},
    reading::{Heard, Order as Voice},
    screens::{Danger, Overlay, Place, Screen, appeal, drill, order},
    words::{Tongue, Words},
};

/// What the record says last, without its time.
fn recorded(house: &Household) -> serde_json::Value {
    house.kept().ledger_after(0).unwrap().last().unwrap().value.get("event").unwrap().clone()
}

/// Staff begin this exercise in 真岡市, where nothing is in force.
fn drilling(tongue: &Tongue, exercise: &str) -> Household {
    let mut house = in_mooka(tongue);
    told(&mut house, &[rain("2026-11-21T09:55:00+09:00", &[])], NOW);
    house.model.screen = Screen::Drill(drill::State::default());
    house.press(&format!("exercise/{exercise}"));
    assert!(house.model.standing.own.drill.is_none(), "not before it is confirmed");
    house.press("drill/begin");
    house
}

/// Minutes go by.
fn pass(house: &mut Household, minutes: u64) {
    (0..minutes).for_each(|_| house.wait(60));
}

/// Everything that the voice says until it is silent.
fn heard_to_the_end(house: &mut Household) -> Vec<String> {
    let mut said = vec![];
    while let Some(Voice::Say(one)) = house.voice.pop() {
        house.voice.clear();
        said.push(one.line.plain());
        house.tell(Msg::Report(Report::Voice(Heard::Ended { ticket: one.ticket })));
    }
    said
}

#[test]
fn a_drill_says_so_on_every_page_and_first_and_last_aloud() {
    let marks =
        ["訓練", "DRILL", "drill", "Drill", "演练", "훈련", "DIỄN TẬP", "diễn tập", "TREINAMENTO", "treinamento"];
    for (tongue, exercise) in Words::tongues().into_iter().zip(exercises().into_iter().cycle()) {
        let mut house = drilling(&tongue, exercise);
        pass(&mut house, 5);
        let mark = house.model.standing.words.drill_this_is().plain();
        let text = covered(&house).unwrap();
        assert!(text.contains(&mark), "{tongue} {exercise}: {text}");
        let Some(Overlay::Alert(state)) = house.model.overlay.clone() else { unreachable!() };
        let script = state.script(&house.model.view());
        let ends = [script.first(), script.last()].map(|said| said.map(|said| said.line.plain()));
        assert_eq!(ends, [Some(mark.clone()), Some(mark.clone())], "{tongue} {exercise}");
        house.press("alert/seen");
        for place in [Place::Home, Place::Danger, Place::Search] {
            house.tell(Msg::Go(place.clone()));
            let text = house.text();
            assert!(marks.iter().any(|mark| text.contains(mark)), "{tongue} {exercise} {place}: {text}");
            assert_eq!(house.page().problems(), Vec::<String>::new());
        }
    }
}

#[test]
fn every_fact_of_a_drill_carries_its_mark_by_itself() {
    let mut house = drilling(&Tongue::JA, "rain");
    assert_eq!(covered(&house), None, "level 3 takes nobody's page in a drill either");
    pass(&mut house, 21);
    let text = covered(&house).unwrap();
    for line in text.lines().filter(|line| line.contains("レベル")) {
        assert!(line.starts_with("訓練　"), "{line}");
    }
    assert!(text.contains("訓練　レベル５大雨特別警報"), "{text}");
    assert_eq!(house.model.standing.danger, Danger::None, "practice goes on beside a drill");
    house.press("alert/seen");
    assert!(house.page().control("banner/danger").is_some());
    let own = &house.model.standing.own;
    assert!(own.alerted.is_empty() && own.order.is_none(), "nothing of it is kept as real");
    assert!(!own.drill.as_ref().unwrap().alerted.is_empty());

    house.tell(Msg::Go(Place::Danger));
    assert!(house.text().contains("訓練　いま あぶないか"), "{}", house.text());
    house.press("danger/real");
    let text = house.text();
    assert!(text.contains("ここは 本当の 知らせです") && !text.contains("レベル"), "{text}");
    house.press("danger/drill");
    assert!(house.text().contains("訓練　レベル５大雨特別警報"));
}

#[test]
fn what_is_real_ends_a_drill_at_once_and_says_that_it_is_none() {
    let mut house = drilling(&Tongue::JA, "rain");
    pass(&mut house, 21);
    assert!(covered(&house).unwrap().contains("これは 訓練です"));
    told(&mut house, &[rain("2026-11-21T10:25:00+09:00", &[L4])], "2026-11-21T01:26:00Z");
    let text = covered(&house).unwrap();
    assert!(text.contains("これは 訓練では ありません") && !text.contains("訓練　"), "{text}");
    assert!(text.contains("レベル４大雨危険警報") && !text.contains("レベル５"), "{text}");
    assert_eq!(heard_to_the_end(&mut house).first().unwrap(), "これは 訓練では ありません。本当の 知らせです。");
    assert_eq!((house.model.standing.own.drill.as_ref(), house.model.standing.drill.as_ref()), (None, None));
    assert_eq!(recorded(&house), serde_json::json!({"what": "drill-ended"}));
    // And none begins while that is so.
    house.press("alert/seen");
    house.model.screen = Screen::Drill(drill::State::default());
    assert!(house.page().control("exercise/rain").is_none(), "{}", house.text());

    // Less than what takes the page ends it as well.
    let mut house = drilling(&Tongue::JA, "quake");
    told(&mut house, &[rain("2026-11-21T10:04:00+09:00", &[L3])], NOW);
    assert_eq!((covered(&house), house.model.standing.drill.as_ref()), (None, None));
    assert_eq!(house.said().unwrap(), "訓練は おわりました。");
}

#[test]
fn a_drill_ends_by_staff_by_its_time_and_not_with_a_visit() {
    let mut house = drilling(&Tongue::JA, "quake");
    assert_eq!(recorded(&house), serde_json::json!({"what": "drill-began", "exercise": "quake"}));
    assert!(covered(&house).unwrap().contains("訓練　震度６強"));
    house.press("alert/seen");
    house.tell(Msg::Go(Place::Search));
    pass(&mut house, 10);
    assert!(house.ended > 0 && house.model.standing.drill.is_some(), "visits end beneath");
    house.model.screen = Screen::Drill(drill::State::default());
    house.press("drill/end");
    assert_eq!((house.model.standing.drill.as_ref(), recorded(&house)["what"].as_str()), (None, Some("drill-ended")));
    assert!(house.page().control("banner/danger").is_none());

    let mut house = drilling(&Tongue::JA, "quake");
    house.wait(Drill::LONGEST.unsigned_abs() * 3600);
    assert_eq!((covered(&house), house.model.standing.own.drill.as_ref()), (None, None));
}

#[test]
fn a_drill_goes_on_after_the_power_was_cut_and_nobody_is_told_twice() {
    let mut house = drilling(&Tongue::JA, "quake");
    house.press("alert/seen");
    let mut house = house.restarted();
    assert_eq!(house.model.standing.drill, None, "not before what is real is known");
    house.wait(1);
    told(&mut house, &[rain("2026-11-21T09:55:00+09:00", &[])], NOW);
    assert!(house.model.standing.drill.is_some() && covered(&house).is_none());
    assert!(house.page().control("banner/danger").is_some());
}

#[test]
fn telegrams_of_a_drill_are_shown_in_a_drill_alone() {
    let body = "<Warning type=\"気象警報・注意報（市町村等）\"><Item><Kind><Name>レベル５大雨特別警報</Name><Code>33</Code>\
                <Status>発表</Status></Kind><Area><Name>真岡市</Name><Code>0920900</Code></Area></Item></Warning>";
    let issued = "2026-11-21T10:00:00+09:00";
    let telegram = Sheet { issued, body, run: "訓練", ..BLANK }.telegram();
    let mut house = in_mooka(&Tongue::JA);
    told(&mut house, std::slice::from_ref(&telegram), NOW);
    house.tell(Msg::Go(Place::Danger));
    assert!(covered(&house).is_none() && !house.text().contains("レベル５"), "{}", house.text());
    house.model.screen = Screen::Drill(drill::State::default());
    house.press("exercise/telegrams");
    house.press("drill/begin");
    let text = covered(&house).unwrap();
    assert!(text.contains("訓練　レベル５大雨特別警報"), "{text}");
}

#[test]
fn an_order_of_a_drill_is_none_of_the_town() {
    let mut house = drilling(&Tongue::JA, "telegrams");
    house.model.screen = Screen::Order(order::State::of(Meant::Drill));
    for press in ["order/4", "by/radio", "order/put"] {
        house.press(press);
    }
    let text = covered(&house).unwrap();
    assert!(text.contains("訓練　レベル4") && text.contains("これは 訓練です"), "{text}");
    let own = &house.model.standing.own;
    assert_eq!((own.order, house.model.standing.danger), (None, Danger::None));
    assert_eq!(own.drill.as_ref().unwrap().order.unwrap().order, Some(Order::Instruction));
    let event = serde_json::json!({"what": "ordered", "level": 4, "seen": "radio", "meant": "drill"});
    assert_eq!(recorded(&house), event);
}

#[test]
fn staff_put_fixed_words_over_the_page_and_take_them_back() {
    for (tongue, some) in [(Tongue::JA, 0..5), (Tongue::EN, 1..2)] {
        let mut house = in_mooka(&tongue);
        for one in &Appeal::ALL[some] {
            house.wait(1);
            let w = house.model.standing.words.clone();
            house.tell(Msg::Go(Place::Practice));
            house.model.screen = Screen::Appeal(appeal::State::default());
            house.press(&format!("appeal/{}", one.name()));
            assert_eq!(covered(&house), None, "not before it is confirmed");
            house.press("appeal/put");
            let text = covered(&house).unwrap();
            let own = w.get(&format!("appeal-{}", one.name())).unwrap().plain();
            let japanese = w.japanese().get(&format!("appeal-{}", one.name())).unwrap().plain();
            assert!(text.contains(&own) && text.contains(&japanese), "{tongue}: {text}");
            let said = heard_to_the_end(&mut house);
            assert_eq!(said.iter().filter(|line| **line == own).count(), 2, "{tongue}: {said:?}");
            assert_eq!(recorded(&house), serde_json::json!({"what": "appealed", "appeal": one.name()}));
            house.press("alert/seen");
            assert!(house.page().control("banner/danger").is_some());
            house.model.screen = Screen::Appeal(appeal::State::default());
            house.press("appeal/back");
            assert_eq!(covered(&house), None, "what is taken back wakes nobody");
            assert!(house.page().control("banner/danger").is_none());
            assert_eq!(recorded(&house), serde_json::json!({"what": "appealed", "appeal": null}));
        }
    }
    let mut house = drilling(&Tongue::JA, "quake");
    house.press("alert/seen");
    house.model.screen = Screen::Appeal(appeal::State::default());
    house.press("appeal/fire");
    house.press("appeal/put");
    assert!(covered(&house).unwrap().contains("これは 訓練では ありません"), "a real one ends a drill");
}

/// Fixed words in every tongue, the Japanese beside those of another.
#[test]
fn every_tongue_has_the_words_that_staff_put_up() {
    for tongue in Words::tongues() {
        let mut model = kiosk(&tongue, FULL_HD);
        let (w, at) = (model.standing.words.clone(), NOW.parse().unwrap());
        for one in Appeal::ALL {
            model.standing.own.appeal = Some(Appealed { appeal: Some(one), at, meant: Meant::Real });
            app::update(&mut model, Msg::Go(Place::Danger));
            let text: Vec<String> = app::page(&model).script().iter().map(|said| said.line.plain()).collect();
            let key = format!("appeal-{}", one.name());
            for line in [w.get(&key).unwrap(), w.japanese().get(&key).unwrap()] {
                assert!(text.contains(&line.plain()), "{tongue}: {text:?}");
            }
            assert_eq!(w.get(&key) == w.japanese().get(&key), tongue.is_japanese(), "{tongue}");
        }
    }
}

#[test]
fn what_is_taken_back_while_it_stands_says_so() {
    let mut house = in_mooka(&Tongue::JA);
    house.model.screen = Screen::Appeal(appeal::State::default());
    house.press("appeal/high");
    house.press("appeal/put");
    let back = Appealed { appeal: None, at: NOW.parse().unwrap(), meant: Meant::Real };
    let own = Own { appeal: Some(back), ..house.model.standing.own.clone() };
    house.model.standing.own = own;
    told(&mut house, &[], NOW);
    let text = covered(&house).unwrap();
    assert!(text.contains("取り下げられました") && !text.contains("上がって"), "{text}");
}

#[test]
fn by_night_only_what_cannot_wait_is_said_and_as_loud_as_is_set_for_the_night() {
    // 10:05 by day, 23:05 by night.
    for (hours, kinds, loud) in [
        (0, vec![L4], Some(8)),
        (0, vec![crate::alert::L5], Some(8)),
        (13, vec![L4], None),
        (13, vec![crate::alert::L5], Some(3)),
    ] {
        let mut house = in_mooka(&Tongue::JA);
        let mut config = (*house.model.standing.config).clone();
        (config.voice.volume, config.voice.night_volume) = (8, 3);
        house.model.standing.config = config.into();
        house.wait(hours * 3600);
        house.voice.clear();
        let now = house.model.standing.now.at;
        let issued = now.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(9))).strftime("%Y-%m-%dT%H:%M:%S+09:00");
        told(&mut house, &[rain(&issued.to_string(), &kinds)], &now.to_string());
        assert!(covered(&house).is_some(), "the screen is there at every hour");
        let said =
            house.voice.iter().find_map(|order| if let Voice::Say(one) = order { Some(one.volume.0) } else { None });
        assert_eq!(said, loud, "{hours} {kinds:?}");
        assert_eq!(house.model.settings.volume.0, 7, "the volume of the visit stays");
    }
}

#[test]
fn the_one_press_stands_on_every_leaf_however_large_the_letters() {
    let panels = [Panel { w: 344.0, h: 194.0 }, Panel { w: 217.0, h: 136.0 }];
    let tongues = [Tongue::JA, Tongue::parse("vi").unwrap()].into_iter();
    for (tongue, panel) in tongues.flat_map(|tongue| panels.map(|panel| (tongue.clone(), panel))) {
        let mut model = kiosk(&tongue, panel);
        for name in ["alert-longest", "alert-drill"] {
            let all = Screen::all(&engawa::content::Pack::default(), &model.view());
            model.overlay = all.into_iter().find(|sample| sample.name == name).unwrap().overlay;
            let words = &model.standing.words;
            let turning = Turning {
                back: words.turn_back(),
                next: words.turn_next(),
                count: &|leaf, leaves| words.turn_count(leaf, leaves),
                msg: &Msg::Turn,
            };
            for size in [lay::sizes(panel).first().copied(), lay::sizes(panel).last().copied()].into_iter().flatten() {
                let leaves = lay::fold(&app::page(&model), panel, size, &mut Ems, &turning);
                let bare: Vec<usize> =
                    (0..leaves.len()).filter(|leaf| leaves[*leaf].control("alert/seen").is_none()).collect();
                assert!(bare.is_empty(), "{name} in {tongue} on {panel:?}: leaves {bare:?} of {}", leaves.len());
            }
        }
    }
}

#[test]
fn a_change_of_a_drill_that_is_not_there_changes_nothing() {
    let mut own = Own::default();
    let at = NOW.parse().unwrap();
    own.apply(Change::Appeal(Appealed { appeal: Some(Appeal::Fire), at, meant: Meant::Drill }));
    own.apply(Change::Rehearsed(vec![]));
    assert_eq!(own, Own::default());
}
