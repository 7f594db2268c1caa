//! Presses, without a window: every device does everything, exactly once, and the focus is never lost.

mod cover;
mod keys;
mod practice;
mod touch;
mod walk;

mod first_start;

use super::*;
use crate::{
    app::Start,
    clock::{Clock, Now, SetClock},
    config::{Config, Mode, Own},
    job::ShellJob,
    lay::{Ems, Panel, walk::Dir},
    screens::Place,
    shell::press::{Deed, Finger, Phase, Press, Step},
    words::{Tongue, Words},
};
use proptest::prelude::*;
use std::sync::Arc;

struct Desk {
    stage: Stage,
    clock: SetClock,
    jobs: Vec<Job>,
}

impl Desk {
    fn new() -> Self {
        Self::of(Mode::Everyday)
    }
    fn of(mode: Mode) -> Self {
        let clock = SetClock::new("2026-11-21T01:05:00Z".parse().unwrap(), true);
        let start = Start {
            config: Arc::new(Config::default()),
            own: Own::default(),
            words: Words::shipped(&Tongue::JA),
            mode,
            now: clock.now(),
            panel: Panel { w: 344.0, h: 194.0 },
            troubles: vec![],
        };
        let mut desk = Self { stage: Stage::new(Model::new(start)), clock, jobs: vec![] };
        desk.wait(0);
        desk
    }
    fn wait(&mut self, ms: u64) -> &mut Self {
        self.clock.advance(Duration::from_millis(ms));
        let msg = Msg::Tick { now: self.clock.now(), running: self.clock.running() };
        self.jobs.extend(self.stage.apply(msg, &mut Ems));
        self.jobs.extend(self.stage.tick(&mut Ems));
        self
    }
    fn press(&mut self, press: Press) -> &mut Self {
        self.jobs.extend(self.stage.press(press, &mut Ems));
        self
    }
    /// A key or button of this name, after everybody's hand has rested.
    fn key(&mut self, signal: Signal, press: Press) -> &mut Self {
        self.wait(600).take(Deed { signal: Some(signal), press })
    }
    /// What a device reported.
    fn take(&mut self, deed: Deed) -> &mut Self {
        self.jobs.extend(self.stage.take(deed, &mut Ems));
        self
    }
    /// A press, after everybody's hand has rested.
    fn then(&mut self, press: Press) -> &mut Self {
        self.wait(600).press(press)
    }
    fn finger(&mut self, phase: Phase, at: [f32; 2]) -> &mut Self {
        self.press(Press::Finger(Finger { id: 1, phase, at }))
    }
    fn middle(&self, id: &str) -> [f32; 2] {
        let targets = lay::press::targets(self.stage.leaf(), self.stage.plan());
        let rect = targets.into_iter().find(|target| target.id == id).unwrap_or_else(|| panic!("no {id}")).rect;
        [rect.x + rect.w / 2.0, rect.y + rect.h / 2.0]
    }
    fn tap(&mut self, id: &str) -> &mut Self {
        self.wait(600);
        let at = self.middle(id);
        self.finger(Phase::Down, at).wait(80).finger(Phase::Up, at)
    }
    /// Steps through everything until the focus is there.
    fn walk_to(&mut self, id: &str) -> &mut Self {
        for _ in 0..60 {
            if self.stage.focus().at() == id {
                return self;
            }
            self.press(Press::Go(Dir::Next));
        }
        panic!("{id} cannot be reached");
    }
    /// Lives through so many minutes as the window does, which sleeps until something is due; counts the frames.
    fn frames_in(&mut self, minutes: u64) -> usize {
        let end = self.clock.running() + Duration::from_mins(minutes);
        let mut frames = 0;
        loop {
            let due = self.stage.due().max(self.clock.running() + Duration::from_millis(20));
            let next = due.min(end).saturating_sub(self.clock.running());
            self.clock.advance(next);
            if due > end {
                return frames;
            }
            frames += 1;
            self.wait(0);
        }
    }
    fn shown(&self) -> String {
        self.stage.leaf().script().into_iter().map(|said| said.line.plain()).collect()
    }
    fn here(&self) -> String {
        self.stage.model.walk.here().to_string()
    }
    fn ended(&self) -> usize {
        self.jobs.iter().filter(|job| **job == Job::Shell(ShellJob::EndVisit)).count()
    }
}

const CARD: &str = "card/prepare";

#[test]
fn every_device_opens_a_card_and_comes_back() {
    let mut desk = Desk::new();
    desk.tap(CARD);
    assert_eq!(desk.here(), "shelf/prepare");
    desk.then(Press::Leave);
    assert_eq!(desk.here(), "home");
    desk.wait(600).walk_to(CARD).press(Press::Choose);
    assert_eq!(desk.here(), "shelf/prepare");
    desk.then(Press::Home);
    assert_eq!(desk.here(), "home");
    let act = desk.wait(600).stage.choose(&CARD.into(), &mut Ems);
    assert_eq!((desk.here().as_str(), act.is_empty()), ("shelf/prepare", false), "as a screen reader presses");
}

#[test]
fn focus_returns_to_the_card_that_was_opened() {
    let mut desk = Desk::new();
    desk.wait(600).walk_to(CARD).press(Press::Choose).then(Press::Leave);
    assert_eq!(desk.stage.focus().at(), CARD);
    desk.tap("card/places").then(Press::Leave);
    assert_eq!(desk.stage.focus().at(), "card/places", "also when it was touched");
}

#[test]
fn a_ring_is_only_drawn_for_those_who_use_it() {
    let mut desk = Desk::new();
    assert_eq!(desk.stage.focus().ring(), None);
    desk.press(Press::Go(Dir::Next));
    assert!(desk.stage.focus().ring().is_some());
    desk.tap(CARD);
    assert_eq!(desk.stage.focus().ring(), None);
}

#[test]
fn a_second_press_too_soon_is_a_slip() {
    let mut desk = Desk::new();
    let at = desk.wait(600).middle("bar/larger");
    let size = |desk: &Desk| desk.stage.model.settings.size;
    for _ in 0..2 {
        desk.finger(Phase::Down, at).wait(40).finger(Phase::Up, at).wait(40);
    }
    assert_eq!(size(&desk), 1, "a double tap makes letters one step larger, not two");
    desk.tap(CARD);
    let depth = desk.stage.model.walk.len();
    desk.wait(100).press(Press::Choose).press(Press::Choose);
    assert_eq!(desk.stage.model.walk.len(), depth, "nothing on the new page is pressed by the rest of the old press");
}

#[test]
fn two_switches_reach_a_card() {
    let mut desk = Desk::new();
    desk.press(Press::Switches);
    assert!(desk.stage.ring().is_some());
    for _ in 0..60 {
        desk.wait(600);
        let offer = desk.stage.switches.offered();
        let press = if offer.contains(&CARD.into()) { Press::Choose } else { Press::Step };
        desk.press(press);
        if desk.here() == "shelf/prepare" {
            return;
        }
    }
    panic!("the card cannot be reached by two switches");
}

#[test]
fn one_switch_and_patience_reach_a_card() {
    let mut desk = Desk::new();
    desk.press(Press::Switches).press(Press::Switches);
    for _ in 0..60 {
        if desk.stage.switches.offered().contains(&CARD.into()) {
            desk.wait(600).press(Press::Step);
        } else {
            desk.wait(2000);
        }
        if desk.here() == "shelf/prepare" {
            return;
        }
    }
    panic!("the card cannot be reached by one switch");
}

#[test]
fn the_end_of_a_visit_is_asked_for_once() {
    let mut desk = Desk::new();
    desk.tap("bar/end");
    assert_eq!(desk.ended(), 0, "first it says goodbye");
    desk.wait(10_000).wait(10_000);
    assert_eq!(desk.ended(), 1);
    assert_eq!(desk.here(), "home");
}

#[test]
fn somebody_who_left_is_forgotten() {
    let mut desk = Desk::new();
    desk.tap(CARD);
    let mut waited = Duration::ZERO;
    while desk.ended() == 0 && waited < Duration::from_mins(10) {
        let due = desk.stage.due().saturating_sub(desk.clock.running()).max(Duration::from_millis(20));
        waited += due;
        desk.wait(u64::try_from(due.as_millis()).unwrap());
    }
    assert!((344..=347).contains(&waited.as_secs()), "5 minutes and 45 seconds, not {waited:?}");
    assert_eq!(desk.here(), "home");
}

#[test]
fn for_an_empty_room_nothing_is_drawn() {
    for (mode, frames) in [(Mode::Everyday, 0), (Mode::Class, 0), (Mode::Shelter, 5)] {
        let mut desk = Desk::of(mode);
        assert_eq!(desk.frames_in(5), frames, "nobody has come yet, {mode:?}");
        assert_eq!(desk.shown().contains("午前"), mode == Mode::Shelter, "{}", desk.shown());
        desk.then(Press::Go(Dir::Next));
        assert!(desk.shown().contains("午前"), "somebody is here and sees the time: {}", desk.shown());
        // The minutes, the question, its 45 seconds.
        assert!((48..60).contains(&desk.frames_in(6)), "{mode:?}");
        assert_eq!(desk.ended(), 1, "they left, {mode:?}");
        assert_eq!(desk.frames_in(5), frames, "nobody is there any more, {mode:?}");
    }
}

#[test]
fn the_day_changes_for_an_empty_room_too() {
    let mut desk = Desk::new();
    assert!(desk.shown().contains("11月21日"), "{}", desk.shown());
    assert_eq!(desk.frames_in(14 * 60), 1, "at midnight");
    assert!(desk.shown().contains("11月22日"), "{}", desk.shown());
}

#[test]
fn a_day_that_nobody_has_confirmed_does_not_stand_there_unattended() {
    let mut desk = Desk::new();
    let now = Now { trusted: false, ..desk.clock.now() };
    desk.stage.apply(Msg::Tick { now, running: desk.clock.running() }, &mut Ems);
    assert!(!desk.shown().contains("11月"), "{}", desk.shown());
    desk.press(Press::Go(Dir::Next));
    desk.stage.apply(Msg::Tick { now, running: desk.clock.running() }, &mut Ems);
    assert!(desk.shown().contains("11月21日"), "with the doubt beside it: {}", desk.shown());
}

#[test]
fn a_real_keyboard_types_where_there_is_something_to_write_in() {
    let mut desk = Desk::new();
    desk.tap("also/search").then(Press::Type("ひなん".into())).press(Press::Step).press(Press::Type("じょ".into()));
    assert!(desk.shown().contains("ひなん じょ"), "{}", desk.shown());
    desk.press(Press::Erase);
    assert!(desk.shown().contains("ひなん じ"), "{}", desk.shown());
    desk.then(Press::Leave);
    assert_eq!(desk.here(), "home");
    desk.then(Press::Type("x".into()));
    assert_eq!(desk.here(), "home", "nowhere else");
}

#[test]
fn a_kiosk_that_cannot_read_its_settings_shows_staff_why_and_lets_nobody_change_anything() {
    let mut desk = Desk::new();
    desk.stage.expect(Some(Msg::Inspect));
    desk.jobs = desk.stage.begin(&mut Ems);
    assert!(desk.jobs.iter().any(|job| matches!(job, Job::Store { .. })), "asks how the parts are: {:?}", desk.jobs);
    let ids: Vec<_> = desk.stage.leaf().controls().map(|control| control.id.to_string()).collect();
    assert!(ids.iter().any(|id| id == "staff/close"), "{ids:?}");
    assert!(!ids.iter().any(|id| id.starts_with("mode/") || id.starts_with("clock/")), "{ids:?}");
    desk.then(Press::Home);
    assert_eq!(desk.here(), "home");
}

fn any_press() -> impl Strategy<Value = Press> {
    let dirs = prop::sample::select(vec![Dir::Next, Dir::Back, Dir::Left, Dir::Right, Dir::Up, Dir::Down]);
    let phases = prop::sample::select(vec![Phase::Down, Phase::Move, Phase::Up, Phase::Cancel]);
    let finger = (0..3_u64, phases, 0.0..344.0_f32, 0.0..194.0_f32)
        .prop_map(|(id, phase, x, y)| Press::Finger(Finger { id, phase, at: [x, y] }));
    let plain = vec![
        Press::Choose,
        Press::Step,
        Press::Leave,
        Press::Home,
        Press::Help,
        Press::Read,
        Press::Switches,
        Press::Erase,
        Press::Where,
        Press::Again,
        Press::Pace(Step::More),
        Press::Volume(Step::Less),
        Press::Other,
        Press::Turn(Turn::Next),
        Press::Turn(Turn::Back),
        Press::Type("あ".into()),
    ];
    prop_oneof![dirs.prop_map(Press::Go), finger, prop::sample::select(plain)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pressed_the_focus_stands_on_something(
        place in prop::sample::select(vec!["home", "search", "settings", "keys", "switches", "help", "language", "call"]),
        presses in prop::collection::vec((any_press(), 0..4_u8, 0..900_u64), 1..40),
    ) {
        let mut desk = Desk::new();
        desk.jobs = desk.stage.apply(Msg::Go(place.parse().unwrap()), &mut Ems);
        for (press, button, ms) in presses {
            let signal = (button > 0).then(|| Signal::pad(&button.to_string()));
            desk.wait(ms).jobs.clear();
            desk.jobs = desk.stage.take(Deed { signal, press }, &mut Ems);
            let focus = desk.stage.focus().at().clone();
            prop_assert!(desk.stage.leaf().control(&focus).is_some(), "focus on {focus:?} at {}", desk.here());
            prop_assert_eq!(desk.stage.plan().len(), desk.stage.leaf().walk().len());
        }
    }
}
