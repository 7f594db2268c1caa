//! The guides of one group, one row each. Where there is nothing yet it says so, and who can help instead.

use super::{Event, Loaded, Place, View, icon};
use crate::{
    content::Entry,
    job::StoreJob,
    page::{Control, Kind, Level, Page, Part, Role},
    words::{Line, Tongue},
};
use smol_str::SmolStr;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub group: SmolStr,
    pub entries: Loaded<Arc<[Entry]>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Open(Place),
}

impl State {
    pub fn new(group: SmolStr) -> Self {
        Self { group, entries: Loaded::Waiting }
    }

    pub(super) fn needs(tongue: &Tongue) -> StoreJob {
        StoreJob::Shelf(tongue.clone())
    }
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    let Msg::Open(place) = msg;
    vec![Event::Go(place)]
}

/// Which groups of guides stand on a shelf. On an ordinary day all of disaster preparedness is one shelf.
fn groups(shelf: &str) -> Vec<&str> {
    match shelf {
        "prepare" => vec!["prepare", "danger", "supplies", "family", "body", "lifelines"],
        "procedures" => vec!["procedures", "recovery"],
        one => vec![one],
    }
}

pub fn title(state: &State, view: &View<'_>) -> Line {
    let w = view.words();
    match state.group.as_str() {
        "places" => w.home_places(),
        "board" => w.home_board(),
        group => w.get(&format!("group-{group}")).unwrap_or_else(|| w.kiosk_name()),
    }
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let mut parts = vec![Part::group(Kind::Top, [Part::text(Level::Title, title(state, view))])];
    if state.group == "phone" {
        parts.push(Part::group(
            Kind::Callout(crate::page::Tone::Hint),
            [Part::text(Level::Body, w.shelf_lessons_later())],
        ));
    }
    let order = groups(&state.group);
    let place = |entry: &Entry| order.iter().position(|group| entry.groups.iter().any(|own| own == group));
    let mut here: Vec<_> =
        state.entries.ready().into_iter().flat_map(|all| all.iter()).filter(|e| place(e).is_some()).collect();
    here.sort_by_key(|entry| place(entry));
    if here.is_empty() {
        parts.extend(view.instead(&state.entries));
    } else {
        parts.push(Part::group(Kind::List, here.into_iter().map(row)));
    }
    Page::new(parts)
}

fn row(entry: &Entry) -> Part<Msg> {
    let place = Place::Guide(entry.id.as_str().into());
    Control::new(Role::Row, format!("row/{place}"), entry.title.clone(), Msg::Open(place))
        .detail(entry.lead.clone())
        .icon(icon(&entry.icon, entry.kind))
        .into()
}
