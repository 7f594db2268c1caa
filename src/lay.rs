//! Where everything goes, in millimetres: a pure function of a page, a panel, a size and a way to measure text.

use crate::page::{Id, Page};

/// The one thing layout must ask: how wide is this text? The screen asks its fonts, paper asks the PDF's, tests count ems.
pub trait Measure {
    /// Width of `text` in millimetres when set at `em` millimetres.
    fn width(&mut self, text: &str, em: f32, bold: bool) -> f32;
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
    /// Where the icon of a control goes.
    pub icon: Option<Rect>,
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

/// Lays out a page that is known to fit (a leaf).
pub fn plan<M>(_page: &Page<M>, _panel: Panel, _size: Size, _measure: &mut dyn Measure) -> Plan {
    vec![]
}

/// Folds a page into leaves that each fit the panel; every leaf is itself a page with the turning buttons as controls in it.
pub fn fold<M: Clone>(
    page: &Page<M>,
    _panel: Panel,
    _size: Size,
    _measure: &mut dyn Measure,
    _turning: &Turning<'_, M>,
) -> Vec<Page<M>> {
    vec![page.clone()]
}

/// The leaf that shows the part with this id.
pub fn leaf_at<M>(_leaves: &[Page<M>], _anchor: &str) -> usize {
    0
}
