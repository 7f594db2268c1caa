//! House rules that a compiler does not know.

use crate::sources::{Source, files, read, root, rust_sources};
use std::fs;

const LINES: usize = 400;

/// Every rule sees every Rust file of the house and says what is wrong with it.
const RULES: &[fn(&Source) -> Option<String>] = &[says_why, is_short, has_a_good_name, hides_nothing, keeps_to_itself];

#[test]
fn every_file_keeps_the_house_rules() {
    let all: Vec<_> = ["src", "tests", "examples", "benches"].into_iter().flat_map(rust_sources).collect();
    let wrong: Vec<_> = all
        .iter()
        .flat_map(|source| {
            RULES.iter().filter_map(|rule| rule(source)).map(|what| format!("{}: {what}", source.path.display()))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn no_test_file_is_forgotten() {
    let main = read("tests/it/main.rs".into()).text;
    let listed = |name: &str| main.lines().any(|line| line == format!("mod {name};"));
    let forgotten: Vec<_> = rust_sources("tests/it")
        .iter()
        .filter(|source| source.path.components().count() == 3)
        .filter_map(|source| source.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()))
        .filter(|name| name != "main" && !listed(name))
        .collect();
    assert!(forgotten.is_empty(), "not in tests/it/main.rs: {forgotten:?}");
}

/// Words that never stand on a public page: they frighten, blame or belittle.
const NEVER_SHOWN: &[&str] = &["ログイン", "エラー", "無効", "DX", "簡単です", "かんたんです"];

#[test]
fn words_on_screen_are_kind() {
    let shown = files("content").into_iter().filter(|path| path.extension().is_some_and(|e| e == "ftl" || e == "md"));
    let wrong: Vec<_> = shown
        .map(read)
        .flat_map(|source| {
            let found: Vec<_> =
                NEVER_SHOWN.iter().filter(|word| without_comments(&source.text).contains(*word)).collect();
            found.into_iter().map(|word| format!("{}: 「{word}」", source.path.display())).collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn nothing_speaks_of_one_machine() {
    let folders =
        ["src", "tests", "examples", "benches", "docs", "content", "lessons", "kiosk-config", "script", ".ci"];
    // Written in halves, so that this file does not find itself.
    let places = [
        concat!("/ro", "ot/"),
        concat!("/wo", "rk/"),
        // Not `on/home/…`, which is a control of the practice phone.
        concat!(" /ho", "me/"),
        concat!("\"/ho", "me/"),
        concat!("crates", ".io/api"),
        concat!("pypi", ".org"),
    ];
    let wrong: Vec<_> = folders
        .into_iter()
        .flat_map(files)
        .chain(["README.md".into(), "Cargo.toml".into()])
        .map(read)
        .flat_map(|source| {
            let found: Vec<_> = places.iter().filter(|place| source.text.contains(*place)).collect();
            found.into_iter().map(|place| format!("{}: {place}", source.path.display())).collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn scripts_can_be_started() {
    use std::os::unix::fs::PermissionsExt as _;
    let started: Vec<_> =
        files("script").into_iter().chain(files(".ci")).filter(|path| path.extension().is_none()).collect();
    assert!(started.len() >= 4, "{started:?}");
    for path in started {
        let mode = fs::metadata(root().join(&path)).unwrap().permissions().mode();
        assert!(mode & 0o111 != 0, "{} is not executable", path.display());
    }
}

fn without_comments(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with('#')).collect::<Vec<_>>().join("\n")
}

fn says_why(source: &Source) -> Option<String> {
    (!source.text.starts_with("//! ")).then(|| "the first line says why this file exists: `//! …`".to_owned())
}

fn is_short(source: &Source) -> Option<String> {
    let lines = source.text.lines().count();
    (lines > LINES).then(|| format!("{lines} lines; {LINES} are the most"))
}

fn has_a_good_name(source: &Source) -> Option<String> {
    let name = source.path.file_stem()?.to_string_lossy().into_owned();
    let bad = ["mod", "utils", "util", "helper", "helpers", "manager", "prelude", "misc"].contains(&name.as_str());
    bad.then(|| format!("`{name}` says nothing about what is in it"))
}

fn hides_nothing(source: &Source) -> Option<String> {
    // Written in halves, so that this file does not find itself.
    let marks = [
        concat!("#[al", "low("),
        concat!("#[ig", "nore"),
        concat!("should_", "panic"),
        concat!("to", "do!("),
        concat!("unimpl", "emented!("),
        concat!("FIX", "ME"),
    ];
    let found: Vec<_> = marks.into_iter().filter(|mark| source.text.contains(mark)).collect();
    (!found.is_empty()).then(|| format!("{found:?}"))
}

/// A room shows its own things only.
fn keeps_to_itself(source: &Source) -> Option<String> {
    let own = format!("pub use crate::{}::", source.room());
    let borrowed =
        source.text.lines().find(|line| line.trim_start().starts_with("pub use crate::") && !line.contains(&own))?;
    Some(format!("re-exports from another room: {}", borrowed.trim()))
}
