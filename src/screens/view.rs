//! What a screen may look at: the words, what holds at this kiosk, and what this person has chosen. Values only.

use super::print::Printing;
use crate::{
    clock::Now,
    config::{Appealed, Config, Mode, Ordered, Own, Pulse, Reach, Scanning, Town, Wiring},
    content::City,
    job::{Part as KioskPart, Situation, Wall},
    lay::{Panel, Size, default_size},
    page::{Level, Part},
    place::LatLon,
    reading::{Pace, Sound, Volume},
    words::{Line, Offered, Tongue, Words},
};
use std::{collections::BTreeMap, sync::Arc, time::Duration};

/// What holds at this kiosk, whoever stands before it. Outlives visits.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Whether something is going on for which practice must not be taken.
    pub danger: Danger,
    /// What stands for the town; `None` while nobody has looked yet.
    pub situation: Option<Arc<Situation>>,
    /// What a drill says, while one is held; nothing of it is real, and it says so itself.
    pub drill: Option<Arc<Situation>>,
    /// What hangs on the notice board; `None` while nobody has looked yet.
    pub wall: Option<Arc<Wall>>,
    /// The kiosk's file with what staff set on the kiosk itself.
    pub config: Arc<Config>,
    /// The kiosk's file alone.
    pub file: Arc<Config>,
    pub own: Own,
    /// The words of the tongue that is shown now.
    pub words: Words,
    /// The words a visit begins with.
    pub first_words: Words,
    pub tongues: Vec<Tongue>,
    pub mode: Mode,
    pub now: Now,
    /// Since the kiosk started.
    pub running: Duration,
    /// What pages stand on: the glass, or its lower part.
    pub panel: Panel,
    pub glass: Panel,
    /// The sizes of text that this panel can carry, smallest first; never empty.
    pub sizes: Vec<Size>,
    pub sound: Sound,
    /// Where nobody else hears it.
    pub headphones: Headphones,
    /// Somebody uses a screen reader of their own.
    pub screen_reader: ScreenReader,
    pub printing: Printing,
    /// Parts that do not work as they should.
    pub troubles: Vec<KioskPart>,
}

impl Standing {
    /// The tongues that can be chosen, as they are offered here.
    pub fn offered(&self) -> impl Iterator<Item = &Offered> {
        self.tongues.iter().filter_map(|tongue| self.words.offered().iter().find(|known| known.tongue == *tongue))
    }

    /// Something real is there of which everybody has to know: nothing is rehearsed then.
    pub fn is_earnest(&self) -> bool {
        let appealed = self.own.appeal.is_some_and(|appealed| appealed.appeal.is_some());
        appealed || self.danger == Danger::InForce
    }

    /// Where the kiosk stands, if anybody has said.
    pub fn here(&self) -> Option<LatLon> {
        self.config.position.and_then(|at| LatLon::new(at.lat, at.lon))
    }
}

/// Whether a warning of level 3 or more, or an earthquake of 5弱 or more, is in force here. Alerts and frauds are not practised then.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Danger {
    #[default]
    None,
    InForce,
}

/// What this person has chosen. Forgotten when the visit ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    pub tongue: Tongue,
    /// Index into [`Standing::sizes`].
    pub size: usize,
    pub contrast: Contrast,
    pub ruby: RubyShown,
    pub pace: Pace,
    pub volume: Volume,
    pub scanning: Scanning,
    pub reach: Reach,
    pub mask: Mask,
    pub beside: Beside,
    /// How long one thing is offered to one switch.
    pub pulse: Pulse,
    pub wiring: Wiring,
    /// `None`: the keyboard that the panel has room for.
    pub board: Option<Board>,
}

/// How kana are laid out on the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Board {
    /// 五十音, a column for every row of sounds.
    Fifty,
    /// ケータイ: a key for every row of sounds, pressed again for the next sound.
    Phone,
}

/// Whether a page in another tongue shows the Japanese of each line too, to be pointed at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Beside {
    #[default]
    Hidden,
    Japanese,
}

/// How the kiosk is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Contrast {
    #[default]
    Day,
    Soft,
    HighLight,
    HighDark,
    Night,
}

impl Contrast {
    pub const ALL: [Self; 5] = [Self::Day, Self::Soft, Self::HighLight, Self::HighDark, Self::Night];
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RubyShown {
    #[default]
    Yes,
    No,
}

/// Whether the glass shows nothing that could be read over somebody's shoulder, while the ear goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mask {
    #[default]
    Off,
    On,
}

impl Mask {
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Off => Self::On,
            Self::On => Self::Off,
        }
    }
}

/// Whether headphones are plugged in, as far as the machine can tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Headphones {
    #[default]
    Out,
    In,
}

/// Whether assistive technology of the machine reads the page. The kiosk then does not say the same once more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ScreenReader {
    #[default]
    Off,
    On,
}

/// One thing a person changes, for this visit.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    Tongue(Tongue),
    Size(usize),
    Contrast(Contrast),
    Ruby(RubyShown),
    Pace(Pace),
    Volume(Volume),
    Scanning(Scanning),
    Reach(Reach),
    Mask(Mask),
    Beside(Beside),
    Pulse(Pulse),
    Wiring(Wiring),
    Board(Board),
}

/// Something that comes from a desk. Never an `Option` that nobody explains.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Loaded<T> {
    /// Asked for, on its way.
    #[default]
    Waiting,
    Ready(T),
    /// It could not be had.
    Gone,
}

impl<T> Loaded<T> {
    pub const fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Waiting | Self::Gone => None,
        }
    }
}

/// Given to every screen.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    pub standing: &'a Standing,
    pub settings: &'a Settings,
}

impl<'a> View<'a> {
    pub const fn words(&self) -> &'a Words {
        &self.standing.words
    }

    /// What stands here: what is real, or all that a drill says; never both.
    pub fn situation(&self) -> Option<&'a Situation> {
        self.standing.drill.as_deref().or(self.standing.situation.as_deref())
    }

    /// What the municipality ordered, of the same.
    pub fn order(&self) -> Option<Ordered> {
        match &self.standing.own.drill {
            Some(drill) if self.standing.drill.is_some() => drill.order,
            _ => self.standing.own.order,
        }
    }

    /// What staff put up, of the same.
    pub fn appeal(&self) -> Option<Appealed> {
        match &self.standing.own.drill {
            Some(drill) if self.standing.drill.is_some() => drill.appeal,
            _ => self.standing.own.appeal,
        }
    }

    /// A tongue's own name for itself.
    pub(super) fn name_of(&self, tongue: &Tongue) -> Line {
        let known = self.words().offered().iter().find(|known| known.tongue == *tongue);
        known.map_or_else(|| Line::verbatim(tongue.tag()), |known| known.name.clone())
    }

    /// The size in force, in millimetres.
    pub fn size(&self) -> Size {
        let sizes = &self.standing.sizes;
        let size = sizes.get(self.settings.size).or_else(|| sizes.last()).copied();
        let size = size.unwrap_or_else(|| default_size(self.standing.glass));
        Size { ruby: self.settings.ruby == RubyShown::Yes, ..size }
    }

    /// What is known about the town. In a real shelter nothing of a made-up town is told.
    pub(super) fn city(&self) -> &City {
        static NOTHING: City = City { values: BTreeMap::new(), ask: None };
        let config = &self.standing.config;
        let sample = config.town.as_ref().is_some_and(|town| town.is_sample());
        if sample && self.standing.mode == Mode::Shelter { &NOTHING } else { &config.city }
    }

    /// The towns that can be told of here: in a real shelter no made-up one.
    pub(super) fn towns(&self) -> impl Iterator<Item = &'a Town> {
        let Standing { config, mode, .. } = self.standing;
        config.towns().filter(|town| *mode != Mode::Shelter || !town.is_sample())
    }

    /// Stands where something is not there yet, could not be had, or where there is nothing.
    pub(super) fn instead<M, T>(&self, loaded: &Loaded<T>) -> Vec<Part<M>> {
        let w = self.words();
        match loaded {
            Loaded::Waiting => vec![Part::text(Level::Lead, w.wait_loading())],
            Loaded::Gone => said(w.wait_gone(), w.wait_gone_remedy()),
            Loaded::Ready(_) => said(w.wait_empty(), w.wait_empty_remedy()),
        }
    }
}

fn said<M>(what: Line, remedy: Line) -> Vec<Part<M>> {
    vec![Part::text(Level::Lead, what), Part::text(Level::Body, remedy)]
}

/// Year, month, day and time, for those who set the clock right.
pub(super) fn full_time(now: Now, w: &Words) -> Line {
    let [date, time] = clock_lines(now, w);
    w.time_both(date, time)
}

/// The day with its year, and the time apart from it, to be compared with another clock.
pub(super) fn clock_lines(now: Now, w: &Words) -> [Line; 2] {
    let at = now.jst();
    [w.date(at.date()), w.time(at.time())]
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::lay::sizes;

    pub(in crate::screens) fn standing() -> Standing {
        let panel = Panel { w: 344.0, h: 194.0 };
        let words = Words::shipped(&Tongue::JA);
        Standing {
            danger: Danger::None,
            situation: None,
            drill: None,
            wall: None,
            config: Arc::default(),
            file: Arc::default(),
            own: Own::default(),
            first_words: words.clone(),
            words,
            tongues: Words::tongues(),
            mode: Mode::Everyday,
            now: Now { at: jiff::Timestamp::UNIX_EPOCH, trusted: true },
            running: Duration::ZERO,
            panel,
            glass: panel,
            sizes: sizes(panel),
            sound: Sound::Works,
            headphones: Headphones::Out,
            screen_reader: ScreenReader::Off,
            printing: Printing::default(),
            troubles: vec![],
        }
    }

    pub(in crate::screens) fn settings() -> Settings {
        let (contrast, ruby) = (Contrast::Day, RubyShown::Yes);
        Settings {
            tongue: Tongue::JA,
            size: 0,
            contrast,
            ruby,
            pace: Pace(100),
            volume: Volume(7),
            scanning: Scanning::Off,
            reach: Reach::Whole,
            mask: Mask::Off,
            beside: Beside::Hidden,
            pulse: Pulse::default(),
            wiring: Wiring::default(),
            board: None,
        }
    }
}
