//! `engawa check`: every problem in content, lessons and config, each at its very word.

use super::{Command, Common, Given, Outcome, Stop};

pub(super) const COMMAND: Command = Command {
    name: "check",
    takes: "[PATH…]",
    does: ["中身・設定・画面の ことばの 問題を ぜんぶ 出す", "lists every problem in content, lessons and config"],
    options: &[],
    words: [0, usize::MAX],
    run,
};

fn run(_common: &Common, _given: &Given) -> Outcome {
    Err(Stop::machine("まだ できません。", "not there yet"))
}
