//! One thing on the glass as a part that can be pressed, read or seen.

use super::{Did, sheet::Sheet};
use crate::{
    lay::gesture::DRAWING,
    page::{Control, Kind, Level, Part, Picture, Role, Side, Svg, Tone, Touch, Touches, Weight},
    phone::{Act, Dir, FaceItem, Gesture, ItemKind},
    screens::icons::drawn,
    words::Line,
};
use std::sync::Arc;

/// The names of the parts of the phone on its page.
pub mod ids {
    pub const STATUS: &str = "phone/status";
    pub const BACK: &str = "phone/back";
    pub const HOME: &str = "phone/home";
    pub const RECENT: &str = "phone/recent";
    pub const UP: &str = "phone/up";
    pub const DOWN: &str = "phone/down";

    /// In front of the names that items have on the phone, so that they are never taken for others on the page.
    const ITEM: &str = "on/";

    pub fn of(item: &str) -> String {
        format!("{ITEM}{item}")
    }

    /// The item, as the phone calls it.
    pub fn item(id: &str) -> Option<String> {
        id.strip_prefix(ITEM).map(ToOwned::to_owned)
    }
}

pub(super) fn is_tab(item: &FaceItem) -> bool {
    item.kind == ItemKind::Tab
}

/// The field that has the keyboard.
pub(super) fn is_written(item: &FaceItem) -> bool {
    item.kind == ItemKind::Field && item.on
}

/// Words to be read, with nothing to press in them.
pub(super) fn is_read(item: &FaceItem) -> bool {
    matches!(item.kind, ItemKind::Text | ItemKind::Bubble)
}

/// Puts an item into its place.
pub(super) fn draw(sheet: &mut Sheet, item: &FaceItem, rect: [f32; 4]) {
    let usable = item.enabled && !item.gestures.is_empty();
    match item.kind {
        ItemKind::Text | ItemKind::Bubble | ItemKind::Image if !usable => read(sheet, item, rect),
        ItemKind::Slider => slider(sheet, item, rect),
        ItemKind::Image => pictured(sheet, item, rect),
        _ => sheet.put(rect, control(item).into()),
    }
}

/// What is only read.
fn read(sheet: &mut Sheet, item: &FaceItem, rect: [f32; 4]) {
    // A space that somebody typed is nothing to read.
    let blank = |line: &Line| line.plain().trim().is_empty();
    let words = if blank(&item.label) { &item.detail } else { &item.label };
    if blank(words) {
        return;
    }
    let text = |level, line: &Line| Part::text(level, line.clone());
    match item.kind {
        ItemKind::Bubble => {
            let tone = if item.mine { Tone::Hint } else { Tone::Calm };
            sheet.put(rect, Part::group(Kind::Callout(tone), [text(Level::Body, words)]));
        }
        ItemKind::Image => match &item.picture {
            Some(svg) => sheet.put(rect, drawing(item, svg)),
            None => sheet.put(rect, Part::group(Kind::Callout(Tone::Calm), [text(Level::Age, words)])),
        },
        _ if item.level.is_some() => sheet.put(rect, text(sized(item).0, words)),
        _ if blank(&item.detail) || blank(&item.label) => sheet.put(rect, text(Level::Body, words)),
        _ => {
            let [x, y, w, h] = rect;
            let head = super::rows::text_height(&item.label, super::rows::EM, w).min(0.7 * h);
            sheet.put([x, y, w, head], text(Level::Body, &item.label));
            sheet.put([x, y + head, w, h - head], text(Level::Note, &item.detail));
        }
    }
}

/// How large words are set whose size is shown by them, and how large that is beside usual words.
pub(super) fn sized(item: &FaceItem) -> (Level, f32) {
    match item.level {
        Some((now, most)) if 3 * now > 2 * most => (Level::Heading, 1.5),
        Some((now, most)) if 3 * now <= most => (Level::Note, 0.75),
        _ => (Level::Body, 1.0),
    }
}

/// A drawing that something can be done with: its name below takes the fingers, and it grows with what it is bound to.
fn pictured(sheet: &mut Sheet, item: &FaceItem, [x, y, w, h]: [f32; 4]) {
    const NAME: f32 = 46.0;
    let room = h - NAME;
    match &item.picture {
        Some(svg) if room > NAME => {
            let (now, most) = item.level.unwrap_or((1, 1));
            let part = 0.5 + 0.5 * f32::from(now.min(most)) / f32::from(most.max(1));
            let (drawn_w, drawn_h) = (part * w, part * room);
            sheet.put([x + (w - drawn_w) / 2.0, y + (room - drawn_h) / 2.0, drawn_w, drawn_h], drawing(item, svg));
            let keys: Vec<_> = [("－", "in", Gesture::PinchIn), ("＋", "out", Gesture::PinchOut)]
                .into_iter()
                .filter(|(.., gesture)| item.enabled && item.gestures.contains(gesture))
                .collect();
            let left = w - (KEY + 6.0) * keys.len() as f32;
            sheet.put([x, y + room, left, NAME], control(item).into());
            let mut at = x + left + 6.0;
            for (sign, name, gesture) in keys {
                sheet.put([at, y + room, KEY, NAME], key(item, (sign, name), gesture).into());
                at += KEY + 6.0;
            }
        }
        _ => sheet.put([x, y, w, h], control(item).into()),
    }
}

/// What it shows is said in the words of its author.
fn drawing(item: &FaceItem, svg: &Arc<str>) -> Part<Did> {
    let alt = if item.label.is_empty() { &item.detail } else { &item.label };
    let id = format!("{}{DRAWING}", ids::of(&item.id)).into();
    Part::Picture(Picture { id, svg: Svg(Arc::clone(svg)), alt: alt.clone() })
}

pub(super) fn control(item: &FaceItem) -> Control<Did> {
    let role = match item.kind {
        ItemKind::Icon => Role::Card,
        ItemKind::Button => Role::Button,
        ItemKind::Switch => Role::Switch,
        ItemKind::Check => Role::Choice,
        ItemKind::Field => Role::Field,
        ItemKind::Key => Role::Key,
        ItemKind::Tab => Role::Tab,
        ItemKind::Row | ItemKind::Text | ItemKind::Image | ItemKind::Bubble | ItemKind::Slider => Role::Row,
    };
    let weight = match (item.kind, item.icon.as_str()) {
        (ItemKind::Button, "hang-up") => Weight::Danger,
        (ItemKind::Button, _) if item.on || item.icon == "call" => Weight::Primary,
        _ => Weight::Plain,
    };
    let act = Did::Act(Act::tap(item.id.clone()));
    let control = Control::new(role, ids::of(&item.id), named(item), item.enabled.then_some(act));
    let control = control.detail(item.detail.clone()).icon(drawn(&item.icon)).weight(weight).on(item.on);
    control.value(item.value.clone()).touches(touches(&item.gestures))
}

/// A control always has words: those of its value or its icon where its author gave none.
fn named(item: &FaceItem) -> Line {
    let id = Line::verbatim(&item.id);
    [&item.label, &item.value, &item.detail, &id].into_iter().find(|line| !line.is_empty()).cloned().unwrap_or_default()
}

fn touches(gestures: &[Gesture]) -> Touches {
    gestures.iter().filter_map(touch).collect()
}

/// What a finger has to do for it, if it is more than a press.
pub fn touch(gesture: &Gesture) -> Option<Touch> {
    Some(match gesture {
        Gesture::Long => Touch::Long,
        Gesture::Double => Touch::Double,
        Gesture::PinchIn => Touch::PinchIn,
        Gesture::PinchOut => Touch::PinchOut,
        Gesture::Drag { .. } => Touch::Drag,
        Gesture::Swipe(to) => Touch::Swipe(side(*to)),
        Gesture::Scroll(to) => Touch::Scroll(side(*to)),
        Gesture::Tap | Gesture::Type(_) | Gesture::Back | Gesture::Home | Gesture::Shade | Gesture::Recents => {
            return None;
        }
    })
}

pub(super) const fn side(dir: Dir) -> Side {
    match dir {
        Dir::Left => Side::Left,
        Dir::Right => Side::Right,
        Dir::Up => Side::Up,
        Dir::Down => Side::Down,
    }
}

/// Keys for less and more.
const KEY: f32 = 56.0;

fn key(item: &FaceItem, (sign, name): (&str, &str), gesture: Gesture) -> Control<Did> {
    let act = Did::Act(Act::Do { gesture, item: Some(item.id.clone()) });
    Control::new(Role::Key, format!("phone/{name}/{}", item.id), Line::verbatim(sign), act)
}

/// Its name with how far it is, and a key for less and one for more.
fn slider(sheet: &mut Sheet, item: &FaceItem, [x, y, w, h]: [f32; 4]) {
    let (now, most) = item.level.unwrap_or((0, 0));
    let dots: String = (1..=most.min(10)).map(|n| if n * most.max(10) / 10 <= now { '●' } else { '○' }).collect();
    let shown = FaceItem { value: Line::verbatim(&dots), ..item.clone() };
    let keys: Vec<(&str, &str, Dir)> = [("－", "less", Dir::Left), ("＋", "more", Dir::Right)]
        .into_iter()
        .filter(|(.., dir)| item.enabled && item.gestures.contains(&Gesture::Swipe(*dir)))
        .collect();
    let left = w - (KEY + 6.0) * keys.len() as f32;
    sheet.put([x, y, left, h], control(&shown).into());
    let mut at = x + left + 6.0;
    for (sign, name, dir) in keys {
        sheet.put([at, y, KEY, h], key(item, (sign, name), Gesture::Swipe(dir)).into());
        at += KEY + 6.0;
    }
}
