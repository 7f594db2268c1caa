//! What a town says about itself, for the places in a guide that only the town can fill: `{city.name}`, `{city.call}`, …

use crate::words::{Line, Piece};
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// The values of `{city.…}`. What is not known shows as the town being asked instead, never as a guess.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct City {
    pub values: BTreeMap<SmolStr, Line>,
}

impl City {
    /// Fills the `{city.…}` of a line; `unknown` stands where the town has said nothing.
    pub fn fill(&self, line: &Line, unknown: &Line) -> Line {
        let bits = line.bits();
        let text: Vec<&str> = bits.iter().map(|bit| bit.base.as_str()).collect();
        if !text.iter().any(|base| base.contains(OPEN)) {
            return line.clone();
        }
        let mut pieces = vec![];
        for bit in bits {
            let mut rest = bit.base.as_str();
            while let Some((before, name, after)) = placeholder(rest) {
                pieces.push(Piece::Verbatim(before));
                pieces.push(Piece::Bits(self.values.get(name).unwrap_or(unknown).bits()));
                rest = after;
            }
            if rest.len() == bit.base.len() {
                pieces.push(Piece::Bits(std::slice::from_ref(bit)));
            } else {
                pieces.push(Piece::Verbatim(rest));
            }
        }
        Line::compose(pieces)
    }
}

/// What a town can say about itself, with what it is; guides may name these and nothing else.
pub const VALUES: &[(&str, &str)] = &[
    ("name", "市町村の 名前"),
    ("office", "役所の 名前と 場所"),
    ("call", "代表の 電話番号"),
    ("hours", "役所が あいている 時間"),
    ("site", "ホームページ"),
    ("bosai", "防災の 担当と 電話番号"),
    ("risai", "罹災証明の 窓口"),
    ("risai-deadline", "罹災証明の 期限"),
    ("water", "水道の 電話番号"),
    ("waste", "災害の ごみの 出しかた"),
    ("health", "保健師や 救護所の 場所"),
    ("shelters", "避難所の 一覧が ある ところ"),
    ("consumer", "消費生活センターの 電話番号"),
    ("volunteer", "災害ボランティアセンターの 電話番号"),
];

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

    #[test]
    fn what_the_town_says_is_put_in_and_the_rest_is_asked_for() {
        let city = City { values: [("call".into(), Line::parse("市役所《しやくしょ》 000-0000"))].into() };
        let unknown = Line::parse("市《し》に 確認《かくにん》");
        for (text, plain) in [
            ("電話《でんわ》は {city.call}です。", "電話は 市役所 000-0000です。"),
            ("{city.water}", "市に 確認"),
            ("{city.call}・{city.water}", "市役所 000-0000・市に 確認"),
            ("{city.call", "{city.call"),
            ("なし", "なし"),
        ] {
            assert_eq!(city.fill(&Line::parse(text), &unknown).plain(), plain, "{text}");
        }
        let line = city.fill(&Line::parse("電話《でんわ》は {city.call}です。"), &unknown);
        assert_eq!(line.spoken(), "でんわは しやくしょ 000-0000です。");
    }
}
