//! The Japanese front end: text → words with their readings. What it finds is used for ruby, for the search index and for speech, so
//! that what is shown, found and heard agrees.

mod context;
mod cut;
mod gather;
mod lexicon;
mod line;
mod ruby;
mod table;

use super::{
    kana::{self, hiragana},
    make, normal,
};
use crate::words::{Line, is_kanji};
use cut::Cutter;
use jpreprocess_njd::{NJD, NJDNode};
use serde::Serialize;
use std::{
    ops::Range,
    path::{Path, PathBuf},
};

/// Why there are no readings.
#[derive(Debug, thiserror::Error)]
pub enum FrontError {
    #[error("{0}: there is no Japanese dictionary here ({1}). Run script/voice")]
    Missing(PathBuf, std::io::Error),
    #[error("{path}: made for {made}, this program reads {wanted}. Run script/voice again")]
    Version { path: PathBuf, made: String, wanted: String },
    #[error("{path}: the Japanese dictionary is damaged ({why}). Run script/voice again")]
    Damaged { path: PathBuf, why: String },
}

/// Reads Japanese. Loaded within milliseconds: the dictionary stays on the disk and is mapped.
pub struct FrontEnd {
    dictionary: Cutter,
}

/// A word as it stands in the text, and how it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Word {
    /// Bytes of the text that was read.
    #[serde(skip)]
    pub source: Range<usize>,
    pub surface: String,
    /// As written in hiragana: きょうは.
    pub reading: String,
    /// As it sounds: きょーわ.
    pub spoken: String,
}

/// A text, read.
pub(super) struct Reading {
    pub(super) words: Vec<Word>,
    /// For the voice: with accents, numbers written out.
    pub(super) nodes: Vec<NJDNode>,
}

impl FrontEnd {
    /// Loads what `script/voice` made in `folder`.
    pub fn load(folder: &Path) -> Result<Self, FrontError> {
        let path = folder.join("dictionary");
        let made =
            std::fs::read_to_string(path.join(make::MADE)).map_err(|err| FrontError::Missing(path.clone(), err))?;
        if made.trim() != make::FORMAT {
            return Err(FrontError::Version { path, made: made.trim().to_owned(), wanted: make::FORMAT.to_owned() });
        }
        let damaged = |why: String| FrontError::Damaged { path: path.clone(), why };
        let dictionary = Cutter::load(&path).map_err(|err| damaged(err.to_string()))?;
        let dictionary = dictionary.ok_or_else(|| damaged("a file of it was cut off".to_owned()))?;
        Ok(Self { dictionary })
    }

    /// The words of a text, in order. Signs have no reading.
    pub fn words(&self, text: &str) -> Vec<Word> {
        self.read(text).words
    }

    /// How a text is read, in hiragana as people write it: 「今日は119番」 is 「きょうはひゃくじゅうきゅうばん」.
    pub fn kana(&self, text: &str) -> String {
        self.words(text).into_iter().map(|word| word.reading).collect()
    }

    /// As [`FrontEnd::kana`] for a line: the author's ruby decides.
    pub fn kana_of(&self, line: &Line) -> String {
        self.kana(&line::heard(self, line))
    }

    /// The line with ruby on every kanji that has none; the author's stays.
    pub fn ruby(&self, line: &Line) -> Line {
        line::with_ruby(self, line)
    }

    /// What the voice says for a line; the author's ruby decides.
    pub(super) fn nodes(&self, line: &Line) -> Vec<NJDNode> {
        self.read(&line::heard(self, line)).nodes
    }

    /// Reads a text. A text that cannot be read (it never happened) has no words.
    pub(super) fn read(&self, text: &str) -> Reading {
        let pieces = normal::normal(text);
        let said: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let mut njd = NJD { nodes: vec![] };
        for apart in set_apart(&said) {
            let Some(nodes) = self.dictionary.nodes(apart) else { return Reading { words: vec![], nodes: vec![] } };
            njd.nodes.extend(nodes);
        }
        context::correct(&mut njd.nodes);
        let raw = njd.nodes.clone();
        njd.preprocess();
        let words = gather::words(text, &pieces, &raw, &njd.nodes);
        Reading { words, nodes: njd.nodes }
    }

    /// A text in hiragana, for comparing readings: nothing but kana.
    fn only_kana(&self, text: &str) -> String {
        hiragana(&self.kana(text)).chars().filter(|c| kana::is_kana(*c)).collect()
    }
}

/// The stretches that are looked up alone. Where an author sets words apart, as in 分かち書き, nothing is a suffix of what stands
/// before the space: 「まだ 人が」 is not まだじん, 「なく 声を」 not なくごえ. A number keeps the words before it.
fn set_apart(said: &str) -> Vec<&str> {
    let (mut out, mut start) = (vec![], 0);
    for (at, space) in said.match_indices([' ', '　']) {
        let next = at + space.len();
        if said.get(next..).and_then(|rest| rest.chars().next()).is_some_and(|c| is_kanji(c) || kana::is_kana(c)) {
            out.extend(said.get(start..next));
            start = next;
        }
    }
    out.extend(said.get(start..).filter(|rest| !rest.is_empty()));
    out
}

/// One row of the dictionary as a node.
fn node(row: &str) -> Option<NJDNode> {
    NJD::from_strings(vec![row.to_owned()]).nodes.into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jpreprocess::JPreprocess;
    use lindera_dictionary::dictionary::Dictionary;

    /// What is shipped in Japanese, and what is hard: words in no dictionary, half of a sign, spaces, nothing at all.
    fn texts() -> Vec<String> {
        let shipped = crate::content::build(&crate::content::shipped(), &crate::content::NoReadings).0;
        let lines = shipped.items.iter().filter(|item| item.guide.tongue == crate::words::Tongue::JA);
        let lines = lines.flat_map(|item| item.guide.lines().into_iter().map(Line::plain));
        let hard =
            ["", " ", "　", "ＡＢＣ、ｶﾞｽ\u{3099}は\u{0}", "🏯🏯と龘龘龘。", "ゼロニー、ハチゴー。", "\n\t。、", "ﾊﾟ ﾊﾞ"];
        lines
            .chain(hard.map(str::to_owned))
            .chain([shipped.items.iter().map(|item| item.kana.as_str()).take(9).collect()])
            .collect()
    }

    #[test]
    fn a_text_is_cut_as_the_library_cuts_it() {
        let folder =
            std::env::var_os("ENGAWA_VOICE").map_or_else(|| "target/voice".into(), PathBuf::from).join("dictionary");
        let system = Dictionary::load_from_path_with_options(&folder, true).unwrap();
        let library = JPreprocess::with_dictionaries(system, Some(table::own_words().unwrap()));
        let ours = Cutter::load(&folder).unwrap().unwrap();
        let texts = texts();
        assert!(texts.len() > 500, "{}", texts.len());
        for text in texts {
            assert_eq!(ours.nodes(&text), library.text_to_njd(&text).ok().map(|njd| njd.nodes), "{text}");
        }
    }
}
