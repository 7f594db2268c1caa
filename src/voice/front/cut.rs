//! Cuts a text into the words of the dictionary: of all ways to cut a sentence the one whose words and neighbours cost least, as MeCab
//! does. The library that makes the dictionary can do it too, from a copy in memory; this takes the same words in the same order, so that
//! two ways of the same cost are decided alike (`a_text_is_cut_as_the_library_cuts_it`).

use super::{
    lexicon::{self, Lexicon, Neighbours},
    table,
};
use jpreprocess::normalize_text_for_naist_jdic;
use jpreprocess_dictionary::{
    dictionary::word_encoding::JPreprocessDictionaryWordEncoding as Encoding, word_data::get_word_data,
};
use jpreprocess_njd::{NJD, NJDNode};
use lindera::token::Token;
use lindera_dictionary::{
    LinderaResult,
    dictionary::{
        Dictionary, character_definition::CategoryId, connection_cost_matrix::ConnectionCostMatrix, metadata::Metadata,
    },
    loader::{character_definition::CharacterDefinitionLoader, unknown_dictionary::UnknownDictionaryLoader},
    viterbi::{LexType, WordEntry, WordId},
};
use std::{borrow::Cow, ops::Range, path::Path};

/// A sentence ends behind one of these; nothing is a word across it.
const ENDS: [char; 4] = ['。', '、', '\n', '\t'];

/// The dictionary, ready to cut.
pub(super) struct Cutter {
    lexicon: Lexicon,
    neighbours: Neighbours,
    /// The kinds of signs, words that are in no dictionary, and in the place of the words of the system our own.
    rest: Dictionary,
    space: Option<CategoryId>,
}

/// A word that may stand somewhere.
struct Edge {
    start: usize,
    word: WordEntry,
    /// Of the cheapest way from the beginning to the end of this word.
    cost: i32,
    /// Which of those that end where it starts comes before it.
    before: usize,
}

/// A word of our own that stands in a sentence.
struct Own {
    start: usize,
    end: usize,
    word: WordEntry,
}

/// A sign, with its kinds.
type Sign<'a> = (usize, &'a [CategoryId]);

impl Cutter {
    /// `None` for files that are not a dictionary.
    pub(super) fn load(folder: &Path) -> LinderaResult<Option<Self>> {
        let Some((lexicon, neighbours)) = Lexicon::load(folder)?.zip(Neighbours::load(folder)?) else {
            return Ok(None);
        };
        let rest = Dictionary {
            prefix_dictionary: table::own_words()?.dict,
            connection_cost_matrix: ConnectionCostMatrix { costs_data: vec![], backward_size: 0, forward_size: 0 },
            character_definition: CharacterDefinitionLoader::load(folder)?,
            unknown_dictionary: UnknownDictionaryLoader::load(folder)?,
            metadata: Metadata::default(),
        };
        let space = rest.character_definition.category_id_by_name("SPACE");
        Ok(Some(Self { lexicon, neighbours, rest, space }))
    }

    /// The words of a text; `None` where the dictionary says something that cannot be read.
    pub(super) fn nodes(&self, text: &str) -> Option<Vec<NJDNode>> {
        let text = normalize_text_for_naist_jdic(text);
        let mut nodes = vec![];
        for sentence in text.split_inclusive(ENDS) {
            let words = self.cut(sentence);
            let ends = words.iter().skip(1).map(|(start, _)| *start).chain([sentence.len()]);
            for ((start, word), end) in words.iter().zip(ends) {
                nodes.extend(self.read(sentence.get(*start..end)?, *word)?);
            }
        }
        Some(nodes)
    }

    fn is_space(&self, surface: &str) -> bool {
        let kinds = |sign| self.rest.character_definition.lookup_categories(sign);
        self.space.is_some_and(|space| surface.chars().all(|sign| kinds(sign).contains(&space)))
    }

    /// Space says nothing.
    fn read(&self, surface: &str, word: WordId) -> Option<Vec<NJDNode>> {
        if self.is_space(surface) {
            return Some(vec![]);
        }
        let at = usize::try_from(word.id).ok()?;
        let details = match word.lex_type {
            LexType::System => self.lexicon.details(at)?,
            LexType::User => {
                let own = &self.rest.prefix_dictionary;
                get_word_data(&own.words_idx_data, &own.words_data, Some(at))?
            }
            LexType::Unknown => {
                let token = Token::new(Cow::Borrowed(surface), 0, surface.len(), 0, word, &self.rest, None);
                return NJD::from_tokens([token]).ok().map(|njd| njd.nodes);
            }
        };
        Some(NJDNode::load(surface, &Encoding::deserialize(details).ok()?))
    }

    /// Where each word begins.
    fn cut(&self, sentence: &str) -> Vec<(usize, WordId)> {
        let kinds = |sign| self.rest.character_definition.lookup_categories(sign);
        let signs: Vec<Sign<'_>> = sentence.char_indices().map(|(at, sign)| (at, kinds(sign))).collect();
        let own = self.own(sentence);
        let mut lattice = Lattice::new(sentence.len());
        // Up to here reaches a word that is in no dictionary.
        let mut unknown_end = 0;
        for (n, (start, kinds)) in signs.iter().enumerate() {
            if !lattice.is_reached(*start) {
                continue;
            }
            let mut reach = Reach::default();
            let found = self.lexicon.beginning(sentence.get(*start..).unwrap_or_default());
            let is_known = self.add_own(&mut lattice, &mut reach, &own, *start) | !found.is_empty();
            for (len, word) in found.into_iter().rev() {
                lattice.add(&self.neighbours, &mut reach, *start, start + len, word);
            }
            if unknown_end > *start {
                continue;
            }
            let lens = (0..kinds.len()).map(|kind| self.unknown(&signs, n, kind, is_known));
            for (kind, len) in kinds.iter().zip(lens).filter_map(|(kind, len)| Some((kind, len?))) {
                unknown_end = signs.get(n + len).map_or(sentence.len(), |(at, _)| *at);
                self.add_unknown(&mut lattice, &mut reach, *kind, *start..unknown_end);
            }
        }
        lattice.finish(&self.neighbours)
    }

    fn own(&self, sentence: &str) -> Vec<Own> {
        let own = &self.rest.prefix_dictionary;
        let found = own.da.find_overlapping_iter(sentence).flat_map(|found| {
            let of = usize::try_from(found.value()).unwrap_or(usize::MAX);
            let entries = lexicon::entries(&own.vals_data, of >> 5, of & 0x1f, lexicon::Of::Own);
            entries.map(move |word| Own { start: found.start(), end: found.end(), word })
        });
        found.collect()
    }

    /// Whether there was one.
    fn add_own(&self, lattice: &mut Lattice, reach: &mut Reach, own: &[Own], start: usize) -> bool {
        let mut any = false;
        for own in own.iter().rev().filter(|own| own.start == start) {
            lattice.add(&self.neighbours, reach, start, own.end, own.word);
            any = true;
        }
        any
    }

    /// How many signs from here on are a word that is in no dictionary, by one of the kinds of the first.
    fn unknown(&self, signs: &[Sign<'_>], n: usize, kind: usize, is_known: bool) -> Option<usize> {
        let of = signs.get(n)?.1.get(kind)?;
        let defined = self.rest.character_definition.lookup_definition(*of);
        let alike = |(_, kinds): &&Sign<'_>| kinds.get(kind) == Some(of);
        let rest = signs.get(n + 1..).unwrap_or_default();
        let more = if defined.group { rest.iter().take_while(alike).count() } else { 0 };
        (defined.invoke || !is_known).then_some(1 + more)
    }

    fn add_unknown(&self, lattice: &mut Lattice, reach: &mut Reach, kind: CategoryId, at: Range<usize>) {
        let all = &self.rest.unknown_dictionary;
        for id in all.lookup_word_ids(kind) {
            lattice.add(&self.neighbours, reach, at.start, at.end, all.word_entry(*id));
        }
    }
}

/// The cheapest way to where a word starts, by how it stands after others: many words stand alike.
#[derive(Default)]
struct Reach(Vec<(u16, Option<(i32, usize)>)>);

/// All ways through a sentence that were found so far, by where their last words end.
struct Lattice {
    ends: Vec<Vec<Edge>>,
}

impl Lattice {
    fn new(len: usize) -> Self {
        let mut ends: Vec<Vec<Edge>> = Vec::new();
        ends.resize_with(len + 1, Vec::new);
        if let Some(first) = ends.first_mut() {
            first.push(Edge { start: 0, word: WordEntry::default(), cost: 0, before: NOTHING });
        }
        Self { ends }
    }

    fn is_reached(&self, at: usize) -> bool {
        self.ends.get(at).is_some_and(|edges| !edges.is_empty())
    }

    fn add(&mut self, neighbours: &Neighbours, reach: &mut Reach, start: usize, end: usize, word: WordEntry) {
        let known = reach.0.iter().find(|(left, _)| *left == word.left_id).map(|(_, cheapest)| *cheapest);
        let cheapest = known.unwrap_or_else(|| {
            let cheapest = self.cheapest(neighbours, start, word.left_id);
            reach.0.push((word.left_id, cheapest));
            cheapest
        });
        if let (Some((cost, before)), Some(edges)) = (cheapest, self.ends.get_mut(end)) {
            edges.push(Edge { start, word, cost: cost.saturating_add(i32::from(word.word_cost)), before });
        }
    }

    /// What the cheapest way to `at` costs a word that stands so after others, and which word it ends with; the first of equals.
    fn cheapest(&self, neighbours: &Neighbours, at: usize, left: u16) -> Option<(i32, usize)> {
        let costs = neighbours.of(left);
        let mut best: Option<(i32, usize)> = None;
        for (n, edge) in self.ends.get(at)?.iter().enumerate() {
            let cost = edge.cost.saturating_add(costs.after(edge.word.right_id));
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, n));
            }
        }
        best
    }

    /// The words of the cheapest way.
    fn finish(&self, neighbours: &Neighbours) -> Vec<(usize, WordId)> {
        let mut words = vec![];
        let end = self.ends.len() - 1;
        let Some((_, mut before)) = self.cheapest(neighbours, end, 0) else { return words };
        let mut at = end;
        while let Some(edge) =
            self.ends.get(at).and_then(|edges| edges.get(before)).filter(|edge| edge.before != NOTHING)
        {
            words.push((edge.start, edge.word.word_id));
            (at, before) = (edge.start, edge.before);
        }
        words.reverse();
        words
    }
}

/// Before the first word.
const NOTHING: usize = usize::MAX;
