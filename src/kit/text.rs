//! Letters: runs as `lay` placed them, and the light behind the phrase that is being heard.

use super::brush::Brush;
use super::ground::Ground;
use crate::lay::{Placed, Rect, Run};
use crate::look::{fonts, measure};
use crate::page::{Level, Text};
use egui::epaint::TextShape;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, Vec2};
use std::sync::Arc;

pub(super) fn part(brush: &mut Brush<'_>, text: &Text, placed: &Placed, ground: Ground, said: Option<(&str, u16)>) {
    let colours = brush.look.colours;
    let ink = match text.level {
        Level::Number => {
            brush.disc(placed.rect, colours.disc.ground);
            colours.disc.ink
        }
        Level::Title if ground == Ground::Paper => colours.title,
        Level::Note | Level::Age | Level::Beside => ground.quiet(colours),
        _ => ground.ink(colours),
    };
    let lit = said.filter(|(id, _)| same_text(id, &text.id)).map(|(_, phrase)| phrase);
    if text.level == Level::Opposite {
        return opposite(brush, placed, lit, ink);
    }
    runs(brush, &placed.runs, Vec2::ZERO, lit, |_| ink);
}

/// Turned by half a circle round its middle, for somebody on the other side of the table.
fn opposite(brush: &Brush<'_>, placed: &Placed, lit: Option<u16>, ink: Color32) {
    let middle = [placed.rect.x + placed.rect.w / 2.0, placed.rect.y + placed.rect.h / 2.0];
    let (colours, turned) = (brush.look.colours, |x: f32, y: f32| [2.0 * middle[0] - x, 2.0 * middle[1] - y]);
    for run in &placed.runs {
        let said = lit == Some(run.phrase);
        if said {
            let [x, y] = turned(run.x + run.w, run.y + run.em);
            brush.fill(Rect { x, y, w: run.w, h: run.em }, 0.0, colours.said.ground);
        }
        let colour = if said { colours.said.ink } else { ink };
        let [x, y] = turned(run.x, run.y);
        let letters = TextShape::new(brush.at(x, y), fitted(brush, run, colour), colour);
        brush.painter.add(letters.with_angle(std::f32::consts::PI));
    }
}

/// Later halves of a text are `t3+`, `t3++`; a phrase is known by its number wherever the text was cut.
pub(super) fn same_text(a: &str, b: &str) -> bool {
    a.trim_end_matches('+') == b.trim_end_matches('+')
}

/// Draws runs in the ink that `ink` gives them, moved by `by` millimetres; those of the lit phrase on their own ground.
pub(super) fn runs(brush: &mut Brush<'_>, runs: &[Run], by: Vec2, lit: Option<u16>, ink: impl Fn(&Run) -> Color32) {
    let colours = brush.look.colours;
    for run in runs.iter().filter(|run| lit == Some(run.phrase)) {
        light(brush, run, by);
        if !runs.iter().any(|base| is_ruby_of(run, base)) {
            underline(brush, run, by);
        }
    }
    for run in runs {
        let colour = if lit == Some(run.phrase) { colours.said.ink } else { ink(run) };
        letters(brush, run, by, colour);
    }
}

/// Ruby is half as high as what it stands on.
fn is_ruby_of(run: &Run, base: &Run) -> bool {
    (base.em - 2.0 * run.em).abs() < 0.01 * base.em && base.y > run.y
}

/// How far the light reaches over and under the em box, in em of the base: together, from the top of the ruby to the underline.
const LIGHT: [f32; 2] = [0.06, 0.10];

fn light(brush: &Brush<'_>, run: &Run, by: Vec2) {
    let rect = Rect { x: run.x + by.x, y: run.y + by.y - LIGHT[0] * run.em, w: run.w, h: (1.0 + LIGHT[0]) * run.em };
    brush.fill(Rect { h: rect.h + LIGHT[1] * run.em, ..rect }, 0.0, brush.look.colours.said.ground);
}

fn underline(brush: &Brush<'_>, run: &Run, by: Vec2) {
    let y = run.y + by.y + (1.0 + LIGHT[1]) * run.em;
    brush.line_at(run.x + by.x, y, run.w, measure::SAID_LINE, brush.look.colours.said_line);
}

/// Less than this is not seen, in millimetres.
const UNSEEN: f32 = 0.01;

fn letters(brush: &Brush<'_>, run: &Run, by: Vec2, color: Color32) {
    brush.painter.galley(brush.at(run.x + by.x, run.y + by.y), fitted(brush, run, color), color);
}

/// The letters of a run, exactly as wide as planned.
fn fitted(brush: &Brush<'_>, run: &Run, color: Color32) -> Arc<Galley> {
    let (galley, signs) = (shaped(brush, run, run.space, color), run.text.chars().count());
    // A font may kern across the pieces that were measured one by one; the plan's width holds.
    let natural: f32 = galley.rows.iter().flat_map(|row| &row.glyphs).map(|glyph| glyph.advance_width).sum();
    let over = run.w - natural / brush.look.mm;
    if run.space == 0.0 && signs > 1 && over.abs() > UNSEEN {
        return shaped(brush, run, over / (signs - 1) as f32, color);
    }
    galley
}

fn shaped(brush: &Brush<'_>, run: &Run, space: f32, color: Color32) -> Arc<Galley> {
    let em = brush.mm(run.em);
    let format = TextFormat {
        font_id: fonts::face(em, run.bold),
        extra_letter_spacing: brush.mm(space),
        // The em box is the row, whatever the font says of itself.
        line_height: Some(em),
        color,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::single_section(run.text.clone(), format);
    job.wrap.max_width = f32::INFINITY;
    brush.painter.fonts_mut(|fonts| fonts.layout_job(job))
}
