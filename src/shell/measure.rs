//! A bank card against the glass: the size of any panel in twenty seconds, without a ruler. Bank cards are 85.60 × 53.98 mm all over the
//! world (ISO/IEC 7810, ID-1). Like the page of last resort it is letters and one outline: it runs before the kiosk knows what a
//! millimetre is.

use super::{options, panel};
use crate::{
    look::{Contrast, Look, fonts},
    shell::ShellError,
    words::{Line, Words},
};
use crossbeam_channel::Sender;
use egui::{Align2, Context, Event, Key, PointerButton, Pos2, Rect, Stroke, StrokeKind, ViewportCommand, pos2, vec2};
use std::sync::Arc;

/// Width and height of a card in millimetres.
const CARD: [f32; 2] = [85.60, 53.98];

struct Measuring {
    lines: [Line; 3],
    done: Line,
    /// Width of the outline in points.
    width: f32,
    /// The finger is moving the edge.
    moving: Moving,
    out: Sender<f32>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Moving {
    No,
    Edge,
    Done,
}

/// Lets somebody fit the outline to a card. The answer is pixels in a millimetre; `None` when it was given up.
pub fn measure(words: &Words) -> Result<Option<f32>, ShellError> {
    let (out, found) = crossbeam_channel::bounded(1);
    let lines = [words.measure_title(), words.measure_how(), words.measure_keys()];
    let (done, tongue) = (words.measure_done(), words.tongue().clone());
    let made = move |cc: &eframe::CreationContext<'_>| -> Box<dyn eframe::App> {
        let fonts = Arc::new(fonts::Fonts::default());
        fonts.install(&cc.egui_ctx, fonts.prepare(&tongue));
        Box::new(Measuring { lines, done, width: 0.0, moving: Moving::No, out })
    };
    let native = options::full(words.kiosk_name().plain());
    eframe::run_native("engawa", native, Box::new(move |cc| Ok(made(cc))))
        .map_err(|error| ShellError::Display(error.to_string()))?;
    Ok(found.try_recv().ok())
}

/// Pixels in a millimetre when a card is so many points wide; none that no panel has.
fn density(points: f32, pixels_per_point: f32) -> Option<f32> {
    panel::plausible(points * pixels_per_point / CARD[0]).ok()
}

impl Measuring {
    /// Takes in what was done; the outline's left edge and the button are where they are drawn.
    fn input(&mut self, ctx: &Context, left: f32, button: Rect) {
        let pixel = 1.0 / ctx.pixels_per_point();
        for event in ctx.input(|input| input.events.clone()) {
            match event {
                Event::Key { key, pressed: true, .. } => self.key(ctx, key, pixel),
                Event::PointerButton { pos, button: PointerButton::Primary, pressed, .. } => {
                    self.finger(ctx, pos, pressed, button);
                    self.follow(pos, left);
                }
                Event::PointerMoved(pos) => self.follow(pos, left),
                _ => {}
            }
        }
        self.width = self.width.max(20.0);
    }

    fn key(&mut self, ctx: &Context, key: Key, pixel: f32) {
        match key {
            Key::ArrowRight => self.width += pixel,
            Key::ArrowLeft => self.width -= pixel,
            Key::ArrowUp => self.width += 10.0 * pixel,
            Key::ArrowDown => self.width -= 10.0 * pixel,
            Key::Enter => self.decide(ctx),
            Key::Escape => ctx.send_viewport_cmd(ViewportCommand::Close),
            _ => {}
        }
    }

    fn finger(&mut self, ctx: &Context, at: Pos2, down: bool, button: Rect) {
        let before = self.moving;
        self.moving = match (down, button.contains(at)) {
            (true, true) => Moving::Done,
            (true, false) => Moving::Edge,
            (false, _) => Moving::No,
        };
        if !down && before == Moving::Done && button.contains(at) {
            self.decide(ctx);
        }
    }

    fn follow(&mut self, at: Pos2, left: f32) {
        if self.moving == Moving::Edge {
            self.width = at.x - left;
        }
    }

    fn decide(&self, ctx: &Context) {
        if let Some(found) = density(self.width, ctx.pixels_per_point()) {
            self.out.try_send(found).ok();
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }
}

impl eframe::App for Measuring {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let (room, look) = (ctx.content_rect(), Look::new(Contrast::Day, 1.0));
        let em = room.width().min(room.height() * 1.6) / 34.0;
        if self.width == 0.0 {
            // As on a panel of 100 dots an inch: most need only a little more or less.
            self.width = CARD[0] * 100.0 / 25.4 / ctx.pixels_per_point();
        }
        let left = room.left() + em * 2.0;
        let button = Rect::from_center_size(pos2(room.center().x, room.bottom() - em * 2.6), vec2(em * 12.0, em * 3.2));
        self.input(&ctx, left, button);
        let colours = look.colours;
        let painter = ui.painter();
        painter.rect_filled(room, 0.0, colours.paper);
        for (n, line) in self.lines.iter().enumerate() {
            let at = pos2(left, room.top() + em * (1.4 + 1.8 * n as f32));
            painter.text(
                at,
                Align2::LEFT_TOP,
                line.plain(),
                fonts::face(if n == 0 { em } else { 0.72 * em }, n == 0),
                colours.ink,
            );
        }
        let size = vec2(self.width, self.width * CARD[1] / CARD[0]);
        let card = Rect::from_min_size(pos2(left, room.top() + em * 7.6), size);
        painter.rect_stroke(card, self.width * 0.037, Stroke::new(2.0, colours.ink), StrokeKind::Inside);
        painter.rect_stroke(button, em * 0.5, Stroke::new(2.0, colours.ink), StrokeKind::Inside);
        painter.text(button.center(), Align2::CENTER_CENTER, self.done.plain(), fonts::face(em, true), colours.ink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_gives_pixels_in_a_millimetre() {
        assert!((density(477.6, 1.0).unwrap() - 5.58).abs() < 0.01, "a 15.6 inch panel of Full HD");
        assert!((density(238.8, 2.0).unwrap() - 5.58).abs() < 0.01, "the same where a point is two pixels");
        for odd in [0.0, 20.0, 5000.0, f32::NAN] {
            assert_eq!(density(odd, 1.0), None);
        }
    }
}
