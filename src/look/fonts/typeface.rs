//! The typefaces, where Debian puts their files, and who has which signs.

use crate::words::Script;

/// A typeface in its two weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Typeface {
    BizUd,
    NotoSans,
    CjkJapanese,
    CjkKorean,
    CjkChinese,
}

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

/// Where the typeface is and how it stands.
pub(super) struct Source {
    pub(super) name: &'static str,
    pub(super) package: &'static str,
    pub(super) regular: &'static str,
    pub(super) bold: &'static str,
    /// Which face of a collection.
    pub(super) index: u32,
    /// How far the baseline shall stand under the top of the em box, in em.
    pub(super) baseline: f32,
}

impl Typeface {
    pub(super) fn source(self) -> Source {
        let cjk = |name, index| Source {
            name,
            package: "fonts-noto-cjk",
            regular: "NotoSansCJK-Regular.ttc",
            bold: "NotoSansCJK-Bold.ttc",
            index,
            baseline: BASELINE,
        };
        match self {
            Self::BizUd => Source {
                name: "BIZ UDPGothic",
                package: "fonts-morisawa-bizud-gothic",
                regular: "BIZUDPGothic-Regular.ttf",
                bold: "BIZUDPGothic-Bold.ttf",
                index: 0,
                baseline: BASELINE,
            },
            Self::NotoSans => Source {
                name: "Noto Sans",
                package: "fonts-noto-core",
                regular: "NotoSans-Regular.ttf",
                bold: "NotoSans-Bold.ttf",
                index: 0,
                baseline: LATIN_FOOT,
            },
            Self::CjkJapanese => cjk("Noto Sans CJK JP", 0),
            Self::CjkKorean => cjk("Noto Sans CJK KR", 1),
            Self::CjkChinese => cjk("Noto Sans CJK SC", 2),
        }
    }

    /// The typeface of a script, then what may stand in for it.
    pub(super) fn choices(script: Script) -> [Self; 3] {
        match script {
            Script::Japanese => [Self::BizUd, Self::CjkJapanese, Self::NotoSans],
            Script::Chinese => [Self::CjkChinese, Self::BizUd, Self::NotoSans],
            Script::Korean => [Self::CjkKorean, Self::BizUd, Self::NotoSans],
            Script::Latin => [Self::NotoSans, Self::BizUd, Self::CjkJapanese],
        }
    }

    pub(super) fn is_of_many_scripts(self) -> bool {
        matches!(self, Self::CjkJapanese | Self::CjkKorean | Self::CjkChinese)
    }

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

    /// Who has a sign that the primary face lacks, best first.
    pub(super) fn holders(sign: char) -> &'static [Self] {
        match sign {
            '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}' => &[Self::CjkKorean],
            '\u{3040}'..='\u{30ff}' | '\u{ff00}'..='\u{ffef}' => &[Self::BizUd, Self::CjkJapanese],
            // Common kanji are in every primary face that is not Latin; what is left is mostly simplified.
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => &[Self::BizUd, Self::CjkChinese, Self::CjkJapanese],
            '\u{20000}'..='\u{3ffff}' => &[Self::CjkJapanese, Self::CjkChinese],
            '\0'..='\u{1fff}' => &[Self::NotoSans, Self::CjkJapanese],
            _ => &[Self::BizUd, Self::CjkJapanese, Self::NotoSans],
        }
    }
}

/// Where BIZ UDPGothic and every font with ideographs has its baseline: the middle of an ideograph is the middle of the em box.
const BASELINE: f32 = 0.88;

/// Where the Latin letters of BIZ UDPGothic stand, a little lower: those of Noto Sans stand beside them.
pub(super) const LATIN_FOOT: f32 = 0.905;

/// Neither an ideograph nor a syllable of Hangul.
pub(super) fn is_sign(sign: char) -> bool {
    !matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..)
        && Typeface::CjkChinese.usually_has(sign)
}
