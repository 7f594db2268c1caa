//! What staff tell of the town on this kiosk itself, value by value: each as it would stand in the file of the town, with the time at which it was
//! told. It stands over the file, because they were there last; that something is not known is told as well, and takes away what the file says.

use crate::{
    content::{City, Provenance, Value, Wanted, schema},
    reader::{self, Problem, Problems, Source},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One value that staff told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Of the schema: `event.relief_act`.
    pub key: String,
    /// What stands right of the `=` in the file of a town; `None`: it is not known.
    pub said: Option<String>,
    pub at: Timestamp,
}

/// Flags and days of a disaster.
pub const EVENT: &str = "event.";

impl Told {
    /// As the file of a town is read.
    ///
    /// # Errors
    /// Everything that is wrong in it.
    pub fn read(key: &str, said: &str) -> Result<Value, Vec<Problem>> {
        let source = Source::new(key, format!("{key} = {said}"));
        let mut problems = Problems::new(&source);
        let city = reader::toml(&source.text, 0, &mut problems, |table| City::read(table, Provenance::Free));
        match (problems.finish(), city.values.into_iter().find(|(own, _)| own == key)) {
            (problems, Some((_, value))) if problems.is_empty() => Ok(value),
            (problems, _) => Err(problems),
        }
    }

    /// What may be told under this name; `None`: nothing.
    pub fn wanted(key: &str) -> Option<&'static Wanted> {
        schema().iter().find(|wanted| wanted.key == key)
    }

    /// A line for the file of the town, in the table `[city]`, with where it is from.
    pub fn line(&self) -> String {
        let Self { key, said, at } = self;
        let day = at.strftime("%Y-%m-%d");
        let from = quoted(&format!("職員《しょくいん》が この きかいで（{day}）"));
        match said {
            None => format!("# {key} = ?  # {day}"),
            Some(said) => match said.strip_suffix('}') {
                Some(table) => format!("{key} = {}, from = {from} }}", table.trim_end()),
                None => format!("{key} = {{ value = {said}, from = {from} }}"),
            },
        }
    }
}

/// Words as they stand right of the `=`.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// What the town says, with what staff told over it. What can no longer be read is left as the file says it.
#[must_use]
pub(super) fn over(mut city: City, all: &[Told]) -> City {
    for told in all {
        match told.said.as_deref().map(|said| Told::read(&told.key, said)) {
            None => drop(city.values.remove(told.key.as_str())),
            Some(Ok(value)) => drop(city.values.insert(told.key.as_str().into(), value)),
            Some(Err(_)) => {}
        }
    }
    city
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Said;
    use smol_str::SmolStr;

    fn told(key: &str, said: Option<&str>) -> Told {
        Told { key: key.into(), said: said.map(str::to_owned), at: "2026-11-22T01:00:00Z".parse().unwrap() }
    }

    #[test]
    fn what_staff_told_stands_over_the_file_and_may_be_that_nobody_knows() {
        let city = over(City::default(), &[told("event.hijo", Some("true")), told("call", Some("\"000-111\""))]);
        assert_eq!(city.get("event.hijo").map(|value| &value.said), Some(&Said::Flag(true)));
        assert_eq!(city.number().map(SmolStr::as_str), Some("000-111"));
        let more = [told("event.hijo", None), told("call", Some("\"nonsense\"")), told("nothing.such", Some("1"))];
        let city = over(city, &more);
        assert_eq!((city.get("event.hijo"), city.values.len()), (None, 1), "what is broken changes nothing");
    }

    #[test]
    fn what_is_told_is_judged_as_the_file_of_a_town_is() {
        for (key, good, bad) in [
            ("event.relief_act", "false", "\"yes\""),
            ("event.repair_deadline", "2027-03-31", "2027-13-31"),
            ("office.tax", "{ name = \"ぜいむか\", phone = \"000-0000\" }", "{ phone = \"000-0000\" }"),
            ("site", "\"https://www.example.jp/\"", "\"example\""),
            ("hall", "\"し《「」\\\\\\\"やくしょ\"", "[\"a\"]"),
        ] {
            assert!(Told::read(key, good).is_ok(), "{key} = {good}: {:?}", Told::read(key, good));
            assert!(Told::read(key, bad).is_err(), "{key} = {bad}");
            assert!(Told::read(key, &format!("{good}\nname = \"x\"")).is_ok(), "only its own value counts");
        }
    }

    #[test]
    fn what_is_written_out_is_a_piece_of_the_file_of_a_town() {
        let all = [
            told("event.hijo", Some("true")),
            told("event.repair_deadline", Some("2027-03-31")),
            told("event.koguchi", None),
            told("office.tax", Some("{ name = \"ぜいむか\" }")),
        ];
        let lines: Vec<_> = all.iter().map(Told::line).collect();
        let source = Source::new("piece", lines.join("\n"));
        let mut problems = Problems::new(&source);
        let city = reader::toml(&source.text, 0, &mut problems, |table| City::read(table, Provenance::Needed));
        assert_eq!((problems.finish(), city.values.len()), (vec![], 3));
        let from = city.get("event.hijo").and_then(|value| value.from.as_ref()).map(crate::words::Line::plain);
        assert_eq!(from.as_deref(), Some("職員が この きかいで（2026-11-22）"));
    }
}
