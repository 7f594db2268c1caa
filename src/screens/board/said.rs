//! What a notice says, in the reader's tongue: the words of its template with what was picked for it.

use crate::{
    board::{Filled, Shown, Site, When},
    job::Wall,
    page::{Level, Part},
    screens::{View, icons},
    words::{Line, Tongue},
};

/// What it is, with what was picked of it.
pub fn title(filled: &Filled, wall: &Wall, view: &View<'_>) -> Line {
    let w = view.words();
    let Some(template) = wall.templates.find(&filled.template) else { return w.home_board() };
    let title = template.title.line(w.tongue());
    match filled.item.as_ref().and_then(|item| template.item(item)) {
        Some(item) => w.board_titled(item.name.line(w.tongue()), title),
        None => title,
    }
}

/// The same with what must be seen of it first: that it is new, or past.
pub(in crate::screens) fn marked(shown: &Shown<'_>, wall: &Wall, view: &View<'_>) -> Line {
    let (w, title) = (view.words(), title(shown.filled, wall, view));
    match (shown.new, shown.past) {
        (_, true) => w.board_past(title),
        (true, _) => w.board_new(title),
        _ => title,
    }
}

pub(super) fn icon(filled: &Filled, wall: &Wall) -> &'static str {
    wall.templates.find(&filled.template).map_or("paper", |template| icons::drawn(&template.icon))
}

/// When and where, in one line.
pub fn short(filled: &Filled, wall: &Wall, view: &View<'_>) -> Line {
    let parts = [filled.when.map(|when| self::when(when, view)), site(filled, wall, view), words(filled, view)];
    let apart = |a: Line, b: Line| a.join(&Line::verbatim("　")).join(&b);
    parts.into_iter().flatten().reduce(apart).unwrap_or_default()
}

/// All of it, without its title.
pub fn body<M>(filled: &Filled, wall: &Wall, view: &View<'_>) -> Vec<Part<M>> {
    let w = view.words();
    let when = filled.when.map(|when| Part::text(Level::Lead, w.board_when(self::when(when, view))));
    let site = site(filled, wall, view).map(|site| Part::text(Level::Lead, w.board_where(site)));
    let words = words(filled, view).map(|words| Part::text(Level::Lead, words));
    let template = wall.templates.find(&filled.template);
    let text = template.map(|template| template.text.line(w.tongue())).filter(|text| !text.is_empty());
    let text = text.map(|text| Part::text(Level::Body, text));
    let alone = (filled.words.is_some() && !view.settings.tongue.is_japanese())
        .then(|| Part::text(Level::Note, w.board_only_japanese()));
    [when, site, words, alone, text].into_iter().flatten().collect()
}

fn site(filled: &Filled, wall: &Wall, view: &View<'_>) -> Option<Line> {
    site_name(filled.site.as_ref()?, wall, view)
}

pub fn site_name(site: &Site, wall: &Wall, view: &View<'_>) -> Option<Line> {
    wall.templates.site(site, view.words().tongue())
}

fn words(filled: &Filled, view: &View<'_>) -> Option<Line> {
    let line = Line::parse(filled.words.as_deref()?);
    Some(if view.words().tongue().is_japanese() { line } else { line.in_tongue(&Tongue::JA) })
}

/// Today and tomorrow by name, and always with the date: paper and memory keep it.
pub fn when(when: When, view: &View<'_>) -> Line {
    let (w, now) = (view.words(), view.standing.now);
    let date = w.weekday(when.day);
    let today = now.jst().date();
    let day = if now.trusted && when.day == today {
        w.board_today(date)
    } else if now.trusted && today.tomorrow().is_ok_and(|tomorrow| tomorrow == when.day) {
        w.board_tomorrow(date)
    } else {
        date
    };
    match (when.from, when.to) {
        (Some(from), Some(to)) => w.board_from_to(day, w.time(from), w.time(to)),
        (Some(from), None) => w.board_from(day, w.time(from)),
        (None, Some(to)) => w.board_to(day, w.time(to)),
        (None, None) => day,
    }
}
