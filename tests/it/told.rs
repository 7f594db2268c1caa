//! What staff tell of the town at the glass: chosen or written, read back, kept with its time, put over the town's file, and written out as a piece of it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

use crate::household::Household;
use engawa::{
    clock::{Clock, SetClock},
    config::{Change, Own, Told},
    content::Said,
    screens::{
        Place, Screen,
        told::{About, State},
    },
    store::Store,
};
use std::{process::Command, sync::Arc};

fn at(about: About) -> Household {
    let mut house = Household::of_counters();
    open(&mut house, about);
    house
}

/// From the staff page, as its button does.
fn open(house: &mut Household, about: About) {
    house.model.screen = Screen::staff();
    house.press(if about == About::Event { "staff/event" } else { "staff/town" });
}

fn recorded(house: &Household) -> serde_json::Value {
    house.kept().ledger_after(0).unwrap().last().unwrap().value["event"].clone()
}

fn said(house: &Household, key: &str) -> Option<Said> {
    house.model.standing.config.city.get(key).map(|value| value.said.clone())
}

#[test]
fn staff_say_what_holds_in_a_disaster_and_that_nobody_knows() {
    let mut house = at(About::Event);
    house.press("told/event.relief_act");
    house.press("say/yes");
    assert!(house.text().contains("決まった"), "{}", house.text());
    assert_eq!(said(&house, "event.relief_act"), None, "not before it is confirmed");
    house.press("told/put");
    assert_eq!(said(&house, "event.relief_act"), Some(Said::Flag(true)));
    let record = serde_json::json!({"what": "town-told", "key": "event.relief_act", "said": "true", "role": "staff"});
    assert_eq!(recorded(&house), record);
    assert!(house.text().contains("職員が 午前10時"), "{}", house.text());

    house.press("told/event.relief_act");
    house.press("say/unknown");
    house.press("told/put");
    assert_eq!((said(&house, "event.relief_act"), recorded(&house)["said"].as_str()), (None, Some("unknown")));
    // A power cut later the same holds.
    assert_eq!(house.restarted().model.standing.own.told, house.model.standing.own.told);
    house.press("told/event.relief_act");
    house.press("say/file");
    assert_eq!(house.model.standing.own.told, []);
}

#[test]
fn a_day_is_counted_to_and_stands_where_it_is_asked_for() {
    let mut house = at(About::Event);
    house.press("told/event.repair_deadline");
    for press in
        ["day/month-on", "day/month-on", "day/week-on", "day/back", "day/on", "day/end", "day/take", "told/put"]
    {
        house.press(press);
    }
    assert_eq!(said(&house, "event.repair_deadline"), Some(Said::Date(jiff::civil::date(2027, 1, 31))));
    house.tell(engawa::app::Msg::Go("procedure/disaster/dis-07".parse::<Place>().unwrap()));
    assert!(house.text().contains("2027年1月31日"), "{}", house.text());
}

#[test]
fn what_the_town_has_not_said_is_listed_with_where_it_is_shown_and_written_with_the_keys() {
    let mut house = at(About::Town);
    let row = |house: &Household, key: &str| {
        let page = house.page();
        page.control(&format!("told/{key}")).map(|row| row.detail.plain())
    };
    let shown = row(&house, "office.tax").unwrap();
    assert!(shown.contains("出る ところ："), "{shown}");
    assert!(row(&house, "event.hijo").is_none(), "that is told on the other page");
    let open = house.text();

    house.press("told/office.tax");
    house.type_in("せ゛いむか");
    house.press("told/next");
    for key in ["0", "0", "0", "-", "1", "2", "3", "4"] {
        house.press(&format!("key/{key}"));
    }
    house.press("told/next");
    assert!(house.text().contains("ぜいむか 電話 000-1234"), "{}", house.text());
    house.press("told/put");
    let Some(Said::Office(office)) = said(&house, "office.tax") else { panic!("{:?}", said(&house, "office.tax")) };
    assert_eq!((office.name.plain().as_str(), office.phone.as_deref()), ("ぜいむか", Some("000-1234")));
    // Which, but not what: it is text.
    let record = serde_json::json!({"what": "town-told", "key": "office.tax", "role": "staff"});
    assert_eq!(recorded(&house), record);
    assert!(house.text().contains("ここで 書いた こと") && house.text() != open, "{}", house.text());

    house.press("told/volunteer.call");
    house.press("key/1");
    house.press("told/next");
    assert!(house.text().contains("この 書きかたは 使えません"), "{}", house.text());
    assert!(house.page().control("told/put").is_none(), "what cannot be used cannot be kept");
    house.press("told/again");
    for key in ["1", "1", "9"] {
        house.press(&format!("key/{key}"));
    }
    house.press("told/next");
    house.press("told/put");
    assert!(row(&house, "volunteer.call").unwrap().contains("119"));
}

#[test]
fn it_is_not_behind_any_address_and_gone_back_from() {
    let mut house = at(About::Event);
    house.press("told/event.hijo");
    house.tell(engawa::app::Msg::Back);
    assert!(house.page().control("told/event.hijo").is_some(), "back to the list");
    house.press("told/cancel");
    assert!(house.page().control("staff/event").is_some(), "back to the staff page");
    assert_eq!(State::new(About::Town, &house.model.view()).about, About::Town);
}

#[test]
fn scripts_are_told_the_same_as_guests() {
    let home = tempfile::tempdir().unwrap();
    let clock = Arc::new(SetClock::new("2026-11-22T01:00:00Z".parse().unwrap(), true));
    let (mut store, _) = Store::open(home.path(), Arc::clone(&clock) as Arc<dyn Clock>).unwrap();
    let mut tell = |key: &str, said: Option<&str>| {
        let at = "2026-11-22T01:00:00Z".parse().unwrap();
        let change = Change::Told(Told { key: key.into(), said: said.map(str::to_owned), at });
        let mut own: Own = store.own().unwrap();
        own.apply(change.clone());
        store.set_own(&own, &change).unwrap();
    };
    let run = |args: &[&str]| {
        let home = home.path().to_str().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_engawa"));
        let out = command.args(args).args(["--home", home, "--json", "--now", "2026-11-22T10:00:00+09:00"]).output();
        serde_json::from_slice::<serde_json::Value>(&out.unwrap().stdout).unwrap()
    };
    let damaged = [
        "navigate",
        "disaster",
        "--answer",
        "safe=yes",
        "--answer",
        "home=own",
        "--answer",
        "damage=hankai",
        "--answer",
        "plan=repair",
        "--answer",
        "demolish=no",
    ];
    let has =
        |told: &serde_json::Value, list: &str| told[list].as_array().unwrap().iter().any(|item| item["id"] == "dis-07");
    for (said, lists) in [(Some("true"), [true, false]), (Some("false"), [false, false]), (None, [false, true])] {
        tell("event.relief_act", said);
        let told = run(&damaged);
        let certain = has(&told, "must") || has(&told, "depends");
        assert_eq!([certain, has(&told, "confirm")], lists, "{said:?}");
    }
    tell("event.repair_deadline", Some("2027-01-31"));
    let told = run(&damaged);
    let repair = told["confirm"].as_array().unwrap().iter().find(|item| item["id"] == "dis-07").unwrap();
    assert_eq!(repair["deadline"], "いつまで：2027年1月31日");
    let told = run(&["told"]);
    assert_eq!(
        told["values"][1],
        serde_json::json!({
            "key": "event.repair_deadline", "said": "2027-01-31", "at": "2026-11-22T01:00:00Z"
        })
    );
    let toml = told["toml"].as_str().unwrap();
    assert!(toml.starts_with("[city]\n# event.relief_act") && toml.contains("value = 2027-01-31, from ="), "{toml}");
}
