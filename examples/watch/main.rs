//! Measures programs from outside, on the display in `DISPLAY`, by watching pixels: the same way for any program, so that two can be
//! set side by side.
//!
//! - `watch start PROGRAM ARGS…` starts a program and prints the milliseconds until its whole page stands on the screen: until the last
//!   change, once nothing has changed for two seconds. The program is then stopped.
//! - `watch press ROUNDS X,Y X,Y…` presses these points in turn and prints, for each press, the milliseconds from letting go until what
//!   it changed stands on the screen; at the end the middle and the 95th of a hundred.
//! - `watch heard ROUNDS` moves the focus and stops reading by turns, and prints how soon what has the focus is heard after the key went down,
//!   how soon what was being said falls silent when the focus moves on, and how soon when reading is stopped. The sound is what the server's
//!   default device plays, and must be one that only records: silence is waited for.
//! - `watch handed PROGRAM ARGS…` runs a program to its end (one that hands something to another that stands on the display), and prints the
//!   milliseconds from its start until what that changed stands on the screen.
//! - `watch said LINK FILE PROGRAM ARGS…` starts a program with a receiver of satellites plugged in at LINK, and prints for each sentence of
//!   FILE the milliseconds from its first byte on a wire of 9600 bits a second (of which it takes 80 itself) until it stands on the screen.
//! - `watch frames SECONDS` prints how many frames were drawn on the display meanwhile, also those that changed nothing.

mod damage;
mod ear;
mod eye;
mod heard;
mod sky;

use damage::Damage;
use eye::Eye;
use std::{
    error::Error,
    io::Write as _,
    process::{Command, Stdio},
    time::Duration,
};

const QUIET: Duration = Duration::from_secs(2);
const LIMIT: Duration = Duration::from_mins(1);
/// Longer than the lock that keeps a second tap from counting.
const BETWEEN: Duration = Duration::from_millis(700);

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    match words.next().as_deref() {
        Some("start") => start(&words.collect::<Vec<_>>()),
        Some("handed") => handed(&words.collect::<Vec<_>>()),
        Some("said") => sky::said(&words.collect::<Vec<_>>()),
        Some("press") => press(&words.collect::<Vec<_>>()),
        Some("heard") => heard::heard(words.next().ok_or("how often?")?.parse()?),
        Some("frames") => frames(words.next().ok_or("how many seconds?")?.parse()?),
        _ => Err("watch start PROGRAM ARGS… | watch handed PROGRAM ARGS… | watch press ROUNDS X,Y X,Y… | watch heard ROUNDS | \
                  watch said LINK FILE PROGRAM ARGS… | watch frames SECONDS"
            .into()),
    }
}

fn start(words: &[String]) -> Result<(), Box<dyn Error>> {
    let (program, args) = words.split_first().ok_or("which program?")?;
    let eye = Eye::open()?;
    let mut child = Command::new(program).args(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let found = eye.until_still(QUIET, LIMIT);
    child.kill()?;
    child.wait()?;
    writeln!(std::io::stdout(), "{:.1}", found?.as_secs_f64() * 1000.0)?;
    Ok(())
}

fn handed(words: &[String]) -> Result<(), Box<dyn Error>> {
    let (program, args) = words.split_first().ok_or("which program?")?;
    let eye = Eye::open()?;
    let mut child = Command::new(program).args(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let found = eye.until_still(Duration::from_millis(400), Duration::from_secs(10));
    let ended = child.wait()?;
    let time = found.map_err(|err| format!("{err} ({ended})"))?;
    writeln!(std::io::stdout(), "{:.1}", time.as_secs_f64() * 1000.0)?;
    Ok(())
}

fn frames(seconds: u64) -> Result<(), Box<dyn Error>> {
    let count = Damage::watch()?.frames(Duration::from_secs(seconds))?;
    writeln!(std::io::stdout(), "{count}")?;
    Ok(())
}

fn press(words: &[String]) -> Result<(), Box<dyn Error>> {
    let (rounds, points) = words.split_first().ok_or("how often?")?;
    let points: Vec<(i16, i16)> = points.iter().map(|point| parse(point)).collect::<Result<_, _>>()?;
    let eye = Eye::open()?;
    let mut times = vec![];
    for point in points.iter().cycle().take(rounds.parse()?) {
        eye.press(*point)?;
        let time = eye.until_still(Duration::from_millis(250), Duration::from_secs(5))?;
        times.push(time.as_secs_f64() * 1000.0);
        std::thread::sleep(BETWEEN);
    }
    writeln!(std::io::stdout(), "{} presses: {}", times.len(), spread(times))?;
    Ok(())
}

/// The least, the middle and the 95th of a hundred, in milliseconds.
fn spread(mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| {
        times.get((times.len() * share / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
    };
    format!("least {:.1} ms, median {:.1} ms, p95 {:.1} ms", at(0), at(50), at(95))
}

fn parse(point: &str) -> Result<(i16, i16), Box<dyn Error>> {
    let (x, y) = point.split_once(',').ok_or_else(|| format!("not a point: {point}"))?;
    Ok((x.parse()?, y.parse()?))
}
