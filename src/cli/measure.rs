//! `engawa measure`: the size of the panel, by holding a bank card against it.

use super::{Command, Common, Given, Outcome, Stop, house::House, options::Answer};
use crate::{shell, store::Store};
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
    let house = House::read(common);
    let failed =
        |why: String| Stop::machine("大きさを のこせませんでした。えんがわを とじてから もう一度 どうぞ。", why);
    // Opened first: nobody should measure what cannot be kept.
    let (mut store, _) = Store::open(&common.home(), common.clock()).map_err(|error| failed(error.to_string()))?;
    let measured = shell::measure(&house.words(&house.first_tongue())).map_err(|error| {
        Stop::machine("画面を ひらけません。DISPLAY か WAYLAND_DISPLAY が ありますか。", error.to_string())
    })?;
    let Some(px_per_mm) = measured else {
        common.note("やめました。まえの ままです。", "given up; nothing was changed");
        return Ok(());
    };
    store.set_px_per_mm(px_per_mm).map_err(|error| failed(error.to_string()))?;
    match common.answer {
        Answer::Json => common.print_json(&Measured { px_per_mm }),
        Answer::Text => common.print(&format!("{px_per_mm:.2} px/mm")),
    }
    Ok(())
}
