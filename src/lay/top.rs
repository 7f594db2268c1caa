//! The top line: words and controls from the left, groups at the right, all centred on one line.

use super::{Rect, frame::TARGET, layer::Layer};
use crate::page::Part;

/// From the edge of the panel to the line.
const ABOVE: f32 = 1.5;

impl Layer<'_> {
    pub(super) fn top<M>(&mut self, parts: &[Part<M>], at: usize, area: Rect) -> Rect {
        self.label_em = Some(self.frame.turn_em());
        let gap = self.frame.gap();
        let area = Rect { w: area.w - self.aside, ..area };
        let pressed = parts.iter().any(|part| matches!(part, Part::Control(_)));
        let sizes: Vec<f32> = parts.iter().map(|part| self.natural(part, area.w).0).collect();
        // Words give way to what can be pressed: they take a second line.
        let spare = (area.w - sizes.iter().map(|w| w + gap).sum::<f32>() + gap).min(0.0);
        let (mut left, mut right) = (area.x, area.right());
        let mut tall = if pressed { TARGET } else { self.frame.top_least() };
        let from = self.out.len();
        for (part, w) in parts.iter().zip(sizes) {
            let rect = match part {
                Part::Group(_) => self.put(part, right - w, 0.0, w + 0.1, Some(at)),
                Part::Text(_) => self.put(part, left, 0.0, (w + spare).max(2.0 * TARGET).min(w) + 0.1, Some(at)),
                _ => self.put(part, left, 0.0, w + 0.1, Some(at)),
            };
            if part.kind().is_some() {
                right -= w + gap;
            } else {
                left += rect.w + gap;
            }
            tall = tall.max(rect.h);
        }
        self.middle(from, area.y + ABOVE, tall);
        self.label_em = None;
        Rect { h: tall + ABOVE, ..area }
    }
}
