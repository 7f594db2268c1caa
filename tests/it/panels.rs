//! Every screen in every mood, in every tongue, at every size, on the four panels a town could get, measured in the letters that are drawn:
//! nothing clipped, left out, lying over something or too small for a finger.
//!
//! Layout does not know the contrast (`lay::plan` is not told), so the walk is not repeated for each; that a page is the same in every
//! contrast is a test of its own.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod check;
mod lost;

use crate::{
    figures::{Figure, Figures},
    screens::{PACK, kiosk},
};
use check::{Leaf, Least};
use engawa::{
    app::{self, Model, Msg},
    kit::Kit,
    lay::{self, Measure, Panel, Size, Turning},
    look::{Contrast, Look},
    page::{Page, Part},
    screens::{self, Sample, Screen, Setting},
    words::{Tongue, Words},
};
use std::sync::{
    Mutex,
    atomic::{AtomicUsize, Ordering},
};

/// 10.1 inch 1280×800, 15.6 inch Full HD lying and standing, 27 inch.
pub(crate) const PANELS: [(&str, Panel); 4] = [
    ("10.1\"", Panel { w: 217.0, h: 136.0 }),
    ("15.6\"", Panel { w: 344.0, h: 194.0 }),
    ("15.6\" standing", Panel { w: 194.0, h: 344.0 }),
    ("27\"", Panel { w: 597.0, h: 336.0 }),
];

/// How the leaves of a page are turned, in its own words.
pub(crate) fn leaves(page: &Page<Msg>, words: &Words, at: (Panel, Size), measure: &mut dyn Measure) -> Vec<Page<Msg>> {
    let turning = Turning {
        back: words.turn_back(),
        next: words.turn_next(),
        count: &|leaf, leaves| words.turn_count(leaf, leaves),
        msg: &Msg::Turn,
    };
    lay::fold(page, at.0, at.1, measure, &turning)
}

/// Every sample of the screens at one size, with its model.
pub(crate) fn samples(tongue: &Tongue, panel: Panel, size: usize) -> Vec<(&'static str, Model)> {
    let mut model = kiosk(tongue, panel);
    model.settings.size = size;
    let all = Screen::all(&PACK, &model.view()).into_iter();
    let sample = |Sample { name, mode, screen, overlay }| {
        let mut model = model.clone();
        (model.screen, model.overlay, model.standing.mode) = (screen, overlay, mode);
        (name, model)
    };
    all.map(sample).collect()
}

/// Runs `see` inside a frame, where the letters of a tongue can be measured.
pub(crate) fn with_letters(tongue: &Tongue, mm: f32, see: &mut dyn FnMut(&mut dyn Measure)) {
    let (ctx, mut kit) = (egui::Context::default(), Kit::default());
    kit.set_tongue(&ctx, tongue);
    let look = Look::new(Contrast::Day, mm);
    let frame = ctx.run_ui(egui::RawInput::default(), |ui| see(&mut kit.ruler(ui.ctx(), &look)));
    { frame }.textures_delta.clear();
}

/// What is found on one panel in one tongue.
fn measured(tongue: &Tongue, (name, panel): (&str, Panel)) -> Least {
    let mut least = Least::default();
    with_letters(tongue, 5.58, &mut |measure| {
        for (n, size) in lay::sizes(panel).into_iter().enumerate() {
            for (sample, model) in samples(tongue, panel, n) {
                let page = app::page(&model);
                let what = format!("{sample} {tongue} {name} em {}", size.em);
                let leaves = leaves(&page, &model.standing.words, (panel, size), measure);
                lost::check(&what, &page, &leaves, &mut least.wrong);
                for (n, leaf) in leaves.iter().enumerate() {
                    let plan = lay::plan(leaf, panel, size, measure);
                    let leaf = Leaf { what: format!("{what} leaf {n}"), page: leaf, plan: &plan, panel };
                    check::check(&leaf, &mut least);
                }
                least.pages += 1;
            }
        }
    });
    least
}

#[test]
fn everything_fits_every_panel_at_every_size_in_every_tongue() {
    let tongues = Words::tongues();
    let work: Vec<_> = tongues.iter().flat_map(|tongue| PANELS.map(|panel| (tongue, panel))).collect();
    let (next, found) = (AtomicUsize::new(0), Mutex::new(vec![]));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((tongue, panel)) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let least = measured(tongue, *panel);
                    found.lock().unwrap().push(least);
                }
            });
        }
    });
    let all = found.into_inner().unwrap().into_iter().reduce(Least::and).unwrap();
    let how = format!(
        "`panels`: {} pages, {} leaves; {} tongues, 4 panels, every size",
        all.pages,
        all.leaves,
        tongues.len()
    );
    let figure =
        |id, value, limit, clauses: &[&str]| Figure::new(id, value, limit, clauses).screens(all.pages).how(&how);
    Figures::write(
        "panels",
        &[
            figure(
                "smallest-target",
                all.target,
                ">= 20 mm",
                &["EN 301 549 8.3.2", "WCAG 2.2 2.5.8", "VVSG 2.0 7.2-I"],
            ),
            figure("smallest-gap", all.gap, ">= 3.2 mm", &["WCAG 2.2 2.5.8", "VVSG 2.0 7.2-I"]),
            figure("smallest-letters", all.em, ">= 6.6 mm", &["EN 301 549 5.1.4", "VVSG 2.0 7.1-H"]),
            figure("smallest-ruby", all.ruby, ">= 3.3 mm", &["EN 301 549 5.1.4"]),
            figure("clipped-or-overlapping", all.wrong.len() as f32, "= 0", &["WCAG 2.2 1.4.4", "WCAG 2.2 1.4.10"]),
        ],
    );
    assert!(all.wrong.is_empty(), "{} places break:\n{}", all.wrong.len(), all.wrong.join("\n"));
    assert!(all.pages > 500);
}

/// A contrast changes nothing on a page but which of them is chosen: what fits in one fits in all.
#[test]
fn a_page_is_the_same_in_every_contrast() {
    for tongue in Words::tongues() {
        for (name, mut model) in samples(&tongue, PANELS[0].1, 0) {
            let page = unchosen(app::page(&model));
            for contrast in screens::Contrast::ALL {
                model.settings.contrast = contrast;
                assert_eq!(unchosen(app::page(&model)), page, "{name} {tongue} {contrast:?}");
            }
        }
    }
}

fn unchosen(mut page: Page<Msg>) -> Page<Msg> {
    fn each(part: &mut Part<Msg>) {
        match part {
            Part::Control(control) => {
                let contrast = |setting: &Setting| matches!(setting, Setting::Contrast(_));
                let chosen = matches!(&control.msg, Some(Msg::Screen(screens::Msg::Settings(screens::settings::Msg::Set(setting)))) if contrast(setting));
                control.on &= !chosen;
            }
            Part::Group(group) => group.parts.iter_mut().for_each(each),
            _ => {}
        }
    }
    page.parts.iter_mut().for_each(each);
    page
}
