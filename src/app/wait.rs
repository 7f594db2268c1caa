//! Whether anybody is still there: how long the kiosk waits, and the question that it asks before it forgets a visit.

use super::{Model, hear};
use crate::{job::Job, screens::Overlay};
use std::time::Duration;

/// The question whether anybody is there is said once more when so much time is left.
const SOON: Duration = Duration::from_secs(15);

impl Model {
    /// Whether anybody is still there.
    pub(super) fn watch_over(&mut self, before: Duration, running: Duration) -> Vec<Job> {
        match &self.overlay {
            Some(overlay) if overlay.until().is_some_and(|until| until <= running) => self.end_visit(),
            Some(overlay) if overlay.is_quiet() => {
                let soon = overlay.until().unwrap_or_default().saturating_sub(SOON);
                if before < soon && soon <= running { self.ask_who_is_there() } else { vec![] }
            }
            Some(Overlay::Leave(_)) => vec![],
            Some(overlay) if overlay.is_alert() => self.wait_beneath(running),
            _ => self.wait(running),
        }
    }

    /// Nobody has pressed or heard anything for a while: asks whether anybody is there.
    fn wait(&mut self, running: Duration) -> Vec<Job> {
        let quiet = self.quiet();
        if !self.begun || running.saturating_sub(self.touched) < quiet.before {
            return vec![];
        }
        self.overlay = Some(Overlay::quiet(self.touched + quiet.before + quiet.warning));
        self.ask_who_is_there()
    }

    /// Said aloud, because whoever it concerns may be looking elsewhere.
    fn ask_who_is_there(&mut self) -> Vec<Job> {
        if self.is_read_elsewhere() {
            return vec![];
        }
        let script = self.overlay.as_ref().map(|overlay| overlay.page(&self.view()).script()).unwrap_or_default();
        self.follows = false;
        hear::spoken(self.reading.start(script, self.settings.tongue.clone()))
    }
}

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
