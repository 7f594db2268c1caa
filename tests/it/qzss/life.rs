//! The life of what satellites say: one fact however often it is sent, put together out of parts, ended by time, told once beside the network.

use super::at;
use crate::alert::rain;
use engawa::{
    alert::{
        Fact, Hazard, Run, State, Telegram, Town,
        qzss::{self, Body},
        status,
    },
    clock::Now,
};
use jiff::{SignedDuration, Timestamp};

/// A sentence made of fields: where each begins, how many bits it has, and what is in it.
fn sentence(fields: &[(usize, usize, u64)]) -> String {
    let mut bits = vec![0_u8; 250];
    let mut set = |at: usize, length: usize, value: u64| {
        for place in 0..length {
            bits[at + place] = u8::try_from(value >> (length - 1 - place) & 1).unwrap();
        }
    };
    for (at, length, value) in fields {
        set(*at, *length, *value);
    }
    let mut crc = 0_u32;
    for bit in &bits[..226] {
        let top = crc >> 23 & 1;
        crc = crc << 1 & 0xff_ffff;
        if top ^ u32::from(*bit) == 1 {
            crc ^= 0x86_4cfb;
        }
    }
    for place in 0..24 {
        bits[226 + place] = u8::try_from(crc >> (23 - place) & 1).unwrap();
    }
    bits.extend([0, 0]);
    let digits: String =
        bits.chunks(4).map(|four| format!("{:X}", four.iter().fold(0, |digit, bit| digit << 1 | bit))).collect();
    super::summed(&format!("QZQSM,55,{digits}"))
}

/// A report of 30 August, 06:00 in Japan (29 August, 21:00 in UTC).
pub(crate) fn report(category: u64, more: &[(usize, usize, u64)]) -> String {
    let common =
        [(0, 8, 0x53), (8, 6, 43), (14, 3, 1), (17, 4, category), (21, 4, 8), (25, 5, 29), (30, 5, 21), (214, 6, 1)];
    sentence(&[&common[..], more].concat())
}

/// When it was issued.
const ISSUED: &str = "2026-08-30T06:00:00+09:00";

fn heard(sentence: &str, received: Now) -> Telegram {
    let (message, received) = qzss::line(sentence, received).unwrap();
    qzss::telegram(&message, received).unwrap()
}

fn after(minutes: i64) -> Now {
    let now = at(ISSUED);
    Now { at: now.at.saturating_add(SignedDuration::from_mins(minutes)).unwrap(), ..now }
}

fn stands(telegrams: &[Telegram], at: Timestamp) -> Vec<Fact> {
    status(telegrams, &Town::parse("09209").unwrap(), at).facts
}

/// 大雨特別警報 of 栃木県: 1 issued, 2 ended.
pub(crate) fn rain_of_tochigi(state: u64) -> String {
    report(10, &[(53, 3, state), (56, 5, 2), (61, 19, 90_000)])
}

#[test]
fn what_is_sent_again_and_again_is_one_telegram_and_its_end_ends_it() {
    let first = heard(&rain_of_tochigi(1), after(0));
    let again = heard(&rain_of_tochigi(1), after(3));
    assert_eq!(first.id, again.id);
    let facts = stands(&[first.clone(), again], after(4).at);
    assert_eq!((facts.len(), facts[0].claim.name.as_str()), (1, "大雨特別警報"));
    assert_eq!((facts[0].claim.hazard, &facts[0].sources[..]), (Hazard::HeavyRain, &["qzss"][..]));
    assert!(facts[0].claim.is_urgent() && facts[0].claim.level.is_none());
    // The end is issued later: the minute differs.
    let end = heard(&report(10, &[(35, 6, 30), (53, 3, 2), (56, 5, 2), (61, 19, 90_000)]), after(31));
    for order in [[first.clone(), end.clone()], [end, first.clone()]] {
        assert_eq!(stands(&order, after(32).at)[0].claim.state, State::Ended);
    }
    let last_year = heard(&rain_of_tochigi(1), Now { at: "2025-08-30T06:00:00+09:00".parse().unwrap(), trusted: true });
    assert_ne!(first.id, last_year.id);
}

#[test]
fn nothing_of_a_satellite_stands_for_ever() {
    let rain = heard(&rain_of_tochigi(1), after(0));
    assert_eq!(stands(std::slice::from_ref(&rain), after(23 * 60).at).len(), 1);
    assert!(stands(&[rain], after(25 * 60).at).is_empty());
    // 緊急地震速報 for 栃木: region 12.
    let quake = heard(
        &report(1, &[(53, 9, 201), (80, 5, 29), (85, 5, 21), (105, 7, 72), (112, 10, 791), (122, 4, 8), (141, 1, 1)]),
        after(0),
    );
    let facts = stands(std::slice::from_ref(&quake), after(1).at);
    assert_eq!(
        (facts.len(), facts[0].claim.name.as_str(), facts[0].claim.area.code.as_str()),
        (1, "緊急地震速報", "09")
    );
    assert!(facts[0].claim.text.contains("強い揺れに警戒") && facts[0].claim.is_urgent());
    assert!(stands(&[quake], after(11).at).is_empty());
}

#[test]
fn a_drill_is_never_live_and_a_test_is_shown_nowhere() {
    let drill = heard(&report(10, &[(14, 3, 7), (53, 3, 1), (56, 5, 2), (61, 19, 90_000)]), after(0));
    let told = status(std::slice::from_ref(&drill), &Town::parse("09209").unwrap(), after(1).at);
    assert_eq!((drill.run, told.facts.len(), told.drill.len()), (Run::Drill, 0, 1));
    // L-Alert for 真岡市, as a test and for real.
    let alert = |kind: u64| {
        sentence(&[
            (0, 8, 0x53),
            (8, 6, 44),
            (24, 2, kind),
            (26, 9, 111),
            (35, 5, 1),
            (40, 7, 68),
            (47, 2, 3),
            (64, 2, 1),
            (66, 1, 1),
            (70, 10, 258),
            (146, 16, 9209),
            (214, 6, 1),
        ])
    };
    let test = heard(&alert(0), after(0));
    let told = status(std::slice::from_ref(&test), &Town::parse("09209").unwrap(), after(1).at);
    assert_eq!((test.run, told.facts.len(), told.drill.len()), (Run::Test, 0, 0));
    let live = heard(&alert(1), after(0));
    let facts = stands(std::slice::from_ref(&live), after(1).at);
    assert_eq!((facts.len(), facts[0].claim.hazard, facts[0].claim.area.code.as_str()), (1, Hazard::Flood, "0920900"));
    assert!(facts[0].claim.text.contains("3階"), "{}", facts[0].claim.text);
    // In force for less than six hours, and over when it is said to be.
    assert!(stands(std::slice::from_ref(&live), after(6 * 60).at).is_empty());
    let over = heard(&alert(3), after(20));
    assert_eq!(stands(&[live, over], after(21).at)[0].claim.state, State::Ended);
}

#[test]
fn a_text_in_parts_is_shown_as_far_as_it_has_come_whatever_the_order() {
    let text = "南海トラフ地震の想定震源域では、新たな大規模地震の発生の可能性が、ふだんと比べて相対的に高まっていると考えられます。".repeat(3);
    let parts: Vec<&[u8]> = text.as_bytes().chunks(18).collect();
    let all = u64::try_from(parts.len()).unwrap();
    let part = |number: usize| {
        let mut fields = vec![(53, 4, 5), (201, 6, u64::try_from(number + 1).unwrap()), (207, 6, all)];
        fields.extend(parts[number].iter().enumerate().map(|(place, byte)| (57 + place * 8, 8, u64::from(*byte))));
        heard(&report(4, &fields), after(1))
    };
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|number| (number * 7) % parts.len());
    let mut telegrams = Vec::new();
    for (come, number) in order.iter().enumerate() {
        telegrams.push(part(*number));
        let facts = stands(&telegrams, after(5).at);
        assert_eq!((facts.len(), facts[0].claim.hazard), (1, Hazard::GreatEarthquake));
        assert_eq!(facts[0].claim.field("parts"), Some(format!("{}/{all}", come + 1).as_str()));
        assert_eq!(facts[0].claim.text == text, come + 1 == parts.len(), "{}", facts[0].claim.text);
    }
    assert!(stands(&telegrams, after(5).at)[0].claim.name.contains("巨大地震注意"));
}

#[test]
fn what_a_satellite_and_the_network_say_of_one_event_is_one_fact_with_two_sources() {
    let network = rain("2026-08-30T06:04:00+09:00", &[("レベル５大雨特別警報", "33", "発表")]);
    let satellite = heard(&rain_of_tochigi(1), after(1));
    let facts = stands(&[network.clone(), satellite.clone()], after(10).at);
    assert_eq!(facts.len(), 1, "{facts:#?}");
    assert_eq!((facts[0].claim.level, &facts[0].sources[..]), (Some(5), &["jma", "qzss"][..]));
    // The network goes silent, and only the satellite tells of the end.
    let end = heard(&report(10, &[(30, 5, 23), (53, 3, 2), (56, 5, 2), (61, 19, 90_000)]), after(121));
    let told = status(&[network, satellite, end], &Town::parse("09209").unwrap(), after(125).at);
    let silent: Vec<_> = told.sources.iter().map(|source| (source.id, source.stale)).collect();
    assert_eq!(silent, [("jma", true), ("qzss", false)]);
    let later = status(&[heard(&rain_of_tochigi(1), after(0))], &Town::parse("09209").unwrap(), after(60).at);
    assert!(later.sources.iter().any(|source| source.id == "qzss" && source.stale));
}

#[test]
fn a_message_that_nobody_can_date_is_told_with_what_it_says() {
    let unsure = Now { at: "2011-01-01T00:00:00Z".parse().unwrap(), trusted: false };
    let telegram = heard(&rain_of_tochigi(1), unsure);
    let facts = stands(&[telegram], unsure.at);
    assert_eq!(facts[0].claim.field("undated"), Some("8月30日6時0分 発表"));
    let dated = heard(&format!("2026-08-29T21:00:04Z {}", rain_of_tochigi(1)), unsure);
    assert_eq!((dated.issued, dated.claims[0].field("undated")), (ISSUED.parse().unwrap(), None));
}

#[test]
fn nothing_sent_is_no_telegram() {
    let (message, received) = qzss::line(&sentence(&[(0, 8, 0x53), (8, 6, 44), (26, 9, 111)]), after(0)).unwrap();
    assert!(matches!(&message.body, Body::Alert(_)) && qzss::telegram(&message, received).is_none());
}
