//! Where focus stands and where it goes: always on exactly one control, kept by name when the page changes.

use super::{Plan, Rect};
use crate::page::{Control, Id, Page, Part};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dir {
    /// In reading order, round and round.
    Next,
    Back,
    Left,
    Right,
    Up,
    Down,
}

/// Every control that can be pressed, with its index in the walk.
pub(super) fn live<M>(page: &Page<M>) -> Vec<(usize, &Control<M>)> {
    page.walk().into_iter().enumerate().filter_map(|(n, part)| Part::live(part).map(|control| (n, control))).collect()
}

/// Where focus stands on a new or changed page: where it was, else on the first control. `None` only when nothing can be pressed.
pub fn keep<M>(page: &Page<M>, was: &str) -> Option<Id> {
    let all = live(page);
    let found = all.iter().find(|(_, control)| control.id == was).or(all.first());
    found.map(|(_, control)| control.id.clone())
}

/// Where focus goes: reading order for `Next` and `Back`, the nearest control in that direction for arrows. Beyond the end of
/// a line lies the next one, above and below everything nothing: there it stays where it is.
pub fn go<M>(page: &Page<M>, plan: &Plan, from: &str, dir: Dir) -> Option<Id> {
    let all = live(page);
    let Some(at) = all.iter().position(|(_, control)| control.id == from) else { return keep(page, from) };
    let rect = |at: usize| all.get(at).and_then(|(n, _)| plan.get(*n)).map_or(Rect::default(), |placed| placed.rect);
    let here = rect(at);
    let to = match dir {
        Dir::Next => (at + 1) % all.len(),
        Dir::Back => (at + all.len() - 1) % all.len(),
        Dir::Left | Dir::Right | Dir::Up | Dir::Down => {
            let others = (0..all.len()).filter(|other| *other != at);
            let costs = others.filter_map(|other| cost(here, rect(other), dir).map(|cost| (other, cost)));
            // At the end of a line it goes on with the next one, so that nothing is ever out of reach.
            let on = match dir {
                Dir::Right => (at + 1).min(all.len() - 1),
                Dir::Left => at.saturating_sub(1),
                _ => at,
            };
            costs.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(on, |(other, _)| other)
        }
    };
    all.get(to).map(|(_, control)| control.id.clone())
}

/// How far a control lies in a direction; `None` when it does not lie there. What overlaps across the way is near, what stands
/// aside costs three times its distance.
fn cost(here: Rect, there: Rect, dir: Dir) -> Option<f32> {
    let apart = |a: f32, a_len: f32, b: f32, b_len: f32| (b - a - a_len).max(a - b - b_len).max(0.0);
    let lying = matches!(dir, Dir::Left | Dir::Right);
    let across = if lying { apart(here.y, here.h, there.y, there.h) } else { apart(here.x, here.w, there.x, there.w) };
    let along = match dir {
        Dir::Left => here.x - there.right(),
        Dir::Right => there.x - here.right(),
        Dir::Up => here.y - there.bottom(),
        _ => there.y - here.bottom(),
    };
    let (dx, dy) = (there.x + there.w / 2.0 - here.x - here.w / 2.0, there.y + there.h / 2.0 - here.y - here.h / 2.0);
    let aside = if lying { dy.abs() } else { dx.abs() };
    (along > -1.0).then_some(along.max(0.0) + 3.0 * across + 0.2 * aside)
}
