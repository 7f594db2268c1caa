//! The staff PIN: six digits drawn by the machine, kept as a slow hash. A wrong one is counted on disk before it is judged, so
//! that pulling the plug gives no further tries; after five the door stays shut for 15 s, then twice as long each time, up to a
//! quarter of an hour (nobody playing with it shall shut staff out for the night; 10⁶ numbers at four an hour take decades).
//!
//! A wait is measured by the running clock. Over a restart only wall time is left: where that cannot be believed or goes backwards, the
//! wait begins again. It never becomes shorter.

use super::trouble::StoreError;
use crate::{
    clock::{Clock, Now},
    job::PinAnswer,
};
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString},
};
use rusqlite::{Connection, OptionalExtension, params};
use std::time::Duration;

const DIGITS: usize = 6;
/// Wrong tries before the first wait, its length, and the longest.
const FREE_TRIES: u32 = 5;
const FIRST_WAIT: Duration = Duration::from_secs(15);
const LONGEST_WAIT: Duration = Duration::from_mins(15);
/// argon2id at the least cost that OWASP names (19 MiB, 2 passes): some 30 ms here, and six digits rest on the waits anyway.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// The wait that this process has seen begin: which one, when on the running clock, and how long it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wait {
    began: Duration,
    long: Duration,
}

impl Wait {
    /// It began at this very moment.
    pub(super) fn is_new(&self, clock: &dyn Clock) -> bool {
        clock.running() == self.began
    }
}

/// Draws a number that is not easily guessed.
pub(super) fn draw() -> Result<String, StoreError> {
    loop {
        let mut bytes = [0_u8; DIGITS * 4];
        random(&mut bytes, "drawing a PIN")?;
        // 250 and above would favour small digits.
        let digits: String =
            bytes.iter().filter(|byte| **byte < 250).map(|byte| char::from(b'0' + byte % 10)).take(DIGITS).collect();
        if is_strong(&digits) {
            return Ok(digits);
        }
    }
}

/// Six digits; none three times in a row, no run of three up or down, at least four different, not the same half twice.
pub(super) fn is_strong(pin: &str) -> bool {
    let digits: Vec<i16> = pin.chars().filter_map(|c| c.to_digit(10)).filter_map(|d| i16::try_from(d).ok()).collect();
    if digits.len() != DIGITS || pin.len() != DIGITS {
        return false;
    }
    let mut different = digits.clone();
    different.sort_unstable();
    different.dedup();
    let runs = digits.windows(3).any(|three| match three {
        [a, b, c] => b - a == c - b && (b - a).abs() <= 1,
        _ => false,
    });
    different.len() >= 4 && !runs && digits.get(..3) != digits.get(3..)
}

/// Makes `pin` the staff PIN and forgets earlier tries.
pub(super) fn set(db: &Connection, pin: &str) -> Result<(), StoreError> {
    if !is_strong(pin) {
        return Err(StoreError::WeakPin);
    }
    let doing = "setting the PIN";
    let mut salt = [0_u8; 16];
    random(&mut salt, doing)?;
    let hash = SaltString::encode_b64(&salt)
        .and_then(|salt| hasher().map(|hasher| (hasher, salt)))
        .and_then(|(hasher, salt)| hasher.hash_password(pin.as_bytes(), &salt).map(|hash| hash.to_string()))
        .map_err(|err| StoreError::Hash { doing, why: err.to_string() })?;
    db.execute(include_str!("sql/state/set_pin.sql"), [hash]).map(drop).map_err(StoreError::sql(doing))
}

pub(super) fn is_set(db: &Connection) -> Result<bool, StoreError> {
    Ok(kept(db)?.is_some())
}

/// Judges a number. `wait` is this process's memory of the present wait, `None` after a start.
pub(super) fn check(
    db: &Connection,
    clock: &dyn Clock,
    wait: &mut Option<Wait>,
    pin: &str,
) -> Result<PinAnswer, StoreError> {
    let Some(kept) = kept(db)? else { return Ok(PinAnswer::Unset) };
    let left = remaining(db, clock, wait, &kept)?;
    if !left.is_zero() {
        return Ok(PinAnswer::Wait(left));
    }
    let wrong = kept.wrong.saturating_add(1);
    let long = wait_after(wrong);
    begin(db, clock, wrong, long)?;
    let right = PasswordHash::new(&kept.hash)
        .and_then(|hash| hasher().and_then(|hasher| hasher.verify_password(pin.as_bytes(), &hash)))
        .is_ok();
    if right {
        *wait = None;
        begin(db, clock, 0, Duration::ZERO)?;
        return Ok(PinAnswer::Right);
    }
    if long.is_zero() {
        return Ok(PinAnswer::Wrong { left: FREE_TRIES - wrong });
    }
    *wait = Some(Wait { began: clock.running(), long });
    Ok(PinAnswer::Wait(long))
}

struct Kept {
    hash: String,
    wrong: u32,
    waiting: Duration,
    since_ms: i64,
    trusted: bool,
}

/// What is left of the present wait. One that began before this start is taken up here, or begun again.
fn remaining(db: &Connection, clock: &dyn Clock, wait: &mut Option<Wait>, kept: &Kept) -> Result<Duration, StoreError> {
    if kept.waiting.is_zero() {
        return Ok(Duration::ZERO);
    }
    let seen = if let Some(seen) = *wait {
        seen
    } else {
        let passed = passed(clock.now(), kept);
        if passed.is_none() {
            begin(db, clock, kept.wrong, kept.waiting)?;
        }
        let long = kept.waiting.saturating_sub(passed.unwrap_or_default());
        *wait.insert(Wait { began: clock.running(), long })
    };
    Ok(seen.long.saturating_sub(clock.running().saturating_sub(seen.began)))
}

/// Wall time since the wait began, where it can be believed.
fn passed(now: Now, kept: &Kept) -> Option<Duration> {
    let ms = now.at.as_millisecond().checked_sub(kept.since_ms)?;
    let believed = now.trusted && kept.trusted;
    u64::try_from(ms).ok().filter(|_| believed).map(Duration::from_millis)
}

fn wait_after(wrong: u32) -> Duration {
    match wrong.checked_sub(FREE_TRIES) {
        None => Duration::ZERO,
        Some(more) => FIRST_WAIT.saturating_mul(2_u32.saturating_pow(more)).min(LONGEST_WAIT),
    }
}

fn begin(db: &Connection, clock: &dyn Clock, wrong: u32, long: Duration) -> Result<(), StoreError> {
    let to = StoreError::sql("counting tries of the PIN");
    let now = clock.now();
    let ms = i64::try_from(long.as_millis()).unwrap_or(i64::MAX);
    let mut set = db.prepare_cached(include_str!("sql/state/set_tries.sql")).map_err(to)?;
    set.execute(params![wrong, ms, now.at.as_millisecond(), now.trusted]).map(drop).map_err(to)
}

fn kept(db: &Connection) -> Result<Option<Kept>, StoreError> {
    let read = |row: &rusqlite::Row<'_>| {
        Ok(Kept {
            hash: row.get("hash")?,
            wrong: row.get("wrong")?,
            waiting: Duration::from_millis(row.get("waiting_ms")?),
            since_ms: row.get("since_ms")?,
            trusted: row.get("trusted")?,
        })
    };
    let found = db.prepare_cached("SELECT hash, wrong, waiting_ms, since_ms, trusted FROM pin");
    found.and_then(|mut found| found.query_row([], read).optional()).map_err(StoreError::sql("reading the PIN"))
}

fn hasher() -> argon2::password_hash::Result<Argon2<'static>> {
    let (memory_kib, passes, lanes) = COST;
    let cost = Params::new(memory_kib, passes, lanes, None)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, cost))
}

pub(super) fn random(bytes: &mut [u8], doing: &'static str) -> Result<(), StoreError> {
    getrandom::fill(bytes).map_err(|err| StoreError::Random { doing, why: err.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_easily_guessed_is_no_pin() {
        for weak in [
            "000000",
            "111222",
            "123908",
            "987046",
            "121212",
            "135135",
            "482482",
            "12345",
            "4028570",
            "４０２８５７",
            "",
            "40285a",
        ] {
            assert!(!is_strong(weak), "{weak}");
        }
        for strong in ["402857", "918273", "550827", "905264"] {
            assert!(is_strong(strong), "{strong}");
        }
    }

    #[test]
    fn drawn_numbers_are_strong_and_differ() {
        let mut drawn: Vec<String> = (0..200).map(|_| draw().unwrap()).collect();
        assert!(drawn.iter().all(|pin| is_strong(pin)));
        drawn.sort();
        drawn.dedup();
        assert!(drawn.len() > 190, "{}", drawn.len());
    }
}
