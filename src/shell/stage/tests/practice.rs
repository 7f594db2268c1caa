//! Whole lessons on the glass: by fingers, by keys, by a game pad and by two switches, each from its first page to its last with that device
//! alone. What a device sends goes through the same doors as in the kiosk; which press comes next is read from the hint that anybody can ask for.

#![expect(clippy::excessive_nesting, reason = "a test walks panels by sizes by lessons by steps")]

mod fingers;

use super::*;
use crate::{
    content::{NoReadings, SourceFile},
    job::{Answer, Report, StoreJob},
    page::{CanvasKind, Side},
    phone::{self, Act, Course, Dir as Way, Gesture, Hint, ItemKind, Skin},
    screens::{
        Place, Screen,
        glass::ids,
        lesson::{self, play::Play},
    },
    shell::{
        devices::Devices,
        pad::{Hand, Pad, PadNews},
    },
};
use egui::{Event, Key, Modifiers, TouchDeviceId, TouchId, TouchPhase, pos2};
use gilrs::Button;
use std::{collections::VecDeque, sync::LazyLock};

static SHIPPED: LazyLock<Arc<Course>> = LazyLock::new(|| Arc::new(phone::read(&phone::shipped(), &NoReadings).0));

/// A phone on which every gesture leads somewhere, and a lesson that asks for each of them.
static FINGERS: LazyLock<Arc<Course>> = LazyLock::new(|| {
    let file = |path: &str, text: &str| SourceFile { path: path.into(), name: path.into(), bytes: text.into() };
    let files = [
        file("phone/home.toml", include_str!("../../../../tests/cases/gestures/home.toml")),
        file("phone/memo.toml", include_str!("../../../../tests/cases/gestures/memo.toml")),
        file("phone/hana.svg", include_str!("../../../../tests/cases/gestures/hana.svg")),
        file("yubi/lesson.toml", include_str!("../../../../tests/cases/gestures/lesson.toml")),
        file("yubi-2/lesson.toml", include_str!("../../../../tests/cases/gestures/lesson-2.toml")),
    ];
    let (course, problems) = phone::read(&files, &NoReadings);
    let told: Vec<_> = problems.iter().filter(|p| p.is_error()).map(|p| (p.line, &p.message.en)).collect();
    assert!(told.is_empty(), "{told:?}");
    Arc::new(course)
});

const FULL_HD: Panel = Panel { w: 344.0, h: 194.0 };
const SMALLEST: Panel = Panel { w: 217.0, h: 136.0 };

/// What somebody has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum With {
    Fingers,
    Keys,
    Pad,
    Switches,
}

const ALL: [With; 4] = [With::Fingers, With::Keys, With::Pad, With::Switches];

/// Somebody at a lesson, with one device.
struct Learner {
    desk: Desk,
    with: With,
    devices: Devices,
    hand: Hand,
    course: Arc<Course>,
}

impl Learner {
    fn new(course: &Arc<Course>, with: With, panel: Panel, size: usize) -> Self {
        let mut desk = Desk::new();
        desk.stage.model.standing.glass = panel;
        desk.stage.model.standing.panel = panel;
        desk.stage.model.settings.size = size;
        let (devices, hand) = (Devices::default(), Hand::default());
        let mut own = Self { desk, with, devices, hand, course: Arc::clone(course) };
        if with == With::Switches {
            // What the key changed is shown for a moment; after it only presses change the page.
            own.desk.press(Press::Switches).wait(6_000);
        }
        own
    }

    fn open(&mut self, id: &str) {
        let jobs = self.desk.stage.apply(Msg::Go(Place::Lesson(id.into())), &mut Ems);
        for job in jobs {
            if let Job::Store { visit, job: StoreJob::Lesson(id) } = job {
                let answer = Answer::Lesson { id, course: Some(Arc::clone(&self.course)) };
                self.desk.stage.apply(Msg::Report(Report::Store { visit, answer }), &mut Ems);
            }
        }
    }

    fn play(&self) -> &Play {
        let Screen::Lesson(lesson::State { play, .. }) = &self.desk.stage.model.screen else {
            panic!("at {}", self.desk.here())
        };
        play.ready().unwrap()
    }

    /// The act that comes next, as the last rung of the ladder shows it.
    fn next(&self) -> Option<Act> {
        let mut asked = self.play().run.clone();
        for _ in 0..4 {
            if let Some(Hint::Ghost(act)) = asked.hint() {
                return Some(act);
            }
            asked.help();
        }
        None
    }

    fn is_here(&self, id: &str) -> bool {
        self.desk.stage.leaf().control(id).is_some_and(|control| control.msg.is_some())
    }

    /// Brings a control into sight as a person does: on a later leaf, on another page of the phone.
    fn find(&mut self, id: &str) {
        for turn in ["", "turn/next", "turn/next", "turn/next", ids::DOWN, ids::DOWN, ids::DOWN, ids::UP, ids::UP] {
            if !turn.is_empty() && self.is_here(turn) {
                self.press(turn);
            }
            if self.is_here(id) {
                return;
            }
        }
        let there: Vec<_> = self.desk.stage.leaf().controls().map(|control| control.id.as_str()).collect();
        panic!("{id} is nowhere, only {there:?}; {:?}", self.with);
    }

    /// Presses a control of this leaf.
    fn press(&mut self, id: &str) {
        self.desk.wait(600);
        match self.with {
            With::Fingers => {
                let at = self.desk.middle(id);
                self.finger(&[(TouchPhase::Start, at, 80), (TouchPhase::End, at, 800)]);
            }
            With::Keys => {
                for _ in 0..90 {
                    if self.desk.stage.focus().at() == id {
                        return self.key(Key::Enter);
                    }
                    self.key(Key::Tab);
                }
                panic!("Tab does not reach {id}");
            }
            With::Pad => {
                for dir in self.cross_to(id) {
                    self.pad(dir);
                }
                self.pad(Button::South);
            }
            With::Switches => self.switch_to(id),
        }
    }

    fn key(&mut self, key: Key) {
        let down = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
        for deed in self.devices.presses(&mut vec![down(true), down(false)]) {
            self.desk.take(deed);
        }
    }

    fn pad(&mut self, button: Button) {
        let Some(PadNews::Deed(deed)) = self.hand.news(Pad::Down(button)) else { panic!("{button:?}") };
        self.desk.take(deed);
    }

    /// The shortest way of the cross from what has the focus.
    fn cross_to(&self, id: &str) -> Vec<Button> {
        let crosses = [
            (Button::DPadDown, Dir::Down),
            (Button::DPadUp, Dir::Up),
            (Button::DPadRight, Dir::Right),
            (Button::DPadLeft, Dir::Left),
        ];
        let (leaf, plan) = (self.desk.stage.leaf(), self.desk.stage.plan());
        let mut ways = vec![(self.desk.stage.focus().at().clone(), vec![])];
        let mut next = 0;
        while let Some((at, way)) = ways.get(next).cloned() {
            if at == id {
                return way;
            }
            for (button, dir) in crosses {
                let to = lay::walk::go(leaf, plan, &at, dir).unwrap();
                if ways.iter().all(|(known, _)| *known != to) {
                    ways.push((to, [way.clone(), vec![button]].concat()));
                }
            }
            next += 1;
        }
        panic!("the cross does not reach {id}");
    }

    fn switch_to(&mut self, id: &str) {
        let before = self.marks();
        for _ in 0..120 {
            let offer = self.desk.stage.switches.offered();
            let chosen = offer.iter().any(|one| one == id);
            let last = chosen && offer.len() == 1;
            self.key(if chosen { Key::Enter } else { Key::Space });
            self.desk.wait(600);
            if last || self.marks() != before {
                return;
            }
        }
        panic!("two switches do not reach {id}");
    }

    /// What a press changes and time alone does not: a hint that comes while the switches go round is none of it.
    fn marks(&self) -> (Vec<String>, bool, usize) {
        let controls = self.desk.stage.leaf().controls().map(|control| control.id.to_string());
        let acts = self.play().run.log().iter().filter(|act| !matches!(act, Act::Wait(_)));
        // The size of the phone is not offered while something is said.
        (controls.filter(|id| id != "lesson/scale").collect(), self.play().armed.is_some(), acts.count())
    }

    /// One finger: what it does, where, and how many milliseconds pass after it.
    fn finger(&mut self, steps: &[(TouchPhase, [f32; 2], u64)]) {
        for &(phase, [x, y], ms) in steps {
            let (device_id, id) = (TouchDeviceId(0), TouchId(0));
            let touch = Event::Touch { device_id, id, phase, pos: pos2(x, y), force: None };
            for deed in self.devices.presses(&mut vec![touch]) {
                self.desk.take(deed);
            }
            self.desk.wait(ms);
        }
    }

    /// Does what the hint shows.
    fn follow(&mut self, act: &Act) {
        let Act::Do { gesture, item } = act else { panic!("{act:?} is no gesture") };
        let item = item.clone().unwrap_or_default();
        let on = ids::of(&item);
        let is_item = item.contains('/');
        match gesture {
            Gesture::Tap => self.pressed(&[&on]),
            Gesture::Back => self.pressed(&[ids::BACK]),
            Gesture::Home => self.pressed(&[ids::HOME]),
            Gesture::Shade => self.pressed(&[ids::STATUS]),
            Gesture::Recents if self.with == With::Fingers && self.play().setting.skin == Skin::Iphone => self.halt(),
            Gesture::Recents => self.pressed(&[ids::RECENT]),
            _ if self.with == With::Fingers => self.touched(gesture, &on, &item),
            Gesture::Swipe(dir) | Gesture::Scroll(dir) if is_item => self.pressed(&[arm(*dir), &on]),
            Gesture::Swipe(Way::Up) | Gesture::Scroll(Way::Up) => self.pressed(&[ids::DOWN]),
            Gesture::Swipe(Way::Down) | Gesture::Scroll(Way::Down) => self.pressed(&[ids::UP]),
            Gesture::Swipe(dir) | Gesture::Scroll(dir) => self.pressed(&[arm(*dir)]),
            Gesture::Long => self.pressed(&["do/long", &on]),
            Gesture::Double => self.pressed(&["do/double", &on]),
            Gesture::PinchIn => self.pressed(&["do/in", &on]),
            Gesture::PinchOut => self.pressed(&["do/out", &on]),
            Gesture::Drag { onto } => self.pressed(&["do/drag", &on, &ids::of(onto)]),
            Gesture::Type(_) => panic!("no lesson asks for {act:?} yet"),
        }
    }

    fn pressed(&mut self, controls: &[&str]) {
        for id in controls {
            self.find(id);
            self.press(id);
        }
    }

    /// From the first page to the last. `each` looks at every step.
    fn finish(&mut self, id: &str, skin: Skin, mut each: impl FnMut(&Self, &Act)) {
        self.open(id);
        let chosen = format!("skin/{}", skin.name());
        self.pressed(&[&chosen, "lesson/begin"]);
        let mut recent = VecDeque::new();
        for _ in 0..80 {
            if self.is_here("next/alone") || self.play().run.is_finished() {
                assert_eq!(self.play().run.mistakes(), 0, "{id} {skin:?} {:?}: after {recent:?}", self.with);
                return;
            }
            if self.play().run.face().is_busy {
                self.desk.wait(300);
                continue;
            }
            let act = self.next().unwrap();
            each(self, &act);
            recent.push_back(act.to_string());
            self.follow(&act);
        }
        panic!("{id} {skin:?} {:?} never ends: {recent:?}", self.with);
    }
}

const fn side(dir: Way) -> Side {
    match dir {
        Way::Left => Side::Left,
        Way::Right => Side::Right,
        Way::Up => Side::Up,
        Way::Down => Side::Down,
    }
}

const fn arm(dir: Way) -> &'static str {
    match dir {
        Way::Left => "do/left",
        Way::Right => "do/right",
        Way::Up => "do/up",
        Way::Down => "do/down",
    }
}

#[test]
fn every_lesson_is_finished_with_any_one_device() {
    let others = [With::Keys, With::Pad, With::Switches].into_iter().cycle();
    for ((n, lesson), other) in SHIPPED.lessons.iter().enumerate().zip(others) {
        // Fingers play all of them, each other device every third; the two phones take turns.
        for (turn, with) in [With::Fingers, other].into_iter().enumerate() {
            let skin = Skin::ALL[(n + turn) % 2];
            Learner::new(&SHIPPED, with, FULL_HD, 0).finish(&lesson.id, skin, |_, _| {});
        }
    }
}

#[test]
fn every_gesture_is_done_with_any_one_device() {
    for (with, skin) in ALL.into_iter().flat_map(|with| Skin::ALL.map(|skin| (with, skin))) {
        for lesson in &FINGERS.lessons {
            Learner::new(&FINGERS, with, FULL_HD, 0).finish(&lesson.id, skin, |_, _| {});
        }
    }
}

/// Whether what is to be pressed is there: on the page of the phone that is shown first, or behind what is to be read before it.
fn shows(learner: &Learner, leaf: &Page<Msg>, act: &Act) -> bool {
    let Act::Do { gesture: Gesture::Tap, item: Some(item) } = act else { return true };
    let reads = |kind| matches!(kind, ItemKind::Text | ItemKind::Bubble);
    let is_text = learner.play().run.face().items.iter().any(|item| reads(item.kind));
    leaf.control(&ids::of(item)).is_some() || is_text && leaf.control(ids::DOWN).is_some()
}

/// The step and the phone are seen together, with what is to be pressed, and the step whole.
#[test]
fn nobody_turns_a_leaf_between_the_step_and_the_phone() {
    let mut apart = vec![];
    let smallest = (0..lay::sizes(SMALLEST).len()).map(|size| (SMALLEST, size));
    for (panel, size) in [(FULL_HD, 0)].into_iter().chain(smallest) {
        for (n, lesson) in SHIPPED.lessons.iter().enumerate() {
            let skin = Skin::ALL[(n + size) % 2];
            Learner::new(&SHIPPED, With::Fingers, panel, size).finish(&lesson.id, skin, |learner, act| {
                let (leaf, run) = (learner.desk.stage.laid.leaves.first().unwrap(), &learner.play().run);
                let step = run.step().unwrap();
                // What was just answered is read first, and the step on the leaf after it.
                let remark = run.remark().map(|remark| remark.plain());
                let waits = remark.is_some();
                let told = remark.unwrap_or_else(|| step.say.plain());
                let whole = leaf.walk().iter().any(|part| part.words().is_some_and(|line| line.plain() == told));
                let phone = leaf.walk().iter().any(|part| matches!(part, Part::Canvas(_))) && shows(learner, leaf, act);
                // In the largest letters on the smallest panel the button waits one leaf.
                let show = leaf.control("lesson/show").is_some() || (panel == SMALLEST && (size > 0 || waits));
                if !(whole && phone && show) {
                    let at = format!("{} {} {skin:?} {}×{}", lesson.id, step.number, panel.w, panel.h);
                    apart.push(format!("{at} size {size}: step {whole}, phone {phone}, hand {show}"));
                }
            });
        }
    }
    apart.dedup();
    assert!(apart.is_empty(), "{} apart:\n{}", apart.len(), apart.join("\n"));
}
