//! Fingers on the glass: judged as this hand usually lands, as gestures on a drawn phone first and as presses then.

use super::Stage;
use crate::{
    app::Msg,
    job::Job,
    lay::{
        self, Measure,
        gesture::{Meant, Verdict},
        press::Motion,
    },
    screens::Overlay,
    shell::press::{Finger, Phase},
};

impl Stage {
    pub(super) fn finger(&mut self, finger: Finger, measure: &mut dyn Measure) -> Vec<Job> {
        let motion = match finger.phase {
            Phase::Down => Motion::Down,
            Phase::Move => Motion::Move,
            Phase::Up => Motion::Up,
            Phase::Cancel => Motion::Cancel,
        };
        let [x, y] = finger.at;
        let at = self.model.standing.running;
        let landed = lay::press::Finger { pointer: finger.id, motion, x, y, at };
        if let Some(jobs) = self.on_cover(landed, measure) {
            return jobs;
        }
        if motion == Motion::Down && self.model.overlay.as_ref().is_some_and(Overlay::is_rest) {
            return self.apply(Msg::Wake, measure);
        }
        let finger = self.hand.aimed(landed);
        let verdict = self.fingers.feed(finger);
        if verdict == Verdict::Open {
            let pressed = self.hand.feed(finger);
            self.hand.learn(landed, pressed.as_deref());
            self.fingers.expect(self.hand.habit().hold());
            return pressed.map(|id| self.chosen(&id, measure)).unwrap_or_default();
        }
        self.hand.feed(lay::press::Finger { motion: Motion::Cancel, ..finger });
        self.hand.learn(lay::press::Finger { motion: Motion::Cancel, ..landed }, None);
        match verdict {
            Verdict::Meant(meant) => self.meant(meant, measure),
            Verdict::Open | Verdict::Taken => vec![],
        }
    }

    /// Fingers did something on a drawn phone that was no press.
    pub(super) fn meant(&mut self, meant: Meant, measure: &mut dyn Measure) -> Vec<Job> {
        match meant {
            Meant::Press(id) => self.chosen(&id, measure),
            Meant::Touched(touched) => self.apply(Msg::Touched(touched), measure),
        }
    }
}
