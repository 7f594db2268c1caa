//! What the municipality ordered, as staff entered it. Kept apart from what 気象庁 issued: neither is made out of the other.

use super::{told, words_at};
use crate::{
    config::{By, Meant, Order, Ordered},
    page::{Kind, Level, Part, WarningLevel},
    screens::View,
    words::Line,
};
use jiff::SignedDuration;

/// How long it is told that an order was lifted.
const TOLD: SignedDuration = SignedDuration::from_hours(24);

pub(in crate::screens) fn order_name(order: Order, meant: Meant, view: &View<'_>) -> Line {
    let w = words_at(order.level(), view);
    let name = match order {
        Order::Elderly => w.order_three(),
        Order::Instruction => w.order_four(),
        Order::Safety => w.order_five(),
    };
    told::marked(meant, told::said(&name, w, view), view)
}

pub(in crate::screens) fn by(by: By, view: &View<'_>) -> Line {
    let w = view.words();
    match by {
        By::Radio => w.order_by_radio(),
        By::Mail => w.order_by_mail(),
        By::Web => w.order_by_web(),
        By::Phone => w.order_by_phone(),
        By::Tv => w.order_by_tv(),
    }
}

pub(in crate::screens) fn order_since(ordered: &Ordered, view: &View<'_>) -> Line {
    view.words().order_since(by(ordered.by, view), told::time(ordered.at, view))
}

/// What it says and what to do; of one that is lifted, that it is.
pub(in crate::screens) fn order_words<M>(ordered: &Ordered, view: &View<'_>) -> Part<M> {
    let Some(order) = ordered.order else {
        let w = view.words();
        let lifted = told::marked(ordered.meant, w.order_lifted(), view);
        let lines = [Part::text(Level::Lead, lifted), Part::text(Level::Body, w.danger_over_not_safe())];
        return Part::group(Kind::Stack, lines);
    };
    let w = words_at(order.level(), view);
    let act = match order {
        Order::Elderly => w.danger_do_slow(),
        Order::Instruction => w.danger_do_leave(),
        Order::Safety => w.danger_do_life(),
    };
    let acts = [told::said(&act, w, view), view.words().danger_do_staff()];
    let acts = acts.map(|line| Part::text(Level::Body, line));
    let parts = [Part::text(Level::Lead, order_name(order, ordered.meant, view))].into_iter().chain(acts);
    Part::group(WarningLevel::of(order.level()).map_or(Kind::Stack, Kind::Warned), parts)
}

/// On the page, with its age; nothing of what was lifted long ago.
pub(super) fn standing<M>(view: &View<'_>) -> Vec<Part<M>> {
    let Some(ordered) = view.order() else { return vec![] };
    if ordered.order.is_none() && view.standing.now.at.duration_since(ordered.at) > TOLD {
        return vec![];
    }
    vec![order_words(&ordered, view), Part::text(Level::Age, order_since(&ordered, view))]
}
