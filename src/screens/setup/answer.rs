//! What a question of the first start waits for, and what becomes of the answers.

use super::{Asks, At, Buildings, Number, State, Step, Text};
use crate::{
    job::{Answer, Hand, PinAnswer, StoreJob, Typed},
    screens::{Event, Loaded, door::Said},
};
use std::time::Duration;

impl State {
    /// What has to be asked for, here and now.
    pub(in crate::screens) fn needs(&self) -> Option<StoreJob> {
        match (self.at, self.asks) {
            (At::Step(Step::Place), Asks::First) => Some(StoreJob::Buildings(Typed::default())),
            (At::Step(Step::Place), Asks::Write(Text::Name)) => Some(StoreJob::Buildings(self.typed.clone())),
            (At::Step(Step::Print), Asks::First) => Some(StoreJob::Printers),
            _ => None,
        }
    }

    /// What the store said; `running` is the time now.
    pub(in crate::screens) fn answered(&mut self, answer: Answer, running: Duration) -> Vec<Event> {
        match answer {
            Answer::Buildings { typed, found, all } if typed == self.typed => {
                self.buildings = Loaded::Ready(Buildings { found, all });
                vec![]
            }
            Answer::Printers(printers) => {
                self.printers = Loaded::Ready(printers);
                vec![]
            }
            answer => match self.asks {
                Asks::Number(at) => self.numbered(at, answer, running),
                _ => vec![],
            },
        }
    }

    fn numbered(&mut self, at: Number, answer: Answer, running: Duration) -> Vec<Event> {
        match (at, answer) {
            (Number::Drawing, Answer::Drawn(pin)) => {
                self.secret = pin;
                self.asks = Asks::Number(Number::Shown);
                vec![]
            }
            (Number::Drawing | Number::Keeping, Answer::PinTaken) => self.forget(Number::Old(Said::Nothing)),
            (Number::Keeping, Answer::PinSet) => self.forget(Number::Set),
            (Number::Old(_), Answer::Pin(answer)) => self.knows(answer, running),
            _ => vec![],
        }
    }

    /// Whether whoever is here knows the number there is. Who does draws another at once.
    fn knows(&mut self, answer: PinAnswer, running: Duration) -> Vec<Event> {
        let said = match answer {
            PinAnswer::Right | PinAnswer::Unset => {
                self.hand = if answer == PinAnswer::Right { Hand::Staff } else { Hand::First };
                return self.draw();
            }
            PinAnswer::Wrong { left } => Said::Wrong { left },
            PinAnswer::Wait(wait) => Said::Closed { until: running + wait },
        };
        self.forget(Number::Old(said))
    }

    pub(in crate::screens) fn trouble(&mut self, job: &StoreJob) -> Vec<Event> {
        match (self.asks, job) {
            (Asks::Number(_), StoreJob::DrawPin(_) | StoreJob::SetPin { .. }) => return self.forget(Number::Trouble),
            (Asks::Number(_), StoreJob::Pin(_)) => return self.forget(Number::Old(Said::Trouble)),
            (_, StoreJob::Buildings(_)) => self.buildings = Loaded::Gone,
            (_, StoreJob::Printers) => self.printers = Loaded::Gone,
            _ => {}
        }
        vec![]
    }

    fn forget(&mut self, at: Number) -> Vec<Event> {
        (self.secret, self.typed) = (Typed::default(), Typed::default());
        self.asks = Asks::Number(at);
        vec![Event::Anew]
    }

    /// The time it shows goes on by itself.
    pub(in crate::screens) const fn counts(&self) -> bool {
        matches!(self.asks, Asks::Number(Number::Old(Said::Closed { .. })))
    }

    /// The number there is may be tried again when the time is over.
    pub(in crate::screens) fn tick(&mut self, running: Duration) {
        if matches!(self.asks, Asks::Number(Number::Old(Said::Closed { until })) if until <= running) {
            self.asks = Asks::Number(Number::Old(Said::Nothing));
        }
    }
}
