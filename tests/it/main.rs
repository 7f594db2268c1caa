//! All integration tests in one binary: one link, many cases.

mod doors;
mod sources;
mod store;
mod store_disk;
mod store_pin;
mod tidy;
mod walks;
