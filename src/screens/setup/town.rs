//! The town: one of those whose values are known. A town that is not among them can be written into a file; until then its values are shown
//! as something to ask for.

use super::{Asks, Msg, State, Text, View, pages};
use crate::{
    config::Change,
    page::{Control, Kind, Level, Part, Role},
    words::Line,
};
use smol_str::SmolStr;

/// More towns than a page of choices holds are searched for by their sound.
const FEW: usize = 7;
/// Found ones that stand beside the keyboard.
const FOUND: usize = 3;

pub(super) fn page(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let here = &view.standing.own.town;
    let all = towns(view);
    let mut choices: Vec<Part<Msg>> = vec![];
    if all.len() <= FEW {
        choices.extend(all.into_iter().map(|town| choice(town, here.as_ref())));
    } else {
        choices
            .extend(all.into_iter().filter(|town| Some(&town.id) == here.as_ref()).map(|t| choice(t, here.as_ref())));
        choices.push(
            Control::button("town/find", w.setup_town_find(), Msg::Ask(Asks::Write(Text::Town))).icon("search").into(),
        );
    }
    choices
        .push(Control::button("town/none", w.setup_town_none(), Msg::Settle(Change::Town(None))).icon("help").into());
    vec![
        Part::text(Level::Hello, w.setup_town_hello()),
        Part::group(Kind::Row, choices),
        Part::text(Level::Note, w.setup_town_file()),
        pages::around(state, view),
    ]
}

/// Those whose name sounds like what was typed.
pub(super) fn found(typed: &str, view: &View<'_>) -> Vec<Part<Msg>> {
    let here = view.standing.own.town.as_ref();
    let alike = |town: &Known| !typed.is_empty() && town.kana.contains(typed.trim());
    towns(view).into_iter().filter(alike).take(FOUND).map(|town| choice(town, here)).collect()
}

struct Known {
    id: SmolStr,
    name: Line,
    kana: String,
}

fn choice(town: Known, here: Option<&SmolStr>) -> Part<Msg> {
    let on = here == Some(&town.id);
    let id = format!("town/{}", town.id);
    Control::new(Role::Choice, id, town.name, Msg::Settle(Change::Town(Some(town.id)))).on(on).into()
}

fn towns(_view: &View<'_>) -> Vec<Known> {
    vec![]
}
