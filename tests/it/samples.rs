//! Every real file there is: what is known of each is held line by line in `tests/cases/place/samples.tsv`, and of some of their places all
//! that they say. The files are not shipped; `ENGAWA_SAMPLES` says where they are.

#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test may stop where it stands")]

use engawa::place::{Hazard, Import, Kind, Open, Place, Table, import};
use std::{fs, path::PathBuf};

const KNOWN: &str = include_str!("../cases/place/samples.tsv");

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("ENGAWA_SAMPLES").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: ENGAWA_SAMPLES does not say where the samples are");
    }
    folder
}

/// Kind, table and counts; of a file that is refused, why.
fn summary(name: &str, bytes: &[u8]) -> String {
    let import = match import(name, bytes, None, None) {
        Ok(import) => import,
        Err(refusal) => return refusal.why.en,
    };
    let table = if import.table == Table::Places { "places" } else { "opening-status" };
    assert_eq!(import.taken + import.refused.len(), import.rows, "{name}");
    format!(
        "{} {table} rows {} taken {} refused {} repaired {} placed {} unused {}",
        import.kind.name(),
        import.rows,
        import.taken,
        import.refused.len(),
        import.repaired.len(),
        import.places.iter().filter(|place| place.at.is_some()).count(),
        import.unused.len(),
    )
}

#[test]
fn every_file_gives_what_is_known_of_it() {
    let Some(folder) = folder() else { return };
    let mut wrong = vec![];
    for (path, known) in KNOWN.lines().filter_map(|line| line.split_once('\t')) {
        let found = summary(path, &fs::read(folder.join(path)).unwrap());
        if found != known {
            wrong.push(format!("{path}\n  known: {known}\n  found: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn named<'i>(import: &'i Import, name: &str) -> &'i Place {
    import.places.iter().find(|place| place.name == name).unwrap()
}

#[test]
fn whole_places_say_all_that_their_rows_say() {
    let Some(folder) = folder() else { return };
    let open = |path: &str| {
        let bytes = fs::read(folder.join(path)).unwrap();
        import(path, &bytes, None, None).unwrap()
    };
    let sites = open("municipal/yaizu/指定緊急避難場所一覧__222127_evacuation_space.csv");
    let tower = named(&sites, "中港タワー");
    assert_eq!(tower.hazards, [Hazard::Earthquake, Hazard::Tsunami].into());
    assert_eq!((tower.not_for.len(), tower.phone.as_str(), tower.town.as_str()), (6, "054-625-0128", "222127"));
    let status = open("shelter_status_noto/open_shelter_Nanao-shi_2024-01-09-1800.csv");
    let school = named(&status, "山王小学校").status.clone().unwrap();
    assert_eq!(
        (status.table, school.open, school.people, school.as_of.as_str()),
        (Table::OpeningStatus, Open::Open, Some(180), "2024-01-09T18:00")
    );
    let toilets = open("municipal/takamatsu/new_public_toilet.csv");
    assert!(toilets.places.iter().all(|place| place.town == "372013"));
    let shelter = &named(&status, "山王小学校");
    assert_eq!(
        (shelter.number.as_str(), shelter.kana.as_str(), shelter.phone.as_str(), shelter.altitude_m),
        ("CC0000000518", "サンノウショウガッコウ", "0767-57-5018", Some(4.2))
    );
    assert_eq!((shelter.at.unwrap().lat, shelter.at.unwrap().lon, shelter.hazards.len()), (37.04185, 136.97373, 7));
    assert_eq!(shelter.notes, ["想定収容人数: 屋内480人／屋外3,350人(面積の1/2)"]);
    let gsi = open("gsi_shelter/emergency_092096.json");
    assert!(gsi.places.iter().all(|place| place.kind == Kind::EmergencySite && place.at.is_some()));
    assert!(gsi.places.iter().all(|place| place.hazards.len() + place.not_for.len() == 8 && place.partly.is_empty()));
    let aed = open("municipal/takamatsu/old_0002.csv");
    assert!(aed.places.iter().all(|place| place.at.is_some()) && aed.skipped.len() == 8);
}
