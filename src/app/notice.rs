//! What has just changed and would otherwise only be heard: how loud, how fast, how switches are used, a pad that came or went. Shown for a
//! moment on every page, in the place of day and time.

use super::{Model, hear};
use crate::{
    config::Scanning,
    job::Job,
    reading::{Pace, Volume},
    screens::{Setting, settings},
    words::Line,
};
use std::time::Duration;

/// Long enough to be read twice.
const SHOWN: Duration = Duration::from_secs(6);

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Notice {
    pub(super) line: Line,
    pub(super) until: Duration,
}

impl Model {
    pub(super) fn notify(&mut self, line: Line) {
        self.notice = Some(Notice { line, until: self.standing.running + SHOWN });
    }

    /// Time went on.
    pub(super) fn forget_notice(&mut self) {
        self.notice = self.notice.take().filter(|notice| notice.until > self.standing.running);
    }

    /// One step of pace by a key; at its end it says where it is all the same.
    pub(super) fn pace(&mut self, step: impl Fn(Pace) -> Option<Pace>) -> Vec<Job> {
        let next = step(self.settings.pace);
        let jobs = self.step(next.map(Setting::Pace));
        self.notify(self.standing.words.pace_now(self.settings.pace.step()));
        jobs
    }

    /// One step of volume by a key.
    pub(super) fn volume(&mut self, step: impl Fn(Volume) -> Option<Volume>) -> Vec<Job> {
        let next = step(self.settings.volume);
        let jobs = self.step(next.map(Setting::Volume));
        self.notify(settings::volume_now(self.settings.volume, &self.standing.words));
        jobs
    }

    /// Scanning by another number of switches: whoever cannot see the ring hears it.
    pub(super) fn scan(&mut self) -> Vec<Job> {
        let next = self.settings.scanning.next();
        let mut jobs = self.set(Setting::Scanning(next));
        let line = settings::scanning_name(next, &self.standing.words).1;
        self.notify(line.clone());
        // What is offered first is said by itself.
        if next == Scanning::Off {
            jobs.extend(self.echo(line));
        }
        jobs
    }

    /// A game pad came or went. The rest goes on.
    pub(super) fn pads(&mut self, count: usize) -> Vec<Job> {
        let before = self.pads.replace(count);
        let w = &self.standing.words;
        let line = match before {
            Some(before) if before < count => w.pad_came(),
            Some(before) if before > count => w.pad_went(),
            // Those that were there from the beginning are nothing new.
            _ => return vec![],
        };
        self.notify(line.clone());
        // Not into the middle of a page that is being read.
        if self.reading.is_on() && self.follows { vec![] } else { self.say_by_the_way(line) }
    }

    fn say_by_the_way(&mut self, line: Line) -> Vec<Job> {
        if self.hearing == hear::Hearing::Off { vec![] } else { self.tell(line) }
    }
}
