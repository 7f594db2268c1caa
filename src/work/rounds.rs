//! A desk to which nobody brings jobs: it makes rounds of its own, and sleeps between them. One that fails is set up again and says so; what
//! is the matter with it is told when it changes.

use super::desk::Out;
use crate::{
    job::{Part, Report},
    store::StoreError,
};
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    thread,
    time::Duration,
};

pub(super) trait Rounds {
    /// Returns how long to sleep.
    fn round(&mut self) -> Result<Duration, StoreError>;
    /// What is the matter, if anything.
    fn trouble(&self) -> Option<Part>;
}

/// How long such a desk sleeps when it does not say so itself.
#[derive(Clone, Copy)]
pub(super) struct Sleep {
    /// Before its first round: the first page stands by then.
    pub(super) first: Duration,
    /// After a fault.
    pub(super) fault: Duration,
}

/// Held as long as the kiosk is open; the desk goes home when it is dropped.
pub(super) struct Closing(#[expect(dead_code, reason = "held, not used")] Sender<()>);

/// Sets up the desk on a thread of its own, by whose name it is known.
pub(super) fn open<S: Rounds>(
    out: &Out,
    name: &'static str,
    sleep: Sleep,
    make: impl Fn() -> S + Send + 'static,
) -> Closing {
    let (sender, closing) = bounded(1);
    let worker = out.clone();
    let thread = thread::Builder::new().name(name.to_owned());
    if let Err(err) = thread.spawn(move || run(&worker, name, sleep, &make, &closing)) {
        out.try_tell(Report::Part(Part::missing(name, "stopped", err.to_string())));
    }
    Closing(sender)
}

fn run<S: Rounds>(out: &Out, name: &'static str, sleep: Sleep, make: &impl Fn() -> S, closing: &Receiver<()>) {
    let (mut wait, mut seat, mut told) = (sleep.first, None, None);
    while closing.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
        let done = catch_unwind(AssertUnwindSafe(|| seat.get_or_insert_with(make).round()));
        let part = match done {
            Ok(Ok(pause)) => {
                wait = pause;
                seat.as_ref().and_then(S::trouble)
            }
            Ok(Err(err)) => {
                wait = sleep.fault;
                Some(Part::degraded(name, "failed", err.to_string()))
            }
            Err(_) => {
                (wait, seat) = (sleep.fault, None);
                Some(Part::degraded(name, "restarted", ""))
            }
        };
        let part = part.unwrap_or_else(|| Part::works(name));
        // What works from the beginning is no news.
        let news = told.as_ref().map_or(part != Part::works(name), |told| *told != part);
        if news && out.tell([Report::Part(part.clone())]).is_err() {
            return;
        }
        told = Some(part);
    }
}
