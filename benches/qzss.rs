//! How many sentences of satellites are read in a second, beside the reader that is in use (azarashi, in Python), with the same sentences in the
//! same run. Run with `AZARASHI=azarashi-0.17.1-py3-none-any.whl cargo bench --bench qzss`; without it only ours is measured. Fails when ours
//! is not a hundred times as quick.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints what it measured")]

#[path = "shared/bench.rs"]
mod bench;

use engawa::{alert::qzss, clock::Now};
use jiff::Timestamp;
use std::{
    error::Error,
    process::{Command, ExitCode},
    time::{Duration, Instant},
};

const MADE: &str = include_str!("../tests/cases/qzss.jsonl");
/// How often all of them are read.
const ROUNDS: u32 = 2_000;
const THEIR_ROUNDS: u32 = 20;
/// Times as many sentences a second as the other reader, at least.
const TIMES: f64 = 100.0;

/// Reads sentences from its input, all of them as often as it is told, and says how many seconds that took.
const THEIRS: &str = "
import sys, time, datetime
sys.path.insert(0, sys.argv[1])
import azarashi
lines = sys.stdin.read().split()
at = datetime.datetime(2026, 8, 30, tzinfo=datetime.UTC)
rounds = int(sys.argv[2])
for line in lines:
    azarashi.decode(line, 'nmea', timestamp=at)
started = time.perf_counter()
for _ in range(rounds):
    for line in lines:
        azarashi.decode(line, 'nmea', timestamp=at)
print(time.perf_counter() - started)
";

fn main() -> ExitCode {
    bench::judged(run)
}

fn run() -> Result<bool, Box<dyn Error>> {
    let now = Now { at: "2026-08-30T00:00:00Z".parse::<Timestamp>()?, trusted: true };
    let read = |text: &str| qzss::sentence(text).and_then(|frame| qzss::read(&frame, now));
    let rows: Vec<serde_json::Value> = MADE.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let all = rows.iter().filter_map(|row| row.get("sentence")?.as_str());
    let sentences: Vec<&str> = all.filter(|text| read(text).is_ok()).collect();
    let mut best = Duration::MAX;
    for _ in 0..3 {
        let (started, mut bytes) = (started(), 0);
        for text in (0..ROUNDS).flat_map(|_| &sentences) {
            bytes += read(text)?.payload.len();
        }
        best = best.min(started.elapsed());
        assert!(bytes > 0, "what is read is used");
    }
    let ours = f64::from(ROUNDS) * sentences.len() as f64 / best.as_secs_f64();
    println!("{} sentences of every category, again and again: {ours:.0} a second", sentences.len());
    let Some(wheel) = std::env::var_os("AZARASHI") else {
        println!("AZARASHI does not say where the other reader is: not compared");
        return Ok(true);
    };
    let theirs = seconds(&wheel, &sentences)?;
    let theirs = f64::from(THEIR_ROUNDS) * sentences.len() as f64 / theirs;
    println!("azarashi: {theirs:.0} a second; ours are {:.0} times as many (limit {TIMES})", ours / theirs);
    Ok(ours >= theirs * TIMES)
}

fn seconds(wheel: &std::ffi::OsStr, sentences: &[&str]) -> Result<f64, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let list = folder.path().join("sentences");
    std::fs::write(&list, sentences.join("\n"))?;
    let mut python = Command::new("python3");
    python.args(["-c", THEIRS]).arg(wheel).arg(THEIR_ROUNDS.to_string()).stdin(std::fs::File::open(&list)?);
    let told = python.output()?;
    let text = String::from_utf8_lossy(&told.stdout).trim().to_owned();
    let said = String::from_utf8_lossy(&told.stderr);
    text.parse().map_err(|err| format!("{text}: {err}; {said}").into())
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures")]
fn started() -> Instant {
    Instant::now()
}
