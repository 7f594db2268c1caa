//! What is found while files are read and can only be judged when all of them have been: names that must be somewhere, conditions, texts.

use crate::{
    expr::{Expr, Kind, Value},
    phone::{Act, Said, fill::parts},
    reader::{Problem, Scalar, Spanned, Table, both},
    words::Line,
};
use std::ops::Range;

/// Notes on one file.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The app that the file is, for short names; empty in a lesson.
    pub(super) app: String,
    pub(super) marks: Vec<(Mark, Range<usize>)>,
    /// Every text with its place.
    pub(super) said: Vec<(Line, Range<usize>)>,
}

/// Something that must be there.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Mark {
    Screen(String),
    Var(String, Kind),
    Expr(Expr),
    Mistake(String),
    /// An item, a screen or a key that an act is about.
    Act(Act),
    Lesson(String),
    App(String),
    /// A drawing in the folder of the lesson.
    Picture(String),
    /// A drawing beside the apps.
    Drawing(String),
}

impl Notes {
    pub(super) fn mark(&mut self, mark: Mark, span: Range<usize>) {
        self.marks.push((mark, span));
    }

    fn line(&mut self, text: &Spanned<String>) -> Line {
        let line = Line::parse(&text.value);
        self.said.push((line.clone(), text.span.clone()));
        self.places(&line.plain(), &text.span);
        line
    }

    /// The `{variable}`s of a text.
    pub(super) fn places(&mut self, text: &str, span: &Range<usize>) {
        for name in parts(text).into_iter().filter_map(|(_, name)| name).filter(|name| !name.starts_with("city.")) {
            self.mark(Mark::Var(name.to_owned(), Kind::Any), span.clone());
        }
    }

    /// A text for both skins, or a table with one for each.
    pub(super) fn said(&mut self, table: &mut Table<'_, '_, '_>, key: &'static str) -> Option<Said> {
        if !table.is_table(key) {
            return table.text(key).map(|text| Said::same(self.line(&text)));
        }
        let both = table.table(key, |table| (table.must_text("iphone"), table.must_text("android")));
        let (iphone, android) = both?;
        Some(Said::by_skin(self.line(&iphone?), self.line(&android?)))
    }

    pub(super) fn must_said(&mut self, table: &mut Table<'_, '_, '_>, key: &'static str) -> Option<Said> {
        if table.must(key, "\"…\"") { self.said(table, key) } else { None }
    }

    /// A list of texts.
    pub(super) fn saids(&mut self, table: &mut Table<'_, '_, '_>, key: &'static str) -> Vec<Said> {
        table.texts(key).iter().map(|text| Said::same(self.line(text))).collect()
    }

    pub(super) fn expr(&mut self, table: &mut Table<'_, '_, '_>, key: &'static str) -> Option<Expr> {
        let text = table.text(key)?;
        match Expr::parse(&text.value) {
            Ok(expr) => {
                self.mark(Mark::Expr(expr.clone()), text.span);
                Some(expr)
            }
            Err(faults) => {
                for fault in faults {
                    table.problem(fault.problem(&text.span));
                }
                None
            }
        }
    }

    /// Lines of a script.
    pub(super) fn acts(&mut self, table: &mut Table<'_, '_, '_>, key: &'static str) -> Vec<Act> {
        let mut out = vec![];
        for line in table.texts(key) {
            match Act::parse(&line.value) {
                Ok(act) => {
                    self.mark(Mark::Act(act.clone()), line.span);
                    out.push(act);
                }
                Err(err) => {
                    let message = both("この する ことが わかりません", "this act is not understood");
                    let help = both(format!("例: tap settings/wifi（{err}）"), err.to_string());
                    table.problem(Problem::error(line.span, message).help(help));
                }
            }
        }
        out
    }

    pub(super) fn screen(&mut self, table: &mut Table<'_, '_, '_>, key: &'static str) -> Option<String> {
        let text = table.text(key)?;
        self.mark(Mark::Screen(text.value.clone()), text.span);
        Some(text.value)
    }
}

pub(super) fn value(scalar: Scalar) -> Value {
    match scalar {
        Scalar::Flag(flag) => Value::Bool(flag),
        Scalar::Int(number) => Value::Number(number),
        Scalar::Text(text) => Value::Text(text),
    }
}

/// `a-z`, `0-9`, `-`; told when it is something else.
pub(super) fn id(table: &mut Table<'_, '_, '_>, text: Spanned<String>) -> Option<Spanned<String>> {
    let good = !text.value.is_empty()
        && text.value.len() <= 40
        && text.value.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if good {
        return Some(text);
    }
    let message = both(format!("「{}」は 名前に 使えません", text.value), format!("\"{}\" is not a name", text.value));
    let help = both("a-z、0-9、- だけを 使ってください", "use only a-z, 0-9 and -");
    table.problem(Problem::error(text.span, message).help(help));
    None
}
