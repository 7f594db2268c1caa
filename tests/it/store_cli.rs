//! What the store does for scripts: search, packs, the staff PIN.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use serde_json::Value;
use std::{fs, path::Path, process::Command};

/// Exit code, stdout, stderr.
fn engawa(home: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_engawa"))
        .args(args)
        .arg("--home")
        .arg(home)
        .args(["--voice", "/nonexistent"])
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (out.status.code(), text(out.stdout), text(out.stderr))
}

#[test]
fn search_answers_in_ranked_order() {
    let home = tempfile::tempdir().unwrap();
    for (words, first) in
        [(&["りさいしょ"][..], "risai"), (&["避難所", "避難場所"], "hinanjo-basho"), (&["171"], "dengon-171")]
    {
        let (code, out, err) = engawa(home.path(), &[&["search", "--json"], words].concat());
        assert_eq!(code, Some(0), "{err}");
        let found: Value = serde_json::from_str(&out).unwrap();
        let hits = found["hits"].as_array().unwrap();
        assert_eq!((found["query"].as_str(), hits[0]["id"].as_str()), (Some(words.join(" ").as_str()), Some(first)));
        for hit in hits {
            let all =
                ["kind", "title", "snippet"].iter().all(|key| hit[key].as_str().is_some_and(|text| !text.is_empty()));
            assert!(all && hit["score"].is_f64(), "{hit}");
        }
        assert!(hits.is_sorted_by(|a, b| a["score"].as_f64() >= b["score"].as_f64()), "{out}");
    }
    assert!(fs::read_dir(home.path()).unwrap().next().is_none(), "a search leaves nothing behind");
}

#[test]
fn the_same_content_gives_the_same_pack() {
    let folder = tempfile::tempdir().unwrap();
    let build = |name: &str, content: &str| {
        let out = folder.path().join(name);
        let (code, told, err) =
            engawa(folder.path(), &["pack", "build", "--json", "--content", content, "-o", &out.display().to_string()]);
        (code, serde_json::from_str::<Value>(&told).unwrap_or_default(), fs::read(out).ok(), err)
    };
    let (code, told, first, err) = build("a.pack", "content");
    assert_eq!(code, Some(0), "{err}");
    assert!(told["guides"].as_u64() >= Some(8) && told["readings"] == false, "{told}");
    assert!(first.is_some() && first == build("b.pack", "content").2);

    let bad = folder.path().join("content");
    fs::create_dir_all(bad.join("guides/bad")).unwrap();
    fs::write(bad.join("guides/bad/ja.md"), "no front matter").unwrap();
    let (code, _, written, err) = build("c.pack", &bad.display().to_string());
    assert_eq!((code, written), (Some(1), None), "{err}");
    assert!(err.contains("ja.md"), "{err}");
}

#[test]
fn a_pin_is_told_once_and_kept_as_a_hash() {
    let home = tempfile::tempdir().unwrap();
    let draw = || engawa(home.path(), &["pin", "new"]);
    let (code, pin, _) = draw();
    let pin = pin.trim();
    assert!(code == Some(0) && pin.len() == 6 && pin.bytes().all(|digit| digit.is_ascii_digit()), "{pin}");
    let there = |bytes: &[u8]| bytes.windows(6).any(|piece| piece == pin.as_bytes());
    for file in fs::read_dir(home.path()).unwrap() {
        assert!(!there(&fs::read(file.unwrap().path()).unwrap()));
    }
    assert_ne!(draw().1.trim(), pin);
    assert_eq!(engawa(home.path(), &["pin", "old"]).0, Some(2));
}

#[test]
fn what_staff_entered_is_told_of_the_town_of_the_kiosk_alone() {
    use engawa::{
        clock::SetClock,
        config::{By, Change, Meant, Order, Ordered, Own},
        store::Store,
    };
    let home = tempfile::tempdir().unwrap();
    let at = "2026-11-21T01:05:00Z";
    let ordered =
        Ordered { order: Some(Order::Instruction), by: By::Radio, at: at.parse().unwrap(), meant: Meant::Real };
    let own = Own { town: Some("mooka".into()), order: Some(ordered), ..Own::default() };
    let (mut store, _) =
        Store::open(home.path(), std::sync::Arc::new(SetClock::new(at.parse().unwrap(), true))).unwrap();
    store.set_own(&own, &Change::Order(ordered)).unwrap();
    let orders = |area: &str, at: &str| {
        let (code, out, err) = engawa(home.path(), &["alert", "status", "--json", "--area", area, "--at", at]);
        assert_eq!(code, Some(0), "{err}");
        serde_json::from_str::<Value>(&out).unwrap()["orders"].clone()
    };
    let told = serde_json::json!([{"level": 4, "name": "避難指示", "state": "active", "seen": "radio", "entered": at, "source": "staff"}]);
    for area in ["09209", "092096"] {
        assert_eq!(orders(area, "2026-11-21T02:00:00Z"), told);
    }
    for (area, when) in [("09208", "2026-11-21T02:00:00Z"), ("09209", "2026-11-21T01:00:00Z")] {
        assert_eq!(orders(area, when), serde_json::json!([]), "{area} {when}");
    }
}
