//! The first start, from the first question to the last: by touch, with a restart in the middle, with everything put off, with a number that
//! leaves no trace, and with settings that cannot be read. Devices press the same controls; that they reach them is shown for every page.

#![expect(clippy::panic, reason = "a test may stop where it stands")]

use crate::{household::Household, screens::PACK, screens::kiosk};
use engawa::{
    app::{self, Hearing, Msg},
    clock::SetClock,
    config::{Building, Change, Mode, Own, Said, Scanning, Setup, Step, Stretch},
    job::{Answer, Job, Printers, StoreJob},
    page::{Control, Part},
    reading::{Order, Volume},
    screens::{Place, Sample, Screen, setup},
    store::Store,
    words::Tongue,
};
use std::sync::Arc;

/// The panels that the pages are walked on.
const PANELS: [engawa::lay::Panel; 2] =
    [engawa::lay::Panel { w: 344.0, h: 194.0 }, engawa::lay::Panel { w: 217.0, h: 136.0 }];

pub(crate) fn begun() -> Household {
    let mut house = Household::new();
    house.tell(Msg::Begin(Place::Setup(None)));
    house
}

pub(crate) fn own(house: &Household) -> &Own {
    &house.model.standing.own
}

pub(crate) fn setup_of(house: &Household) -> &setup::State {
    let Screen::Setup(state) = &house.model.screen else { panic!("{}", house.text()) };
    state
}

/// The number on the page, as somebody copies it on paper.
pub(crate) fn number_shown(house: &Household) -> String {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    house.text().lines().map(digits).find(|line| line.len() == 6).unwrap_or_else(|| panic!("{}", house.text()))
}

/// Answers every question up to this one.
pub(crate) fn walk_to(house: &mut Household, step: Step) {
    while setup_of(house).at != setup::At::Step(step) {
        house.press("setup/next");
    }
}

#[test]
fn a_volunteer_sets_up_the_kiosk_from_the_first_question_to_the_last() {
    let mut house = begun();
    house.press("tongue/ja");
    house.press("setup/next");
    house.press("town/mooka");
    house.press("name/write");
    house.type_in("にしこうみんかん");
    house.press("take/1");
    house.press("building/hall");
    house.press("entrance/right");
    house.press("card/more");
    house.press("card/fits");
    house.press("clock/right");
    house.press("sound/sample");
    assert!(matches!(house.voice.last(), Some(Order::Say(_))));
    house.press("volume/louder");
    house.press("sound/heard");
    house.press("print/no");
    house.press("setup/next");
    house.press("number/draw");
    let pin = number_shown(&house);
    house.press("number/written");
    "111111".chars().for_each(|c| house.press(&format!("key/{c}")));
    assert!(house.text().contains("ちがう 番号です"), "{}", house.text());
    pin.chars().for_each(|c| house.press(&format!("key/{c}")));
    assert!(setup_of(&house).holds_nothing_secret(), "nothing of the number is left");
    house.press("setup/next");
    let set = own(&house);
    assert_eq!(set.town.as_deref(), Some("mooka"));
    assert_eq!(set.place.as_deref(), Some("｜西《にし》｜公民館《こうみんかん》"));
    assert_eq!((set.building, set.sound, set.printer), (Some(Building::Hall), Some(Said::Yes), Some(Said::No)));
    assert_eq!((set.volume, set.setup), (Some(8), Setup::Done));
    assert_eq!(house.kept().own().unwrap(), *set, "and it is on the disk");
    house.press("setup/finish");
    assert_eq!((house.ended, house.here()), (1, Place::Home));
    house.tell(Msg::Go(Place::Staff));
    pin.chars().for_each(|c| house.press(&format!("key/{c}")));
    assert!(matches!(house.model.screen, Screen::Staff(_)), "the number opens the door");
    assert!(house.text().contains("西公民館・公民館"), "{}", house.text());
}

#[test]
fn every_question_can_be_left_open_and_gone_back_to() {
    let mut house = begun();
    let mut seen = vec![];
    while let setup::At::Step(step) = setup_of(&house).at {
        seen.push(step);
        house.press("setup/next");
    }
    seen.dedup();
    assert_eq!(seen, Step::ALL);
    for step in Step::ALL.into_iter().rev() {
        house.tell(Msg::Back);
        while setup_of(&house).asks != setup::Asks::First {
            house.tell(Msg::Back);
        }
        assert_eq!(setup_of(&house).at, setup::At::Step(step));
    }
    house.tell(Msg::Back);
    assert_eq!(house.here(), Place::Home, "before the first question there is the kiosk");
}

#[test]
fn whoever_only_wants_to_use_it_presses_once() {
    for way_out in ["setup/later", "top/home"] {
        let mut house = begun();
        house.press(way_out);
        assert_eq!((house.here(), own(&house).setup), (Place::Home, Setup::Later(Step::Tongue)), "{way_out}");
        assert_eq!(house.kept().own().unwrap().setup, Setup::Later(Step::Tongue));
    }
}

#[test]
fn a_power_cut_in_the_middle_loses_nothing() {
    for step in Step::ALL {
        let mut house = begun();
        walk_to(&mut house, step);
        let mut again = house.restarted();
        again.tell(Msg::Begin(Place::Setup(None)));
        assert_eq!(setup_of(&again).at, setup::At::Step(step));
    }
}

#[test]
fn settings_that_cannot_be_read_fall_back_and_the_kiosk_opens() {
    for broken in ["", "{", "{\"town\":7,\"setup\":\"flying\",\"place\":\"公民館\"}"] {
        let home = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::new("2026-11-21T01:05:00Z".parse().unwrap(), true));
        let (mut store, _) = Store::open(home.path(), Arc::clone(&clock) as _).unwrap();
        let (own, change) = (Own { place: Some("駅".to_owned()), ..Own::default() }, Change::Printer(Said::No));
        store.set_own(&own, &change).unwrap();
        drop(store);
        let db = rusqlite::Connection::open(home.path().join("state.db")).unwrap();
        db.execute("UPDATE setting SET value = ?1 WHERE name = 'own'", [broken]).unwrap();
        drop(db);
        let (store, _) = Store::open(home.path(), clock).unwrap();
        let read = store.own().unwrap();
        assert_eq!((read.setup, read.town), (Setup::New, None), "{broken}");
        assert_eq!(read.place.is_some(), broken.contains("公民館"), "{broken}");
    }
}

#[test]
fn a_building_of_the_towns_data_brings_its_name_kind_and_position() {
    let mut house = begun();
    walk_to(&mut house, Step::Town);
    house.press("town/demo-shi");
    let site = |house: &Household, part: &str| {
        let page = house.page();
        let found = page.controls().find(|c| c.id.starts_with("site/") && c.name.plain().contains(part));
        found.map(|control| control.id.to_string())
    };
    assert!(house.text().contains("町の データに"), "{}", house.text());
    house.press("name/write");
    assert_eq!(site(&house, ""), None, "nothing is offered before anything is written");
    house.type_in("しよ小うか゛つ小こう");
    let school = site(&house, "小学校").unwrap_or_else(|| panic!("{}", house.text()));
    house.press(&school);
    let set = own(&house).clone();
    assert!(set.place.as_ref().is_some_and(|name| name.contains("小学校")), "{set:?}");
    assert_eq!((set.building, set.position.is_some()), (Some(Building::School), true), "{set:?}");
    assert_eq!(house.model.standing.here().map(|at| at.lat), set.position.map(|at| at.lat), "distances begin there");
    assert!(house.page().control("building/school").is_some_and(|choice| choice.on), "shown and asked");
    house.tell(Msg::Back);
    house.press("name/write");
    house.type_in("へ゛つの");
    house.press("take/0");
    assert_eq!(
        (own(&house).place.as_deref(), own(&house).position),
        (Some("べつの"), None),
        "where another stands is unsaid"
    );
}

#[test]
fn made_up_buildings_are_offered_in_the_made_up_town_only() {
    for (town, offered) in [("demo-shi", true), ("none", false), ("mooka", false)] {
        let mut house = begun();
        walk_to(&mut house, Step::Town);
        house.press(&format!("town/{town}"));
        house.press("name/write");
        house.type_in("しよ小うか゛つ小こう");
        let sites = house.page().controls().filter(|control| control.id.starts_with("site/")).count();
        assert_eq!(sites > 0, offered, "{town}");
    }
}

#[test]
fn whether_there_is_a_printer_is_found_out_and_said() {
    let mut house = begun();
    walk_to(&mut house, Step::Print);
    assert!(house.text().contains("プリンターが 1台 みつかりました。\nOffice-2"), "{}", house.text());
    assert!(house.text().contains("まだ 紙に 印刷できません"), "and nothing is promised");
    let visit = house.model.visit;
    for (answer, said) in [
        (Answer::Printers(Printers::Known(vec![])), "プリンターは みつかりませんでした"),
        (Answer::Printers(Printers::NoSystem), "CUPS"),
        (Answer::Printers(Printers::NoAnswer), "わかりませんでした"),
        (Answer::Trouble(StoreJob::Printers), "わかりませんでした"),
    ] {
        house.report(visit, answer);
        assert!(house.text().contains(said), "{said}: {}", house.text());
    }
    house.press("print/look");
    assert!(house.text().contains("Office-2"), "looked for once more: {}", house.text());
    house.press("setup/next");
    assert_eq!(own(&house).printer, None, "nothing is decided for anybody");
}

#[test]
fn staff_change_each_of_it_alone_and_come_back() {
    for step in Step::ALL {
        let mut house = Household::with_pin("730412");
        house.tell(Msg::Go(Place::Staff));
        "730412".chars().for_each(|c| house.press(&format!("key/{c}")));
        house.press(&format!("own/{}", step.name()));
        assert_eq!(setup_of(&house).at, setup::At::Step(step));
        house.tell(Msg::Back);
        assert!(matches!(house.model.screen, Screen::Staff(_)), "{step:?}: back");
        house.press(&format!("own/{}", step.name()));
        while matches!(house.model.screen, Screen::Setup(_)) {
            house.press("setup/next");
        }
        assert!(matches!(house.model.screen, Screen::Staff(_)), "{step:?}: on");
        assert_eq!(own(&house).setup, Setup::New, "one answer is no first start");
    }
}

#[test]
fn a_kiosk_without_a_number_can_be_set_up_from_the_door() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Staff));
    "918273".chars().for_each(|c| house.press(&format!("key/{c}")));
    house.press("door/setup");
    assert_eq!(setup_of(&house).at, setup::At::Step(Step::Tongue));
}

#[test]
fn what_staff_set_survives_visits_and_holds_at_once() {
    let mut house = begun();
    house.press("tongue/en");
    assert_eq!(house.model.standing.words.tongue(), &Tongue::EN);
    house.tell(Msg::Go(Place::Home));
    house.press("bar/end");
    house.press("leave/now");
    assert_eq!(house.model.settings.tongue, Tongue::EN, "every visit begins with it");
    house.tell(Msg::Begin(Place::Settings));
    house.press("scanning/two");
    assert_eq!(house.model.settings.scanning, Scanning::TwoSwitches);
    house.tell(Msg::End);
    house.press("leave/now");
    assert_eq!(house.model.settings.scanning, Scanning::Off, "a visitor's choice ends with the visit");
}

#[test]
fn a_shelter_is_ordered_by_its_days() {
    let mut house = Household::with_pin("730412");
    house.tell(Msg::Go(Place::Staff));
    "730412".chars().for_each(|c| house.press(&format!("key/{c}")));
    house.press("mode/shelter");
    assert!(own(&house).shelter_since.is_some(), "from this moment on");
    let first = |house: &Household| {
        house.page().controls().map(|control| control.id.to_string()).find(|id| id.starts_with("card/")).unwrap()
    };
    for (days, stretch, card) in [
        (0, Stretch::Days, "card/danger"),
        (4, Stretch::Weeks, "card/supplies"),
        (20, Stretch::Months, "card/recovery"),
    ] {
        (0..days).for_each(|_| house.press("opened/before"));
        assert_eq!(own(&house).stretch(house.model.standing.now), stretch);
        let mut later = house.restarted();
        later.model.standing.mode = Mode::Shelter;
        assert_eq!(first(&later), card, "{days} days more");
        later.model.standing.now.trusted = false;
        assert_eq!(first(&later), "card/danger", "without a clock they have just come");
    }
    house.press("mode/everyday");
    assert_eq!((own(&house).opened, own(&house).shelter_since), (None, None));
}

#[test]
fn a_key_on_a_silent_page_begins_speech_whatever_the_page() {
    let model = kiosk(&Tongue::JA, PANELS[0]);
    for Sample { name, mode, screen, overlay } in Screen::all(&PACK, &model.view()) {
        for key in [Msg::Keys, Msg::Stroke(engawa::screens::Stroke::Sign('x'))] {
            let mut model = model.clone();
            (model.screen, model.overlay, model.standing.mode) = (screen.clone(), overlay.clone(), mode);
            let writes = model.overlay.is_none() && screen.stroke(engawa::screens::Stroke::Sign('x')).is_some();
            if name == "quiet" || matches!(key, Msg::Stroke(_)) && writes {
                continue;
            }
            let jobs = app::update(&mut model, key.clone());
            assert_eq!(model.hearing, Hearing::On, "{name}: {key:?}");
            assert!(jobs.iter().any(|job| matches!(job, Job::Voice(Order::Say(_)))), "{name}: {key:?}");
        }
    }
}

#[test]
fn every_answer_of_the_first_start_says_what_it_is() {
    for panel in PANELS {
        let model = kiosk(&Tongue::JA, panel);
        for sample in Screen::all(&PACK, &model.view()).into_iter().filter(|s| matches!(s.screen, Screen::Setup(_))) {
            let mut model = model.clone();
            model.screen = sample.screen;
            let page = app::page(&model);
            let controls: Vec<&Control<Msg>> = page.controls().filter(|c| !c.id.starts_with("bar/")).collect();
            assert!(!controls.is_empty() || sample.name == "setup-number-drawing", "{}: no way on", sample.name);
            assert!(page.walk().iter().any(|part| matches!(part, Part::Text(_))), "{}", sample.name);
        }
    }
}

#[test]
fn the_volume_that_was_heard_is_the_one_every_visit_begins_with() {
    let mut house = begun();
    walk_to(&mut house, Step::Sound);
    (0..2).for_each(|_| house.press("volume/louder"));
    house.press("sound/heard");
    assert_eq!(house.restarted().model.settings.volume, Volume(9));
}
