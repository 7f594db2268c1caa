//! A lesson on the practice phone, in four ways: it shows, it helps, it leaves alone, it stays beside the person's own phone. And the phone
//! without a lesson. Nothing counts, nothing ends by time, nothing of it outlives the visit.

mod beside;
mod hand;
mod page;
pub mod play;
mod samples;

pub use page::page;
pub(super) use samples::samples;

use super::{
    Event, Loaded, Place, Stroke, View,
    glass::{self, Did, Scale},
};
use crate::{
    job::StoreJob,
    page::Touched,
    phone::{Act, Changed, Course, Hint, LessonKind, Outcome, Pass, Setting, Skin},
    words::{Line, Words},
};
use play::{Armed, Play, Scene};
use smol_str::SmolStr;
use std::{sync::Arc, time::Duration};

#[derive(Clone, Debug)]
pub struct State {
    /// Which lesson; empty for free practice.
    pub id: SmolStr,
    pub play: Loaded<Box<Play>>,
    setting: Setting,
    /// The kiosk's own clock when time was last given to the lesson.
    since: Option<Duration>,
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        (&self.id, &self.play) == (&other.id, &other.play)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// A part of the phone was pressed.
    Did(Did),
    /// A finger did something else to it.
    Touched(Touched),
    Stroke(Stroke),
    Begin,
    Pass(Pass),
    Skin(Skin),
    /// Say the step again.
    Again,
    /// Show how.
    Show,
    Back,
    Pause,
    GoOn,
    /// The step is done, on one's own phone; the next, while watching.
    Done,
    Scale(Scale),
    /// The next item that is chosen is touched in this way.
    Arm(Armed),
    Disarm,
    Restart,
    Open(Place),
}

impl State {
    pub fn new(id: SmolStr, view: &View<'_>) -> Self {
        let (words, city) = (view.words().clone(), Arc::new(view.city().clone()));
        let setting = Setting { skin: Skin::default(), words, city };
        Self { id, play: Loaded::Waiting, setting, since: None }
    }

    pub(super) fn needs(&self) -> Option<StoreJob> {
        matches!(self.play, Loaded::Waiting).then(|| StoreJob::Lesson(self.id.clone()))
    }

    pub(super) fn came(&mut self, course: Option<Arc<Course>>, running: Duration) {
        self.since = Some(running);
        if self.play.ready().is_none() {
            let play = course.and_then(|course| Play::new(course, &self.id, self.setting.clone()));
            self.play = play.map_or(Loaded::Gone, |play| Loaded::Ready(Box::new(play)));
        }
    }

    /// The words of the kiosk changed.
    pub(super) fn reword(&mut self, words: &Words) {
        self.setting.words = words.clone();
        if let Loaded::Ready(play) = &mut self.play {
            play.reword(words);
        }
    }

    pub(super) const fn waits(&self) -> bool {
        matches!(self.play, Loaded::Waiting)
    }

    pub(super) fn is_tender(&self) -> bool {
        self.play.ready().and_then(|play| play.lesson()).is_some_and(|lesson| lesson.tender)
    }

    /// What a key of a real keyboard means: something is written on the phone.
    pub(super) fn types(&self) -> bool {
        self.play.ready().is_some_and(|play| play.scene == Scene::Phone)
    }

    /// When time changes something by itself.
    pub(super) fn due(&self) -> Option<Duration> {
        let play = self.play.ready().filter(|play| play.scene == Scene::Phone)?;
        Some(self.since? + play.due()?)
    }

    /// Time has passed, with the lesson in sight.
    pub(super) fn tick(&mut self, running: Duration) -> Vec<Event> {
        let since = self.since.replace(running).unwrap_or(running);
        let Loaded::Ready(play) = &mut self.play else { return vec![] };
        let before = told(play);
        if play.tick(running.saturating_sub(since)) == Changed::No {
            return vec![];
        }
        after(play, &before)
    }

    /// Time has passed while something lay over the lesson: it does not count.
    pub(super) const fn rest(&mut self, running: Duration) {
        self.since = Some(running);
    }
}

/// What is said of where one is.
#[derive(Clone, PartialEq)]
struct Told {
    scene: Scene,
    step: Option<usize>,
    remark: Vec<Line>,
    points: Points,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Points {
    No,
    Yes,
}

fn told(play: &Play) -> Told {
    let points = if play.point().is_some() { Points::Yes } else { Points::No };
    Told { scene: play.scene, step: play.run.step().map(|step| step.number), remark: play.remark(), points }
}

/// Says what is new: another page, a reply, a step, a hint.
fn after(play: &Play, before: &Told) -> Vec<Event> {
    let now = told(play);
    if now.scene != before.scene {
        return vec![Event::Anew];
    }
    let remark = now.remark.iter().cloned().reduce(|all, line| all.join(&line));
    let step = play.run.step().filter(|_| now.step != before.step).map(|step| spoken_step(play, step.say, step.own));
    let remark = remark.filter(|_| now.remark != before.remark);
    let both = [remark, step].into_iter().flatten().reduce(|all, line| all.join(&line));
    both.map(Event::Echo).into_iter().collect()
}

fn spoken_step(play: &Play, say: Line, own: Line) -> Line {
    if play.run.pass() == Pass::Own { own } else { say }
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    if let Msg::Open(place) = msg {
        return vec![Event::Go(place)];
    }
    let Loaded::Ready(play) = &mut state.play else { return vec![] };
    let before = told(play);
    match msg {
        Msg::Did(Did::Page(page)) => play.page = Some(page),
        Msg::Did(Did::Act(act)) => {
            if let Some(act) = play.press(&act) {
                return acted(play, &act, &before);
            }
        }
        Msg::Touched(touched) => {
            play.armed = None;
            if let Some(act) = glass::gesture(&touched) {
                return acted(play, &act, &before);
            }
        }
        Msg::Stroke(stroke) => {
            let act = match stroke {
                Stroke::Sign(sign) => Some(play.sign(sign)),
                Stroke::Erase => play.eraser(),
            };
            return act.map(|act| acted(play, &act, &before)).unwrap_or_default();
        }
        Msg::Begin => play.scene = Scene::Phone,
        Msg::Pass(pass) => {
            play.scene = Scene::Phone;
            play.start(pass, play.setting.skin);
            return vec![Event::Anew];
        }
        Msg::Skin(skin) => {
            play.start(play.run.pass(), skin);
            state.setting.skin = skin;
        }
        Msg::Again => return again(play),
        Msg::Show => show(play),
        Msg::Back => play.back(),
        Msg::Pause => play.run.pause(),
        Msg::GoOn => play.run.go_on(),
        Msg::Done => {
            play.run.done();
            play.tick(Duration::ZERO);
            if play.run.is_finished() {
                play.scene = Scene::After;
            }
        }
        Msg::Scale(scale) => (play.scale, play.page) = (Some(scale), None),
        Msg::Arm(armed) => play.armed = Some(armed),
        Msg::Disarm => play.armed = None,
        Msg::Restart => {
            play.run.restart();
            (play.page, play.armed) = (None, None);
        }
        Msg::Open(_) => {}
    }
    after(play, &before)
}

fn acted(play: &mut Play, act: &Act, before: &Told) -> Vec<Event> {
    let outcome = play.act(act);
    let mut events = after(play, before);
    if events.is_empty() && outcome == Outcome::Done {
        // Where nothing else is said, the phone says where one is now.
        let title = play.run.face().title;
        events.extend((!title.is_empty()).then_some(Event::Echo(title)));
    }
    events
}

/// The step, to whoever asks for it.
fn again(play: &Play) -> Vec<Event> {
    let step = play.run.step().map(|step| spoken_step(play, step.say, step.own));
    let remark = play.remark().into_iter().reduce(|all, line| all.join(&line));
    let both = [step, remark].into_iter().flatten().reduce(|all, line| all.join(&line));
    both.map(Event::Tell).into_iter().collect()
}

/// Up to the hand that shows what to do.
fn show(play: &mut Play) {
    for _ in 0..4 {
        if matches!(play.run.hint(), Some(Hint::Ghost(_))) {
            break;
        }
        play.run.help();
    }
    play.show_again();
    play.page = None;
}

/// Practice that must not be taken for what is real now.
pub(super) fn is_locked(kind: LessonKind, view: &View<'_>) -> bool {
    view.standing.danger == super::Danger::InForce && kind != LessonKind::Plain
}

pub fn title(state: &State, view: &View<'_>) -> Line {
    let w = view.words();
    if state.id.is_empty() {
        return w.lessons_free();
    }
    let lesson = state.play.ready().and_then(|play| play.lesson());
    lesson.map_or_else(|| w.lessons_title(), |lesson| lesson.title.line(w.tongue(), state.setting.skin).clone())
}
