//! Where something can be written: every field of every page and of the practice phone has its visit in `tests/e2e/forget.sh`, which looks for
//! what was written there in files and memory; and what is written on the phone stands there once.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::{
    household::{FULL_HD, Household},
    screens::{PACK, kiosk},
};
use engawa::{
    app::{self, Msg},
    page::{Part, Role},
    screens::{Place, Sample, Screen, Stroke},
    words::Tongue,
};
use std::{collections::BTreeSet, fs};

/// The fields of all pages, by their ids; those on a phone without what says that they are.
fn on_pages() -> BTreeSet<String> {
    let model = kiosk(&Tongue::JA, FULL_HD);
    let mut out = BTreeSet::new();
    for Sample { mode, screen, overlay, .. } in Screen::all(&PACK, &model.view()) {
        let mut model = model.clone();
        (model.screen, model.overlay, model.standing.mode) = (screen, overlay, mode);
        let page = app::page(&model);
        let controls = page.walk().into_iter().filter_map(|part| match part {
            Part::Control(control) => Some(control),
            _ => None,
        });
        // What is written in by keys of its own cannot be pressed itself.
        let fields = controls.filter(|control| control.role == Role::Field);
        out.extend(fields.map(|field| field.id.strip_prefix("on/").unwrap_or(&field.id).to_owned()));
    }
    out
}

/// The fields of the practice phone: `app-screen/item`, or `app/item` on an app's first screen.
fn on_the_phone() -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for file in fs::read_dir("lessons/phone").unwrap() {
        let path = file.unwrap().path();
        let app = path.file_name().unwrap().to_str().unwrap().strip_suffix(".toml").filter(|app| !app.contains('.'));
        let Some(app) = app else { continue };
        let world: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        for screen in world.get("screen").and_then(toml::Value::as_array).into_iter().flatten() {
            let id = screen.get("id").and_then(toml::Value::as_str).map_or(app.to_owned(), |id| format!("{app}-{id}"));
            let items = screen.get("item").and_then(toml::Value::as_array).into_iter().flatten();
            let fields = items.filter(|item| item.get("kind").and_then(toml::Value::as_str) == Some("field"));
            // Four digits stand anywhere in a memory: nothing could be looked for. What forgets them forgets the longer ones too.
            let fields =
                fields.filter(|item| item.get("most").and_then(toml::Value::as_integer).is_none_or(|most| most > 4));
            out.extend(fields.map(|field| format!("{id}/{}", field["id"].as_str().unwrap())));
        }
    }
    out
}

#[test]
fn every_field_there_is_has_its_visit_in_the_test_of_forgetting() {
    let script = fs::read_to_string("tests/e2e/forget.sh").unwrap();
    let visited: BTreeSet<_> =
        script.lines().filter_map(|line| line.strip_prefix("field ")).map(|id| id.trim().to_owned()).collect();
    let (pages, phone) = (on_pages(), on_the_phone());
    assert!(pages.len() >= 4 && phone.len() >= 4, "{pages:?}, {phone:?}");
    let all: BTreeSet<_> = pages.union(&phone).cloned().collect();
    assert_eq!(visited, all, "left: visited by tests/e2e/forget.sh; right: the fields there are");
}

#[test]
fn what_a_real_keyboard_writes_on_the_phone_stands_there_once() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Practice));
    for item in ["home/messages", "messages/m2", "messages-m2/write"] {
        house.press(&format!("on/{item}"));
    }
    "naisho".chars().for_each(|sign| house.tell(Msg::Stroke(Stroke::Sign(sign))));
    let page = house.page();
    let field = page.control("on/messages-m2/write").unwrap();
    assert_eq!(field.value.plain(), "naisho");
}
