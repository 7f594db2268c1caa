//! What follows: effects, one after the other, with time between them where an app says so.

use super::{
    Effect, Fill, Item, Phone, ScreenKind, World, fill::fill_text, operate::Did, secret, state::Event, view,
    world::HOME,
};
use crate::expr::Value;
use std::time::Duration;

/// Effects in a row at most: screens that open each other for ever stop here.
const MOST: usize = 500;
/// Screens above each other at most; the oldest are forgotten.
const DEEPEST: usize = 24;
/// Notices that wait at most; the oldest go.
const NOTICES: usize = 20;
/// Signs in a variable at most.
const LONGEST: usize = 400;
/// No app holds the phone longer than this.
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// Added to the count, nothing of it is kept.
pub(super) const REAL_SECRET: &str = "real-secret";

impl Phone {
    /// Begins with `effects`; stops at the first wait.
    pub(super) fn happen(&mut self, world: &World, effects: &[Effect]) {
        self.pending = effects.iter().cloned().collect();
        self.wait = Duration::ZERO;
        self.go_on(world);
    }

    /// Time passes. `true`: something happened.
    pub(super) fn tick(&mut self, world: &World, by: Duration) -> bool {
        if self.pending.is_empty() {
            return false;
        }
        self.wait = self.wait.saturating_sub(by);
        if !self.wait.is_zero() {
            return false;
        }
        self.go_on(world);
        true
    }

    /// Goes on with what was not to be waited for.
    pub(super) fn settle(&mut self, world: &World) {
        if self.wait.is_zero() && !self.pending.is_empty() {
            self.go_on(world);
        }
    }

    pub(super) fn stop_waiting(&mut self) {
        self.pending.clear();
        self.wait = Duration::ZERO;
    }

    fn go_on(&mut self, world: &World) {
        for _ in 0..MOST {
            let Some(effect) = self.pending.pop_front() else { return };
            let Effect::Wait(time) = effect else {
                self.one(world, effect);
                continue;
            };
            self.wait = if self.pending.is_empty() { Duration::ZERO } else { time.min(LONGEST_WAIT) };
            return;
        }
        self.stop_waiting();
    }

    fn one(&mut self, world: &World, effect: Effect) {
        match effect {
            Effect::Go(screen) => self.open(world, &screen),
            Effect::Back => {
                self.stack.pop();
                self.writing = None;
            }
            Effect::Home => self.close_all(world),
            Effect::Root(screen) => {
                self.root = screen;
                self.stack.clear();
                self.entered(world);
            }
            Effect::Resume(app) => self.resume(world, &app),
            Effect::Close(app) => self.left.retain(|(left, _)| *left != app),
            Effect::Set(name, fill) => {
                let value = self.filled(world, &fill);
                self.set(name, value);
            }
            Effect::Add(name, fill) => self.add(world, name, &fill),
            Effect::Cut(name) => {
                if let Some(Value::Text(text)) = self.vars.get_mut(&name) {
                    text.pop();
                }
            }
            Effect::Toggle(name) => {
                if let Some(Value::Bool(on)) = self.vars.get_mut(&name) {
                    *on = !*on;
                }
            }
            Effect::Type(said) => {
                if let (Some(field), Some(line)) = (self.field(world), said.originals().next()) {
                    self.write(field, &line.plain());
                }
            }
            Effect::Clear(id) => self.notices.retain(|notice| notice.id != id),
            Effect::Say(said) => self.events.push(Event::Say(said)),
            Effect::Mistake(id) => self.events.push(Event::Mistake(id)),
            Effect::End => self.events.push(Event::End),
            Effect::Call { screen, name, number } => {
                self.caller = (name, number);
                self.open(world, &screen);
            }
            Effect::Notify(notice) => {
                self.notices.retain(|known| known.id != notice.id);
                self.banner = Some(notice.id.clone());
                self.notices.push(notice);
                let many = self.notices.len().saturating_sub(NOTICES);
                self.notices.drain(..many);
            }
            Effect::If { when, then, or } => {
                let effects = if when.holds(&self.scope(world)) { then } else { or };
                for effect in effects.into_iter().rev() {
                    self.pending.push_front(effect);
                }
            }
            Effect::Wait(_) => {}
        }
    }

    fn filled(&self, world: &World, fill: &Fill) -> Value {
        match fill {
            Fill::Value(value) => value.clone(),
            Fill::Text { text } => Value::Text(fill_text(text, &self.scope(world))),
        }
    }

    fn set(&mut self, name: String, value: Value) {
        let value = match value {
            Value::Text(text) => Value::Text(text.chars().take(LONGEST).collect()),
            other => other,
        };
        self.vars.insert(name, value);
    }

    fn add(&mut self, world: &World, name: String, fill: &Fill) {
        let more = self.filled(world, fill);
        let sum = match (self.vars.get(&name), more) {
            (Some(Value::Number(number)), Value::Number(more)) => Value::Number(number.saturating_add(more)),
            (Some(Value::Text(text)), Value::Text(more)) => Value::Text(format!("{text}{more}")),
            _ => return,
        };
        if let Value::Text(text) = &sum
            && secret::looks_real(text)
        {
            self.set(name, Value::Text(String::new()));
            self.events.push(Event::Mistake(REAL_SECRET.to_owned()));
            return;
        }
        self.set(name, sum);
    }

    /// Opens a screen. One that is open already comes to the front again.
    pub(super) fn open(&mut self, world: &World, screen: &str) {
        if world.screen(screen).is_none() {
            return;
        }
        self.leave(world, screen);
        self.writing = None;
        if screen == self.root {
            self.stack.clear();
        } else if let Some(at) = self.stack.iter().position(|open| open == screen) {
            self.stack.truncate(at + 1);
        } else {
            self.stack.push(screen.to_owned());
            let many = self.stack.len().saturating_sub(DEEPEST);
            self.stack.drain(..many);
        }
        self.entered(world);
    }

    pub(super) fn close_all(&mut self, world: &World) {
        self.leave(world, HOME);
        let moved = !self.stack.is_empty();
        self.stack.clear();
        self.writing = None;
        if moved {
            self.entered(world);
        }
    }

    /// What a screen does when it opens.
    pub(super) fn entered(&mut self, world: &World) {
        self.writing = None;
        let id = self.screen_id().to_owned();
        self.scrolls.remove(&id);
        let Some(screen) = world.screen(&id) else { return };
        if screen.kind == ScreenKind::Chat {
            view::to_the_end(self, world);
        }
        for effect in screen.enter.iter().rev() {
            self.pending.push_front(effect.clone());
        }
    }

    /// What a field holds.
    pub(super) fn held(&self, field: &Item) -> String {
        match field.bind.as_ref().and_then(|bind| self.vars.get(bind)) {
            Some(Value::Text(text)) => text.clone(),
            _ => String::new(),
        }
    }

    /// Adds to what a field holds.
    pub(super) fn write(&mut self, field: &Item, more: &str) -> Did {
        let text = self.held(field) + more;
        self.hold(field, &text)
    }

    /// Puts a text into a field. What is not the practice value of a secret, or looks like a real number, is dropped, and so is what was there.
    pub(super) fn hold(&mut self, field: &Item, text: &str) -> Did {
        let Some(bind) = &field.bind else { return Did::Nothing };
        let is_other = field.secret.as_ref().is_some_and(|secret| !secret.starts_with(text));
        if is_other || secret::looks_real(text) {
            self.set(bind.clone(), Value::Text(String::new()));
            self.events.push(Event::Mistake(REAL_SECRET.to_owned()));
            return Did::Something;
        }
        let text: String = text.chars().take(usize::from(field.most)).collect();
        self.set(bind.clone(), Value::Text(text));
        Did::Something
    }
}
