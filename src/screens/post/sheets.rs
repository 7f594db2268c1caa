//! What staff print or read out: the morning's notices as a script, the hand-over to the next shift, the first ten minutes. Each is a page, and the
//! page is what is printed and what is read aloud.

use super::Msg;
use crate::{
    board::{Subject, Utility},
    job::Wall,
    page::{Kind, Level, Page, Part, Sheet, Tone},
    screens::{View, board, print},
    words::Line,
};

/// Which of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    Morning,
    Handover,
    TenMinutes,
}

pub(super) fn title(paper: Paper, view: &View<'_>) -> Line {
    let w = view.words();
    match paper {
        Paper::Morning => w.post_morning(),
        Paper::Handover => w.post_handover(),
        Paper::TenMinutes => w.post_ten(),
    }
}

pub(super) fn parts(paper: Paper, wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let mut out = match paper {
        Paper::Morning => morning(wall, view),
        Paper::Handover => handover(wall, view),
        Paper::TenMinutes => ten(view),
    };
    let printed = (paper == Paper::Handover).then(|| Box::new(with_blanks(&out, paper, view)));
    out.extend(print::parts(view, Msg::Print(printed)));
    out
}

/// Sentence by sentence, as it is read out; how electricity and water are at the end.
fn morning(wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let hanging = wall.board.notices(view.standing.now);
    let notices = hanging.iter().filter(|shown| !shown.past).flat_map(|shown| {
        let head = Part::text(Level::Heading, board::said::title(shown.filled, wall, view));
        [head].into_iter().chain(board::said::body(shown.filled, wall, view))
    });
    [Part::text(Level::Lead, w.post_morning_hello())]
        .into_iter()
        .chain(notices)
        .chain(board::lifelines(view))
        .chain([Part::text(Level::Lead, w.post_morning_end())])
        .collect()
}

fn handover(wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let hanging = wall.board.notices(view.standing.now);
    let row = |line: Line| Part::text(Level::Body, line);
    let apart = Line::verbatim("　");
    let notices = hanging.iter().filter(|shown| matches!(shown.entry.subject, Subject::Notice(_))).map(|shown| {
        let title = board::said::title(shown.filled, wall, view);
        row(title.join(&apart).join(&board::said::short(shown.filled, wall, view)))
    });
    let lines = Utility::ALL.into_iter().filter_map(|utility| {
        let report = wall.board.line(utility)?.report()?;
        Some(row(board::about(utility, *report, view)))
    });
    let mut out = vec![Part::text(Level::Heading, w.post_standing())];
    out.extend(notices);
    out.push(Part::text(Level::Heading, w.line_title()));
    out.extend(lines);
    out.extend(board::changes(wall, view));
    out
}

/// With lines to write on, which only paper has.
fn with_blanks(parts: &[Part<Msg>], paper: Paper, view: &View<'_>) -> Sheet {
    let w = view.words();
    let top = Part::group(Kind::Top, [Part::text(Level::Title, title(paper, view))]);
    let page = Page::new([top].into_iter().chain(parts.iter().cloned()));
    let mut sheet = Sheet::of(&page);
    let blank = crate::page::Block::Blank;
    sheet.blocks.extend([blank(w.post_handover_wish()), blank(Line::default()), blank(w.post_handover_who())]);
    sheet
}

fn ten(view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let acts = [
        w.post_ten_1(),
        w.post_ten_2(),
        w.post_ten_3(),
        w.post_ten_4(),
        w.post_ten_5(),
        w.post_ten_6(),
        w.post_ten_7(),
    ];
    let step = |(at, line): (usize, Line)| {
        let number = Part::text(Level::Number, Line::verbatim(&(at + 1).to_string()));
        Part::group(Kind::Step, [number, Part::text(Level::Lead, line)])
    };
    let steps = Part::group(Kind::Steps, acts.into_iter().enumerate().map(step));
    let never = Part::group(Kind::Callout(Tone::Care), [Part::text(Level::Body, w.post_never())]);
    vec![steps, never]
}
