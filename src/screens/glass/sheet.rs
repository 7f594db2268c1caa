//! Parts with their places, in the units of a phone, until they become a canvas in millimetres.

use super::{Did, Hand, Point, item};
use crate::{
    page::{Canvas, CanvasKind, Kind, Part, Picture, Side, Svg},
    words::Line,
};

const HAND: &str = include_str!("hand.svg");
/// The drawn hand: its width and height, and where the tip of its finger is.
const HAND_SIZE: [f32; 2] = [52.0, 65.0];
const TIP: [f32; 2] = [23.0, 6.0];

#[derive(Default)]
pub(super) struct Sheet {
    at: Vec<[f32; 4]>,
    parts: Vec<Part<Did>>,
}

impl Sheet {
    /// x, y, width, height.
    pub(super) fn put(&mut self, at: [f32; 4], part: Part<Did>) {
        self.at.push(at);
        self.parts.push(part);
    }

    /// Takes away what stands where something else comes to lie, as a phone hides it.
    pub(super) fn clear(&mut self, [x, y, w, h]: [f32; 4]) {
        let free = |at: &[f32; 4]| at[1] >= y + h || at[1] + at[3] <= y || at[0] >= x + w || at[0] + at[2] <= x;
        let (at, parts) = (std::mem::take(&mut self.at), std::mem::take(&mut self.parts));
        (self.at, self.parts) = at.into_iter().zip(parts).filter(|(at, _)| free(at)).unzip();
    }

    /// Shows which part is meant, if it is on the glass now.
    pub(super) fn point(&mut self, point: &Point, units: f32) {
        let id = item::ids::of(&point.item);
        let is_meant =
            |part: &Part<Did>| part.id().is_some_and(|own| own == id.as_str() || *own == point.item.as_str());
        let mut all = self.parts.iter().zip(&self.at);
        let Some(at) = all.find(|(part, _)| is_meant(part)).map(|(_, at)| *at) else { return };
        self.put(at, Part::group(Kind::Point, []));
        if let Some(hand) = &point.hand {
            self.hand(hand, at, units);
        }
    }

    fn hand(&mut self, hand: &Hand, [x, y, w, h]: [f32; 4], units: f32) {
        let [hand_w, hand_h] = HAND_SIZE;
        // The finger comes from below right, so that the words in front stay free.
        let left = (x + 0.78 * w - TIP[0]).clamp(12.0, 348.0 - hand_w);
        let top = (y + 0.45 * h - TIP[1]).clamp(12.0, units - 12.0 - hand_h);
        let svg = hand.to.map_or_else(|| HAND.to_owned(), |to| with_arrow(item::side(to)));
        let picture = Picture { id: "phone/hand".into(), svg: Svg(svg.into()), alt: hand.alt.clone() };
        self.put([left, top, hand_w, hand_h], Part::Picture(picture));
    }

    /// `mm`: how large a unit is.
    pub(super) fn canvas(self, name: Line, size: [f32; 2], mm: f32) -> Part<Did> {
        let at = self.at.into_iter().map(|at| at.map(|units| units * mm)).collect();
        let (id, kind) = ("phone".into(), CanvasKind::Phone);
        Part::Canvas(Canvas { id, kind, name, size: size.map(|units| units * mm), at, parts: self.parts })
    }
}

/// The hand with an arrow beside its finger.
fn with_arrow(to: Side) -> String {
    let turn = match to {
        Side::Up => 0,
        Side::Right => 90,
        Side::Down => 180,
        Side::Left => 270,
    };
    let hand = HAND.trim_end().trim_end_matches("</svg>");
    let path = "M50 30V4M40 13 50 3l10 10";
    format!("{hand}<path transform=\"rotate({turn} 50 16)\" d=\"{path}\" stroke-width=\"5\" fill=\"none\"/></svg>")
}
