//! What a town offers in the words of the kiosk: what kind of thing it is, and how sure that is. The page shows it, and the search finds it.

use super::{Offer, State, Town};
use crate::words::{Line, Words};

/// What people ask for most; a plan that does not speak of it leaves it open, and that is said.
pub const ASKED: [&str; 7] = ["class", "support", "wifi", "line", "bousai", "convenience", "card"];

impl Offer {
    /// What such a thing is called.
    pub fn name(&self, w: &Words) -> Line {
        name(self.kind, w)
    }

    /// What such a thing is.
    pub fn what(&self, w: &Words) -> Line {
        w.get(&format!("offer-{}-what", self.kind)).unwrap_or_default()
    }

    /// Whether the plan says that it is there, and since when.
    pub fn told(&self, w: &Words) -> Line {
        let state = match self.state {
            State::Running => w.offer_state_running(),
            State::Planned => w.offer_state_planned(),
            State::Considered => w.offer_state_considered(),
            State::Named => w.offer_state_named(),
        };
        match &self.when {
            Some(when) => w.offer_told(&state, when.line(w.tongue())),
            None => state,
        }
    }
}

impl Town {
    /// What its plan does not speak of, of what people ask for most, by name.
    pub fn silent_about(&self, w: &Words) -> Vec<Line> {
        let told = |kind: &str| self.offers.iter().any(|offer| offer.kind == kind);
        ASKED.into_iter().filter(|kind| !told(kind)).map(|kind| name(kind, w)).collect()
    }
}

fn name(kind: &str, w: &Words) -> Line {
    w.get(&format!("offer-{kind}")).unwrap_or_default()
}
