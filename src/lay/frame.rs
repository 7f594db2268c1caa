//! What follows from the glass and the size alone: letter sizes, margins, where the turning buttons stand, which sizes are offered.
//! Kept apart because folding and planning must never disagree about it.

use super::{Panel, Size};
use crate::page::{Level, Part};

/// The sizes of body text that are offered, in millimetres of em: cap heights 6.4 mm and up, as EN 301 549 5.1.4 asks at 50 cm.
pub const EMS: [f32; 4] = [8.8, 11.4, 13.5, 15.7];
/// One step below, the default of panels under 13 inches.
pub const SMALL_EM: f32 = 6.6;
/// 13 inches.
const SMALL_DIAGONAL: f32 = 330.0;
/// The smallest side of anything that is pressed on a public page.
pub(super) const TARGET: f32 = 20.0;
/// Between two things that are pressed.
pub(super) const APART: f32 = 3.2;
/// Height of the bar at the bottom, and of its buttons' row inside.
pub(super) const BAR: f32 = 28.0;
/// Height of the row of turning buttons below the body, with the space above it.
pub(super) const FOOT: f32 = TARGET + APART + 0.8;
/// No label is smaller than this.
pub(super) const LEAST_EM: f32 = 6.6;

/// How much room there is for beauty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Roomy,
    /// Few lines or narrow: titles are hardly larger than the text (they are bold anyway), margins give way.
    Close,
}

/// Where the buttons that turn leaves stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TurnAt {
    /// At both sides of the body.
    Sides,
    /// One above the other at its right: the lines keep more signs.
    Rail,
    /// In a row below the body.
    Foot,
}

/// Whether the top line names the screen or gave way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Title {
    Shown,
    Gone,
}

impl Title {
    pub(super) fn of<M>(top: &[Part<M>]) -> Self {
        let title = |part: &Part<M>| matches!(part, Part::Text(text) if text.level == Level::Title);
        if top.iter().any(title) { Self::Shown } else { Self::Gone }
    }
}

/// How tightly cards and banners are set; the roomiest that fits the leaf is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Density {
    Roomy,
    Close,
    Tight,
}

impl Density {
    pub(super) const ALL: [Self; 3] = [Self::Roomy, Self::Close, Self::Tight];
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub em: f32,
    pub bold: bool,
    pub ruby: bool,
    /// Lines stand as close as ruby allows.
    pub close: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub panel: Panel,
    pub size: Size,
    pub form: Form,
}

impl Frame {
    pub(super) fn new(panel: Panel, size: Size) -> Self {
        let close = panel.h < (21.5 * size.em).max(170.0) || panel.w < 30.0 * size.em;
        Self { panel, size, form: if close { Form::Close } else { Form::Roomy } }
    }

    pub(super) const fn em(&self) -> f32 {
        self.size.em
    }

    fn pick(&self, roomy: f32, close: f32) -> f32 {
        if self.form == Form::Roomy { roomy } else { close }
    }

    /// Between the body and the edge of the panel.
    pub(super) fn margin(&self) -> f32 {
        self.pick(7.0, if self.panel.h < 150.0 { 4.5 } else { 6.0 })
    }

    /// Between two things that do not belong together.
    pub(super) fn gap(&self) -> f32 {
        self.pick(4.5, 3.4)
    }

    /// Between the body and the bar: what is pressed there may stand at the end of the body. `foot`: height of what stands in between.
    pub(super) fn below(&self, foot: f32) -> f32 {
        if foot > 0.0 { 0.5 * self.gap() } else { APART.max(0.5 * self.gap()) }
    }

    /// Secondary words.
    pub(super) fn small(&self) -> f32 {
        (0.75 * self.em()).max(LEAST_EM).min(self.em())
    }

    pub(super) fn style(&self, level: Level) -> Style {
        let em = self.em();
        let (em, bold) = match level {
            Level::Title => (self.pick(1.02, 1.0) * em, true),
            Level::Hello => (self.pick(1.3, 1.08) * em, true),
            Level::Heading => (self.pick(1.42, 1.12) * em, true),
            Level::Lead => (self.pick(1.12, 1.04) * em, true),
            Level::Brief => (self.small(), true),
            Level::Body => (em, false),
            Level::Note | Level::Age | Level::Beside => (self.small(), false),
            Level::Number => (em.min(11.4), true),
            Level::Digits | Level::Opposite => (self.pick(2.6, 1.8) * em, true),
        };
        Style { em, bold, ruby: self.size.ruby, close: false }
    }

    pub(super) const fn bold(&self, em: f32) -> Style {
        Style { em, bold: true, ruby: self.size.ruby, close: false }
    }

    pub(super) const fn plain(&self, em: f32) -> Style {
        Style { em, bold: false, ruby: self.size.ruby, close: false }
    }

    /// Diameter of a step's number.
    pub(super) fn disc(&self) -> f32 {
        (1.7 * self.em()).clamp(11.0, 15.0)
    }

    /// Letters of the turning buttons.
    pub(super) fn turn_em(&self) -> f32 {
        (0.75 * self.em()).clamp(LEAST_EM, 8.8)
    }

    /// Width of a turning button at the side: three signs and air.
    pub(super) fn turn_width(&self) -> f32 {
        TARGET.max(3.0 * self.turn_em() + 2.0)
    }

    /// Height of a top line in which nothing can be pressed.
    pub(super) fn top_least(&self) -> f32 {
        self.pick(18.0, 1.6 * self.em().min(10.0))
    }

    /// From the edge of the panel to the body, where a turning button stands in between.
    pub(super) fn side(&self) -> f32 {
        self.margin() - 2.0 + self.turn_width() + 3.5
    }

    /// Lying panels have more room at the sides than below, as long as the lines keep 12 signs.
    ///
    /// Where the top line gave way its controls need the rail.
    pub(super) fn turn_at(&self, title: Title) -> TurnAt {
        let (lying, lines) = (self.panel.w > self.panel.h, 12.0 * self.em());
        if lying && self.form == Form::Roomy && title == Title::Shown && self.panel.w - 2.0 * self.side() >= lines {
            TurnAt::Sides
        } else if lying && self.panel.w - self.margin() - self.side() >= lines {
            TurnAt::Rail
        } else {
            TurnAt::Foot
        }
    }

    /// What the turning buttons leave of the width: its beginning and its length.
    pub(super) fn column(&self, turn: Option<TurnAt>) -> (f32, f32) {
        let (margin, side) = (self.margin(), self.side());
        let (left, right) = match turn {
            Some(TurnAt::Sides) => (side, side),
            Some(TurnAt::Rail) => (margin, side),
            Some(TurnAt::Foot) | None => (margin, margin),
        };
        (left, self.panel.w - left - right)
    }
}

/// The size a panel starts with.
pub fn default_size(panel: Panel) -> Size {
    let em = if panel.w.hypot(panel.h) < SMALL_DIAGONAL { SMALL_EM } else { EMS[0] };
    Size { em, ruby: true }
}

/// How wide the body of a page is when its leaves are turned, in millimetres: what a screen may count on when it decides how many keys
/// stand side by side.
pub fn body_width(panel: Panel, size: Size) -> f32 {
    let frame = Frame::new(panel, size);
    frame.column(Some(frame.turn_at(Title::Shown))).1
}

/// How high the body of a page with something to press in its top line is, when its leaves are not turned, in millimetres: what a screen may
/// count on when it decides how high a phone is. A top line or a bar of two lines takes a little more.
pub fn body_height(panel: Panel, size: Size) -> f32 {
    let frame = Frame::new(panel, size);
    let pad = if frame.form == Form::Roomy { (BAR - TARGET) / 2.0 } else { 2.4 };
    let head = (TARGET + 1.5).max(1.6 * size.em + 1.5) + (0.6 * frame.gap()).max(APART);
    panel.h - head - (TARGET + 2.0 * pad) - frame.below(0.0)
}

/// The width that a phone `w` millimetres wide leaves for the words beside it; `None` where they stand above it.
pub fn beside_width(panel: Panel, size: Size, w: f32) -> Option<f32> {
    let frame = Frame::new(panel, size);
    let (_, body) = frame.column(None);
    let left = body - w - 2.0 * frame.gap();
    (left >= 9.0 * size.em && w <= WIDEST * body).then_some(left)
}

/// So much of the body a phone takes at most.
pub(super) const WIDEST: f32 = 0.62;

/// The sizes that are offered on this panel, smallest first: the default and everything above it at which the body of a page that
/// is turned keeps 4 lines of 12 signs. Never empty.
pub fn sizes(panel: Panel) -> Vec<Size> {
    sizes_on(panel, panel)
}

/// The same where pages stand on a part of the glass (see [`low`]): the letters are no smaller for that.
pub fn sizes_on(glass: Panel, panel: Panel) -> Vec<Size> {
    let default = default_size(glass);
    let readable = |em: f32| {
        let frame = Frame::new(panel, Size { em, ruby: true });
        let foot = if frame.turn_at(Title::Shown) == TurnAt::Foot { FOOT } else { 0.0 };
        let head = (TARGET + 1.5).max(1.6 * em + 1.5) + APART;
        let (_, w) = frame.column(Some(frame.turn_at(Title::Shown)));
        w >= 12.0 * em && panel.h - BAR - head - foot - 0.5 * frame.gap() >= 4.0 * 1.6 * em
    };
    let larger = EMS.into_iter().filter(|em| *em > default.em && readable(*em));
    std::iter::once(default.em).chain(larger).map(|em| Size { em, ruby: true }).collect()
}

/// The lower half of a glass, where it is within reach of those who sit; more than half where a page needs more. `None` where too little
/// would be won.
pub fn low(glass: Panel) -> Option<Panel> {
    let h = (glass.h / 2.0).max(LEAST_H);
    (glass.h - h >= WON).then_some(Panel { h, ..glass })
}

/// The lowest glass that pages are made for.
const LEAST_H: f32 = 136.0;
/// Less is not worth another way of laying out.
const WON: f32 = 40.0;
