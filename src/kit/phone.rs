//! The practice phone: a dark body with round corners, a light glass, rows on it. It belongs to no maker. Where `lay` put things is theirs to
//! say; here is only how they are painted, and how the part that is meant is shown.

use super::State;
use super::brush::{Brush, shrunk};
use super::icons;
use super::text::{runs, same_text};
use crate::lay::{PHONE_UNITS, Placed, Rect, Run};
use crate::look::{Face, Hue, Pair, measure};
use crate::page::{Control, Kind, Role, Tone, Weight};
use egui::{Color32, Stroke, Vec2};

/// Corners and edges in the phone's own units.
const BODY: f32 = 38.0;
const GLASS: f32 = 27.0;
const BEZEL: f32 = 12.0;
const ROW: f32 = 13.0;
const KEY: f32 = 8.0;
const BUBBLE: f32 = 16.0;

/// The body and its empty glass. Tells how large a unit is, in millimetres.
pub(super) fn body(brush: &mut Brush<'_>, rect: Rect) {
    let handset = brush.look.colours.handset;
    brush.unit = rect.w / PHONE_UNITS;
    let u = brush.unit;
    brush.outlined(rect, BODY * u, handset.body, measure::OUTLINE, handset.edge);
    brush.fill(shrunk(rect, BEZEL * u), GLASS * u, handset.glass.ground);
}

/// What stands under the parts of a group on the glass.
pub(super) fn group(brush: &mut Brush<'_>, kind: Kind, rect: Rect) {
    let (handset, u) = (brush.look.colours.handset, brush.unit);
    match kind {
        // The band ends in the round corners of the glass above and is straight below.
        Kind::Banner(_) => {
            brush.fill(rect, GLASS * u, handset.band.ground);
            brush.fill(Rect { y: rect.y + rect.h / 2.0, h: rect.h / 2.0, ..rect }, 0.0, handset.band.ground);
        }
        Kind::Callout(tone) => {
            let pair = bubble(brush, tone);
            brush.outlined(rect, BUBBLE * u, pair.ground, edge_width(brush, pair), handset.edge);
        }
        Kind::List => brush.outlined(rect, ROW * u, handset.row.ground, edge_width(brush, handset.row), handset.edge),
        // Above the buttons with which one goes back and home.
        Kind::Row => {
            brush.line_at(rect.x, rect.y, rect.w, measure::HAIRLINE, handset.edge);
        }
        Kind::Point => point(brush, rect),
        _ => {}
    }
}

pub(super) fn bubble(brush: &Brush<'_>, tone: Tone) -> Pair {
    let handset = brush.look.colours.handset;
    if tone == Tone::Hint { handset.own } else { handset.row }
}

/// Where everything has one ground, edges tell things apart.
fn edge_width(brush: &Brush<'_>, pair: Pair) -> f32 {
    if pair.ground == brush.look.colours.handset.glass.ground { 0.8 * measure::OUTLINE } else { 0.0 }
}

/// Round what is meant: a dark line and a broad bright one, as seen on any ground.
fn point(brush: &Brush<'_>, rect: Rect) {
    let [dark, bright, _] = brush.look.colours.ring;
    let u = brush.unit;
    brush.frame(rect, ROW * u, &[(POINT[0], dark), (POINT[1], bright), (POINT[2], dark)]);
}

/// The strokes round what is meant, in millimetres from the inside out.
const POINT: [f32; 3] = [0.8, 1.3, 0.3];

pub(super) fn part<M>(brush: &mut Brush<'_>, control: &Control<M>, placed: &Placed, state: &State<'_>) {
    let colours = brush.look.colours;
    let pressed = state.pressed == Some(control.id.as_str());
    let mut face = face(brush, control);
    if pressed {
        face = Face { ground: face.ink, ink: face.ground, edge: face.edge };
    }
    ground(brush, control, placed, face);
    match (control.role, placed.mark) {
        (Role::Switch, Some(mark)) => switch(brush, control, mark, face),
        (Role::Choice, Some(mark)) => tick(brush, control, mark, face),
        (Role::Field, Some(mark)) if control.on => caret(brush, placed, mark, face.ink),
        _ => {}
    }
    if let Some(rect) = placed.icon {
        icon(brush, control, rect, face);
    }
    let lit = state.said.filter(|(id, _)| same_text(id, &control.id)).map(|(_, phrase)| phrase);
    let on_tile = control.role == Role::Card && !pressed;
    let ink = if on_tile { colours.handset.glass.ink } else { face.ink };
    runs(brush, &placed.runs, Vec2::ZERO, lit, |_: &Run| ink);
}

fn face<M>(brush: &Brush<'_>, control: &Control<M>) -> Face {
    let colours = brush.look.colours;
    let handset = colours.handset;
    let of = |pair: Pair, edge: Color32| Face { ground: pair.ground, ink: pair.ink, edge };
    match (control.role, control.weight) {
        (Role::Button, _) if control.msg.is_none() => of(handset.glass, handset.edge),
        (Role::Button, Weight::Primary) => of(colours.switch_on, handset.edge),
        (Role::Button, Weight::Danger) => colours.press.danger,
        (Role::Item | Role::Card, _) => of(handset.glass, handset.edge),
        (Role::Tab, _) if control.on => of(handset.own, handset.edge),
        _ => of(handset.row, handset.edge),
    }
}

fn ground<M>(brush: &Brush<'_>, control: &Control<M>, placed: &Placed, face: Face) {
    let (u, handset) = (brush.unit, brush.look.colours.handset);
    let pair = Pair { ground: face.ground, ink: face.ink };
    let edge = edge_width(brush, pair);
    let (rect, corner, edge) = match control.role {
        Role::Button => (placed.rect, placed.rect.h / 2.0, measure::OUTLINE),
        Role::Key => (placed.rect, KEY * u, edge),
        Role::Field => (placed.mark.unwrap_or(placed.rect), 10.0 * u, 1.2 * measure::OUTLINE),
        Role::Item | Role::Card if face.ground == handset.glass.ground => return,
        _ => (placed.rect, ROW * u, edge),
    };
    if control.role == Role::Key && edge == 0.0 {
        brush.fill(Rect { y: rect.y + 1.5 * u, ..rect }, corner, handset.edge);
    }
    brush.outlined(rect, corner, face.ground, edge, face.edge);
}

fn switch<M>(brush: &Brush<'_>, control: &Control<M>, mark: Rect, face: Face) {
    let colours = brush.look.colours;
    let Pair { ground, ink } = if control.on { colours.switch_on } else { colours.switch_off };
    brush.outlined(mark, mark.h / 2.0, ground, 0.7 * measure::OUTLINE, face.ink);
    let at = if control.on { mark.x + mark.w - mark.h } else { mark.x };
    brush.disc(shrunk(Rect { x: at, w: mark.h, ..mark }, 3.5 * brush.unit), ink);
}

fn tick<M>(brush: &mut Brush<'_>, control: &Control<M>, mark: Rect, face: Face) {
    let on = brush.look.colours.switch_on;
    let fill = if control.on { on.ground } else { face.ground };
    brush.outlined(mark, 6.0 * brush.unit, fill, 1.4 * measure::OUTLINE, face.ink);
    if control.on {
        brush.icon("check", shrunk(mark, 4.0 * brush.unit), on.ink);
    }
}

/// Behind what was typed last. It does not blink.
fn caret(brush: &Brush<'_>, placed: &Placed, mark: Rect, ink: Color32) {
    let u = brush.unit;
    let last = placed.runs.iter().rev().find(|run| run.y >= mark.y);
    let (x, y, h) = last.map_or_else(
        || (mark.x + 10.0 * u, mark.y + 0.2 * mark.h, 0.6 * mark.h),
        |run| (run.x + run.w + 2.0 * u, run.y - 0.08 * run.em, 1.16 * run.em),
    );
    brush.fill(Rect { x, y, w: (2.5 * u).max(0.3), h }, 0.0, ink);
}

/// On the tile of an app the picture is light on dark, as phones have it; elsewhere it has the colour of the words.
fn icon<M>(brush: &mut Brush<'_>, control: &Control<M>, rect: Rect, face: Face) {
    if control.role != Role::Card {
        return brush.icon(control.icon, rect, face.ink);
    }
    let hue = icons::icon(control.icon).map_or(Hue::Grey, |icon| icon.hue);
    let Pair { ground, ink } = brush.look.colours.tile(hue);
    brush.outlined(rect, 0.24 * rect.w, ink, 0.7 * measure::OUTLINE, brush.look.colours.handset.edge);
    brush.icon(control.icon, shrunk(rect, 0.2 * rect.w), ground);
}

/// How much of the time of a long press has passed: a ring that closes round the finger's place.
pub(super) fn filling(brush: &Brush<'_>, rect: Rect, part: f32) {
    const POINTS: u8 = 48;
    let [dark, bright, _] = brush.look.colours.ring;
    let centre = brush.at(rect.x + rect.w / 2.0, rect.y + rect.h / 2.0);
    let radius = brush.mm(FILLING);
    let arc = |part: f32| {
        let angle = |n: u8| (part * f32::from(n) / f32::from(POINTS) - 0.25) * std::f32::consts::TAU;
        (0..=POINTS).map(|n| centre + radius * Vec2::angled(angle(n))).collect::<Vec<_>>()
    };
    brush.painter.line(arc(1.0), Stroke::new(brush.mm(1.9), dark));
    brush.painter.line(arc(part), Stroke::new(brush.mm(1.3), bright));
}

/// Half the width of the ring: it is seen round a thumb.
const FILLING: f32 = 13.0;
