//! Disaster information: what was issued, by whom, when, for where. Telegrams in, facts out, by pure functions.
//!
//! Nothing here computes, infers or softens a warning: a level is there because the telegram states it. What cannot be read is shown as it
//! was received, what was withdrawn is not known (and not safe), what ended says so, and a drill never becomes live. The same telegrams give
//! the same facts in whatever order they came.

mod area;
mod around;
mod coast;
mod code;
mod epicentre;
mod exercise;
mod fact;
mod feed;
mod fold;
mod hazard;
mod kind;
mod quake;
pub mod qzss;
mod read;
mod satellite;
mod sky;
mod status;
mod telegram;
mod volcano;
mod wanted;
mod xml;

pub use area::{Area, Scheme, Town};
pub use around::neighbours;
pub use exercise::{exercise, exercises};
pub use fact::{Claim, Fact, State};
pub use feed::{Entry, Feed};
pub use fold::Facts;
pub use hazard::{Grade, Hazard};
pub use kind::Kind;
pub use sky::{Ear, Sky};
pub use status::{Source, Status, moment, overhear, status};
pub use telegram::{Act, Depth, Run, Telegram, read};
pub use wanted::{FileName, Wants};
pub use xml::LARGEST;

/// Why a file is no telegram. What was known before stands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the file is empty")]
    Empty,
    #[error("{bytes} bytes are more than a telegram has (at most {LARGEST})")]
    TooLarge { bytes: usize },
    #[error(
        "the text is not UTF-8 (byte {at}); JMA's telegrams always are, so this file was cut or changed on its way"
    )]
    NotUtf8 { at: usize },
    #[error("elements lie inside each other deeper than in any telegram")]
    TooDeep,
    #[error("not well-formed XML: {what}")]
    NotXml { what: String },
    #[error("a web page, not a telegram: a Wi-Fi sign-in page may have answered instead of the server")]
    WebPage,
    #[error("XML, but not a telegram of JMA's: the outermost element is <{root}>")]
    OtherXml { root: String },
    #[error("XML, but no list of what was published: the outermost element is <{root}>")]
    NoFeed { root: String },
    #[error("<{element}> is missing or cannot be read{}", if .text.is_empty() { String::new() } else { format!(": {text}") })]
    Missing { element: &'static str, text: String },
}
