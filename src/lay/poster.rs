//! A poster: the one thing that a page says and asks. Its letters are as large as the glass allows and it stands in the middle: whoever
//! reads it has often stepped back already, or sits where they wait.

use super::{Rect, layer::Layer};
use crate::page::{Kind, Part};

/// Letters that are tried, largest first.
const LETTERS: [f32; 8] = [32.0, 26.0, 22.0, 19.0, 16.5, 14.0, 12.0, 10.0];
/// Signs that a line keeps, so that hardly a word is broken.
const SIGNS: f32 = 14.0;
/// Of what is left free this stands above: a little higher than the middle looks like the middle.
const ABOVE: f32 = 0.4;

impl Layer<'_> {
    /// As broad as its words, in the middle.
    pub(super) fn poster<M>(&mut self, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        let own = self.frame.size.em;
        self.frame.size.em = own.max(self.poster_em);
        self.air = 0.4 * (self.frame.size.em - own);
        let w = self.breadth(parts, area.w);
        let rect = self.stack(Kind::Poster, parts, at, Rect { x: area.x + (area.w - w) / 2.0, w, ..area });
        (self.frame.size.em, self.air) = (own, 0.0);
        rect
    }

    /// How broad the words and buttons of a stack become.
    fn breadth<M>(&mut self, parts: &[Part<M>], w: f32) -> f32 {
        let from = self.out.len();
        self.stack(Kind::Poster, parts, from, Rect::new(0.0, 0.0, w, 0.0));
        let words = self.out.iter().skip(from).filter(|placed| !placed.runs.is_empty());
        let right = words.map(|placed| placed.rect.right()).fold(0.0, f32::max);
        self.out.truncate(from);
        (right + 0.1).min(w)
    }

    /// Chooses the letters of a poster that stands alone on its leaf, and where it begins.
    pub(super) fn enlarge<M>(&mut self, parts: &[&Part<M>], body: Rect) {
        if !parts.iter().any(|part| part.kind() == Some(Kind::Poster)) {
            return;
        }
        let most = body.w / SIGNS;
        let own = self.frame.size.em;
        for em in LETTERS.into_iter().filter(|em| *em > own && *em <= most).chain([0.0]) {
            self.poster_em = em;
            if let Some(used) = self.fits(parts, body.w, body.h) {
                self.lead = ABOVE * (body.h - used);
                return;
            }
        }
    }
}
