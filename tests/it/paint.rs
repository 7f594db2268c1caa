//! Real pixels: every screen painted in every look, and what is seen of it measured. Letters on their ground, edges of what can be pressed,
//! icons, the ring of the focus; and that nothing is painted that the page does not say.
//!
//! `ENGAWA_PAINT=all`, as `script/prove` sets it, paints the first leaf of every screen in all looks, in ja, ko and vi at the smallest and the
//! largest size. Without it, as every change must pass: in ja at the default size, each screen in one look, another for each in turn.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "pixels of a small picture"
)]

mod easel;
mod light;
mod marks;
mod states;

use crate::{
    figures::{self, Figure},
    panels::{check::base, on_two_threads, samples},
};
use easel::{Easel, GLASS, MM};
use engawa::{
    config::Reach,
    lay::{Placed, Rect, sizes},
    look::Contrast,
    page::{CanvasKind, Part, Role},
    words::Tongue,
};
use image::RgbaImage;
use light::{Eyes, Range, luminance, range, ratio};
use std::collections::BTreeMap;

/// What was promised for letters (DESIGN: default 10:1, high 20:1, soft 4.5 to 8:1).
const fn promised(contrast: Contrast) -> (f32, f32) {
    match contrast {
        Contrast::Day | Contrast::Night => (10.0, 22.0),
        Contrast::HighLight | Contrast::HighDark => (20.0, 22.0),
        Contrast::Soft => (4.5, 8.0),
    }
}

/// The least that was met in one look.
#[derive(Clone, Copy, Debug)]
struct Least {
    letters: f32,
    ruby: f32,
    edge: f32,
    icon: f32,
    ring: f32,
    leaves: usize,
}

impl Default for Least {
    fn default() -> Self {
        let far = f32::INFINITY;
        Self { letters: far, ruby: far, edge: far, icon: far, ring: far, leaves: 0 }
    }
}

#[derive(Default)]
struct Found {
    least: BTreeMap<&'static str, Least>,
    wrong: Vec<String>,
    pages: usize,
}

/// Half a millimetre in from the edge and two out: what is on both sides of a boundary at the middle of the left side.
fn across(rect: Rect, out: f32, within: f32) -> Rect {
    Rect::new(rect.x - out, rect.y + rect.h / 2.0 - 0.3, out + within, 0.6)
}

fn on_phone(walk: &[&Part<engawa::app::Msg>], plan: &[Placed], mut at: usize) -> bool {
    while let Some(group) = plan[at].group {
        if matches!(walk[group], Part::Canvas(canvas) if canvas.kind == CanvasKind::Phone) {
            return true;
        }
        at = group;
    }
    false
}

fn look_at(what: &str, contrast: Contrast, easel: &mut Easel, found: &mut Found) {
    let image = easel.paint(contrast, None, None);
    let scene = easel.scene();
    let (leaf, plan) = (&scene.leaf, &scene.plan);
    let mut said = |wrong: String| found.wrong.push(format!("{what} {}: {wrong}", contrast.name()));
    let drawn: Vec<&str> = plan.iter().flat_map(|placed| &placed.runs).map(|run| run.text.as_str()).collect();
    if easel.painted() != drawn {
        said("paints other words than the page says".to_owned());
    }
    let least = found.least.entry(contrast.name()).or_default();
    least.leaves += 1;
    let walk = leaf.walk();
    for (n, (part, placed)) in walk.iter().zip(plan).enumerate() {
        let (base, ruby) = letters(&image, placed);
        let (from, to) = promised(contrast);
        if let Some(r) = base {
            least.letters = least.letters.min(r);
            // The ring and the hand that point at something lie over the words of a phone.
            let pointed = on_phone(&walk, plan, n);
            if r < from - 0.01 || r > to + 0.05 && !pointed {
                said(format!("{:?} {:?} is written {r:.2}:1", part.id(), part.words().map(|line| line.plain())));
            }
        }
        least.ruby = ruby.map_or(least.ruby, |r| least.ruby.min(r));
        if let Some(icon) = placed.icon {
            let r = range(&image, icon).ratio();
            least.icon = least.icon.min(r);
            if r < 3.0 {
                said(format!("{:?} has an icon of {r:.2}:1", part.id()));
            }
        }
        let framed = matches!(part, Part::Control(control) if control.msg.is_some() && control.role != Role::Item);
        if framed && !on_phone(&walk, plan, n) {
            let r = range(&image, across(placed.rect, 1.5, 1.0)).ratio();
            least.edge = least.edge.min(r);
            if r < 3.0 {
                said(format!("{:?} has an edge of {r:.2}:1", part.id()));
            }
        }
    }
}

/// Contrast of a part's letters, and of its ruby.
fn letters(image: &RgbaImage, placed: &Placed) -> (Option<f32>, Option<f32>) {
    let of = |rects: Vec<Rect>| {
        let all = rects.iter().map(|rect| range(image, *rect)).reduce(Range::and);
        all.filter(|range| range.1 >= range.0).map(Range::ratio)
    };
    let boxed = |run: &engawa::lay::Run| Rect::new(run.x, run.y, run.w, run.em);
    let shown = |text: &str| text.chars().any(char::is_alphanumeric);
    let runs = base(placed);
    let letters = runs.iter().filter(|(run, _)| shown(&run.text)).map(|(run, _)| boxed(run)).collect();
    (of(letters), of(runs.iter().filter_map(|(_, ruby)| ruby.map(boxed)).collect()))
}

/// The ring of the focus: two colours that differ, one of them seen against what is outside, one against what is inside.
fn look_at_ring(what: &str, contrast: Contrast, easel: &mut Easel, id: &str, found: &mut Found) {
    let image = easel.paint(contrast, Some(id), None);
    let scene = easel.scene();
    let at = scene.leaf.walk().iter().position(|part| part.live().is_some_and(|control| control.id == id)).unwrap();
    let rect = scene.plan[at].rect;
    let y = ((rect.y + rect.h / 2.0) * MM) as u32;
    let x = (rect.x * MM).round();
    let at = |mm: f32| luminance(*image.get_pixel((x + mm * MM).clamp(0.0, 1279.0) as u32, y), Eyes::Grey);
    // The strokes reach 2.1 mm out (`measure::RING`).
    let ring: Vec<f32> = (1..=10).map(|n| at(-0.2 * n as f32)).collect();
    let (outside, inside) = (at(-2.6), at(0.9));
    let seen = |against: f32| ring.iter().map(|l| ratio(*l, against)).fold(0.0, f32::max);
    let own = ring.iter().copied().fold(Range::NOTHING, Range::with).ratio();
    let r = own.min(seen(outside)).min(seen(inside));
    let least = found.least.entry(contrast.name()).or_default();
    least.ring = least.ring.min(r);
    if r < 3.0 {
        found.wrong.push(format!("{what} {}: the ring round {id} is seen {r:.2}:1", contrast.name()));
    }
}

/// Which looks a screen is painted in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Looks {
    All,
    /// One, another for each screen in turn.
    OneByOne,
}

/// The first leaf of every screen in a tongue at one size.
fn walk(tongue: &Tongue, size: usize, looks: Looks) -> Found {
    let (mut found, mut easel) = (Found::default(), Easel::new(tongue));
    for (n, (name, model)) in samples(tongue, GLASS, Reach::Whole, size).into_iter().enumerate() {
        easel.put(&model, 0);
        found.pages += 1;
        let what = format!("{name} {tongue} size {size}");
        let own = Contrast::ALL[n % Contrast::ALL.len()];
        for contrast in Contrast::ALL.into_iter().filter(|look| looks == Looks::All || *look == own) {
            look_at(&what, contrast, &mut easel, &mut found);
        }
        let ids: Vec<String> = easel.scene().leaf.controls().map(|control| control.id.to_string()).collect();
        look_at_ring(&what, own, &mut easel, &ids[(7 * n) % ids.len()], &mut found);
    }
    found
}

/// What is to be walked: tongue and size.
fn plan() -> (Vec<(Tongue, usize)>, Looks) {
    if std::env::var_os("ENGAWA_PAINT").is_none() {
        return (vec![(Tongue::JA, 0)], Looks::OneByOne);
    }
    let largest = sizes(GLASS).len() - 1;
    let tongues = ["ja", "ko", "vi"].map(|tag| Tongue::parse(tag).unwrap());
    (tongues.into_iter().flat_map(|tongue| [(tongue.clone(), 0), (tongue, largest)]).collect(), Looks::All)
}

#[test]
fn every_screen_is_seen_in_every_look() {
    let (work, looks) = plan();
    let mut all = Found::default();
    for found in on_two_threads(&work, &|(tongue, size)| walk(tongue, *size, looks)) {
        all.pages += found.pages;
        all.wrong.extend(found.wrong);
        for (look, least) in found.least {
            let known = all.least.entry(look).or_default();
            *known = known.and(least);
        }
    }
    told(&all);
    assert!(all.wrong.is_empty(), "{} places are hard to see:\n{}", all.wrong.len(), all.wrong.join("\n"));
}

impl Least {
    fn and(self, other: Self) -> Self {
        Self {
            letters: self.letters.min(other.letters),
            ruby: self.ruby.min(other.ruby),
            edge: self.edge.min(other.edge),
            icon: self.icon.min(other.icon),
            ring: self.ring.min(other.ring),
            leaves: self.leaves + other.leaves,
        }
    }
}

/// For the report: the least of each look.
fn told(all: &Found) {
    let how = "cargo test --test it paint::every_screen";
    let mut out = vec![];
    let mut tell = |id, value: f32, limit, clauses| {
        out.push(Figure { id, value: f64::from(value), unit: ":1", limit, clauses, screens: all.pages, how });
    };
    let (text, edge) = (&["WCAG 1.4.3", "WCAG 1.4.6", "VVSG 7.1-E"], &["WCAG 1.4.11"]);
    let names = |look: &str| -> [&'static str; 4] {
        match look {
            "day" => ["contrast-day", "ruby-day", "edge-day", "ring-day"],
            "night" => ["contrast-night", "ruby-night", "edge-night", "ring-night"],
            "soft" => ["contrast-soft", "ruby-soft", "edge-soft", "ring-soft"],
            "high-light" => ["contrast-high-light", "ruby-high-light", "edge-high-light", "ring-high-light"],
            _ => ["contrast-high-dark", "ruby-high-dark", "edge-high-dark", "ring-high-dark"],
        }
    };
    for (look, least) in &all.least {
        let [letters, ruby, edges, ring] = names(look);
        let limit = match *look {
            "day" | "night" => "≥ 10",
            "soft" => "4.5 to 8",
            _ => "≥ 20",
        };
        tell(letters, least.letters, limit, text.as_slice());
        tell(ruby, least.ruby, "≥ 4.5", text.as_slice());
        tell(edges, least.edge.min(least.icon), "≥ 3", edge.as_slice());
        tell(ring, least.ring, "≥ 3", &["WCAG 2.4.7", "WCAG 2.4.11", "WCAG 2.4.13"]);
    }
    figures::write("contrast", &out);
}
