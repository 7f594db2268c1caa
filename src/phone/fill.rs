//! Puts what is known into what is said: `{city.call}`, `{net}`.

use super::{Said, Skin};
use crate::{
    content::City,
    expr::{Scope, Value},
    words::{Line, Piece, Words},
};
use std::sync::Arc;

/// For whom a phone speaks.
#[derive(Clone, Debug)]
pub struct Setting {
    pub skin: Skin,
    /// The reader's tongue, and what stands where the town has said nothing.
    pub words: Words,
    pub city: Arc<City>,
}

impl Setting {
    /// What is said, in the reader's tongue and with everything put in.
    pub(super) fn line(&self, said: &Said, scope: &dyn Scope) -> Line {
        let line = said.line(self.words.tongue(), self.skin);
        if !line.bits().iter().any(|bit| bit.base.contains('{')) {
            return line.clone();
        }
        let line = self.city.fill(line, &self.words);
        fill(&line, &|name| scope.value(name).map(|value| Line::verbatim(&shown(&value))))
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Bool(true) => "○".to_owned(),
        Value::Bool(false) => "－".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::List(texts) | Value::AtLeast(texts) => texts.join("、"),
    }
}

fn fill(line: &Line, find: &dyn Fn(&str) -> Option<Line>) -> Line {
    let bits = line.bits();
    // Kept beside the pieces, which borrow from them.
    let found: Vec<Vec<(&str, Option<Line>)>> = bits
        .iter()
        .map(|bit| parts(&bit.base).into_iter().map(|(text, name)| (text, name.and_then(find))).collect())
        .collect();
    let mut pieces = vec![];
    for (bit, parts) in bits.iter().zip(&found) {
        if let [(_, None)] = parts.as_slice() {
            pieces.push(Piece::Bits(std::slice::from_ref(bit)));
            continue;
        }
        for (text, value) in parts {
            pieces.push(value.as_ref().map_or(Piece::Verbatim(text), |value| Piece::Bits(value.bits())));
        }
    }
    Line::compose(pieces)
}

/// A text with every `{name}` that is known in its place.
pub(super) fn fill_text(text: &str, scope: &dyn Scope) -> String {
    let one = |(text, name): (&str, Option<&str>)| {
        name.and_then(|name| scope.value(name)).map_or_else(|| text.to_owned(), |value| shown(&value))
    };
    parts(text).into_iter().map(one).collect()
}

/// The text in pieces; those that are a `{name}` with the name.
pub(super) fn parts(text: &str) -> Vec<(&str, Option<&str>)> {
    let (mut out, mut rest) = (vec![], text);
    while let Some((start, end)) = rest.find('{').and_then(|start| Some((start, start + rest.get(start..)?.find('}')?)))
    {
        let (before, place) = (rest.get(..start).unwrap_or_default(), rest.get(start..=end).unwrap_or_default());
        if !before.is_empty() {
            out.push((before, None));
        }
        out.push((place, place.get(1..place.len() - 1)));
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    if !rest.is_empty() || out.is_empty() {
        out.push((rest, None));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Tongue;

    struct Net;
    impl Scope for Net {
        fn value(&self, name: &str) -> Option<Value> {
            (name == "net").then(|| "Machi-1".into())
        }
    }

    #[test]
    fn what_is_known_is_put_in_and_readings_stay() {
        let setting = Setting { skin: Skin::Iphone, words: Words::shipped(&Tongue::JA), city: Arc::default() };
        for (text, plain) in
            [("名前《なまえ》は{net}です。", "名前はMachi-1です。"), ("{what}・{", "{what}・{"), ("なし", "なし")]
        {
            let line = setting.line(&Said::same(Line::parse(text)), &Net);
            assert_eq!(line.plain(), plain, "{text}");
            assert!(!line.spoken().contains('名'));
        }
        let call = setting.line(&Said::same(Line::parse("{city.call}へ {net}")), &Net).plain();
        assert!(!call.contains('{') && call.ends_with("へ Machi-1"), "{call}");
        assert_eq!(fill_text("{net}-{x}-", &Net), "Machi-1-{x}-");
    }
}
