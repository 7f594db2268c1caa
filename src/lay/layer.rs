//! Lays parts one after the other, each from its top left corner.

use super::{
    Measure, Panel, Placed, Plan, Rect, Run, Size,
    frame::{Density, Frame, LEAST_EM, Style, Title, TurnAt},
    groups,
    text::{self, Broken},
};
use crate::{
    page::{Kind, Level, Part},
    words::Line,
};

pub(super) struct Layer<'m> {
    pub frame: Frame,
    pub density: Density,
    /// Height that a canvas may take on this leaf.
    pub canvas_h: f32,
    /// Height of the body: pictures take a part of it.
    pub body_h: f32,
    /// Added to each row of cards, where the leaf has room to spare.
    pub stretch: f32,
    /// Letters of a poster, where the leaf has room for larger ones than those of the body; else 0.
    pub poster_em: f32,
    /// Free above a poster.
    pub lead: f32,
    /// Added between what does not belong together: on a poster.
    pub air: f32,
    /// The same between the parts of a leaf that has room to spare.
    pub spread: f32,
    /// Above this the turning buttons may not stand: there is something to press.
    pub rail_floor: f32,
    /// Letters of buttons where they must step down: in the top line.
    pub label_em: Option<f32>,
    /// Kept free at the right end of the top line, for the count of leaves.
    pub aside: f32,
    pub tiles: Tiles,
    pub pictures: Pictures,
    /// Where the turning buttons of this leaf stand.
    pub turn_at: TurnAt,
    pub measure: &'m mut dyn Measure,
    pub out: Plan,
}

/// Whether the cards of a row show their pictures: all of them or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tiles {
    Shown,
    Hidden,
}

/// Whether a row of cards that is set tightly keeps its pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pictures {
    Kept,
    /// Only where that costs no line.
    IfFree,
}

impl<'m> Layer<'m> {
    pub(super) fn new(panel: Panel, size: Size, measure: &'m mut dyn Measure) -> Self {
        let frame = Frame::new(panel, size);
        let (density, out) = (Density::Roomy, vec![]);
        Self {
            frame,
            density,
            canvas_h: 0.0,
            body_h: panel.h,
            stretch: 0.0,
            poster_em: 0.0,
            lead: 0.0,
            air: 0.0,
            spread: 0.0,
            rail_floor: 0.0,
            label_em: None,
            aside: 0.0,
            tiles: Tiles::Shown,
            pictures: Pictures::IfFree,
            turn_at: frame.turn_at(Title::Shown),
            measure,
            out,
        }
    }

    /// The height of a stack, if it is no more than `room`; looks no farther than that.
    pub(super) fn fits<M>(&mut self, parts: &[&Part<M>], w: f32, room: f32) -> Option<f32> {
        let (mut used, mut before) = (0.0, None);
        for part in parts {
            used += before.map_or(0.0, |before| self.space(before, part));
            used += self.height_within(part, w, room - used)?;
            before = Some(*part);
        }
        Some(used)
    }

    /// How high a part becomes in this width.
    pub(super) fn height<M>(&mut self, part: &Part<M>, w: f32) -> f32 {
        if let Part::Text(text) = part
            && text.level != Level::Number
        {
            return self.broken(&text.line, self.level(text.level), w).h();
        }
        let from = self.out.len();
        let h = self.put(part, 0.0, 0.0, w, None).h;
        self.out.truncate(from);
        h
    }

    /// Width and height of a part that takes no more room than it needs.
    pub(super) fn natural<M>(&mut self, part: &Part<M>, w: f32) -> (f32, f32) {
        let from = self.out.len();
        let rect = self.put(part, 0.0, 0.0, w, None);
        let inside = self.out.iter().skip(from + 1).map(|placed| placed.rect.right()).fold(0.0, f32::max);
        self.out.truncate(from);
        (if part.kind().is_some() { inside } else { rect.w }, rect.h)
    }

    /// Lines of text stand closer before an act moves to the next leaf.
    pub(super) fn style(&self, style: Style) -> Style {
        Style { close: self.density == Density::Tight, ..style }
    }

    /// Letters of a level. An age is set smaller before it leaves the leaf of what it dates.
    pub(super) fn level(&self, level: Level) -> Style {
        let style = self.frame.style(level);
        let em = if level == Level::Age && self.density == Density::Tight { LEAST_EM } else { style.em };
        Style { em, ..style }
    }

    pub(super) fn broken(&mut self, line: &Line, style: Style, w: f32) -> Broken {
        text::breaks(line, self.style(style), w, usize::MAX, self.measure)
    }

    /// Lays one part with its children; its rectangle is the answer.
    pub(super) fn put<M>(&mut self, part: &Part<M>, x: f32, y: f32, w: f32, group: Option<usize>) -> Rect {
        match part {
            Part::Text(text) => {
                let broken = self.broken(&text.line, self.level(text.level), w);
                let rect = Rect::new(x, y, broken.w().min(w), broken.h());
                self.place(rect, broken.runs(x, y, w, 0.0), group);
                rect
            }
            Part::Picture(picture) => {
                let rect = groups::picture_rect(picture, Rect::new(x, y, w, self.body_h));
                self.place(rect, vec![], group);
                rect
            }
            Part::Control(control) => self.control(control, Rect::new(x, y, w, 0.0), group),
            Part::Canvas(canvas) => self.canvas(canvas, Rect::new(x, y, w, self.canvas_h), group),
            Part::Group(some) => {
                let at = self.open(group);
                let rect = self.group(some.kind, &some.parts, at, Rect::new(x, y, w, 0.0));
                self.close(at, rect);
                rect
            }
        }
    }

    pub(super) fn place(&mut self, rect: Rect, runs: Vec<Run>, group: Option<usize>) {
        self.out.push(Placed { rect, runs, group, ..Placed::default() });
    }

    /// Keeps the place of a parent in the order of the walk; [`Self::close`] says where it is.
    pub(super) fn open(&mut self, group: Option<usize>) -> usize {
        self.out.push(Placed { group, ..Placed::default() });
        self.out.len() - 1
    }

    pub(super) fn close(&mut self, at: usize, rect: Rect) {
        if let Some(placed) = self.out.get_mut(at) {
            placed.rect = rect;
        }
    }

    /// Moves everything placed since `from`.
    pub(super) fn shift(&mut self, from: usize, dx: f32, dy: f32) {
        for placed in self.out.iter_mut().skip(from) {
            placed.rect = placed.rect.moved(dx, dy);
            placed.icon = placed.icon.map(|rect| rect.moved(dx, dy));
            placed.mark = placed.mark.map(|rect| rect.moved(dx, dy));
            for run in &mut placed.runs {
                (run.x, run.y) = (run.x + dx, run.y + dy);
            }
        }
    }

    /// Between two parts of a stack.
    pub(super) fn space<M>(&self, before: &Part<M>, after: &Part<M>) -> f32 {
        let close = self.density > Density::Roomy;
        match (before, after) {
            (Part::Text(_), Part::Text(_)) if close => 0.0,
            (Part::Text(_), Part::Text(_)) => 0.12 * self.frame.em(),
            (Part::Group(a), Part::Group(b)) if (a.kind, b.kind) == (Kind::Step, Kind::Step) => 0.0,
            _ if pressed(before) && pressed(after) => self.frame.gap() + self.air,
            _ if close => 0.6 * self.frame.gap(),
            _ => self.frame.gap() + self.air,
        }
    }
}

/// Holds something to press.
fn pressed<M>(part: &Part<M>) -> bool {
    matches!(part, Part::Control(_)) || part.parts().iter().any(pressed)
}
