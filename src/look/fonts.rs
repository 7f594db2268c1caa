//! The faces of the letters: one for each script, found where Debian puts them, read when first shown.
//!
//! A page is set in one primary face, so that lines do not change their colour or baseline from word to word; a sign the primary
//! lacks comes from the face of its own script, looked up by epaint when it is first needed. A face that is not there is a line in
//! a [`Report`] and a substitute, never the end of the kiosk.

use crate::words::{Script, Tongue};
mod beside;

pub use beside::Lacking;

use beside::Beside;
use egui::epaint::text::FontTweak;
use egui::{Context, FontData, FontDefinitions, FontFamily, FontId};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// A typeface in its two weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Typeface {
    BizUd,
    NotoSans,
    CjkJapanese,
    CjkKorean,
    CjkChinese,
}

/// Where the typeface is and how it stands.
struct Source {
    name: &'static str,
    package: &'static str,
    regular: &'static str,
    bold: &'static str,
    /// Which face of a collection.
    index: u32,
    /// How far the baseline shall stand under the top of the em box, in em.
    baseline: f32,
}

impl Typeface {
    fn source(self) -> Source {
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
    fn choices(script: Script) -> [Self; 3] {
        match script {
            Script::Japanese => [Self::BizUd, Self::CjkJapanese, Self::NotoSans],
            Script::Chinese => [Self::CjkChinese, Self::BizUd, Self::NotoSans],
            Script::Korean => [Self::CjkKorean, Self::BizUd, Self::NotoSans],
            Script::Latin => [Self::NotoSans, Self::BizUd, Self::CjkJapanese],
        }
    }

    /// Who has a sign that the primary face lacks, best first.
    fn holders(sign: char) -> &'static [Self] {
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

/// The family that strong words are set in.
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// The face for text of `points` height.
pub fn face(points: f32, strong: bool) -> FontId {
    FontId::new(points, if strong { bold() } else { FontFamily::Proportional })
}

/// What became of the wish for a script's face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The typeface of the tongue.
    pub wanted: &'static str,
    /// The one that is shown; `None` when there is no font at all and signs are boxes.
    pub used: Option<&'static str>,
    /// The Debian package that brings what is wanted.
    pub package: &'static str,
}

impl Report {
    /// The tongue has its own face.
    pub fn is_good(&self) -> bool {
        self.used == Some(self.wanted)
    }
}

type Bytes = Arc<Vec<u8>>;

/// Where BIZ UDPGothic and every font with ideographs has its baseline: the middle of an ideograph is the middle of the em box.
const BASELINE: f32 = 0.88;

/// Where the Latin letters of BIZ UDPGothic stand, a little lower: those of Noto Sans stand beside them.
const LATIN_FOOT: f32 = 0.905;

fn parse(data: &FontData) -> Option<FontRef<'_>> {
    FontRef::from_index(data.bytes(), data.index).ok()
}

/// Where epaint would put the baseline of a font in a line of one em: it centres what is between ascent and descent.
fn baseline(font: &FontRef<'_>) -> f32 {
    let metrics = font.metrics(Size::new(1.0), LocationRef::default());
    0.5 + (metrics.ascent + metrics.descent - metrics.leading) / 2.0
}

/// Font files by name, read once and shared while anybody shows them.
#[derive(Debug)]
pub struct Fonts {
    folders: Vec<PathBuf>,
    open: Mutex<BTreeMap<PathBuf, Weak<Vec<u8>>>>,
    beside: Beside,
}

/// The faces for a tongue, read and ready to be shown.
#[derive(Debug)]
pub struct Faces {
    tongue: Tongue,
    report: Report,
    definitions: FontDefinitions,
    beside: beside::Held,
}

impl Faces {
    pub fn tongue(&self) -> &Tongue {
        &self.tongue
    }
}

impl Default for Fonts {
    /// Where Debian keeps them, and where a package of ours may.
    fn default() -> Self {
        Self::in_folders(
            [
                "/usr/share/engawa/fonts",
                "/usr/share/fonts/truetype/bizud-gothic",
                "/usr/share/fonts/truetype/noto",
                "/usr/share/fonts/opentype/noto",
            ]
            .map(PathBuf::from)
            .to_vec(),
        )
    }
}

impl Fonts {
    pub fn in_folders(folders: Vec<PathBuf>) -> Self {
        Self { folders, open: Mutex::default(), beside: Beside::default() }
    }

    /// Which face a tongue would be shown in.
    pub fn report(&self, tongue: &Tongue) -> Report {
        Self::say(tongue, self.primary(tongue).map(|(typeface, _)| typeface))
    }

    fn say(tongue: &Tongue, used: Option<Typeface>) -> Report {
        let [wanted, ..] = Typeface::choices(tongue.script()).map(Typeface::source);
        let used = used.map(|typeface| typeface.source().name);
        Report { wanted: wanted.name, used, package: wanted.package }
    }

    /// Reads the faces for a tongue. Takes long where they have not been read yet: not for a frame.
    pub fn prepare(&self, tongue: &Tongue) -> Faces {
        let (mut fonts, found) = (FontDefinitions::empty(), self.primary(tongue));
        for family in [FontFamily::Proportional, FontFamily::Monospace, bold()] {
            fonts.families.entry(family).or_default();
        }
        let report = Self::say(tongue, found.as_ref().map(|(typeface, _)| *typeface));
        let primary = found.map(|(typeface, [regular, strong])| {
            let families =
                [(FontFamily::Proportional, &regular.0), (FontFamily::Monospace, &regular.0), (bold(), &strong.0)];
            for (family, name) in families {
                fonts.families.insert(family, vec![name.clone()]);
            }
            fonts.font_data = [regular, strong].into_iter().map(|(name, data)| (name, Arc::new(data))).collect();
            typeface
        });
        let beside = self.always_beside(tongue.script(), primary);
        Faces { tongue: tongue.clone(), report, definitions: fonts, beside }
    }

    /// Gives egui the faces. They are there from the next pass on; before anything is measured or drawn in them.
    pub fn install(self: &Arc<Self>, ctx: &Context, faces: Faces) -> Report {
        let Faces { report, definitions, beside, .. } = faces;
        self.beside.hold(beside);
        ctx.set_font_providers(vec![self.helper()]);
        ctx.set_fonts(definitions);
        report
    }

    /// The first choice whose both weights are there and are fonts: epaint would panic on anything else.
    fn primary(&self, tongue: &Tongue) -> Option<(Typeface, [(String, FontData); 2])> {
        let whole = |typeface| Some((typeface, [self.data(typeface, false)?, self.data(typeface, true)?]));
        Typeface::choices(tongue.script()).into_iter().find_map(whole)
    }

    fn data(&self, typeface: Typeface, strong: bool) -> Option<(String, FontData)> {
        let source = typeface.source();
        let bytes = self.read(&self.find(if strong { source.bold } else { source.regular })?)?;
        let data = FontData::from_blob(bytes, source.index);
        let y_offset_factor = source.baseline - baseline(&parse(&data)?);
        // Hinting off: at some sizes it makes the `_` of BIZ UDPGothic vanish.
        let tweak = FontTweak { hinting: Some(false), y_offset_factor, ..FontTweak::default() };
        let name = format!("{} {}", source.name, if strong { "Bold" } else { "Regular" });
        Some((name, data.tweak(tweak)))
    }

    fn find(&self, file: &str) -> Option<PathBuf> {
        self.folders.iter().map(|folder| folder.join(file)).find(|path| path.is_file())
    }

    fn read(&self, path: &Path) -> Option<Bytes> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = open.get(path).and_then(Weak::upgrade) {
            return Some(bytes);
        }
        let bytes = match std::fs::read(path) {
            Ok(bytes) => Arc::new(bytes),
            Err(error) => {
                log::warn!("font {}: {error}", path.display());
                return None;
            }
        };
        open.insert(path.to_owned(), Arc::downgrade(&bytes));
        Some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Color32, RawInput};

    fn tongue(tag: &str) -> Tongue {
        Tongue::parse(tag).unwrap()
    }

    /// Runs one frame in which the fonts of a tongue are there.
    fn with<R>(fonts: &Arc<Fonts>, tag: &str, mut look: impl FnMut(&Context) -> R) -> R {
        let ctx = Context::default();
        fonts.install(&ctx, fonts.prepare(&tongue(tag)));
        let mut seen = None;
        ctx.run_ui(RawInput::default(), |ui| seen = Some(look(ui.ctx()))).textures_delta.clear();
        seen.unwrap()
    }

    /// How far under the top of the em box the foot of each sign stands, in em.
    fn feet(ctx: &Context, text: &str, strong: bool) -> Vec<f32> {
        let em = 200.0;
        let mut job = egui::text::LayoutJob::simple_singleline(text.into(), face(em, strong), Color32::PLACEHOLDER);
        job.sections[0].format.line_height = Some(em);
        let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
        let foot = |g: &egui::epaint::text::Glyph| (g.pos.y + g.uv_rect.offset.y + g.uv_rect.size.y) / em;
        galley.rows[0].glyphs.iter().map(foot).collect()
    }

    #[test]
    fn every_face_stands_on_one_baseline() {
        let fonts = Arc::new(Fonts::default());
        for (tag, foot) in [("ja", LATIN_FOOT), ("en", LATIN_FOOT), ("vi", LATIN_FOOT), ("zh-Hans", 0.88), ("ko", 0.88)]
        {
            for strong in [false, true] {
                let seen = with(&fonts, tag, |ctx| feet(ctx, "EHz", strong));
                assert!(seen.iter().all(|seen| (seen - foot).abs() < 0.012), "{tag} {strong}: {seen:?}");
            }
        }
        let mixed = with(&fonts, "ja", |ctx| feet(ctx, "EẮE", false));
        assert!((mixed[0] - mixed[1]).abs() < 0.012, "{mixed:?}");
    }

    #[test]
    fn signs_of_other_scripts_come_from_their_own_face() {
        let fonts = Arc::new(Fonts::default());
        let texts = ["避難所は どこですか。", "简体中文", "한국어", "Tiếng Việt", "Português", "①⇒✓℃"];
        for tag in ["ja", "en", "zh-Hans", "ko", "vi"] {
            let lacking = with(&fonts, tag, |ctx| {
                let has = |c| ctx.fonts_mut(|fonts| fonts.has_glyph(&face(20.0, true), c));
                texts.iter().flat_map(|text| text.chars()).filter(|c| !has(*c)).collect::<String>()
            });
            assert_eq!(lacking, "", "{tag}");
        }
    }

    #[test]
    fn a_face_that_is_missing_or_broken_is_a_report_and_a_substitute() {
        let empty = tempfile::tempdir().unwrap();
        let none = Arc::new(Fonts::in_folders(vec![empty.path().into()]));
        assert_eq!(none.report(&Tongue::JA).used, None);
        with(&none, "ja", |ctx| assert!(!feet(ctx, "あ", false).is_empty()));

        for file in ["BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf"] {
            std::fs::write(empty.path().join(file), b"not a font").unwrap();
        }
        let noto = "/usr/share/fonts/opentype/noto".into();
        let broken = Arc::new(Fonts::in_folders(vec![empty.path().into(), noto]));
        let report = broken.report(&Tongue::JA);
        assert_eq!((report.wanted, report.used), ("BIZ UDPGothic", Some("Noto Sans CJK JP")));
        assert_eq!(report.package, "fonts-morisawa-bizud-gothic");
        assert!(!report.is_good());
        with(&broken, "ja", |ctx| assert!(!feet(ctx, "あ", false).is_empty()));
    }

    #[test]
    fn underscores_do_not_vanish() {
        with(&Arc::new(Fonts::default()), "ja", |ctx| {
            for px in 12..60 {
                let galley =
                    ctx.fonts_mut(|f| f.layout_no_wrap("_".into(), face(px as f32, false), Color32::PLACEHOLDER));
                assert!(galley.rows[0].glyphs[0].uv_rect.size.y > 0.0, "{px} px");
            }
        });
    }
}
