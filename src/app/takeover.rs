//! What is so urgent that it comes over the whole screen, and when it comes again: for a graver level, another danger, a new order. Nothing
//! beneath is lost by it, and whoever left the kiosk is forgotten all the same.

use super::{Model, Msg, hear};
use crate::{
    alert::{Claim, Fact, Hazard},
    config::{Alerted, Change, Dusk},
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

impl Model {
    fn is_told(&self, claim: &Claim) -> bool {
        let (what, weight) = (what(claim), weight(claim));
        self.standing.own.alerted.iter().any(|told| told.what == what && told.weight >= weight)
    }

    /// What stands has changed, or another visit has begun.
    pub(super) fn take_over(&mut self) -> Vec<Job> {
        let Some(situation) = self.standing.situation.clone().filter(|found| found.town.is_some()) else {
            return vec![];
        };
        let urgent = urgent(&situation);
        let mut jobs = self.forget_what_ended(&urgent);
        let shown = match &self.overlay {
            Some(Overlay::Alert(state)) => state.facts.clone(),
            _ => vec![],
        };
        let known = |fact: &Fact| {
            let graver =
                |old: &Fact| what(&old.claim) == what(&fact.claim) && weight(&old.claim) >= weight(&fact.claim);
            shown.iter().any(|old| graver(old) && old.claim.is_urgent())
        };
        let new: Vec<Fact> = urgent.iter().filter(|fact| !self.is_told(&fact.claim) && !known(fact)).cloned().collect();
        if !new.is_empty() {
            // Everything urgent together, so that the newest does not hide the gravest.
            self.overlay =
                Some(Overlay::Alert(alert::State { facts: urgent, until: self.standing.running + alert::SHOWN }));
            jobs.extend(self.tell_twice());
        } else if let Some(Overlay::Alert(state)) = &mut self.overlay {
            // What stands over the page says what has become of it.
            for old in &mut state.facts {
                let now = situation.facts.iter().find(|fact| what(&fact.claim) == what(&old.claim));
                match now {
                    Some(now) => old.clone_from(now),
                    None => old.claim.state = crate::alert::State::Unknown,
                }
            }
        }
        jobs
    }

    /// What is no longer in force would come anew if it were issued anew.
    fn forget_what_ended(&mut self, urgent: &[Fact]) -> Vec<Job> {
        let alerted = &self.standing.own.alerted;
        let still = |told: &Alerted| urgent.iter().any(|fact| what(&fact.claim) == told.what);
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
        let seen: Vec<Alerted> = state
            .facts
            .iter()
            .filter(|fact| fact.claim.is_urgent())
            .map(|fact| Alerted { what: what(&fact.claim), weight: weight(&fact.claim) })
            .collect();
        let others = self.standing.own.alerted.iter().filter(|told| !seen.iter().any(|one| one.what == told.what));
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
        let situation = self.standing.situation.as_deref()?;
        let gravest = urgent(situation).into_iter().find(|fact| self.is_told(&fact.claim))?;
        let hidden = self.overlay.is_some() || self.walk.here() == Place::Danger;
        let line = Page::new([Part::from(alert::banner(&gravest.claim, &self.view()))]).map(Msg::Go);
        let parts = line.parts;
        (!hidden).then(|| Part::Group(Group { kind: Kind::Banner(Tone::Danger), parts }))
    }
}
