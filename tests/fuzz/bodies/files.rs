//! Everything a volunteer may write — a guide, a question, words on screen, synonyms, settings: problems, never a panic.

use engawa::{
    config::Config,
    content::{self, NoReadings, SourceFile},
    reader::{In, Source, draw},
    words::{Tongue, Words},
};

/// The last byte chooses one.
pub(crate) const PATHS: &[&str] = &[
    "guides/jishin/ja.md",
    "guides/jishin/en.md",
    "faq/toire/ja.md",
    "synonyms.toml",
    "sources.toml",
    "pictures/a.svg",
];

/// Whether nothing was wrong with it.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let Some((which, bytes)) = bytes.split_last() else { return false };
    let Some(name) = PATHS.iter().cycle().nth(usize::from(*which)) else { return false };
    let files = [SourceFile { path: (*name).to_owned(), name: (*name).to_owned(), bytes: bytes.to_vec() }];
    let (pack, problems) = content::build(&files, &NoReadings);
    let (source, _) = Source::read(*name, bytes);
    for problem in &problems {
        draw(problem, Some(&source.text), In::Japanese);
    }
    let written = pack.to_bytes().unwrap_or_default();
    if !written.is_empty() {
        assert_eq!(content::Pack::from_bytes(&written).as_ref(), Ok(&pack));
    }
    Config::read(&source);
    Words::load(&Tongue::JA, &[Tongue::JA], &|_| vec![("a.ftl".to_owned(), source.text.clone())]);
    problems.is_empty()
}
