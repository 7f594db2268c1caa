//! Where things stand on the glass: one below the other, apps and keys in rows, and as many to a page of the phone as fit. Heights are
//! judged without a font; `lay` sets words smaller where that was too little.

use super::{BEZEL, GLASS, LEFT, TURN, WIDE, item, sheet::Sheet};
use crate::{
    phone::{FaceItem, ItemKind},
    words::Line,
};

/// Letters of rows and of their quieter line, in units; the same as in `lay`.
pub(super) const EM: f32 = 20.0;
const DETAIL: f32 = 15.0;
const PITCH: f32 = 1.45;
/// Between two things.
const GAP: f32 = 7.0;
/// Height of a row that a picture takes: three of them, where its author does not say.
const PICTURE: f32 = 37.0;
/// Height of the bar of parts at the bottom of an app.
pub(super) const TABS: f32 = 50.0;

/// Whether room is kept for ▲▼ although everything fits on this page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Turns {
    Always,
    WhereNeeded,
}

/// An item by its number, and its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) item: usize,
    pub(super) rect: [f32; 4],
}

/// Things that stand side by side.
struct Row {
    h: f32,
    items: Vec<(usize, f32, f32)>,
}

/// The items on their pages. Those with a place of their own stand there, on the first.
pub(super) fn pages(items: &[FaceItem], top: f32, bottom: f32, turns: Turns) -> Vec<Vec<Placed>> {
    let mut rows = rows(items);
    let free = (0..items.len()).filter_map(|n| free(items.get(n)?, n, top, bottom));
    let whole = |rows: &[Row]| rows.iter().map(|row| row.h + GAP).sum::<f32>();
    let kept = if turns == Turns::Always { TURN } else { 0.0 };
    let room = (bottom - top - kept).max(1.0);
    let over = whole(&rows) / room;
    let squeeze = if items.iter().any(|item| item.kind == ItemKind::Key) { SQUEEZE_KEYS } else { SQUEEZE };
    if over > 1.0 && over <= squeeze {
        for row in &mut rows {
            row.h = (row.h + GAP) / over - GAP;
        }
    }
    let room = if over > squeeze { bottom - top - TURN } else { room + 0.1 };
    let (mut out, mut y): (Vec<Vec<Placed>>, f32) = (vec![free.collect()], 0.0);
    for row in rows {
        if y > 0.0 && y + row.h > room {
            out.push(vec![]);
            y = 0.0;
        }
        let h = row.h.min(room);
        let placed = row.items.into_iter().map(|(item, x, w)| Placed { item, rect: [x, top + y, w, h] });
        if let Some(page) = out.last_mut() {
            page.extend(placed);
        }
        y += h + GAP;
    }
    out
}

/// The field that is written in, alone, as near to its keyboard as it can be.
pub(super) fn only(items: &[FaceItem], top: f32, bottom: f32) -> Vec<Vec<Placed>> {
    let h = (bottom - top).clamp(1.0, 76.0);
    let written = items.iter().position(item::is_written);
    vec![written.map(|item| Placed { item, rect: [LEFT, bottom - h, WIDE, h] }).into_iter().collect()]
}

/// So much too high, everything is set a little lower instead of on a second page.
const SQUEEZE: f32 = 1.22;
/// A dial pad is not torn apart.
const SQUEEZE_KEYS: f32 = 1.9;

fn free(one: &FaceItem, item: usize, top: f32, bottom: f32) -> Option<Placed> {
    let [x, y, w, h] = one.at?.map(|hundredths| f32::from(hundredths.min(100)) / 100.0);
    let high = bottom - top;
    let rect = [LEFT + x * WIDE, top + y * high, (w * WIDE).max(44.0), (h * high).max(40.0)];
    let [x, y, w, h] = rect;
    let rect = [x.min(LEFT + WIDE - w), y.min(bottom - h), w, h];
    Some(Placed { item, rect })
}

fn rows(items: &[FaceItem]) -> Vec<Row> {
    let mut out: Vec<Row> = vec![];
    let mut last = None;
    for (n, item) in items.iter().enumerate().filter(|(_, item)| item.at.is_none() && !item::is_tab(item)) {
        let across = across(item);
        let joins = across > 1 && last == Some(item.kind) && out.last().is_some_and(|row| row.items.len() < across);
        if !joins {
            out.push(Row { h: 0.0, items: vec![] });
        }
        let Some(row) = out.last_mut() else { continue };
        row.h = row.h.max(height(item, WIDE / across as f32));
        row.items.push((n, LEFT, WIDE));
        last = Some(item.kind);
    }
    for row in &mut out {
        spread(row, items);
    }
    out
}

/// How many of a kind stand side by side.
fn across(item: &FaceItem) -> usize {
    match item.kind {
        ItemKind::Icon => 4,
        ItemKind::Key => 3,
        ItemKind::Button if item.label.plain().chars().count() <= 6 => 2,
        _ => 1,
    }
}

/// Gives the things of a row their share of the width. Apps keep their columns; a single button is as wide as the glass.
fn spread(row: &mut Row, items: &[FaceItem]) {
    let first = row.items.first().and_then(|(n, ..)| items.get(*n));
    let Some(first) = first else { return };
    let fixed = matches!(first.kind, ItemKind::Icon | ItemKind::Key);
    let columns = if fixed { across(first) } else { row.items.len() } as f32;
    let gap = if fixed && first.kind == ItemKind::Icon { 0.0 } else { GAP };
    let w = (WIDE - gap * (columns - 1.0)) / columns;
    for (at, (_, x, own)) in row.items.iter_mut().enumerate() {
        (*x, *own) = (LEFT + at as f32 * (w + gap), w);
    }
    if let ([(_, x, own)], ItemKind::Bubble) = (row.items.as_mut_slice(), first.kind) {
        let wanted = (text_width(&first.label, EM) + 34.0).clamp(90.0, 0.84 * WIDE);
        (*x, *own) = (if first.mine { LEFT + WIDE - wanted } else { LEFT }, wanted);
    }
}

fn height(item: &FaceItem, w: f32) -> f32 {
    let value = if item.value.is_empty() { 0.0 } else { 0.3 * w };
    let lead = if item.icon.is_empty() { 18.0 } else { 56.0 };
    let words = |w: f32| {
        let detail = if item.detail.is_empty() { 0.0 } else { text_height(&item.detail, DETAIL, w) };
        text_height(&item.label, EM, w) + detail
    };
    match item.kind {
        ItemKind::Icon => 92.0,
        ItemKind::Key => 54.0,
        ItemKind::Button => (text_height(&item.label, EM, w - 46.0) + 18.0).max(52.0),
        ItemKind::Field => 70.0,
        ItemKind::Text if item.level.is_some() => text_height(&item.label, EM * item::sized(item).1, w) + 6.0,
        ItemKind::Text => words(w) + 6.0,
        ItemKind::Bubble => text_height(&item.label, EM, 0.84 * WIDE - 30.0) + 16.0,
        ItemKind::Image => PICTURE * f32::from(item.rows),
        ItemKind::Switch => (words(w - lead - 74.0) + 18.0).max(60.0),
        ItemKind::Slider => (words(w - lead - 0.5 * w) + 18.0).max(64.0),
        ItemKind::Row | ItemKind::Check | ItemKind::Tab => (words(w - lead.max(18.0) - 16.0 - value) + 18.0).max(60.0),
    }
}

/// How high words become at this width, in units.
pub(super) fn text_height(line: &Line, em: f32, w: f32) -> f32 {
    // Words are not broken inside, so that lines end early.
    let lines = (1.12 * text_width(line, em) / w.max(em)).ceil().max(1.0);
    lines * PITCH * em
}

fn text_width(line: &Line, em: f32) -> f32 {
    line.plain().chars().map(|c| if c < '\u{1100}' { 0.56 } else { 1.0 }).sum::<f32>() * em
}

/// The buttons at the edge of the phone, in a row where they can be pressed.
pub(super) fn edge(sheet: &mut Sheet, buttons: &[FaceItem], [x, y, w, h]: [f32; 4]) {
    let w = (w - 12.0) / buttons.len().max(1) as f32;
    for (n, button) in buttons.iter().enumerate() {
        sheet.put([x + 6.0 + n as f32 * w + 2.0, y + 3.0, w - 4.0, h - 6.0], item::control(button).into());
    }
}

/// The parts of an app, in a bar at its bottom.
pub(super) fn tabs(sheet: &mut Sheet, tabs: Vec<&FaceItem>, y: f32) {
    let w = (GLASS - 12.0) / tabs.len().max(1) as f32;
    for (n, tab) in tabs.into_iter().enumerate() {
        sheet.put([BEZEL + 6.0 + n as f32 * w, y + 1.0, w - 4.0, TABS - 4.0], item::control(tab).into());
    }
}
