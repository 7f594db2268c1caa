//! A pack: everything that content files say, as bytes that travel. The same files give the same bytes, on any machine, at any time;
//! damaged bytes are refused with a reason.

use super::{Guide, Kind, Phase};
use crate::words::{Line, Tongue};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, io::Read};

/// Built content.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// Guides and questions in every tongue, by id and tongue.
    pub items: Vec<Item>,
    /// Words that mean the same to somebody who searches.
    pub synonyms: Vec<Vec<String>>,
    /// How else those are typed: as they are read, and without が and を.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub typed: BTreeMap<String, Vec<String>>,
    /// Whom to thank: voices, dictionaries, fonts, data.
    pub credits: Vec<Credit>,
    /// What other rooms bring: the practice phone and its lessons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extras: Vec<Extra>,
}

/// Something in one tongue that another room wrote: it is listed and found like a guide, and handed back as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Extra {
    /// Names what it is to the room that wrote it; never `guide` or `faq`.
    pub kind: String,
    /// Unique within its kind and tongue.
    pub id: String,
    pub tongue: Tongue,
    pub title: Line,
    /// What a list shows of it: JSON; empty when it is in no list.
    pub listed: String,
    pub tags: Vec<String>,
    /// Everything in it after the title, in reading order.
    pub lines: Vec<Line>,
    /// How all of it is read, as [`Item::kana`].
    pub kana: String,
    /// The thing itself: JSON; empty where another tongue's holds it.
    pub body: String,
}

impl Default for Extra {
    fn default() -> Self {
        let (kind, id, listed, kana, body) = Default::default();
        Self { kind, id, tongue: Tongue::JA, title: Line::default(), listed, tags: vec![], lines: vec![], kana, body }
    }
}

/// A guide with what search needs to find it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub guide: Guide,
    /// How all of it is read, in hiragana where a reading is known, in the order of [`Guide::lines`], one line each.
    pub kana: String,
}

/// Something made by others that the kiosk uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit {
    pub name: Line,
    /// Who made it.
    pub by: Line,
    /// What the kiosk does with it.
    pub what: Line,
    pub licence: Line,
    pub url: Option<String>,
}

/// What a shelf shows of a guide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub kind: Kind,
    pub id: String,
    pub tongue: Tongue,
    pub groups: Vec<String>,
    pub icon: String,
    pub title: Line,
    pub lead: Line,
    /// When somebody needs it.
    #[serde(default = "always")]
    pub phase: Phase,
}

/// Entries that were kept before they told.
const fn always() -> Phase {
    Phase::Always
}

/// Why bytes are not a pack.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    #[error("this is not a pack of Engawa; take a file made by `engawa pack build`")]
    NotAPack,
    #[error("the pack has format {found}, this program reads format {FORMAT}; update whichever is older")]
    Format { found: u16 },
    #[error("the pack is damaged ({what}); copy it again")]
    Damaged { what: &'static str },
    #[error("the pack unfolds to more than {most} bytes and is refused")]
    TooLarge { most: usize },
    #[error("the pack can not be read ({why}); build it again")]
    Unreadable { why: String },
}

const MAGIC: &[u8] = b"engawa-pack\n";
const FORMAT: u16 = 1;
/// Unfolded size at most, in bytes: nothing larger is ever built, so anything larger is an attack or damage.
const LARGEST: usize = 64 * 1024 * 1024;
/// The level decides the bytes, so it never changes within a format.
const LEVEL: i32 = 19;

impl Item {
    pub fn entry(&self) -> Entry {
        let Guide { kind, id, tongue, groups, icon, title, lead, phase, .. } = self.guide.clone();
        Entry { kind, id, tongue, groups, icon, title, lead, phase }
    }
}

impl Pack {
    /// What shelves show, in the order of the pack.
    pub fn entries(&self) -> Vec<Entry> {
        self.items.iter().map(Item::entry).collect()
    }

    /// Names the content: SHA-256 of what it says, in hexadecimal. Equal content has equal names, however it travelled.
    pub fn revision(&self) -> Result<String, PackError> {
        Ok(hex(&Sha256::digest(self.said()?)))
    }

    fn said(&self) -> Result<Vec<u8>, PackError> {
        serde_json::to_vec(self).map_err(|err| PackError::Unreadable { why: err.to_string() })
    }

    /// Magic, format (u16), unfolded length (u64), SHA-256 of what follows, zstd; numbers are little endian.
    pub fn to_bytes(&self) -> Result<Vec<u8>, PackError> {
        let said = self.said()?;
        if said.len() > LARGEST {
            return Err(PackError::TooLarge { most: LARGEST });
        }
        let folded =
            zstd::bulk::compress(&said, LEVEL).map_err(|err| PackError::Unreadable { why: err.to_string() })?;
        let mut out = MAGIC.to_vec();
        out.extend(FORMAT.to_le_bytes());
        out.extend((said.len() as u64).to_le_bytes());
        out.extend(Sha256::digest(&folded));
        out.extend(folded);
        Ok(out)
    }

    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(PackError::NotAPack)?;
        let cut = PackError::Damaged { what: "it ends too early" };
        let (format, rest) = rest.split_first_chunk().ok_or_else(|| cut.clone())?;
        let found = u16::from_le_bytes(*format);
        if found != FORMAT {
            return Err(PackError::Format { found });
        }
        let (length, rest) = rest.split_first_chunk().ok_or_else(|| cut.clone())?;
        let (digest, folded) = rest.split_first_chunk::<32>().ok_or(cut)?;
        if Sha256::digest(folded).as_slice() != digest {
            return Err(PackError::Damaged { what: "its checksum differs" });
        }
        let length = usize::try_from(u64::from_le_bytes(*length)).unwrap_or(usize::MAX);
        if length > LARGEST {
            return Err(PackError::TooLarge { most: LARGEST });
        }
        let said = unfold(folded, length)?;
        serde_json::from_slice(&said).map_err(|err| PackError::Unreadable { why: err.to_string() })
    }
}

/// Unfolds exactly `length` bytes and not one more, whatever the frame promises.
fn unfold(folded: &[u8], length: usize) -> Result<Vec<u8>, PackError> {
    let damaged = |_| PackError::Damaged { what: "it does not unfold" };
    let unfolding = zstd::stream::read::Decoder::new(folded).map_err(damaged)?;
    let mut said = vec![];
    unfolding.take(length as u64 + 1).read_to_end(&mut said).map_err(damaged)?;
    if said.len() != length {
        return Err(PackError::Damaged { what: "its length differs" });
    }
    Ok(said)
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
