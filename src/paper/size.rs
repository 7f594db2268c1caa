//! How large everything is on which paper. Body text is never under 12 points (4.23 mm), with ruby over it.

use crate::page::Format;

/// Millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sizes {
    pub w: f32,
    /// Without end on a roll: as long as what stands on it.
    pub h: f32,
    pub side: f32,
    pub top: f32,
    pub foot: f32,
    pub title: f32,
    pub heading: f32,
    pub lead: f32,
    pub body: f32,
    pub note: f32,
    /// Thin lines.
    pub hair: f32,
    /// The side of one module of a code: a telephone reads half a millimetre at arm's length.
    pub module: f32,
    /// The lightest that is printed, in 256 steps: a printer of receipts knows only black.
    pub grey: u8,
}

/// ISO 216: from one size to the next.
const NEXT: f32 = std::f32::consts::SQRT_2;

const A4: Sizes = Sizes {
    w: 210.0,
    h: 297.0,
    side: 22.0,
    top: 20.0,
    foot: 24.0,
    title: 8.4,
    heading: 6.0,
    lead: 5.2,
    body: 4.7,
    note: 3.8,
    hair: 0.3,
    module: 0.6,
    grey: 80,
};

/// What a printer of receipts leaves free at both sides, and 12 points.
const ROLL: Sizes = Sizes {
    w: 80.0,
    h: f32::INFINITY,
    side: 4.0,
    top: 4.0,
    foot: 10.0,
    title: 6.0,
    heading: 5.2,
    lead: 4.8,
    body: 4.4,
    note: 3.6,
    hair: 0.3,
    module: 0.5,
    grey: 0,
};

pub(super) fn of(format: Format) -> Sizes {
    match format {
        Format::A4 => A4,
        Format::A3 => A4.scaled(NEXT),
        Format::Roll80 => ROLL,
        Format::Roll58 => Sizes { w: 58.0, side: 5.0, title: 5.6, heading: 5.0, lead: 4.6, ..ROLL },
    }
}

impl Sizes {
    fn scaled(self, by: f32) -> Self {
        Self {
            w: self.w * by,
            h: self.h * by,
            side: self.side * by,
            top: self.top * by,
            foot: self.foot * by,
            title: self.title * by,
            heading: self.heading * by,
            lead: self.lead * by,
            body: self.body * by,
            note: self.note * by,
            hair: self.hair * by,
            module: self.module * by,
            grey: self.grey,
        }
    }

    /// How wide lines may become.
    pub(super) fn width(&self) -> f32 {
        self.w - 2.0 * self.side
    }

    /// How much stands on a page.
    pub(super) fn room(&self) -> f32 {
        self.h - self.top - self.foot
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_under_twelve_points() {
        for format in Format::ALL {
            let sizes = of(format);
            let points = sizes.body * 72.0 / 25.4;
            assert!(points >= 12.0 && sizes.module >= 0.5, "{format:?}: {points}");
        }
    }
}
