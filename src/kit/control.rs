//! Everything that can be pressed: one face a role, sunk while a finger is on it.

use super::State;
use super::brush::{Brush, moved, shrunk};
use super::ground::{self, Ground};
use super::icons;
use super::text::{runs, same_text};
use crate::lay::{Placed, Rect, Run};
use crate::look::{Face, Hue, Pair, Pressable, measure};
use crate::page::{Control, Role, WarningLevel, Weight};
use egui::{Color32, Vec2, vec2};

/// Whether a finger is on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Touch {
    Up,
    Down,
}

pub(super) fn part<M>(brush: &mut Brush<'_>, control: &Control<M>, placed: &Placed, ground: Ground, state: &State<'_>) {
    let touch = if state.pressed == Some(control.id.as_str()) { Touch::Down } else { Touch::Up };
    let colours = brush.look.colours;
    let mut face = face(brush, control, ground);
    let rect = if control.role == Role::Field { placed.mark.unwrap_or(placed.rect) } else { placed.rect };
    let by = if is_off(control) {
        brush.dashed(rect, corner(control.role, rect), face.ground, face.edge);
        Vec2::ZERO
    } else {
        body(brush, control.role, ground, rect, &mut face, touch)
    };
    match (control.role, placed.mark) {
        (Role::Field, Some(field)) => caret(brush, placed, field, face.ink),
        (_, Some(mark)) => sign(brush, control, moved(mark, by), face),
        _ => {}
    }
    if let Some(rect) = placed.icon {
        icon(brush, control, moved(rect, by), face);
    }
    let quiet = if face == colours.press.card { colours.quiet } else { face.ink };
    let lit = state.said.filter(|(id, _)| same_text(id, &control.id)).map(|(_, phrase)| phrase);
    runs(brush, &placed.runs, by, lit, |run: &Run| if run.bold { face.ink } else { quiet });
}

/// A field shows what is typed; whether it can be pressed does not matter.
fn is_off<M>(control: &Control<M>) -> bool {
    control.msg.is_none() && control.role != Role::Field
}

fn corner(role: Role, rect: Rect) -> f32 {
    match role {
        Role::Card => measure::CORNER,
        Role::Tab => rect.h / 2.0,
        _ => measure::BUTTON_CORNER,
    }
}

fn face<M>(brush: &Brush<'_>, control: &Control<M>, ground: Ground) -> Face {
    let (colours, press) = (brush.look.colours, &brush.look.colours.press);
    if is_off(control) {
        return press.off;
    }
    match (control.role, control.weight) {
        (Role::Tab | Role::Choice, _) if control.on => press.chosen,
        (Role::Field, _) => colours.field,
        (Role::Button | Role::Turn, _) => weighed(press, control.weight, ground),
        (_, Weight::Plain) => press.card,
        (_, weight) => weighed(press, weight, ground),
    }
}

fn weighed(press: &Pressable, weight: Weight, ground: Ground) -> Face {
    match weight {
        // On its band only what is bright there is seen.
        _ if ground == Ground::Alarm => press.in_bar,
        Weight::Away if ground == Ground::Bar => press.away_in_bar,
        Weight::Plain if ground == Ground::Bar => press.in_bar,
        Weight::Plain => press.plain,
        Weight::Primary => press.primary,
        Weight::Away => press.away,
        Weight::Danger => press.danger,
    }
}

/// Paints the body and says how far what is on it has moved. Turns the face round where there is no edge to sink into.
fn body(brush: &Brush<'_>, role: Role, ground: Ground, rect: Rect, face: &mut Face, touch: Touch) -> Vec2 {
    let lip = match role {
        Role::Card | Role::Row => measure::LIP,
        Role::Key => measure::KEY_LIP,
        _ => 0.0,
    };
    let corner = corner(role, rect);
    if lip > 0.0 {
        let sunk = if touch == Touch::Down { lip } else { 0.0 };
        let top = Rect { y: rect.y + sunk, h: rect.h - lip, ..rect };
        let edge = brush.look.colours.lip;
        // Only as far up as the corners of the face let it be seen.
        let seen = (2.0 * corner + lip).min(rect.h - sunk);
        brush.fill(Rect { y: rect.y + rect.h - seen, h: seen, ..rect }, corner, edge);
        brush.outlined(top, corner, face.ground, measure::OUTLINE, face.edge);
        // What is on it stands in the middle of the face, which ends above its edge.
        return vec2(0.0, sunk - lip / 2.0);
    }
    if touch == Touch::Down {
        *face = Face { ground: face.ink, ink: face.ground, edge: face.edge };
    }
    let width = if ground == Ground::Bar || role == Role::Item { 0.7 * measure::OUTLINE } else { measure::OUTLINE };
    let width = if role == Role::Field { 1.6 * measure::OUTLINE } else { width };
    brush.outlined(rect, corner, face.ground, width, face.edge);
    Vec2::ZERO
}

/// In a card the icon stands on a tile of its hue; elsewhere it is drawn in the colour of the words.
fn icon<M>(brush: &mut Brush<'_>, control: &Control<M>, rect: Rect, face: Face) {
    let name = match (control.role, control.icon) {
        (Role::Turn, "back") => "previous",
        (_, name) => name,
    };
    if let Some(level) = WarningLevel::of_icon(name) {
        return ground::swatch(brush, level, rect, face.ink);
    }
    let tiled = matches!(control.role, Role::Card | Role::Row) && face == brush.look.colours.press.card;
    if !tiled {
        return brush.icon(name, rect, face.ink);
    }
    let hue = icons::icon(name).map_or(Hue::Grey, |icon| icon.hue);
    let Pair { ground, ink } = brush.look.colours.tile(hue);
    if rect.w < LEAST_TILE {
        return brush.icon(name, rect, ink);
    }
    brush.fill(rect, 0.19 * rect.w, ground);
    brush.icon(name, shrunk(rect, TILE_ROOM * rect.w), ink);
}

/// Between the edge of a tile and its icon, as a part of the tile.
const TILE_ROOM: f32 = 0.19;

/// On a smaller tile the icon would be too small to be known; it then stands on the card itself.
const LEAST_TILE: f32 = 14.0;

/// The sign of a control's state, where `lay` put it.
fn sign<M>(brush: &Brush<'_>, control: &Control<M>, mark: Rect, face: Face) {
    let colours = brush.look.colours;
    match control.role {
        Role::Switch => {
            let Pair { ground, ink } = if control.on { colours.switch_on } else { colours.switch_off };
            brush.outlined(mark, mark.h / 2.0, ground, measure::OUTLINE, face.ink);
            let at = if control.on { mark.x + mark.w - mark.h } else { mark.x };
            brush.disc(shrunk(Rect { x: at, w: mark.h, ..mark }, 1.2), ink);
        }
        Role::Choice => {
            brush.disc(mark, face.ink);
            brush.disc(shrunk(mark, 1.6 * measure::OUTLINE), face.ground);
            if control.on {
                brush.disc(shrunk(mark, 0.24 * mark.w), face.ink);
            }
        }
        _ => {}
    }
}

/// After what was typed last. It does not blink: a frame is drawn only when something changed.
fn caret(brush: &Brush<'_>, placed: &Placed, field: Rect, ink: Color32) {
    let last = placed.runs.iter().rev().find(|run| run.x >= field.x && run.y >= field.y);
    let (x, y, em) = last.map_or_else(
        || (field.x + CARET_ROOM, field.y + 0.25 * field.h, 0.5 * field.h),
        |run| (run.x + run.w + 0.3 * CARET_ROOM, run.y, run.em),
    );
    let rect = Rect { x, y: y - 0.08 * em, w: measure::CARET, h: 1.16 * em };
    brush.fill(rect, 0.0, ink);
}

/// Between the edge of an empty field and its caret.
const CARET_ROOM: f32 = 3.0;
