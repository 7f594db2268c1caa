//! `engawa lesson play`: plays a lesson from a script of gestures, as tests, staff and authors do, and says what became of it.

mod script;

use super::{Arg, Command, Common, Given, Outcome, Stop, files, options::Answer, origin::Origin};
use crate::{
    config::Config,
    content::{NoReadings, Pack, Readings},
    expr::Value,
    phone::{self, Course, Pass, Run, Setting, Skin},
    reader::{Problem, Source, nearest},
    words::Words,
};
use serde::Serialize;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

pub(super) const COMMAND: Command = Command {
    name: "lesson",
    takes: "play ID --do FILE|- [--pass watch|together|alone|own] [--skin iphone|android]",
    does: ["レッスンを 台本（1行に 1つの する こと）で うごかす", "plays a lesson from a script, one gesture a line"],
    options: &[Arg::Value("do"), Arg::Value("pass"), Arg::Value("skin")],
    words: [2, 2],
    run,
};

/// The answer, as docs/CLI.md describes it.
#[derive(Serialize)]
struct Played {
    lesson: String,
    steps: Vec<PlayedStep>,
    mistakes: usize,
    hints: usize,
    finished: bool,
    state: BTreeMap<String, Value>,
}

#[derive(Serialize)]
struct PlayedStep {
    /// Counts from 1, among the steps of the skin.
    id: usize,
    done: bool,
}

fn run(common: &Common, given: &Given) -> Outcome {
    let words = given.words();
    let (Some("play"), Some(id)) = (words.first().map(String::as_str), words.get(1)) else {
        return Err(Stop::usage("つかい方: engawa lesson play ID --do FILE", "usage: engawa lesson play ID --do FILE"));
    };
    let pass = choose(given, "pass", Pass::Together, Pass::parse, &Pass::ALL.map(Pass::name))?;
    let skin = choose(given, "skin", Skin::Iphone, Skin::parse, &Skin::ALL.map(Skin::name))?;
    let script = script::read(given.path("do").as_deref())?;
    let (course, mut run) = begin(common, id, pass, skin)?;
    let unknown = script::play(common, &script, &course.world, &mut run);
    run.settle();
    tell(common, id, &run);
    if unknown == 0 { Ok(()) } else { Err(Stop::Listed) }
}

/// Puts the apps and lessons of a folder, or those that the program carries, into a pack; gives what is wrong in them.
pub(super) fn add(pack: &mut Pack, folder: Option<&Path>, readings: &dyn Readings) -> Vec<Problem> {
    let found = files::lessons(folder).unwrap_or_else(|_| phone::shipped());
    let (course, problems) = phone::read(&found, readings);
    pack.extras.extend(course.extras(readings).unwrap_or_default());
    problems
}

/// Names all that lessons are made of, without reading them.
pub(super) fn recipe(folder: Option<&Path>) -> Vec<u8> {
    match folder {
        None => phone::SHIPPED_DIGEST.to_le_bytes().to_vec(),
        Some(folder) => Origin::Folder(folder.to_owned()).recipe(None),
    }
}

fn begin(common: &Common, id: &str, pass: Pass, skin: Skin) -> Result<(Arc<Course>, Run), Stop> {
    let folder = files::lessons_folder(common.lessons.as_deref());
    let found = files::lessons(folder.as_deref()).map_err(|err| super::check::unreadable(&err))?;
    let (course, problems) = phone::read(&found, &NoReadings);
    let course = Arc::new(course);
    let setting = Setting { skin, words: Words::shipped(&common.tongue()), city: Arc::new(config(common).city) };
    if let Some(run) = Run::start(&course, id, pass, setting) {
        return Ok((course, run));
    }
    let own = format!("{id}/");
    let broken: Vec<_> = problems
        .iter()
        .filter(|problem| {
            problem.is_error() && found.iter().any(|f| f.name == problem.file && f.path.starts_with(&own))
        })
        .collect();
    if let Some(problem) = broken.first() {
        let (file, line) = (&problem.file, problem.line);
        return Err(Stop::input(
            format!("{file}:{line}: {}（ほかにも あれば engawa check で 見られます）", problem.message.ja),
            format!("{file}:{line}: {} (engawa check lists everything)", problem.message.en),
        ));
    }
    let near = nearest(id, course.lessons.iter().map(|lesson| lesson.id.as_str()));
    let (ja, en) =
        near.map_or_else(Default::default, |near| (format!("もしかして: {near}"), format!(" did you mean {near}?")));
    Err(Stop::input(format!("「{id}」という レッスンは ありません。{ja}"), format!("there is no lesson “{id}”.{en}")))
}

/// The kiosk's own file; the defaults where it cannot be read.
pub(super) fn config(common: &Common) -> Config {
    let read = |path: PathBuf| {
        let bytes = files::bytes(&path).ok()?;
        Some(Config::read(&Source::read(path.display().to_string(), &bytes).0).0)
    };
    common.config().and_then(read).unwrap_or_default()
}

fn choose<T>(given: &Given, name: &str, usual: T, parse: fn(&str) -> Option<T>, known: &[&str]) -> Result<T, Stop> {
    let Some(word) = given.text(name) else { return Ok(usual) };
    let list = known.join(", ");
    parse(&word).ok_or_else(|| {
        Stop::usage(format!("--{name} {word}: 使える ことばは {list}"), format!("--{name} {word}: known are {list}"))
    })
}

fn tell(common: &Common, id: &str, run: &Run) {
    let steps = run.progress_of_steps().into_iter().zip(1..).map(|(done, id)| PlayedStep { id, done }).collect();
    let (mistakes, hints, finished) = (run.mistakes(), run.hints(), run.is_finished());
    let played = Played { lesson: id.to_owned(), steps, mistakes, hints, finished, state: run.state().clone() };
    if common.answer == Answer::Json {
        return common.print_json(&played);
    }
    let done = played.steps.iter().filter(|step| step.done).count();
    let of = played.steps.len();
    common.print(&format!("{id}: {done}/{of} steps, {mistakes} mistakes, {hints} hints, finished: {finished}"));
    if let Some(step) = run.step() {
        common.print(&format!("{}. {}", step.number, step.say.plain()));
    }
    let face = run.face();
    common.print(&format!("[{}] {}", face.screen, face.title.plain()));
    for item in face.items {
        let (value, off) = (item.value.plain(), if item.enabled { "" } else { " (off)" });
        common.print(&format!("  {}  {} {value}{off}", item.id, item.label.plain()));
    }
    for line in run.reply().map(|reply| reply.lines).unwrap_or_default() {
        common.print(&format!("! {}", line.plain()));
    }
}
