//! What stands on the glass, and what a press does to it: the model, its page cut into leaves, the plan of the leaf that is shown, the
//! focus and the finger. No window, no device, no thread: time and presses come in, jobs go out. The tests press here.

mod cover;
mod keys;
mod laid;
mod touch;

use super::{
    focus::{Focus, Used},
    press::Turn,
    switches::Switches,
};
use crate::{
    app::{self, Model, Msg},
    config::{Scanning, Signal},
    job::{Job, Visit},
    lay::{
        self, Measure, Plan, Rect,
        gesture::{Gestures, glass},
        scan::Switch,
    },
    page::{Id, Page, Part},
    screens::{Attention, Stroke},
};
use cover::Cover;
use laid::{Laid, Turned};
use std::time::Duration;

/// What stands on the glass.
pub(super) struct Stage {
    pub(super) model: Model,
    laid: Laid,
    cover: Option<Cover>,
    focus: Focus,
    /// Judges fingers, and whether a press is a slip.
    hand: lay::press::Press,
    /// Knows what fingers do on a drawn phone besides pressing.
    fingers: Gestures,
    switches: Switches,
    /// Signs are being typed on a real keyboard.
    typing: Typing,
    /// What to begin with instead of home.
    first: Option<Msg>,
    /// Whose hands these are.
    visit: Visit,
    /// The last switch that was looked at, and when: a worn one bounces.
    bounce: Option<(Signal, Duration)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Typing {
    No,
    Yes,
}

impl Stage {
    /// Nothing is laid out before the first message: until then nobody can measure.
    pub(super) fn new(model: Model) -> Self {
        let (glass, panel) = (model.standing.glass, model.standing.panel);
        let (size, visit) = (model.size(), model.visit);
        let page = Page { parts: vec![] };
        let laid = Laid { page, glass, panel, size, leaves: vec![], at: 0, plan: vec![] };
        Self {
            model,
            laid,
            cover: None,
            focus: Focus::default(),
            hand: lay::press::Press::default(),
            fingers: Gestures::default(),
            switches: Switches::default(),
            typing: Typing::No,
            first: None,
            visit,
            bounce: None,
        }
    }

    pub(super) fn leaf(&self) -> &Page<Msg> {
        self.laid.leaf()
    }

    pub(super) fn plan(&self) -> &Plan {
        &self.laid.plan
    }

    pub(super) fn focus(&self) -> &Focus {
        &self.focus
    }

    /// What to begin with instead of home, as soon as anything can be measured.
    pub(super) fn expect(&mut self, first: Option<Msg>) {
        self.first = first;
    }

    pub(super) fn begin(&mut self, measure: &mut dyn Measure) -> Vec<Job> {
        match self.first.take() {
            Some(first) => self.apply(first, measure),
            None => vec![],
        }
    }

    /// The part and the phrase that are being heard.
    pub(super) fn said(&self) -> Option<(&str, u16)> {
        self.model.lit().map(|(id, phrase)| (id.as_str(), phrase))
    }

    /// The control under a finger.
    pub(super) fn pressed(&self) -> Option<&str> {
        self.hand.pressed().map(Id::as_str)
    }

    /// What is being held down for a long press, and how much of the time has passed.
    pub(super) fn filling(&self) -> Option<(&str, f32)> {
        self.fingers.filling(self.model.standing.running).map(|(id, part)| (id.as_str(), part))
    }

    /// What switches step through.
    pub(super) fn ring(&self) -> Option<Rect> {
        self.switches.ring()
    }

    /// When something next changes by itself.
    pub(super) fn due(&self) -> Duration {
        let own = self.switches.due().into_iter().chain(self.fingers.due(self.model.standing.running));
        own.fold(self.model.due(), Duration::min)
    }

    /// Moves the focus to a control, as a screen reader does.
    pub(super) fn focus_on(&mut self, id: &Id, measure: &mut dyn Measure) -> Vec<Job> {
        self.focus.used(Used::Yes);
        self.focus.set(self.laid.leaf(), id);
        self.focused(measure)
    }

    /// Applies a message and lays out what came of it.
    pub(super) fn apply(&mut self, msg: Msg, measure: &mut dyn Measure) -> Vec<Job> {
        let jobs = app::update(&mut self.model, msg);
        if self.visit != self.model.visit {
            self.forget();
        }
        self.lay(measure);
        self.lay_cover(measure);
        jobs
    }

    /// The visit is over. The process is about to be replaced; should it not be, nothing of the hand that was here is left either.
    fn forget(&mut self) {
        *self = Self::new(self.model.clone());
    }

    /// Lays out anew where the page, the panel or the size changed; otherwise at most turns the leaf.
    fn lay(&mut self, measure: &mut dyn Measure) {
        let page = app::page(&self.model);
        let stays = page == self.laid.page && self.laid.is_for(&self.model);
        if !stays {
            self.laid = Laid::new(&self.model, page, measure);
        }
        self.follow();
        let turned = self.laid.turn(&self.model.anchor, measure);
        if !stays || turned == Turned::Yes {
            self.settle();
        }
        let (settings, now) = (&self.model.settings, self.model.standing.running);
        // Where keys do not act nothing is offered to switches.
        let acts = self.model.attention() == Attention::Acts;
        let scanning = if acts { settings.scanning } else { Scanning::Off };
        self.switches.follow((scanning, settings.pulse), self.laid.leaf(), &self.laid.plan, now);
    }

    /// A text may be cut between two leaves; the voice is followed to the half that it reads.
    fn follow(&mut self) {
        let Some((id, phrase)) = self.model.lit() else { return };
        let reads = |part: &&Part<Msg>| {
            let same = part.id().is_some_and(|found| found.trim_end_matches('+') == id.as_str());
            same && part.words().is_some_and(|line| line.bits().iter().any(|bit| bit.phrase == phrase))
        };
        let half = self.laid.leaves.iter().find_map(|leaf| leaf.walk().into_iter().find(reads).and_then(Part::id));
        if let Some(half) = half.filter(|half| half.ends_with('+')).cloned() {
            self.model.anchor = half;
        }
    }

    /// The faces of the letters changed: nothing that was laid out holds any more.
    pub(super) fn forget_widths(&mut self) {
        self.laid.page.parts.clear();
        self.cover = None;
    }

    /// Focus, finger and switches learn what can be pressed now.
    fn settle(&mut self) {
        let (depth, now) = (self.depth(), self.model.standing.running);
        let (leaf, plan) = (self.laid.leaf(), &self.laid.plan);
        self.focus.settle(leaf, depth);
        let scene = self.scene();
        self.hand.show(&scene, lay::press::targets(leaf, plan), now);
        self.fingers.show(&scene, glass(leaf, plan));
        self.switches.show(leaf, plan, now);
    }

    fn depth(&self) -> usize {
        self.model.walk.len() + usize::from(self.model.overlay.is_some())
    }

    /// Tells pages apart: signs that appear in a field make no new page, another leaf does.
    fn scene(&self) -> String {
        let over = self.model.overlay.as_ref().map(std::mem::discriminant);
        format!("{} {} {over:?} {}", self.model.walk.here(), self.depth(), self.laid.at)
    }

    /// A switch, where somebody scans; otherwise both press what has the focus.
    fn switch(&mut self, switch: Switch, measure: &mut dyn Measure) -> Vec<Job> {
        let focus = self.focus.at().clone();
        let now = self.model.standing.running;
        let chosen = if self.switches.on() { self.switches.press(switch, now) } else { Some(focus) };
        match chosen {
            Some(id) => self.choose(&id, measure),
            None => self.offered(measure),
        }
    }

    /// What the switches offer now has the focus, so that it is said.
    fn offered(&mut self, measure: &mut dyn Measure) -> Vec<Job> {
        match self.switches.first() {
            Some(id) => self.focus_on(&id, measure),
            None => vec![],
        }
    }

    fn write(&mut self, text: &str, measure: &mut dyn Measure) -> Vec<Job> {
        text.chars().flat_map(|sign| self.stroke(Stroke::Sign(sign), measure)).collect()
    }

    fn stroke(&mut self, stroke: Stroke, measure: &mut dyn Measure) -> Vec<Job> {
        self.typing = Typing::Yes;
        self.apply(Msg::Stroke(stroke), measure)
    }

    fn focused(&mut self, measure: &mut dyn Measure) -> Vec<Job> {
        self.apply(Msg::Focused(self.focus.at().clone()), measure)
    }

    /// Presses a control of this leaf without a finger, unless it is a slip.
    pub(super) fn choose(&mut self, id: &Id, measure: &mut dyn Measure) -> Vec<Job> {
        if let Some(jobs) = self.chosen_on_cover(id, measure) {
            return jobs;
        }
        if self.hand.choose(id, self.model.standing.running) { self.chosen(id, measure) } else { vec![] }
    }

    fn chosen(&mut self, id: &Id, measure: &mut dyn Measure) -> Vec<Job> {
        let Some(msg) = self.leaf().control(id).and_then(|control| control.msg.clone()) else { return vec![] };
        self.focus.set(self.laid.leaf(), id);
        self.apply(msg, measure)
    }

    /// Lets time pass for those who scan with one switch, and for those who hold a finger on something.
    pub(super) fn tick(&mut self, measure: &mut dyn Measure) -> Vec<Job> {
        let now = self.model.standing.running;
        let mut jobs = match self.fingers.tick(now) {
            Some(meant) => self.meant(meant, measure),
            None => vec![],
        };
        if self.switches.tick(now) {
            jobs.extend(self.offered(measure));
        }
        jobs
    }
}

impl Turn {
    /// The control that turns this way; made by `lay::fold`.
    const fn id(self) -> &'static str {
        match self {
            Self::Back => "turn/back",
            Self::Next => "turn/next",
        }
    }
}

#[cfg(test)]
mod tests;
