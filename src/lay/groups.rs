//! Groups: what belongs together and how it stands together. The layout vocabulary grows here.

use super::{
    Rect,
    frame::{APART, Density, TARGET},
    layer::{Layer, Tiles},
};
use crate::page::{Kind, Level, Part, Picture};
use std::ops::Range;

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
                top: 0.6 * pad,
                right: 0.0,
                bottom: 0.6 * pad,
            },
            Kind::Callout(_) => Inset { left: pad + 4.0, top: pad, right: pad, bottom: pad },
            Kind::Banner(_) => Inset { left: pad + 6.0, top: 0.7 * pad, right: pad + 1.0, bottom: 0.7 * pad },
            _ => Inset::default(),
        }
    }

    pub(super) fn group<M>(&mut self, kind: Kind, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        match kind {
            Kind::Stack | Kind::Steps | Kind::List | Kind::Callout(_) => self.stack(kind, parts, at, area),
            Kind::Step => self.step(parts, at, area),
            Kind::Banner(_) => self.banner(kind, parts, at, area),
            Kind::Cards => self.cards(parts, at, area),
            Kind::Row => self.row(parts, at, area),
            Kind::Top => {
                self.label_em = Some(self.frame.turn_em());
                let rect = self.top(parts, at, area);
                self.label_em = None;
                rect
            }
            Kind::Split => self.split(parts, at, area),
            Kind::Bar => self.bar(parts, at, area),
            // Where the turning buttons stand depends on the body, which `Layer::page` knows.
            Kind::Turn => area,
        }
    }

    fn stack<M>(&mut self, kind: Kind, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        let inset = self.inset(kind);
        let (mut y, mut before) = (area.y + inset.top, None);
        for part in parts {
            y += before.map_or(0.0, |before| self.space(before, part));
            y = self.put(part, area.x + inset.left, y, area.w - inset.w(), Some(at)).bottom();
            before = Some(part);
        }
        Rect { h: y + inset.bottom - area.y, ..area }
    }

    /// The number stands in a disc at the left, everything else flows beside it.
    fn step<M>(&mut self, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        let (inset, disc) = (self.inset(Kind::Step), self.frame.disc());
        let (mut y, mut before) = (area.y + inset.top, None);
        for part in parts {
            if let Part::Text(text) = part
                && text.level == Level::Number
            {
                let rect = Rect::new(area.x, area.y + inset.top, disc, disc);
                let broken = self.broken(&text.line, self.frame.style(Level::Number), 4.0 * disc);
                let em = self.frame.style(Level::Number).em;
                let runs = broken.runs(rect.x, rect.y + (disc - em) / 2.0 - 0.2 * em, disc, 0.5);
                self.place(rect, runs, Some(at));
                continue;
            }
            y += before.map_or(0.0, |before| self.space(before, part));
            y = self.put(part, area.x + inset.left, y, area.w - inset.w(), Some(at)).bottom();
            before = Some(part);
        }
        let numbered =
            parts.first().is_some_and(|part| matches!(part, Part::Text(text) if text.level == Level::Number));
        let least = if numbered { disc + inset.h() } else { 0.0 };
        Rect { h: (y + inset.bottom - area.y).max(least), ..area }
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

    /// Rows of cards of equal height; the wider rows come first.
    fn cards<M>(&mut self, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        let gap = self.card_gap();
        let rows = rows(parts.len(), self.columns(area.w));
        let stretch = self.stretch / rows.len().max(1) as f32;
        let mut y = area.y;
        for row in &rows {
            let cards = parts.get(row.clone()).unwrap_or_default();
            let w = column_width(area.w, row.len(), gap);
            let tall = self.card_height(cards, w);
            let tall = tall + stretch.min(0.35 * tall);
            for (n, part) in cards.iter().enumerate() {
                let from = self.out.len();
                let rect = self.put(part, area.x + n as f32 * (w + gap), y, w, Some(at));
                self.shift(from, 0.0, (tall - rect.h) / 2.0);
                self.close(from, Rect { h: tall, ..rect });
            }
            y += tall + gap;
        }
        self.tiles = Tiles::Shown;
        Rect { h: (y - gap - area.y).max(0.0), ..area }
    }

    /// The height of a row of cards. When they are set tightly, their pictures are shown only if that costs no line.
    fn card_height<M>(&mut self, cards: &[Part<M>], w: f32) -> f32 {
        self.tiles = Tiles::Shown;
        let tall = cards.iter().map(|part| self.height(part, w)).fold(0.0, f32::max);
        if self.density < Density::Tight {
            return tall;
        }
        self.tiles = Tiles::Hidden;
        let bare = cards.iter().map(|part| self.height(part, w)).fold(0.0, f32::max);
        if tall > bare + 0.1 {
            return bare;
        }
        self.tiles = Tiles::Shown;
        tall
    }

    pub(super) fn card_gap(&self) -> f32 {
        if self.density == Density::Roomy { self.frame.gap() } else { self.frame.gap().min(3.4) }
    }

    /// Up to three, each wide enough for a picture and words.
    pub(super) fn columns(&self, w: f32) -> usize {
        let (em, gap) = (self.frame.em(), self.card_gap());
        let least = match self.density {
            Density::Roomy => 10.2 * em,
            Density::Close => 9.0 * em,
            Density::Tight => 6.8 * em,
        };
        (2..=3).rev().find(|n| column_width(w, *n, gap) >= least).unwrap_or(1)
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
    fn middle(&mut self, from: usize, y: f32, tall: f32) {
        let group = self.out.get(from).and_then(|placed| placed.group);
        let mut dy = 0.0;
        for at in from..self.out.len() {
            if let Some(placed) = self.out.get(at).filter(|placed| placed.group == group) {
                dy = y + (tall - placed.rect.h) / 2.0 - placed.rect.y;
            }
            self.shift_one(at, dy);
        }
    }

    /// The top line: words and controls from the left, groups at the right, all centred on one line.
    fn top<M>(&mut self, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        let gap = self.frame.gap();
        let area = Rect { w: area.w - self.aside, ..area };
        let pressed = parts.iter().any(|part| matches!(part, Part::Control(_)));
        let least = if pressed { TARGET } else { self.frame.top_least() };
        let sizes: Vec<(f32, f32)> = parts.iter().map(|part| self.natural(part, area.w)).collect();
        let taken: f32 = sizes.iter().map(|(w, _)| w + gap).sum();
        let (mut x, mut right, mut tall) = (area.x, area.right(), least);
        let from = self.out.len();
        for (part, (w, _)) in parts.iter().zip(sizes) {
            let rect = if part.kind().is_some() {
                right -= w;
                let rect = self.put(part, right, 0.0, w + 0.1, Some(at));
                right -= gap;
                rect
            } else {
                // Words give way to what can be pressed: they take a second line.
                let word = matches!(part, Part::Text(_));
                let room = if word { (area.w - taken + gap + w).max(2.0 * TARGET) } else { w };
                let rect = self.put(part, x, 0.0, w.min(room) + 0.1, Some(at));
                x += rect.w + gap;
                rect
            };
            tall = tall.max(rect.h);
        }
        self.middle(from, area.y + 1.5, tall);
        Rect { h: tall + 1.5, ..area }
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

    /// A picture keeps the shape of its drawing and takes at most 40 % of the body's height.
    pub(super) fn picture(&self, picture: &Picture, area: Rect) -> Rect {
        let aspect = aspect(&picture.svg.0).unwrap_or(1.0);
        let h = (0.4 * area.h).min(area.w / aspect);
        Rect { w: h * aspect, h, ..area }
    }
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

pub(super) fn column_width(w: f32, columns: usize, gap: f32) -> f32 {
    (w - gap * (columns.max(1) - 1) as f32) / columns.max(1) as f32
}

/// Deals `n` cards into rows as evenly as can be, the shorter rows first.
pub(super) fn rows(n: usize, columns: usize) -> Vec<Range<usize>> {
    let count = n.div_ceil(columns.max(1));
    (0..count).map(|row| row * n / count..(row + 1) * n / count).collect()
}
