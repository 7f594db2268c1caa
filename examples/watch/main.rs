//! Measures programs from outside, on the display in `DISPLAY`, by watching pixels: the same way for any program, so that two can be
//! set side by side.
//!
//! - `watch start PROGRAM ARGS…` starts a program and prints the milliseconds until its whole page stands on the screen: until the last
//!   change, once nothing has changed for two seconds. The program is then stopped.
//! - `watch press ROUNDS X,Y X,Y…` presses these points in turn and prints, for each press, the milliseconds from letting go until what
//!   it changed stands on the screen; at the end the middle and the 95th of a hundred.
//! - `watch frames SECONDS` prints how many frames were drawn on the display meanwhile, also those that changed nothing.

mod damage;
mod eye;

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
        Some("press") => press(&words.collect::<Vec<_>>()),
        Some("frames") => frames(words.next().ok_or("how many seconds?")?.parse()?),
        _ => Err("watch start PROGRAM ARGS… | watch press ROUNDS X,Y X,Y… | watch frames SECONDS".into()),
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
    times.sort_by(f64::total_cmp);
    let at = |share: usize| {
        times.get((times.len() * share / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
    };
    let mut out = std::io::stdout();
    writeln!(out, "{} presses: median {:.1} ms, p95 {:.1} ms", times.len(), at(50), at(95))?;
    Ok(())
}

fn parse(point: &str) -> Result<(i16, i16), Box<dyn Error>> {
    let (x, y) = point.split_once(',').ok_or_else(|| format!("not a point: {point}"))?;
    Ok((x.parse()?, y.parse()?))
}
