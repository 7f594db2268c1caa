//! What there is nearby, by kind. Of what the town has not brought yet it says so.

use super::{Event, Loaded, Place, View, around};
use crate::{
    job::{Origin, Stock, StoreJob},
    page::{Control, Kind, Level, Page, Part},
    words::{Line, Words},
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub stocks: Loaded<Vec<Stock>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Open(Place),
}

impl State {
    pub(super) const fn needs() -> StoreJob {
        StoreJob::Places
    }
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    let Msg::Open(place) = msg;
    vec![Event::Go(place)]
}

pub fn title(view: &View<'_>) -> Line {
    view.words().places_title()
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let top = Part::group(Kind::Top, [Part::text(Level::Title, title(view))]);
    let body = match &state.stocks {
        Loaded::Ready(stocks) => body(stocks, view),
        other => view.instead(other),
    };
    Page::new([top].into_iter().chain(body))
}

fn body(stocks: &[Stock], view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let origin = stocks.iter().map(|stock| stock.origin).max().unwrap_or_default();
    if around::is_refused(origin, view) {
        return around::refused(view);
    }
    if stocks.is_empty() {
        let lines = [(Level::Lead, w.places_none()), (Level::Body, w.places_none_remedy())];
        return lines.map(|(level, line)| Part::text(level, line)).into();
    }
    let of = |kind| stocks.iter().find(|stock| stock.kind == kind);
    let cards = around::KINDS.into_iter().filter_map(of).map(|stock| card(stock, w));
    let missing = around::KINDS.into_iter().filter(|kind| of(*kind).is_none()).map(|kind| around::kind(w, kind));
    let missing = around::listed(missing);
    let mut out: Vec<Part<Msg>> = around::mark(origin, w).into_iter().collect();
    if origin == Origin::Town {
        out.push(Part::text(Level::Body, w.places_choose()));
    }
    out.push(Part::group(Kind::Cards, cards));
    out.extend(missing.map(|kinds| Part::text(Level::Note, w.places_not_yet(kinds))));
    out
}

fn card(stock: &Stock, w: &Words) -> Part<Msg> {
    let place = Place::Near(stock.kind);
    let detail = around::short(w, stock.kind).unwrap_or_else(|| w.places_count(stock.count));
    Control::card(format!("card/{place}"), around::kind(w, stock.kind), Msg::Open(place))
        .icon(around::icon(stock.kind))
        .detail(detail)
        .into()
}
