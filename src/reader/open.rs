//! Tables whose keys are the author's own choice, and values that may have several forms.

use super::{Spanned, Table};
use toml::de::DeValue;

/// A value without parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scalar {
    Flag(bool),
    Int(i64),
    Text(String),
}

impl Table<'_, '_, '_> {
    pub fn is_list(&self, key: &str) -> bool {
        self.pairs.get(key).is_some_and(|value| matches!(value.get_ref(), DeValue::Array(_)))
    }

    /// Everything in this table, whatever its keys are, as far as its values have no parts; in the order of the file.
    pub fn scalars(&mut self) -> Vec<(Spanned<String>, Spanned<Scalar>)> {
        let mut out = vec![];
        for (key, value) in self.pairs {
            let name = Spanned { value: key.get_ref().to_string(), span: self.moved(key.span()) };
            let value = Spanned { value: value.get_ref(), span: self.moved(value.span()) };
            let scalar = match value.value {
                DeValue::Boolean(flag) => Some(Scalar::Flag(*flag)),
                DeValue::String(text) => Some(Scalar::Text(text.to_string())),
                DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok().map(Scalar::Int),
                _ => None,
            };
            if let Some(scalar) = scalar {
                out.push((name, Spanned { value: scalar, span: value.span }));
            } else {
                let wanted = ("文か 整数か true・false", "a text, a whole number, or true or false");
                self.wrong(&name.value, &value, wanted, "0");
            }
        }
        out.sort_by_key(|(key, _)| key.span.start);
        self.open = true;
        out
    }

    /// Everything in this table, whatever its keys are, each as words: a text or a list of texts, `true` and `false` as they are written; in the order
    /// of the file.
    pub fn words(&mut self) -> Vec<(Spanned<String>, Spanned<Vec<String>>)> {
        let mut out = vec![];
        for (key, value) in self.pairs {
            let name = Spanned { value: key.get_ref().to_string(), span: self.moved(key.span()) };
            let value = Spanned { value: value.get_ref(), span: self.moved(value.span()) };
            let words = match value.value {
                DeValue::Boolean(flag) => Some(vec![flag.to_string()]),
                DeValue::String(text) => Some(vec![text.to_string()]),
                DeValue::Array(list) => list.iter().map(|word| word.get_ref().as_str().map(str::to_owned)).collect(),
                _ => None,
            };
            match words {
                Some(words) => out.push((name, Spanned { value: words, span: value.span })),
                None => self.wrong(&name.value, &value, ("文か、文の ならび", "a text or a list of texts"), "\"yes\""),
            }
        }
        out.sort_by_key(|(key, _)| key.span.start);
        self.open = true;
        out
    }

    /// Whole numbers in a list.
    pub fn ints(&mut self, key: &'static str) -> Option<Spanned<Vec<i64>>> {
        let value = self.take(key)?;
        let number = |item: &toml::Spanned<DeValue<'_>>| {
            let number = item.get_ref().as_integer()?;
            i64::from_str_radix(number.as_str(), number.radix()).ok()
        };
        let numbers = value.value.as_array().and_then(|list| list.iter().map(number).collect::<Option<Vec<_>>>());
        if numbers.is_none() {
            self.wrong(key, &value, ("整数の ならび", "a list of whole numbers"), "[10, 20, 30, 10]");
        }
        Some(Spanned { value: numbers?, span: value.span })
    }
}
