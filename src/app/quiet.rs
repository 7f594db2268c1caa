//! How long the kiosk waits for somebody who may have left.

use super::Model;
use std::time::Duration;

/// How long nobody may press anything, and how long the kiosk then asks whether anybody is there.
pub(super) struct Quiet {
    pub(super) before: Duration,
    pub(super) warning: Duration,
}

impl Model {
    /// On pages about death, violence, money or health it is 60 s in all, of which 20 s are the question (VVSG 2.0 asks for 20 to 45).
    pub(super) fn quiet(&self) -> Quiet {
        let set = self.standing.config.quiet;
        let (before, warning) = if self.screen.is_tender() { (40, 20) } else { (set.idle_s, set.warn_s) };
        Quiet { before: Duration::from_secs(before.into()), warning: Duration::from_secs(warning.into()) }
    }
}
