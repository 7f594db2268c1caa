//! What kind of table a file is: by its headers first, then by its title and name. A table of something else is told by what it looks like.

use super::{
    Kind, Refusal, Table,
    columns::Columns,
    header::{Field, key},
    other::{self, Other},
};
use crate::reader::both;

/// What the headers look like, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looks {
    /// Nothing else has such headers.
    Sure(Kind),
    /// Lists of other kinds are published under the same headers.
    Maybe(Kind),
    Other(Other),
}

/// So many headers with one of these words in them.
type Mark = (usize, &'static [&'static str], Looks);

/// As keys; the first that fits counts.
const MARKS: &[Mark] = &[
    (1, &["ssid"], Looks::Sure(Kind::Wifi)),
    (1, &["aed", "小児対応設備", "equipmentforchildren", "除細動", "小児用パッド"], Looks::Sure(Kind::Aed)),
    (3, &["トイレ", "便器", "便所", "restroom"], Looks::Sure(Kind::Toilet)),
    (
        1,
        &["診療科", "診療曜日", "診療時間", "診療開始", "病床", "医療機関", "medicalsubjects", "numberofbeds"],
        Looks::Sure(Kind::Medical),
    ),
    (1, &["受入年齢", "一時預かり", "保育", "子育て", "授乳", "おむつ", "園児"], Looks::Sure(Kind::Child)),
    (1, &["暑熱", "クーリング"], Looks::Maybe(Kind::Facility)),
    (1, &["介護", "実施サービス"], Looks::Sure(Kind::Care)),
    (1, &["指定避難所との", "避難所との重複", "避難所との住所同一"], Looks::Sure(Kind::EmergencySite)),
    (
        1,
        &["緊急避難場所との", "避難所名", "避難所面積", "受入対象者", "福祉避難所", "開設される災害の種類"],
        Looks::Sure(Kind::Shelter),
    ),
    (1, &["緊急避難場所"], Looks::Sure(Kind::EmergencySite)),
    (1, &["避難所"], Looks::Sure(Kind::Shelter)),
    (1, &["避難場所"], Looks::Maybe(Kind::EmergencySite)),
    (1, &["給水", "貯水", "飲料水", "井戸", "確保水量"], Looks::Sure(Kind::Water)),
    (2, &["サービスの種類", "事業所番号"], Looks::Sure(Kind::Care)),
    (1, &["無線lan", "wifi", "wiーfi"], Looks::Sure(Kind::Wifi)),
    (1, &["poiコード", "公園名", "名称通称", "図書館", "公共施設"], Looks::Maybe(Kind::Facility)),
];

/// Words of titles and names of files, as keys; the first that fits counts.
const HINTS: &[(&[&str], Looks)] = &[
    (&["クーリング", "暑熱", "涼み", "coolingshelter"], Looks::Maybe(Kind::Facility)),
    (&["aed", "除細動"], Looks::Sure(Kind::Aed)),
    (&["wifi", "wiーfi", "wireless", "無線lan"], Looks::Sure(Kind::Wifi)),
    (&["トイレ", "便所", "toilet", "restroom"], Looks::Sure(Kind::Toilet)),
    (&["緊急避難場所", "避難場所", "evacuationspace", "emergencyevacuation"], Looks::Sure(Kind::EmergencySite)),
    (&["避難所", "shelter", "hinanjo", "hinannjo"], Looks::Sure(Kind::Shelter)),
    (
        &[
            "子育て",
            "保育",
            "こども",
            "子ども",
            "児童",
            "幼稚園",
            "child",
            "preschool",
            "nursery",
            "baby",
            "赤ちゃん",
            "あかちゃん",
        ],
        Looks::Sure(Kind::Child),
    ),
    (&["介護", "高齢", "老人", "地域包括", "elderly", "careservice", "comprehensivesupport"], Looks::Sure(Kind::Care)),
    (
        &["病院", "医療", "診療", "救護", "薬局", "保健", "hospital", "clinic", "medical", "pharmacy", "healthcenter"],
        Looks::Sure(Kind::Medical),
    ),
    (&["給水", "貯水", "飲料水", "井戸", "drinkingwater", "watersupply"], Looks::Sure(Kind::Water)),
    (
        &[
            "公共施設",
            "市役所",
            "役場",
            "公民館",
            "図書館",
            "公園",
            "交流センター",
            "福祉会館",
            "体育館",
            "学校",
            "支所",
            "出張所",
            "facility",
            "facilities",
            "library",
            "communitycenter",
            "servicecenter",
            "park",
        ],
        Looks::Maybe(Kind::Facility),
    ),
];

/// What is known of a file before its rows are read.
pub(super) struct Seen<'s> {
    pub(super) columns: &'s Columns,
    pub(super) header: &'s [String],
    /// Titles and comments, then the name of the file.
    pub(super) around: &'s [&'s str],
    /// What somebody says it is.
    pub(super) asked: Option<Kind>,
}

/// The kind of the places and of the table, or why the file is refused.
pub(super) fn table(seen: &Seen<'_>) -> Result<(Kind, Table), Refusal> {
    let hazards = seen.columns.count(|field| matches!(field, Field::Hazard(_)));
    let by_header = marked(seen.header).or((hazards >= 3).then_some(Looks::Maybe(Kind::EmergencySite)));
    let hint = seen.around.iter().find_map(|text| hinted(text));
    let opening = is_opening(seen, hazards, by_header.or(hint));
    let looks = match (by_header, hint) {
        (Some(Looks::Maybe(_)) | None, Some(hint)) if !opening => Some(hint),
        (header, _) => header,
    };
    let status = if opening { Table::OpeningStatus } else { Table::Places };
    let kind = match (seen.asked, looks) {
        (None, _) if opening && !matches!(looks, Some(Looks::Other(_))) => Kind::Shelter,
        (None, Some(Looks::Sure(kind) | Looks::Maybe(kind))) => kind,
        (None, None) if !is_of_places(seen.columns) => return Err(no_places()),
        (None, None) => return Err(unknown(seen.header)),
        (Some(asked), Some(Looks::Sure(kind))) if kind != asked && !kin(asked, kind) => return Err(wrong(kind, asked)),
        (Some(asked), Some(Looks::Other(other))) if other.may_be().contains(&asked) => asked,
        (_, Some(Looks::Other(other))) => return Err(other_table(other)),
        (Some(asked), _) => asked,
    };
    Ok((kind, status))
}

/// A table that is no places: told by what stands in it, when no header could be found.
pub(super) fn headless(around: &[&str]) -> Refusal {
    let cells = |text: &&str| marked(&text.split(' ').map(str::to_owned).collect::<Vec<_>>());
    let looks = around.iter().find_map(cells).or_else(|| around.iter().find_map(|text| hinted(text)));
    let other = match looks {
        Some(Looks::Other(other)) => Some(other),
        _ => None,
    };
    other.map_or_else(no_header, other_table)
}

/// Lists published under each other's headers: there is no form of its own for 指定避難所, and one for all public facilities.
fn kin(asked: Kind, seen: Kind) -> bool {
    let evacuation = |kind| matches!(kind, Kind::EmergencySite | Kind::Shelter);
    (evacuation(asked) && evacuation(seen)) || asked == Kind::Facility
}

fn marked(header: &[String]) -> Option<Looks> {
    let keys: Vec<String> = header.iter().map(|name| key(name)).collect();
    let fits = |need: usize, words: &[&str]| {
        keys.iter().filter(|key| words.iter().any(|word| key.contains(word))).count() >= need
    };
    let other = other::MARKS.iter().find(|(need, words, _)| fits(*need, words));
    let other = other.map(|(_, _, other)| Looks::Other(*other));
    let own = || MARKS.iter().find(|(need, words, _)| fits(*need, words)).map(|(_, _, looks)| *looks);
    let late = || other::LATE.iter().find(|(words, _)| fits(1, words)).map(|(_, other)| Looks::Other(*other));
    other.or_else(own).or_else(late)
}

fn hinted(text: &str) -> Option<Looks> {
    let key = key(text);
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    let other = other::HINTS.iter().find(|(words, _)| has(words)).map(|(_, other)| Looks::Other(*other));
    other.or_else(|| HINTS.iter().find(|(words, _)| has(words)).map(|(_, looks)| *looks))
}

/// Which shelters were open: how many people, as of when.
fn is_opening(seen: &Seen<'_>, hazards: usize, looks: Option<Looks>) -> bool {
    let shelters =
        matches!(looks, Some(Looks::Sure(kind) | Looks::Maybe(kind)) if kin(Kind::Shelter, kind)) || hazards >= 3;
    let columns = seen.columns;
    let people = columns.header(Field::People).is_some_and(|header| key(header) != "人数" || columns.has(Field::AsOf));
    (columns.has(Field::Opening) || people) && shelters || (people && columns.has(Field::Opening))
}

fn other_table(other: Other) -> Refusal {
    let (ja, en) = other.words();
    let help = if other.may_be().is_empty() {
        both(
            "避難場所、AED、トイレなど、場所の 表を えらんでください",
            "choose a table of places: shelters, AED, toilets, …",
        )
    } else {
        let kinds = other.may_be().iter().map(|kind| format!("--kind {}", kind.name())).collect::<Vec<_>>().join("、");
        both(
            format!("町に たしかめて、場所として つかう ときは {kinds} を つけてください"),
            format!("to use it as places, ask the town what they are designated as and give {kinds}"),
        )
    };
    Refusal::new(both(format!("{ja}の 表の ようです"), format!("this looks like a table of {en}")), help)
}

fn wrong(kind: Kind, asked: Kind) -> Refusal {
    let (is, not) = (kind.japanese(), asked.japanese());
    Refusal::new(
        both(
            format!("{is}の 表の ようです。{not}では ありません"),
            format!("this looks like a table of {}, not of {}", kind.name(), asked.name()),
        ),
        both(
            format!("--kind {} に するか、べつの ファイルを えらんでください", kind.name()),
            format!("give --kind {}, or choose another file", kind.name()),
        ),
    )
}

fn unknown(header: &[String]) -> Refusal {
    let headers = header.iter().filter(|name| !name.is_empty()).take(12).cloned().collect::<Vec<_>>().join("、");
    let kinds = Kind::ALL.map(Kind::name).join(", ");
    Refusal::new(
        both(
            format!("何の 場所の 表か わかりません（見出し: {headers}）"),
            format!("the headers do not tell what kind of places these are ({headers})"),
        ),
        both(format!("--kind で 教えてください（{kinds}）"), format!("say it with --kind (one of {kinds})")),
    )
}

fn no_header() -> Refusal {
    Refusal::new(
        both(
            "見出しの 行が 見つかりません。場所の 表では ないようです",
            "no row of headers is found; this does not look like a table of places",
        ),
        both(
            "見出し（名称、住所、緯度、経度など）の ある CSVを えらぶか、--mapping で 見出しの ことばを 教えてください",
            "choose a CSV with headers (名称, 住所, 緯度, 経度 …), or tell its own headers with --mapping",
        ),
    )
}

/// Whether a table can be one of places. What was open is told by name alone: where it is, other files say.
pub(super) fn can_be_placed(columns: &Columns, table: Table) -> bool {
    is_of_places(columns) || (table == Table::OpeningStatus && columns.has(Field::Name))
}

/// Whether there are names, and something that says where they are.
fn is_of_places(columns: &Columns) -> bool {
    let whereabouts =
        [Field::Address, Field::Street, Field::Lat, Field::LatLon, Field::LonLat, Field::Building, Field::Phone];
    let named = columns.has(Field::Name) || columns.has(Field::Address);
    named && whereabouts.into_iter().any(|field| columns.has(field))
}

/// Rows with names that cannot be found: no address, no position, no telephone.
pub(super) fn no_places() -> Refusal {
    Refusal::new(
        both(
            "場所の 表では ないようです（名前と、住所か 緯度・経度の 列が ありません）",
            "this does not look like places: there is no column of names, or none of addresses or coordinates",
        ),
        both(
            "名前と 住所の ある 表を えらぶか、--mapping で 見出しの ことばを 教えてください",
            "choose a table with names and addresses, or tell its own headers with --mapping",
        ),
    )
}
