//! From what somebody types to what the index is asked. A search goes in rounds, each wider than the one before, so that a hit in
//! a title always stands above a hit by a related word, and that above a hit somewhere in the text.

use super::{sentences::Needle, terms};

/// A longer query is cut: nobody types more, and a machine shall not make us look for ever.
const WORDS: usize = 8;
const SIGNS: usize = 40;

/// One word of the query with the words that mean the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    typed: String,
    pub(super) related: Vec<String>,
}

impl Word {
    /// Without the words that mean the same.
    pub(super) fn alone(&self) -> Self {
        Self { typed: self.typed.clone(), related: vec![] }
    }

    /// What the synonyms are compared with.
    pub(super) fn key(&self) -> String {
        terms::kana(&terms::squeeze(&self.typed))
    }
}

/// Whether the last word may still be growing while it is typed does not matter to the index (any piece of a word is found),
/// but it does to the synonyms, which are whole words.
pub(super) fn words(typed: &str) -> Vec<Word> {
    let folded = terms::fold(&typed.chars().take(WORDS * SIGNS).collect::<String>());
    let cut = |word: &str| {
        word.trim_matches(['?', '!', '。', '、', '・', '「', '」']).chars().take(SIGNS).collect::<String>()
    };
    let parts = folded.split_whitespace().map(cut).filter(|word| terms::phrase(word).is_some());
    let all: Vec<_> = parts.take(WORDS).map(|typed| Word { typed, related: vec![] }).collect();
    let telling: Vec<_> = all.iter().filter(|word| !IDLE.contains(&word.key().as_str())).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// What stands beside a word in a question and is asked of everything: どこ, ほしい. Folded as [`Word::key`].
const IDLE: &[&str] = &[
    "ドコ",
    "ドコニ",
    "ドコデ",
    "ドコデスカ",
    "何処",
    "ナニ",
    "何",
    "ドウ",
    "ドウスル",
    "ドウシタライイ",
    "ドウスレバ",
    "ドウヤツテ",
    "イツ",
    "何時",
    "ナンジ",
    "ホシイ",
    "欲シイ",
    "シタイ",
    "モラエル",
    "モライタイ",
    "アル",
    "アリマスカ",
    "デキル",
    "デキマスカ",
    "オシエテ",
    "教エテ",
    "ツイテ",
    "トワ",
    "トハ",
    "ニツイテ",
    "方法",
    "ヤリ方",
    "ヤリカタ",
    "仕方",
    "シカタ",
    "使イ方",
    "ツカイカタ",
];

/// All that was typed as one word.
pub(super) fn whole(words: &[Word]) -> Option<Word> {
    let typed: String = words.iter().map(|word| word.typed.as_str()).collect();
    (!typed.is_empty()).then_some(Word { typed, related: vec![] })
}

/// Where a round looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    /// Titles and tags: small, and ranked.
    Names,
    /// Everything that is read.
    Texts,
}

/// One question to the index, as an FTS5 expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Round {
    pub(super) within: Within,
    pub(super) asked: String,
    /// Hits of a narrower round stand above those of a wider one.
    pub(super) grade: f64,
}

/// The rounds of a search, narrow to wide.
pub(super) fn rounds(words: &[Word]) -> Vec<Round> {
    let has_related = words.iter().any(|word| !word.related.is_empty());
    let typed = |columns| move |word: &Word| at(&word.typed, columns);
    let both =
        |columns| move |word: &Word| any([&word.typed].into_iter().chain(&word.related).map(String::as_str), columns);
    let rounds = [
        round(Within::Names, 4.0, words, &typed(TITLE)),
        round(Within::Names, 3.0, words, &both(NAMES)),
        round(Within::Texts, 2.0, words, &typed(TEXTS)),
        round(Within::Texts, 1.0, words, &both(TEXTS)).filter(|_| has_related),
    ];
    rounds.into_iter().flatten().collect()
}

/// All of the words, each as `one` looks for it.
fn round(within: Within, grade: f64, words: &[Word], one: &dyn Fn(&Word) -> Option<String>) -> Option<Round> {
    let parts: Option<Vec<_>> = words.iter().map(|word| one(word).map(|part| format!("({part})"))).collect();
    let asked = parts.filter(|parts| !parts.is_empty())?.join(" AND ");
    Some(Round { within, asked, grade })
}

/// The last resort, when hardly anything was found: names of any word that is known within what was typed (「ふろはいりたい」 → ふろ);
/// names of one half of a word, of which a slip leaves the other as it is; texts with any word that carries meaning (「水はどこ」 → 水).
pub(super) fn last_rounds(words: &[Word], known: &[Vec<String>]) -> Vec<Round> {
    let typed = || words.iter().flat_map(|word| [&word.typed].into_iter().chain(&word.related)).map(String::as_str);
    let parts: Vec<String> = words.iter().flat_map(|word| terms::content_words(&word.typed)).collect();
    let parts = || parts.iter().map(String::as_str);
    let halves: Vec<String> = words.iter().flat_map(|word| halves(&word.typed)).collect();
    let names = any(typed().chain(known.iter().flatten().map(String::as_str)).chain(parts()), NAMES);
    let slips = any(halves.iter().map(String::as_str), NAMES);
    let round = |within, grade| move |asked| Round { within, asked, grade };
    let rounds = [
        names.map(round(Within::Names, 0.5)),
        slips.map(round(Within::Names, 0.0)),
        any(parts(), TEXTS).map(round(Within::Texts, 0.0)),
    ];
    rounds.into_iter().flatten().collect()
}

/// Shorter halves are found in anything.
const HALF: usize = 3;

/// The beginning and the end of a word, each as long as its half.
fn halves(word: &str) -> Vec<String> {
    let signs: Vec<char> = terms::squeeze(word).chars().collect();
    let half = (signs.len() / 2).max(HALF);
    if signs.len() <= half {
        return vec![];
    }
    let (start, end) = (signs.iter().take(half), signs.iter().skip(signs.len() - half));
    vec![start.collect(), end.collect()]
}

/// What to look for by eye in a document that was found.
pub(super) fn needles(words: &[Word]) -> Vec<Needle> {
    let typed = words.iter().map(|word| word.typed.clone());
    let related = words.iter().flat_map(|word| word.related.iter().cloned());
    let parts = words.iter().flat_map(|word| terms::content_words(&word.typed));
    typed.chain(related).chain(parts).map(|word| needle(&word)).collect()
}

fn needle(word: &str) -> Needle {
    let squeezed = terms::squeeze(word);
    if terms::is_kana(&squeezed) { Needle::Read(terms::kana(&squeezed)) } else { Needle::Shown(squeezed) }
}

/// Columns of the index as shown and as read.
type Columns = (&'static str, &'static str);
const TITLE: Columns = ("{title}", "{title_kana}");
const NAMES: Columns = ("{title also}", "{title_kana also_kana}");
const TEXTS: Columns = ("shown", "read");

fn any<'a>(words: impl Iterator<Item = &'a str>, within: Columns) -> Option<String> {
    let parts: Vec<_> = words.filter_map(|word| at(word, within)).collect();
    (!parts.is_empty()).then(|| parts.join(" OR "))
}

/// What is all kana is looked for as it is read: that finds it under kanji, hiragana and katakana alike.
fn at(word: &str, (shown, read): Columns) -> Option<String> {
    let squeezed = terms::squeeze(word);
    let (columns, phrase) = if terms::is_kana(&squeezed) {
        (read, terms::phrase(&terms::kana(&squeezed))?)
    } else {
        (shown, terms::phrase(word)?)
    };
    Some(format!("{columns} : {phrase}"))
}
