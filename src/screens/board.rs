//! お知らせ: what hangs on the board, one notice a page, what has changed since this morning, and whether a paper still tells what stands.

mod lines;
mod paper;
pub mod said;
pub(super) mod samples;
mod ticket;

pub(super) use lines::{about, area, hope, parts as lifelines, seen, supply, utility};
pub(super) use paper::sheet;

use super::{Event, Place, View, danger::time as told, keys::Key, language::unread, print};
use crate::{
    board::{Act, Body, Entry, Shown, Subject, Ticket},
    job::Wall,
    page::{Control, Kind, Level, Page, Part, Role, Sheet, Tone},
    words::Line,
};
use jiff::{Timestamp, civil::Time};
use std::time::Duration;

/// Which of its pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    #[default]
    List,
    /// One notice, by its id.
    One(String),
    /// The number on paper, as far as it was typed; what is typed is a number of the board and nothing of a person.
    Ticket(String),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    Open(Place),
    Key(Key),
    /// The page, or this sheet.
    Print(Option<Box<Sheet>>),
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    match (state, msg) {
        (_, Msg::Open(place)) => vec![Event::Go(place)],
        (_, Msg::Print(sheet)) => vec![Event::Print(sheet)],
        (State::Ticket(typed), Msg::Key(key)) => ticket::press(typed, key),
        _ => vec![],
    }
}

impl State {
    /// Whether keys write here.
    pub(super) const fn types(&self) -> bool {
        matches!(self, Self::Ticket(_))
    }
}

pub fn title(state: &State, view: &View<'_>) -> Line {
    match state {
        State::List | State::One(_) => view.words().home_board(),
        State::Ticket(_) => view.words().board_ticket_title(),
    }
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let top = Part::group(Kind::Top, [Part::text(Level::Title, title(state, view))]);
    let Some(wall) = view.standing.wall.as_deref() else {
        let waits = Part::text(Level::Lead, view.words().wait_loading());
        return Page::new([top, waits]);
    };
    let body = match state {
        State::List => list(wall, view),
        State::One(id) => one(id, wall, view),
        State::Ticket(typed) => ticket::parts(typed, wall, view),
    };
    Page::new([top].into_iter().chain(body))
}

fn list(wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let hanging = wall.board.notices(view.standing.now);
    let mut out = vec![];
    if hanging.is_empty() {
        out.extend([Part::text(Level::Lead, w.board_none()), Part::text(Level::Body, w.board_none_not_all())]);
    } else {
        out.push(Part::group(Kind::List, hanging.iter().map(|shown| row(shown, wall, view))));
    }
    out.extend(changes(wall, view));
    let news = view.situation().map(|found| found.news.as_slice()).unwrap_or_default();
    out.extend(super::danger::news(news, view));
    let ticket = Control::button("board/ticket", w.board_ticket_title(), Msg::Open(Place::Ticket)).icon("paper");
    out.push(Part::group(Kind::Row, [ticket.into()]));
    out.extend(print::parts(view, Msg::Print(None)));
    out
}

/// New and past are words and signs, never a colour alone.
fn row(shown: &Shown<'_>, wall: &Wall, view: &View<'_>) -> Part<Msg> {
    let Subject::Notice(id) = &shown.entry.subject else { return Part::group(Kind::Stack, []) };
    let icon = if shown.new { "bell" } else { said::icon(shown.filled, wall) };
    Control::new(
        Role::Row,
        format!("notice/{id}"),
        said::marked(shown, wall, view),
        Msg::Open(Place::Notice(id.into())),
    )
    .icon(icon)
    .detail(said::short(shown.filled, wall, view))
    .into()
}

fn one(id: &str, wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let hanging = wall.board.notices(view.standing.now);
    let subject = Subject::Notice(id.to_owned());
    let Some(shown) = hanging.iter().find(|shown| shown.entry.subject == subject) else {
        return vec![Part::text(Level::Lead, w.board_gone()), Part::text(Level::Body, w.board_gone_do())];
    };
    let mut out = vec![Part::text(Level::Heading, said::marked(shown, wall, view))];
    out.extend(said::body(shown.filled, wall, view));
    out.push(Part::text(Level::Age, w.board_since(since_line(shown.entry.at, view))));
    out.extend(shown.entry.until.map(|until| Part::text(Level::Age, w.board_until(told(until, view)))));
    let number = Ticket::of(&shown.entry.digest).to_string();
    out.push(Part::text(Level::Note, w.board_version(Line::verbatim(&number), shown.entry.version)));
    out.extend(unread(view).map(|line| Part::text(Level::Note, line)));
    out.extend(print::parts(view, Msg::Print(Some(Box::new(sheet(shown, wall, view))))));
    out
}

/// The time, and how long ago that was by a clock that is believed.
pub(super) fn since_line(at: Timestamp, view: &View<'_>) -> Line {
    let (w, now) = (view.words(), view.standing.now);
    let age = Duration::try_from(now.at.duration_since(at)).ok().filter(|_| now.trusted);
    match age {
        Some(age) => w.board_ago(w.ago(age), told(at, view)),
        None => told(at, view),
    }
}

/// 「きょうの あさから かわったこと」: from five in the morning on, or since yesterday's while it is earlier.
pub(super) fn changes<M>(wall: &Wall, view: &View<'_>) -> Vec<Part<M>> {
    let now = view.standing.now;
    if !now.trusted {
        return vec![];
    }
    let changed = wall.board.since(morning(view).unwrap_or(now.at));
    let lines: Vec<_> = changed.into_iter().filter_map(|entry| change(entry, wall, view)).collect();
    if lines.is_empty() {
        return vec![];
    }
    let head = Part::text(Level::Heading, view.words().board_changes());
    let box_ = Part::group(Kind::Callout(Tone::Calm), lines.into_iter().map(|line| Part::text(Level::Body, line)));
    vec![head, box_]
}

fn morning(view: &View<'_>) -> Option<Timestamp> {
    let now = view.standing.now.jst();
    let five = Time::new(5, 0, 0, 0).ok()?;
    let day = if now.time() < five { now.date().yesterday().ok()? } else { now.date() };
    Some(day.to_datetime(five).to_zoned(now.time_zone().clone()).ok()?.timestamp())
}

fn change(entry: &Entry, wall: &Wall, view: &View<'_>) -> Option<Line> {
    let w = view.words();
    let time = told(entry.at, view);
    if let (Subject::Line(one), Some(Body::Line(report))) = (&entry.subject, &entry.body) {
        return Some(w.board_change_put(time, about(*one, *report, view)));
    }
    if entry.act == Act::TakenDown {
        let history = wall.board.history(&entry.subject);
        let before = history.iter().rev().find_map(|entry| entry.filled());
        let title = before.map_or_else(|| w.home_board(), |filled| said::title(filled, wall, view));
        return Some(w.board_change_down(time, title));
    }
    let title = said::title(entry.filled()?, wall, view);
    Some(if entry.version > 1 { w.board_change_again(time, title) } else { w.board_change_put(time, title) })
}
