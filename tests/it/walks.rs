//! Errands of people, from their first press to their last, without a window.

use engawa::{
    app::{self, Model, Msg, Start},
    clock::Now,
    config::{Config, Mode},
    job::{Job, ShellJob},
    lay::Panel,
    page::{Control, Page},
    screens::Screen,
    words::{Tongue, Words},
};
use std::{sync::Arc, time::Duration};

fn kiosk() -> Model {
    Model::new(Start {
        config: Arc::new(Config::default()),
        words: Words::shipped(&Tongue::JA),
        mode: Mode::Everyday,
        now: Now { at: "2026-11-21T01:05:00Z".parse().unwrap(), trusted: true },
        panel: Panel { w: 344.0, h: 194.0 },
        troubles: vec![],
    })
}

fn press(model: &mut Model, id: &str) -> Vec<Job> {
    let page: Page<Msg> = app::page(model);
    let msg = page.control(id).and_then(|control: &Control<Msg>| control.msg.clone());
    app::update(model, msg.unwrap_or_else(|| panic!("no control `{id}` on {:?}", page.script())))
}

fn wait(model: &mut Model, seconds: u64) -> Vec<Job> {
    let (now, running) = (model.standing.now, model.standing.running + Duration::from_secs(seconds));
    app::update(model, Msg::Tick { now, running })
}

#[test]
fn someone_leaves_midway_and_the_next_person_sees_home() {
    let mut model = kiosk();
    press(&mut model, "card/prepare");
    press(&mut model, "bar/larger");
    assert!(matches!(model.screen, Screen::Shelf(_)));
    assert_eq!(wait(&mut model, 300), []);
    assert!(model.overlay.is_some(), "asks whether anybody is there");
    assert_eq!(wait(&mut model, 45), [Job::Shell(ShellJob::EndVisit)]);
    assert!(matches!(model.screen, Screen::Home(_)) && model.overlay.is_none() && model.settings == kiosk().settings);
}
