//! `engawa say`: speaks into a file, or aloud.

use super::{Arg, Command, Common, Given, Outcome, Stop, read};
use crate::{
    reading::{Pace, Volume},
    voice::{self, Synth},
    words::Line,
};
use std::path::{Path, PathBuf};

pub(super) const COMMAND: Command = Command {
    name: "say",
    takes: "TEXT --wav FILE [--pace 50-200] [--volume 0-10]",
    does: ["声を ファイルに する", "speaks into a file"],
    options: &[Arg::Value("wav"), Arg::Value("pace"), Arg::Value("volume")],
    words: [1, 1],
    run,
};

fn run(common: &Common, given: &Given) -> Outcome {
    let line = Line::parse(&given.words().join(" "));
    let pace = Pace(within(given, "pace", 50..=200)?.unwrap_or(100));
    let volume = Volume(within(given, "volume", 0..=10)?.unwrap_or(5));
    let file: PathBuf = given.path("wav").ok_or_else(|| {
        Stop::usage("どの ファイルに 入れるか、--wav FILE で おしえてください。", "say into which file? --wav FILE")
    })?;
    let mut synth = synth(&read::voice_folder(common)?)?;
    let length = voice::write_wav(&mut synth, &line, pace, volume, &file)
        .map_err(|err| Stop::machine(format!("ファイルに 書けません: {err}"), err.to_string()))?;
    common.print_json(&serde_json::json!({ "wav": file, "seconds": length.as_secs_f64() }));
    Ok(())
}

fn synth(folder: &Path) -> Result<Synth, Stop> {
    Synth::load(folder).map_err(|err| {
        Stop::machine(format!("声が つかえません。script/voice を 動かしてください（{err}）。"), err.to_string())
    })
}

fn within(given: &Given, name: &str, range: std::ops::RangeInclusive<u8>) -> Result<Option<u8>, Stop> {
    let Some(text) = given.text(name) else { return Ok(None) };
    let number = text.parse().ok().filter(|number| range.contains(number));
    number.map(Some).ok_or_else(|| {
        let (least, most) = (range.start(), range.end());
        Stop::usage(
            format!("--{name} は {least} から {most} までの 数です。"),
            format!("--{name} is a number from {least} to {most}"),
        )
    })
}
