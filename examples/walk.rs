//! A million inputs of every kind (or as many as are asked for) into the kiosk without its window: `cargo run --release --example walk [COUNT]`.
//! Fails at the first after which a page is not whole, nothing can have the focus, or something of a visit that ended is left; and when the
//! memory of the process grows by more than 5 % after the first tenth. `script/prove` keeps what it says; the least memory of each tenth
//! stands before it, so that growth is told from a step and from a peak.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example says what it found")]

#[path = "../tests/it/household.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod household;
#[path = "../tests/it/screens.rs"]
#[expect(dead_code, unused_imports, reason = "the tests use more of it")]
mod screens;
#[path = "../tests/it/walker.rs"]
mod walker;

use std::{env, fs, process::ExitCode};

/// How much the memory may grow.
const MOST: f64 = 1.05;
const TENTHS: usize = 10;

fn main() -> ExitCode {
    let count: u64 = env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(1_000_000);
    let (mut first, mut most, mut least) = (0, 0, [u64::MAX; TENTHS]);
    let mut watch = |n: u64| {
        let tenth = usize::try_from(n * TENTHS as u64 / count.max(1)).unwrap_or_default();
        if let Some(least) = least.get_mut(tenth).filter(|_| n.is_multiple_of(1_000)) {
            *least = resident().min(*least);
        }
        if n == count / 10 {
            first = resident();
        } else if n > count / 10 && n.is_multiple_of(1_000) {
            most = most.max(resident());
        }
    };
    let walked = match walker::walk(1, count, &mut watch) {
        Ok(walked) => walked,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::FAILURE;
        }
    };
    let grown = most as f64 / f64::from(u32::try_from(first.max(1)).unwrap_or(u32::MAX));
    let series: Vec<String> = least.iter().map(u64::to_string).collect();
    eprintln!("pages of memory in use, the least of each tenth: {}", series.join(" "));
    let (visits, pages) = (walked.visits, walked.pages);
    println!("{count} inputs, {visits} visits on {pages} places; memory at most {grown:.3} × that of the first tenth");
    if grown > MOST { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Pages of memory that are in use.
fn resident() -> u64 {
    let text = fs::read_to_string("/proc/self/statm").unwrap_or_default();
    text.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or_default()
}
