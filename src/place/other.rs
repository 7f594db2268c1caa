//! Open data that are no places, or none of ours: told by what they look like, so that who chose the wrong file knows which one it was.

use super::Kind;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Other {
    Population,
    Event,
    Food,
    CulturalProperty,
    DataList,
    FireHydrant,
    Garbage,
    Tourism,
    TsunamiBuilding,
    GatheringPlace,
    Timetable,
    Budget,
    Columns,
    Sandbags,
    Storehouse,
    Heliport,
    Loudspeaker,
    Underpass,
    Polling,
}

impl Other {
    /// In Japanese and in English: 「…の 表の ようです」, "a table of …".
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Population => ("人口", "population figures"),
            Self::Event => ("もよおし（イベント）", "events"),
            Self::Food => ("食品の 店", "food businesses"),
            Self::CulturalProperty => ("文化財", "cultural properties"),
            Self::DataList => ("オープンデータの 一覧", "a list of open data"),
            Self::FireHydrant => ("消防水利（消火栓など）", "fire hydrants"),
            Self::Garbage => ("ごみの 分けかた・集める日", "garbage collection"),
            Self::Tourism => ("観光施設", "tourist sites"),
            Self::TsunamiBuilding => ("津波避難ビル", "tsunami evacuation buildings"),
            Self::GatheringPlace => ("一時避難場所・広域避難場所", "gathering places, which are not always designated"),
            Self::Timetable => ("バス・電車の 時刻や 停留所（GTFSなど）", "timetables and stops (GTFS)"),
            Self::Budget => ("予算・決算", "budgets"),
            Self::Columns => ("列の 説明", "descriptions of columns"),
            Self::Sandbags => ("土のう置き場", "sandbag stores"),
            Self::Storehouse => ("防災倉庫・水防倉庫", "storehouses"),
            Self::Heliport => ("ヘリポート", "heliports"),
            Self::Loudspeaker => ("防災無線の 子局", "loudspeakers"),
            Self::Underpass => ("アンダーパス（低い道路）", "underpasses"),
            Self::Polling => ("投票所", "polling stations"),
        }
    }

    /// As which kinds somebody may take it who knows better.
    pub(super) fn may_be(self) -> &'static [Kind] {
        match self {
            Self::Tourism
            | Self::CulturalProperty
            | Self::Garbage
            | Self::Sandbags
            | Self::Storehouse
            | Self::Heliport
            | Self::Polling => &[Kind::Facility],
            Self::TsunamiBuilding | Self::GatheringPlace => &[Kind::EmergencySite, Kind::Facility],
            _ => &[],
        }
    }
}

/// So many headers with one of these words in them, as keys; the first that fits counts, before any kind of places.
pub(super) const MARKS: &[(usize, &[&str], Other)] = &[
    (2, &["総人口", "世帯数", "人口", "歳の男性", "歳の女性"], Other::Population),
    (1, &["イベント", "行事名", "開催日", "展示名", "会期", "eventname", "催事"], Other::Event),
    (2, &["営業の種類", "業態", "許可番号", "営業許可", "許可年月日"], Other::Food),
    (1, &["文化財"], Other::CulturalProperty),
    (1, &["データ名称", "データ形式", "データセット名", "データ概要"], Other::DataList),
    (1, &["口径", "消火栓", "消防水利", "防火水"], Other::FireHydrant),
    (1, &["ごみ", "ゴミ", "garbage", "分別", "資源物"], Other::Garbage),
    (
        2,
        &["可燃物", "不燃物", "資源プラ", "ペットボトル", "古紙", "燃やす", "燃える", "収集日", "収集曜日"],
        Other::Garbage,
    ),
    (2, &["休止開始日", "休止終了日"], Other::Garbage),
    (
        2,
        &[
            "stopid",
            "stopname",
            "stoplat",
            "stopsequence",
            "routeid",
            "tripid",
            "serviceid",
            "agencyid",
            "agencyname",
            "fareid",
            "shapeid",
            "shapeptlat",
            "feedpublisher",
            "feedlang",
            "officeid",
            "officename",
            "arrivaltime",
            "exceptiontype",
        ],
        Other::Timetable,
    ),
    (1, &["バス停", "停留所名", "時刻表", "系統番号"], Other::Timetable),
    (2, &["予算額", "決算額", "歳入", "歳出", "款", "予算"], Other::Budget),
    (2, &["originalname", "displayname", "labelflag"], Other::Columns),
    (1, &["投票所", "投票区"], Other::Polling),
    (1, &["土のう"], Other::Sandbags),
    (1, &["防災倉庫名", "水防倉庫名"], Other::Storehouse),
];

/// As [`MARKS`], where the headers are of no kind of places.
pub(super) const LATE: &[(&[&str], Other)] = &[(&["料金基本", "料金(基本", "観光"], Other::Tourism)];

/// Words of titles and names of files, as keys; the first that fits counts, before any kind of places.
pub(super) const HINTS: &[(&[&str], Other)] = &[
    (&["人口", "population"], Other::Population),
    (&["イベント", "催し", "event"], Other::Event),
    (&["ごみ", "ゴミ", "garbage"], Other::Garbage),
    (&["土のう", "土嚢", "sandbag", "donostation"], Other::Sandbags),
    (&["防災倉庫", "水防倉庫", "備蓄倉庫", "bousaisouko", "suibousouko"], Other::Storehouse),
    (&["ヘリポート", "heliport"], Other::Heliport),
    (&["同報無線", "防災無線", "防災行政無線", "屋外子局", "屋外拡声", "douhoumusen"], Other::Loudspeaker),
    (&["アンダーパス", "underpass"], Other::Underpass),
    (&["投票所", "投票区"], Other::Polling),
    (&["時刻表", "バス停", "gtfs", "timetable"], Other::Timetable),
    (&["津波避難ビル", "tsunamievacuation", "津波避難タワー"], Other::TsunamiBuilding),
    (&["一時避難", "一次避難", "いっとき避難", "広域避難", "一時集合"], Other::GatheringPlace),
    (&["観光", "tourism", "sightseeing"], Other::Tourism),
];
