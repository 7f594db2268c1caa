//! One card: everything that somebody wants to know before setting out.

use super::{Msg, Shown};
use crate::{
    content::Evidence,
    expr::Truth,
    page::{Control, Kind, Level, Part, Role},
    procedure::Card,
    screens::Place,
    words::{Line, Piece, Words},
};
use jiff::civil::Date;

pub(super) fn parts(shown: &Shown<'_>, card: &Card) -> Vec<Part<Msg>> {
    let w = shown.view.words();
    let mut out = vec![Part::text(Level::Heading, shown.line(&card.title))];
    let outcome = shown.navigator.outcome(&shown.state.answers, &shown.state.around);
    let all = outcome.must.iter().chain(&outcome.confirm).chain(&outcome.depends);
    let found = all.into_iter().find(|found| found.card.id == card.id);
    if found.is_some_and(|found| found.truth == Truth::Unknown) {
        out.push(Part::text(Level::Body, w.navi_is_confirm()));
    }
    let by = found.and_then(|found| found.by).map(|by| dated(by, shown.state.around.today, w));
    let due = by.into_iter().chain([shown.line(&card.deadline)]);
    out.extend(named(w.navi_when(), due));
    out.extend(named(w.navi_where(), [shown.line(&card.place)]));
    out.extend(named(w.navi_bring(), card.bring.iter().map(|thing| item(&shown.line(thing)))));
    for (name, said) in [(w.navi_home(), &card.home), (w.navi_phone(), &card.phone)] {
        out.extend(named(name, (!said.is_empty()).then(|| shown.line(said))));
    }
    out.extend(named(w.navi_know(), card.note.iter().map(|note| shown.line(note))));
    out.extend(more(shown, card));
    out.extend(basis(shown, card));
    out.push(Part::text(Level::Body, w.navi_not_all()));
    out
}

/// What it is called, and what there is to say of it; nothing where there is nothing.
fn named(name: Line, lines: impl IntoIterator<Item = Line>) -> Vec<Part<Msg>> {
    let lines: Vec<_> = lines.into_iter().map(|line| Part::text(Level::Body, line)).collect();
    if lines.is_empty() { lines } else { [Part::text(Level::Lead, name)].into_iter().chain(lines).collect() }
}

pub(super) fn item(line: &Line) -> Line {
    Line::compose([Piece::Verbatim("・"), Piece::Bits(line.bits())])
}

/// By when: the day where it is known, else in words.
pub(super) fn deadline(shown: &Shown<'_>, card: &Card, by: Option<Date>) -> Line {
    match by {
        Some(by) => dated(by, shown.state.around.today, shown.view.words()),
        None => shown.line(&card.deadline),
    }
}

fn dated(by: Date, today: Option<Date>, w: &Words) -> Line {
    match today.and_then(|today| today.until(by).ok()).map(|left| left.get_days()) {
        None => w.navi_by(w.date(by)),
        Some(left) if left < 0 => w.navi_by_past(w.date(by)),
        Some(left) => w.navi_by_left(w.date(by), left.to_string()),
    }
}

/// What tells more of it, here in the kiosk.
fn more(shown: &Shown<'_>, card: &Card) -> Option<Part<Msg>> {
    let w = shown.view.words();
    let row = |name: &String| {
        let place: Place = name.parse().ok()?;
        let (told, icon) = match &place {
            Place::Lesson(_) => (w.navi_see_lesson(), "phone"),
            Place::Procedure(_) => (w.navi_see_procedure(), "list"),
            _ => (w.navi_see_guide(), "book"),
        };
        Some(Part::from(Control::new(Role::Row, format!("see/{place}"), told, Msg::Open(place)).icon(icon)))
    };
    let rows: Vec<_> = card.see.iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| Part::group(Kind::List, rows))
}

/// What it is from, and of which day.
fn basis(shown: &Shown<'_>, card: &Card) -> Vec<Part<Msg>> {
    let w = shown.view.words();
    let facts = card.facts.as_ref().unwrap_or(&shown.navigator.facts);
    let mut out = vec![];
    if !card.law.is_empty() {
        let law = shown.view.city().fill(&card.law, w);
        out.push(Part::text(Level::Note, w.navi_law(&law)));
    }
    out.extend(facts.source.iter().map(|one| Part::text(Level::Note, w.guide_source(&one.publisher, &one.title))));
    out.push(Part::text(
        Level::Age,
        match facts.evidence {
            Evidence::NotVerified => w.guide_not_verified(),
            Evidence::Read(_) => w.guide_checked(w.date(facts.checked)),
        },
    ));
    if shown.state.around.today.is_some_and(|today| facts.are_overdue(today)) {
        out.push(Part::text(Level::Age, w.guide_overdue()));
    }
    out
}
