//! `engawa read`: how the front end reads a text. Authors check their guides with it.

use super::{Command, Common, Given, Outcome, Stop, options::Answer};
use crate::{
    voice::{FrontEnd, Word},
    words::Line,
};
use serde::Serialize;
use std::path::PathBuf;

pub(super) const COMMAND: Command = Command {
    name: "read",
    takes: "TEXT",
    does: ["漢字の 読みかたを 出す", "how a text is read aloud"],
    options: &[],
    words: [1, 1],
    run,
};

/// The answer, as docs/CLI.md describes it.
#[derive(Serialize)]
struct Read {
    text: String,
    /// Hiragana, as spoken: numbers written out.
    kana: String,
    /// The text in ruby notation.
    ruby: String,
    tokens: Vec<Word>,
}

fn run(common: &Common, given: &Given) -> Outcome {
    let text = given.words().join(" ");
    let front = front(common)?;
    let line = Line::parse(&text);
    let ruby = front.ruby(&line);
    let (kana, tokens) = (front.kana_of(&line), front.words(&line.plain()));
    let read = Read { text, kana, ruby: shown(&ruby), tokens };
    match common.answer {
        Answer::Json => common.print_json(&read),
        Answer::Text => common.print(&format!("{}\n{}", read.kana, read.ruby)),
    }
    Ok(())
}

/// Loads the dictionary, or says how to get it.
fn front(common: &Common) -> Result<FrontEnd, Stop> {
    FrontEnd::load(&voice_folder(common)?).map_err(|err| {
        Stop::machine(
            format!("日本語の 辞書が つかえません。script/voice を 動かしてください（{err}）。"),
            err.to_string(),
        )
    })
}

/// Where dictionary and voice are.
pub(super) fn voice_folder(common: &Common) -> Result<PathBuf, Stop> {
    common.voice().ok_or_else(|| {
        Stop::machine(
            "日本語の 辞書と 声が ありません。script/voice を 動かしてください。",
            "there is no Japanese voice: run script/voice, or give its folder with --voice DIR",
        )
    })
}

/// Ruby as an author would write it: without the mark of the start where it is not needed.
fn shown(line: &Line) -> String {
    let mut out = String::new();
    for bit in line.bits() {
        let before = out.chars().last().is_some_and(crate::words::is_kanji);
        let plain = bit.base.chars().all(crate::words::is_kanji) && !before;
        match (bit.ruby.is_empty(), plain) {
            (true, _) => out.push_str(&bit.base),
            (false, true) => out.extend([bit.base.as_str(), "《", &bit.ruby, "》"]),
            (false, false) => out.extend(["｜", bit.base.as_str(), "《", &bit.ruby, "》"]),
        }
    }
    out
}
