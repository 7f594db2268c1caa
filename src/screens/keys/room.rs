//! Which keys stand where: as many as the panel has room for at 20 mm each.

use super::{KEY, Key, Keys, Layer, STEP, table};
use crate::{
    lay::{SMALL_EM, body_height, body_width, default_size},
    page::{Kind, Part},
    screens::{Board, View},
};

/// How the keyboard is laid out for this person on this panel. Under 13 inch fifty keys have no room: a telephone's have.
pub fn board(view: &View<'_>) -> Board {
    let small = default_size(view.standing.panel).em <= SMALL_EM;
    view.settings.board.unwrap_or(if small { Board::Phone } else { Board::Fifty })
}

/// Where what is written stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screens) enum Side {
    Beside,
    /// Beside, with room for little more than itself.
    Tight,
    Above,
}

/// How keys are dealt out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dealt {
    /// A column for each row of the table.
    Columns,
    /// One after the other, so many beside each other.
    Lines(usize),
}

struct Room {
    dealt: Dealt,
    side: Side,
}

/// Where what is written stands.
pub(in crate::screens) fn side(keys: Keys, view: &View<'_>) -> Side {
    room(keys, view).side
}

/// So many keys side by side, or one below the other.
fn long(keys: usize) -> f32 {
    keys as f32 * STEP - (STEP - KEY)
}

/// Keys in so many columns and lines fit beside what is written, also where the leaves of the page are turned.
fn fits(view: &View<'_>, columns: usize, lines: usize) -> bool {
    let (panel, size) = (view.standing.panel, view.size());
    let left = body_width(panel, size) - 9.0 - long(columns);
    // A top line or a bar of two lines takes a little of the height.
    left >= 9.0 * size.em && body_height(panel, size) - 10.0 >= long(lines)
}

/// Beside the keys there is height for what is written and two or three lines of it: what is more would be turned, and the keys would stand without what
/// they write.
fn is_low(view: &View<'_>) -> bool {
    body_height(view.standing.panel, view.size()) < 7.5 * view.size().em
}

/// All fifty fit beside it, on a page that is not turned.
fn whole(view: &View<'_>) -> bool {
    let (panel, em) = (view.standing.panel, view.size().em);
    panel.h >= 185.0 && panel.w - 14.0 - long(10) >= 9.0 * em + 12.0
}

fn room(keys: Keys, view: &View<'_>) -> Room {
    let beside = |dealt| Room { dealt, side: Side::Beside };
    let telephone = board(view) == Board::Phone && keys.layer == Layer::Kana;
    if !telephone {
        return if whole(view) {
            beside(Dealt::Columns)
        } else {
            Room { dealt: Dealt::Lines(columns(view)), side: Side::Above }
        };
    }
    let above = body_height(view.standing.panel, view.size()) - 2.0 * STEP;
    match () {
        () if fits(view, 4, 4) && is_low(view) => Room { dealt: Dealt::Lines(4), side: Side::Tight },
        () if fits(view, 4, 4) => beside(Dealt::Lines(4)),
        () if fits(view, 5, 3) => Room { dealt: Dealt::Lines(5), side: Side::Tight },
        () if above >= long(4) => Room { dealt: Dealt::Lines(4), side: Side::Above },
        () => Room { dealt: Dealt::Lines(columns(view)), side: Side::Above },
    }
}

/// How many keys of 20 mm stand side by side.
fn columns(view: &View<'_>) -> usize {
    let free = body_width(view.standing.panel, view.size());
    (5..=8).rev().find(|n| long(*n) <= free).unwrap_or(5)
}

/// Every key of the keyboard with its column and line.
pub(super) fn placed(keys: Keys, view: &View<'_>) -> Vec<(usize, usize, Key)> {
    let room = room(keys, view);
    match room.dealt {
        Dealt::Columns => {
            let column = |(x, row): (usize, Vec<Key>)| row.into_iter().enumerate().map(move |(y, key)| (x, y, key));
            table(keys.layer).into_iter().enumerate().flat_map(column).collect()
        }
        Dealt::Lines(columns) => {
            let all = if board(view) == Board::Phone && keys.layer == Layer::Kana {
                telephone(columns)
            } else {
                few(keys, columns)
            };
            all.into_iter().enumerate().map(|(n, key)| (n % columns, n / columns, key)).collect()
        }
    }
}

/// As on a telephone, with what is not written in a column of its own; broader where there is no height.
fn telephone(columns: usize) -> Vec<Key> {
    let tools = [Key::Erase, Key::Clear, Key::Next, Key::Space];
    let [erase, clear, next, space] = tools;
    let latin = Key::Layer(Layer::Latin);
    let tap = Key::Tap;
    match columns {
        4 => vec![
            tap(0),
            tap(1),
            tap(2),
            erase,
            tap(3),
            tap(4),
            tap(5),
            clear,
            tap(6),
            tap(7),
            tap(8),
            next,
            Key::Forms,
            tap(9),
            latin,
            space,
        ],
        5 => (0..10).map(tap).chain([Key::Forms, next, space, latin, erase]).collect(),
        // Two lines: the key for the next sign also makes room between words.
        7 => (0..10).map(tap).chain([Key::Forms, next, latin, erase]).collect(),
        _ => (0..10).map(tap).chain([Key::Forms, next, space, latin, erase, clear]).collect(),
    }
}

/// The keys of a panel that cannot carry all: first the rows, then the signs of one.
fn few(keys: Keys, columns: usize) -> Vec<Key> {
    let rows = table(keys.layer);
    let writes = |key: &Key| match key {
        Key::Sign(_) | Key::Space => true,
        Key::Small => keys.layer == Layer::Latin,
        _ => false,
    };
    let shown: Vec<Key> = match keys.row.and_then(|row| rows.get(row)) {
        Some(row) => row.iter().copied().filter(writes).chain([Key::Rows]).collect(),
        None => (0..rows.len()).map(Key::Row).collect(),
    };
    let tools = match keys.layer {
        Layer::Kana => vec![Key::Marks, Key::Small, Key::Layer(Layer::Latin)],
        Layer::Latin => vec![Key::Layer(Layer::Kana)],
    };
    let all: Vec<Key> = shown.into_iter().chain(tools).chain([Key::Erase, Key::Clear]).collect();
    // Seven side by side: two lines without the last one, which others stand for.
    let most = if columns == 7 { 14 } else { all.len() };
    all.into_iter().take(most).collect()
}

/// The keyboard with what is written and what can be done with it: beside it where there is room, else above and below.
pub(in crate::screens) fn beside<M>(
    keys: Keys,
    view: &View<'_>,
    wrap: &dyn Fn(Key) -> M,
    field: Part<M>,
    rest: impl FnOnce(Side) -> Vec<Part<M>>,
) -> Vec<Part<M>> {
    let canvas = keys.canvas(view, wrap);
    let side = side(keys, view);
    match side {
        Side::Beside | Side::Tight => {
            let left = [field].into_iter().chain(super::erasers(keys, view, wrap)).chain(rest(side));
            vec![Part::group(Kind::Split, [Part::group(Kind::Stack, left), canvas])]
        }
        Side::Above => [field, canvas].into_iter().chain(rest(side)).collect(),
    }
}
