//! What the store keeps of one item: enough to list it, to find it and to hand it back, and nothing about what it means.

use super::{sentences, terms};
use crate::words::{Line, Tongue};
use sha2::{Digest, Sha256};

/// SHA-256.
pub(super) type Hash = [u8; 32];

/// One item in one tongue.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Document {
    /// `guide`, `faq`, …: an id is unique within its kind and tongue.
    pub(super) kind: String,
    pub(super) id: String,
    pub(super) tongue: Tongue,
    pub(super) title: Line,
    /// What a shelf shows of it; JSON.
    pub(super) listed: String,
    /// Further words by which it should be found.
    pub(super) also: Vec<String>,
    /// Everything in it after the title, in reading order.
    pub(super) text: Vec<Line>,
    /// How all of it is read, where that is more than the ruby says.
    pub(super) read: String,
    /// The item as its own room wrote it.
    pub(super) body: Vec<u8>,
}

/// A word, and how else it is typed.
pub(super) type Synonym = (String, Vec<String>);

/// Everything of one channel, ready to be installed.
#[derive(Clone, Debug)]
pub(super) struct Shipment {
    pub(super) channel: String,
    pub(super) revision: String,
    /// Names the shipment: what has the same digest is not installed twice.
    pub(super) digest: Hash,
    pub(super) documents: Vec<Document>,
    /// Teams of words that find each other.
    pub(super) synonyms: Vec<Vec<Synonym>>,
}

/// A document as it stands in its row.
pub(super) struct Row {
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) tongue: String,
    pub(super) listed: String,
    pub(super) also: String,
    pub(super) read: String,
    pub(super) sentences: String,
    pub(super) body: Vec<u8>,
}

impl Row {
    pub(super) fn of(document: &Document) -> Self {
        Self {
            kind: document.kind.clone(),
            name: document.id.clone(),
            tongue: document.tongue.tag().to_owned(),
            listed: document.listed.clone(),
            also: document.also.join("\n"),
            read: document.read.clone(),
            sentences: sentences::write(&document.text),
            body: document.body.clone(),
        }
    }

    /// Over every column with its length, so that nothing can move from one to the next unseen.
    pub(super) fn digest(&self) -> Hash {
        let texts = [&self.kind, &self.name, &self.tongue, &self.listed, &self.also, &self.read, &self.sentences];
        let mut hash = Sha256::new();
        for column in texts.iter().map(|text| text.as_bytes()).chain([self.body.as_slice()]) {
            hash.update((column.len() as u64).to_le_bytes());
            hash.update(column);
        }
        hash.finalize().into()
    }
}

/// What goes into the index: every text as shown and as read.
pub(super) struct Terms {
    pub(super) title: [String; 2],
    pub(super) also: [String; 2],
    /// All of it, names included.
    pub(super) text: [String; 2],
}

impl Terms {
    pub(super) fn of(document: &Document) -> Self {
        let shown = |text: &str| terms::index_terms(&terms::fold(text));
        let read = |text: &str| terms::index_terms(&terms::kana(&terms::fold(text)));
        let (title, heard) = (document.title.plain(), document.title.spoken());
        let also = document.also.join(APART);
        let lines = document.text.iter();
        let spoken: Vec<String> = lines.clone().map(Line::spoken).chain([heard.clone()]).collect();
        let known = |line: &&str| spoken.iter().any(|spoken| spoken.trim() == line.trim());
        let more: Vec<&str> = document.read.lines().filter(|line| !known(line)).collect();
        let plain: Vec<String> = lines.map(Line::plain).collect();
        Self {
            text: [
                shown(&[title.as_str(), &also, &plain.join(APART)].join(APART)),
                read(&[spoken.join(APART).as_str(), &also, &more.join(APART)].join(APART)),
            ],
            title: [shown(&title), read(&heard)],
            also: [shown(&also), read(&also)],
        }
    }
}

/// Keeps phrases from reaching over from one line to the next.
const APART: &str = "\u{1e}";
