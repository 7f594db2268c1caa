//! A lesson, or free practice, while somebody is at it: which step, which hint, what was said to the last mistake. Mistakes never end anything; what a
//! person did is kept as a script that gives the same state again.

use super::{
    Act, Course, Gesture, Lesson, Mistake, Phone, Said, Setting, Step, World, happen::REAL_SECRET, hint::Rung,
    operate::Did, rule, state::Event,
};
use std::{sync::Arc, time::Duration};

/// The four ways through a lesson, one after the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pass {
    /// 見る: the phone shows it.
    Watch,
    /// いっしょに: hints come by themselves.
    #[default]
    Together,
    /// ひとりで: a hint comes when it is asked for.
    Alone,
    /// ご自分のスマホで: the person says when it is done.
    Own,
}

impl Pass {
    pub const ALL: [Self; 4] = [Self::Watch, Self::Together, Self::Alone, Self::Own];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Watch => "watch",
            Self::Together => "together",
            Self::Alone => "alone",
            Self::Own => "own",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pass| pass.name() == name)
    }
}

/// What became of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing there wanted it.
    Nothing,
    /// The phone is doing something; only 「もどる」 and 「ホーム」 reach it.
    Busy,
    Done,
    Mistake,
    StepDone,
    Finished,
}

#[derive(Clone, Debug)]
pub struct Run {
    pub(super) course: Arc<Course>,
    /// Where the lesson stands in the course; `None`: free practice.
    pub(super) lesson: Option<usize>,
    pub(super) pass: Pass,
    pub(super) setting: Setting,
    pub(super) phone: Phone,
    pub(super) at: At,
    /// Just before the last mistake.
    pub(super) before: Option<Box<(Phone, At)>>,
    pub(super) reply: Option<(Mistake, Phone)>,
    pub(super) remark: Option<Said>,
    pub(super) rung: Rung,
    /// Since the last progress.
    pub(super) waited: Duration,
    pub(super) paused: bool,
    pub(super) finished: bool,
    pub(super) log: Vec<Act>,
}

/// How far the lesson is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct At {
    /// Index among all steps of the lesson.
    pub(super) step: usize,
    /// Targets of the step that were met.
    pub(super) target: usize,
}

/// Acts kept for replay at most: a day of pressing.
const LOG: usize = 20_000;

impl Run {
    /// Begins a lesson; `None` when the course does not have it.
    pub fn start(course: &Arc<Course>, lesson: &str, pass: Pass, setting: Setting) -> Option<Self> {
        let at = course.lessons.iter().position(|known| known.id == lesson)?;
        Some(Self::begin(course, Some(at), pass, setting))
    }

    /// The phone without a lesson.
    pub fn free(course: &Arc<Course>, setting: Setting) -> Self {
        Self::begin(course, None, Pass::Together, setting)
    }

    fn begin(course: &Arc<Course>, lesson: Option<usize>, pass: Pass, setting: Setting) -> Self {
        let phone = Phone::new(&course.world, setting.skin);
        let mut run = Self {
            course: Arc::clone(course),
            lesson,
            pass,
            setting,
            phone,
            at: At::default(),
            before: None,
            reply: None,
            remark: None,
            rung: Rung::default(),
            waited: Duration::ZERO,
            paused: false,
            finished: false,
            log: vec![],
        };
        run.set_up();
        run
    }

    /// The phone as the lesson begins.
    fn set_up(&mut self) {
        let course = Arc::clone(&self.course);
        self.phone = Phone::new(&course.world, self.setting.skin);
        if let Some(lesson) = self.lesson() {
            let (vars, start) = (lesson.vars.clone(), lesson.start.clone());
            self.phone.vars.extend(vars);
            self.phone.vars.extend(start.set);
            if !start.screen.is_empty() {
                self.phone.open(&course.world, &start.screen);
                self.phone.settle(&course.world);
            }
            self.phone.happen(&course.world, &start.effects);
        }
        self.phone.events.retain(|event| matches!(event, Event::Say(_)));
        self.hear();
        self.count();
        self.advance();
    }

    /// 「はじめの じょうたいに もどす」.
    pub fn restart(&mut self) {
        self.note(Act::Restart);
        let log = std::mem::take(&mut self.log);
        *self = Self { log, ..Self::begin(&Arc::clone(&self.course), self.lesson, self.pass, self.setting.clone()) };
    }

    pub(super) fn lesson(&self) -> Option<&Lesson> {
        self.course.lessons.get(self.lesson?)
    }

    pub(super) fn world(&self) -> &World {
        &self.course.world
    }

    pub(super) fn current(&self) -> Option<&Step> {
        self.lesson()?.steps.get(self.at.step)
    }

    /// Whether a step is one of this skin and this state.
    fn applies(&self, step: &Step) -> bool {
        step.skin.is_none_or(|skin| skin == self.setting.skin)
            && step.when.as_ref().is_none_or(|when| when.holds(&self.phone.scope(self.world())))
    }

    /// One line of a script.
    pub fn act(&mut self, act: &Act) -> Outcome {
        match act {
            Act::Do { gesture, item } => return self.gesture(item.as_deref(), gesture.clone()),
            Act::Wait(time) => {
                self.tick(*time);
            }
            Act::Undo => self.undo(),
            Act::Help => self.help(),
            Act::Restart => self.restart(),
            Act::Done => self.done(),
        }
        if self.finished { Outcome::Finished } else { Outcome::Done }
    }

    /// Does a gesture on an item (`settings/wifi`, `key/か`, `notice/bill`), on a screen (`settings`), or on neither.
    pub fn gesture(&mut self, item: Option<&str>, gesture: Gesture) -> Outcome {
        if self.finished || matches!(self.pass, Pass::Watch | Pass::Own) {
            return Outcome::Nothing;
        }
        if self.phone.is_busy() && !matches!(gesture, Gesture::Back | Gesture::Home) {
            return Outcome::Busy;
        }
        let act = Act::Do { gesture, item: item.map(str::to_owned) };
        self.note_secretly(&act);
        (self.reply, self.remark) = (None, None);
        let before = (self.phone.clone(), self.at);
        let broken = self.lesson().and_then(|lesson| rule::broken(self, lesson, &act)).cloned();
        if let Some(rule) = &broken {
            self.mistake(&rule.mistake, Box::new(before.clone()));
            if !rule.goes_on {
                return Outcome::Mistake;
            }
        }
        let mistakes = self.phone.counts.mistakes;
        let did = self.perform(&act, &before);
        if self.advance() {
            return if self.finished { Outcome::Finished } else { Outcome::StepDone };
        }
        match did {
            _ if self.finished => Outcome::Finished,
            _ if broken.is_some() || self.phone.counts.mistakes > mistakes => Outcome::Mistake,
            Did::Something => Outcome::Done,
            Did::Nothing => Outcome::Nothing,
        }
    }

    /// Lets the phone do it, and counts a target that was met.
    pub(super) fn perform(&mut self, act: &Act, before: &(Phone, At)) -> Did {
        let Act::Do { gesture, item } = act else { return Did::Nothing };
        let course = Arc::clone(&self.course);
        let did = self.phone.gesture(&course.world, item.as_deref(), gesture);
        self.hear_from(before);
        if did == Did::Something && self.target().is_some_and(|target| rule::is_same(target, act)) {
            self.at.target += 1;
            self.progress();
        }
        did
    }

    /// The first target of the step that was not met yet.
    pub(super) fn target(&self) -> Option<&Act> {
        self.current()?.targets.get(self.at.target)
    }

    pub(super) fn progress(&mut self) {
        self.waited = Duration::ZERO;
        self.rung = Rung::default();
    }

    fn hear(&mut self) {
        let before = (self.phone.clone(), self.at);
        self.hear_from(&before);
    }

    /// Takes what happened on the phone.
    pub(super) fn hear_from(&mut self, before: &(Phone, At)) {
        for event in std::mem::take(&mut self.phone.events) {
            match event {
                Event::Say(said) => self.remark = Some(said),
                Event::Mistake(id) => self.mistake(&id, Box::new(before.clone())),
                Event::End => self.finished |= self.lesson.is_some(),
            }
        }
    }

    fn mistake(&mut self, id: &str, before: Box<(Phone, At)>) {
        let own = self.lesson().and_then(|lesson| lesson.mistakes.get(id));
        let Some(mistake) = own.or_else(|| self.world().mistakes.get(id)).cloned() else { return };
        self.reply = Some((mistake, self.phone.clone()));
        self.before = Some(before);
        self.phone.counts.mistakes += 1;
    }

    /// Puts the phone back to just before the last mistake; the count of mistakes stays.
    pub fn undo(&mut self) {
        let Some(before) = self.before.take() else { return };
        self.note(Act::Undo);
        let counts = self.phone.counts;
        (self.phone, self.at) = *before;
        self.phone.counts = counts;
        self.phone.stop_waiting();
        (self.reply, self.remark) = (None, None);
        self.progress();
        self.advance();
    }

    /// Goes on to the first step that is not done yet. `true`: at least one was done.
    pub(super) fn advance(&mut self) -> bool {
        let Some(lesson) = self.lesson() else { return false };
        let from = self.at.step;
        let mut at = from;
        while let Some(step) = lesson.steps.get(at) {
            let done = step.goal.holds(&self.phone.scope(self.world()));
            if self.applies(step) && (!done || self.pass == Pass::Own) {
                break;
            }
            at += 1;
        }
        self.at_step(at);
        at > from
    }

    pub(super) fn at_step(&mut self, step: usize) {
        if step != self.at.step {
            self.at = At { step, target: 0 };
            self.progress();
        }
        self.finished |= self.lesson().is_some_and(|lesson| step >= lesson.steps.len());
        self.count();
    }

    fn count(&mut self) {
        let number = self.step().map_or(0, |step| step.number);
        self.phone.counts.step = i64::try_from(number).unwrap_or(i64::MAX);
    }

    pub(super) fn note(&mut self, act: Act) {
        let full = self.log.len() >= LOG;
        match (&act, self.log.last_mut()) {
            (Act::Wait(more), Some(Act::Wait(time))) => *time = time.saturating_add(*more),
            _ if full => {}
            _ => self.log.push(act),
        }
    }

    /// What was refused is not kept: a sign that is refused again stands in its place.
    fn note_secretly(&mut self, act: &Act) {
        let Act::Do { gesture: Gesture::Type(text), item } = act else { return self.note(act.clone()) };
        let mut after = self.phone.clone();
        after.gesture(&self.course.world, item.as_deref(), &Gesture::Type(text.clone()));
        let is_real = after.events.contains(&Event::Mistake(REAL_SECRET.to_owned()));
        let text = if is_real { "4111111111111111".to_owned() } else { text.clone() };
        self.note(Act::Do { gesture: Gesture::Type(text), item: item.clone() });
    }
}
