//! The kiosk by ear: reading the page, following with the leaf what is heard, saying what has the focus. Whoever uses keys, a pad or
//! switches may not see the page, so their first press makes it speak; a finger does not.

use super::{Model, Msg, frame, page};
use crate::{
    job::{Job, Part as KioskPart},
    page::{Group, Id, Kind, Level, Page, Part, Said, Text},
    reading::{Heard, Order, Sound},
    screens::{Setting, settings},
    words::Line,
};

/// Whether the kiosk speaks of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hearing {
    /// Nobody has asked for it: it reads when told to.
    #[default]
    Quiet,
    /// It is used by ear: pages and focus are said as they come.
    On,
    /// It was told to stop, and stays silent until it is asked again.
    Off,
}

/// Where one is on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// From 1, of `leaves`.
    pub leaf: u32,
    pub leaves: u32,
    /// What has the focus; empty for nothing.
    pub focus: Id,
    /// From 1, of `items` that can be pressed on this leaf.
    pub item: u32,
    pub items: u32,
}

impl Model {
    /// A key, a pad or a switch was used: who cannot see the page hears it.
    pub(super) fn keys(&mut self) -> Vec<Job> {
        if self.hearing != Hearing::Quiet || self.is_read_elsewhere() {
            return vec![];
        }
        self.hearing = Hearing::On;
        self.announce()
    }

    /// 「声で きく」: the whole page, from the top.
    pub(super) fn read(&mut self) -> Vec<Job> {
        if self.hearing == Hearing::Off {
            self.hearing = Hearing::On;
        }
        self.anchor = Id::default();
        self.read_from("")
    }

    /// 「とめる」
    pub(super) fn stop(&mut self) -> Vec<Job> {
        if self.hearing == Hearing::On {
            self.hearing = Hearing::Off;
        }
        self.hush()
    }

    pub(super) fn hush(&mut self) -> Vec<Job> {
        spoken(self.reading.stop())
    }

    /// A new page is there: said from the top when the kiosk is used by ear, else silence.
    pub(super) fn announce(&mut self) -> Vec<Job> {
        if self.hearing != Hearing::On {
            return self.hush();
        }
        self.announced = Some(self.standing.running);
        if self.overlay.is_none() && self.screen.is_hushed() {
            return self.tell(self.standing.words.navi_hushed());
        }
        self.read_from("")
    }

    /// Reads from the part that begins a leaf; from the top when it is nowhere.
    pub(super) fn read_from(&mut self, anchor: &str) -> Vec<Job> {
        let script = match (self.walk.is_empty(), &self.overlay) {
            (true, None) => page(self).script(),
            _ => script(page(self)),
        };
        let first = anchor.trim_end_matches('+');
        let from = script.iter().position(|said| said.id == first).unwrap_or(0);
        self.follows = true;
        let script = script.into_iter().skip(from).collect();
        spoken(self.reading.start(script, self.settings.tongue.clone()))
    }

    /// Turns to a leaf; what is being read goes on there.
    pub(super) fn turn(&mut self, id: &Id) -> Vec<Job> {
        let reads = self.hearing == Hearing::On || (self.reading.is_on() && self.follows);
        self.anchor = id.clone();
        if reads { self.read_from(id) } else { vec![] }
    }

    /// Says what has the focus. What announces the page is not cut short by the focus that comes with it.
    pub(super) fn focused(&mut self, id: &Id) -> Vec<Job> {
        let just_announced = self.announced == Some(self.standing.running) && self.reading.is_on();
        if self.hearing != Hearing::On || just_announced {
            return vec![];
        }
        let Some(line) = page(self).control(id).map(crate::page::Control::words) else { return vec![] };
        self.follows = false;
        let said = vec![Said { id: id.clone(), line }];
        spoken(self.reading.start(said, self.settings.tongue.clone()))
    }

    /// Said only when the kiosk is used by ear.
    pub(super) fn echo(&mut self, line: Line) -> Vec<Job> {
        if self.hearing == Hearing::On { self.tell(line) } else { vec![] }
    }

    /// Said to whoever is there.
    pub(super) fn tell(&mut self, line: Line) -> Vec<Job> {
        self.follows = false;
        spoken(self.reading.tell(line, self.settings.tongue.clone()))
    }

    pub(super) fn again(&mut self) -> Vec<Job> {
        spoken(self.reading.again())
    }

    /// Where one is: the page, the leaf of how many, what has the focus and the how manieth it is.
    pub(super) fn whereabouts(&mut self, spot: &Spot) -> Vec<Job> {
        let (view, w) = (self.view(), &self.standing.words);
        let title = self.overlay.as_ref().map_or_else(|| self.screen.title(&view), |overlay| overlay.title(&view));
        let mut line = w.help_where(title);
        if spot.leaves > 1 {
            line = line.join(&w.where_leaf(spot.leaf, spot.leaves));
        }
        if let Some(name) = page(self).control(&spot.focus).map(|control| control.name.clone()) {
            line = line.join(&w.where_item(spot.item, spot.items, name));
        }
        self.tell(line)
    }

    /// A changed voice is heard at once, whoever changed it; what can be seen is said to those who listen.
    pub(super) fn say_setting(&mut self, setting: &Setting) -> Vec<Job> {
        match setting {
            Setting::Pace(_) | Setting::Volume(_) => self.tell(self.standing.words.settings_sample()),
            other => match settings::name(other, &self.view()) {
                Some(line) => self.echo(line),
                None => vec![],
            },
        }
    }

    /// A step of pace or volume by a key: what is being said goes on in it, and in silence a sentence is heard.
    pub(super) fn step(&mut self, setting: Option<Setting>) -> Vec<Job> {
        let Some(setting) = setting else { return vec![] };
        let speaks = self.reading.is_on();
        let mut jobs = self.set(setting.clone());
        if !speaks {
            jobs.extend(self.say_setting(&setting));
        }
        jobs
    }

    pub(super) fn heard(&mut self, heard: &Heard) -> Vec<Job> {
        if let Heard::Sound(sound) = heard {
            self.sound(*sound);
        }
        let orders = self.reading.heard(heard);
        if self.reading.lit().is_some() {
            // Whoever listens is there.
            self.touched = self.standing.running;
        }
        if let Some((id, _)) = self.reading.lit().filter(|(id, _)| self.follows && !frame::owns(id)) {
            self.anchor = id.clone();
        }
        spoken(orders)
    }

    fn sound(&mut self, sound: Sound) {
        self.standing.sound = sound;
        self.standing.troubles.retain(|part| part.name != "sound");
        match sound {
            Sound::Works => {}
            Sound::NoDevice => self.standing.troubles.push(KioskPart::missing("sound", "no-device", "")),
            Sound::NoVoice => self.standing.troubles.push(KioskPart::missing("sound", "no-voice", "")),
        }
    }

    /// The part and the phrase that are heard now, to be lit.
    pub fn lit(&self) -> Option<(&Id, u16)> {
        self.reading.lit()
    }
}

pub(super) fn spoken(orders: Vec<Order>) -> Vec<Job> {
    orders.into_iter().map(Job::Voice).collect()
}

/// What is said of a page other than home. The line at the top and the bar are the same everywhere and are left out but for the title;
/// each of their parts is said when it has the focus.
fn script(page: Page<Msg>) -> Vec<Said> {
    let parts = page.parts.into_iter().filter_map(|part| match part {
        Part::Group(Group { kind: Kind::Bar, .. }) => None,
        Part::Group(Group { kind: Kind::Top, parts }) => {
            Some(Part::Group(Group { kind: Kind::Top, parts: titles(parts) }))
        }
        part => Some(part),
    });
    Page { parts: parts.collect() }.script()
}

fn titles(parts: Vec<Part<Msg>>) -> Vec<Part<Msg>> {
    parts.into_iter().filter(|part| matches!(part, Part::Text(Text { level: Level::Title, .. }))).collect()
}
