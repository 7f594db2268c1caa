//! What time does to a screen: what counts down, what changes by itself and when.

use super::{Event, Screen};
use std::time::Duration;

impl Screen {
    /// Something on it counts down.
    pub const fn counts(&self) -> bool {
        match self {
            Self::Door(state) => state.counts(),
            Self::Setup(state) => state.counts(),
            _ => false,
        }
    }

    /// When something on it changes by itself.
    pub fn due(&self) -> Option<Duration> {
        match self {
            Self::Lesson(state) => state.due(),
            Self::Switches(state) => state.due(),
            _ => None,
        }
    }

    pub fn tick(&mut self, running: Duration) -> Vec<Event> {
        match self {
            Self::Door(state) => state.tick(running),
            Self::Setup(state) => state.tick(running),
            Self::Lesson(state) => return state.tick(running),
            Self::Switches(state) => return state.tick(running),
            _ => {}
        }
        vec![]
    }

    /// Time passes while something lies over it.
    pub fn rest(&mut self, running: Duration) {
        match self {
            Self::Door(state) => state.tick(running),
            Self::Setup(state) => state.tick(running),
            Self::Lesson(state) => state.rest(running),
            _ => {}
        }
    }
}
