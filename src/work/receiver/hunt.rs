//! Looking for the receiver: each port is listened to for a moment at each of the usual speeds. What says something that only a receiver says
//! is one; what does not is closed and not touched again until it was pulled out.

use super::{Found, Line, Listening, NAME, is_only_quiet, is_sound};
use crate::{
    alert::qzss::{Said, Stream},
    config::Receiver,
    job::Part,
};
use std::{collections::BTreeSet, io};

/// Bits a second, the commonest first: u-blox, its newer ones, Spresense and others. On a port of USB's own (ttyACM) any is right.
const SPEEDS: [u32; 5] = [9_600, 38_400, 115_200, 57_600, 4_800];

pub(super) struct Hunt {
    listening: Listening,
    /// Ports at which there is something else.
    alone: BTreeSet<String>,
    /// Ports at which a receiver was found: what is noise there now may be one again.
    once: BTreeSet<String>,
    /// At which speed a receiver was found last: asked first.
    last: Option<u32>,
    /// What could not be opened, and why.
    closed: Option<(String, io::Error)>,
}

impl Hunt {
    pub(super) fn new(listening: Listening) -> Self {
        Self { listening, alone: BTreeSet::new(), once: BTreeSet::new(), last: None, closed: None }
    }

    /// One look at all ports. Returns a receiver with what it has said by then.
    pub(super) fn look(&mut self) -> Option<(Found, Vec<Said>)> {
        self.closed = None;
        let ports = match &self.listening.satellite.receiver {
            Receiver::Off => vec![],
            Receiver::Auto => self.listening.ports.list(),
            Receiver::At(path) => vec![path.to_string_lossy().into_owned()],
        };
        self.alone.retain(|port| ports.contains(port));
        self.once.retain(|port| ports.contains(port));
        let wanted: Vec<String> = ports.into_iter().filter(|port| !self.alone.contains(port)).collect();
        wanted.iter().find_map(|port| self.listen(port))
    }

    /// What staff can do something about: a port that they named, and one that may not be opened.
    pub(super) fn trouble(&self) -> Option<Part> {
        let (port, err) = self.closed.as_ref()?;
        let about = format!("{port}: {err}");
        match &self.listening.satellite.receiver {
            _ if err.kind() == io::ErrorKind::PermissionDenied => Some(Part::degraded(NAME, "port-closed", about)),
            Receiver::At(_) => Some(Part::missing(NAME, "no-receiver", about)),
            Receiver::Auto | Receiver::Off => None,
        }
    }

    fn listen(&mut self, port: &str) -> Option<(Found, Vec<Said>)> {
        let told = self.listening.satellite.baud;
        let rest = SPEEDS.into_iter().filter(|speed| Some(*speed) != self.last);
        let speeds: Vec<u32> = told.map_or_else(|| self.last.into_iter().chain(rest).collect(), |told| vec![told]);
        for speed in speeds {
            let line = match self.listening.ports.open(port, speed, self.listening.paces.patience) {
                Ok(line) => line,
                Err(err) => {
                    self.closed = Some((port.to_owned(), err));
                    return None;
                }
            };
            if let Some((found, said)) = self.attend(port, line) {
                self.last = Some(speed);
                self.once.insert(port.to_owned());
                return Some((found, said));
            }
        }
        // One that staff named may only have nothing to say yet.
        if self.listening.satellite.receiver == Receiver::Auto && !self.once.contains(port) {
            self.alone.insert(port.to_owned());
        }
        None
    }

    /// Listens for a moment.
    fn attend(&self, port: &str, mut line: Line) -> Option<(Found, Vec<Said>)> {
        let clock = &self.listening.clock;
        let (begun, mut stream, mut bytes) = (clock.running(), Stream::default(), [0; 512]);
        while clock.running().saturating_sub(begun) < self.listening.paces.window {
            let said = match line.read(&mut bytes) {
                Ok(0) => return None,
                Ok(more) => stream.listen(bytes.get(..more).unwrap_or_default()),
                Err(err) if is_only_quiet(&err) => vec![],
                Err(_) => return None,
            };
            if said.iter().any(is_sound) {
                let found = Found { name: port.to_owned(), line, stream, sounded: clock.running(), noise: 0 };
                return Some((found, said));
            }
        }
        // Where staff say both where it is and how it talks, it may be silent for hours.
        let sure = self.listening.satellite.baud.is_some() && self.listening.satellite.receiver != Receiver::Auto;
        let found = || Found { name: port.to_owned(), line, stream, sounded: clock.running(), noise: 0 };
        sure.then(|| (found(), vec![]))
    }
}
