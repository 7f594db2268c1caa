//! The world and its lessons together: what is built from files, travels in a pack and is played.

use super::{Lesson, LessonKind, Said, World};
use crate::words::Tongue;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Course {
    pub world: World,
    /// In their order. A store hands out only the lesson that is played.
    pub lessons: Vec<Lesson>,
}

/// What a list shows of a lesson.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    pub id: String,
    pub title: Said,
    pub lead: Said,
    pub icon: String,
    pub kind: LessonKind,
    pub minutes: u8,
    pub level: u8,
    pub needs: Vec<String>,
    pub tender: bool,
    /// Every tongue it was translated into, and whether that was reviewed.
    pub reviewed: Vec<(Tongue, bool)>,
}

impl Course {
    pub fn lesson(&self, id: &str) -> Option<&Lesson> {
        self.lessons.iter().find(|lesson| lesson.id == id)
    }

    /// What a list shows, in order.
    pub fn listed(&self) -> Vec<Listed> {
        self.lessons.iter().map(Lesson::listed).collect()
    }
}

impl Lesson {
    pub fn listed(&self) -> Listed {
        let Self { id, title, lead, icon, kind, minutes, level, needs, tender, reviewed, .. } = self.clone();
        Listed { id, title, lead, icon, kind, minutes, level, needs, tender, reviewed }
    }
}
