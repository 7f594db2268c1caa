//! What endangers the town: for which town the desk is asked, and what the kiosk makes of the answer.

use super::Model;
use crate::{
    job::{Job, Look, Situation},
    screens::Danger,
};
use smol_str::SmolStr;
use std::sync::Arc;

/// Stands where a kiosk is in no town.
pub(super) const NO_TOWN: SmolStr = SmolStr::new_static("none");

impl Model {
    /// The code of the town of this kiosk. Of a made-up one nobody issues anything.
    pub(super) fn town(&self) -> Option<SmolStr> {
        self.standing.config.town.as_ref().filter(|town| !town.is_sample()).map(|town| town.code.clone())
    }

    /// Find out what stands for the town.
    pub(super) fn look(&self) -> Job {
        Job::Look(Look::For(self.town()))
    }

    /// The same, where the town is another than it was.
    pub(super) fn look_again(&self, before: Option<&SmolStr>) -> Vec<Job> {
        if self.town().as_ref() == before { vec![] } else { vec![self.look()] }
    }

    /// Whether anything is in force for which practice must not be taken: every order is level 3 or more.
    pub(super) fn weigh(&mut self) {
        let standing = &mut self.standing;
        let facts = standing.situation.as_deref().map(|found| found.facts.as_slice()).unwrap_or_default();
        let ordered = standing.own.order.is_some_and(|ordered| ordered.order.is_some());
        let grave = ordered || facts.iter().any(|fact| fact.claim.is_grave());
        standing.danger = if grave { Danger::InForce } else { Danger::None };
    }

    pub(super) fn found(&mut self, found: Arc<Situation>) -> Vec<Job> {
        // Found for a town that this kiosk stood in before: the answer for the new one is on its way.
        if found.town == self.town() {
            self.screen.learn(&found);
            self.standing.situation = Some(found);
            self.weigh();
            return self.real_changed();
        }
        vec![]
    }
}
