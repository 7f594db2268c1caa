//! The typefaces, where Debian puts their files, and who has which signs: the same on the glass and on paper.

use super::Script;

/// A typeface in its two weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Typeface {
    BizUd,
    NotoSans,
    CjkJapanese,
    CjkKorean,
    CjkChinese,
}

/// Where Debian keeps their files, and where a package of ours may.
pub const FONT_FOLDERS: [&str; 4] = [
    "/usr/share/engawa/fonts",
    "/usr/share/fonts/truetype/bizud-gothic",
    "/usr/share/fonts/truetype/noto",
    "/usr/share/fonts/opentype/noto",
];

/// Where a typeface is and how it stands.
#[derive(Clone, Copy, Debug)]
pub struct FontFiles {
    pub name: &'static str,
    pub package: &'static str,
    pub regular: &'static str,
    pub bold: &'static str,
    /// Which face of a collection.
    pub index: u32,
    /// How far the baseline shall stand under the top of the em box, in em.
    pub baseline: f32,
}

impl Typeface {
    pub fn source(self) -> FontFiles {
        let cjk = |name, index| FontFiles {
            name,
            package: "fonts-noto-cjk",
            regular: "NotoSansCJK-Regular.ttc",
            bold: "NotoSansCJK-Bold.ttc",
            index,
            baseline: BASELINE,
        };
        match self {
            Self::BizUd => FontFiles {
                name: "BIZ UDPGothic",
                package: "fonts-morisawa-bizud-gothic",
                regular: "BIZUDPGothic-Regular.ttf",
                bold: "BIZUDPGothic-Bold.ttf",
                index: 0,
                baseline: BASELINE,
            },
            Self::NotoSans => FontFiles {
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
    pub fn choices(script: Script) -> [Self; 3] {
        match script {
            Script::Japanese => [Self::BizUd, Self::CjkJapanese, Self::NotoSans],
            Script::Chinese => [Self::CjkChinese, Self::BizUd, Self::NotoSans],
            Script::Korean => [Self::CjkKorean, Self::BizUd, Self::NotoSans],
            Script::Latin => [Self::NotoSans, Self::BizUd, Self::CjkJapanese],
        }
    }

    pub fn is_of_many_scripts(self) -> bool {
        matches!(self, Self::CjkJapanese | Self::CjkKorean | Self::CjkChinese)
    }

    /// Who has a sign that the primary face lacks, best first.
    pub fn holders(sign: char) -> &'static [Self] {
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
pub const LATIN_FOOT: f32 = 0.905;
