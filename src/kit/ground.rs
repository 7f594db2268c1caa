//! What stands under the parts: the bar, callouts, banners, the line above an act. And which ink is written on it.

use super::brush::{Brush, shrunk};
use super::phone;
use crate::lay::{Placed, Rect};
use crate::look::{Boxed, Colours, Pair, measure};
use crate::page::{CanvasKind, Kind, Part, Tone, WarningLevel};
use egui::Color32;

/// What a part is painted on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ground {
    #[default]
    Paper,
    /// The band behind the name of a page that is an alarm.
    Alarm,
    Bar,
    /// A callout or a banner.
    Boxed(Tone),
    Keyboard,
    /// The glass of a phone.
    Phone,
    /// A speech bubble on it.
    Bubble(Tone),
    /// The band at its top.
    Band,
}

impl Ground {
    /// The ground of what stands in `part`, which itself stands on this.
    pub(super) fn inside<M>(self, part: &Part<M>) -> Self {
        match part {
            Part::Canvas(canvas) if canvas.kind == CanvasKind::Keyboard => Self::Keyboard,
            Part::Canvas(_) => Self::Phone,
            Part::Group(group) => match group.kind {
                Kind::Callout(tone) if self == Self::Phone => Self::Bubble(tone),
                Kind::Banner(_) if self == Self::Phone => Self::Band,
                _ if self == Self::Phone => self,
                Kind::Bar => Self::Bar,
                Kind::Callout(tone) | Kind::Banner(tone) => Self::Boxed(tone),
                _ => self,
            },
            Part::Text(_) | Part::Picture(_) | Part::Control(_) => self,
        }
    }

    pub(super) fn ink(self, colours: &Colours) -> Color32 {
        match self {
            Self::Paper | Self::Keyboard => colours.ink,
            Self::Alarm => colours.takeover.ink,
            Self::Phone => colours.handset.glass.ink,
            Self::Bubble(Tone::Hint) => colours.handset.own.ink,
            Self::Bubble(_) => colours.handset.row.ink,
            Self::Band => colours.handset.band.ink,
            Self::Bar => colours.press.in_bar.ink,
            Self::Boxed(tone) => boxed(colours, tone).ink,
        }
    }

    /// The ink of secondary words. In a box there is no second ink: a remark is one voice.
    pub(super) fn quiet(self, colours: &Colours) -> Color32 {
        if self == Self::Paper { colours.quiet } else { self.ink(colours) }
    }
}

fn boxed(colours: &Colours, tone: Tone) -> Boxed {
    match tone {
        Tone::Calm => colours.calm,
        Tone::Hint => colours.hint,
        Tone::Care => colours.care,
        Tone::Danger => colours.alarm,
    }
}

pub(super) fn group(brush: &mut Brush<'_>, kind: Kind, placed: &Placed, under: Ground) {
    let rect = placed.rect;
    if under == Ground::Phone {
        return phone::group(brush, kind, rect);
    }
    let colours = brush.look.colours;
    match kind {
        Kind::Bar => {
            brush.fill(rect, 0.0, colours.bar);
            if colours.bar == colours.paper {
                brush.line_at(rect.x, rect.y, rect.w, measure::HAIRLINE, colours.hairline);
            }
        }
        Kind::Step => brush.line_at(rect.x, rect.y, rect.w, measure::HAIRLINE, colours.hairline),
        Kind::Callout(tone) => remark(brush, rect, tone, measure::CALLOUT_BAND),
        Kind::Banner(tone) => remark(brush, rect, tone, measure::BANNER_BAND),
        Kind::Warned(level) => {
            if let Some(mark) = placed.mark {
                swatch(brush, level, mark, under.ink(colours));
            }
        }
        Kind::Top
        | Kind::Stack
        | Kind::Alert
        | Kind::Cards
        | Kind::Steps
        | Kind::Row
        | Kind::List
        | Kind::Poster
        | Kind::Split
        | Kind::Turn
        | Kind::Point => {}
    }
}

/// The official colour of a warning level with its symbol, beside the words and edged in their ink: a black one is seen on a dark ground, a white one
/// on a bright one.
pub(super) fn swatch(brush: &mut Brush<'_>, level: WarningLevel, rect: Rect, edge: Color32) {
    let Some(Pair { ground, ink }) = Colours::warning(level.number()) else { return };
    brush.outlined(rect, 0.12 * rect.w, ground, 1.6 * measure::OUTLINE, edge);
    brush.icon(level.icon(), shrunk(rect, 0.16 * rect.w), ink);
}

/// A box whose left edge is a band of its tone, the broader the graver. Where band and ground are one colour, no band is seen.
fn remark(brush: &Brush<'_>, rect: Rect, tone: Tone, band: f32) {
    let face = boxed(brush.look.colours, tone);
    let width = if face.edge == face.ground { 0.0 } else { 1.3 * measure::OUTLINE };
    brush.outlined(rect, measure::CORNER, face.ground, width, face.edge);
    if face.band != face.ground && tone != Tone::Hint {
        let grave = match tone {
            Tone::Hint | Tone::Calm => 0.7,
            Tone::Care => 1.0,
            Tone::Danger => 1.6,
        };
        brush.band(rect, measure::CORNER, grave * band, face.band);
    }
}

pub(super) fn canvas(brush: &mut Brush<'_>, kind: CanvasKind, rect: Rect) {
    match kind {
        // Keys stand on the paper itself, and so does the outline of a card.
        CanvasKind::Keyboard | CanvasKind::Ruler => {}
        CanvasKind::Phone => phone::body(brush, rect),
    }
}
