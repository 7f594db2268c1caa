//! Keys, pads and switches on the stage: what each does, and what it is where keys do not act.

use super::{Stage, Typing};
use crate::{
    app::{Msg, Spot},
    config::Signal,
    job::Job,
    lay::{Measure, scan::Switch},
    page::Id,
    screens::{
        Attention, Stroke,
        trial::{Does, KeyDown},
    },
    shell::{
        focus::{Moved, Used},
        press::{Deed, Press, Step, wired},
    },
};
use std::time::Duration;

/// A switch that comes again so soon has bounced.
const BOUNCE: Duration = Duration::from_millis(150);

impl Stage {
    /// What a device reported, at this moment of the kiosk's clock.
    pub(in crate::shell) fn take(&mut self, deed: Deed, measure: &mut dyn Measure) -> Vec<Job> {
        let Deed { signal, press } = deed;
        let settings = &self.model.settings;
        let switch = signal.as_ref().and_then(|signal| wired(signal, settings.scanning, &settings.wiring));
        match (self.model.attention(), &press) {
            (_, Press::Finger(_)) => self.press(press, measure),
            (Attention::Tells, _) => self.tell(signal, &press, switch.as_ref(), measure),
            (Attention::Wires, _) => self.wire(signal, &press, measure),
            // The sign that a switch writes as a key is no sign: it was a switch already.
            (Attention::Acts, Press::Type(_)) if switch.is_some() => vec![],
            (Attention::Acts, _) => self.press(switch.unwrap_or(press), measure),
        }
    }

    /// Somebody practises: it only tells what it does.
    fn tell(
        &mut self,
        signal: Option<Signal>,
        press: &Press,
        switch: Option<&Press>,
        measure: &mut dyn Measure,
    ) -> Vec<Job> {
        let does = match (switch, press) {
            // What it writes follows, or was told already.
            (Some(_), Press::Type(_)) => return vec![],
            (Some(Press::Step), _) => Some(Does::FirstSwitch),
            (Some(_), _) => Some(Does::SecondSwitch),
            (None, press) => press.does(),
        };
        let Some(does) = does else { return vec![] };
        self.apply(Msg::Key(KeyDown { signal, does }), measure)
    }

    /// Switches are told apart: every key is one, but for Escape, which leaves.
    fn wire(&mut self, signal: Option<Signal>, press: &Press, measure: &mut dyn Measure) -> Vec<Job> {
        let Some(signal) = signal.filter(|_| !matches!(press, Press::Type(_))) else { return vec![] };
        if signal == Signal::key(egui::Key::Escape.name()) {
            return self.apply(Msg::Back, measure);
        }
        let now = self.model.standing.running;
        let bounced = self.bounce.as_ref().is_some_and(|(last, at)| *last == signal && now < *at + BOUNCE);
        self.bounce = Some((signal.clone(), now));
        if bounced {
            return vec![];
        }
        let mut jobs = self.apply(Msg::Keys, measure);
        jobs.extend(self.apply(Msg::Key(KeyDown { signal: Some(signal), does: Does::Nothing }), measure));
        jobs
    }

    /// Where one is on the page.
    fn spot(&self) -> Spot {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let focus = self.focus.at().clone();
        let controls: Vec<_> = self.leaf().controls().map(|control| &control.id).collect();
        let item = controls.iter().position(|id| **id == focus).map_or(0, |at| at + 1);
        let (leaf, leaves) = (number(self.laid.at + 1), number(self.laid.leaves.len()));
        Spot { leaf, leaves, item: number(item), items: number(controls.len()), focus }
    }

    /// What a person did, at this moment of the kiosk's clock.
    pub(in crate::shell) fn press(&mut self, press: Press, measure: &mut dyn Measure) -> Vec<Job> {
        let mut jobs = vec![];
        let typing = std::mem::replace(&mut self.typing, Typing::No);
        match press {
            Press::Finger(_) => self.focus.used(Used::No),
            Press::Type(_) | Press::Erase | Press::Letter => {}
            _ => {
                self.focus.used(Used::Yes);
                jobs = self.apply(Msg::Keys, measure);
            }
        }
        jobs.extend(match press {
            Press::Finger(finger) => self.finger(finger, measure),
            Press::Go(dir) => match self.focus.go(self.laid.leaf(), &self.laid.plan, dir) {
                Moved::Yes => self.focused(measure),
                Moved::No => vec![],
            },
            // Between signs the space bar is a sign; everywhere else it is a switch.
            Press::Step if typing == Typing::Yes => self.write(" ", measure),
            Press::Choose => self.switch(Switch::Choose, measure),
            Press::Step => self.switch(Switch::Step, measure),
            Press::Switches => {
                let mut jobs = self.apply(Msg::Scan, measure);
                jobs.extend(self.offered(measure));
                jobs
            }
            Press::Type(text) => self.write(&text, measure),
            Press::Erase => self.stroke(Stroke::Erase, measure),
            Press::Turn(turn) => self.choose(&Id::new_static(turn.id()), measure),
            Press::Read => self.choose(&Id::new_static("bar/read"), measure),
            Press::Where => {
                let spot = self.spot();
                self.apply(Msg::Where(spot), measure)
            }
            plain => plain.msg().map(|msg| self.apply(msg, measure)).unwrap_or_default(),
        });
        jobs
    }
}

impl Press {
    /// Those that mean the same wherever one is.
    fn msg(&self) -> Option<Msg> {
        Some(match self {
            Self::Leave => Msg::Back,
            Self::Home => Msg::Home,
            Self::Help => Msg::Help,
            Self::Cover => Msg::Cover,
            Self::Again => Msg::Again,
            Self::Pace(Step::Less) => Msg::Slower,
            Self::Pace(Step::More) => Msg::Faster,
            Self::Volume(Step::Less) => Msg::Quieter,
            Self::Volume(Step::More) => Msg::Louder,
            _ => return None,
        })
    }
}
