//! 訓練 on this kiosk: what it shows while staff hold a drill, and that anything real ends it at once. What is real and what is not never
//! stand beside each other.

use super::{Model, danger::NO_TOWN};
use crate::{
    alert::{self, Fact},
    config::{Change, Drill},
    job::{Job, Situation},
    screens::{Overlay, alert::Drilling},
};
use smol_str::SmolStr;
use std::sync::Arc;

impl Model {
    /// Staff begin a drill, now.
    pub(super) fn begin_drill(&mut self, exercise: Option<SmolStr>) -> Vec<Job> {
        if self.standing.is_earnest() {
            return vec![];
        }
        let drill = Drill::begin(exercise, self.standing.now.at);
        self.keep(Change::Drill(Some(drill)))
    }

    /// What the drill says now; it is over when its time is, or when anything real is there.
    pub(super) fn rehearse(&mut self) -> Vec<Job> {
        let Some(drill) = self.standing.own.drill.clone() else { return self.drill_over() };
        if !drill.is_on(self.standing.now.at) || self.standing.is_earnest() {
            return self.keep(Change::Drill(None));
        }
        let drilled = Arc::new(self.drilled(&drill));
        if self.standing.drill.as_deref() != Some(&*drilled) {
            self.standing.drill = Some(drilled);
            return self.take_over();
        }
        vec![]
    }

    /// Time went on, or the kiosk began anew in the middle of a drill. Before anybody has looked what is real nothing is rehearsed.
    pub(super) fn rehearse_on(&mut self) -> Vec<Job> {
        let begins = self.standing.own.drill.is_some() && self.standing.situation.is_some();
        if begins || self.standing.drill.is_some() { self.rehearse() } else { vec![] }
    }

    /// What is real has changed: a drill ends by it, and what is urgent comes over the page.
    pub(super) fn real_changed(&mut self) -> Vec<Job> {
        let mut jobs = self.rehearse_on();
        jobs.extend(self.take_over());
        jobs
    }

    fn drilled(&self, drill: &Drill) -> Situation {
        let (now, standing) = (self.standing.now.at, &self.standing);
        let town = standing.config.town.as_ref().map(|town| town.name.plain()).unwrap_or_default();
        let came = standing.situation.as_deref().map(|found| found.drill.clone()).unwrap_or_default();
        let made = drill.exercise.as_ref().map(|name| alert::exercise(name, drill.from, now, &town));
        let facts: Vec<Fact> = made.into_iter().flatten().chain(came).collect();
        Situation { town: Some(self.town().unwrap_or(NO_TOWN)), facts, ..Situation::default() }
    }

    /// Nothing is rehearsed any more: what of it lies over the page goes, and what is real comes in its place.
    fn drill_over(&mut self) -> Vec<Job> {
        if self.standing.drill.take().is_none() {
            return vec![];
        }
        let mut jobs = vec![];
        if matches!(&self.overlay, Some(Overlay::Alert(state)) if state.drilling == Drilling::Running) {
            self.overlay = None;
            jobs.extend(self.hush());
        }
        let real = self.take_over();
        if let Some(Overlay::Alert(state)) = &mut self.overlay {
            state.drilling = Drilling::CutShort;
            jobs.extend(real);
            jobs.extend(self.tell_twice());
            return jobs;
        }
        jobs.extend(real);
        let over = self.standing.words.drill_over();
        self.notify(over.clone());
        jobs.extend(self.tell(over));
        jobs
    }
}
