//! `engawa say`: speaks into a file.

use super::{Arg, Command, Common, Given, Outcome, Stop};

pub(super) const COMMAND: Command = Command {
    name: "say",
    takes: "TEXT --wav FILE",
    does: ["声を ファイルに する", "speaks into a file"],
    options: &[Arg::Value("wav")],
    words: [1, 1],
    run,
};

fn run(_common: &Common, _given: &Given) -> Outcome {
    Err(Stop::machine("まだ できません。", "not there yet"))
}
