//! The practice phone: one world of apps, the lessons that are played in it, and the phone while somebody uses it. Pure: a gesture and the
//! state before it give the state after it, the same on any machine, so that every lesson can be played by a test.
//!
//! `lessons/phone/<app>.toml` says what an app shows and does, `lessons/<id>/lesson.toml` what is learnt step by step; `docs/AUTHORS.md`
//! describes both for authors. Nothing here draws, speaks, dials or keeps anything.

mod act;
mod course;
mod effect;
mod face;
mod fill;
mod happen;
mod hint;
mod item;
mod keys;
mod lesson;
mod operate;
mod parcel;
mod read;
mod recent;
mod rule;
mod run;
mod said;
mod secret;
mod show;
mod state;
mod tell;
mod view;
mod walk;
mod world;

pub use act::{Act, ActError, Dir, Gesture};
pub use course::{Course, Listed, SHIPPED_DIGEST, overdue, shipped};
pub use effect::{Effect, Fill, Notice};
pub use face::{Badge, Face, FaceItem, Keyboard, KeyboardKind, Scroll, Status};
pub use fill::Setting;
pub use hint::{Changed, Hint};
pub use item::{Deed, Item, ItemKind};
pub use lesson::{Drawing, Ladder, Lesson, LessonKind, Mistake, Rule, Start, Step, Trial};
pub use parcel::{LESSON, WORLD};
pub use read::read;
pub use run::{Outcome, Pass, Run};
pub use said::{Said, Skin};
pub use state::Phone;
pub use tell::{Reply, StepView};
pub use world::{App, Screen, ScreenKind, World};
