//! What a town's people can use, as the plan of the town says, and one such thing with its place in the plan. It says of which year the plan
//! is, and whom to ask, before anything else: a plan is not a promise.

use super::{Event, Place, View};
use crate::{
    config::{About, Contact, Offer, Town},
    job::Origin,
    page::{Control, Kind, Level, Page, Part, Role, Tone},
    words::{Line, Words},
};
use smol_str::SmolStr;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The town by its id; one that is not known has nothing to show.
    pub town: SmolStr,
    /// One thing that it offers, or all of them.
    pub offer: Option<SmolStr>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Open(Place),
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    let Msg::Open(place) = msg;
    vec![Event::Go(place)]
}

pub fn title(state: &State, view: &View<'_>) -> Line {
    let w = view.words();
    town(state, view).map_or_else(|| w.group_procedures(), |town| w.town_title(called(town, w)))
}

/// Nothing of a made-up town is told in a shelter.
fn town<'v>(state: &State, view: &View<'v>) -> Option<&'v Town> {
    view.towns().find(|town| town.id == state.town)
}

/// What the search found of a town (`mooka/line`): where that is, unless nothing of that town is told here.
pub(super) fn place(id: &str, view: &View<'_>) -> Option<(Place, Origin)> {
    let (id, offer) = id.split_once('/').map_or((id, None), |(id, offer)| (id, Some(offer)));
    let town = view.towns().find(|town| town.id == id)?;
    let origin = if town.is_sample() { Origin::Sample } else { Origin::Town };
    Some((Place::Town { id: id.into(), offer: offer.map(Into::into) }, origin))
}

/// Leads to what the town of this kiosk offers; stands first among the procedures.
pub(super) fn door<M>(view: &View<'_>, msg: impl Fn(Place) -> M) -> Option<Part<M>> {
    let id = &view.standing.config.town.as_ref()?.id;
    let town = view.towns().find(|town| town.id == *id && !town.offers.is_empty())?;
    let (w, place) = (view.words(), Place::Town { id: id.clone(), offer: None });
    let row = Control::new(Role::Row, format!("row/{place}"), w.town_title(called(town, w)), msg(place));
    Some(row.detail(w.town_row_detail()).icon("house").into())
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let top = Part::group(Kind::Top, [Part::text(Level::Title, title(state, view))]);
    let body = match (town(state, view), &state.offer) {
        (None, _) => nothing(w),
        (Some(town), None) => all(town, view),
        (Some(town), Some(kind)) => match town.offers.iter().find(|offer| offer.kind == kind) {
            Some(offer) => one(town, offer, view),
            None => nothing(w),
        },
    };
    Page::new([top].into_iter().chain(body))
}

fn nothing(w: &Words) -> Vec<Part<Msg>> {
    vec![Part::text(Level::Lead, w.wait_empty()), Part::text(Level::Body, w.wait_empty_remedy())]
}

fn all(town: &Town, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let mut out = vec![Part::text(Level::Age, source(town, w))];
    for about in About::ALL {
        let rows: Vec<_> =
            town.offers.iter().filter(|offer| offer.about == about).map(|offer| row(town, offer, w)).collect();
        if !rows.is_empty() {
            out.push(Part::text(Level::Lead, heading(about, w)));
            out.push(Part::group(Kind::List, rows));
        }
    }
    let silent = town.silent_about(w);
    if !silent.is_empty() {
        out.push(Part::text(Level::Lead, w.town_silent()));
        out.extend(silent.into_iter().map(|name| Part::text(Level::Body, name)));
        out.push(Part::text(Level::Body, ask(town, view)));
    }
    if !town.contacts.is_empty() {
        out.push(Part::text(Level::Lead, w.town_contacts()));
        out.extend(town.contacts.iter().flat_map(|known| contact(known, w)));
    }
    out
}

/// What all of this is from.
fn source(town: &Town, w: &Words) -> Line {
    match &town.plan {
        Some(plan) if !town.is_sample() => w.town_from_plan(plan.made.line(w.tongue()), called(town, w)),
        _ => w.town_from_sample(),
    }
}

fn heading(about: About, w: &Words) -> Line {
    match about {
        About::News => w.town_about_news(),
        About::Counter => w.town_about_counter(),
        About::Learn => w.town_about_learn(),
        About::Life => w.town_about_life(),
    }
}

fn row(town: &Town, offer: &Offer, w: &Words) -> Part<Msg> {
    let place = Place::Town { id: town.id.clone(), offer: Some(offer.kind.into()) };
    Control::new(Role::Row, format!("row/{place}"), offer.name(w), Msg::Open(place)).detail(offer.told(w)).into()
}

/// The town in the tongue of the words.
fn called<'t>(town: &'t Town, w: &Words) -> &'t Line {
    town.called.line(w.tongue())
}

fn one(town: &Town, offer: &Offer, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let mut out = vec![
        Part::text(Level::Heading, offer.name(w)),
        Part::text(Level::Body, offer.what(w)),
        Part::text(Level::Lead, offer.told(w)),
    ];
    if let Some(note) = &offer.note {
        out.push(Part::text(Level::Body, note.line(w.tongue()).clone()));
        if !note.is_reviewed(w.tongue()) {
            out.push(Part::text(Level::Note, w.guide_not_reviewed()));
        }
    }
    out.push(Part::group(
        Kind::Callout(Tone::Calm),
        [
            Part::text(Level::Lead, w.guide_ask()),
            Part::text(Level::Body, ask(town, view)),
            Control::button("ask", w.bar_call(), Msg::Open(Place::Call)).icon("person").into(),
        ],
    ));
    out.push(Part::text(Level::Age, source(town, w)));
    out.push(Part::text(Level::Note, w.offer_from(&offer.from)));
    out
}

fn ask(town: &Town, view: &View<'_>) -> Line {
    let w = view.words();
    let here = view.standing.config.town.as_ref().is_some_and(|own| own.id == town.id);
    match if here { view.city() } else { &town.city }.number() {
        Some(number) => w.town_ask(number),
        None => w.town_ask_nobody(),
    }
}

fn contact(known: &Contact, w: &Words) -> Vec<Part<Msg>> {
    let mut out = vec![Part::text(Level::Body, known.name.clone())];
    out.extend(known.about.iter().map(|about| Part::text(Level::Body, about.line(w.tongue()).clone())));
    out.extend(known.phone.iter().map(|phone| Part::text(Level::Body, w.city_phone(phone))));
    out.extend(known.mail.iter().map(|mail| Part::text(Level::Body, Line::verbatim(mail))));
    out.extend(known.address.iter().map(|address| Part::text(Level::Body, address.clone())));
    out.push(Part::text(Level::Note, w.offer_from(&known.from)));
    out
}
