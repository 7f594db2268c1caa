//! `engawa kiosk`: opens the kiosk.

use super::{Arg, Command, Common, Given, Outcome, Stop, house::House};
use crate::{
    screens::Place,
    shell::{self, Options, Until, View},
};

pub(super) const COMMAND: Command = Command {
    name: "kiosk",
    takes: "[--window WxH[@MM]] [--open PLACE] [--once]",
    does: [
        "えんがわを ひらく（--window が なければ 全画面。--once は 1ページめが 出たら とじる）",
        "opens the kiosk (full screen unless --window; --once closes it when the first page stands)",
    ],
    options: &[Arg::Value("window"), Arg::Value("open"), Arg::Flag("once")],
    words: [0, 0],
    run,
};

fn run(common: &Common, given: &Given) -> Outcome {
    shell::settle();
    let view = match given.text("window") {
        Some(text) => text.parse::<View>().map_err(|error| {
            Stop::usage(
                format!("--window {text}: 1280x800 か 1280x800@344 の ように 書いてください。"),
                error.to_string(),
            )
        })?,
        None => View::Full,
    };
    let open_at = given
        .text("open")
        .map(|text| text.parse::<Place>())
        .transpose()
        .map_err(|error| Stop::usage(format!("--open {}: その 場所は ありません。", error.0), error.to_string()))?;
    let until = if given.has("once") { Until::Page } else { Until::Closed };
    open(Options { until, ..options(House::read(common), view, open_at) })
}

/// All that the shell needs to open the kiosk.
pub(super) fn options(house: House, view: View, open: Option<Place>) -> Options {
    Options {
        words: house.words(&house.first_tongue()),
        mode: house.mode,
        config: house.config.clone(),
        own: house.own.clone(),
        card: house.card,
        clock: house.clock.clone(),
        troubles: house.troubles(),
        view,
        open,
        until: Until::Closed,
        inspect: house.inspect,
        setup: house.setup,
        desks: Box::new(move |wake| house.desks(wake)),
    }
}

pub(super) fn open(options: Options) -> Outcome {
    shell::run(options).map_err(|error| {
        Stop::machine("画面を ひらけません。DISPLAY か WAYLAND_DISPLAY が ありますか。", error.to_string())
    })
}
