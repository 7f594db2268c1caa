//! All integration tests in one binary: one link, many cases.

mod doors;
mod lay;
mod sources;
mod tidy;
mod voice_reading;
mod walks;
