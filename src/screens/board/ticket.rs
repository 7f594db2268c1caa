//! 「この 紙は いまも 有効ですか」: the number on a paper, typed by hand or by a reader that acts as a keyboard.

use super::{Msg, said};
use crate::{
    board::{Subject, Ticket, Verdict},
    job::Wall,
    page::{Control, Kind, Level, Part, Role, Tone},
    screens::{
        Event, Place, View,
        danger::time as told,
        keys::{self, Key},
    },
    words::Line,
};

const DIGITS: usize = 8;

pub(super) fn press(typed: &mut String, key: Key) -> Vec<Event> {
    match key {
        Key::Sign(c) if c.is_ascii_digit() => {
            // The next paper after one that was judged.
            if typed.len() >= DIGITS {
                typed.clear();
            }
            typed.push(c);
        }
        Key::Erase => drop(typed.pop()),
        Key::Clear => typed.clear(),
        _ => return vec![],
    }
    if typed.len() == DIGITS { vec![Event::Anew] } else { vec![] }
}

pub(super) fn parts(typed: &str, wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let mut out = vec![];
    if typed.len() == DIGITS {
        out.extend(judged(typed, wall, view));
    } else {
        out.push(Part::text(Level::Lead, w.board_ticket_intro()));
    }
    let (head, tail) = typed.split_at(typed.len().min(4));
    let shown = if tail.is_empty() { head.to_owned() } else { format!("{head}-{tail}") };
    let field = Control::new(Role::Field, "ticket/field", w.board_ticket_field(), None);
    out.push(field.value(Line::verbatim(&shown)).into());
    out.push(keys::digits(view, w.door_keys(), &Msg::Key));
    out
}

fn judged(typed: &str, wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let boxed = |tone, line| vec![Part::group(Kind::Callout(tone), [Part::text(Level::Lead, line)])];
    let Ok(ticket) = typed.parse::<Ticket>() else { return boxed(Tone::Hint, w.board_ticket_odd()) };
    let open = |id: &Subject| match id {
        Subject::Notice(id) => {
            let open =
                Control::button("ticket/open", w.board_ticket_open(), Msg::Open(Place::Notice(id.as_str().into())));
            Some(Part::from(open.icon("paper")))
        }
        Subject::Line(_) => None,
    };
    match wall.board.verdict(ticket, view.standing.now) {
        Verdict::Stands(entry) => {
            let title = entry.filled().map(|filled| said::title(filled, wall, view)).unwrap_or_default();
            let line = Part::text(Level::Lead, w.board_ticket_stands(title));
            vec![Part::group(Kind::Callout(Tone::Calm), [line].into_iter().chain(open(&entry.subject)))]
        }
        Verdict::Replaced(entry) => {
            let line = Part::text(Level::Lead, w.board_ticket_replaced(told(entry.at, view)));
            vec![Part::group(Kind::Callout(Tone::Care), [line].into_iter().chain(open(&entry.subject)))]
        }
        Verdict::TakenDown(at) => boxed(Tone::Care, w.board_ticket_down(told(at, view))),
        Verdict::Over(at) => boxed(Tone::Care, w.board_ticket_over(told(at, view))),
        Verdict::Unknown => boxed(Tone::Hint, w.board_ticket_unknown()),
    }
}
