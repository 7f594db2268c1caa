//! Where an earthquake was, for those who felt it. 震度速報 knows where it shook and not yet what; 震源に関する情報 and its later correction
//! (顕著な地震の震源要素更新) know what, and name no area. Of one earthquake they are told together.

use super::{Claim, Fact, Facts, Kind, State, Telegram};

/// What is said of the place of an earthquake.
const FIELDS: [&str; 4] = ["origin", "hypocenter", "where", "magnitude"];

/// Puts what was said last of the place of an earthquake to the intensities of the same one that are older.
pub(super) fn join(facts: &mut [Fact], folded: &Facts<'_>) {
    let places = folded.slots.values().flat_map(|slot| slot.standing.values());
    let mut places: Vec<&(Claim, &Telegram)> = places
        .filter(|(claim, of)| matches!(of.kind, Kind::QuakeSource | Kind::QuakeUpdate) && claim.state == State::Active)
        .collect();
    places.sort_by_key(|(_, of)| (of.issued, of.sent));
    for (place, of) in places {
        let felt = |fact: &&mut Fact| {
            matches!(Kind::of(&fact.kind), Kind::QuakeFlash | Kind::Quake | Kind::LongPeriod)
                && fact.claim.state == State::Active
                && fact.issued <= of.issued
                && fact.claim.field("event").is_some_and(|event| Some(event) == place.field("event"))
        };
        facts.iter_mut().filter(felt).for_each(|fact| put(&mut fact.claim, place));
    }
}

fn put(claim: &mut Claim, place: &Claim) {
    let before = line(claim);
    let said: Vec<&str> = claim.text.lines().filter(|said| *said != before).collect();
    let new = place.text.lines().filter(|new| !said.contains(new));
    let text = said.iter().copied().chain(new).collect::<Vec<_>>().join("\n");
    let known = |name: &str| FIELDS.contains(&name) && place.field(name).is_some();
    claim.fields.retain(|(name, _)| !known(name));
    claim.fields.extend(place.fields.iter().filter(|(name, _)| known(name)).cloned());
    claim.text = text;
}

/// The place as it stands in the text: 「茨城県南部　深さ　５０ｋｍ　Ｍ６．１」.
fn line(claim: &Claim) -> String {
    ["hypocenter", "where", "magnitude"].iter().filter_map(|name| claim.field(name)).collect::<Vec<_>>().join("　")
}
