//! By when: as far as a law lets one count. Counting follows the Civil Code, articles 140 to 143: the first day does not count unless a law says so
//! (the Family Register Act, article 43, does), months and years end on the day before the one that corresponds, or on the last day of a month that has
//! none. A last day that is a holiday is not moved: earlier is never wrong.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Due {
    /// At once.
    Now,
    /// Before the thing itself happens.
    Before,
    /// Without a number of days: すみやかに.
    Soon,
    /// By this day, whatever happened when.
    On(Date),
    Within(Term),
    /// There is no last day.
    Open,
    /// The town, or a disaster's own rules, say by when.
    Local,
}

/// So long after something happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub length: Length,
    /// The question of a day from which it runs; empty where that is not asked.
    pub after: String,
    pub first: First,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Length {
    Days(u16),
    Months(u16),
    Years(u16),
}

/// Which day is the first to be counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum First {
    /// The day after it happened.
    #[default]
    Next,
    /// The day itself.
    Counts,
}

impl Term {
    /// The last day; `None` beyond the calendar.
    pub fn last(&self, happened: Date) -> Option<Date> {
        let begin = match self.first {
            First::Next => happened.tomorrow().ok()?,
            First::Counts => happened,
        };
        let (span, same) = match self.length {
            Length::Days(days) => (i64::from(days).days(), None),
            Length::Months(months) => (i64::from(months).months(), Some(begin.day())),
            Length::Years(years) => (i64::from(years).years(), Some(begin.day())),
        };
        let after = begin.checked_add(span).ok()?;
        // A month that has no such day ends the period with its own last day.
        if same.is_some_and(|day| day != after.day()) { Some(after) } else { after.yesterday().ok() }
    }

    const fn days(&self) -> i64 {
        match self.length {
            Length::Days(days) => days as i64,
            Length::Months(months) => months as i64 * 30,
            Length::Years(years) => years as i64 * 365,
        }
    }
}

impl Due {
    /// Where it stands among others: about how many days are left, as far as anything is known.
    pub(super) fn urgency(&self, last: Option<Date>, today: Option<Date>) -> i64 {
        let left = |last: Date| Some(i64::from(today?.until(last).ok()?.get_days()));
        match (self, last) {
            (Self::Now, _) => i64::MIN,
            (Self::Before, _) => 0,
            (_, Some(last)) => left(last).unwrap_or(SOON).max(0),
            (Self::Within(term), None) => term.days(),
            (Self::Soon | Self::Local | Self::On(_), None) => SOON,
            (Self::Open, None) => i64::MAX,
        }
    }
}

/// What is to be done soon stands behind what has two weeks and before what has two months, in days.
const SOON: i64 = 30;

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_last_day_is_that_of_the_civil_code() {
        let term = |length, first| Term { length, after: String::new(), first };
        for (length, first, happened, last) in [
            // Born on the 1st, to be told within 14 days: the 14th (Family Register Act 49 and 43).
            (Length::Days(14), First::Counts, date(2026, 11, 1), date(2026, 11, 14)),
            // Moved on the 1st, to be told within 14 days: the 15th (Civil Code 140).
            (Length::Days(14), First::Next, date(2026, 11, 1), date(2026, 11, 15)),
            // Known on 31 October, four months: 28 February, which has no 31st (Civil Code 143).
            (Length::Months(4), First::Next, date(2026, 10, 31), date(2027, 2, 28)),
            // Happened on the last of a month: whole months are counted from the first of the next.
            (Length::Months(13), First::Next, date(2025, 9, 30), date(2026, 10, 31)),
            (Length::Months(10), First::Next, date(2026, 1, 10), date(2026, 11, 10)),
            (Length::Years(3), First::Next, date(2024, 2, 29), date(2027, 2, 28)),
        ] {
            assert_eq!(term(length, first).last(happened), Some(last), "{length:?} {first:?}");
        }
    }

    #[test]
    fn what_is_pressing_stands_first() {
        let today = Some(date(2026, 11, 22));
        let within = |days| Due::Within(Term { length: Length::Days(days), after: String::new(), first: First::Next });
        let rank = |due: &Due, last| due.urgency(last, today);
        let order = [Due::Now, Due::Before, within(14), Due::Soon, within(90), Due::Open];
        assert!(order.iter().map(|due| rank(due, None)).is_sorted());
        assert_eq!(rank(&within(14), Some(date(2026, 11, 25))), 3);
        assert_eq!(rank(&within(14), Some(date(2026, 11, 1))), 0, "what is late is as pressing as today");
    }
}
