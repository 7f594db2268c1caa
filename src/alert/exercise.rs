//! Prepared exercises: situations that were made up for drills, told minute by minute. What they give is marked as a drill from the
//! beginning, so that nothing can show it as if it were real.

use super::{Area, Claim, Fact, Grade, Hazard, Scheme};
use jiff::{SignedDuration, Timestamp};
use serde::de::{DeserializeOwned, IntoDeserializer as _, value::StrDeserializer};
use std::{cmp::Reverse, sync::OnceLock};

/// Exercises by line, as the head of the file says.
const TABLE: &str = include_str!("exercises.tsv");

/// One step of an exercise.
#[derive(Debug)]
struct Step {
    exercise: &'static str,
    minute: i64,
    claim: Claim,
}

/// The names of the exercises that there are, in their order.
pub fn exercises() -> Vec<&'static str> {
    let mut names: Vec<&str> = steps().iter().map(|step| step.exercise).collect();
    names.dedup();
    names
}

/// What an exercise that began at `from` says at `at`, for a town of this name; the gravest first. Nothing for a name that is unknown.
pub fn exercise(name: &str, from: Timestamp, at: Timestamp, town: &str) -> Vec<Fact> {
    let mut facts: Vec<Fact> = vec![];
    for step in steps().iter().filter(|step| step.exercise == name) {
        let Ok(issued) = from.checked_add(SignedDuration::from_mins(step.minute)) else { continue };
        if issued > at {
            continue;
        }
        facts.retain(|fact| fact.claim.hazard != step.claim.hazard);
        facts.push(fact(step, issued, town));
    }
    facts.sort_by_key(|fact| Reverse((fact.claim.level, fact.claim.grade, fact.issued)));
    facts
}

fn fact(step: &Step, issued: Timestamp, town: &str) -> Fact {
    let mut claim = step.claim.clone();
    town.clone_into(&mut claim.area.name);
    let fact = Fact {
        claim,
        issued,
        office: OFFICE.to_owned(),
        kind: String::new(),
        telegram: format!("{}/{}", step.exercise, step.minute),
        until: None,
        old_copy: false,
        sources: vec![],
    };
    fact.rehearsed()
}

/// Who issues what was made up.
const OFFICE: &str = "訓練気象台";

fn steps() -> &'static [Step] {
    static STEPS: OnceLock<Vec<Step>> = OnceLock::new();
    STEPS.get_or_init(|| TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(step).collect())
}

/// A line that is not as the head says is no step; a test holds that all of them are.
fn step(line: &'static str) -> Option<Step> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [exercise, minute, hazard, grade, level, name, fields, text] = columns.try_into().ok()?;
    let pair = |pair: &str| pair.split_once('=').map(|(key, value)| (key.to_owned(), value.to_owned()));
    let claim = Claim {
        grade: named::<Grade>(grade)?,
        level: if level.is_empty() { None } else { Some(level.parse().ok()?) },
        text: text.replace('/', "\n"),
        fields: fields.split(';').filter_map(pair).collect(),
        ..Claim::plain(named::<Hazard>(hazard)?, name, Area::new(Scheme::Named, "", ""))
    };
    Some(Step { exercise, minute: minute.parse().ok()?, claim })
}

/// The value of this name.
fn named<T: DeserializeOwned>(name: &'static str) -> Option<T> {
    let name: StrDeserializer<'_, serde::de::value::Error> = name.into_deserializer();
    T::deserialize(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_step() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(steps().len(), lines);
        assert_eq!(exercises(), ["rain", "quake", "tsunami"]);
    }

    #[test]
    fn an_exercise_goes_on_minute_by_minute_and_is_marked() {
        let from: Timestamp = "2026-11-21T01:00:00Z".parse().unwrap();
        let after = |minutes: i64| {
            let at = from.checked_add(SignedDuration::from_mins(minutes)).unwrap();
            let facts = exercise("rain", from, at, "真岡市");
            assert!(facts.iter().all(|fact| fact.claim.is_drill() && fact.claim.area.name == "真岡市"));
            facts.into_iter().map(|fact| fact.claim.name).collect::<Vec<_>>()
        };
        assert!(after(-1).is_empty());
        assert_eq!(after(0), ["レベル３大雨警報"]);
        assert_eq!(after(7), ["レベル４土砂災害危険警報", "レベル３大雨警報"]);
        assert_eq!(after(30).first().map(String::as_str), Some("レベル５大雨特別警報"));
        assert_eq!(after(30).len(), 3, "a hazard stands once");
        assert!(exercise("none", from, from, "").is_empty());
    }
}
