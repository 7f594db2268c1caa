//! Places as people meet them: samples are marked wherever they are and are nowhere in a shelter; a town's own come from its files, and
//! the command line tells what the glass shows.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::{
    household::Household,
    near::{file, place},
    store::clock,
};
use engawa::{
    app::Msg,
    config::{Change, Config, Mode},
    content::NoReadings,
    job::{Answer, Origin, PartState, StoreJob},
    page::Part,
    place::Kind,
    reader::Source,
    screens::Place,
    store::Store,
    work::{Keeper, Stocking, StoreDesk as _},
};
use serde_json::Value;
use std::{fs, path::Path, process::Command, sync::Arc};

const MARK: &str = "見本";

fn words(house: &Household) -> Vec<String> {
    house.page().script().into_iter().map(|said| said.line.plain()).collect()
}

#[test]
fn samples_are_marked_wherever_they_are_shown() {
    let mut house = Household::new();
    house.press("card/places");
    let body = |house: &Household| words(house).join("\n");
    assert!(body(&house).contains(MARK), "{}", body(&house));
    for kind in [Kind::EmergencySite, Kind::Shelter, Kind::Aed, Kind::Wifi, Kind::Toilet, Kind::Medical] {
        house.tell(Msg::Go(Place::Near(kind)));
        let page = house.page();
        let rows: Vec<_> = page.controls().filter(|control| control.id.starts_with("spot/")).collect();
        assert_eq!(rows.len(), 8, "{kind:?}");
        assert!(rows.iter().all(|row| row.name.plain().contains(MARK)), "{kind:?}");
        assert!(body(&house).contains("直線の きょりです。道の 安全は わかりません。"), "{kind:?}");
        let first = rows[0].id.to_string();
        house.press(&first);
        let shown = body(&house);
        for told in [MARK, "いま 開いて いるか：不明", "直線の きょりです。", "もとの データ：demo"]
        {
            assert!(shown.contains(told), "{first}: {told} is not in\n{shown}");
        }
    }
    house.tell(Msg::Go(Place::Search));
    for sign in "こうみんかん".chars() {
        house.tell(Msg::Stroke(engawa::screens::Stroke::Sign(sign)));
    }
    let page = house.page();
    let hits: Vec<_> = page.controls().filter(|control| control.id.starts_with("hit/spot/")).collect();
    assert!(!hits.is_empty() && hits.iter().all(|hit| hit.name.plain().contains(MARK)));
}

#[test]
fn in_a_shelter_samples_are_nowhere() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Near(Kind::Shelter)));
    let spot = house.page().controls().find(|control| control.id.starts_with("spot/")).unwrap().id.to_string();
    house.model.standing.mode = Mode::Shelter;
    for place in ["places", "places/shelter", "places/toilet", &spot] {
        house.tell(Msg::Go(place.parse().unwrap()));
        let shown = words(&house).join("\n");
        assert!(shown.contains("まだ 入って いません") && shown.contains("職員に きいて ください"), "{place}: {shown}");
        let page = house.page();
        let leads = |id: &str| id.starts_with("spot/") || id.starts_with("card/places/");
        assert!(
            !page.walk().iter().any(|part| matches!(part, Part::Control(control) if leads(&control.id))),
            "{place}"
        );
        assert!(!shown.contains("北原") && !shown.contains("公民館"), "{place}: {shown}");
    }
    house.tell(Msg::Go(Place::Search));
    for sign in "こうみんかん".chars() {
        house.tell(Msg::Stroke(engawa::screens::Stroke::Sign(sign)));
    }
    assert!(!house.page().controls().any(|control| control.id.starts_with("hit/spot/")));
}

#[test]
fn the_hazard_that_is_chosen_decides_what_is_listed() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Near(Kind::EmergencySite)));
    let rows = |house: &Household| {
        let page = house.page();
        page.controls()
            .filter(|control| control.id.starts_with("spot/"))
            .map(|row| row.detail.plain())
            .collect::<Vec<_>>()
    };
    let all = rows(&house);
    assert!(all.iter().all(|detail| detail.contains("○") && detail.contains("対象外")), "{all:?}");
    assert!(all[0].starts_with("北東へ 130メートル"), "{}", all[0]);
    for (id, left) in [("hazard/flood", 5), ("hazard/volcano", 1), ("hazard/tsunami", 0), ("hazard/all", 8)] {
        house.press("hazard");
        house.press(id);
        let listed = rows(&house);
        assert_eq!(listed.len(), left, "{id}");
    }
    let shown = words(&house).join("\n");
    assert!(shown.contains("指定緊急避難場所：命を 守るため、まず にげる 所です。"), "{shown}");
    house.tell(Msg::Go(Place::Near(Kind::Shelter)));
    assert!(words(&house).join("\n").contains("指定避難所：家に いられない とき"));
}

#[test]
fn samples_go_with_a_real_town_and_before_its_places() {
    let home = tempfile::tempdir().unwrap();
    let own = engawa::config::Own::default;
    let mut keeper = Keeper::open(crate::household::keeping(home.path(), &clock()));
    let origins = |keeper: &mut Keeper| match keeper.answer(&StoreJob::Places) {
        Answer::Places(stocks) => stocks.iter().map(|stock| stock.origin).max(),
        other => unreachable!("{other:?}"),
    };
    assert_eq!(origins(&mut keeper), Some(Origin::Sample));
    let in_town = |town: &str| {
        let own = engawa::config::Own { town: Some(town.into()), ..own() };
        StoreJob::Keep { own: Box::new(own), change: Change::Town(Some(town.into())) }
    };
    keeper.answer(&in_town("mooka"));
    assert_eq!(origins(&mut keeper), None, "a real town shows no samples");
    keeper.answer(&in_town("demo-shi"));
    assert_eq!(origins(&mut keeper), Some(Origin::Sample));
    Store::put_places_in(
        home.path(),
        clock().as_ref(),
        &file("town.csv", &[place("1", Kind::Water, "井戸", None)]),
        &NoReadings,
    )
    .unwrap();
    assert_eq!(origins(&mut keeper), Some(Origin::Town), "brought while the kiosk runs");
    keeper.answer(&in_town("demo-shi"));
    assert_eq!(origins(&mut keeper), Some(Origin::Town));
}

#[test]
fn files_that_the_town_names_are_taken_in_and_a_bad_one_changes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("toilets.csv");
    fs::write(&path, "名称,住所,緯度,経度\n中央公衆トイレ,本町1,36.5,139.9\n").unwrap();
    let (config, _) = Config::read(&Source::new("kiosk.toml", "[places]\nfiles = [\"toilets.csv\"]\n"));
    let stocking = Stocking { config: Arc::new(config), files: vec![path.clone()], ..Stocking::default() };
    let keeping = engawa::work::Keeping { stocking, ..crate::household::keeping(&home.path().join("home"), &clock()) };
    let mut keeper = Keeper::open(keeping);
    let count = |keeper: &mut Keeper| match keeper.answer(&StoreJob::Places) {
        Answer::Places(stocks) => stocks.iter().map(|stock| stock.count).sum::<usize>(),
        other => unreachable!("{other:?}"),
    };
    assert_eq!(count(&mut keeper), 0, "no samples where a town brings its own");
    keeper.rest();
    assert_eq!(count(&mut keeper), 1);
    fs::write(&path, [0_u8, 159, 146, 150].repeat(1000)).unwrap();
    keeper.rest();
    let told = keeper.troubles();
    assert!(told.iter().any(|part| part.name == "places" && part.state == PartState::Degraded), "{told:?}");
    assert_eq!(count(&mut keeper), 1);
}

/// Exit code, the JSON on stdout, stderr.
fn engawa(home: &Path, args: &[&str]) -> (Option<i32>, Value, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_engawa"))
        .args(args)
        .args(["--json", "--voice", "/nonexistent", "--config", "kiosk-config/kiosk.toml", "--home"])
        .arg(home)
        .output()
        .unwrap();
    let told = serde_json::from_slice(&out.stdout).unwrap_or_default();
    (out.status.code(), told, String::from_utf8_lossy(&out.stderr).into_owned())
}

#[test]
fn the_command_line_brings_places_and_tells_which_are_near() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    let near = |args: &[&str]| engawa(&home, &[&["place", "near", "36.98,139.46"], args].concat());
    let places = |told: &Value| told["places"].as_array().unwrap().clone();
    let (code, told, err) = near(&["--limit", "3", "--kind", "emergency-site"]);
    assert_eq!(code, Some(0), "{err}");
    assert!(places(&told).len() == 3 && places(&told).iter().all(|place| place["sample"] == true), "{told}");

    let csv = folder.path().join("evacuation_space.csv");
    let head = "NO,名称,名称_カナ,住所,緯度,経度,災害種別_洪水,災害種別_地震";
    fs::write(
        &csv,
        format!("{head}\n1,北広場,キタヒロバ,町1,36.989,139.46,1,\n2,東広場,ヒガシヒロバ,町2,36.98,139.465,,1\n"),
    )
    .unwrap();
    let import = |path: &Path| engawa(&home, &["place", "import", &path.display().to_string()]);
    assert_eq!(import(&csv).0, Some(0));
    let (_, told, _) = near(&[]);
    let found = places(&told);
    let one = |at: usize, key: &str| found[at][key].clone();
    assert_eq!((found.len(), one(0, "name"), one(0, "kana")), (2, "東広場".into(), "ひがしひろば".into()));
    assert_eq!(
        (one(0, "bearing"), one(1, "bearing"), one(0, "status")),
        ("east".into(), "north".into(), "unknown".into())
    );
    assert!((one(1, "distance_m").as_f64().unwrap() - 1_000.8).abs() < 1.0, "{told}");
    assert_eq!((one(1, "hazards"), one(0, "sample")), (serde_json::json!(["flood"]), false.into()));
    assert_eq!(places(&near(&["--hazard", "flood"]).1).len(), 1);
    assert_eq!(places(&near(&["--hazard", "tsunami"]).1).len(), 0);

    // What is refused takes nothing away.
    for bytes in [&b"\x00\x01\x02\xff\xfe"[..], b"", b"a,b\n1,2\n"] {
        fs::write(&csv, bytes).unwrap();
        assert_eq!(import(&csv).0, Some(1));
        assert_eq!(near(&[]).1, told);
    }
    for odd in [&["place", "near", "0,0"][..], &["place", "near", "36,139", "--hazard", "banana"], &["place", "fly"]] {
        assert_eq!(engawa(&home, odd).0, Some(2), "{odd:?}");
    }
    let (_, hits, _) = engawa(&home, &["search", "ひがしひろば"]);
    assert_eq!((hits["hits"][0]["kind"].clone(), hits["hits"][0]["title"].clone()), ("place".into(), "東広場".into()));
}
