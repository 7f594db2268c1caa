//! The navigators' part of `engawa check`: every one read, its personas played, and cards that no answers lead to.

use super::{Common, Path, PathBuf, Report, SourceFile, files};
use crate::{
    cli::links,
    content::{NoReadings, Pack},
    phone, procedure,
    reader::{Problem, both},
    words::{Tongue, Words},
};

impl Report {
    /// Those of a content folder; `only` are the paths that were asked for, `None` for all.
    pub(super) fn procedures(
        &mut self,
        common: &Common,
        (pack, found): (&Pack, &[SourceFile]),
        only: Option<&[PathBuf]>,
    ) {
        let (navigators, mut problems) = procedure::read(found, &*self.readings);
        let lessons = files::lessons(files::lessons_folder(common.lessons.as_deref()).as_deref()).unwrap_or_default();
        let course = phone::read(&lessons, &NoReadings).0;
        let lessons: Vec<_> = course.lessons.into_iter().map(|lesson| lesson.id).collect();
        let there = links::places(pack, &navigators, &lessons);
        problems.extend(links::lost(pack, &navigators, found, &there));
        problems.extend(procedure::overdue(&navigators, found, common.clock().now().jst().date()));
        for navigator in &navigators {
            let path = format!("navigators/{}.toml", navigator.id);
            let name = found.iter().find(|file| file.path == path).map_or(&path, |file| &file.name);
            for card in navigator.unreachable() {
                let message = both(
                    format!("「{card}」は、どう こたえても 出て きません"),
                    format!("no answers make \"{card}\" certain"),
                );
                problems.push(Problem::error(0..0, message).about(name));
            }
        }
        self.counts.procedures += navigators.iter().map(|navigator| navigator.cards.len()).sum::<usize>();
        for (tongue, _) in navigators.iter().flat_map(|one| &one.reviewed).filter(|(_, reviewed)| !reviewed) {
            *self.counts.unreviewed.entry(tongue.to_string()).or_default() += 1;
        }
        for tongue in Words::tongues().iter().filter(|tongue| **tongue != Tongue::JA) {
            let own = navigators.iter().filter(|one| one.reviewed.iter().any(|(own, _)| own == tongue));
            self.lacking(tongue, navigators.len().saturating_sub(own.count()));
        }
        let asked = |file: &str| only.is_none_or(|only| only.iter().any(|path| Path::new(file).starts_with(path)));
        self.problems.extend(problems.into_iter().filter(|problem| asked(&problem.file)));
    }
}
