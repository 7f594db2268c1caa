//! Where a message leads: from one place to the next, from a screen's wish to what is done about it.

use super::{Hearing, Model, Msg, frame, hear};
use crate::{
    clock::Now,
    config::{self, Appealed, Change, Ordered},
    job::{Answer, Job, Look, Report, ShellJob, StoreJob, Told},
    lay::Panel,
    page::{Id, Side, Touch, Touched},
    screens::{self, Attention, Event, Overlay, Place, Screen, Setting, Standing, Stroke, trial::KeyDown},
    words::Words,
};
use std::time::Duration;

/// How long the farewell stands before the kiosk forgets.
const FAREWELL: Duration = Duration::from_secs(5);
/// The same when it is listened to.
const FAREWELL_HEARD: Duration = Duration::from_secs(10);

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
        // Where nothing is written a letter is a key like any other.
        match msg {
            Some(msg) => self.pressed(msg),
            None => self.keys(),
        }
    }

    /// A key where it does not act.
    pub(super) fn key(&mut self, key: KeyDown) -> Vec<Job> {
        let msg = if self.overlay.is_none() { self.screen.key(key) } else { None };
        msg.map(|msg| self.pressed(msg)).unwrap_or_default()
    }

    /// What a key is on what is shown now.
    pub fn attention(&self) -> Attention {
        if self.overlay.is_some() { Attention::Acts } else { self.screen.attention() }
    }

    /// A gesture on a drawn phone.
    pub(super) fn handled(&mut self, touched: Touched) -> Vec<Job> {
        // To move what is shown is to press the part that turns it.
        if matches!(touched.touch, Touch::Scroll(Side::Up | Side::Down)) {
            let pressed = super::page(self).control(&touched.id).and_then(|control| control.msg.clone());
            return pressed.map(|msg| super::update(self, msg)).unwrap_or_default();
        }
        let msg = if self.overlay.is_none() { self.screen.touched(touched) } else { None };
        msg.map(|msg| self.pressed(msg)).unwrap_or_default()
    }

    pub(super) fn fit(&mut self, panel: Panel) -> Vec<Job> {
        let standing = Standing { glass: panel, ..self.standing.clone() };
        self.standing = frame::fitted(standing, self.settings.reach);
        self.settings.size = self.settings.size.min(self.standing.sizes.len().saturating_sub(1));
        vec![]
    }

    /// When the kiosk asks whether anybody is there, any press says yes and does nothing else.
    pub(super) fn answers_the_question(&self, msg: &Msg) -> bool {
        let asked = self.overlay.as_ref().is_some_and(Overlay::is_quiet);
        asked && !matches!(msg, Msg::Screen(screens::Msg::Leave(_)) | Msg::End)
    }

    fn event(&mut self, event: Event) -> Vec<Job> {
        match event {
            Event::Go(place) => self.go(place),
            Event::Close => self.uncovered(),
            Event::Set(setting) => self.set(setting),
            Event::Ask(job) => vec![self.ask(job)],
            Event::Fetch => self.fetch(),
            Event::Echo(line) => self.echo(line),
            Event::Typed(before, after) => self.echo(screens::keys::said(&before.0, &after.0, &self.standing.words)),
            Event::Tell(line) => self.tell(line),
            Event::Said(setting) => self.say_setting(&setting),
            Event::Sample => self.tell(self.standing.words.settings_sample()),
            Event::Anew => {
                self.anchor = Id::default();
                self.announce()
            }
            Event::Enter => self.show(Screen::staff()),
            Event::Back => self.leave_screen(),
            Event::Explain => self.screen.explains(&self.view()).map(|line| self.tell(line)).unwrap_or_default(),
            Event::Order(meant) => self.show(Screen::Order(screens::order::State::of(meant))),
            Event::Appeal(meant) => self.show(Screen::Appeal(screens::appeal::State::of(meant))),
            Event::Post(door) => {
                let state = screens::post::State::new(door, &self.view());
                self.show(Screen::Post(state))
            }
            Event::Shelters => {
                let state = screens::shelters::State::new(&self.view());
                self.show(Screen::Shelters(state))
            }
            Event::Shelter { id, open, room, people } => {
                let as_of = self.standing.now.jst().strftime("%Y-%m-%dT%H:%M").to_string();
                vec![self.ask(StoreJob::Shelter(Told { id, open, room, people, as_of }))]
            }
            Event::TellOf(about) => self.show(Screen::Told(screens::told::State::new(about, &self.view()))),
            Event::Told { key, said } => self.keep(Change::Told(config::Told { key, said, at: self.standing.now.at })),
            Event::Drill => self.show(Screen::Drill(screens::drill::State::default())),
            Event::BeginDrill(exercise) => self.begin_drill(exercise),
            Event::Wire => self.show(Screen::Switches(screens::wire::State::staff())),
            Event::Adjust(step) => {
                let question = screens::setup::State::staff(step, &self.view());
                self.show(Screen::Setup(question))
            }
            Event::Measured(ratio) => vec![Job::Shell(ShellJob::Card(ratio))],
            Event::Keep(change) => self.keep(change),
            Event::Ordered { order, by, meant } => {
                self.keep(Change::Order(Ordered { order, by, at: self.standing.now.at, meant }))
            }
            Event::Appealed { appeal, meant } => {
                self.keep(Change::Appeal(Appealed { appeal, at: self.standing.now.at, meant }))
            }
            Event::Print(own) => self.print(own.map(|own| *own)),
            Event::Farewell => self.thank(),
            Event::EndVisit => self.end_visit(),
        }
    }

    pub(super) fn ask(&self, job: StoreJob) -> Job {
        Job::Store { visit: self.visit, job }
    }

    pub(super) fn go(&mut self, place: Place) -> Vec<Job> {
        match place {
            Place::Help => self.lay_instead(Overlay::help(self.screen.title(&self.view()))),
            Place::Language => self.lay_instead(Overlay::language()),
            place => {
                let mut jobs = self.leave_alert();
                jobs.extend(if place == Place::Home { self.put_off() } else { vec![] });
                self.walk.go(place.clone(), self.anchor.clone());
                jobs.extend(self.open(&place, Id::default()));
                jobs
            }
        }
    }

    /// Behind the door nothing has an address.
    fn show(&mut self, screen: Screen) -> Vec<Job> {
        (self.screen, self.anchor) = (screen, Id::default());
        self.arrive()
    }

    pub(super) fn back(&mut self) -> Vec<Job> {
        if self.overlay.is_some() {
            return self.uncover();
        }
        if let Some(msg) = self.screen.back() {
            return self.pressed(msg);
        }
        self.leave_screen()
    }

    /// Back to the place before, whatever back means on the screen itself.
    fn leave_screen(&mut self) -> Vec<Job> {
        let (place, anchor) = self.walk.back();
        self.open(&place, anchor)
    }

    fn open(&mut self, place: &Place, anchor: Id) -> Vec<Job> {
        self.overlay = None;
        self.anchor = anchor;
        self.screen = Screen::open(place, &self.view()).unwrap_or_else(Screen::home);
        self.arrive()
    }

    /// Asks for what the page needs, and speaks of it unless there is nothing to say yet.
    fn arrive(&mut self) -> Vec<Job> {
        let asked = self.fetch();
        let said = if self.screen.waits() { self.hush() } else { self.announce() };
        said.into_iter().chain(asked).collect()
    }

    pub(super) fn uncover(&mut self) -> Vec<Job> {
        let mut jobs = self.leave_alert();
        self.overlay = None;
        jobs.extend(self.hush());
        jobs
    }

    pub(super) fn inspect(&mut self) -> Vec<Job> {
        self.walk.go(Place::Staff, Id::default());
        self.screen = Screen::inspection();
        self.fetch()
    }

    /// Asks for what the screen shows, in the tongue of now.
    fn fetch(&self) -> Vec<Job> {
        self.screen.needs(&self.settings.tongue).into_iter().map(|job| self.ask(job)).collect()
    }

    /// The weaker never covers the stronger.
    pub(super) fn lay_over(&mut self, overlay: Overlay) -> Vec<Job> {
        if !overlay.covers(self.overlay.as_ref()) {
            return vec![];
        }
        self.overlay = Some(overlay);
        self.announce()
    }

    pub(super) fn set(&mut self, setting: Setting) -> Vec<Job> {
        let settings = &mut self.settings;
        match setting {
            Setting::Tongue(tongue) => return vec![self.ask(StoreJob::Words(tongue))],
            Setting::Size(size) => settings.size = size.min(self.standing.sizes.len().saturating_sub(1)),
            Setting::Contrast(contrast) => settings.contrast = contrast,
            Setting::Ruby(ruby) => settings.ruby = ruby,
            Setting::Scanning(scanning) => settings.scanning = scanning,
            Setting::Reach(reach) => {
                settings.reach = reach;
                return self.fit(self.standing.glass);
            }
            Setting::Mask(mask) => settings.mask = mask,
            Setting::Beside(beside) => settings.beside = beside,
            Setting::Pulse(pulse) => settings.pulse = pulse,
            Setting::Wiring(wiring) => settings.wiring = wiring,
            Setting::Board(board) => settings.board = Some(board),
            Setting::Pace(pace) => {
                settings.pace = pace;
                return hear::spoken(self.reading.set_pace(pace));
            }
            Setting::Volume(volume) => {
                settings.volume = volume;
                return hear::spoken(self.reading.set_volume(volume));
            }
        }
        vec![]
    }

    /// 「おわる（消す）」: what was printed is not left behind.
    pub(super) fn farewell(&mut self) -> Vec<Job> {
        self.asks_for_paper().unwrap_or_else(|| self.thank())
    }

    fn thank(&mut self) -> Vec<Job> {
        let long = if self.hearing == Hearing::On { FAREWELL_HEARD } else { FAREWELL };
        self.lay_instead(Overlay::farewell(self.standing.running + long))
    }

    /// Forgets everything of this visit, and asks the shell to start anew in place.
    pub(super) fn end_visit(&mut self) -> Vec<Job> {
        let silence = self.hush();
        let (reading, pads) = (self.reading.clone(), self.pads);
        *self = Self::fresh(self.standing.clone(), self.visit.next());
        self.reading.succeed(&reading);
        self.pads = pads;
        silence.into_iter().chain([Job::Shell(ShellJob::EndVisit)]).collect()
    }

    pub(super) fn tick(&mut self, now: Now, running: Duration) -> Vec<Job> {
        let before = std::mem::replace(&mut self.standing.running, running);
        self.standing.now = now;
        self.forget_notice();
        if !self.begun {
            // Before anybody came, dusk falls and day breaks.
            self.settings.contrast = super::first_contrast(&self.standing);
        }
        let mut jobs = self.let_pass(running);
        jobs.extend(self.rehearse_on());
        jobs.extend(self.watch_over(before, running));
        jobs.extend(self.look_around(before, running));
        jobs
    }

    /// The first page stands: now what it waits for.
    pub(super) fn stood(&mut self) -> Vec<Job> {
        [self.look()].into_iter().chain(self.fetch()).collect()
    }

    /// The first page of a shelter stands for hours, and how the shelters are changes meanwhile.
    fn look_around(&self, before: Duration, running: Duration) -> Vec<Job> {
        let minute = |at: Duration| at.as_secs() / 60;
        let is_home = matches!(self.screen, Screen::Home(_));
        if minute(before) == minute(running) {
            return vec![];
        }
        let fetched = if is_home { self.fetch() } else { vec![] };
        fetched.into_iter().chain(self.clear_away()).collect()
    }

    /// Time passes for the screen; what lies over it stops it.
    fn let_pass(&mut self, running: Duration) -> Vec<Job> {
        if self.overlay.is_some() {
            self.screen.rest(running);
            return vec![];
        }
        let events = self.screen.tick(running);
        events.into_iter().flat_map(|event| self.event(event)).collect()
    }

    pub(super) fn report(&mut self, report: Report) -> Vec<Job> {
        match report {
            Report::Store { visit, .. } if visit != self.visit => {}
            Report::Store { answer, .. } => return self.answer(answer),
            Report::Part(part) => {
                self.standing.troubles.retain(|known| known.name != part.name);
                self.standing.troubles.push(part);
            }
            Report::Mode(mode) => self.standing.mode = mode,
            // Once somebody presses, what they set is newer.
            Report::Own(own) if !self.begun => {
                let before = self.town();
                self.stand(*own);
                return self.look_again(before.as_ref());
            }
            Report::Own(_) => {}
            Report::Situation(found) => return self.found(found),
            Report::Telegrams => return vec![Job::Look(Look::Telegrams)],
            Report::Wall(wall) => return self.hangs(wall),
            Report::Board => return vec![self.ask(StoreJob::Board)],
            Report::Printer(queue) => self.stands(queue),
            Report::Printed { visit, .. } if visit != self.visit => {}
            Report::Printed { printed, .. } => return self.printed(printed),
            Report::Voice(heard) => return self.heard(&heard),
        }
        vec![]
    }

    fn answer(&mut self, answer: Answer) -> Vec<Job> {
        match answer {
            Answer::Words(words) => self.speak_in(words),
            Answer::Mode(mode) => self.became(mode),
            Answer::Board(wall) => self.hangs(wall),
            Answer::ClockTrusted => {
                self.standing.now.trusted = true;
                vec![]
            }
            answer => {
                let waited = self.screen.waits();
                let events = self.screen.answer(answer, self.standing.running);
                let came = waited && !self.screen.waits() && self.overlay.is_none() && self.hearing == Hearing::On;
                let said = if came { self.announce() } else { vec![] };
                said.into_iter().chain(events.into_iter().flat_map(|event| self.event(event))).collect()
            }
        }
    }

    /// The whole kiosk in another tongue; what is shown is fetched again and stays in place until it is there.
    fn speak_in(&mut self, words: Words) -> Vec<Job> {
        self.settings.tongue = words.tongue().clone();
        if self.standing.own.tongue.as_ref() == Some(words.tongue()) {
            self.standing.first_words = words.clone();
        }
        self.screen.reword(&words);
        self.standing.words = words;
        self.arrive()
    }
}
