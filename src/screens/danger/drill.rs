//! The page while a drill is held: all of it is the drill, and says so; what is real is one press away.

use super::{Msg, Shown, State, appeal, gone, marked, order, since, standing, title};
use crate::{
    alert::{Fact, State as Standing},
    config::Meant,
    job::Situation,
    page::{Control, Kind, Level, Page, Part, Tone},
    screens::View,
    words::Line,
};

/// 「訓練　いま あぶないか」
pub fn head(view: &View<'_>) -> Line {
    marked(Meant::Drill, title(view), view)
}

pub(super) fn page(state: &State, drill: &Situation, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let real = Control::button("danger/real", w.drill_see_real(), Msg::Show(Shown::Real)).icon("warning");
    let mut parts = vec![
        // Stands on every leaf, and says the word too, where large letters push the title away.
        Part::group(Kind::Top, [Part::text(Level::Title, head(view)), real.into()]),
        Part::group(Kind::Callout(Tone::Care), [Part::text(Level::Lead, w.drill_this_is())]),
    ];
    parts.extend(appeal::standing(view));
    parts.extend(order::standing(view));
    let (active, over): (Vec<&Fact>, Vec<&Fact>) =
        drill.facts.iter().partition(|fact| fact.claim.state == Standing::Active);
    if active.is_empty() {
        parts.push(Part::text(Level::Body, w.drill_nothing_yet()));
    }
    parts.extend(active.into_iter().map(|fact| standing(fact, state, view)));
    for fact in over {
        parts.push(Part::text(Level::Body, gone(&fact.claim, view)));
        parts.push(Part::text(Level::Age, since(fact, view)));
    }
    parts.push(super::doors(view));
    parts.push(Part::text(Level::Note, w.drill_this_is()));
    Page::new(parts)
}

/// Above what is real, while a drill is held.
pub(super) fn beside_the_real(view: &View<'_>) -> Option<Part<Msg>> {
    view.standing.drill.as_ref()?;
    let w = view.words();
    let back = Control::button("danger/drill", w.drill_see_drill(), Msg::Show(Shown::AsItStands)).icon("back");
    Some(Part::group(Kind::Callout(Tone::Calm), [Part::text(Level::Lead, w.drill_this_is_real()), back.into()]))
}
