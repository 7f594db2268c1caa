//! Time in a lesson: the ladder of hints (draw attention, point, a ghost finger), and the demonstration that plays by itself. Hints come by seconds of
//! quiet, never by a limit; no time ends anything.

use super::{Act, Effect, Gesture, ItemKind, Pass, Run, World, act::Dir, view};
use crate::words::Line;
use std::{
    collections::{BTreeSet, VecDeque},
    sync::Arc,
    time::Duration,
};

/// A hint: how much is given away.
#[derive(Clone, Debug, PartialEq)]
pub enum Hint {
    /// A question that draws attention.
    Ask(Line),
    /// A ring around an item (`settings/wifi`), a part of the phone (`back`, `home`, `status`, `keyboard`) or the whole `screen`.
    Point(String),
    /// A finger that shows the gesture.
    Ghost(Act),
}

/// How far the ladder was climbed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rung {
    #[default]
    None,
    Ask,
    Point,
    Ghost,
}

impl Rung {
    const fn next(self) -> Self {
        match self {
            Self::None => Self::Ask,
            Self::Ask => Self::Point,
            Self::Point | Self::Ghost => Self::Ghost,
        }
    }
}

/// Whether anything looks otherwise than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    No,
    Yes,
}

/// One step of the demonstration: 8 s for older learners (Struve & Wandke 2009); a further gesture of the same step follows sooner.
const SHOWN: Duration = Duration::from_secs(8);
const SHOWN_NEXT: Duration = Duration::from_secs(4);
/// One digit after another on the same keys is one thing to look at: long enough for the hand to come down and go up.
const SHOWN_KEY: Duration = Duration::from_millis(1200);

impl Run {
    /// Time has passed.
    pub fn tick(&mut self, by: Duration) -> Changed {
        if self.paused || self.is_finished() || by.is_zero() {
            return Changed::No;
        }
        self.note(Act::Wait(by));
        let course = Arc::clone(&self.course);
        let before = (self.phone.clone(), self.at);
        let moved = self.phone.tick(&course.world, by);
        if moved {
            self.hear_from(&before);
            self.advance();
        }
        let climbed = match self.pass {
            _ if self.is_free() || self.phone.is_busy() => false,
            Pass::Watch => self.demonstrate(by),
            Pass::Together => self.climb_by_time(by),
            Pass::Alone | Pass::Own => false,
        };
        if moved || climbed { Changed::Yes } else { Changed::No }
    }

    /// Whether time changes anything here: ticks are needed.
    pub fn wants_ticks(&self) -> bool {
        let waits = match self.pass {
            Pass::Watch => true,
            Pass::Together => self.rung < Rung::Ghost && !self.is_free(),
            Pass::Alone | Pass::Own => false,
        };
        !self.paused && !self.is_finished() && (self.phone.is_busy() || waits)
    }

    /// How long it takes until time changes something; `None` when it changes nothing.
    pub fn due(&self) -> Option<Duration> {
        if !self.wants_ticks() {
            return None;
        }
        if self.phone.is_busy() {
            return Some(self.phone.wait);
        }
        let ladder = self.lesson()?.hints;
        let next = match (self.pass, self.rung) {
            (Pass::Watch, _) => self.shown_for(),
            (_, Rung::None) => ladder.ask,
            (_, Rung::Ask) => ladder.point,
            (_, Rung::Point | Rung::Ghost) => ladder.ghost,
        };
        Some(next.saturating_sub(self.waited))
    }

    pub fn pause(&mut self) {
        self.paused = true;
    }

    pub fn go_on(&mut self) {
        self.paused = false;
    }

    pub fn is_paused(&self) -> bool {
        self.paused
    }

    fn demonstrate(&mut self, by: Duration) -> bool {
        self.waited += by;
        if self.waited < self.shown_for() {
            return false;
        }
        self.show_next();
        true
    }

    /// How long the demonstration looks at what comes next.
    fn shown_for(&self) -> Duration {
        let targets = self.current().map(|step| step.targets.as_slice()).unwrap_or_default();
        let Some(before) = self.at.target.checked_sub(1) else { return SHOWN };
        let keys = |at: usize| targets.get(at).and_then(|act| self.key_of(act));
        match (keys(before), keys(self.at.target)) {
            (Some(one), Some(other)) if one == other => SHOWN_KEY,
            _ => SHOWN_NEXT,
        }
    }

    /// The screen whose key an act presses.
    fn key_of<'a>(&self, act: &'a Act) -> Option<&'a str> {
        let Act::Do { gesture: Gesture::Tap, item: Some(item) } = act else { return None };
        let (screen, _) = item.split_once('/')?;
        let of = self.world().screen(screen)?.items.iter().find(|there| there.id == *item)?;
        (of.kind == ItemKind::Key).then_some(screen)
    }

    /// The demonstration does what comes next.
    fn show_next(&mut self) {
        self.progress();
        if let Some(act) = self.target().cloned() {
            // What is not there yet is waited for, whatever the glass does.
            let target = self.at.target;
            self.perform_quietly(&act);
            self.at.target = self.at.target.max(target + 1);
        } else {
            let next = self.at.step + 1;
            self.at_step(next);
        }
        self.advance();
    }

    fn perform_quietly(&mut self, act: &Act) {
        let before = (self.phone.clone(), self.at);
        self.perform(act, &before);
    }

    /// 「できた」 on one's own phone; 「つぎへ」 while watching.
    pub fn done(&mut self) {
        if self.is_finished() {
            return;
        }
        match self.pass {
            Pass::Watch => {
                self.note(Act::Done);
                self.settle();
                self.show_next();
                // Whoever turns on does not wait for the phone: else the next press would show nothing of the step that follows.
                self.settle();
            }
            Pass::Own => {
                self.note(Act::Done);
                let acts = self.current().map(|step| step.targets.clone()).unwrap_or_default();
                for act in acts {
                    self.settle();
                    self.perform_quietly(&act);
                }
                self.settle();
                let next = self.at.step + 1;
                self.at_step(next);
                self.advance();
            }
            Pass::Together | Pass::Alone => {}
        }
    }

    /// Lets everything happen that is still to come.
    pub fn settle(&mut self) {
        let course = Arc::clone(&self.course);
        for _ in 0..MOST_WAITS {
            if !self.phone.is_busy() {
                break;
            }
            let before = (self.phone.clone(), self.at);
            let wait = self.phone.wait;
            self.phone.tick(&course.world, wait);
            self.hear_from(&before);
        }
        self.advance();
    }

    fn climb_by_time(&mut self, by: Duration) -> bool {
        let Some(ladder) = self.lesson().map(|lesson| lesson.hints) else { return false };
        self.waited += by;
        let reached = match self.waited {
            waited if waited >= ladder.ghost => Rung::Ghost,
            waited if waited >= ladder.point => Rung::Point,
            waited if waited >= ladder.ask => Rung::Ask,
            _ => Rung::None,
        };
        if reached <= self.rung {
            return false;
        }
        self.climb(reached);
        true
    }

    fn climb(&mut self, to: Rung) {
        self.rung = to;
        self.phone.counts.hints += 1;
    }

    /// The person asks: one rung more.
    pub fn help(&mut self) {
        if self.is_finished() || self.is_free() || matches!(self.pass, Pass::Watch | Pass::Own) {
            return;
        }
        self.note(Act::Help);
        let has_question = self.current().is_some_and(|step| !step.ask.is_empty());
        match self.rung.next() {
            Rung::Ask if !has_question => self.climb(Rung::Point),
            next if next > self.rung => self.climb(next),
            _ => {}
        }
    }

    /// What is hinted at now.
    pub fn hint(&self) -> Option<Hint> {
        let step = self.current().filter(|_| !self.is_finished())?;
        let act = || self.target().or(step.targets.last()).map(|act| self.way(act));
        if self.pass == Pass::Watch {
            return act().map(Hint::Ghost);
        }
        match self.rung {
            Rung::None => None,
            Rung::Ask if step.ask.is_empty() => Some(Hint::Ask(self.line(&step.say))),
            Rung::Ask => Some(Hint::Ask(self.line(&step.ask))),
            Rung::Point => act().map(|act| Hint::Point(place(&act, self.phone.screen_id()))),
            Rung::Ghost => act().map(Hint::Ghost),
        }
    }

    /// The item that is to be touched next, wherever the phone is; `None` where a part of the phone itself is meant.
    pub fn aim(&self) -> Option<String> {
        match self.way(self.target()?) {
            Act::Do { item, .. } => item,
            _ => None,
        }
    }

    /// What to do first, from wherever the phone is, so that `act` can be done.
    fn way(&self, act: &Act) -> Act {
        let bare = |gesture| Act::Do { gesture, item: None };
        let Act::Do { gesture, item } = act else { return act.clone() };
        let Some(item) = item else { return self.way_to_typing(act, gesture) };
        if item.starts_with("notice/") {
            let shown = self.phone.banner.is_some() || self.phone.shade == super::state::Shade::Down;
            return if shown { act.clone() } else { bare(Gesture::Shade) };
        }
        if item.starts_with(view::BUTTONS) {
            return act.clone();
        }
        if item.starts_with(super::operate::KEY) {
            return self.way_to_typing(act, &Gesture::Type(String::new()));
        }
        let screen = item.split_once('/').map_or(item.as_str(), |(screen, _)| screen);
        if self.phone.shade == super::state::Shade::Down {
            return bare(Gesture::Shade);
        }
        if self.world().screen(screen).is_none() || screen == self.phone.screen_id() {
            return self.scrolled_to(item).unwrap_or_else(|| act.clone());
        }
        match self.first_tap(screen) {
            Some(tap) => Act::tap(tap),
            None if self.phone.stack.is_empty() => bare(Gesture::Home),
            None => bare(Gesture::Back),
        }
    }

    /// Something is typed: into a field, which must have the keyboard first.
    fn way_to_typing(&self, act: &Act, gesture: &Gesture) -> Act {
        let field = self.phone.field(self.world());
        match (gesture, field) {
            (Gesture::Type(_), Some(field)) if self.phone.writing.is_none() => Act::tap(field.id.clone()),
            _ => act.clone(),
        }
    }

    /// The finger movement that brings an item of this screen into view.
    fn scrolled_to(&self, item: &str) -> Option<Act> {
        let shown = view::in_view(&self.phone, self.world());
        let all = view::there(&self.phone, self.world());
        let at = all.iter().position(|there| there.id == item)?;
        let first = all.iter().position(|there| shown.first().is_some_and(|shown| shown.id == there.id))?;
        if shown.iter().any(|there| there.id == item) {
            return None;
        }
        let dir = if at < first { Dir::Down } else { Dir::Up };
        Some(Act::Do { gesture: Gesture::Swipe(dir), item: Some(self.phone.screen_id().to_owned()) })
    }

    /// The item of this screen that leads towards `screen`, by the shortest way that taps can go.
    fn first_tap(&self, screen: &str) -> Option<String> {
        let world = self.world();
        let mut seen = BTreeSet::from([self.phone.screen_id()]);
        let mut front: VecDeque<(&str, &str)> = VecDeque::new();
        for item in view::in_view(&self.phone, world) {
            let usable = item.enabled.as_ref().is_none_or(|enabled| enabled.holds(&self.phone.scope(world)));
            for to in item.effects(&Gesture::Tap).filter(|_| usable).into_iter().flat_map(leads_to) {
                front.push_back((to, &item.id));
            }
        }
        while let Some((at, first)) = front.pop_front() {
            if at == screen {
                return Some(first.to_owned());
            }
            if seen.insert(at) {
                front.extend(exits(world, at).into_iter().map(|to| (to, first)));
            }
        }
        None
    }
}

/// Waits that follow each other at most.
const MOST_WAITS: usize = 100;

/// Where a ring is drawn.
fn place(act: &Act, screen: &str) -> String {
    match act {
        // The name of a screen is not that of a button: over the home screen the one at the bottom is not meant.
        Act::Do { item: Some(item), gesture: Gesture::Swipe(_) | Gesture::Scroll(_) } if !item.contains('/') => {
            "screen".into()
        }
        Act::Do { item: Some(item), .. } => item.clone(),
        Act::Do { gesture: Gesture::Back, .. } => "back".into(),
        Act::Do { gesture: Gesture::Home, .. } => "home".into(),
        Act::Do { gesture: Gesture::Shade, .. } => "status".into(),
        Act::Do { gesture: Gesture::Recents, .. } => "recents".into(),
        Act::Do { gesture: Gesture::Type(_), .. } => "keyboard".into(),
        _ => screen.to_owned(),
    }
}

/// Screens that taps on a screen lead to.
fn exits<'w>(world: &'w World, screen: &str) -> Vec<&'w str> {
    let items = world.screen(screen).into_iter().flat_map(|screen| &screen.items);
    items.filter_map(|item| item.effects(&Gesture::Tap)).flat_map(leads_to).collect()
}

/// Screens that effects open.
pub(super) fn leads_to(effects: &[Effect]) -> Vec<&str> {
    let mut out = vec![];
    for effect in effects {
        match effect {
            Effect::Go(screen) | Effect::Root(screen) | Effect::Call { screen, .. } => out.push(screen.as_str()),
            Effect::Notify(notice) => out.extend(notice.open.as_deref()),
            Effect::If { then, or, .. } => {
                out.extend(leads_to(then));
                out.extend(leads_to(or));
            }
            Effect::Home => out.push(super::world::HOME),
            _ => {}
        }
    }
    out
}
