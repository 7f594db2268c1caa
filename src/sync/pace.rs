//! How long to wait before asking again. Kiosks that all ask at the full minute, or all together when a server comes back, would keep it
//! down; so every wait has some chance in it. Pure: the chance is given.

use std::time::Duration;

/// A number in which every bit is chance.
pub type Luck = u64;

/// Chance from the machine; where it has none, a number like any other.
pub fn luck() -> Luck {
    getrandom::u64().unwrap_or(4)
}

/// Waits after failures grow to this at most.
const LONGEST: Duration = Duration::from_mins(30);
/// A server may ask for no more than this.
const MOST_ASKED: Duration = Duration::from_hours(1);

/// Around `every`: a tenth more or less.
pub fn after_success(every: Duration, luck: Luck) -> Duration {
    let tenth = every / 10;
    every.saturating_sub(tenth).saturating_add(share(tenth * 2, luck))
}

/// After `fails` failures in a row (the first is 1): twice as long every time, of which half is chance; never shorter than the server
/// asks for.
pub fn after_fault(every: Duration, fails: u32, asked: Option<Duration>, luck: Luck) -> Duration {
    let doubled = every.saturating_mul(1 << fails.min(16)).min(LONGEST.max(every));
    let half = doubled / 2;
    half.saturating_add(share(half, luck)).max(asked.unwrap_or_default().min(MOST_ASKED))
}

fn share(of: Duration, luck: Luck) -> Duration {
    let thousandths = u32::try_from(luck % 1_001).unwrap_or(0);
    of.saturating_mul(thousandths) / 1_000
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_mins(1);

    #[test]
    fn nobody_asks_in_step_with_others() {
        let waits: Vec<u64> = [0, 250, 500, 1_000].map(|luck| after_success(MINUTE, luck).as_secs()).into();
        assert_eq!(waits, [54, 57, 60, 66]);
        assert!((0..2_000).all(|luck| (54..=66).contains(&after_success(MINUTE, luck * 7_919).as_secs())));
    }

    #[test]
    fn who_fails_waits_twice_as_long_every_time_up_to_a_limit() {
        let least = |fails| after_fault(MINUTE, fails, None, 0).as_secs();
        let most = |fails| after_fault(MINUTE, fails, None, 1_000).as_secs();
        assert_eq!([1, 2, 3, 4, 5, 40].map(least), [60, 120, 240, 480, 900, 900]);
        assert_eq!([1, 2, 3, 4, 5, u32::MAX].map(most), [120, 240, 480, 960, 1_800, 1_800]);
        let hour = Duration::from_hours(1);
        assert!(after_fault(hour, 9, None, 0) >= hour / 2, "what is seldom asked stays seldom");
    }

    #[test]
    fn a_server_that_asks_for_time_gets_it_but_not_for_ever() {
        let asked = |s| after_fault(MINUTE, 1, Some(Duration::from_secs(s)), 0).as_secs();
        assert_eq!([10, 600, 1_000_000].map(asked), [60, 600, 3_600]);
    }
}
