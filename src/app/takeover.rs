//! What is so urgent that it comes over the whole screen, and when it comes again: for a graver level, another danger, a new order, words that
//! staff put up. Nothing beneath is lost by it, and whoever left the kiosk is forgotten all the same.

use super::{Model, Msg, hear};
use crate::{
    alert::{Claim, Fact, Hazard, State},
    config::{Alerted, Appealed, Change, Dusk, Ordered},
    job::{Job, Situation},
    page::{Group, Kind, Level, Page, Part, Text, Tone},
    reading::Volume,
    screens::{
        Headphones, Overlay, Place,
        alert::{self, Drilling},
        danger,
    },
};
use std::time::Duration;

/// Which danger a claim is about: one earthquake is not another.
fn what(claim: &Claim) -> String {
    match (claim.hazard, claim.field("event").or_else(|| claim.field("river"))) {
        (Hazard::Earthquake | Hazard::Flood, Some(which)) => format!("{}/{which}", claim.hazard.id()),
        (hazard, _) => hazard.id(),
    }
}

/// Levels as they were issued; what has none by the rank of its name.
fn weight(claim: &Claim) -> u8 {
    claim.level.unwrap_or(claim.grade as u8)
}

/// What has to be told, the gravest first. 特別警報報知 only calls attention to what another telegram says.
fn urgent(situation: &Situation) -> Vec<Fact> {
    let mut all: Vec<Fact> = situation.facts.iter().filter(|fact| fact.claim.is_urgent()).cloned().collect();
    if all.iter().any(|fact| fact.claim.hazard != Hazard::Weather) {
        all.retain(|fact| fact.claim.hazard != Hazard::Weather);
    }
    all
}

/// What an order is kept as once it was seen: each is one of its own, so that a new one comes again.
fn order_told(ordered: Ordered) -> Option<Alerted> {
    let order = ordered.order?;
    Some(Alerted { what: format!("{ORDER}/{}", ordered.at), weight: order.level() })
}

const ORDER: &str = "order";

/// The same of what staff put up.
fn appeal_told(appealed: Appealed) -> Option<Alerted> {
    appealed.appeal.map(|_| Alerted { what: format!("{APPEAL}/{}", appealed.at), weight: 0 })
}

const APPEAL: &str = "appeal";

/// Both, where they are up.
fn put_up(order: Option<Ordered>, appeal: Option<Appealed>) -> impl Iterator<Item = Alerted> {
    [order.and_then(order_told), appeal.and_then(appeal_told)].into_iter().flatten()
}

/// Whether it is no danger that could end, but something that people put up.
fn is_put_up(told: &Alerted) -> bool {
    [ORDER, APPEAL].iter().any(|of| told.what.starts_with(of))
}

/// All that may come over the page: what is real, or a drill; never both.
struct News {
    facts: Vec<Fact>,
    order: Option<Ordered>,
    appeal: Option<Appealed>,
    /// What of it was put away.
    alerted: Vec<Alerted>,
}

/// What stands over the page, as it is now.
fn become_of(old: &mut Fact, situation: &Situation) {
    match situation.facts.iter().find(|fact| what(&fact.claim) == what(&old.claim)) {
        Some(now) => old.clone_from(now),
        None => old.claim.state = State::Unknown,
    }
}

impl News {
    fn is_told(&self, claim: &Claim) -> bool {
        let (what, weight) = (what(claim), weight(claim));
        self.alerted.iter().any(|told| told.what == what && told.weight >= weight)
    }

    fn knows(&self, told: Option<&Alerted>) -> bool {
        told.is_some_and(|told| self.alerted.contains(told))
    }

    /// What people put up and nobody has seen yet.
    fn unseen(&self) -> impl Iterator<Item = Alerted> {
        put_up(self.order, self.appeal).filter(|told| !self.alerted.contains(told))
    }
}

impl Model {
    fn news(&self) -> News {
        let view = self.view();
        let facts = view.situation().filter(|found| found.town.is_some()).map(urgent).unwrap_or_default();
        let alerted = match &self.standing.own.drill {
            Some(drill) if self.standing.drill.is_some() => &drill.alerted,
            _ => &self.standing.own.alerted,
        };
        News { facts, order: view.order(), appeal: view.appeal(), alerted: alerted.clone() }
    }

    /// What stands has changed, or people put something up.
    pub(super) fn take_over(&mut self) -> Vec<Job> {
        let news = self.news();
        let known = self.view().situation().is_some_and(|found| found.town.is_some());
        let mut jobs = if known { self.forget_what_ended(&news) } else { vec![] };
        let lying = match &self.overlay {
            Some(Overlay::Alert(state)) => Some(state.clone()),
            _ => None,
        };
        let shown = lying.as_ref().map(|state| state.facts.as_slice()).unwrap_or_default();
        let covered = |fact: &Fact| {
            let graver =
                |old: &Fact| what(&old.claim) == what(&fact.claim) && weight(&old.claim) >= weight(&fact.claim);
            shown.iter().any(|old| graver(old) && old.claim.is_urgent())
        };
        let fresh = |fact: &Fact| !news.is_told(&fact.claim) && !covered(fact);
        let there: Vec<Alerted> = lying.iter().flat_map(|state| put_up(state.order, state.appeal)).collect();
        if news.unseen().any(|told| !there.contains(&told)) || news.facts.iter().any(fresh) {
            self.cover_with(news);
            jobs.extend(self.tell_twice());
        } else {
            self.become_now();
        }
        jobs
    }

    /// Everything urgent together, so that the newest does not hide the gravest.
    fn cover_with(&mut self, news: News) {
        let until = self.standing.running + alert::SHOWN;
        let drilling = if self.standing.drill.is_some() { Drilling::Running } else { Drilling::No };
        let News { facts, order, appeal, .. } = news;
        let order = order.filter(|ordered| ordered.order.is_some());
        let appeal = appeal.filter(|appealed| appealed.appeal.is_some());
        self.overlay = Some(Overlay::Alert(alert::State { facts, order, appeal, until, drilling }));
    }

    /// What stands over the page says what has become of it.
    fn become_now(&mut self) {
        let view = self.view();
        let (order, appeal, situation) = (view.order(), view.appeal(), view.situation().cloned());
        let Some(Overlay::Alert(state)) = &mut self.overlay else { return };
        state.order = order.filter(|_| state.order.is_some());
        state.appeal = appeal.filter(|_| state.appeal.is_some());
        if let Some(situation) = situation.filter(|found| found.town.is_some()) {
            state.facts.iter_mut().for_each(|old| become_of(old, &situation));
        }
    }

    /// What is no longer in force would come anew if it were issued anew.
    fn forget_what_ended(&mut self, news: &News) -> Vec<Job> {
        let still = |told: &Alerted| is_put_up(told) || news.facts.iter().any(|fact| what(&fact.claim) == told.what);
        let left: Vec<Alerted> = news.alerted.iter().filter(|told| still(told)).cloned().collect();
        if left.len() == news.alerted.len() { vec![] } else { self.keep_told(left) }
    }

    /// In a drill with the drill, so that what was rehearsed is new when it is real.
    fn keep_told(&mut self, told: Vec<Alerted>) -> Vec<Job> {
        let drills = self.standing.drill.is_some();
        self.keep(if drills { Change::Rehearsed(told) } else { Change::Alerted(told) })
    }

    /// Aloud, unless a screen reader says it, or it is night and it can wait until somebody looks.
    pub(super) fn tell_twice(&mut self) -> Vec<Job> {
        let Some(Overlay::Alert(state)) = &self.overlay else { return vec![] };
        let night = Dusk::ByClock.is_night(self.standing.now);
        if (night && !state.wakes()) || self.is_read_elsewhere() {
            return self.hush();
        }
        let script = state.script(&self.view());
        let volume = self.volume_of_news(if night { Hour::Night } else { Hour::Day });
        self.follows = false;
        hear::spoken(self.reading.start_at(volume, script, self.settings.tongue.clone()))
    }

    /// As it is set for the hour; where one person hears it alone, as they set it.
    fn volume_of_news(&self, hour: Hour) -> Volume {
        let (voice, own) = (self.standing.config.voice, self.settings.volume);
        match hour {
            _ if self.standing.headphones == Headphones::In => own,
            Hour::Day => own.max(Volume(voice.volume)),
            Hour::Night => Volume(voice.night_volume),
        }
    }

    /// It was seen, or stood there long enough: from now on a line on every page says it.
    pub(super) fn put_away(&mut self) -> Vec<Job> {
        let Some(Overlay::Alert(state)) = &self.overlay else { return vec![] };
        let seen: Vec<Alerted> = state
            .facts
            .iter()
            .filter(|fact| fact.claim.is_urgent())
            .map(|fact| Alerted { what: what(&fact.claim), weight: weight(&fact.claim) })
            .chain(put_up(state.order, state.appeal))
            .collect();
        let again = |told: &&Alerted| {
            let order = state.order.is_some() && told.what.starts_with(ORDER);
            let appeal = state.appeal.is_some() && told.what.starts_with(APPEAL);
            order || appeal || seen.iter().any(|one| one.what == told.what)
        };
        let alerted = self.news().alerted;
        let others = alerted.iter().filter(|told| !again(told));
        let all: Vec<Alerted> = others.chain(&seen).cloned().collect();
        self.keep_told(all)
    }

    /// Somebody goes on from what lies over the page: they have seen it.
    pub(super) fn leave_alert(&mut self) -> Vec<Job> {
        let jobs = self.put_away();
        if self.overlay.as_ref().is_some_and(Overlay::is_alert) {
            self.overlay = None;
        }
        jobs
    }

    /// What a person asked for lies where the alert lay.
    pub(super) fn lay_instead(&mut self, overlay: Overlay) -> Vec<Job> {
        let mut jobs = self.leave_alert();
        jobs.extend(self.lay_over(overlay));
        jobs
    }

    /// Under an alert nobody is asked whether they are there; who left is forgotten all the same, and what stood long enough goes.
    pub(super) fn wait_beneath(&mut self, running: Duration) -> Vec<Job> {
        let quiet = self.quiet();
        if self.begun && running.saturating_sub(self.touched) >= quiet.before + quiet.warning {
            return self.end_visit();
        }
        if self.overlay.as_ref().and_then(Overlay::goes).is_some_and(|until| until <= running) {
            return self.uncover();
        }
        vec![]
    }

    /// What stands on every page below its title while it is in force and was put away; in a drill always, so that nobody takes it for real.
    pub(super) fn banner(&self) -> Option<Part<Msg>> {
        let (news, view) = (self.news(), self.view());
        let ordered = news.order.filter(|ordered| news.knows(order_told(*ordered).as_ref()));
        let appealed = news.appeal.filter(|appealed| news.knows(appeal_told(*appealed).as_ref()));
        let gravest = news.facts.iter().find(|fact| news.is_told(&fact.claim));
        let drill = || self.standing.drill.as_ref().map(|_| danger::drill_head(&view));
        let name = alert::gravest(appealed, ordered, gravest.map(|fact| &fact.claim), &view).or_else(drill)?;
        let hidden = self.overlay.is_some() || self.walk.here() == Place::Danger;
        let w = &self.standing.words;
        let (tone, what) = match self.standing.drill {
            Some(_) => (Tone::Care, w.drill_running()),
            None => (Tone::Danger, w.danger_takeover()),
        };
        let what = Part::Text(Text { id: "banner/what".into(), level: Level::Body, line: what });
        let parts = Page::new([what, alert::banner(name).into()]).map(Msg::Go).parts;
        (!hidden).then(|| Part::Group(Group { kind: Kind::Banner(tone), parts }))
    }
}

/// How loud things may be.
#[derive(Clone, Copy)]
enum Hour {
    Day,
    Night,
}
