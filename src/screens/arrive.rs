//! What a screen waits for and takes in: which jobs it needs, and where their answers go. Kept apart from what is pressed and shown,
//! because most screens that come later need one line in each.

use super::{Event, Loaded, Screen, lessons, places, sources};
use crate::{
    job::{Answer, Situation, StoreJob},
    words::Tongue,
};
use std::{sync::Arc, time::Duration};

impl Screen {
    /// What has to be fetched for it; again when the tongue changes.
    pub fn needs(&self, tongue: &Tongue) -> Vec<StoreJob> {
        let one = match self {
            Self::Lessons(_) => return lessons::State::needs(tongue),
            Self::Lesson(state) => state.needs(),
            Self::Shelf(state) => Some(state.needs(tongue)),
            Self::Guide(state) => Some(state.needs(tongue)),
            Self::Search(state) => state.needs(tongue),
            Self::Staff(_) => Some(StoreJob::Parts),
            Self::Sources(_) => Some(sources::State::needs(tongue)),
            Self::Places(_) => Some(places::State::needs()),
            Self::Near(state) => Some(state.needs()),
            Self::Spot(state) => Some(state.needs()),
            Self::Shelters(state) => Some(state.needs()),
            Self::Told(state) => state.needs(),
            Self::Procedure(state) => Some(state.needs()),
            Self::Danger(state) => state.needs(),
            Self::Setup(state) => state.needs(),
            Self::Home(state) => state.needs(),
            Self::Settings(_)
            | Self::Call(_)
            | Self::Door(_)
            | Self::Town(_)
            | Self::Trial(_)
            | Self::Switches(_)
            | Self::Order(_)
            | Self::Appeal(_)
            | Self::Board(_)
            | Self::Post(_)
            | Self::Drill(_) => None,
        };
        one.into_iter().collect()
    }

    /// What stands for the town has changed.
    pub fn learn(&mut self, situation: &Arc<Situation>) {
        if let Self::Danger(state) = self {
            state.situation = Some(Arc::clone(situation));
        }
    }

    /// Takes in what a desk found, if it is what this screen waits for; `running` is the time now.
    pub fn answer(&mut self, answer: Answer, running: Duration) -> Vec<Event> {
        match (self, answer) {
            (Self::Shelf(state), Answer::Shelf { groups, entries }) if state.groups() == groups => {
                state.entries = Loaded::Ready(entries);
            }
            (Self::Guide(state), Answer::Guide { id, guide }) if state.id == id => {
                state.guide = guide.map_or(Loaded::Gone, Loaded::Ready);
            }
            (Self::Search(state), Answer::Found { words, hits }) => state.found(&words, hits),
            (Self::Sources(state), Answer::Sources(credits)) => state.credits = Loaded::Ready(credits),
            (Self::Places(state), Answer::Places(stocks)) => state.stocks = Loaded::Ready(stocks),
            (Self::Near(state), Answer::Near(nearby)) if state.waits_for(&nearby.wanted) => {
                state.found = Loaded::Ready(nearby);
            }
            (Self::Shelters(state), Answer::Near(nearby)) if state.waits_for(&nearby.wanted) => {
                state.found = Loaded::Ready(nearby);
            }
            (Self::Danger(state), Answer::Near(nearby)) if state.waits_for(&nearby.wanted) => {
                state.around = Loaded::Ready(nearby);
            }
            (Self::Home(state), Answer::Near(nearby)) if state.waits_for(&nearby.wanted) => state.found(nearby),
            (Self::Spot(state), Answer::Spot { id, near }) if state.id == id => {
                state.near = near.map_or(Loaded::Gone, Loaded::Ready);
            }
            (Self::Lessons(state), Answer::Lessons(lessons)) => state.lessons = Loaded::Ready(lessons),
            (Self::Lessons(state), Answer::Shelf { groups, entries }) if groups == lessons::State::groups() => {
                state.entries = Loaded::Ready(entries);
            }
            (Self::Lesson(state), Answer::Lesson { id, course }) if state.id == id => state.came(course, running),
            (Self::Procedure(state), Answer::Navigator { id, navigator }) if state.id == id => {
                state.navigator = navigator.map_or(Loaded::Gone, Loaded::Ready);
            }
            (Self::Told(state), Answer::Uses(uses)) => state.uses = Loaded::Ready(uses),
            (Self::Staff(state), Answer::Parts(parts)) => state.parts = Loaded::Ready(parts),
            (Self::Door(state), Answer::Pin(answer)) => return state.answered(answer, running),
            (Self::Setup(state), Answer::Trouble(job)) => return state.trouble(&job),
            (Self::Setup(state), answer) => return state.answered(answer, running),
            (screen, Answer::Trouble(job)) => screen.trouble(&job),
            _ => {}
        }
        vec![]
    }

    /// What could not be fetched is said instead of being waited for.
    fn trouble(&mut self, job: &StoreJob) {
        match (self, job) {
            (Self::Shelf(state), StoreJob::Shelf { .. }) => state.entries = Loaded::Gone,
            (Self::Guide(state), StoreJob::Guide { id, .. }) if state.id == *id => state.guide = Loaded::Gone,
            (Self::Search(state), StoreJob::Search { words, .. }) if state.typed == *words => state.hits = Loaded::Gone,
            (Self::Sources(state), StoreJob::Sources(_)) => state.credits = Loaded::Gone,
            (Self::Places(state), StoreJob::Places) => state.stocks = Loaded::Gone,
            (Self::Near(state), StoreJob::Near(wanted)) if state.waits_for(wanted) => state.found = Loaded::Gone,
            (Self::Shelters(state), StoreJob::Near(wanted)) if state.waits_for(wanted) => state.found = Loaded::Gone,
            (Self::Spot(state), StoreJob::Spot { id, .. }) if state.id == *id => state.near = Loaded::Gone,
            (Self::Lessons(state), StoreJob::Lessons) => state.lessons = Loaded::Gone,
            (Self::Lesson(state), StoreJob::Lesson(id)) if state.id == *id => state.came(None, Duration::ZERO),
            (Self::Procedure(state), StoreJob::Navigator(id)) if state.id == *id => state.navigator = Loaded::Gone,
            (Self::Told(state), StoreJob::Uses) => state.uses = Loaded::Gone,
            (Self::Staff(state), StoreJob::Parts) => state.parts = Loaded::Gone,
            (Self::Door(state), StoreJob::Pin(_)) => state.trouble(),
            _ => {}
        }
    }

    /// What it is for has not come yet.
    pub const fn waits(&self) -> bool {
        match self {
            Self::Shelf(state) => matches!(state.entries, Loaded::Waiting),
            Self::Guide(state) => matches!(state.guide, Loaded::Waiting),
            Self::Staff(state) => matches!(state.parts, Loaded::Waiting),
            Self::Sources(state) => matches!(state.credits, Loaded::Waiting),
            Self::Places(state) => matches!(state.stocks, Loaded::Waiting),
            Self::Near(state) => matches!(state.found, Loaded::Waiting),
            Self::Spot(state) => matches!(state.near, Loaded::Waiting),
            Self::Shelters(state) => matches!(state.found, Loaded::Waiting),
            Self::Procedure(state) => matches!(state.navigator, Loaded::Waiting),
            Self::Setup(state) => state.waits(),
            Self::Told(state) => state.waits(),
            Self::Lessons(state) => state.waits(),
            Self::Lesson(state) => state.waits(),
            Self::Home(_)
            | Self::Search(_)
            | Self::Settings(_)
            | Self::Call(_)
            | Self::Door(_)
            | Self::Danger(_)
            | Self::Town(_)
            | Self::Trial(_)
            | Self::Switches(_)
            | Self::Order(_)
            | Self::Appeal(_)
            | Self::Board(_)
            | Self::Post(_)
            | Self::Drill(_) => false,
        }
    }
}
