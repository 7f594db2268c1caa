//! Everything a volunteer may write — a guide, a question, words on screen, synonyms, settings: problems, never a panic.
#![no_main]

use engawa::{
    config::Config,
    content::{self, NoReadings, SourceFile},
    reader::{In, Source, draw},
    words::{Tongue, Words},
};

const PATHS: &[&str] =
    &["guides/jishin/ja.md", "guides/jishin/en.md", "faq/toire/ja.md", "synonyms.toml", "sources.toml", "pictures/a.svg"];

libfuzzer_sys::fuzz_target!(|data: (u8, &[u8])| {
    let (which, bytes) = data;
    let name = PATHS[usize::from(which) % PATHS.len()];
    let files = [SourceFile { path: name.to_owned(), name: name.to_owned(), bytes: bytes.to_vec() }];
    let (pack, problems) = content::build(&files, &NoReadings);
    let (source, _) = Source::read(name, bytes);
    for problem in &problems {
        draw(problem, Some(&source.text), In::Japanese);
    }
    let written = pack.to_bytes().unwrap_or_default();
    if !written.is_empty() {
        assert_eq!(content::Pack::from_bytes(&written).as_ref(), Ok(&pack));
    }
    Config::read(&source);
    Words::load(&Tongue::JA, &[Tongue::JA], &|_| vec![("a.ftl".to_owned(), source.text.clone())]);
});
