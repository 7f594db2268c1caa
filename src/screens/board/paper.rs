//! A notice on paper: large, with its number and version, and a code that holds the same words, so that a phone reads them where no network is.

use super::said;
use crate::{
    board::{Shown, Ticket},
    job::Wall,
    page::{Block, Code, Level, Part, Sheet},
    screens::{View, danger},
    words::Line,
};

pub(in crate::screens) fn sheet(shown: &Shown<'_>, wall: &Wall, view: &View<'_>) -> Sheet {
    let w = view.words();
    let number = Line::verbatim(&Ticket::of(&shown.entry.digest).to_string());
    let title = said::title(shown.filled, wall, view);
    let until = shown.entry.until.map(|until| w.board_until(danger::time(until, view)));
    let body: Vec<Part<()>> = said::body(shown.filled, wall, view);
    let text = |part: &Part<()>| match part {
        Part::Text(text) => Some((text.level, text.line.clone())),
        _ => None,
    };
    let lines: Vec<(Level, Line)> = body.iter().filter_map(text).collect();
    let version = w.board_version(number, shown.entry.version);
    let held = lines.iter().map(|(_, line)| line.clone()).chain(until.clone()).chain([version.clone()]);
    let held = [title.clone()].into_iter().chain(held).map(|line| line.plain()).collect::<Vec<_>>().join("\n");
    let mut sheet = Sheet { above: w.home_board(), title, ..Sheet::default() };
    sheet.blocks.extend(lines.into_iter().map(|(level, line)| match level {
        Level::Lead => Block::Lead(line),
        Level::Note => Block::Note(line),
        _ => Block::Text(line),
    }));
    sheet.blocks.extend(until.map(Block::Text));
    sheet.blocks.push(Block::Rule);
    sheet.blocks.push(Block::Lead(version));
    sheet.blocks.push(Block::Note(w.board_paper_check()));
    sheet.blocks.push(Block::Code(Code { name: w.board_code(), text: held }));
    sheet
}
