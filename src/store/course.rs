//! The practice phone and its lessons, as they were kept: a list of lessons, and one lesson with the phone it is played on.

use super::{Store, shelves, trouble::StoreError};
use crate::{
    content::{Entry, Kind, Phase},
    phone::{Course, LESSON, Listed, Skin, WORLD},
    words::Tongue,
};
use rusqlite::{Connection, OptionalExtension, params};

impl Store {
    /// What a list shows of every lesson, in order.
    pub fn lessons(&self) -> Result<Vec<Listed>, StoreError> {
        lessons(&self.content)
    }

    /// The practice phone with one lesson; with none for an empty id. `None` when there is no such lesson, or no phone.
    pub fn course(&self, lesson: &str) -> Result<Option<Course>, StoreError> {
        course(&self.content, lesson)
    }
}

/// Every lesson, in the order of the pack.
fn lessons(db: &Connection) -> Result<Vec<Listed>, StoreError> {
    let to = StoreError::sql("reading the lessons");
    let mut all = db.prepare_cached(include_str!("sql/content/lessons.sql")).map_err(to)?;
    let found = all.query_map(params![LESSON], |row| shelves::json::<Listed>(row, "listed"));
    found.and_then(Iterator::collect).map_err(to)
}

/// The phone with the lesson `id`, or with none when `id` is empty.
fn course(db: &Connection, id: &str) -> Result<Option<Course>, StoreError> {
    let to = StoreError::sql("reading a lesson");
    let body = |kind: &str, id: &str| {
        let mut one = db.prepare_cached(include_str!("sql/content/extra.sql")).map_err(to)?;
        one.query_row(params![kind, id], |row| row.get::<_, Vec<u8>>("body")).optional().map_err(to)
    };
    let Some(world) = body(WORLD, WORLD)? else { return Ok(None) };
    let lesson = if id.is_empty() { None } else { body(LESSON, id)? };
    if lesson.is_none() && !id.is_empty() {
        return Ok(None);
    }
    let course = Course::unpack(&world, lesson.as_deref());
    course.map(Some).map_err(|err| to(rusqlite::Error::ToSqlConversionFailure(Box::new(err))))
}

/// A lesson as a hit of the search shows it.
pub(super) fn entry(listed: &str, tongue: &Tongue) -> Result<Entry, serde_json::Error> {
    let lesson: Listed = serde_json::from_str(listed)?;
    let line = |said: &crate::phone::Said| said.line(tongue, Skin::Iphone).clone();
    Ok(Entry {
        kind: Kind::Guide,
        tongue: tongue.clone(),
        groups: vec![],
        phase: Phase::Always,
        title: line(&lesson.title),
        lead: line(&lesson.lead),
        icon: lesson.icon,
        id: lesson.id,
    })
}
