//! Two switches, or one and patience. A box with one or two large buttons is a keyboard with one or two keys: the space bar steps, Enter
//! chooses. F10 turns scanning on, to one switch, and off again, so that whoever helps needs no page for it; the pages of settings and of staff do
//! the same.

use crate::{
    config::{Pulse, Scanning},
    lay::{
        Plan, Rect,
        scan::{Scanner, Switch, Way, scan},
    },
    page::{Id, Page},
};
use std::time::Duration;

#[derive(Debug, Default)]
pub(super) struct Switches(Option<(Way, Scanner)>);

impl Switches {
    pub(super) fn on(&self) -> bool {
        self.0.is_some()
    }

    /// Used as the person has chosen.
    pub(super) fn follow<M>(
        &mut self,
        (scanning, pulse): (Scanning, Pulse),
        leaf: &Page<M>,
        plan: &Plan,
        now: Duration,
    ) {
        let way = match scanning {
            Scanning::Off => None,
            Scanning::TwoSwitches => Some(Way::TwoSwitches),
            Scanning::OneSwitch => Some(Way::OneSwitch { step: pulse.duration() }),
        };
        match (&mut self.0, way) {
            // Only the time changed: scanning goes on where it is.
            (Some((was @ Way::OneSwitch { .. }, scanner)), Some(now @ Way::OneSwitch { step })) if *was != now => {
                *was = now;
                scanner.pulse(step);
            }
            _ => {}
        }
        if self.0.as_ref().map(|(way, _)| *way) != way {
            self.0 = way.map(|way| (way, Scanner::new(scan(leaf, plan), way, now)));
        }
    }

    /// The page changed.
    pub(super) fn show<M>(&mut self, leaf: &Page<M>, plan: &Plan, now: Duration) {
        if let Some((_, scanner)) = &mut self.0 {
            scanner.show(scan(leaf, plan), now);
        }
    }

    /// A switch was pressed; the answer is the control that it chose.
    pub(super) fn press(&mut self, switch: Switch, now: Duration) -> Option<Id> {
        self.0.as_mut()?.1.press(switch, now)
    }

    /// Lets time pass; says whether something else is offered now.
    pub(super) fn tick(&mut self, now: Duration) -> bool {
        self.0.as_mut().is_some_and(|(_, scanner)| scanner.tick(now))
    }

    /// The first control of what is offered.
    pub(super) fn first(&self) -> Option<Id> {
        self.0.as_ref()?.1.offer()?.ids().into_iter().next()
    }

    /// When the next thing is offered by itself.
    pub(super) fn due(&self) -> Option<Duration> {
        self.0.as_ref()?.1.next_tick()
    }

    /// Round what is offered.
    pub(super) fn ring(&self) -> Option<Rect> {
        self.0.as_ref()?.1.offer().map(crate::lay::scan::Scan::ring)
    }

    /// The controls that are offered together.
    #[cfg(test)]
    pub(super) fn offered(&self) -> Vec<Id> {
        self.0.as_ref().and_then(|(_, scanner)| scanner.offer()).map(crate::lay::scan::Scan::ids).unwrap_or_default()
    }
}
