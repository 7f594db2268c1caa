//! `bodies/alert.rs`, for as long as one likes.
#![no_main]

#[path = "../bodies/alert.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    body::run(bytes);
});
