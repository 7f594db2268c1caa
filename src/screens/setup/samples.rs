//! Every page of the first start, for what walks the screens.

use super::{Asks, At, Buildings, Number, State, Step, Text, View, Way, keys};
use crate::{
    job::{Origin, Printers, Typed},
    place::Kind,
    screens::{Loaded, door, samples::near},
};

/// Every page with its name; the keyboard with the longest text it takes.
pub(in crate::screens) fn all(view: &View<'_>) -> Vec<(&'static str, State)> {
    let of = |step, asks| State { asks, ..State::at(step, Way::First, view) };
    let typed = |state| State { typed: Typed("しょうがっこう".repeat(5)), ..state };
    let number = |at| State { secret: Typed("402857".to_owned()), ..of(Step::Number, Asks::Number(at)) };
    let printers = |known| State { printers: Loaded::Ready(known), ..of(Step::Print, Asks::First) };
    let buildings = |found, all| {
        let found = (0..found).map(|n| near(Kind::Shelter, n, Origin::Town).spot).collect();
        State { buildings: Loaded::Ready(Buildings { found, all }), ..of(Step::Place, Asks::First) }
    };
    let mut out = vec![
        ("setup-tongue", of(Step::Tongue, Asks::First)),
        ("setup-town", of(Step::Town, Asks::First)),
        ("setup-town-write", of(Step::Town, Asks::Write(Text::Town))),
        ("setup-name", of(Step::Place, Asks::First)),
        ("setup-name-few", buildings(5, 5)),
        ("setup-name-many", buildings(7, 120)),
        ("setup-name-write", typed(of(Step::Place, Asks::Write(Text::Name)))),
        ("setup-building", of(Step::Place, Asks::Building)),
        ("setup-entrance", of(Step::Place, Asks::Entrance)),
        ("setup-entrance-write", typed(of(Step::Place, Asks::Write(Text::Entrance)))),
        ("setup-screen", of(Step::Screen, Asks::First)),
        ("setup-clock", of(Step::Clock, Asks::First)),
        ("setup-clock-wrong", of(Step::Clock, Asks::Clock)),
        ("setup-sound", of(Step::Sound, Asks::First)),
        ("setup-silence", of(Step::Sound, Asks::Silence)),
        ("setup-print", of(Step::Print, Asks::First)),
        (
            "setup-print-known",
            printers(Printers::Known(vec!["HP_LaserJet_Pro_M404".to_owned(), "Office-2".to_owned()])),
        ),
        ("setup-print-none", printers(Printers::Known(vec![]))),
        ("setup-print-no-system", printers(Printers::NoSystem)),
        ("setup-number", of(Step::Number, Asks::First)),
        ("setup-number-drawing", number(Number::Drawing)),
        ("setup-number-shown", number(Number::Shown)),
        ("setup-number-confirm", number(Number::Confirm)),
        ("setup-number-differs", number(Number::Differs)),
        ("setup-number-set", number(Number::Set)),
        ("setup-number-taken", number(Number::Old(door::Said::Nothing))),
        ("setup-number-taken-wrong", number(Number::Old(door::Said::Wrong { left: 4 }))),
        ("setup-number-trouble", number(Number::Trouble)),
        ("setup-done", State { at: At::Done, ..State::at(Step::Number, Way::First, view) }),
        ("setup-alone", State::at(Step::Screen, Way::Alone, view)),
        ("setup-staff", State::staff(Step::Clock, view)),
    ];
    for (_, state) in &mut out {
        state.typed.0 = state.typed.0.chars().take(keys::LONGEST).collect();
    }
    out
}
