//! What staff set on the kiosk: it holds at once, and the store is asked to keep it.

use super::Model;
use crate::{
    config::{Change, Mode, Own, Setup},
    job::{Job, StoreJob},
    screens::Setting,
};
use std::sync::Arc;

impl Model {
    pub(super) fn keep(&mut self, change: Change) -> Vec<Job> {
        let mut own = self.standing.own.clone();
        own.apply(change.clone());
        if own == self.standing.own {
            return vec![];
        }
        let town = self.town();
        self.stand(own);
        let mut jobs = vec![self.kept(change.clone())];
        jobs.extend(self.look_again(town.as_ref()));
        // Whoever sets it is the first to have it so.
        jobs.extend(match change {
            Change::Tongue(tongue) => self.set(Setting::Tongue(tongue)),
            Change::Scanning(scanning) => self.set(Setting::Scanning(scanning)),
            Change::Pulse(pulse) => self.set(Setting::Pulse(pulse)),
            Change::Wiring(wiring) => self.set(Setting::Wiring(wiring)),
            Change::Reach(reach) => self.set(Setting::Reach(reach)),
            Change::Order(_) | Change::Appeal(_) => self.real_changed(),
            Change::Drill(_) => self.rehearse(),
            Change::Dusk(_) => self.set(Setting::Contrast(super::first_contrast(&self.standing))),
            _ => vec![],
        });
        jobs
    }

    /// This is what staff set: the whole kiosk is so from now on.
    pub(super) fn stand(&mut self, own: Own) {
        let standing = &mut self.standing;
        standing.config = Arc::new(standing.file.with(&own));
        standing.own = own;
        self.weigh();
        let standing = &mut self.standing;
        if let Some(first) = standing.own.tongue.clone().filter(|first| standing.tongues.contains(first)) {
            standing.tongues.retain(|tongue| *tongue != first);
            standing.tongues.insert(0, first);
        }
    }

    /// The kiosk is used in another way from now on.
    pub(super) fn became(&mut self, mode: Mode) -> Vec<Job> {
        self.standing.mode = mode;
        let before = self.standing.own.clone();
        let mut own = before.clone();
        own.became(mode, self.standing.now);
        if own == before {
            return vec![];
        }
        let opened = Change::Opened(own.opened);
        self.stand(own);
        vec![self.kept(opened)]
    }

    /// Whoever goes home from the first start wants to use the kiosk as it is.
    pub(super) fn put_off(&mut self) -> Vec<Job> {
        match self.standing.own.setup {
            setup @ (Setup::New | Setup::At(_)) if self.screen.is_first_start() => {
                self.keep(Change::Setup(Setup::Later(setup.step().unwrap_or_default())))
            }
            _ => vec![],
        }
    }

    fn kept(&self, change: Change) -> Job {
        self.ask(StoreJob::Keep { own: Box::new(self.standing.own.clone()), change })
    }
}
