//! What is left out of a telegram must never make it silent: whoever cannot be named is spoken to with all others, what cannot be dated by
//! us is dated by 気象庁, and what comes late or twice brings nothing back.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::alert::{BLANK, L5, Sheet, rain, short, stands};
use engawa::{
    alert::{Fact, State, Telegram, moment, read},
    clock::Now,
};

const NOW: &str = "2026-08-30T06:30:00+09:00";

fn facts(telegrams: &[Telegram], town: &str) -> Vec<Fact> {
    stands(telegrams, town, NOW).facts
}

fn names(telegrams: &[Telegram], town: &str) -> Vec<(String, State)> {
    facts(telegrams, town).iter().map(|fact| (fact.claim.name.clone(), fact.claim.state)).collect()
}

fn active(name: &str) -> Vec<(String, State)> {
    vec![(name.to_owned(), State::Active)]
}

fn case(name: &str) -> String {
    std::fs::read_to_string(format!("tests/cases/telegram/{name}.xml")).unwrap()
}

/// An eruption that is only observed names a volcano and nobody else.
#[test]
fn an_eruption_is_told_to_the_prefectures_of_its_volcano() {
    let at = |volcano: &str| {
        let body = format!(
            "<VolcanoInfo type=\"噴火に関する火山観測報\"><Item><Kind><Name>噴火</Name><Code>52</Code></Kind><Areas codeType=\"火山名\">\
             <Area><Name>{volcano}</Name><Code>306</Code></Area></Areas></Item></VolcanoInfo>"
        );
        let event = "20260830055800_306";
        [Sheet {
            title: "噴火に関する火山観測報", event, headline: "噴火しました。", body: &body, ..BLANK
        }
        .telegram()]
    };
    for (volcano, here, there) in [("浅間山", true, false), ("那須岳", false, true), ("見たことのない山", true, true)]
    {
        for (town, told) in [("20323", here), ("09209", there)] {
            assert_eq!(names(&at(volcano), town), if told { active("噴火") } else { vec![] }, "{volcano} {town}");
            assert!(facts(&at(volcano), town).iter().all(|fact| fact.claim.field("volcano") == Some(volcano)));
        }
    }
}

/// 噴火警戒レベル is not 警戒レベル.
#[test]
fn a_level_of_a_volcano_is_no_level_of_the_scale_of_five() {
    let head = "<Information type=\"火山の状況に関する解説情報\"><Item><Kind><Name>レベル３（入山規制）</Name><Code>13</Code></Kind>\
                <Areas codeType=\"火山名\"><Area><Name>那須岳</Name><Code>301</Code></Area></Areas></Item></Information>";
    let told = Sheet { title: "火山の状況に関する解説情報", head, ..BLANK }.telegram();
    assert_eq!(
        facts(&[told], "09209").iter().map(short).collect::<Vec<_>>(),
        [("レベル３（入山規制）".to_owned(), None, State::Active)]
    );
}

#[test]
fn a_river_without_towns_and_prefectures_is_told_where_its_office_is() {
    let xml = case("VXKO53").replace("<CityCode>0920900</CityCode>", "");
    let read = |file: &str| [read(file, xml.as_bytes()).unwrap()];
    let told = active("レベル４氾濫危険警報");
    for (file, here, elsewhere) in [("20260829210000_0_VXKO53_090000.xml", &told, &vec![]), ("river.xml", &told, &told)]
    {
        assert_eq!((&names(&read(file), "09214"), &names(&read(file), "08205")), (here, elsewhere), "{file}");
    }
}

#[test]
fn a_town_is_found_by_the_codes_of_others() {
    for code in ["0920900", "09209", "092096", "０９２０９００"] {
        let xml = case("VPWW55").replace("0920900", code);
        let told = [read("20260829210000_0_VPWW55_090000.xml", xml.as_bytes()).unwrap()];
        assert_eq!(names(&told, "09209"), active("レベル５大雨特別警報"), "{code}");
        assert_eq!(names(&told, "09208"), [], "{code}");
    }
}

/// 領域表現 in the head, where the body cannot be read: longer stretches than the coasts that a town knows.
#[test]
fn a_tsunami_of_which_only_the_head_can_be_read_is_told_along_that_coast() {
    let head = "<Information type=\"津波予報領域表現\"><Item><Kind><Name>大津波警報</Name><Code>52</Code></Kind><Areas codeType=\"津波予報区\">\
                <Area><Name>東北地方太平洋沿岸</Name><Code>291</Code></Area></Areas></Item></Information>";
    let told = [Sheet { title: "津波警報・注意報・予報", event: "20260830055800", head, ..BLANK }.telegram()];
    assert_eq!(names(&told, "03202"), active("大津波警報"));
    assert!(facts(&told, "03202")[0].claim.is_urgent());
    for (town, why) in [("12229", "another coast"), ("09209", "no coast")] {
        assert_eq!(names(&told, town), [], "{why}");
    }
}

#[test]
fn a_coast_counts_also_without_its_kind_and_without_its_number() {
    let xml = case("VTSE41");
    let without_kind = {
        let (before, rest) = xml.split_once("<Category>").unwrap();
        format!("{before}{}", rest.split_once("</Category>").unwrap().1)
    };
    for (xml, name) in [(without_kind, "津波警報・注意報・予報"), (xml.replace("<Code>210</Code>", ""), "大津波警報")]
    {
        let told = [read("VTSE41.xml", xml.as_bytes()).unwrap()];
        assert_eq!(names(&told, "03202"), active(name));
        assert_eq!(names(&told, "09209"), []);
    }
}

/// 震度速報 knows where, 震源に関する情報 what: those whom it shook hear both, and what is corrected afterwards.
#[test]
fn the_place_of_an_earthquake_is_told_to_those_whom_it_shook() {
    let of = |name: &str, from: &str, to: &str| {
        let xml = case(name).replace("06:00:00+09:00", from).replace("Ｍ６．１", to);
        read(&format!("{name}.xml"), xml.as_bytes()).unwrap()
    };
    let (flash, place) = (of("VXSE51", "06:00:00+09:00", ""), of("VXSE52", "06:03:00+09:00", "Ｍ６．１"));
    let (quake, later) = (of("VXSE53", "06:05:00+09:00", "Ｍ６．１"), of("VXSE61", "06:20:00+09:00", "Ｍ６．４"));
    let told = |telegrams: &[Telegram]| {
        let fact = facts(telegrams, "09209").remove(0);
        (fact.kind.clone(), fact.claim.field("magnitude").map(str::to_owned), fact.claim.text)
    };
    let (kind, magnitude, text) = told(&[place.clone(), flash.clone()]);
    assert_eq!((kind.as_str(), magnitude.as_deref()), ("VXSE51", Some("Ｍ６．１")));
    assert!(text.contains("茨城県南部"), "{text}");
    for story in [[flash.clone(), place.clone(), quake.clone(), later.clone()], [later, quake, place, flash]] {
        let (kind, magnitude, text) = told(&story);
        assert_eq!((kind.as_str(), magnitude.as_deref()), ("VXSE53", Some("Ｍ６．４")));
        assert!(
            text.contains("Ｍ６．４") && !text.contains("Ｍ６．１"),
            "what was corrected is not told twice: {text}"
        );
    }
    assert_eq!(names(&[of("VXSE61", "06:20:00+09:00", "Ｍ６．４")], "09209"), [], "nobody is told of a place alone");
}

/// 「３．２ｍ」, and the water was still rising.
#[test]
fn a_wave_that_still_rises_says_so() {
    let body = "<Tsunami><Observation><Item><Area><Name>岩手県</Name><Code>210</Code></Area><Station><Name>宮古</Name><MaxHeight>\
                <Condition>重要</Condition><TsunamiHeight condition=\"上昇中\" description=\"３．２ｍ\">3.2</TsunamiHeight></MaxHeight>\
                </Station></Item></Observation></Tsunami>";
    let seen = Sheet { title: "津波情報", event: "20260830055800", body, ..BLANK }.telegram();
    let fact = facts(&[seen], "03202").remove(0);
    let said = |name: &str| fact.claim.field(name).map(str::to_owned);
    assert_eq!(
        (said("max_height").as_deref(), said("max_height_condition").as_deref()),
        (Some("３．２ｍ"), Some("重要 上昇中"))
    );
}

#[test]
fn one_special_warning_that_ends_does_not_end_another() {
    let area = "<Information type=\"気象特別警報報知（府県予報区等）\"><Item><Kind><Name>大雨特別警報</Name><Code>33</Code></Kind>\
                <Areas codeType=\"気象情報／府県予報区・細分区域等\"><Area><Name>栃木県</Name><Code>090000</Code></Area></Areas></Item></Information>";
    for (headline, state) in [
        ("栃木県に特別警報を発表しました。", State::Active),
        ("大雨特別警報を発表しました。暴風特別警報は解除しました。", State::Active),
        ("【特別警報解除】栃木県の特別警報を解除しました。", State::Ended),
        ("大雨特別警報を大雨警報に切り替えました。", State::Ended),
    ] {
        let told = Sheet { title: "気象特別警報報知", headline, head: area, ..BLANK }.telegram();
        assert_eq!(facts(&[told], "09209")[0].claim.state, state, "{headline}");
    }
}

#[test]
fn a_withdrawal_that_names_nothing_takes_back_what_its_office_said_last() {
    let five = rain("2026-08-30T06:00:00+09:00", &[L5]);
    let back = |office: &str| {
        let xml =
            Sheet { act: "取消", issued: "2026-08-30T06:00:00+09:00", ..BLANK }.xml().replace("見本地方気象台", office);
        read("-", xml.replace("T06:00:00+09:00</DateTime>", "T06:09:00+09:00</DateTime>").as_bytes()).unwrap()
    };
    let wanted = |state| vec![("レベル５大雨特別警報".to_owned(), state)];
    for story in [[five.clone(), back("見本地方気象台")], [back("見本地方気象台"), five.clone()]] {
        assert_eq!(names(&story, "09209"), wanted(State::Withdrawn));
    }
    assert_eq!(names(&[five.clone(), back("よその気象台")], "09209"), wanted(State::Active));
    // The same once more, by a way on which it was late.
    let again = rain("2026-08-30T06:00:00+09:00", &[L5]);
    let late = Telegram { id: "ffff".to_owned(), sent: "2026-08-30T06:20:00+09:00".parse().unwrap(), ..again };
    assert_eq!(names(&[five.clone(), back("見本地方気象台"), late], "09209"), wanted(State::Withdrawn));
    let anew = rain("2026-08-30T06:10:00+09:00", &[L5]);
    assert_eq!(names(&[anew, back("見本地方気象台"), five], "09209"), wanted(State::Active), "issued anew");
}

/// Of two areas that may hold the town, the one where it goes on is told.
#[test]
fn what_is_over_next_door_does_not_hide_what_goes_on_here() {
    let item = |area: &str, code: &str, status: &str| {
        format!(
            "<Item><Kind><Name>竜巻注意情報</Name><Code>1</Code><Status>{status}</Status></Kind><Area><Name>{area}</Name><Code>{code}</Code></Area></Item>"
        )
    };
    for (first, second) in [("解除", "発表"), ("発表", "解除")] {
        let body = format!(
            "<Warning type=\"竜巻注意情報（一次細分区域等）\">{}{}</Warning>",
            item("南部", "200010", first),
            item("北部", "200020", second)
        );
        let told = Sheet { title: "竜巻注意情報", body: &body, ..BLANK }.telegram();
        assert_eq!(names(&[told], "20201"), active("竜巻注意情報"), "{first} {second}");
    }
}

/// A time without its offset is of Japan; any offset is understood.
#[test]
fn times_are_read_in_whatever_form() {
    for time in
        ["2026-08-30T06:20:00+09:00", "2026-08-29T21:20:00Z", "2026-08-29T17:20:00-04:00", "2026-08-30T06:20:00"]
    {
        let told = rain(time, &[L5]);
        assert_eq!(told.issued, "2026-08-29T21:20:00Z".parse().unwrap(), "{time}");
    }
    for time in ["2026-08-30", "", "きょう"] {
        assert!(read("-", Sheet { issued: time, ..BLANK }.xml().as_bytes()).is_err(), "{time}");
    }
}

/// By the clock of 気象庁, where ours is not believed, however wrong it is; and what a wrong clock that is believed takes for the future is told.
#[test]
fn a_wrong_clock_hides_nothing() {
    let head = "<Information type=\"x\"><Item><Kind><Name>竜巻注意情報</Name><Code>1</Code></Kind><Areas codeType=\"気象情報／府県予報区・細分区域等\">\
                <Area><Name>栃木県</Name><Code>090000</Code></Area></Areas></Item></Information>";
    let tornado = Sheet { title: "竜巻注意情報", issued: "2026-08-30T06:00:00+09:00", head, ..BLANK }.telegram();
    let tsunami = read("VTSE41.xml", case("VTSE41").as_bytes()).unwrap();
    let told = |town: &str, telegram: &Telegram, at: &str, trusted| {
        let all = [telegram.clone()];
        let at = moment(&all, Now { at: at.parse().unwrap(), trusted });
        stands(&all, town, &at.to_string()).facts.iter().map(|fact| fact.claim.state).collect::<Vec<_>>()
    };
    for at in ["2000-01-01T00:00:00Z", "2026-08-29T21:05:00Z", "2026-08-30T06:10:00Z", "2036-01-01T00:00:00Z"] {
        assert_eq!(told("09209", &tornado, at, false), [State::Active], "{at}");
        assert_eq!(told("03202", &tsunami, at, false), [State::Active], "{at}");
    }
    assert_eq!(told("09209", &tornado, "2026-08-30T06:10:00Z", true), [], "nine hours later it is over");
    for (town, telegram) in [("09209", &tornado), ("03202", &tsunami)] {
        assert_eq!(
            told(town, telegram, "2026-08-01T00:00:00Z", true),
            [State::Unknown],
            "also of areas round the town"
        );
    }
    let nothing = Now { at: "2026-08-30T06:10:00Z".parse().unwrap(), trusted: false };
    assert_eq!(moment(&[], nothing), nothing.at);
}
