//! Whether anybody is still there: how long the kiosk waits, and the question that it asks before it forgets a visit.

use super::{Model, Msg, hear};
use crate::{
    job::Job,
    screens::{Overlay, Screen, rest},
};
use std::time::Duration;

/// The question whether anybody is there is said once more when so much time is left.
const SOON: Duration = Duration::from_secs(15);

/// Nobody has come for so long: the kiosk shows what is to be read from afar.
const EMPTY: Duration = Duration::from_mins(1);

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
        if !self.begun {
            self.settle(running);
            return vec![];
        }
        if running.saturating_sub(self.touched) < quiet.before {
            return vec![];
        }
        self.overlay = Some(Overlay::quiet(self.touched + quiet.before + quiet.warning));
        self.ask_who_is_there()
    }

    /// Nobody has come since the first page was put up, and there is something to be read from afar.
    fn settle(&mut self, running: Duration) {
        if self.may_settle() && running.saturating_sub(self.touched) >= EMPTY {
            self.overlay = Some(Overlay::Rest(rest::State { since: running }));
        }
    }

    /// Somebody came to an empty hall. Whoever comes by a key may not see the glass, and hears where they are.
    pub(super) fn rouse(&mut self, msg: &Msg) -> Vec<Job> {
        let mut jobs = self.uncover();
        if matches!(msg, Msg::Keys | Msg::Stroke(_)) {
            jobs.extend(self.keys());
        }
        jobs
    }

    fn may_settle(&self) -> bool {
        let is_first = matches!(self.screen, Screen::Home(_)) && self.walk.is_empty();
        !self.begun && is_first && self.overlay.is_none() && rest::is_called_for(&self.view())
    }

    /// When the page for an empty hall comes, or its next step.
    pub(super) fn next_step(&self) -> Option<Duration> {
        match &self.overlay {
            Some(Overlay::Rest(state)) => Some(state.due(self.standing.running)),
            None if self.may_settle() => Some(self.touched + EMPTY),
            _ => None,
        }
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
