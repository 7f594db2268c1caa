//! How much may be fetched in a day. A kiosk that asks without end is shut out by the server, and eats the allowance of a telephone that
//! lends it its network.

use jiff::civil::Date;

/// Bytes of one question and its answer beside the document: headers. An estimate on the safe side.
pub const PER_REQUEST: u64 = 1_000;

/// What was spent on one day. A clock that jumps to another day begins a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    pub day: Date,
    pub spent: u64,
    /// Bytes in a day.
    pub most: u64,
}

impl Budget {
    /// What was written down on `day` counts only while it is that day.
    pub fn today(today: Date, most: u64, written: Option<(Date, u64)>) -> Self {
        let spent = written.filter(|(day, _)| *day == today).map_or(0, |(_, spent)| spent);
        Self { day: today, spent, most }
    }

    /// Bytes that may still be fetched.
    pub const fn left(&self) -> u64 {
        self.most.saturating_sub(self.spent)
    }

    pub const fn spend(&mut self, bytes: u64) {
        self.spent = self.spent.saturating_add(bytes);
    }

    /// Three quarters are gone: time to ask less often, so that something is left for the evening.
    pub const fn is_low(&self) -> bool {
        self.left() < self.most / 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_has_its_own_budget_whichever_way_the_clock_jumps() {
        let today = date(2026, 11, 21);
        for (written, left) in [
            (None, 1_000),
            (Some((today, 400)), 600),
            (Some((today, 4_000)), 0),
            (Some((date(2026, 11, 20), 400)), 1_000),
            (Some((date(2027, 11, 21), 1_000)), 1_000),
        ] {
            assert_eq!(Budget::today(today, 1_000, written).left(), left, "{written:?}");
        }
        let mut budget = Budget::today(today, 1_000, None);
        budget.spend(740);
        assert!(!budget.is_low());
        budget.spend(20);
        assert!(budget.is_low());
        budget.spend(u64::MAX);
        assert_eq!(budget.left(), 0);
    }
}
