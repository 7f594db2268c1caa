//! A navigator: the questions, and the cards that their answers lead to.

use super::{Amount, Card, Said};
use crate::{content::Facts, expr::Expr, words::Tongue};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Navigator {
    /// The name of its file.
    pub id: String,
    pub title: Said,
    /// What somebody knows afterwards.
    pub lead: Said,
    /// Name of a drawing in `kit/icons`.
    pub icon: String,
    /// Shelves it stands on: of [`crate::content::GROUPS`].
    pub groups: Vec<String>,
    /// Smaller stands further up.
    pub order: u16,
    pub tags: Vec<String>,
    /// About death, violence, money or health: the visit ends sooner when nobody is there.
    pub tender: bool,
    /// Said before the first question, and above the lists: what runs out soon.
    pub notice: Vec<Said>,
    /// Names of places of the kiosk that tell more.
    pub see: Vec<String>,
    pub questions: Vec<Question>,
    pub cards: Vec<Card>,
    /// The sums that its texts name.
    pub amounts: BTreeMap<String, Amount>,
    pub tests: Vec<Persona>,
    pub facts: Facts,
    /// Every tongue it was translated into, and whether a person who speaks it has read that.
    pub reviewed: Vec<(Tongue, bool)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// What conditions call its answer.
    pub id: String,
    pub ask: Said,
    /// Why it is asked, or where to look; may be empty.
    pub note: Said,
    pub way: Way,
    pub options: Vec<Choice>,
    /// What is pressed by whoever does not know; empty: わからない.
    pub unknown: Said,
    /// Asked only when this holds.
    pub show: Option<Expr>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    #[default]
    One,
    Many,
    /// A day that has passed.
    Day,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    pub id: String,
    pub name: Said,
    /// Nobody who comes later may see that it was chosen.
    pub sensitive: bool,
}

/// Somebody in a certain situation, and what the lists must say then: judged from the law by whoever wrote it, not by running it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Persona {
    pub name: String,
    /// Question, or `event.…`, → answers.
    pub given: Vec<(String, Vec<String>)>,
    /// Cards that are certain, whether or not the town has its own rules.
    pub expect: Vec<String>,
    /// Cards that are to be confirmed.
    pub maybe: Vec<String>,
    /// The card that stops everything else.
    pub stop: Option<String>,
}

impl Navigator {
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == id)
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// Every text that is shown of it, in reading order.
    pub(super) fn said(&self) -> impl Iterator<Item = &Said> {
        let own = [&self.title, &self.lead].into_iter().chain(&self.notice);
        own.chain(self.questions.iter().flat_map(Question::said)).chain(self.cards.iter().flat_map(Card::said))
    }

    pub(super) fn said_mut(&mut self) -> impl Iterator<Item = &mut Said> {
        let Self { title, lead, notice, questions, cards, .. } = self;
        let own = [title, lead].into_iter().chain(notice);
        own.chain(questions.iter_mut().flat_map(Question::said_mut)).chain(cards.iter_mut().flat_map(Card::said_mut))
    }
}

impl Question {
    fn said(&self) -> impl Iterator<Item = &Said> {
        let own = [&self.ask, &self.note].into_iter();
        own.chain(self.options.iter().map(|option| &option.name)).chain([&self.unknown])
    }

    fn said_mut(&mut self) -> impl Iterator<Item = &mut Said> {
        let Self { ask, note, options, unknown, .. } = self;
        let own = [ask, note].into_iter();
        own.chain(options.iter_mut().map(|option| &mut option.name)).chain([unknown])
    }
}
