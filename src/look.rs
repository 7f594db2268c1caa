//! How everything looks: colours by role, strokes and corners in millimetres, and the faces of the letters.
//!
//! The only room where a colour or a font file is named. Sizes of text and distances between parts belong to `lay`; here are
//! only those that concern paint.

pub mod fonts;
mod palette;
mod tokens;

pub use palette::{Boxed, Colours, Face, Handset, Hue, Pair, Pressable};

/// How strongly light and dark are set against each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Contrast {
    /// Ink on warm paper, 10:1 and more.
    #[default]
    Day,
    /// Dark and warm, for a room where others sleep; 10:1 and more.
    Night,
    /// Black on white, 20:1 and more.
    HighLight,
    /// White on black, 20:1 and more.
    HighDark,
    /// 4.5 to 8:1, for eyes that hard edges hurt.
    Soft,
}

impl Contrast {
    pub const ALL: [Self; 5] = [Self::Day, Self::Night, Self::HighLight, Self::HighDark, Self::Soft];

    /// As it is written in settings and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Night => "night",
            Self::HighLight => "high-light",
            Self::HighDark => "high-dark",
            Self::Soft => "soft",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|contrast| contrast.name() == name)
    }
}

/// One look: what paint needs to know beside the plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    pub contrast: Contrast,
    pub colours: &'static Colours,
    /// egui points in one millimetre of this panel.
    pub mm: f32,
}

impl Look {
    /// `mm`: egui points in one millimetre (pixels in a millimetre divided by pixels in a point).
    pub fn new(contrast: Contrast, mm: f32) -> Self {
        Self { contrast, colours: Colours::of(contrast), mm }
    }
}

/// Corners, strokes and bands, in millimetres: those of the sketches.
pub mod measure {
    /// Corner of a card, a banner, a callout.
    pub const CORNER: f32 = 4.7;
    /// Corner of a button, a field, a key.
    pub const BUTTON_CORNER: f32 = 3.2;
    /// The outline of what can be pressed.
    pub const OUTLINE: f32 = 0.45;
    /// A dash of a broken outline, and the gap behind it.
    pub const DASH: f32 = 1.8;
    /// A line between acts.
    pub const HAIRLINE: f32 = 0.35;
    /// The thick lower edge of a card: it looks as if it could be pushed down.
    pub const LIP: f32 = 1.3;
    /// The same of a key.
    pub const KEY_LIP: f32 = 0.8;
    /// The band at the left of a banner.
    pub const BANNER_BAND: f32 = 4.5;
    /// The band at the left of a callout.
    pub const CALLOUT_BAND: f32 = 1.8;
    /// The line under the spoken phrase.
    pub const SAID_LINE: f32 = 0.55;
    /// The three strokes of the focus ring, from the inside out.
    pub const RING: [f32; 3] = [0.35, 0.95, 0.8];
    /// The caret of a field.
    pub const CARET: f32 = 0.7;
}
