//! When it is, and how long it hangs: times that are usual for it first, any other by large steps.

use super::{Draft, Msg, Step};
use crate::{
    board::{Filled, Template, When},
    page::{Control, Kind, Level, Part, Role, Weight},
    screens::{View, board::said, danger},
    words::Line,
};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time},
};

/// Days that are offered.
const DAYS: usize = 2;
/// The longest that anything of these lasts, in minutes.
const LONGEST: i64 = 720;

pub(super) fn parts(draft: &Draft, template: &Template, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let now = view.standing.now.jst();
    let today = now.date();
    let row = |id: String, name: Line, when: Option<When>| {
        let filled = Filled { when, ..draft.filled.clone() };
        Part::from(Control::new(Role::Row, id, name, Draft { filled, ..draft.clone() }.to(Step::Until)))
    };
    let days = std::iter::successors(Some(today), |day| day.tomorrow().ok()).take(DAYS);
    let usual = days.flat_map(|day| template.times.iter().map(move |from| (day, *from)));
    let usual = usual.filter(|(day, from)| day.to_datetime(*from) > now.datetime()).map(|(day, from)| {
        let when = When { day, from: Some(from), to: later(from, template.minutes) };
        row(format!("when/{day}-{}", from.strftime("%H%M")), said::when(when, view), Some(when))
    });
    let hour = Time::new(now.hour().saturating_add(1).min(23), 0, 0, 0).unwrap_or(Time::MIN);
    let clock = Step::Clock { day: today, from: hour, minutes: template.minutes.clamp(0, LONGEST) };
    let other = Control::new(Role::Row, "when/other", w.post_when_other(), draft.clone().to(clock)).icon("clock");
    let all_day = When { day: today, from: None, to: None };
    let day = row("when/today".to_owned(), w.post_when_today(), Some(all_day));
    let none = row("when/none".to_owned(), w.post_when_none(), None);
    let rows = usual.chain([Part::from(other), day, none]);
    vec![Part::text(Level::Lead, w.post_when()), Part::group(Kind::List, rows)]
}

/// So many minutes later; none where it has no end, or would end on the next day.
fn later(from: Time, minutes: i64) -> Option<Time> {
    (minutes > 0).then(|| from.checked_add(SignedDuration::from_mins(minutes)).ok()).flatten()
}

pub(super) fn clock(draft: &Draft, (day, from, minutes): (Date, Time, i64), view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let when = When { day, from: Some(from), to: later(from, minutes) };
    let to = |day, from, minutes| draft.clone().to(Step::Clock { day, from, minutes });
    let button = |id: &'static str, name: Line, icon: &'static str, msg: Option<Msg>| {
        Part::from(Control::button(id, name, msg).icon(icon))
    };
    // Round the clock, so that no button is ever dead.
    let moved = |by: i64| Some(to(day, from.wrapping_add(SignedDuration::from_mins(by)), minutes));
    let today = view.standing.now.jst().date();
    let tomorrow = today.tomorrow().unwrap_or(today);
    let choice = |id: &'static str, name: Line, own: Date| {
        Part::from(Control::new(Role::Choice, id, name, to(own, from, minutes)).on(own == day))
    };
    let days = [choice("clock/today", w.hope_today(), today), choice("clock/tomorrow", w.hope_tomorrow(), tomorrow)];
    let times = [
        button("clock/hour-less", w.post_hour_less(), "minus", moved(-60)),
        button("clock/hour-more", w.post_hour_more(), "plus", moved(60)),
        button("clock/quarter", w.post_quarter_more(), "plus", moved(15)),
    ];
    let [shorter, longer] = [-30, 30].map(|by| Some(to(day, from, (minutes + by).clamp(0, LONGEST))));
    let ends = [
        button("clock/shorter", w.post_shorter(), "minus", shorter),
        button("clock/longer", w.post_longer(), "plus", longer),
    ];
    let filled = Filled { when: Some(when), ..draft.filled.clone() };
    let done = Draft { filled, ..draft.clone() }.to(Step::Until);
    let done = Control::button("clock/done", w.post_clock_done(), done).icon("check").weight(Weight::Primary);
    vec![
        Part::text(Level::Digits, said::when(when, view)),
        Part::group(Kind::Row, days),
        Part::group(Kind::Row, times),
        Part::group(Kind::Row, ends),
        Part::group(Kind::Row, [done.into()]),
    ]
}

/// Nothing hangs for ever.
pub(super) fn until(draft: &Draft, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let now = view.standing.now.jst();
    let midnight = |days: i64| -> Option<Timestamp> {
        let day = now.date().checked_add(jiff::Span::new().days(days)).ok()?;
        Some(day.to_datetime(Time::MIN).to_zoned(now.time_zone().clone()).ok()?.timestamp())
    };
    let end = draft.filled.when.and_then(|when| {
        let (from, to) = (when.from, when.to?);
        let day = if from.is_some_and(|from| to < from) { when.day.tomorrow().ok()? } else { when.day };
        Some(day.to_datetime(to).to_zoned(now.time_zone().clone()).ok()?.timestamp())
    });
    let row = |id: &'static str, name: Line, until: Option<Timestamp>| {
        let until = until.filter(|until| *until > view.standing.now.at)?;
        let next = Draft { until: Some(until), ..draft.clone() }.to(Step::ReadBack);
        let row = Control::new(Role::Row, id, name, next).detail(w.board_until(danger::time(until, view)));
        Some(Part::from(row))
    };
    // Not before what it tells of.
    let after = |until: &Timestamp| end.is_none_or(|end| *until >= end);
    let rows = [
        row("until/end", w.post_until_end(), end),
        row("until/today", w.post_until_today(), midnight(1).filter(after)),
        row("until/tomorrow", w.post_until_tomorrow(), midnight(2).filter(after)),
        row("until/days", w.post_until_days(), midnight(3).filter(after)),
        row("until/week", w.post_until_week(), midnight(7).filter(after)),
    ];
    vec![Part::text(Level::Lead, w.post_until()), Part::group(Kind::List, rows.into_iter().flatten())]
}
