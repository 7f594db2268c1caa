//! `bodies/phone.rs`, for as long as one likes.
#![no_main]

#[path = "../bodies/phone.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    body::run(bytes);
});
