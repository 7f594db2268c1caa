//! How a place wants its kiosk to be seen: how high what is pressed may stand, and what the night looks like.

use crate::clock::Now;
use serde::{Deserialize, Serialize};

/// Where on the glass a page stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    #[default]
    Whole,
    /// In its lower half, for those who sit before it (EN 301 549 8.3.4: 1.22 m at most; Japanese stations and banks: 1.1 m).
    Low,
}

/// When the dark look comes by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dusk {
    #[default]
    Never,
    /// From nine in the evening to six in the morning: lights out in a shelter.
    ByClock,
}

/// The hours between which the night lies.
const NIGHT: (i8, i8) = (21, 6);

impl Dusk {
    /// Whether it is night now. A clock that nobody has confirmed tells no night.
    pub fn is_night(self, now: Now) -> bool {
        let hour = now.jst().hour();
        self == Self::ByClock && now.trusted && (hour >= NIGHT.0 || hour < NIGHT.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn night_lies_between_nine_and_six_by_a_clock_that_is_believed() {
        for (at, night) in [
            ("2026-11-21T20:59:00+09:00", false),
            ("2026-11-21T21:00:00+09:00", true),
            ("2026-11-22T05:59:00+09:00", true),
            ("2026-11-22T06:00:00+09:00", false),
        ] {
            let now = Now { at: at.parse().unwrap(), trusted: true };
            assert_eq!(Dusk::ByClock.is_night(now), night, "{at}");
            assert!(!Dusk::Never.is_night(now) && !Dusk::ByClock.is_night(Now { trusted: false, ..now }));
        }
    }
}
