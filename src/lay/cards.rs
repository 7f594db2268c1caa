//! Cards: rows of equal height, as many beside each other as their words allow, the wider rows first.

use super::{
    Rect,
    frame::Density,
    layer::{Layer, Pictures, Tiles},
};
use crate::page::Part;
use std::ops::Range;

impl Layer<'_> {
    pub(super) fn cards<M>(&mut self, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        let gap = self.card_gap();
        let rows = rows(parts.len(), self.columns(area.w));
        let stretch = self.stretch / rows.len().max(1) as f32;
        let mut y = area.y;
        for row in &rows {
            let cards = parts.get(row.clone()).unwrap_or_default();
            let w = column_width(area.w, row.len(), gap);
            let tall = self.card_height(cards, w);
            let tall = tall + stretch.min(0.6 * tall);
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

    /// The height of a row of cards. When they are set tightly and room is short, their pictures are shown only if that costs no line.
    fn card_height<M>(&mut self, cards: &[Part<M>], w: f32) -> f32 {
        self.tiles = Tiles::Shown;
        let tall = cards.iter().map(|part| self.height(part, w)).fold(0.0, f32::max);
        if self.density < Density::Tight || self.pictures == Pictures::Kept {
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
}

fn column_width(w: f32, columns: usize, gap: f32) -> f32 {
    (w - gap * (columns.max(1) - 1) as f32) / columns.max(1) as f32
}

/// Deals `n` cards into rows as evenly as can be, the shorter rows first.
fn rows(n: usize, columns: usize) -> Vec<Range<usize>> {
    let count = n.div_ceil(columns.max(1));
    (0..count).map(|row| row * n / count..(row + 1) * n / count).collect()
}
