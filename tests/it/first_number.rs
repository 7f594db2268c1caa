//! The number of staff at the first start: made by the machine, shown once, set by whoever is first or knows the one there is, and nowhere to
//! be read afterwards.

use crate::{
    first::{begun, number_shown, setup_of, walk_to},
    household::Household,
};
use engawa::{
    app::Msg,
    clock::SetClock,
    config::Step,
    job::{Answer, StoreJob},
    screens::{Place, Screen},
    store::Store,
};
use std::sync::Arc;

#[test]
fn a_number_is_set_by_whoever_is_first_and_by_nobody_else() {
    let mut house = Household::with_pin("730412");
    house.tell(Msg::Begin(Place::Setup(Some(Step::Number))));
    house.press("number/draw");
    assert!(house.text().contains("もう 決まって います"), "before anybody writes a number on paper: {}", house.text());
    house.tell(Msg::Go(Place::Staff));
    "730412".chars().for_each(|c| house.press(&format!("key/{c}")));
    house.press("own/number");
    house.press("number/draw");
    let pin = number_shown(&house);
    house.press("number/written");
    pin.chars().for_each(|c| house.press(&format!("key/{c}")));
    house.press("setup/next");
    assert!(matches!(house.model.screen, Screen::Staff(_)), "whoever came through the door changes it");
    house.tell(Msg::Go(Place::Home));
    house.tell(Msg::Go(Place::Staff));
    pin.chars().for_each(|c| house.press(&format!("key/{c}")));
    assert!(matches!(house.model.screen, Screen::Staff(_)));
}

#[test]
fn whoever_knows_the_number_may_have_another_while_setting_up_again() {
    let mut house = Household::with_pin("730412");
    house.tell(Msg::Begin(Place::Setup(None)));
    walk_to(&mut house, Step::Number);
    house.press("number/draw");
    "111213".chars().for_each(|c| house.press(&format!("key/{c}")));
    assert!(house.text().contains("番号が ちがいます"), "{}", house.text());
    "730412".chars().for_each(|c| house.press(&format!("key/{c}")));
    let pin = number_shown(&house);
    assert_ne!(pin, "730412");
    house.press("number/written");
    pin.chars().for_each(|c| house.press(&format!("key/{c}")));
    assert!(
        house.text().contains("番号が 決まりました") && setup_of(&house).holds_nothing_secret(),
        "{}",
        house.text()
    );
    house.press("setup/next");
    house.press("setup/finish");
    house.tell(Msg::Go(Place::Staff));
    pin.chars().for_each(|c| house.press(&format!("key/{c}")));
    assert!(matches!(house.model.screen, Screen::Staff(_)), "the new number counts");
}

#[test]
fn guessing_the_number_while_setting_up_shuts_the_door_for_a_while() {
    let mut house = Household::with_pin("730412");
    house.tell(Msg::Begin(Place::Setup(Some(Step::Number))));
    house.press("number/draw");
    let closed = |house: &Household| house.text().contains("しばらく お待ちください");
    for _ in 0..9 {
        if !closed(&house) {
            "111213".chars().for_each(|c| house.press(&format!("key/{c}")));
        }
    }
    assert!(closed(&house) && house.model.screen.counts(), "{}", house.text());
    "730412".chars().for_each(|c| house.press(&format!("key/{c}")));
    assert!(closed(&house), "nothing is tried while it waits");
    house.wait(60 * 60);
    house.tell(Msg::Tick { now: house.model.standing.now, running: house.model.standing.running });
    house.tell(Msg::Begin(Place::Setup(Some(Step::Number))));
    house.press("number/draw");
    "730412".chars().for_each(|c| house.press(&format!("key/{c}")));
    assert_eq!(number_shown(&house).len(), 6);
}

#[test]
fn a_number_that_the_machine_makes_is_never_weak_and_seldom_the_same() {
    let home = tempfile::tempdir().unwrap();
    let clock = Arc::new(SetClock::new("2026-11-21T01:05:00Z".parse().unwrap(), true));
    let (mut store, _) = Store::open(home.path(), clock).unwrap();
    let drawn: Vec<String> = (0..200).map(|_| Store::propose_pin().unwrap()).collect();
    for pin in drawn.iter().take(3) {
        store.set_pin(pin).unwrap_or_else(|err| panic!("{pin}: {err}"));
    }
    let seen: std::collections::BTreeSet<_> = drawn.iter().filter(|pin| pin.len() == 6).collect();
    assert!(seen.len() > 190, "{}", seen.len());
}

#[test]
fn a_number_is_in_no_log_and_no_message() {
    let mut house = begun();
    walk_to(&mut house, Step::Number);
    house.press("number/draw");
    let pin = number_shown(&house);
    let shown = format!("{:?}", setup_of(&house));
    assert!(!shown.contains(&pin), "{shown}");
    let asked = StoreJob::SetPin { pin: engawa::job::Typed(pin.clone()), hand: engawa::job::Hand::First };
    assert!(!format!("{asked:?} {:?}", Answer::Drawn(engawa::job::Typed(pin.clone()))).contains(&pin));
    house.tell(Msg::Home);
    assert!(!format!("{:?}", house.model.screen).contains(&pin));
}
