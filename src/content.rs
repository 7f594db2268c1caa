//! Content: what the kiosk knows how to tell, written as plain files and built into a pack.
//!
//! `content/guides/<id>/<tongue>.md` and `content/faq/<id>/<tongue>.md` are Markdown with `+++` TOML on top, `content/synonyms.toml` says
//! which words mean the same to somebody who searches, `content/sources.toml` whom to thank. `docs/AUTHORS.md` describes them for authors.

mod city;
mod guide;
mod pack;

pub use city::City;
pub use guide::{Act, Block, Callout, Evidence, GROUPS, Guide, Kind, Phase, Picture, Source};
pub use pack::{Credit, Entry, Item, Pack, PackError};

use crate::words::Line;

/// The Japanese front end as content sees it: gives readings where the author gave none.
pub trait Readings {
    /// The same line with ruby, marked [`crate::words::Ruby::FrontEnd`], on every kanji that has none.
    fn ruby(&self, line: &Line) -> Line;
    /// How a text is read, in hiragana.
    fn kana(&self, text: &str) -> String;
}

/// No front end: what authors wrote is all there is.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoReadings;

impl Readings for NoReadings {
    fn ruby(&self, line: &Line) -> Line {
        line.clone()
    }
    fn kana(&self, text: &str) -> String {
        Line::parse(text).spoken()
    }
}

/// A file of content: its path below `content/` with `/` between, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    pub path: String,
    pub bytes: Vec<u8>,
}

// SHIPPED, made by build.rs from content/.
include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// The content that the program carries with it, so that it is never empty.
pub fn shipped() -> Vec<SourceFile> {
    SHIPPED
        .iter()
        .map(|(path, text)| SourceFile { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() })
        .collect()
}
