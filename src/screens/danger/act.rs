//! What to do now, verb first: by the danger, by its level, and by whether this very place is one to which people escape from it. Never that
//! a place is safe: that is for whoever issued the warning to say.

use super::told;
use crate::{
    alert::{Claim, Grade, Hazard},
    place,
    screens::View,
    words::{Line, Words},
};

/// What is known of the place where the kiosk stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screens) enum Here {
    /// Designated for this very danger.
    Designated,
    /// Not designated, or nobody here knows.
    NotKnown,
}

/// How grave it is for what is to be done.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Heed,
    /// Whoever needs long leaves now.
    Slow,
    Leave,
    Life,
}

fn step(claim: &Claim) -> Step {
    match (claim.level, claim.grade) {
        (Some(5), _) | (None, Grade::Emergency) => Step::Life,
        (Some(4), _) | (None, Grade::Danger) => Step::Leave,
        (Some(3), _) | (None, Grade::Warning) => Step::Slow,
        _ => Step::Heed,
    }
}

/// The lines, the most important first.
pub(in crate::screens) fn lines(claim: &Claim, here: Here, view: &View<'_>) -> Vec<Line> {
    let w = told::words(claim, view);
    let step = step(claim);
    if step == Step::Heed {
        return vec![told::said(&w.danger_do_heed(), w, view)];
    }
    // That staff know stands in the reader's own tongue whatever the rest is in: it holds at every level.
    let staff = match here {
        Here::Designated => view.words().danger_do_here(),
        Here::NotKnown => view.words().danger_do_staff(),
    };
    let mut own = own(claim.hazard, step, w);
    if here == Here::Designated {
        own.retain(|line| ![w.danger_do_leave(), w.danger_do_slow(), w.danger_do_run_high()].contains(line));
    }
    let own = own.iter().map(|line| told::said(line, w, view));
    // Where everybody has to leave at once, that comes first.
    match (here, step) {
        (Here::NotKnown, Step::Leave | Step::Life) => own.chain([staff]).collect(),
        _ => [staff].into_iter().chain(own).collect(),
    }
}

fn own(hazard: Hazard, step: Step, w: &Words) -> Vec<Line> {
    match (hazard, step) {
        (Hazard::Tsunami, _) => vec![w.danger_do_run_high(), w.danger_do_sea()],
        (Hazard::Earthquake, _) => vec![w.danger_do_shake()],
        (Hazard::HeavyRain | Hazard::Flood | Hazard::StormSurge, Step::Life) => {
            vec![w.danger_do_life(), w.danger_do_upstairs()]
        }
        (Hazard::Landslide, Step::Life) => vec![w.danger_do_life(), w.danger_do_cliff()],
        (Hazard::HeavyRain | Hazard::Flood | Hazard::Landslide | Hazard::StormSurge, Step::Leave) => {
            vec![w.danger_do_leave(), w.danger_do_water()]
        }
        (Hazard::HeavyRain | Hazard::Flood | Hazard::Landslide | Hazard::StormSurge, _) => {
            vec![w.danger_do_slow(), w.danger_do_water()]
        }
        (Hazard::Volcano, _) => vec![w.danger_do_volcano()],
        (Hazard::Storm | Hazard::Snowstorm | Hazard::HeavySnow | Hazard::Tornado | Hazard::Thunder, _) => {
            vec![w.danger_do_inside()]
        }
        (Hazard::HighWaves, _) => vec![w.danger_do_sea()],
        (_, Step::Life) => vec![w.danger_do_life()],
        _ => vec![w.danger_do_heed()],
    }
}

/// The hazard for which places are designated (災害対策基本法施行令 20条の4), where there is one. 大雨 of 2026 is 浸水: 内水氾濫.
pub(in crate::screens) const fn designation(hazard: Hazard) -> Option<place::Hazard> {
    match hazard {
        Hazard::HeavyRain => Some(place::Hazard::InlandFlood),
        Hazard::Flood => Some(place::Hazard::Flood),
        Hazard::Landslide => Some(place::Hazard::Landslide),
        Hazard::StormSurge => Some(place::Hazard::StormSurge),
        Hazard::Tsunami => Some(place::Hazard::Tsunami),
        Hazard::Earthquake => Some(place::Hazard::Earthquake),
        Hazard::Volcano => Some(place::Hazard::Volcano),
        _ => None,
    }
}
