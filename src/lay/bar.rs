//! The bar at the bottom and the buttons that turn leaves. Their whole names are always there: they are set smaller, then in two
//! lines, then below their picture, before anything is left out.

use super::{
    Placed, Rect,
    frame::{APART, BAR, Form, Frame, LEAST_EM, TARGET, TurnAt},
    layer::Layer,
    text::Broken,
};
use crate::{
    page::{Control, Part, Weight},
    words::Line,
};

/// How the words of the bar stand to their pictures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Beside,
    Bare,
}

#[derive(Clone, Copy)]
struct Try {
    shape: Shape,
    lines: usize,
    em: f32,
}

/// Height of a turning button at the side.
const TURN: f32 = 44.0;
const BAR_PAD: f32 = 2.4;
const ICON_GAP: f32 = 1.6;

impl Layer<'_> {
    pub(super) fn bar<M>(&mut self, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        let edge = if self.frame.form == Form::Roomy { 7.0 } else { 4.5 };
        let gap = 3.4;
        let room = area.w - 2.0 * edge - gap * parts.len().saturating_sub(1) as f32;
        let (chosen, labels) = self.bar_labels(parts, room);
        let tall = labels.iter().flatten().map(Broken::h).fold(0.0, f32::max);
        let h = (tall + 1.0).max(TARGET);
        let pad = if self.frame.form == Form::Roomy { (BAR - TARGET) / 2.0 } else { 2.4 };
        let widths: Vec<f32> =
            labels.iter().map(|label| label.as_ref().map_or(0.0, |label| chosen.width(label))).collect();
        let spare = (room - widths.iter().sum::<f32>()).max(0.0) / parts.len().max(1) as f32;
        let mut x = area.x + edge;
        for ((part, label), w) in parts.iter().zip(labels).zip(widths) {
            let rect = Rect::new(x, area.y + pad, w + spare, h);
            match (part, label) {
                (Part::Control(control), Some(label)) => self.labelled(control, &label, chosen, rect, at),
                _ => {
                    self.put(part, x, rect.y, w + spare, Some(at));
                }
            }
            x += w + spare + gap;
        }
        Rect { h: h + 2.0 * pad, ..area }
    }

    fn labelled<M>(&mut self, control: &Control<M>, label: &Broken, chosen: Try, rect: Rect, at: usize) {
        let lead = if control.icon.is_empty() { 0.0 } else { chosen.lead() };
        let left = rect.x + (rect.w - lead - label.w()) / 2.0;
        let runs = label.runs(left + lead, rect.y + (rect.h - label.h()) / 2.0, label.w(), 0.0);
        let icon = (lead > 0.0).then(|| Rect::new(left, rect.y + (rect.h - chosen.em) / 2.0, chosen.em, chosen.em));
        self.out.push(Placed { rect, runs, icon, mark: None, group: Some(at) });
    }

    /// The largest and plainest way of setting all names that fits.
    fn bar_labels<M>(&mut self, parts: &[Part<M>], room: f32) -> (Try, Vec<Option<Broken>>) {
        let mut last = (Try { shape: Shape::Bare, lines: 2, em: LEAST_EM }, vec![]);
        for chosen in tries(&self.frame) {
            let labels: Vec<Option<Broken>> = parts
                .iter()
                .map(|part| match part {
                    Part::Control(control) => Some(self.label(&control.name, chosen.em, chosen.lines)),
                    _ => None,
                })
                .collect();
            let need: f32 = labels.iter().flatten().map(|label| chosen.width(label)).sum();
            last = (chosen, labels);
            if need <= room {
                break;
            }
        }
        last
    }

    /// A name in at most so many lines, as narrow as that allows.
    fn label(&mut self, name: &Line, em: f32, lines: usize) -> Broken {
        let style = self.frame.bold(em);
        let whole = self.broken(name, style, f32::INFINITY);
        if lines == 1 {
            return whole;
        }
        let full = whole.w();
        (0..10)
            .map(|step| self.broken(name, style, full * (0.5 + 0.05 * step as f32)))
            .find(|broken| broken.lines() <= lines && broken.ends_gladly())
            .unwrap_or(whole)
    }

    /// The buttons that turn leaves, and which leaf this is: at both sides of the body, or in a row below it.
    pub(super) fn turn<M>(&mut self, part: &Part<M>, body: Rect) {
        let at = self.open(None);
        let panel = self.frame.panel;
        let margin = self.frame.margin();
        let sides = self.frame.turn_at() == TurnAt::Sides;
        let row = Rect::new(margin, body.bottom() + APART, panel.w - 2.0 * margin, TARGET);
        let side_w = self.frame.turn_width();
        let side_h = TURN.min(body.h);
        let mut whole: Option<Rect> = None;
        for part in part.parts() {
            let first = self.out.len();
            match part {
                Part::Control(control) if sides => {
                    let next = control.weight == Weight::Primary;
                    let x = if next { panel.w - side_w - margin + 2.0 } else { margin - 2.0 };
                    let y = body.y + (body.h - side_h) / 2.0;
                    self.tile(control, Rect::new(x, y.max(self.rail_floor), side_w, side_h), at);
                }
                Part::Control(control) => {
                    let w = self.natural(part, row.w / 3.0).0.max(0.28 * row.w);
                    let x = if control.weight == Weight::Primary { row.right() - w } else { row.x };
                    self.row_button(control, Rect::new(x, row.y, w, row.h), at);
                }
                Part::Text(text) => {
                    let count = self.broken(&text.line, self.frame.plain(self.frame.small().min(8.8)), row.w);
                    let (w, h) = (count.w(), count.h());
                    let (x, y) = if sides {
                        (panel.w - margin - w, margin)
                    } else {
                        (row.x + (row.w - w) / 2.0, row.y + (row.h - h) / 2.0)
                    };
                    self.place(Rect::new(x, y, w, h), count.runs(x, y, w, 0.0), Some(at));
                }
                _ => {
                    self.put(part, row.x, row.y, row.w, Some(at));
                }
            }
            if let Some(placed) = self.out.get(first) {
                whole = Some(whole.map_or(placed.rect, |whole| whole.union(placed.rect)));
            }
        }
        self.close(at, whole.unwrap_or_default());
    }

    /// What a top line without words holds stands above the turning buttons: controls left, the count right.
    pub(super) fn rail<M>(&mut self, part: &Part<M>, body: Rect) {
        let at = self.open(None);
        let (w, margin) = (self.frame.turn_width(), self.frame.margin());
        let mut y = body.y;
        for part in part.parts() {
            if let Part::Control(control) = part {
                self.tile(control, Rect::new(margin - 2.0, y, w, TARGET), at);
                y += TARGET + APART;
                self.rail_floor = y;
            } else {
                self.put(part, self.frame.panel.w - w - margin + 2.0, body.y, w, Some(at));
            }
        }
        self.close(at, Rect::new(0.0, 0.0, self.frame.panel.w, body.y));
    }

    /// A picture above its word.
    fn tile<M>(&mut self, control: &Control<M>, rect: Rect, at: usize) {
        let em = self.frame.turn_em();
        let label = self.broken(&control.name, self.frame.bold(em), rect.w - 0.6);
        let side = (1.2 * em).min(9.0);
        let shown = !control.icon.is_empty() && side + label.h() <= rect.h + 0.3 * em;
        let lead = if shown { side } else { 0.0 };
        let y = rect.y + (rect.h - lead - label.h()) / 2.0;
        let runs = label.runs(rect.x + 0.3, y + lead, rect.w - 0.6, 0.5);
        let icon = shown.then(|| Rect::new(rect.x + (rect.w - side) / 2.0, y, side, side));
        self.out.push(Placed { rect, runs, icon, mark: None, group: Some(at) });
    }

    /// A turning button below the body: its picture beside its word.
    fn row_button<M>(&mut self, control: &Control<M>, rect: Rect, at: usize) {
        let em = self.frame.turn_em();
        let label = self.label(&control.name, em, 1);
        self.labelled(control, &label, Try { shape: Shape::Beside, lines: 1, em }, rect, at);
    }
}

impl Try {
    fn lead(self) -> f32 {
        if self.shape == Shape::Beside { self.em + ICON_GAP } else { 0.0 }
    }
    fn width(self, label: &Broken) -> f32 {
        (label.w() + self.lead() + 2.0 * BAR_PAD).max(TARGET)
    }
}

fn tries(frame: &Frame) -> Vec<Try> {
    let large = (0.85 * frame.em()).clamp(LEAST_EM, 10.0);
    let ems = [large, (large + LEAST_EM) / 2.0, LEAST_EM];
    let all = |shape, lines| ems.map(|em| Try { shape, lines, em });
    [all(Shape::Beside, 1), all(Shape::Beside, 2), all(Shape::Bare, 2)].concat()
}
