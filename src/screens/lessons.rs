//! The shelf of lessons, with free practice, and below them what can be read about phones.

use super::{
    Event, Loaded, Place, View,
    icons::{drawn, icon},
    lesson,
};
use crate::{
    content::Entry,
    job::StoreJob,
    page::{Control, Kind, Level, Page, Part, Role},
    phone::{Listed, Skin},
    words::{Line, Tongue},
};
use smol_str::SmolStr;
use std::sync::Arc;

/// The group whose shelf this is.
pub const GROUP: &str = "phone";

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub lessons: Loaded<Arc<[Listed]>>,
    pub entries: Loaded<Arc<[Entry]>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Open(Place),
}

impl State {
    pub(super) fn needs(tongue: &Tongue) -> Vec<StoreJob> {
        let lessons = StoreJob::Lessons;
        vec![lessons, StoreJob::Shelf { groups: Self::groups(), tongue: tongue.clone() }]
    }

    pub(super) fn groups() -> Vec<SmolStr> {
        vec![SmolStr::new_static(GROUP)]
    }

    pub(super) const fn waits(&self) -> bool {
        matches!(self.lessons, Loaded::Waiting)
    }
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    let Msg::Open(place) = msg;
    vec![Event::Go(place)]
}

pub fn title(view: &View<'_>) -> Line {
    view.words().lessons_title()
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let mut parts = vec![Part::group(Kind::Top, [Part::text(Level::Title, title(view))])];
    let lessons = state.lessons.ready().map(|all| all.to_vec()).unwrap_or_default();
    let free = Control::new(Role::Row, "row/practice", w.lessons_free(), Msg::Open(Place::Practice));
    let free = free.detail(w.lessons_free_lead()).icon("hand");
    let mut rows: Vec<Part<Msg>> = lessons.iter().map(|lesson| row(lesson, view)).collect();
    if rows.is_empty() {
        parts.extend(view.instead(&state.lessons));
    } else {
        rows.push(free.into());
    }
    rows.extend(state.entries.ready().into_iter().flat_map(|entries| entries.iter()).map(guide));
    if !rows.is_empty() {
        parts.push(Part::group(Kind::List, rows));
    }
    Page::new(parts)
}

fn row(lesson: &Listed, view: &View<'_>) -> Part<Msg> {
    let w = view.words();
    let line = |said: &crate::phone::Said| said.line(w.tongue(), Skin::default()).clone();
    let place = Place::Lesson(lesson.id.as_str().into());
    let id = format!("row/{place}");
    let lead = if lesson::is_locked(lesson.kind, view) { w.lesson_locked() } else { line(&lesson.lead) };
    Control::new(Role::Row, id, line(&lesson.title), Msg::Open(place)).detail(lead).icon(drawn(&lesson.icon)).into()
}

fn guide(entry: &Entry) -> Part<Msg> {
    let place = Place::Guide(entry.id.as_str().into());
    let control = Control::new(Role::Row, format!("row/{place}"), entry.title.clone(), Msg::Open(place));
    control.detail(entry.lead.clone()).icon(icon(&entry.icon, entry.kind)).into()
}
