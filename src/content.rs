//! Content: what the kiosk knows how to tell, written as plain files and built into a pack.
//!
//! `content/guides/<id>/<tongue>.md` and `content/faq/<id>/<tongue>.md` are Markdown with `+++` TOML on top, `content/synonyms.toml` says
//! which words mean the same to somebody who searches, `content/words/<tongue>.toml` what hard words mean, `content/sources.toml` whom to thank. `docs/AUTHORS.md` describes them for authors.

mod body;
mod build;
mod city;
mod front;
mod glossary;
mod guide;
mod lists;
mod numbers;
mod pack;
mod picture;
mod rubric;
mod schema;
mod see;
mod tongues;
mod value;

pub use build::{build, overdue};
pub use city::{City, Office, Said, Value};
pub use front::{Facts, read_facts, read_format, read_groups};
pub use guide::{Act, Block, Callout, Evidence, GROUPS, Guide, Kind, Phase, Picture, Source, Term};
pub use pack::{Credit, Entry, Extra, Item, Pack, PackError};
pub use picture::read_drawing;
pub use rubric::{check_line, check_numbers};
pub use schema::{Need, Shape, Wanted, read as read_schema, schema};
pub use see::See;
pub use tongues::{Needed, Translation, read_translation};
pub use value::{Provenance, phone};

use crate::{
    reader::{self, Problem, Problems},
    words::Line,
};

/// The Japanese front end as content sees it: gives readings where the author gave none.
pub trait Readings {
    /// The same line with ruby, marked [`crate::words::Ruby::FrontEnd`], on every kanji that has none.
    fn ruby(&self, line: &Line) -> Line;
    /// How a text is read, in hiragana.
    fn kana(&self, text: &str) -> String;
    /// Whether readings are known at all; without them the checks that need them are left out.
    fn are_known(&self) -> bool {
        true
    }
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
    fn are_known(&self) -> bool {
        false
    }
}

/// A file of content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Below `content/`, with `/` between.
    pub path: String,
    /// As its author knows it; stands in problems.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl SourceFile {
    /// Reads it with `take`, and adds what was said about it to `said`.
    pub fn read<R>(
        &self,
        said: &mut Vec<Problem>,
        take: impl FnOnce(&reader::Source, &mut Problems<'_>) -> R,
    ) -> (reader::Source, R) {
        let (source, found) = reader::Source::read(self.name.clone(), &self.bytes);
        said.extend(found);
        let mut problems = Problems::new(&source);
        let out = take(&source, &mut problems);
        said.extend(problems.finish());
        (source, out)
    }
}

/// Where a guide, an answer or a word is written, below `content/`.
fn path(guide: &Guide) -> String {
    let Guide { kind, id, tongue, .. } = guide;
    match kind {
        Kind::Word => format!("words/{tongue}.toml"),
        Kind::Faq => format!("faq/{id}/{tongue}.md"),
        Kind::Guide | Kind::Procedure => format!("guides/{id}/{tongue}.md"),
    }
}

/// As ids are in files and in addresses: at most 64 small letters, digits and hyphens.
pub fn is_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= 64 && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// One to which more is added where it is used: at most 40.
pub fn is_short_id(id: &str) -> bool {
    id.len() <= 40 && is_id(id)
}

// SHIPPED and DIGEST, made by build.rs from content/.
include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// Names everything in [`shipped`]: made when the program is built, so that asking costs nothing.
pub const SHIPPED_DIGEST: u64 = DIGEST;

/// The content that the program carries with it, so that it is never empty. Copies all of it: for whoever builds content.
pub fn shipped() -> Vec<SourceFile> {
    shipped_below("")
}

/// Those of its files whose paths begin so: `notices/`.
pub fn shipped_below(folder: &str) -> Vec<SourceFile> {
    let file = |path: &str, text: &str| {
        let (path, name, bytes) = (path.to_owned(), format!("content/{path}"), text.as_bytes().to_vec());
        SourceFile { path, name, bytes }
    };
    SHIPPED.iter().filter(|(path, _)| path.starts_with(folder)).map(|(path, text)| file(path, text)).collect()
}
