//! See the body.
#![no_main]

#[path = "../bodies/qzss.rs"]
mod qzss;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| qzss::body(bytes));
