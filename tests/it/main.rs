//! All integration tests in one binary: one link, many cases.

mod doors;
mod sources;
mod tidy;
mod walks;
