//! What a notice says: a template's name and what was picked for it. Words come from the template in the reader's own tongue, so that a notice
//! put up in Japanese is there in all of them.

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

/// A template with everything that was picked for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Filled {
    /// The id of a [`super::Template`].
    pub template: String,
    /// One of the template's choices, by its id.
    pub item: Option<String>,
    pub site: Option<Site>,
    pub when: Option<When>,
    /// Free words in Japanese, where the template has room for them.
    pub words: Option<String>,
}

/// Where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Site {
    /// One of the places that every shelter has, by its id.
    Known(String),
    /// A name in Japanese, in the notation with ruby.
    Named(String),
}

/// Day and time in Japan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct When {
    pub day: Date,
    /// `None`: all day.
    pub from: Option<Time>,
    pub to: Option<Time>,
}

impl When {
    /// What it tells of is over at this moment in Japan. Without an end that is known only when the day is.
    pub fn is_past(&self, now: DateTime) -> bool {
        let end = self.to.map_or_else(|| self.day.to_datetime(Time::MAX), |to| self.day.to_datetime(to));
        // What ends after midnight ends on the day after.
        let next = self.to.zip(self.from).is_some_and(|(to, from)| to < from);
        let end = if next { end.checked_add(jiff::Span::new().days(1)).unwrap_or(end) } else { end };
        end <= now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_past_when_it_has_ended() {
        let when = |from: Option<&str>, to: Option<&str>| When {
            day: "2026-11-22".parse().unwrap(),
            from: from.map(|time| time.parse().unwrap()),
            to: to.map(|time| time.parse().unwrap()),
        };
        for (when, now, past) in [
            (when(Some("12:00"), Some("13:00")), "2026-11-22T12:59", false),
            (when(Some("12:00"), Some("13:00")), "2026-11-22T13:00", true),
            (when(Some("12:00"), None), "2026-11-22T20:00", false),
            (when(Some("12:00"), None), "2026-11-23T00:00", true),
            (when(Some("22:00"), Some("06:00")), "2026-11-22T23:00", false),
            (when(Some("22:00"), Some("06:00")), "2026-11-23T06:00", true),
            (when(None, None), "2026-11-22T23:59", false),
        ] {
            assert_eq!(when.is_past(now.parse().unwrap()), past, "{when:?} at {now}");
        }
    }
}
