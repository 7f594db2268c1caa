//! Reads apps and lessons from files: every problem of every file in one run, each at its very word. What is broken is left out, and everything that
//! does not need it goes on.

mod app;
mod effects;
mod lesson;
mod link;
mod lint;
mod notes;

use super::{Course, Lesson, Said, World, recent, walk, world::HOME};
use crate::{
    content::{Needed, Readings, SourceFile, Translation, is_short_id, read_drawing, read_translation},
    reader::{Problem, Problems, Source, both},
    words::Tongue,
};
use link::Names;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// A file while the others are being read.
struct Open<'f, D> {
    source: Source,
    draft: D,
    translations: Vec<(Tongue, &'f SourceFile)>,
    /// Drawings of a lesson by file name.
    drawings: BTreeMap<String, String>,
}

/// Builds the course from its files, in whatever order they come; their paths begin below `lessons/`. The same files and readings give the same
/// course.
pub fn read(files: &[SourceFile], readings: &dyn Readings) -> (Course, Vec<Problem>) {
    let mut files: Vec<_> = files.iter().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut reader = Reader { readings, problems: vec![] };
    let (mut apps, mut lessons, mut drawings) = (BTreeMap::new(), BTreeMap::new(), vec![]);
    for file in &files {
        match file.path.split('/').collect::<Vec<_>>().as_slice() {
            [PHONE, name] if name.strip_suffix(".svg").is_some_and(is_short_id) => drawings.push(*file),
            [PHONE, name] if is_own(name, &mut apps, file) => {}
            [id, name] if *id != PHONE && is_lesson(id, name, &mut lessons, file) => {}
            _ => reader.unused(file),
        }
    }
    let mut world = reader.world(&apps);
    reader.draw(&mut world.0, &drawings);
    let course = reader.lessons(world, &lessons);
    (course, reader.problems)
}

const PHONE: &str = "phone";
const LESSON: &str = "lesson";

/// The original of an app or lesson and its translations.
#[derive(Default)]
struct Found<'f> {
    original: Option<&'f SourceFile>,
    translations: Vec<(Tongue, &'f SourceFile)>,
    drawings: Vec<&'f SourceFile>,
}

fn is_own<'f>(name: &str, apps: &mut BTreeMap<String, Found<'f>>, file: &'f SourceFile) -> bool {
    let Some(stem) = name.strip_suffix(".toml") else { return false };
    match stem.split_once('.') {
        None if is_short_id(stem) => apps.entry(stem.to_owned()).or_default().original = Some(file),
        Some((app, tag)) if is_short_id(app) => match Tongue::parse(tag) {
            Some(tongue) => apps.entry(app.to_owned()).or_default().translations.push((tongue, file)),
            None => return false,
        },
        _ => return false,
    }
    true
}

fn is_lesson<'f>(id: &str, name: &str, lessons: &mut BTreeMap<String, Found<'f>>, file: &'f SourceFile) -> bool {
    if name.strip_suffix(".svg").is_some_and(is_short_id) && is_short_id(id) {
        lessons.entry(id.to_owned()).or_default().drawings.push(file);
        return true;
    }
    let Some(stem) = name.strip_suffix(".toml").filter(|_| is_short_id(id)) else { return false };
    match stem.strip_prefix(LESSON).map(|tag| tag.strip_prefix('.').ok_or(tag)) {
        Some(Err("")) => lessons.entry(id.to_owned()).or_default().original = Some(file),
        Some(Ok(tag)) => match Tongue::parse(tag) {
            Some(tongue) => lessons.entry(id.to_owned()).or_default().translations.push((tongue, file)),
            None => return false,
        },
        _ => return false,
    }
    true
}

struct Reader<'r> {
    readings: &'r dyn Readings,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn unused(&mut self, file: &SourceFile) {
        let message = both("この ファイルは 使われません", "this file is not used");
        let help = both(
            "置く 場所: phone/<アプリ>.toml、<id>/lesson.toml、それに .en などを つけた 訳と、よこの <名前>.svg",
            "places: phone/<app>.toml, <id>/lesson.toml, translations such as lesson.en.toml, and <name>.svg beside them",
        );
        self.problems.push(Problem::warning(0..0, message).help(help).about(&file.name));
    }

    fn alone(&mut self, found: &Found<'_>) {
        let message = both("もとの ファイルが ありません", "there is no original of this translation");
        let files = found.translations.iter().map(|(_, file)| Problem::error(0..0, message.clone()).about(&file.name));
        self.problems.extend(files);
    }

    fn on<R>(&mut self, source: &Source, take: impl FnOnce(&mut Problems<'_>) -> R) -> R {
        let mut problems = Problems::new(source);
        let out = take(&mut problems);
        self.problems.extend(problems.finish());
        out
    }

    /// Every app, put together.
    fn world<'f>(&mut self, found: &BTreeMap<String, Found<'f>>) -> (World, Vec<Open<'f, app::Draft>>) {
        let mut world = World::default();
        let mut open = vec![];
        for (id, found) in found {
            let Some(file) = found.original else {
                self.alone(found);
                continue;
            };
            let (source, draft) = file.read(&mut self.problems, |source, problems| app::read(id, source, problems));
            self.on(&source, |problems| add(&mut world, &draft, problems));
            self.translate_app(&mut world, &draft, found);
            open.push(Open { source, draft, translations: vec![], drawings: BTreeMap::new() });
        }
        let known = world.clone();
        for screen in world.screens.values_mut() {
            let app = screen.app.clone();
            link::screen(&|name| link::resolve(&known, &app, name), screen);
        }
        recent::fill(&mut world);
        (world, open)
    }

    fn translate_app(&mut self, world: &mut World, draft: &app::Draft, found: &Found<'_>) {
        let originals: Vec<String> = draft.notes.said.iter().map(|(line, _)| line.plain()).collect();
        for (tongue, file) in &found.translations {
            let readings = self.readings;
            let (_, translation) = file.read(&mut self.problems, |source, problems| {
                read_translation(source, tongue, &originals, Needed::Some, readings, problems)
            });
            let mut put = |said: &mut Said| put(&translation, tongue, said);
            let own = world.screens.values_mut().filter(|screen| screen.app == draft.app.id);
            own.for_each(|screen| walk::screen(screen, &mut put));
            world.apps.iter_mut().filter(|app| app.id == draft.app.id).for_each(|app| walk::app(app, &mut put));
            let ids: Vec<_> = draft.mistakes.iter().map(|(mistake, _)| mistake.id.clone()).collect();
            let replies = world.mistakes.iter_mut().filter(|(id, _)| ids.contains(id));
            replies.for_each(|(_, reply)| walk::mistake(reply, &mut put));
        }
    }

    fn lessons(
        &mut self,
        (world, apps): (World, Vec<Open<'_, app::Draft>>),
        found: &BTreeMap<String, Found<'_>>,
    ) -> Course {
        let mut drafts = vec![];
        for (id, found) in found {
            let Some(file) = found.original else {
                self.alone(found);
                continue;
            };
            let before = self.errors();
            let (source, draft) = file.read(&mut self.problems, |source, problems| lesson::read(id, source, problems));
            if let Some(draft) = draft.filter(|_| self.errors() == before) {
                let drawings = self.drawings(found, &draft.lesson);
                drafts.push(Open { source, draft, translations: found.translations.clone(), drawings });
            }
        }
        let ids: Vec<String> = found.keys().cloned().collect();
        self.check_world(&world, &apps, &drafts, &ids);
        let lessons = drafts.into_iter().filter_map(|open| self.lesson(&world, open, &ids)).collect();
        let mut course = Course { world, lessons };
        course.lessons.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        self.give_readings(&mut course);
        course
    }

    /// The drawings in the folder of a lesson; one that the lesson does not show is told.
    fn drawings(&mut self, found: &Found<'_>, lesson: &Lesson) -> BTreeMap<String, String> {
        let mut out = BTreeMap::new();
        for file in &found.drawings {
            let name = file.path.rsplit('/').next().unwrap_or_default();
            if lesson.picture.as_ref().is_none_or(|picture| picture.file != name) {
                let message = both("この 絵は 使われません", "no lesson shows this picture");
                self.problems.push(Problem::warning(0..0, message).about(&file.name));
            }
            let (_, drawing) = file.read(&mut self.problems, read_drawing);
            out.extend(drawing.map(|svg| (name.to_owned(), svg.to_string())));
        }
        out
    }

    /// The drawings beside the apps; one that no item shows is told.
    fn draw(&mut self, world: &mut World, files: &[&SourceFile]) {
        for file in files {
            let name = file.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".svg");
            if !world.screens.values().flat_map(|screen| &screen.items).any(|item| item.picture == name) {
                let message = both("この 絵は 使われません", "no app shows this picture");
                self.problems.push(Problem::warning(0..0, message).about(&file.name));
            }
            let (_, drawing) = file.read(&mut self.problems, read_drawing);
            world.drawings.extend(drawing.map(|svg| (name.to_owned(), svg.to_string())));
        }
    }

    fn errors(&self) -> usize {
        self.problems.iter().filter(|problem| problem.is_error()).count()
    }

    fn check_world(
        &mut self,
        world: &World,
        apps: &[Open<'_, app::Draft>],
        drafts: &[Open<'_, lesson::Draft>],
        ids: &[String],
    ) {
        let lessons: Vec<&Lesson> = drafts.iter().map(|open| &open.draft.lesson).collect();
        let (reached, made) = (lint::reached(world, &lessons), lint::made(world));
        let mut used: BTreeSet<&str> = made;
        for lesson in &lessons {
            lint::named(&lesson.start.effects, &mut used);
        }
        let names = Names::of(world, ids);
        let readings = self.readings;
        for Open { source, draft, .. } in apps {
            self.on(source, |problems| {
                names.check(&draft.notes, problems);
                lint::texts(&draft.notes, readings, problems);
                lint::app(world, draft, (&reached, &used), problems);
            });
        }
        if !apps.is_empty() && !world.screens.contains_key(HOME) {
            let message = both("phone/home.toml が ありません", "phone/home.toml is missing");
            self.problems.push(Problem::error(0..0, message).about("phone/home.toml"));
        }
    }

    /// One lesson: its names, its words, its tongues, and that it can be played. `None`: it can not.
    fn lesson(&mut self, world: &World, open: Open<'_, lesson::Draft>, ids: &[String]) -> Option<Lesson> {
        let Open { source, mut draft, translations, drawings } = open;
        link::lesson(&|name| link::resolve(world, "", name), &mut draft.lesson);
        if let Some(start) = link::resolve(world, "", &draft.lesson.start.screen) {
            draft.lesson.start.screen = start;
        }
        let mut names = Names::of(world, ids);
        names.kinds.extend(lesson::kinds(&draft));
        names.mistakes.extend(draft.lesson.mistakes.keys().cloned());
        names.drawings.extend(drawings.keys().cloned());
        if let Some(picture) = &mut draft.lesson.picture {
            picture.svg = drawings.get(&picture.file).cloned().unwrap_or_default();
        }
        let readings = self.readings;
        let sound = self.on(&source, |problems| {
            for (name, _, span) in draft.vars.iter().filter(|(name, ..)| world.vars.contains_key(name)) {
                let message = both(
                    format!("「{name}」は アプリに もう あります"),
                    format!("`{name}` is a variable of an app already"),
                );
                let help = both("start の set で かえられます", "set it in [start]");
                problems.add(Problem::error(span.clone(), message).help(help));
            }
            let sound = names.check(&draft.notes, problems);
            lint::texts(&draft.notes, readings, problems);
            sound
        });
        if !sound {
            return None;
        }
        let course = Arc::new(Course { world: world.clone(), lessons: vec![draft.lesson.clone()] });
        if !self.on(&source, |problems| lint::lesson(&course, &draft, problems)) {
            return None;
        }
        self.translate_lesson(&mut draft, &translations);
        Some(draft.lesson)
    }

    fn translate_lesson(&mut self, draft: &mut lesson::Draft, translations: &[(Tongue, &SourceFile)]) {
        let mut originals: Vec<String> = draft.notes.said.iter().map(|(line, _)| line.plain()).collect();
        originals.dedup();
        for (tongue, file) in translations {
            let readings = self.readings;
            let (_, translation) = file.read(&mut self.problems, |source, problems| {
                read_translation(source, tongue, &originals, Needed::All, readings, problems)
            });
            walk::lesson(&mut draft.lesson, &mut |said| put(&translation, tongue, said));
            draft.lesson.reviewed.push((tongue.clone(), translation.reviewed));
        }
    }

    /// Adds the readings that authors left out.
    fn give_readings(&self, course: &mut Course) {
        let mut read = |said: &mut Said| said.map_japanese(&|line| self.readings.ruby(line));
        course.world.apps.iter_mut().for_each(|app| walk::app(app, &mut read));
        course.world.screens.values_mut().for_each(|screen| walk::screen(screen, &mut read));
        course.world.mistakes.values_mut().for_each(|mistake| walk::mistake(mistake, &mut read));
        course.lessons.iter_mut().for_each(|lesson| walk::lesson(lesson, &mut read));
    }
}

/// Puts an app into the world; what is there already is told.
fn add(world: &mut World, draft: &app::Draft, problems: &mut Problems<'_>) {
    let twice = |name: &str| both(format!("「{name}」が 2つ あります"), format!("there are two called \"{name}\""));
    world.apps.push(draft.app.clone());
    for (screen, span) in &draft.screens {
        if world.screens.contains_key(&screen.id) {
            problems.add(Problem::error(span.clone(), twice(&screen.id)));
        } else {
            world.screens.insert(screen.id.clone(), screen.clone());
        }
    }
    for (name, value, span) in &draft.vars {
        let reserved =
            super::state::reserved().into_iter().chain(super::state::status()).any(|(known, _)| known == name);
        if reserved || world.vars.contains_key(name) {
            problems.add(
                Problem::error(span.clone(), twice(name)).help(both("べつの 名前に してください", "use another name")),
            );
        } else {
            world.vars.insert(name.clone(), value.clone());
        }
    }
    for (mistake, span) in &draft.mistakes {
        if world.mistakes.contains_key(&mistake.id) {
            problems.add(Problem::error(span.clone(), twice(&mistake.id)));
        } else {
            world.mistakes.insert(mistake.id.clone(), mistake.clone());
        }
    }
}

/// Puts a translation into a text.
fn put(translation: &Translation, tongue: &Tongue, said: &mut Said) {
    said.translate(tongue, &|line| translation.find(line));
}
