//! Which shelters were open, as tables of opening status tell it: put to the places that other files describe, whichever comes first; and
//! places that are kept before they are read.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::store::clock;
use engawa::{
    content::{NoReadings, Readings},
    job::{Near, Wanted},
    place::{Kind, Open, Place, import},
    store::{Joined, PlaceFile, Store},
    words::{Line, Tongue},
};

const SHELTERS: &str = "全国地方公共団体コード,ID,避難所名,名称_カナ,所在地,緯度,経度,収容人数
092096,S1,もし市立若葉小学校,モシシリツワカバショウガッコウ,もし市本町1,36.4,139.9,300
092096,S2,東公民館,ヒガシコウミンカン,もし市本町2,36.41,139.91,100
092096,S3,西公民館,ニシコウミンカン,もし市本町3,36.42,139.92,80
";
const SITES: &str = "名称,住所,緯度,経度,災害種別_洪水,災害種別_地震,災害種別_津波
北公園,もし市本町4,36.43,139.93,1,1,
";
const FIRST: &str = "ID,避難所名,緯度,経度,人数_令和6年1月8日午後6時時点
S1,若葉小学校,36.4001,139.9001,180
S2,東公民館,36.41,139.91,40
N1,寄り合い処,36.44,139.94,12
,北公園,36.43,139.93,9
";
const SECOND: &str = "避難所名,開設状況,人数,時点
東公民館,閉鎖,0,令和6年1月9日午前6時
寄り合い処,開設,15,令和6年1月9日午前6時
西公民館（別館）,開設,3,令和6年1月9日午前6時
";

fn put(store: &mut Store, source: &str, text: &str) -> Vec<Joined> {
    let places = import(source, text.as_bytes(), None, None).unwrap().places;
    put_all(store, source, &places)
}

fn put_all(store: &mut Store, source: &str, places: &[Place]) -> Vec<Joined> {
    let file = PlaceFile { source, made_from: source.as_bytes(), places, read: None };
    store.put_places(&file, &NoReadings).unwrap()
}

fn all(store: &Store, kind: Kind) -> Vec<Near> {
    store.near(&Wanted { kind: Some(kind), limit: 99, ..Wanted::default() }).unwrap().found
}

/// Name, whether open, people, as of, the file that tells.
fn told(store: &Store, kind: Kind) -> Vec<String> {
    let mut told: Vec<_> = all(store, kind)
        .iter()
        .map(|near| {
            let spot = &near.spot;
            match &spot.place.status {
                None => spot.place.name.clone(),
                Some(status) => format!(
                    "{} {:?} {:?} {} {}",
                    spot.place.name,
                    status.open,
                    status.people,
                    status.as_of,
                    spot.status_from.as_ref().unwrap()
                ),
            }
        })
        .collect();
    told.sort();
    told
}

#[test]
fn the_newest_status_stands_with_its_shelter_whichever_file_comes_first() {
    let files = [("避難所.csv", SHELTERS), ("避難場所.csv", SITES), ("8日.csv", FIRST), ("9日.csv", SECOND)];
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]] {
        let mut store = Store::in_memory(clock()).unwrap();
        for at in order {
            put(&mut store, files[at].0, files[at].1);
        }
        assert_eq!(
            told(&store, Kind::Shelter),
            [
                "もし市立若葉小学校 Open Some(180) 2024-01-08T18:00 8日.csv",
                "北公園 Open Some(9) 2024-01-08T18:00 8日.csv",
                "寄り合い処 Open Some(15) 2024-01-09T06:00 9日.csv",
                "東公民館 Closed Some(0) 2024-01-09T06:00 9日.csv",
                "西公民館",
                "西公民館（別館） Open Some(3) 2024-01-09T06:00 9日.csv",
            ],
            "{order:?}"
        );
        assert_eq!(told(&store, Kind::EmergencySite), ["北公園 Open Some(9) 2024-01-08T18:00 8日.csv"]);
        let school = all(&store, Kind::Shelter).into_iter().find(|near| near.spot.place.capacity == Some(300)).unwrap();
        assert_eq!(school.spot.place.id, "shelter/092096-S1", "it is described as before");
        // What stood here only because it was open is completed from the site of its name, and is no site itself.
        let park = all(&store, Kind::Shelter).into_iter().find(|near| near.spot.place.name == "北公園").unwrap();
        assert_eq!((park.spot.place.address.as_str(), park.spot.place.hazards.len()), ("もし市本町4", 0));
        assert_eq!(store.stocks().unwrap().iter().map(|stock| stock.count).sum::<usize>(), 7);

        store.forget_places("9日.csv").unwrap();
        let left = told(&store, Kind::Shelter);
        assert!(left.contains(&"東公民館 Open Some(40) 2024-01-08T18:00 8日.csv".to_owned()), "{left:?}");
        store.forget_places("8日.csv").unwrap();
        assert_eq!(told(&store, Kind::Shelter), ["もし市立若葉小学校", "東公民館", "西公民館"]);
    }
}

#[test]
fn a_table_tells_which_of_its_rows_found_their_place() {
    let mut store = Store::in_memory(clock()).unwrap();
    put(&mut store, "避難所.csv", SHELTERS);
    put(&mut store, "避難場所.csv", SITES);
    let joined = put(&mut store, "8日.csv", FIRST);
    let joined: Vec<_> = joined.iter().map(|joined| (joined.row, joined.id.as_str())).collect();
    let site = all(&store, Kind::EmergencySite)[0].spot.place.id.clone();
    assert_eq!(joined, [(2, "shelter/092096-S1"), (3, "shelter/092096-S2"), (5, site.as_str())]);
}

#[test]
fn another_place_of_the_same_name_or_number_is_another_place() {
    let mut store = Store::in_memory(clock()).unwrap();
    put(&mut store, "避難所.csv", SHELTERS);
    let far = "ID,避難所名,緯度,経度,人数,時点
S9,東公民館,36.6,139.6,5,2024/1/9 18:00
S2,南会館,36.5,139.5,7,2024/1/9 18:00
";
    assert_eq!(put(&mut store, "開設.csv", far), []);
    let shelters = all(&store, Kind::Shelter);
    let unknown = |name: &str, id: &str| {
        let near =
            shelters.iter().find(|near| near.spot.place.name == name && near.spot.place.id.ends_with(id)).unwrap();
        near.spot.place.status.as_ref().map_or(Open::Unknown, |status| status.open)
    };
    assert_eq!((shelters.len(), unknown("東公民館", "S2"), unknown("南会館", "")), (5, Open::Unknown, Open::Open));
}

/// Reads one word.
struct Street;

impl Readings for Street {
    fn ruby(&self, line: &Line) -> Line {
        Line::parse(&line.plain().replace("本町", "｜本町《ほんちょう》").replace("入口", "｜入口《いりぐち》"))
    }
    fn kana(&self, text: &str) -> String {
        self.ruby(&Line::verbatim(text)).spoken()
    }
}

#[test]
fn places_are_safe_and_listed_before_they_are_read_and_read_later() {
    let home = tempfile::tempdir().unwrap();
    let text = "避難所名,名称_カナ,所在地,緯度,経度,行き方,備考
本町会館,,もし市本町2丁目13番地の4,36.4,139.9,入口から 右へ10歩,ペット可
東公民館,ヒガシコウミンカン,もし市東2,36.41,139.91,,
";
    let places = import("避難所.csv", text.as_bytes(), None, None).unwrap().places;
    let file = PlaceFile { source: "避難所.csv", made_from: b"1", places: &places, read: None };
    let (mut store, _) = Store::open(home.path(), clock()).unwrap();
    store.keep_places(&file).unwrap();
    drop(store);

    // The power goes here.
    let (mut store, troubles) = Store::open(home.path(), clock()).unwrap();
    assert_eq!((troubles.len(), all(&store, Kind::Shelter).len()), (0, 2));
    assert!(store.has_unread_places().unwrap() && store.has_places("避難所.csv", b"1").unwrap());
    assert!(store.search("ひがし", &Tongue::JA, 9).unwrap().is_empty());
    store.read_places(&Street).unwrap();
    assert!(!store.has_unread_places().unwrap());
    assert_eq!(store.search("ひがし", &Tongue::JA, 9).unwrap().len(), 1);
    assert_eq!(store.search("ほんちょう", &Tongue::JA, 9).unwrap().len(), 1);
    let hall = all(&store, Kind::Shelter).into_iter().find(|near| near.spot.place.name == "本町会館").unwrap().spot;
    assert_eq!(hall.name.notation(), "｜本町《ほんちょう》会館");
    assert_eq!(hall.line(&hall.place.address).notation(), "もし市｜本町《ほんちょう》2丁目13番地の4");
    assert_eq!(hall.line("入口から 右へ10歩").notation(), "｜入口《いりぐち》から 右へ10歩");
    assert_eq!(hall.line("書いて いない ことば").notation(), "書いて いない ことば");
    // The kana of the data decide.
    let east = store.search("ひがしこうみんかん", &Tongue::JA, 9).unwrap();
    assert_eq!(east[0].title.spoken(), "ひがしこうみんかん");
}

#[test]
fn places_of_the_form_before_are_carried_over() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("places.db");
    let body = "{\"id\":\"water/1\",\"kind\":\"water\",\"name\":\"井戸\",\"kana\":\"\",\"name_en\":\"\",\"address\":\"\",\"building\":\"\",\"inside\":\"\",
        \"at\":null,\"altitude_m\":null,\"town\":\"\",\"town_name\":\"\",\"hazards\":[],\"not_for\":[],\"partly\":{},\"also_other\":false,\"capacity\":null,
        \"for_whom\":\"\",\"phone\":\"\",\"hours\":\"\",\"url\":\"\",\"details\":[],\"notes\":[],\"status\":null,\"row\":2}";
    let old = rusqlite::Connection::open(&path).unwrap();
    old.execute_batch(include_str!("../../src/store/sql/places/0001.sql")).unwrap();
    old.execute_batch("PRAGMA user_version = 1; PRAGMA application_id = 1164408656").unwrap();
    old.execute("INSERT INTO source VALUES (1, '井戸.csv', zeroblob(32), '')", []).unwrap();
    let insert = "INSERT INTO place VALUES (1, 1, 'water/1', 9, 0, NULL, NULL, '井戸', '[\"井戸\"]', '', ?1)";
    old.execute(insert, [body]).unwrap();
    drop(old);
    let (mut store, troubles) = Store::open(home.path(), clock()).unwrap();
    assert_eq!(troubles, []);
    put(&mut store, "避難所.csv", SHELTERS);
    assert_eq!((all(&store, Kind::Shelter).len(), all(&store, Kind::Water).len()), (3, 1));
}
