//! The notice board on every page: what hangs there is known to all of them, and asked for again when time has taken something down.

use super::Model;
use crate::job::{Job, StoreJob, Wall};
use std::sync::Arc;

impl Model {
    /// This hangs there now.
    pub(super) fn hangs(&mut self, wall: Arc<Wall>) -> Vec<Job> {
        self.standing.wall = Some(wall);
        vec![]
    }

    /// Time went on: what is over is taken off the board. By a clock that is not believed nothing is over.
    pub(super) fn clear_away(&self) -> Option<Job> {
        let now = self.standing.now;
        let wall = self.standing.wall.as_ref().filter(|_| now.trusted)?;
        let over = wall.board.entries().any(|entry| entry.filled().is_some() && entry.is_over(now.at));
        over.then(|| self.ask(StoreJob::Board))
    }
}
