//! The town: one of those whose values are known. A town that is not among them can be written into a file; until then its values are shown
//! as something to ask for.

use super::{Asks, Msg, State, Text, View, pages};
use crate::{
    config::{Change, Town},
    page::{Control, Kind, Level, Part, Role},
};

/// More towns than a page of choices holds are searched for by their sound.
const FEW: usize = 7;
/// Found ones that stand beside the keyboard.
const FOUND: usize = 3;

pub(super) fn page(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let config = &view.standing.config;
    let few = config.towns().count() <= FEW;
    let here = config.town.as_ref().map(|town| &town.id);
    let mut choices: Vec<Part<Msg>> =
        config.towns().filter(|town| few || Some(&town.id) == here).map(|town| choice(town, view)).collect();
    if !few {
        let find = Control::button("town/find", w.setup_town_find(), Msg::Ask(Asks::Write(Text::Town)));
        choices.push(find.icon("search").into());
    }
    let none = Control::button("town/none", w.setup_town_none(), Msg::Settle(Change::Town(None)));
    choices.push(none.icon("help").into());
    vec![
        Part::text(Level::Hello, w.setup_town_hello()),
        Part::group(Kind::Row, choices),
        Part::text(Level::Note, w.setup_town_file()),
        pages::around(state, view),
    ]
}

/// Those whose name sounds or looks like what was typed.
pub(super) fn found(typed: &str, view: &View<'_>) -> Vec<Part<Msg>> {
    let alike = |town: &&Town| !typed.is_empty() && (town.kana.contains(typed) || town.name.plain().contains(typed));
    view.standing.config.towns().filter(alike).take(FOUND).map(|town| choice(town, view)).collect()
}

fn choice(town: &Town, view: &View<'_>) -> Part<Msg> {
    let on = view.standing.config.town.as_ref().is_some_and(|here| here.id == town.id);
    let settle = Msg::Settle(Change::Town(Some(town.id.clone())));
    let choice = Control::new(Role::Choice, format!("town/{}", town.id), town.name.clone(), settle).on(on);
    // A made-up town must not be taken for a real one.
    if town.is_sample() { choice.detail(view.words().setup_town_sample()).into() } else { choice.into() }
}
