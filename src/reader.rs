//! Reading what people wrote: every problem of a file in one run, each at the exact word, in Japanese and English, with what to do.
//! Nothing from a file can make this fail: damaged text becomes problems beside whatever could still be read.

mod draw;
mod nearest;
mod open;
mod problem;
mod source;
mod table;

pub use draw::{In, draw};
pub use nearest::nearest;
pub use open::Scalar;
pub use problem::{Problem, Problems, Severity, Wording, both};
pub use source::{Source, place};
pub use table::{Spanned, Table, toml};
