//! What the screens about places share: the words for kinds, hazards, ways and openings, and the mark on samples.

use super::View;
use crate::{
    config::Mode,
    job::{Near, Origin, Way},
    page::{Kind as Group, Level, Part, Tone},
    place::{Bearing, Hazard, Kind},
    words::{Line, Words, is_kanji},
};

/// In the order in which they are needed: life first.
pub(super) const KINDS: [Kind; 10] = [
    Kind::EmergencySite,
    Kind::Shelter,
    Kind::Water,
    Kind::Toilet,
    Kind::Aed,
    Kind::Medical,
    Kind::Wifi,
    Kind::Facility,
    Kind::Care,
    Kind::Child,
];

/// In the order in which they come over most towns.
pub(super) const HAZARDS: [Hazard; 8] = [
    Hazard::Flood,
    Hazard::Landslide,
    Hazard::Earthquake,
    Hazard::Fire,
    Hazard::InlandFlood,
    Hazard::Tsunami,
    Hazard::StormSurge,
    Hazard::Volcano,
];

pub(super) const fn icon(kind: Kind) -> &'static str {
    match kind {
        Kind::EmergencySite => "run",
        Kind::Shelter => "house",
        Kind::Aed => "aed",
        Kind::Wifi => "wifi",
        Kind::Toilet => "toilet",
        Kind::Medical => "medical",
        Kind::Care => "heart",
        Kind::Child => "family",
        Kind::Facility => "school",
        Kind::Water => "drop",
    }
}

/// The arrow that points there on a map with north above; a pin where there is no way to go.
pub(super) fn arrow(way: Option<Way>) -> &'static str {
    way.filter(|way| way.distance >= HERE).map_or("pin", |way| toward(way.bearing))
}

const fn toward(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::North => "to-n",
        Bearing::NorthEast => "to-ne",
        Bearing::East => "to-e",
        Bearing::SouthEast => "to-se",
        Bearing::South => "to-s",
        Bearing::SouthWest => "to-sw",
        Bearing::West => "to-w",
        Bearing::NorthWest => "to-nw",
    }
}

fn word(w: &Words, key: &str) -> Line {
    w.get(&format!("places-{key}")).unwrap_or_else(|| Line::verbatim(key))
}

pub(super) fn kind(w: &Words, kind: Kind) -> Line {
    word(w, kind.name())
}

/// What 指定緊急避難場所 and 指定避難所 are: they are not the same.
pub(super) fn about(w: &Words, kind: Kind) -> Option<Line> {
    w.get(&format!("places-{}-about", kind.name()))
}

pub(super) fn short(w: &Words, kind: Kind) -> Option<Line> {
    w.get(&format!("places-{}-short", kind.name()))
}

pub(super) fn hazard(w: &Words, hazard: Hazard) -> Line {
    word(w, hazard.name())
}

pub(super) fn hazard_in_full(w: &Words, hazard: Hazard) -> Line {
    word(w, &format!("{}-long", hazard.name()))
}

/// Closer than this one is there.
const HERE: f64 = 15.0;

/// 「北東へ 350メートル」: no more exact than a straight line is good for.
pub(super) fn way(w: &Words, way: Option<Way>) -> Line {
    match way {
        None => w.places_far_unknown(),
        Some(way) if way.distance < HERE => w.places_here(),
        Some(way) => w.places_way(word(w, way.bearing.name()), w.distance(way.distance)),
    }
}

/// Samples are not shown where somebody may need to go somewhere.
pub(super) fn is_refused(origin: Origin, view: &View<'_>) -> bool {
    origin == Origin::Sample && view.standing.mode == Mode::Shelter
}

/// Instead of samples in a shelter: that nothing is known here yet, and whom to ask.
pub(super) fn refused<M>(view: &View<'_>) -> Vec<Part<M>> {
    let w = view.words();
    let number = view.standing.config.call.number.as_ref().map(|number| w.places_ask_number(number));
    let lines = [
        Part::text(Level::Lead, w.places_sample_refused()),
        Part::text(Level::Body, w.places_ask()),
        Part::text(Level::Note, w.places_sample_refused_why()),
    ];
    lines.into_iter().chain(number.map(|line| Part::text(Level::Body, line))).collect()
}

/// Stands above everything that shows samples.
pub(super) fn mark<M>(origin: Origin, w: &Words) -> Option<Part<M>> {
    let note = || Part::group(Group::Callout(Tone::Care), [Part::text(Level::Body, w.places_sample_note())]);
    (origin == Origin::Sample).then(note)
}

/// The same where every row is marked too.
pub(super) fn mark_shortly<M>(origin: Origin, w: &Words) -> Option<Part<M>> {
    (origin == Origin::Sample).then(|| Part::text(Level::Age, w.places_sample_note()))
}

/// 「洪水・地震」
pub(super) fn listed(names: impl Iterator<Item = Line>) -> Option<Line> {
    names.reduce(|all, name| all.join(&Line::verbatim("・")).join(&name))
}

/// The name, marked where it is that of a sample.
pub(super) fn name(w: &Words, name: &Line, origin: Origin) -> Line {
    match origin {
        Origin::Town => name.clone(),
        Origin::Sample => w.places_sample_named(name),
    }
}

/// The reading, where it does not stand on the name.
pub(super) fn kana(near: &Near) -> Option<Line> {
    let unread = near.spot.name.bits().iter().any(|bit| bit.ruby.is_empty() && bit.base.chars().any(is_kanji));
    (unread && !near.spot.kana.is_empty()).then(|| Line::verbatim(&near.spot.kana))
}

/// Headers under which a town's staff write how one walks there.
const WALKS: [&str; 4] = ["行き方", "行きかた", "道順", "way"];

pub(super) fn is_walk(label: &str) -> bool {
    WALKS.contains(&label.trim())
}

/// 「入口から 右へ 10歩」
pub(super) fn walk(near: &Near) -> Option<Line> {
    near.spot.place.details.iter().find(|detail| is_walk(&detail.label)).map(|detail| near.spot.line(&detail.text))
}

/// The building, the floor, where in it.
pub(super) fn room(near: &Near) -> Option<Line> {
    let place = &near.spot.place;
    let parts = [&place.building, &place.inside].into_iter().filter(|text| !text.is_empty());
    parts.map(|text| near.spot.line(text)).reduce(|all, part| all.join(&Line::verbatim(" ")).join(&part))
}
