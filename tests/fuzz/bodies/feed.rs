//! Lists of what was published, or anything that pretends to be one: refused with a reason or read, and no entry of it makes anybody look for
//! a telegram outside of its name; never a panic.

use engawa::alert::{Feed, FileName, Town, Wants};

/// Whether it was read.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let Ok(feed) = Feed::read(bytes) else { return false };
    let Some(town) = Town::parse("09209") else { return false };
    for entry in &feed.entries {
        let named = FileName::parse(&entry.link).is_some();
        assert_eq!(town.wants(&entry.link) == Wants::NoTelegram, !named, "what has no name of a telegram is none");
    }
    true
}
