//! The words of a condition.

use super::{Compare, Fault};
use crate::reader::both;
use std::ops::Range;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(i64),
    Text(String),
    Name(String),
    True,
    False,
    And,
    Or,
    Not,
    In,
    Compare(Compare),
    Open,
    Close,
    ListOpen,
    ListClose,
    Comma,
}

/// Every word with its bytes. What is no word is told and left out.
pub(super) fn tokens(text: &str) -> (Vec<(Token, Range<usize>)>, Vec<Fault>) {
    let (mut out, mut faults) = (vec![], vec![]);
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        let length = match c {
            _ if c.is_whitespace() => c.len_utf8(),
            '\'' => quoted(rest, at, &mut out, &mut faults),
            '0'..='9' | '-' => number(rest, at, &mut out, &mut faults),
            _ if c.is_ascii_alphabetic() || c == '_' => word(rest, at, &mut out),
            _ => {
                let found = sign(rest);
                let length = found.as_ref().map_or(c.len_utf8(), |(_, length)| *length);
                faults.extend(found.is_none().then(|| odd(c, at)));
                out.extend(found.map(|(token, length)| (token, at..at + length)));
                length
            }
        };
        at += length;
    }
    (out, faults)
}

fn quoted(rest: &str, at: usize, out: &mut Vec<(Token, Range<usize>)>, faults: &mut Vec<Fault>) -> usize {
    let inner = rest.get(1..).unwrap_or_default();
    if let Some(end) = inner.find('\'') {
        let text = inner.get(..end).unwrap_or_default();
        out.push((Token::Text(text.into()), at..at + end + 2));
        return end + 2;
    }
    let said = both("「'」が とじて いません", "the quote is not closed");
    let help = both("例: net == 'Machi-1'", "such as net == 'Machi-1'");
    faults.push(Fault { span: at..at + rest.len(), said, help: Some(help) });
    rest.len()
}

fn number(rest: &str, at: usize, out: &mut Vec<(Token, Range<usize>)>, faults: &mut Vec<Fault>) -> usize {
    let length = 1 + rest.chars().skip(1).take_while(char::is_ascii_digit).count();
    if let Some(number) = rest.get(..length).and_then(|digits| digits.parse().ok()) {
        out.push((Token::Number(number), at..at + length));
    } else {
        let said = both("数が 読めません", "this is no number");
        faults.push(Fault { span: at..at + length, said, help: None });
    }
    length
}

fn word(rest: &str, at: usize, out: &mut Vec<(Token, Range<usize>)>) -> usize {
    let in_name = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let length = rest.chars().take_while(in_name).count();
    let word = rest.get(..length).unwrap_or_default();
    let token = match word {
        "and" => Token::And,
        "or" => Token::Or,
        "not" => Token::Not,
        "in" => Token::In,
        "true" => Token::True,
        "false" => Token::False,
        _ => Token::Name(word.into()),
    };
    out.push((token, at..at + length));
    length
}

fn sign(rest: &str) -> Option<(Token, usize)> {
    const SIGNS: &[(&str, Token)] = &[
        ("==", Token::Compare(Compare::Equal)),
        ("!=", Token::Compare(Compare::Differs)),
        ("<=", Token::Compare(Compare::AtMost)),
        (">=", Token::Compare(Compare::AtLeast)),
        ("<", Token::Compare(Compare::Less)),
        (">", Token::Compare(Compare::More)),
        ("(", Token::Open),
        (")", Token::Close),
        ("[", Token::ListOpen),
        ("]", Token::ListClose),
        (",", Token::Comma),
    ];
    SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)).map(|(sign, token)| (token.clone(), sign.len()))
}

fn odd(c: char, at: usize) -> Fault {
    let said = both(format!("「{c}」は ここで 使えません"), format!("`{c}` means nothing here"));
    let help = match c {
        '=' => both("くらべる ときは == と 書きます", "write == to compare"),
        '!' => both("ではない は not、ちがう は != です", "write not, or != to compare"),
        '&' | '|' => both("そして は and、または は or です", "write and, or"),
        '"' | '「' | '‘' | '’' | '”' | '“' => {
            both("文は ' で かこみます。例: 'Machi-1'", "a text stands between ' and '")
        }
        _ => both("使える もの: == != < <= > >= in not and or ( ) [ ]", "known: == != < <= > >= in not and or ( ) [ ]"),
    };
    Fault { span: at..at + c.len_utf8(), said, help: Some(help) }
}
