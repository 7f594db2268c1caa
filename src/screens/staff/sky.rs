//! The receiver of satellites, for staff: whether there is one, whether it hears anything, and when it heard a message last.

use crate::{
    alert::{Ear, Sky},
    clock::Now,
    page::{Kind, Level, Part, Tone},
    screens::{View, danger::time},
    words::Line,
};

pub(super) fn parts<M>(sky: &Sky, view: &View<'_>) -> Vec<Part<M>> {
    let (w, now) = (view.words(), view.standing.now);
    let body = |line: Line| Part::text(Level::Body, line);
    let mut out = vec![Part::text(Level::Heading, w.sky_title())];
    let told = match sky.ear(now.at) {
        Ear::NoReceiver => vec![body(w.sky_none()), body(w.sky_none_do())],
        Ear::Closed => vec![body(w.sky_closed())],
        Ear::NoSatellites => {
            let lines = [body(w.trouble_sky_deaf()), body(w.sky_deaf_do())];
            vec![Part::group(Kind::Callout(Tone::Hint), lines)]
        }
        Ear::Hears => {
            let at = time(sky.seen.unwrap_or(now.at), view);
            vec![body(match sky.satellites.filter(|count| *count > 0) {
                Some(count) => w.sky_satellites(u32::from(count), at),
                None => w.sky_hears(at),
            })]
        }
    };
    out.extend(told);
    if let Some(port) = &sky.port {
        out.push(body(sky.heard.map_or_else(|| w.sky_no_message(), |heard| w.sky_message(when(heard, now, view)))));
        out.push(Part::text(Level::Note, w.sky_plugged(port)));
    }
    out
}

/// With how long ago that was, by a clock that is believed.
fn when(at: jiff::Timestamp, now: Now, view: &View<'_>) -> Line {
    let w = view.words();
    let ago = now.trusted.then(|| std::time::Duration::try_from(now.at.duration_since(at)).ok()).flatten();
    match ago {
        Some(ago) => w.staff_both(time(at, view), w.ago(ago)),
        None => time(at, view),
    }
}
