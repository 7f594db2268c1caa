//! How soon the focus is heard, and how soon what was being said is not.

use crate::{ear::Ear, eye::Eye, spread};
use std::{
    error::Error,
    io::Write as _,
    time::{Duration, Instant},
};

/// Keys, by their numbers in X: to the next control, and reading on and off.
const TAB: u32 = 0xff09;
const READ: u32 = 0xffc6;
/// Nothing that is said pauses for so long.
const QUIET: Duration = Duration::from_secs(2);
/// On any machine; else the key meant that the voice is to stop.
const HEARD: Duration = Duration::from_secs(4);
const WAKING: usize = 20;
const LIMIT: Duration = Duration::from_secs(40);
/// What is being said when the next key goes down; longer than the lock that keeps a trembling hand from pressing twice.
const MIDST: Duration = Duration::from_millis(800);
/// Between two utterances nothing is heard for at least as long: what was said ends, the next is got ready and begins with a breath.
const BREATH: Duration = Duration::from_millis(60);
/// In which the one ends and the next begins.
const CHANGE: Duration = Duration::from_millis(900);

pub(crate) fn heard(rounds: usize) -> Result<(), Box<dyn Error>> {
    let (eye, ear) = (Eye::open()?, Ear::open()?);
    let (tab, read) = (eye.key(TAB)?, eye.key(READ)?);
    let (mut begun, mut changed, mut stopped, mut breaths) = (vec![], vec![], vec![], 0);
    // The first keys wake whatever sleeps, or are lost before the window stands; the next ends the reading of the page that they begin.
    wake(&eye, &ear, tab)?;
    std::thread::sleep(MIDST);
    eye.strike(tab)?;
    for _ in 0..rounds {
        quiet(&ear)?;
        begun.push(ms(focus(&eye, &ear, [tab, read])?));
        quiet(&ear)?;
        wake(&eye, &ear, read)?;
        std::thread::sleep(MIDST);
        sounding(&ear)?;
        let down = eye.strike(tab)?;
        std::thread::sleep(CHANGE);
        match ear.pause(down, BREATH) {
            Some(pause) => changed.push(ms(pause)),
            // It drew breath by itself just then.
            None => breaths += 1,
        }
    }
    // Whoever stops the voice hears no focus any more: this comes last.
    for _ in 0..rounds {
        quiet(&ear)?;
        // What still listens is stopped by the first.
        wake(&eye, &ear, read)?;
        std::thread::sleep(MIDST);
        sounding(&ear)?;
        let down = eye.strike(read)?;
        stopped.push(ms(ear.last(down, QUIET, LIMIT)?));
    }
    let mut out = std::io::stdout();
    writeln!(out, "heard after the key: {} ({} times)", spread(begun), rounds)?;
    writeln!(
        out,
        "the old silent after the next key: {} ({} times, {breaths} not told apart)",
        spread(changed),
        rounds - breaths
    )?;
    writeln!(out, "silent after the stop: {} ({rounds} times)", spread(stopped))?;
    Ok(())
}

/// How soon what has the focus is heard; a voice that was stopped by mistake is woken first.
fn focus(eye: &Eye, ear: &Ear, [tab, read]: [u8; 2]) -> Result<Duration, Box<dyn Error>> {
    for _ in 0..WAKING {
        if let Ok(time) = ear.first(eye.strike(tab)?, HEARD) {
            return Ok(time);
        }
        wake(eye, ear, read)?;
        std::thread::sleep(MIDST);
        eye.strike(tab)?;
        quiet(ear)?;
    }
    Err("the focus is not heard".into())
}

/// Strikes a key until something is heard; how soon that was.
fn wake(eye: &Eye, ear: &Ear, key: u8) -> Result<Duration, Box<dyn Error>> {
    for _ in 0..WAKING {
        if let Ok(time) = ear.first(eye.strike(key)?, HEARD) {
            return Ok(time);
        }
    }
    Err("no key is heard".into())
}

#[expect(clippy::disallowed_methods, reason = "a stopwatch")]
fn quiet(ear: &Ear) -> Result<(), Box<dyn Error>> {
    ear.last(Instant::now(), QUIET, LIMIT).map(drop)
}

/// Waits until something is heard, or there were nothing to silence.
#[expect(clippy::disallowed_methods, reason = "a stopwatch")]
fn sounding(ear: &Ear) -> Result<(), Box<dyn Error>> {
    ear.first(Instant::now(), HEARD).map(drop)
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
