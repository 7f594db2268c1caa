//! Groups: what belongs together and how it stands together. The layout vocabulary grows here.

use super::{
    Rect,
    frame::{APART, Density},
    layer::Layer,
};
use crate::page::{Kind, Level, Part, Picture, Text};

/// The space a vertical group keeps round its children.
#[derive(Clone, Copy, Default)]
pub(super) struct Inset {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Inset {
    pub(super) fn w(self) -> f32 {
        self.left + self.right
    }
    pub(super) fn h(self) -> f32 {
        self.top + self.bottom
    }
}

impl Layer<'_> {
    pub(super) fn inset(&self, kind: Kind) -> Inset {
        let pad = 0.75 * self.frame.gap();
        match kind {
            Kind::Step => Inset {
                left: self.frame.disc() + 0.65 * self.frame.em(),
                top: if self.density == Density::Roomy { 0.6 } else { 0.35 } * pad,
                right: 0.0,
                bottom: if self.density == Density::Roomy { 0.6 } else { 0.25 } * pad,
            },
            Kind::Callout(_) => Inset { left: pad + 4.0, top: pad, right: pad, bottom: pad },
            Kind::Warned(_) => Inset { left: self.swatch() + 0.45 * self.frame.em(), ..Inset::default() },
            Kind::Banner(_) => Inset { left: pad + 6.0, top: 0.7 * pad, right: pad + 1.0, bottom: 0.7 * pad },
            _ => Inset::default(),
        }
    }

    pub(super) fn group<M>(&mut self, kind: Kind, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        match kind {
            Kind::Stack | Kind::Alert | Kind::Steps | Kind::Step | Kind::List | Kind::Callout(_) | Kind::Warned(_) => {
                self.stack(kind, parts, at, area)
            }
            Kind::Poster => self.poster(parts, at, area),
            Kind::Banner(_) => self.banner(kind, parts, at, area),
            Kind::Cards => self.cards(parts, at, area),
            Kind::Row => self.row(parts, at, area),
            Kind::Top => self.top(parts, at, area),
            Kind::Split => self.split(parts, at, area),
            Kind::Bar => self.bar(parts, at, area),
            // Where the turning buttons stand depends on the body, which `Layer::page` knows; a point stands where its canvas says.
            Kind::Turn | Kind::Point => area,
        }
    }

    /// Side of the swatch of a warning level: as high as two lines beside it.
    pub(super) fn swatch(&self) -> f32 {
        (2.2 * self.frame.em()).clamp(16.0, 26.0)
    }

    pub(super) fn stack<M>(&mut self, kind: Kind, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        let inset = self.inset(kind);
        let aside = self.picture_aside(kind, parts, area.w - inset.w());
        let (x, w) =
            (area.x + inset.left, area.w - inset.w() - aside.map_or(0.0, |(_, size)| size.0 + self.frame.gap()));
        let (mut y, mut before) = (area.y + inset.top, None);
        for (n, part) in parts.iter().enumerate() {
            match (part, aside) {
                (Part::Text(text), _) if text.level == Level::Number => self.number(text, area, inset, at),
                (_, Some((aside, (w, h)))) if aside == n => {
                    let x = area.right() - inset.right - w;
                    self.place(Rect::new(x, area.y + inset.top, w, h), vec![], Some(at));
                }
                _ => {
                    y += before.map_or(0.0, |before| self.space(before, part));
                    y = self.put(part, x, y, w, Some(at)).bottom();
                    before = Some(part);
                }
            }
        }
        let mut least =
            aside.map_or(0.0, |(_, size)| size.1).max(if is_numbered(parts) { self.frame.disc() } else { 0.0 });
        if let Kind::Warned(_) = kind {
            let side = self.swatch();
            least = least.max(side);
            if let Some(placed) = self.out.get_mut(at) {
                placed.mark = Some(Rect::new(area.x, area.y, side, side));
            }
        }
        Rect { h: (y - area.y - inset.top).max(least) + inset.h(), ..area }
    }

    /// The number of a step, in a disc beside its words.
    fn number(&mut self, text: &Text, area: Rect, inset: Inset, at: usize) {
        let (disc, style) = (self.frame.disc(), self.frame.style(Level::Number));
        let rect = Rect::new(area.x, area.y + inset.top, disc, disc);
        let broken = self.broken(&text.line, style, 4.0 * disc);
        let runs = broken.runs_close(rect.x, rect.y + (disc - style.em) / 2.0, disc, disc);
        self.place(rect, runs, Some(at));
    }

    /// A picture among the words of an act or a remark stands at their right where they keep 14 signs a line: which part it is, its
    /// width and height.
    pub(super) fn picture_aside<M>(&self, kind: Kind, parts: &[Part<M>], w: f32) -> Option<(usize, (f32, f32))> {
        let words = parts.iter().any(|part| matches!(part, Part::Text(text) if text.level != Level::Number));
        let mut pictures = parts.iter().enumerate().filter_map(|(n, part)| match part {
            Part::Picture(picture) => Some((n, picture)),
            _ => None,
        });
        let (n, picture) = pictures.next().filter(|_| words && matches!(kind, Kind::Step | Kind::Callout(_)))?;
        let rect = picture_rect(picture, Rect::new(0.0, 0.0, 0.36 * w, self.body_h));
        let room = w - rect.w - self.frame.gap() >= 14.0 * self.frame.em();
        (room && pictures.next().is_none()).then_some((n, (rect.w, rect.h)))
    }

    /// Words at the left; what can be pressed at the right where there is room, below where there is not.
    fn banner<M>(&mut self, kind: Kind, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        let inset = self.inset(kind);
        let inner = area.w - inset.w();
        let words_w = self.banner_words(parts, inner);
        let beside = words_w < inner;
        let controls: Vec<f32> = parts
            .iter()
            .map(|part| if matches!(part, Part::Control(_)) { self.natural(part, inner).0 } else { 0.0 })
            .collect();
        let (mut y, mut before, mut pressed) = (area.y + inset.top, None, vec![]);
        for (part, w) in parts.iter().zip(controls) {
            if beside && w > 0.0 {
                let from = self.out.len();
                let rect = self.put(part, area.x + area.w - inset.right - w, 0.0, w + 0.1, Some(at));
                pressed.push((from..self.out.len(), rect.h));
                continue;
            }
            y += before.map_or(0.0, |before| self.space(before, part));
            y = self.put(part, area.x + inset.left, y, words_w, Some(at)).bottom();
            before = Some(part);
        }
        let tall: f32 = pressed.iter().map(|(_, h)| h + APART).sum::<f32>() - APART;
        let h = (y + inset.bottom - area.y).max(tall + inset.h());
        let mut cy = area.y + (h - tall) / 2.0;
        for (range, one) in pressed {
            for placed in range {
                self.shift_one(placed, cy);
            }
            cy += one + APART;
        }
        Rect { h, ..area }
    }

    /// The width that what can be pressed leaves to the words of a banner.
    pub(super) fn banner_words<M>(&mut self, parts: &[Part<M>], inner: f32) -> f32 {
        let controls = parts.iter().filter(|part| matches!(part, Part::Control(_)));
        let right = controls.map(|part| self.natural(part, inner).0 + self.frame.gap()).fold(0.0, f32::max);
        let least = 12.0 * self.frame.em().min(8.8);
        if inner - right >= least { inner - right } else { inner }
    }

    fn shift_one(&mut self, at: usize, dy: f32) {
        let rest = self.out.split_off((at + 1).min(self.out.len()));
        self.shift(at, 0.0, dy);
        self.out.extend(rest);
    }

    /// Side by side, line by line.
    fn row<M>(&mut self, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        let gap = self.frame.gap();
        let (mut x, mut y, mut tall, mut from) = (area.x, area.y, 0.0_f32, self.out.len());
        for part in parts {
            let (w, h) = self.natural(part, area.w);
            if x > area.x && x + w > area.right() + 0.01 {
                self.middle(from, y, tall);
                (x, y, tall, from) = (area.x, y + tall + gap.max(APART), 0.0, self.out.len());
            }
            self.put(part, x, y, w + 0.1, Some(at));
            (x, tall) = (x + w + gap, tall.max(h));
        }
        self.middle(from, y, tall);
        Rect { h: y + tall - area.y, ..area }
    }

    /// Centres the children of a line, placed since `from`, on its height.
    pub(super) fn middle(&mut self, from: usize, y: f32, tall: f32) {
        let group = self.out.get(from).and_then(|placed| placed.group);
        let mut dy = 0.0;
        for at in from..self.out.len() {
            if let Some(placed) = self.out.get(at).filter(|placed| placed.group == group) {
                dy = y + (tall - placed.rect.h) / 2.0 - placed.rect.y;
            }
            self.shift_one(at, dy);
        }
    }

    /// Two halves. A drawn thing at the right gets the width it needs; where the left would keep too little, they stand one
    /// below the other.
    fn split<M>(&mut self, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        let widths = self.split_widths(parts, area.w);
        let (mut x, mut y, mut bottom) = (area.x, area.y, area.y);
        for (part, w) in parts.iter().zip(&widths) {
            let rect = self.put(part, x, y, *w, Some(at));
            bottom = bottom.max(rect.bottom());
            if widths.iter().sum::<f32>() > area.w {
                y = rect.bottom() + self.frame.gap();
            } else {
                x += w + 2.0 * self.frame.gap();
            }
        }
        Rect { h: bottom - area.y, ..area }
    }
}

/// A picture keeps the shape of its drawing and takes at most 40 % of the body's height.
pub(super) fn picture_rect(picture: &Picture, area: Rect) -> Rect {
    let aspect = aspect(&picture.svg.0).unwrap_or(1.0);
    let h = (0.4 * area.h).min(area.w / aspect);
    Rect { w: h * aspect, h, ..area }
}

/// Begins with a number in a disc.
pub(super) fn is_numbered<M>(parts: &[Part<M>]) -> bool {
    matches!(parts.first(), Some(Part::Text(text)) if text.level == Level::Number)
}

/// Width by height of an SVG, from its `viewBox`.
fn aspect(svg: &str) -> Option<f32> {
    let (_, rest) = svg.split_once("viewBox=")?;
    let quote = rest.chars().next()?;
    let numbers = rest.get(1..)?.split(quote).next()?;
    let mut numbers = numbers.split([' ', ',']).filter(|n| !n.is_empty()).map(str::parse::<f32>);
    let (w, h) = (numbers.nth(2)?.ok()?, numbers.next()?.ok()?);
    (w > 0.0 && h > 0.0).then_some((w / h).clamp(0.1, 10.0))
}
