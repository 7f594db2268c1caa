//! The store as its neighbours see it: what it finds, what it keeps, what it survives.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use engawa::{
    clock::SetClock,
    content::{Block, Evidence, Guide, Item, Kind, Pack, Phase},
    store::{Installed, Store, StoreError},
    words::{Line, Tongue},
};
use std::sync::Arc;

pub(crate) fn clock() -> Arc<SetClock> {
    Arc::new(SetClock::new("2026-11-21T01:05:00Z".parse().unwrap(), true))
}

pub(crate) fn guide(id: &str, tongue: &Tongue, title: &str, texts: &[&str]) -> Item {
    let guide = Guide {
        kind: Kind::Guide,
        id: id.into(),
        tongue: tongue.clone(),
        order: 500,
        groups: vec!["danger".into()],
        phase: Phase::During,
        icon: String::new(),
        title: Line::parse(title),
        lead: Line::parse("これで できます。"),
        blocks: texts.iter().map(|text| Block::Text(Line::parse(text))).collect(),
        tags: vec![],
        source: vec![],
        evidence: Evidence::NotVerified,
        checked: "2026-11-21".parse().unwrap(),
        recheck: "2027-11-21".parse().unwrap(),
        reviewed: true,
        tender: false,
        words: vec![],
        ask: Line::default(),
        see: vec![],
    };
    let kana = guide.lines().iter().map(|line| line.spoken()).collect::<Vec<_>>().join("\n");
    Item { guide, kana }
}

fn with_tags(item: Item, tags: &[&str]) -> Item {
    let tags = tags.iter().map(|&tag| tag.to_owned()).collect();
    Item { guide: Guide { tags, ..item.guide }, ..item }
}

fn pack(items: Vec<Item>) -> Pack {
    let teams =
        [vec!["ひなんしょ", "ひなんじょ", "避難所"], vec!["トイレ", "お手洗い", "べんじょ"], vec!["水", "water"]];
    let synonyms = teams.iter().map(|team| team.iter().map(|&word| word.to_owned()).collect()).collect();
    Pack { items, synonyms, ..Pack::default() }
}

pub(crate) fn small() -> Pack {
    let ja = |id, title, texts: &[&str]| guide(id, &Tongue::JA, title, texts);
    pack(vec![
        ja(
            "risai",
            "罹災《りさい》証明《しょうめい》を とる",
            &["市役所《しやくしょ》に 行《い》く。写真《しゃしん》を もっていく。"],
        ),
        ja("hinanjo", "避難所《ひなんじょ》に 行《い》く", &["水《みず》と くすりを もつ。トイレは 外《そと》。"]),
        with_tags(
            ja("jishin", "地震《じしん》のとき", &["避難所《ひなんじょ》は あとで よい。Wi-Fiが つながる。"]),
            &["ゆれ"],
        ),
        ja("mizu", "お手洗《てあら》いと 水《みず》", &["給水所《きゅうすいじょ》で もらう。"]),
        guide("mizu", &Tongue::EN, "Toilets and water", &["Get WATER at the tap. Do not wait."]),
    ])
}

fn store() -> Store {
    let mut store = Store::in_memory(clock()).unwrap();
    assert_eq!(store.install(&small().to_bytes().unwrap()).unwrap(), Installed::New);
    store
}

pub(crate) fn found(store: &Store, typed: &str, tongue: &Tongue) -> Vec<String> {
    store.search(typed, tongue, 10).unwrap().into_iter().map(|hit| hit.id).collect()
}

#[test]
fn people_find_what_they_type_however_they_write_it() {
    let store = store();
    for (typed, wanted) in [
        // as written, in kana, half-way through typing
        ("罹災証明", vec!["risai"]),
        ("りさいしょうめい", vec!["risai"]),
        ("リサイショウメイ", vec!["risai"]),
        ("りさいしょ", vec!["risai"]),
        ("しゃしん", vec!["risai"]),
        ("写", vec!["risai"]),
        // a title before a text
        ("避難所", vec!["hinanjo", "jishin"]),
        // either way to read it
        ("ひなんじょ", vec!["hinanjo", "jishin"]),
        ("ひなんしょ", vec!["hinanjo", "jishin"]),
        // a title, then a related word in a title, then a text
        ("トイレ", vec!["mizu", "hinanjo"]),
        ("といれ", vec!["mizu", "hinanjo"]),
        ("べんじょ", vec!["mizu", "hinanjo"]),
        // all words, in any order, spaced as one likes
        ("水 くすり", vec!["hinanjo", "mizu"]),
        ("くすり　水", vec!["hinanjo", "mizu"]),
        ("くすりをもつ", vec!["hinanjo"]),
        ("水 火事", vec!["mizu", "hinanjo"]),
        // tags, Latin, full width, sentences
        ("ゆれ", vec!["jishin"]),
        ("ｗｉ－ｆｉ", vec!["jishin"]),
        ("水はどこですか", vec!["mizu", "hinanjo"]),
        ("火山", vec![]),
        ("", vec![]),
        ("   ", vec![]),
    ] {
        assert_eq!(found(&store, typed, &Tongue::JA), wanted, "{typed}");
    }
}

#[test]
fn a_hit_is_shown_in_the_tongue_of_the_reader() {
    let store = store();
    assert_eq!(found(&store, "Water", &Tongue::EN), ["mizu", "hinanjo"]);
    let hits = store.search("toilet", &Tongue::JA, 10).unwrap();
    assert_eq!((hits[0].title.plain().as_str(), &hits[0].tongue), ("お手洗いと 水", &Tongue::JA));
    assert!(hits[0].score < 1.0, "found only in a tongue that is not read: {}", hits[0].score);
    let hits = store.search("くすり", &Tongue::JA, 10).unwrap();
    let marked = Line::from_bits(hits[0].snippet.bits()[hits[0].marked.clone()].to_vec());
    assert_eq!((hits[0].snippet.plain().as_str(), marked.plain().as_str()), ("水と くすりを もつ。", "くすり"));
    assert_eq!(hits[0].snippet.spoken(), "みずと くすりを もつ。");
}

#[test]
fn scores_fall_from_hit_to_hit() {
    let store = store();
    for typed in ["避難所", "トイレ", "水", "の", "ん"] {
        let scores: Vec<f64> = store.search(typed, &Tongue::JA, 10).unwrap().iter().map(|hit| hit.score).collect();
        assert!(scores.is_sorted_by(|a, b| a >= b), "{typed}: {scores:?}");
    }
}

#[test]
fn no_query_is_too_strange() {
    let store = store();
    let long = "避難".repeat(5_000);
    for typed in [
        "\"",
        "\"\"",
        "'; DROP TABLE words; --",
        "NEAR(水 火)",
        "水 AND",
        "OR NOT",
        "title:水",
        "{title} : 水",
        "水*",
        "^水",
        "-水",
        "(",
        ")",
        "()",
        "+",
        "🚰",
        "水🚰",
        "\u{0}",
        "水\u{0}火",
        "\u{feff}",
        "0wall0",
        "%_",
        "\u{202e}水",
        "゛",
        "か゛",
        &long,
        "\u{301}",
        "ㅤ",
        "𠮷野家",
    ] {
        store.search(typed, &Tongue::JA, 10).unwrap();
        store.search(typed, &Tongue::EN, 0).unwrap();
    }
    assert!(found(&store, "水🚰", &Tongue::JA).contains(&"mizu".to_owned()));
}

#[test]
fn shelves_and_guides_come_in_the_best_tongue() {
    let store = store();
    let shelf = |tongue: &Tongue| store.shelf(&["danger"], tongue).unwrap();
    let ids = |tongue: &Tongue| shelf(tongue).into_iter().map(|entry| entry.id).collect::<Vec<_>>();
    assert_eq!(ids(&Tongue::JA), ["risai", "hinanjo", "jishin", "mizu"]);
    assert_eq!(ids(&Tongue::EN), ["risai", "hinanjo", "jishin", "mizu"]);
    assert_eq!(shelf(&Tongue::EN)[3].title.plain(), "Toilets and water");
    assert_eq!(store.shelf(&["phone"], &Tongue::JA).unwrap(), []);
    assert_eq!(store.guide("mizu", &Tongue::EN).unwrap().unwrap(), small().items[4].guide);
    assert_eq!(store.guide("mizu", &Tongue::JA_SIMPLE).unwrap().unwrap(), small().items[3].guide);
    assert_eq!(store.guide("nothing", &Tongue::JA).unwrap(), None);
}

#[test]
fn the_new_pack_is_shown_and_the_old_one_can_come_back() {
    let home = tempfile::tempdir().unwrap();
    let (first, mut second) = (small(), small());
    second.items.remove(0);
    let shown = |store: &Store| store.guide("risai", &Tongue::JA).unwrap().is_some();
    let (mut store, troubles) = Store::open(home.path(), clock()).unwrap();
    assert_eq!(troubles, []);
    assert!(store.is_empty().unwrap());
    assert!(matches!(store.go_back(), Err(StoreError::NoEarlier)));
    assert_eq!(store.install(&first.to_bytes().unwrap()).unwrap(), Installed::New);
    assert_eq!(store.install(&first.to_bytes().unwrap()).unwrap(), Installed::Already);
    assert_eq!(store.install(&second.to_bytes().unwrap()).unwrap(), Installed::New);
    assert!(!shown(&store) && found(&store, "罹災証明", &Tongue::JA).is_empty());
    store.go_back().unwrap();
    assert!(shown(&store) && found(&store, "罹災証明", &Tongue::JA) == ["risai"]);
    assert!(matches!(store.install(b"engawa-pack\nrubbish"), Err(StoreError::Pack(_))));
    drop(store);
    let (store, troubles) = Store::open(home.path(), clock()).unwrap();
    assert!(troubles.is_empty() && shown(&store));
    assert_eq!(store.ledger_verify().unwrap().seq, 3);
}

#[test]
fn what_the_program_carries_gives_way_to_what_was_brought() {
    let home = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(home.path(), clock()).unwrap();
    let mut built = 0;
    let mut furnish = |store: &mut Store, recipe: &[u8]| {
        let troubles = store.furnish(recipe, || {
            built += 1;
            Ok(small())
        });
        assert_eq!(troubles.unwrap(), []);
        built
    };
    assert_eq!(furnish(&mut store, b"1"), 1);
    assert_eq!(furnish(&mut store, b"1"), 1, "the same again is not even built");
    assert_eq!(furnish(&mut store, b"2"), 2);
    store.install(&pack(vec![]).to_bytes().unwrap()).unwrap();
    assert_eq!(furnish(&mut store, b"3"), 2, "what was brought stays");
    assert!(store.guide("risai", &Tongue::JA).unwrap().is_none());
}
