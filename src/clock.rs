//! What time it is, and whether to believe it. A kiosk that was unplugged for a month wakes up with a wrong clock: nothing may be
//! hidden because of it, and nothing may be dated by it until it has been confirmed. Injected everywhere, so tests own the time.

use jiff::{Timestamp, Zoned, tz};
use std::{
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    time::{Duration, Instant},
};

/// A moment as the machine knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    pub at: Timestamp,
    /// The clock was set by staff, the network or a satellite since it was last without power.
    pub trusted: bool,
}

impl Now {
    /// Japan Standard Time; Japan has had no summer time since 1951.
    pub fn jst(&self) -> Zoned {
        self.at.to_zoned(tz::TimeZone::fixed(tz::offset(9)))
    }
}

/// Where time comes from.
pub trait Clock: Send + Sync {
    fn now(&self) -> Now;
    /// Since some fixed moment; never goes backwards.
    fn running(&self) -> Duration;
    /// Somebody who can know has said that the time is right.
    fn trust(&self);
}

/// The machine's own clock, or one that runs on from a given moment.
pub struct SystemClock {
    started: Instant,
    /// What it showed when it was started; none follows the machine, also when staff set it.
    from: Option<Timestamp>,
    trusted: AtomicBool,
}

impl SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place where time enters")]
    pub fn new(trusted: bool) -> Self {
        Self { started: Instant::now(), from: None, trusted: trusted.into() }
    }

    /// A clock that shows `from` now and runs on (`kiosk --now`). It is believed: somebody said so.
    pub fn running_from(from: Timestamp) -> Self {
        Self { from: Some(from), ..Self::new(true) }
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place where time enters")]
    fn now(&self) -> Now {
        let running = || jiff::SignedDuration::try_from(self.running()).unwrap_or_default();
        let shown = self.from.map(|from| from.checked_add(running()).unwrap_or(from));
        Now { at: shown.unwrap_or_else(Timestamp::now), trusted: self.trusted.load(Ordering::SeqCst) }
    }
    fn running(&self) -> Duration {
        self.started.elapsed()
    }
    fn trust(&self) {
        self.trusted.store(true, Ordering::SeqCst);
    }
}

/// A clock that stands where it was put (`--now`) and moves only when told to.
#[derive(Debug)]
pub struct SetClock {
    start: Timestamp,
    moved_ms: AtomicU64,
    trusted: AtomicBool,
}

impl SetClock {
    pub const fn new(start: Timestamp, trusted: bool) -> Self {
        Self { start, moved_ms: AtomicU64::new(0), trusted: AtomicBool::new(trusted) }
    }
    pub fn advance(&self, by: Duration) {
        let ms = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
        self.moved_ms.fetch_add(ms, Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Now {
        let at = self.start.checked_add(jiff::SignedDuration::try_from(self.running()).unwrap_or_default());
        Now { at: at.unwrap_or(self.start), trusted: self.trusted.load(Ordering::SeqCst) }
    }
    fn running(&self) -> Duration {
        Duration::from_millis(self.moved_ms.load(Ordering::SeqCst))
    }
    fn trust(&self) {
        self.trusted.store(true, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_clock_moves_only_when_told() {
        let clock = SetClock::new("2026-11-21T01:05:00Z".parse().unwrap(), true);
        assert_eq!(clock.now().jst().hour(), 10);
        clock.advance(Duration::from_hours(1));
        assert_eq!((clock.now().jst().hour(), clock.running()), (11, Duration::from_hours(1)));
    }

    #[test]
    fn a_clock_is_doubted_until_somebody_confirms_it() {
        let clocks: [Box<dyn Clock>; 2] =
            [Box::new(SystemClock::new(false)), Box::new(SetClock::new(Timestamp::UNIX_EPOCH, false))];
        for clock in clocks {
            assert!(!clock.now().trusted);
            clock.trust();
            assert!(clock.now().trusted);
        }
    }
}
