//! Writing with the keyboard on the glass or a real one: the name of a town, of this place, or the way from its entrance.

use super::{Asks, Msg, State, Text, View, keys, name, place, town};
use crate::{
    config::Change,
    page::{Control, Kind, Level, Part, Role, Weight},
    words::Line,
};

pub(super) fn page(text: Text, state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let field = match text {
        Text::Town => w.setup_step_town(),
        Text::Name => w.setup_name_field(),
        Text::Entrance => w.setup_entrance_field(),
    };
    let field = keys::field("write/field", field, &state.typed);
    let offered = offered(text, state, view);
    let row = Part::group(Kind::Row, offered);
    // Once something is typed the room belongs to what is offered for it.
    let hint = state.typed.0.is_empty().then(|| Part::text(Level::Note, hint(text, view)));
    let (mut beside, mut below): (Vec<_>, Vec<_>) = ([row].into_iter().chain(hint).collect(), vec![]);
    if keys::side(state.keys, view) == keys::Side::Tight {
        // What is offered has no room beside the keys: on the next leaf it has all of it.
        std::mem::swap(&mut beside, &mut below);
    }
    let board = keys::beside(state.keys, view, &Msg::Key, field, |_| beside);
    board.into_iter().chain(below).collect()
}

fn hint(text: Text, view: &View<'_>) -> Line {
    match text {
        Text::Town => view.words().setup_town_hint(),
        Text::Name => view.words().setup_name_hint(),
        Text::Entrance => view.words().setup_entrance_hint(),
    }
}

/// Buildings of the town's data that stand beside the keyboard.
const FOUND: usize = 2;

/// What can be taken of what was typed, and the way out.
fn offered(text: Text, state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let typed = state.typed.0.trim();
    let mut out = match text {
        Text::Town => town::found(typed, view),
        Text::Name if typed.is_empty() => vec![],
        Text::Name => {
            let known =
                place::known(state, view).into_iter().take(FOUND).map(|spot| Part::from(place::choice(&spot, view)));
            let kanji = name::written(typed).into_iter().enumerate();
            let kanji = kanji.map(|(n, name)| take(format!("take/{}", n + 1), Line::parse(&name), Msg::Named(name)));
            known.chain(kanji).collect()
        }
        Text::Entrance => vec![],
    };
    if !typed.is_empty() && text != Text::Town {
        let taken = plain(typed);
        let taken = if text == Text::Name { Msg::Named(taken) } else { Msg::Settle(Change::Entrance(Some(taken))) };
        out.push(take("take/0".to_owned(), Line::verbatim(typed), taken));
    }
    let back = if text == Text::Entrance { Asks::Entrance } else { Asks::First };
    out.push(Control::button("write/back", w.setup_write_back(), Msg::Ask(back)).icon("back").into());
    out
}

fn take(id: String, name: Line, taken: Msg) -> Part<Msg> {
    Control::new(Role::Button, id, name, taken).icon("check").weight(Weight::Primary).into()
}

/// What was typed is no notation, whatever signs are in it.
fn plain(typed: &str) -> String {
    Line::verbatim(typed).notation()
}
