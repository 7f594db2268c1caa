//! The notice board of a shelter or a town hall: notices made from templates by picking, and how electricity, water and the roads are. All of it is a
//! set of entries that only grows; what stands is read off that set, so that two boards merge by being put together, in any order.
//!
//! Absent on purpose: files, the network, any sentence that all is well, and text about a person.

mod entry;
mod filled;
mod lines;
mod plain;
mod read;
mod record;
mod template;
mod ticket;

pub use entry::{Act, Body, Digest, Entry, OddDigest, Role, Subject};
pub use filled::{Filled, Site, When};
pub use lines::{Area, Hope, Report, Seen, Supply, Utility};
pub use plain::{Doubt, doubts};
pub use read::{is_ours, read};
pub use record::{Board, Shown};
pub use template::{Choice, Said, Setting, Template, Templates};
pub use ticket::{Ticket, Verdict};
