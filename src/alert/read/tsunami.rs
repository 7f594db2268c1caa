//! 津波警報・注意報・予報 and what was observed. Heights are words when nobody could measure: 巨大 and 高い stay what they are.

use super::{Area, Claim, Grade, Hazard, Scheme, State, Telegram, claim, code, sentences};
use crate::alert::{Kind, xml::Find};
use roxmltree::Node;

/// The warnings of every coast that the telegram names, with first wave and height; 津波情報 repeats those of 津波警報.
pub(super) fn forecast(telegram: &Telegram, body: Node<'_, '_>) -> Vec<Claim> {
    let Some(tsunami) = body.kid("Tsunami") else { return vec![] };
    let comment = body
        .kid("Comments")
        .map(|comments| comments.below("Text").map(Find::words).collect::<Vec<_>>())
        .unwrap_or_default();
    let mut claims: Vec<Claim> = tsunami
        .kids("Forecast")
        .flat_map(|list| list.kids("Item"))
        .filter_map(|item| of_coast(telegram, &comment, item))
        .collect();
    claims.extend(tsunami.kids("Observation").flat_map(|list| list.kids("Item")).flat_map(observed));
    claims
}

fn of_coast(telegram: &Telegram, comment: &[&str], item: Node<'_, '_>) -> Option<Claim> {
    let area = item.kid("Area")?;
    let kind = item.kid("Category").unwrap_or(item).kid("Kind");
    let (name, number) = kind.map(|kind| (kind.says("Name"), kind.says("Code"))).unwrap_or_default();
    let area = Area::new(Scheme::Coast, area.says("Code"), area.says("Name"));
    let mut claim = claim(Hazard::Tsunami, if name.is_empty() { &telegram.title } else { name }, number, area);
    // A code that nobody knows is something to heed, and as grave as its name says.
    let unknown = || if code::tsunami_ended(number) { Grade::Information } else { Grade::Advisory };
    claim.grade = code::tsunami(number).unwrap_or_else(|| unknown().max(code::grade(name)));
    claim.state =
        if code::tsunami_ended(number) || claim.name.contains("解除") { State::Ended } else { State::Active };
    claim.text = sentences([telegram.headline.as_str()].into_iter().chain(comment.iter().copied()));
    if let Some(first) = item.kid("FirstHeight") {
        keep(&mut claim, "first_wave", first.says("ArrivalTime"));
        keep(&mut claim, "first_wave_condition", first.says("Condition"));
    }
    if let Some(max) = item.kid("MaxHeight") {
        keep_height(&mut claim, max);
    }
    if telegram.kind == Kind::TsunamiInfo {
        claim.fields.push(("repeats".to_owned(), "VTSE41".to_owned()));
    }
    Some(claim)
}

/// As issued: 「５ｍ」, 「巨大」, 「１０ｍ超」.
fn height(max: Node<'_, '_>) -> String {
    let Some(height) = max.kid("TsunamiHeight") else { return String::new() };
    let described = height.note("description");
    let said = if described.is_empty() { height.words() } else { described };
    // A height that is no number and has no words is none.
    if said == "NaN" { String::new() } else { said.to_owned() }
}

fn keep(claim: &mut Claim, name: &str, value: &str) {
    if !value.is_empty() {
        claim.fields.push((name.to_owned(), value.to_owned()));
    }
}

/// A height with what is said of it: 「重要」, 「観測中」, and 「上昇中」 where the water was still rising.
fn keep_height(claim: &mut Claim, max: Node<'_, '_>) {
    keep(claim, "max_height", &height(max));
    let rising = max.kid("TsunamiHeight").map(|height| height.note("condition")).filter(|said| *said == "上昇中");
    let said = [max.says("Condition"), rising.unwrap_or_default()].join(" ");
    keep(claim, "max_height_condition", said.trim());
}

/// What gauges on the coast saw.
fn observed(item: Node<'_, '_>) -> Vec<Claim> {
    let Some(area) = item.kid("Area") else { return vec![] };
    let coast = Area::new(Scheme::Coast, area.says("Code"), area.says("Name"));
    item.kids("Station")
        .map(|station| {
            let mut claim = claim(Hazard::Tsunami, "津波の観測", "", coast.clone());
            keep(&mut claim, "station", station.says("Name"));
            if let Some(first) = station.kid("FirstHeight") {
                keep(&mut claim, "first_wave", first.says("ArrivalTime"));
                keep(&mut claim, "first_wave_condition", first.says("Condition"));
                keep(&mut claim, "initial", first.says("Initial"));
            }
            if let Some(max) = station.kid("MaxHeight") {
                keep_height(&mut claim, max);
                keep(&mut claim, "at", max.says("DateTime"));
            }
            let height = claim.field("max_height").or_else(|| claim.field("max_height_condition")).unwrap_or("観測");
            claim.text = format!("{}：{height}", station.says("Name"));
            claim
        })
        .collect()
}

/// 沖合の津波観測: what was seen off the coast, and what is estimated for the coast from it.
pub(super) fn sea(telegram: &Telegram, body: Node<'_, '_>) -> Vec<Claim> {
    let Some(tsunami) = body.kid("Tsunami") else { return vec![] };
    let mut claims: Vec<Claim> =
        tsunami.kids("Observation").flat_map(|list| list.kids("Item")).flat_map(observed).collect();
    for item in tsunami.kids("Estimation").flat_map(|list| list.kids("Item")) {
        let Some(area) = item.kid("Area") else { continue };
        let coast = Area::new(Scheme::Coast, area.says("Code"), area.says("Name"));
        let mut estimate = claim(Hazard::Tsunami, "沖合の観測からの推定", "", coast);
        estimate.grade = Grade::Advisory;
        if let Some(first) = item.kid("FirstHeight") {
            keep(&mut estimate, "first_wave", first.says("ArrivalTime"));
            keep(&mut estimate, "first_wave_condition", first.says("Condition"));
        }
        if let Some(max) = item.kid("MaxHeight") {
            keep_height(&mut estimate, max);
        }
        estimate.text.clone_from(&telegram.headline);
        claims.push(estimate);
    }
    claims
}
