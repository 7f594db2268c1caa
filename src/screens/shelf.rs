//! The guides of one group, one row each. Where there is nothing yet it says so, and who can help instead.

use super::{Event, Loaded, Place, View, board, icon, town};
use crate::{
    config::{Mode, Stretch},
    content::{Entry, Kind as EntryKind, Phase},
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

    pub(super) fn needs(&self, tongue: &Tongue) -> StoreJob {
        StoreJob::Shelf { groups: self.groups(), tongue: tongue.clone() }
    }

    /// Which groups of guides stand on it, in this order. On an ordinary day all of disaster preparedness is one shelf.
    pub(super) fn groups(&self) -> Vec<SmolStr> {
        let groups: &[&'static str] = match self.group.as_str() {
            "prepare" => &["prepare", "danger", "supplies", "family", "body", "lifelines"],
            "procedures" => &["procedures", "recovery"],
            _ => return vec![self.group.clone()],
        };
        groups.iter().map(|group| SmolStr::new_static(group)).collect()
    }
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    let Msg::Open(place) = msg;
    vec![Event::Go(place)]
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
    if state.group == "lifelines" {
        parts.extend(board::lifelines(view));
    }
    let door = (state.group == "procedures").then(|| town::door(view, Msg::Open)).flatten();
    match state.entries.ready().filter(|entries| !entries.is_empty() || door.is_some()) {
        None => parts.extend(view.instead(&state.entries)),
        Some(entries) => {
            let mut here: Vec<&Entry> = entries.iter().collect();
            // What answers a question comes before what is to be read.
            here.sort_by_key(|entry| (entry.kind != EntryKind::Procedure, needed(entry.phase, view)));
            parts.push(Part::group(Kind::List, door.into_iter().chain(here.into_iter().map(|entry| row(entry, view)))));
        }
    }
    Page::new(parts)
}

/// In a shelter what is needed now stands first: in the first days what to do, later what to apply for.
fn needed(phase: Phase, view: &View<'_>) -> u8 {
    if view.standing.mode != Mode::Shelter {
        return 0;
    }
    match (view.standing.own.stretch(view.standing.now), phase) {
        (Stretch::Days, Phase::During) | (Stretch::Weeks | Stretch::Months, Phase::After) => 0,
        (_, Phase::Always) => 1,
        (Stretch::Days, Phase::After) | (Stretch::Weeks | Stretch::Months, Phase::During) => 2,
        (_, Phase::Before) => 3,
    }
}

fn row(entry: &Entry, view: &View<'_>) -> Part<Msg> {
    let id = entry.id.as_str().into();
    let place = if entry.kind == EntryKind::Procedure { Place::Procedure(id) } else { Place::Guide(id) };
    let own = entry.tongue == view.settings.tongue;
    let title = if own { entry.title.clone() } else { entry.title.in_tongue(&entry.tongue) };
    Control::new(Role::Row, format!("row/{place}"), title, Msg::Open(place))
        .detail(entry.lead.clone())
        .icon(icon(&entry.icon, entry.kind))
        .into()
}
