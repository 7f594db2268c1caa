//! What comes in from outside: the one way over the network that everything takes, and the feeds of disaster information that take it.
//!
//! Whether to ask, how long to wait, what may be spent and what is wanted are decided by pure functions; time and chance are given to them.
//! Whoever answers is not believed: a sign-in page, half a file, a wrong clock and a server that is silent are the ordinary case, and none of
//! them changes what is known already.

mod budget;
mod feeds;
mod fetch;
mod folder;
mod notices;
mod pace;
mod part;
mod take;
mod transport;
mod web;

pub use budget::{Budget, PER_REQUEST};
pub use feeds::{FeedTold, Heard, Refused, Round, Skipped, Told, When};
pub use fetch::{Fetched, Wanted, fetch};
pub use folder::look;
pub use notices::{Asking, published};
pub use pace::{Luck, after_fault, after_success, luck};
pub use part::Parts;
pub use transport::{Body, Fault, Have, Mark, Reply, Request, Transport, What};
pub use web::{Patience, Web};
