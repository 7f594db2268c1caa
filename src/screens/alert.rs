//! What must be heard of at once lies over whatever page is there: what was issued, what to do, how old it is. Read out twice, put away with one
//! press or after ten minutes; what was beneath goes on where it was. No sound of a real alarm is ever made.

use super::{Event, Place, View, danger};
use crate::{
    alert::{Claim, Fact, Hazard, State as Standing},
    config::Ordered,
    page::{Control, Kind, Level, Page, Part, Said, Tone, WarningLevel, Weight},
    words::Line,
};
use std::time::Duration;

/// Put away by itself after this.
pub const SHOWN: Duration = Duration::from_mins(10);

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The gravest first. What ended since it was shown stands there still, and says so.
    pub facts: Vec<Fact>,
    /// What the municipality ordered, where that is new.
    pub order: Option<Ordered>,
    /// Put away at this moment, on the kiosk's own clock.
    pub until: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    Seen,
    More,
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Seen => vec![Event::Close],
        Msg::More => vec![Event::Close, Event::Go(Place::Danger)],
    }
}

impl State {
    /// Loud by night too: level 5 and tsunamis wait for no morning.
    pub fn wakes(&self) -> bool {
        let wakes = |claim: &Claim| claim.level == Some(5) || claim.hazard == Hazard::Tsunami;
        let ordered = self.order.and_then(|ordered| ordered.order).is_some_and(|order| order.level() == 5);
        ordered || self.facts.iter().any(|fact| fact.claim.is_urgent() && wakes(&fact.claim))
    }

    /// What is said, twice.
    pub fn script(&self, view: &View<'_>) -> Vec<Said> {
        let heard = page(self, view).parts.into_iter().filter(|part| part.kind() == Some(Kind::Alert));
        let once = Page { parts: heard.collect() }.script();
        [once.clone(), once].concat()
    }
}

pub fn title(view: &View<'_>) -> Line {
    view.words().danger_takeover()
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let seen = Control::button("alert/seen", w.danger_seen(), Msg::Seen).icon("check").weight(Weight::Primary);
    let more = Control::button("alert/more", w.danger_more(), Msg::More).icon("warning");
    let mut parts = vec![Part::group(Kind::Top, [Part::text(Level::Title, title(view))])];
    let mut buttons = Some(Part::group(Kind::Row, [seen.into(), more.into()]));
    let ordered = |ordered| (danger::order_words(ordered, view), danger::order_since(ordered, view));
    let issued = |fact: &Fact| (one(&fact.claim, view), danger::since(fact, view));
    for (said, since) in state.order.iter().map(ordered).chain(state.facts.iter().map(issued)) {
        parts.push(Part::group(Kind::Alert, [said]));
        // The one press stands with the gravest, before whatever else there is.
        parts.extend(buttons.take());
        parts.push(Part::text(Level::Age, since));
    }
    parts.extend(buttons);
    parts.push(Part::text(Level::Note, w.danger_source()));
    Page::new(parts)
}

fn one(claim: &Claim, view: &View<'_>) -> Part<Msg> {
    let name = danger::name(claim, view);
    if claim.state != Standing::Active {
        let lines = [danger::gone(claim, view), view.words().danger_over_not_safe()];
        return Part::group(Kind::Callout(Tone::Care), lines.map(|line| Part::text(Level::Lead, line)));
    }
    let mut parts = vec![Part::text(Level::Hello, name)];
    let acts = danger::lines(claim, danger::Here::NotKnown, view);
    parts.extend(acts.into_iter().map(|line| Part::text(Level::Lead, line)));
    parts.extend(danger::details(claim, view).into_iter().map(|line| Part::text(Level::Body, line)));
    let kind = claim.level.and_then(WarningLevel::of).map_or(Kind::Callout(Tone::Danger), Kind::Warned);
    Part::group(kind, parts)
}

/// What of it stands on every page after it was put away: one line that leads to the page.
pub fn banner(name: Line) -> Control<Place> {
    Control::button("banner/danger", name, Place::Danger).icon("warning")
}

/// By what it is called: what the municipality ordered first, else what was issued.
pub fn gravest(ordered: Option<Ordered>, claim: Option<&Claim>, view: &View<'_>) -> Option<Line> {
    let order = ordered.and_then(|ordered| ordered.order).map(|order| danger::order_name(order, view));
    order.or_else(|| claim.map(|claim| danger::name(claim, view)))
}
