//! Sums that laws name and change: each with the days on which it is in force, so that a kiosk that nobody looks after says what it knows and until
//! when, and never an old sum as if it were today's.

use super::Said;
use crate::{
    content::Facts,
    words::{Line, Piece, Words},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A sum of money that is written `{amount.<id>}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    pub id: String,
    pub title: Said,
    /// In no order; of two that hold on a day the later counts.
    pub rates: Vec<Rate>,
    pub facts: Facts,
}

/// What it is from one day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    pub from: Date,
    /// The last day; `None`: until a later one begins.
    pub until: Option<Date>,
    /// Whole yen.
    pub yen: i64,
}

impl Amount {
    /// What is in force on a day, in whole yen; `None`: no rule that is known.
    pub fn on(&self, day: Date) -> Option<i64> {
        let holds = |rate: &&Rate| rate.from <= day && rate.until.is_none_or(|until| day <= until);
        self.rates.iter().filter(holds).max_by_key(|rate| rate.from).map(|rate| rate.yen)
    }

    /// As it is shown: the sum, and that it is to be asked for again where it should have been looked at since. `None` for the day: the clock is not
    /// believed, so the sum is that of the day on which it was last checked.
    pub fn line(&self, day: Option<Date>, w: &Words) -> Line {
        let Some(yen) = self.on(day.unwrap_or(self.facts.checked)) else { return w.guide_city_unknown() };
        let sum = w.city_yen(w.number(&yen.to_string()));
        if day.is_some_and(|day| !self.facts.are_overdue(day)) {
            return sum;
        }
        sum.join(&w.navi_amount_old(w.date(self.facts.checked)))
    }
}

const OPEN: &str = "{amount.";

/// The names of every `{amount.…}` of a text.
pub(super) fn named(text: &str) -> Vec<&str> {
    let mut out = vec![];
    let mut rest = text;
    while let Some((_, name, after)) = placeholder(rest) {
        out.push(name);
        rest = after;
    }
    out
}

/// Puts sums in the place of every `{amount.…}`; one that `find` does not know is left to be asked for.
pub(super) fn fill(line: &Line, find: &dyn Fn(&str) -> Line) -> Line {
    if !line.bits().iter().any(|bit| bit.base.contains(OPEN)) {
        return line.clone();
    }
    let mut pieces: Vec<(String, Line)> = vec![];
    for bit in line.bits() {
        let mut rest = bit.base.as_str();
        while let Some((before, name, after)) = placeholder(rest) {
            pieces.push((before.to_owned(), find(name)));
            rest = after;
        }
        let whole = rest.len() == bit.base.len();
        let own = if whole { Line::from_bits(vec![bit.clone()]) } else { Line::verbatim(rest) };
        pieces.push((String::new(), own));
    }
    Line::compose(pieces.iter().flat_map(|(before, line)| [Piece::Verbatim(before), Piece::Bits(line.bits())]))
}

fn placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(OPEN)?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}
