//! All integration tests in one binary: one link, many cases.

mod demo;
mod doors;
mod kit;
mod lay;
mod sources;
mod stage;
mod tidy;
mod walks;
