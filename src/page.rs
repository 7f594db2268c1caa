//! A page: the pure tree of what is on the screen, in reading order. Drawing, focus, switch scanning, paging, speech, search, print
//! and the accessibility tree all walk this one tree; there is no second description of a screen.
//!
//! Absent on purpose: sizes, colours, closures, anything of egui. Two equal trees look and sound alike.

mod part;
mod sheet;
mod touch;
mod warning;

pub use part::{Canvas, CanvasKind, Control, Group, Kind, Level, Part, Picture, Role, Svg, Text, Tone, Weight};
pub use sheet::{Block, Code, Format, Sheet, Step};
pub use touch::{Side, Touch, Touched, Touches};
pub use warning::WarningLevel;

use crate::words::Line;
use smol_str::SmolStr;
use std::collections::BTreeSet;

/// Names a part; stable over rebuilds and unique in its page (`card/lessons`, `turn/next`, `t3`).
pub type Id = SmolStr;

/// A screen, or one leaf of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<M> {
    pub parts: Vec<Part<M>>,
}

/// What one part says: shown, and heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub id: Id,
    pub line: Line,
}

impl<M> Page<M> {
    /// Takes the parts and gives every text and picture without an id one of its own (`t0`, `t1`, …) in reading order.
    pub fn new(parts: impl IntoIterator<Item = Part<M>>) -> Self {
        let mut page = Self { parts: parts.into_iter().collect() };
        let mut next = 0;
        for part in &mut page.parts {
            part.number(&mut next);
        }
        page
    }

    /// Every part, parents before their children, in reading order.
    pub fn walk(&self) -> Vec<&Part<M>> {
        let mut out = vec![];
        for part in &self.parts {
            part.walk(&mut out);
        }
        out
    }

    /// Every control that can be pressed, in reading order.
    pub fn controls(&self) -> impl Iterator<Item = &Control<M>> {
        self.walk().into_iter().filter_map(Part::live)
    }

    pub fn control(&self, id: &str) -> Option<&Control<M>> {
        self.controls().find(|control| control.id == id)
    }

    /// Everything that is said when the page is read from top to bottom.
    pub fn script(&self) -> Vec<Said> {
        self.walk().into_iter().filter_map(Part::said).collect()
    }

    /// The same page with other messages: how a screen's page becomes the app's.
    pub fn map<N>(self, f: impl Fn(M) -> N) -> Page<N> {
        Page { parts: self.parts.into_iter().map(|part| part.map(&f)).collect() }
    }

    /// What must never be: parts without words, ids used twice, the mark of a warning level without its number in words.
    pub fn problems(&self) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let mut out = vec![];
        for part in self.walk() {
            if part.words().is_some_and(|line| line.plain().trim().is_empty()) {
                out.push(format!("no words: {:?}", part.id()));
            }
            out.extend(
                part.marked().filter(|level| !part.tells(*level)).map(|level| format!("not in words: {level:?}")),
            );
            if let Some(id) = part.id().filter(|id| !seen.insert((*id).clone())) {
                out.push(format!("id used twice: {id}"));
            }
        }
        out
    }
}
