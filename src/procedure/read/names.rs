//! What a navigator says of things that must be there: questions and options in its conditions, sums, cards of its personas; and whether its words keep
//! to the rules.

use super::file::{Draft, UNKNOWN};
use crate::{
    content::{Readings, Shape, check_line, schema},
    expr::{Kind, Known},
    procedure::{Amount, Navigator, QUIET, Way, amount::named},
    reader::{Problem, Problems, Wording, both, nearest},
    words::Tongue,
};
use std::{collections::BTreeMap, ops::Range};

/// Tells everything. Whether it can be used: names that are nowhere make a navigator lead astray, a long sentence does not.
pub(super) fn check(
    draft: &Draft,
    amounts: &BTreeMap<String, Amount>,
    readings: &dyn Readings,
    problems: &mut Problems<'_>,
) -> Option<()> {
    conditions(draft, problems);
    names(draft, amounts, problems);
    places(draft, problems);
    quiet(draft, problems);
    let sound = problems.errors() == 0;
    for (line, span) in &draft.notes.said {
        check_line(line, span, &Tongue::JA, readings, problems);
    }
    personas(draft, problems);
    sound.then_some(())
}

fn conditions(Draft { navigator, notes }: &Draft, problems: &mut Problems<'_>) {
    for (condition, span, before) in &notes.conditions {
        let known = Names::new(navigator, *before);
        condition.faults(&known).into_iter().for_each(|fault| problems.add(fault.problem(span)));
        for (name, option, at) in condition.compared() {
            let Some(question) = navigator.question(&name) else { continue };
            let options: Vec<_> = question.options.iter().map(|option| option.id.as_str()).collect();
            if !options.contains(&option.as_str()) {
                // The condition stands behind the quote.
                let at = span.start + 1 + at.start..span.start + 1 + at.end;
                problems.add(unknown(&option, &options, &at));
            }
        }
    }
}

fn names(Draft { navigator, notes }: &Draft, amounts: &BTreeMap<String, Amount>, problems: &mut Problems<'_>) {
    for (line, span) in &notes.said {
        for name in named(&line.plain()).into_iter().filter(|name| !amounts.contains_key(*name)) {
            let known: Vec<_> = amounts.keys().map(String::as_str).collect();
            problems.add(unknown(name, &known, span));
        }
    }
    for day in &notes.days {
        let days = navigator.questions.iter().filter(|question| question.way == Way::Day);
        let known: Vec<_> = days.map(|question| question.id.as_str()).collect();
        if !known.contains(&day.value.as_str()) {
            problems.add(unknown(&day.value, &known, &day.span));
        }
    }
    for (at, name) in &notes.sensitive {
        let options = navigator.questions.get(*at).map(|question| &question.options);
        let known: Vec<_> = options.into_iter().flatten().map(|option| option.id.as_str()).collect();
        if !known.contains(&name.value.as_str()) {
            problems.add(unknown(&name.value, &known, &name.span));
        }
    }
}

/// Told when it is none of these.
fn must_be(name: &str, known: &[&str], span: &Range<usize>, problems: &mut Problems<'_>) {
    if !known.contains(&name) {
        problems.add(unknown(name, known, span));
    }
}

fn unknown(name: &str, known: &[&str], span: &Range<usize>) -> Problem {
    let message = both(format!("「{name}」は ありません"), format!("there is no \"{name}\""));
    Problem::error(span.clone(), message).label(both("知らない 名前", "not known")).help(meant(name, known))
}

fn meant(name: &str, known: &[&str]) -> Wording {
    match nearest(name, known.iter().copied()) {
        Some(near) => both(format!("「{near}」の ことですか？"), format!("did you mean \"{near}\"?")),
        None => both(format!("ある もの: {}", known.join(", ")), format!("known: {}", known.join(", "))),
    }
}

/// Kinds of places that a card may lead to.
const SEE: [&str; 3] = ["guide/", "lesson/", "procedure/"];

fn places(draft: &Draft, problems: &mut Problems<'_>) {
    for see in draft.notes.see.iter().filter(|see| !SEE.iter().any(|kind| see.value.starts_with(kind))) {
        let message = both(format!("「{}」は 開けません", see.value), format!("\"{}\" can not be opened", see.value));
        let help = both("guide/risai、lesson/wifi-01 のように 書きます", "write guide/risai or lesson/wifi-01");
        problems.add(Problem::error(see.span.clone(), message).help(help));
    }
}

/// The name under which all that is sensitive is found.
fn quiet(Draft { navigator, notes }: &Draft, problems: &mut Problems<'_>) {
    let called = navigator.cards.iter().zip(&notes.cards).filter(|(card, _)| card.id == QUIET);
    for (_, span) in called {
        let message =
            both(format!("カードの 名前に「{QUIET}」は 使えません"), format!("no card is called \"{QUIET}\""));
        problems.add(Problem::error(span.clone(), message));
    }
}

fn personas(draft: &Draft, problems: &mut Problems<'_>) {
    let Draft { navigator, notes } = draft;
    let cards: Vec<_> = navigator.cards.iter().map(|card| card.id.as_str()).collect();
    for (persona, span) in navigator.tests.iter().zip(&notes.tests) {
        let before = problems.errors();
        for id in persona.expect.iter().chain(&persona.maybe).chain(&persona.stop) {
            if !cards.contains(&id.as_str()) {
                problems.add(unknown(id, &cards, span));
            }
        }
        for (name, answers) in &persona.given {
            let names = Names::new(navigator, usize::MAX);
            let Some(question) = navigator.question(name) else {
                must_be(name, &names.names(), span, problems);
                continue;
            };
            let options: Vec<_> = question.options.iter().map(|option| option.id.as_str()).chain([UNKNOWN]).collect();
            let wrong = |answer: &&String| question.way != Way::Day && !options.contains(&answer.as_str());
            answers.iter().filter(wrong).for_each(|answer| problems.add(unknown(answer, &options, span)));
        }
        if problems.errors() == before
            && let Some(told) = navigator.plays(persona)
        {
            let message = both(
                format!("「{}」の けっかが ちがいます", persona.name),
                format!("\"{}\" comes to something else", persona.name),
            );
            problems.add(Problem::error(span.clone(), message).help(told));
        }
    }
}

/// What conditions may speak of: questions that come before, and what staff say of a disaster.
struct Names<'n> {
    navigator: &'n Navigator,
    before: usize,
}

impl<'n> Names<'n> {
    const fn new(navigator: &'n Navigator, before: usize) -> Self {
        Self { navigator, before }
    }
}

const EVENT: &str = "event.";

impl Known for Names<'_> {
    fn kind(&self, name: &str) -> Option<Kind> {
        let question = self.navigator.questions.iter().take(self.before).find(|question| question.id == name);
        if let Some(question) = question {
            return Some(match question.way {
                Way::One => Kind::Text,
                Way::Many => Kind::List,
                Way::Day => Kind::Number,
            });
        }
        let flag = |key: &str| schema().iter().any(|wanted| wanted.key == key && wanted.shape == Shape::Flag);
        (name.starts_with(EVENT) && flag(name)).then_some(Kind::Bool)
    }

    fn names(&self) -> Vec<&str> {
        let own = self.navigator.questions.iter().take(self.before).map(|question| question.id.as_str());
        let events = schema().iter().filter(|wanted| wanted.key.starts_with(EVENT) && wanted.shape == Shape::Flag);
        own.chain(events.map(|wanted| wanted.key.as_str())).collect()
    }
}
