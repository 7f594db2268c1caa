//! Hears a sound card that only records, through `parec`, and knows when it heard what: how soon a press is heard, and how soon what was
//! being said falls silent. Each stretch of sound is timed by its arrival, so that nothing is heard too early by this watch.

use std::{
    error::Error,
    io,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Samples a second; 16 bits each, one channel.
const RATE: usize = 48_000;
/// Sound is looked at in stretches of 5 ms.
const STRETCH: usize = RATE / 200;
/// A stretch whose loudest sample is below this is silent: -40 dB.
const HUSH: i16 = 328;

/// When each loud stretch was heard.
type Loud = Arc<Mutex<Vec<Instant>>>;

pub(crate) struct Ear {
    recorder: Child,
    loud: Loud,
}

impl Ear {
    /// Listens to what the server's default device plays.
    pub(crate) fn open() -> Result<Self, Box<dyn Error>> {
        let mut recorder = Command::new("parec")
            .args([
                "-d",
                "@DEFAULT_MONITOR@",
                "--raw",
                "--format=s16le",
                "--rate=48000",
                "--channels=1",
                "--latency-msec=5",
            ])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|err| format!("parec: {err}; apt-get install pulseaudio-utils"))?;
        let sound = recorder.stdout.take().ok_or("parec has no output")?;
        let loud = Loud::default();
        let heard = Arc::clone(&loud);
        std::thread::Builder::new().name("ear".to_owned()).spawn(move || listen(sound, &heard))?;
        Ok(Self { recorder, loud })
    }

    /// When something was heard after `since`.
    fn since(&self, since: Instant) -> Vec<Instant> {
        let loud = self.loud.lock().unwrap_or_else(PoisonError::into_inner);
        loud.iter().copied().filter(|at| *at >= since).collect()
    }

    /// How long after `since` something is heard first.
    pub(crate) fn first(&self, since: Instant, limit: Duration) -> Result<Duration, Box<dyn Error>> {
        loop {
            if let Some(first) = self.since(since).first() {
                return Ok(*first - since);
            }
            if since.elapsed() > limit {
                return Err("nothing was heard".into());
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// How long after `since` the first silence of at least `least` begins that ends in sound again; `None` if nothing was heard just before.
    pub(crate) fn pause(&self, since: Instant, least: Duration) -> Option<Duration> {
        let heard: Vec<Instant> = self.since(since.checked_sub(least)?);
        heard.first().filter(|first| **first <= since)?;
        let (before, after) = (heard.iter(), heard.iter().skip(1));
        let from =
            before.zip(after).find(|(from, to)| **to >= since && **to - **from >= least).map(|(from, _)| *from)?;
        Some(from.saturating_duration_since(since))
    }

    /// How long after `since` the last is heard, once nothing was heard for `quiet`.
    pub(crate) fn last(&self, since: Instant, quiet: Duration, limit: Duration) -> Result<Duration, Box<dyn Error>> {
        while since.elapsed() < limit {
            let last = self.since(since).last().map_or(Duration::ZERO, |last| *last - since);
            if since.elapsed() > last + quiet {
                return Ok(last);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Err("it never fell silent".into())
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        self.recorder.kill().ok();
        self.recorder.wait().ok();
    }
}

#[expect(clippy::disallowed_methods, reason = "a stopwatch")]
fn listen(mut sound: impl io::Read, loud: &Loud) {
    let mut stretch = [0; STRETCH * 2];
    while sound.read_exact(&mut stretch).is_ok() {
        let mut samples = stretch.as_chunks::<2>().0.iter().map(|sample| i16::from_le_bytes(*sample));
        if samples.any(|sample| sample.saturating_abs() >= HUSH) {
            loud.lock().unwrap_or_else(PoisonError::into_inner).push(Instant::now());
        }
    }
}
