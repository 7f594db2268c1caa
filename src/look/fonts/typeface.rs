//! How much of a typeface is held, and what that leaves out.

use crate::words::Typeface;

/// How much of a face is held. A face of five writing systems is never held whole for one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Extent {
    /// The signs in which the tongues on offer name themselves.
    Names,
    /// What is neither ideograph nor syllable: arrows, circles, units, letters.
    Signs,
    /// All but the signs of other scripts and the rarest ideographs.
    Script,
    Whole,
}

/// A face: its typeface, whether it is the strong weight, and how much of it.
pub(super) type Key = (Typeface, bool, Extent);

impl Typeface {
    /// How much is held of it when it is the face of a tongue.
    pub(super) fn usual(self) -> Extent {
        if self.is_of_many_scripts() { Extent::Script } else { Extent::Whole }
    }

    /// Whether a sign is among the usual ones.
    pub(super) fn usually_has(self, sign: char) -> bool {
        match sign {
            '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}' => {
                self == Self::CjkKorean
            }
            '\u{3400}'..='\u{4dbf}' | '\u{20000}'.. => false,
            _ => true,
        }
    }
}

/// Neither an ideograph nor a syllable of Hangul.
pub(super) fn is_sign(sign: char) -> bool {
    !matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..)
        && Typeface::CjkChinese.usually_has(sign)
}
