//! What is in force in the other municipalities of a prefecture: whoever waits here may have family there.

use super::{Claim, Grade, Hazard, Run, Scheme, State, Telegram, Town, fold::fold, status::stands_at};
use jiff::Timestamp;
use std::{cmp::Reverse, collections::BTreeMap};

/// So many are told of; the gravest come first.
const MOST: usize = 12;

/// The gravest that is in force in another municipality of the same prefecture, for each where anything is, the gravest first. Of
/// earthquakes nothing: their intensities elsewhere are no warnings.
pub fn neighbours(telegrams: &[Telegram], town: &Town, at: Timestamp) -> Vec<Claim> {
    let folded = fold(telegrams, Run::Live, at);
    let prefecture = town.code().get(..2).unwrap_or_default();
    let mut gravest: BTreeMap<String, Claim> = BTreeMap::new();
    let standing = folded.slots.values().flat_map(|slot| slot.standing.values());
    for (claim, _) in standing.filter(|(claim, of)| stands_at(claim, of, at)) {
        let code = claim.area.code.get(..5).unwrap_or_default();
        let elsewhere = claim.area.scheme == Scheme::City && code.get(..2) == Some(prefecture) && code != town.code();
        let in_force = claim.state == State::Active && claim.grade >= Grade::Warning;
        if !elsewhere || !in_force || claim.hazard == Hazard::Earthquake {
            continue;
        }
        let known = gravest.entry(code.to_owned()).or_insert_with(|| claim.clone());
        if weight(claim) > weight(known) {
            known.clone_from(claim);
        }
    }
    let mut all: Vec<Claim> = gravest.into_values().collect();
    all.sort_by_key(|claim| (Reverse(weight(claim)), claim.area.code.clone()));
    all.truncate(MOST);
    all
}

fn weight(claim: &Claim) -> (Option<u8>, Grade) {
    (claim.level, claim.grade)
}
