//! What of a screen is in view: items that are there at all, and of a long screen the rows it stands at. Counted in rows, not in millimetres:
//! what is seen must not depend on the glass.

use super::{Dir, Item, ItemKind, Phone, Screen, Scroll, World};

/// The items of the present screen that are there now, with their order kept.
pub(super) fn there<'w>(phone: &Phone, world: &'w World) -> Vec<&'w Item> {
    let Some(screen) = phone.screen(world) else { return vec![] };
    let scope = phone.scope(world);
    screen.items.iter().filter(|item| item.show.as_ref().is_none_or(|show| show.holds(&scope))).collect()
}

/// The screen whose items are the buttons at the edge of the phone, at hand on every screen.
pub(super) const BUTTONS: &str = "home-buttons";

pub(super) fn buttons<'w>(phone: &Phone, world: &'w World) -> Vec<&'w Item> {
    let scope = phone.scope(world);
    let items = world.screen(BUTTONS).into_iter().flat_map(|screen| &screen.items);
    items.filter(|item| item.show.as_ref().is_some_and(|show| show.holds(&scope))).collect()
}

/// An item that a finger can reach now.
pub(super) fn at_hand<'w>(phone: &Phone, world: &'w World, id: &str) -> Option<&'w Item> {
    in_view(phone, world).into_iter().chain(buttons(phone, world)).find(|item| item.id == id)
}

/// Those of them that can be seen.
pub(super) fn in_view<'w>(phone: &Phone, world: &'w World) -> Vec<&'w Item> {
    let (items, Some(screen)) = (there(phone, world), phone.screen(world)) else { return vec![] };
    if !screen.kind.scrolls() {
        return items;
    }
    let at = scroll_of(phone, screen, &items).at;
    let (mut row, mut out) = (0_u16, vec![]);
    for item in items {
        if stays(item) {
            out.push(item);
            continue;
        }
        let (from, to) = (row, row + u16::from(item.rows));
        row = to;
        // Something higher than the view is in view while it begins there.
        if from >= at && (to <= at + u16::from(screen.rows) || from == at) {
            out.push(item);
        }
    }
    out
}

pub(super) fn scroll(phone: &Phone, world: &World) -> Scroll {
    phone.screen(world).map_or_else(Scroll::default, |screen| scroll_of(phone, screen, &there(phone, world)))
}

fn scroll_of(phone: &Phone, screen: &Screen, items: &[&Item]) -> Scroll {
    let rows = screen.rows;
    if !screen.kind.scrolls() {
        return Scroll { at: 0, most: 0, rows };
    }
    let (starts, total) = starts(items);
    let most = starts.iter().copied().find(|start| total - start <= u16::from(rows));
    let most = most.or(starts.last().copied()).unwrap_or(0);
    let kept = phone.scrolls.get(&screen.id).copied().unwrap_or(0).min(most);
    let at = starts.iter().copied().rfind(|start| *start <= kept).unwrap_or(0);
    Scroll { at, most, rows }
}

/// Where each item begins, and where the last ends.
fn starts(items: &[&Item]) -> (Vec<u16>, u16) {
    let (mut row, mut starts) = (0_u16, vec![]);
    for item in items.iter().filter(|item| !stays(item)) {
        starts.push(row);
        row = row.saturating_add(u16::from(item.rows));
    }
    (starts, row)
}

/// The bar at the bottom of an app does not move.
fn stays(item: &Item) -> bool {
    item.kind == ItemKind::Tab
}

/// Moves the present screen as a finger does that goes this way; nearly a whole view, so that a row of it stays. `false`: it can not move.
pub(super) fn move_by_finger(phone: &mut Phone, world: &World, dir: Dir) -> bool {
    let Some(screen) = phone.screen(world) else { return false };
    let items = there(phone, world);
    let Scroll { at, most, rows } = scroll_of(phone, screen, &items);
    let (starts, _) = starts(&items);
    let page = u16::from(rows).saturating_sub(1).max(1);
    let to = match dir {
        Dir::Up => {
            let far = starts.iter().copied().rfind(|start| *start <= at + page);
            let next = starts.iter().copied().find(|start| *start > at);
            far.filter(|far| *far > at).or(next).map(|to| to.min(most))
        }
        Dir::Down => starts.iter().copied().find(|start| *start + page >= at).filter(|start| *start < at),
        Dir::Left | Dir::Right => None,
    };
    match to.filter(|to| *to != at) {
        Some(to) => {
            phone.scrolls.insert(screen.id.clone(), to);
            true
        }
        None => false,
    }
}

/// Puts a conversation at its newest words.
pub(super) fn to_the_end(phone: &mut Phone, world: &World) {
    let most = scroll(phone, world).most;
    let id = phone.screen_id().to_owned();
    phone.scrolls.insert(id, most);
}
