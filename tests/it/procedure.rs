//! Navigators: what authors are shown is right, every card can be reached, every persona finds what the law gives it, not knowing takes nothing away,
//! and days and sums are those that a second reckoning gives.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

use crate::authors::examples;
use engawa::{
    content::{City, NoReadings, Shape, SourceFile, schema, shipped},
    procedure::{
        self, Answer, Answers, Around, Due, First, Found, Length, Navigator, Outcome, Question, Rest, Way, is_ours,
    },
};
use jiff::{ToSpan, civil::Date};
use std::collections::BTreeSet;

fn of_the_handbook() -> Vec<SourceFile> {
    let book = include_str!("../../docs/AUTHORS.md");
    let files = examples(book).into_iter().filter_map(|(path, text)| {
        let below = path.strip_prefix("content/").filter(|below| is_ours(below))?.to_owned();
        Some(SourceFile { path: below, name: path, bytes: text.into() })
    });
    files.collect()
}

fn navigators() -> Vec<Navigator> {
    let (navigators, problems) = procedure::read(&shipped(), &NoReadings);
    let errors: Vec<_> = problems.iter().filter(|problem| problem.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(navigators.len() >= 11, "{}", navigators.len());
    navigators
}

#[test]
fn the_example_of_the_handbook_is_right_and_every_word_of_the_format_is_in_it() {
    let files = of_the_handbook();
    assert_eq!(files.len(), 2);
    let (navigators, problems) = procedure::read(&files, &NoReadings);
    assert_eq!(problems, []);
    assert_eq!(navigators[0].unreachable(), [] as [&str; 0]);
    let book = include_str!("../../docs/AUTHORS.md");
    let odd =
        "zzzzzz = 1\n[[question]]\nzzzzzz = 1\n[[card]]\nzzzzzz = 1\ndue = { zzzzzz = 1 }\n[[test]]\nzzzzzz = 1\n";
    let odd = SourceFile { path: "navigators/x.toml".into(), name: "x".into(), bytes: odd.into() };
    let told = procedure::read(&[odd], &NoReadings).1;
    let help =
        |problem: &engawa::reader::Problem| problem.help.as_ref()?.en.strip_prefix("known here: ").map(str::to_owned);
    let helps: Vec<_> = told.iter().filter_map(help).collect();
    assert_eq!(helps.len(), 5, "{told:#?}");
    for word in helps.iter().flat_map(|help| help.split(", ")) {
        assert!(book.contains(&format!("`{word}`")), "{word} is not described");
    }
}

#[test]
fn every_persona_finds_its_lists_and_every_card_can_be_reached() {
    let (mut personas, mut cards) = (0, 0);
    for navigator in navigators() {
        assert_eq!(navigator.unreachable(), [] as [&str; 0], "{}", navigator.id);
        for persona in &navigator.tests {
            assert_eq!(navigator.plays(persona).map(|told| told.en), None, "{}: {}", navigator.id, persona.name);
        }
        assert!(!navigator.tests.is_empty(), "{} has no persona", navigator.id);
        personas += navigator.tests.len();
        cards += navigator.cards.len();
    }
    assert!(personas >= 27 && cards >= 128, "{personas} personas, {cards} cards");
}

/// The same numbers on any machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % most.max(1)
    }
}

fn any(question: &Question, dice: &mut Dice, today: Date) -> Answer {
    let options: Vec<_> = question.options.iter().map(|option| option.id.clone()).collect();
    match question.way {
        Way::One => Answer::One(options[dice.below(options.len())].clone()),
        Way::Many => {
            let chosen = options.into_iter().filter(|_| dice.below(3) == 0).collect();
            Answer::Many { chosen, rest: Rest::No }
        }
        Way::Day => {
            Answer::Day(today.checked_sub(i64::try_from(dice.below(60)).unwrap_or_default().days()).unwrap_or(today))
        }
    }
}

/// The same, not known: all of it, or all but what was chosen.
fn forgotten(answer: &Answer, dice: &mut Dice) -> Answer {
    match answer {
        Answer::Many { chosen, .. } => {
            let chosen = chosen.iter().filter(|_| dice.below(2) == 0).cloned().collect();
            Answer::Many { chosen, rest: Rest::Unknown }
        }
        _ => Answer::Unknown,
    }
}

fn shown(outcome: &Outcome<'_>) -> BTreeSet<String> {
    let id = |found: &Found<'_>| found.card.id.clone();
    let lists = [&outcome.must, &outcome.confirm, &outcome.depends, &outcome.quiet];
    lists.into_iter().flatten().map(id).chain(outcome.stop.map(|card| card.id.clone())).collect()
}

#[test]
fn not_knowing_never_takes_a_procedure_away_that_some_answer_would_have_given() {
    let mut dice = Dice(7);
    let flags: Vec<_> =
        schema().iter().filter(|one| one.key.starts_with("event.") && one.shape == Shape::Flag).collect();
    for navigator in navigators() {
        for round in 0..300 {
            let today = navigator.facts.checked;
            let mut around = Around { today: Some(today), ..Around::default() };
            let mut answers = Answers::default();
            for flag in &flags {
                around.events.insert(flag.key.as_str().into(), dice.below(2) == 0);
            }
            for question in &navigator.questions {
                answers.set(&question.id, any(question, &mut dice, today));
            }
            let sure = navigator.outcome(&answers, &around);
            let (doubt, less) = doubtful(&navigator, &answers, &around, &mut dice);
            let wide = navigator.outcome(&doubt, &less);
            // Of what comes before all else only that is shown, and only where it is certain.
            if sure.stop.is_some() || wide.stop.is_some() {
                assert!(sure.stop.is_some() || wide.stop.is_none(), "{} {round}", navigator.id);
                continue;
            }
            let lost: Vec<_> = shown(&sure).difference(&shown(&wide)).cloned().collect();
            assert!(lost.is_empty(), "{} round {round}: {lost:?}", navigator.id);
        }
    }
}

/// The same answers with some of them forgotten, and less known of what holds around.
fn doubtful(navigator: &Navigator, answers: &Answers, around: &Around, dice: &mut Dice) -> (Answers, Around) {
    let (mut doubt, mut less) = (answers.clone(), around.clone());
    for question in &navigator.questions {
        if let Some(answer) = answers.get(&question.id).filter(|_| dice.below(2) == 0) {
            doubt.set(&question.id, forgotten(answer, dice));
        }
    }
    less.events.retain(|_, _| dice.below(2) == 0);
    if dice.below(4) == 0 {
        less.today = None;
    }
    (doubt, less)
}

/// Counts day by day, as the Civil Code says it (articles 140 to 143) and not as the room does it.
fn counted(happened: Date, length: Length, first: First) -> Date {
    let begin = if first == First::Counts { happened } else { happened.tomorrow().unwrap() };
    let months = |count: i32| {
        let all = i32::from(begin.year()) * 12 + i32::from(begin.month()) - 1 + count;
        let (year, month) = (i16::try_from(all / 12).unwrap(), i8::try_from(all % 12 + 1).unwrap());
        let there = Date::new(year, month, 1).unwrap();
        // The day before the one that corresponds; the last day of a month that has none.
        match Date::new(year, month, begin.day()) {
            Ok(same) => same.yesterday().unwrap(),
            Err(_) => there.last_of_month(),
        }
    };
    match length {
        Length::Days(days) => (1..days).fold(begin, |day, _| day.tomorrow().unwrap()),
        Length::Months(count) => months(i32::from(count)),
        Length::Years(count) => months(i32::from(count) * 12),
    }
}

#[test]
fn the_last_days_are_those_of_a_second_reckoning() {
    let mut terms = 0;
    for navigator in navigators() {
        for card in &navigator.cards {
            let Due::Within(term) = &card.due else { continue };
            terms += 1;
            let mut day = Date::constant(2024, 1, 1);
            while day < Date::constant(2028, 3, 2) {
                assert_eq!(term.last(day), Some(counted(day, term.length, term.first)), "{} {day}", card.id);
                day = day.checked_add(11.days()).unwrap();
            }
        }
    }
    assert!(terms >= 40, "{terms}");
}

#[test]
fn a_sum_is_the_one_in_force_on_the_day_and_says_when_it_is_old() {
    let files = of_the_handbook();
    let (navigators, _) = procedure::read(&files, &NoReadings);
    let navigator = &navigators[0];
    let card = navigator.card("register").unwrap();
    let w = engawa::words::Words::shipped(&engawa::words::Tongue::EN);
    let shown = |day| navigator.line(&card.bring[1], (&City::default(), day), &w).plain();
    for (day, sum, old) in [
        (Date::constant(2019, 1, 1), "市に", false),
        (Date::constant(2020, 4, 1), "2,500", false),
        (Date::constant(2025, 3, 31), "2,500", false),
        (Date::constant(2025, 4, 1), "3,000", false),
        (Date::constant(2027, 2, 20), "3,000", false),
        (Date::constant(2027, 2, 21), "3,000", true),
    ] {
        let said = shown(Some(day));
        assert!(said.contains(sum) || sum == "市に", "{day}: {said}");
        assert_eq!(said.contains("as checked on"), old, "{day}: {said}");
    }
    assert!(shown(None).contains("as checked on"), "a clock that is not believed makes no sum today's");
}
