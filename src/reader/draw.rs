//! A problem as people see it in a terminal: the line it is in, the very words underlined, and what to do.

use super::{Problem, Severity, Wording};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// The language a problem is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum In {
    Japanese,
    English,
    /// Japanese, with the English below.
    Both,
}

impl Wording {
    pub fn in_(&self, tongue: In) -> &str {
        match tongue {
            In::Japanese | In::Both => &self.ja,
            In::English => &self.en,
        }
    }
}

/// Draws a problem; `text` is the file as it was read, if it could be.
pub fn draw(problem: &Problem, text: Option<&str>, tongue: In) -> String {
    let named = |level: Level<'static>, ja: &'static str, en: &'static str| {
        level.with_name(if tongue == In::English { en } else { ja })
    };
    let level = match problem.severity {
        Severity::Error => named(Level::ERROR, "まちがい", "error"),
        Severity::Warning => named(Level::WARNING, "注意", "warning"),
    };
    let title = level.primary_title(problem.message.in_(tongue));
    let group = match text.filter(|_| problem.line > 0) {
        Some(text) => {
            let mark = AnnotationKind::Primary.span(within(text, problem)).label(problem.label.in_(tongue));
            Group::with_title(title).element(Snippet::source(text).path(problem.file.as_str()).annotation(mark))
        }
        None => Group::with_title(title).element(named(Level::NOTE, "ファイル", "file").message(problem.file.as_str())),
    };
    let group = match &problem.help {
        Some(help) => group.element(named(Level::HELP, "なおしかた", "help").message(help.in_(tongue))),
        None => group,
    };
    let english = match &problem.help {
        Some(help) => format!("{}; {}", problem.message.en, help.en),
        None => problem.message.en.clone(),
    };
    let group = match tongue {
        In::Both => group.element(Level::NOTE.with_name("English").message(english)),
        In::Japanese | In::English => group,
    };
    Renderer::plain().render(&[group])
}

/// The span, brought inside the text and onto the borders of characters, and kept to one line: a picture of a page helps nobody.
fn within(text: &str, problem: &Problem) -> std::ops::Range<usize> {
    let border = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = border(problem.span.start);
    let end = border(problem.span.end).max(start);
    let line = text.get(start..end).and_then(|words| words.find('\n')).map_or(end, |at| start + at);
    start..line
}
