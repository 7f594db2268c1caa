//! What hangs on the notice board, and what staff do to it.

use crate::{
    board::{self, Board, Filled, Report, Templates, Utility},
    content::SourceFile,
    reader::{Problem, Source},
};
use jiff::Timestamp;
use std::sync::Arc;

/// The board with the templates that give it words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wall {
    pub board: Board,
    pub templates: Arc<Templates>,
}

impl Wall {
    /// The templates among the files of a content folder, with everything that is wrong in them.
    pub fn templates(files: &[SourceFile]) -> (Templates, Vec<Problem>) {
        let mut problems = vec![];
        let mut read = vec![];
        for file in files.iter().filter(|file| board::is_ours(&file.path)) {
            let (source, found) = Source::read(file.name.clone(), &file.bytes);
            problems.extend(found);
            read.push((file.path.clone(), source));
        }
        let (templates, found) = board::read(&read);
        problems.extend(found);
        (templates, problems)
    }
}

/// What is done to the board. When and by whom is added where it is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Post {
    /// A new notice (`notice: None`), or another version of one.
    Put {
        notice: Option<String>,
        filled: Filled,
        until: Timestamp,
    },
    TakeDown(String),
    BringBack(String),
    Line(Utility, Report),
}
