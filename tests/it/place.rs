//! Open data of every form: what comes out of it is held row by row, and nothing of it disappears without a word.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::authors::examples;
use encoding_rs::SHIFT_JIS;
use engawa::{
    place::{Hazard, Import, Kind, Mapping, Place, import},
    reader::Source,
};
use proptest::prelude::*;
use serde_json::Value;
use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path, process::Command};

const SITES: &str = include_str!("../cases/place/data/suisho-sites.csv");
const OWN: &str = include_str!("../cases/place/data/own-clinics.csv");

fn read(name: &str, text: &str) -> Import {
    whole(import(name, text.as_bytes(), None, None).unwrap())
}

/// What holds for every import.
fn whole(import: Import) -> Import {
    assert_eq!(import.taken + import.refused.len(), import.rows);
    let ids: BTreeSet<_> = import.places.iter().map(|place| &place.id).collect();
    assert_eq!(ids.len(), import.places.len(), "two of one id");
    assert!(import.places.iter().all(|place| !place.name.is_empty() && place.id.starts_with(place.kind.name())));
    assert!(import.places.iter().all(|place| place.hazards.is_disjoint(&place.not_for)));
    import
}

fn refused(name: &str, text: &str, kind: Option<Kind>) -> String {
    import(name, text.as_bytes(), kind, None).unwrap_err().why.en
}

fn named<'i>(import: &'i Import, name: &str) -> &'i Place {
    import.places.iter().find(|place| place.name == name).unwrap()
}

/// Everything an import tells, a line each; what is empty is left out.
fn told(import: &Import) -> String {
    let mut out = format!(
        "{} {:?}: {} rows, {} taken; not used: {}\n",
        import.kind.name(),
        import.table,
        import.rows,
        import.taken,
        import.unused.join(", ")
    );
    let used: Vec<_> = import.used.iter().map(|used| format!("{}={}", used.column, used.field)).collect();
    let _ = writeln!(out, "used: {}", used.join(" "));
    for place in &import.places {
        let all = serde_json::to_value(place).unwrap();
        let said = |value: &Value| !matches!(value.to_string().as_str(), "null" | "\"\"" | "[]" | "{}" | "false");
        let all: Vec<_> = all
            .as_object()
            .unwrap()
            .iter()
            .filter(|(_, value)| said(value))
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let _ = writeln!(out, "{}", all.join(" "));
    }
    for repair in &import.repaired {
        let _ =
            writeln!(out, "{} [{}] {:?} → {:?}: {}", repair.row, repair.column, repair.was, repair.now, repair.why.en);
    }
    for refused in &import.refused {
        let _ = writeln!(out, "{} refused: {} / {}", refused.row, refused.why.ja, refused.why.en);
    }
    for named in &import.skipped {
        let _ = writeln!(out, "{} skipped: {}", named.row, named.text);
    }
    for again in &import.repeated {
        let _ = writeln!(out, "{} repeats {}", again.row, again.of);
    }
    out
}

fn own() -> Mapping {
    let (mapping, problems) = Mapping::read(&Source::new("own.toml", include_str!("../cases/place/own-clinics.toml")));
    assert_eq!(problems, []);
    mapping
}

#[test]
fn every_form_gives_its_places_and_tells_what_was_mended() {
    let own = own();
    insta::glob!("../cases/place", "data/*", |path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        let mapping = name.starts_with("own-").then_some(&own);
        let import = whole(import(name, &fs::read(path).unwrap(), None, mapping).unwrap());
        insta::with_settings!({ snapshot_path => "../cases/place/told", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!("told", told(&import));
        });
    });
}

#[test]
fn the_mapping_of_the_handbook_reads_its_table_and_every_word_is_described() {
    let book = include_str!("../../docs/AUTHORS.md");
    let all = examples(book);
    let example = |path: &str| all.iter().find(|(of, _)| of == path).unwrap().1.as_str();
    let (mapping, problems) = Mapping::read(&Source::new("mapping.toml", example("place/mapping.toml")));
    assert_eq!(problems, []);
    let import = whole(import("list.csv", example("place/list.csv").as_bytes(), None, Some(&mapping)).unwrap());
    let clinic = named(&import, "もし内科");
    assert_eq!((clinic.kind, clinic.town.as_str(), clinic.phone.as_str()), (Kind::Medical, "092096", "0285-00-0003"));
    assert_eq!((clinic.details.len(), import.unused.len()), (2, 0));
    // The reader itself lists the words it knows, when it meets one that it does not.
    let told = Mapping::read(&Source::new("m.toml", "[columns]\nzzzzzzzzzz = \"a\"")).1;
    let help = told.iter().find_map(|p| p.help.as_ref()?.en.strip_prefix("known here: ").map(str::to_owned)).unwrap();
    assert!(help.split(", ").count() >= 40, "{help}");
    for word in help.split(", ") {
        assert!(book.contains(&format!("`{word}`")), "{word} is not described");
    }
}

#[test]
fn an_empty_mark_is_no_designation_and_a_triangle_is_half_of_one() {
    let import = read("suisho-sites.csv", SITES);
    let school = named(&import, "若葉小学校");
    assert_eq!(school.hazards, [Hazard::Flood, Hazard::Earthquake].into());
    assert_eq!(school.partly.keys().copied().collect::<Vec<_>>(), [Hazard::Fire]);
    assert_eq!(school.not_for.len(), 5);
    assert_eq!((school.kind, school.also_other, school.capacity), (Kind::EmergencySite, true, Some(480)));
    assert_eq!(
        (school.phone.as_str(), school.town.as_str(), school.kana.as_str()),
        ("0285-00-0001", "092096", "ワカバショウガッコウ")
    );
    let park = named(&import, "川むこう公園");
    assert_eq!((park.at.unwrap().lat, park.capacity, park.notes.len()), (36.4102, None, 2));
    assert!(named(&import, "東高校").at.is_none());
}

#[test]
fn the_same_data_are_the_same_places_in_every_encoding_and_form() {
    let places = |bytes: &[u8]| whole(import("suisho-sites.csv", bytes, None, None).unwrap()).places;
    let first = read("suisho-sites.csv", SITES).places;
    let plain = SITES.trim_start_matches('\u{feff}');
    let utf16: Vec<u8> = plain.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(plain.as_bytes());
    let records: Vec<_> = reader.records().map(Result::unwrap).collect();
    let separated = |delimiter: u8| {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(vec![]);
        for record in &records {
            writer.write_record(record).unwrap();
        }
        writer.into_inner().unwrap()
    };
    // U+2015 is the dash of Shift_JIS, so the look-alike in the header survives.
    for (form, bytes) in [
        ("no mark", plain.as_bytes().to_vec()),
        ("CRLF", plain.replace('\n', "\r\n").into_bytes()),
        ("CP932", SHIFT_JIS.encode(plain).0.into_owned()),
        ("UTF-16", [&[0xff, 0xfe][..], &utf16].concat()),
        ("TSV", separated(b'\t')),
        ("semicolons", separated(b';')),
    ] {
        assert_eq!(places(&bytes), first, "{form}");
    }
    let told = import("x.csv", &SHIFT_JIS.encode(plain).0, None, None).unwrap().repaired;
    assert_eq!((told[0].row, told[0].was.as_str()), (0, "Shift_JIS"));
}

#[test]
fn a_table_of_something_else_says_what_it_looks_like() {
    for (text, why) in [
        ("地域名,総人口,男性,女性,世帯数,備考\n本町,10,5,5,4,\n", "population"),
        ("イベント名,開始日,場所名称,住所,緯度,経度\nまつり,2024-01-01,広場,本町1,36.4,139.9\n", "events"),
        ("施設名称,営業の種類,業態,施設所在地,許可番号\n店,飲食,食堂,本町1,5\n", "food"),
        ("種別,住所,緯度,経度,口径,備考\n消火栓,本町1,36.4,139.9,75,\n", "fire hydrants"),
        ("名称,文化財分類,住所,緯度,経度\n塔,国宝,本町1,36.4,139.9\n", "cultural"),
        ("名称,住所,料金(基本),緯度,経度\n滝,本町1,100,36.4,139.9\n", "tourist"),
        ("name,classification,note\nびん,もやさない,\n", "does not look like places"),
        ("名称,備考\nあ,い\n", "does not look like places"),
        ("名称,住所,電話番号\n店,本町1,0285-00-0000\n", "what kind of places"),
        ("a,b\n1,2\n", "no row of headers"),
        ("{\"a\":1}", "no list of places"),
        ("{\"a\":", "JSON"),
        ("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Fea", "cut short"),
        ("PK\u{3}\u{4}", "Excel"),
        ("地名,センター,燃やすごみ,燃やさないごみ,資源,びん\n片町,東,月 木,水2,火1,水4\n", "garbage"),
        ("地名,センター,可燃物,不燃物,資源プラ\n本町,,月,火,水\n", "garbage"),
        ("stop_id,stop_code,stop_name,stop_lat,stop_lon\n1,,本町,36.4,139.9\n", "GTFS"),
        ("route_id,agency_id,route_short_name\n1,1,本町\n", "GTFS"),
        ("original_name,display_name,label_flag\n名称,名称,1\n", "descriptions of columns"),
        ("No.,土のうステーション置き場,住所,緯度,経度\n1,若葉,本町1,36.4,139.9\n", "sandbag"),
        ("款,項,予算額,決算額\n民生費,1,10,9\n", "budgets"),
    ] {
        let told = refused("list.csv", text, None);
        assert!(told.contains(why), "{text}: {told}");
    }
    assert!(refused("a.csv", SITES, Some(Kind::Aed)).contains("emergency-site, not of aed"));
    assert!(refused("a.csv", "名称,備考\nあ,い\n", Some(Kind::Facility)).contains("does not look like places"));
    for (name, why) in [
        ("津波避難ビル.csv", "tsunami"),
        ("広域避難場所一覧.csv", "gathering"),
        ("防災倉庫一覧.csv", "storehouses"),
        ("x.csv", "what kind of places"),
    ] {
        let told = refused(name, "名称,住所,緯度,経度\n若葉,本町1,36.4,139.9\n", None);
        assert!(told.contains(why), "{name}: {told}");
    }
    assert!(refused("a.csv", OWN, None).contains("headers"), "its own headers need a mapping");
    let (other, _) = Mapping::read(&Source::new("m.toml", "[columns]\nname = \"ない列\""));
    assert!(import("a.csv", SITES.as_bytes(), None, Some(&other)).unwrap_err().why.en.contains("ない列"));
}

#[test]
fn the_kind_is_known_from_headers_then_from_the_title_or_the_name() {
    let plain = "名称,住所,緯度,経度\n若葉,本町1,36.4,139.9\n";
    for (name, text, kind) in [
        ("0921_aed.csv", plain.to_owned(), Kind::Aed),
        ("公衆トイレ一覧.csv", plain.to_owned(), Kind::Toilet),
        ("x.csv", format!("もし市 応急給水拠点,,,\n{plain}"), Kind::Water),
        ("指定避難所.csv", plain.to_owned(), Kind::Shelter),
        ("指定緊急避難場所.csv", plain.to_owned(), Kind::EmergencySite),
        ("aed.csv", plain.replace("名称", "避難所名"), Kind::Shelter),
        ("x.csv", plain.replace("名称", "名称,受入年齢").replace("若葉", "若葉,3"), Kind::Child),
        ("クーリングシェルター.csv", plain.to_owned(), Kind::Facility),
        (
            "x.csv",
            plain.replace("名称", "名称,サービスの種類,事業所番号").replace("若葉", "若葉,通所介護,1"),
            Kind::Care,
        ),
    ] {
        assert_eq!(read(name, &text).kind, kind, "{name}: {text}");
    }
    let shelters = import("a.csv", SITES.as_bytes(), Some(Kind::Shelter), None).unwrap();
    assert!(shelters.places.iter().all(|place| place.kind == Kind::Shelter));
}

#[test]
fn bad_files_are_refused_before_they_are_parsed() {
    let endless = [b"name,address\n".to_vec(), vec![b'a'; 20_000_000]].concat();
    let unclosed = format!("名称,住所,緯度\n\"若葉,本町1,36\n{}", "い,ろ,は\n".repeat(20_000));
    let binary: Vec<u8> =
        (0..3_000_000_u32).map(|n| u8::try_from(n.wrapping_mul(2_654_435_761) >> 24).unwrap()).collect();
    for (bytes, why) in [
        (vec![b' '; 40_000_000], "too large"),
        (endless, "too long"),
        (unclosed.into_bytes(), "may not be closed"),
        (binary, "not a file of text"),
        (vec![0; 1_000_000], "not a file of text"),
        (b"[".repeat(100_000), "JSON"),
        (b",".repeat(200_000), "too many columns"),
    ] {
        let told = import("aed.csv", &bytes, None, None).unwrap_err();
        assert!(told.why.en.contains(why), "{}", told.why.en);
        assert!(!told.why.ja.is_empty() && !told.help.ja.is_empty() && !told.help.en.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn no_bytes_make_an_import_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        drop(import("aed.csv", &bytes, None, None).map(whole));
    }

    #[test]
    fn no_cells_make_an_import_panic(rows in prop::collection::vec("([○△1-]|[\\PC]{0,6}|\"[^\"]{0,4}\"?|[0-9.°′″度分秒令和年月日/:()-]{0,9})(,[\\PC]{0,5}){0,9}", 0..9)) {
        let head = "NO,名称,住所,緯度,経度,電話番号,市区町村コード,災害種別_洪水,津波,想定収容人数,人数,時点,開設状況,認可等年月日\n";
        drop(import("aed.csv", format!("{head}{}", rows.join("\n")).as_bytes(), None, None).map(whole));
    }

    #[test]
    fn no_change_of_a_table_makes_an_import_panic(at in 0_usize..2000, put in "[\\PC\n\",;\t#0-9]{0,6}") {
        let at = (0..=at % SITES.len()).rev().find(|at| SITES.is_char_boundary(*at)).unwrap();
        drop(import("x.csv", format!("{}{put}{}", &SITES[..at], &SITES[at..]).as_bytes(), None, None).map(whole));
    }

    #[test]
    fn no_json_makes_an_import_panic(put in "[\\PC{}\\[\\]\",:0-9]{0,20}", at in 0_usize..2000) {
        let text = include_str!("../cases/place/data/features.geojson");
        let at = (0..=at % text.len()).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        drop(import("避難所.json", format!("{}{put}{}", &text[..at], &text[at..]).as_bytes(), None, None).map(whole));
    }
}

fn engawa(args: &[&str]) -> (Option<i32>, Value, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_engawa")).args(args).output().unwrap();
    let json = serde_json::from_slice(&out.stdout).unwrap_or_default();
    (out.status.code(), json, String::from_utf8(out.stderr).unwrap())
}

#[test]
fn the_command_tells_all_of_it_as_one_document() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/place");
    let home = tempfile::tempdir().unwrap();
    let home = home.path().to_str().unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let import = |file: &str, more: &[&str]| {
        engawa(
            &[&["place", "import", file, "--json", "--lang", "en", "--home", home, "--voice", "nowhere"], more]
                .concat(),
        )
    };
    let (code, json, err) = import(&path("data/messy-wifi.tsv"), &[]);
    assert_eq!(
        (code, &json["kind"], &json["rows"], &json["taken"]),
        (Some(0), &"wifi".into(), &7.into(), &4.into()),
        "{err}"
    );
    assert_eq!(json["repaired"][0]["row"], 5);
    assert!(json["refused"].as_array().unwrap().iter().all(|row| row["why"].is_string() && row["row"].is_number()));
    assert_eq!(json["places"][0]["at"]["lat"], 36.4001);
    let (code, json, _) = import(&path("data/own-clinics.csv"), &["--mapping", &path("own-clinics.toml")]);
    assert_eq!((code, &json["kind"], &json["taken"]), (Some(0), &"medical".into(), &2.into()));
    let (code, json, err) = import(&path("data/suisho-sites.csv"), &["--kind", "aed"]);
    assert_eq!((code, &json["taken"], json["refused"][0]["row"].as_u64()), (Some(1), &0.into(), Some(0)));
    assert!(err.contains("not of aed"), "{err}");
    let (code, _, err) = import("/dev/zero", &[]);
    assert!(code == Some(1) && err.contains("not a file"), "{err}");
    assert_eq!(import(&path("nothing.csv"), &[]).0, Some(1));
    assert_eq!(import(&path("data/suisho-sites.csv"), &["--kind", "banana"]).0, Some(2));
}
