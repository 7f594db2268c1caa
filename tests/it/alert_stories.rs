//! Telegrams in forms that are plausible and that nobody has shown us: what is corrected, taken back and ended in every family, what is
//! left out, what nobody knows yet. Judged by what a town is told: silence is the worst of all answers.

use crate::alert::{BLANK, L5, Sheet, rain, short, stands};
use engawa::alert::{State, Telegram, read};

const NOW: &str = "2026-08-30T09:05:00+09:00";

type Said = (String, Option<u8>, State);

fn told(telegrams: &[Telegram], town: &str) -> Vec<Said> {
    stands(telegrams, town, NOW).facts.iter().map(short).collect()
}

fn said(name: &str, level: Option<u8>, state: State) -> Said {
    (name.to_owned(), level, state)
}

fn active(name: &str, level: Option<u8>) -> Said {
    said(name, level, State::Active)
}

/// A list of warnings with kinds as they are given, for 真岡市.
fn kinds(kinds: &str) -> Telegram {
    let body = format!(
        "<Warning type=\"気象警報・注意報（市町村等）\"><Item>{kinds}<Area><Name>真岡市</Name><Code>0920900</Code></Area></Item></Warning>"
    );
    Sheet { body: &body, ..BLANK }.telegram()
}

fn kind(name: &str, code: &str, status: &str) -> String {
    format!("<Kind><Name>{name}</Name><Code>{code}</Code><Status>{status}</Status></Kind>")
}

#[test]
fn one_telegram_that_ends_a_warning_and_issues_another_is_about_the_one_in_force() {
    let five = kind("レベル５大雨特別警報", "33", "解除");
    let three = kind("レベル３大雨警報", "03", "発表");
    for both in [format!("{five}{three}"), format!("{three}{five}")] {
        assert_eq!(
            told(&[kinds(&both)], "09209"),
            [active("レベル３大雨警報", Some(3))],
            "in whatever order it says so"
        );
    }
    let two = kind("レベル２大雨注意報", "10", "発表");
    for both in [format!("{two}{three}"), format!("{three}{two}")] {
        assert_eq!(told(&[kinds(&both)], "09209"), [active("レベル３大雨警報", Some(3))], "the graver of two");
    }
}

#[test]
fn what_is_not_known_is_told_by_its_name() {
    let cases = [
        (kind("レベル４大雨危険警報", "53", "発表"), Some(active("レベル４大雨危険警報", Some(4)))),
        (kind("レベル５土砂災害特別警報", "", "発表"), Some(active("レベル５土砂災害特別警報", Some(5)))),
        (kind("レベル５大雨特別警報", "33", ""), Some(active("レベル５大雨特別警報", Some(5)))),
        (kind("レベル５大雨特別警報", "33", "危険警報から特別警報"), Some(active("レベル５大雨特別警報", Some(5)))),
        (kind("熱波警報", "77", "発表"), Some(active("熱波警報", None))),
        (kind("暴風特別警報", "35", "発表"), Some(active("暴風特別警報", None))),
        (kind("大雨特別警報", "33", "解除"), Some(said("大雨特別警報", Some(5), State::Ended))),
        ("<Kind><Status>発表注意報・警報はなし</Status></Kind>".to_owned(), None),
    ];
    for (kind, wanted) in cases {
        assert_eq!(told(&[kinds(&kind)], "09209"), wanted.into_iter().collect::<Vec<_>>(), "{kind}");
    }
}

#[test]
fn what_calls_attention_to_a_part_of_a_prefecture_is_told_to_the_towns_it_names() {
    let item = |name: &str, code: &str, list: &str| {
        format!(
            "<Information type=\"気象特別警報報知\"><Item><Kind><Name>大雨特別警報</Name><Code>33</Code></Kind>\
             <Areas codeType=\"{list}\"><Area><Name>{name}</Name><Code>{code}</Code></Area></Areas></Item></Information>"
        )
    };
    let (regions, towns) = ("気象情報／府県予報区・細分区域等", "気象・地震・火山情報／市町村等");
    let prefecture = item("栃木県", "090000", regions) + &item("北部", "090020", regions);
    let named = prefecture.clone() + &item("日光市", "0920600", towns) + &item("那須烏山市", "0921500", towns);
    let issued = "2026-08-30T08:30:00+09:00";
    let telegram = |head: &str| Sheet { title: "気象特別警報報知", head, issued, ..BLANK }.telegram();
    let attention = [active("気象特別警報報知", None)];
    for (head, town, wanted) in [
        (&named, "09206", &attention[..]),
        (&named, "09215", &attention),
        (&named, "09209", &[]),
        (&named, "09203", &[]),
        (&prefecture, "09209", &attention),
        (&prefecture, "08205", &[]),
    ] {
        assert_eq!(told(&[telegram(head)], town), wanted, "{town}");
    }
}

#[test]
fn several_areas_of_one_item_are_all_told() {
    let five = kind("レベル５大雨特別警報", "33", "発表");
    let areas =
        "<Area><Name>真岡市</Name><Code>0920900</Code></Area><Area><Name>さくら市</Name><Code>0921400</Code></Area>";
    for areas in [areas.to_owned(), format!("<Areas codeType=\"気象・地震・火山情報／市町村等\">{areas}</Areas>")]
    {
        let body = format!("<Warning type=\"気象警報・注意報（市町村等）\"><Item>{five}{areas}</Item></Warning>");
        let telegram = Sheet { body: &body, ..BLANK }.telegram();
        for town in ["09209", "09214"] {
            assert_eq!(
                told(std::slice::from_ref(&telegram), town),
                [active("レベル５大雨特別警報", Some(5))],
                "{town}"
            );
        }
    }
}

/// Without the list of the whole prefecture, the towns in another order, the first of them another: still the same series.
#[test]
fn a_telegram_that_names_towns_alone_ends_what_one_before_it_said() {
    let list = |towns: &[(&str, &str, &str)], issued: &str| {
        let item = |(kind, name, code): &(&str, &str, &str)| {
            format!("<Item>{kind}<Area><Name>{name}</Name><Code>{code}</Code></Area></Item>")
        };
        let items: String = towns.iter().map(item).collect();
        let body = format!("<Warning type=\"気象警報・注意報（市町村等）\">{items}</Warning>");
        Sheet { body: &body, issued, ..BLANK }.telegram()
    };
    let five = kind("レベル５大雨特別警報", "33", "発表");
    let over = kind("レベル５大雨特別警報", "33", "解除");
    let whole = rain("2026-08-30T05:00:00+09:00", &[L5]);
    let six = list(&[(&five, "真岡市", "0920900"), (&five, "さくら市", "0921400")], "2026-08-30T06:00:00+09:00");
    let seven = list(&[(&five, "さくら市", "0921400"), (&over, "真岡市", "0920900")], "2026-08-30T07:00:00+09:00");
    for story in [vec![six.clone(), seven.clone()], vec![seven.clone(), whole, six]] {
        assert_eq!(told(&story, "09209"), [said("レベル５大雨特別警報", Some(5), State::Ended)]);
        assert_eq!(told(&story, "09214"), [active("レベル５大雨特別警報", Some(5))]);
    }
}

#[test]
fn a_correction_counts_and_a_withdrawal_without_a_number_comes_after_what_it_withdraws() {
    let wrong = Sheet { ..BLANK };
    let five = format!(
        "<Warning type=\"気象警報・注意報（市町村等）\"><Item>{}<Area><Name>真岡市</Name><Code>0920900</Code></Area></Item></Warning>",
        kind("レベル５大雨特別警報", "33", "発表")
    );
    let three = five.replace("レベル５大雨特別警報", "レベル３大雨警報").replace("33", "03");
    let issued = Sheet { body: &five, ..wrong }.telegram();
    let corrected = Sheet { body: &three, act: "訂正", ..wrong }.telegram();
    for story in [[issued.clone(), corrected.clone()], [corrected, issued]] {
        assert_eq!(told(&story, "09209"), [active("レベル３大雨警報", Some(3))]);
    }
    let quake = |act: &str, serial: &str, body: &str| {
        let sheet = Sheet { title: "震源・震度に関する情報", event: "20260830055800", act, body, ..BLANK };
        read("-", sheet.xml().replace("<Serial/>", serial).as_bytes()).unwrap()
    };
    let shaken = "<Intensity><Observation><Pref><Name>栃木県</Name><Code>09</Code><Area><Name>栃木県南部</Name><Code>311</Code><City><Name>真岡市</Name>\
        <Code>0920900</Code><MaxInt>6-</MaxInt></City></Area></Pref></Observation></Intensity>";
    let (first, back) = (quake("発表", "<Serial>1</Serial>", shaken), quake("取消", "<Serial/>", ""));
    for story in [[first.clone(), back.clone()], [back, first]] {
        assert_eq!(told(&story, "09209"), [said("震度６弱", None, State::Withdrawn)], "at the same minute");
    }
}

#[test]
fn an_act_that_nobody_knows_is_no_reason_to_say_nothing() {
    let five = kind("レベル５大雨特別警報", "33", "発表");
    let body = format!(
        "<Warning type=\"気象警報・注意報（市町村等）\"><Item>{five}<Area><Name>真岡市</Name><Code>0920900</Code></Area></Item></Warning>"
    );
    for act in ["遅延", "再送"] {
        let telegram = Sheet { body: &body, act, ..BLANK }.telegram();
        assert_eq!(told(&[telegram], "09209"), [active("レベル５大雨特別警報", Some(5))], "{act}");
    }
}

fn coast(kind: &str, code: &str, height: &str) -> String {
    format!(
        "<Tsunami><Forecast><Item><Area><Name>岩手県</Name><Code>210</Code></Area><Category><Kind><Name>{kind}</Name><Code>{code}</Code></Kind>\
         </Category><FirstHeight><ArrivalTime>2026-08-30T06:40:00+09:00</ArrivalTime></FirstHeight><MaxHeight>{height}</MaxHeight></Item></Forecast></Tsunami>"
    )
}

fn sea(title: &str, act: &str, minute: u32, body: &str) -> Telegram {
    let issued = format!("2026-08-30T06:{minute:02}:00+09:00");
    Sheet { title, act, issued: &issued, event: "20260830055800", body, ..BLANK }.telegram()
}

const WARNING: &str = "津波警報・注意報・予報";
const INFORMATION: &str = "津波情報";

/// 津波情報 repeats what 津波警報 says: which of the two is taken back makes all the difference.
#[test]
fn a_warning_stands_when_only_the_information_about_it_is_taken_back() {
    let five_metres = "<TsunamiHeight description=\"５ｍ\">5</TsunamiHeight>";
    let over_five = "<TsunamiHeight description=\"５ｍ超\">5</TsunamiHeight>";
    let warned = sea(WARNING, "発表", 1, &coast("津波警報", "51", five_metres));
    let informed = sea(INFORMATION, "発表", 3, &coast("津波警報", "51", over_five));
    let shown = |telegrams: &[Telegram]| {
        let shown = stands(telegrams, "03202", NOW);
        let of = |fact: &engawa::alert::Fact| (short(fact), fact.claim.field("max_height").map(str::to_owned));
        shown.facts.iter().map(of).collect::<Vec<_>>()
    };
    let one = |state, height: &str| vec![(said("津波警報", None, state), Some(height.to_owned()))];
    assert_eq!(shown(&[warned.clone(), informed.clone()]), one(State::Active, "５ｍ超"));
    let back = sea(INFORMATION, "取消", 5, "");
    assert_eq!(shown(&[informed.clone(), back.clone(), warned.clone()]), one(State::Active, "５ｍ"));
    assert_eq!(shown(&[informed.clone(), back]), one(State::Withdrawn, "５ｍ超"), "nothing else was heard");
    let back = sea(WARNING, "取消", 5, "");
    assert_eq!(shown(&[back, informed, warned])[0].0.2, State::Withdrawn, "also where it was repeated");
}

#[test]
fn a_tsunami_whose_code_nobody_knows_is_as_grave_as_its_name_and_is_not_over_by_a_date() {
    let great = sea(
        WARNING,
        "発表",
        1,
        &coast("大津波警報", "54", "<TsunamiHeight condition=\"不明\" description=\"巨大\">NaN</TsunamiHeight>"),
    );
    let shown = stands(&[great], "03202", NOW);
    assert!(shown.facts[0].claim.is_urgent(), "{:?}", shown.facts);
    assert_eq!(shown.facts[0].claim.field("max_height"), Some("巨大"));
    assert_eq!(shown.facts[0].claim.field("first_wave"), Some("2026-08-30T06:40:00+09:00"));
    let dated = |kind: &str, code: &str| {
        let body = coast(kind, code, "");
        let sheet = Sheet { title: WARNING, event: "20260830055800", body: &body, ..BLANK };
        let until = "<ValidDateTime>2026-08-30T08:00:00+09:00</ValidDateTime><EventID>";
        read("-", sheet.xml().replace("<EventID>", until).as_bytes()).unwrap()
    };
    assert_eq!(told(&[dated("津波注意報", "62")], "03202"), [active("津波注意報", None)]);
    assert_eq!(told(&[dated("津波予報（若干の海面変動）", "71")], "03202"), []);
}

/// What a gauge of its own says of a town counts, also that it is over there while the river goes on elsewhere.
#[test]
fn a_river_that_is_over_at_one_gauge_is_over_for_the_town_there() {
    let gauge = |gauge: &str, title: &str, code: &str| {
        format!(
            "<Item><Kind><Name>{title}</Name><Code>{code}</Code></Kind><Stations><Station><Name>{gauge}</Name><Code>{gauge}</Code></Station></Stations></Item>"
        )
    };
    let plain = |gauge: &str, town: &str, code: &str| {
        format!("<Area><Name>{gauge}</Name><Code>{gauge}</Code><City>{town}</City><CityCode>{code}</CityCode></Area>")
    };
    let river = |upper: (&str, &str), lower: (&str, &str), event: &str| {
        let body = [
            "<Warning type=\"指定河川洪水予報\">",
            &gauge("上", upper.0, upper.1),
            &gauge("下", lower.0, lower.1),
            "<Item><Areas>",
            &plain("上", "真岡市", "0920900"),
            &plain("下", "さくら市", "0921400"),
            "</Areas></Item></Warning>",
        ]
        .concat();
        let head = "<Information type=\"指定河川洪水予報（予報区域）\"><Item><Kind><Name>レベル３氾濫警報</Name><Code>31</Code></Kind>\
            <Areas codeType=\"指定河川洪水予報（予報区域）\"><Area><Name>見本川</Name><Code>123456789012</Code></Area></Areas></Item></Information>";
        Sheet { title: "指定河川洪水予報", event, head, body: &body, ..BLANK }.telegram()
    };
    for event in ["123456789012", ""] {
        let now = [river(("レベル２氾濫注意報解除", "10"), ("レベル３氾濫警報", "31"), event)];
        assert_eq!(told(&now, "09209"), [said("レベル２氾濫注意報解除", Some(2), State::Ended)]);
        assert_eq!(told(&now, "09214"), [active("レベル３氾濫警報", Some(3))]);
    }
}

#[test]
fn a_volcano_that_endangers_homes_is_graver_than_one_that_endangers_climbers() {
    let volcano = |kind: &str| {
        let body = format!(
            "<VolcanoInfo type=\"噴火警報・予報（対象市町村等）\"><Item><Kind><Name>{kind}</Name><Code>41</Code><Condition>引上げ</Condition></Kind>\
             <Areas codeType=\"気象・地震・火山情報／市町村等\"><Area><Name>真岡市</Name><Code>0920900</Code></Area></Areas></Item></VolcanoInfo>"
        );
        let telegram = Sheet { title: "噴火警報・予報", event: "306", body: &body, ..BLANK }.telegram();
        let shown = stands(&[telegram], "09209", NOW);
        assert_eq!((shown.facts.len(), shown.facts[0].claim.level), (1, None), "levels of volcanoes are another scale");
        shown.facts[0].claim.is_urgent()
    };
    assert!(volcano("噴火警報：避難等") && volcano("噴火警報（居住地域）"));
    assert!(!volcano("火口周辺警報：入山規制等") && !volcano("噴火警報（周辺海域）"));
}

/// Whoever names nobody speaks to those whom the office serves, or to all.
#[test]
fn a_telegram_of_an_unknown_type_that_names_nobody_is_shown_all_the_same() {
    let sheet = Sheet { title: "新しい情報", headline: "新しいことが起きました。", ..BLANK };
    let shown = |file: &str, town: &str| told(&[read(file, sheet.xml().as_bytes()).unwrap()], town);
    let new = [active("新しい情報", None)];
    for (file, here, elsewhere) in [
        ("20260829210000_0_VZZZ99_090000.xml", &new[..], &new[..0]),
        ("20260829210000_0_VZZZ99_010000.xml", &new[..], &new[..]),
        ("telegram.xml", &new[..], &new[..]),
    ] {
        assert_eq!((shown(file, "09209"), shown(file, "12229")), (here.to_vec(), elsewhere.to_vec()), "{file}");
    }
    let head = "<Information type=\"x\"><Item><Kind><Name>大雪に関する情報</Name></Kind><Areas codeType=\"全国・地方予報区等\"><Area>\
                <Name>全国</Name><Code>010000</Code></Area></Areas></Item></Information>";
    let whole = Sheet { head, ..sheet }.telegram();
    assert_eq!(told(&[whole], "09209"), [active("大雪に関する情報", None)], "the whole country is not 北海道");
}
