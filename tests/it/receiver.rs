//! A receiver at a pseudo-terminal: what it says, at the pace at which it says it, stands on the pages; pulled out it is missed, plugged in
//! again it is heard; and `engawa doctor` tells of it. The real library of serial ports, the real desks.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::{
    desks::Room,
    qzss::{
        frame_of_ublox,
        life::{rain_of_tochigi, report},
    },
};
use crossbeam_channel::tick;
use engawa::{
    alert::{Ear, State},
    clock::{Clock, SystemClock},
    config::{Receiver, Satellite},
    job::{Job, Look, Report, Situation},
    work::{Listening, Paces, Watching},
};
use serialport::{SerialPort, TTYPort};
use std::{fs, io::Write, os::unix::fs::symlink, path::Path, process::Command, sync::Arc, time::Duration};

/// A receiver with a fix, a second after the other; between them an empty line.
const LOG: &str = include_str!("../cases/sky/receiver.nmea");
const NOW: &str = "2026-08-30T06:01:00+09:00";

/// Plugs a receiver in: whoever opens `path` hears what is written to what is returned.
fn plug(path: &Path) -> TTYPort {
    let (ours, mut theirs) = TTYPort::pair().unwrap();
    theirs.set_exclusive(false).unwrap();
    symlink(theirs.name().unwrap(), path).unwrap();
    ours
}

fn pull(path: &Path, port: TTYPort) {
    fs::remove_file(path).unwrap();
    drop(port);
}

/// A second of the log after the other, at its own pace, and in some seconds more.
fn replay(port: &mut TTYPort, more: &[&[u8]]) {
    let second = tick(Duration::from_secs(1));
    for (said, more) in LOG.split("\r\n\r\n").zip(more) {
        second.recv().unwrap();
        // A sentence that is cut by the next is nothing; noise while the plug is pushed in neither.
        port.write_all(b"\xb5\x62\x00$QZQSM,55,9AA").unwrap();
        port.write_all(said.as_bytes()).unwrap();
        port.write_all(b"\r\n").unwrap();
        port.write_all(more).unwrap();
    }
}

fn situation(report: &Report) -> Option<&Situation> {
    if let Report::Situation(found) = report { Some(found) } else { None }
}

fn rain(report: &Report, state: State) -> bool {
    let facts = situation(report).map(|found| found.facts.as_slice()).unwrap_or_default();
    facts.iter().any(|fact| fact.claim.name == "大雨特別警報" && fact.claim.state == state && fact.sources == ["qzss"])
}

fn ear(report: &Report, ear: Ear) -> bool {
    situation(report).and_then(|found| found.sky).is_some_and(|sky| sky.ear == ear)
}

fn room(home: &Path, port: &Path) -> Room {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock::running_from(NOW.parse().unwrap()));
    let satellite = Satellite { receiver: Receiver::At(port.to_owned()), baud: None };
    let moment = Duration::from_millis(100);
    let paces = Paces { first: moment, look: moment, ..Paces::default() };
    let (home, watching) = (home.to_owned(), Watching { home: home.to_owned(), clock: Arc::clone(&clock) });
    let listening = Listening { paces, ..Listening::to_serial_ports(home, clock, satellite) };
    let room = Room::open(|desks| desks.watching(watching).listening(listening));
    room.desks.give(Job::Look(Look::For(Some("092096".into()))));
    room
}

#[test]
fn what_a_receiver_says_stands_on_the_pages_while_it_is_pulled_out_and_plugged_in_again() {
    let home = tempfile::tempdir().unwrap();
    let port = home.path().join("receiver");
    let room = room(home.path(), &port);

    let mut receiver = plug(&port);
    let sentence = format!("{}\r\n", rain_of_tochigi(1));
    replay(&mut receiver, &[b"", sentence.as_bytes(), b"", sentence.as_bytes()]);
    let told = room.until(|report| rain(report, State::Active));
    let found = told.iter().rev().find_map(situation).unwrap();
    let heard = found.sources.iter().find(|source| source.id == "qzss").unwrap();
    assert!(heard.last_heard.is_some() && !heard.stale, "{heard:?}");

    let doctor = doctor(home.path());
    assert_eq!(doctor["state"], "works", "{doctor}");
    let detail = doctor["detail"].as_str().unwrap();
    assert!(detail.contains(" satellites, last message 2026-08-30T06:01:"), "{detail}");

    pull(&port, receiver);
    room.until(|report| ear(report, Ear::NoReceiver));

    // What was in force is in force, and its end is heard: now by a frame of u-blox.
    let mut receiver = plug(&port);
    let end = report(10, &[(35, 6, 1), (53, 3, 2), (56, 5, 2), (61, 19, 90_000)]);
    replay(&mut receiver, &[b"", &frame_of_ublox(&end, 3)]);
    let told = room.until(|report| rain(report, State::Ended));
    assert!(told.iter().any(|report| ear(report, Ear::Hears)), "{told:?}");
    pull(&port, receiver);
}

fn doctor(home: &Path) -> serde_json::Value {
    let out = Command::new(env!("CARGO_BIN_EXE_engawa"))
        .args(["doctor", "--json", "--now", NOW, "--home"])
        .arg(home)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let told: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let parts = told.get("parts").and_then(|parts| parts.as_array()).unwrap();
    parts.iter().find(|part| part.get("part").is_some_and(|name| name == "receiver")).cloned().unwrap()
}
