//! What is wrong in a file of words: told to whoever edits it, while the kiosk goes on with the words it has.

use super::{Bit, Line, Tongue, Words, can_draw, is_kanji};
use crate::reader::{Problem, Problems, Source, both, nearest};
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement},
    parser::{ErrorKind, ParserError},
};
use std::{collections::BTreeSet, ops::Range};

/// Every problem of one Fluent file of a tongue.
pub fn check(tongue: &Tongue, name: &str, text: &str) -> Vec<Problem> {
    let source = Source::new(name, text);
    let mut undrawn = text.char_indices().filter(|(_, sign)| !can_draw(*sign));
    let mut checker = Checker { tongue, text, problems: Problems::new(&source), seen: BTreeSet::new() };
    let (Ok(resource) | Err((resource, _))) = fluent_syntax::parser::parse(text);
    if let Err((_, errors)) = fluent_syntax::parser::parse(text) {
        for error in &errors {
            checker.syntax(error);
        }
    }
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            checker.message(message);
            checker.translation(message);
        }
    }
    if let Some((at, sign)) = undrawn.next() {
        checker.undrawn(at, sign);
    }
    checker.problems.finish()
}

/// The keys that none of these files of a tongue has.
pub fn missing(texts: &[&str]) -> Vec<&'static str> {
    let mut there = BTreeSet::new();
    for text in texts {
        let (Ok(resource) | Err((resource, _))) = fluent_syntax::parser::parse(*text);
        for entry in &resource.body {
            if let Entry::Message(message) = entry {
                there.extend(patterns(message).into_iter().map(|(key, _)| key));
            }
        }
    }
    Words::keys().iter().map(|(key, _)| *key).filter(|key| !there.contains(*key)).collect()
}

/// Key and pattern of a message and of each of its attributes.
pub(super) fn patterns<'m, 't>(message: &'m Message<&'t str>) -> Vec<(String, &'m Pattern<&'t str>)> {
    let id = message.id.name;
    let value = message.value.iter().map(|value| (id.to_owned(), value));
    value.chain(message.attributes.iter().map(|own| (format!("{id}.{}", own.id.name), &own.value))).collect()
}

/// What stands before a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    Words,
    /// Something that is put in: most often a number, which the text then counts.
    Number,
}

pub(super) struct Checker<'s> {
    pub(super) tongue: &'s Tongue,
    text: &'s str,
    pub(super) problems: Problems<'s>,
    seen: BTreeSet<String>,
}

impl Checker<'_> {
    /// Where a piece of the text stands in it.
    pub(super) fn span(&self, piece: &str) -> Range<usize> {
        let start = piece.as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        start..start + piece.len()
    }

    fn syntax(&mut self, error: &ParserError) {
        let ja = match &error.kind {
            ErrorKind::ExpectedToken(sign) => format!("「{sign}」が ありません"),
            ErrorKind::ExpectedMessageField { entry_id } => format!("「{entry_id}」の ことばが ありません"),
            ErrorKind::UnbalancedClosingBrace => "「}」が 多すぎます".to_owned(),
            ErrorKind::MissingDefaultVariant => "* の ついた えらび方が ありません".to_owned(),
            _ => "書きかたが ちがいます".to_owned(),
        };
        let end = self
            .text
            .get(error.pos.start..)
            .and_then(|rest| rest.find('\n'))
            .map_or(self.text.len(), |at| error.pos.start + at);
        let message = both(ja, error.kind.to_string());
        let help = both(
            "1行に 1つ: key = ことば。 { } は かならず とじてください",
            "one a line: key = words; every { has its }",
        );
        self.problems.add(Problem::error(error.pos.start..end, message).label(both("ここ", "here")).help(help));
    }

    fn message(&mut self, message: &Message<&str>) {
        for (key, pattern) in patterns(message) {
            let span = self.span(message.id.name);
            if !self.seen.insert(key.clone()) {
                let problem = both(format!("「{key}」が 2回 あります"), format!("`{key}` is there twice"));
                self.problems.add(
                    Problem::warning(span.clone(), problem)
                        .help(both("あとの ものが 使われます", "the later one counts")),
                );
            }
            match Words::keys()
                .binary_search_by(|(known, _)| (*known).cmp(&key))
                .ok()
                .and_then(|at| Words::keys().get(at))
            {
                Some((_, args)) => self.pattern(pattern, args),
                None => self.unknown(&key, span),
            }
        }
    }

    /// Once a file is enough.
    fn undrawn(&mut self, at: usize, sign: char) {
        let message = both(format!("「{sign}」の 文字は ここで 出せません"), format!("`{sign}` cannot be drawn"));
        let help = both(
            "この ことばの 文字の 形が えんがわに ありません",
            "the kiosk has no face for this script, or cannot join its letters",
        );
        self.problems.add(Problem::warning(at..at + sign.len_utf8(), message).help(help));
    }

    /// Whether this file, or a shipped one of the tongue, has the term.
    fn has_term(&self, name: &str) -> bool {
        let begins = |line: &str| {
            line.strip_prefix('-').and_then(|l| l.strip_prefix(name)).is_some_and(|l| l.trim_start().starts_with('='))
        };
        let shipped = Words::files(self.tongue);
        std::iter::once(self.text).chain(shipped.iter().map(|(_, text)| *text)).any(|text| text.lines().any(begins))
    }

    fn unknown(&mut self, key: &str, span: Range<usize>) {
        let message = both(format!("「{key}」という ことばは 使われません"), format!("`{key}` is used nowhere"));
        let help = match nearest(key, Words::keys().iter().map(|(known, _)| *known)) {
            Some(near) => both(format!("「{near}」の ことですか？"), format!("did you mean `{near}`?")),
            None => both("この 行を けしてください", "delete it"),
        };
        self.problems.add(Problem::warning(span, message).label(both("知らない ことば", "not known")).help(help));
    }

    fn pattern(&mut self, pattern: &Pattern<&str>, args: &[&str]) {
        let mut after = After::Words;
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.shown(value, after),
                PatternElement::Placeable { expression } => self.expression(expression, args),
            }
            after = match element {
                PatternElement::TextElement { .. } => After::Words,
                PatternElement::Placeable { .. } => After::Number,
            };
        }
    }

    fn expression(&mut self, expression: &Expression<&str>, args: &[&str]) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, args),
            Expression::Select { selector, variants } => {
                self.inline(selector, args);
                for variant in variants {
                    self.pattern(&variant.value, args);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, args: &[&str]) {
        match inline {
            InlineExpression::VariableReference { id } if !args.contains(&id.name) => {
                let name = id.name;
                let message =
                    both(format!("ここに 「{{ ${name} }}」は 入りません"), format!("there is no ${name} here"));
                let list: Vec<_> = args.iter().map(|arg| format!("{{ ${arg} }}")).collect();
                let help = if list.is_empty() {
                    both("ここに 入る ものは ありません", "nothing is put in here")
                } else {
                    both(format!("使えるのは: {}", list.join(" ")), format!("there is: {}", list.join(" ")))
                };
                let span = self.span(name);
                self.problems.add(Problem::error(span, message).label(both("知らない 名前", "not known")).help(help));
            }
            InlineExpression::MessageReference { id, .. }
                if Words::keys().binary_search_by(|(key, _)| (*key).cmp(id.name)).is_err() =>
            {
                self.unknown(id.name, self.span(id.name));
            }
            InlineExpression::TermReference { id, .. } if !self.has_term(id.name) => {
                let name = id.name;
                let message = both(format!("「-{name}」が ありません"), format!("there is no -{name}"));
                let help = both(format!("-{name} = ことば を 書いてください"), format!("add -{name} = words"));
                let span = self.span(name);
                self.problems.add(Problem::error(span, message).label(both("ここ", "here")).help(help));
            }
            InlineExpression::Placeable { expression } => self.expression(expression, args),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|inline| self.inline(inline, args));
            }
            _ => {}
        }
    }

    /// Words that are shown: every kanji has its reading, and every mark of ruby is understood.
    fn shown(&mut self, words: &str, after: After) {
        if !self.tongue.is_japanese() {
            return;
        }
        let line = Line::parse(words);
        if line.bits().iter().any(|bit| bit.ruby.is_empty() && bit.base.contains(['《', '》', '｜'])) {
            let message = both("ふりがなの 《 》が 読めません", "this 《 》 is not understood as ruby");
            let help = both("漢字の すぐ あとに 書きます: 水《みず》", "it stands right after kanji: 水《みず》");
            let span = self.span(words);
            self.problems.add(Problem::error(span, message).label(both("ここ", "here")).help(help));
        }
        let is_bare = |bit: &&Bit| bit.ruby.is_empty() && bit.base.chars().any(is_kanji);
        // A counter is read by what it counts, 1日《ついたち》 and 2日《ふつか》: the voice knows.
        let counter = if after == After::Number { line.bits().iter().take_while(is_bare).count() } else { 0 };
        let bare: Vec<_> = line.bits().iter().skip(counter).filter(is_bare).collect();
        if let Some(first) = bare.first() {
            let list: String = bare.iter().map(|bit| bit.base.as_str()).collect();
            let message =
                both(format!("ふりがなの ない 漢字が あります: {list}"), format!("kanji without a reading: {list}"));
            let help = both("漢字《かんじ》の ように 書いてください", "write 漢字《かんじ》");
            let start = self.span(words).start + words.find(first.base.as_str()).unwrap_or_default();
            self.problems
                .add(Problem::error(start..start + first.base.len(), message).label(both("ここ", "here")).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(usize, usize, String)> {
        check(&Tongue::JA, "a.ftl", text).into_iter().map(|p| (p.line, p.column, p.message.en)).collect()
    }

    #[test]
    fn every_fault_is_told_at_its_place() {
        for (text, line, column, what) in [
            ("turn-next = つぎ\nturn-nxt = つぎ\n", 2, 1, "`turn-nxt` is used nowhere"),
            ("turn-count = { $page }／{ $leaves }\n", 1, 27, "there is no $leaves here"),
            ("turn-next = つぎ\nturn-next = つぎ\n", 2, 1, "`turn-next` is there twice"),
            ("turn-next = 次へ\n", 1, 13, "kanji without a reading: 次"),
            ("turn-next = { -nothing }\n", 1, 16, "there is no -nothing"),
            ("turn-next = つぎ《つぎ》へ\n", 1, 13, "this 《 》 is not understood as ruby"),
        ] {
            assert_eq!(told(text), [(line, column, what.to_owned())], "{text}");
        }
        assert_eq!(told("turn-next = つぎ\nturn-back\nbar-read = { $x\n").len(), 2);
        assert_eq!(told("turn-count = { $page }番《ばん》、{ $pages }回\n"), []);
        assert_eq!(told("### words\nturn-next = 次《つぎ》へ\n-town = まち\n"), []);
    }

    #[test]
    fn what_is_missing_is_counted() {
        assert_eq!(missing(&["turn-next = x\n"]).len(), Words::keys().len() - 1);
    }
}
