//! One question, with every answer it can have, and わからない among them.

use super::{DAYS, Msg, Shown, before, is_many};
use crate::{
    page::{Control, Kind, Level, Part, Role, Weight},
    procedure::{Choice, Question, Rest, Way},
    words::Line,
};
use jiff::civil::Date;

pub(super) fn parts(shown: &Shown<'_>, question: &Question) -> Vec<Part<Msg>> {
    let w = shown.view.words();
    let path = shown.navigator.path(&shown.state.answers, &shown.state.around);
    let done = path.iter().filter(|one| shown.state.answers.get(&one.id).is_some()).count();
    let left = path.len().saturating_sub(done + 1);
    let progress = if left == 0 { w.navi_last(done + 1) } else { w.navi_progress(left, done + 1) };
    let mut out = vec![Part::text(Level::Note, progress), Part::text(Level::Heading, shown.line(&question.ask))];
    out.extend(shown.text(Level::Body, &question.note));
    if is_many(question.way) {
        out.push(Part::text(Level::Body, w.navi_many()));
    }
    out.push(Part::group(Kind::List, rows(shown, question)));
    if is_many(question.way) {
        out.push(Part::group(Kind::Row, below(shown)));
    }
    if done == 0 {
        out.push(Part::text(Level::Body, w.navi_first()));
        out.extend(shown.navigator.notice.iter().filter_map(|notice| shown.text(Level::Body, notice)));
        out.extend(shown.doubts());
    }
    out
}

fn rows(shown: &Shown<'_>, question: &Question) -> Vec<Part<Msg>> {
    let w = shown.view.words();
    let unknown = if question.unknown.is_empty() { w.navi_unknown() } else { shown.line(&question.unknown) };
    let unknown = || Part::from(Control::new(Role::Row, "answer/unknown", unknown, Msg::Unknown).icon("help"));
    match question.way {
        Way::One => question.options.iter().map(|option| one(shown, option)).chain([unknown()]).collect(),
        Way::Many => question.options.iter().map(|option| tick(shown, option)).collect(),
        Way::Day => days(shown).into_iter().chain([unknown()]).collect(),
    }
}

fn one(shown: &Shown<'_>, option: &Choice) -> Part<Msg> {
    let msg = Msg::Choose(option.id.as_str().into());
    Control::new(Role::Row, format!("answer/-{}", option.id), shown.line(&option.name), msg).icon("circle").into()
}

fn tick(shown: &Shown<'_>, option: &Choice) -> Part<Msg> {
    let on = shown.state.ticked.contains(&option.id);
    let msg = Msg::Tick(option.id.as_str().into());
    let row = Control::new(Role::Row, format!("answer/-{}", option.id), shown.line(&option.name), msg);
    row.icon(if on { "check" } else { "square" }).on(on).into()
}

/// What is done with what was ticked.
fn below(shown: &Shown<'_>) -> [Part<Msg>; 2] {
    let w = shown.view.words();
    let name = if shown.state.ticked.is_empty() { w.navi_many_none() } else { w.navi_many_next() };
    let next = Control::button("answer/next", name, Msg::Ticked(Rest::No)).icon("next").weight(Weight::Primary);
    let unsure = if shown.state.ticked.is_empty() { w.navi_unknown() } else { w.navi_many_unsure() };
    [next.into(), Control::button("answer/unknown", unsure, Msg::Ticked(Rest::Unknown)).icon("help").into()]
}

/// Today and the days before it; further back a week at a time.
fn days(shown: &Shown<'_>) -> Vec<Part<Msg>> {
    let (w, back) = (shown.view.words(), shown.state.back);
    let Some(today) = shown.state.around.today else { return vec![] };
    let row = |ago: u16| {
        let day: Date = before(today, ago)?;
        let name: Line = match ago {
            0 => w.navi_today(),
            1 => w.navi_yesterday(),
            ago => w.navi_days_ago(ago.to_string()),
        };
        Some(Part::from(
            Control::new(Role::Row, format!("day/{day}"), name, Msg::Day(day)).detail(w.weekday(day)).icon("clock"),
        ))
    };
    let earlier = Control::new(Role::Row, "day/earlier", w.navi_earlier(), Msg::Earlier).icon("up");
    (back..back.saturating_add(DAYS)).filter_map(row).chain([earlier.into()]).collect()
}
