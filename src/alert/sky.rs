//! What a receiver hears of the satellites. Kept apart from the telegrams: a message that is sent again is no new telegram, and yet it was
//! heard; and a receiver that hears satellites but has had no message for hours is as it should be.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

/// Satellites are heard every second or two; not for so long means not at all.
const DEAF: SignedDuration = SignedDuration::from_mins(3);
/// Whoever listens says so every minute; not for so long means that nobody does.
const GONE: SignedDuration = SignedDuration::from_mins(10);

/// What was heard, by the clock of this kiosk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sky {
    /// Where the receiver is plugged in; `None`: there is none.
    pub port: Option<String>,
    /// How many satellites it hears, of any system; `None`: it does not tell.
    pub satellites: Option<u8>,
    /// When it heard any satellite last.
    pub seen: Option<Timestamp>,
    /// When a message of みちびき came last, new or sent again.
    pub heard: Option<Timestamp>,
    /// When all this was said.
    pub told: Timestamp,
}

/// How well a kiosk hears the satellites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ear {
    NoReceiver,
    /// Nobody listens to it: the kiosk does not run.
    Closed,
    NoSatellites,
    Hears,
}

impl Sky {
    pub fn ear(&self, at: Timestamp) -> Ear {
        let within = |then: Timestamp, long: SignedDuration| at.duration_since(then).abs() <= long;
        if self.port.is_none() {
            Ear::NoReceiver
        } else if !within(self.told, GONE) {
            Ear::Closed
        } else if self.seen.is_some_and(|seen| self.told.duration_since(seen).abs() <= DEAF) {
            Ear::Hears
        } else {
            Ear::NoSatellites
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_states_of_a_receiver_and_nobody_who_listens_are_told_apart() {
        let at = Timestamp::from_second(1_800_000_000).unwrap();
        let ago = |seconds: i64| Some(at.checked_sub(SignedDuration::from_secs(seconds)).unwrap());
        let sky = |port: Option<&str>, seen: Option<Timestamp>, told: Option<Timestamp>| Sky {
            port: port.map(str::to_owned),
            seen,
            told: told.unwrap(),
            ..Sky::default()
        };
        let port = Some("/dev/ttyACM0");
        assert_eq!(sky(None, ago(5), ago(5)).ear(at), Ear::NoReceiver);
        assert_eq!(sky(port, None, ago(5)).ear(at), Ear::NoSatellites);
        assert_eq!(sky(port, ago(600), ago(5)).ear(at), Ear::NoSatellites);
        assert_eq!(sky(port, ago(5), ago(5)).ear(at), Ear::Hears);
        // Hours without a message are as they should be, a clock that was put on is not.
        assert_eq!(Sky { heard: ago(7200), ..sky(port, ago(60), ago(1)) }.ear(at), Ear::Hears);
        assert_eq!(sky(port, ago(3600), ago(3600)).ear(at), Ear::Closed);
    }
}
