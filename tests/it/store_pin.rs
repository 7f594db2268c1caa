//! The staff PIN against patience, restarts and clocks.

use crate::store::clock;
use engawa::{
    clock::{Clock, SetClock},
    job::PinAnswer,
    store::Store,
};
use std::{sync::Arc, time::Duration};

#[test]
fn wrong_pins_shut_the_door_for_longer_and_longer() {
    let home = tempfile::tempdir().unwrap();
    let clock = clock();
    let (mut store, _) = Store::open(home.path(), Arc::clone(&clock) as Arc<dyn Clock>).unwrap();
    assert_eq!(store.check_pin("123456").unwrap(), PinAnswer::Unset);
    let pin = store.draw_pin().unwrap();
    for left in (1..=4).rev() {
        assert_eq!(store.check_pin("000000").unwrap(), PinAnswer::Wrong { left });
    }
    for seconds in [15, 30, 60, 120, 240, 480, 900, 900] {
        let wait = Duration::from_secs(seconds);
        assert_eq!(store.check_pin("000000").unwrap(), PinAnswer::Wait(wait));
        clock.advance(wait.saturating_sub(Duration::from_millis(1)));
        assert_eq!(store.check_pin(&pin).unwrap(), PinAnswer::Wait(Duration::from_millis(1)), "even the right one");
        clock.advance(Duration::from_millis(1));
    }
    assert_eq!(store.check_pin(&pin).unwrap(), PinAnswer::Right);
    assert_eq!(store.check_pin("000000").unwrap(), PinAnswer::Wrong { left: 4 }, "the right one begins anew");
}

#[test]
fn no_wait_becomes_shorter_by_starting_again_or_by_the_clock() {
    let at = |time: &str, trusted| Arc::new(SetClock::new(time.parse().unwrap(), trusted)) as Arc<dyn Clock>;
    let now = "2026-11-21T01:05:00Z";
    for (name, before, after, wanted) in [
        ("a restart", at(now, true), at("2026-11-21T01:05:10Z", true), 5),
        ("a long time", at(now, true), at("2026-11-22T01:05:00Z", true), 0),
        ("the clock set back", at(now, true), at("2026-11-21T01:04:59Z", true), 15),
        ("back to 1970", at(now, true), at("1970-01-01T00:00:00Z", true), 15),
        ("a clock nobody confirmed", at(now, true), at("2026-11-22T01:05:00Z", false), 15),
        ("a beginning nobody confirmed", at(now, false), at("2026-11-22T01:05:00Z", true), 15),
    ] {
        let home = tempfile::tempdir().unwrap();
        let (mut store, _) = Store::open(home.path(), before).unwrap();
        store.set_pin("402857").unwrap();
        for _ in 0..5 {
            store.check_pin("000000").unwrap();
        }
        drop(store);
        let (mut store, _) = Store::open(home.path(), after).unwrap();
        let wanted = match wanted {
            0 => PinAnswer::Right,
            seconds => PinAnswer::Wait(Duration::from_secs(seconds)),
        };
        assert_eq!(store.check_pin("402857").unwrap(), wanted, "{name}");
    }
}
