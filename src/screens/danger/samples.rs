//! The page in its moods: nobody has looked, no town, nothing ever heard, a silent source, nothing in force, and all that can be in force at
//! once. Made up, with names as long as they really are.

use super::{Shown, State};
use crate::{
    alert::{Area, Claim, Ear, Fact, Grade, Hazard, Scheme, Source, State as Standing},
    job::{News, Overheard, Situation},
    screens::{Loaded, View},
};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// A sample town: nobody issues anything for it.
const TOWN: &str = "000001";

pub(in crate::screens) fn samples(view: &View<'_>) -> Vec<(&'static str, State)> {
    let at = view.standing.now.at;
    let state = |situation: Option<Situation>| State {
        from: None,
        around: Loaded::Waiting,
        situation: situation.map(Arc::new),
        shown: Shown::default(),
    };
    let old = Situation { sources: vec![Source { stale: true, ..source(before(at, 200)) }], ..some(at, vec![]) };
    let hears = Overheard { ear: Ear::Hears, seen: Some(before(at, 5)) };
    let silent = Situation { facts: few(at), sky: Some(hears), ..old };
    vec![
        ("danger-waiting", state(None)),
        ("danger-no-town", state(Some(Situation::default()))),
        (
            "danger-never",
            state(Some(Situation {
                sources: vec![Source { id: "jma", last_heard: None, stale: true }],
                ..some(at, vec![])
            })),
        ),
        ("danger-none", state(Some(some(at, vec![])))),
        ("danger-silent", state(Some(silent))),
        ("danger-longest", state(Some(longest(at)))),
    ]
}

/// All that can stand over the whole screen at once.
pub(in crate::screens) fn urgent(view: &View<'_>) -> Vec<Fact> {
    longest(view.standing.now.at).facts.into_iter().filter(|fact| fact.claim.is_urgent()).collect()
}

/// The same as a drill says it.
pub(in crate::screens) fn rehearsed(view: &View<'_>) -> Vec<Fact> {
    urgent(view).into_iter().map(Fact::rehearsed).collect()
}

/// What stood there and is no longer in force.
pub(in crate::screens) fn ended(view: &View<'_>) -> Vec<Fact> {
    let all = longest(view.standing.now.at).facts;
    all.into_iter().filter(|fact| matches!(fact.claim.state, Standing::Ended | Standing::Withdrawn)).collect()
}

fn before(at: Timestamp, minutes: i64) -> Timestamp {
    at.checked_sub(SignedDuration::from_mins(minutes)).unwrap_or(at)
}

fn source(at: Timestamp) -> Source {
    Source { id: "jma", last_heard: Some(at), stale: false }
}

fn some(at: Timestamp, facts: Vec<Fact>) -> Situation {
    Situation { town: Some(TOWN.into()), sources: vec![source(before(at, 12))], facts, ..Situation::default() }
}

fn fact(at: Timestamp, hazard: Hazard, name: &str, level: Option<u8>, grade: Grade) -> Fact {
    let area = Area { scheme: Scheme::City, code: "0000000".to_owned(), name: "見本市".to_owned() };
    let claim = Claim {
        hazard,
        name: name.to_owned(),
        code: String::new(),
        grade,
        level,
        state: Standing::Active,
        area,
        text: "見本市では、これまでに経験したことのないような大雨となっています。\n命の危険が迫っています。".to_owned(),
        fields: vec![],
    };
    let office = "見本地方気象台".to_owned();
    Fact {
        claim,
        issued: before(at, 18),
        office,
        kind: "VPWW55".to_owned(),
        telegram: name.to_owned(),
        until: None,
        old_copy: false,
        sources: vec!["jma"],
    }
}

fn few(at: Timestamp) -> Vec<Fact> {
    vec![fact(at, Hazard::Landslide, "レベル３土砂災害警報", Some(3), Grade::Warning)]
}

fn with(mut fact: Fact, fields: &[(&str, &str)]) -> Fact {
    fact.claim.fields = fields.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    fact
}

fn over(mut fact: Fact, state: Standing) -> Fact {
    fact.claim.state = state;
    fact
}

fn longest(at: Timestamp) -> Situation {
    use Grade::{Advisory, Danger, Emergency, Warning};
    let of = |hazard, name, level, grade| fact(at, hazard, name, level, grade);
    let wave = [("first_wave", "2026-11-21T10:20:00+09:00"), ("max_height", "巨大")];
    let quake = [("intensity", "6+"), ("hypocenter", "見本県沖"), ("event", "20261121100000")];
    let river = [("river", "見本川下流"), ("gauge", "見本橋")];
    let mut old = of(Hazard::HeavyRain, "大雨警報", None, Warning);
    old.old_copy = true;
    let facts = vec![
        of(Hazard::HeavyRain, "レベル５大雨特別警報", Some(5), Emergency),
        of(Hazard::Landslide, "レベル５土砂災害特別警報", Some(5), Emergency),
        with(of(Hazard::Flood, "レベル４氾濫危険警報", Some(4), Danger), &river),
        of(Hazard::StormSurge, "レベル４高潮危険警報", Some(4), Danger),
        with(of(Hazard::Tsunami, "大津波警報", None, Emergency), &wave),
        with(of(Hazard::Earthquake, "震度６強", None, Emergency), &quake),
        of(Hazard::Storm, "暴風警報", None, Warning),
        of(Hazard::Volcano, "噴火警報（居住地域）", None, Danger),
        old,
        of(Hazard::Thunder, "雷注意報", None, Advisory),
        over(of(Hazard::HighWaves, "波浪警報", None, Warning), Standing::Ended),
        over(of(Hazard::HeavySnow, "大雪警報", None, Warning), Standing::Withdrawn),
        over(of(Hazard::Tornado, "竜巻注意情報", None, Advisory), Standing::Unknown),
    ];
    let mut beside: Vec<Claim> = facts.iter().take(3).map(|fact| fact.claim.clone()).collect();
    for claim in &mut beside {
        "となりの見本町".clone_into(&mut claim.area.name);
    }
    let piece = |n: i64| News {
        title: "避難所を開設しました".to_owned(),
        words: "見本小学校と見本公民館を開設しました。\n毛布と飲み水があります。".to_owned(),
        at: before(at, 40 * n),
        source: "https://www.city.example.jp/news/rss.xml".to_owned(),
    };
    let sky = Some(Overheard { ear: Ear::NoSatellites, seen: None });
    Situation { neighbours: beside, news: (1..4).map(piece).collect(), sky, ..some(at, facts) }
}
