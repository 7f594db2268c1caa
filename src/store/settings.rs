//! The few things that staff set on this kiosk itself. Visitors' choices are not settings: they end with the visit.

use super::trouble::StoreError;
use crate::config::Mode;
use rusqlite::{Connection, OptionalExtension, params};

/// The names of the settings.
pub(super) const MODE: &str = "mode";
/// Names the time since the machine was switched on in which staff confirmed the clock.
pub(super) const CLOCK: &str = "clock";
/// Pixels in a millimetre, as a card against the glass showed.
pub(super) const DENSITY: &str = "px_per_mm";
/// What staff set on this kiosk, as `config` writes it.
pub(super) const OWN: &str = "own";
/// Digest of the pack that was shown last, to make damaged content again from.
pub(super) const CORE_PACK: &str = "pack.core";

const MODES: [(Mode, &str); 3] = [(Mode::Everyday, "everyday"), (Mode::Class, "class"), (Mode::Shelter, "shelter")];

pub(super) fn mode_name(mode: Mode) -> &'static str {
    MODES.iter().find(|(known, _)| *known == mode).map_or("everyday", |(_, name)| name)
}

pub(super) fn mode(name: &str) -> Option<Mode> {
    MODES.iter().find(|(_, known)| *known == name).map(|(mode, _)| *mode)
}

pub(super) fn get(db: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    let read = |row: &rusqlite::Row<'_>| row.get(0);
    let found = db.prepare_cached("SELECT value FROM setting WHERE name = ?1");
    found.and_then(|mut found| found.query_row([name], read).optional()).map_err(StoreError::sql("reading a setting"))
}

pub(super) fn set(db: &Connection, name: &str, value: &str) -> Result<(), StoreError> {
    let done = db.prepare_cached(include_str!("sql/state/set_setting.sql"));
    done.and_then(|mut set| set.execute(params![name, value])).map(drop).map_err(StoreError::sql("keeping a setting"))
}
