//! `engawa kiosk`: opens the kiosk.

use super::{Arg, Command, Common, Given, Outcome};

pub(super) const COMMAND: Command = Command {
    name: "kiosk",
    takes: "[--window WxH] [--open PLACE]",
    does: ["えんがわを ひらく（--window が なければ 全画面）", "opens the kiosk (full screen unless --window)"],
    options: &[Arg::Value("window"), Arg::Value("open")],
    words: [0, 0],
    run,
};

fn run(_common: &Common, given: &Given) -> Outcome {
    crate::shell::run(given.text("window").map(|_| [1280.0, 800.0]));
    Ok(())
}
