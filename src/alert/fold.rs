//! Telegrams → what stands. The telegrams are put in the order in which they were issued, whatever the order in which they came, and
//! folded one after the other; so a late one, a double, a restart in the middle change nothing.

use super::{Act, Area, Claim, Depth, Grade, Hazard, Kind, Run, State, Telegram, read::NOTHING};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};

/// A telegram that says it was issued later than this after now changes nothing: some clock is wrong.
const EARLY: SignedDuration = SignedDuration::from_mins(15);

/// What stands at a moment, of all areas.
#[derive(Clone, Debug, Default)]
pub struct Facts<'a> {
    /// By what replaces what.
    pub(super) slots: BTreeMap<String, Slot<'a>>,
    /// Dated in the future: shown, without effect.
    pub(super) early: Vec<&'a Telegram>,
}

/// What is said by which telegram, one hazard of one area once.
type Standing<'a> = BTreeMap<(Hazard, Area, String), (Claim, &'a Telegram)>;

/// What one series of telegrams says now.
#[derive(Clone, Debug, Default)]
pub(super) struct Slot<'a> {
    pub standing: Standing<'a>,
    pub withdrawn: Option<&'a Telegram>,
    pub last: Option<&'a Telegram>,
    /// All that was said, so that a copy that comes late does not bring back what was withdrawn.
    said: Vec<&'a Telegram>,
    /// What 津波警報 itself says of a coast, beneath what 津波情報 repeats of it.
    warned: Option<(Standing<'a>, &'a Telegram)>,
}

/// Folds the telegrams of one run that were issued by `at`.
pub(super) fn fold<'a>(telegrams: impl IntoIterator<Item = &'a Telegram>, run: Run, at: Timestamp) -> Facts<'a> {
    let mut telegrams: Vec<&Telegram> = telegrams.into_iter().filter(|telegram| telegram.run == run).collect();
    telegrams.sort_by(|one, other| order(one).cmp(&order(other)));
    telegrams.dedup_by(|one, other| one.id == other.id);
    let mut facts = Facts::default();
    for telegram in telegrams {
        if telegram.issued > at.saturating_add(EARLY).unwrap_or(at) {
            facts.early.push(telegram);
        } else {
            facts.take(telegram);
        }
    }
    facts
}

/// Issued, sent, then a withdrawal after what it withdraws (it may have no number), and a correction after what it corrects. The id decides
/// the rest, so that it is decided.
fn order(telegram: &Telegram) -> (Timestamp, Timestamp, bool, Option<u32>, Act, &str) {
    let takes_back = telegram.act == Act::Withdrawal;
    (telegram.issued, telegram.sent, takes_back, telegram.serial, telegram.act, &telegram.id)
}

impl<'a> Facts<'a> {
    fn take(&mut self, telegram: &'a Telegram) {
        if matches!(telegram.kind, Kind::Tsunami | Kind::TsunamiInfo | Kind::TsunamiSea) {
            return self.tsunami(telegram);
        }
        if telegram.act == Act::Withdrawal && telegram.kind != Kind::Satellite {
            return self.withdraw(telegram);
        }
        let slot = self.slots.entry(series(telegram)).or_default();
        if slot.withdrawn.is_some() && slot.said.iter().any(|said| is_copy(said, telegram)) {
            return;
        }
        slot.said.push(telegram);
        slot.last = Some(telegram);
        if telegram.kind == Kind::Satellite {
            // A message has room for a few areas; it says nothing of the others, and a withdrawal names what it takes back.
            return slot.add(telegram);
        }
        slot.withdrawn = None;
        match telegram.kind {
            _ if telegram.depth == Depth::Text => slot.add(telegram),
            Kind::Warning | Kind::OldWarning | Kind::OldLandslide | Kind::Tornado | Kind::River | Kind::Volcano => {
                slot.snapshot(telegram);
            }
            _ => {
                slot.standing.clear();
                slot.add(telegram);
            }
        }
    }

    /// One that names neither event nor area takes back what its office said last in that type.
    fn withdraw(&mut self, telegram: &'a Telegram) {
        let nameless = telegram.events.is_empty() && telegram.region.is_empty();
        let own = |last: &Telegram| last.code == telegram.code && last.editor == telegram.editor;
        let spoken = self.slots.iter().filter_map(|(key, slot)| slot.last.map(|last| (last, key)));
        let newest = spoken.filter(|(last, _)| nameless && own(last)).max_by_key(|(last, _)| order(last));
        let key = newest.map_or_else(|| series(telegram), |(_, key)| key.clone());
        let slot = self.slots.entry(key).or_default();
        slot.last = Some(telegram);
        slot.withdraw(telegram);
    }

    /// 津波: every coast stands for itself. 津波警報 names all coasts with anything in force, 津波情報 repeats them with what was seen.
    fn tsunami(&mut self, telegram: &'a Telegram) {
        let key = |area: &Area, name: &str| match name {
            "津波の観測" => format!("tsunami-seen|{}", area.code),
            "沖合の観測からの推定" => format!("tsunami-estimate|{}", area.code),
            _ => format!("tsunami|{}", area.code),
        };
        if telegram.act == Act::Withdrawal {
            let coasts = self.slots.iter_mut().filter(|(key, _)| key.starts_with("tsunami"));
            return coasts.for_each(|(_, slot)| slot.withdraw_of_coast(telegram));
        }
        // One that could not be read says nothing of those that it does not name.
        if telegram.kind == Kind::Tsunami && telegram.depth == Depth::Full {
            self.no_longer_named(telegram);
        }
        let mut begun = BTreeSet::new();
        for claim in &telegram.claims {
            let key = key(&claim.area, &claim.name);
            let slot = self.slots.entry(key.clone()).or_default();
            if begun.insert(key) {
                slot.standing.clear();
                slot.withdrawn = None;
                slot.last = Some(telegram);
            }
            let station = claim.field("station").unwrap_or_default().to_owned();
            slot.standing.insert((claim.hazard, claim.area.clone(), station), (claim.clone(), telegram));
            if telegram.kind == Kind::Tsunami {
                slot.warned = Some((slot.standing.clone(), telegram));
            }
        }
    }

    /// A coast that a new 津波警報 does not name is not safe by that: it is not known.
    fn no_longer_named(&mut self, telegram: &'a Telegram) {
        let named: BTreeSet<&str> = telegram.claims.iter().map(|claim| claim.area.code.as_str()).collect();
        let dropped = |claim: &Claim| claim.state == State::Active && !named.contains(claim.area.code.as_str());
        for (_, slot) in self.slots.iter_mut().filter(|(key, _)| key.starts_with("tsunami|")) {
            for (claim, of) in slot.standing.values_mut().filter(|(claim, _)| dropped(claim)) {
                // 「若干の海面変動」 is no warning: that it is no longer spoken of is its end.
                claim.state = match claim.grade {
                    Grade::Information => State::Ended,
                    _ => State::Unknown,
                };
                *of = telegram;
                slot.warned = None;
            }
        }
    }
}

/// The same once more, sent later or by another way.
fn is_copy(one: &Telegram, other: &Telegram) -> bool {
    let envelope = |telegram: &Telegram| (telegram.issued, telegram.act, telegram.serial, telegram.code.clone());
    envelope(one) == envelope(other) && one.events == other.events && one.claims == other.claims
}

/// A withdrawal is about the series of its type and event, and about nothing else.
fn same_series(one: &Telegram, withdrawal: &Telegram) -> bool {
    one.code == withdrawal.code
        && (withdrawal.events.is_empty() || one.events.iter().any(|event| withdrawal.events.contains(event)))
}

/// Which telegrams replace each other.
fn series(telegram: &Telegram) -> String {
    let event = telegram.events.join("+");
    let region = telegram.region.as_str();
    let code = telegram.code.as_str();
    match telegram.kind {
        Kind::Warning | Kind::OldWarning | Kind::Attention | Kind::Outlook | Kind::Tornado => {
            format!("{code}|{region}")
        }
        Kind::OldLandslide if !region.is_empty() => format!("{code}|{region}"),
        // 「KJPTK202608221709_202608221717」: what stands before the line names the event, what follows the moment.
        Kind::Bulletin | Kind::OldRain => format!("{code}|{}|{region}", event.split('_').next().unwrap_or_default()),
        // Rivers are numbered in the type as well (VXKO53): the event alone names the stretch.
        Kind::River => format!("VXKO|{}", if event.is_empty() { region } else { &event }),
        Kind::Eruption => format!("{code}|{}", event.rsplit('_').next().unwrap_or_default()),
        Kind::GreatQuake => {
            if code == "VYSE60" {
                "VYSE60".to_owned()
            } else {
                "VYSE5".to_owned()
            }
        }
        Kind::Typhoon => format!("VPTW6|{event}"),
        _ if event.is_empty() => format!("{code}|{region}|{}", telegram.editor),
        _ => format!("{code}|{event}"),
    }
}

impl<'a> Slot<'a> {
    /// Where one telegram speaks twice of one hazard of one area (a warning ends, a lesser one begins), what is in force counts, and of that
    /// the graver, whatever stands first in it.
    fn add(&mut self, telegram: &'a Telegram) {
        let weight = |claim: &Claim| (claim.state == State::Active, claim.level, claim.grade);
        for claim in telegram.claims.iter().filter(|claim| claim.name != NOTHING) {
            let key = key(claim);
            let said = self.standing.get(&key).filter(|(_, of)| of.id == telegram.id);
            if said.is_none_or(|(said, _)| weight(said) <= weight(claim)) {
                self.standing.insert(key, (claim.clone(), telegram));
            }
        }
    }

    /// Replaces all. What was in force and is no longer spoken of has ended where the telegram speaks of the area at all; where it does
    /// not, nobody knows.
    fn snapshot(&mut self, telegram: &'a Telegram) {
        let areas: BTreeSet<&Area> = telegram.claims.iter().map(|claim| &claim.area).collect();
        let named: BTreeSet<_> = telegram.claims.iter().filter(|claim| claim.name != NOTHING).map(key).collect();
        let all_over = !telegram.claims.is_empty() && telegram.claims.iter().all(|claim| claim.state == State::Ended);
        let dropped = |key: &_, claim: &Claim| claim.state == State::Active && !named.contains(key);
        for (_, (claim, of)) in self.standing.iter_mut().filter(|(key, (claim, _))| dropped(key, claim)) {
            let spoken_of = all_over || areas.contains(&claim.area);
            claim.state = if spoken_of { State::Ended } else { State::Unknown };
            claim.text.clone_from(&telegram.headline);
            *of = telegram;
        }
        self.add(telegram);
    }

    /// 津波警報 that is taken back is not known any more, also where 津波情報 repeats it; a 津波情報 that is taken back leaves what the
    /// warning itself says.
    fn withdraw_of_coast(&mut self, telegram: &'a Telegram) {
        let warned = self.warned.take();
        let whose = |of: &Telegram| same_series(of, telegram);
        if warned.as_ref().is_some_and(|(_, of)| whose(of)) {
            return self.withdraw(telegram);
        }
        if self.last.is_some_and(whose) {
            match &warned {
                Some((standing, of)) => (self.standing, self.last) = (standing.clone(), Some(*of)),
                None => self.withdraw(telegram),
            }
        }
        self.warned = warned;
    }

    /// What was said is not known any more; it is neither in force nor over.
    fn withdraw(&mut self, telegram: &'a Telegram) {
        self.withdrawn = Some(telegram);
        for (claim, of) in self.standing.values_mut() {
            claim.state = State::Withdrawn;
            telegram.headline.clone_into(&mut claim.text);
            *of = telegram;
        }
        self.add(telegram);
    }
}

/// One hazard of one area stands once; several unknown ones stand by their names.
fn key(claim: &Claim) -> (Hazard, Area, String) {
    let by_name = matches!(claim.hazard, Hazard::Other | Hazard::Weather);
    (claim.hazard, claim.area.clone(), if by_name { claim.name.clone() } else { String::new() })
}
