//! 訓練 of a kiosk (ICT-BCP exercises), and what staff put over the whole screen themselves. Kept with what staff set, because a drill and
//! an appeal go on while visits end.

use super::{Alerted, Ordered, Own};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// Whether it is real. Whatever is not says so wherever it is shown or heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meant {
    #[default]
    Real,
    /// 訓練
    Drill,
}

impl Meant {
    pub const fn is_real(&self) -> bool {
        matches!(self, Self::Real)
    }
}

/// What staff may put over the whole screen: words that are fixed, so that nobody has to find them in a hurry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Appeal {
    /// 避難してください
    Evacuate,
    /// 火事です
    Fire,
    /// 建物から はなれて
    Away,
    /// この建物の中へ
    Inside,
    /// 高い ところへ
    High,
}

impl Appeal {
    pub const ALL: [Self; 5] = [Self::Evacuate, Self::Fire, Self::Away, Self::Inside, Self::High];

    /// As it is recorded, and as the end of the key of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Evacuate => "evacuate",
            Self::Fire => "fire",
            Self::Away => "away",
            Self::Inside => "inside",
            Self::High => "high",
        }
    }
}

/// What staff put up last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appealed {
    /// `None`: what was put up before is taken back.
    pub appeal: Option<Appeal>,
    /// By the clock of this kiosk.
    pub at: Timestamp,
    #[serde(default)]
    pub meant: Meant,
}

/// A drill that staff began. It ends when they say so, when its time is over, or when anything real comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drill {
    /// The prepared exercise; `None`: only the telegrams of 訓練 that come.
    pub exercise: Option<String>,
    pub from: Timestamp,
    pub until: Timestamp,
    #[serde(default)]
    pub order: Option<Ordered>,
    #[serde(default)]
    pub appeal: Option<Appealed>,
    /// What stood over the whole screen in this drill and was put away.
    #[serde(default)]
    pub alerted: Vec<Alerted>,
}

impl Drill {
    /// Hours after which it ends by itself: nobody shall find yesterday's drill in a real night.
    pub const LONGEST: i64 = 2;

    pub fn begin(exercise: Option<SmolStr>, at: Timestamp) -> Self {
        let until = at.checked_add(SignedDuration::from_hours(Self::LONGEST)).unwrap_or(at);
        Self { exercise: exercise.map(Into::into), from: at, until, order: None, appeal: None, alerted: vec![] }
    }

    /// Also over for a clock that was set back well before its beginning: how long it has gone on is then not known.
    pub fn is_on(&self, at: Timestamp) -> bool {
        self.from.duration_since(at) <= SLACK && at < self.until
    }
}

/// A clock that is set right goes back by so little.
const SLACK: SignedDuration = SignedDuration::from_mins(5);

/// What is meant for a drill stands in the drill and goes with it; where there is none it is nothing.
impl Own {
    pub(super) fn put_order(&mut self, ordered: Ordered) {
        match (ordered.meant, &mut self.drill) {
            (Meant::Real, _) => self.order = Some(ordered),
            (Meant::Drill, Some(drill)) => drill.order = Some(ordered),
            (Meant::Drill, None) => {}
        }
    }

    pub(super) fn put_appeal(&mut self, appealed: Appealed) {
        match (appealed.meant, &mut self.drill) {
            (Meant::Real, _) => self.appeal = Some(appealed),
            (Meant::Drill, Some(drill)) => drill.appeal = Some(appealed),
            (Meant::Drill, None) => {}
        }
    }

    pub(super) fn rehearsed(&mut self, alerted: Vec<Alerted>) {
        if let Some(drill) = &mut self.drill {
            drill.alerted = alerted;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drill_is_over_after_its_hours_and_when_the_clock_goes_back() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let drill = Drill::begin(None, at("2026-11-21T01:00:00Z"));
        for (now, on) in [
            ("2026-11-21T00:54:59Z", false),
            ("2026-11-21T00:59:59Z", true),
            ("2026-11-21T01:00:00Z", true),
            ("2026-11-21T02:59:59Z", true),
            ("2026-11-21T03:00:00Z", false),
        ] {
            assert_eq!(drill.is_on(at(now)), on, "{now}");
        }
    }
}
