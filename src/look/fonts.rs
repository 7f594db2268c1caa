//! The faces of the letters: one for each script, found where Debian puts them, read when first shown.
//!
//! A page is set in one primary face, so that lines do not change their colour or baseline from word to word; a sign the primary
//! lacks comes from the face of its own script, looked up by epaint when it is first needed. A face that is not there is a line in
//! a [`Report`] and a substitute, never the end of the kiosk.

mod beside;
mod thin;
mod typeface;

pub use beside::Lacking;

use crate::words::{FONT_FOLDERS, Tongue, Typeface, signs_of_names};
use beside::Beside;
use egui::epaint::text::FontTweak;
use egui::{Context, FontData, FontDefinitions, FontFamily, FontId};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use typeface::{Extent, Key};

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

fn parse(data: &FontData) -> Option<FontRef<'_>> {
    FontRef::from_index(data.bytes(), data.index).ok()
}

/// Where epaint would put the baseline of a font in a line of one em: it centres what is between ascent and descent.
fn baseline(font: &FontRef<'_>) -> f32 {
    let metrics = font.metrics(Size::new(1.0), LocationRef::default());
    0.5 + (metrics.ascent + metrics.descent - metrics.leading) / 2.0
}

/// A file, which face of it, and how much of that.
type Piece = (PathBuf, u32, Extent);

/// Fonts by their files, read once and shared while anybody shows them.
#[derive(Debug)]
pub struct Fonts {
    folders: Vec<PathBuf>,
    open: Mutex<BTreeMap<Piece, Weak<Vec<u8>>>>,
    names: BTreeSet<char>,
    beside: Beside,
}

/// The faces for a tongue, read and ready to be shown.
#[derive(Debug)]
pub struct Faces {
    tongue: Tongue,
    report: Report,
    definitions: FontDefinitions,
    primary: Option<Typeface>,
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
        Self::in_folders(FONT_FOLDERS.map(PathBuf::from).to_vec())
    }
}

impl Fonts {
    pub fn in_folders(folders: Vec<PathBuf>) -> Self {
        Self { folders, open: Mutex::default(), names: signs_of_names(), beside: Beside::default() }
    }

    /// Which face a tongue would be shown in. Reads no more than the beginning of each file.
    pub fn report(&self, tongue: &Tongue) -> Report {
        let is_font = |file: &str, index| {
            let open = |path: PathBuf| File::open(path).ok();
            self.find(file).and_then(open).is_some_and(|file| thin::is_font(&file, index))
        };
        let stands = |typeface: &Typeface| {
            let source = typeface.source();
            is_font(source.regular, source.index) && is_font(source.bold, source.index)
        };
        Self::say(tongue, Typeface::choices(tongue.script()).into_iter().find(stands))
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
        let primary = found.as_ref().map(|(typeface, _)| *typeface);
        let report = Self::say(tongue, primary);
        let strong = found.as_ref().map(|(_, [_, (_, strong)])| strong);
        let beside = self.always_beside(tongue.script(), primary, strong);
        if let Some((_, [regular, strong])) = found {
            let families =
                [(FontFamily::Proportional, &regular.0), (FontFamily::Monospace, &regular.0), (bold(), &strong.0)];
            for (family, name) in families {
                fonts.families.insert(family, vec![name.clone()]);
            }
            fonts.font_data = [regular, strong].into_iter().map(|(name, data)| (name, Arc::new(data))).collect();
        }
        Faces { tongue: tongue.clone(), report, definitions: fonts, primary, beside }
    }

    /// Gives egui the faces. They are there from the next pass on; before anything is measured or drawn in them.
    pub fn install(self: &Arc<Self>, ctx: &Context, faces: Faces) -> Report {
        let Faces { report, definitions, primary, beside, .. } = faces;
        self.beside.hold(primary, beside);
        ctx.set_font_providers(vec![self.helper()]);
        ctx.set_fonts(definitions);
        report
    }

    /// The first choice whose both weights are there and are fonts: epaint would panic on anything else.
    fn primary(&self, tongue: &Tongue) -> Option<(Typeface, [(String, FontData); 2])> {
        let whole = |typeface: Typeface| {
            let weight = |strong| self.data((typeface, strong, typeface.usual()));
            Some((typeface, [weight(false)?, weight(true)?]))
        };
        Typeface::choices(tongue.script()).into_iter().find_map(whole)
    }

    fn data(&self, (typeface, strong, extent): Key) -> Option<(String, FontData)> {
        let source = typeface.source();
        let path = self.find(if strong { source.bold } else { source.regular })?;
        let keep = |sign| match extent {
            Extent::Names => self.names.contains(&sign),
            Extent::Signs => typeface::is_sign(sign),
            Extent::Script => typeface.usually_has(sign),
            Extent::Whole => true,
        };
        let thin = || thin::thin(&File::open(&path).ok()?, source.index, &keep);
        let thinned = (extent != Extent::Whole).then(|| self.shared((&path, source.index, extent), thin)).flatten();
        let (bytes, index) = match thinned {
            Some(bytes) => (bytes, 0),
            None => (self.shared((&path, 0, Extent::Whole), || read(&path))?, source.index),
        };
        let data = FontData::from_blob(bytes, index);
        let y_offset_factor = source.baseline - baseline(&parse(&data)?);
        // Hinting off: at some sizes it makes the `_` of BIZ UDPGothic vanish.
        let tweak = FontTweak { hinting: Some(false), y_offset_factor, ..FontTweak::default() };
        let weight = if strong { "Bold" } else { "Regular" };
        // Two faces of one name would be one to epaint.
        Some((format!("{} {weight} ({extent:?})", source.name), data.tweak(tweak)))
    }

    fn find(&self, file: &str) -> Option<PathBuf> {
        self.folders.iter().map(|folder| folder.join(file)).find(|path| path.is_file())
    }

    /// What somebody holds already, or what is made now.
    fn shared(
        &self,
        (path, index, extent): (&Path, u32, Extent),
        make: impl FnOnce() -> Option<Vec<u8>>,
    ) -> Option<Bytes> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (path.to_owned(), index, extent);
        if let Some(bytes) = open.get(&key).and_then(Weak::upgrade) {
            return Some(bytes);
        }
        let bytes = Arc::new(make()?);
        open.insert(key, Arc::downgrade(&bytes));
        Some(bytes)
    }
}

fn read(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).map_err(|error| log::warn!("font {}: {error}", path.display())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::LATIN_FOOT;
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
