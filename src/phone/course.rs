//! The world and its lessons together: what is built from files, travels in a pack and is played.

use super::{Act, Lesson, LessonKind, Said, World};
use crate::{
    content::SourceFile,
    reader::{Problem, both},
    words::Tongue,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

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

impl Course {
    /// Every app with the lessons that lead through it.
    pub fn uses(&self) -> BTreeMap<String, Vec<String>> {
        let mut out: BTreeMap<String, Vec<String>> =
            self.world.apps.iter().map(|app| (app.id.clone(), vec![])).collect();
        for lesson in &self.lessons {
            let acts = lesson.steps.iter().flat_map(|step| &step.targets);
            let items =
                acts.filter_map(|act| if let Act::Do { item: Some(item), .. } = act { Some(item) } else { None });
            let screens = items.map(|item| item.split_once('/').map_or(item.as_str(), |(screen, _)| screen));
            let apps = screens.chain([lesson.start.screen.as_str()]).filter_map(|id| Some(&self.world.screen(id)?.app));
            for app in apps.collect::<BTreeSet<_>>() {
                out.entry(app.clone()).or_default().push(lesson.id.clone());
            }
        }
        out
    }
}

/// Lessons that should have been compared with their evidence again before `today`.
pub fn overdue(course: &Course, files: &[SourceFile], today: Date) -> Vec<Problem> {
    let late = course.lessons.iter().filter(|lesson| lesson.is_overdue(today));
    late.map(|lesson| {
        let path = format!("{}/lesson.toml", lesson.id);
        let name = files.iter().find(|file| file.path == path).map_or(&path, |file| &file.name);
        let (by, checked) = (lesson.recheck, lesson.checked);
        let message = both(
            format!("{by}までに たしかめなおす やくそくでした（前は {checked}）"),
            format!("it was to be checked again by {by} (last on {checked})"),
        );
        let help = both(
            "もとの 資料や 本物の スマホと くらべて、checked を 今日に してください",
            "compare it with its sources and a real phone, then set `checked` to today",
        );
        Problem::warning(0..0, message).help(help).about(name)
    })
    .collect()
}

// LESSONS and LESSONS_DIGEST, made by build.rs from lessons/.
include!(concat!(env!("OUT_DIR"), "/lessons.rs"));

/// Names everything in [`shipped`]: made when the program is built, so that asking costs nothing.
pub const SHIPPED_DIGEST: u64 = LESSONS_DIGEST;

/// The apps and lessons that the program carries with it. Copies all of it: for whoever builds a course.
pub fn shipped() -> Vec<SourceFile> {
    let file = |path: &str, text: &str| {
        let (path, name, bytes) = (path.to_owned(), format!("lessons/{path}"), text.as_bytes().to_vec());
        SourceFile { path, name, bytes }
    };
    LESSONS.iter().map(|(path, text)| file(path, text)).collect()
}
