//! `engawa kiosk`: opens the kiosk.

use super::{Arg, Command, Common, Given, Outcome, Stop};
use crate::{
    config::Config,
    screens::Place,
    shell::{self, Options, View},
    words::Words,
};
use std::sync::Arc;

pub(super) const COMMAND: Command = Command {
    name: "kiosk",
    takes: "[--window WxH[@MM]] [--open PLACE]",
    does: ["えんがわを ひらく（--window が なければ 全画面）", "opens the kiosk (full screen unless --window)"],
    options: &[Arg::Value("window"), Arg::Value("open")],
    words: [0, 0],
    run,
};

fn run(common: &Common, given: &Given) -> Outcome {
    let view = match given.text("window") {
        Some(text) => text.parse::<View>().map_err(|error| {
            Stop::usage(
                format!("--window {text}: 1280x800 か 1280x800@344 の ように 書いてください。"),
                error.to_string(),
            )
        })?,
        None => View::Full,
    };
    let open = given
        .text("open")
        .map(|text| text.parse::<Place>())
        .transpose()
        .map_err(|error| Stop::usage(format!("--open {}: その 場所は ありません。", error.0), error.to_string()))?;
    let config = Arc::new(Config::default());
    let options = Options {
        words: Words::shipped(&common.tongue()),
        mode: config.mode,
        config,
        clock: common.clock(),
        troubles: vec![],
        view,
        open,
    };
    shell::run(options).map_err(|error| {
        Stop::machine("画面を ひらけません。DISPLAY か WAYLAND_DISPLAY が ありますか。", error.to_string())
    })
}
