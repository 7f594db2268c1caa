//! All integration tests in one binary: one link, many cases.

mod authors;
mod cli;
mod demo;
mod doors;
mod faces;
mod gesture;
mod glass;
mod household;
mod keeper;
mod kit;
mod lay;
mod near;
mod pictures;
mod screens;
mod shipped;
mod sources;
mod stage;
mod store;
mod store_cli;
mod store_disk;
mod store_pin;
mod tidy;
mod towns;
mod voice_reading;
mod voice_speech;
mod walks;
