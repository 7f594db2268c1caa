//! A card: one procedure, with everything that somebody wants to know before setting out.

use super::{Due, Said};
use crate::{content::Facts, expr::Expr, words::Line};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Unique within its navigator.
    pub id: String,
    pub title: Said,
    /// For whom it is.
    pub when: Expr,
    /// By when, in words.
    pub deadline: Said,
    /// The same as far as it can be counted: decides the order, and the day where that is known.
    pub due: Due,
    pub place: Said,
    pub bring: Vec<Said>,
    /// Whether, and how, it can be done from home; may be empty.
    pub home: Said,
    /// What to say on the telephone; may be empty.
    pub phone: Said,
    /// Sums, and whatever else is good to know.
    pub note: Vec<Said>,
    /// The law or rule it is from; not translated, because it is what is said at the counter.
    pub law: Line,
    /// What applies differs from town to town.
    pub local: bool,
    pub manner: Manner,
    /// Names of places of the kiosk that tell more: `guide/risai`, `lesson/wifi-01`.
    pub see: Vec<String>,
    /// Where it is dated otherwise than its navigator.
    pub facts: Option<Facts>,
}

/// How a card is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Manner {
    #[default]
    Plain,
    /// Says only where to ask; never printed, and not heard unless that is asked for.
    Sensitive,
    /// Before all else: as soon as it is certain, nothing more is asked.
    Stop,
}

impl Card {
    /// Every text that is shown of it, in reading order.
    pub(super) fn said(&self) -> impl Iterator<Item = &Said> {
        let one = [&self.title, &self.deadline, &self.place];
        one.into_iter().chain(&self.bring).chain([&self.home, &self.phone]).chain(&self.note)
    }

    pub(super) fn said_mut(&mut self) -> impl Iterator<Item = &mut Said> {
        let Self { title, deadline, place, bring, home, phone, note, .. } = self;
        [title, deadline, place].into_iter().chain(bring).chain([home, phone]).chain(note)
    }
}
