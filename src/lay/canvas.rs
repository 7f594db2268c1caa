//! Drawn things with units of their own. A keyboard stretches to the room there is; a phone keeps its shape.

use super::{
    Measure, Panel, Placed, Rect, Size,
    frame::{Density, LEAST_EM, TARGET, WIDEST},
    layer::Layer,
    leaf::{Around, is_chrome},
};
use crate::page::{Canvas, CanvasKind, Control, Kind, Page, Part};

/// Keys grow no larger than this: a hand must not travel far.
const KEY: f32 = 30.0;

/// The room that the canvas of this page has on this panel: how many keys of 20 mm with 3.2 mm between them fit is for the screen
/// to decide. `None` when the page holds no canvas.
pub fn canvas_room<M>(page: &Page<M>, panel: Panel, size: Size, measure: &mut dyn Measure) -> Option<Rect> {
    let mut layer = Layer::new(panel, size, measure);
    let of = |kind| page.parts.iter().find(|part| part.kind() == Some(kind));
    let body = layer.body(&Around { top: of(Kind::Top), bar: of(Kind::Bar), turn: None, count: None });
    let parts: Vec<&Part<M>> = page.parts.iter().filter(|part| !is_chrome(part)).collect();
    if !parts.iter().any(|part| holds_canvas(part)) {
        return None;
    }
    layer.canvas_h = layer.canvas_room(&parts, body.w, body.h);
    let plan = layer.page(page);
    let places = page.walk().into_iter().zip(plan);
    places
        .filter(|(part, _)| matches!(part, Part::Canvas(_)))
        .map(|(_, placed)| placed.mark.unwrap_or(placed.rect))
        .next()
}

impl Layer<'_> {
    /// What the other parts of a stack leave for the canvas among them.
    pub(super) fn canvas_room<M>(&mut self, parts: &[&Part<M>], w: f32, h: f32) -> f32 {
        let (mut room, mut before) = (h, None);
        for part in parts {
            room -= before.map_or(0.0, |before| self.space(before, part));
            before = Some(*part);
            if holds_canvas(part) {
                room -= self.round_canvas(part, w);
            } else {
                room -= self.height(part, w);
            }
        }
        room.max(0.0)
    }

    /// The height for the canvas among these parts: set more tightly where it could not be used otherwise.
    pub(super) fn canvas_height<M>(&mut self, parts: &[&Part<M>], body: Rect) -> f32 {
        let canvas = parts.iter().flat_map(|part| walk(part)).find_map(|part| match part {
            Part::Canvas(canvas) => Some(canvas),
            _ => None,
        });
        let Some(canvas) = canvas else { return 0.0 };
        let least = self.canvas_least(canvas);
        let mut room = 0.0;
        for density in Density::ALL {
            self.density = density;
            room = self.canvas_room(parts, body.w, body.h);
            if room >= least {
                break;
            }
        }
        room
    }

    /// What stands above, below and round the canvas inside this part.
    fn round_canvas<M>(&mut self, part: &Part<M>, w: f32) -> f32 {
        match part {
            Part::Group(group) if group.kind == Kind::Split => self.round_split(&group.parts, w),
            Part::Group(group) => {
                let inset = self.inset(group.kind);
                let inner: Vec<&Part<M>> = group.parts.iter().collect();
                // Any height will do: what is left of it tells what was taken.
                let whole = 10_000.0;
                whole - self.canvas_room(&inner, w - inset.w(), whole) + inset.h()
            }
            _ => 0.0,
        }
    }

    /// As [`Self::round_canvas`] for halves: what stands beside the canvas takes none of its height.
    fn round_split<M>(&mut self, parts: &[Part<M>], w: f32) -> f32 {
        let widths = self.split_widths(parts, w);
        if widths.iter().sum::<f32>() <= w {
            let with_canvas = parts.iter().zip(widths).find(|(part, _)| holds_canvas(part));
            return with_canvas.map_or(0.0, |(part, w)| self.round_canvas(part, w));
        }
        let gaps = self.frame.gap() * (parts.len().max(1) - 1) as f32;
        let heights = parts
            .iter()
            .zip(widths)
            .map(|(part, w)| if holds_canvas(part) { self.round_canvas(part, w) } else { self.height(part, w) });
        gaps + heights.sum::<f32>()
    }

    /// The least height at which a canvas can be used: keys of 20 mm, the whole of a phone.
    pub(super) fn canvas_least<M>(&self, canvas: &Canvas<M>) -> f32 {
        match canvas.kind {
            CanvasKind::Keyboard => {
                let key = least_key(canvas).1;
                (canvas.size[1] * TARGET / key).min(self.body_h)
            }
            CanvasKind::Phone => canvas.size[1].min(self.body_h),
            CanvasKind::Ruler => canvas.size[1],
        }
    }

    pub(super) fn split_widths<M>(&mut self, parts: &[Part<M>], w: f32) -> Vec<f32> {
        let gap = 2.0 * self.frame.gap();
        let (n, em) = (parts.len().max(1) as f32, self.frame.em());
        let canvas = parts.iter().rev().flat_map(walk).find_map(|part| match part {
            Part::Canvas(canvas) => Some(canvas),
            _ => None,
        });
        let right = match canvas {
            Some(canvas) if canvas.kind == CanvasKind::Keyboard => {
                let key = least_key(canvas).0;
                canvas.size[0] * TARGET / key + 0.5
            }
            Some(canvas) if canvas.kind == CanvasKind::Ruler => canvas.size[0],
            Some(canvas) => canvas.size[0].min(WIDEST * w),
            None => (w - gap * (n - 1.0)) / n,
        };
        let left = (w - right - gap * (n - 1.0)) / (n - 1.0).max(1.0);
        if left < 9.0 * em || parts.len() < 2 {
            return vec![w; parts.len()];
        }
        (0..parts.len()).map(|at| if at + 1 == parts.len() { right } else { left }).collect()
    }

    /// Places the parts of a canvas. The area that it could have had stands as its mark.
    pub(super) fn canvas<M>(&mut self, canvas: &Canvas<M>, area: Rect, group: Option<usize>) -> Rect {
        let (kx, ky) = scale(canvas, area);
        let (w, h) = (canvas.size[0] * kx, canvas.size[1] * ky);
        // A card is held against the left edge of what is measured: it stands still.
        let spare = if canvas.kind == CanvasKind::Ruler { 0.0 } else { (area.w - w) / 2.0 };
        let rect = Rect { x: area.x + spare, w, h, ..area };
        let at = self.open(group);
        match canvas.kind {
            CanvasKind::Phone => self.phone(canvas, rect, at),
            CanvasKind::Keyboard | CanvasKind::Ruler => {
                for (part, [x, y, w, h]) in canvas.parts.iter().zip(&canvas.at) {
                    self.spot(part, Rect::new(rect.x + x * kx, rect.y + y * ky, w * kx, h * ky), at);
                }
            }
        }
        self.close(at, rect);
        if let Some(placed) = self.out.get_mut(at) {
            placed.mark = Some(area);
        }
        rect
    }

    fn spot<M>(&mut self, part: &Part<M>, rect: Rect, at: usize) {
        if let Part::Control(control) = part {
            return self.key(control, rect, at);
        }
        // Anything else keeps the walk in step; what is inside stands where it stands.
        self.place(rect, vec![], Some(at));
        let group = self.out.len() - 1;
        for part in part.parts() {
            self.spot(part, rect, group);
        }
    }

    /// A key: one sign as large as the key allows; words as large as fits without breaking them, or else broken anywhere.
    fn key<M>(&mut self, control: &Control<M>, rect: Rect, at: usize) {
        let signs = control.name.bits().len();
        let largest = (if signs < 3 { 1.25 } else { 1.0 } * self.frame.em()).min(0.55 * rect.h);
        let room = rect.w - 1.0;
        let ems = |most: f32, least: f32| {
            std::iter::successors(Some(most), |em| Some(0.92 * em)).take_while(move |em| *em > least).chain([least])
        };
        // Whole words, words broken anywhere; only where even those do not fit, smaller letters than any other label has.
        let most = largest.max(LEAST_EM);
        let usual = ems(most, LEAST_EM).map(|em| (em, true)).chain(ems(most, LEAST_EM).map(|em| (em, false)));
        let mut label = self.broken(&control.name, self.frame.bold(4.0), room);
        for (em, whole) in usual.chain(ems(LEAST_EM, 4.0).map(|em| (em, false))) {
            let set = self.broken(&control.name, self.frame.bold(em), room);
            if set.close_h() <= rect.h + 0.08 && set.w() <= room + 0.01 && (set.ends_gladly() || !whole) {
                label = set;
                break;
            }
        }
        let runs = label.close_runs(rect.x, rect.y + (rect.h - label.close_h()) / 2.0, rect.w);
        self.out.push(Placed { rect, runs, group: Some(at), ..Placed::default() });
    }
}

/// Millimetres for one unit, across and down.
fn scale<M>(canvas: &Canvas<M>, area: Rect) -> (f32, f32) {
    let (x, y) = (area.w / canvas.size[0].max(0.001), area.h / canvas.size[1].max(0.001));
    let (key_w, key_h) = least_key(canvas);
    match canvas.kind {
        // Its size is in millimetres: how large it is, is the screen's decision. It only shrinks where it must.
        CanvasKind::Phone => (x.min(y).min(1.0), x.min(y).min(1.0)),
        CanvasKind::Ruler => (1.0, 1.0),
        CanvasKind::Keyboard => (x.min(1.6 * KEY / key_w), y.min(KEY / key_h)),
    }
}

/// Width and height of the smallest key, in the canvas's units.
fn least_key<M>(canvas: &Canvas<M>) -> (f32, f32) {
    let all = canvas.at.iter().fold((f32::INFINITY, f32::INFINITY), |(w, h), at| (w.min(at[2]), h.min(at[3])));
    (all.0.max(0.001), all.1.max(0.001))
}

fn walk<M>(part: &Part<M>) -> Vec<&Part<M>> {
    let mut out = vec![part];
    for part in part.parts() {
        out.extend(walk(part));
    }
    out
}

pub(super) fn holds_canvas<M>(part: &Part<M>) -> bool {
    walk(part).iter().any(|part| matches!(part, Part::Canvas(_)))
}
