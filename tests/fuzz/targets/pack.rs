//! A pack from anywhere: taken or refused, never a panic.
#![no_main]

use engawa::content::Pack;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(pack) = Pack::from_bytes(bytes) {
        let _entries = pack.entries();
    }
});
