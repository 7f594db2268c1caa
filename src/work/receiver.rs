//! The desk that listens to the satellites: it finds the receiver among what is plugged in, hears what it says, keeps what is new as telegrams
//! and rings the bell. Whatever is no receiver is left alone; nothing is ever written to anything. A receiver that is pulled out is missed
//! at once and found again when it is back.

mod hunt;
mod serial;

pub use serial::SerialPorts;

use super::{
    bell,
    desk::Out,
    rounds::{self, Closing, Rounds, Sleep},
};
use crate::{
    alert::{
        Ear, Sky, Telegram,
        qzss::{self, Count, Frame, Said, Sign, Stream},
    },
    clock::{Clock, Now},
    config::{Receiver, Satellite},
    job::Part,
    store::{Received, StoreError, Telegrams},
};
use hunt::Hunt;
use std::{
    collections::HashSet,
    io::{self, Read},
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

/// The name of its thread, and of its word.
const NAME: &str = "desk-sky";
/// Bytes that are read at once.
const AT_ONCE: usize = 4096;
/// How often it is kept what is heard, while nothing else changes.
const EVERY: Duration = Duration::from_mins(1);
/// Messages that are sent again and again are known without asking the disk.
const KNOWN: usize = 1024;

/// What a receiver says.
pub type Line = Box<dyn Read + Send>;

/// Where receivers may be plugged in.
pub trait Ports: Send + Sync {
    /// Those that may be looked at without being named, by their paths.
    fn list(&self) -> Vec<String>;
    /// Opens one to be read. A read that brings nothing for so long ends with [`io::ErrorKind::TimedOut`].
    ///
    /// # Errors
    /// [`io::ErrorKind::PermissionDenied`] where the kiosk may not; anything else when it is not there or in use.
    fn open(&self, name: &str, baud: u32, patience: Duration) -> io::Result<Line>;
}

/// How long things take.
#[derive(Clone, Copy, Debug)]
pub struct Paces {
    /// Before anything is looked for: the first page stands by then.
    pub first: Duration,
    /// Between two looks for something that was plugged in.
    pub look: Duration,
    /// A receiver says something every second; so long each speed is listened to.
    pub window: Duration,
    /// One read.
    pub patience: Duration,
    /// What came meanwhile is read together: nobody wakes for every byte.
    pub gather: Duration,
    /// So long nothing but noise: it talks at another speed now.
    pub lost: Duration,
}

impl Default for Paces {
    fn default() -> Self {
        Self {
            first: Duration::from_secs(2),
            look: Duration::from_secs(5),
            window: Duration::from_millis(2300),
            patience: Duration::from_secs(1),
            gather: Duration::from_millis(20),
            lost: Duration::from_secs(30),
        }
    }
}

/// What the desk needs to know.
#[derive(Clone)]
pub struct Listening {
    pub home: PathBuf,
    pub clock: Arc<dyn Clock>,
    pub satellite: Satellite,
    pub ports: Arc<dyn Ports>,
    pub paces: Paces,
}

impl Listening {
    /// To the serial ports of this machine.
    pub fn to_serial_ports(home: PathBuf, clock: Arc<dyn Clock>, satellite: Satellite) -> Self {
        Self { home, clock, satellite, ports: Arc::new(SerialPorts), paces: Paces::default() }
    }

    pub(super) fn is_on(&self) -> bool {
        self.satellite.receiver != Receiver::Off
    }
}

pub(super) fn open(out: &Out, listening: Listening) -> Closing {
    let sleep = Sleep { first: listening.paces.first, fault: listening.paces.look };
    rounds::open(out, NAME, sleep, move || Seat::new(listening.clone()))
}

/// A receiver that was found.
struct Found {
    name: String,
    line: Line,
    stream: Stream,
    /// When it last said anything that can be made out, and how many bytes came since.
    sounded: Duration,
    noise: usize,
}

struct Seat {
    listening: Listening,
    hunt: Hunt,
    /// Opened when there is something to keep.
    store: Option<Telegrams>,
    found: Option<Found>,
    count: Count,
    sky: Sky,
    /// What was kept last, and when.
    kept: Option<(Sky, Ear, Duration)>,
    /// Telegrams that are here already.
    known: HashSet<String>,
    /// Of them, those that came since it was kept last what is heard.
    fresh: usize,
}

/// A message with what it was made of.
type Taken = (String, Telegram);

impl Seat {
    fn new(listening: Listening) -> Self {
        // What was heard last by the one who sat here before.
        let before = Telegrams::open_to_read(&listening.home).and_then(|store| store.sky()).ok().flatten();
        let sky = before.clone().unwrap_or_default();
        let kept = before.map(|before| (before.clone(), before.ear(before.told), Duration::ZERO));
        let sky = Sky { port: None, satellites: None, ..sky };
        Self {
            hunt: Hunt::new(listening.clone()),
            listening,
            store: None,
            found: None,
            count: Count::default(),
            sky,
            kept,
            known: HashSet::new(),
            fresh: 0,
        }
    }

    fn look(&mut self) -> Result<Duration, StoreError> {
        let Some((found, said)) = self.hunt.look() else {
            (self.sky.port, self.sky.satellites) = (None, None);
            return Ok(self.listening.paces.look);
        };
        self.sky.port = Some(found.name.clone());
        self.count = Count::default();
        self.found = Some(found);
        self.take(said)?;
        Ok(Duration::ZERO)
    }

    fn hear(&mut self, mut found: Found) -> Result<Duration, StoreError> {
        let paces = self.listening.paces;
        let mut bytes = [0; AT_ONCE];
        match found.line.read(&mut bytes) {
            Ok(more @ 1..) => {
                let said = found.stream.listen(bytes.get(..more).unwrap_or_default());
                let running = self.listening.clock.running();
                found.noise += more;
                if said.iter().any(is_sound) {
                    (found.sounded, found.noise) = (running, 0);
                }
                let lost = found.noise > AT_ONCE && running.saturating_sub(found.sounded) > paces.lost;
                self.found = Some(found).filter(|_| !lost);
                self.take(said)?;
                Ok(paces.gather)
            }
            Err(err) if is_only_quiet(&err) => {
                self.found = Some(found);
                Ok(Duration::ZERO)
            }
            // It was pulled out.
            Ok(0) | Err(_) => {
                (self.sky.port, self.sky.satellites) = (None, None);
                Ok(Duration::ZERO)
            }
        }
    }

    /// What was said: what is new is kept, and of all it is known when it was heard.
    fn take(&mut self, said: Vec<Said>) -> Result<(), StoreError> {
        let now = self.listening.clock.now();
        let mut new: Vec<Taken> = vec![];
        for one in said {
            match one {
                Said::Message(Ok(frame)) => {
                    (self.sky.seen, self.sky.heard) = (Some(now.at), Some(now.at));
                    new.extend(taken(&frame, now).filter(|(_, telegram)| !self.known.contains(&telegram.id)));
                }
                Said::Message(Err(_)) => {}
                Said::Sign(sign) => {
                    self.count.hear(sign);
                    self.sky.seen = Some(now.at).filter(|_| is_of_satellites(sign)).or(self.sky.seen);
                }
            }
        }
        self.sky.satellites = self.count.heard();
        self.keep(&new, now)
    }

    fn keep(&mut self, new: &[Taken], now: Now) -> Result<(), StoreError> {
        if new.is_empty() {
            return Ok(());
        }
        let file = self.sky.port.clone().unwrap_or_default();
        let all: Vec<Received<'_>> =
            new.iter().map(|(raw, telegram)| Received { file: &file, raw: raw.as_bytes(), telegram }).collect();
        let added = self.store()?.keep(&all, now)?;
        if self.known.len() + new.len() > KNOWN {
            self.known.clear();
        }
        self.known.extend(new.iter().map(|(_, telegram)| telegram.id.clone()));
        self.fresh += added;
        if added > 0 {
            bell::ring(&self.listening.home, bell::News::Telegrams);
        }
        Ok(())
    }

    /// Keeps what is heard when something changed, and now and then. A kiosk that never had a receiver keeps nothing.
    fn tell(&mut self) -> Result<(), StoreError> {
        let (now, running) = (self.listening.clock.now(), self.listening.clock.running());
        self.sky.told = now.at;
        let ear = self.sky.ear(now.at);
        let changed = match &self.kept {
            None => self.sky.port.is_some(),
            Some((kept, was, _)) => kept.port != self.sky.port || *was != ear,
        };
        let long = self.kept.as_ref().is_some_and(|(_, _, when)| running.saturating_sub(*when) >= EVERY);
        let due = long || self.fresh > 0;
        if changed || (due && self.sky.port.is_some()) {
            let sky = self.sky.clone();
            self.store()?.keep_sky(&sky)?;
            (self.kept, self.fresh) = (Some((sky, ear, running)), 0);
        }
        if changed {
            bell::ring(&self.listening.home, bell::News::Telegrams);
        }
        Ok(())
    }

    fn store(&mut self) -> Result<&mut Telegrams, StoreError> {
        match &mut self.store {
            Some(store) => Ok(store),
            none => Ok(none.insert(Telegrams::open(&self.listening.home)?)),
        }
    }
}

impl Rounds for Seat {
    fn round(&mut self) -> Result<Duration, StoreError> {
        let done = match self.found.take() {
            Some(found) => self.hear(found),
            None => self.look(),
        };
        self.tell().and(done)
    }

    fn trouble(&self) -> Option<Part> {
        self.found.is_none().then(|| self.hunt.trouble()).flatten()
    }
}

/// As `engawa alert ingest` would read it.
fn taken(frame: &Frame, now: Now) -> Option<Taken> {
    let message = qzss::read(frame, now).ok()?;
    Some((qzss::logged(&frame.sentence(), now), qzss::telegram(&message, now)?))
}

/// Whether whoever says this hears a satellite.
const fn is_of_satellites(sign: Sign) -> bool {
    match sign {
        Sign::Hears => true,
        Sign::Speaks => false,
        Sign::Uses(count) | Sign::All(count) | Sign::Lists { heard: count, .. } => count > 0,
    }
}

/// What noise does not say.
const fn is_sound(said: &Said) -> bool {
    matches!(said, Said::Message(Ok(_)) | Said::Sign(_))
}

fn is_only_quiet(err: &io::Error) -> bool {
    use io::ErrorKind::{Interrupted, TimedOut, WouldBlock};
    matches!(err.kind(), TimedOut | Interrupted | WouldBlock)
}

#[cfg(test)]
mod tests;
