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

#[test]
fn how_the_shelters_of_a_town_were_is_told_with_its_age_and_who_says_so() {
    use engawa::{
        clock::SetClock,
        job::Told,
        place::{Open, Room},
        store::Store,
    };
    let home = tempfile::tempdir().unwrap();
    let bring = |name: &str, text: &str| {
        let file = home.path().join(name);
        fs::write(&file, text).unwrap();
        let (code, _, err) = engawa(home.path(), &["place", "import", file.to_str().unwrap()]);
        assert_eq!(code, Some(0), "{err}");
    };
    bring(
        "避難所.csv",
        "市区町村コード,名称,住所\n092096,東小学校,真岡市1\n092096,西公民館,真岡市2\n092096,南会館,真岡市3\n",
    );
    let eei = "名称,開設状況,避難者数,開設日時,閉鎖日時,更新日時\n東小学校,開設,120,2026/11/21 6:30,,2026/11/21 10:00\n\
               西公民館,閉鎖,,2026/11/20 6:30,2026/11/21 9:00,2026/11/21 10:00\n";
    bring("開設状況.csv", eei);
    let shelters = |area: &str, at: &str| {
        let (code, out, err) = engawa(home.path(), &["alert", "status", "--json", "--area", area, "--at", at]);
        assert_eq!(code, Some(0), "{err}");
        serde_json::from_str::<Value>(&out).unwrap()["shelters"].clone()
    };
    let one =
        |told: &Value, name: &str| told.as_array().unwrap().iter().find(|one| one["name"] == name).cloned().unwrap();
    let told = shelters("09209", "2026-11-21T10:05:00+09:00");
    assert_eq!(told.as_array().unwrap().len(), 2, "of the third nobody said anything: {told}");
    let east = one(&told, "東小学校");
    let said = |key: &str| east[key].clone();
    assert_eq!((said("status"), said("people"), said("room")), ("open".into(), 120.into(), Value::Null), "{east}");
    assert_eq!((said("since"), said("as_of")), ("2026-11-21T06:30".into(), "2026-11-21T10:00".into()), "{east}");
    assert_eq!(said("source"), "開設状況.csv", "{east}");
    let west = one(&told, "西公民館");
    assert_eq!((&west["status"], &west["since"]), (&"closed".into(), &"2026-11-21T09:00".into()), "{west}");
    assert_eq!(shelters("09208", "2026-11-21T10:05:00+09:00"), serde_json::json!([]), "another town");
    assert_eq!(shelters("09209", "2026-11-21T09:00:00+09:00"), serde_json::json!([]), "nobody had said it yet");

    let clock = SetClock::new("2026-11-21T01:10:00Z".parse().unwrap(), true);
    let (mut store, _) = Store::open(home.path(), std::sync::Arc::new(clock)).unwrap();
    let (id, as_of) = (east["id"].as_str().unwrap().into(), "2026-11-21T10:10".to_owned());
    store.tell_shelter(&Told { id, open: Open::Open, room: Room::Full, people: Some(200), as_of }).unwrap();
    let east = one(&shelters("09209", "2026-11-21T10:15:00+09:00"), "東小学校");
    assert_eq!((&east["room"], &east["source"], &east["people"]), (&"full".into(), &"staff".into(), &200.into()));
    assert_eq!(east["since"], "2026-11-21T06:30", "it was open all the time");
}

/// The machine's own clock, which the network has set or not, is years behind this telegram.
#[test]
fn a_clock_that_nobody_believes_hides_no_telegram() {
    let home = tempfile::tempdir().unwrap();
    let far = "2051-08-30T06:00:00+09:00";
    let xml = fs::read_to_string("tests/cases/telegram/VPWW55.xml").unwrap();
    let file = home.path().join("20510829210000_0_VPWW55_090000.xml");
    fs::write(&file, xml.replace("2026-08-30T06:00:00+09:00", far).replace("2026-08-29", "2051-08-29")).unwrap();
    let ingested = engawa(home.path(), &["alert", "ingest", file.to_str().unwrap()]);
    assert_eq!(ingested.0, Some(0), "{}", ingested.2);
    let status = |more: &[&str]| {
        let (code, out, err) = engawa(home.path(), &[&["alert", "status", "--json", "--area", "09209"], more].concat());
        assert_eq!(code, Some(0), "{err}");
        let told: Value = serde_json::from_str(&out).unwrap();
        (told["facts"][0]["state"].as_str().unwrap().to_owned(), told["sources"][0]["stale"].as_bool().unwrap())
    };
    let is_believed = Path::new("/run/systemd/timesync/synchronized").exists();
    let wanted = if is_believed { "unknown" } else { "active" };
    assert_eq!(status(&[]), (wanted.to_owned(), true), "never heard of lately by a clock that is not believed");
    assert_eq!(status(&["--at", "2026-08-30T06:00:00+09:00"]).0, "unknown", "somebody said what time it is");
    assert_eq!(status(&["--at", "2051-08-30T06:05:00+09:00"]), ("active".to_owned(), false));
}
