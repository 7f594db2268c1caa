//! Where a message leads: from one place to the next, from a screen's wish to what is done about it.

use super::{Model, Msg};
use crate::{
    clock::Now,
    job::{Answer, Job, Report, ShellJob, StoreJob},
    lay::{Panel, sizes},
    page::Id,
    screens::{self, Event, Overlay, Place, Screen, Setting, Stroke},
    words::Words,
};
use std::time::Duration;

/// How long the farewell stands before the kiosk forgets.
const FAREWELL: Duration = Duration::from_secs(5);

impl Model {
    /// A press on the screen or on what lies over it.
    pub(super) fn pressed(&mut self, msg: screens::Msg) -> Vec<Job> {
        let events = match &mut self.overlay {
            Some(overlay) => overlay.update(msg),
            None => self.screen.update(msg),
        };
        events.into_iter().flat_map(|event| self.event(event)).collect()
    }

    /// A key of a keyboard, where there is something to write in.
    pub(super) fn stroke(&mut self, stroke: Stroke) -> Vec<Job> {
        let msg = if self.overlay.is_none() { self.screen.stroke(stroke) } else { None };
        msg.map(|msg| self.pressed(msg)).unwrap_or_default()
    }

    pub(super) fn fit(&mut self, panel: Panel) -> Vec<Job> {
        (self.standing.panel, self.standing.sizes) = (panel, sizes(panel));
        self.settings.size = self.settings.size.min(self.standing.sizes.len().saturating_sub(1));
        vec![]
    }

    /// When the kiosk asks whether anybody is there, any press says yes and does nothing else.
    pub(super) fn answers_the_question(&mut self, msg: &Msg) -> bool {
        let asked = self.overlay.as_ref().is_some_and(Overlay::is_quiet);
        if !asked || matches!(msg, Msg::Screen(screens::Msg::Leave(_)) | Msg::End) {
            return false;
        }
        self.overlay = None;
        true
    }

    fn event(&mut self, event: Event) -> Vec<Job> {
        match event {
            Event::Go(place) => self.go(place),
            Event::Close => {
                self.overlay = None;
                vec![]
            }
            Event::Set(setting) => self.set(setting),
            Event::Ask(job) => vec![self.ask(job)],
            Event::Fetch => self.fetch(),
            Event::Echo(_) | Event::Sample => vec![],
            Event::Anew => {
                self.anchor = Id::default();
                vec![]
            }
            Event::Enter => {
                (self.screen, self.anchor) = (Screen::staff(), Id::default());
                self.fetch()
            }
            Event::EndVisit => self.end_visit(),
        }
    }

    pub(super) fn ask(&self, job: StoreJob) -> Job {
        Job::Store { visit: self.visit, job }
    }

    pub(super) fn go(&mut self, place: Place) -> Vec<Job> {
        match place {
            Place::Help => self.lay_over(Overlay::help(self.screen.title(&self.view()))),
            Place::Language => self.lay_over(Overlay::language(&self.standing.tongues)),
            place => {
                self.walk.go(place.clone(), self.anchor.clone());
                self.open(&place, Id::default())
            }
        }
    }

    pub(super) fn back(&mut self) -> Vec<Job> {
        if self.overlay.is_some() {
            self.overlay = None;
            return vec![];
        }
        let (place, anchor) = self.walk.back();
        self.open(&place, anchor)
    }

    fn open(&mut self, place: &Place, anchor: Id) -> Vec<Job> {
        self.overlay = None;
        self.anchor = anchor;
        self.screen = Screen::open(place, &self.view()).unwrap_or_else(Screen::home);
        self.fetch()
    }

    /// Asks for what the screen shows, in the tongue of now.
    fn fetch(&self) -> Vec<Job> {
        self.screen.needs(&self.settings.tongue).into_iter().map(|job| self.ask(job)).collect()
    }

    /// The weaker never covers the stronger.
    fn lay_over(&mut self, overlay: Overlay) -> Vec<Job> {
        if overlay.covers(self.overlay.as_ref()) {
            self.overlay = Some(overlay);
        }
        vec![]
    }

    pub(super) fn set(&mut self, setting: Setting) -> Vec<Job> {
        let settings = &mut self.settings;
        match setting {
            Setting::Tongue(tongue) => return vec![self.ask(StoreJob::Words(tongue))],
            Setting::Size(size) => settings.size = size.min(self.standing.sizes.len().saturating_sub(1)),
            Setting::Contrast(contrast) => settings.contrast = contrast,
            Setting::Ruby(ruby) => settings.ruby = ruby,
            Setting::Pace(pace) => settings.pace = pace,
            Setting::Volume(volume) => settings.volume = volume,
        }
        vec![]
    }

    pub(super) fn farewell(&mut self) -> Vec<Job> {
        self.lay_over(Overlay::farewell(self.standing.running + FAREWELL))
    }

    /// Forgets everything of this visit, and asks the shell to start anew in place.
    pub(super) fn end_visit(&mut self) -> Vec<Job> {
        *self = Self::fresh(self.standing.clone(), self.visit.next());
        vec![Job::Shell(ShellJob::EndVisit)]
    }

    pub(super) fn tick(&mut self, now: Now, running: Duration) -> Vec<Job> {
        (self.standing.now, self.standing.running) = (now, running);
        self.screen.tick(running);
        if let Some(until) = self.overlay.as_ref().and_then(Overlay::until) {
            return if until <= running { self.end_visit() } else { vec![] };
        }
        let quiet = self.quiet();
        if self.begun && running.saturating_sub(self.touched) >= quiet.before {
            let until = self.touched + quiet.before + quiet.warning;
            return self.lay_over(Overlay::quiet(until));
        }
        vec![]
    }

    pub(super) fn report(&mut self, report: Report) -> Vec<Job> {
        match report {
            Report::Store { visit, .. } if visit != self.visit => {}
            Report::Store { answer, .. } => return self.answer(answer),
            Report::Part(part) => {
                self.standing.troubles.retain(|known| known.name != part.name);
                self.standing.troubles.push(part);
            }
            Report::Voice(_) => {}
        }
        vec![]
    }

    fn answer(&mut self, answer: Answer) -> Vec<Job> {
        match answer {
            Answer::Words(words) => self.speak_in(words),
            Answer::Mode(mode) => {
                self.standing.mode = mode;
                vec![]
            }
            Answer::ClockTrusted => {
                self.standing.now.trusted = true;
                vec![]
            }
            answer => {
                let events = self.screen.answer(answer, self.standing.running);
                events.into_iter().flat_map(|event| self.event(event)).collect()
            }
        }
    }

    /// The whole kiosk in another tongue; what is shown is fetched again and stays in place until it is there.
    fn speak_in(&mut self, words: Words) -> Vec<Job> {
        self.settings.tongue = words.tongue().clone();
        self.standing.words = words;
        self.fetch()
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
