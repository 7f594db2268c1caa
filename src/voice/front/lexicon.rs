//! The dictionary as it lies on the disk. The library that builds it copies its table of words (48 MB) and what stands between words
//! (4 MB) into memory before it looks anything up; here both are looked up where they lie, mapped, so that only those pages
//! are in memory in which somebody looked, and none has to be read before the first word.

use jpreprocess_dictionary::word_data::get_word_data;
use lindera_dictionary::{
    LinderaResult,
    util::{Data, mmap_file},
    viterbi::WordEntry,
};
use std::path::Path;

/// Bytes of a state of the table: where its children begin, where it goes on when nothing fits (not needed here), and in one number the
/// word that ends in it and the byte by which it is reached.
const STATE: usize = 12;
/// Bytes of a word that ends somewhere: its entries, its length, and a shorter word that ends there too.
const END: usize = 12;
/// Bytes of a number, such as how many states follow.
const NUMBER: usize = 4;
/// Bytes behind the last word that ends: how is searched, and how many states are in use.
const TAIL: usize = 5;

/// The words of the dictionary.
pub(super) struct Lexicon {
    table: Data,
    /// Where the words that end begin.
    ends: usize,
    entries: Data,
    index: Data,
    details: Data,
}

impl Lexicon {
    /// `None` for files that are not what they are called.
    pub(super) fn load(folder: &Path) -> LinderaResult<Option<Self>> {
        let map = |name| mmap_file(&folder.join(name)).map(Data::from);
        let (table, entries) = (map("dict.da")?, map("dict.vals")?);
        let (index, details) = (map("dict.wordsidx")?, map("dict.words")?);
        let whole = |ends: usize| {
            let all = number(&table, ends)?.checked_mul(END)?;
            (ends.checked_add(NUMBER + all + TAIL)? == table.len() && entries.len() % WordEntry::SERIALIZED_LEN == 0)
                .then_some(ends + NUMBER)
        };
        let ends = number(&table, 0).and_then(|states| states.checked_mul(STATE)?.checked_add(NUMBER)).and_then(whole);
        Ok(ends.map(|ends| Self { table, ends, entries, index, details }))
    }

    /// Every word with which `text` begins, shortest first: where it ends, and how it stands in a sentence.
    pub(super) fn beginning(&self, text: &str) -> Vec<(usize, WordEntry)> {
        let mut found = vec![];
        let mut state = 0;
        for (n, byte) in text.bytes().enumerate() {
            let Some(next) = self.child(state, byte) else { break };
            state = next;
            if let Some(of) = self.word_at(state, n + 1) {
                found.extend(entries(&self.entries, of >> 8, of & 0xff, Of::System).map(|entry| (n + 1, entry)));
            }
        }
        found
    }

    /// All that is known of a word, as jpreprocess keeps it.
    pub(super) fn details(&self, word: usize) -> Option<&[u8]> {
        get_word_data(&self.index, &self.details, Some(word))
    }

    fn child(&self, state: usize, byte: u8) -> Option<usize> {
        let base = number(&self.table, NUMBER + state * STATE).filter(|base| *base > 0)?;
        let child = base ^ usize::from(byte);
        (self.ends_and_byte(child)? & 0xff == usize::from(byte)).then_some(child)
    }

    fn ends_and_byte(&self, state: usize) -> Option<usize> {
        number(&self.table, NUMBER + state * STATE + 2 * NUMBER)
    }

    /// Where the entries of the word are that ends here, and how many in the lowest byte. Shorter words may end here which began later.
    fn word_at(&self, state: usize, len: usize) -> Option<usize> {
        let end = (self.ends_and_byte(state)? >> 8).checked_sub(1)?;
        let at = self.ends + end * END;
        (number(&self.table, at + NUMBER)? == len).then(|| number(&self.table, at))?
    }
}

/// Whose words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    System,
    Own,
}

/// The entries of a word: `count` of them from the `first` on.
pub(super) fn entries(all: &Data, first: usize, count: usize, of: Of) -> impl Iterator<Item = WordEntry> + '_ {
    let one = WordEntry::SERIALIZED_LEN;
    let from = first.checked_mul(one).and_then(|from| all.get(from..)).unwrap_or_default();
    from.chunks_exact(one).take(count).map(move |entry| WordEntry::deserialize(entry, of == Of::System))
}

fn number(all: &[u8], at: usize) -> Option<usize> {
    let four = all.get(at..)?.first_chunk()?;
    usize::try_from(u32::from_le_bytes(*four)).ok()
}

/// What it costs that one kind of word stands after another.
pub(super) struct Neighbours {
    costs: Data,
    /// Kinds of words that may stand before.
    before: usize,
}

/// Two bytes each: a mark of the format, how many kinds stand before, and how many after.
const HEAD: usize = 6;
/// Where nothing is known, nobody shall go.
const NEVER: i32 = i16::MAX as i32;

impl Neighbours {
    /// `None` for a file that is not what it is called.
    pub(super) fn load(folder: &Path) -> LinderaResult<Option<Self>> {
        let costs = Data::from(mmap_file(&folder.join("matrix.mtx"))?);
        let short = |at| cost(&costs, at).and_then(|size| usize::try_from(size).ok());
        let sizes = short(2).zip(short(4)).filter(|_| cost(&costs, 0) == Some(-1));
        let whole = sizes.filter(|(before, after)| HEAD + before * after * 2 == costs.len());
        Ok(whole.map(|(before, _)| Self { costs, before }))
    }

    /// What it costs to stand after each kind.
    pub(super) fn of(&self, after: u16) -> Costs<'_> {
        let from = HEAD + usize::from(after) * self.before * 2;
        Costs(self.costs.get(from..from + self.before * 2).unwrap_or_default())
    }
}

/// What it costs a word to stand after each kind of word.
pub(super) struct Costs<'a>(&'a [u8]);

impl Costs<'_> {
    pub(super) fn after(&self, before: u16) -> i32 {
        cost(self.0, usize::from(before) * 2).unwrap_or(NEVER)
    }
}

fn cost(all: &[u8], at: usize) -> Option<i32> {
    Some(i32::from(i16::from_le_bytes(*all.get(at..)?.first_chunk()?)))
}
