//! The three lists, and where to ask in confidence.

use super::{At, Msg, Shown, card};
use crate::{
    page::{Control, Kind, Level, Part, Role, Tone, Weight},
    procedure::{Card, Found, Manner},
    screens::Place,
    words::Line,
};

pub(super) fn parts(shown: &Shown<'_>) -> Vec<Part<Msg>> {
    let w = shown.view.words();
    let outcome = shown.navigator.outcome(&shown.state.answers, &shown.state.around);
    if let Some(stop) = outcome.stop {
        return stopped(shown, stop);
    }
    let lists = [
        (w.navi_must(), w.navi_must_note(), &outcome.must),
        (w.navi_confirm(), w.navi_confirm_note(), &outcome.confirm),
        (w.navi_depends(), w.navi_depends_note(), &outcome.depends),
    ];
    let count: usize = lists.iter().map(|(.., found)| found.len()).sum();
    let lead = if count == 0 { w.navi_none() } else { w.navi_found(count) };
    let mut out = vec![Part::text(Level::Lead, lead)];
    out.extend(shown.navigator.notice.iter().filter_map(|notice| shown.text(Level::Body, notice)));
    for (name, note, found) in lists.into_iter().filter(|(.., found)| !found.is_empty()) {
        out.extend([Part::text(Level::Heading, name), Part::text(Level::Body, note)]);
        out.push(Part::group(Kind::List, found.iter().map(|found| row(shown, found))));
    }
    out.push(Part::text(Level::Lead, w.navi_not_all()));
    out.push(Part::group(Kind::Row, ways(shown, count)));
    out.extend(shown.doubts());
    out
}

fn row(shown: &Shown<'_>, found: &Found<'_>) -> Part<Msg> {
    let card = found.card;
    let id = format!("card/{}", card.id);
    let msg = Msg::See(At::Card(card.id.as_str().into()));
    Control::new(Role::Row, id, shown.line(&card.title), msg).detail(card::deadline(shown, found.card, found.by)).into()
}

/// What can be done with the lists. Where to ask in confidence is offered to everybody alike, so that it tells nothing of anybody.
fn ways(shown: &Shown<'_>, count: usize) -> Vec<Part<Msg>> {
    let w = shown.view.words();
    let memo = Control::button("navi/memo", w.navi_memo(), Msg::See(At::Memo)).icon("paper").weight(Weight::Primary);
    let quiet = Control::button("navi/quiet", w.navi_quiet(), Msg::See(At::Quiet)).icon("heart");
    let again = Control::button("navi/again", w.navi_again(), Msg::Again).icon("again");
    let asks = !shown.navigator.questions.is_empty();
    let confides = shown.navigator.cards.iter().any(|card| card.manner == Manner::Sensitive);
    [(count > 0, memo), (confides, quiet), (asks, again)]
        .into_iter()
        .filter_map(|(there, button)| there.then(|| button.into()))
        .collect()
}

fn stopped(shown: &Shown<'_>, stop: &Card) -> Vec<Part<Msg>> {
    let w = shown.view.words();
    let first = [Part::text(Level::Lead, shown.line(&stop.title)), Part::text(Level::Body, shown.line(&stop.place))];
    let notes = stop.note.iter().filter_map(|note| shown.text(Level::Body, note));
    let call = Control::button("navi/call", w.bar_call(), Msg::Open(Place::Call)).icon("person");
    vec![
        Part::group(Kind::Callout(Tone::Danger), first.into_iter().chain(notes)),
        Part::group(Kind::Row, [call.weight(Weight::Primary).into()]),
        Part::text(Level::Body, w.navi_not_all()),
    ]
}

/// Only where to ask: no number of days, no papers.
pub(super) fn quiet(shown: &Shown<'_>) -> Vec<Part<Msg>> {
    let w = shown.view.words();
    let mut out = vec![Part::text(Level::Heading, w.navi_quiet()), Part::text(Level::Body, w.navi_quiet_lead())];
    for card in shown.navigator.cards.iter().filter(|card| card.manner == Manner::Sensitive) {
        let lines: [Line; 2] = [shown.line(&card.title), shown.line(&card.place)];
        let [title, place] = lines;
        out.push(Part::group(
            Kind::Callout(Tone::Calm),
            [Part::text(Level::Lead, title), Part::text(Level::Body, place)],
        ));
    }
    out.push(Part::text(Level::Body, w.navi_hushed()));
    out
}
