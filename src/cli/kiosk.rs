//! `engawa kiosk`: opens the kiosk.

use super::{Arg, Command, Common, Given, Outcome, Stop};

pub(super) const COMMAND: Command = Command {
    name: "kiosk",
    takes: "[--window WxH] [--open PLACE]",
    does: ["えんがわを ひらく（--window が なければ 全画面）", "opens the kiosk (full screen unless --window)"],
    options: &[Arg::Value("window"), Arg::Value("open")],
    words: [0, 0],
    run,
};

fn run(_common: &Common, _given: &Given) -> Outcome {
    Err(Stop::machine("まだ できません。", "not there yet"))
}
