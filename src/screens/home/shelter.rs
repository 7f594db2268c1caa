//! How this very shelter was when anybody last said, and where else there was room: on the first page, where people look who have just come,
//! and only as long as it is news. In few words: the six questions come first.

use super::{Msg, State, WIDE};
use crate::{
    job::{Near, Wanted},
    page::{Control, Kind, Level, Part, Role},
    place::{Kind as PlaceKind, LatLon, Status},
    screens::{Place, View, around, opened},
    words::Line,
};

/// So many are looked through, the nearest first.
const MOST: usize = 24;
/// Metres within which a shelter of a name that is not ours is ours all the same: its grounds.
const GROUNDS: f64 = 60.0;
/// Metres within which a longer or shorter form of our name means us.
const NAMED: f64 = 300.0;

pub(super) const fn wanted(from: Option<LatLon>) -> Wanted {
    Wanted { kind: Some(PlaceKind::Shelter), hazard: None, from, limit: MOST }
}

/// This shelter and the nearest other that takes people, as far as anything new was said of them.
pub(super) struct Own<'s> {
    here: Option<&'s Near>,
    other: Option<&'s Near>,
}

impl<'s> Own<'s> {
    pub(super) fn of(state: &'s State, view: &View<'_>) -> Self {
        let all = state.around.ready().map(|nearby| nearby.found.as_slice()).unwrap_or_default();
        let all: Vec<&Near> = all.iter().filter(|near| !around::is_refused(near.spot.origin(), view)).collect();
        let here = this(&all, view);
        let is_here = |near: &Near| here.is_some_and(|here| here.spot.place.id == near.spot.place.id);
        let takes = |near: &&&Near| !is_here(near) && told(near, view).is_some_and(Status::takes_people);
        Self { here: here.filter(|near| told(near, view).is_some()), other: all.iter().find(takes).copied() }
    }

    /// Not on small glass: there the six questions are the first page, and 「ちかくの 場所」 tells the same.
    pub(super) fn before(&self, view: &View<'_>) -> Option<Part<Msg>> {
        self.line(view).filter(|_| view.standing.panel.w >= WIDE)
    }

    pub(super) fn after(&self, view: &View<'_>) -> Option<Part<Msg>> {
        self.other.filter(|_| view.standing.panel.w >= WIDE).map(|near| row(near, view))
    }

    fn line(&self, view: &View<'_>) -> Option<Part<Msg>> {
        let how = self.here.and_then(|near| opened::with_since(near, view))?;
        Some(Part::text(Level::Age, view.words().home_this_shelter(how)))
    }
}

/// What was said of it, as long as it is news.
fn told<'n>(near: &'n Near, view: &View<'_>) -> Option<&'n Status> {
    near.spot.place.status.as_ref().filter(|status| opened::is_recent(status, view))
}

/// By its name, else by where it stands.
fn this<'n>(all: &[&'n Near], view: &View<'_>) -> Option<&'n Near> {
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    let own = view.standing.config.place.as_deref().map(|place| plain(&Line::parse(place).plain())).unwrap_or_default();
    let away = |near: &Near| near.way.map_or(f64::INFINITY, |way| way.distance);
    let named = |near: &&&Near| {
        let name = plain(&near.spot.place.name);
        !own.is_empty() && (name == own || (name.contains(&own) || own.contains(&name)) && away(near) <= NAMED)
    };
    all.iter().find(named).or_else(|| all.iter().find(|near| away(near) <= GROUNDS)).copied()
}

fn row(near: &Near, view: &View<'_>) -> Part<Msg> {
    let w = view.words();
    let place = Place::Spot(near.spot.place.id.as_str().into());
    let name = w.home_other_shelter(around::name(w, &near.spot.name, near.spot.origin()));
    let way = around::way(w, near.way);
    let detail = match opened::short(near, view) {
        Some(how) => way.join(&Line::verbatim("　")).join(&how),
        None => way,
    };
    let row = Control::new(Role::Row, "home/other-shelter", name, Msg::Open(place));
    Part::group(Kind::List, [row.icon(around::arrow(near.way)).detail(detail).into()])
}
