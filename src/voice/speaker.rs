//! What can speak. A speaker never waits: it is asked from time to time what has become of what it says.

use crate::reading::{Heard, Utterance};
use std::time::Duration;

/// One way to say something. The speakers are chosen between by tongue and by what the machine has.
pub trait Speaker {
    /// Begins to say it; what was being said falls silent within 100 ms.
    fn say(&mut self, utterance: &Utterance);
    /// Falls silent.
    fn hush(&mut self);
    /// What has happened since it was last asked.
    fn poll(&mut self) -> Vec<Heard>;
    /// When to ask again; `None` when nothing will happen before the next order.
    fn due(&self) -> Option<Duration>;
}

/// How often a speaker that speaks is asked: phrases are lit within 100 ms of being heard.
pub(super) const BEAT: Duration = Duration::from_millis(30);
