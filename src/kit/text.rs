//! Letters: runs as `lay` placed them, and the light behind the phrase that is being heard.

use super::brush::Brush;
use super::ground::Ground;
use crate::lay::{Placed, Run};
use crate::look::{fonts, measure};
use crate::page::{Level, Text};
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Vec2};

pub(super) fn part(brush: &mut Brush<'_>, text: &Text, placed: &Placed, ground: Ground, said: Option<(&str, u16)>) {
    let colours = brush.look.colours;
    let ink = match text.level {
        Level::Number => {
            brush.disc(placed.rect, colours.disc.ground);
            colours.disc.ink
        }
        Level::Title if ground == Ground::Paper => colours.title,
        Level::Note | Level::Age => ground.quiet(colours),
        _ => ground.ink(colours),
    };
    let lit = said.filter(|(id, _)| same_text(id, &text.id)).map(|(_, phrase)| phrase);
    runs(brush, &placed.runs, Vec2::ZERO, lit, |_| ink);
}

/// Later halves of a text are `t3+`, `t3++`; a phrase is known by its number wherever the text was cut.
pub(super) fn same_text(a: &str, b: &str) -> bool {
    a.trim_end_matches('+') == b.trim_end_matches('+')
}

/// Draws runs in the ink that `ink` gives them, moved by `by` millimetres; those of the lit phrase on their own ground.
pub(super) fn runs(brush: &mut Brush<'_>, runs: &[Run], by: Vec2, lit: Option<u16>, ink: impl Fn(&Run) -> Color32) {
    let colours = brush.look.colours;
    if lit.is_some() {
        for run in runs.iter().filter(|run| lit == Some(run.phrase)) {
            light(brush, run, by);
        }
    }
    for run in runs {
        let colour = if lit == Some(run.phrase) { colours.said.ink } else { ink(run) };
        letters(brush, run, by, colour);
    }
}

/// How far the light reaches over and under the em box, in em.
const LIGHT: [f32; 2] = [0.04, 0.10];

fn light(brush: &Brush<'_>, run: &Run, by: Vec2) {
    let colours = brush.look.colours;
    let (x, y) = (run.x + by.x, run.y + by.y);
    let rect = crate::lay::Rect { x, y: y - LIGHT[0] * run.em, w: run.w, h: (1.0 + LIGHT[0] + LIGHT[1]) * run.em };
    brush.fill(rect, super::brush::Corners::All(0.0), colours.said.ground);
    brush.line_at(x, rect.y + rect.h, run.w, measure::SAID_LINE, colours.said_line);
}

fn letters(brush: &Brush<'_>, run: &Run, by: Vec2, color: Color32) {
    let em = brush.mm(run.em);
    let format = TextFormat {
        font_id: fonts::face(em, run.bold),
        extra_letter_spacing: brush.mm(run.space),
        // The em box is the row, whatever the font says of itself.
        line_height: Some(em),
        color,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::single_section(run.text.clone(), format);
    job.wrap.max_width = f32::INFINITY;
    let galley = brush.painter.fonts_mut(|fonts| fonts.layout_job(job));
    brush.painter.galley(brush.at(run.x + by.x, run.y + by.y), galley, color);
}
