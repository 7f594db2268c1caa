//! `engawa alert status`: what stands for one town, with its source and age.

use super::{
    super::{Common, Given, Outcome, Stop, options::Answer},
    fetch,
    shelters::{self, Shelter},
};
use crate::{
    alert::{self, Ear, Fact, Sky, State, Status, Town},
    clock::Now,
    config::{Order, Ordered},
    store::{Store, Telegrams},
};
use jiff::Timestamp;
use serde::Serialize;

/// The answer, as docs/CLI.md describes it.
#[derive(Serialize)]
struct Told<'s> {
    at: Timestamp,
    area: &'s str,
    sources: Vec<Origin>,
    /// What the receiver of satellites hears; none where there never was one.
    sky: Option<Heard>,
    facts: Vec<One<'s>>,
    drill: Vec<One<'s>>,
    /// What the municipality ordered; entered by staff.
    orders: Vec<Put>,
    /// How the shelters were, as files and staff told it.
    shelters: Vec<Shelter>,
}

#[derive(Serialize)]
struct Heard {
    ear: Ear,
    #[serde(flatten)]
    sky: Sky,
}

/// What staff of this kiosk entered.
#[derive(Serialize)]
struct Put {
    /// 3 高齢者等避難, 4 避難指示, 5 緊急安全確保; of what was lifted none.
    level: Option<u8>,
    name: &'static str,
    state: State,
    /// Where they saw it.
    seen: &'static str,
    entered: Timestamp,
    source: &'static str,
}

#[derive(Serialize)]
struct Origin {
    id: &'static str,
    last_heard: Option<Timestamp>,
    stale: bool,
}

#[derive(Serialize)]
struct One<'s> {
    hazard: String,
    name: &'s str,
    area: &'s str,
    code: &'s str,
    level: Option<u8>,
    state: State,
    issued: Timestamp,
    source: &'static str,
    sources: &'s [&'static str],
    office: &'s str,
    telegram: &'s str,
    kind: &'s str,
    old_copy: bool,
    text: &'s str,
    fields: serde_json::Map<String, serde_json::Value>,
}

pub(super) fn run(common: &Common, given: &Given) -> Outcome {
    let Some(area) = given.text("area") else {
        return Err(Stop::usage(
            "--area に 町の 番号（5けた・6けた）か 気象庁の 7けたの 番号を 書いて ください。",
            "--area takes the code of a town (5 or 6 digits) or one of JMA's areas (7 digits)",
        ));
    };
    let town = Town::parse(&area).ok_or_else(|| {
        Stop::usage(
            format!("--area {area}: 町の 番号では ありません（5けた、検査数字つきの 6けた、気象庁の 7けた）。"),
            format!("--area {area}: not the code of a town (5 digits, 6 with the check digit, or JMA's 7)"),
        )
    })?;
    let now = match given.text("at") {
        None => common.clock().now(),
        // Somebody says so.
        Some(text) => Now { at: moment(&text)?, trusted: true },
    };
    let found =
        Telegrams::open_to_read(&common.home()).and_then(|store| Ok((store.all()?, store.heard()?, store.sky()?)));
    let (telegrams, heard, sky) = found.map_err(|err| {
        Stop::machine(format!("知らせを 読めません: {err}"), format!("cannot read the telegrams: {err}"))
    })?;
    let at = alert::moment(&telegrams, now);
    let mut status = alert::status(&telegrams, &town, at).hearing(heard).listening(sky.as_ref());
    // How long ago that was, nobody can say by a clock that is not believed.
    status.sources.iter_mut().for_each(|source| source.stale |= !now.trusted);
    let orders = orders(common, &town, at);
    // Places that cannot be read are no reason to keep a warning back.
    let shelters = shelters::told(common, &town, at).unwrap_or_else(|err| {
        common
            .note(&format!("避難所の ようすを 読めません: {err}"), &format!("cannot read how the shelters are: {err}"));
        vec![]
    });
    match common.answer {
        Answer::Json => {
            let sky = sky.map(|sky| Heard { ear: sky.ear(now.at), sky });
            common.print_json(&told(&area, &status, sky, (orders, shelters)));
        }
        Answer::Text => common.print(&written(&status, &orders, &shelters)),
    }
    Ok(())
}

fn moment(text: &str) -> Result<Timestamp, Stop> {
    text.parse().map_err(|err| {
        Stop::usage(
            format!("--at {text}: 2026-08-30T07:00:00+09:00 の ように 書いて ください: {err}"),
            format!("--at {text}: write a time like 2026-08-30T07:00:00+09:00: {err}"),
        )
    })
}

/// What the municipality of this kiosk ordered, when it is the one that is asked for and staff had entered it by then. What is ordered in
/// another nobody here knows.
fn orders(common: &Common, town: &Town, at: Timestamp) -> Vec<Put> {
    let own = Store::open_to_read(&common.home(), common.clock()).and_then(|store| store.own().ok());
    let own = own.unwrap_or_default();
    let config = fetch::config(common).with(&own);
    let here = config.town.filter(|here| !here.is_sample()).and_then(|here| Town::parse(&here.code));
    let ordered = own.order.filter(|ordered| ordered.at <= at && here.is_some_and(|here| here.code() == town.code()));
    ordered.into_iter().map(entered).collect()
}

fn entered(ordered: Ordered) -> Put {
    Put {
        level: ordered.order.map(Order::level),
        name: match ordered.order {
            Some(Order::Elderly) => "高齢者等避難",
            Some(Order::Instruction) => "避難指示",
            Some(Order::Safety) => "緊急安全確保",
            None => "解除",
        },
        state: if ordered.order.is_some() { State::Active } else { State::Ended },
        seen: ordered.by.name(),
        entered: ordered.at,
        source: "staff",
    }
}

fn told<'s>(
    area: &'s str,
    status: &'s Status,
    sky: Option<Heard>,
    (orders, shelters): (Vec<Put>, Vec<Shelter>),
) -> Told<'s> {
    let heard = |source: &alert::Source| Origin { id: source.id, last_heard: source.last_heard, stale: source.stale };
    Told {
        at: status.at,
        area,
        sources: status.sources.iter().map(heard).collect(),
        sky,
        facts: status.facts.iter().map(one).collect(),
        drill: status.drill.iter().map(one).collect(),
        orders,
        shelters,
    }
}

fn one(fact: &Fact) -> One<'_> {
    let claim = &fact.claim;
    One {
        hazard: claim.hazard.id(),
        name: &claim.name,
        area: &claim.area.name,
        code: &claim.code,
        level: claim.level,
        state: claim.state,
        issued: fact.issued,
        source: fact.sources.first().copied().unwrap_or_default(),
        sources: &fact.sources,
        office: &fact.office,
        telegram: &fact.telegram,
        kind: &fact.kind,
        old_copy: fact.old_copy,
        text: &claim.text,
        fields: claim.fields.iter().map(|(name, value)| (name.clone(), value.as_str().into())).collect(),
    }
}

fn written(status: &Status, orders: &[Put], shelters: &[Shelter]) -> String {
    let orders = orders.iter().map(|order| {
        let level = order.level.map(|level| format!(" レベル{level}")).unwrap_or_default();
        format!("{:?} 市の発令 {}{level} (staff {})", order.state, order.name, order.entered)
    });
    let facts = status.facts.iter().map(|fact| {
        let claim = &fact.claim;
        let level = claim.level.map(|level| format!(" レベル{level}")).unwrap_or_default();
        format!("{:?} {}{level} {} ({} {})", claim.state, claim.name, claim.area.name, fact.office, fact.issued)
    });
    let sources = status.sources.iter().map(|source| match source.last_heard {
        Some(heard) => format!(
            "{}: {heard}{}",
            source.id,
            if source.stale { " より あとの 知らせは とどいて いません" } else { "" }
        ),
        None => format!("{}: 知らせは まだ とどいて いません", source.id),
    });
    sources.chain(orders).chain(facts).chain(shelters.iter().map(Shelter::line)).collect::<Vec<_>>().join("\n")
}
