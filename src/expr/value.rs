//! What conditions are about: yes and no, numbers, texts, lists of texts; and the three answers a question can have.

use super::Compare;
use serde::{Deserialize, Serialize};

/// A value. Numbers are whole: nothing here is measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    Bool(bool),
    Number(i64),
    Text(String),
    List(Vec<String>),
    /// At least these; of everything else it is not known. Only ever made while something is asked, never read from a file.
    #[serde(skip)]
    AtLeast(Vec<String>),
}

/// What a value can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Bool,
    Number,
    Text,
    List,
    /// Not known beforehand.
    Any,
}

/// The answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    True,
    False,
    /// Not known: neither.
    Unknown,
}

/// Where names get their values.
pub trait Scope {
    /// `None`: not known.
    fn value(&self, name: &str) -> Option<Value>;
    /// The answer to `question('about')`; `None`: not known.
    fn ask(&self, _question: &str, _about: &str) -> Option<Value> {
        None
    }
}

impl Value {
    pub fn kind(&self) -> Kind {
        match self {
            Self::Bool(_) => Kind::Bool,
            Self::Number(_) => Kind::Number,
            Self::Text(_) => Kind::Text,
            Self::List(_) | Self::AtLeast(_) => Kind::List,
        }
    }

    /// `None`: not known, or the one is not something that can be in the other.
    pub(super) fn is_in(&self, list: &Self) -> Option<Self> {
        match (self, list) {
            (Self::Text(text), Self::AtLeast(list)) => list.contains(text).then_some(Self::Bool(true)),
            (Self::Text(text), Self::List(list)) => Some(Self::Bool(list.contains(text))),
            _ => None,
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}
impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Number(value)
    }
}
impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.into())
    }
}

impl Kind {
    /// In Japanese and English.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Bool => ("true・false", "true or false"),
            Self::Number => ("数", "a number"),
            Self::Text => ("文", "a text"),
            Self::List => ("ならび", "a list"),
            Self::Any => ("なにか", "anything"),
        }
    }
}

impl Truth {
    pub(super) fn of(value: Option<&Value>) -> Self {
        match value {
            Some(Value::Bool(true)) => Self::True,
            Some(Value::Bool(false)) => Self::False,
            _ => Self::Unknown,
        }
    }

    pub(super) fn value(self) -> Option<Value> {
        match self {
            Self::True => Some(Value::Bool(true)),
            Self::False => Some(Value::Bool(false)),
            Self::Unknown => None,
        }
    }

    #[must_use]
    pub(super) const fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }

    #[must_use]
    pub(super) const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, Self::True) => Self::True,
            _ => Self::Unknown,
        }
    }

    #[must_use]
    pub(super) const fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }
}

impl Compare {
    pub(super) fn compare(self, a: &Value, b: &Value) -> Option<Value> {
        let order = match (a, b) {
            (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
            _ => None,
        };
        if matches!((a, b), (Value::AtLeast(_), _) | (_, Value::AtLeast(_))) {
            return None;
        }
        Some(Value::Bool(match self {
            Self::Equal | Self::Differs if a.kind() != b.kind() => return None,
            Self::Equal => a == b,
            Self::Differs => a != b,
            Self::Less => order?.is_lt(),
            Self::AtMost => order?.is_le(),
            Self::More => order?.is_gt(),
            Self::AtLeast => order?.is_ge(),
        }))
    }
}
