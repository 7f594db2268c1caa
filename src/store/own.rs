//! What staff set on this kiosk, as `config` writes it: one row of the settings. Only that something was changed is recorded, never what
//! it was changed to.

use super::{Event, Role, Store, StoreError, pin, settings};
use crate::config::{Appeal, Appealed, Change, EVENT, Order, Ordered, Own};

/// In the record: they say that it is not known.
const UNKNOWN: &str = "unknown";

/// What became of a new staff PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstPin {
    Set,
    /// There is one already, and only whoever knows it may change it.
    Taken,
}

impl Store {
    /// What staff set; the defaults where nothing can be read.
    pub fn own(&self) -> Result<Own, StoreError> {
        Ok(settings::get(&self.state, settings::OWN)?.as_deref().map(Own::read).unwrap_or_default())
    }

    /// Keeps all of what staff set, after this change.
    pub fn set_own(&mut self, own: &Own, change: &Change) -> Result<(), StoreError> {
        settings::set(&self.state, settings::OWN, &own.write())?;
        // Each step of the first start would be a line that tells nobody anything; what was put away nobody set.
        match change {
            Change::Setup(_) | Change::Alerted(_) | Change::Rehearsed(_) => {}
            Change::Order(Ordered { order, by, meant, .. }) => {
                let (level, seen) = (order.map(Order::level), by.name().to_owned());
                self.note(&Event::Ordered { level, seen, meant: *meant });
            }
            Change::Appeal(Appealed { appeal, meant, .. }) => {
                let appeal = appeal.map(|appeal| Appeal::name(appeal).to_owned());
                self.note(&Event::Appealed { appeal, meant: *meant });
            }
            Change::Drill(None) => self.note(&Event::DrillEnded),
            Change::Drill(Some(drill)) => {
                self.note(&Event::DrillBegan { exercise: drill.exercise.clone() });
            }
            Change::Told(told) => {
                let (key, event) = (told.key.clone(), told.key.starts_with(EVENT));
                let said = told.said.clone().unwrap_or_else(|| UNKNOWN.to_owned());
                self.note(&Event::TownTold { key, said: event.then_some(said), role: Role::Staff });
            }
            Change::Untold(key) => {
                self.note(&Event::TownTold { key: key.clone(), said: None, role: Role::Staff });
            }
            change => self.note(&Event::OwnChanged { setting: change.name().to_owned() }),
        }
        Ok(())
    }

    /// A number to be written on paper. It does not count before it is set.
    pub fn propose_pin() -> Result<String, StoreError> {
        pin::draw()
    }

    /// As [`Store::set_pin`], unless there is one.
    pub fn set_first_pin(&mut self, pin: &str) -> Result<FirstPin, StoreError> {
        if self.has_pin()? {
            return Ok(FirstPin::Taken);
        }
        // Of a state that was damaged nobody knows whether there was one.
        if !self.state_is_whole() {
            return Err(StoreError::PinLost);
        }
        self.set_pin(pin).map(|()| FirstPin::Set)
    }
}
