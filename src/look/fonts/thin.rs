//! A face with only some of its signs. The faces of Chinese and Korean are 20 MB a weight, with 65,535 glyphs for five writing systems:
//! most of it would lie in memory for a page that shows none of it. What is left out here stands nowhere else either: a sign that is
//! wanted after all is looked for in the whole face.
//!
//! Glyphs keep their numbers, so that the tables which place and replace them (GPOS, GSUB) hold as they are; only the map of signs is
//! written anew, and the outlines nobody can reach are empty. Of the file nothing is read but what is kept. (OpenType 1.9; Adobe
//! Technical Note 5176, the Compact Font Format.)

mod outlines;

use skrifa::raw::{TableProvider as _, collections::IntSet, tables::gsub::Gsub};
use skrifa::{FontRef, GlyphId, MetadataProvider as _, Tag};
use std::fs::File;
use std::os::unix::fs::FileExt as _;

/// What a page in horizontal lines needs, without the map of signs and the outlines.
const TABLES: [&[u8; 4]; 9] = [b"GDEF", b"GPOS", b"GSUB", b"OS/2", b"head", b"hhea", b"hmtx", b"maxp", b"post"];
const MAP: Tag = Tag::new(b"cmap");
const OUTLINES: Tag = Tag::new(b"CFF ");
/// Replacements that are made without being asked for.
const USUAL: [&[u8; 4]; 10] =
    [b"calt", b"ccmp", b"clig", b"liga", b"ljmo", b"locl", b"rclt", b"rlig", b"tjmo", b"vjmo"];
/// By then every directory of a collection has been read.
const DIRECTORIES: u64 = 64 * 1024;

/// The face with the signs that are to be kept; `None` where the file is no font, or its outlines are not of this kind.
pub(super) fn thin(file: &File, index: u32, keep: &dyn Fn(char) -> bool) -> Option<Vec<u8>> {
    let file = Part::all(file)?;
    let start = file.first(DIRECTORIES)?;
    let font = FontRef::from_index(&start, index).ok()?;
    let place = |tag: Tag| {
        let record = font.table_directory().table_records().iter().find(|record| record.tag() == tag)?;
        file.part(record.offset().into(), record.length().into())
    };
    let tables = TABLES.map(Tag::new).into_iter().chain([MAP]).filter_map(|tag| Some((tag, place(tag)?)));
    let mut tables = tables.map(|(tag, part)| Some((tag, part.read()?))).collect::<Option<Vec<_>>>()?;
    tables.sort_by_key(|(tag, _)| *tag);
    let (map, glyphs) = kept(&assembled(&tables)?, keep)?;
    tables.retain(|(tag, _)| *tag != MAP);
    tables.push((MAP, map));
    tables.push((OUTLINES, outlines::thin(&place(OUTLINES)?, &glyphs)?));
    tables.sort_by_key(|(tag, _)| *tag);
    assembled(&tables)
}

/// Whether a file begins as a font does.
pub(super) fn is_font(file: &File, index: u32) -> bool {
    let start = Part::all(file).and_then(|file| file.first(DIRECTORIES));
    start.is_some_and(|start| FontRef::from_index(&start, index).is_ok())
}

/// A part of a file.
struct Part<'f> {
    file: &'f File,
    at: u64,
    length: u64,
}

impl<'f> Part<'f> {
    fn all(file: &'f File) -> Option<Self> {
        Some(Self { file, at: 0, length: file.metadata().ok()?.len() })
    }

    /// Nothing beyond the end, whatever a directory says.
    fn part(&self, from: u64, length: u64) -> Option<Self> {
        let fits = from.checked_add(length).is_some_and(|end| end <= self.length);
        fits.then_some(Self { file: self.file, at: self.at + from, length })
    }

    fn first(&self, most: u64) -> Option<Vec<u8>> {
        self.part(0, self.length.min(most))?.read()
    }

    fn read(&self) -> Option<Vec<u8>> {
        let mut bytes = vec![0; usize::try_from(self.length).ok()?];
        self.file.read_exact_at(&mut bytes, self.at).ok()?;
        Some(bytes)
    }

    /// The bytes from here to there.
    fn between(&self, from: usize, to: usize) -> Option<Vec<u8>> {
        let from = u64::try_from(from).ok()?;
        self.part(from, u64::try_from(to).ok()?.checked_sub(from)?)?.read()
    }
}

/// The new map of signs, and the glyphs that can be reached from it.
fn kept(font: &[u8], keep: &dyn Fn(char) -> bool) -> Option<(Vec<u8>, IntSet<GlyphId>)> {
    let font = FontRef::new(font).ok()?;
    let signs = font.charmap().mappings().filter(|(sign, _)| char::from_u32(*sign).is_some_and(keep));
    let signs: Vec<(u32, u32)> = signs.map(|(sign, glyph)| (sign, glyph.to_u32())).collect();
    let mut glyphs: IntSet<GlyphId> = signs.iter().map(|(_, glyph)| GlyphId::new(*glyph)).collect();
    glyphs.insert(GlyphId::NOTDEF);
    if let Ok(gsub) = font.gsub() {
        replaced(&gsub, &mut glyphs)?;
    }
    Some((map(&signs)?, glyphs))
}

/// With what stands in place of glyphs.
fn replaced(gsub: &Gsub<'_>, glyphs: &mut IntSet<GlyphId>) -> Option<()> {
    let usual: IntSet<Tag> = USUAL.map(Tag::new).into_iter().collect();
    let features = gsub.collect_features(&IntSet::all(), &IntSet::all(), &usual).ok()?;
    gsub.closure_glyphs(&gsub.collect_lookups(&features).ok()?, glyphs).ok()
}

/// A map of signs in format 12: runs of signs whose glyphs run too.
fn map(signs: &[(u32, u32)]) -> Option<Vec<u8>> {
    let mut runs: Vec<[u32; 3]> = vec![];
    for (sign, glyph) in signs {
        match runs.last_mut() {
            Some([first, last, from]) if *sign == *last + 1 && *glyph == *from + (*sign - *first) => *last = *sign,
            _ => runs.push([*sign, *sign, *glyph]),
        }
    }
    let count = u32::try_from(runs.len()).ok()?;
    // Version 0 with one map, of Unicode in full (platform 3, encoding 10), which begins at once.
    let mut out: Vec<u8> = [0, 1, 3, 10].into_iter().flat_map(u16::to_be_bytes).collect();
    out.extend(12_u32.to_be_bytes());
    out.extend([12_u16, 0].into_iter().flat_map(u16::to_be_bytes));
    out.extend([16 + 12 * count, 0, count].into_iter().flat_map(u32::to_be_bytes));
    out.extend(runs.into_iter().flatten().flat_map(u32::to_be_bytes));
    Some(out)
}

/// A font file of these tables, which are in order.
fn assembled(tables: &[(Tag, Vec<u8>)]) -> Option<Vec<u8>> {
    let directory = 12 + 16 * tables.len();
    let whole: usize = tables.iter().map(|(_, table)| table.len().next_multiple_of(4)).sum();
    let mut out = Vec::with_capacity(directory + whole);
    out.extend(b"OTTO");
    out.extend(u16::try_from(tables.len()).ok()?.to_be_bytes());
    out.extend([0; 6]); // for a search that nobody makes
    let mut at = directory;
    for (tag, table) in tables {
        out.extend(tag.to_be_bytes());
        let place = [0, u32::try_from(at).ok()?, u32::try_from(table.len()).ok()?];
        out.extend(place.into_iter().flat_map(u32::to_be_bytes));
        at += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        out.extend(table);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Tongue, Words};
    use egui::{
        Color32, FontData, FontDefinitions, FontFamily, FontId, epaint::text::Fonts, epaint::text::TextOptions,
    };
    use std::{collections::BTreeSet, sync::Arc};

    const FILE: &str = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc";

    /// How a text stands and what its glyphs look like: the place of each and of its picture, and all pictures.
    fn drawn(bytes: Vec<u8>, index: u32, text: &str) -> (Vec<String>, egui::ColorImage) {
        let mut definitions = FontDefinitions::empty();
        let font = FontData::from_blob(Arc::new(bytes), index);
        definitions.font_data.insert("font".into(), Arc::new(font));
        definitions.families.insert(FontFamily::Proportional, vec!["font".into()]);
        let mut fonts = Fonts::new(TextOptions::default(), definitions);
        let galley = fonts.with_pixels_per_point(1.0).layout(
            text.into(),
            FontId::proportional(18.0),
            Color32::PLACEHOLDER,
            900.0,
        );
        let glyphs = galley.rows.iter().flat_map(|row| &row.glyphs);
        (glyphs.map(|glyph| format!("{} {:?} {:?}", glyph.chr, glyph.pos, glyph.uv_rect)).collect(), fonts.image())
    }

    #[test]
    fn what_is_kept_stands_and_looks_as_in_the_whole_face() {
        let whole = std::fs::read(FILE).unwrap();
        for (index, tag) in [(1, "ko"), (2, "zh-Hans")] {
            let text: String = Words::files(&Tongue::parse(tag).unwrap()).iter().map(|(_, text)| *text).collect();
            let signs: BTreeSet<char> = text.chars().collect();
            let text = signs
                .iter()
                .chain(&"AVATAR fi 「」、。……——한글 1／2ページ".chars().collect::<Vec<_>>())
                .collect::<String>();
            let thinned = thin(&File::open(FILE).unwrap(), index, &|sign| text.contains(sign)).unwrap();
            assert!(thinned.len() < whole.len() / 7, "{tag}: {}", thinned.len());
            assert!(drawn(thinned, 0, &text) == drawn(whole.clone(), index, &text), "{tag}");
        }
    }

    #[test]
    fn what_is_left_out_is_not_there() {
        let thinned = thin(&File::open(FILE).unwrap(), 2, &|sign| "中文".contains(sign)).unwrap();
        let font = FontRef::new(&thinned).unwrap();
        let has = |sign| font.charmap().map(sign).is_some();
        assert_eq!("中文日한A".chars().map(has).collect::<Vec<_>>(), [true, true, false, false, false]);
    }

    #[test]
    fn a_broken_file_is_refused_or_thinned_and_nothing_else() {
        let thinned = thin(&File::open(FILE).unwrap(), 1, &|sign| sign == '한').unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("font");
        std::fs::write(&path, &thinned).unwrap();
        let file = File::options().read(true).write(true).open(&path).unwrap();
        assert!(thin(&file, 0, &|sign| sign == '한').is_some(), "once more");
        assert!(thin(&file, 7, &|_| true).is_none(), "a single font has no eighth face");
        let outlines = thinned.windows(4).position(|bytes| bytes == [1, 0, 4, 3]).unwrap();
        for at in (0..300).chain(outlines..outlines + 120).step_by(3) {
            for byte in [0, 0xff, thinned[at] ^ 0x10] {
                file.write_all_at(&[byte], at as u64).unwrap();
                thin(&file, 0, &|sign| sign == '한');
            }
            file.write_all_at(&thinned[at..=at], at as u64).unwrap();
        }
        for short in [0, 11, 300, outlines, outlines + 50, thinned.len() - 1] {
            file.set_len(short as u64).unwrap();
            assert!(thin(&file, 0, &|sign| sign == '한').is_none(), "{short}");
        }
    }
}
