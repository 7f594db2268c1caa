//! `engawa doctor`: looks at every part and says what to do.

use super::{Command, Common, Given, Outcome, Stop};

pub(super) const COMMAND: Command = Command {
    name: "doctor",
    takes: "",
    does: ["部品を しらべて、なおしかたを 言う", "looks at every part and says what to do"],
    options: &[],
    words: [0, 0],
    run,
};

fn run(_common: &Common, _given: &Given) -> Outcome {
    Err(Stop::machine("まだ できません。", "not there yet"))
}
