//! `engawa read`: how the front end reads a text.

use super::{Command, Common, Given, Outcome, Stop};

pub(super) const COMMAND: Command = Command {
    name: "read",
    takes: "TEXT",
    does: ["漢字の 読みかたを 出す", "how a text is read aloud"],
    options: &[],
    words: [1, 1],
    run,
};

fn run(_common: &Common, _given: &Given) -> Outcome {
    Err(Stop::machine("まだ できません。", "not there yet"))
}
