//! `engawa preview`: a live view while an author writes.

use super::{Arg, Command, Common, Given, Outcome, Stop};

pub(super) const COMMAND: Command = Command {
    name: "preview",
    takes: "PATH",
    does: ["書きながら 画面で 見る", "shows what is being written, live"],
    options: &[Arg::Value("window")],
    words: [1, 1],
    run,
};

fn run(_common: &Common, _given: &Given) -> Outcome {
    Err(Stop::machine("まだ できません。", "not there yet"))
}
