//! The memo for the counter: what to do where by when, and what to bring. Paper says more than the glass: a box to tick before each thing, what to say on
//! the telephone, lines to write on, and a code that holds the text for whoever did not come along. What is asked in confidence is in none of them.

use super::{Msg, Shown, card};
use crate::{
    expr::Truth,
    page::{Block, Code, Kind, Level, Part, Sheet, Step, Tone},
    procedure::Found,
    screens::print,
    words::{Line, Words},
};

pub(super) fn parts(shown: &Shown<'_>) -> Vec<Part<Msg>> {
    let w = shown.view.words();
    let mut out = vec![Part::text(Level::Heading, w.navi_memo()), Part::text(Level::Body, w.navi_memo_note())];
    // Before everything else, where it is seen without a turn.
    out.extend(print::parts(shown.view, Msg::Print));
    for (name, found) in lists(shown) {
        out.push(Part::text(Level::Heading, name));
        let steps = found.iter().enumerate().map(|(at, found)| step(shown, at + 1, found));
        out.push(Part::group(Kind::Steps, steps));
    }
    out.push(Part::text(Level::Body, w.navi_not_all()));
    let checked = shown.navigator.facts.checked;
    out.push(Part::text(Level::Age, w.guide_checked(w.date(checked))));
    out
}

/// Those that are not empty.
fn lists<'s>(shown: &'s Shown<'_>) -> Vec<(Line, Vec<Found<'s>>)> {
    let w = shown.view.words();
    let outcome = shown.navigator.outcome(&shown.state.answers, &shown.state.around);
    let lists =
        [(w.navi_must(), outcome.must), (w.navi_confirm(), outcome.confirm), (w.navi_depends(), outcome.depends)];
    lists.into_iter().filter(|(_, found)| !found.is_empty()).collect()
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

/// On paper.
pub(super) fn sheet(shown: &Shown<'_>) -> Sheet {
    let w = shown.view.words();
    let mut sheet = Sheet::new(w.navi_memo());
    sheet.above = shown.line(&shown.navigator.title);
    let lists = lists(shown);
    for (name, found) in &lists {
        sheet.blocks.push(Block::Heading(name.clone()));
        for (at, found) in found.iter().enumerate() {
            sheet.blocks.extend(printed(shown, at + 1, found, w));
        }
    }
    let all = || lists.iter().flat_map(|(_, found)| found);
    let sayings: Vec<_> = all()
        .filter(|found| found.truth == Truth::True && !found.card.phone.is_empty())
        .map(|found| [shown.line(&found.card.title), shown.line(&found.card.phone)])
        .collect();
    if !sayings.is_empty() {
        sheet.blocks.extend([Block::Heading(w.navi_phone()), Block::Table(sayings)]);
    }
    sheet.blocks.push(Block::Callout(Tone::Care, vec![w.navi_not_all()]));
    sheet.blocks.extend([Block::Blank(w.navi_memo_heard()), Block::Blank(w.navi_memo_next())]);
    sheet.blocks.push(Block::Code(Code { name: w.print_code(), text: text(shown, &lists) }));
    let checked = shown.navigator.facts.checked;
    sheet.foot.push(w.guide_checked(w.date(checked)));
    sheet
}

/// One thing to do, and a box before each thing that is brought.
fn printed(shown: &Shown<'_>, number: usize, found: &Found<'_>, w: &Words) -> Vec<Block> {
    let by = card::deadline(shown, found.card, found.by);
    let place = w.navi_memo_where(shown.line(&found.card.place));
    let step =
        Step { number: Line::verbatim(&number.to_string()), lead: shown.line(&found.card.title), how: vec![by, place] };
    let bring: Vec<_> = found.card.bring.iter().map(|thing| shown.line(thing)).collect();
    let checks = (!bring.is_empty()).then_some(Block::Checks(bring));
    [Block::Steps(vec![step])].into_iter().chain(checks).collect()
}

/// What the code holds: a line for each thing to do, short enough that a telephone shows it as it is.
fn text(shown: &Shown<'_>, lists: &[(Line, Vec<Found<'_>>)]) -> String {
    let line = |found: &Found<'_>| {
        let by = card::deadline(shown, found.card, found.by).plain();
        format!("□{}（{by}）", shown.line(&found.card.title).plain())
    };
    let of = |(name, found): &(Line, Vec<Found<'_>>)| {
        [format!("【{}】", name.plain())].into_iter().chain(found.iter().map(line)).collect::<Vec<_>>()
    };
    let title = shown.line(&shown.navigator.title).plain();
    [title].into_iter().chain(lists.iter().flat_map(of)).collect::<Vec<_>>().join("\n")
}
