//! `engawa pack`: content into one deterministic file.

use super::{Arg, Command, Common, Given, Outcome, Stop};

pub(super) const COMMAND: Command = Command {
    name: "pack",
    takes: "build [--out FILE]",
    does: ["中身を ひとつの ファイルに まとめる", "builds content into one file"],
    options: &[Arg::Value("out")],
    words: [1, usize::MAX],
    run,
};

fn run(_common: &Common, _given: &Given) -> Outcome {
    Err(Stop::machine("まだ できません。", "not there yet"))
}
