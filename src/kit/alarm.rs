//! What is seen from the other end of the room: where life is threatened, the name of the page stands on a band of the gravest colour, and a
//! frame of it runs round the page. It says nothing that the words do not say.

use super::brush::Brush;
use crate::{
    lay::{Plan, Rect},
    look::Face,
    page::{Kind, Level, Part, Text, Tone},
};

/// Nothing of the body stands nearer to the edge of the glass, in millimetres: turning buttons are the first.
const CLEAR: f32 = 2.4;
/// Breadth of the frame where the glass has little room for it: below the body, and all round where the name stands in a rail.
const THIN: f32 = 1.4;
/// Breadth of the line between the frame and what it holds, in looks whose frame is dark: by night nobody is to be dazzled.
const LINE: f32 = 0.6;

pub(super) struct Alarm {
    /// Behind the name of the page, as broad as the glass.
    band: Rect,
    /// Breadth of the frame at both sides.
    side: f32,
    /// Where the frame ends: at the bar.
    floor: f32,
}

impl Alarm {
    /// On pages that tell at once of what threatens life; of what is over there is no alarm.
    pub(super) fn of<M>(walk: &[&Part<M>], plan: &Plan) -> Option<Self> {
        walk.iter().any(|part| part.kind() == Some(Kind::Alert) && part.parts().iter().any(is_grave)).then_some(())?;
        let placed = |kind| {
            let at = walk.iter().position(|part| part.kind() == Some(kind))?;
            Some((walk.get(at)?, plan.get(at)?.rect))
        };
        let ((top, line), (_, bar)) = (placed(Kind::Top)?, placed(Kind::Bar)?);
        let named = top.parts().iter().any(|part| matches!(part, Part::Text(Text { level: Level::Title, .. })));
        let whole = Rect { x: 0.0, w: bar.w, ..line };
        // On the smallest glass the name stands in a rail beside the body, and what stands there has its own ground.
        let (band, side) = match (line.w > bar.w / 2.0, named) {
            (true, true) => (whole, (line.x - CLEAR).max(THIN)),
            (true, false) => (Rect { h: 0.0, ..whole }, (line.x - CLEAR).max(THIN)),
            (false, _) => (Rect { y: 0.0, h: THIN, ..whole }, THIN),
        };
        Some(Self { band, side, floor: bar.y })
    }

    /// Whether this stands on the band.
    pub(super) fn carries(&self, rect: Rect) -> bool {
        let middle = rect.y + rect.h / 2.0;
        middle >= self.band.y && middle <= self.band.bottom()
    }

    pub(super) fn paint(&self, brush: &Brush<'_>) {
        let Self { band, side, floor } = *self;
        let Face { ground: colour, edge, .. } = brush.look.colours.takeover;
        let tall = floor - band.y;
        brush.fill(band, 0.0, colour);
        brush.fill(Rect { w: side, h: tall, ..band }, 0.0, colour);
        brush.fill(Rect { x: band.w - side, w: side, h: tall, ..band }, 0.0, colour);
        brush.fill(Rect { y: floor - THIN, h: THIN, ..band }, 0.0, colour);
        if edge == colour {
            return;
        }
        let (within, head) = (band.w - 2.0 * side, band.bottom());
        let (across, down) = (Rect::new(side, head, within, LINE), Rect::new(side, head, LINE, floor - THIN - head));
        for line in [across, across.moved(0.0, down.h - LINE), down, down.moved(within - LINE, 0.0)] {
            brush.fill(line, 0.0, edge);
        }
    }
}

/// The highest levels, and danger that has none; not what is over.
fn is_grave<M>(part: &Part<M>) -> bool {
    matches!(part.kind(), Some(Kind::Warned(_) | Kind::Callout(Tone::Danger)))
}
