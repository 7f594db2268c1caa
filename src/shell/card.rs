//! The card that hangs beside the kiosk: what every key, every button of a pad and the switches do, in the kiosk's own words. It stands in
//! docs/OPERATING.md, and is made here from what the devices really mean, so that the printed card cannot tell anything else.

use super::{pad, press};
use crate::{
    app::{Model, Start},
    clock::Now,
    config::{Config, Mode, Own, Signal},
    lay::Panel,
    screens::trial::{self, Does, KeyDown},
    words::{Tongue, Words},
};
use egui::Key;
use gilrs::Button;
use std::{fmt::Write as _, fs, sync::Arc};

const PAGE: &str = "docs/OPERATING.md";
const BEGIN: &str = "<!-- the card: made by src/shell/card.rs -->\n";
const END: &str = "<!-- the end of the card -->\n";

const BUTTONS: [Button; 17] = [
    Button::DPadUp,
    Button::DPadDown,
    Button::DPadLeft,
    Button::DPadRight,
    Button::South,
    Button::East,
    Button::West,
    Button::North,
    Button::LeftTrigger,
    Button::RightTrigger,
    Button::LeftTrigger2,
    Button::RightTrigger2,
    Button::LeftThumb,
    Button::RightThumb,
    Button::Start,
    Button::Select,
    Button::Mode,
];

fn kiosk(tongue: &Tongue) -> Model {
    Model::new(Start {
        config: Arc::new(Config::default()),
        own: Own::default(),
        words: Words::shipped(tongue),
        mode: Mode::Everyday,
        now: Now { at: "2026-11-21T01:05:00Z".parse().unwrap(), trusted: true },
        panel: Panel { w: 344.0, h: 194.0 },
        troubles: vec![],
    })
}

/// What has a meaning of its own, in the order of the devices.
fn keys() -> Vec<KeyDown> {
    let keys = Key::ALL.iter().map(|one| (Signal::key(one.name()), press::key(*one, false)));
    let pads = BUTTONS.iter().map(|one| (Signal::pad(&format!("{one:?}")), pad::button(*one)));
    let all =
        keys.chain(pads).filter_map(|(signal, press)| Some(KeyDown { signal: Some(signal), does: press.does()? }));
    all.filter(|key| key.does != Does::Nothing).collect()
}

fn card() -> String {
    let tongues = [kiosk(&Tongue::JA), kiosk(&Tongue::EN)];
    let mut out = String::from("| キー・ボタン | Key or button |\n|---|---|\n");
    for key in keys() {
        let state = trial::State { last: Some(key), row: 1 };
        let said = tongues.each_ref().map(|kiosk| trial::said(&state, &kiosk.view()).unwrap().plain());
        writeln!(out, "| {} | {} |", said[0], said[1]).unwrap();
    }
    out
}

#[test]
fn the_printed_card_says_what_the_keys_do() {
    let page = fs::read_to_string(PAGE).unwrap();
    let (_, rest) = page.split_once(BEGIN).unwrap_or_else(|| panic!("{PAGE} has no {BEGIN}"));
    let (printed, _) = rest.split_once(END).unwrap_or_else(|| panic!("{PAGE} has no {END}"));
    let made = card();
    assert!(printed.trim() == made.trim(), "in {PAGE} the card is to be:\n{made}");
}
