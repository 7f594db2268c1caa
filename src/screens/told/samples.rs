//! What staff tell, in every mood, for whoever walks all screens.

use super::{About, At, Loaded, State, Step};
use crate::{
    config::Told,
    content::{Shape, Wanted, schema},
    job::{Typed, Uses},
    screens::View,
    words::Line,
};
use std::sync::Arc;

/// As if everything were asked for, at several places.
fn uses() -> Uses {
    let title = |n: u8| Line::parse(&format!("罹災《りさい》証明《しょうめい》を とる {n}"));
    schema().iter().map(|wanted| (wanted.key.as_str().into(), (1..=4).map(title).collect())).collect()
}

fn longest(shape: Shape) -> Option<&'static Wanted> {
    let own = schema().iter().filter(|wanted| wanted.shape == shape);
    own.max_by_key(|wanted| wanted.label.chars().count())
}

pub(in crate::screens) fn samples(view: &View<'_>) -> Vec<(&'static str, State)> {
    let event = State::new(About::Event, view);
    let waiting = State::new(About::Town, view);
    let town = State { uses: Loaded::Ready(Arc::new(uses())), ..waiting.clone() };
    let day = view.standing.now.jst().date();
    let value = |of: &State, shape, step| Some(State { at: At::Value(longest(shape)?, step), ..of.clone() });
    let typed = State { typed: Typed("あ".repeat(20)), ..town.clone() };
    let number = State { typed: Typed("000-000-0000".to_owned()), ..town.clone() };
    let read = |said: &str| Step::Read(Some(said.to_owned()));
    let wrong = Told::wanted("site").map(|site| State { at: At::Value(site, read("\"example\"")), ..town.clone() });
    let all = [
        ("told-flag", value(&event, Shape::Flag, Step::Flag)),
        ("told-day", value(&event, Shape::Date, Step::Day(day))),
        ("told-read", value(&event, Shape::Flag, read("true"))),
        ("told-unknown", value(&event, Shape::Date, Step::Read(None))),
        ("told-write", value(&typed, Shape::Office, Step::Text)),
        ("told-number", value(&number, Shape::Phone, Step::Number)),
        ("told-unit", value(&State { typed: Typed("90".to_owned()), ..town.clone() }, Shape::Period, Step::Unit)),
        ("told-wrong", wrong),
    ];
    let some = all.into_iter().filter_map(|(name, state)| Some((name, state?)));
    [("told-event", event), ("told-waiting", waiting), ("told-town", town)].into_iter().chain(some).collect()
}
