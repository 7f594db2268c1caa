//! Every screen in every mood, on every panel, at every size, in every tongue: words on every part, nothing twice, a way out, nothing
//! unkind.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use engawa::{
    app::{self, Model, Msg, Start},
    clock::Now,
    config::{Config, Mode, Own},
    content::{self, NoReadings, Pack},
    lay::{Ems, Panel},
    page::{Page, Part, Role},
    screens::{Overlay, Sample, Screen},
    words::{Tongue, Words},
};
use std::sync::{Arc, LazyLock};

pub(crate) static PACK: LazyLock<Pack> = LazyLock::new(|| content::build(&content::shipped(), &NoReadings).0);

const PANELS: [Panel; 4] = [
    Panel { w: 344.0, h: 194.0 },
    Panel { w: 276.0, h: 155.0 },
    Panel { w: 217.0, h: 136.0 },
    Panel { w: 194.0, h: 344.0 },
];

pub(crate) fn kiosk(tongue: &Tongue, panel: Panel) -> Model {
    kiosk_of(Own::default(), tongue, panel)
}

/// A kiosk on which staff set this.
pub(crate) fn kiosk_of(own: Own, tongue: &Tongue, panel: Panel) -> Model {
    let mut model = Model::new(Start {
        config: Arc::new(Config::default()),
        own,
        words: Words::shipped(tongue),
        mode: Mode::Everyday,
        now: Now { at: "2026-11-21T01:05:00Z".parse().unwrap(), trusted: true },
        panel,
        troubles: vec![],
    });
    model.standing.wall = Some(Screen::sample_wall(&model.view()));
    model
}

fn each(check: impl Fn(&str, &Model, &Page<Msg>)) {
    for tongue in Words::tongues() {
        for panel in PANELS {
            let model = kiosk(&tongue, panel);
            for Sample { name, mode, screen, overlay } in Screen::all(&PACK, &model.view()) {
                let mut model = model.clone();
                (model.screen, model.overlay, model.standing.mode) = (screen, overlay, mode);
                let what = format!("{name} in {tongue} on {}×{}", panel.w, panel.h);
                check(&what, &model, &app::page(&model));
            }
        }
    }
}

#[test]
fn every_part_has_words_and_a_name_of_its_own() {
    each(|what, _, page| assert_eq!(page.problems(), Vec::<String>::new(), "{what}"));
}

#[test]
fn every_page_has_the_bar_and_its_way_out() {
    each(|what, model, page| {
        // For an empty hall: nothing stands on one spot, and any touch leads away.
        if model.overlay.as_ref().is_some_and(Overlay::is_rest) {
            assert!(page.control("rest/wake").is_some(), "{what}");
            return;
        }
        for id in ["bar/read", "bar/larger", "bar/language", "bar/call", "bar/end"] {
            assert!(page.control(id).is_some(), "{what}: {id}");
        }
    });
}

#[test]
fn what_looks_pressable_can_be_pressed() {
    // A field is written into by other parts; a step at its end and the words that nobody has written yet are drawn as not available.
    let may_rest = ["on/", "phone/", "pace/", "volume/", "call/show", "words/next"];
    each(|what, _, page| {
        for part in page.walk() {
            if let Part::Control(control) = part {
                let rests = control.role == Role::Field || may_rest.iter().any(|id| control.id.starts_with(id));
                assert!(control.msg.is_some() || rests, "{what}: {}", control.id);
            }
        }
    });
}

#[test]
fn nothing_on_a_page_frightens_or_belittles() {
    each(|what, _, page| {
        for said in page.script() {
            for word in ["ログイン", "エラー", "無効", "DX", "簡単です", "かんたんです"] {
                assert!(!said.line.plain().contains(word), "{what}: {:?}", said.line);
            }
        }
    });
}

#[test]
fn every_control_stands_on_a_leaf() {
    each(|what, model, page| {
        for size in [0, model.standing.sizes.len() - 1] {
            let mut model = model.clone();
            model.settings.size = size;
            let leaves = app::leaves(&model, page, &mut Ems);
            for control in page.controls() {
                let there = leaves.iter().any(|leaf| leaf.control(&control.id).is_some());
                assert!(there, "{what} at {}: {}", model.size().em, control.id);
            }
        }
    });
}
