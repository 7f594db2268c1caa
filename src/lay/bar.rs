//! The bar at the bottom. Whole names are always there: they are set smaller, then in two lines, then without their picture, before
//! anything is left out.

use super::{
    Placed, Rect,
    frame::{BAR, Form, Frame, LEAST_EM, Style, TARGET},
    layer::Layer,
    text::Broken,
};
use crate::{
    page::{Control, Part},
    words::Line,
};

/// How the words of the bar stand to their pictures.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Beside,
    Bare,
}

#[derive(Clone, Copy)]
pub(super) struct Try {
    pub shape: Shape,
    pub lines: usize,
    pub em: f32,
}

const BAR_PAD: f32 = 2.4;
const ICON_GAP: f32 = 1.6;

impl Layer<'_> {
    pub(super) fn bar<M>(&mut self, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        let edge = if self.frame.form == Form::Roomy { 7.0 } else { 4.5 };
        let gap = 3.4;
        let room = area.w - 2.0 * edge - gap * parts.len().saturating_sub(1) as f32;
        let (chosen, mut labels) = self.bar_labels(parts, room);
        Broken::level(labels.iter_mut().flatten());
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

    /// The same text in as many lines, but of nearly the same length.
    pub(super) fn evenly(&mut self, name: &Line, style: Style, broken: Broken) -> Broken {
        let (lines, full) = (broken.lines(), broken.w());
        if lines < 2 {
            return broken;
        }
        let narrower = (0..10).map(|step| self.broken(name, style, full * (0.5 + 0.05 * step as f32)));
        narrower.into_iter().find(|narrow| narrow.lines() == lines).unwrap_or(broken)
    }

    pub(super) fn labelled<M>(&mut self, control: &Control<M>, label: &Broken, chosen: Try, rect: Rect, at: usize) {
        let lead = if control.icon.is_empty() { 0.0 } else { chosen.lead() };
        let left = rect.x + (rect.w - lead - label.w()) / 2.0;
        let top = rect.y + (rect.h - label.h()) / 2.0;
        let runs = label.runs(left + lead, top, label.w(), 0.0);
        let icon = (lead > 0.0).then(|| Rect::new(left, top + label.middle() - chosen.em / 2.0, chosen.em, chosen.em));
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
    pub(super) fn label(&mut self, name: &Line, em: f32, lines: usize) -> Broken {
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
    let ems = [large, f32::midpoint(large, LEAST_EM), LEAST_EM];
    let all = |shape, lines| ems.map(|em| Try { shape, lines, em });
    [all(Shape::Beside, 1), all(Shape::Beside, 2), all(Shape::Bare, 2)].concat()
}
