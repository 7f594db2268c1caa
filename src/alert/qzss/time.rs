//! Moments as the satellites send them: in UTC, without a year, most of them without a month. They are dated by the moment at which they were
//! received, and only when the clock that tells it is believed; else they stay what was said.

use super::{Unreadable, bits::Bits};
use crate::clock::Now;
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime},
    tz,
};
use serde::Serialize;

/// A moment as it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "Told")]
pub struct Time {
    /// The whole field as a number.
    pub code: u64,
    /// `None` when what was sent is no time. Its year is a guess unless it is dated.
    utc: Option<DateTime>,
    dated: bool,
}

/// As it is written: with its date only where that is known.
#[derive(Serialize)]
struct Told {
    at: Option<Timestamp>,
    /// Month, day, hour and minute in Japan.
    jst: Option<[i8; 4]>,
    code: u64,
}

impl From<Time> for Told {
    fn from(time: Time) -> Self {
        let jst = time.jst().map(|jst| [jst.month(), jst.day(), jst.hour(), jst.minute()]);
        Self { at: time.at(), jst, code: time.code }
    }
}

impl Time {
    /// The moment, where its date is known.
    pub fn at(&self) -> Option<Timestamp> {
        let utc = self.utc.filter(|_| self.dated)?;
        tz::Offset::UTC.to_timestamp(utc).ok()
    }

    /// As it is said in Japan. The year is only to be used of a time that is dated.
    pub fn jst(&self) -> Option<DateTime> {
        self.utc?.checked_add(SignedDuration::from_hours(9)).ok()
    }

    pub(super) const fn utc(&self) -> Option<DateTime> {
        self.utc
    }

    /// A moment that counts from another, and is as well dated as that.
    pub(super) const fn new(code: u64, utc: Option<DateTime>, of: &Self) -> Self {
        Self { code, utc, dated: of.dated }
    }

    /// Month, day, hour and minute of the issue: 20 bits.
    pub(super) fn report(bits: &Bits, at: usize, received: Now) -> Result<Self, Unreadable> {
        let code = bits.get(at, 20);
        let [month, day] = [small(bits.get(at, 4)), small(bits.get(at + 4, 5))];
        let [hour, minute] = [small(bits.get(at + 9, 5)), small(bits.get(at + 14, 6))];
        let now = civil(received.at);
        let year = nearest_year(month, now).ok_or(Unreadable::Time { code })?;
        let of = |year| DateTime::new(year, month, day, hour, minute, 0, 0).ok();
        let utc = if (month, day) == (2, 29) {
            // The leap day that is nearest.
            let far = |then: &DateTime| then.duration_until(now).abs();
            (year - 8..=year + 8).filter_map(of).min_by_key(far)
        } else {
            of(year)
        };
        let utc = utc.ok_or(Unreadable::Time { code })?;
        Ok(Self { code, utc: Some(utc), dated: received.trusted })
    }

    /// Day, hour and minute of 16 bits, in the month in which it is within half a month of the report.
    pub(super) fn near(bits: &Bits, at: usize, report: &Self) -> Self {
        let (code, [day, hour, minute]) = day_hour_minute(bits, at);
        let month = |then: DateTime| match then.day() - day {
            ..-15 => back(then.date()),
            16.. => on(then.date()),
            _ => Some((then.year(), then.month())),
        };
        let utc = report
            .utc
            .and_then(month)
            .and_then(|(year, month)| DateTime::new(year, month, day, hour, minute, 0, 0).ok().filter(|_| day > 0));
        Self::new(code, utc, report)
    }

    /// Day, hour and minute of 16 bits that lie before the report, as far as they are to be believed.
    pub(super) fn before(bits: &Bits, at: usize, ambiguity: u64, report: &Self) -> Self {
        let (code, [day, hour, minute]) = day_hour_minute(bits, at);
        let hour = if ambiguity <= 4 { hour } else { 0 };
        let minute = if ambiguity <= 3 { minute } else { 0 };
        let first = report.utc.filter(|_| ambiguity < 6 && (1..=31).contains(&day));
        let month =
            first.and_then(|then| if day > then.day() { back(then.date()) } else { Some((then.year(), then.month())) });
        let utc = month.and_then(|(year, month)| {
            let whole = |(year, month)| DateTime::new(year, month, day, hour, minute, 0, 0).ok();
            // A month that has no such day is passed over; two in a row always do not lack it.
            whole((year, month)).or_else(|| whole(back(Date::new(year, month, 1).ok()?)?))
        });
        Self::new(code, utc, report)
    }

    /// Today or tomorrow (1 bit), hour and minute: 12 bits.
    pub(super) fn arrival(bits: &Bits, at: usize, report: &Self) -> Self {
        let (hour, minute) = (small(bits.get(at + 1, 5)), small(bits.get(at + 6, 6)));
        let days = i64::from(bits.is_set(at));
        let date = report.utc.and_then(|then| then.checked_add(SignedDuration::from_hours(days * 24)).ok());
        let utc = date.and_then(|on| DateTime::new(on.year(), on.month(), on.day(), hour, minute, 0, 0).ok());
        Self::new(bits.get(at, 12), utc, report)
    }

    /// A minute of the week in which it was received, or of the next. The week begins on Monday at 00:00.
    pub(super) fn of_week(week: u64, minute: u64, received: Now) -> Self {
        let code = week << 14 | minute;
        let now = civil(received.at);
        let monday = now.date().checked_sub(jiff::Span::new().days(now.date().weekday().to_monday_zero_offset()));
        let minutes = i64::try_from(week * 7 * 24 * 60 + minute).unwrap_or(0) - 1;
        let begins = monday.ok().filter(|_| (1..=7 * 24 * 60).contains(&minute));
        let utc = begins.and_then(|monday| monday.at(0, 0, 0, 0).checked_add(SignedDuration::from_mins(minutes)).ok());
        Self { code, utc, dated: received.trusted }
    }
}

fn civil(at: Timestamp) -> DateTime {
    tz::Offset::UTC.to_datetime(at)
}

/// The year that brings the month nearest; six months before and six months ahead are this year's.
fn nearest_year(month: i8, now: DateTime) -> Option<i16> {
    let year = match month - now.month() {
        7.. => now.year() - 1,
        ..-6 => now.year() + 1,
        _ => now.year(),
    };
    (1..=12).contains(&month).then_some(year)
}

fn day_hour_minute(bits: &Bits, at: usize) -> (u64, [i8; 3]) {
    let parts = [bits.get(at, 5), bits.get(at + 5, 5), bits.get(at + 10, 6)];
    (bits.get(at, 16), parts.map(small))
}

fn small(field: u64) -> i8 {
    i8::try_from(field).unwrap_or(i8::MAX)
}

/// The month before.
fn back(date: Date) -> Option<(i16, i8)> {
    let then = date.first_of_month().yesterday().ok()?;
    Some((then.year(), then.month()))
}

/// The month after.
fn on(date: Date) -> Option<(i16, i8)> {
    let then = date.last_of_month().tomorrow().ok()?;
    Some((then.year(), then.month()))
}
