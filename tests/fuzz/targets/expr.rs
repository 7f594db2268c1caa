//! `bodies/expr.rs`, for as long as one likes.
#![no_main]

#[path = "../bodies/expr.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    body::run(bytes);
});
