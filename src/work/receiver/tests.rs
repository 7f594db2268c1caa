//! The desk with ports that are played and a clock that is moved by reading.

use super::*;
use crate::{
    alert::{Town, status},
    clock::SetClock,
    job::PartState,
};
use std::{
    collections::{BTreeMap, VecDeque},
    path::Path,
    sync::Mutex,
};

/// 津波, made by hand.
const MADE: &str = include_str!("../../../tests/cases/qzss.jsonl");
const GGA: &str = "$GNGGA,010203.00,3544.0,N,14000.0,E,1,07,1.0,50.0,M,36.0,M,,*47\r\n";

/// The number-th sentence that is in order, as a receiver sends it.
fn sentence(number: usize) -> String {
    let rows = MADE.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let mut sound = rows.filter(|row| row.get("error").is_none());
    format!("{}\r\n", sound.nth(number).unwrap()["sentence"].as_str().unwrap())
}

/// What is plugged in at one port.
#[derive(Clone)]
struct Plugged {
    speed: u32,
    /// Said one piece a second; `None` at the end: it says nothing more.
    says: Arc<Mutex<VecDeque<Vec<u8>>>>,
    pulled: Arc<Mutex<Pulled>>,
}

#[derive(PartialEq)]
enum Pulled {
    No,
    Yes,
}

struct World {
    clock: Arc<SetClock>,
    ports: Mutex<BTreeMap<String, Result<Plugged, io::ErrorKind>>>,
    opened: Mutex<Vec<(String, u32)>>,
}

impl World {
    fn plug(&self, name: &str, speed: u32, says: &[&str]) -> Plugged {
        let says = says.iter().map(|piece| piece.as_bytes().to_vec()).collect();
        let plugged = Plugged { speed, says: Arc::new(Mutex::new(says)), pulled: Arc::new(Mutex::new(Pulled::No)) };
        self.ports.lock().unwrap().insert(name.to_owned(), Ok(plugged.clone()));
        plugged
    }
    fn pull(&self, name: &str) {
        if let Some(Ok(plugged)) = self.ports.lock().unwrap().remove(name) {
            *plugged.pulled.lock().unwrap() = Pulled::Yes;
        }
    }
    fn opened(&self) -> Vec<(String, u32)> {
        std::mem::take(&mut *self.opened.lock().unwrap())
    }
}

struct Reader {
    clock: Arc<SetClock>,
    plugged: Plugged,
    speed: u32,
    patience: Duration,
}

impl Read for Reader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if *self.plugged.pulled.lock().unwrap() == Pulled::Yes {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        self.clock.advance(self.patience);
        let right = self.speed == self.plugged.speed;
        let mut says = self.plugged.says.lock().unwrap();
        let Some(piece) = (if right { says.pop_front() } else { says.front().cloned() }) else {
            return Err(io::ErrorKind::TimedOut.into());
        };
        // At another speed every bit is another.
        let heard = piece.iter().map(|byte| if right { *byte } else { byte.rotate_left(3) ^ 0x5a });
        Ok(into.iter_mut().zip(heard).map(|(to, from)| *to = from).count())
    }
}

impl Ports for World {
    fn list(&self) -> Vec<String> {
        self.ports.lock().unwrap().keys().cloned().collect()
    }
    fn open(&self, name: &str, baud: u32, patience: Duration) -> io::Result<Line> {
        let found = self.ports.lock().unwrap().get(name).cloned().unwrap_or(Err(io::ErrorKind::NotFound))?;
        self.opened.lock().unwrap().push((name.to_owned(), baud));
        Ok(Box::new(Reader { clock: Arc::clone(&self.clock), plugged: found, speed: baud, patience }))
    }
}

struct Room {
    world: Arc<World>,
    home: tempfile::TempDir,
    seat: Seat,
}

fn furnished(satellite: Satellite) -> Room {
    let clock = Arc::new(SetClock::new("2026-08-29T21:00:00Z".parse().unwrap(), true));
    let world = Arc::new(World { clock, ports: Mutex::default(), opened: Mutex::default() });
    let home = tempfile::tempdir().unwrap();
    let seat = seat(&world, home.path(), satellite);
    Room { world, home, seat }
}

fn seat(world: &Arc<World>, home: &Path, satellite: Satellite) -> Seat {
    let ports: Arc<dyn Ports> = Arc::clone(world) as Arc<dyn Ports>;
    let clock: Arc<dyn Clock> = Arc::clone(&world.clock) as Arc<dyn Clock>;
    Seat::new(Listening { home: home.to_owned(), clock, satellite, ports, paces: Paces::default() })
}

impl Room {
    fn rounds(&mut self, many: usize) {
        for _ in 0..many {
            let rest = self.seat.round().unwrap();
            self.world.clock.advance(rest);
        }
    }
    fn store(&self) -> Telegrams {
        Telegrams::open(self.home.path()).unwrap()
    }
    fn ear(&self) -> Ear {
        self.store().sky().unwrap().unwrap_or_default().ear(self.world.clock.now().at)
    }
}

#[test]
fn a_receiver_is_found_at_its_speed_and_whatever_else_is_plugged_in_is_left_alone() {
    let mut room = furnished(Satellite::default());
    room.rounds(3);
    assert!(!room.home.path().join("alerts.db").exists(), "without a receiver nothing is kept");
    room.world.plug("/dev/ttyACM0", 9600, &["a scale: 12.5 kg\r\n", "$WIMWV,214.8,R,0.1,K,A*28\r\n"]);
    room.world.plug("/dev/ttyUSB0", 115_200, &["\u{0}noise", GGA, &sentence(0), GGA]);
    room.rounds(4);
    let speeds = |name: &str, opened: &[(String, u32)]| -> Vec<u32> {
        opened.iter().filter(|(port, _)| port == name).map(|(_, speed)| *speed).collect()
    };
    let opened = room.world.opened();
    assert_eq!(speeds("/dev/ttyACM0", &opened), [9_600, 38_400, 115_200, 57_600, 4_800]);
    assert_eq!(speeds("/dev/ttyUSB0", &opened), [9_600, 38_400, 115_200]);
    room.rounds(8);
    let sky = room.store().sky().unwrap().unwrap();
    assert_eq!((sky.port.as_deref(), sky.satellites), (Some("/dev/ttyUSB0"), Some(7)));
    assert_eq!((room.store().all().unwrap().len(), room.ear()), (1, Ear::Hears));
    // Pulled out: missed at once. The stranger is not asked again, the receiver is, and first at the speed it had.
    room.world.pull("/dev/ttyUSB0");
    room.rounds(3);
    assert_eq!((room.ear(), room.world.opened()), (Ear::NoReceiver, vec![]));
    room.world.plug("/dev/ttyUSB1", 115_200, &[GGA, &sentence(1), GGA]);
    room.rounds(6);
    assert_eq!(room.world.opened(), [("/dev/ttyUSB1".to_owned(), 115_200)]);
    assert_eq!((room.store().all().unwrap().len(), room.ear()), (2, Ear::Hears));
    // What was pulled out and is back may be something else.
    room.world.pull("/dev/ttyACM0");
    room.world.pull("/dev/ttyUSB1");
    room.rounds(2);
    room.world.plug("/dev/ttyACM0", 9600, &[GGA, GGA]);
    room.rounds(4);
    assert_eq!(room.store().sky().unwrap().unwrap().port.as_deref(), Some("/dev/ttyACM0"));
}

#[test]
fn what_is_only_sent_again_is_heard_but_nothing_new() {
    let mut room = furnished(Satellite::default());
    let said = vec![sentence(0); 600];
    let said: Vec<&str> = said.iter().flat_map(|again| [GGA, GGA, GGA, again.as_str()]).collect();
    room.world.plug("/dev/ttyACM0", 9600, &said);
    room.rounds(2400);
    let (store, at) = (room.store(), room.world.clock.now().at);
    let telegrams = store.all().unwrap();
    assert_eq!(telegrams.len(), 1);
    let told = status(&telegrams, &Town::parse("09209").unwrap(), at);
    let satellite = |told: &crate::alert::Status| told.sources.iter().find(|one| one.id == "qzss").cloned().unwrap();
    assert!(at.duration_since(telegrams[0].sent).as_mins() > 31, "long enough");
    assert!(satellite(&told).stale, "by its telegrams it has been silent");
    let told = told.listening(store.sky().unwrap().as_ref());
    assert!(!satellite(&told).stale && satellite(&told).last_heard > Some(telegrams[0].sent), "and yet it was heard");
}

#[test]
fn a_sky_without_a_message_a_sky_without_satellites_and_no_receiver_are_told_apart() {
    let mut room = furnished(Satellite::default());
    room.world.plug("/dev/ttyACM0", 9600, &vec![GGA; 900]);
    room.rounds(800);
    assert_eq!(room.ear(), Ear::Hears);
    let sky = room.store().sky().unwrap().unwrap();
    assert_eq!((sky.satellites, sky.heard), (Some(7), None));
    room.world.pull("/dev/ttyACM0");
    let none = "$GNGGA,,,,,,0,00,99.99,,,,,,*56\r\n";
    room.world.plug("/dev/ttyACM0", 9600, &vec![none; 900]);
    room.rounds(800);
    assert_eq!((room.ear(), room.store().sky().unwrap().unwrap().satellites), (Ear::NoSatellites, Some(0)));
    room.world.pull("/dev/ttyACM0");
    room.rounds(2);
    assert_eq!(room.ear(), Ear::NoReceiver);
}

#[test]
fn a_receiver_that_talks_at_another_speed_is_found_again() {
    let mut room = furnished(Satellite::default());
    let plugged = room.world.plug("/dev/ttyUSB0", 9600, &[GGA, GGA]);
    room.rounds(3);
    assert_eq!(room.ear(), Ear::Hears);
    let noise: Vec<Vec<u8>> = (0..60_u8).map(|n| (0..200_u8).map(|byte| byte ^ n | 0x80).collect()).collect();
    plugged.says.lock().unwrap().extend(noise);
    room.rounds(25);
    assert_eq!(room.world.opened().len(), 1, "noise for a moment is nothing");
    room.rounds(20);
    assert!(room.world.opened().len() >= 5, "at every speed");
    *plugged.says.lock().unwrap() = vec![GGA.as_bytes().to_vec(); 20].into();
    room.rounds(4);
    assert_eq!(room.ear(), Ear::Hears);
}

#[test]
fn a_port_that_staff_named_and_is_not_there_is_told_and_one_that_may_not_be_opened() {
    let at = |path: &str, baud| Satellite { receiver: Receiver::At(path.into()), baud };
    let mut room = furnished(at("/dev/ttyS7", None));
    room.rounds(1);
    let part = room.seat.trouble().unwrap();
    assert_eq!((part.state, part.trouble.as_str()), (PartState::Missing, "no-receiver"));
    assert!(part.about.starts_with("/dev/ttyS7"), "{}", part.about);
    room.world.ports.lock().unwrap().insert("/dev/ttyS7".to_owned(), Err(io::ErrorKind::PermissionDenied));
    room.rounds(1);
    assert_eq!(room.seat.trouble().unwrap().trouble, "port-closed");
    // Named, it is asked again and again: it may have had nothing to say.
    let plugged = room.world.plug("/dev/ttyS7", 38_400, &[]);
    room.rounds(3);
    assert_eq!((room.world.opened().len(), room.seat.trouble()), (15, None));
    plugged.says.lock().unwrap().extend([GGA.as_bytes().to_vec(), GGA.as_bytes().to_vec()]);
    room.rounds(2);
    assert_eq!(room.ear(), Ear::Hears);
    // With its speed named too it need say nothing before its first message.
    let mut other = furnished(at("/dev/ttyS7", Some(4_800)));
    let plugged = other.world.plug("/dev/ttyS7", 4_800, &[]);
    other.rounds(5);
    assert_eq!((other.world.opened().len(), other.ear()), (1, Ear::NoSatellites));
    plugged.says.lock().unwrap().push_back(sentence(2).into_bytes());
    other.rounds(1);
    assert_eq!((other.store().all().unwrap().len(), other.ear()), (1, Ear::Hears));
}

#[test]
fn the_next_process_remembers_when_the_sky_was_heard_last() {
    let mut room = furnished(Satellite::default());
    room.world.plug("/dev/ttyACM0", 9600, &[GGA, &sentence(0), GGA, GGA, GGA]);
    room.rounds(3);
    let sky = room.seat.sky.clone();
    assert!(sky.heard.is_some());
    room.seat.store().unwrap().keep_sky(&sky).unwrap();
    room.seat = seat(&room.world, room.home.path(), Satellite::default());
    room.rounds(1);
    assert_eq!((room.seat.sky.heard, room.seat.sky.port.as_deref()), (sky.heard, Some("/dev/ttyACM0")));
}
