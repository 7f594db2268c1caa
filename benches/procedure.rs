//! How long an answer takes until the next question stands, the slowest navigator's 99th percentile and the median; and how long all navigators take for
//! ten thousand sets of random answers, each with its lists. `cargo bench --bench procedure`; the limits are 0.1 ms and 5 s. Fails when one is missed.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints what it measured")]

#[path = "shared/bench.rs"]
mod bench;

use engawa::{
    content::{NoReadings, shipped},
    procedure::{self, Answer, Answers, Around, Navigator, Question, Rest, Way},
};
use jiff::{ToSpan, civil::Date};
use std::{
    error::Error,
    process::ExitCode,
    time::{Duration, Instant},
};

const NEXT: Duration = Duration::from_micros(100);
const ALL: Duration = Duration::from_secs(5);
const SETS: usize = 10_000;

fn main() -> ExitCode {
    bench::judged(run)
}

fn run() -> Result<bool, Box<dyn Error>> {
    let navigators = procedure::read(&shipped(), &NoReadings).0;
    if navigators.is_empty() {
        return Err("there are no navigators".into());
    }
    let mut dice = Dice(11);
    let mut times = vec![];
    for navigator in &navigators {
        for _ in 0..200 {
            times.extend(asked(navigator, &mut dice));
        }
    }
    times.sort_unstable();
    let at = |part: usize| times.get((times.len() - 1) * part / 1000).copied().unwrap_or_default();
    let (median, late) = (at(500), at(990));
    println!("question → next: median {median:?}, p99 {late:?} of {} (limit {NEXT:?})", times.len());
    let began = now();
    let mut found = 0;
    for navigator in &navigators {
        for _ in 0..SETS {
            let (answers, around) = answered(navigator, &mut dice);
            let outcome = navigator.outcome(&answers, &around);
            found += outcome.must.len() + outcome.confirm.len() + outcome.depends.len() + outcome.quiet.len();
        }
    }
    let all = began.elapsed();
    println!("{} navigators × {SETS} sets of answers: {all:?}, {found} cards found (limit {ALL:?})", navigators.len());
    Ok(late <= NEXT && all <= ALL && found > 0)
}

/// One way through all questions: for each, until what comes after the answer is known.
fn asked(navigator: &Navigator, dice: &mut Dice) -> Vec<Duration> {
    let around = around(navigator, dice);
    let (mut answers, mut times) = (Answers::default(), vec![]);
    while let Some(question) = navigator.next(&answers, &around) {
        let (id, answer) = (question.id.clone(), any(question, dice, navigator.facts.checked));
        let began = now();
        answers.set(&id, answer);
        let next = navigator.next(&answers, &around);
        times.push(began.elapsed());
        if next.is_some_and(|next| next.id == id) {
            break;
        }
    }
    times
}

fn answered(navigator: &Navigator, dice: &mut Dice) -> (Answers, Around) {
    let mut answers = Answers::default();
    for question in &navigator.questions {
        answers.set(&question.id, any(question, dice, navigator.facts.checked));
    }
    (answers, around(navigator, dice))
}

const EVENTS: [&str; 3] = ["event.relief_act", "event.saiken_act", "event.hijo"];

fn around(navigator: &Navigator, dice: &mut Dice) -> Around {
    let mut out = Around { today: Some(navigator.facts.checked), ..Around::default() };
    for event in EVENTS {
        match dice.below(3) {
            0 => drop(out.events.insert(event.into(), true)),
            1 => drop(out.events.insert(event.into(), false)),
            _ => {}
        }
    }
    out
}

/// One time in five it is not known.
fn any(question: &Question, dice: &mut Dice, today: Date) -> Answer {
    if dice.below(5) == 0 {
        return Answer::Unknown;
    }
    let options: Vec<&str> = question.options.iter().map(|option| option.id.as_str()).collect();
    match question.way {
        Way::One => options.get(dice.below(options.len())).map_or(Answer::Unknown, |id| Answer::One((*id).to_owned())),
        Way::Many => {
            let chosen = options.iter().filter(|_| dice.below(3) == 0).map(|id| (*id).to_owned()).collect();
            Answer::Many { chosen, rest: if dice.below(4) == 0 { Rest::Unknown } else { Rest::No } }
        }
        Way::Day => {
            let ago = i64::try_from(dice.below(400)).unwrap_or_default();
            today.checked_sub(ago.days()).map_or(Answer::Unknown, Answer::Day)
        }
    }
}

/// The same numbers on any machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % most.max(1)
    }
}

#[expect(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]
fn now() -> Instant {
    Instant::now()
}
