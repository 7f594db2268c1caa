//! Engawa (縁側): an offline-first kiosk for evacuation shelters and smartphone classes.
//!
//! The crate is a house of rooms with one-way doors; `docs/ARCHITECTURE.md` is the plan and `tests/it/doors.rs` holds it.

// ground: values that everything speaks in
pub mod clock;
pub mod expr;
pub mod reader;
pub mod words;

// pure: what the kiosk knows, decides and shows; no files, threads, windows
pub mod alert;
pub mod app;
pub mod board;
pub mod config;
pub mod content;
pub mod job;
pub mod lay;
pub mod page;
pub mod phone;
pub mod place;
pub mod procedure;
pub mod reading;
pub mod screens;

// engines: disk, network, sound, paper, threads
pub mod paper;
pub mod store;
pub mod sync;
pub mod voice;
pub mod work;

// face: the only rooms that draw
pub mod kit;
pub mod look;

// roof: where everything meets
pub mod cli;
pub mod shell;
