//! Where nothing but the picture can tell: the look itself, on few pages. Colours may differ a little between renderers.
//!
//! When the look changes on purpose: `UPDATE_SNAPSHOTS=1 cargo test --test it pictures::`, and look at what came out.

use crate::{
    demo,
    screens::{PACK, kiosk},
    stage,
};
use egui_kittest::{Harness, SnapshotOptions, SnapshotResults};
use engawa::{
    app,
    look::Contrast,
    screens::{Sample, Screen},
    words::Tongue,
};
use stage::{Scene, Set};

fn open(name: &str, set: Set) -> Harness<'static, Scene<demo::Msg>> {
    let Some(page) = demo::page(name) else { unreachable!("no page is called {name}") };
    stage::open(page, set, |id| id)
}

/// A page of the first start.
fn first(name: &str, set: Set) -> Harness<'static, Scene<app::Msg>> {
    let mut model = kiosk(&Tongue::JA, set.panel());
    let sample = Screen::all(&PACK, &model.view()).into_iter().find(|sample| sample.name == name);
    let Some(Sample { screen, .. }) = sample else { unreachable!("no page is called {name}") };
    model.screen = screen;
    stage::open(app::page(&model), set, app::Msg::Turn)
}

#[test]
fn it_looks_as_it_did() {
    let options = SnapshotOptions::new().threshold(1.2).max_failed_pixels(400).output_path("tests/pictures");
    let day = Set::default;
    let small = Set { px: [640, 401], width: 217.0, em: 6.6, ..day() };
    let sets = [
        ("home", "home", Set { focus: Some("card/lessons".into()), ..day() }),
        ("shelter-night", "shelter", Set { contrast: Contrast::Night, pressed: Some("card/power".into()), ..day() }),
        ("guide", "guide", Set { said: Some(("t4".into(), 0)), ..day() }),
        ("guide-high", "guide", Set { contrast: Contrast::HighDark, focus: Some("turn/next".into()), ..day() }),
        ("choices-soft", "choices", Set { contrast: Contrast::Soft, ..day() }),
        ("keyboard", "keyboard", Set { focus: Some("key/な".into()), pressed: Some("key/ほ".into()), ..day() }),
        ("boxes-largest", "boxes", Set { em: 15.7, contrast: Contrast::HighLight, ..day() }),
        ("home-small", "home", small),
        ("phone", "phone-home+hand", Set { focus: Some("pass/with".into()), ..day() }),
        ("phone-typing-night", "phone-kana", Set { contrast: Contrast::Night, ..day() }),
        ("phone-high", "phone-wifi", Set { contrast: Contrast::HighDark, ..day() }),
    ];
    let mut results = SnapshotResults::new();
    for (name, page, set) in sets {
        results.add(open(page, set).try_snapshot_options(name, &options));
    }
    let firsts = [
        ("first-card", "setup-screen", day()),
        ("first-buildings", "setup-name-few", Set { focus: Some("name/write".into()), ..day() }),
    ];
    for (name, page, set) in firsts {
        results.add(first(page, set).try_snapshot_options(name, &options));
    }
    results.unwrap();
}
