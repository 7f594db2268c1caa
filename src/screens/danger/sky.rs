//! How the satellites are heard, beside what they and the network said: a receiver that hears them and has had no message for hours is as it
//! should be, and one that hears none says so. Where there is no receiver nothing is said; staff are told.

use super::told::{age, time};
use crate::{
    alert::{Ear, Source},
    job::Situation,
    page::{Level, Part},
    screens::View,
    words::Line,
};
use jiff::Timestamp;

/// Of the satellites, among the sources.
pub(super) fn is_satellite(source: &Source) -> bool {
    source.id == "qzss"
}

/// 「衛星：14:05に 聞こえました」, unless the page says so already.
pub(super) fn parts<M>(situation: &Situation, view: &View<'_>) -> Option<Part<M>> {
    let sky = situation.sky?;
    let newest = situation.sources.iter().max_by_key(|source| source.last_heard);
    let said = newest.is_some_and(|newest| is_satellite(newest) && !newest.stale);
    match (sky.ear, sky.seen) {
        (Ear::Hears, Some(seen)) if !said => Some(Part::text(Level::Age, heard_at(seen, view))),
        (Ear::NoSatellites, _) => Some(Part::text(Level::Age, view.words().sky_deaf())),
        _ => None,
    }
}

pub(super) fn heard_at(at: Timestamp, view: &View<'_>) -> Line {
    let (w, time) = (view.words(), time(at, view));
    match age(at, view.standing.now) {
        Some(age) => w.sky_heard(w.ago(age), time),
        None => w.sky_heard_when(time),
    }
}
