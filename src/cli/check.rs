//! `engawa check`: every problem in content, lessons and config, each at its very word.

mod lessons;
mod procedures;
mod towns;

use super::{Command, Common, Given, Outcome, Stop, files, options::Answer};
use crate::{
    config::{Config, FileKind},
    content::{self, Kind, NoReadings, Readings, SourceFile},
    job::Wall,
    phone,
    reader::{In, Problem, Source, draw},
    voice::FrontEnd,
    words::{self, Review, Tongue, Words},
};
use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};
use towns::{Detail, Filled, Open, Towns};

pub(super) const COMMAND: Command = Command {
    name: "check",
    takes: "[PATH…]",
    does: ["中身・設定・画面の ことばの 問題を ぜんぶ 出す", "lists every problem in content, lessons and config"],
    options: &[],
    words: [0, usize::MAX],
    run,
};

fn run(common: &Common, given: &Given) -> Outcome {
    let mut report = Report::new(common);
    let paths = match given.paths() {
        paths if paths.is_empty() => usual(common),
        paths => paths,
    };
    if paths.is_empty() {
        report.content(common, &content::shipped(), None);
        report.lessons(common, &phone::shipped(), None);
    }
    if given.paths().is_empty() {
        let found = report.towns.shipped();
        report.problems.extend(found);
    }
    let mut roots = BTreeMap::<PathBuf, Vec<PathBuf>>::new();
    for path in paths {
        if !path.exists() {
            let shown = path.display();
            return Err(Stop::input(format!("{shown} が ありません。"), format!("there is no {shown}")));
        }
        if let Some(root) = files::lessons_root(&path) {
            report.lessons(common, &files::lessons(Some(&root)).map_err(|err| unreadable(&err))?, Some(&path));
            continue;
        }
        match files::root(&path) {
            Some(root) => roots.entry(root).or_default().push(path),
            None => report.other(common, &path)?,
        }
    }
    for (root, only) in roots {
        let found = files::content(&root).map_err(|err| unreadable(&err))?;
        report.content(common, &found, Some(&only));
    }
    report.tell(common)
}

pub(super) fn unreadable(err: &std::io::Error) -> Stop {
    Stop::machine(format!("読めません: {err}"), format!("cannot read: {err}"))
}

/// What is checked when nothing is named: what a kiosk started here would use.
fn usual(common: &Common) -> Vec<PathBuf> {
    let content = common.content.clone().or_else(|| Some(PathBuf::from("content")).filter(|path| path.is_dir()));
    content.into_iter().chain(files::lessons_folder(common.lessons.as_deref())).chain(common.config()).collect()
}

pub(super) struct Report {
    /// The Japanese front end, when its dictionary is there.
    readings: Box<dyn Readings>,
    problems: Vec<Problem>,
    /// The text of every file that was read, for drawing.
    texts: BTreeMap<String, String>,
    counts: Counts,
    towns: Towns,
}

#[derive(Default, Serialize)]
struct Counts {
    files: usize,
    guides: usize,
    faq: usize,
    /// Words of the glossary, in every tongue.
    words: usize,
    lessons: usize,
    /// Cards of all navigators.
    procedures: usize,
    /// Every app of the practice phone with the lessons that use it.
    apps: BTreeMap<String, Vec<String>>,
    errors: usize,
    warnings: usize,
    /// Words of the kiosk that a tongue does not have.
    missing_words: BTreeMap<String, usize>,
    /// Guides and questions that no person has reviewed in a tongue.
    unreviewed: BTreeMap<String, usize>,
    /// Guides, questions and lessons that a tongue of the kiosk does not have: read in another one instead.
    untranslated: BTreeMap<String, usize>,
    /// Tongues whose words on screen nobody has reviewed.
    unreviewed_words: Vec<String>,
    /// How far the files of towns are filled in, by id.
    towns: BTreeMap<String, Filled>,
}

#[derive(Serialize)]
struct Document<'r> {
    problems: Vec<Told<'r>>,
    counts: &'r Counts,
    /// What the towns that were asked about do not say.
    open: &'r [Open],
}

#[derive(Serialize)]
struct Told<'r> {
    file: &'r str,
    line: usize,
    column: usize,
    severity: &'static str,
    message: &'r str,
    help: Option<&'r str>,
}

impl<'r> Told<'r> {
    fn new(problem: &'r Problem, tongue: In) -> Self {
        Self {
            file: &problem.file,
            line: problem.line,
            column: problem.column,
            severity: if problem.is_error() { "error" } else { "warning" },
            message: problem.message.in_(tongue),
            help: problem.help.as_ref().map(|help| help.in_(tongue)),
        }
    }
}

/// The Japanese front end when its dictionary is there; without it what needs readings is told as a warning only.
pub(super) fn readings(common: &Common) -> Box<dyn Readings> {
    match common.voice().and_then(|folder| FrontEnd::load(&folder).ok()) {
        Some(front) => Box::new(front),
        None => Box::new(NoReadings),
    }
}

impl Report {
    pub(super) fn new(common: &Common) -> Self {
        let (problems, texts, counts) = (vec![], BTreeMap::new(), Counts::default());
        Self { readings: readings(common), problems, texts, counts, towns: Towns::default() }
    }

    fn read(&mut self, name: &str, bytes: &[u8]) -> Source {
        let (source, found) = Source::read(name, bytes);
        self.problems.extend(found);
        self.texts.insert(source.name.clone(), source.text.clone());
        self.counts.files += 1;
        source
    }

    /// A content folder; `only` are the paths that were asked for, `None` for all.
    pub(super) fn content(&mut self, common: &Common, found: &[SourceFile], only: Option<&[PathBuf]>) {
        let (pack, mut problems) = content::build(found, &*self.readings);
        problems.extend(content::overdue(&pack, found, common.clock().now().jst().date()));
        for file in found {
            self.texts.insert(file.name.clone(), Source::read(file.name.clone(), &file.bytes).0.text);
        }
        for item in &pack.items {
            match item.guide.kind {
                Kind::Guide => self.counts.guides += 1,
                Kind::Faq => self.counts.faq += 1,
                Kind::Word => self.counts.words += 1,
                Kind::Procedure => {}
            }
            if !item.guide.reviewed {
                *self.counts.unreviewed.entry(item.guide.tongue.to_string()).or_default() += 1;
            }
        }
        let (tongues, faults) = files::words(found);
        problems.extend(faults);
        let items = || pack.items.iter().map(|item| (item.guide.kind, item.guide.id.as_str(), &item.guide.tongue));
        let all: BTreeSet<_> = items().map(|(kind, id, _)| (kind, id)).collect();
        for tongue in Words::tongues().iter().chain(tongues.keys()).collect::<BTreeSet<_>>() {
            let there = items().filter(|(.., own)| *own == tongue).count();
            self.lacking(tongue, all.len().saturating_sub(there));
        }
        self.unreviewed_words(&tongues);
        for (tongue, sources) in tongues {
            let own: Vec<_> = sources.iter().map(|source| source.text.as_str()).collect();
            let texts: Vec<_> = Words::files(&tongue).into_iter().map(|(_, text)| text).chain(own).collect();
            self.counts.missing_words.insert(tongue.to_string(), words::missing(&texts).len());
        }
        self.procedures(common, (&pack, found), only);
        problems.extend(Wall::templates(found).1);
        let asked = |file: &str| only.is_none_or(|only| only.iter().any(|path| Path::new(file).starts_with(path)));
        self.counts.files += found.iter().filter(|file| asked(&file.name)).count();
        self.problems.extend(problems.into_iter().filter(|problem| asked(&problem.file)));
    }

    /// So many more are lacking in a tongue.
    fn lacking(&mut self, tongue: &Tongue, count: usize) {
        *self.counts.untranslated.entry(tongue.to_string()).or_default() += count;
    }

    fn unreviewed_words(&mut self, found: &BTreeMap<Tongue, Vec<Source>>) {
        let own = |tongue: &Tongue| found.get(tongue).into_iter().flatten();
        let more = |tongue: &Tongue| own(tongue).map(|source| (source.name.clone(), source.text.clone())).collect();
        let brought: Vec<_> = found.keys().cloned().collect();
        let words = Words::load(&Tongue::JA, &brought, &more).0;
        let unread = words.offered().iter().filter(|offered| offered.review == Review::Missing);
        self.counts.unreviewed_words = unread.map(|offered| offered.tongue.to_string()).collect();
    }

    /// A file of settings, or a folder with content and settings in it.
    fn other(&mut self, common: &Common, path: &Path) -> Outcome {
        if path.is_dir() {
            return self.folder(common, path);
        }
        let name = path.display().to_string();
        let source = self.read(&name, &files::bytes(path).map_err(|err| unreadable(&err))?);
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("toml") => self.settings(path, &source, Detail::Listed),
            Some("ftl") => {
                let folder = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
                let tongue = folder.as_deref().and_then(Tongue::parse).unwrap_or(Tongue::JA);
                self.problems.extend(words::check(&tongue, &source.name, &source.text));
            }
            Some("md") => {
                // Alone, it is read as the original of a guide of its name.
                let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
                let file = SourceFile { path: format!("guides/{stem}/ja.md"), name, bytes: source.text.into_bytes() };
                self.problems.extend(content::build(&[file], &*self.readings).1);
            }
            _ => {
                return Err(Stop::input(
                    format!("{name}: 何の ファイルか わかりません。"),
                    format!("{name}: not a kind of file that is known"),
                ));
            }
        }
        Ok(())
    }

    fn folder(&mut self, common: &Common, path: &Path) -> Outcome {
        if let Some(root) = files::lessons_root(&path.join("lessons")) {
            self.lessons(common, &files::lessons(Some(&root)).map_err(|err| unreadable(&err))?, None);
        }
        let content = path.join("content");
        if content.is_dir() {
            self.content(common, &files::content(&content).map_err(|err| unreadable(&err))?, None);
        }
        let settings = if path.join("kiosk-config").is_dir() { path.join("kiosk-config") } else { path.to_path_buf() };
        for file in files::content(&settings).map_err(|err| unreadable(&err))? {
            if Path::new(&file.path).extension().is_some_and(|ending| ending == "toml") && !file.path.contains('/') {
                let source = self.read(&file.name, &file.bytes);
                self.settings(Path::new(&file.name), &source, Detail::Counted);
            }
        }
        Ok(())
    }

    /// A file of `kiosk-config/`, as what it is.
    fn settings(&mut self, path: &Path, source: &Source, detail: Detail) {
        let found = match FileKind::of(source) {
            FileKind::Town => self.towns.read(&files::id(path), source, detail),
            FileKind::Schema => content::read_schema(source).1,
            FileKind::Kiosk => Config::read_among(source, files::towns_beside(path).0).1,
        };
        self.problems.extend(found);
    }

    pub(super) fn tell(mut self, common: &Common) -> Outcome {
        self.problems.sort_by(|a, b| (&a.file, a.span.start).cmp(&(&b.file, b.span.start)));
        self.problems.dedup();
        self.counts.errors = self.problems.iter().filter(|problem| problem.is_error()).count();
        self.counts.warnings = self.problems.len() - self.counts.errors;
        self.counts.towns = std::mem::take(&mut self.towns.counts);
        match common.answer {
            Answer::Json => common.print_json(&self.document(common)),
            Answer::Text => self.draw(common),
        }
        if self.counts.errors == 0 { Ok(()) } else { Err(Stop::Listed) }
    }

    fn document(&self, common: &Common) -> Document<'_> {
        let tongue = if common.tongue().is_japanese() { In::Japanese } else { In::English };
        Document {
            problems: self.problems.iter().map(|problem| Told::new(problem, tongue)).collect(),
            counts: &self.counts,
            open: &self.towns.open,
        }
    }

    fn draw(&self, common: &Common) {
        let tongue = match &common.lang {
            None => In::Both,
            Some(tongue) if tongue.is_japanese() => In::Japanese,
            Some(_) => In::English,
        };
        for problem in &self.problems {
            common.print(&format!("{}\n", draw(problem, self.texts.get(&problem.file).map(String::as_str), tongue)));
        }
        let Counts { files, guides, faq, errors, warnings, .. } = &self.counts;
        common.print(&match tongue {
            In::English => {
                format!("{files} files, {guides} guides, {faq} questions: {errors} errors, {warnings} warnings")
            }
            In::Japanese | In::Both => {
                format!("ファイル {files}・案内 {guides}・質問 {faq}: まちがい {errors}・注意 {warnings}")
            }
        });
        towns::draw(&self.counts.towns, &self.towns.open, common, tongue);
        let short: BTreeSet<_> = self.counts.missing_words.iter().filter(|(_, count)| **count > 0).collect();
        for (tongue, count) in short {
            common.print(&format!("{tongue}: 画面の ことば あと {count}（words missing: {count}）"));
        }
        for (tongue, count) in self.counts.untranslated.iter().filter(|(_, count)| **count > 0) {
            common.print(&format!("{tongue}: 訳して いない もの {count}（not translated: {count}）"));
        }
    }
}
