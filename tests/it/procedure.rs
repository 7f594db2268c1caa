//! Navigators: what authors are shown is right, every fault is told, every card can be reached, every persona finds what the law gives it, and not
//! knowing takes nothing away.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::authors::examples;
use engawa::{
    content::{NoReadings, SourceFile, shipped},
    procedure::{self, Navigator, is_ours},
};

fn of_the_handbook() -> Vec<SourceFile> {
    let book = include_str!("../../docs/AUTHORS.md");
    let files = examples(book).into_iter().filter_map(|(path, text)| {
        let below = path.strip_prefix("content/").filter(|below| is_ours(below))?.to_owned();
        Some(SourceFile { path: below, name: path, bytes: text.into() })
    });
    files.collect()
}

fn navigators() -> Vec<Navigator> {
    let (navigators, problems) = procedure::read(&shipped(), &NoReadings);
    let errors: Vec<_> = problems.iter().filter(|problem| problem.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    navigators
}

#[test]
fn the_example_of_the_handbook_is_right_and_every_word_of_the_format_is_in_it() {
    let files = of_the_handbook();
    assert_eq!(files.len(), 2);
    let (navigators, problems) = procedure::read(&files, &NoReadings);
    assert_eq!(problems, []);
    assert_eq!(navigators[0].unreachable(), [] as [&str; 0]);
    let book = include_str!("../../docs/AUTHORS.md");
    let odd =
        "zzzzzz = 1\n[[question]]\nzzzzzz = 1\n[[card]]\nzzzzzz = 1\ndue = { zzzzzz = 1 }\n[[test]]\nzzzzzz = 1\n";
    let odd = SourceFile { path: "navigators/x.toml".into(), name: "x".into(), bytes: odd.into() };
    let told = procedure::read(&[odd], &NoReadings).1;
    let helps: Vec<_> =
        told.iter().filter_map(|p| p.help.as_ref()?.en.strip_prefix("known here: ").map(str::to_owned)).collect();
    assert_eq!(helps.len(), 5, "{told:#?}");
    let words = helps
        .iter()
        .flat_map(|help| help.split(", "))
        .filter(|word| !["format", "days", "months", "years", "on"].contains(word));
    for word in words {
        assert!(book.contains(&format!("`{word}`")), "{word} is not described");
    }
}

#[test]
fn every_shipped_card_can_be_reached() {
    for navigator in navigators() {
        assert_eq!(navigator.unreachable(), [] as [&str; 0], "{}", navigator.id);
    }
}
