//! `engawa voice`: builds the Japanese dictionary from its sources. `script/voice` calls it; nobody else needs to.

use super::{Command, Common, Given, Outcome, Stop};
use crate::voice::make;

pub(super) const COMMAND: Command = Command {
    name: "voice",
    takes: "build SOURCE_DIR OUT_DIR",
    does: ["日本語の 辞書を つくる（script/voice が つかう）", "builds the Japanese dictionary (used by script/voice)"],
    options: &[],
    words: [3, 3],
    run,
};

fn run(_common: &Common, given: &Given) -> Outcome {
    let paths = given.paths();
    let [what, source, out] = paths.as_slice() else { return Err(usage()) };
    if what.as_os_str() != "build" {
        return Err(usage());
    }
    make::dictionary(source, out).map_err(|err| Stop::machine(format!("辞書が つくれません: {err}"), err.to_string()))
}

fn usage() -> Stop {
    Stop::usage("つかい方: engawa voice build SOURCE_DIR OUT_DIR", "usage: engawa voice build SOURCE_DIR OUT_DIR")
}
