//! Playing the personas of a navigator, and looking for cards that no answers lead to: what authors are told of before anybody is led astray.

use super::{Answer, Answers, Around, Card, Navigator, Persona, Question, Rest, Way, answers::Reading};
use crate::{
    expr::{Expr, Truth},
    reader::{Wording, both},
};
use jiff::{ToSpan, civil::Date};
use std::collections::BTreeSet;

const UNKNOWN: &str = "unknown";

impl Answer {
    /// An answer as files and the command line write it: options, `unknown` for what is not known, or a day.
    pub fn parse(question: &Question, words: &[String]) -> Option<Self> {
        let is_known = |word: &&String| question.options.iter().any(|option| option.id == **word);
        let unknown = words.iter().any(|word| word == UNKNOWN);
        match (question.way, words) {
            (Way::Many, words) => {
                let chosen: BTreeSet<_> = words.iter().filter(is_known).cloned().collect();
                let rest = if unknown { Rest::Unknown } else { Rest::No };
                (chosen.len() + usize::from(unknown) == words.len()).then_some(Self::Many { chosen, rest })
            }
            (_, [word]) if word == UNKNOWN => Some(Self::Unknown),
            (Way::One, [word]) => is_known(&word).then(|| Self::One(word.clone())),
            (Way::Day, [word]) => word.parse().ok().map(Self::Day),
            _ => None,
        }
    }
}

impl Persona {
    /// The answers, and what is said of a disaster.
    pub fn situation(&self, navigator: &Navigator) -> (Answers, Around) {
        let (mut answers, mut around) = (Answers::default(), Around::default());
        around.today = Some(navigator.facts.checked);
        for (name, words) in &self.given {
            let Some(question) = navigator.question(name) else {
                around.events.insert(name.as_str().into(), words.iter().any(|word| word == "true"));
                continue;
            };
            if let Some(answer) = Answer::parse(question, words) {
                answers.set(name, answer);
            }
        }
        (answers, around)
    }
}

impl Navigator {
    /// Whether a persona finds what it should; what is otherwise, if it does not.
    pub fn plays(&self, persona: &Persona) -> Option<Wording> {
        let (answers, around) = persona.situation(self);
        let reading = Reading::new(self, &answers, &around);
        let stop = self.stop_by(&reading).map(|card| card.id.as_str());
        if stop.is_some() || persona.stop.is_some() {
            let wanted = persona.stop.as_deref();
            let named = |id: Option<&str>| id.unwrap_or("-").to_owned();
            return (stop != wanted).then(|| both(format!("stop: {}", named(stop)), format!("stop: {}", named(stop))));
        }
        let all = |truth: Truth| -> BTreeSet<&str> {
            let fits = self.cards.iter().filter(|card| reading.truth(&card.when) == truth);
            fits.map(|card| card.id.as_str()).collect()
        };
        let wanted = |ids: &'_ [String]| ids.iter().cloned().collect::<BTreeSet<String>>();
        let differ = |found: &BTreeSet<&str>, wanted: &BTreeSet<String>| {
            let less: Vec<_> = wanted.iter().filter(|id| !found.contains(id.as_str())).cloned().collect();
            let more: Vec<_> = found.iter().filter(|id| !wanted.contains(**id)).map(|id| (*id).to_owned()).collect();
            (less, more)
        };
        let (certain, open) = (all(Truth::True), all(Truth::Unknown));
        let [must, maybe] = [differ(&certain, &wanted(&persona.expect)), differ(&open, &wanted(&persona.maybe))];
        let empty = |(less, more): &(Vec<String>, Vec<String>)| less.is_empty() && more.is_empty();
        if empty(&must) && empty(&maybe) {
            return None;
        }
        let told = |what: &str, (less, more): &(Vec<String>, Vec<String>), words: [&str; 2]| {
            format!("{what}: {} {}; {} {}", words[0], less.join(" "), words[1], more.join(" "))
        };
        let say = |words: [&str; 2]| format!("{} / {}", told("expect", &must, words), told("maybe", &maybe, words));
        Some(both(say(["たりない", "よけい"]), say(["missing", "more"])))
    }

    /// Cards that no answers make certain: every combination of what their conditions speak of is tried.
    pub fn unreachable(&self) -> Vec<&str> {
        let lost = |card: &&Card| {
            let space = Space::of(self, &card.when);
            !(0..space.size()).any(|n| {
                let (answers, around) = space.at(n);
                Reading::new(self, &answers, &around).truth(&card.when) == Truth::True
            })
        };
        self.cards.iter().filter(lost).map(|card| card.id.as_str()).collect()
    }
}

/// Everything that can be answered to the questions on which a condition depends.
struct Space<'n> {
    questions: Vec<(&'n str, Vec<Answer>)>,
    events: Vec<&'n str>,
    today: Date,
}

/// More combinations are not tried.
const MOST: usize = 100_000;
/// Of so many options that are chosen together every set is tried; of more only small ones, and all.
const SETS: usize = 6;

impl<'n> Space<'n> {
    fn of(navigator: &'n Navigator, condition: &'n Expr) -> Self {
        let (mut names, mut mentioned, mut open) = (BTreeSet::new(), BTreeSet::new(), vec![condition]);
        while let Some(condition) = open.pop() {
            mentioned.extend(condition.compared().into_iter().map(|(name, option, _)| (name, option)));
            let new: Vec<_> = condition.names().into_iter().filter(|name| names.insert(*name)).collect();
            let asked = new.into_iter().filter_map(|name| navigator.question(name));
            open.extend(asked.filter_map(|question| question.show.as_ref()));
        }
        let own = navigator.questions.iter().filter(|question| names.contains(question.id.as_str()));
        let questions = own.map(|question| (question.id.as_str(), answers(question, &mentioned, navigator))).collect();
        let events = names.into_iter().filter(|name| navigator.question(name).is_none()).collect();
        Self { questions, events, today: navigator.facts.checked }
    }

    fn size(&self) -> usize {
        let all = self.questions.iter().map(|(_, answers)| answers.len()).chain(self.events.iter().map(|_| 2));
        all.fold(1, |size: usize, count| size.saturating_mul(count)).min(MOST)
    }

    /// The `n`th combination.
    fn at(&self, n: usize) -> (Answers, Around) {
        let (mut out, mut around, mut rest) = (Answers::default(), Around::default(), n);
        around.today = Some(self.today);
        for event in &self.events {
            around.events.insert((*event).into(), rest % 2 == 0);
            rest /= 2;
        }
        for (name, answers) in &self.questions {
            if let Some(answer) = answers.get(rest % answers.len().max(1)) {
                out.set(name, answer.clone());
            }
            rest /= answers.len().max(1);
        }
        (out, around)
    }
}

fn answers(question: &Question, mentioned: &BTreeSet<(String, String)>, navigator: &Navigator) -> Vec<Answer> {
    let options = question.options.iter().map(|option| option.id.clone());
    match question.way {
        Way::One => options.map(Answer::One).collect(),
        Way::Day => {
            let day = |ago: i64| navigator.facts.checked.checked_sub(ago.days()).ok().map(Answer::Day);
            [0, 1, 8, 15, 40].into_iter().filter_map(day).collect()
        }
        Way::Many => {
            let own: Vec<String> =
                options.filter(|option| mentioned.contains(&(question.id.clone(), option.clone()))).collect();
            let set = |bits: usize| {
                let chosen = own.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
                Answer::Many { chosen: chosen.map(|(_, option)| option.clone()).collect(), rest: Rest::No }
            };
            let all = 1_usize << own.len().min(usize::BITS as usize - 2);
            let small = |bits: &usize| own.len() <= SETS || bits.count_ones() <= 2 || *bits == all - 1;
            (0..all.min(MOST)).filter(small).map(set).collect()
        }
    }
}
