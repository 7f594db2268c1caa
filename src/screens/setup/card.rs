//! A bank card against the glass: the size of any panel in twenty seconds, without a ruler. Bank cards are 85.60 × 53.98 mm all over the
//! world (ISO/IEC 7810, ID-1). The outline stands still at its left edge while two buttons move its right edge; whenever one turns back, the
//! steps become half as wide, so that a few presses find the place and hands, keys, pads and switches do it alike.

use super::{Msg, State, View, pages};
use crate::page::{Canvas, CanvasKind, Control, Kind, Level, Part, Picture, Svg, Weight};

/// Width and height of a card in millimetres.
pub const CARD: [f32; 2] = [85.60, 53.98];

/// How wide the outline may become, in what are millimetres so far. Where a card is still larger one measures twice.
const WIDTHS: std::ops::RangeInclusive<f32> = 30.0..=130.0;
/// The first step and the smallest one, 0.6 % of a card.
const STEPS: [f32; 2] = [8.0, 0.5];
/// Where the panel is wide enough to have the words beside the outline.
const WIDE: f32 = 250.0;

/// The outline that is fitted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outline {
    /// In what are millimetres so far.
    pub width: f32,
    step: f32,
    last: Option<Grow>,
}

/// Which way the right edge goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grow {
    Less,
    More,
}

impl Default for Outline {
    fn default() -> Self {
        Self { width: CARD[0], step: STEPS[0], last: None }
    }
}

impl Outline {
    pub(super) fn grow(&mut self, grow: Grow) {
        if self.last.is_some_and(|last| last != grow) {
            self.step = (self.step / 2.0).max(STEPS[1]);
        }
        self.last = Some(grow);
        let step = if grow == Grow::More { self.step } else { -self.step };
        self.width = (self.width + step).clamp(*WIDTHS.start(), *WIDTHS.end());
    }

    /// How many times as wide as a card should be.
    pub(super) fn ratio(self) -> f32 {
        self.width / CARD[0]
    }
}

pub(super) fn page(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let grow = |id: &'static str, name, icon, grow: Grow| {
        let mut after = state.card;
        after.grow(grow);
        let moves = (after.width - state.card.width).abs() > 0.01;
        Part::from(Control::button(id, name, moves.then_some(Msg::Grow(grow))).icon(icon))
    };
    let how = Part::text(Level::Body, w.setup_card_how());
    let fits = Control::button("card/fits", w.setup_card_fits(), Msg::Fits).icon("check").weight(Weight::Primary);
    let edge = [
        grow("card/less", w.setup_card_less(), "minus", Grow::Less),
        grow("card/more", w.setup_card_more(), "plus", Grow::More),
    ];
    if view.standing.panel.w >= WIDE {
        let left = [how, Part::group(Kind::Row, edge), Part::group(Kind::Row, [fits.into()])];
        let split = Part::group(Kind::Split, [Part::group(Kind::Stack, left), outline(state, 56.0, view)]);
        vec![split, pages::aside(state, view)]
    } else {
        let row = Part::group(Kind::Row, edge.into_iter().chain([fits.into()]));
        vec![how, outline(state, 30.0, view), row, pages::aside(state, view)]
    }
}

/// One unit is one millimetre, whatever the size of the letters. Only the width is fitted: `high` may cut the card off.
fn outline(state: &State, high: f32, view: &View<'_>) -> Part<Msg> {
    let w = view.words();
    let (wide, tall) = (state.card.width, (state.card.ratio() * CARD[1]).min(high));
    let (right, bottom) = (wide - 0.5, tall - 0.5);
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}"><path d="M0.5 0.5H{right}V{bottom}H0.5Z" fill="none" stroke="currentColor" stroke-width="1"/></svg>"#
    );
    let picture = Picture { id: "card/outline".into(), svg: Svg(svg.into()), alt: w.setup_card_outline() };
    Part::Canvas(Canvas {
        id: "card".into(),
        kind: CanvasKind::Ruler,
        name: w.setup_card_name(),
        size: [*WIDTHS.end(), high],
        at: vec![[0.0, 0.0, wide, tall]],
        parts: vec![Part::Picture(picture)],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_presses_find_the_card() {
        for card in [40.0, 50.8, 85.6, 97.3, 116.0, 129.5] {
            let toward = |width: f32| if width < card { Grow::More } else { Grow::Less };
            let (mut outline, mut presses) = (Outline::default(), 0);
            while (outline.width - card).abs() > STEPS[1] {
                outline.grow(toward(outline.width));
                presses += 1;
            }
            assert!(presses <= 14, "{card}: {presses}");
            assert!((outline.ratio() * CARD[0] / card - 1.0).abs() < 0.013);
        }
    }

    #[test]
    fn the_outline_has_its_ends() {
        let mut outline = Outline::default();
        (0..99).for_each(|_| outline.grow(Grow::More));
        assert!(outline.width >= *WIDTHS.end());
        (0..999).for_each(|_| outline.grow(Grow::Less));
        assert!(outline.width <= *WIDTHS.start());
    }
}
