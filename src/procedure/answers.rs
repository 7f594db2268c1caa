//! What somebody answered, and what conditions make of it. Nothing of it is ever written anywhere: its `Debug` form tells only how much there is.

use super::{Navigator, Question, Way};
use crate::expr::{Expr, Scope, Truth, Value};
use jiff::civil::Date;
use smol_str::SmolStr;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

#[derive(Clone, PartialEq, Eq)]
pub enum Answer {
    /// わからない.
    Unknown,
    One(String),
    Many {
        chosen: BTreeSet<String>,
        rest: Rest,
    },
    Day(Date),
}

/// What is meant of the options that were not chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// They do not apply.
    No,
    Unknown,
}

/// Answers by question.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<String, Answer>);

/// What holds around whoever asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// `event.…`: what staff said of a disaster; what is not here is not known.
    pub events: BTreeMap<SmolStr, bool>,
    /// `None`: the clock is not believed.
    pub today: Option<Date>,
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answer(…)")
    }
}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Answers({})", self.0.len())
    }
}

impl Answers {
    pub fn get(&self, question: &str) -> Option<&Answer> {
        self.0.get(question)
    }

    pub fn set(&mut self, question: &str, answer: Answer) {
        self.0.insert(question.to_owned(), answer);
    }

    pub fn forget(&mut self, question: &str) {
        self.0.remove(question);
    }
}

/// A question and what its answer is for conditions.
struct Known<'n> {
    asked: Vec<(&'n str, Option<Value>)>,
    around: &'n Around,
}

impl Scope for Known<'_> {
    fn value(&self, name: &str) -> Option<Value> {
        if let Some((_, value)) = self.asked.iter().find(|(id, _)| *id == name) {
            return value.clone();
        }
        self.around.events.get(name).copied().map(Value::Bool)
    }
}

/// Whether a question is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Put {
    Yes,
    /// It does not concern whoever asks.
    No,
    /// Whether it does is not known: it is left out, and its answer stays open.
    Open,
}

/// What the answers make of a navigator.
pub(super) struct Reading<'n> {
    known: Known<'n>,
    /// Whether it is put, question by question.
    put: Vec<Put>,
}

impl<'n> Reading<'n> {
    pub(super) fn new(navigator: &'n Navigator, answers: &Answers, around: &'n Around) -> Self {
        let mut out = Self { known: Known { asked: vec![], around }, put: vec![] };
        for question in &navigator.questions {
            let put = out.put(question, around);
            let value = match put {
                Put::Yes => value(question, answers.get(&question.id), around),
                Put::No => nothing(question.way),
                Put::Open => None,
            };
            out.known.asked.push((&question.id, value));
            out.put.push(put);
        }
        out
    }

    fn put(&self, question: &Question, around: &Around) -> Put {
        // Without a day of today no other day can be named.
        if question.way == Way::Day && around.today.is_none() {
            return Put::Open;
        }
        match question.show.as_ref().map(|show| self.truth(show)) {
            None | Some(Truth::True) => Put::Yes,
            Some(Truth::False) => Put::No,
            Some(Truth::Unknown) => Put::Open,
        }
    }

    pub(super) fn truth(&self, condition: &Expr) -> Truth {
        condition.truth(&self.known)
    }

    pub(super) fn is_put(&self, at: usize) -> bool {
        self.put.get(at) == Some(&Put::Yes)
    }
}

fn value(question: &Question, answer: Option<&Answer>, around: &Around) -> Option<Value> {
    match (question.way, answer?) {
        (Way::One, Answer::One(option)) => Some(Value::Text(option.clone())),
        (Way::Many, Answer::Many { chosen, rest }) => {
            let chosen = chosen.iter().cloned().collect();
            Some(if *rest == Rest::No { Value::List(chosen) } else { Value::AtLeast(chosen) })
        }
        (Way::Day, Answer::Day(day)) => {
            let passed = day.until(around.today?).ok()?;
            Some(Value::Number(passed.get_days().into()))
        }
        _ => None,
    }
}

/// What a question is for conditions when it is not put because it does not concern whoever asks: it equals no option, and holds none.
const fn nothing(way: Way) -> Option<Value> {
    match way {
        Way::One => Some(Value::Text(String::new())),
        Way::Many => Some(Value::List(vec![])),
        Way::Day => None,
    }
}

impl Navigator {
    /// The questions that are put, in order, with these answers so far. Those whose answers others depend on come first.
    pub fn path(&self, answers: &Answers, around: &Around) -> Vec<&Question> {
        let reading = Reading::new(self, answers, around);
        self.questions.iter().enumerate().filter(|(at, _)| reading.is_put(*at)).map(|(_, question)| question).collect()
    }

    /// What is asked next; `None`: everything is answered, or something comes before all else.
    pub fn next(&self, answers: &Answers, around: &Around) -> Option<&Question> {
        let reading = Reading::new(self, answers, around);
        if self.stop_by(&reading).is_some() {
            return None;
        }
        let open = |(at, question): &(usize, &Question)| reading.is_put(*at) && answers.get(&question.id).is_none();
        self.questions.iter().enumerate().find(open).map(|(_, question)| question)
    }
}
