//! What is so urgent that it comes over the whole screen, and when it comes again: for a graver level, another danger, a new order. Nothing
//! beneath is lost by it, and whoever left the kiosk is forgotten all the same.

use super::{Model, Msg, hear};
use crate::{
    alert::{Claim, Fact, Hazard, State},
    config::{Alerted, Change, Dusk, Ordered},
    job::{Job, Situation},
    page::{Group, Kind, Page, Part, Tone},
    screens::{Overlay, Place, alert},
};
use std::time::Duration;

/// Which danger a claim is about: one earthquake is not another.
fn what(claim: &Claim) -> String {
    match (claim.hazard, claim.field("event").or_else(|| claim.field("river"))) {
        (Hazard::Earthquake | Hazard::Flood, Some(which)) => format!("{}/{which}", claim.hazard.id()),
        (hazard, _) => hazard.id(),
    }
}

/// Levels as they were issued; what has none by the rank of its name.
fn weight(claim: &Claim) -> u8 {
    claim.level.unwrap_or(claim.grade as u8)
}

/// What has to be told, the gravest first. 特別警報報知 only calls attention to what another telegram says.
fn urgent(situation: &Situation) -> Vec<Fact> {
    let mut all: Vec<Fact> = situation.facts.iter().filter(|fact| fact.claim.is_urgent()).cloned().collect();
    if all.iter().any(|fact| fact.claim.hazard != Hazard::Weather) {
        all.retain(|fact| fact.claim.hazard != Hazard::Weather);
    }
    all
}

/// What an order is kept as once it was seen: each is one of its own, so that a new one comes again.
fn order_told(ordered: Ordered) -> Option<Alerted> {
    let order = ordered.order?;
    Some(Alerted { what: format!("{ORDER}/{}", ordered.at), weight: order.level() })
}

const ORDER: &str = "order";

/// What stands over the page, as it is now.
fn become_of(old: &mut Fact, situation: &Situation) {
    match situation.facts.iter().find(|fact| what(&fact.claim) == what(&old.claim)) {
        Some(now) => old.clone_from(now),
        None => old.claim.state = State::Unknown,
    }
}

impl Model {
    fn is_told(&self, claim: &Claim) -> bool {
        let (what, weight) = (what(claim), weight(claim));
        self.standing.own.alerted.iter().any(|told| told.what == what && told.weight >= weight)
    }

    /// What stands has changed, or the municipality ordered something.
    pub(super) fn take_over(&mut self) -> Vec<Job> {
        let situation = self.standing.situation.clone().filter(|found| found.town.is_some());
        let urgent = situation.as_deref().map(urgent).unwrap_or_default();
        let order = self.standing.own.order.filter(|ordered| ordered.order.is_some());
        let mut jobs = if situation.is_some() { self.forget_what_ended(&urgent) } else { vec![] };
        let (shown, before) = match &self.overlay {
            Some(Overlay::Alert(state)) => (state.facts.clone(), state.order),
            _ => (vec![], None),
        };
        let known = |fact: &Fact| {
            let graver =
                |old: &Fact| what(&old.claim) == what(&fact.claim) && weight(&old.claim) >= weight(&fact.claim);
            shown.iter().any(|old| graver(old) && old.claim.is_urgent())
        };
        let fresh = |fact: &Fact| !self.is_told(&fact.claim) && !known(fact);
        let ordered = order.is_some_and(|ordered| Some(ordered) != before && !self.is_order_told(ordered));
        if ordered || urgent.iter().any(fresh) {
            // Everything urgent together, so that the newest does not hide the gravest.
            let until = self.standing.running + alert::SHOWN;
            self.overlay = Some(Overlay::Alert(alert::State { order, facts: urgent, until }));
            jobs.extend(self.tell_twice());
        } else if let (Some(Overlay::Alert(state)), Some(situation)) = (&mut self.overlay, &situation) {
            // What stands over the page says what has become of it.
            state.order = self.standing.own.order.filter(|_| state.order.is_some());
            state.facts.iter_mut().for_each(|old| become_of(old, situation));
        }
        jobs
    }

    fn is_order_told(&self, ordered: Ordered) -> bool {
        let told = order_told(ordered);
        self.standing.own.alerted.iter().any(|known| Some(known) == told.as_ref())
    }

    /// What is no longer in force would come anew if it were issued anew.
    fn forget_what_ended(&mut self, urgent: &[Fact]) -> Vec<Job> {
        let alerted = &self.standing.own.alerted;
        let still =
            |told: &Alerted| told.what.starts_with(ORDER) || urgent.iter().any(|fact| what(&fact.claim) == told.what);
        let left: Vec<Alerted> = alerted.iter().filter(|told| still(told)).cloned().collect();
        if left.len() == alerted.len() { vec![] } else { self.keep(Change::Alerted(left)) }
    }

    /// Aloud, unless a screen reader says it, or it is night and it can wait until somebody looks.
    fn tell_twice(&mut self) -> Vec<Job> {
        let Some(Overlay::Alert(state)) = &self.overlay else { return vec![] };
        let asleep = Dusk::ByClock.is_night(self.standing.now) && !state.wakes();
        if asleep || self.is_read_elsewhere() {
            return self.hush();
        }
        let script = state.script(&self.view());
        self.follows = false;
        hear::spoken(self.reading.start(script, self.settings.tongue.clone()))
    }

    /// It was seen, or stood there long enough: from now on a line on every page says it.
    pub(super) fn put_away(&mut self) -> Vec<Job> {
        let Some(Overlay::Alert(state)) = &self.overlay else { return vec![] };
        let ordered = state.order.and_then(order_told);
        let seen: Vec<Alerted> = state
            .facts
            .iter()
            .filter(|fact| fact.claim.is_urgent())
            .map(|fact| Alerted { what: what(&fact.claim), weight: weight(&fact.claim) })
            .chain(ordered)
            .collect();
        let again = |told: &&Alerted| {
            let order = state.order.is_some() && told.what.starts_with(ORDER);
            order || seen.iter().any(|one| one.what == told.what)
        };
        let others = self.standing.own.alerted.iter().filter(|told| !again(told));
        let all: Vec<Alerted> = others.cloned().chain(seen.iter().cloned()).collect();
        self.keep(Change::Alerted(all))
    }

    /// Somebody goes on from what lies over the page: they have seen it.
    pub(super) fn leave_alert(&mut self) -> Vec<Job> {
        let jobs = self.put_away();
        if self.overlay.as_ref().is_some_and(Overlay::is_alert) {
            self.overlay = None;
        }
        jobs
    }

    /// What a person asked for lies where the alert lay.
    pub(super) fn lay_instead(&mut self, overlay: Overlay) -> Vec<Job> {
        let mut jobs = self.leave_alert();
        jobs.extend(self.lay_over(overlay));
        jobs
    }

    /// Under an alert nobody is asked whether they are there; who left is forgotten all the same, and what stood long enough goes.
    pub(super) fn wait_beneath(&mut self, running: Duration) -> Vec<Job> {
        let quiet = self.quiet();
        if self.begun && running.saturating_sub(self.touched) >= quiet.before + quiet.warning {
            return self.end_visit();
        }
        if self.overlay.as_ref().and_then(Overlay::goes).is_some_and(|until| until <= running) {
            return self.uncover();
        }
        vec![]
    }

    /// What stands on every page below its title while it is in force and was put away.
    pub(super) fn banner(&self) -> Option<Part<Msg>> {
        let urgent = self.standing.situation.as_deref().map(urgent).unwrap_or_default();
        let ordered = self.standing.own.order.filter(|ordered| self.is_order_told(*ordered));
        let gravest = urgent.iter().find(|fact| self.is_told(&fact.claim));
        let name = alert::gravest(ordered, gravest.map(|fact| &fact.claim), &self.view())?;
        let hidden = self.overlay.is_some() || self.walk.here() == Place::Danger;
        let line = Page::new([Part::from(alert::banner(name))]).map(Msg::Go);
        let parts = line.parts;
        (!hidden).then(|| Part::Group(Group { kind: Kind::Banner(Tone::Danger), parts }))
    }
}
