//! The keyboard of the phone: the rows of keys as the phone gives them, with the words it offers above.

use super::{item, sheet::Sheet};
use crate::phone::Keyboard;

/// A row of keys, at most and at least, in units; the line of the words that are offered.
const KEY: f32 = 50.0;
const LEAST: f32 = 24.0;
const WORDS: f32 = 34.0;
const GAP: f32 = 5.0;

/// How high it is when `room` is there for it.
pub(super) fn height(board: &Keyboard, room: f32) -> f32 {
    let words = if board.words.is_empty() { 0.0 } else { WORDS };
    let rows = board.rows.len().max(1) as f32;
    words + rows * ((room - words) / rows).clamp(LEAST, KEY)
}

pub(super) fn draw(sheet: &mut Sheet, board: &Keyboard, [x, y, w, h]: [f32; 4]) {
    let mut top = y;
    if !board.words.is_empty() {
        line(sheet, &board.words, [x, top, w, WORDS]);
        top += WORDS;
    }
    let key_h = (y + h - top) / board.rows.len().max(1) as f32;
    for row in &board.rows {
        line(sheet, row, [x, top, w, key_h]);
        top += key_h;
    }
}

fn line(sheet: &mut Sheet, keys: &[crate::phone::FaceItem], [x, y, w, h]: [f32; 4]) {
    let step = w / keys.len().max(1) as f32;
    for (n, key) in keys.iter().enumerate() {
        let gap = GAP.min(0.15 * step);
        sheet.put([x + n as f32 * step + gap / 2.0, y + gap / 2.0, step - gap, h - gap], item::control(key).into());
    }
}
