//! Telegrams → what stands for a town: hand-made telegrams of every family under every order, and real ones by their content.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use engawa::alert::{Depth, Fact, State, Status, Telegram, Town, read, status};
use jiff::Timestamp;
use proptest::prelude::*;

/// A telegram in the form of JMA's, with only what matters.
pub(crate) struct Sheet<'a> {
    pub(crate) file: &'a str,
    pub(crate) title: &'a str,
    pub(crate) run: &'a str,
    pub(crate) act: &'a str,
    pub(crate) issued: &'a str,
    pub(crate) event: &'a str,
    pub(crate) headline: &'a str,
    pub(crate) head: &'a str,
    pub(crate) body: &'a str,
}

pub(crate) const BLANK: Sheet<'_> = Sheet {
    file: "-",
    title: "気象警報・注意報（Ｒ０６）（大雨）",
    run: "通常",
    act: "発表",
    issued: "2026-08-30T06:00:00+09:00",
    event: "",
    headline: "大雨に警戒してください。",
    head: "",
    body: "",
};

impl Sheet<'_> {
    pub(crate) fn xml(&self) -> String {
        let Sheet { title, run, act, issued, event, headline, head, body, .. } = self;
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?>
<Report xmlns="http://xml.kishou.go.jp/jmaxml1/"><Control><Title>{title}</Title><DateTime>{issued}</DateTime><Status>{run}</Status>
<EditorialOffice>見本地方気象台</EditorialOffice><PublishingOffice>見本地方気象台</PublishingOffice></Control>
<Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/"><Title>{title}</Title><ReportDateTime>{issued}</ReportDateTime>
<EventID>{event}</EventID><InfoType>{act}</InfoType><Serial/><Headline><Text>{headline}</Text>{head}</Headline></Head>
<Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/meteorology1/">{body}</Body></Report>"#
        )
    }
    pub(crate) fn telegram(&self) -> Telegram {
        read(self.file, self.xml().as_bytes()).unwrap()
    }
}

/// 大雨警報・注意報 of one town of 栃木県 (09209 真岡市) and its neighbour.
pub(crate) fn rain(issued: &str, kinds: &[(&str, &str, &str)]) -> Telegram {
    let one = |(name, code, state): &(&str, &str, &str)| {
        format!("<Kind><Name>{name}</Name><Code>{code}</Code><Status>{state}</Status></Kind>")
    };
    let kinds: String = kinds.iter().map(one).collect();
    let none = "<Kind><Status>発表警報・注意報はなし</Status></Kind>";
    let kinds = if kinds.is_empty() { none } else { &kinds };
    let body = format!(
        "<Warning type=\"気象警報・注意報（府県予報区等）\"><Item>{kinds}<Area><Name>栃木県</Name><Code>090000</Code></Area></Item></Warning>\
         <Warning type=\"気象警報・注意報（市町村等）\"><Item>{kinds}<Area><Name>真岡市</Name><Code>0920900</Code></Area></Item>\
         <Item>{none}<Area><Name>小山市</Name><Code>0920800</Code></Area></Item></Warning>"
    );
    Sheet { issued, body: &body, ..BLANK }.telegram()
}

fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

pub(crate) fn stands(telegrams: &[Telegram], town: &str, time: &str) -> Status {
    status(telegrams, &Town::parse(town).unwrap(), at(time))
}

/// In short: what a fact says.
pub(crate) fn short(fact: &Fact) -> (String, Option<u8>, State) {
    (fact.claim.name.clone(), fact.claim.level, fact.claim.state)
}

const L3: (&str, &str, &str) = ("レベル３大雨警報", "03", "発表");
pub(crate) const L5: (&str, &str, &str) = ("レベル５大雨特別警報", "33", "発表");
const DOWN: (&str, &str, &str) = ("レベル４大雨危険警報", "43", "特別警報から危険警報");
const OVER: (&str, &str, &str) = ("レベル３大雨警報", "03", "解除");

#[test]
fn a_warning_rises_falls_and_ends_as_it_is_issued() {
    let six = rain("2026-08-30T06:00:00+09:00", &[L3]);
    let seven = rain("2026-08-30T07:00:00+09:00", &[L5]);
    let eight = rain("2026-08-30T08:00:00+09:00", &[DOWN]);
    let nine = rain("2026-08-30T09:00:00+09:00", &[OVER]);
    let nothing = rain("2026-08-30T09:00:00+09:00", &[]);
    let all = [six.clone(), seven, eight.clone(), nine];
    let cases = [
        (&all[..1], ("レベル３大雨警報".to_owned(), Some(3), State::Active)),
        (&all[..2], ("レベル５大雨特別警報".to_owned(), Some(5), State::Active)),
        (&all[..3], ("レベル４大雨危険警報".to_owned(), Some(4), State::Active)),
        (&all[..], ("レベル３大雨警報".to_owned(), Some(3), State::Ended)),
        (&[six, eight, nothing], ("レベル４大雨危険警報".to_owned(), Some(4), State::Ended)),
    ];
    for (telegrams, wanted) in cases {
        let now = stands(telegrams, "092096", "2026-08-30T09:05:00+09:00");
        assert_eq!(now.facts.iter().map(short).collect::<Vec<_>>(), [wanted]);
        assert!(stands(telegrams, "09208", "2026-08-30T09:05:00+09:00").facts.is_empty(), "the neighbour has nothing");
    }
}

#[test]
fn a_withdrawal_is_neither_in_force_nor_over_and_nothing_late_brings_it_back() {
    let five = rain("2026-08-30T06:00:00+09:00", &[L5]);
    let head = "<Information type=\"x\"><Item><Kind><Name>大雨特別警報</Name></Kind><Areas codeType=\"気象情報／府県予報区・細分区域等\">\
                <Area><Name>栃木県</Name><Code>090000</Code></Area></Areas></Item></Information>";
    let back = Sheet {
        act: "取消",
        issued: "2026-08-30T06:10:00+09:00",
        headline: "先ほどの特別警報を取り消します。",
        head,
        ..BLANK
    };
    let telegrams = [back.telegram(), five.clone(), five];
    let now = stands(&telegrams, "09209", "2026-08-30T06:20:00+09:00");
    assert_eq!(
        now.facts.iter().map(short).collect::<Vec<_>>(),
        [("レベル５大雨特別警報".to_owned(), Some(5), State::Withdrawn)]
    );
    assert!(now.facts[0].claim.text.contains("取り消します"));
}

#[test]
fn drills_tests_and_the_future_do_not_become_live() {
    let drill = Sheet { run: "訓練", ..BLANK };
    let body = "<Warning type=\"気象警報・注意報（市町村等）\"><Item><Kind><Name>レベル５大雨特別警報</Name><Code>33</Code><Status>発表</Status></Kind>\
                <Area><Name>真岡市</Name><Code>0920900</Code></Area></Item></Warning>";
    let now = |sheet: &Sheet<'_>| stands(&[Sheet { body, ..*sheet }.telegram()], "09209", "2026-08-30T06:05:00+09:00");
    let shown = now(&drill);
    assert!(shown.facts.is_empty() && shown.drill.len() == 1, "a drill is a drill");
    let shown = now(&Sheet { run: "試験", ..BLANK });
    assert!(shown.facts.is_empty() && shown.drill.is_empty(), "a test is nothing");
    let shown = now(&Sheet { issued: "2026-08-31T06:00:00+09:00", ..BLANK });
    assert_eq!(shown.facts.iter().map(|fact| fact.claim.state).collect::<Vec<_>>(), [State::Unknown]);
}

#[test]
fn an_older_copy_is_shown_only_where_the_new_form_is_silent_and_its_level_only_where_it_stands() {
    let old = |issued: &'static str| {
        let body = "<Notice>［危険警報・氾濫特別警報の発表状況］\n〈レベル４大雨危険警報〉真岡市、小山市</Notice>\
            <Warning type=\"気象警報・注意報（府県予報区等）\"><Item><Kind><Name>大雨警報</Name><Code>03</Code><Status>発表</Status></Kind>\
            <Area><Name>栃木県</Name><Code>090000</Code></Area></Item></Warning><Warning type=\"気象警報・注意報（市町村等）\">\
            <Item><Kind><Name>大雨警報</Name><Code>03</Code><Status>発表</Status></Kind><Area><Name>真岡市</Name><Code>0920900</Code></Area></Item>\
            <Item><Kind><Name>大雨警報</Name><Code>03</Code><Status>発表</Status></Kind><Area><Name>足利市</Name><Code>0920200</Code></Area></Item></Warning>";
        Sheet { title: "気象特別警報・警報・注意報", issued, body, ..BLANK }.telegram()
    };
    let first = old("2026-08-30T06:00:00+09:00");
    let shown = stands(std::slice::from_ref(&first), "09209", "2026-08-30T06:05:00+09:00");
    assert_eq!(
        shown.facts.iter().map(short).collect::<Vec<_>>(),
        [("レベル４大雨危険警報".to_owned(), Some(4), State::Active)]
    );
    let shown = stands(std::slice::from_ref(&first), "09202", "2026-08-30T06:05:00+09:00");
    assert_eq!(
        shown.facts.iter().map(short).collect::<Vec<_>>(),
        [("大雨警報".to_owned(), None, State::Active)],
        "not known, so not said"
    );
    assert!(shown.facts[0].old_copy);
    let new = rain("2026-08-30T06:00:00+09:00", &[L5]);
    let shown = stands(&[first, new], "09209", "2026-08-30T06:05:00+09:00");
    assert_eq!(
        shown.facts.iter().map(short).collect::<Vec<_>>(),
        [("レベル５大雨特別警報".to_owned(), Some(5), State::Active)]
    );
}

/// Two gauges of one river at different levels, and the towns of their flood plains.
#[test]
fn a_town_has_the_level_of_its_own_gauges() {
    let said = |gauge: &str, level: &str, text: &str| {
        format!(
            "<Item><Kind><Name>{level}</Name><Code>51</Code><Property><Type>主文</Type><Text>{text}</Text></Property></Kind><Stations><Station>\
             <Name>{gauge}</Name><Code type=\"水位観測所\">{gauge}</Code></Station></Stations></Item>"
        )
    };
    let plain = |gauge: &str, town: &str, code: &str| {
        format!(
            "<Area codeType=\"水位観測所\"><Name>{gauge}</Name><Code>{gauge}</Code><City>{town}</City><CityCode>{code}</CityCode>\
             <SubCityList>川原 中島</SubCityList></Area>"
        )
    };
    let body = [
        "<Warning type=\"指定河川洪水予報\">",
        &said("上", "レベル５氾濫特別警報", "上では氾濫が発生しています。"),
        &said("下", "レベル２氾濫注意報", "下では水位が上がっています。"),
        "<Item><Kind><Name>浸水想定地区</Name></Kind><Areas>",
        &plain("上", "真岡市", "0920900"),
        &plain("下", "さくら市", "0921400"),
        &plain("下", "真岡市", "0920900"),
        "</Areas></Item></Warning>",
    ]
    .concat();
    let head = "<Information type=\"指定河川洪水予報（予報区域）\"><Item><Kind><Name>レベル５氾濫特別警報</Name><Code>51</Code></Kind>\
        <Areas codeType=\"指定河川洪水予報（予報区域）\"><Area><Name>見本川</Name><Code>123456789012</Code></Area></Areas></Item></Information>";
    let sheet = Sheet { title: "指定河川洪水予報", event: "123456789012", head, body: &body, ..BLANK };
    let over = "<Information type=\"指定河川洪水予報（予報区域）\"><Item><Kind><Name>氾濫注意報解除</Name><Code>10</Code></Kind>\
        <Areas codeType=\"指定河川洪水予報（予報区域）\"><Area><Name>見本川</Name><Code>123456789012</Code></Area></Areas></Item></Information>";
    let over = Sheet { head: over, body: "", issued: "2026-08-30T08:00:00+09:00", ..sheet };
    let shown = |telegrams: &[Telegram], town: &str| {
        let shown = stands(telegrams, town, "2026-08-30T08:05:00+09:00");
        shown.facts.iter().map(short).collect::<Vec<_>>()
    };
    let (rising, over) = (sheet.telegram(), over.telegram());
    assert_eq!(
        shown(std::slice::from_ref(&rising), "09209"),
        [("レベル５氾濫特別警報".to_owned(), Some(5), State::Active)]
    );
    assert_eq!(
        shown(std::slice::from_ref(&rising), "09214"),
        [("レベル２氾濫注意報".to_owned(), Some(2), State::Active)]
    );
    assert!(shown(std::slice::from_ref(&rising), "09208").is_empty());
    assert_eq!(shown(&[over, rising], "09209"), [("レベル５氾濫特別警報".to_owned(), Some(5), State::Ended)]);
}

#[test]
fn an_earthquake_is_what_was_measured_here_and_what_has_not_come_in_is_said() {
    let city =
        |name: &str, code: &str, said: &str| format!("<City><Name>{name}</Name><Code>{code}</Code>{said}</City>");
    let body = [
        "<Earthquake><OriginTime>2026-08-30T05:58:00+09:00</OriginTime><Hypocenter><Area><Name>茨城県南部</Name></Area></Hypocenter>\
         <Magnitude description=\"Ｍ６．１\">6.1</Magnitude></Earthquake><Intensity><Observation><Pref><Name>栃木県</Name><Code>09</Code>\
         <MaxInt>5+</MaxInt><Area><Name>栃木県南部</Name><Code>311</Code><MaxInt>5+</MaxInt>",
        &city("真岡市", "0920900", "<MaxInt>5+</MaxInt>"),
        &city("さくら市", "0921400", "<Condition>震度５弱以上未入電</Condition>"),
        "</Area></Pref></Observation></Intensity>",
    ]
    .concat();
    let full = Sheet { title: "震源・震度に関する情報", event: "20260830055800", body: &body, ..BLANK };
    let flash = "<Intensity><Observation><Pref><Name>栃木県</Name><Code>09</Code><MaxInt>4</MaxInt><Area><Name>栃木県南部</Name><Code>311</Code>\
        <MaxInt>4</MaxInt></Area></Pref></Observation></Intensity>";
    let flash = Sheet { title: "震度速報", issued: "2026-08-30T05:59:00+09:00", body: flash, ..full };
    let shown = |telegrams: &[Telegram], town: &str| {
        let shown = stands(telegrams, town, "2026-08-30T06:05:00+09:00");
        shown.facts.iter().map(|fact| fact.claim.name.clone()).collect::<Vec<_>>()
    };
    let (full, flash) = (full.telegram(), flash.telegram());
    assert_eq!(shown(std::slice::from_ref(&flash), "09209"), ["震度４"]);
    assert_eq!(shown(&[full.clone(), flash.clone()], "09209"), ["震度５強"]);
    assert_eq!(shown(&[full.clone(), flash], "09214"), ["震度５弱以上未入電"]);
    assert!(shown(&[full], "13101").is_empty(), "not felt there");
}

#[test]
fn a_tsunami_keeps_the_words_of_its_height_and_ends_by_coast() {
    let coast = |name: &str, code: &str, kind: &str, number: &str, height: &str| {
        format!(
            "<Item><Area><Name>{name}</Name><Code>{code}</Code></Area><Category><Kind><Name>{kind}</Name><Code>{number}</Code></Kind></Category>\
             <FirstHeight><Condition>津波到達中と推測</Condition></FirstHeight><MaxHeight><TsunamiHeight type=\"津波の高さ\" unit=\"m\" \
             condition=\"不明\" description=\"{height}\">NaN</TsunamiHeight></MaxHeight></Item>"
        )
    };
    let body = |items: &str| format!("<Tsunami><Forecast>{items}</Forecast></Tsunami>");
    let two = body(
        &[coast("岩手県", "210", "大津波警報", "52", "巨大"), coast("宮城県", "220", "津波警報", "51", "高い")]
            .concat(),
    );
    let one = body(&coast("岩手県", "210", "津波警報解除", "50", ""));
    let sheet = Sheet {
        title: "津波警報・注意報・予報a", event: "20260830055800 20260830055900", body: &two, ..BLANK
    };
    let later = Sheet { body: &one, issued: "2026-08-30T09:00:00+09:00", ..sheet };
    let (first, later) = (sheet.telegram(), later.telegram());
    let shown = |telegrams: &[Telegram], town: &str| {
        let shown = stands(telegrams, town, "2026-08-30T09:05:00+09:00");
        shown
            .facts
            .iter()
            .map(|fact| (fact.claim.name.clone(), fact.claim.field("max_height").map(str::to_owned), fact.claim.state))
            .collect::<Vec<_>>()
    };
    let active = |name: &str, height: &str| (name.to_owned(), Some(height.to_owned()), State::Active);
    assert_eq!(shown(std::slice::from_ref(&first), "03202"), [active("大津波警報", "巨大")]);
    assert_eq!(
        shown(std::slice::from_ref(&first), "04202"),
        [active("津波警報", "高い")],
        "a town that is not in the table, by its prefecture"
    );
    assert!(shown(std::slice::from_ref(&first), "09209").is_empty(), "no coast");
    assert_eq!(shown(&[later.clone(), first.clone()], "03202"), [("津波警報解除".to_owned(), None, State::Ended)]);
    assert_eq!(
        shown(&[first, later], "04202"),
        [("津波警報".to_owned(), Some("高い".to_owned()), State::Unknown)],
        "no longer named: not known"
    );
}

#[test]
fn an_unknown_type_shows_its_headline_and_whom_it_concerns() {
    let head = "<Information type=\"x\"><Item><Kind><Name>火星人襲来情報</Name><Code>99</Code></Kind><Areas codeType=\"気象・地震・火山情報／市町村等\">\
                <Area><Name>真岡市</Name><Code>0920900</Code></Area></Areas></Item></Information>";
    let one = Sheet {
        file: "20260830060000_0_VZZZ99_090000.xml",
        title: "新しい情報",
        head,
        headline: "新しいことが起きました。",
        ..BLANK
    };
    let telegram = one.telegram();
    assert_eq!((telegram.code.as_str(), telegram.depth), ("VZZZ99", Depth::Text));
    let shown = stands(&[telegram], "09209", "2026-08-30T06:05:00+09:00");
    assert_eq!(
        shown.facts.iter().map(|fact| fact.claim.text.as_str()).collect::<Vec<_>>(),
        ["新しいことが起きました。"]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    /// Whatever comes first, twice, or after a restart in the middle: the same stands.
    #[test]
    fn the_order_of_arrival_does_not_matter(
        story in prop::collection::vec((0_u8..6, 0_u8..5), 1..12),
        shuffle in any::<prop::sample::Index>(),
        doubled in any::<prop::sample::Index>(),
    ) {
        let telegrams: Vec<Telegram> = story.iter().map(|(hour, what)| {
            let issued = format!("2026-08-30T0{hour}:0{}:00+09:00", hour % 3);
            match what {
                0 => rain(&issued, &[]),
                1 => rain(&issued, &[L3]),
                2 => rain(&issued, &[L5]),
                3 => rain(&issued, &[OVER]),
                _ => Sheet { act: "取消", issued: &issued, ..BLANK }.telegram(),
            }
        }).collect();
        let mut other = telegrams.clone();
        other.push(telegrams[doubled.index(telegrams.len())].clone());
        let turn = shuffle.index(other.len());
        other.rotate_left(turn);
        other.reverse();
        let now = "2026-08-30T07:00:00+09:00";
        prop_assert_eq!(stands(&telegrams, "09209", now), stands(&other, "09209", now));
    }
}
