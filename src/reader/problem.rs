//! One thing that is wrong in a file: where, what, and what to do about it.
//!
//! The wording stands in the code, both languages side by side, not among the words of the kiosk: it must be there when the
//! very file that is broken is one of words.

use super::Source;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// One sentence for authors in the two languages they read.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Wording {
    pub ja: String,
    pub en: String,
}

pub fn both(ja: impl Into<String>, en: impl Into<String>) -> Wording {
    Wording { ja: ja.into(), en: en.into() }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The thing is left out, or a built-in value takes its place.
    Error,
    /// It is used as it is, and somebody should look.
    Warning,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// As the author knows it: the path that was given.
    pub file: String,
    /// 1-based; 0 when it is about the file as a whole.
    pub line: usize,
    /// Counts characters, 1-based; 0 when it is about the file as a whole.
    pub column: usize,
    /// Bytes of the text.
    pub span: Range<usize>,
    pub severity: Severity,
    pub message: Wording,
    /// Stands beside the very words.
    pub label: Wording,
    pub help: Option<Wording>,
}

impl Problem {
    fn new(severity: Severity, span: Range<usize>, message: Wording) -> Self {
        let (file, label, help) = (String::new(), Wording::default(), None);
        Self { file, line: 0, column: 0, span, severity, message, label, help }
    }

    pub fn error(span: Range<usize>, message: Wording) -> Self {
        Self::new(Severity::Error, span, message)
    }

    pub fn warning(span: Range<usize>, message: Wording) -> Self {
        Self::new(Severity::Warning, span, message)
    }

    #[must_use]
    pub fn label(self, label: Wording) -> Self {
        Self { label, ..self }
    }

    #[must_use]
    pub fn help(self, help: Wording) -> Self {
        Self { help: Some(help), ..self }
    }

    /// About a file as a whole.
    #[must_use]
    pub fn about(self, file: &str) -> Self {
        Self { file: file.to_owned(), ..self }
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Collects what is wrong in one file and gives each its place there.
#[derive(Debug)]
pub struct Problems<'s> {
    source: &'s Source,
    found: Vec<Problem>,
}

impl<'s> Problems<'s> {
    pub fn new(source: &'s Source) -> Self {
        Self { source, found: vec![] }
    }

    pub fn add(&mut self, problem: Problem) {
        let (line, column) = super::place(&self.source.text, problem.span.start);
        self.found.push(Problem { file: self.source.name.clone(), line, column, ..problem });
    }

    pub fn source(&self) -> &'s Source {
        self.source
    }

    pub fn errors(&self) -> usize {
        self.found.iter().filter(|problem| problem.is_error()).count()
    }

    /// In reading order, none twice.
    pub fn finish(mut self) -> Vec<Problem> {
        self.found.sort_by(|a, b| a.span.start.cmp(&b.span.start).then_with(|| a.severity.cmp(&b.severity)));
        self.found.dedup();
        self.found
    }
}
