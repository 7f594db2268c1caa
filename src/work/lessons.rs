//! The lessons that the program carries: read once, when the first of them is asked for.

use crate::{
    content::NoReadings,
    phone::{Course, Listed, read, shipped},
};
use std::sync::Arc;

#[derive(Default)]
pub(super) struct Lessons(Option<Course>);

impl Lessons {
    /// Authors write the reading of every kanji that a phone shows, so that nothing has to be looked up.
    fn course(&mut self) -> &Course {
        self.0.get_or_insert_with(|| read(&shipped(), &NoReadings).0)
    }

    pub(super) fn listed(&mut self) -> Arc<[Listed]> {
        self.course().listed().into()
    }

    /// One lesson with its world; without a name the world alone. `None`: there is no such lesson.
    pub(super) fn one(&mut self, id: &str) -> Option<Arc<Course>> {
        let course = self.course();
        let lessons: Vec<_> = course.lesson(id).cloned().into_iter().collect();
        let found = id.is_empty() || !lessons.is_empty();
        found.then(|| Arc::new(Course { world: course.world.clone(), lessons }))
    }
}
