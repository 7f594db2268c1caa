//! When the kiosk next changes by itself, so that nobody has to look in between.

use super::Model;
use crate::screens::Overlay;
use std::time::Duration;

impl Model {
    /// The moment (as [`crate::clock::Clock::running`] counts) at which a [`super::Msg::Tick`] would change something: the next minute on the clock,
    /// the next second of a countdown, the question whether anybody is still there.
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
        let second = u64::try_from(self.standing.now.jst().second()).unwrap_or(0);
        let minute = running + Duration::from_secs(60_u64.saturating_sub(second).max(1));
        let quiet = self.begun.then(|| self.touched + self.quiet().before);
        [quiet, own].into_iter().flatten().fold(minute, Duration::min).max(running)
    }
}
