//! The way a person has come: places, each with the leaf it was left at. Never empty; the first is always home.

use crate::{page::Id, screens::Place};

/// Steps that are kept; older ones are forgotten, so that nobody has to go back through an afternoon.
const LONGEST: usize = 30;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// Behind home, oldest first.
    steps: Vec<Step>,
    /// The leaf at which home was left.
    home: Id,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    place: Place,
    anchor: Id,
}

impl Walk {
    /// Where one is.
    pub fn here(&self) -> Place {
        self.steps.last().map_or(Place::Home, |step| step.place.clone())
    }

    /// How many steps one can go back.
    pub const fn len(&self) -> usize {
        self.steps.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Goes on to a place; `anchor` is the leaf that is left. Going home forgets the way.
    pub(super) fn go(&mut self, place: Place, anchor: Id) {
        if place == Place::Home {
            *self = Self::default();
            return;
        }
        match self.steps.last_mut() {
            Some(step) => step.anchor = anchor,
            None => self.home = anchor,
        }
        if self.here() != place {
            self.steps.push(Step { place, anchor: Id::default() });
        }
        if self.steps.len() > LONGEST {
            self.steps.remove(0);
        }
    }

    /// One step back: where one is then, and the leaf it was left at.
    pub(super) fn back(&mut self) -> (Place, Id) {
        self.steps.pop();
        self.steps.last().map_or((Place::Home, self.home.clone()), |step| (step.place.clone(), step.anchor.clone()))
    }
}
