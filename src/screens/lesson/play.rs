//! A lesson, or free practice, as it stands on the kiosk: the run of the phone and what only the kiosk adds to it. Forgotten with the visit.

use super::hand::Showing;
use crate::{
    page::{Side, Touch, Touched, Touches},
    phone::{Act, Changed, Course, Dir, Face, Gesture, Hint, KeyboardKind, Lesson, Outcome, Pass, Run, Setting, Skin},
    screens::glass::{self, Scale, ids},
    words::{Line, Words},
};
use std::{sync::Arc, time::Duration};

/// What stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// What it is about, what to take care of, which phone one has.
    Before,
    Phone,
    /// Done; what next.
    After,
}

/// A gesture that waits for the item it is meant for: how everything is done without a finger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Armed {
    pub touch: Touch,
    /// What was picked up, while it is carried.
    pub from: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Play {
    pub course: Arc<Course>,
    pub run: Run,
    pub setting: Setting,
    pub scene: Scene,
    /// As the person chose it; else as it fits.
    pub scale: Option<Scale>,
    /// Page of the phone, if the person turned it.
    pub page: Option<usize>,
    pub armed: Option<Armed>,
    /// What the hand has shown so far.
    pub(super) showing: Option<Showing>,
}

/// Two plays look alike. The log is all that a run is made of.
impl PartialEq for Play {
    fn eq(&self, other: &Self) -> bool {
        (self.scene, self.scale, self.page, &self.armed) == (other.scene, other.scale, other.page, &other.armed)
            && (self.run.lesson_id(), self.run.pass()) == (other.run.lesson_id(), other.run.pass())
            && self.showing == other.showing
            && (self.setting.skin, self.run.log()) == (other.setting.skin, other.run.log())
    }
}

impl Play {
    /// `None` when the course does not have the lesson; an empty name is free practice.
    pub fn new(course: Arc<Course>, lesson: &str, setting: Setting) -> Option<Self> {
        let run = begin(&course, lesson, Pass::Together, &setting)?;
        let scene = if lesson.is_empty() { Scene::Phone } else { Scene::Before };
        Some(Self { course, run, setting, scene, scale: None, page: None, armed: None, showing: None })
    }

    pub fn lesson(&self) -> Option<&Lesson> {
        self.course.lesson(self.run.lesson_id()?)
    }

    /// From the beginning, in another way or with another phone.
    pub fn start(&mut self, pass: Pass, skin: Skin) {
        self.setting.skin = skin;
        if let Some(run) = begin(&self.course, self.run.lesson_id().unwrap_or_default(), pass, &self.setting) {
            self.run = run;
        }
        // At its real size once before one's own phone; what the person chose for this way counts from here.
        self.scale = None;
        self.settle();
    }

    /// The kiosk speaks another language now: what was done is done again in it.
    pub fn reword(&mut self, words: &Words) {
        self.setting.words = words.clone();
        self.replay(|_| true);
    }

    /// Does again what was done, but for what `keep` leaves out.
    fn replay(&mut self, keep: impl Fn(usize) -> bool) {
        let log = self.run.log().to_vec();
        let paused = self.run.is_paused();
        let lesson = self.run.lesson_id().unwrap_or_default().to_owned();
        let Some(mut run) = begin(&self.course, &lesson, self.run.pass(), &self.setting) else { return };
        for (_, act) in log.iter().enumerate().filter(|(n, _)| keep(*n)) {
            run.act(act);
        }
        if paused {
            run.pause();
        }
        self.run = run;
        self.settle();
    }

    /// One thing back: a mistake is taken back, else what was done last.
    pub fn back(&mut self) {
        if self.run.reply().is_some_and(|reply| reply.undo) {
            self.run.undo();
            return self.settle();
        }
        if self.run.pass() == Pass::Watch {
            return self.watch_again();
        }
        let last = self.run.log().iter().rposition(|act| !matches!(act, Act::Wait(_)));
        if let Some(last) = last {
            self.replay(|n| n != last);
        }
    }

    /// The demonstration from the step before.
    fn watch_again(&mut self) {
        let wanted = self.run.step().map_or(0, |step| step.number.saturating_sub(1));
        let paused = self.run.is_paused();
        self.start(Pass::Watch, self.setting.skin);
        let number = |run: &Run| run.step().map_or(usize::MAX, |step| step.number);
        for _ in 0..200 {
            if number(&self.run) >= wanted.max(1) {
                break;
            }
            self.run.done();
        }
        if paused {
            self.run.pause();
        }
    }

    fn settle(&mut self) {
        (self.page, self.armed) = (None, None);
        self.scene = if self.run.is_finished() { Scene::After } else { self.scene };
    }

    /// What became of an act; the phone stays on its page where nothing changed.
    pub fn act(&mut self, act: &Act) -> Outcome {
        let (before, scrolled) = self.stands();
        let outcome = self.run.act(act);
        let (now, to) = self.stands();
        if outcome == Outcome::StepDone || now != before {
            self.page = None;
        } else if to != scrolled {
            // Where one reads on: from the top after moving down, from the bottom after moving up, so that no row is passed over.
            self.page = Some(if to > scrolled { 0 } else { usize::MAX });
        }
        if self.run.is_finished() {
            self.scene = Scene::After;
        }
        outcome
    }

    /// The screen of the phone, and how many of its rows are above the view.
    fn stands(&self) -> (String, u16) {
        let face = self.run.face();
        (face.screen, face.scroll.at)
    }

    /// An item was pressed: what was armed is done to it.
    pub fn press(&mut self, act: &Act) -> Option<Act> {
        let Act::Do { gesture: Gesture::Tap, item: Some(item) } = act else { return Some(act.clone()) };
        let on = |gesture| Some(Act::Do { gesture, item: Some(item.clone()) });
        match self.armed.take() {
            None => Some(act.clone()),
            Some(Armed { touch: Touch::Drag, from: None }) => {
                self.armed = Some(Armed { touch: Touch::Drag, from: Some(item.clone()) });
                None
            }
            Some(Armed { touch: Touch::Drag, from: Some(from) }) => {
                Some(Act::Do { gesture: Gesture::Drag { onto: item.clone() }, item: Some(from) })
            }
            Some(Armed { touch, .. }) => {
                let touched = Touched { id: ids::of(item).into(), touch, onto: None };
                glass::gesture(&touched).or_else(|| on(Gesture::Tap))
            }
        }
    }

    pub fn tick(&mut self, by: Duration) -> Changed {
        if self.scene != Scene::Phone {
            return Changed::No;
        }
        let asked = |run: &Run| matches!(run.hint(), Some(Hint::Ask(_)));
        let before = asked(&self.run);
        let changed = self.run.tick(by);
        // A question beside the phone takes nothing away from under the finger.
        if changed == Changed::Yes && (before || !asked(&self.run)) {
            self.page = None;
        }
        if self.run.is_finished() {
            self.scene = Scene::After;
            return changed;
        }
        if self.move_hand(by) == Changed::Yes { Changed::Yes } else { changed }
    }

    /// What is said beside the phone: the reply to a mistake, the hint, else nothing.
    pub fn remark(&self) -> Vec<Line> {
        if let Some(reply) = self.run.reply() {
            return reply.lines;
        }
        match self.run.hint() {
            Some(Hint::Ask(line)) => vec![line],
            _ => self.run.remark().into_iter().collect(),
        }
    }

    /// What a sign of a real keyboard does on the phone.
    pub fn sign(&self, sign: char) -> Act {
        let face = self.run.face();
        let key = Act::tap(format!("key/{sign}"));
        match &face.keyboard {
            Some(board) if board.kind == KeyboardKind::Number && sign.is_ascii_digit() => key,
            // The phone puts it behind what is there.
            _ => Act::Do { gesture: Gesture::Type(sign.to_string()), item: None },
        }
    }

    /// The key that takes back, if there is a keyboard.
    pub fn eraser(&self) -> Option<Act> {
        let board = self.run.face().keyboard?;
        // The last key of the first row, as the phone has it.
        board.rows.first()?.last().map(|key| Act::tap(key.id.clone()))
    }

    /// A finger has to move from the keys in the step that is done now.
    fn flicks(&self, touch: Touch) -> bool {
        let acts = self.run.targets().iter();
        acts.filter(|act| matches!(act, Act::Do { item: Some(item), .. } if item.starts_with("key/")))
            .filter_map(gesture_of)
            .any(|gesture| glass::touch(gesture) == Some(touch))
    }

    /// The ways of touching that need a button of their own here, and whether they need an item.
    pub fn moves(&self, face: &Face) -> Vec<(Touch, Needs)> {
        let items = face.items.iter().chain(&face.buttons).chain(face.shade.iter().flatten());
        let of_items: Touches = items.flat_map(|item| &item.gestures).filter_map(glass::touch).collect();
        let keys = face.keyboard.iter().flat_map(|board| board.rows.iter().flatten());
        let of_keys: Touches = keys.flat_map(|key| &key.gestures).filter_map(glass::touch).collect();
        let asked = |touch: Touch| match self.lesson() {
            Some(lesson) => {
                let acts = lesson.steps.iter().flat_map(|step| &step.targets);
                acts.filter_map(gesture_of).any(|gesture| glass::touch(gesture) == Some(touch))
            }
            None => true,
        };
        let single = [Touch::Long, Touch::Double, Touch::PinchOut, Touch::PinchIn, Touch::Drag]
            .into_iter()
            .chain(Side::ALL.map(Touch::Swipe))
            .filter(|touch| (of_items.has(*touch) && asked(*touch)) || (of_keys.has(*touch) && self.flicks(*touch)))
            .map(|touch| (touch, Needs::Item));
        let screen = self.course.world.screen(&face.screen);
        let deeds = screen.into_iter().flat_map(|screen| &screen.deeds).filter_map(|deed| glass::touch(&deed.gesture));
        let on_screen = deeds.filter(|touch| asked(*touch)).map(|touch| (touch, Needs::Nothing));
        single.chain(on_screen).collect()
    }
}

/// Whether a gesture is done to an item or to the phone as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    Item,
    Nothing,
}

const fn gesture_of(act: &Act) -> Option<&Gesture> {
    match act {
        Act::Do { gesture, .. } => Some(gesture),
        _ => None,
    }
}

fn begin(course: &Arc<Course>, lesson: &str, pass: Pass, setting: &Setting) -> Option<Run> {
    if lesson.is_empty() {
        return Some(Run::free(course, setting.clone()));
    }
    Run::start(course, lesson, pass, setting.clone())
}

/// Where a finger goes, for a button that does it.
pub(super) const fn dir(side: Side) -> Dir {
    match side {
        Side::Left => Dir::Left,
        Side::Right => Dir::Right,
        Side::Up => Dir::Up,
        Side::Down => Dir::Down,
    }
}
