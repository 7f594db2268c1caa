//! Hearing and looking in private: headphones that come and go, the glass that is covered, and a screen reader that says already what the
//! kiosk would say.

use super::{Hearing, Model, Plug};
use crate::{
    job::Job,
    screens::{Headphones, Overlay, ScreenReader, Setting, ear},
};

impl Model {
    /// Whoever plugs in headphones wants to hear: speech begins by itself, and says that the glass can be covered. Whoever pulls them out
    /// is heard by nobody else: silence at once, until speech is asked for again.
    pub(super) fn plugged(&mut self, plug: Plug) -> Vec<Job> {
        self.standing.headphones = match plug {
            Plug::There | Plug::In => Headphones::In,
            Plug::Out => Headphones::Out,
        };
        match plug {
            Plug::There => vec![],
            Plug::In => self.plugged_in(),
            Plug::Out => {
                if self.hearing == Hearing::On {
                    self.hearing = Hearing::Off;
                }
                self.hush()
            }
        }
    }

    fn plugged_in(&mut self) -> Vec<Job> {
        (self.begun, self.touched) = (true, self.standing.running);
        if self.overlay.as_ref().is_some_and(Overlay::is_quiet) {
            self.overlay = None;
        }
        if self.is_read_elsewhere() {
            return vec![];
        }
        self.hearing = Hearing::On;
        let over = Overlay::Ear(ear::State);
        if over.covers(self.overlay.as_ref()) { self.lay_over(over) } else { self.announce() }
    }

    /// What lay over the page is gone. After headphones came, the page beneath is heard from the leaf that is shown.
    pub(super) fn uncovered(&mut self) -> Vec<Job> {
        let asked = matches!(self.overlay, Some(Overlay::Ear(_)));
        let jobs = self.uncover();
        if asked && self.hearing == Hearing::On { self.read_from(&self.anchor.clone()) } else { jobs }
    }

    /// Covers the glass, or takes that away, and says so.
    pub(super) fn cover(&mut self) -> Vec<Job> {
        let setting = Setting::Mask(self.settings.mask.other());
        let mut jobs = self.set(setting.clone());
        jobs.extend(self.say_setting(&setting));
        jobs
    }

    /// A screen reader came or went. What it reads the kiosk does not say once more; what is asked for with 「声で きく」 it still says.
    pub(super) fn screen_reader(&mut self, reader: ScreenReader) -> Vec<Job> {
        if self.standing.screen_reader == reader {
            return vec![];
        }
        self.standing.screen_reader = reader;
        if self.hearing == Hearing::On && self.is_read_elsewhere() {
            self.hearing = Hearing::Quiet;
            return self.hush();
        }
        vec![]
    }

    pub(super) fn is_read_elsewhere(&self) -> bool {
        self.standing.screen_reader == ScreenReader::On
    }
}
