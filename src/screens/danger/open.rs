//! Whereto from here: the nearest place that is designated for what is in force and was open when anybody last said. That it is open now
//! nobody here knows, and it says so; whether it is safe is not for a kiosk to say.

use super::{Msg, State, escape_from};
use crate::{
    job::Near,
    page::{Control, Kind, Level, Part, Tone},
    screens::{Place, View, around, opened},
};

pub(super) fn parts(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let Some((hazard, _)) = escape_from(view) else { return vec![] };
    let all = state.around.ready().map(|nearby| nearby.found.as_slice()).unwrap_or_default();
    let mut known = all.iter().filter(|near| !around::is_refused(near.spot.origin(), view)).peekable();
    if known.peek().is_none() {
        return vec![];
    }
    let takes = |near: &&Near| {
        let status = near.spot.place.status.as_ref();
        near.spot.place.hazards.contains(&hazard)
            && status.is_some_and(|status| status.takes_people() && opened::is_recent(status, view))
    };
    match known.find(takes) {
        Some(near) => vec![nearest(near, view)],
        None => vec![Part::text(Level::Body, view.words().open_none_known())],
    }
}

fn nearest(near: &Near, view: &View<'_>) -> Part<Msg> {
    let w = view.words();
    let place = Place::Spot(near.spot.place.id.as_str().into());
    let name = around::name(w, &near.spot.name, near.spot.origin());
    let go = Control::button("danger/open", name, Msg::Open(place)).icon(around::arrow(near.way));
    let lines =
        [Part::text(Level::Lead, w.open_nearest()), go.into(), Part::text(Level::Body, around::way(w, near.way))];
    Part::group(Kind::Callout(Tone::Calm), lines.into_iter().chain(opened::parts(near, view)))
}
