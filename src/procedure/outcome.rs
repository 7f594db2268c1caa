//! The three lists: what is certain, what is to be confirmed, what the town decides. What is not known widens them and takes nothing away.

use super::{
    Amount, Answer, Answers, Around, Card, Due, Manner, Navigator, Said,
    amount::{fill, named},
    answers::Reading,
};
use crate::{
    content::City,
    expr::Truth,
    words::{Line, Words},
};
use jiff::civil::Date;

/// What the answers lead to, each list by deadline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome<'n> {
    /// It comes before all else; then the lists are empty.
    pub stop: Option<&'n Card>,
    /// かならず.
    pub must: Vec<Found<'n>>,
    /// たぶん（確認が必要）.
    pub confirm: Vec<Found<'n>>,
    /// 市によって.
    pub depends: Vec<Found<'n>>,
    /// Where to ask in confidence: shown apart, never printed.
    pub quiet: Vec<Found<'n>>,
}

/// A card that is for whoever asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<'n> {
    pub card: &'n Card,
    pub truth: Truth,
    /// The last day, where it is known.
    pub by: Option<Date>,
}

impl Navigator {
    pub(super) fn stop_by(&self, reading: &Reading<'_>) -> Option<&Card> {
        let stops = |card: &&Card| card.manner == Manner::Stop && reading.truth(&card.when) == Truth::True;
        self.cards.iter().find(stops)
    }

    /// The lists for these answers.
    pub fn outcome(&self, answers: &Answers, around: &Around) -> Outcome<'_> {
        let reading = Reading::new(self, answers, around);
        let mut out = Outcome { stop: self.stop_by(&reading), ..Outcome::default() };
        if out.stop.is_some() {
            return out;
        }
        for card in &self.cards {
            let truth = reading.truth(&card.when);
            if truth == Truth::False {
                continue;
            }
            let found = Found { card, truth, by: last(card, answers) };
            let list = match (card.manner, truth) {
                (Manner::Sensitive, _) => &mut out.quiet,
                (_, Truth::Unknown) => &mut out.confirm,
                _ if card.local => &mut out.depends,
                _ => &mut out.must,
            };
            list.push(found);
        }
        for list in [&mut out.must, &mut out.confirm, &mut out.depends, &mut out.quiet] {
            list.sort_by_key(|found| found.card.due.urgency(found.by, around.today));
        }
        out
    }

    /// Whether something was answered that nobody who comes later may see.
    pub fn is_sensitive(&self, answers: &Answers) -> bool {
        self.questions.iter().any(|question| {
            let chosen = |id: &str| match answers.get(&question.id) {
                Some(Answer::One(option)) => option == id,
                Some(Answer::Many { chosen, .. }) => chosen.contains(id),
                _ => false,
            };
            question.options.iter().any(|option| option.sensitive && chosen(&option.id))
        })
    }

    /// A text of it as it is shown: what the town says and the sums of the day put in.
    pub fn line(&self, said: &Said, (city, today): (&City, Option<Date>), w: &Words) -> Line {
        let sum = |name: &str| {
            let amount: Option<&Amount> = self.amounts.get(name);
            amount.map_or_else(|| w.guide_city_unknown(), |amount| amount.line(today, w))
        };
        let line = said.line(w.tongue());
        let filled = fill(&city.fill(&line, w), &sum);
        match line.tongue() {
            Some(tongue) => filled.in_tongue(tongue),
            None => filled,
        }
    }

    /// Every sum that it names.
    pub(super) fn named_amounts(&self) -> Vec<String> {
        let texts: Vec<String> = self.said().map(|said| said.original().plain()).collect();
        texts.iter().flat_map(|text| named(text)).map(str::to_owned).collect()
    }
}

fn last(card: &Card, answers: &Answers) -> Option<Date> {
    match &card.due {
        Due::On(day) => Some(*day),
        Due::Within(term) => match answers.get(&term.after) {
            Some(Answer::Day(day)) => term.last(*day),
            _ => None,
        },
        Due::Now | Due::Before | Due::Soon | Due::Open | Due::Local => None,
    }
}
