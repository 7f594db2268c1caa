//! Millimetres to paint: the few strokes everything is made of, so that no other file does arithmetic with points.

use super::drawing::Drawings;
use crate::lay::Rect;
use crate::look::{Look, measure};
use crate::page::Svg;
use egui::emath::GuiRounding;
use egui::{Color32, CornerRadius, Painter, Pos2, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

pub(super) struct Brush<'a> {
    pub(super) painter: Painter,
    pub(super) look: &'a Look,
    /// A unit of the phone that is being drawn, in millimetres.
    pub(super) unit: f32,
    drawings: &'a mut Drawings,
}

impl<'a> Brush<'a> {
    pub(super) fn new(ui: &Ui, look: &'a Look, drawings: &'a mut Drawings) -> Self {
        Self { painter: ui.painter().clone(), look, unit: 0.0, drawings }
    }

    pub(super) fn mm(&self, millimetres: f32) -> f32 {
        millimetres * self.look.mm
    }

    pub(super) fn rect(&self, rect: Rect) -> egui::Rect {
        let mm = self.look.mm;
        egui::Rect::from_min_size(pos2(rect.x * mm, rect.y * mm), vec2(rect.w * mm, rect.h * mm))
            .round_to_pixels(self.painter.pixels_per_point())
    }

    pub(super) fn at(&self, x: f32, y: f32) -> Pos2 {
        pos2(x * self.look.mm, y * self.look.mm)
    }

    pub(super) fn paper(&self) {
        self.painter.rect_filled(self.painter.clip_rect(), 0.0, self.look.colours.paper);
    }

    pub(super) fn fill(&self, rect: Rect, corner: f32, colour: Color32) {
        self.painter.rect_filled(self.rect(rect), self.corners(corner), colour);
    }

    /// The left `width` millimetres of a round-cornered box.
    pub(super) fn band(&self, rect: Rect, corner: f32, width: f32, colour: Color32) {
        let left = self.painter.with_clip_rect(self.rect(Rect { w: width, ..rect }));
        left.rect_filled(self.rect(rect), self.corners(corner), colour);
    }

    /// A filled box with an outline of `width` millimetres inside its edge.
    pub(super) fn outlined(&self, rect: Rect, corner: f32, fill: Color32, width: f32, edge: Color32) {
        let stroke = if width > 0.0 { Stroke::new(self.line(width), edge) } else { Stroke::NONE };
        self.painter.rect(self.rect(rect), self.corners(corner), fill, stroke, StrokeKind::Inside);
    }

    /// The same with a broken outline: shown, but not to be had now. Needs no colour to be told from what can be pressed.
    pub(super) fn dashed(&self, rect: Rect, corner: f32, fill: Color32, edge: Color32) {
        self.fill(rect, corner, fill);
        let (width, corner) = (self.line(measure::OUTLINE), self.mm(corner));
        let edges = self.rect(rect).shrink(width / 2.0);
        let stroke = Stroke::new(width, edge);
        let dash = self.mm(measure::DASH);
        self.painter.extend(egui::Shape::dashed_line(&outline(edges, corner), stroke, dash, dash));
    }

    pub(super) fn disc(&self, rect: Rect, colour: Color32) {
        let rect = self.rect(rect);
        self.painter.circle_filled(rect.center(), rect.width().min(rect.height()) / 2.0, colour);
    }

    /// A horizontal line whose upper edge is at `y`.
    pub(super) fn line_at(&self, x: f32, y: f32, w: f32, width: f32, colour: Color32) {
        let (top, thick) = (self.at(x, y), self.line(width));
        let rect = egui::Rect::from_min_size(top, vec2(self.mm(w), thick));
        self.painter.rect_filled(rect.round_to_pixels(self.painter.pixels_per_point()), 0.0, colour);
    }

    /// The focus: a bright stroke between two dark ones, outside of what has it.
    pub(super) fn ring(&self, rect: Rect) {
        let [a, b, c] = self.look.colours.ring;
        let [inner, middle, outer] = measure::RING;
        self.frame(rect, measure::CORNER, &[(inner, a), (middle, b), (outer, c)]);
    }

    /// Strokes of these widths round the outside of a box, the innermost first.
    pub(super) fn frame(&self, rect: Rect, corner: f32, strokes: &[(f32, Color32)]) {
        let (mut grown, mut corner) = (self.rect(rect), self.mm(corner));
        for (width, colour) in strokes {
            let width = self.line(*width);
            self.painter.rect_stroke(grown, corner, Stroke::new(width, *colour), StrokeKind::Outside);
            grown = grown.expand(width);
            corner += width;
        }
    }

    pub(super) fn icon(&mut self, name: &str, rect: Rect, colour: Color32) {
        if let Some(icon) = super::icons::icon(name) {
            let rect = self.rect(rect);
            self.drawings.icon(&self.painter, icon, rect, colour);
        }
    }

    pub(super) fn picture(&mut self, svg: &Svg, rect: Rect, colour: Color32) {
        let rect = self.rect(rect);
        if !self.drawings.picture(&self.painter, svg, rect, colour) {
            let stroke = Stroke::new(self.line(measure::OUTLINE), self.look.colours.hairline);
            self.painter.rect_stroke(rect, self.mm(measure::CORNER), stroke, StrokeKind::Inside);
        }
    }

    /// Never thinner than a pixel.
    fn line(&self, width: f32) -> f32 {
        self.mm(width).round_to_pixels(self.painter.pixels_per_point()).max(1.0 / self.painter.pixels_per_point())
    }

    fn corners(&self, corner: f32) -> CornerRadius {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a corner can be")]
        let points = self.mm(corner).round().clamp(0.0, 255.0) as u8;
        CornerRadius::same(points)
    }
}

/// A rectangle moved by millimetres.
pub(super) fn moved(rect: Rect, by: Vec2) -> Rect {
    Rect { x: rect.x + by.x, y: rect.y + by.y, ..rect }
}

/// A rectangle made smaller by `by` millimetres on every side.
pub(super) fn shrunk(rect: Rect, by: f32) -> Rect {
    Rect { x: rect.x + by, y: rect.y + by, w: rect.w - 2.0 * by, h: rect.h - 2.0 * by }
}

/// The points round a box with round corners, ending where they begin.
fn outline(rect: egui::Rect, corner: f32) -> Vec<Pos2> {
    const STEPS: u8 = 6;
    let corner = corner.min(rect.width() / 2.0).min(rect.height() / 2.0);
    let inner = rect.shrink(corner);
    let corners = [inner.right_bottom(), inner.left_bottom(), inner.left_top(), inner.right_top()];
    let turned = corners.into_iter().zip([0.0, 1.0, 2.0, 3.0]).flat_map(|(middle, quarter)| {
        let angle = move |n: u8| (quarter + f32::from(n) / f32::from(STEPS)) * std::f32::consts::FRAC_PI_2;
        (0..=STEPS).map(move |n| middle + corner * Vec2::angled(angle(n)))
    });
    let mut points: Vec<Pos2> = turned.collect();
    points.extend(points.first().copied());
    points
}
