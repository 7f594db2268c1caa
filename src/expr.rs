//! The small condition language in which lessons and navigators say when something holds: `wifi and net in ['Machi-1']`.
//!
//! Three-valued (Kleene): what is not known stays not known and is never taken for a no. No loops, no assignments, no calls but the ones its
//! reader allows, and a bounded depth: safe to read from anybody's stick.

mod parse;
mod token;
mod value;

pub use parse::{Fault, LONGEST};
pub use value::{Kind, Scope, Truth, Value};

use crate::reader::{Wording, both, nearest};
use serde::{Deserialize, Serialize};
use std::{fmt, ops::Range, sync::Arc};

/// A condition that was understood, with the words it was written in.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Expr {
    text: Arc<str>,
    node: Arc<Node>,
}

/// A part of a condition and where it stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    span: Range<usize>,
    what: What,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum What {
    Just(Value),
    Name(String),
    /// `seen('browser-news/water')`: a question about a name.
    Ask(String, String),
    Not(Box<Node>),
    And(Box<Node>, Box<Node>),
    Or(Box<Node>, Box<Node>),
    Compare(Compare, Box<Node>, Box<Node>),
    In(Box<Node>, Box<Node>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compare {
    Equal,
    Differs,
    Less,
    AtMost,
    More,
    AtLeast,
}

/// What a condition may speak of.
pub trait Known {
    /// The kind of a variable; `None`: there is no such variable.
    fn kind(&self, name: &str) -> Option<Kind>;
    /// Every variable, for 「もしかして」.
    fn names(&self) -> Vec<&str>;
    /// Every question that may be asked about a name: `seen`.
    fn questions(&self) -> &[&'static str] {
        &[]
    }
}

impl Expr {
    /// Reads a condition; every fault is told, with its bytes in `text`.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let node = parse::parse(text)?;
        Ok(Self { text: text.into(), node: Arc::new(node) })
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it comes to; `None` when that is not known.
    pub fn value(&self, scope: &dyn Scope) -> Option<Value> {
        self.node.value(scope)
    }

    /// Whether it holds.
    pub fn truth(&self, scope: &dyn Scope) -> Truth {
        Truth::of(self.value(scope).as_ref())
    }

    pub fn holds(&self, scope: &dyn Scope) -> bool {
        self.truth(scope) == Truth::True
    }

    /// What it says of things that are not there, and compares that can not be compared.
    pub fn faults(&self, known: &dyn Known) -> Vec<Fault> {
        let mut out = vec![];
        let kind = self.node.check(known, &mut out);
        if out.is_empty() && kind != Kind::Bool {
            let said = both("これは はい・いいえに なりません", "this is neither true nor false");
            let help =
                both("くらべて ください。例: net == 'Machi-1'", "compare it with something, such as net == 'Machi-1'");
            out.push(Fault { span: 0..self.text.len(), said, help: Some(help) });
        }
        out
    }

    /// Every question with the name it is about, and where that stands.
    pub fn asked(&self) -> Vec<(String, String, Range<usize>)> {
        let mut out = vec![];
        self.node.walk(&mut |node| {
            if let What::Ask(question, about) = &node.what {
                out.push((question.clone(), about.clone(), node.span.clone()));
            }
        });
        out
    }

    /// Every name it speaks of, in the order of the text; one may come again.
    pub fn names(&self) -> Vec<&str> {
        let mut out = vec![];
        self.node.walk(&mut |node| {
            if let What::Name(name) = &node.what {
                out.push(name.as_str());
            }
        });
        out
    }

    /// Every comparison of a name with a text: `screen == 'settings'`, `'nhi' in who`.
    pub fn compared(&self) -> Vec<(String, String, Range<usize>)> {
        let mut out = vec![];
        self.node.walk(&mut |node| {
            let (What::Compare(_, left, right) | What::In(left, right)) = &node.what else { return };
            if let (What::Just(Value::Text(text)), What::Name(name)) = (&left.what, &right.what) {
                out.push((name.clone(), text.clone(), left.span.clone()));
            }
            let What::Name(name) = &left.what else { return };
            let texts = match &right.what {
                What::Just(Value::Text(text)) => vec![text.clone()],
                What::Just(Value::List(texts)) => texts.clone(),
                _ => return,
            };
            out.extend(texts.into_iter().map(|text| (name.clone(), text, right.span.clone())));
        });
        out
    }
}

impl Node {
    fn walk<'n>(&'n self, see: &mut impl FnMut(&'n Self)) {
        see(self);
        match &self.what {
            What::Just(_) | What::Name(_) | What::Ask(..) => {}
            What::Not(inner) => inner.walk(see),
            What::And(a, b) | What::Or(a, b) | What::Compare(_, a, b) | What::In(a, b) => {
                a.walk(see);
                b.walk(see);
            }
        }
    }

    fn value(&self, scope: &dyn Scope) -> Option<Value> {
        let truth = |node: &Self| Truth::of(node.value(scope).as_ref());
        match &self.what {
            What::Just(value) => Some(value.clone()),
            What::Name(name) => scope.value(name),
            What::Ask(question, about) => scope.ask(question, about),
            What::Not(inner) => truth(inner).not().value(),
            What::And(a, b) => truth(a).and(truth(b)).value(),
            What::Or(a, b) => truth(a).or(truth(b)).value(),
            What::Compare(how, a, b) => how.compare(&a.value(scope)?, &b.value(scope)?),
            What::In(a, b) => a.value(scope)?.is_in(&b.value(scope)?),
        }
    }

    /// The kind it comes to; what is wrong in it is told.
    fn check(&self, known: &dyn Known, out: &mut Vec<Fault>) -> Kind {
        match &self.what {
            What::Just(value) => value.kind(),
            What::Name(name) => known.kind(name).unwrap_or_else(|| self.unknown(name, known, out)),
            What::Ask(question, _) => {
                if !known.questions().contains(&question.as_str()) {
                    let said = both(format!("「{question}( )」は ありません"), format!("there is no {question}( )"));
                    out.push(Fault { span: self.span.clone(), said, help: meant(question, known.questions()) });
                }
                Kind::Bool
            }
            What::Not(inner) => {
                inner.must_be_bool(known, out);
                Kind::Bool
            }
            What::And(a, b) | What::Or(a, b) => {
                a.must_be_bool(known, out);
                b.must_be_bool(known, out);
                Kind::Bool
            }
            What::Compare(how, a, b) => self.check_compare(*how, [a.check(known, out), b.check(known, out)], out),
            What::In(a, b) => {
                let (what, list) = (a.check(known, out), b.check(known, out));
                if !matches!((what, list), (Kind::Any | Kind::Text, Kind::Any | Kind::List)) {
                    let said = both("in は 文と ならびに 使います", "`in` takes a text and a list");
                    let help = both("例: net in ['a', 'b']", "such as net in ['a', 'b']");
                    out.push(Fault { span: self.span.clone(), said, help: Some(help) });
                }
                Kind::Bool
            }
        }
    }

    fn must_be_bool(&self, known: &dyn Known, out: &mut Vec<Fault>) {
        if !matches!(self.check(known, out), Kind::Bool | Kind::Any) {
            let said = both("ここは はい・いいえの ものだけです", "only what is true or false can stand here");
            out.push(Fault { span: self.span.clone(), said, help: None });
        }
    }

    fn check_compare(&self, how: Compare, kinds: [Kind; 2], out: &mut Vec<Fault>) -> Kind {
        let [a, b] = kinds;
        let numbers = |kind| matches!(kind, Kind::Number | Kind::Any);
        let fits = match how {
            Compare::Equal | Compare::Differs => a == b || a == Kind::Any || b == Kind::Any,
            _ => numbers(a) && numbers(b),
        };
        if !fits {
            let said = both(
                format!("{}と {}は くらべられません", a.name().0, b.name().0),
                format!("{} can not be compared with {}", a.name().1, b.name().1),
            );
            out.push(Fault { span: self.span.clone(), said, help: None });
        }
        Kind::Bool
    }

    fn unknown(&self, name: &str, known: &dyn Known, out: &mut Vec<Fault>) -> Kind {
        let said = both(format!("「{name}」という 名前は ありません"), format!("there is nothing called `{name}`"));
        out.push(Fault { span: self.span.clone(), said, help: meant(name, &known.names()) });
        Kind::Any
    }
}

fn meant(name: &str, known: &[&str]) -> Option<Wording> {
    if let Some(near) = nearest(name, known.iter().copied()) {
        return Some(both(format!("「{near}」の ことですか？"), format!("did you mean `{near}`?")));
    }
    let list = known.join(", ");
    (!list.is_empty()).then(|| both(format!("使える 名前: {list}"), format!("known: {list}")))
}

impl fmt::Debug for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.text)
    }
}

impl TryFrom<String> for Expr {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text)
            .map_err(|faults| faults.into_iter().map(|fault| fault.said.en).collect::<Vec<_>>().join("; "))
    }
}

impl From<Expr> for String {
    fn from(expr: Expr) -> Self {
        expr.text.to_string()
    }
}

#[cfg(test)]
mod tests;
