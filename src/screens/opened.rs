//! Whether a place was open, as far as anybody has said, and how long ago that was. Nobody here knows whether it still is.

use super::{View, view};
use crate::{
    clock::Now,
    job::{Near, STAFF},
    page::{Level, Part},
    place::{Open, Room, Status},
    words::{Line, Words},
};
use jiff::{
    SignedDuration, Timestamp,
    civil::DateTime,
    tz::{self, TimeZone},
};

/// What was said of it, with its age, by whom; and that nobody knows how it is now.
pub(super) fn parts<M>(near: &Near, view: &View<'_>) -> Vec<Part<M>> {
    let w = view.words();
    let mut out = vec![];
    if let Some(status) = near.spot.place.status.as_ref().filter(|status| says_something(status)) {
        out.extend(said(near, status, w).into_iter().map(|line| Part::text(Level::Body, line)));
        out.extend(since(status, view, DaySaid::Always).map(|line| Part::text(Level::Body, line)));
        let when = [Some(when(status, w)), ago(status, view)].into_iter().flatten().reduce(|a, b| apart(&a, &b));
        out.extend(when.map(|line| Part::text(Level::Age, line)));
        let source = near.spot.status_from.as_ref().filter(|source| **source != near.spot.source);
        let told = |source: &smol_str::SmolStr| match source.as_str() {
            STAFF => w.places_told_by_staff(),
            file => w.places_told_by(file),
        };
        out.extend(source.map(|source| Part::text(Level::Note, told(source))));
    }
    out.push(Part::text(Level::Body, w.places_open_unknown()));
    out
}

/// The same in a few words, for lists.
pub(super) fn short(near: &Near, view: &View<'_>) -> Option<Line> {
    let w = view.words();
    let status = near.spot.place.status.as_ref().filter(|status| says_something(status))?;
    let line = said(near, status, w).into_iter().reduce(|a, b| apart(&a, &b))?;
    Some(apart(&line, &ago(status, view).unwrap_or_else(|| when(status, w))))
}

fn apart(a: &Line, b: &Line) -> Line {
    a.join(&Line::verbatim("　")).join(b)
}

fn says_something(status: &Status) -> bool {
    status.open != Open::Unknown || status.people.is_some() || !status.text.is_empty()
}

fn said(near: &Near, status: &Status, w: &Words) -> Vec<Line> {
    let plain = match (status.open, status.room) {
        (Open::Open, Room::Full) => Some(w.places_was_full()),
        (Open::Open, Room::Nearly) => Some(w.places_was_nearly_full()),
        (Open::Open, Room::Unknown) => Some(w.places_was_open()),
        (Open::Closed, _) => Some(w.places_was_closed()),
        (Open::Unknown, _) => None,
    };
    let text = (!status.text.is_empty()).then(|| w.places_was_said(near.spot.line(&status.text)));
    let people = status.people.filter(|_| status.open != Open::Closed);
    let people = people.map(|people| w.places_was_people(w.places_how_many(people.to_string())));
    plain.or(text).into_iter().chain(people).collect()
}

/// Since when it was open or closed, where that is not when it was told.
fn since(status: &Status, view: &View<'_>, day: DaySaid) -> Option<Line> {
    let (w, now) = (view.words(), view.standing.now);
    let since = civil(&status.since).filter(|_| status.since != status.as_of)?;
    let since = Now { at: since, trusted: true };
    let today = day == DaySaid::Else && now.trusted && since.jst().date() == now.jst().date();
    let when = || match status.since.contains('T') {
        true if today => w.time(since.jst().time()),
        true => view::full_time(since, w),
        false => w.date(since.jst().date()),
    };
    match status.open {
        Open::Open => Some(w.places_open_since(when())),
        Open::Closed => Some(w.places_closed_since(when())),
        Open::Unknown => None,
    }
}

/// Whether the day stands with a time that is of today.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DaySaid {
    Always,
    Else,
}

/// How it was and since when, in one line with its age; the room there was is said in any case.
pub(super) fn with_since(near: &Near, view: &View<'_>) -> Option<Line> {
    let w = view.words();
    let status = near.spot.place.status.as_ref().filter(|status| says_something(status))?;
    let mut said = said(near, status, w);
    if let (Room::Unknown, Some(since), Some(first)) =
        (status.room, since(status, view, DaySaid::Else), said.first_mut())
    {
        *first = since;
    }
    let age = ago(status, view).unwrap_or_else(|| when(status, w));
    said.into_iter().chain([age]).reduce(|a, b| apart(&a, &b))
}

/// What is told of it is not older than a day, by a clock that is believed.
pub(super) fn is_recent(status: &Status, view: &View<'_>) -> bool {
    let now = view.standing.now;
    at(status).is_some_and(|at| now.trusted && now.at.duration_since(at) <= SignedDuration::from_hours(24))
}

/// When that was, as the data say it.
fn when(status: &Status, w: &Words) -> Line {
    let Some(at) = at(status) else {
        return if status.as_of.is_empty() { w.places_when_unknown() } else { Line::verbatim(&status.as_of) };
    };
    let now = Now { at, trusted: true };
    if status.as_of.contains('T') { view::full_time(now, w) } else { w.date(now.jst().date()) }
}

fn at(status: &Status) -> Option<Timestamp> {
    civil(&status.as_of)
}

fn civil(text: &str) -> Option<Timestamp> {
    let time: DateTime = text.parse().ok()?;
    time.to_zoned(TimeZone::fixed(tz::offset(9))).ok().map(|at| at.timestamp())
}

/// How long ago: only by a clock that is believed.
fn ago(status: &Status, view: &View<'_>) -> Option<Line> {
    let (w, now) = (view.words(), view.standing.now);
    let then = at(status).filter(|_| now.trusted)?;
    let age = now.at.duration_since(then);
    std::time::Duration::try_from(age).ok().map(|age| w.ago(age))
}
