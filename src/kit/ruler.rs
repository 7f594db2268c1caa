//! Measures text for `lay` with the very fonts it will be drawn in, and remembers.
//!
//! Nothing is hinted, so widths grow with the em exactly and one measure in em serves all sizes. Signs that stand alone (kana,
//! kanji) are looked up one by one; whatever a font may kern or join is shaped whole.

use crate::lay::Measure;
use crate::look::fonts::face;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Context};
use std::collections::HashMap;

/// Widths in em, for the plain and the strong face.
#[derive(Debug, Default)]
pub(super) struct Widths {
    signs: [HashMap<char, f32>; 2],
    words: [HashMap<Box<str>, f32>; 2],
}

/// A [`Measure`] over egui's fonts.
#[derive(Debug)]
pub struct Ruler<'a> {
    ctx: &'a Context,
    widths: &'a mut Widths,
    mm: f32,
}

impl<'a> Ruler<'a> {
    pub(super) fn new(ctx: &'a Context, widths: &'a mut Widths, mm: f32) -> Self {
        Self { ctx, widths, mm }
    }

    fn sign(&mut self, sign: char, bold: bool) -> f32 {
        let [plain, strong] = &mut self.widths.signs;
        let known = if bold { strong } else { plain };
        *known.entry(sign).or_insert_with(|| {
            let em = 64.0;
            self.ctx.fonts_mut(|fonts| fonts.glyph_width(&face(em, bold), sign)) / em
        })
    }

    fn word(&mut self, text: &str, em: f32, bold: bool) -> f32 {
        let [plain, strong] = &mut self.widths.words;
        let known = if bold { strong } else { plain };
        if let Some(width) = known.get(text) {
            return *width;
        }
        let width = shaped(self.ctx, text, em * self.mm, bold);
        known.insert(text.into(), width);
        width
    }
}

impl Measure for Ruler<'_> {
    fn width(&mut self, text: &str, em: f32, bold: bool) -> f32 {
        if text.chars().all(stands_alone) {
            return text.chars().map(|sign| self.sign(sign, bold)).sum::<f32>() * em;
        }
        self.word(text, em, bold) * em
    }
}

/// Fonts do not kern or join these.
fn stands_alone(sign: char) -> bool {
    matches!(sign, ' ' | '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff00}'..='\u{ffef}')
}

/// Width in em of a text as it will be drawn at `points`.
fn shaped(ctx: &Context, text: &str, points: f32, bold: bool) -> f32 {
    let format = TextFormat { font_id: face(points, bold), color: Color32::PLACEHOLDER, ..TextFormat::default() };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap.max_width = f32::INFINITY;
    let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
    let advances = galley.rows.iter().flat_map(|row| &row.glyphs).map(|glyph| glyph.advance_width);
    advances.sum::<f32>() / points
}
