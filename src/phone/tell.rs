//! What a run tells whoever shows it: the face of the phone, the step, the reply to a mistake, how far everything is.

use super::{Act, Face, Lesson, Mistake, Pass, Phone, Run, Said, Step, show};
use crate::{
    expr::{Expr, Value},
    words::Line,
};
use std::collections::BTreeMap;

/// The present step.
#[derive(Clone, Debug, PartialEq)]
pub struct StepView {
    /// From 1, among those that this skin has.
    pub number: usize,
    pub of: usize,
    pub say: Line,
    pub ask: Line,
    /// What to do on one's own phone.
    pub own: Line,
}

/// The kind reply to a mistake.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    pub mistake: String,
    pub lines: Vec<Line>,
    /// 「もどす」 is offered.
    pub undo: bool,
    /// A guide that tells more; empty for none.
    pub teach: String,
}

impl Run {
    /// Every step of this skin, and whether it was done.
    pub fn progress_of_steps(&self) -> Vec<bool> {
        let steps = self.lesson().map(|lesson| lesson.steps.as_slice()).unwrap_or_default();
        let own = steps.iter().enumerate().filter(|(_, step)| step.skin.is_none_or(|skin| skin == self.setting.skin));
        own.map(|(n, _)| n < self.at.step).collect()
    }

    /// What the phone shows.
    pub fn face(&self) -> Face {
        show::face(&self.phone, self.world(), &self.setting)
    }

    /// The present step; `None` in free practice and at the end.
    pub fn step(&self) -> Option<StepView> {
        let lesson = self.lesson()?;
        let step = lesson.steps.get(self.at.step)?;
        let of_skin = |step: &&Step| step.skin.is_none_or(|skin| skin == self.setting.skin);
        let number = lesson.steps.iter().take(self.at.step + 1).filter(of_skin).count();
        let of = lesson.steps.iter().filter(of_skin).count();
        let (say, ask) = (self.line(&step.say), self.line(&step.ask));
        let own = if step.own.is_empty() { say.clone() } else { self.line(&step.own) };
        Some(StepView { number, of, say, ask, own })
    }

    /// What the present step asks for, one after the other.
    pub fn targets(&self) -> &[Act] {
        self.lesson().and_then(|lesson| lesson.steps.get(self.at.step)).map_or(&[], |step| &step.targets)
    }

    /// The reply to the last mistake, until the next gesture.
    pub fn reply(&self) -> Option<Reply> {
        let (mistake, phone) = self.reply.as_ref()?;
        let line = |said| self.setting.line(said, &phone.scope(self.world()));
        let lines = mistake.say.iter().map(line).collect();
        let Mistake { id, undo, teach, .. } = mistake.clone();
        Some(Reply { mistake: id, lines, undo: undo && self.before.is_some(), teach })
    }

    /// What was last said beside the phone.
    pub fn remark(&self) -> Option<Line> {
        self.remark.as_ref().map(|said| self.line(said))
    }

    pub fn is_finished(&self) -> bool {
        self.finished
    }

    pub fn is_free(&self) -> bool {
        self.lesson.is_none()
    }

    pub fn pass(&self) -> Pass {
        self.pass
    }

    pub fn lesson_id(&self) -> Option<&str> {
        self.lesson().map(|lesson| lesson.id.as_str())
    }

    pub fn warning(&self) -> Vec<Line> {
        self.lines(|lesson| &lesson.warn)
    }

    pub fn poster(&self) -> Vec<Line> {
        self.lines(|lesson| &lesson.poster)
    }

    pub fn ending(&self) -> Vec<Line> {
        self.lines(|lesson| &lesson.end)
    }

    pub fn mistakes(&self) -> usize {
        usize::try_from(self.phone.counts.mistakes).unwrap_or_default()
    }

    pub fn hints(&self) -> usize {
        usize::try_from(self.phone.counts.hints).unwrap_or_default()
    }

    /// Everything that was done, as a script that gives the same state again. What was refused is not in it.
    pub fn log(&self) -> &[Act] {
        &self.log
    }

    /// Every variable of the phone.
    pub fn state(&self) -> &BTreeMap<String, Value> {
        self.phone.vars()
    }

    pub fn phone(&self) -> &Phone {
        &self.phone
    }

    /// Whether a condition holds now.
    pub fn holds(&self, expr: &Expr) -> bool {
        expr.holds(&self.phone.scope(self.world()))
    }

    fn lines(&self, of: fn(&Lesson) -> &Vec<Said>) -> Vec<Line> {
        self.lesson().map(|lesson| of(lesson).iter().map(|said| self.line(said)).collect()).unwrap_or_default()
    }

    pub(super) fn line(&self, said: &Said) -> Line {
        self.setting.line(said, &self.phone.scope(self.world()))
    }
}
