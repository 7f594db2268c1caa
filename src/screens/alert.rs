//! What must be heard of at once lies over whatever page is there: what was issued, what to do, how old it is. Read out twice, put away with one
//! press or after ten minutes; what was beneath goes on where it was. No sound of a real alarm is ever made.

use super::{Event, Place, View, danger};
use crate::{
    alert::{Claim, Fact, Hazard, State as Standing},
    config::{Appealed, Meant, Ordered},
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
    /// What staff put up.
    pub appeal: Option<Appealed>,
    /// Put away at this moment, on the kiosk's own clock.
    pub until: Duration,
    pub drilling: Drilling,
}

/// How it stands to a drill.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drilling {
    #[default]
    No,
    /// It is part of one.
    Running,
    /// It is real, and ended one.
    CutShort,
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
    /// Loud by night too: level 5, tsunamis and what staff say wait for no morning.
    pub fn wakes(&self) -> bool {
        let wakes = |claim: &Claim| claim.level == Some(5) || claim.hazard == Hazard::Tsunami;
        let ordered = self.order.and_then(|ordered| ordered.order).is_some_and(|order| order.level() == 5);
        let appealed = self.appeal.is_some_and(|appealed| appealed.appeal.is_some());
        ordered || appealed || self.facts.iter().any(|fact| fact.claim.is_urgent() && wakes(&fact.claim))
    }

    /// What is said, twice.
    pub fn script(&self, view: &View<'_>) -> Vec<Said> {
        let heard = page(self, view).parts.into_iter().filter(|part| part.kind() == Some(Kind::Alert));
        let once = Page { parts: heard.collect() }.script();
        let mark = self.mark(view).map(|line| Said { id: "".into(), line });
        let last = mark.clone().filter(|_| self.drilling == Drilling::Running);
        mark.into_iter().chain(once.clone()).chain(once).chain(last).collect()
    }

    fn meant(&self) -> Meant {
        if self.drilling == Drilling::Running { Meant::Drill } else { Meant::Real }
    }

    /// That it is a drill, or that it is none.
    fn mark(&self, view: &View<'_>) -> Option<Line> {
        match self.drilling {
            Drilling::No => None,
            Drilling::Running => Some(view.words().drill_this_is()),
            Drilling::CutShort => Some(view.words().drill_none()),
        }
    }
}

pub fn title(state: &State, view: &View<'_>) -> Line {
    danger::marked(state.meant(), view.words().danger_takeover(), view)
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let seen = danger::marked(state.meant(), w.danger_seen(), view);
    let seen = Control::button("alert/seen", seen, Msg::Seen).icon("check").weight(Weight::Primary);
    let more = Control::button("alert/more", w.danger_more(), Msg::More).icon("warning");
    // The one press stands on every leaf, however large the letters are; in a drill it says so, where they push the title away.
    let mut parts = vec![Part::group(Kind::Top, [Part::text(Level::Title, title(state, view)), seen.into()])];
    // A drill is named by the title, by every name, at the end and by the voice: what it is about stands on the first leaf.
    let cut_short = state.mark(view).filter(|_| state.drilling == Drilling::CutShort);
    parts.extend(cut_short.map(|line| Part::group(Kind::Callout(Tone::Care), [Part::text(Level::Lead, line)])));
    let ordered = |ordered| (danger::order_words(ordered, view), danger::order_since(ordered, view));
    let issued = |fact: &Fact| (one(&fact.claim, view), danger::since(fact, view));
    let appealed = |appealed| (danger::appeal_words(appealed, view), danger::appeal_since(appealed, view));
    let put_up = state.appeal.iter().map(appealed).chain(state.order.iter().map(ordered));
    for (said, since) in put_up.chain(state.facts.iter().map(issued)) {
        parts.push(Part::group(Kind::Alert, [said]));
        parts.push(Part::text(Level::Age, since));
    }
    parts.push(Part::group(Kind::Row, [more.into()]));
    // What staff put up is theirs alone.
    let source = (!state.facts.is_empty()).then(|| w.danger_source());
    let last = if state.meant().is_real() { source } else { Some(w.drill_this_is()) };
    parts.extend(last.map(|line| Part::text(Level::Note, line)));
    Page::new(parts)
}

fn one(claim: &Claim, view: &View<'_>) -> Part<Msg> {
    let name = danger::name(claim, view);
    if claim.state != Standing::Active {
        let lines = [danger::gone(claim, view), view.words().danger_over_not_safe()];
        return Part::group(Kind::Callout(Tone::Care), lines.map(|line| Part::text(Level::Lead, line)));
    }
    let mut parts = vec![Part::text(Level::Hello, name)];
    // What to do is larger than what it is called: the first words to be read from the other end of the room.
    let levels = std::iter::once(Level::Heading).chain(std::iter::repeat(Level::Lead));
    let acts = danger::lines(claim, danger::Here::NotKnown, view);
    parts.extend(acts.into_iter().zip(levels).map(|(line, level)| Part::text(level, line)));
    parts.extend(danger::details(claim, view).into_iter().map(|line| Part::text(Level::Body, line)));
    let kind = claim.level.and_then(WarningLevel::of).map_or(Kind::Callout(Tone::Danger), Kind::Warned);
    Part::group(kind, parts)
}

/// What of it stands on every page after it was put away: one line that leads to the page.
pub fn banner(name: Line) -> Control<Place> {
    Control::button("banner/danger", name, Place::Danger).icon("warning")
}

/// By what it is called: what staff put up first, then what the municipality ordered, else what was issued.
pub fn gravest(
    appealed: Option<Appealed>,
    ordered: Option<Ordered>,
    claim: Option<&Claim>,
    view: &View<'_>,
) -> Option<Line> {
    let appeal = appealed.and_then(|put| Some(danger::appeal_name(put.appeal?, put.meant, view)));
    let order = ordered.and_then(|ordered| Some(danger::order_name(ordered.order?, ordered.meant, view)));
    appeal.or(order).or_else(|| claim.map(|claim| danger::name(claim, view)))
}
