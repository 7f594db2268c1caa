//! How a line is kept in a pack: its bits as short pieces, so that weight and who gave a reading survive, which the notation of
//! authors does not carry.

use super::{Bit, Line, Piece, Ruby, Tongue};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// Plain text is a string; anything else is `[base, ruby, marks]`, where marks are 1 for a reading of the front end, 2 for strong. A line
/// that would not come back from that as it was has the phrase as a fourth part of every bit.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Stored {
    Text(String),
    Exact(String, String, u8, u16),
    Marked(String, String, u8),
}

const FRONT_END: u8 = 1;
const STRONG: u8 = 2;

fn marks(bit: &Bit) -> u8 {
    u8::from(bit.by == Ruby::FrontEnd) * FRONT_END + u8::from(bit.strong) * STRONG
}

fn bit(base: String, ruby: String, marks: u8, phrase: u16) -> Bit {
    let by = if marks & FRONT_END == 0 { Ruby::Author } else { Ruby::FrontEnd };
    Bit { base: base.into(), ruby: ruby.into(), by, phrase, strong: marks & STRONG != 0 }
}

impl Line {
    fn to_stored(&self) -> Vec<Stored> {
        let mut runs: Vec<(String, &str, u8)> = vec![];
        for bit in self.bits() {
            match runs.last_mut() {
                Some((text, "", last)) if bit.ruby.is_empty() && *last == marks(bit) => text.push_str(&bit.base),
                _ => runs.push((bit.base.to_string(), &bit.ruby, marks(bit))),
            }
        }
        let short = runs.into_iter().map(|run| match run {
            (text, "", 0) => Stored::Text(text),
            (base, ruby, marks) => Stored::Marked(base, ruby.to_owned(), marks),
        });
        short.collect()
    }

    fn to_stored_exactly(&self) -> Vec<Stored> {
        let exact = |bit: &Bit| Stored::Exact(bit.base.to_string(), bit.ruby.to_string(), marks(bit), bit.phrase);
        self.bits().iter().map(exact).collect()
    }

    fn from_stored(stored: Vec<Stored>) -> Self {
        let exact = stored.iter().any(|piece| matches!(piece, Stored::Exact(..)));
        let bits: Vec<_> = stored
            .into_iter()
            .map(|piece| match piece {
                Stored::Text(text) => bit(text, String::new(), 0, 0),
                Stored::Marked(base, ruby, marks) => bit(base, ruby, marks, 0),
                Stored::Exact(base, ruby, marks, phrase) => bit(base, ruby, marks, phrase),
            })
            .collect();
        if exact { Self::from_bits(bits) } else { Self::compose([Piece::Bits(&bits)]) }
    }
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let short = self.to_stored();
        if Self::from_stored(self.to_stored()) == *self {
            return short.serialize(to);
        }
        self.to_stored_exactly().serialize(to)
    }
}

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::<Stored>::deserialize(from).map(Self::from_stored)
    }
}

impl Serialize for Tongue {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.tag())
    }
}

impl<'de> Deserialize<'de> for Tongue {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(from)?;
        Self::parse(&tag).ok_or_else(|| D::Error::custom(format!("`{tag}` is not a language tag")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_comes_back_as_it_was() {
        let by_front_end =
            Bit { base: "水".into(), ruby: "みず".into(), by: Ruby::FrontEnd, phrase: 0, strong: false };
        let line = Line::compose([
            Piece::Strong("足《あし》を"),
            Piece::Notation(" うごかす。"),
            Piece::Bits(&[by_front_end]),
            Piece::Verbatim("《x》を のむ。Wi-Fi"),
        ]);
        for line in [line, Line::parse("ab｜cd《》"), Line::parse("｜あ。い《x》う"), Line::default()] {
            let kept = serde_json::to_string(&line).unwrap();
            let back: Line = serde_json::from_str(&kept).unwrap();
            assert_eq!(back, line, "{kept}");
            assert_eq!(back.phrases(), line.phrases());
        }
    }
}
