//! The lessons' part of `engawa check`: every app and lesson read, every test of theirs played in both skins.

use super::{Common, Path, Report, Source, SourceFile, files};
use crate::{
    phone,
    words::{Tongue, Words},
};

impl Report {
    /// A folder of lessons; `only` is the path that was asked for, `None` for all of it.
    pub(in crate::cli) fn lessons(&mut self, common: &Common, found: &[SourceFile], only: Option<&Path>) {
        let (course, mut problems) = phone::read(found, &*self.readings);
        problems.extend(phone::overdue(&course, found, common.clock().now().jst().date()));
        for file in found {
            self.texts.insert(file.name.clone(), Source::read(file.name.clone(), &file.bytes).0.text);
        }
        let own = |file: &str| !file.starts_with(files::BUILT_IN);
        let asked = |file: &str| own(file) && only.is_none_or(|only| Path::new(file).starts_with(only));
        self.counts.files += found.iter().filter(|file| asked(&file.name)).count();
        self.counts.lessons += course.lessons.len();
        for (app, lessons) in course.uses() {
            self.counts.apps.entry(app).or_default().extend(lessons);
        }
        for (tongue, _) in course.lessons.iter().flat_map(|lesson| &lesson.reviewed).filter(|(_, reviewed)| !reviewed) {
            *self.counts.unreviewed.entry(tongue.to_string()).or_default() += 1;
        }
        for tongue in Words::tongues().iter().filter(|tongue| **tongue != Tongue::JA) {
            let own = course.lessons.iter().filter(|lesson| lesson.reviewed.iter().any(|(own, _)| own == tongue));
            self.lacking(tongue, course.lessons.len().saturating_sub(own.count()));
        }
        self.problems.extend(problems.into_iter().filter(|problem| asked(&problem.file)));
    }
}
