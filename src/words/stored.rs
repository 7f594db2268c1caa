//! How a line is kept in a pack: its bits as short pieces, so that weight and who gave a reading survive, which the notation of
//! authors does not carry.

use super::{Bit, Line, Piece, Ruby, Tongue};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// Plain text is a string; anything else is `[base, ruby, marks]`, where marks are 1 for a reading of the front end, 2 for strong.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Stored {
    Text(String),
    Marked(String, String, u8),
}

const FRONT_END: u8 = 1;
const STRONG: u8 = 2;

fn marks(bit: &Bit) -> u8 {
    u8::from(bit.by == Ruby::FrontEnd) * FRONT_END + u8::from(bit.strong) * STRONG
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut out: Vec<(String, &str, u8)> = vec![];
        for bit in self.bits() {
            match out.last_mut() {
                Some((text, "", last)) if bit.ruby.is_empty() && *last == marks(bit) => text.push_str(&bit.base),
                _ => out.push((bit.base.to_string(), &bit.ruby, marks(bit))),
            }
        }
        to.collect_seq(out.into_iter().map(|piece| match piece {
            (text, "", 0) => Stored::Text(text),
            (base, ruby, marks) => Stored::Marked(base, ruby.to_owned(), marks),
        }))
    }
}

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let pieces = Vec::<Stored>::deserialize(from)?;
        let bits: Vec<_> = pieces
            .into_iter()
            .map(|piece| match piece {
                Stored::Text(text) => Bit { base: text.into(), ..Bit::default() },
                Stored::Marked(base, ruby, marks) => Bit {
                    base: base.into(),
                    ruby: ruby.into(),
                    by: if marks & FRONT_END == 0 { Ruby::Author } else { Ruby::FrontEnd },
                    strong: marks & STRONG != 0,
                    phrase: 0,
                },
            })
            .collect();
        Ok(Self::compose([Piece::Bits(&bits)]))
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
        let kept = serde_json::to_string(&line).unwrap();
        let back: Line = serde_json::from_str(&kept).unwrap();
        assert_eq!(back, line, "{kept}");
        assert_eq!(back.phrases(), line.phrases());
    }
}
