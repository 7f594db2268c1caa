//! Telegrams, or anything that pretends to be one: refused with a reason or read, and a second copy changes nothing; never a panic.
#![no_main]

use engawa::alert::{Town, read, status};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for name in ["-", "20260830060000_0_VPWW55_090000.xml", "20260830060000_0_VXKO53_090000.xml"] {
        let Ok(telegram) = read(name, bytes) else { continue };
        let at = telegram.issued;
        let Some(town) = Town::parse("09209") else { return };
        let once = status(std::slice::from_ref(&telegram), &town, at);
        let twice = status(&[telegram.clone(), telegram], &town, at);
        assert_eq!(once, twice, "a second copy changes nothing");
    }
});
