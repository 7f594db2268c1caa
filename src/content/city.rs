//! What a town says about itself, for the places in a guide that only the town can fill: `{city.name}`, `{city.call}`, …

use crate::words::{Line, Piece, Words};
use jiff::civil::Date;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// The values of `{city.…}`. What is not known shows as the town being asked instead, never as a guess.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct City {
    /// By key, such as `office.risai`.
    pub values: BTreeMap<SmolStr, Value>,
    /// Who can be called about what is not known, when the town itself gives no `call`.
    pub ask: Option<SmolStr>,
}

/// One thing that a town says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    pub said: Said,
    /// Where that is written: the page of a plan. `None` where staff say it themselves.
    pub from: Option<Line>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Text(Line),
    Phone(SmolStr),
    Url(SmolStr),
    Date(Date),
    /// Whole yen.
    Yen(i64),
    Office(Box<Office>),
    List(Vec<Line>),
    Flag(bool),
}

/// A counter of the town.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Office {
    pub name: Line,
    pub floor: Option<Line>,
    /// Its number or name on the counter.
    pub window: Option<Line>,
    pub phone: Option<SmolStr>,
    pub hours: Option<Line>,
    /// How to reserve a time.
    pub reserve: Option<Line>,
}

impl City {
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.values.get(key)
    }

    /// The same town, with what `own` says put over it.
    #[must_use]
    pub fn with(&self, own: &Self) -> Self {
        let said = |city: &Self| city.values.clone().into_iter();
        let ask = own.ask.as_ref().or(self.ask.as_ref()).cloned();
        Self { values: said(self).chain(said(own)).collect(), ask }
    }

    /// Fills the `{city.…}` of a line. Where the town has said nothing, the town is to be asked, with the number to call if one is known.
    pub fn fill(&self, line: &Line, w: &Words) -> Line {
        let bits = line.bits();
        if !bits.iter().any(|bit| bit.base.contains(OPEN)) {
            return line.clone();
        }
        let mut pieces = vec![];
        for bit in bits {
            let mut rest = bit.base.as_str();
            while let Some((before, name, after)) = placeholder(rest) {
                pieces.push((before, Some(self.get(name).map_or_else(|| self.unknown(w), |value| value.line(w)))));
                rest = after;
            }
            if rest.len() == bit.base.len() {
                pieces.push(("", Some(Line::from_bits(vec![bit.clone()]))));
            } else {
                pieces.push((rest, None));
            }
        }
        Line::compose(
            pieces.iter().flat_map(|(before, line)| {
                [Piece::Verbatim(before), Piece::Bits(line.as_ref().map_or(&[], Line::bits))]
            }),
        )
    }

    /// Whom to call about anything else.
    pub fn number(&self) -> Option<&SmolStr> {
        let call = match self.get("call") {
            Some(Value { said: Said::Phone(number), .. }) => Some(number),
            _ => None,
        };
        call.or(self.ask.as_ref())
    }

    /// Stands for what the town has not said.
    pub fn unknown(&self, w: &Words) -> Line {
        match self.number() {
            Some(number) => w.guide_city_unknown_call(number),
            None => w.guide_city_unknown(),
        }
    }
}

impl Value {
    /// As it is shown and heard in the tongue of `w`.
    pub fn line(&self, w: &Words) -> Line {
        match &self.said {
            Said::Text(line) => line.clone(),
            Said::Phone(text) | Said::Url(text) => Line::verbatim(text),
            Said::Date(date) => w.date(*date),
            Said::Yen(yen) => w.city_yen(w.number(&yen.to_string())),
            Said::Flag(true) => w.city_yes(),
            Said::Flag(false) => w.city_no(),
            Said::Office(office) => office.line(w),
            Said::List(lines) => joined(lines, &w.list_gap().plain()),
        }
    }
}

impl Office {
    /// Name, floor, window and telephone on one line; hours and reservations are for a page of their own.
    fn line(&self, w: &Words) -> Line {
        let phone = self.phone.as_ref().map(|number| w.city_phone(number));
        let parts = [Some(self.name.clone()), self.floor.clone(), self.window.clone(), phone];
        joined(&parts.into_iter().flatten().collect::<Vec<_>>(), " ")
    }
}

fn joined(lines: &[Line], between: &str) -> Line {
    let mut pieces = vec![];
    for (n, line) in lines.iter().enumerate() {
        pieces.extend((n > 0).then_some(Piece::Verbatim(between)));
        pieces.push(Piece::Bits(line.bits()));
    }
    Line::compose(pieces)
}

const OPEN: &str = "{city.";

/// Before, name and after of the first `{city.name}`.
pub(super) fn placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(OPEN)?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Tongue;

    fn city(values: &[(&str, Said)]) -> City {
        let value = |said: &Said| Value { said: said.clone(), from: None };
        City { values: values.iter().map(|(key, said)| ((*key).into(), value(said))).collect(), ask: None }
    }

    #[test]
    fn what_the_town_says_is_put_in_and_the_rest_is_asked_for() {
        let w = Words::shipped(&Tongue::JA);
        let city = city(&[("name", Said::Text(Line::parse("市役所《しやくしょ》")))]);
        for (text, plain) in [
            ("ここは {city.name}です。", "ここは 市役所です。"),
            ("{city.office.water}", "市に 確認"),
            ("{city.name}・{city.hours}", "市役所・市に 確認"),
            ("{city.name", "{city.name"),
            ("なし", "なし"),
        ] {
            assert_eq!(city.fill(&Line::parse(text), &w).plain(), plain, "{text}");
        }
        assert_eq!(city.fill(&Line::parse("ここは {city.name}です。"), &w).spoken(), "ここは しやくしょです。");
    }

    #[test]
    fn every_shape_is_said_in_the_tongue_that_is_shown() {
        let office = Office {
            name: "税務課《ぜいむか》".into(),
            floor: Some("2階《かい》".into()),
            phone: Some("000-0000".into()),
            ..Office::default()
        };
        let city = city(&[
            ("a", Said::Office(Box::new(office))),
            ("b", Said::Yen(1_050_000)),
            ("c", Said::Date(jiff::civil::date(2027, 3, 31))),
            ("d", Said::List(vec!["えき".into(), "こうえん".into()])),
            ("e", Said::Flag(true)),
            ("call", Said::Phone("000-111".into())),
        ]);
        let shown = |tongue: &Tongue| {
            let line = "{city.a}/{city.b}/{city.c}/{city.d}/{city.e}/{city.f}";
            city.fill(&line.into(), &Words::shipped(tongue)).plain()
        };
        assert_eq!(
            shown(&Tongue::JA),
            "税務課 2階 電話 000-0000/1,050,000円/2027年3月31日/えき、こうえん/できます/市に 確認（電話 000-111）"
        );
        assert!(shown(&Tongue::EN).contains("1,050,000 yen/31 March 2027/えき, こうえん/"), "{}", shown(&Tongue::EN));
    }
}
