//! Where everything goes, in millimetres: a pure function of a page, a panel, a size and a way to measure text.
//!
//! A page does not know the glass it will be shown on. [`fold()`] cuts it into leaves that fit, each of them a page again with the
//! turning buttons as controls in it; [`plan`] gives every part of a leaf its place. Focus ([`walk`]), scanning with switches
//! ([`scan`]) and the judgement of a finger ([`press`], [`habit`]) need places too, so they live here.

mod bar;
mod canvas;
mod cards;
mod control;
mod cut;
mod draft;
mod fold;
mod frame;
pub mod gesture;
mod groups;
pub mod habit;
mod layer;
mod leaf;
mod paragraph;
mod phone;
mod poster;
pub mod press;
pub mod scan;
mod text;
mod top;
mod turn;
pub mod walk;

pub use canvas::canvas_room;
pub use fold::{fold, leaf_at};
pub use frame::{EMS, SMALL_EM, beside_width, body_height, body_width, default_size, low, sizes, sizes_on};
pub use paragraph::{Paragraph, SetLine, Setting, paragraph};
pub use phone::PHONE_UNITS;

use crate::{
    page::{Id, Page},
    words::Words,
};

/// The one thing layout must ask: how wide is this text? The screen asks its fonts, paper asks the PDF's, tests count ems.
pub trait Measure {
    /// Width of `text` in millimetres when set at `em` millimetres.
    fn width(&mut self, text: &str, em: f32, bold: bool) -> f32;
}

/// Measures without a font: a full-width sign is one em, the rest half.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ems;

impl Measure for Ems {
    fn width(&mut self, text: &str, em: f32, _bold: bool) -> f32 {
        text.chars().map(|c| if c < '\u{1100}' { 0.5 } else { 1.0 }).sum::<f32>() * em
    }
}

/// The glass, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Panel {
    pub w: f32,
    pub h: f32,
}

/// How large the person wants it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Height of the body text, in millimetres.
    pub em: f32,
    pub ruby: bool,
}

/// A rectangle in millimetres from the top left corner of the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

impl Rect {
    pub const fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self { x, y, w, h }
    }
    pub fn right(self) -> f32 {
        self.x + self.w
    }
    pub fn bottom(self) -> f32 {
        self.y + self.h
    }
    pub fn contains(self, x: f32, y: f32) -> bool {
        (self.x..=self.right()).contains(&x) && (self.y..=self.bottom()).contains(&y)
    }
    /// The smallest rectangle round both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self { x, y, w: self.right().max(other.right()) - x, h: self.bottom().max(other.bottom()) - y }
    }
    /// How far apart two rectangles are along the axis on which they are farther apart; negative when they overlap.
    pub fn gap(self, other: Self) -> f32 {
        let x = (other.x - self.right()).max(self.x - other.right());
        let y = (other.y - self.bottom()).max(self.y - other.bottom());
        x.max(y)
    }
    /// How far a point is from the rectangle; 0 inside it.
    pub fn distance(self, x: f32, y: f32) -> f32 {
        let dx = (self.x - x).max(x - self.right()).max(0.0);
        let dy = (self.y - y).max(y - self.bottom()).max(0.0);
        dx.hypot(dy)
    }
    #[must_use]
    pub(crate) fn moved(self, dx: f32, dy: f32) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }
}

/// A piece of text that is drawn in one go. `x`, `y`: its top left corner; its em box is `em` high.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub em: f32,
    pub bold: bool,
    /// Added between two signs.
    pub space: f32,
    /// Which phrase of its line this belongs to.
    pub phrase: u16,
    pub text: String,
}

/// Where a part is. Stands at the same index as the part in `Page::walk`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    pub rect: Rect,
    pub runs: Vec<Run>,
    /// Where the icon of a control goes; the tile for a card.
    pub icon: Option<Rect>,
    /// Where the sign of a control's state goes: the dot of a choice, the knob of a switch, the box in which a field shows its
    /// value (the caret stands behind the last run that lies in it), the swatch of a warning level.
    pub mark: Option<Rect>,
    /// Index of the group or canvas it stands in.
    pub group: Option<usize>,
}

/// Zip it with `Page::walk`.
pub type Plan = Vec<Placed>;

/// What the buttons that turn leaves say and mean.
pub struct Turning<'a, M> {
    pub back: crate::words::Line,
    pub next: crate::words::Line,
    /// 「1／2ページ」 from the number of this leaf (from 1) and of all.
    pub count: &'a dyn Fn(usize, usize) -> crate::words::Line,
    /// Turn to the leaf that begins with this part.
    pub msg: &'a dyn Fn(Id) -> M,
}

/// The leaves of a page, whose turning buttons say what they do in these words. `turn`: the message for the leaf that begins with a part.
pub fn leaves<M: Clone>(
    page: &Page<M>,
    (panel, size): (Panel, Size),
    measure: &mut dyn Measure,
    words: &Words,
    turn: &dyn Fn(Id) -> M,
) -> Vec<Page<M>> {
    let count = |leaf: usize, leaves: usize| words.turn_count(leaf, leaves);
    let turning = Turning { back: words.turn_back(), next: words.turn_next(), count: &count, msg: turn };
    fold(page, panel, size, measure, &turning)
}

/// Lays out a page that is known to fit (a leaf).
pub fn plan<M>(page: &Page<M>, panel: Panel, size: Size, measure: &mut dyn Measure) -> Plan {
    layer::Layer::new(panel, size, measure).page(page)
}

/// The plan of a leaf that stands at the lower end of a higher glass.
#[must_use]
pub fn lowered(mut plan: Plan, glass: Panel, panel: Panel) -> Plan {
    let dy = (glass.h - panel.h).max(0.0);
    for placed in &mut plan {
        placed.rect = placed.rect.moved(0.0, dy);
        placed.icon = placed.icon.map(|rect| rect.moved(0.0, dy));
        placed.mark = placed.mark.map(|rect| rect.moved(0.0, dy));
        placed.runs.iter_mut().for_each(|run| run.y += dy);
    }
    plan
}
