//! How somebody uses switches: how many, which, and how long one thing is offered. For a kiosk in its file and by its staff, for a visit by
//! whoever uses them.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How somebody uses switches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scanning {
    #[default]
    Off,
    /// One steps, the other chooses.
    TwoSwitches,
    /// What is offered changes by itself.
    OneSwitch,
}

impl Scanning {
    pub const ALL: [Self; 3] = [Self::Off, Self::TwoSwitches, Self::OneSwitch];

    /// Off → two switches → one switch → off.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Off => Self::TwoSwitches,
            Self::TwoSwitches => Self::OneSwitch,
            Self::OneSwitch => Self::Off,
        }
    }
}

/// How long one thing is offered to those who have one switch, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pulse(u16);

impl Default for Pulse {
    /// Slow enough for most to begin with.
    fn default() -> Self {
        Self(2000)
    }
}

impl Pulse {
    /// From the quickest to the slowest.
    pub const STEPS: [Self; 9] =
        [Self(500), Self(750), Self(1000), Self(1500), Self(2000), Self(2500), Self(3000), Self(4000), Self(5000)];

    /// The step that is nearest to so many seconds.
    pub fn near(seconds: f64) -> Self {
        let far = |step: &Self| (step.duration().as_secs_f64() - seconds).abs();
        Self::STEPS.into_iter().min_by(|a, b| far(a).total_cmp(&far(b))).unwrap_or_default()
    }

    pub fn duration(self) -> Duration {
        Duration::from_millis(self.0.into())
    }

    /// `None` when it is the quickest.
    pub fn shorter(self) -> Option<Self> {
        Self::STEPS.into_iter().rev().find(|step| *step < self)
    }

    /// `None` when it is the slowest.
    pub fn longer(self) -> Option<Self> {
        Self::STEPS.into_iter().find(|step| *step > self)
    }

    /// In seconds, as it is shown: `2`, `1.5`, `0.75`.
    pub fn seconds(self) -> String {
        self.duration().as_secs_f64().to_string()
    }
}

/// What a device sends when a key or a button goes down: `key/Space`, `pad/South`. Two switches are told apart by it, whatever they are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Signal(String);

impl Signal {
    pub fn key(name: &str) -> Self {
        Self(format!("key/{name}"))
    }

    pub fn pad(name: &str) -> Self {
        Self(format!("pad/{name}"))
    }

    /// `key` or `pad`, and the name of the key or button.
    pub fn parts(&self) -> (&str, &str) {
        self.0.split_once('/').unwrap_or(("", &self.0))
    }
}

/// Which switch does what. `None`: the space bar and the Enter key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wiring {
    pub step: Option<Signal>,
    pub choose: Option<Signal>,
}

/// What is set for switches before anybody uses them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Switches {
    pub way: Scanning,
    pub pulse: Pulse,
    pub wiring: Wiring,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pulse_goes_from_half_a_second_to_five() {
        let up: Vec<Pulse> = std::iter::successors(Some(Pulse::near(0.0)), |pulse| pulse.longer()).collect();
        assert_eq!(up, Pulse::STEPS);
        let down = std::iter::successors(Some(Pulse::near(99.0)), |pulse| pulse.shorter());
        assert_eq!(down.map(Pulse::seconds).collect::<Vec<_>>().join(" "), "5 4 3 2.5 2 1.5 1 0.75 0.5");
        assert_eq!(Pulse::near(1.4), Pulse::near(1.5));
    }

    #[test]
    fn a_signal_has_a_device_and_a_name() {
        assert_eq!(Signal::pad("South").parts(), ("pad", "South"));
        assert_eq!(Signal::key("/").parts(), ("key", "/"));
    }
}
