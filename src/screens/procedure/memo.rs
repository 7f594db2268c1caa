//! The memo for the counter: what to do where by when, with a box before each thing to bring. The glass and the paper say the same. What is asked in
//! confidence is in neither.

use super::{Msg, Shown, card};
use crate::{
    page::{Kind, Level, Part},
    procedure::Found,
    screens::print,
    words::Line,
};

pub(super) fn parts(shown: &Shown<'_>) -> Vec<Part<Msg>> {
    let w = shown.view.words();
    let outcome = shown.navigator.outcome(&shown.state.answers, &shown.state.around);
    let mut out = vec![Part::text(Level::Heading, w.navi_memo()), Part::text(Level::Body, w.navi_memo_note())];
    let lists =
        [(w.navi_must(), outcome.must), (w.navi_confirm(), outcome.confirm), (w.navi_depends(), outcome.depends)];
    for (name, found) in lists.into_iter().filter(|(_, found)| !found.is_empty()) {
        out.push(Part::text(Level::Heading, name));
        let steps = found.iter().enumerate().map(|(at, found)| step(shown, at + 1, found));
        out.push(Part::group(Kind::Steps, steps));
    }
    out.push(Part::text(Level::Body, w.navi_not_all()));
    out.extend(print::parts(shown.view, Msg::Print));
    let checked = shown.navigator.facts.checked;
    out.push(Part::text(Level::Age, w.guide_checked(w.date(checked))));
    out
}

fn step(shown: &Shown<'_>, number: usize, found: &Found<'_>) -> Part<Msg> {
    let how = [card::deadline(shown, found.card, found.by), shown.line(&found.card.place)];
    let bring = found.card.bring.iter().map(|thing| card::item(&shown.line(thing)));
    let lines = how.into_iter().chain(bring).map(|line: Line| Part::text(Level::Body, line));
    let first = [
        Part::text(Level::Number, Line::verbatim(&number.to_string())),
        Part::text(Level::Lead, shown.line(&found.card.title)),
    ];
    Part::group(Kind::Step, first.into_iter().chain(lines))
}
