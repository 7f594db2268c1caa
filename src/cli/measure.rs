//! `engawa measure`: the size of the panel, by holding a bank card against it. Opens that question of the kiosk alone.

use super::{Command, Common, Given, Outcome, Stop, house::House, kiosk, options::Answer};
use crate::{
    config::Step,
    screens::Place,
    shell::{Options, Until, View},
    store::Store,
};
use serde::Serialize;

pub(super) const COMMAND: Command = Command {
    name: "measure",
    takes: "",
    does: ["カードを あてて 画面の 大きさを はかる", "measures the screen with a bank card"],
    options: &[],
    words: [0, 0],
    run,
};

#[derive(Serialize)]
struct Measured {
    /// Pixels in a millimetre.
    px_per_mm: f32,
}

fn run(common: &Common, _: &Given) -> Outcome {
    let failed =
        |why: String| Stop::machine("大きさを のこせませんでした。えんがわを とじてから もう一度 どうぞ。", why);
    // Opened first: nobody should measure what cannot be kept.
    let (store, _) = Store::open(&common.home(), common.clock()).map_err(|error| failed(error.to_string()))?;
    let before = store.px_per_mm().map_err(|error| failed(error.to_string()))?;
    drop(store);
    let options = kiosk::options(House::read(common), View::Full, Some(Place::Setup(Some(Step::Screen))));
    kiosk::open(Options { until: Until::Measured, ..options })?;
    // The desks of the kiosk may still have it.
    let kept = Store::open_to_read(&common.home(), common.clock());
    let now = kept.and_then(|store| store.px_per_mm().ok().flatten());
    let Some(px_per_mm) = now.filter(|now| Some(*now) != before) else {
        common.note("まえの ままです。", "nothing was changed");
        return Ok(());
    };
    match common.answer {
        Answer::Json => common.print_json(&Measured { px_per_mm }),
        Answer::Text => common.print(&format!("{px_per_mm:.2} px/mm")),
    }
    Ok(())
}
