//! Lists of what was published, or anything that pretends to be one: refused with a reason or read, and no entry of it makes anybody look for
//! a telegram outside of its name; never a panic.
#![no_main]

use engawa::alert::{Feed, FileName, Town, Wants};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(feed) = Feed::read(bytes) else { return };
    let Some(town) = Town::parse("09209") else { return };
    for entry in &feed.entries {
        let named = FileName::parse(&entry.link).is_some();
        assert_eq!(town.wants(&entry.link) == Wants::NoTelegram, !named, "what has no name of a telegram is none");
    }
});
