//! `engawa print`: a guide, or the memo that answers lead to, on paper, into a file or onto the printer: how it will look, and whether the printer works.

use super::{Arg, Command, Common, Given, Outcome, Stop, navigate, options::Answer, pack};
use crate::{
    app::{self, Model, Msg, Start},
    config::{Config, Mode, Own},
    content::{NoReadings, Readings},
    job::{Answer as Told, Job, Report, StoreJob},
    lay::Panel,
    page::{Block, Code, Format, Sheet},
    paper,
    procedure::Around,
    screens::{Place, Screen, procedure},
    store::Store,
    words::{FONT_FOLDERS, Words},
};
use std::{fs, path::PathBuf, sync::Arc};

pub(super) const COMMAND: Command = Command {
    name: "print",
    takes: "guide/ID|procedure/ID [--answer key=value]… [-o FILE] [--format a4|a3|roll80|roll58] [--queue NAME] [--code TEXT]",
    does: [
        "案内や 窓口への メモを 紙にする。-o で PDFに する",
        "prints a guide or the memo of a navigator, or writes it as PDF with -o",
    ],
    options: &[Arg::Value("o"), Arg::Value("format"), Arg::Value("queue"), Arg::Value("code"), Arg::Value("answer")],
    words: [1, 1],
    run,
};

/// Any glass: what is printed is the whole page.
const GLASS: Panel = Panel { w: 527.0, h: 296.0 };

fn run(common: &Common, given: &Given) -> Outcome {
    let words = given.words();
    let place = words.first().map(String::as_str).unwrap_or_default();
    let format = format(given)?;
    let mut sheet = sheet(common, place, &given.all("answer"))?;
    if let Some(text) = given.text("code") {
        let name = Words::shipped(&common.tongue()).print_code();
        sheet.blocks.push(Block::Code(Code { name, text }));
    }
    let folders: Vec<_> = FONT_FOLDERS.map(PathBuf::from).into();
    let pdf = paper::pdf(&sheet, format, &common.tongue(), &folders)
        .map_err(|err| Stop::machine(format!("紙に できません: {err}"), err.to_string()))?;
    if let Some(file) = given.path("o") {
        fs::write(&file, &pdf)
            .map_err(|err| Stop::machine(format!("ファイルに 書けません: {err}"), err.to_string()))?;
    }
    if let Some(queue) = given.text("queue") {
        paper::print(&pdf, &queue, format).map_err(|trouble| {
            Stop::machine(format!("印刷できません: {trouble:?}"), format!("cannot print: {trouble:?}"))
        })?;
    }
    let lines: Vec<String> = sheet.lines().iter().map(|line| line.plain()).collect();
    match common.answer {
        Answer::Json => common.print_json(&serde_json::json!({ "bytes": pdf.len(), "lines": lines })),
        Answer::Text => common.print(&lines.join("\n")),
    }
    Ok(())
}

fn format(given: &Given) -> Result<Format, Stop> {
    let Some(name) = given.text("format") else { return Ok(Format::A4) };
    let known = || Format::ALL.map(Format::id).join(", ");
    let unknown =
        || Stop::usage(format!("--format は {} の どれかです", known()), format!("--format is one of {}", known()));
    Format::ALL.into_iter().find(|format| format.id() == name).ok_or_else(unknown)
}

/// The place as the kiosk shows it, made a sheet.
fn sheet(common: &Common, place: &str, answers: &[String]) -> Result<Sheet, Stop> {
    let missing = || Stop::input(format!("「{place}」は ありません"), format!("there is no \"{place}\""));
    let place: Place = place.parse().map_err(|_unknown| missing())?;
    let mut store = Store::in_memory(common.clock()).map_err(|err| Stop::machine(err.to_string(), err.to_string()))?;
    store.show_instead(&pack::as_written(common)?).map_err(|err| Stop::machine(err.to_string(), err.to_string()))?;
    let front = pack::front(common);
    let readings: &dyn Readings = front.as_ref().map_or(&NoReadings, |front| front);
    let mut model = model(common);
    for job in app::update(&mut model, Msg::Begin(place)) {
        if let Job::Store { visit, job: StoreJob::Navigator(id) } = &job {
            let answer = Told::Navigator { id: id.clone(), navigator: Some(Arc::new(navigate::find(common, id)?)) };
            app::update(&mut model, Msg::Report(Report::Store { visit: *visit, answer }));
        }
        if let Job::Store { visit, job: StoreJob::Guide { id, tongue } } = job {
            let guide = store.guide(&id, &tongue).ok().flatten();
            let guide = guide.map(|guide| Arc::new(guide.map_lines(&|line| readings.ruby(line))));
            app::update(&mut model, Msg::Report(Report::Store { visit, answer: Told::Guide { id, guide } }));
        }
    }
    if let Screen::Procedure(state) = &mut model.screen {
        memo(state, answers)?;
        return Ok(app::sheet(&model));
    }
    match &model.screen {
        Screen::Guide(state) if state.guide.ready().is_some() => Ok(app::sheet(&model)),
        _ => Err(missing()),
    }
}

/// At the memo, as if these answers had been given.
fn memo(state: &mut procedure::State, given: &[String]) -> Result<(), Stop> {
    let Some(navigator) = state.navigator.ready().cloned() else {
        return Err(Stop::input("この ナビは ありません", "there is no such navigator"));
    };
    state.answers = navigate::answers(&navigator, given, &mut Around::default())?;
    state.at = procedure::At::Memo;
    Ok(())
}

fn model(common: &Common) -> Model {
    let config = Arc::new(Config::default());
    let (words, now) = (Words::shipped(&common.tongue()), common.clock().now());
    Model::new(Start { config, own: Own::default(), words, mode: Mode::Everyday, now, panel: GLASS, troubles: vec![] })
}
