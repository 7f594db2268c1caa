//! What the kiosk says to the journal of the machine: one line a message on stderr, warnings and worse. Libraries are only heard when
//! something failed. Nothing that a person typed, chose or read is ever logged; no message of ours takes such a thing.

use log::{Level, LevelFilter, Log, Metadata, Record};
use std::io::{self, Write};

struct Journal;

impl Log for Journal {
    fn enabled(&self, meta: &Metadata<'_>) -> bool {
        meta.level() <= if meta.target().starts_with("engawa") { Level::Warn } else { Level::Error }
    }
    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            writeln!(io::stderr().lock(), "{} {}: {}", record.level(), record.target(), record.args()).ok();
        }
    }
    fn flush(&self) {}
}

/// Begins to write. A second call changes nothing.
pub(super) fn begin() {
    if log::set_logger(&Journal).is_ok() {
        log::set_max_level(LevelFilter::Warn);
    }
}
