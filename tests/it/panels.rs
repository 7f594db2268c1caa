//! Every screen in every mood, in every tongue, at every size, on the four panels a town could get, measured in the letters that are drawn:
//! nothing clipped, left out, lying over something or too small for a finger.
//!
//! Layout does not know the contrast (`lay::plan` is not told), so the walk is not repeated for each; that a page is the same in every
//! contrast is a test of its own.
//!
//! `ENGAWA_PANELS=all`, as `script/prove` sets it: every tongue on every panel, and what assistive technology is told of each leaf, in one
//! contrast after the other.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

pub(crate) mod check;
mod lost;

use crate::{
    figures::{self, Figure},
    hearing::Glass,
    screens::{PACK, kiosk_of},
};
use check::{Leaf, Least};
use engawa::{
    app::{self, Model, Msg},
    config::{Own, Reach},
    kit::Kit,
    lay::{self, Measure, Panel},
    look::{Contrast, Look},
    page::{Page, Part},
    screens::{self, Sample, Screen, Setting},
    words::{Tongue, Words},
};
use std::sync::atomic::{AtomicUsize, Ordering};

/// 10.1 inch 1280×800, 15.6 inch Full HD lying and standing, 27 inch.
pub(crate) const PANELS: [(&str, Panel); 4] = [
    ("10.1\"", Panel { w: 217.0, h: 136.0 }),
    ("15.6\"", Panel { w: 344.0, h: 194.0 }),
    ("15.6\" standing", Panel { w: 194.0, h: 344.0 }),
    ("27\"", Panel { w: 597.0, h: 336.0 }),
];

/// Every sample of the screens at one size, with its model. `reach`: where on the glass pages stand.
pub(crate) fn samples(tongue: &Tongue, glass: Panel, reach: Reach, size: usize) -> Vec<(&'static str, Model)> {
    let own = Own { reach: Some(reach), ..Own::default() };
    let mut model = kiosk_of(own, tongue, glass);
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

/// Whether everything there is is walked, or as much as every change must pass.
fn everything() -> bool {
    std::env::var_os("ENGAWA_PANELS").is_some_and(|which| which == "all")
}

/// What is found on one panel in one tongue.
fn measured(tongue: &Tongue, (name, glass): (&str, Panel), reach: Reach) -> Least {
    let (mut least, mut told) = (Least::default(), everything().then(|| Glass::new(tongue)));
    let panel = lay::low(glass).filter(|_| reach == Reach::Low).unwrap_or(glass);
    with_letters(tongue, 5.58, &mut |measure| {
        for (n, size) in lay::sizes_on(glass, panel).into_iter().enumerate() {
            for (sample, model) in samples(tongue, glass, reach, n) {
                assert_eq!((model.standing.panel, model.size()), (panel, size));
                page(&format!("{sample} {tongue} {name} em {}", size.em), &model, measure, &mut least, told.as_mut());
            }
        }
    });
    least
}

/// All leaves of a page.
fn page(what: &str, model: &Model, measure: &mut dyn Measure, least: &mut Least, mut told: Option<&mut Glass>) {
    let (glass, panel, size) = (model.standing.glass, model.standing.panel, model.size());
    let page = app::page(model);
    let leaves = app::leaves(model, &page, measure);
    lost::check(what, &page, &leaves, &mut least.wrong);
    for (n, leaf) in leaves.iter().enumerate() {
        let plan = lay::lowered(lay::plan(leaf, panel, size, measure), glass, panel);
        let contrast = Contrast::ALL[(least.pages + n) % Contrast::ALL.len()];
        let unlike = told.as_mut().and_then(|told| told.unlike(leaf, &plan, &model.settings.tongue, contrast));
        least.wrong.extend(unlike.map(|unlike| format!("{what} leaf {n} {}: {unlike}", contrast.name())));
        let leaf = Leaf { what: format!("{what} leaf {n}"), page: leaf, plan: &plan, panel: glass };
        check::check(&leaf, least);
    }
    least.pages += 1;
}

/// What becomes of each piece of work; two are at it, whoever is free takes the next.
pub(crate) fn on_two_threads<W: Sync, R: Send>(work: &[W], act: &(dyn Fn(&W) -> R + Sync)) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let one = || -> Vec<R> {
        let pieces = std::iter::repeat_with(|| work.get(next.fetch_add(1, Ordering::Relaxed)));
        pieces.map_while(|piece| piece.map(act)).collect()
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(one);
        one().into_iter().chain(other.join().unwrap()).collect()
    })
}

/// Walks all of this.
fn walked(work: &[(Tongue, (&str, Panel))], reach: Reach) -> Least {
    let found = on_two_threads(work, &|(tongue, panel)| measured(tongue, *panel, reach));
    let all = found.into_iter().reduce(Least::and).unwrap();
    assert!(all.wrong.is_empty(), "{} places break:\n{}", all.wrong.len(), all.wrong.join("\n"));
    all
}

#[test]
fn everything_fits_every_panel_at_every_size_in_every_tongue() {
    let tongues = Words::tongues().into_iter();
    // For every change Japanese meets every panel, and each other tongue one.
    let every = everything();
    let all = tongues
        .enumerate()
        .flat_map(|(t, tongue)| PANELS.into_iter().enumerate().map(move |(p, panel)| (t + p, tongue.clone(), panel)));
    let met = all.filter(|(n, tongue, _)| every || *tongue == Tongue::JA || n % PANELS.len() == 0);
    let work: Vec<_> = met.map(|(_, tongue, panel)| (tongue, panel)).collect();
    let all = walked(&work, Reach::Whole);
    assert!(all.pages > 500);
    told(&all);
}

/// For those who sit before a high glass: everything stands in its lower half, or in the 136 mm that a page needs.
#[test]
fn what_is_pressed_comes_down_to_those_who_sit() {
    let high: Vec<_> = PANELS.into_iter().filter(|(_, glass)| lay::low(*glass).is_some()).collect();
    assert_eq!(high.len(), 3, "all but the smallest");
    let tongues = [Tongue::JA, Tongue::EN];
    let work: Vec<_> = tongues.iter().flat_map(|tongue| high.iter().map(|panel| (tongue.clone(), *panel))).collect();
    let all = walked(&work, Reach::Low);
    for (name, glass) in high {
        let low = lay::low(glass).unwrap();
        assert!(low.h <= (glass.h / 2.0).max(136.0), "{name}");
        assert!(lay::sizes_on(glass, low)[0] == lay::sizes(glass)[0], "{name}: letters are no smaller for that");
    }
    let how = "cargo test --test it panels::what_is_pressed";
    let highest = f64::from(all.highest);
    let clauses = &["EN 301 549 8.3"];
    let figure = Figure {
        id: "reach-highest-target",
        value: highest,
        unit: "of the glass from its top",
        limit: "≥ 0.29",
        clauses,
        screens: all.pages,
        how,
    };
    figures::write("reach", &[figure]);
}

/// For the report: the least of everything.
fn told(all: &Least) {
    let how = "cargo test --test it panels::everything_fits";
    let figure = |id, value: f32, unit, limit, clauses| {
        let value = f64::from(value);
        Figure { id, value, unit, limit, clauses, screens: all.pages, how }
    };
    let (target, gap) = (&["WCAG 2.5.5", "WCAG 2.5.8", "VVSG 7.2-I"], &["WCAG 2.5.8", "VVSG 7.2-I"]);
    let wrong = all.wrong.len() as f32;
    let fits = &["WCAG 1.4.4", "WCAG 1.4.10", "WCAG 1.4.12"];
    figures::write(
        "panels",
        &[
            figure("smallest-target", all.target, "mm", "≥ 20", target),
            figure("smallest-gap", all.gap, "mm", "≥ 3.2", gap),
            figure("smallest-letters", all.em, "mm of em", "≥ 6.6", &["EN 301 549 5.1.4", "VVSG 7.1-H"]),
            figure("smallest-ruby", all.ruby, "mm of em", "≥ 3.3", &["EN 301 549 5.1.4"]),
            figure("clipped-or-overlapping", wrong, "places", "0", fits),
            figure("leaves-walked", all.leaves as f32, "leaves", "> 0", &[]),
        ],
    );
}

/// A contrast changes nothing on a page but which of them is chosen: what fits in one fits in all.
#[test]
fn a_page_is_the_same_in_every_contrast() {
    for tongue in Words::tongues() {
        for (name, mut model) in samples(&tongue, PANELS[0].1, Reach::Whole, 0) {
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
