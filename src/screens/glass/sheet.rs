//! Parts with their places, in the units of a phone, until they become a canvas in millimetres.

use super::{Deed, Did, Over, Point, item};
use crate::{
    page::{Canvas, CanvasKind, Kind, Part, Picture, Svg},
    words::Line,
};

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
        let found = self.find(&point.item);
        if let Some(at) = found {
            self.put(at, Part::group(Kind::Point, []));
        }
        let Some(hand) = &point.hand else { return };
        let onto = match &hand.deed {
            Deed::Drag(onto) => self.find(onto),
            _ => None,
        };
        // Over the whole glass a finger moves even where nothing can be pressed instead.
        let meant = if matches!(hand.deed, Deed::Move(_, Over::Glass)) { found.or(Some([0.0; 4])) } else { found };
        let Some(meant) = meant else { return };
        let (at, svg) = hand.drawn(meant, onto, units);
        let picture = Picture { id: "phone/hand".into(), svg: Svg(svg.into()), alt: hand.alt.clone() };
        self.put(at, Part::Picture(picture));
    }

    /// Where an item or another part of the phone stands.
    fn find(&self, item: &str) -> Option<[f32; 4]> {
        let id = item::ids::of(item);
        let is_meant = |part: &Part<Did>| part.id().is_some_and(|own| own == id.as_str() || *own == item);
        self.parts.iter().zip(&self.at).find(|(part, _)| is_meant(part)).map(|(_, at)| *at)
    }

    /// `mm`: how large a unit is.
    pub(super) fn canvas(self, name: Line, size: [f32; 2], mm: f32) -> Part<Did> {
        let at = self.at.into_iter().map(|at| at.map(|units| units * mm)).collect();
        let (id, kind) = ("phone".into(), CanvasKind::Phone);
        Part::Canvas(Canvas { id, kind, name, size: size.map(|units| units * mm), at, parts: self.parts })
    }
}
