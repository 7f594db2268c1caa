//! What concerns one town at one moment, out of all that stands.

use super::{
    Claim, Depth, Fact, Facts, Grade, Hazard, Kind, Run, Scheme, Sky, State, Telegram, Town,
    area::{Area, Lies},
    epicentre,
    fold::{Slot, fold},
    satellite::{self, JMA, QZSS},
};
use crate::clock::Now;
use jiff::{SignedDuration, Timestamp};
use std::cmp::Reverse;

/// A source that was not heard of for so long is silent: 「14:05より あとの 知らせは とどいていません」. The feeds are asked every few minutes.
const SILENT: SignedDuration = SignedDuration::from_mins(30);
/// How long it is told that something ended, was withdrawn, or is no longer spoken of.
const TOLD: SignedDuration = SignedDuration::from_hours(24);

/// Where information comes from, and when it was last heard of. Age belongs to the source, not to the fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub id: &'static str,
    pub last_heard: Option<Timestamp>,
    pub stale: bool,
}

/// What concerns a town.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    pub at: Timestamp,
    pub sources: Vec<Source>,
    /// The gravest first.
    pub facts: Vec<Fact>,
    /// The same of 訓練, for a drill mode; never mixed with what is live.
    pub drill: Vec<Fact>,
}

impl Status {
    /// The feeds themselves were heard of at `heard`: also while they have nothing to say.
    #[must_use]
    pub fn hearing(mut self, heard: Option<Timestamp>) -> Self {
        self.sources.iter_mut().for_each(|source| source.hear(heard, self.at));
        self
    }

    /// What the receiver of satellites heard, also while it was nothing new.
    #[must_use]
    pub fn listening(mut self, sky: Option<&Sky>) -> Self {
        overhear(&mut self.sources, sky, self.at);
        self
    }
}

impl Source {
    /// The feeds of 気象庁 were heard of at `heard`, as it is seen at `at`.
    pub fn hear(&mut self, heard: Option<Timestamp>, at: Timestamp) {
        if self.id == JMA {
            self.last_heard = self.last_heard.max(heard.filter(|heard| *heard <= at));
            self.stale = self.last_heard.is_none_or(|heard| at.duration_since(heard) > SILENT);
        }
    }
}

/// Satellites are a source as soon as there is a receiver, or was one. They were heard of also when they said the same again.
pub fn overhear(sources: &mut Vec<Source>, sky: Option<&Sky>, at: Timestamp) {
    let Some(sky) = sky.filter(|sky| sky.port.is_some() || sky.heard.is_some()) else { return };
    let place = sources.iter().position(|source| source.id == QZSS).unwrap_or_else(|| {
        sources.push(Source { id: QZSS, last_heard: None, stale: true });
        sources.len() - 1
    });
    if let Some(source) = sources.get_mut(place) {
        source.last_heard = source.last_heard.max(sky.heard.filter(|heard| *heard <= at));
        source.stale = source.last_heard.is_none_or(|heard| at.duration_since(heard) > SILENT);
    }
}

/// When it is, as far as can be told. A clock that nobody believes may stand days behind, and a warning that had just come would count as one
/// of the future; or ahead, and what shook an hour ago would count as long over. Then it is as late as the newest telegram says, whose clock
/// is that of 気象庁; by its own clock only where there is none.
pub fn moment(telegrams: &[Telegram], now: Now) -> Timestamp {
    let live = telegrams.iter().filter(|telegram| !now.trusted && telegram.run == Run::Live);
    live.map(|telegram| telegram.issued.max(telegram.sent)).max().unwrap_or(now.at)
}

/// What stands for `town` at `at`, by the telegrams sent until then.
pub fn status(telegrams: &[Telegram], town: &Town, at: Timestamp) -> Status {
    let of = |run| {
        let folded = fold(telegrams, run, at);
        let mut facts = concerning(&folded, town, at);
        facts.sort_by_key(|fact| Reverse(weight(fact)));
        facts
    };
    let heard = |id| {
        let of = telegrams.iter().filter(|telegram| satellite::source(telegram) == id);
        of.map(|telegram| telegram.sent).filter(|sent| *sent <= at).max()
    };
    let stale = |heard: Option<Timestamp>| heard.is_none_or(|heard| at.duration_since(heard) > SILENT);
    let mut sources = vec![Source { id: JMA, last_heard: heard(JMA), stale: stale(heard(JMA)) }];
    // A kiosk without a receiver does not miss the satellites.
    sources.extend(heard(QZSS).map(|last| Source { id: QZSS, last_heard: Some(last), stale: stale(Some(last)) }));
    Status { at, sources, facts: of(Run::Live), drill: of(Run::Drill) }
}

/// In force before the rest, then by level and grade, then the newest.
fn weight(fact: &Fact) -> (bool, Option<u8>, Grade, Timestamp, Hazard) {
    let claim = &fact.claim;
    (claim.state == State::Active, claim.level, claim.grade, fact.issued, claim.hazard)
}

fn concerning(folded: &Facts<'_>, town: &Town, at: Timestamp) -> Vec<Fact> {
    let mut facts: Vec<Fact> = folded.slots.values().flat_map(|slot| of_slot(slot, town, at)).collect();
    let texts = folded.slots.values().flat_map(satellite::texts).map(|(claim, of)| fact(&claim, of));
    facts.extend(texts.filter(|fact| told(fact, at)));
    satellite::one_event(&mut facts);
    epicentre::join(&mut facts, folded);
    hide_older_news_of_quakes(&mut facts);
    hide_old_copies(&mut facts, folded);
    let early = folded.early.iter().flat_map(|telegram| early(telegram, town));
    facts.extend(early);
    facts
}

/// The claims of one series that are about the town: those that name it, else the nearest round it.
fn of_slot(slot: &Slot<'_>, town: &Town, at: Timestamp) -> Vec<Fact> {
    let standing: Vec<(&Claim, &Telegram)> = slot.standing.values().map(|(claim, of)| (claim, *of)).collect();
    nearest(&standing, town, |fact| told(fact, at))
}

/// Of what was said together, what is about the town and `counts`.
fn nearest(standing: &[(&Claim, &Telegram)], town: &Town, counts: impl Fn(&Fact) -> bool) -> Vec<Fact> {
    let lying: Vec<(Lies, &Claim, &Telegram)> =
        standing.iter().filter_map(|(claim, of)| lies(town, claim, of).map(|lies| (lies, *claim, *of))).collect();
    let names_towns = standing.iter().any(|(claim, _)| claim.area.scheme == Scheme::City);
    let nearest = lying.iter().map(|(lies, ..)| *lies).max();
    let chosen = lying.into_iter().filter(|(lies, claim, _)| {
        Some(*lies) == nearest
            && (*lies == Lies::Town || !names_towns || !matches!(claim.area.scheme, Scheme::Region | Scheme::Volcano))
    });
    let mut facts: Vec<Fact> = chosen.map(|(_, claim, of)| fact(claim, of)).filter(counts).collect();
    facts.sort_by(|one, other| one.claim.area.cmp(&other.claim.area));
    if nearest != Some(Lies::Town) {
        // One for all areas that may hold the town; what is in force in one of them before what is over in another.
        facts.sort_by_key(|fact| (fact.claim.hazard, fact.claim.name.clone(), fact.claim.state));
        facts.dedup_by(|one, other| one.claim.hazard == other.claim.hazard && one.claim.name == other.claim.name);
    }
    facts
}

/// What names no area concerns everybody; so does what only names a volcano or a typhoon, as text.
fn lies(town: &Town, claim: &Claim, of: &Telegram) -> Option<Lies> {
    let reaches_far = match of.kind {
        Kind::GreatQuake | Kind::Typhoon | Kind::Other => true,
        Kind::Satellite => claim.hazard == Hazard::Typhoon,
        // An earthquake is told to those whom it shook.
        Kind::QuakeSource | Kind::QuakeUpdate | Kind::Quake => of.depth == Depth::Text,
        _ => of.depth == Depth::Text || claim.area == Area::everywhere(),
    };
    let everybody = claim.area.scheme == Scheme::Named && reaches_far;
    if everybody { Some(Lies::Prefecture) } else { town.lies(&claim.area) }
}

fn fact(claim: &Claim, of: &Telegram) -> Fact {
    Fact {
        claim: claim.clone(),
        issued: of.issued,
        office: of.office.clone(),
        kind: of.code.clone(),
        telegram: of.id.clone(),
        until: until(claim, of),
        old_copy: of.kind.is_old_copy(),
        sources: vec![satellite::source(of)],
    }
}

/// When a piece of information stops to be news by itself. Warnings do not: they are ended.
fn until(claim: &Claim, of: &Telegram) -> Option<Timestamp> {
    let after = |hours| of.issued.checked_add(SignedDuration::from_hours(hours)).ok();
    match of.kind {
        Kind::Warning | Kind::OldWarning | Kind::OldLandslide | Kind::River | Kind::Volcano => None,
        // 「若干の海面変動」 may say until when; a warning is ended by a telegram, whatever else that says.
        Kind::Tsunami | Kind::TsunamiInfo if claim.grade > Grade::Information => None,
        _ if of.until.is_some() => of.until,
        Kind::Tsunami | Kind::TsunamiInfo if claim.name != "津波の観測" => None,
        Kind::Bulletin | Kind::OldRain | Kind::Attention => after(3),
        Kind::Tornado => after(2),
        Kind::Quake | Kind::QuakeFlash | Kind::QuakeSource | Kind::QuakeUpdate | Kind::LongPeriod => after(72),
        Kind::GreatQuake => after(24 * 14),
        _ => after(24),
    }
}

/// Whether a claim is still news at that time.
pub(super) fn stands_at(claim: &Claim, of: &Telegram, at: Timestamp) -> bool {
    told(&fact(claim, of), at)
}

fn told(fact: &Fact, at: Timestamp) -> bool {
    let over = fact.claim.state != State::Active && at.duration_since(fact.issued) > TOLD;
    !over && fact.until.is_none_or(|until| until > at)
}

/// 震度速報 and 震源に関する情報 make way for 震源・震度に関する情報 of the same earthquake, as long as that stands.
fn hide_older_news_of_quakes(facts: &mut Vec<Fact>) {
    let event = |fact: &Fact| fact.claim.field("event").map(str::to_owned);
    let full: Vec<Option<String>> =
        facts.iter().filter(|fact| fact.kind == "VXSE53" && fact.claim.state == State::Active).map(event).collect();
    facts.retain(|fact| !matches!(fact.kind.as_str(), "VXSE51" | "VXSE52") || !full.contains(&event(fact)));
}

/// An older copy is shown only where the form of 2026 does not say that the same is in force, or said nothing since.
fn hide_old_copies(facts: &mut Vec<Fact>, folded: &Facts<'_>) {
    let new: Vec<(Hazard, State, Timestamp)> = facts
        .iter()
        .filter(|fact| !fact.old_copy)
        .map(|fact| (fact.claim.hazard, fact.claim.state, fact.issued))
        .collect();
    let heard_new = |code: &str, since: Timestamp, region: &str| {
        let of_region = |last: &Telegram| last.region == region && last.code == code && last.issued >= since;
        folded.slots.values().filter_map(|slot| slot.last).any(of_region)
    };
    let regions: Vec<(String, String)> =
        folded.slots.values().filter_map(|slot| slot.last).map(|last| (last.id.clone(), last.region.clone())).collect();
    facts.retain(|fact| {
        let hazard = fact.claim.hazard;
        if !fact.old_copy {
            return true;
        }
        let said = new.iter().any(|(other, state, issued)| {
            same_danger(*other, hazard) && (*state == State::Active || *issued >= fact.issued)
        });
        let region = regions.iter().find(|(id, _)| *id == fact.telegram).map_or("", |(_, region)| region.as_str());
        let silent = telegram_of(hazard).is_some_and(|code| heard_new(code, fact.issued, region));
        !said && !silent
    });
}

/// 大雨 of the older copies was rain and landslides in one, and 洪水 has become 大雨 or 氾濫.
fn same_danger(new: Hazard, old: Hazard) -> bool {
    let wet = |hazard| matches!(hazard, Hazard::HeavyRain | Hazard::Landslide | Hazard::Flood);
    new == old
        || (wet(new) && old == Hazard::HeavyRain)
        || (old == Hazard::Flood && matches!(new, Hazard::HeavyRain | Hazard::Flood))
}

/// The telegram in which the form of 2026 speaks of a hazard.
fn telegram_of(hazard: Hazard) -> Option<&'static str> {
    match hazard {
        Hazard::HeavyRain | Hazard::Flood => Some("VPWW55"),
        Hazard::Landslide => Some("VPWW56"),
        Hazard::StormSurge => Some("VPWW57"),
        Hazard::Storm | Hazard::Snowstorm => Some("VPWW58"),
        Hazard::HighWaves => Some("VPWW59"),
        Hazard::HeavySnow => Some("VPWW60"),
        Hazard::Earthquake | Hazard::Tsunami | Hazard::Volcano | Hazard::Tornado => None,
        _ => Some("VPWW61"),
    }
}

/// Dated in the future: what it says is shown, and that it is not known.
fn early(telegram: &Telegram, town: &Town) -> Vec<Fact> {
    let said: Vec<(&Claim, &Telegram)> = telegram.claims.iter().map(|claim| (claim, telegram)).collect();
    let mut facts = nearest(&said, town, |fact| fact.claim.state == State::Active);
    for fact in &mut facts {
        fact.claim.state = State::Unknown;
    }
    facts
}
