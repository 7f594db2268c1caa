//! A lesson: how the phone is at first, what is done step by step, which mistakes people make and what is said to them then.

use super::{Act, Effect, Said, Skin};
use crate::{
    content::{Evidence, Source},
    expr::{Expr, Value},
    words::Tongue,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, time::Duration};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lesson {
    /// The name of its folder.
    pub id: String,
    pub title: Said,
    /// What somebody can do afterwards: これで ○○が できます。
    pub lead: Said,
    /// What it is good for.
    pub why: Said,
    /// Name of a drawing in `kit/icons`.
    pub icon: String,
    pub picture: Option<Drawing>,
    pub kind: LessonKind,
    /// Smaller stands further up.
    pub order: u16,
    pub minutes: u8,
    /// 1 to 3.
    pub level: u8,
    /// Lessons that come before it.
    pub needs: Vec<String>,
    pub tags: Vec<String>,
    /// About violence, money or health: the visit ends sooner when nobody is there.
    pub tender: bool,
    /// Shown before it begins; it can be left then and at any moment after.
    pub warn: Vec<Said>,
    /// The paper beside the phone: the name of the network, the practice number.
    pub poster: Vec<Said>,
    /// Said at the end, and what to do.
    pub end: Vec<Said>,
    pub start: Start,
    /// Its own variables.
    pub vars: BTreeMap<String, Value>,
    pub steps: Vec<Step>,
    /// Its own replies; they come before those of the world.
    pub mistakes: BTreeMap<String, Mistake>,
    /// Gestures that are mistakes in this lesson.
    pub rules: Vec<Rule>,
    pub hints: Ladder,
    pub tests: Vec<Trial>,
    pub source: Vec<Source>,
    pub evidence: Evidence,
    /// The day on which somebody last compared it with its evidence.
    pub checked: Date,
    /// The day by which that has to happen again.
    pub recheck: Date,
    /// Every tongue it was translated into, and whether a person who speaks it has read that.
    pub reviewed: Vec<(Tongue, bool)>,
}

/// The one picture of a lesson, with its words for whoever does not see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drawing {
    /// In the folder of the lesson: `osu.svg`.
    pub file: String,
    pub alt: Said,
    /// The drawing; empty until its file was found.
    pub svg: String,
}

/// What a lesson is about decides when it may be begun.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LessonKind {
    #[default]
    Plain,
    /// Practises alerts and emergency calls: locked while a real one is in force.
    Alert,
    /// Shows how people are deceived: warned of, locked while an alert is in force.
    Fraud,
}

impl LessonKind {
    pub const ALL: [(&'static str, Self); 3] = [("plain", Self::Plain), ("alert", Self::Alert), ("fraud", Self::Fraud)];
}

/// How the phone is when the lesson begins.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Start {
    /// The screen that is open; the home screen when empty.
    pub screen: String,
    pub set: Vec<(String, Value)>,
    /// Happens before anything else: a call, a notice.
    pub effects: Vec<Effect>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What to do, in one sentence or two.
    pub say: Said,
    /// Draws attention without saying where.
    pub ask: Said,
    /// What to do on one's own phone; as `say` when empty.
    pub own: Said,
    /// What is to be done, in order; a hint points at the first that is not done yet.
    pub targets: Vec<Act>,
    /// The step is done when this holds.
    pub goal: Expr,
    /// The step is left out where this does not hold.
    pub when: Option<Expr>,
    pub skin: Option<Skin>,
}

/// A mistake that people make, and the kind reply.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mistake {
    pub id: String,
    pub say: Vec<Said>,
    /// 「もどす」 is offered, and leads to just before it.
    pub undo: bool,
    /// A guide that tells more; empty for none.
    pub teach: String,
}

/// A gesture that is a mistake in this lesson.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    pub mistake: String,
    /// Gestures with their items; an item may be `*` (whatever is not wanted now) or `home/*`.
    pub on: Vec<Act>,
    /// Only while this holds.
    pub when: Option<Expr>,
    /// The phone does what it would do all the same.
    pub goes_on: bool,
}

/// How long it takes until each hint comes by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ladder {
    pub ask: Duration,
    pub point: Duration,
    pub ghost: Duration,
}

/// A test that plays the lesson.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trial {
    /// `None`: in both.
    pub skin: Option<Skin>,
    pub acts: Vec<Act>,
    /// What must hold then.
    pub expect: Expr,
}

impl Lesson {
    pub fn is_overdue(&self, today: Date) -> bool {
        today > self.recheck
    }
}
