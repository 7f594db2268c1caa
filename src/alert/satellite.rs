//! What satellites said, among what was heard otherwise: parts of a long text put together, and what is about the same event told once, with
//! both of its sources.

use super::{Claim, Fact, Hazard, Kind, State, Telegram, fold::Slot, qzss::Assembly};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// みちびき
pub(super) const QZSS: &str = "qzss";
/// 気象庁, by the network.
pub(super) const JMA: &str = "jma";
/// Two messages about the same hazard of the same place that are issued within so long are about one event.
const ONE_EVENT: SignedDuration = SignedDuration::from_mins(60);
/// The network says more than a satellite, so a satellite has to be so much newer to be told instead.
const NEWER: SignedDuration = SignedDuration::from_mins(10);

/// Where a telegram is from.
pub(super) fn source(of: &Telegram) -> &'static str {
    if of.kind == Kind::Satellite { QZSS } else { JMA }
}

/// The texts of which the parts stand in a slot, each as far as it has come; of several the newest.
pub(super) fn texts<'a>(slot: &Slot<'a>) -> Vec<(Claim, &'a Telegram)> {
    let mut all: BTreeMap<&str, (Assembly, &Claim, &'a Telegram)> = BTreeMap::new();
    for (claim, of) in slot.standing.values() {
        let number = |name: &str| claim.field(name).and_then(|number| number.parse::<u8>().ok());
        let (Some(announcement), Some(page), Some(pages)) =
            (claim.field("announcement"), number("page"), number("pages"))
        else {
            continue;
        };
        let text = claim.field("bytes").map(bytes).unwrap_or_default();
        all.entry(announcement).or_insert_with(|| (Assembly::default(), claim, of)).0.page(page, pages, &text);
    }
    let newest = all.into_values().max_by_key(|(_, _, of)| (of.issued, of.sent));
    newest.map(|(assembly, claim, of)| (whole(&assembly, claim), of)).into_iter().collect()
}

fn whole(assembly: &Assembly, part: &Claim) -> Claim {
    let mut claim = part.clone();
    claim.area.code.clear();
    claim.fields.retain(|(name, _)| !matches!(name.as_str(), "page" | "bytes" | "pages" | "announcement"));
    claim.text = assembly.so_far();
    let (come, all) = assembly.count();
    claim.fields.push(("parts".to_owned(), format!("{come}/{all}")));
    claim
}

fn bytes(hex: &str) -> Vec<u8> {
    let pair = |at: usize| hex.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    (0..hex.len()).step_by(2).filter_map(pair).collect()
}

/// What a satellite and the network say about one event becomes one fact: in the words of the network, which names municipalities and levels,
/// unless only the satellite has the news.
pub(super) fn one_event(facts: &mut Vec<Fact>) {
    let (satellites, mut others): (Vec<Fact>, Vec<Fact>) =
        facts.drain(..).partition(|fact| fact.sources.contains(&QZSS));
    for satellite in satellites {
        let Some(other) = others.iter_mut().find(|other| is_same(other, &satellite)) else {
            others.push(satellite);
            continue;
        };
        let newer = satellite.issued.duration_since(other.issued) > NEWER && satellite.claim.state != other.claim.state;
        if newer {
            let sources = std::mem::take(&mut other.sources);
            *other = satellite;
            other.sources.splice(0..0, sources);
        } else {
            other.sources.push(QZSS);
        }
        other.sources.dedup();
    }
    *facts = others;
}

fn is_same(one: &Fact, other: &Fact) -> bool {
    let (first, second) = (&one.claim, &other.claim);
    if first.hazard != second.hazard || one.sources == other.sources {
        return false;
    }
    let near = |one: Timestamp, other: Timestamp| one.duration_since(other).abs() <= ONE_EVENT;
    match first.hazard {
        Hazard::Earthquake | Hazard::LongPeriodMotion => match (origin(first), origin(second)) {
            // The satellites send minutes.
            (Some(first), Some(second)) => first.duration_since(second).abs() < SignedDuration::from_secs(60),
            _ => false,
        },
        Hazard::Tsunami => first.area.code == second.area.code,
        Hazard::Volcano => {
            second.field("volcano").is_some_and(|name| first.name.contains(name) || first.text.contains(name))
        }
        Hazard::GreatEarthquake => near(one.issued, other.issued),
        Hazard::Typhoon => first.name == second.name || near(one.issued, other.issued),
        // In force by both, or ended by both: there is one rain over a town.
        _ => (first.state == State::Active && second.state == State::Active) || near(one.issued, other.issued),
    }
}

fn origin(claim: &Claim) -> Option<Timestamp> {
    claim.field("origin")?.parse().ok()
}
