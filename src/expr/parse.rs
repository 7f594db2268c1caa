//! Words into a tree: operator precedence climbing after Pratt, with a bounded depth.

use super::{
    Compare, Node, Value, What,
    token::{Token, tokens},
};
use crate::reader::{Problem, Wording, both};
use std::ops::Range;

/// Something wrong in a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Bytes of the condition's text.
    pub span: Range<usize>,
    pub said: Wording,
    pub help: Option<Wording>,
}

impl Fault {
    /// The same at its place in a file, where the condition stands in quotes at `span`.
    pub fn problem(self, span: &Range<usize>) -> Problem {
        // The text stands between quotes; an empty place is the sign before it.
        let start = span.start + 1 + self.span.start;
        let end = (span.start + 1 + self.span.end).max(start + usize::from(self.span.is_empty()));
        let at = if end < span.end { start..end } else { span.clone() };
        let problem = Problem::error(at, self.said).label(both("ここ", "here"));
        match self.help {
            Some(help) => problem.help(help),
            None => problem,
        }
    }
}

/// The longest condition, in bytes: nobody can read a longer one.
pub const LONGEST: usize = 2_000;
/// Brackets and `not` inside each other at most.
const DEEPEST: u16 = 40;

/// How strongly words bind.
const OR: u8 = 1;
const AND: u8 = 2;
const NOT: u8 = 3;
const COMPARE: u8 = 4;

pub(super) fn parse(text: &str) -> Result<Node, Vec<Fault>> {
    if text.len() > LONGEST {
        let said = both("式が 長すぎます", "this condition is too long");
        return Err(vec![Fault { span: 0..LONGEST, said, help: None }]);
    }
    let (tokens, faults) = tokens(text);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut parser = Parser { tokens, at: 0, end: text.len(), depth: 0 };
    let node = parser.climb(0).map_err(|fault| vec![fault])?;
    if parser.peek().is_none() {
        return Ok(node);
    }
    let help = both("and か or で つなぎます", "join conditions with `and` or `or`");
    Err(vec![parser.fault(both("ここが わかりません", "this is not understood"), Some(help))])
}

struct Parser {
    tokens: Vec<(Token, Range<usize>)>,
    at: usize,
    /// Bytes of the text.
    end: usize,
    depth: u16,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    fn second(&self) -> Option<&Token> {
        self.tokens.get(self.at + 1).map(|(token, _)| token)
    }

    fn span(&self) -> Range<usize> {
        self.tokens.get(self.at).map_or(self.end..self.end, |(_, span)| span.clone())
    }

    fn next(&mut self) -> Option<(Token, Range<usize>)> {
        let found = self.tokens.get(self.at).cloned();
        self.at += 1;
        found
    }

    fn fault(&self, said: Wording, help: Option<Wording>) -> Fault {
        Fault { span: self.span(), said, help }
    }

    /// What binds at least as strongly as `least`.
    fn climb(&mut self, least: u8) -> Result<Node, Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.fault(both("かっこが 深すぎます", "the brackets are too deep"), None));
        }
        let mut left = self.first()?;
        while let Some(strength) = self.strength().filter(|strength| *strength >= least) {
            left = self.join(left, strength)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    /// How strongly the word that comes next binds what stands before it.
    fn strength(&self) -> Option<u8> {
        match self.peek()? {
            Token::Or => Some(OR),
            Token::And => Some(AND),
            Token::Compare(_) | Token::In => Some(COMPARE),
            Token::Not if self.second() == Some(&Token::In) => Some(COMPARE),
            _ => None,
        }
    }

    fn join(&mut self, left: Node, strength: u8) -> Result<Node, Fault> {
        let word = self.next().map(|(token, _)| token);
        let negated = word == Some(Token::Not);
        if negated {
            self.next();
        }
        let right = Box::new(self.climb(strength + 1)?);
        let span = left.span.start..right.span.end;
        let left = Box::new(left);
        let what = match word {
            Some(Token::Or) => What::Or(left, right),
            Some(Token::And) => What::And(left, right),
            Some(Token::Compare(how)) => Self::compare(how, left, right, &span)?,
            _ => What::In(left, right),
        };
        let node = Node { span: span.clone(), what };
        Ok(if negated { Node { span, what: What::Not(Box::new(node)) } } else { node })
    }

    /// `1 < n < 3` means something else in every language: it is refused.
    fn compare(how: Compare, left: Box<Node>, right: Box<Node>, span: &Range<usize>) -> Result<What, Fault> {
        if matches!(left.what, What::Compare(..)) {
            let said = both("くらべるのは 1つずつです", "compare one pair at a time");
            let help = both("例: n > 1 and n < 3", "such as n > 1 and n < 3");
            return Err(Fault { span: span.clone(), said, help: Some(help) });
        }
        Ok(What::Compare(how, left, right))
    }

    fn first(&mut self) -> Result<Node, Fault> {
        let missing = both("ここに なにか いります", "something is missing here");
        let fault = self.fault(missing, Some(both("例: wifi and net == 'a'", "such as wifi and net == 'a'")));
        let Some((token, span)) = self.next() else { return Err(fault) };
        let just = |value| Ok(Node { span: span.clone(), what: What::Just(value) });
        match token {
            Token::Number(number) => just(Value::Number(number)),
            Token::Text(text) => just(Value::Text(text)),
            Token::True => just(Value::Bool(true)),
            Token::False => just(Value::Bool(false)),
            Token::Name(name) if self.peek() == Some(&Token::Open) => self.question(name, span),
            Token::Name(name) => Ok(Node { span, what: What::Name(name) }),
            Token::Not => {
                let inner = self.climb(NOT)?;
                Ok(Node { span: span.start..inner.span.end, what: What::Not(Box::new(inner)) })
            }
            Token::Open => {
                let inner = self.climb(0)?;
                self.close(&Token::Close, ")")?;
                Ok(inner)
            }
            Token::ListOpen => self.list(span.start),
            _ => Err(fault),
        }
    }

    fn close(&mut self, token: &Token, sign: &str) -> Result<Range<usize>, Fault> {
        if self.peek() != Some(token) {
            return Err(self.fault(both(format!("「{sign}」が ありません"), format!("`{sign}` is missing")), None));
        }
        Ok(self.next().map_or(self.end..self.end, |(_, span)| span))
    }

    fn question(&mut self, name: String, span: Range<usize>) -> Result<Node, Fault> {
        self.next();
        let Some(Token::Text(about)) = self.peek().cloned() else {
            let said = both("( )の 中は ' で かこんだ 文です", "a text in ' ' stands between the brackets");
            return Err(self.fault(said, Some(both("例: seen('settings/wifi')", "such as seen('settings/wifi')"))));
        };
        self.next();
        let end = self.close(&Token::Close, ")")?.end;
        Ok(Node { span: span.start..end, what: What::Ask(name, about) })
    }

    fn list(&mut self, start: usize) -> Result<Node, Fault> {
        let mut texts = vec![];
        loop {
            match self.peek().cloned() {
                Some(Token::Text(text)) => {
                    texts.push(text);
                    self.next();
                }
                Some(Token::Comma) => {
                    self.next();
                }
                Some(Token::ListClose) => break,
                _ => {
                    let said = both("[ ]の 中は ' で かこんだ 文です", "texts in ' ' stand between [ and ]");
                    return Err(self.fault(said, Some(both("例: ['a', 'b']", "such as ['a', 'b']"))));
                }
            }
        }
        let end = self.close(&Token::ListClose, "]")?.end;
        Ok(Node { span: start..end, what: What::Just(Value::List(texts)) })
    }
}
