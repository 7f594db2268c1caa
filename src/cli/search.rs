//! `engawa search`: finds guides and answers, in ranked order.

use super::{Command, Common, Given, Outcome, Stop};

pub(super) const COMMAND: Command = Command {
    name: "search",
    takes: "WORDS",
    does: ["えんがわの 中を さがす", "searches what the kiosk knows"],
    options: &[],
    words: [1, usize::MAX],
    run,
};

fn run(_common: &Common, _given: &Given) -> Outcome {
    Err(Stop::machine("まだ できません。", "not there yet"))
}
