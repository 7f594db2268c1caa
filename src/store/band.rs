//! Documents of one tongue stand together: their numbers are a range of their own. Whoever searches reads one tongue or a few, and the index passes
//! over all others without looking at them, however many translations there are.

use crate::words::Tongue;
use rusqlite::Connection;

/// The numbers of the documents of a tongue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Band {
    pub(super) first: i64,
    pub(super) last: i64,
}

/// More documents than any tongue has.
const WIDTH: u32 = 40;

impl Band {
    /// Every tongue.
    pub(super) const ALL: Self = Self { first: 0, last: i64::MAX };

    /// The same for a tongue in every kiosk and for ever. Two tongues that shared one would only be searched together.
    pub(super) fn of(tongue: &str) -> Self {
        // FNV-1a.
        let hash =
            tongue.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let first = (i64::from((hash ^ (hash >> 16)) & 0x7fff) + 1) << WIDTH;
        Self { first, last: first + (1 << WIDTH) - 1 }
    }

    /// Those of a reader, the best first.
    pub(super) fn chain(tongue: &Tongue) -> Vec<Self> {
        tongue.fallback().iter().map(|tongue| Self::of(tongue.tag())).collect()
    }

    /// The next number that is free.
    pub(super) fn next(self, db: &Connection) -> rusqlite::Result<i64> {
        let mut last = db.prepare_cached("SELECT max(id) FROM document WHERE id BETWEEN ?1 AND ?2")?;
        let last: Option<i64> = last.query_row([self.first, self.last], |row| row.get(0))?;
        Ok(last.map_or(self.first, |last| last + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_tongues_that_are_shipped_share_a_range() {
        let mut all: Vec<_> =
            ["ja", "ja-simple", "en", "zh-Hans", "ko", "vi", "pt-BR", "ne", "id", "tl"].map(Band::of).into();
        all.sort_unstable();
        assert!(all.windows(2).all(|two| two[0].last < two[1].first), "{all:?}");
        assert!(all.iter().all(|band| band.first > 0 && band.last < Band::ALL.last));
    }
}
