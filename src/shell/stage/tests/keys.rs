//! Keys, pads and switches: what is only told, what is told apart, and what is shown and said of it.

use super::*;
use crate::{
    config::{Pulse, Scanning, Wiring},
    reading::Order,
};

impl Desk {
    fn at(place: &Place) -> Self {
        let mut desk = Self::new();
        desk.jobs = desk.stage.apply(Msg::Go(place.clone()), &mut Ems);
        desk
    }
    /// The last that was said, and nothing of it before.
    fn said(&mut self) -> String {
        let mut said = self.jobs.drain(..).filter_map(|job| match job {
            Job::Voice(Order::Say(said)) => Some(said.line.plain()),
            _ => None,
        });
        said.next_back().unwrap_or_default()
    }
}

#[test]
fn where_keys_are_practised_they_only_tell() {
    let mut desk = Desk::at(&Place::Keys);
    let all = [
        (Press::Go(Dir::Left), "左へ"),
        (Press::Choose, "えらんだ ものを"),
        (Press::Leave, "まえの 画面"),
        (Press::Home, "はじめの 画面"),
        (Press::Switches, "スイッチの 使いかた"),
        (Press::Pace(Step::More), "はやく"),
        (Press::Volume(Step::Less), "小さく"),
        (Press::Again, "もう 1度"),
        (Press::Where, "どこに いるか"),
        (Press::Turn(Turn::Next), "つぎの ページ"),
        (Press::Type("あ".into()), "字を 書きます"),
        (Press::Other, "使いません"),
    ];
    let before = desk.stage.model.settings.clone();
    for (n, (press, told)) in all.into_iter().enumerate() {
        let said = desk.key(Signal::key(&format!("K{n}")), press).said();
        assert!(said.contains(told) && said.contains(&format!("K{n}")), "{said}");
        assert!(desk.shown().contains(told), "what is said is shown");
        assert_eq!((desk.here().as_str(), &desk.stage.model.settings), ("keys", &before), "{told}");
    }
    let help = || (Signal::key("F1"), Press::Help);
    desk.key(help().0, help().1).key(help().0, help().1);
    assert_eq!(desk.here(), "home", "help twice leads away");
}

#[test]
fn whoever_has_one_switch_gets_out_of_the_practice_and_a_finger_does_too() {
    let mut desk = Desk::at(&Place::Keys);
    desk.stage.apply(Msg::Scan, &mut Ems);
    assert_eq!(desk.stage.ring(), None, "nothing is offered where nothing is pressed");
    for _ in 0..5 {
        assert_eq!(desk.here(), "keys");
        desk.key(Signal::key("Space"), Press::Step);
    }
    assert_eq!(desk.here(), "home");
    assert!(desk.stage.ring().is_some());
    let mut desk = Desk::at(&Place::Keys);
    desk.tap("trial/end");
    assert_eq!(desk.here(), "home");
}

/// Presses that a switch makes, on a box that sends a letter and on a button of a pad.
fn switch(desk: &mut Desk, name: &str) {
    let letter = Signal::key(name);
    desk.key(letter.clone(), Press::Letter);
    let typed = Deed { signal: Some(letter), press: Press::Type(name.to_lowercase()) };
    desk.jobs.extend(desk.stage.take(typed, &mut Ems));
}

#[test]
fn two_switches_of_any_kind_are_told_apart_and_used() {
    let mut desk = Desk::at(&Place::Switches);
    switch(&mut desk, "J");
    assert!(desk.said().contains("もう 1回"), "{}", desk.shown());
    switch(&mut desk, "J");
    assert!(desk.said().contains("2つ目"));
    let pad = Signal::pad("South");
    desk.key(pad.clone(), Press::Choose).key(pad.clone(), Press::Choose);
    let settings = desk.stage.model.settings.clone();
    let wiring = Wiring { step: Some(Signal::key("J")), choose: Some(pad.clone()) };
    assert_eq!((settings.scanning, settings.wiring), (Scanning::TwoSwitches, wiring));
    assert!(desk.shown().contains("スイッチ 2つ"), "the page says so: {}", desk.shown());
    for _ in 0..40 {
        if desk.here() == "home" {
            break;
        }
        if desk.stage.switches.offered().contains(&"wire/close".into()) {
            desk.key(pad.clone(), Press::Choose);
        } else {
            switch(&mut desk, "J");
        }
    }
    assert_eq!(desk.here(), "home", "they press the button that leads away");
    let (before, focus) = (desk.stage.ring(), desk.stage.focus().at().clone());
    switch(&mut desk, "J");
    assert!(desk.stage.ring() != before || *desk.stage.focus().at() != focus, "and step on");
}

#[test]
fn a_switch_that_bounces_counts_once_and_escape_changes_nothing() {
    let mut desk = Desk::at(&Place::Switches);
    let deed = || Deed { signal: Some(Signal::key("A")), press: Press::Letter };
    for ms in [600, 60] {
        desk.wait(ms);
        desk.jobs = desk.stage.take(deed(), &mut Ems);
    }
    assert!(desk.shown().contains("もう 1回"), "{}", desk.shown());
    desk.key(Signal::key("Escape"), Press::Leave);
    assert_eq!((desk.here().as_str(), desk.stage.model.settings.scanning), ("home", Scanning::Off));
    let mut desk = Desk::at(&Place::Switches);
    desk.wait(1).wait(39_000);
    assert_eq!(desk.here(), "switches");
    desk.wait(1_000);
    assert_eq!(desk.here(), "home", "nobody is left there without a key");
}

#[test]
fn one_switch_goes_at_its_own_pace_and_nothing_is_drawn_between() {
    for pulse in Pulse::STEPS {
        let mut desk = Desk::new();
        (desk.stage.model.settings.pulse, desk.stage.model.settings.scanning) = (pulse, Scanning::OneSwitch);
        desk.wait(0);
        let (offered, ms) = (desk.stage.switches.offered(), u64::try_from(pulse.duration().as_millis()).unwrap());
        assert_eq!(desk.stage.due(), desk.clock.running() + pulse.duration(), "it sleeps until the next step");
        desk.wait(ms - 1);
        assert_eq!(desk.stage.switches.offered(), offered);
        desk.wait(1);
        assert_ne!(desk.stage.switches.offered(), offered, "after {} s", pulse.seconds());
        // A press begins the time anew.
        desk.wait(ms / 2).press(Press::Step);
        assert_eq!(desk.stage.due(), desk.clock.running() + pulse.duration());
    }
}

#[test]
fn where_one_is_names_the_page_the_leaf_and_what_has_the_focus() {
    let mut desk = Desk::at(&Place::Settings);
    desk.press(Press::Go(Dir::Next)).wait(600).press(Press::Where);
    let (leaf, focus) = (desk.stage.leaf(), desk.stage.focus().at().clone());
    let controls: Vec<_> = leaf.controls().collect();
    let n = controls.iter().position(|control| control.id == focus).unwrap() + 1;
    let (name, count) = (controls[n - 1].name.plain(), controls.len());
    let said = desk.said();
    for part in ["見えかたと 声", "1ページ目", &format!("{count}こ"), &format!("{n}こ目"), &name] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
}

#[test]
fn louder_and_faster_are_seen_too_and_for_a_moment() {
    let mut desk = Desk::new();
    desk.then(Press::Volume(Step::More));
    assert!(desk.shown().contains("10の うち 8"), "{}", desk.shown());
    desk.then(Press::Pace(Step::Less));
    assert!(desk.shown().contains("7つの うち 3"), "{}", desk.shown());
    assert!(desk.stage.due() <= desk.clock.running() + Duration::from_secs(6));
    let focus = desk.stage.focus().at().clone();
    desk.wait(6_000);
    assert!(!desk.shown().contains("7つの うち"), "{}", desk.shown());
    assert_eq!(desk.stage.focus().at(), &focus);
    for _ in 0..20 {
        desk.then(Press::Volume(Step::Less));
    }
    assert!(desk.shown().contains("声は 出ません"), "at its end it says so: {}", desk.shown());
}

#[test]
fn a_pad_that_comes_or_goes_says_so_and_stops_nothing() {
    let mut desk = Desk::at(&Place::Search);
    desk.press(Press::Type("みず".into())).wait(600).jobs.clear();
    desk.jobs = desk.stage.apply(Msg::Pads(1), &mut Ems);
    assert_eq!(desk.said(), "", "what was there from the beginning is nothing new");
    desk.jobs = desk.stage.apply(Msg::Pads(0), &mut Ems);
    assert!(desk.said().contains("はずれました") && desk.shown().contains("はずれました"));
    desk.jobs = desk.stage.apply(Msg::Pads(1), &mut Ems);
    assert!(desk.said().contains("使えます") && desk.shown().contains("使えます"));
    assert_eq!(desk.here(), "search");
    assert!(desk.shown().contains("みず"), "nothing is lost: {}", desk.shown());
    desk.key(Signal::pad("South"), Press::Choose);
}

#[test]
fn what_lies_over_a_page_keeps_the_focus_and_gives_it_back() {
    for (opens, closes) in [(Press::Help, "help/close"), (Press::Choose, "tongue/close")] {
        let mut desk = Desk::new();
        desk.wait(600).walk_to("bar/language").then(opens);
        for dir in [Dir::Next, Dir::Back, Dir::Left, Dir::Right, Dir::Up, Dir::Down].repeat(4) {
            desk.press(Press::Go(dir));
            let focus = desk.stage.focus().at().clone();
            assert!(desk.stage.leaf().control(&focus).is_some() && !focus.starts_with("card/"), "{focus}");
        }
        desk.wait(600).walk_to(closes).then(Press::Choose);
        assert_eq!(desk.stage.focus().at(), "bar/language");
    }
}
