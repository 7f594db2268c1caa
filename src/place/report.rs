//! What an import tells: the places, and everything that was done to the file to get them.

use super::{Kind, Place};
use crate::reader::Wording;
use serde::{Deserialize, Serialize};

/// A file of open data, read. `taken + refused.len() == rows`, always.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Import {
    pub kind: Kind,
    pub table: Table,
    /// Rows of data: not blank, no comment, no title, no header.
    pub rows: usize,
    /// Rows that became places. Usually one each; a row that is both a 指定緊急避難場所 and a 指定避難所 becomes two.
    pub taken: usize,
    /// In the order of the file.
    pub places: Vec<Place>,
    pub repaired: Vec<Repair>,
    pub refused: Vec<Refused>,
    /// What each column was taken for.
    pub used: Vec<Used>,
    /// Headers of columns whose contents are in no place.
    pub unused: Vec<String>,
    /// Rows that are no data: titles above the header, comments, the header again. With their text.
    pub skipped: Vec<Named>,
    /// Rows of the same name and place as an earlier one; they were taken all the same.
    pub repeated: Vec<Repeated>,
}

/// What kind of table it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Table {
    Places,
    /// 避難所の 開設状況: which shelters were open at one time, with how many people.
    OpeningStatus,
}

/// A value that was changed, or a part of it that was put elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// The row as a spreadsheet numbers it: 1 is the first of the file, titles, header and blank rows count, a newline within quotes does
    /// not begin a new one. In GeoJSON the number of the feature, from 1. 0 is the file as a whole.
    pub row: usize,
    /// The header as the file writes it; empty for the file as a whole.
    pub column: String,
    pub was: String,
    pub now: String,
    pub why: Wording,
}

/// A column, and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Used {
    /// The header as the file writes it.
    pub column: String,
    /// As mapping files name it: `name`, `lat`, `storm-surge`.
    pub field: String,
}

/// A row that is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// As [`Repair::row`] counts.
    pub row: usize,
    pub why: Wording,
}

/// A row, with words about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// As [`Repair::row`] counts.
    pub row: usize,
    pub text: String,
}

/// A row that names a place which an earlier row names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeated {
    /// As [`Repair::row`] counts.
    pub row: usize,
    pub of: usize,
    pub name: String,
}

/// Why a whole file is refused. Whatever was there before stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub why: Wording,
    /// What to do about it.
    pub help: Wording,
}

impl Refusal {
    pub(super) fn new(why: Wording, help: Wording) -> Self {
        Self { why, help }
    }
}
