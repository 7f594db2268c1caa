//! The fonts of paper: those of the glass, read for one document and let go. They measure for the layout and tell which glyph of which
//! face draws a sign.

use super::PaperError;
use crate::{
    lay::Measure,
    words::{Tongue, Typeface},
};
use skrifa::{
    FontRef, MetadataProvider,
    instance::{LocationRef, Size},
};
use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::PathBuf,
    sync::Arc,
};

/// A typeface in one of its weights.
pub(super) type Key = (Typeface, Weight);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Weight {
    Regular,
    Bold,
}

impl Weight {
    pub(super) const fn of(bold: bool) -> Self {
        if bold { Self::Bold } else { Self::Regular }
    }
}

/// A face that is open.
struct Face {
    bytes: Arc<Vec<u8>>,
    font: krilla::text::Font,
}

/// What draws a sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Glyph {
    pub face: Key,
    pub id: u32,
    /// In em.
    pub advance: f32,
}

/// All faces that a document may need, opened when they are.
pub(super) struct Faces {
    folders: Vec<PathBuf>,
    choices: [Typeface; 3],
    open: BTreeMap<Key, Option<Face>>,
    glyphs: HashMap<(char, Weight), Option<Glyph>>,
}

/// Stands where no face has a sign (U+3013, 下駄), as printers have done it since movable type; then what every face has.
const LACKING: [char; 2] = ['〓', '?'];

impl Faces {
    pub(super) fn open(tongue: &Tongue, folders: &[PathBuf]) -> Result<Self, PaperError> {
        let choices = Typeface::choices(tongue.script());
        let mut faces = Self { folders: folders.to_vec(), choices, open: BTreeMap::new(), glyphs: HashMap::new() };
        let [wanted, ..] = choices;
        if choices.into_iter().any(|typeface| faces.face((typeface, Weight::Regular)).is_some()) {
            return Ok(faces);
        }
        let (tongue, folders) = (tongue.clone(), folders.to_vec());
        Err(PaperError::NoFont { tongue, folders, package: wanted.source().package })
    }

    /// What draws a sign; where no face has it, what stands for it. `None` only where there is nothing to draw.
    pub(super) fn glyph(&mut self, sign: char, weight: Weight) -> Option<Glyph> {
        if let Some(known) = self.glyphs.get(&(sign, weight)) {
            return *known;
        }
        let found = [sign].into_iter().chain(LACKING).find_map(|sign| self.look_up(sign, weight));
        self.glyphs.insert((sign, weight), found);
        found
    }

    pub(super) fn font(&self, face: Key) -> Option<krilla::text::Font> {
        self.open.get(&face)?.as_ref().map(|face| face.font.clone())
    }

    fn look_up(&mut self, sign: char, weight: Weight) -> Option<Glyph> {
        let typefaces =
            self.choices.into_iter().take(1).chain(Typeface::holders(sign).iter().copied()).chain(self.choices);
        let typefaces: Vec<_> = typefaces.collect();
        // A bold face that is missing gives way to the regular one.
        let keys =
            [weight, Weight::Regular].into_iter().flat_map(|weight| typefaces.iter().map(move |face| (*face, weight)));
        keys.into_iter().find_map(|key| self.glyph_of(sign, key))
    }

    fn glyph_of(&mut self, sign: char, key: Key) -> Option<Glyph> {
        let bytes = Arc::clone(&self.face(key)?.bytes);
        let font = FontRef::from_index(&bytes, key.0.source().index).ok()?;
        let id = font.charmap().map(sign).filter(|id| id.to_u32() != 0)?;
        let advance = font.glyph_metrics(Size::new(1.0), LocationRef::default()).advance_width(id)?;
        Some(Glyph { face: key, id: id.to_u32(), advance })
    }

    fn face(&mut self, key: Key) -> Option<&Face> {
        let folders = &self.folders;
        let open = || {
            let source = key.0.source();
            let file = if key.1 == Weight::Bold { source.bold } else { source.regular };
            let path = folders.iter().map(|folder| folder.join(file)).find(|path| path.is_file())?;
            let bytes = fs::read(&path).map_err(|err| log::warn!("font {}: {err}", path.display())).ok()?;
            let bytes = Arc::new(bytes);
            let font = krilla::text::Font::new(Arc::clone(&bytes).into(), source.index)?;
            Some(Face { bytes, font })
        };
        self.open.entry(key).or_insert_with(open).as_ref()
    }
}

impl Measure for Faces {
    fn width(&mut self, text: &str, em: f32, bold: bool) -> f32 {
        let advance = |sign| self.glyph(sign, Weight::of(bold)).map_or(0.0, |glyph| glyph.advance);
        text.chars().map(advance).sum::<f32>() * em
    }
}
