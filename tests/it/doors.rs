//! The floor plan, held: which room may look into which, and which room alone may name a library. The tables are the architecture
//! of `docs/ARCHITECTURE.md`; the test reads the sources.

use crate::sources::{Source, rust_sources};
use std::collections::{BTreeMap, BTreeSet};

const GROUND: &[&str] = &["clock", "expr", "reader", "words"];
const PURE: &[&str] = &[
    "alert",
    "app",
    "board",
    "config",
    "content",
    "job",
    "lay",
    "page",
    "phone",
    "place",
    "procedure",
    "reading",
    "screens",
];
const ENGINES: &[&str] = &["paper", "store", "sync", "voice", "work"];
const FACE: &[&str] = &["kit", "look"];
const ROOF: &[&str] = &["cli", "shell"];

/// Room → the rooms it may name, besides itself. What is not listed is a wall.
fn doors() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let ground = GROUND.to_vec();
    let pure = [GROUND, PURE].concat();
    let engines = [GROUND, PURE, ENGINES].concat();
    let all = [GROUND, PURE, ENGINES, FACE, ROOF].concat();
    let with = |more: &[&'static str]| [&ground, more].concat();
    let table = [
        ("words", vec!["reader"]),
        ("reader", vec![]),
        ("clock", vec![]),
        ("expr", vec!["reader"]),
        ("reading", with(&["page"])),
        ("content", ground.clone()),
        ("config", with(&["content", "page"])),
        ("phone", with(&["content"])),
        ("procedure", with(&["content"])),
        ("page", ground.clone()),
        ("place", ground.clone()),
        ("alert", with(&["place"])),
        ("board", ground.clone()),
        ("lay", with(&["page"])),
        ("job", without(&pure, &["app", "screens"])),
        ("screens", without(&pure, &["app"])),
        ("app", pure.clone()),
        ("store", without(&pure, &["app", "screens"])),
        ("sync", [&without(&pure, &["app", "screens"]), &["store"][..]].concat()),
        ("voice", with(&["content", "reading"])),
        ("paper", with(&["job", "lay", "page"])),
        ("work", without(&engines, &["app", "screens"])),
        ("look", with(&["config", "lay"])),
        ("kit", [&without(&pure, &["app"]), &["look"][..]].concat()),
        ("cli", without(&all, FACE)),
        ("shell", all.clone()),
    ];
    table.into_iter().map(|(room, open)| (room, open.into_iter().collect())).collect()
}

fn without(rooms: &[&'static str], closed: &[&str]) -> Vec<&'static str> {
    rooms.iter().copied().filter(|room| !closed.contains(room)).collect()
}

/// Library → the only rooms that may name it.
const WALLS: &[(&str, &[&str])] = &[
    ("egui", &["kit", "look", "shell"]),
    ("eframe", &["shell"]),
    ("gilrs", &["shell"]),
    ("resvg", &["kit", "paper"]),
    ("krilla", &["paper"]),
    ("qrcodegen", &["paper"]),
    ("rusqlite", &["store"]),
    ("argon2", &["store"]),
    ("ureq", &["sync"]),
    ("flate2", &["sync"]),
    ("serialport", &["work"]),
    ("tts", &["voice"]),
    ("jpreprocess", &["voice"]),
    ("jpreprocess_dictionary", &["voice"]),
    ("jpreprocess_jpcommon", &["voice"]),
    ("jpreprocess_njd", &["voice"]),
    ("lindera", &["voice"]),
    ("lindera_dictionary", &["voice"]),
    ("jbonsai", &["voice"]),
    ("rodio", &["voice"]),
    ("hound", &["voice"]),
    ("fluent_bundle", &["words"]),
    ("fluent_syntax", &["words"]),
    ("toml", &["reader"]),
    ("annotate_snippets", &["reader"]),
    ("pulldown_cmark", &["content"]),
    ("zstd", &["content", "store"]),
    ("roxmltree", &["alert"]),
    ("lexopt", &["cli"]),
    ("csv", &["place"]),
    ("encoding_rs", &["place"]),
    ("geojson", &["place"]),
];

#[test]
fn rooms_only_use_their_doors() {
    let doors = doors();
    let wrong: Vec<_> =
        rust_sources("src").iter().filter(|s| !s.is_root()).flat_map(|s| trespasses(s, &doors)).collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn libraries_stay_behind_their_walls() {
    let wrong: Vec<_> = rust_sources("src").iter().filter(|s| !s.is_root()).flat_map(climbs).collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn the_test_itself_sees_a_trespasser() {
    let source = |room: &str, text: &str| Source { path: format!("src/{room}.rs").into(), text: text.into() };
    let doors = doors();
    for (room, text, what) in [
        ("work", "use crate::shell::Shell;", "`work` may not use `shell`"),
        ("page", "use crate::{\n    words::Line,\n    app::{Model, Msg},\n};", "`page` may not use `app`"),
        ("attic", "", "`attic` has no entry in the table"),
    ] {
        assert_eq!(trespasses(&source(room, text), &doors).len(), 1, "{what}");
        assert!(trespasses(&source(room, text), &doors)[0].contains(what));
    }
    assert!(trespasses(&source("page", "use crate::words::Line; // not crate::app"), &doors).is_empty());
    assert_eq!(climbs(&source("page", "fn f(ui: &egui::Ui) {}")).len(), 1);
    assert!(climbs(&source("page", "/// not egui::Ui\nlet x = my_egui::f();")).is_empty());
}

fn trespasses(source: &Source, doors: &BTreeMap<&str, BTreeSet<&str>>) -> Vec<String> {
    let (room, code) = (source.room(), source.code());
    let Some(open) = doors.get(room.as_str()) else {
        return vec![format!("{}: `{room}` has no entry in the table", source.path.display())];
    };
    let named = named_rooms(&code).into_iter().filter(|seen| *seen != room && !open.contains(seen.as_str()));
    named.map(|seen| format!("{}: `{room}` may not use `{seen}`", source.path.display())).collect()
}

fn climbs(source: &Source) -> Vec<String> {
    let (room, code) = (source.room(), source.code());
    let names = |library: &str| {
        code.match_indices(&format!("{library}::"))
            .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || "_:".contains(c)))
    };
    let climbed = WALLS.iter().filter(|(library, rooms)| names(library) && !rooms.contains(&room.as_str()));
    climbed.map(|(library, _)| format!("{}: only {library}'s own room may name it", source.path.display())).collect()
}

/// The rooms in `crate::a::…` and `crate::{a::…, b}`.
fn named_rooms(code: &str) -> BTreeSet<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut out = BTreeSet::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        match rest.strip_prefix('{') {
            Some(list) => out.extend(top_level(list).into_iter().map(|item| word(item.trim()))),
            None => {
                out.insert(word(rest));
            }
        }
    }
    out.retain(|name| !name.is_empty() && name.starts_with(|c: char| c.is_lowercase()));
    out
}

/// The comma-separated items of a brace list, up to its closing brace.
fn top_level(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut out) = (0_i32, 0, vec![]);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                out.push(&list[start..at]);
                return out;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                out.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    out
}
