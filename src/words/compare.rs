//! A translation beside its original: what is put in is put in here too, and the numbers are the same.

use super::{
    Tongue, Words,
    check::{Checker, patterns},
};
use crate::reader::{Problem, both};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// What a message says besides its words.
#[derive(Default)]
struct Said {
    /// What is put in.
    names: BTreeSet<String>,
    /// Numbers in figures, outside of choices.
    numbers: BTreeSet<String>,
}

/// Every message of the shipped Japanese.
static ORIGINAL: LazyLock<BTreeMap<String, Said>> = LazyLock::new(|| {
    let mut out = BTreeMap::new();
    for (_, text) in Words::files(&Tongue::JA) {
        let (Ok(resource) | Err((resource, _))) = fluent_syntax::parser::parse(text);
        for entry in &resource.body {
            if let Entry::Message(message) = entry {
                out.extend(patterns(message).into_iter().map(|(key, pattern)| (key, Said::of(pattern))));
            }
        }
    }
    out
});

impl Checker<'_> {
    /// Compares a message of a translation with the Japanese.
    pub(super) fn translation(&mut self, message: &Message<&str>) {
        // The names of keys are pictures of what they write.
        if *self.tongue == Tongue::JA || message.id.name.starts_with("key-") {
            return;
        }
        let span = self.span(message.id.name);
        for (key, pattern) in patterns(message) {
            let (Some(original), own) = (ORIGINAL.get(&key), Said::of(pattern)) else { continue };
            let lost: Vec<_> = original.names.difference(&own.names).map(|name| format!("{{ ${name} }}")).collect();
            if !lost.is_empty() {
                let told = lost.join(" ");
                let message = both(format!("もとの 日本語に ある {told} が ありません"), format!("{told} is left out"));
                let help = both("文の どこかに 入れてください", "the sentence must tell it too");
                self.problems.add(Problem::warning(span.clone(), message).help(help));
            }
            let wrong: Vec<_> = original.numbers.symmetric_difference(&own.numbers).cloned().collect();
            if !wrong.is_empty() {
                let told = wrong.join(", ");
                let message =
                    both(format!("もとの 日本語と 数が ちがいます: {told}"), format!("not the same numbers: {told}"));
                let help = both("数は 算用数字で、もとと 同じに します", "write the same numbers in figures");
                self.problems.add(Problem::warning(span.clone(), message).help(help));
            }
        }
    }
}

impl Said {
    fn of(pattern: &Pattern<&str>) -> Self {
        let mut said = Self::default();
        said.pattern(pattern, Within::Sentence);
        said
    }

    fn pattern(&mut self, pattern: &Pattern<&str>, within: Within) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } if within == Within::Sentence => self.numbers(value),
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value, Within::Choice);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => drop(self.names.insert(id.name.to_owned())),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|inline| self.inline(inline));
            }
            _ => {}
        }
    }

    /// Of two figures and more: a language may have words for the first few.
    fn numbers(&mut self, text: &str) {
        let ascii = |c: char| match c {
            '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
            c => c,
        };
        let plain: String = super::Line::parse(text).plain().chars().map(ascii).collect();
        let runs = plain.split(|c: char| !c.is_ascii_digit());
        self.numbers.extend(runs.filter(|run| run.len() > 1).map(str::to_owned));
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Sentence,
    /// One of several, of which each language has its own.
    Choice,
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    #[test]
    fn a_translation_says_what_the_original_says() {
        let told = |text: &str| -> Vec<String> {
            check(&Tongue::EN, "a.ftl", text).into_iter().map(|problem| problem.message.en).collect()
        };
        assert_eq!(told("turn-count = Page { $page }\n"), ["{ $pages } is left out"]);
        assert_eq!(told("shelter-family-detail = 110, Wi-Fi\n"), ["not the same numbers: 110, 171"]);
        assert_eq!(told("setup-welcome = About 10 minutes.\n"), Vec::<String>::new());
        assert_eq!(told("turn-next = अगला\n"), ["`अ` cannot be drawn"]);
    }

    #[test]
    fn every_shipped_translation_says_what_the_original_says() {
        for tongue in Words::tongues() {
            for (name, text) in Words::files(&tongue) {
                let told: Vec<_> = check(&tongue, name, text).into_iter().map(|problem| problem.message.en).collect();
                assert_eq!(told, Vec::<String>::new(), "{tongue} {name}");
            }
        }
    }
}
