//! `engawa pack`: content into one deterministic file.

use super::{Arg, Command, Common, Given, Outcome, Stop, files, options::Answer};
use crate::{
    content::{self, Kind, NoReadings, Pack, Readings, SourceFile},
    reader::{In, Problem, Source, draw},
    voice::FrontEnd,
};
use serde::Serialize;
use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

pub(super) const COMMAND: Command = Command {
    name: "pack",
    takes: "build --out FILE",
    does: ["中身を ひとつの ファイルに まとめる", "builds content into one file"],
    options: &[Arg::Value("out")],
    words: [1, usize::MAX],
    run,
};

/// The answer, as docs/CLI.md describes it.
#[derive(Serialize)]
struct Built {
    pack: PathBuf,
    revision: String,
    bytes: usize,
    guides: usize,
    faq: usize,
    warnings: usize,
    /// Whether the Japanese dictionary gave the readings that authors left out.
    readings: bool,
}

fn run(common: &Common, given: &Given) -> Outcome {
    if given.words() != ["build"] {
        return Err(Stop::usage(
            "engawa pack build --out FILE の 形で つかいます。",
            "the form is: engawa pack build --out FILE",
        ));
    }
    let Some(out) = given.path("out") else {
        return Err(Stop::usage("--out FILE が いります。", "say where to write it: --out FILE"));
    };
    let (pack, problems, front) = build(common)?;
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    if errors > 0 {
        return Err(Stop::Listed);
    }
    let unbuilt = |err: content::PackError| Stop::input(format!("まとめられません: {err}"), err.to_string());
    let bytes = pack.to_bytes().map_err(unbuilt)?;
    write(&out, &bytes).map_err(|err| {
        let at = out.display();
        Stop::machine(format!("{at} に 書けません: {err}"), format!("cannot write {at}: {err}"))
    })?;
    let count = |kind| pack.items.iter().filter(|item| item.guide.kind == kind).count();
    let built = Built {
        revision: pack.revision().map_err(unbuilt)?,
        bytes: bytes.len(),
        guides: count(Kind::Guide),
        faq: count(Kind::Faq),
        warnings: problems.len(),
        readings: front,
        pack: out,
    };
    match common.answer {
        Answer::Json => common.print_json(&built),
        Answer::Text => common.print(&format!("{} {} bytes {}", built.pack.display(), built.bytes, built.revision)),
    }
    Ok(())
}

/// The content that is asked for, with what is wrong in it (told already) and whether the dictionary could be used.
pub(super) fn build(common: &Common) -> Result<(Pack, Vec<Problem>, bool), Stop> {
    let front = front(common);
    let (pack, problems) = read(common, front.as_ref().map_or(&NoReadings, |front| front))?;
    Ok((pack, problems, front.is_some()))
}

/// The same with those readings only that authors wrote: for whoever needs one page of it, where giving every line its reading takes a
/// hundred times as long as all the rest.
pub(super) fn as_written(common: &Common) -> Result<Pack, Stop> {
    Ok(read(common, &NoReadings)?.0)
}

/// The Japanese dictionary; that it is missing is said.
pub(super) fn front(common: &Common) -> Option<FrontEnd> {
    let front = common.voice().and_then(|folder| FrontEnd::load(&folder).ok());
    if front.is_none() {
        common.note(
            "日本語の 辞書が ないので、書いてある ふりがなだけを つかいます（script/voice）。",
            "without the Japanese dictionary only the readings that authors wrote are there (script/voice)",
        );
    }
    front
}

fn read(common: &Common, readings: &dyn Readings) -> Result<(Pack, Vec<Problem>), Stop> {
    let files = files(common)?;
    let (mut pack, mut problems) = content::build(&files, readings);
    problems.extend(super::navigate::add(&mut pack, &files, readings));
    tell(common, &files, &problems);
    let folder = files::lessons_folder(common.lessons.as_deref());
    let lessons = files::lessons(folder.as_deref()).map_err(|err| super::check::unreadable(&err))?;
    let more = super::lesson::add(&mut pack, folder.as_deref(), readings);
    tell(common, &lessons, &more);
    problems.extend(more);
    super::links::name(&mut pack);
    Ok((pack, problems))
}

/// What `--content` names, else the folder of the source tree, else what the program carries.
fn files(common: &Common) -> Result<Vec<SourceFile>, Stop> {
    let beside = || Some(PathBuf::from("content")).filter(|folder| folder.is_dir());
    let Some(folder) = common.content.clone().or_else(beside) else { return Ok(content::shipped()) };
    files::content(&folder).map_err(|err| Stop::machine(format!("読めません: {err}"), format!("cannot read: {err}")))
}

/// Errors, drawn at their place; warnings are for `engawa check`.
fn tell(common: &Common, files: &[SourceFile], problems: &[Problem]) {
    for problem in problems.iter().filter(|problem| problem.is_error()) {
        let file = files.iter().find(|file| file.name == problem.file);
        let text = file.map(|file| Source::read(file.name.clone(), &file.bytes).0.text);
        let drawn = |tongue| draw(problem, text.as_deref(), tongue);
        match common.lang {
            None => common.note(&drawn(In::Both), ""),
            Some(_) => common.note(&drawn(In::Japanese), &drawn(In::English)),
        }
    }
}

/// All of it or nothing, whatever was there before.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let new = path.with_file_name(name);
    let mut file = File::create(&new)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&new, path)
}
