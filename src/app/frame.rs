//! What every page has: where one can go back to and what time it is above, the five buttons below.

use super::{Model, Msg, beside::with_japanese};
use crate::{
    clock::Now,
    config::Reach,
    lay,
    page::{Control, Group, Kind, Level, Page, Part, Text, Weight},
    reading::Sound,
    screens::{Beside, Overlay, Place, Standing},
    words::{Line, Words},
};

pub(super) fn page(model: &Model) -> Page<Msg> {
    let page = whole(model);
    if model.settings.beside == Beside::Hidden || model.standing.words.tongue().is_japanese() {
        return page;
    }
    let words = model.standing.words.japanese().clone();
    let standing = Standing { words, ..model.standing.clone() };
    with_japanese(page, &whole(&Model { standing, ..model.clone() }))
}

fn whole(model: &Model) -> Page<Msg> {
    let view = model.view();
    let page = match &model.overlay {
        Some(overlay) => overlay.page(&view),
        None => model.screen.page(&view),
    };
    let mut parts = page.map(Msg::Screen).parts;
    if let Some(Part::Group(Group { kind: Kind::Top, parts })) = parts.first_mut() {
        parts.extend(top(model));
    }
    if let Some(banner) = model.banner() {
        parts.insert(parts.len().min(1), banner);
    }
    // What stands on one spot for days burns into the glass.
    if !model.overlay.as_ref().is_some_and(Overlay::is_rest) {
        parts.push(bar(model));
    }
    Page { parts }
}

/// Beside the title: back, home, day and time. Not on what lies over a page: that is closed first.
fn top(model: &Model) -> Vec<Part<Msg>> {
    let w = &model.standing.words;
    let back = || Control::button("top/back", w.top_back(), Msg::Back).icon("back");
    let home = || Control::button("top/home", w.top_home(), Msg::Home).icon("home");
    let mut out: Vec<Part<Msg>> = match (&model.overlay, model.walk.len()) {
        (Some(_), _) | (None, 0) => vec![],
        (None, 1) if model.screen.back().is_none() => vec![home().into()],
        (None, _) => vec![back().into(), home().into()],
    };
    let now = model.standing.now;
    let parts = match &model.notice {
        Some(notice) => vec![note("top/notice", notice.line.clone())],
        None if model.rests() => today(now, w),
        None => clock(now, w),
    };
    if !parts.is_empty() {
        out.push(Part::group(Kind::Stack, parts));
    }
    out
}

/// Day and time; where the clock has not been confirmed it says so.
fn clock(now: Now, w: &Words) -> Vec<Part<Msg>> {
    let doubt = (!now.trusted).then(|| note("top/doubt", w.time_unsure()));
    [note("top/clock", w.moment(now.jst().datetime()))].into_iter().chain(doubt).collect()
}

/// The day alone, for as long as nobody is there. One that nobody has confirmed is left out: it would stand there unattended for hours.
fn today(now: Now, w: &Words) -> Vec<Part<Msg>> {
    now.trusted.then(|| note("top/clock", w.weekday(now.jst().date()))).into_iter().collect()
}

fn note(id: &'static str, line: Line) -> Part<Msg> {
    Part::Text(Text { id: id.into(), level: Level::Note, line })
}

fn bar(model: &Model) -> Part<Msg> {
    let w = &model.standing.words;
    let last = model.settings.size + 1 >= model.standing.sizes.len();
    let larger = if last { w.bar_smaller() } else { w.bar_larger() };
    let button = |id, name, icon, msg| Control::button(id, name, msg).icon(icon);
    let speaker = if model.standing.sound == Sound::Works { "speaker" } else { "sound-off" };
    let read = if model.reading.is_on() {
        button("bar/read", w.bar_stop(), "stop", Msg::Stop)
    } else {
        button("bar/read", w.bar_read(), speaker, Msg::Read)
    };
    let buttons = [
        read,
        button("bar/larger", larger, "letters", Msg::Larger),
        button("bar/language", w.bar_language(), "globe", Msg::Go(Place::Language)),
        button("bar/call", w.bar_call(), "person", Msg::Go(Place::Call)),
        button("bar/end", w.bar_end(), "back", Msg::End).weight(Weight::Away),
    ];
    Part::group(Kind::Bar, buttons.map(Part::from))
}

/// What pages stand on and the sizes it can carry, for somebody who reaches this high.
pub(super) fn fitted(standing: Standing, reach: Reach) -> Standing {
    let glass = standing.glass;
    let panel = lay::low(glass).filter(|_| reach == Reach::Low).unwrap_or(glass);
    Standing { panel, sizes: lay::sizes_on(glass, panel), ..standing }
}

/// Stands on every leaf, so that following it would turn back to the first.
pub(super) fn owns(id: &str) -> bool {
    id.starts_with("bar/") || id.starts_with("top/")
}
