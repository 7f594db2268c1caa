//! When the kiosk next changes by itself, so that nobody has to look in between; and when it has nothing to change by itself at all.

use super::Model;
use crate::{
    config::{Dusk, Mode},
    screens::Overlay,
};
use jiff::Zoned;
use std::time::Duration;

const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);
/// Of a day in Japan, which has no summer time.
const DAY: Duration = Duration::from_hours(24);

impl Model {
    /// Nobody has come since the first page was put up: it shows the day and no time, so that it need not be drawn again every minute for
    /// an empty room. In a shelter and in a drill somebody is always looking, and how old a piece of news is goes on.
    pub(super) fn rests(&self) -> bool {
        let looked_at = self.standing.mode == Mode::Shelter || self.standing.own.drill.is_some();
        !self.begun && self.walk.is_empty() && self.overlay.is_none() && !looked_at
    }

    /// The moment (as [`crate::clock::Clock::running`] counts) at which a [`super::Msg::Tick`] would change something: the next minute on the clock
    /// (the next day while nobody is there), the next second of a countdown, the question whether anybody is still there.
    pub fn due(&self) -> Duration {
        let running = self.standing.running;
        if let Some(until) = self.overlay.as_ref().and_then(Overlay::until) {
            let left = until.saturating_sub(running);
            // To the next whole second that is shown.
            let part = Duration::from_nanos(left.subsec_nanos().into());
            return running + if part.is_zero() { Duration::from_secs(1) } else { part };
        }
        if self.screen.counts() {
            return running + Duration::from_secs(1);
        }
        let own = self.screen.due().filter(|_| self.overlay.is_none());
        let shown = match self.standing.own.dusk {
            _ if !self.rests() => MINUTE,
            // Night falls and day breaks on the hour.
            Some(Dusk::ByClock) => HOUR,
            _ => DAY,
        };
        let clock = running + until_next(shown, &self.standing.now.jst());
        let quiet = self.begun.then(|| self.touched + self.quiet().before);
        let notice = self.notice.as_ref().map(|notice| notice.until);
        let over = self.overlay.as_ref().and_then(Overlay::goes);
        [quiet, own, notice, over, self.next_step()].into_iter().flatten().fold(clock, Duration::min).max(running)
    }
}

/// To the next whole `unit` of the day on the clock, at least a second away.
fn until_next(unit: Duration, at: &Zoned) -> Duration {
    let seconds = i64::from(at.hour()) * 3600 + i64::from(at.minute()) * 60 + i64::from(at.second());
    let passed = u64::try_from(seconds).unwrap_or(0) % unit.as_secs().max(1);
    Duration::from_secs(unit.as_secs().saturating_sub(passed).max(1))
}
