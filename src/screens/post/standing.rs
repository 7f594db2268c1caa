//! What hangs, to be taken down, brought back or put up anew.

use super::{Draft, Msg, Paper, Step, sheets};
use crate::{
    board::{Act, Shown, Subject},
    job::{Post, Wall},
    page::{Control, Kind, Level, Part, Role, Weight},
    screens::{
        View,
        board::{self, said},
        danger, print,
    },
};

pub(super) fn parts(id: Option<&str>, wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let hanging = wall.board.notices(view.standing.now);
    let chosen = id.and_then(|id| hanging.iter().find(|shown| own(shown) == Some(id)));
    match chosen {
        Some(shown) => one(shown, wall, view),
        None => all(&hanging, wall, view),
    }
}

fn own<'s>(shown: &Shown<'s>) -> Option<&'s str> {
    match &shown.entry.subject {
        Subject::Notice(id) => Some(id.as_str()),
        Subject::Line(_) => None,
    }
}

fn all(hanging: &[Shown<'_>], wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let row = |shown: &Shown<'_>| {
        let id = own(shown)?;
        let name = said::title(shown.filled, wall, view);
        let row = Control::new(Role::Row, format!("hangs/{id}"), name, Msg::See(Some(id.to_owned())));
        Some(Part::from(row.detail(said::short(shown.filled, wall, view))))
    };
    let mut out = vec![];
    if hanging.is_empty() {
        out.push(Part::text(Level::Lead, w.board_none()));
    } else {
        out.push(Part::group(Kind::List, hanging.iter().filter_map(row)));
    }
    let down = wall.board.taken_down(view.standing.now);
    if !down.is_empty() {
        let back = |shown: &Shown<'_>| {
            let id = own(shown)?;
            let name = w.post_back(said::title(shown.filled, wall, view));
            let row = Control::new(Role::Row, format!("down/{id}"), name, Msg::Post(Post::BringBack(id.to_owned())));
            Some(Part::from(row.icon("again").detail(said::short(shown.filled, wall, view))))
        };
        out.push(Part::text(Level::Heading, w.post_taken_down()));
        out.push(Part::group(Kind::List, down.iter().filter_map(back)));
    }
    let paper = |paper: Paper, id: &'static str| {
        Part::from(Control::button(id, sheets::title(paper, view), Msg::Open(paper)).icon("paper"))
    };
    let papers = [
        paper(Paper::Morning, "paper/morning"),
        paper(Paper::Handover, "paper/handover"),
        paper(Paper::TenMinutes, "paper/ten"),
    ];
    out.push(Part::group(Kind::Row, papers));
    out
}

fn one(shown: &Shown<'_>, wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let id = own(shown).unwrap_or_default();
    let down = Control::button("post/down", w.post_down(), Msg::Post(Post::TakeDown(id.to_owned()))).icon("trash");
    let anew =
        Draft { step: Step::When, notice: Some(id.to_owned()), filled: shown.filled.clone(), ..Draft::default() };
    let anew = Control::button("post/anew", w.post_anew(), Msg::Next(Box::new(anew))).icon("clock");
    let versions = wall.board.history(&shown.entry.subject);
    let history = versions.into_iter().rev().map(|entry| {
        let time = danger::time(entry.at, view);
        let by = w.get(&format!("role-{}", entry.by.name())).unwrap_or_default();
        let line = match entry.act {
            Act::PutUp => w.post_was_put(by, time),
            Act::TakenDown => w.post_was_taken(by, time),
            Act::BroughtBack => w.post_was_brought(by, time),
        };
        Part::text(Level::Note, line)
    });
    [Part::text(Level::Heading, said::title(shown.filled, wall, view))]
        .into_iter()
        .chain(said::body(shown.filled, wall, view))
        .chain([Part::group(Kind::Row, [down.weight(Weight::Away).into(), anew.into()])])
        .chain(print::parts(view, Msg::Print(Some(Box::new(board::sheet(shown, wall, view))))))
        .chain([Part::text(Level::Heading, w.post_history())])
        .chain(history)
        .collect()
}
